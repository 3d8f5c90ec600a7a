"""Days from a deed told behind ("shortly after leaving on 2 April"), from the hour before, and in turn."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

# Published on Friday 3 May 2024: a sentence, words of a headline, its day ("": none).
SOON = [
    ("The coaster ran aground shortly after leaving Orm on 2 April.", "ran aground", "2024-04-02"),
    ("A trawler sank soon after it left harbour on 27 April.", "sank", "2024-04-27"),
    ("The airliner crashed minutes after taking off from Sumby on Monday.", "crashed", "2024-04-29"),
    ("The yacht capsized a day after sailing on 3 February 2001.", "capsized", "2001-02-04"),
    ("Two boys vanished three days after the fair opened on 6 April.", "vanished", "2024-04-09"),
    ("The club sacked him four days before it met Leeds on 3 April.", "sacked", "2024-03-30"),
    ("The council backed down a day after residents marched on Tuesday.", "backed down", "2024-05-01"),
    # How soon that was nobody says.
    ("Roe resigned shortly after taking office on 1 March.", "resigned", ""),
    ("Roe died soon after leaving office on 20 January 2001.", "died", ""),
    ("She died hours after giving birth on Monday.", "died", ""),
    ("The band split soon after recording the song in May 1998.", "split", ""),
    ("Roe did not stop shortly after leaving Orm on 2 April.", "stop", ""),
    # What has a day of its own keeps it.
    ("Roe was jailed on Monday, shortly after leaving hospital on 2 April.", "jailed", "2024-04-29"),
]


@pytest.mark.parametrize(("text", "words", "day"), SOON, ids=[t for t, _, _ in SOON])
def test_a_deed_soon_after_another(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None] or (not days and not day)


TOLD = [
    # Just after midnight is the next day, and so is what follows.
    ("The train left at 9.50 p.m. on Sunday. Just after midnight it hit a tree.", "hit a tree", "2024-04-29"),
    (
        "The train left at 9.50 p.m. on Sunday. Soon after midnight it hit a tree. At 1.20 a.m. it burned.",
        "burned",
        "2024-04-29",
    ),
    ("The gates shut at 1 a.m. on Sunday. At 2 a.m. a wall fell.", "wall fell", "2024-04-28"),
    # Where somebody was busy on a later day, the story may be at either.
    (
        "A blast on Monday night killed six, and crews on Tuesday were digging. At 9 p.m. a roof fell.",
        "roof fell",
        "",
    ),
    # What was found on a day was found there, whatever had been done before.
    (
        "It was filled on 15 January. On 6 April staff found that it had leaked. It was shut the same day.",
        "shut",
        "2024-04-06",
    ),
    # "The 19th" is of the month that the paragraph is in.
    (
        "On 9 October 1964 the men were sacked. Three days later they walked out. Troops came on the 19th.",
        "Troops",
        "1964-10-19",
    ),
    ("The war began in May 1962. On the 19th the town fell.", "town fell", "1962-05-19"),
    ("The war began on 26 May 1962. On the 3rd the town fell.", "town fell", "1962-06-03"),
    ("The war began in May 1962.\n\nOn the 19th the town fell.", "town fell", "2024-04-19"),
    # Joined by "and", and later in the year: of that year.
    ("Roe was freed in February 2023 and charged on 3 March.", "charged", "2023-03-03"),
    ("Prices peaked in April 2019 and fell by half before Christmas.", "fell by half", "[..2019-12-24]"),
]


@pytest.mark.parametrize(("text", "words", "day"), TOLD, ids=[t for t, _, _ in TOLD])
def test_where_a_story_goes_on(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text + " The mayor spoke on Thursday.").candidates if words in c.title]
    assert days == [When.parse(day) if day else None]


# Published on Friday 3 May 2024: a sentence, words of a headline, its day ("": none).
NOT_ITS_OWN = [
    ("Dr Ada Roe, a director since 2006, has been appointed to succeed him.", "appointed", ""),
    ("The pool, a ruin since last May, has been sold.", "sold", ""),
    ("Roe has been mayor since 2006.", "mayor", "2006/.."),
    ("The Winter Lights parade has been put off to 9 May.", "put off", "2024-05-09"),
    ("The valve spring had been fitted the wrong way round.", "fitted", ""),
    ("The retrial had been fixed for October, but was put back when counsel fell ill.", "put back", ""),
    ("She made her debut on 4 March 1931 and sang there every season.", "sang", ""),
    ("The premier was sworn in on 9 April and gave up less than a fortnight later.", "gave up", ""),
    ("Roe was knighted in 1919 and went bankrupt in the slump that followed.", "bankrupt", ""),
    ("Two men were shot 20 minutes after leaving a bar on Saturday.", "shot", "2024-04-27"),
    ("Roe took the drug between January and May last year.", "took the drug", "2023-01/2023-05"),
    ("The mayor flew to Orm on Monday and announced grants of ten crowns each.", "announced", "2024-04-29"),
]


@pytest.mark.parametrize(("text", "words", "day"), NOT_ITS_OWN, ids=[t for t, _, _ in NOT_ITS_OWN])
def test_a_time_that_is_not_the_deeds(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None] or (not days and not day)
