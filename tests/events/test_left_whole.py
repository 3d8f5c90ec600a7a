"""What a headline is left with when times and asides have gone: no half name, no open end, no loose mark."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

TOLD = [
    # an aside with an owner in it, and no verb
    (
        "Shares of Orda, the town's sole publicly traded major firm, fell 1.50 crowns to 19.25 on Monday.",
        ["Shares of Orda fell 1.50 crowns to 19.25"],
    ),
    # a fronted clause is no part of the deed
    (
        "When Norland signed the truce on 29 April, the Arlanders gained the coast.",
        ["The Arlanders gained the coast"],
    ),
    # the mark of a dropped aside, or of a dropped date
    (
        "On 22 April the fleet - (in breach of the treaty) - used gas for the first time.",
        ["The fleet used gas for the first time"],
    ),
    (
        "Rowe gave up his guard on April 9, 1865, at the old inn in the village of Brenn.",
        ["Rowe gave up his guard at the old inn in the village of Brenn"],
    ),
    # "current" says which names; "today" says when
    (
        "The banks will operate under their current names until early June.",
        ["The banks will operate under their current names"],
    ),
    ("The firm today bought its latest rival.", ["The firm bought its latest rival"]),
    # a name is kept whole, or not at all
    (
        "Lawyers for the family in Arl filed a brief on Monday arguing the Migration and Asylum Office "
        "cannot send the boy home without a hearing.",
        ["Lawyers for the family in Arl filed a brief"],
    ),
    (
        "The Labour and Liberal parties signed a pact on Monday.",
        ["The Labour and Liberal parties signed a pact"],
    ),
    # a report keeps where it was published
    (
        '"We are worried," Jan Rowe wrote in a letter published on Monday on the front page of the Morn.',
        ["A letter was published on the front page of the Morn"],
    ),
    # words of a noun's phrase that only look like verbs
    (
        "It was the worst accident since the sinking of the pilot cutter Merrydown in 1953.",
        ["Sinking of the pilot cutter Merrydown"],
    ),
    # who "we" are nobody knows; what somebody else did is told
    (
        "Its strength was the horses; we found them in a barn on Monday, and Rowe sold the herd on Tuesday.",
        ["Rowe sold the herd"],
    ),
    # what a gerund was done to
    (
        "The union had rightly listed Jan Rowe on Monday as having given about 274,500 crowns for the new "
        "hall of the harbour office.",
        ["The union rightly listed Jan Rowe as having given about 274,500 crowns"],
    ),
    # an aside goes with its clause: with both commas, and where little of it is left
    (
        "Two of the nine judges, the same two whom Mr Rowe is accused of trying to bribe, withdrew from the "
        "case on Monday.",
        ["Two of the nine judges withdrew from the case"],
    ),
    (
        "The last of the strikers, a handful whom the union had told to go home, left the yard on Monday.",
        ["The last of the strikers left the yard"],
    ),
    (
        "Mr Ode's deputy, the man whom the board had twice refused to promote, resigned on Monday.",
        ["Mr Ode's deputy resigned"],
    ),
    (
        "The first plan, a tunnel which nobody would pay for, was dropped on Monday.",
        ["The first plan was dropped"],
    ),
    # traps
    (
        "Ann Roe, the head of the firm that built the dam, died on Monday.",
        ["Ann Roe, the head of the firm, died"],
    ),
    (
        "The tug, one of three that the port had hired, sank on Monday.",
        ["The tug, one of three, sank"],
    ),
    (
        "Karl Ode, the minister's brother, was arrested on Monday.",
        ["Karl Ode, the minister's brother, was arrested"],
    ),
    ("In Arl, the minister's brother was arrested on Monday.", ["The minister's brother was arrested"]),
    (
        "Exploiting the fog, the raiders took the fort on Monday.",
        ["Exploiting the fog, the raiders took the fort"],
    ),
    ("Ann Roe, her two sons and a dog were found on Monday.", ["Ann Roe, her two sons and a dog were found"]),
]


@pytest.mark.parametrize(("sentence", "titles"), TOLD)
def test_a_headline_is_left_whole(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence, published="2024-05-03").candidates] == titles
