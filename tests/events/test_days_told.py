"""Days that only seem to be those of a deed: of a plan, of an aside, of another year or another clause."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

# Published on Friday 3 May 2024: a text, words of a headline, its day ("": none).
DAYS = [
    # What had been due on a day was not done on it.
    ("Sentencing had been due to take place on 2 April but was put off.", "put off", ""),
    ("He had been due to start work on Monday but fell ill.", "fell ill", ""),
    ("The mast had been set to come down on Monday but was saved on Tuesday.", "saved", "2024-04-30"),
    ("The office was to open on Monday and was burnt down on Sunday.", "burnt", "2024-04-28"),
    # Nor had what came of a promise by the day that was promised.
    (
        "In March it promised to send 400 men by the end of April, but only half had arrived by now.",
        "half",
        "",
    ),
    (
        "In March it had promised to send 400 men by 30 April, but only half had arrived by this week.",
        "half",
        "",
    ),
    # Next morning, and next day, go by what was told.
    ("On Wednesday a farmer found the dog. A vet treated it next morning.", "treated", "2024-05-02"),
    ("On 9 April a guard saw the crack. Next day the bridge was shut.", "shut", "2024-04-10"),
    ("On 9 April a guard saw the crack. Next evening the bridge was shut.", "shut", "2024-04-10"),
    # A day in commas behind a clause is that clause's.
    ("In the week after the walkout began, on 17 April, half of the schools shut.", "walkout", "2024-04-17"),
    ("In the week after the walkout began, on 17 April, half of the schools shut.", "schools", ""),
    ("On the day after the walkout began, 17 April, half of the schools shut.", "schools", "2024-04-17"),
    ("When the roof fell in, on 17 April, forty men ran out.", "ran out", "2024-04-17"),
    ("Because it rained, on 17 April, the match was moved.", "moved", "2024-04-17"),
    # A week in which something was done is not counted from.
    ("During the year before she resigned in April 2021 two aides left.", "resigned", "2021-04"),
    ("She resigned in April 2021, a year after she joined.", "joined", "2020"),
    # A relative clause has its own day; the hour is not of it.
    ("The tanker, which left Warri on Friday, overturned at 4 p.m.", "overturned", ""),
    ("The tanker, which overturned at 4 p.m. on Friday, had left at noon.", "overturned", "2024-05-03"),
    # Nobody spoke of a day yet.
    ("On the morning of the wedding it snowed. Anna had flown in the day before.", "flew", ""),
    # A part of the year before its noun says which results.
    ("Orbo posted a loss in third-quarter income on Wednesday.", "Orbo", "2024-05-01"),
    ("Orbo will report results for the first quarter on 6 August.", "Orbo", "2024-08-06"),
    ("Orbo's profit rose in the first quarter.", "profit", "2024-33"),
    # Nobody but the council knows when its year ends.
    ("The council will pay by the end of the financial year.", "pay", ""),
    ("The board voted on Monday to close the school at the end of the academic year.", "voted", "2024-04-29"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS, ids=[f"{w}: {t}" for t, w, _ in DAYS])
def test_whose_day_it_is(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days[:1] == [When.parse(day) if day else None]


NEWS = " The mayor spoke on Monday."  # a text that speaks of today is news, whatever years it names
OLD = [
    # The one July, or August, of which the article has told.
    ("A surgeon erred on 9 August 2022.\n\nHe altered his notes on 11 August.", "altered", "2022-08-11"),
    ("A tram burnt out in July 2022.\n\nThe driver was charged on 16 July.", "charged", "2022-07-16"),
    ("A tram burnt out in July 2022.\n\nThe line was sold on 16 January.", "sold", "2024-01-16"),
    ("A tram burnt out in July 2021 and one in July 2022.\n\nIt closed on 16 July.", "closed", "2023-07-16"),
    # It may also be one of these weeks.
    ("A tram burnt out in April 2022.\n\nThe driver was charged on 16 April.", "charged", ""),
    (
        "A tram burnt out in April 2022. It was rebuilt last year.\n\nIt was sold on 16 April.",
        "sold",
        "2024-04-16",
    ),
    ("Lund was jailed on 4 March 2019.\n\nThe court freed him on 28 March.", "freed", "2024-03-28"),
    # A month behind an old one: of that year, or of this.
    ("In March 1963 the wall slid. The engineer resigned in May.", "resigned", ""),
    ("In March 1963 the wall slid.\n\nThe engineer resigned in February.", "resigned", "2024-02"),
    ("The yard was founded in 1998. It closed in March.", "closed", "2024-03"),
    # "The Sunday", with an article, is the one behind the day told, paragraphs before too.
    ("He was last seen on 9 April.\n\nHis parents gave the alarm on the Sunday.", "alarm", "2024-04-14"),
    ("He was last seen on 9 April.\n\nHis parents gave the alarm on Sunday.", "alarm", "2024-04-28"),
]


@pytest.mark.parametrize(("text", "words", "day"), OLD, ids=[t for t, _, _ in OLD])
def test_a_date_in_a_text_of_other_years(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text + NEWS).candidates if words in c.title]
    assert days == [When.parse(day) if day else None]
