"""Roles: whom a deed befell, and who did it.

Of "X was seized by Y" and "Y seized X" the same. Words of a role that are a name are marked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.events.verbs import VerbGroup
from timeline.events.word_cues import word_cues

# "University" and "president" say what somebody is, not who.
_KINDS_OF_NAMES = ("titles.person", "titles.organisation", "titles.place", "actors_generic")
NAMED = "^"  # marks a word of a role that is a name


def roles_of(
    parse: Parse, told: Sequence[int], group: VerbGroup, names: Collection[str], language: Language
) -> list[str]:
    """Return the cues of whom the deed befell and who did it; `names`: the words of the names."""
    subject = _phrase(parse, [i for i in told if i < group.first], names, language)
    after = [i for i in told if i > group.last]
    behind = _phrase(parse, after, names, language)
    if group.passive:
        agent = language.data["agent"]
        by = next((n for n, i in enumerate(after) if parse.tokens[i].low == agent), len(after))
        return _named("patient", subject) + _named("agent", _phrase(parse, after[by + 1 :], names, language))
    return _named("patient", behind or subject) + _named("agent", subject)


def _phrase(parse: Parse, indexes: Sequence[int], names: Collection[str], language: Language) -> list[str]:
    """Return the words of a phrase up to its first preposition; names are marked."""
    tokens = []
    named: set[str] = set()
    for index in indexes:
        token = parse.tokens[index]
        ends = (
            token.low in language.words["prepositions"]
            or token.low in language.words["infinitive_words"]
            or token.low == ","
        )
        if ends and token.low not in language.words["of"]:
            break
        tokens.append(token)
        if _is_name(token, names, language, first=index == 0):
            named.add(language.concept(token.low))
    words = [cue.partition(":")[2] for cue in word_cues(tokens, language) if cue.startswith("word:")]
    return [f"{word}{NAMED}" if word in named else word for word in words]


def _is_name(token: Token, names: Collection[str], language: Language, *, first: bool) -> bool:
    """Tell whether a word is part of a name; the first of a sentence only where it is one of the event's."""
    if any(token.low in language.words[name] for name in _KINDS_OF_NAMES):
        return False
    return token.low in names or token.low in language.data["country_of"] or (token.is_capital and not first)


def _named(role: str, words: Sequence[str]) -> list[str]:
    return [f"{role}:{word}" for word in words]
