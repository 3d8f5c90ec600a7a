"""The words and numbers of a text as cues: what tells something, without its ending.

`word_cues` for a language that the program knows, `plain_cues` for any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.events.language import Language
from timeline.events.tokens import Token

_SAYING_LITTLE = ("common_words", "prepositions", "adverbs", "honorifics")


def word_cues(tokens: Sequence[Token], language: Language) -> list[str]:
    """Return the number and word cues of tokens; number words count as numbers, "3.4 million" as one."""
    found = []
    numbers, scales, known = language.data["number_values"], language.data["scales"], language.known_cues
    for number, token in enumerate(tokens):
        low = token.low
        cue = known.get(low)  # of words alone, never of what tells a number or a scale
        if cue is None:
            if low in numbers or low in scales or token.text[0].isdigit():
                amount = _amount(token, language)
                if amount is not None:
                    times = _scale(tokens[number + 1 : number + 2], language)
                    found.append(f"number:{amount * times:.12g}")
                    continue
                if low in scales:
                    continue
            cue = known[low] = f"word:{language.concept(low)}" if _tells(token, language) else ""
        if cue:
            found.append(cue)
    return found


def term_cues(tokens: Sequence[Token], language: Language) -> list[str]:
    """Return the lengths that tokens tell as cues, in months: "six years", "18 months"."""
    units = language.data["term_units"]
    found = ((_amount(a, language), units.get(b.low)) for a, b in pairwise(tokens))
    return [f"term:{amount * float(unit):.12g}" for amount, unit in found if amount and unit]


def _tells(token: Token, language: Language) -> bool:
    return (
        token.is_word
        and len(token.low) > 1
        and token.low != language.data["possessive"]
        and token.low not in language.union(*_SAYING_LITTLE)
    )


def _amount(token: Token, language: Language) -> float | None:
    """Return the number that a token writes in digits or as a word; None where it writes none."""
    if not token.text[0].isdigit():
        value = language.data["number_values"].get(token.low)
        return None if value is None or token.low in language.data["scales"] else float(value)
    plain = token.text.replace(",", "").rstrip(".%")
    return float(plain) if plain.replace(".", "", 1).isdecimal() else None


def _scale(behind: Sequence[Token], language: Language) -> int:
    """Return what a number is multiplied by: a million for "3 million" and "3m"."""
    scales = language.data["scales"]
    return next((int(scales[t.low]) for t in behind if t.low in scales), 1)


def plain_cues(text: str) -> list[str]:
    """Return the cues of a text in a language that the program has no words of."""
    words = dict.fromkeys(w.casefold() for w in re.findall(r"\w+", text))
    return [f"number:{w}" if w[0].isdigit() else f"word:{w}" for w in words if len(w) > 3 or w[0].isdigit()]  # noqa: PLR2004 - digits, words and lines are counted as people count them
