"""Signals: the words before a date that turn it into an open stretch, as "since" does in "since 2018".

The words are data of the language (`signal` in its grammar file), each with one of the meanings below.
"""

from functools import lru_cache

from timeline.temporal.cells import Place
from timeline.temporal.grammar import load
from timeline.temporal.words import Words


def signalled(
    language: str, known: Words, start: int, edtf: str, place: Place
) -> tuple[str | None, int | None, str]:
    """Give the signal before a word, where it starts in the text, and the EDTF that takes it in."""
    found = _signal(language, known.forms, start)
    if found is None:
        return None, None, edtf
    length, meaning = found
    begin, end = known.starts[start - length], known.ends[start - 1]
    return known.text[begin:end], begin, _opened(meaning, edtf, place)


@lru_cache(maxsize=16)
def _signals(language: str) -> tuple[dict[tuple[str, ...], str], frozenset[str], int]:
    """Give the signals of a language with their meanings, their last words, and the length of the longest."""
    forms = {form: str(value) for form, value in load(language).forms("signal").items()}
    return forms, frozenset(form[-1] for form in forms), max(map(len, forms), default=0)


def _signal(language: str, forms: tuple[str, ...], start: int) -> tuple[int, str] | None:
    """Find the longest signal that ends right before a word: its length and its meaning."""
    meanings, lasts, longest = _signals(language)
    if forms[start - 1] not in lasts:
        return None
    for length in range(min(longest, start), 0, -1):
        meaning = meanings.get(forms[start - length : start])
        if meaning:
            return length, meaning
    return None


def _opened(meaning: str, edtf: str, place: Place) -> str:
    """Open a date to one side. A date that is itself a set gives its outer days."""
    first, last = place.days
    plain = not edtf.startswith("[") and "/" not in edtf
    if meaning == "SINCE":
        return f"{edtf if plain else first.iso}/.."
    if meaning == "UNTIL":
        return f"../{edtf if plain else last.iso}"
    if meaning == "BY":
        return f"[..{edtf if plain else last.iso}]"
    if meaning == "BEFORE":
        return f"[..{first.plus(-1).iso}]"
    return f"[{last.plus(1).iso}..]"
