"""From YAML nodes to values: the plain kinds of value that entries are made of.

A `Fields` reads the values of one file and collects what is wrong, each problem with its place and its mend.
A value that cannot be read answers None, and reading goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from collections.abc import Mapping as MappingABC
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from timeline.model import Place
from timeline.problems import Problem, Severity
from timeline.temporal.edtf import EdtfError, When
from timeline.yamltext import Document, Mapping, Node, Scalar, Sequence, nearest, problem_at

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_DATES = "write 2024, 2024-03 or 2024-03-11; [2024-03-11..2024-03-20] is once between, 2018/.. since 2018"
_NUMBER = re.compile(r"[+-]?\d{1,3}(?:\.\d+)?")

parse_when = lru_cache(maxsize=4096)(When.parse)  # a timeline says the same days again and again


class Fields:
    """Reads the nodes of one document; `problems` grows as it goes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def complain(self, node: Node, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        """Note what is wrong with a node."""
        self.problems.append(problem_at(self.document, node, message, hint, severity))

    def mapping(self, node: Node, known: Collection[str], what: str) -> dict[str, Node] | None:
        """Return the values that are given, by key; keys that nobody knows are problems, `x-…` is skipped."""
        if not isinstance(node, Mapping):
            self.complain(node, f"{what} is expected here", f"write its keys, one a line: {', '.join(known)}")
            return None
        given: dict[str, Node] = {}
        for key, value in node.pairs:
            name = key.value
            if name in known:
                if name not in given and not (isinstance(value, Scalar) and value.says_nothing):
                    given[name] = value
            elif not name.startswith("x-") and name != "<<":
                self.unknown(key, known, what)
        return given

    def unknown(self, key: Scalar, known: Iterable[str], what: str) -> None:
        """Say that a key is not known, and which known one looks like it."""
        close = nearest(key.value.strip(), known)
        if key.value[:1].isspace():
            self.complain(
                key,
                "this line is indented with an odd kind of space",
                "take it out, and indent with the space bar",
            )
            return
        hint = f"did you mean `{close}`?" if close else f"known keys are {', '.join(known)}."
        self.complain(key, f"{what} has no key {key.value!r}", f"{hint} A key of your own begins with `x-`")

    def text(self, node: Node) -> str | None:
        """Read a text, without the white space around it."""
        if isinstance(node, Scalar):
            return node.value.strip()
        hint = "put quotation marks round a text that begins with [ or {"
        self.complain(node, "a text is expected here", hint)
        return None

    def line(self, node: Node) -> str | None:
        """Read a text as one line."""
        if isinstance(node, Scalar):
            return " ".join(node.value.split())
        return self.text(node)

    def text_of(self, given: MappingABC[str, Node], key: str) -> str:
        """Read the text under a key, empty where there is none."""
        return (self.text(given[key]) or "") if key in given else ""

    def line_of(self, given: MappingABC[str, Node], key: str) -> str:
        """Read the text under a key as one line, empty where there is none."""
        return (self.line(given[key]) or "") if key in given else ""

    def list(self, node: Node, read: Callable[[Node], T | None], example: str) -> tuple[T, ...]:
        """Read a list; what is wrong with one item does not touch the others."""
        if not isinstance(node, Sequence):
            self.complain(node, "a list is expected here", f"write it as {_as_list(node, example)}")
            return ()
        items = [read(item) for item in node.items if not (isinstance(item, Scalar) and item.is_empty)]
        return tuple(item for item in items if item is not None)

    def choice(self, node: Node, choices: type[Choice]) -> Choice | None:
        """Read one of a few words."""
        value = self.line(node)
        if value is None:
            return None
        try:
            return choices(value)
        except ValueError:
            words = [str(c) for c in choices]
            close = nearest(value, words)
            hint = f"did you mean `{close}`? " if close else ""
            hint += f"it is one of {', '.join(words)}"
            self.complain(node, f"{value!r} is not known here", hint)
            return None

    def identifier(self, node: Node) -> str | None:
        """Read an id; it becomes a part of an address."""
        value = self.text(node)
        if value is None or ID.fullmatch(value):
            return value
        hint = "an id is letters a to z, digits, dots, dashes and underscores, such as e-7k2m9qx4ta"
        self.complain(node, f"{value!r} cannot be an id", hint)
        return None

    def raw_date(self, node: Node) -> str | None:
        """Read what stands under a date key as text: `[a..b]` is a list to YAML, and a date to us."""
        if isinstance(node, Scalar):
            return node.value.strip()
        return re.sub(r"\s*\n\s*", " ", node.raw)

    def edtf(self, node: Node) -> When | None:
        """Read a date written as EDTF."""
        written = self.raw_date(node)
        if written is None:
            return None
        try:
            return parse_when(written)
        except EdtfError as error:
            self.not_edtf(node, written, error)
            return None

    def not_edtf(self, node: Node, written: str, error: EdtfError) -> None:
        """Say what is wrong with a date, the caret under the part that is wrong."""
        problem = problem_at(self.document, node, error.message, error.hint or _DATES)
        shift = node.raw.find(written[error.offset :]) if error.offset < len(written) else -1
        where = problem.where
        if where and shift > 0 and "\n" not in node.raw:
            problem = problem_at(
                self.document, self.document.page.where(node.start + shift), error.message, problem.hint
            )
        self.problems.append(problem)

    def place(self, node: Node) -> Place | None:
        """Read a place: a name, or a name with its coordinates."""
        if isinstance(node, Scalar):
            name = self.line(node)
            return Place(name) if name else None
        given = self.mapping(node, ("name", "lat", "lon"), "a place")
        if given is None:
            return None
        name = self.line(given["name"]) if "name" in given else ""
        if not name:
            self.complain(node, "this place has no name", "write {name: Airbase 201, lat: 16.95, lon: 8.01}")
            return None
        if ("lat" in given) != ("lon" in given):
            missing = "lon" if "lat" in given else "lat"
            self.complain(node, f"this place has no `{missing}`", "coordinates are two: lat and lon")
            return Place(name)
        if "lat" not in given:
            return Place(name)
        lat, lon = self._degrees(given["lat"], 90), self._degrees(given["lon"], 180)
        return Place(name) if lat is None or lon is None else Place(name, lat, lon)

    def _degrees(self, node: Node, most: int) -> float | None:
        value = self.text(node)
        if value is None:
            return None
        if _NUMBER.fullmatch(value) and abs(float(value)) <= most:
            return float(value)
        hint = f"write degrees with a point, from -{most} to {most}, such as 16.95"
        self.complain(node, f"{value!r} is not a coordinate", hint)
        return None


def _as_list(node: Node, example: str) -> str:
    """Put plain words into the brackets of a list; where they are none, or no list of words, an example."""
    plain = isinstance(node, Scalar) and not node.is_empty and not set(node.value) & set("[]{}#:\n\"'")
    return f"[{node.value}]" if plain and example.startswith("[") and isinstance(node, Scalar) else example
