"""Which ends of lines mean something, and which are only where a line was full.

Somebody who wraps text breaks a line where its next word has no room. What shows that is the width: in text
of letters of one width, that of its longest line; in print, where letters differ in width and a page may hold
a line over all columns above narrow ones, that of the lines near it that surely were wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NARROWEST_WRAP = 25  # a column of a newspaper; shorter lines are short for a reason
WIDEST_WRAP = 200  # lines longer than this were not wrapped by hand or program: each is a paragraph
FULL = 0.75  # of the longest line: so long are lines of print that are full, since letters differ in width
OVER = 1.25  # times the column: a longer line stands over several columns and is none of this one's
NEAR = 12  # lines above and below in which the width of a column shows
BESIDE = 3  # lines of a run that were surely wrapped, where the column is narrowed by what stands beside it
LONGER = 1.1  # times as long as these a line of the same width may be, since letters differ
NARROWEST_BESIDE = 15  # characters of the longest of them
SENTENCE_ENDS = (".", "!", "?", "…", ":", '"', "”", "»", ")")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, the width in characters of the column in which it stands (0 = lines were not wrapped).

    `begins`: whether it begins a line of its own (None = look).
    """

    text: str
    width: int
    begins: bool | None = None


def longest_wrap(lines: Sequence[str]) -> int:
    """Return how long lines get where somebody wrapped them, or 0 where nobody did."""
    longest = max(map(len, lines))
    return longest if NARROWEST_WRAP <= longest <= WIDEST_WRAP else 0


def column_widths(lines: Sequence[str]) -> list[int]:
    """Return the width of the column in which each line of print stands, 0 where nothing near it shows one.

    A line was surely wrapped where the next one goes on with a small letter.
    """
    wrapped = [
        len(line) if following[:1].islower() and not line.endswith(SENTENCE_ENDS) else 0
        for line, following in zip(lines, (*lines[1:], ""), strict=True)
    ]
    widths = [max(wrapped[max(0, n - NEAR) : n + NEAR + 1]) for n in range(len(lines))]
    widths = [width if NARROWEST_WRAP <= width <= WIDEST_WRAP else 0 for width in widths]
    for first, end in _narrow_runs(lines, widths):
        sure = [width for width in wrapped[first:end] if width]
        beside = max(sure, default=0)
        if len(sure) >= BESIDE and beside >= NARROWEST_BESIDE:
            for n in range(first, end):
                # A longer one is the last of a paragraph above or below what stands beside the others.
                widths[n] = beside if len(lines[n]) <= LONGER * beside else widths[n]
    return widths


def _narrow_runs(lines: Sequence[str], widths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield from where to where lines follow each other that are all too short for their column.

    They run beside a picture or a box.
    """
    first = 0
    for number, (line, width) in enumerate(zip((*lines, ""), (*widths, 0), strict=True)):
        if not line or len(line) >= FULL * width:
            yield first, number
            first = number + 1


def joined(lines: Sequence[Line], page: str, *, is_print: bool = False) -> str:
    """Join the lines of a paragraph, with a space where one was merely wrapped; `page` marks a new page."""
    last = lines[0]
    text = last.text
    for number, line in enumerate(lines[1:]):
        may_end = number == 0 or last.text.endswith(SENTENCE_ENDS)  # a headline, or a sentence
        fresh = line.begins
        if fresh is None and last.text:
            fresh = not _is_wrapped(last, line.text.lstrip(page), may_end=may_end, is_print=is_print)
        text += ("\n" if fresh else " " if last.text else "") + line.text
        last = line
    return text.strip("\n")


def _is_wrapped(line: Line, following: str, *, may_end: bool, is_print: bool) -> bool:
    """Whether the line ends only because the next word had no room, or plainly goes on below."""
    if following[:1].islower():
        return True
    if is_print and len(line.text) > OVER * line.width:
        return False
    if is_print and not line.text.endswith(SENTENCE_ENDS):
        return len(line.text) >= FULL * line.width > 0
    room = line.width if may_end else line.width - line.width // 8
    first_word = following.split(maxsplit=1)[0] if following else ""
    return len(line.text) + 1 + len(first_word) > room > 0
