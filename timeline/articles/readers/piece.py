"""What a reader found: one article, before anyone has said yes to it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from timeline.problems import Problem

CELLS = " | "  # between two cells of a table


@dataclass(frozen=True, slots=True)
class Words:
    """A value, and where it stands: "the page (og:title)", "the file's properties"."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Piece:
    """An article as it stands in a file.

    `text` is plain (paragraphs with an empty line between), `markdown` its body where the file is Markdown
    already, `pages` as in `Article`. `stated` are values of front matter that the file gives as such;
    `proposed` were found by looking and are used only when a person says so; "made" among them is the day on
    which the file was made, which is told and never proposed: it may be a template's, or today. `name` is the
    name that the file gives the piece.
    """

    text: str = ""
    markdown: str = ""
    pages: tuple[tuple[int, str], ...] = ()
    stated: dict[str, Words] = field(default_factory=dict)
    proposed: dict[str, Words] = field(default_factory=dict)
    name: str = ""
    problems: tuple[Problem, ...] = ()


class Unreadable(Exception):
    """A file that no article can be read from: why, what to do and, where that is known, in which line."""

    def __init__(self, message: str, hint: str = "", *, at: Problem | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.at = at


def decoded(data: bytes) -> tuple[str, str]:
    """Return a file's text, and its encoding where that was guessed ("" = UTF-8, or marked).

    What was pasted together may be in two: then each stretch is read as what it is.
    """
    if not data.startswith(UTF_16_MARKS) and (unmarked := _utf_16(data[:_SAMPLE])):
        return data.decode(unmarked, "replace"), "UTF-16"
    for mark, encoding in (*((mark, "utf-16") for mark in UTF_16_MARKS), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                return data.decode(encoding), ""
            except UnicodeDecodeError:
                continue
    is_mixed = not data.decode("utf-8", "ignore").isascii()
    guessed = "UTF-8 with parts in Windows-1252" if is_mixed else "Windows-1252"
    return data.decode("utf-8", _AS_WINDOWS), guessed


def _utf_16(data: bytes) -> str:
    """Return which UTF-16 a text without a mark is in: each second byte of Latin letters is zero."""
    few = len(data) // 2 // 3
    if len(data) < _SHORTEST_UTF_16:
        return ""
    little, big = data[1::2].count(0) > 2 * few, data[::2].count(0) > 2 * few
    return "" if little == big else "utf-16-le" if little else "utf-16-be"


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as old Windows programs wrote them; what those do not use, as Latin-1."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - of encoding there is no such error
    bad = error.object[error.start : error.end]
    return "".join(_WINDOWS[byte] for byte in bad), error.end


UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_AS_WINDOWS = "timeline-as-windows"
codecs.register_error(_AS_WINDOWS, _as_windows)
_SAMPLE, _SHORTEST_UTF_16 = 4_000, 20  # bytes


_WINDOWS = [bytes([n]).decode("cp1252", "replace").replace("\ufffd", chr(n)) for n in range(256)]


_HYPHEN = re.compile(r"((?:(?<=\S)[ \t]+)?)(?<!\w)(\w+)[-\u2010\u00ad]\n[ \t]*(\w+)(\S*)(?:[ \t]+(?=\S))?")


def unhyphenated(text: str) -> str:
    """Join words that were broken at the end of a line, on the line that has the longer part of them.

    "mid-March", or a word with a hyphen elsewhere, keeps it. A line that took in the whole of the next would
    pass for the width at which the text was wrapped.
    """

    def joined(found: re.Match[str]) -> str:
        gap, left, right, rest = found.groups()
        whole = f"{left}-{right}"
        word = (whole if not right[0].islower() or whole in text else left + right) + rest
        ends = not found[0][-1].isspace()  # its line, and perhaps its paragraph
        if gap and len(left) < len(right + rest):
            return f"\n{word}{'' if ends else ' '}"
        return f"{gap}{word}" if ends else f"{gap}{word}\n"

    return _HYPHEN.sub(joined, text)


def paragraphs(text: str, *, with_words: bool = False) -> str:
    """Return a text with an empty line between its lines; `with_words` leaves out lines of marks."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if (any(map(str.isalnum, line)) if with_words else line))
