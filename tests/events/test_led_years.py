"""Dates without a year in a paragraph that looks back, and days of what has been called or called off."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.model import Kind
from timeline.temporal import When

NEWS = " The minister spoke on Monday."  # a text that speaks of today is news, whatever years it names

# Published on Friday 3 May 2024: a text, words of a headline, its day ("": none).
YEARS = [
    # A story of another year goes on in it, from day to day and from month to month.
    (
        "Mould was found at the dairy in October 2022. On 14 November the county shut it.",
        "shut",
        "2022-11-14",
    ),
    ("The lorry hit the bridge on 6 July 2021. The deck was replaced on 1 August.", "replaced", "2021-08-01"),
    (
        "The lorry hit the bridge on 6 July 2021. The deck was cut up on 10 July and sold on 2 September.",
        "sold",
        "2021-09-02",
    ),
    ("The tower fell on 9 December 2020. In January its owner fled.", "fled", "2021-01"),
    ("The dam burst on 30 June 2022. By 12 July six towns had been emptied.", "emptied", "[..2022-07-12]"),
    ("Troops took the port on 30 June 2022. It was handed back in the autumn.", "handed back", "2022-23"),
    (
        "The bank was sold on 4 November 2022. Two men quit on 20 December. The chairman left in March 2023.",
        "Two men quit",
        "2022-12-20",
    ),
    # A step back does not end it, and the 16th of the next paragraph is of the month told.
    (
        "The men left on 15 June 1956. A vote had been taken the night before. They were paid on the 18th.",
        "paid",
        "1956-06-18",
    ),
    (
        "The men walked out on 15 June 1956. A vote was taken the day before. They came back on 2 July.",
        "came back",
        "1956-07-02",
    ),
    ("The men walked out on 15 June 1956.\n\nA truck burned on the 16th.", "burned", "1956-06-16"),
    (
        "The men walked out on 15 June 1956.\n\nA truck burned on the 16th. They came back on 2 July.",
        "came back",
        "1956-07-02",
    ),
    ("The men walked out on 15 June 1956.\n\nA plaque was stolen on the 2nd.", "stolen", "2024-05-02"),
    (
        "She wore it on 13 June 1956. A judge found in October 1956 that he had lied.\n\nOn the Friday "
        "morning, the 15th, the men walked out. A truck burned on the 18th.",
        "burned",
        "1956-06-18",
    ),
    # A day of these weeks is the report's own.
    ("The kiosk burned down on 20 February 2021. A man was held on 11 March.", "held", "2024-03-11"),
    # What is far from it is of the report's year.
    ("Voters turned it down in November 2022. On 19 March he signed a lease.", "signed", "2024-03-19"),
    ("The firm was fined in May 2021. A court lifted the fine on 3 March.", "lifted", "2024-03-03"),
    ("The lining was fitted in May 2019. On 11 November a man smelled gas.", "smelled", "2023-11-11"),
    ("The guns were heard in September. A man was tried on 15 November.", "tried", "2023-11-15"),
    # So is what a paragraph tells that does not tell the old story.
    ("The mast was raised on 4 October 2021 and has leaned since 2 November.", "leaned", "2023-11-02/.."),
    ("Ada Roe was born on 4 October 1951. On 9 November she won the cup.", "won", "2023-11-09"),
    ("Roe, who won the cup on 4 October 2021, quit on 9 November.", "quit", "2023-11-09"),
    ("Two dogs bit a boy on 4 October 2021.\n\nThe law was changed on 9 November.", "changed", "2023-11-09"),
    (
        "Prices rose on 4 October 2021. They fell last month. A tax was raised on 9 November.",
        "raised",
        "2023-11-09",
    ),
]


@pytest.mark.parametrize(("text", "words", "day"), YEARS, ids=[t for t, _, _ in YEARS])
def test_the_year_of_a_paragraph(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text + "\n\n" + NEWS).candidates if words in c.title]
    assert days == [When.parse(day) if day else None]


def test_a_day_that_may_be_of_two_years_is_none(read: Read) -> None:
    text = "The kiosk burned down on 20 November 2021. A man was held on 11 December."
    days = [
        c.when for c in read(text + "\n\n" + NEWS, published="2024-01-15").candidates if "held" in c.title
    ]
    assert days == [None]


# Published on Friday 3 May 2024: a sentence, its day ("": none), whether it is planned.
PERFECT = [
    ("Teachers have called a march on Monday.", "2024-05-06", True),
    ("They have scheduled a hearing on Thursday.", "2024-05-09", True),
    ("Pilots have announced a strike on Tuesday and Wednesday.", "2024-05-07/2024-05-08", True),
    ("The zoo has closed its aviary on Wednesday.", "", False),
    ("Clubs have cancelled games on Saturday because of snow.", "", False),
    ("All trains have been cancelled on Monday.", "", False),
    ("The council has postponed a vote on Tuesday.", "", False),
    ("The army has closed the border from Sunday.", "", False),
    # What is not set or called off has been done on the last one.
    ("Police have arrested two men on Monday.", "2024-04-29", False),
    ("The committee has adjourned on Thursday.", "2024-05-02", False),
    ("The teachers called a march on Monday.", "2024-04-29", False),
    ("The state has banned fishing since 2 April.", "2024-04-02/..", False),
]


@pytest.mark.parametrize(("text", "day", "planned"), PERFECT, ids=[t for t, _, _ in PERFECT])
def test_the_day_of_what_has_been_called(text: str, day: str, planned: bool, read: Read) -> None:
    found = [(c.when, c.kind is Kind.PLANNED) for c in read(text).candidates]
    assert found[0] == (When.parse(day) if day else None, planned)


OLD_YEARS = " ".join(f"A king died in {year}." for year in range(1801, 1841, 3))


def test_a_long_history_is_no_news_for_one_word_of_today(read: Read) -> None:
    story = "The siege began on 3 March 1849. A breach was made in mid-August. The fort stands today."
    days = [c.when for c in read(f"{OLD_YEARS} {story}").candidates if "breach" in c.title]
    assert days == [When.parse("[1849-08-11..1849-08-20]")]


def test_an_old_year_or_two_make_no_history(read: Read) -> None:
    story = (
        "The mill was built in 1849 and rebuilt in 1903. It burned down in mid-April. It will be sold today."
    )
    days = [c.when for c in read(story).candidates if "burned down" in c.title]
    assert days == [When.parse("[2024-04-11..2024-04-20]")]
