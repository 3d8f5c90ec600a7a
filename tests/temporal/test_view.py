"""Which day a clock time is of that names none: made texts, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find

SAME_DAY = [
    ("On Tuesday the court opened at 9 a.m. and closed at 4 p.m.", ["2024-04-30T09:00", "2024-04-30T16:00"]),
    ("The ferry left on Sunday. Boats reached it at 3 a.m.", ["2024-04-28T03:00"]),
    ("The mine fell in on March 12. At 10:15 a.m. the alarm rang.", ["2024-03-12T10:15"]),
    (
        "The fire began at 9:30 p.m. on Monday. Help came at 9:45 p.m.",
        ["2024-04-29T21:30", "2024-04-29T21:45"],
    ),
    ("They will meet on Monday. Doors open at 8 p.m.", ["2024-05-06T20:00"]),
    ("Soldiers came on Tuesday. Shots were heard in the evening.", ["2024-04-30TEV"]),
    # a chain of clock times goes on with its day
    (
        "It broke down on Monday. A crew came at noon. It left at 1 p.m.",
        ["2024-04-29T12:00", "2024-04-29T13:00"],
    ),
    # the dot of an abbreviation ends no sentence
    ("Gen. Kovac flew out on Tuesday. Col. Brandt followed at 6 p.m.", ["2024-04-30T18:00"]),
]
ANOTHER_DAY = [
    # a day that only says when somebody spoke
    ("The roof fell in, police said Tuesday. The alarm rang at 6 a.m.", ["2024-05-03T06:00"]),
    ("The roof fell in, she told reporters on Tuesday. The alarm rang at 6 a.m.", ["2024-05-03T06:00"]),
    # a day that lies the other way
    ("The ferry sank on Sunday. The inquiry will open at 9 a.m.", ["2024-05-03T09:00"]),
    ("They will meet on Monday. The hall was closed at 9 a.m.", ["2024-05-03T09:00"]),
    # two sentences later
    ("The ferry sank on Sunday. Nobody was hurt. The office opened at 9 a.m.", ["2024-05-03T09:00"]),
    # what is no day
    ("It was founded in 2019. The shop opened at 9 a.m.", ["2024-05-03T09:00"]),
    ("It rained last week. The shop opened at 9 a.m.", ["2024-05-03T09:00"]),
]


@pytest.mark.parametrize(("text", "values"), [*SAME_DAY, *ANOTHER_DAY])
def test_day_of_a_clock_time(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text, published="2024-05-03") if one.type == "TIME"] == values


def test_the_day_is_told_as_assumed() -> None:
    _, clock = find("The ferry left on Sunday. Boats reached it at 3 a.m.", published="2024-05-03")
    assert "anchor 2024-04-28 (spoken of last)" in clock.assumed


def test_a_day_in_view_needs_no_publication() -> None:
    _, clock = find("On 12 March 2023 a mine fell in. The alarm rang at 6 a.m.")
    assert clock.value == "2023-03-12T06:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Mardi, l'avion a atterri à 14 heures.", "2024-04-30T14:00"),
        ("La mine s'est effondrée lundi. Vers 6 heures, la sirène a retenti.", "2024-04-29T06:00"),
        (
            "La mine s'est effondrée, a déclaré mardi la police. La sirène a retenti à 6 heures.",
            "2024-05-03T06:00",
        ),
    ],
)
def test_in_french(text: str, value: str) -> None:
    assert find(text, published="2024-05-03", language="fr")[-1].value == value
