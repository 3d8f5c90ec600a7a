"""Steps told by common verbs: what is offered, begun, fixed and promised; and clauses that tell nothing."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.model import Kind
from timeline.temporal import When

KINDS = {"plan": Kind.PLANNED, "claim": Kind.CLAIMED, "deed": Kind.HAPPENED}

# Published on Friday 3 May 2024; the first sentence of each article is dull, so that the second is no lead.
TOLD = [
    # Seeing somebody on a day to come is meeting them.
    (
        "The union is to see the minister next Tuesday.",
        {"The union is to see the minister": "plan 2024-05-07"},
    ),
    (
        "The king said he would see the party leaders on Monday.",
        {"The king will see the party leaders": "plan 2024-05-06"},
    ),
    ("The mayor will see.", {}),
    ("Visitors will see a new hall.", {}),
    # What is offered.
    (
        "Two airlines have offered cheap seats to stranded passengers.",
        {"Two airlines have offered cheap seats to stranded passengers": "deed"},
    ),
    ("The hospital has offered to meet the family.", {"The hospital has offered to meet the family": "deed"}),
    (
        "The mill apologised on Monday and offered two million crowns for the river.",
        {
            "The mill apologised": "deed 2024-04-29",
            "The mill offered two million crowns for the river": "deed 2024-04-29",
        },
    ),
    (
        "The firm has paid 11 million crowns into a fund.",
        {"The firm has paid 11 million crowns into a fund": "deed"},
    ),
    ("The course offers little.", {}),
    # What is begun.
    ("The airline has begun interviewing pilots.", {"The airline has begun interviewing pilots": "deed"}),
    ("Divers began to salvage the wreck.", {"Divers began to salvage the wreck": "deed"}),
    ("The crowd began to wonder.", {}),
    # In the perfect, with "to" and a day, somebody is invited for that day.
    (
        "The minister has summoned both sides to a meeting at her office on Wednesday.",
        {"The minister has summoned both sides to a meeting at her office": "plan 2024-05-08"},
    ),
    (
        "The king has invited Mr Malk to the palace tomorrow.",
        {"The king has invited Mr Malk to the palace": "plan 2024-05-04"},
    ),
    (
        "Mr Malk was summoned to the palace on Wednesday.",
        {"Mr Malk was summoned to the palace": "deed 2024-05-01"},
    ),
    # A day itself is fixed or promised.
    (
        "Aides have pencilled in 4 December for an election.",
        {"Aides have pencilled for an election": "plan 2024-12-04"},
    ),
    ("She has promised a bill this autumn.", {"She has promised a bill": "plan 2024-23"}),
    # A deadline that was given.
    (
        "The envoys have been given until noon on Monday to leave.",
        {"The envoys have been given until noon on Monday to leave": "plan ../2024-05-06"},
    ),
    # What is said behind a phrase with "after".
    (
        "Her lawyer said after the sentence that an appeal would be lodged by the end of May.",
        {"An appeal will be lodged": "plan [..2024-05-31]"},
    ),
    # What is alleged needs no lasting deed.
    (
        "The union alleged that the mine had been working from old plans.",
        {"The union alleged that the mine had been working from old plans": "claim"},
    ),
    # Whoever it was, why, and what people felt.
    ("Anyone who worked at the mill before 2009 is asked to ring the clinic.", {}),
    ("The results surprised their authors.", {}),
    ("The players were touched.", {}),
    (
        "The clinic apologised on Monday for letting letters go unanswered between 2011 and 2016.",
        {"The clinic apologised for letting letters go unanswered between 2011 and 2016": "deed 2024-04-29"},
    ),
    (
        "The airline warned of a loss of 74m crowns in March, blaming the strike in the autumn.",
        {"The airline warned of a loss of 74m crowns, blaming the strike in the autumn": "deed 2024-03"},
    ),
]


@pytest.mark.parametrize(("text", "entries"), TOLD)
def test_what_common_verbs_tell(read: Read, text: str, entries: dict[str, str]) -> None:
    found = {c.title: (c.kind, c.when) for c in read(f"It was a dull day. {text}").candidates}
    wanted = {}
    for title, told in entries.items():
        kind, _, day = told.partition(" ")
        wanted[title] = (KINDS[kind], When.parse(day) if day else None)
    assert found == wanted
