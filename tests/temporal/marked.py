"""Sentences with their mentions in square brackets and what each promises, as grammar files write them."""

import re
from typing import NamedTuple

from timeline.temporal import Mention

MODS = {
    "START", "MID", "END", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
    "EQUAL_OR_LESS", "EQUAL_OR_MORE", "APPROX",
}  # fmt: skip
TYPES = {"DATE", "TIME", "DURATION", "SET"}


class Expected(NamedTuple):
    """What one example promises: only what it names is compared."""

    value: str
    type: str | None = None
    mod: str | None = None
    edtf: str | None = None
    quant: str | None = None
    freq: str | None = None


def read_expected(text: str) -> list[Expected]:
    return [_one(piece.split()) for piece in text.split(" ; ")] if text.strip() != "nothing" else []


def _one(words: list[str]) -> Expected:
    kind = words.pop(0) if words[0] in TYPES else None
    value = words.pop(0)
    mod = words.pop(0) if words and words[0] in MODS else None
    named = dict(zip(words[::2], words[1::2], strict=True))
    return Expected(value, kind, mod, named.get("edtf"), named.get("quant"), named.get("freq"))


def unmarked(text: str) -> tuple[str, list[str]]:
    """Take the square brackets out: the plain text, and the spans that they marked (none: the whole text)."""
    return text.replace("[", "").replace("]", ""), re.findall(r"\[(.*?)\]", text) or [text]


def fits(mention: Mention, expected: Expected) -> bool:
    return (
        mention.value == expected.value
        and (expected.type or mention.type) == mention.type
        and mention.mod == expected.mod
        and (expected.edtf is None or str(mention.when) == expected.edtf)
        and (expected.quant is None or mention.quant == expected.quant)
        and (expected.freq is None or mention.freq == expected.freq)
    )
