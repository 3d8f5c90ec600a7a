"""Times that go by what the story told last, and words of time that tell no day of the deed."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

# Published on Friday 3 May 2024: a text, and the day of each entry by words of its headline ("": none).
STORIES = [
    (
        "Two statues were stolen from the abbey on Sunday, police said on Thursday. A dealer was "
        "arrested the same day.",
        {"stolen": "2024-04-28", "arrested": "2024-04-28"},
    ),
    (
        "The ferry sank on Monday evening, the coastguard said on Wednesday. Two days later divers "
        "reached the wreck.",
        {"ferry": "2024-04-29", "Divers": "2024-05-01"},
    ),
    (
        "The ministry said on Tuesday that the base had closed. A day later the last soldiers flew home.",
        {"soldiers": "2024-05-01"},
    ),
    (
        "The judge was named on 2 April. The trial will open on 27 May. The next day he fell ill and "
        "resigned.",
        {"named": "2024-04-02", "trial": "2024-05-27", "resigned": "2024-04-03"},
    ),
    (
        "They were arrested on 20 March. A letter of 12 March had named them. The following morning "
        "they were charged.",
        {"arrested": "2024-03-20", "charged": "2024-03-21"},
    ),
    (
        "The strike, which began on 3 April, ended on Tuesday. The next day the mine reopened.",
        {"began": "2024-04-03", "ended": "2024-04-30", "reopened": "2024-05-01"},
    ),
    (
        "The bridge, opened in 1931, collapsed on 4 April. The mayor resigned three days later.",
        {"opened": "1931", "collapsed": "2024-04-04", "resigned": "2024-04-07"},
    ),
    (
        "On the 15th, a Monday, the roof fell in. The next day the council closed the hall.",
        {"roof": "2024-04-15", "closed": "2024-04-16"},
    ),
    (
        "Police arrested a man on Tuesday evening. He was released the following day, a spokesman said "
        "on Friday.",
        {"arrested": "2024-04-30", "released": "2024-05-01"},
    ),
    (
        "The talks began on 18 April and broke down a day later.",
        {"began": "2024-04-18", "broke": "2024-04-19"},
    ),
    # A clock time is of the day of its paragraph, or of the only day of which the article has told.
    (
        "A dam burst near Orlo on Wednesday, the governor said on Thursday.\n\nThe wall gave way at "
        "about 3.40 a.m. after a night of rain.",
        {"burst": "2024-05-01", "wall": "2024-05-01"},
    ),
    (
        "Thieves broke into the town museum on Tuesday night.\n\nThey smashed a window at 11.15 p.m. "
        "and fled on foot.",
        {"broke": "2024-04-30", "smashed": "2024-04-30", "fled": "2024-04-30"},
    ),
    ("The fire began on the evening of the 21st, in the attic.", {"fire": "2024-04-21"}),
    ("At half past four the next morning the wall fell.", {}),
    (
        "The cook died on 21 April, the first since 2001. A contract was signed the same day.",
        {"cook": "2024-04-21", "contract": "2024-04-21"},
    ),
    (
        "The works was wrecked in the bombardment of 12 April. Two nurses were killed on that day.",
        {"nurses": "2024-04-12"},
    ),
    # What was told last was not of a day, or was only named: the day of the deed counts.
    (
        "On Tuesday the club struck out two names over the vote of last October. A day later both appealed.",
        {"struck": "2024-04-30", "appealed": "2024-05-01"},
    ),
    (
        "The plant was shut on 2 April for leaks found late in January. The day before, its head had quit.",
        {"shut": "2024-04-02", "quit": "2024-04-01"},
    ),
    (
        "The gang cleared the vault on 9 April. A week later a fence in Orlo sold the rings. The next day "
        "he fled.",
        {"cleared": "2024-04-09", "fled": ""},
    ),
    (
        "The mill burned down in March. Two days later the owner sold the land.",
        {"mill": "2024-03", "sold": ""},
    ),
    (
        "She wrote in a 2011 article that the map was copied from an atlas of 1882. The following year she "
        "left the college.",
        {"left the college": "2012"},
    ),
    (
        "The firm went bust in 2019. On 12 September of that year its yard was sold.",
        {"bust": "2019", "sold": "2019-09-12"},
    ),
    (
        "At a session on 9 April the two sides would not share a table. Shortly before midnight both signed.",
        {"signed": "2024-04-09"},
    ),
    (
        "The premier lost a vote on Tuesday. No cabinet had fallen since independence in 1992. "
        "He resigned the same evening.",
        {"resigned": "2024-04-30"},
    ),
    # "After that" is part of the time.
    (
        "The baker died on 9 April. Two days after that Ida Roe fell ill.",
        {"died": "2024-04-09", "Roe": "2024-04-11"},
    ),
    (
        "The pool was drained on 9 April. Three days before that, a boy had nearly drowned.",
        {"boy": "2024-04-06"},
    ),
    ("The hearing is set for 14 May. Repairs are to start four days after that.", {"Repairs": "2024-05-18"}),
    ("The ship docked on 9 April. Two days after that voyage the cook quit.", {"cook": ""}),
    # Not of the day told before: what is to come, and an aside beside another day.
    ("A pilot saw a raft on Wednesday. The search will resume at first light.", {"resume": ""}),
    (
        "The trains were stopped on Saturday. Loy, who heard of it at five in the morning, left yesterday.",
        {"left": "2024-05-02"},
    ),
    # An hour or a night that says which, or what was spent.
    ("The port was shut on Tuesday. The 4 a.m. closure was ordered by a clerk.", {"ordered": ""}),
    (
        "Cheese was banned on Tuesday. The last wheel was sold on the morning of the ban.",
        {"wheel": "2024-04-30"},
    ),
    ("The last wheel was sold on the morning of the ban.", {"wheel": ""}),
    ("The dam gave way on Tuesday, and 200 people spent the night in a school.", {"dam": "2024-04-30"}),
    ("The bus burned on Tuesday. The crew drove through the night and reached Orlo.", {"bus": "2024-04-30"}),
    ("The bus burned on Tuesday. In the evening the crew reached Orlo.", {"reached": "2024-04-30"}),
    # No day was told: none is put in.
    ("It was the second try. Two weeks earlier, a valve had failed.", {}),
    ("It was late. The following day the army shot the mayor.", {"shot": ""}),
    ("The raid was a failure. They had set a deadline of noon that day for the ransom.", {}),
]


def test_a_text_that_speaks_of_today_is_news(read: Read) -> None:
    """Its days and months go by the publication, whatever years it looks back on."""
    text = (
        "The rail, a bird last seen in 1911, has been found alive. A camera caught it on 6 March. "
        "It was first described in 1874. Searches in 1938, 1964 and 1992 failed. The results are "
        "published today. The plateau will be closed from 1 July."
    )
    days = {c.title: str(c.when) for c in read(text).candidates if c.when}
    assert [day for title, day in days.items() if "camera" in title] == ["2024-03-06"]
    assert [day for title, day in days.items() if "plateau" in title] == ["2024-07-01/.."]


def test_a_day_of_the_month_that_is_over_is_the_last_one(read: Read) -> None:
    text = "The board had asked for a plan on 9 April; a draft was received on the 24th."
    days = [str(c.when) for c in read(text).candidates if "draft" in c.title]
    assert days == ["2024-04-24"]


@pytest.mark.parametrize(("text", "days"), STORIES, ids=[t for t, _ in STORIES])
def test_a_time_goes_by_the_deed_told_last(text: str, days: dict[str, str], read: Read) -> None:
    found = read(text).candidates
    for words, day in days.items():
        assert [c.when for c in found if words in c.title] == [When.parse(day) if day else None]
    if not days:
        assert not [c for c in found if c.when]


NO_TIMES = [
    # Of what kind something is, whose it is, where it comes from: not when.
    ("The council called off the winter carnival.", "winter carnival"),
    ("The council called off the spring festival.", "spring festival"),
    ("The council has scrapped the Christmas lights.", "Christmas lights"),
    ("The shop has cancelled the Easter market.", "Easter market"),
    ("A night watchman raised the alarm, police said.", "A night watchman raised the alarm"),
    ("The president has declared Monday a day of mourning.", "Monday a day of mourning"),
    ("On the Monday after the vote the mayor resigned.", "resigned"),
    ("The board will begin an audit of the wells the Monday after.", "audit"),
    ("As announced on 18 April, the firm is closing its shop.", "closing its shop"),
    ("In a sample from Monday the laboratory has found lead.", "found lead"),
    ("Anna Reuter, who has headed the union since 2019, accuses the firm of fraud.", "fraud"),
]


@pytest.mark.parametrize(("sentence", "words"), NO_TIMES, ids=[s for s, _ in NO_TIMES])
def test_words_of_time_that_tell_no_day(sentence: str, words: str, read: Read) -> None:
    found = [c for c in read(sentence).candidates if not c.title.startswith("Anna Reuter has")]
    assert all(c.when is None for c in found)
    assert [c.title for c in found if words in c.title] or not found


DAYS = [
    ("The spring tides broke the sea wall on 9 April.", "2024-04-09"),
    ("The summer school was closed in March after a fire.", "2024-03"),
    ("In the spring of 2021 the firm closed its shop.", "2021-21"),
    ("During the winter the council closed the pool.", "2023-24"),
    ("The bridge will stay shut until at least the end of June, the council said.", "../2024-06-30"),
    ("The council named a mediator on Monday and invited both sides to a hearing on Thursday.", "2024-04-29"),
    ("The council rose for the summer on 21 July 2023.", "2023-07-21"),
    ("The firm is suspected of having dumped oil in the bay in August.", "2023-08"),
    ("Residents accuse the council of selling the land in April.", "2024-04"),
    ("Ostland gave its answer yesterday: the ambassador was expelled.", "2024-05-02"),
    ("On the night of 17 to 18 April the roof fell in.", "2024-04-17/2024-04-18"),
    ("In the night to 14 April the roof fell in.", "2024-04-14"),
    ("Mr Holt had been in charge since May 2021, when he bought the club.", "2021-05"),
    ("The results will be published on or before 31 May.", "../2024-05-31"),
    ("The parliament must ratify the accord before the end of June.", "../2024-06-30"),
    ("The firm will report third-quarter results on 6 November.", "2024-11-06"),
    ("She gave notice on a Wednesday in April.", "2024-04"),
    ("The first inquest, held in June 2004, was closed without a verdict.", "2004-06"),
    ("A collection will be taken up at tomorrow's Mass.", "2024-05-04"),
    ("Storms tore down the stage in the last days of March.", "[2024-03-21..2024-03-31]"),
]


@pytest.mark.parametrize(("sentence", "day"), DAYS, ids=[s for s, _ in DAYS])
def test_the_day_of_the_deed(sentence: str, day: str, read: Read) -> None:
    asked = When.parse(day)
    days = {(c.when.first, c.when.last) for c in read(sentence).candidates if c.when}
    assert days == {(asked.first, asked.last)}


def test_what_takes_years_is_of_no_day(read: Read) -> None:
    text = "She came in 2016 and doubled the sales in three years."
    days = {c.title: c.when for c in read(text).candidates}
    assert days["She came"] == When.parse("2016")
    assert all(day is None for title, day in days.items() if title != "She came")


def test_a_list_of_days_is_an_event_each(read: Read) -> None:
    found = read("Teachers walked out on Monday, Tuesday and Thursday.").candidates
    assert [str(c.when) for c in found] == ["2024-04-29", "2024-04-30", "2024-05-02"]


def test_a_time_of_day_may_end_a_sentence(read: Read) -> None:
    titles = [
        c.title for c in read("The board meets on Monday at 2 p.m. Its head resigned on Tuesday.").candidates
    ]
    assert titles == ["The board meets", "The board's head resigned"]
