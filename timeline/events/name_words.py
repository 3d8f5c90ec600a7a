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


def is_somebodys(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Tell whether a name is plainly a person's: by a title, what somebody is, an age, or "who"."""
    words = language.words
    if any(tokens[i].low in language.union("titles.organisation", "bodies") for i in range(first, last + 1)):
        return False
    before = first - 1
    if before > 0 and tokens[before].low in words["stops"] and tokens[before].start == tokens[before - 1].end:
        before -= 1  # "Mr. Weil"
    titled = any(tokens[i].low in words["titles.person"] for i in range(first, last))
    led = before >= 0 and tokens[before].low in language.union("titles.person", "people")
    behind = [t.low for t in tokens[last + 1 : last + 4]]
    aside = behind[:1] == [","]
    aged = (
        aside and len(behind) > _AGED and behind[1].isdigit() and len(behind[1]) == _AGED and behind[2] == ","
    )
    related = bool(behind[aside:]) and behind[aside] in words["relatives_of_people"]
    many = any(low in words["plural_auxiliaries"] for low in behind)  # "Town, who have lost,"
    related = related and not many
    return titled or led or aged or related


_AGED = 2  # figures of an age
