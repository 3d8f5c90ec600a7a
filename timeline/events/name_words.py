"""Which words are part of a name, and which only stand before one ("Dr.") or say where from ("Arl-based")."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.language import Language
from timeline.events.tokens import Token


def goes_on_behind_stop(tokens: Sequence[Token], first: int, at: int, language: Language) -> bool:
    """Read "St. Brendan's", "Ft. Worth": a full stop inside one name."""
    short = tokens[first].low in language.words["name_abbreviations"] and at == first + 1
    stops = short and at + 1 < len(tokens) and tokens[at].low in language.words["stops"]
    return stops and tokens[at].start == tokens[first].end and tokens[at + 1].is_capital


def is_name_word(tokens: Sequence[Token], index: int, times: frozenset[int], language: Language) -> bool:
    """Tell whether a word is part of a name: it has a capital that is no sentence's, title's or time's."""
    token = tokens[index]
    if index in times or not token.is_word or not token.is_capital or _is_compound(token, language):
        return False
    if token.low in language.words["titles.person"] and _is_abbreviated(tokens, index, language):
        return False  # "Dr. Hilde Bauman"
    return token.low not in language.words["not_names"] or (token.text.isupper() and len(token.text) > 1)


def _is_abbreviated(tokens: Sequence[Token], index: int, language: Language) -> bool:
    after = tokens[index + 1 : index + 3]
    stops = bool(after) and after[0].low in language.words["stops"] and after[0].start == tokens[index].end
    return stops and after[-1].is_capital  # not at the end of a sentence


def _is_compound(token: Token, language: Language) -> bool:
    """Tell whether a word only says where something comes from: "Dubai-based", "Paris-listed"."""
    _, hyphen, last = token.text.rpartition("-")
    return bool(hyphen and last.islower() and language.verb(last))
