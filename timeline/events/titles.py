"""What a title tells: the kinds of deed of its verbs and nouns, and whether one is denied."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from timeline.events import language
from timeline.events.deeds import noun_deeds, verb_deeds
from timeline.events.denials import denies
from timeline.events.tokens import tokenise

_TOLD = frozenset({"past", "third"})  # forms of a verb in a title


class Title(NamedTuple):
    """What a title tells: the kinds of deed of its verbs and of its nouns; whether one is denied."""

    deeds: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    is_denial: bool = False


@lru_cache(maxsize=1 << 14)
def told_in(text: str, code: str) -> Title:
    """Read a title in the language of a code; nothing where the program has no words of it."""
    known = language.load(code)
    if known is None:
        return Title()
    tokens = tokenise(text, 0, known)
    told = (n for n, token in enumerate(tokens) if not _TOLD.isdisjoint(known.readings(token.low)))
    return Title(
        frozenset(verb_deeds(tokens, known)),
        frozenset(noun_deeds(tokens, known)),
        any(denies(tokens, n, known) for n in told),
    )
