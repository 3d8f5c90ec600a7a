"""Datelines and credit lines."""

import pytest

from timeline.articles.credit import credits_of, dateline_day
from timeline.temporal.days import Day

DATELINES = [
    # text, language, day
    ("HONOLULU, May 2 (Reuters) - Russian soldiers have entered", "en", "2024-05-02"),
    ("HONOLULU, May 2 — The secretary", "en", "2024-05-02"),
    ("WASHINGTON, Dec. 31 -- The president", "en", "2023-12-31"),
    ("AGADEZ, Niger, Sept. 15 (AP) — The last", "en", "2023-09-15"),
    ("NIAMEY, May 2, 2024 — The last", "en", "2024-05-02"),
    ("NIAMEY, May 2, 1924 — The last", "en", "1924-05-02"),
    ("BEIJING, May 4 (Xinhua) -- China", "en", "2024-05-04"),
    ("May 2 (Reuters) - Russian soldiers", "en", "2024-05-02"),
    ("Niamey, 2 mai 2024 (AFP) - Les derniers", "fr", "2024-05-02"),
    ("Niamey, le 2 mai (AFP) – Les derniers", "fr", "2024-05-02"),
    ("Berlin, 30. April (dpa) - Die letzten", "de", "2024-04-30"),
    ("By A. Reporter\nWASHINGTON, April 29 — Troops", "en", "2024-04-29"),
    ("NIAMEY, Niger (AP) — The United States", "en", ""),
    ("Soldiers — some 60 — were in Niger on May 2 — it was said", "en", ""),
    ("In the end, May 2 — the day of the talks — changed little", "en", ""),
    ("The 2024 vote — held in May", "en", ""),
    ("Talks were held on 2 May. WASHINGTON, May 2", "en", ""),
    ("NIAMEY, Monday — The last", "en", ""),
    ("", "en", ""),
]


@pytest.mark.parametrize(("text", "language", "day"), DATELINES)
def test_datelines(text: str, language: str, day: str) -> None:
    assert dateline_day(text, Day(2024, 5, 3), language)[0] == day


def test_a_dateline_without_a_year_needs_a_publication_day() -> None:
    assert dateline_day("HONOLULU, May 2 — The", None) == ("", "")
    assert dateline_day("HONOLULU, May 2, 2024 — The", None) == ("2024-05-02", "HONOLULU, May 2, 2024")


CREDITS = [
    ("NIAMEY (AP) — The last", ["ap"]),
    ("This move, first reported by Reuters, brings", ["reuters"]),
    ("first reported by The New York Times on", ["new-york-times"]),
    ("a source told AFP on Monday", ["afp"]),
    ("he told The Associated Press", ["ap"]),
    ("according to Reuters", ["reuters"]),
    ("in response to the Reuters report", ["reuters"]),
    ("Reuters first reported that", ["reuters"]),
    ("a déclaré à l'AFP un responsable", ["afp"]),
    ("selon l’AFP", ["afp"]),
    ("told AFP and (Reuters)", ["reuters", "afp"]),
    ("The AP course is an AFP matter", []),
    ("he told a reporter (AAP)", []),
]


@pytest.mark.parametrize(("text", "names"), CREDITS)
def test_credits(text: str, names: list[str]) -> None:
    assert [credit.name for credit in credits_of(text, "The Sahel Post")] == names


@pytest.mark.parametrize(
    ("publisher", "names"),
    [
        ("Reuters", ["ap"]),
        ("AP News", ["reuters"]),
        ("The Associated Press", ["reuters"]),
        ("", ["ap", "reuters"]),
    ],
)
def test_a_publisher_does_not_rewrite_itself(publisher: str, names: list[str]) -> None:
    assert [credit.name for credit in credits_of("(AP) (Reuters)", publisher)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("(Capital Press) - An alarm had been off.", ["capital-press"]),
        ("The firm may be fined, Capital Press reported.", ["capital-press"]),
        ("It was first reported by The Gazette on Monday.", ["gazette"]),
        ("The inquiry, Capital Press said in a report, was late.", ["capital-press"]),
        ("According to the Town of Lockmere, water is back.", []),
        ("The Town of Lockmere said on Monday that water was back.", []),
        ("Capital Pressure groups met.", []),
        ("Readers of Capital Press met.", []),
        ("(The Sahel Post) - Its own report.", []),
    ],
)
def test_papers_of_the_project_are_credited_like_agencies(text: str, names: list[str]) -> None:
    others = ["Capital Press", "The Gazette", "Town of Lockmere", "The Sahel Post"]
    assert [credit.name for credit in credits_of(text, "The Sahel Post", others)] == names
