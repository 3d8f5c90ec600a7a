"""Cuts text into words: runs of letters, runs of digits, and single other characters.

A thousands number ("1,000") is one word, so that no rule mistakes its parts for years or days. Curly
quotation marks and the various hyphens are folded to the plain ones for comparison; offsets always count the
text as it is.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import add

_FORM = r"(?:{letter}+|\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+|\S)"
WORD = re.compile(_FORM.format(letter=r"[^\W\d_]"))
# In brackets, so that `split` gives the words too.
_CUT = re.compile(f"({WORD.pattern})")
_CUT_FOLDED_ASCII = re.compile(f"({_FORM.format(letter='[a-z]')})")  # the same, in half the time
_MARKS = frozenset(".,;:!?()'\"")
_EMPTY_LINE = re.compile(r"\n\s*\n")
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "‐": "-", "‑": "-", "−": "-"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: their folded forms, and where each starts and ends in it.

    `paragraphs` are the words before which an empty line stands, in their order.
    """

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this word and the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def paragraph(self, start: int, end: int) -> tuple[int, int]:
        """Give the paragraph of some words: its first word, and the one that it ends before."""
        if not self.paragraphs:
            return 0, len(self.forms)
        before, after = bisect_right(self.paragraphs, start), bisect_left(self.paragraphs, end)
        first = self.paragraphs[before - 1] if before else 0
        return first, self.paragraphs[after] if after < len(self.paragraphs) else len(self.forms)

    def raw(self, index: int) -> str:
        """Give the word as it is written."""
        return self.text[self.starts[index] : self.ends[index]]


def cut(text: str) -> Words:
    """Cut a text into words.

    Between two spaces stands, nearly always, one run of letters, or one with a mark behind it; a regular
    expression takes several times as long to find that out, and so is asked of the others alone.
    """
    plain = text.isascii()
    divided = (_CUT_FOLDED_ASCII if plain else _CUT).split
    forms: list[str] = []
    starts: list[int] = []
    at = 0
    for piece in (text.lower() if plain else text).replace("\n", " ").split(" "):
        if piece.isalpha():
            forms.append(piece)
            starts.append(at)
        elif piece:
            if piece[-1] in _MARKS and piece[:-1].isalpha():
                forms += piece[:-1], piece[-1]
                starts += at, at + len(piece) - 1
            else:
                begin = at
                for one in divided(piece):
                    if one and not one.isspace():
                        forms.append(one)
                        starts.append(begin)
                    begin += len(one)
        at += len(piece) + 1
    ends = tuple(map(add, starts, map(len, forms)))
    paragraphs = tuple([bisect_left(starts, line.end()) for line in _EMPTY_LINE.finditer(text)])
    if not plain and forms:
        forms = fold("\n".join(forms)).split("\n")
    return Words(text, tuple(forms), tuple(starts), ends, paragraphs)


def fold(form: str) -> str:
    """Give the form that grammars compare: lower case, plain quotation marks and hyphens."""
    return form.lower() if form.isascii() else form.lower().translate(_FOLD)
