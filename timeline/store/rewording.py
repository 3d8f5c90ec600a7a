"""What a text says now where it is quoted with other words: a fact that its publisher has corrected.

A quotation that is not found is looked for by its words: the stretch of the text that has most of them, in
their order. Short words tell little in any language, so that a word counts by its letters beyond the third.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from timeline.store.quotes import LEFT_OUT, is_found

_WORD = re.compile(r"[\w€£$%]+(?:[.,:'’-]\w+)*%?")
_ENDS = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+|\n+")
_SHORT = 3  # letters
_LIKE = 0.55  # of the weight of a quotation that a text must have for its words to be the same, reworded
_FEWEST = 4  # words that a quotation must have for that
_MOST = 3  # differences that a reader still sees through
_LONG = 8  # words of one of them


def now_reads(quote: str, text: str) -> str:
    """Return the words of a text that a quotation is of, reworded; "" where nothing there is plainly that."""
    wanted = _words(LEFT_OUT.sub(" ", quote))
    if len(wanted) < _FEWEST:
        return ""
    count = len(_sentences(quote)) + 1
    best = max(_windows(text, count), key=lambda window: _shared(wanted, window), default="")
    matched = _matched(wanted, _words(best))
    if sum(_weight(wanted[a]) for a, _ in matched) < _LIKE * sum(map(_weight, wanted)):
        return ""
    return _cut(best, matched, len(wanted))


def differences(quote: str, now: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a quotation that stand otherwise now, in order: as quoted, and as they are.

    Empty where they are too many, or too long, to be seen through. Where words were left out, each piece is
    looked for by itself.
    """
    parts = [part for part in LEFT_OUT.split(quote) if part.strip()]
    if len(parts) > 1:
        found = [(part, now_reads(part, now)) for part in parts if not is_found(part, now)]
        changes = [change for part, words in found if words for change in _changes(part, words)]
    else:
        changes = _changes(quote, now)
    plain = all(len(words.split()) <= _LONG for pair in changes for words in pair)
    return tuple(changes) if plain and len(changes) <= _MOST else ()


def _changes(quote: str, now: str) -> list[tuple[str, str]]:
    old, new = _spans(quote), _spans(now)
    compared = _compared([w for w, *_ in old], [w for w, *_ in new])
    places = [place for kind, *place in compared.get_opcodes() if kind != "equal"]
    return [(_slice(quote, old, a, b), _slice(now, new, c, d)) for a, b, c, d in places]


def _windows(text: str, most: int) -> Iterator[str]:
    """Yield each run of up to so many sentences: an abbreviation ends none, and nobody here knows them."""
    sentences = _sentences(text)
    for start in range(len(sentences)):
        for count in range(1, most + 1):
            if start + count <= len(sentences):
                yield " ".join(sentences[start : start + count])


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in map(str.strip, _ENDS.split(text)) if sentence]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _weight(word: str) -> int:
    return 1 if word[:1].isdigit() else max(0, len(word) - _SHORT)


def _shared(wanted: Sequence[str], window: str) -> tuple[int, int, int]:
    """Weigh the words that a stretch shares with a quotation; of two that share the same, the shorter."""
    words = _words(window)
    common = Counter(wanted) & Counter(words)
    return sum(_weight(word) * count for word, count in common.items()), common.total(), -len(words)


def _compared(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)


def _matched(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    return [(a + n, b + n) for a, b, size in _compared(old, new).get_matching_blocks() for n in range(size)]


def _cut(window: str, matched: Sequence[tuple[int, int]], count: int) -> str:
    """Return the part of a stretch that stands for a quotation of so many words."""
    spans = _spans(window)
    (first_old, first), (last_old, last) = matched[0], matched[-1]
    begin, end = max(0, first - first_old), min(len(spans) - 1, last + count - 1 - last_old)
    whole = begin == 0 and end == len(spans) - 1
    return window if whole else window[spans[begin][1] : spans[end][2]]


def _spans(text: str) -> list[tuple[str, int, int]]:
    return [(found[0].casefold(), found.start(), found.end()) for found in _WORD.finditer(text)]


def _slice(text: str, spans: Sequence[tuple[str, int, int]], start: int, end: int) -> str:
    return text[spans[start][1] : spans[end - 1][2]] if start < end else ""
