"""What stands above a text: the paper and the day, in short lines of their own.

Print sets them over a headline, pages below it. A day found there is only ever proposed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from timeline.articles.readers.piece import CELLS, Piece, Words
from timeline.articles.readers.plain import FIRST_LINE, split_title

_TOP, _SHORT = 3, 80  # lines at the head of a text in which a day may stand, and their longest
_NAME = 5  # words that a name may have, with one before it
_PARTED = re.compile(r"[,;:|/·•()–—]|\s-\s")
_FIELDS = "|/·•"  # what parts one statement about a piece from the next
_APART = ",;:|/·•()–—-"  # what parts a day from the name of a paper; in a sentence there is none of it


def without_masthead(
    piece: Piece, language: str, publishers: Collection[str]
) -> tuple[Piece, dict[str, Words]]:
    """Find day and publisher in short lines above the text ("The Monitor, 2 March 2025").

    The publisher is one that the project has already. Such a line is no title: where it was taken for one,
    the next line may be.
    """
    found: dict[str, Words] = {}
    while (title := piece.stated.get("title")) and title.origin == FIRST_LINE:
        told = _masthead(title.value, language, publishers)
        if not told:
            break
        found = told | found
        following, text = split_title(piece.text)
        stated = {key: words for key, words in piece.stated.items() if key != "title"}
        stated |= {"title": Words(following, FIRST_LINE)} if following else {}
        piece = replace(piece, stated=stated, text=text)
    rows = sum(CELLS in line for line in piece.text.split("\n"))  # those of a chronology begin with days
    lines = [line for line in piece.text.split("\n") if line.strip() and not (rows > 1 and CELLS in line)]
    for line in lines[:_TOP]:
        found = _day_in(line, language, after_name=True) | _publisher_in(line, publishers) | found
    return piece, found


def _masthead(line: str, language: str, publishers: Collection[str]) -> dict[str, Words]:
    return _day_in(line, language) | _publisher_in(line, publishers)


def _publisher_in(line: str, publishers: Collection[str]) -> dict[str, Words]:
    if len(line) > _SHORT:
        return {}
    parts = {part.strip().casefold() for part in _PARTED.split(line)}
    named = next((name for name in sorted(publishers) if name.casefold() in parts), "")
    return {"publisher": Words(named, f'its first lines, "{line.strip()}"')} if named else {}


def _day_in(line: str, language: str, *, after_name: bool = False) -> dict[str, Words]:
    """Find the day, or the minute, that stands apart in a short line.

    `after_name`: or with nothing but names on either side of it ("By Jo Marsh 2 March 2025", "Posted Mar 2,
    2025 | Updated 9:14 a.m.", "THE MONITOR Monday 2 March 2025 Page 7").
    """
    from timeline.temporal import Grain, find

    if len(line) > _SHORT:
        return {}
    times = find(line, language=language)
    if line.rstrip().endswith(".") and not any(time.end == len(line.rstrip()) for time in times):
        return {}  # a sentence; "9:14 a.m." ends none
    for time in times:
        before, after = line[: time.start].rstrip(), line[time.end :].lstrip()
        is_day = time.grain in {Grain.DAY, Grain.HOUR, Grain.MINUTE} and time.when and not time.range
        if is_day and _stands_apart(before, after, among_names=after_name):
            return {"published": Words(str(time.when), f'its first lines, "{time.text}"')}
    return {}


def _stands_apart(before: str, after: str, *, among_names: bool) -> bool:
    if (not before or before[-1] in _APART) and (not after or after[0] in _APART):
        return True
    return among_names and _is_name(before) and (_is_name(after) or after[0] in _FIELDS)


def _is_name(words: str) -> bool:
    return len(words.split()) <= _NAME and not any(word[0].islower() for word in words.split())
