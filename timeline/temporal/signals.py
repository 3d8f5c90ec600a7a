"""Signals: the words before a date that turn it into an open stretch, as "since" does in "since 2018".

The words are data of the language (`signal` in its grammar file), each with one of the meanings below.
"""

from functools import lru_cache
from typing import NamedTuple

from timeline.temporal.cells import Place
from timeline.temporal.grammar import load
from timeline.temporal.interval import Grain
from timeline.temporal.words import Words


class Signals(NamedTuple):
    """The signals of a language with their meanings, their last words, and the length of the longest."""

    meanings: dict[tuple[str, ...], str]
    lasts: frozenset[str]
    longest: int

    def opened(self, known: Words, start: int, edtf: str, place: Place) -> tuple[str | None, int | None, str]:
        """Give the signal before a word, where it starts in the text, and the EDTF that takes it in."""
        for length in range(min(self.longest, start), 0, -1):
            meaning = self.meanings.get(known.forms[start - length : start])
            if meaning:
                begin, end = known.starts[start - length], known.ends[start - 1]
                return known.text[begin:end], begin, _opened(meaning, edtf, place)
        return None, None, edtf


@lru_cache(maxsize=16)
def signals(language: str) -> Signals:
    """Give the signals of a language."""
    forms = {form: str(value) for form, value in load(language).forms("signal").items()}
    return Signals(forms, frozenset(form[-1] for form in forms), max(map(len, forms), default=0))


def _opened(meaning: str, edtf: str, place: Place) -> str:
    """Open a date to one side. A date that is itself a set gives its outer days.

    What lies before noon on Monday may lie on Monday, before the end of May on its last days, and after the
    beginning of May on its first.
    """
    first, last = place.days
    beyond = 1 if place.cell.grain >= Grain.DAY else 0
    plain = not edtf.startswith("[") and "/" not in edtf
    if meaning == "SINCE":
        return f"{edtf if plain else first.iso}/.."
    if meaning == "UNTIL":
        return f"../{edtf if plain else last.iso}"
    if meaning == "BY":
        return f"[..{edtf if plain else last.iso}]"
    if meaning == "BEFORE":
        return f"[..{(last if place.mod == 'END' else first.plus(-beyond)).iso}]"
    return f"[{(first if place.mod == 'START' else last.plus(beyond)).iso}..]"
