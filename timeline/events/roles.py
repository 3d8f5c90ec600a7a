"""Roles: whom a deed befell, and who did it.

Of "X was seized by Y" and "Y seized X" the same. Words of a role that are a name are marked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.events.verb_group import VerbGroup
from timeline.events.word_cues import word_cues

# "University" and "president" say what somebody is, not who.
_ANYBODY = "anybody"  # "a man", "three people": nobody in particular
_KINDS_OF_NAMES = ("titles.person", "titles.organisation", "titles.place", "actors_generic")
NAMED = "^"  # marks a word of a role that is a name


@dataclass(frozen=True, slots=True)
class Roles:
    """The tokens, by their places in the sentence, of whom a deed befell and of who did it."""

    patient: tuple[int, ...] = ()
    agent: tuple[int, ...] = ()


def roles_of(parse: Parse, told: Sequence[int], group: VerbGroup, language: Language) -> Roles:
    """Return the phrases of whom the deed befell and who did it."""
    at = next((n for n, i in enumerate(told) if i >= group.first), len(told))
    end = next((n for n, i in enumerate(told) if i == group.last), at - 1)
    moved = [i for i in told[end + 1 :] if i < group.first]  # "[the agreement that] the two signed"
    subject = _phrase(parse, told[:at], language)
    after = moved or [i for i in told if i > group.last]
    if after and parse.tokens[after[0]].low in language.words["separable"]:  # "called off their strike"
        after = after[1:]
    behind = _phrase(parse, after, language)
    if group.passive:
        agent = language.data["agent"]
        by = next((n for n, i in enumerate(after) if parse.tokens[i].low == agent), len(after))
        return Roles(subject, _phrase(parse, after[by + 1 :], language))
    return Roles(behind or subject, subject)


def _phrase(parse: Parse, indexes: Sequence[int], language: Language) -> tuple[int, ...]:
    """Return the tokens of a phrase up to its first preposition or mark."""
    stops, of = language.union("prepositions", "infinitive_words"), language.words["of"]
    tokens = [parse.tokens[i] for i in indexes]
    end = next(
        (n for n, t in enumerate(tokens) if not t.is_word or (t.low in stops and t.low not in of)),
        len(tokens),
    )
    return tuple(indexes[:end])


def role_cues(parse: Parse, roles: Roles, names: Collection[str], language: Language) -> list[str]:
    """Return the cues of roles, with the words of names marked; `names` are those of the event."""
    return [
        f"{role}:{word}"
        for role, indexes in (("patient", roles.patient), ("agent", roles.agent))
        for word in _words(parse, indexes, names, language)
    ]


def subject_cues(tokens: Sequence[Token], group: VerbGroup, language: Language) -> list[str]:
    """Return the cues of a subject that a pronoun stands for: who does it, or whom it befalls."""
    role = "patient" if group.passive else "agent"
    names = {t.low for t in tokens if t.is_capital}
    return [f"{role}:{word}" for word in _told(range(len(tokens)), tokens, names, language)]


def _words(parse: Parse, indexes: Sequence[int], names: Collection[str], language: Language) -> list[str]:
    return _told(indexes, [parse.tokens[i] for i in indexes], names, language)


def _told(
    indexes: Sequence[int], tokens: Sequence[Token], names: Collection[str], language: Language
) -> list[str]:
    if all(t.low in language.words[_ANYBODY] for t in tokens if _tells(t, language)):
        return []
    named = {
        language.concept(token.low)
        for i, token in zip(indexes, tokens, strict=True)
        if _is_name(token, names, language, first=i == 0)
    }
    telling = [t for t in tokens if t.low not in language.words["pronouns"]]  # "dismissed him": whom is open
    words = [cue.partition(":")[2] for cue in word_cues(telling, language) if cue.startswith("word:")]
    state = language.data["state_word"]  # "U.S." and "United States", "Moscow" and "Russia"
    return [f"{state.get(word, word)}{NAMED}" if word in named else word for word in words]


def _tells(token: Token, language: Language) -> bool:
    """Tell whether a token of a phrase is more than an article, a number or a pronoun."""
    little = language.union("articles", "number_words", "common_words", "pronouns")
    return token.is_word and token.low not in little


def _is_name(token: Token, names: Collection[str], language: Language, *, first: bool) -> bool:
    """Tell whether a word is part of a name; the first of a sentence only where it is one of the event's."""
    if token.low in language.union(*_KINDS_OF_NAMES):
        return False
    return token.low in names or token.low in language.data["country_of"] or (token.is_capital and not first)
