"""Asides between dashes, names with full stops, lists of days, and what somebody found or asked."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read


def _titles(read: Read, sentence: str) -> list[str]:
    return [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "The bridge — it was built in 1954 — was closed on Monday.",
            ["It was built", "The bridge was closed"],
        ),
        ("Bidders -- among them the Orda works -- met on Monday.", ["Bidders met"]),
        ("The mayor – who denies it – resigned on Monday.", ["The mayor resigned"]),
        ("The mayor - Jan Roe, 56 - resigned on Monday.", ["The mayor resigned"]),
        ("Three men—two brothers and a cousin—were arrested on Friday.", ["Three men were arrested"]),
        (
            "He left the firm — which he had founded in 1990 — on Monday.",
            ["He left the firm", "He founded the firm"],
        ),
        ("He resigned on Monday — a day after the vote.", ["He resigned"]),
        # one dash, and two clauses
        (
            "The firm was sold on Monday — its owner had died in March.",
            ["The firm was sold", "Its owner died"],
        ),
        (
            "The talks broke down on Monday — the union walked out — and the strike began on Tuesday.",
            ["The talks broke down", "The strike began"],
        ),
    ],
)
def test_two_dashes_hold_an_aside(read: Read, sentence: str, titles: list[str]) -> None:
    found = [c for c in read(sentence).candidates if c.when is not None]
    assert [c.title for c in found] == titles


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Dr. Hilde Bauman resigned on Monday.", ("Hilde Bauman",)),
        ("Gov. Ellen Tranby resigned on Monday.", ("Ellen Tranby",)),
        ("Mr. Bush resigned on Monday.", ("Bush",)),
        (
            "St. Brendan's Children's Hospital sued Ann Roe on Monday.",
            ("St. Brendan's Children's Hospital", "Ann Roe"),
        ),
        ("Ann Roe was named General Director on Monday.", ("Ann Roe", "General Director")),
    ],
)
def test_a_full_stop_inside_a_name(read: Read, sentence: str, actors: tuple[str, ...]) -> None:
    assert [c.actors for c in read(sentence).candidates] == [actors]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "Roe treated her on 8, 14 and 21 April at a camp in the hills.",
            ["Roe treated her at a camp in the hills"] * 3,  # once on each day of the list
        ),
        ("On Monday 12, 13 and 14 were closed.", ["12, 13 and 14 were closed"]),
        (
            "Tom Roe, the brakesman of carriage No 2, died on Monday.",
            ["Tom Roe, the brakesman of carriage No 2, died"],
        ),
        ("No ships sank on Monday.", []),
        # what was found, what was asked
        ("A driver found her beside her car on Monday.", ["A driver found her beside her car"]),
        (
            "The laboratory in Arl reported the result on Monday.",
            ["The laboratory in Arl reported the result"],
        ),
        ("The mill reported on Monday that few had come.", []),
        ("Roe asked on Monday how the money was spent.", ["Roe asked how the money was spent"]),
        ("The paper revealed how the gang robbed the bank on Monday.", ["The gang robbed the bank"]),
        ("A spokesman declined to comment on Monday.", []),
        ("The university declined the request on Monday.", ["The university declined the request"]),
        # what nobody is made to do
        (
            "She was told of it on Monday and pulled out of a meeting on Tuesday.",
            ["She was told of it", "She pulled out of a meeting"],
        ),
        ("He was tried in March and jailed on Monday.", ["He was tried", "He was jailed"]),
        (
            "The farm which they had worked since 1926 was sold on Monday.",
            ["They worked the farm", "The farm was sold"],
        ),
        (
            "Crowds prayed on Sunday as Easter week began, waving fronds.",
            ["Crowds prayed", "Easter week began"],
        ),
    ],
)
def test_little_words_that_turn_a_sentence(read: Read, sentence: str, titles: list[str]) -> None:
    found = [c for c in read(sentence).candidates if c.when is not None]
    assert [c.title for c in found] == titles


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "The Kirkland, Wash., company raised its offer on Monday.",
            ["The Kirkland, Wash., company raised its offer"],
        ),
        (
            "The Oneida, N.Y., maker of forks was sold on Monday.",
            ["The Oneida, N.Y., maker of forks was sold"],
        ),
        ("A Birmingham, Ala., clinic was bombed in 1998.", ["A Birmingham, Ala., clinic was bombed"]),
        ("Orda, a maker of forks, was sold on Monday.", ["Orda, a maker of forks, was sold"]),
        # what nobody knows
        ("It is unclear how the money left the bank on Monday.", []),
        ("It is not known why the ship sank on Monday.", []),
        # gapped "was", and what is not gapped
        (
            "The boy was plucked from the sea on Monday and brought ashore.",
            ["The boy was plucked from the sea", "The boy was brought ashore"],
        ),
        (
            "Six men were killed on Monday and 23 injured.",
            ["Six men were killed", "23 were injured"],
        ),
        (
            "The mayor was sacked on Monday and the council cut its budget on Tuesday.",
            ["The mayor was sacked", "The council cut its budget"],
        ),
        ("Roe was asked about it on Monday and approved of it.", ["Roe was asked about it"]),
    ],
)
def test_places_that_say_which_and_what_is_shared(read: Read, sentence: str, titles: list[str]) -> None:
    found = [c.title for c in read(sentence).candidates]
    assert [t for t in found if t in titles] == titles
    assert len(found) <= len(titles) + 1
    assert not any("was approved" in t for t in found)
