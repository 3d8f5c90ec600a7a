"""Offences that are named like deeds: nobody did what a charge only names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.conftest import Read
from timeline.events.clauses import Parse

NAMED = [
    "Two brothers were charged on Monday with arson, armed robbery and attempted murder.",
    "A court in Lund jailed a nurse for fraud and attempted extortion on 3 March 2024.",
    "The captain was charged on Tuesday with smuggling or attempted bribery.",
    "Ana Brix was convicted of theft and aggravated assault on Friday.",
]
DONE = [
    "The driver stole a van and attempted suicide in a cell on Tuesday.",
    "The gang entered the vault and attempted robbery on Tuesday.",
    "He left the hall and attempted to cross the border on Tuesday.",
]


@pytest.mark.parametrize("sentence", NAMED)
def test_an_attempted_offence_in_a_charge_is_no_deed(read: Read, sentence: str) -> None:
    titles = [candidate.title for candidate in read(sentence).candidates]
    assert len(titles) == 1, titles
    assert "charged" in titles[0] or "jailed" in titles[0] or "convicted" in titles[0]


@pytest.mark.parametrize("sentence", DONE)
def test_an_attempt_is_a_verb_of_its_own(parse: Callable[[str], Parse], sentence: str) -> None:
    assert "attempt" in {clause.verb.lemma for clause in parse(sentence).clauses if clause.verb}
