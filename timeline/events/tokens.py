"""The words and marks of a sentence with their places, as the clause reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.events.language import Language

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:/]\d+)*%?"
    r"|\w+(?:[-‐‑]\w+)*(?:['’]\w+)?"
    r"|['’]\w+"
    r"|…|\.{2,}|--|\S"
)
_NUMBERED = re.compile(r"\.?\s?\d")


class Token(NamedTuple):
    """A word, number or mark: `text` as it stands, `low` as it is looked up.

    `start` and `end` are offsets into the article; `is_word` is true of words and numbers, not of marks,
    `is_capital` of what begins with a capital letter.
    """

    text: str
    low: str
    start: int
    end: int
    is_word: bool
    is_capital: bool


def tokenise(text: str, start: int, language: Language) -> tuple[Token, ...]:
    """Cut a sentence that begins at offset `start` of its article into tokens.

    Contractions come apart ("did", "n't").
    """
    places = _places(text, language)
    return tuple(_with_places(text, start, places, language) if places else _split_all(text, start, language))


def phrase_at(tokens: Sequence[Token], index: int, phrases: Mapping[str, tuple[tuple[str, ...], ...]]) -> int:
    """Return how many tokens of the longest of `phrases` (by first word) stand at `index`; 0: none does."""
    for phrase in phrases.get(tokens[index].low, ()):
        here = tokens[index : index + len(phrase)]
        if len(here) == len(phrase) and all(t.low == word for t, word in zip(here, phrase, strict=True)):
            return len(phrase)
    return 0


def _split_all(text: str, start: int, language: Language) -> Iterator[Token]:
    numbering = language.words["numbering"]
    for found in _TOKEN.finditer(text):
        word = found[0]
        low, is_word, is_capital = _looks(word)
        at = start + found.start()
        if "'" in low and (cut := _contraction(low, language)):
            first = language.data["contractions"]["stems"].get(low[:cut], low[:cut])
            yield Token(word[:cut], first, at, at + cut, is_word, is_capital)
            yield Token(word[cut:], low[cut:], at + cut, at + len(word), *_looks(word[cut:])[1:])
            continue
        if is_capital and low in numbering and _NUMBERED.match(text, found.end()):
            low = f"{low}."  # "Well No. 3", "carriage No 2" deny nothing
        # As `Token(...)`, without the call of its own: of this there is most.
        yield tuple.__new__(Token, (word, low, at, at + len(word), is_word, is_capital))


def _with_places(text: str, start: int, places: Mapping[int, int], language: Language) -> Iterator[Token]:
    """Cut what stands between places that say which, and leave those whole."""
    left = 0
    for token in _split_all(text, start, language):
        at = token.start - start
        if at < left:
            continue  # inside such a place
        if at in places:
            left = places[at]
            yield _place(text, at, start, left)
        else:
            yield token


def _places(text: str, language: Language) -> dict[int, int]:
    """Return from where to where places stand that say which: "the Kirkland, Wash., firm".

    Their commas part no clause.
    """
    if ".," not in text and ".-" not in text:
        return {}
    found = language.patterns["attributive_place"].finditer(text)
    return {m.start(m.lastindex or 0): m.end(m.lastindex or 0) for m in found}


def _place(text: str, at: int, start: int, end: int) -> Token:
    """Return a place with its state as one word, no name of its own; it is looked up by its first word."""
    first = _TOKEN.match(text, at)
    low = _looks(first[0])[0] if first else ""
    return Token(text[at:end], low, start + at, start + end, True, False)


@lru_cache(maxsize=1 << 14)
def _looks(word: str) -> tuple[str, bool, bool]:
    """Return how a word is looked up, whether it is no mark, and whether it begins with a capital."""
    is_word = word[0].isalnum() or (len(word) > 1 and word[0] in "'’")
    return word.replace("’", "'").lower(), is_word, word[0].isupper()


def _contraction(low: str, language: Language) -> int:
    """Return where a contraction or a possessive ending begins in a word; 0 where there is none."""
    if "'" not in low[1:]:
        return 0
    for ending in (*language.data["contractions"]["endings"], language.data["possessive"]):
        if low.endswith(ending) and len(low) > len(ending):
            return len(low) - len(ending)
    return len(low) - 1 if low.endswith("'") else 0
