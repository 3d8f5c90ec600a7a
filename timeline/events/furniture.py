"""Furniture: lines and sentences that are no part of the news, by the patterns of a language's file.

A photo credit, a byline, "READ MORE", a leaked prompt. `Furniture.read(rows)` reads `furniture`, a row each
[what it is, pattern, words]; `what(line, words)` names what a line is. The words are there to save time: a
pattern with words is only tried where one of them stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Furniture:
    """The patterns in their order, and what tells quickly that none of them can match.

    `begins` holds the patterns that match at the head of a line alone, `within` the others without words.
    """

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    begins: re.Pattern[str]
    within: re.Pattern[str]
    words: tuple[str, ...]

    @classmethod
    def read(cls, rows: Sequence[Sequence[str]]) -> Furniture:
        """Read the rows of a file."""
        words = {pattern: needed for _, pattern, *needed in rows}
        begins = [pattern for pattern in words if is_anchored(pattern)]
        within = [pattern for pattern in words if pattern not in begins and not words[pattern]]
        return cls(
            tuple((what, re.compile(pattern)) for what, pattern, *_ in rows),
            _any_of(begins),
            _any_of(within),
            tuple(dict.fromkeys(word for needed in words.values() for word in needed)),
        )

    def words_in(self, text: str) -> tuple[str, ...]:
        """Return those of the words that a text holds: its lines need not be searched for the others."""
        low = text.lower()
        return tuple(word for word in self.words if word in low)

    def what(self, line: str, words: Sequence[str]) -> str:
        """Return what a line or sentence is; "" for news. `words` are those that its text holds."""
        low = line.lower() if words else ""
        if not (self.begins.match(line) or any(word in low for word in words) or self.within.search(line)):
            return ""
        return next((what for what, pattern in self.patterns if pattern.search(line)), "")


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_scoped, patterns)) or "(?!)")  # which never matches


def _scoped(pattern: str) -> str:
    """Return a pattern as one branch of many: a leading "(?i)" holds for it alone."""
    return f"(?i:{pattern[4:]})" if pattern.startswith("(?i)") else f"(?:{pattern})"


def is_anchored(pattern: str) -> bool:
    """Tell whether a pattern can only match where a line begins: it need not be tried elsewhere."""
    bare = re.sub(r"\\.|\[[^\]]*\]", "", pattern.removeprefix("(?i)"))
    while "(" in bare:
        bare, inner = re.subn(r"\([^()]*\)", "", bare)
        if not inner:
            return False
    return bare.startswith("^") and "|" not in bare
