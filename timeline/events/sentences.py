"""Sentences of an article with their offsets, and which of them are no part of the news.

`split(text, language)` breaks at line ends first (a wrapped paragraph is one line), then with nupunkt. A
`Piece` with `furniture` is a photo credit, a byline, "READ MORE", a heading, a leaked prompt and the like:
shown with its reason, never read for events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from timeline.events.language import Language

_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[\"”»]$")
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")
# "… this month. President Bazoum …": a full stop behind a whole word in small letters ends a sentence,
# whatever the splitter says.
_MISSED = re.compile(r"(?:(?<=[^\W\d_A-Z]{4})|(?<=\s[^\W\d_A-Z]{3}))([.!?][\"”’)]?)\s+(?=[\"“(]?[A-Z])")
# "It opens at 2 p.m. Its head …": a time of day ends a sentence where a little word in capitals follows.
_HOUR = re.compile(r"(?<=[ap]\.m)(\.)\s+(?=([A-Z][a-z]*)\b)")
_LITTLE = ("determiners", "pronouns", "prepositions", "subordinators", "number_words", "coordinators")
# "MELBRIDGE, 12 mai (AFP) - " in any language: a name, a day with its month, and a dash.
_PLAIN_DATELINE = re.compile(
    r"[^\W\d_][\w.''’ -]{1,40}?,?\s+(?:[^\W\d_]{1,6}\s+)?"
    r"(?:\d{1,2}(?:er|\.|º)?\s+(?:de\s+)?[^\W\d_]{3,12}\.?|[^\W\d_]{3,12}\s+\d{1,2})"
    r"(?:,?\s+(?:de\s+)?\d{4})?,?\s*(?:\([^)]{1,40}\)\s*)?(?:[–—]+|-+(?=\s))\s+"
)
# A sentence that ends inside a line ("… officials said. NNT SKR"): the line is no heading.
# Five words and no more: a longer run ends with five, and to look for the longest is quadratic.
_INSIDE = re.compile(r"(?:\b\w+\b\W+){5}[^\W\d_A-Z]{3,}[.!?][\"”’)]?\s")
_ORDINAL = re.compile(r"(?<!\S)\d{1,2}\.\s*\Z")
_WRAPPED_AT_MOST = 100  # characters: longer lines are paragraphs
_WRAPPED_AT_LEAST = 50
_LONGEST_HEADING = 16  # words
_CELLS = " | "  # what stands between two cells of a table, as the readers of files write it
_LEAST_IN_CELL = 4  # words of a cell that tells something: few tables have full stops
_LONGEST_SENTENCE = 2_000  # characters; what is longer is no sentence, and costs time


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, `text[start:end]` of its article.

    `read_from` is where its words begin behind a date line ("HONOLULU, May 2 —").
    """

    start: int
    end: int
    furniture: str = ""
    read_from: int = -1

    @property
    def first(self) -> int:
        """Where the words to be read begin."""
        return self.start if self.read_from < 0 else self.read_from

    @property
    def is_below_date(self) -> bool:
        """Whether it was joined to the line above, which is only a date."""
        return self.read_from == self.start


def split(text: str, language: Language | None) -> list[Piece]:
    """Return the sentences of a text in order."""
    pieces: list[Piece] = []
    words = language.furniture.words_in(text) if language else ()
    for start, end in _lines(text):
        pieces.extend(_of_line(text, start, end, language, words))
    return pieces


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield paragraphs: single lines, or the lines of a block where the text is wrapped."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+", text)]
    wrapped = _is_wrapped([text[a:b] for a, b in lines])
    block: tuple[int, int] | None = None
    for start, end in lines:
        if not text[start:end].strip():
            continue
        if block and _goes_on(text, block, start, end, wrapped=wrapped):
            block = (block[0], end)
            continue
        if block:
            yield block
        block = (start, end)
    if block:
        yield block


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines are broken at a margin.

    None is long, and most of those that end no sentence are near it.
    """
    lengths = [len(line) for line in lines if line.strip()]
    open_lengths = sorted(len(line) for line in lines if line.strip() and not _ENDS.search(line.rstrip()))
    if len(open_lengths) < 2 or max(lengths) > _WRAPPED_AT_MOST:  # noqa: PLR2004 - digits, words and lines are counted as people count them
        return False
    return open_lengths[len(open_lengths) // 2] >= _WRAPPED_AT_LEAST


def _goes_on(text: str, block: tuple[int, int], start: int, end: int, *, wrapped: bool) -> bool:
    """Tell whether a line continues the block before it."""
    gap = text[block[1] : start]
    if len(re.findall(r"\r\n|\n|\r|[\f\x85\u2028\u2029]", gap)) != 1:
        return False
    line = text[start:end]
    if _BULLET.match(line) or not gap:
        return False
    # Of a block that grows line by line its end is looked at alone: all of it each time would be quadratic.
    last = text[max(block[0], block[1] - 2 * _WRAPPED_AT_MOST) : block[1]].splitlines()[-1]
    if wrapped:
        return len(last) >= _WRAPPED_AT_LEAST or not _ENDS.search(last.rstrip())
    return line.lstrip()[:1].islower() and not _ENDS.search(last.rstrip())


def _of_line(
    text: str, start: int, end: int, language: Language | None, words: Sequence[str]
) -> Iterator[Piece]:
    line = text[start:end]
    why = _furniture(line, language, words) or _heading(line)
    if why:
        yield _trimmed(text, start, end, why)
        return
    spans = _spans(line)
    for first, last in _behind_hours(line, spans, language) if language else _with_ordinals(line, spans):
        piece = _trimmed(text, start + first, start + last, "")
        if piece.start < piece.end:
            yield _read(text, piece, language, words)


def _read(text: str, piece: Piece, language: Language | None, words: Sequence[str]) -> Piece:
    sentence = text[piece.start : piece.end]
    why = _furniture(sentence, language, words)
    if not why and len(sentence) > _LONGEST_SENTENCE:
        why = "too long for a sentence"
    behind = 0 if why else _dateline(sentence, language)
    return Piece(piece.start, piece.end, why, piece.start + behind if behind else -1)


def _dateline(sentence: str, language: Language | None) -> int:
    """Return how many characters the date line in front of a sentence takes."""
    bullet = _BULLET.match(sentence)
    if bullet:
        return bullet.end()
    if language is None:
        plain = _PLAIN_DATELINE.match(sentence)
        opens = sentence[plain.end() :].lstrip('«„“" ') if plain else ""
        return plain.end() if plain and sentence[0].isupper() and not opens[:1].islower() else 0
    if label := language.patterns["asking_label"].match(sentence):
        return label.end()
    found = language.patterns["dateline"].match(sentence)
    if not found:
        return 0
    has_marks = (
        language.patterns["dateline_capitals"].match(sentence)
        or "(" in found[0]
        or re.search(r"\d", found[0])
    )
    return found.end() if has_marks else 0


def _furniture(line: str, language: Language | None, words: Sequence[str]) -> str:
    return language.furniture.what(line, words) if language else ""


def _heading(line: str) -> str:
    """Note that a line of few words that ends no sentence is a heading."""
    stripped = line.strip()
    if stripped.startswith("#"):
        return "a heading"
    if _ENDS.search(stripped) or _BULLET.match(line):
        return "" if re.search(r"\w", stripped) else "no words"
    if _CELLS in stripped and _is_row(stripped.split(_CELLS)):
        return ""
    if _INSIDE.search(stripped):
        return ""
    words = re.findall(r"\w+", stripped)
    capitals = sum(w[0].isupper() or w[0].isdigit() for w in words)
    if len(words) <= _LONGEST_HEADING or capitals * 2 > len(words):
        return "a heading"
    return ""


def _is_row(cells: list[str]) -> bool:
    """Tell whether one cell tells something and another has a figure, as a date has.

    "Old bridge closed to lorries | The Gazette" is the title of a page.
    """
    told = [cell for cell in cells if len(cell.split()) >= _LEAST_IN_CELL]
    return bool(told) and any(re.search(r"\d", cell) for cell in cells if cell is not told[0])


def _with_ordinals(line: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what was parted behind "15.": many languages write an ordinal so, above all before a month."""
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and _ORDINAL.search(line, 0, joined[-1][1]):
            joined[-1] = joined[-1][0], last
        else:
            joined.append((first, last))
    return joined


def _behind_hours(line: str, spans: list[tuple[int, int]], language: Language) -> Iterator[tuple[int, int]]:
    """Part what the splitter left together behind "2 p.m."."""
    for first, last in spans:
        at = first
        for found in _HOUR.finditer(line, first, last):
            if _opens(found[2].lower(), line[at : found.start()], line[found.end() :], language):
                yield at, found.end(1)
                at = found.end()
        yield at, last


def _opens(word: str, before: str, behind: str, language: Language) -> bool:
    """Tell whether a word in capitals behind "2 p.m." opens a sentence: no day, no zone, and a verb before.

    "It opens at 2 p.m. Visitors …"; not "at 2 p.m. Friday", "at 2 p.m. Arl time", "At 2 p.m. Roe rang".
    """
    if any(word in language.words[name] for name in _LITTLE):
        return True
    follows = {w.lower().strip(".,;") for w in behind.split(maxsplit=2)[:2]}
    if follows & language.union("behind_hours", "weekdays"):
        return False
    lows = re.findall(r"[^\W\d_]+", before.lower())
    told = {form.form for low in lows for form in language.verb(low)} & {"past", "third"}
    return bool(told) or any(low in language.words["auxiliary_words"] for low in lows)


def _spans(line: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for first, last in _tokenizer()(line):
        at = first
        for found in _MISSED.finditer(line, first, last):
            spans.append((at, found.end(1)))
            at = found.end()
        spans.append((at, last))
    return spans


@lru_cache(maxsize=1)
def _tokenizer() -> Any:  # noqa: ANN401 - nupunkt has no types
    from nupunkt import sent_spans

    return sent_spans


def _trimmed(text: str, start: int, end: int, why: str) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(start, end, why)
