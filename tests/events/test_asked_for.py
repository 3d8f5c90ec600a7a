"""What is proposed, demanded or asked for has not happened, though the verb looks like a past form."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read


@pytest.mark.parametrize(
    "sentence",
    [
        "The mediator proposed that the company cut 60 jobs over two years.",
        "The union demanded that the firm put two guards on each ship.",
        "The panel recommended that the council shut the pool in 2023.",
        "The board asked that he quit on Friday.",
        "The minister urged that the army hit the rebels back by Sunday.",
        "Parents begged that the school let the pupils go home on Monday.",
        "Senator Dole Ward requested that the agency cut its losses in 1958.",
        "Britain proposed that both sides set up a joint post at Varn in June.",
    ],
)
def test_what_is_asked_for_is_no_event(sentence: str, read: Read) -> None:
    asking = ("proposed", "demanded", "recommended", "asked", "urged", "begged", "requested")
    titles = [candidate.title for candidate in read(sentence).candidates]
    assert len(titles) <= 1
    assert all(any(verb in title for verb in asking) for title in titles)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The firm cut 60 jobs on Monday, the union said.", "The firm cut 60 jobs"),
        ("The company said that it cut 60 jobs on Monday.", "The company cut 60 jobs"),
        ("The council shut the pool on Monday after the panel asked for it.", "The council shut the pool"),
    ],
)
def test_what_is_said_to_have_been_done_is_one(sentence: str, title: str, read: Read) -> None:
    assert title in [candidate.title for candidate in read(sentence).candidates]
