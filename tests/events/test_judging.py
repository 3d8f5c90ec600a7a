"""What is a deed for a chronology: requests, promises, threats, hand-overs; and what only sounds like one."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.model import Kind
from timeline.temporal import When

KINDS = {"plan": Kind.PLANNED, "claim": Kind.CLAIMED, "deed": Kind.HAPPENED}

# Published on Friday 3 May 2024; the first sentence of each article is dull, so that the second is no lead.
JUDGED = [
    # Asking and writing to somebody is a step, once done.
    (
        "The director has asked to be relieved of her post.",
        {"The director has asked to be relieved of her post": "deed"},
    ),
    (
        "The member for Hale has written to the minister.",
        {"The member for Hale has written to the minister": "deed"},
    ),
    ("The captain often asked to see the charts.", {}),
    # A promise that stands is a plan.
    (
        "The canton has promised to bear half of the cost.",
        {"The canton has promised to bear half of the cost": "plan"},
    ),
    ("The widow has been promised a pension.", {"The widow has been promised a pension": "plan"}),
    ("The mayor had promised as much.", {}),
    # A threat with its terms is a deed of its day; without them it is only talk.
    (
        "The gunmen freed eleven people on Monday but threatened to kill the rest unless they were paid.",
        {
            "The gunmen freed eleven people": "deed 2024-04-29",
            "The gunmen threatened to kill the rest": "deed 2024-04-29",
        },
    ),
    ("The union threatened to strike.", {}),
    # "can reveal" is how a paper says it.
    (
        "The Torch can reveal that the bagman was nabbed on Tuesday.",
        {"The bagman was nabbed": "deed 2024-04-30"},
    ),
    ("We can disclose that the vicar resigned on Monday.", {"The vicar resigned": "deed 2024-04-29"}),
    ("The test may reveal that the vicar died on Monday.", {}),
    # What somebody who is only mentioned is alleged to have done.
    (
        "A fourth man, who is alleged to have carried the cash, left the country in March.",
        {
            "A fourth man, who is alleged to have carried the cash, left the country": "deed 2024-03",
            "A fourth man is alleged to have carried the cash": "claim",
        },
    ),
    # Offices are handed over in the present tense.
    ("Youth coach Gary Lund takes charge for now.", {"Youth coach Gary Lund takes charge": "deed"}),
    ("Assistant Lee Bright takes over as coach.", {"Assistant Lee Bright takes over as coach": "deed"}),
    ("Deputy Ann Rowe takes over today.", {"Deputy Ann Rowe takes over": "plan 2024-05-03"}),
    ("The ferry takes an hour.", {}),
    # "should" with "by" and a day is a timetable.
    (
        "The system should be clean by the end of next week.",
        {"The system should be clean": "plan [..2024-05-12]"},
    ),
    ("Ministers should be more careful.", {}),
    ("Ministers should be wiser on Monday.", {}),
    # Verbs of writing with a particle say nothing.
    (
        "In 2015 the state wrote up the firm for skipping tests.",
        {"The state wrote up the firm for skipping tests": "deed 2015"},
    ),
    (
        "The bank wrote off 60 million in loans on Monday.",
        {"The bank wrote off 60 million in loans": "deed 2024-04-29"},
    ),
    # What goes dark has failed.
    ("Screens in the ward went blank on Tuesday.", {"Screens in the ward went blank": "deed 2024-04-30"}),
    ("The site went offline on Tuesday.", {"The site went offline": "deed 2024-04-30"}),
    ("Crews began work within the hour.", {"Crews began work within the hour": "deed"}),
    # An inquiry by other words.
    ("Police are looking into the deal.", {"Police are looking into the deal": "deed"}),
    ("Police said on Monday they were looking into the deal.", {"Police were looking into the deal": "deed"}),
    # An announcement of something that has its day is not told beside it.
    (
        "The ministry announced on Monday that two tugs would be stationed there from October.",
        {"Two tugs will be stationed there": "plan 2024-10-01/.."},
    ),
    (
        "The ministry announced on Monday that two tugs would be stationed there.",
        {"The ministry announced that two tugs would be stationed there": "deed 2024-04-29"},
    ),
    # With a pronoun before the particle.
    ("Engineers rolled it back.", {"Engineers rolled it back": "deed"}),
    # A name, and no comment.
    ("The captain called the ruling a disgrace.", {}),
    ('The captain called the ruling "a disgrace".', {}),
    ("The captain called a strike on Monday.", {"The captain called a strike": "deed 2024-04-29"}),
    ("Police refused to say whether he had fled.", {}),
    ("The bank refused to comment on the loan.", {}),
    ("The bank refused to pay the ransom.", {"The bank refused to pay the ransom": "deed"}),
    # What somebody saw happen to what is theirs.
    (
        "The firm saw its shares drop 7 percent on Wednesday.",
        {"The firm saw its shares drop 7 percent": "deed 2024-05-01"},
    ),
    ("The club saw its manager resign on Monday.", {"The club saw its manager resign": "deed 2024-04-29"}),
    ("Visitors saw the lions sleep on Monday.", {}),
    # Where people went, and what was done there.
    (
        "On Thursday fans marched to the town hall, where windows were smashed and two cars set alight.",
        {
            "Fans marched to the town hall": "deed 2024-05-02",
            "Windows were smashed": "deed 2024-05-02",
            "Two cars were set alight": "deed 2024-05-02",
        },
    ),
    ("On Thursday she was flown to Oslo, where she was born.", {"She was flown to Oslo": "deed 2024-05-02"}),
]


@pytest.mark.parametrize(("text", "entries"), JUDGED)
def test_what_is_a_deed(read: Read, text: str, entries: dict[str, str]) -> None:
    found = {c.title: (c.kind, c.when) for c in read(f"It was a dull day. {text}").candidates}
    wanted = {}
    for title, told in entries.items():
        kind, _, day = told.partition(" ")
        wanted[title] = (KINDS[kind], When.parse(day) if day else None)
    assert found == wanted
