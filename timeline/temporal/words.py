"""Cuts text into words: runs of letters, runs of digits, and single other characters.

A thousands number ("1,000") is one word, so that no rule mistakes its parts for years or days. Curly
quotation marks and the various hyphens are folded to the plain ones for comparison; offsets always count the
text as it is.
"""

import re
from dataclasses import dataclass

WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+|[^\W\d_]+|[^\w\s]|_")
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‐": "-", "‑": "-", "−": "-"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: their folded forms, and where each starts and ends in it."""

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def paragraph_ends(self, index: int) -> bool:
        """Whether an empty line stands before this word."""
        start, end = self.ends[index - 1], self.starts[index]
        return end - start > 1 and self.text.count("\n", start, end) > 1

    def raw(self, index: int) -> str:
        """Give the word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]


def cut(text: str) -> Words:
    """Cut a text into words."""
    spans = [found.span() for found in WORD.finditer(text)]
    folded = fold(text)
    if len(folded) == len(text):
        forms = tuple([folded[start:end] for start, end in spans])
    else:  # a letter whose small form has two signs: offsets would slip
        forms = tuple([fold(text[start:end]) for start, end in spans])
    return Words(text, forms, tuple([start for start, _ in spans]), tuple([end for _, end in spans]))


def fold(form: str) -> str:
    """Give the form that grammars compare: lower case, plain quotation marks and hyphens."""
    return form.lower() if form.isascii() else form.lower().translate(_FOLD)
