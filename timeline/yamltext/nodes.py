"""The nodes of a YAML file, the page that they stand on, and how to point at them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline.problems import Problem, Severity, Where

BREAK = re.compile(r"\r\n|\r|\n")  # as editors count lines; YAML 1.1 knows three more breaks


@dataclass(frozen=True, slots=True)
class Page:
    """The text that was read, without a byte order mark, and how its offsets are lines and columns."""

    path: str
    text: str
    first_line: int = 1
    starts: tuple[int, ...] = field(default=(0,), repr=False)  # where each line begins

    def line(self, number: int) -> str:
        """Return a line by its number in the file, without its end; "" where there is none."""
        index = number - self.first_line
        if not 0 <= index < len(self.starts):
            return ""
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[index] : end].rstrip("\r\n")

    def where(self, offset: int) -> Where:
        """Return the line and column of an offset into the text."""
        index = bisect_right(self.starts, offset) - 1
        return Where(self.path, index + self.first_line, offset - self.starts[index] + 1)


@dataclass(slots=True)  # not frozen, as it is meant to be: that would take a quarter of all reading
class Node:
    """What all nodes have: extent (code points into the page's text), tag and anchor as written.

    `end` lies behind the last thing that really stands there, never behind blank lines and comments below it.
    Two nodes are equal when they say the same, wherever they stand. Nobody changes a node.
    """

    page: Page = field(compare=False, repr=False)
    start: int = field(compare=False)
    end: int = field(compare=False)
    tag: str
    anchor: str

    @property
    def raw(self) -> str:
        """The node as it stands in the file."""
        return self.page.text[self.start : self.end]

    @property
    def where(self) -> Where:
        """Line and column of its first character."""
        return self.page.where(self.start)


@dataclass(slots=True)
class Scalar(Node):
    """A text. `style` is how it was written: "" plain, `'`, `"`, `|` or `>`; `*` is an alias, by its name."""

    value: str
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there ("key:" with no value)."""
        return not self.value and not self.style

    @property
    def says_nothing(self) -> bool:
        """Whether nothing stands there that can be read: no value, or an alias."""
        return self.style == "*" or not (self.value or self.style)


@dataclass(slots=True)
class Sequence(Node):
    """A list, in flow style ("[a, b]") or with a dash before each item."""

    items: tuple[Node, ...]
    flow: bool = field(compare=False)


@dataclass(slots=True)
class Mapping(Node):
    """Keys and values in the order of the file. A key that is no text stands as its raw text, style "?"."""

    pairs: tuple[tuple[Scalar, Node], ...]
    flow: bool = field(compare=False)

    def get(self, key: str) -> Node | None:
        """Return the value of the first such key, None where there is none."""
        return next((value for name, value in self.pairs if name.value == key), None)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as YAML; `root` is None where it holds nothing or cannot be read.

    `events` is of how many events of the parser it consists: what `MOST_EVENTS` bounds.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    page: Page
    events: int = 0

    @property
    def text(self) -> str:
        """What was read, without a byte order mark."""
        return self.page.text

    @property
    def path(self) -> str:
        """The path of the file as it was given."""
        return self.page.path


def problem_at(
    document: Document | Page,
    place: Node | Where,
    message: str,
    hint: str = "",
    severity: Severity = Severity.ERROR,
) -> Problem:
    """Return a problem with the line where it is, and carets under the first line of a node or one column."""
    page = document.page if isinstance(document, Document) else document
    where = place.where if isinstance(place, Node) else place
    length = len(BREAK.split(place.raw, maxsplit=1)[0]) if isinstance(place, Node) else 1
    return Problem(message, where, hint, severity, page.line(where.line), max(1, length))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that looks most like `name` ("did you mean"), "" where none does."""
    from difflib import get_close_matches

    by_case = {k.casefold(): k for k in known}
    found = get_close_matches(name.casefold().replace("-", "_"), by_case, n=1, cutoff=0.6)
    return by_case[found[0]] if found else ""
