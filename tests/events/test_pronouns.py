"""Whom a pronoun at the head of a headline stands for, and when nobody can tell."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # in a clause that hangs on another: who does the deed above
        ("The minister, Jan Ode, resigned a day after he was arrested on Monday.", "Jan Ode was arrested"),
        (
            "Orda Flight 318 had 52 passengers and four crew on board when it landed on Monday.",
            "Orda Flight 318 landed",
        ),
        ("Janet Rusk, a vet, was 29 when she vanished on 29 October 1994.", "Janet Rusk vanished"),
        (
            "Mayor Duarte told Congress that the guards he called up on Monday had left.",
            "Mayor Duarte called up the guards",
        ),
        # never where somebody else stands between
        ("The mayor praised Jan Roe in April after he saved a child on Monday.", "He saved a child"),
        ("The judge stripped her of the title she won in July.", "She won the title"),
        ("The court froze the fund after it collapsed on Monday.", "It collapsed"),
        ("Police shot a man in May after he attacked a nurse on Monday.", "He attacked a nurse"),
        # nor where it may be either of two
        (
            "Justice Peter Ode set bail for Ms Roe in April. She was freed on Monday.",
            "She was freed",
        ),
        ("Ada Roe met Mr. Ode in April. He resigned on Monday.", "He resigned"),
        ("Mr Ode met Ms. Lund in April. She resigned on Monday.", "Ms. Lund resigned"),
        ("Mr Ode met Ms Lund in April. He resigned on Monday.", "Mr Ode resigned"),
        # the name before what somebody is
        (
            "In April an accountant at the firm, Sofia Maren, quit. She was fined on Monday.",
            "Sofia Maren was fined",
        ),
        (
            "One of them, Dr. Hilde Bauman, resigned on 3 April. She was fined on Monday.",
            "Dr. Hilde Bauman was fined",
        ),
        # a name that looks like many
        ("Paribas sold the bank in April. It bought a mill on Monday.", "Paribas bought a mill"),
        ("Democrats met in April. They elected a leader on Monday.", "Democrats elected a leader"),
        # gender and number
        ("Mr Ode met the queen in April. She left on Monday.", "She left"),
        ("The sailors met in April. He left on Monday.", "He left"),
    ],
)
def test_a_pronoun_has_the_name_it_stands_for(read: Read, text: str, title: str) -> None:
    assert title in [c.title for c in read(text).candidates]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Delvas had been awarded the contract on 22 April.", "Delvas was awarded the contract"),
        ("The Democrats had been told of it on 22 April.", "The Democrats were told of it"),
        ("Nine hundred staff had been told of it on 22 April.", "Nine hundred staff were told of it"),
        ("900 staff had been told of it on 22 April.", "900 staff were told of it"),
        ("£22m had been drawn on 22 April.", "£22m was drawn"),
        ("The 2019 fund had been told of it on 22 April.", "The 2019 fund was told of it"),
        ("Democrats had been told of it on 22 April.", "Democrats were told of it"),
        ("The mines had been sold on 22 April.", "The mines were sold"),
        ("The crisis had been overcome by 22 April.", "The crisis was overcome"),
        ("The gas had been cut off on 22 April.", "The gas was cut off"),
        ("The taxis had been towed on 22 April.", "The taxis were towed"),
        ("The areas had been closed on 22 April.", "The areas were closed"),
    ],
)
def test_a_name_takes_its_form_of_to_be(read: Read, sentence: str, title: str) -> None:
    assert [c.title for c in read(sentence).candidates] == [title]


def test_the_name_behind_a_pronoun_is_compared_like_a_subject(read: Read) -> None:
    text = (
        "The minister, Jan Ode, resigned in April. He was arrested on Monday. He left the country on Tuesday."
    )
    told = {c.title: c.cues for c in read(text).candidates}
    assert "patient:ode^" in told["Jan Ode was arrested"]
    assert "agent:ode^" in told["Jan Ode left the country"]
