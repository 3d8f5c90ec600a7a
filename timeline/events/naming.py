"""How a subject is written where it takes the place of a pronoun: "Marovia's troops", "hit more than ten"."""

from __future__ import annotations

from collections.abc import Collection

from timeline.events.language import Language


def owner_named(text: str, language: Language) -> str:
    """Return "Marovia's", "Auk Airways'"."""
    mark = str(language.data["possessive"])
    return text + (mark[:1] if text.endswith(mark[1:]) else mark)


def inside(text: str, certain: Collection[str], language: Language) -> str:
    """Return a subject as it stands inside a sentence: without its capital, unless that is a name's."""
    first, _, rest = text.partition(" ")
    low = first.casefold()
    plain = low in language.union("determiners", "number_words", "quantifiers", "measured")
    many = (  # "Residents of the valley"; "Metrovia's director" is no plural
        low.replace("-", "").isalpha()
        and bool(language.patterns["plural"].fullmatch(low))
        and not rest[:1].isupper()
        and first not in certain
    )
    return f"{first.lower() if plain or many else first} {rest}".strip()
