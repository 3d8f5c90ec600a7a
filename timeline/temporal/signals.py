"""Signals: the words before a date that turn it into an open stretch, as "since" does in "since 2018".

The words are data of the language (`signal` in its grammar file), each with one of the meanings below.
"""

from functools import lru_cache

from timeline.temporal.days import Day
from timeline.temporal.grammar import load
from timeline.temporal.language import Grammar
from timeline.temporal.timeless import Resolution
from timeline.temporal.words import Words


def signalled(
    grammar: Grammar, known: Words, start: int, resolution: Resolution
) -> tuple[str | None, int | None, str | None]:
    """Give the signal before a word, where it starts in the text, and the EDTF that takes it in."""
    found = _signal(grammar.language, known.forms, start) if resolution.edtf and resolution.place else None
    if found is None or resolution.place is None or resolution.edtf is None:
        return None, None, resolution.edtf
    length, meaning = found
    words = known
    begin, end = words.starts[start - length], words.ends[start - 1]
    return words.text[begin:end], begin, _opened(meaning, resolution.edtf, *resolution.place.days)


@lru_cache(maxsize=16)
def _signals(language: str) -> tuple[dict[tuple[str, ...], str], int]:
    """Give the signals of a language with their meanings, and the number of words of the longest."""
    forms = {form: str(value) for form, value in load(language).forms("signal").items()}
    return forms, max(map(len, forms), default=0)


def _signal(language: str, forms: tuple[str, ...], start: int) -> tuple[int, str] | None:
    """Find the longest signal that ends right before a word: its length and its meaning."""
    meanings, longest = _signals(language)
    for length in range(min(longest, start), 0, -1):
        meaning = meanings.get(forms[start - length : start])
        if meaning:
            return length, meaning
    return None


def _opened(meaning: str, edtf: str, first: Day, last: Day) -> str:
    """Open a date to one side. A date that is itself a set gives its outer days."""
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
