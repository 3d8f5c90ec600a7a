"""From the events of the C parser to nodes, with a stack of its own and bounds on all that could run away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import yaml

from timeline.problems import Problem
from timeline.yamltext.nodes import BREAK, Mapping, Node, Page, Scalar, Sequence, problem_at

DEEPEST = 40
_BLOCK_STYLES = ("|", ">")
MOST_EVENTS = 2_000_000  # some 30,000 entries; a file beyond that is no longer edited by hand


class TooMuch(Exception):
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


class Builder:
    """Makes nodes from events with a stack of its own, so that no recursion can run deep."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0
        self.count = 0
        self.anchors: set[str] = set()
        self.unused: dict[str, Scalar] = {}  # texts behind an anchor that nothing has pointed at yet

    def build(self, events: Iterable[yaml.Event]) -> Node | None:
        """Return the root of the first document, None for a file that holds nothing."""
        count, stack, text, read_text = 0, self.stack, yaml.ScalarEvent, self._scalar
        for count, event in enumerate(events):
            if count > MOST_EVENTS:
                raise TooMuch(self._bound(event, "this file is too large to be edited by hand", "split it"))
            if event.__class__ is text and stack:  # three of four events: no detours
                stack[-1].children.append(read_text(event))
            elif isinstance(event, text):
                self.root = read_text(event)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._add(self._closed(event))
            elif isinstance(event, yaml.AliasEvent):
                self._add(self._alias(event))
            elif isinstance(event, yaml.DocumentStartEvent):
                self._begin_document(event)
        self.count = count
        self._tell_unused_anchors()
        return (
            None if isinstance(self.root, Scalar) and self.root.is_empty and not self.root.raw else self.root
        )

    def _begin_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "a file is one document: take out this line, or move what follows into a file of its own"
            raise TooMuch(self._bound(event, "a second document begins here", hint))

    def _bound(self, event: yaml.Event, message: str, hint: str) -> Problem:
        return problem_at(self.page, self.page.where(_extent(event)[0]), message, hint)

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node

    def _tell_unused_anchors(self) -> None:
        """Say that "&Co. sold" is "sold" to YAML: a text would lose its first word without a sound."""
        hint = "put quotation marks round a text that begins with &"
        for name, node in self.unused.items():
            message = f"an anchor (&{name}) stands here, and is no part of the text"
            self.problems.append(problem_at(self.page, node, message, hint))

    def _complain(self, node: Node, message: str, hint: str) -> None:
        if not (self.stack and self.stack[-1].child_is_free):
            self.problems.append(problem_at(self.page, node, message, hint))

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) >= DEEPEST:
            message = f"lists and mappings are nested more than {DEEPEST} levels deep"
            raise TooMuch(self._bound(event, message, "write it flatter"))
        if event.anchor:
            self.anchors.add(event.anchor)
        self.stack.append(_Open(event, bool(self.stack) and self.stack[-1].child_is_free))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        # As `_extent`, without the call: of four events three are texts.
        start, end = event.start_mark.index, event.end_mark.index  # type: ignore[union-attr]
        tag, anchor, style = event.tag, event.anchor, event.style or ""
        if style in _BLOCK_STYLES:
            end = self._end_of_block(start, end)
        if not tag and not anchor:
            return Scalar(self.page, start, end, "", "", event.value, style)
        node = Scalar(self.page, start, end, tag or "", anchor or "", event.value, style)
        if anchor:
            self.anchors.add(anchor)
            if not (self.stack and self.stack[-1].child_is_free):
                self.unused[anchor] = node
        if tag:
            self._complain(node, f"a tag ({tag}) stands here", "take it out: every value is read as text")
        return node

    def _end_of_block(self, start: int, end: int) -> int:
        raw = self.page.text[start:end]
        kept = "+" in BREAK.split(raw, maxsplit=1)[0].partition("#")[0]
        return end if kept else start + len(raw.rstrip())

    def _alias(self, event: yaml.AliasEvent) -> Scalar:
        start, end = _extent(event)
        value = event.anchor or ""
        node = Scalar(self.page, start, end, "", "", value, "*")
        self.unused.pop(value, None)
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
            keys = [k if isinstance(k, Scalar) else self._key(k, free=frame.free) for k in children[::2]]
            pairs = tuple(zip(keys, children[1::2], strict=True))
            self._check_keys(keys, free=frame.free)
            node = Mapping(self.page, start, end, tag, anchor, pairs, flow)
        if tag:
            self._complain(
                node, f"a tag ({tag}) stands here", "take it out: the program knows what it reads by its key"
            )
        return node

    def _key(self, node: Node, *, free: bool) -> Scalar:
        """Return a key that is no text as one."""
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
