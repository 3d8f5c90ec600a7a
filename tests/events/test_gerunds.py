"""Whether a word is an -ing form, and whether that is a verb where it stands."""

from __future__ import annotations

import pytest

from timeline.events.gerunds import is_active_gerund, is_gerund, may_be_gerund
from timeline.events.language import Language
from timeline.events.tokens import tokenise

WORDS = [
    ("closing", True, True),
    ("selling", True, True),
    ("heckling", False, True),  # of no listed verb
    ("evening", False, False),
    ("king", False, False),
    ("strike", False, False),
    ("sold", False, False),
]

PLACES = [
    ("an advert naming a golfer", "naming", True),
    ("a law banning cars", "banning", True),
    ("staff selling to shops", "selling", False),  # "funding to pay for it"
    ("emergency funding ran out", "funding", False),
    ("men standing in the road", "standing", True),
]


@pytest.mark.parametrize(("word", "known", "possible"), WORDS)
def test_a_word_is_one_or_may_be(word: str, known: bool, possible: bool, english: Language) -> None:
    assert (is_gerund(word, english), may_be_gerund(word, english)) == (known, possible)


@pytest.mark.parametrize(("phrase", "word", "active"), PLACES)
def test_it_is_a_verb_where_it_governs_something(
    phrase: str, word: str, active: bool, english: Language
) -> None:
    tokens = tokenise(phrase, 0, english)
    at = next(i for i, t in enumerate(tokens) if t.low == word)
    assert is_active_gerund(tokens, at, english) is active
