"""Verbs whose auxiliary stands before their subject, and what was so "not until" a day."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024.
TOLD = [
    ("Not until Tuesday was the road opened.", "2024-04-30", "The road was opened"),
    (
        "Not until this morning was the first lorry let through, a week after the deck buckled.",
        "2024-05-03",
        "The first lorry was let through",
    ),
    ("Not until 2010 did the port get its own pilots.", "2010", "The port got its own pilots"),
    (
        "Not until 1953 was she asked to conduct the choir.",
        "1953",
        "She was asked to conduct the choir",
    ),
    ("Not until 1928 were women admitted to the club.", "1928", "Women were admitted to the club"),
    ("Only on Monday were the parents told.", "2024-04-29", "The parents were told"),
    ("Only on Monday did the local port close.", "2024-04-29", "The local port closed"),
    (
        "Only last week was the disgraced banker sacked.",
        "[2024-04-22..2024-04-28]",
        "The disgraced banker was sacked",
    ),
    (
        "Only in March had the firm's lawyers learned of the leak.",
        "2024-03",
        "The firm's lawyers learned of the leak",
    ),
    ("It was not until Tuesday that the road was opened.", "2024-04-30", "The road was opened"),
    (
        "It was not until 1953 that women were admitted to the club.",
        "1953",
        "Women were admitted to the club",
    ),
]

AHEAD = [
    ("Not until Tuesday will the road be opened.", "2024-05-07", "The road will be opened"),
    ("Only next month will the plant close.", "2024-06", "The plant will close"),
]

NOT_TOLD = [
    "Nor was the pilot told until Friday.",
    "Never was the gate closed on a Monday.",
    "Hardly had the doors opened on Monday when it rained.",
    "Not until Tuesday was the bridge safe.",
    "The road was not opened until Tuesday.",
]

PLAIN = [
    ("Only the driver was hurt on Tuesday.", "2024-04-30", "Only the driver was hurt"),
    ("Only two of the boats were sold on Tuesday.", "2024-04-30", "Only two of the boats were sold"),
]


@pytest.mark.parametrize(("sentence", "day", "title"), TOLD)
def test_a_verb_behind_its_subject_is_told(sentence: str, day: str, title: str, read: Read) -> None:
    told = [(c.kind, c.when.edtf if c.when else "", c.title) for c in read(sentence).candidates]
    assert ("happened", day, title) in told


@pytest.mark.parametrize(("sentence", "day", "title"), AHEAD)
def test_what_lies_ahead_is_planned(sentence: str, day: str, title: str, read: Read) -> None:
    assert [(c.kind, c.when.edtf if c.when else "", c.title) for c in read(sentence).candidates] == [
        ("planned", day, title)
    ]


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_a_denial_in_front_stays_one(sentence: str, read: Read) -> None:
    denied = [c.title for c in read(sentence).candidates if "rained" not in c.title]
    assert not denied


@pytest.mark.parametrize(("sentence", "day", "title"), PLAIN)
def test_a_subject_with_only_is_no_inversion(sentence: str, day: str, title: str, read: Read) -> None:
    assert [(c.when.edtf if c.when else "", c.title) for c in read(sentence).candidates] == [(day, title)]


def test_the_words_before_a_turned_subject_are_not_put_for_a_pronoun(read: Read) -> None:
    told = read(
        "Not until Thursday did Merrow Foods tell its suppliers that it had run out of cash."
    ).candidates
    assert [c.title for c in told] == ["It ran out of cash"]
