"""Bodies of which only the place has a name: "the Halmstad port authority", "the council of Harrow".

It is the body that acts, not the town.
"""

from __future__ import annotations

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.tokens import Token


def body_around(parse: Parse, first: int, last: int, language: Language) -> tuple[int, int] | None:
    """Return the first and last token of the body that the name in tokens `first` to `last` stands in."""
    kinds = language.words["titles.organisation"]
    at = last + 1
    while at < len(parse.tokens) and at not in parse.times and _goes_on(parse.tokens[at], language):
        at += 1
    if ends := [n for n in range(last + 1, at) if parse.tokens[n].low in kinds]:
        return first, ends[-1]
    is_of = first > 1 and parse.tokens[first - 1].low in language.words["of"]
    return (first - 2, last) if is_of and parse.tokens[first - 2].low in kinds else None


def _goes_on(token: Token, language: Language) -> bool:
    return token.is_word and token.text[0].islower() and is_noun(token, language)


def is_noun(token: Token, language: Language) -> bool:
    """Tell whether a word behind a name may be a noun."""
    closed = language.union(
        "prepositions",
        "coordinators",
        "relatives",
        "subordinators",
        "relative_that",
        "adverbs",
        "auxiliary_words",
    )
    is_verb = (
        any(form.form in {"past", "third"} for form in language.verb(token.low))
        and token.low not in language.words["verbs.also_nouns"]
    )
    return token.low not in closed and not is_verb
