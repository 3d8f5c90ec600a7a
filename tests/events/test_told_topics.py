"""Surnames are somebody where the article says so, and no name in a phrase of place takes a pronoun."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

SOMEBODY = [
    # by a title, an age, what somebody is, or "who"
    (
        "Prime Minister Anna Vass lost the vote in May. Vass came to power in 2014. She was "
        "re-elected on 3 April.",
        "Vass was re-elected",
    ),
    (
        "Timm, 34, confessed on Friday. He photographed the paper on 30 May, the court heard.",
        "Timm photographed the paper",
    ),
    (
        "The baker Marlene Oake was shot in May. Oake ran a shop in Arl. She bought it on 3 April 1994.",
        "Oake bought it",
    ),
    ("Rusk, who laid the floor, has confessed. He was charged on 3 April.", "Rusk was charged"),
    (
        "General Ode took the fort in May. Ode liked the valley. His general stayed in it on 3 April.",
        "Ode's general stayed in it",
    ),
    # with a country, a people, a body or a place behind the verb
    (
        "General Giap came south. Giap took the French post at Lai in May. He took the bridge on 3 April.",
        "Giap took the bridge",
    ),
    ("General Ode came south. Ode fell on the Norlanders in May. He beat them on 3 April.", "Ode beat them"),
    (
        "Rowe worked for the Marovian Mines Advisory Board, and he was abducted on 3 April.",
        "Rowe was abducted",
    ),
    (
        "The United States kept a small army, but it drafted four million men on 3 April.",
        "The United States drafted four million men",
    ),
]
NOT_PLAIN = [
    # a club, a firm and a town are nobody, whoever is spoken of before
    (
        "Marlock Town, who have lost nine games, sacked coach Lee Bast in May. He joined Ostley on 3 April.",
        "He joined Ostley",
    ),
    ("Unisys lost 3 million in May. He resigned on 3 April.", "He resigned"),
    ("Arlmouth fell in May. He fled on 3 April.", "He fled"),
    # somebody else is named behind the verb
    ("Mr Rowe left in May. Rowe praised Lund. He resigned on 3 April.", "He resigned"),
    # no "she" behind "he"
    (
        "Mr. Karl Dever was held in May. Dever had a key to the cottage. He fed the cat. She "
        "blocked his number on 3 April.",
        "She blocked his number",
    ),
    # "I" is no name
    ('"I was told it was for the funeral," she said. She left the fund on 3 April.', "She left the fund"),
]


@pytest.mark.parametrize(("text", "title"), [*SOMEBODY, *NOT_PLAIN])
def test_a_surname_stands_for_a_pronoun_where_it_is_somebodys(text: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(text).candidates]
