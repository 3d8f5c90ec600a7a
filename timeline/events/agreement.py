"""Which form of "to be" a subject takes: "the tugs were", "the head of the mines was"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import Parse
from timeline.events.language import Language

_MORE_THAN = 2  # words of "more than"


def was(parse: Parse, subject: Sequence[int], language: Language) -> str:
    """Return the past of "to be" for a subject, by its first noun before a preposition or comma."""
    forms, words = language.data["headline"]["passive"], language.words
    lows = [parse.tokens[i].low for i in subject]
    lows = lows[: lows.index(",")] if "," in lows[1:] else lows
    if len(lows) > _MORE_THAN and lows[1] in words["comparing"]:
        lows = lows[_MORE_THAN:]  # "more than 1,700"
    ends = (n for n, _ in enumerate(lows) if n + 1 == len(lows) or lows[n + 1] in words["prepositions"])
    if not lows:
        return str(forms["one"])
    head = lows[next(ends)]
    lone = len(subject) == 1 and parse.tokens[subject[0]].is_capital
    one = lone and language.patterns["name"].fullmatch(head)  # "Paribas was"
    many = (
        (language.patterns["plural"].fullmatch(head) and not one)
        or words["coordinators"] & set(lows)
        or head in language.union("number_words", "plural_pronouns")
        or _is_several(head, language)
        or (_is_counted(lows, language) and subject[0] not in parse.times)  # "900 staff were told"
    )
    return str(forms["many"] if many else forms["one"])


def _is_counted(lows: Sequence[str], language: Language) -> bool:
    """Tell whether a number of things opens a subject, and not a sum ("22m")."""
    scaled = len(lows) > 1 and lows[0].replace(".", "").isdigit() and lows[1] in language.data["scales"]
    return _is_several(lows[0], language) and not scaled


def _is_several(low: str, language: Language) -> bool:
    number = language.data["number_values"].get(low, low.replace(",", ""))
    return str(number).isdigit() and int(number) > 1
