"""Deeds dated by how far they lie from another ("on 18 May, three days before the ministry banned it")."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

# Published on Friday 3 May 2024: a text, and the day of each entry by words of its headline ("": none).
COUNTED = [
    (
        "The guards walked out on Thursday, a day after a prisoner stabbed one of them.",
        {"stabbed": "2024-05-01"},
    ),
    (
        "The baker withdrew the loaf on 18 April, three days before the council banned it.",
        {"banned": "2024-04-21"},
    ),
    (
        "He handed himself in on Monday, the morning after detectives raided the flat.",
        {"raided": "2024-04-28"},
    ),
    (
        "The prefect opened the letter on 4 March, the day after rebels seized the port.",
        {"seized": "2024-03-03"},
    ),
    ("She quit on Tuesday, the day before the auditors published their report.", {"published": "2024-05-01"}),
    (
        "The barge was refloated on Tuesday, a week to the day after it struck the pier.",
        {"struck": "2024-04-23"},
    ),
    ("Rathe cut 400 jobs in March, two years after it bought the plant.", {"bought": "2022"}),
    ("Oru came to power in 2014, a year after protests toppled the council.", {"toppled": "2013"}),
    (
        "The crew had left port on 2 April, ten days before the owner, Sel Line, collapsed.",
        {"collapsed": "2024-04-12"},
    ),
    (
        "Ten people were arrested on Sunday, two days after the dealers who supplied them were charged.",
        {"charged": "2024-04-26"},
    ),
    (
        "Lowe resigned on Tuesday. That was two days after the bank had sacked her deputy.",
        {"sacked": "2024-04-28"},
    ),
    (
        "The two met on 9 April. The raid came four days after customs seized a lorry.",
        {"seized": "2024-04-05"},
    ),
    # What is no whole number of days, and what has no day to count from.
    ("She resigned on Tuesday, hours after the paper printed the letters.", {"printed": ""}),
    # Weeks are no calendar's: "three weeks after" may be twenty days or twenty-three.
    ("Creditors were called in on Monday, three weeks after mould halted production.", {"halted": ""}),
    ("Dane resigned on Monday, two weeks after the papers had been leaked.", {"leaked": ""}),
    ("The mill was sold on 3 April, nearly two months after fire gutted it.", {"gutted": ""}),
    ("The mill was sold on 3 April, less than a week after fire gutted it.", {"gutted": ""}),
    ("The mill was sold, two days after fire gutted it.", {"gutted": ""}),
    ("The mill has been sold, two days after fire gutted it.", {"gutted": ""}),
    (
        "The mill was sold between 3 and 5 April, and again on 9 April, two days after fire gutted it.",
        {"gutted": ""},
    ),
    # A part of the day named before "after" is that of the deed above.
    ("Police held three men on Monday night after stones had been thrown at a bus.", {"thrown": ""}),
    ("He was arrested late on Tuesday evening before he boarded a ferry.", {"boarded": ""}),
    # A new paragraph may be about another day.
    (
        "A hangar burned on 2 April.\n\nThe arrest came four days after the gang robbed a bank.",
        {"robbed": ""},
    ),
]


@pytest.mark.parametrize(("text", "days"), COUNTED)
def test_a_deed_is_counted_from_the_deed_above_it(read: Read, text: str, days: dict[str, str]) -> None:
    found = read(text).candidates
    for words, day in days.items():
        about = [c for c in found if words in c.title and c.when is not None]
        assert [c.when for c in about] == ([When.parse(day)] if day else []), words


def test_the_words_of_the_length_are_kept_as_what_was_said(read: Read) -> None:
    found = read("The guards walked out on Thursday, a day after a prisoner stabbed one of them.").candidates
    assert [c.said for c in found if "stabbed" in c.title] == ["a day after"]
