"""YAML as text with places: every scalar is the text that stands there, every node knows line and column.

`parse(data, path)` answers a `Document`: its `root`, and as `problems` all that is wrong with the file as
YAML. Nothing is ever turned into a number, a date or a truth value, and nothing is expanded: an alias stays a
mark on the page, so that no file can blow up in memory.

The nodes are built straight from the event stream of PyYAML's C parser. Composing with the library would be a
second pass, and dies on deep nesting; here depth and number of events are bounded as they come. The pure
Python parser disagrees with the C one on some odd files (tabs, unusual line breaks), so that this one is used
everywhere, for reading and for writing.
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import yaml

from timeline.problems import Problem, Severity, Where

DEEPEST = 40
MOST_EVENTS = 2_000_000  # some 30,000 entries; a file beyond that is no longer edited by hand

_BREAK = re.compile(r"\r\n|\r|\n")  # as editors count lines; YAML 1.1 knows three more breaks, see _odd_break
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
# What a YAML stream may not hold: control characters except tab and line breaks, and what is no character.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_HINTS = (
    (
        "cannot start any token",
        "put quotation marks round a text that begins with this character; indent with spaces, not tabs",
    ),
    ("mapping values are not allowed", 'a text that holds ": " needs quotation marks round it'),
    ("could not find expected ':'", "a key is followed by a colon and a space"),
    (
        "did not find expected key",
        "check the indentation of this line and the one above, and that quotation marks are closed",
    ),
    ("did not find expected '-' indicator", "the items of a list begin with a dash, all in the same column"),
    ("unexpected end of stream", "a quotation mark is opened and not closed"),
    (
        "did not find expected ',' or",
        "a list in brackets is closed by ], a map in braces by }; commas stand between the parts",
    ),
    (
        "did not find expected <document start>",
        "only one document fits into a file: indent this line, or take it out",
    ),
    (
        "unknown escape character",
        "inside double quotation marks write \\\\ for a backslash, or use single ones",
    ),
    ("undefined alias", "quotation marks are needed round a text that begins with an asterisk"),
    ("found character that cannot", "indent with spaces, not tabs"),
)


# Where these are said, the mistake lies where the thing was opened, not where the parser gave up.
_OPENED_ABOVE = ("unexpected end of stream", "could not find expected ':'", "did not find expected ',' or")


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


@dataclass(frozen=True, slots=True)
class Node:
    """What all nodes have: extent (code points into the page's text), tag and anchor as written.

    `end` lies behind the last thing that really stands there, never behind blank lines and comments below it.
    Two nodes are equal when they say the same, wherever they stand.
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


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """A text. `style` is how it was written: "" plain, `'`, `"`, `|` or `>`; `*` is an alias, by its name."""

    value: str
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there ("key:" with no value)."""
        return not self.value and not self.style


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """A list, in flow style ("[a, b]") or with a dash before each item."""

    items: tuple[Node, ...]
    flow: bool = field(compare=False)


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    """Keys and values in the order of the file. A key that is no text stands as its raw text, style "?"."""

    pairs: tuple[tuple[Scalar, Node], ...]
    flow: bool = field(compare=False)

    def get(self, key: str) -> Node | None:
        """Return the value of the first such key, None where there is none."""
        return next((value for name, value in self.pairs if name.value == key), None)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as YAML; `root` is None where it holds nothing or cannot be read."""

    root: Node | None
    problems: tuple[Problem, ...]
    page: Page

    @property
    def text(self) -> str:
        """What was read, without a byte order mark."""
        return self.page.text

    @property
    def path(self) -> str:
        """The path of the file as it was given."""
        return self.page.path


def parse(data: bytes, path: str, *, first_line: int = 1) -> Document:
    """Read a file, or a part of one that begins on `first_line`.

    Never raises: what is wrong stands in `problems` (bytes that are no UTF-8, characters that YAML forbids,
    YAML that does not parse, a second document, a key given twice, nesting over 40 levels, and tags, aliases
    and merge keys outside of `x-…` keys).
    """
    text, problem = _decoded(data, path, first_line)
    page = Page(path, text, first_line, (0, *(m.end() for m in _BREAK.finditer(text))))
    if problem:
        return Document(None, (problem,), page)
    if bad := _FORBIDDEN.search(text):
        return Document(None, (_forbidden(page, bad),), page)
    odd = [_odd_break(page, m) for m in _ODD_BREAK.finditer(text)][:1]
    builder = _Builder(page)
    try:
        with _no_collecting():
            root = builder.build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        return Document(None, (*odd, _not_yaml(page, error)), page)
    except _TooMuch as error:
        return Document(None, (*odd, error.problem), page)
    problems = sorted([*odd, *builder.problems], key=lambda p: p.where or Where(""))
    return Document(root, tuple(problems), page)


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
    length = len(_BREAK.split(place.raw, maxsplit=1)[0]) if isinstance(place, Node) else 1
    return Problem(message, where, hint, severity, page.line(where.line), max(1, length))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that looks most like `name` ("did you mean"), "" where none does."""
    from difflib import get_close_matches

    by_case = {k.casefold(): k for k in known}
    found = get_close_matches(name.casefold().replace("-", "_"), by_case, n=1, cutoff=0.6)
    return by_case[found[0]] if found else ""


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from going through tens of thousands of new nodes again and again.

    They hold no circles; a large file is read in two thirds of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _TooMuch(Exception):
    """The file goes beyond a bound."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; in a mapping keys and values follow each other."""

    event: yaml.CollectionStartEvent
    free: bool
    children: list[Node] = field(default_factory=list)

    @property
    def child_is_free(self) -> bool:
        """Whether the next node belongs to the person alone: it stands under an `x-…` key."""
        if self.free or isinstance(self.event, yaml.SequenceStartEvent) or len(self.children) % 2 == 0:
            return self.free
        key = self.children[-1]
        return isinstance(key, Scalar) and key.value.startswith("x-")


class _Builder:
    """Makes nodes from events with a stack of its own, so that no recursion can run deep."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.anchors: set[str] = set()

    def build(self, events: Iterable[yaml.Event]) -> Node | None:
        """Return the root of the first document, None for a file that holds nothing."""
        for count, event in enumerate(events):
            if count > MOST_EVENTS:
                raise _TooMuch(self._bound(event, "this file is too large to be edited by hand", "split it"))
            if isinstance(event, yaml.ScalarEvent):
                node = self._scalar(event)
                if self.stack:
                    self.stack[-1].children.append(node)
                else:
                    self.root = node
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._add(self._closed(event))
            elif isinstance(event, yaml.AliasEvent):
                self._add(self._alias(event))
            elif isinstance(event, yaml.DocumentStartEvent):
                self._begin_document(event)
        return (
            None if isinstance(self.root, Scalar) and self.root.is_empty and not self.root.raw else self.root
        )

    def _begin_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "a file is one document: take out this line, or move what follows into a file of its own"
            raise _TooMuch(self._bound(event, "a second document begins here", hint))

    def _bound(self, event: yaml.Event, message: str, hint: str) -> Problem:
        return problem_at(self.page, self.page.where(_extent(event)[0]), message, hint)

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node

    def _complain(self, node: Node, message: str, hint: str) -> None:
        if not (self.stack and self.stack[-1].child_is_free):
            self.problems.append(problem_at(self.page, node, message, hint))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) >= DEEPEST:
            message = f"lists and mappings are nested more than {DEEPEST} levels deep"
            raise _TooMuch(self._bound(event, message, "write it flatter"))
        self.anchors.add(event.anchor or "")
        self.stack.append(_Open(event, bool(self.stack) and self.stack[-1].child_is_free))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _extent(event)
        if event.style in ("|", ">"):
            end = self._end_of_block(start, end)
        if event.anchor:
            self.anchors.add(event.anchor)
        node = Scalar(
            self.page,
            start,
            end,
            event.tag or "",
            event.anchor or "",
            event.value,
            event.style or "",
        )
        if event.tag:
            self._complain(
                node, f"a tag ({event.tag}) stands here", "take it out: every value is read as text"
            )
        return node

    def _end_of_block(self, start: int, end: int) -> int:
        raw = self.page.text[start:end]
        kept = "+" in _BREAK.split(raw, maxsplit=1)[0].partition("#")[0]
        return end if kept else start + len(raw.rstrip())

    def _alias(self, event: yaml.AliasEvent) -> Scalar:
        start, end = _extent(event)
        value = event.anchor or ""
        node = Scalar(self.page, start, end, "", "", value, "*")
        if value not in self.anchors:
            hint = "put quotation marks round a text that begins with an asterisk"
            self.problems.append(
                problem_at(self.page, node, f"there is no anchor named {value!r} above", hint)
            )
        else:
            self._complain(
                node,
                "an alias stands here",
                "write the value itself: what is meant must stand where it is read",
            )
        return node

    def _closed(self, event: yaml.CollectionEndEvent) -> Node:
        frame = self.stack.pop()
        begin, children, flow = frame.event, frame.children, bool(frame.event.flow_style)
        start = _extent(begin)[0]
        end = _extent(event)[1] if flow or not children else children[-1].end
        tag, anchor = begin.tag or "", begin.anchor or ""
        node: Node
        if isinstance(begin, yaml.SequenceStartEvent):
            node = Sequence(self.page, start, end, tag, anchor, tuple(children), flow)
        else:
            keys = [self._key(k, free=frame.free) for k in children[::2]]
            pairs = tuple(zip(keys, children[1::2], strict=True))
            self._check_keys(keys, free=frame.free)
            node = Mapping(self.page, start, end, tag, anchor, pairs, flow)
        if tag:
            self._complain(
                node, f"a tag ({tag}) stands here", "take it out: the program knows what it reads by its key"
            )
        return node

    def _key(self, node: Node, *, free: bool) -> Scalar:
        if isinstance(node, Scalar):
            return node
        if not free:
            hint = "a key is one word; a text that begins with [ or { needs quotation marks round it"
            self.problems.append(
                problem_at(self.page, node, "a list or mapping stands where a key is expected", hint)
            )
        return Scalar(node.page, node.start, node.end, node.tag, node.anchor, node.raw, "?")

    def _check_keys(self, keys: list[Scalar], *, free: bool) -> None:
        names = {key.value for key in keys}
        if len(names) == len(keys) and "<<" not in names:
            return
        first: dict[str, Scalar] = {}
        for key in keys:
            if key.value == "<<" and not key.style and not free:
                hint = "write the keys out: what is meant must stand where it is read"
                self.problems.append(problem_at(self.page, key, "a merge key stands here", hint))
            elif key.value in first:
                message = f"the key {key.value!r} is given twice, first on line {first[key.value].where.line}"
                self.problems.append(problem_at(self.page, key, message, "keep one of the two"))
            first.setdefault(key.value, key)


def _extent(event: yaml.Event) -> tuple[int, int]:
    """Return where an event begins and ends; the parser of this module always marks both."""
    begin, end = event.start_mark, event.end_mark
    return (begin.index, end.index) if begin and end else (0, 0)


def _decoded(data: bytes, path: str, first_line: int) -> tuple[str, Problem | None]:
    """Return the text without its byte order mark, or what can be read of it and why the rest cannot."""
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return body.decode("utf-8"), None
    except UnicodeDecodeError as error:
        good = body[: error.start].decode("utf-8")
        lines = _BREAK.split(good)
        where = Where(path, first_line + len(lines) - 1, len(lines[-1]) + 1)
        message = f"the byte 0x{body[error.start]:02x} is not UTF-8"
        excerpt = lines[-1] + _BREAK.split(body[error.start : error.start + 60].decode("utf-8", "replace"))[0]
        return good, Problem(message, where, "save the file with the encoding UTF-8", excerpt=excerpt)


def _forbidden(page: Page, bad: re.Match[str]) -> Problem:
    where = page.where(bad.start())
    message = f"the character U+{ord(bad[0]):04X} may not stand in a YAML file"
    return problem_at(page, where, message, "delete it; most editors can show invisible characters")


def _odd_break(page: Page, match: re.Match[str]) -> Problem:
    where = page.where(match.start())
    message = (
        f"the invisible character U+{ord(match[0]):04X} ends a line for YAML, though not for most editors"
    )
    return problem_at(page, where, message, "replace it by a space or an ordinary line end", Severity.WARNING)


def _not_yaml(page: Page, error: yaml.MarkedYAMLError) -> Problem:
    opened = any(words in (error.problem or "") for words in _OPENED_ABOVE)
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    where = page.where(min(mark.index, len(page.text))) if mark else Where(page.path)
    message = error.problem or error.context or "unreadable"
    hint = next((hint for start, hint in _HINTS if start in message), "check this line and the one above it")
    return problem_at(page, where, f"this is not YAML: {message}", hint)
