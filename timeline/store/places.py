"""Where in a person's file something can be added, and the text that would go there.

A place is an offset and a text. What comes first is the place that a person would choose; the others are
tried where that one does not prove. Ends are found by what really stands in the file: to YAML, a list
reaches over the blank lines and comments below it. A comment below a list belongs to it when it is indented
at least as deep as the dashes, else to what follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.store import dump
from timeline.store.dump import Data, Style
from timeline.yamltext import Document, Mapping, Scalar
from timeline.yamltext import Sequence as List

Item = dict[str, Data]

_BREAKS = ("\r", "\n", "\x85", "\u2028", "\u2029")
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]|\\Z")
_BREAK = "(?:\r\n|[\n\x85\u2028\u2029]|\r(?!\n))"
_EMPTY_LINE = re.compile(f"{_BREAK}[ \t]*{_BREAK}")
_ENDS_EMPTY = re.compile(f"{_BREAK}[ \t]*{_BREAK}\\Z")
_COMMENT_LINE = re.compile("([ \t]*)#[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029]|\\Z)")
_BLANK_LINE = re.compile("[ \t]*(?:\r\n|[\r\n\x85\u2028\u2029])")
_COMMA = re.compile("(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*)*,")
_BEFORE_DASH = re.compile("(?:[&!]\\S*|#[^\r\n]*|\\s)*(?=-)")
_MARKER = re.compile("^(?:---|\\.\\.\\.)(?=[ \t\r\n]|\\Z)[^\r\n]*(?:\r\n|[\r\n]|\\Z)", re.MULTILINE)
_NESTED_LISTS_LOOKED_AT = 50
_WIDEST_DASH = 8


@dataclass(frozen=True, slots=True)
class Insert:
    """A text to put at an offset of the old text (code points)."""

    offset: int
    text: str


def places(
    document: Document, items: Sequence[Item], key: str, entry: int | None, style: Style | None = None
) -> list[Insert]:
    """Return the possible places for items at the end of the list `key`, of the file or of one entry.

    `style` is the file's (`file_style`), where it is known.
    """
    style = style or file_style(document)
    root = document.root
    if entry is None:
        if root is None:
            return _in_empty_file(document, items, style)
        return (
            _in_mapping(document, root, key, items, style)
            if isinstance(root, Mapping) and root.get(key)
            else []
        )
    entries = root.get("events") if isinstance(root, Mapping) else None
    if not isinstance(entries, List) or entry >= len(entries.items):
        return []
    target = entries.items[entry]
    return _in_mapping(document, target, key, items, style) if isinstance(target, Mapping) else []


def file_style(document: Document) -> Style:
    """Return how a file is written: its line ends, indents, and whether blank lines stand between entries."""
    text = document.text
    crlf = text.count("\r\n")
    rest = {"\n": text.count("\n") - crlf, "\r": text.count("\r") - crlf}
    newline = "\r\n" if crlf > max(rest.values()) else max(rest, key=lambda k: rest[k])
    style = Style(newline=newline)
    root = document.root
    entries = root.get("events") if isinstance(root, Mapping) else None
    if not isinstance(entries, List) or entries.flow or not entries.items:
        return style
    return _list_style(document, entries, replace(style, nested=_nested(document, entries)))


def _list_style(document: Document, node: List, style: Style) -> Style:
    dash = _column(document, _first_dash(node))
    last = node.items[-1]
    offset = _column(document, last.start) - dash
    on_one_line = (
        document.page.text[last.start - offset : last.start].startswith("-") if offset > 1 else False
    )
    is_block = isinstance(last, Mapping) and not last.flow and on_one_line
    gaps = [document.text[a.end : b.start] for a, b in zip(node.items, node.items[1:], strict=False)]
    blank = sum(bool(_EMPTY_LINE.search(g)) for g in gaps) * 2 >= len(gaps) if gaps else style.blank
    sane = is_block and offset <= _WIDEST_DASH
    return replace(style, dash=dash, offset=offset if sane else 2, blank=blank)


def _nested(document: Document, entries: List) -> int:
    """Return how far lists inside of entries are indented against their keys."""
    for entry in entries.items[:_NESTED_LISTS_LOOKED_AT]:
        for key, value in entry.pairs if isinstance(entry, Mapping) and not entry.flow else ():
            if isinstance(value, List) and not value.flow and value.items:
                return max(0, _column(document, _first_dash(value)) - _column(document, key.start))
    return Style().nested


def _first_dash(node: List) -> int:
    """Return where the first dash stands; an anchor or a comment may come before it."""
    before = _BEFORE_DASH.match(node.page.text, node.start)
    return before.end() if before else node.start


def _column(document: Document, offset: int) -> int:
    return document.page.where(offset).column - 1


# the kinds of place


def _in_mapping(
    document: Document, parent: Mapping, key: str, items: Sequence[Item], style: Style
) -> list[Insert]:
    value = parent.get(key)
    if isinstance(value, List):
        return _in_flow(value, items, style) if value.flow else _in_block(document, value, items, style)
    if value is None:
        return _new_key(document, parent, key, items, style)
    if not (isinstance(value, Scalar) and value.is_empty and not value.anchor):
        return []
    if parent.flow:
        return [Insert(value.end, f" {_flow_items(items)}")]
    name = next(name for name, _ in parent.pairs if name.value == key)
    column = _column(document, name.start)
    below = replace(style, dash=column + style.nested, blank=False)
    if key == "events":
        below = replace(style, dash=column + 2)
    return _below(document, value.end, column + 1, items, below, is_first=True)


def _in_block(document: Document, node: List, items: Sequence[Item], style: Style) -> list[Insert]:
    own = _list_style(document, node, replace(style, blank=_is_events(document, node)))
    return _below(document, node.items[-1].end, own.dash, items, own)


def _is_events(document: Document, node: List) -> bool:
    return isinstance(document.root, Mapping) and document.root.get("events") is node


def _below(
    document: Document, end: int, indent: int, items: Sequence[Item], style: Style, *, is_first: bool = False
) -> list[Insert]:
    """Return the places below what ends at `end`.

    First: below the comments that belong to it; then below all blank lines (a text that keeps them is
    continued only there); then right on the next line.
    """
    text = document.text
    line = _line_end(text, end)
    offsets = dict.fromkeys((_below_comments(text, line, indent), _below_blank(text, line), line))
    blocks = [dump.block(item, style) for item in items]
    made = [Insert(o, _joined(text, o, blocks, style, is_first=is_first)) for o in offsets]
    # An empty line above the new item would be taken for a part of a text that keeps them.
    made += [Insert(o, _joined(text, o, blocks, style, is_first=True)) for o in offsets]
    return list(dict.fromkeys(made))


def _joined(text: str, offset: int, blocks: list[list[str]], style: Style, *, is_first: bool) -> str:
    """Join blocks of lines into the text to insert at an offset."""
    newline = style.newline
    parts = [newline.join(lines) + newline for lines in blocks]
    gap = newline if style.blank else ""
    before = text[:offset]
    lead = newline if before and not before.endswith(_BREAKS) else ""
    has_gap = is_first or not before or bool(_ENDS_EMPTY.search(before[-80:]))
    return lead + ("" if has_gap else gap) + gap.join(parts)


def _line_end(text: str, offset: int) -> int:
    """Return where the next line begins: right here, where a text took all line ends with it."""
    if offset and text[offset - 1] in _BREAKS:
        return offset
    found = _LINE_END.search(text, offset)
    return found.end() if found else len(text)


def _below_comments(text: str, offset: int, indent: int) -> int:
    """Return the offset below the comments that stand there, at least `indent` deep."""
    at = last = offset
    while at < len(text):
        if blank := _BLANK_LINE.match(text, at):
            at = blank.end()
        elif (comment := _COMMENT_LINE.match(text, at)) and len(comment[1]) >= indent:
            at = last = comment.end()
            if comment.end() == comment.start():
                break
        else:
            break
    return last


def _below_blank(text: str, offset: int) -> int:
    at = offset
    while at < len(text) and (blank := _BLANK_LINE.match(text, at)):
        at = blank.end()
    return at


def _in_flow(node: List, items: Sequence[Item], style: Style) -> list[Insert]:
    inner = ", ".join(_spread(item, style) for item in items)
    if not node.items:
        return [Insert(node.end - 1, inner)]
    last = node.items[-1]
    comma = _COMMA.match(node.page.text, last.end, node.end)
    if comma:
        return [Insert(comma.end(), f" {inner}")]
    return [Insert(last.end, f", {inner}"), Insert(node.end - 1, f", {inner}")]


def _spread(item: Item, style: Style) -> str:
    """Return an item in flow style: on one line, or, where that is too long to edit, with a line a key."""
    line = dump.flow(item)
    if len(line) <= dump.WIDTH:
        return line
    pairs = f",{style.newline}".join(f"    {key}: {dump.flow(value, key)}" for key, value in item.items())
    return f"{{{style.newline}{pairs}{style.newline}  }}"


def _flow_items(items: Sequence[Item]) -> str:
    return dump.flow([*items])


def _new_key(
    document: Document, parent: Mapping, key: str, items: Sequence[Item], style: Style
) -> list[Insert]:
    """Return the places for a key that is not there yet, with its list."""
    if parent.flow:
        return _new_flow_key(parent, f"{key}: {_flow_items(items)}")
    if not parent.pairs:
        return []
    column = _column(document, parent.pairs[0][0].start)
    data: Item = {key: [*items]}
    lines = dump.keys(data, style, column)
    text = document.text
    line = _line_end(text, parent.end)
    offsets = dict.fromkeys((_below_comments(text, line, column), _below_blank(text, line), line))
    plain = replace(style, blank=False)
    return [Insert(o, _joined(text, o, [lines], plain, is_first=True)) for o in offsets]


def _new_flow_key(parent: Mapping, pair: str) -> list[Insert]:
    if not parent.pairs:
        return [Insert(parent.end - 1, pair)]
    last = parent.pairs[-1][1]
    comma = _COMMA.match(parent.page.text, last.end, parent.end)
    if comma:
        return [Insert(comma.end(), f" {pair}")]
    return [Insert(last.end, f", {pair}"), Insert(parent.end - 1, f", {pair}")]


def _in_empty_file(document: Document, items: Sequence[Item], style: Style) -> list[Insert]:
    """Return the places in a file of nothing, or of comments and document markers."""
    text = document.text
    blocks = [dump.block(item, style) for item in items]
    marks = list(_MARKER.finditer(text))
    offsets = [len(text), *(m.start() for m in marks if m[0].startswith("."))]
    offsets += [m.end() for m in marks if m[0].startswith("-")]
    made = []
    for offset in dict.fromkeys(offsets):
        body = _joined("", 0, blocks, style, is_first=True)
        lead = _joined(text, offset, [["events:"]], replace(style, blank=False), is_first=True)
        made.append(Insert(offset, lead + body))
    return made
