"""Relative clauses without a pronoun, what a relative pronoun is about, and objects behind a time."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # two noun phrases in a row: the second begins a clause that says which
        (
            "The car the thief stole on Monday was found in Arl.",
            ["The thief stole the car", "The car was found in Arl"],
        ),
        (
            "Police found the car the thief stole on Monday.",
            ["Police found the car", "The thief stole the car"],
        ),
        ("The house the couple had bought burned down on Monday.", ["The house burned down"]),
        (
            "The minister the rebels captured in May was freed on Monday.",
            ["The rebels captured the minister", "The minister was freed"],
        ),
        ("The camp the army raided in Sudan had been built in 1990.", ["The camp was built"]),
        ("The firm said the plants it closed in March had lost money.", ["It closed the plants"]),
        (
            "Monday's final, the last game the town will see for a while, drew 8,866.",
            ["The final drew 8,866"],
        ),
        # traps: a time in front, what is said, a plural that only looks like it
        (
            "This time the army withdrew from the town on Monday.",
            ["This time the army withdrew from the town"],
        ),
        ("Officials said Friday the man had fled on Tuesday.", ["The man fled"]),
        ("The troops stationed in Arl left on Monday.", ["The troops stationed in Arl left"]),
        ("On Monday the council and the mayor resigned.", ["The council and the mayor resigned"]),
        (
            "The firm announced its plan at the same time it reported on Monday a loss.",
            ["The firm reported a loss"],
        ),
    ],
)
def test_a_relative_clause_without_a_pronoun(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence).candidates][: len(titles)] == titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "He was the ninth man on the bureau's most wanted list, which began in 1950.",
            "The bureau's most wanted list began",
        ),
        (
            "Rites were held for Marti, the rebel and poet who fought in 1898 for the island.",
            "The rebel and poet fought for the island",
        ),
        (
            "It paid for the Valley Savings and Loan Association purchase, which was ended on 27 April.",
            "The Valley Savings and Loan Association purchase was ended",
        ),
        (
            "He was met by Joan Brown of the National Council of Churches, who flew in on Wednesday.",
            "Joan Brown flew in",
        ),
        (
            "Coltec Inc., a once proud maker of toys whose stock peaked in 1983, closed its plant.",
            "A once proud maker of toys's stock peaked",
        ),
        (
            "The debt paid for its $728 million overhaul that took place in 1988.",
            "Its $728 million overhaul took place",
        ),
        (
            "The loan was to finance $585 million of the firm's $728 million overhaul that took place "
            "in 1988.",
            "$585 million of the firm's $728 million overhaul took place",
        ),
        # traps
        ("She met Ann Roe and Bo Lund, who left on Monday.", "Bo Lund left"),
        ("He praised the head of the firm, who left on Monday.", "The head of the firm left"),
        ("They saw a clip of the singer Nadia Verhoek, who died on Monday.", "The singer Nadia Verhoek died"),
    ],
)
def test_what_a_relative_pronoun_is_about(sentence: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The two ministers signed on Friday an economic plan.", "The two ministers signed an economic plan"),
        (
            "The board replaced on Monday two former agents charged with fraud.",
            "The board replaced two former agents charged with fraud",
        ),
        ("Rebels seized on Tuesday the town of Arl.", "Rebels seized the town of Arl"),
        ("Police arrested on Monday several men.", "Police arrested several men"),
        # traps: a time, and no object behind it
        ("The bridge built in 1954 two miles upstream was closed on Monday.", "The bridge was closed"),
        (
            "The two men were arrested on Monday two days after the theft.",
            "The two men were arrested after the theft",
        ),
        ("The men held on Monday have denied the theft.", "The men have denied the theft"),
    ],
)
def test_an_object_may_stand_behind_a_time(sentence: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Cilcor Inc., Peoria, Ill., said it agreed to buy the mill.", "Cilcor Inc. agreed to buy the mill"),
        (
            "Statwest Airlines, Phoenix, Ariz., said it withdrew its offer.",
            "Statwest Airlines withdrew its offer",
        ),
        (
            "Upjohn Co. said it will offer an early pension to 1,100 people.",
            "Upjohn Co will offer an early pension to 1,100 people",
        ),
        (
            "The top commander of the force said on Thursday he has sent a team.",
            "The top commander of the force has sent a team",
        ),
        (
            "Kalamazoo, Mich.-based First Bank said on Monday it will cut 13 jobs.",
            "Kalamazoo, Mich.-based First Bank will cut 13 jobs",
        ),
        (
            "Milran last week bought the Elmton, Calif.-based printer maker.",
            "Milran bought the Elmton, Calif.-based printer maker",
        ),
    ],
)
def test_who_speaks_has_a_place_beside_the_name(text: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(text).candidates]


def test_lives_that_are_claimed_are_no_claim(read: Read) -> None:
    (one,) = read("The blasts in the two capitals last week claimed at least 217 lives.").candidates
    assert (one.kind.value, one.claimed_by) == ("happened", "")
