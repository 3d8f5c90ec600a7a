"""Adding to a file that a person edits: new list items go in as bytes, and everything else stays as it lies.

`splice(data, path, additions)` answers the new bytes, or says why it will not write. Nothing that stands in
the file is ever written anew. Before an answer is given, three things are proved: the old bytes are all
there, in order; what the old file said is unchanged (texts, tags, anchors, order); and what was added reads
back as exactly what was asked. In a long file the latter two are proved on the entries around the additions
(see `nearby`). Where a place cannot be proved, the next possible one is tried; where none can, nothing is
written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from timeline.problems import Problem
from timeline.store.dump import Data
from timeline.store.nearby import near
from timeline.store.places import Insert, file_style, places
from timeline.yamltext import MOST_EVENTS, Document, Mapping, Node, Scalar, parse, problem_at
from timeline.yamltext import Sequence as List

BOM = b"\xef\xbb\xbf"
_SPACE = " \t"
_BREAKS = ("\r", "\n", "\x85", "\u2028", "\u2029")
# What a file says, without where and in which style: a text, a list, or keys with values.
Said = object


@dataclass(frozen=True, slots=True)
class Addition:
    """Items to put at the end of the list `key`: of the file, or of its entry number `entry` (from 0)."""

    items: tuple[dict[str, Data], ...]
    key: str = "events"
    entry: int | None = None


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new bytes, or the reason why there are none; `refused` are the additions that could not be made."""

    data: bytes
    problems: tuple[Problem, ...] = ()
    refused: tuple[Addition, ...] = ()


def splice(
    data: bytes, path: str, additions: Sequence[Addition], document: Document | None = None
) -> Spliced:
    """Return `data` with the additions made; those that cannot be proved are refused, each with its reason.

    A file that is not YAML is left alone entirely. `document` is what `parse` made of these bytes, where
    somebody has it already.
    """
    additions = sorted(additions, key=_inner_first)
    document = document or parse(data, path)
    wrong = [p for p in document.problems if p.is_error]
    if wrong:
        return Spliced(data, (_will_not(wrong[0]),), tuple(additions))
    style = file_style(document)
    found = [places(document, a.items, a.key, a.entry, style) for a in additions]
    together = _first_proved(data, document, additions, found)
    if together is not None:
        return Spliced(together)
    return _one_by_one(data, path, additions)


def _inner_first(addition: Addition) -> tuple[bool, int]:
    """Order additions as they stand in the file: what goes into entries before what goes below them."""
    return addition.entry is None, addition.entry or 0


def _one_by_one(data: bytes, path: str, additions: Sequence[Addition]) -> Spliced:
    problems: list[Problem] = []
    refused: list[Addition] = []
    for addition in additions:
        document = parse(data, path)
        found = places(document, addition.items, addition.key, addition.entry)
        made = next(filter(None, (_first_proved(data, document, [addition], [[p]]) for p in found)), None)
        if made is None:
            refused.append(addition)
            problems.append(_refusal(document, addition))
        else:
            data = made
    return Spliced(data, tuple(problems), tuple(refused))


def _first_proved(
    data: bytes, document: Document, additions: Sequence[Addition], found: list[list[Insert]]
) -> bytes | None:
    """Try the first place of each addition, and return the bytes if all of it is proved."""
    if not all(found):
        return None
    inserts = [p[0] for p in found]
    new = with_inserts(data, document, inserts)
    return new if _is_proved(data, document, new, additions, inserts) else None


def with_inserts(data: bytes, document: Document, inserts: Sequence[Insert]) -> bytes:
    """Return the bytes of a file, which `document` was read from, with texts put in."""
    text = document.text
    out = [BOM] if data.startswith(BOM) else []
    at = 0
    for insert in sorted(inserts, key=lambda i: i.offset):
        out += [text[at : insert.offset].encode(), insert.text.encode()]
        at = insert.offset
    return b"".join([*out, text[at:].encode()])


# the proof


def _is_proved(
    data: bytes, old: Document, new: bytes, additions: Sequence[Addition], inserts: Sequence[Insert]
) -> bool:
    if _without(new, old, inserts) != data:
        return False
    if part := near(old, (a.entry for a in additions), inserts):
        moved = [replace(a, entry=part.number(a.entry)) for a in additions]
        changed = with_inserts(part.document.text.encode(), part.document, part.inserts)
        return reads_back(part.document, changed, moved, part.left_out)
    return reads_back(old, new, additions)


def reads_back(old: Document, new: bytes, additions: Sequence[Addition], left_out: int = 0) -> bool:
    """Tell whether the new bytes say what the old file said, and what was added, exactly."""
    document = parse(new, old.path)
    if any(p.is_error for p in document.problems) or document.events + left_out > MOST_EVENTS:
        return False
    rest, added = _taken_out(document.root, additions)
    if [[said(item) for item in items] for items in added] != [list(a.items) for a in additions]:
        return False
    before = old.root
    for addition in additions:
        before = _with_empty_list(before, addition)
    return _same(before, rest, last=not old.text.endswith(_BREAKS))


def _without(new: bytes, old: Document, inserts: Sequence[Insert]) -> bytes:
    """Return the new bytes with what was inserted cut out again."""
    at = len(BOM) if new.startswith(BOM) else 0
    out = [new[:at]]
    done = 0
    for insert in sorted(inserts, key=lambda i: i.offset):
        length = len(old.text[done : insert.offset].encode())
        out.append(new[at : at + length])
        at += length + len(insert.text.encode())
        done = insert.offset
    return b"".join([*out, new[at:]])


def said(node: Node) -> Said:
    """Return what a node says, as dictionaries, lists and texts."""
    if isinstance(node, Mapping):
        return {key.value: said(value) for key, value in node.pairs}
    if isinstance(node, List):
        return [said(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


def _taken_out(
    root: Node | None, additions: Sequence[Addition]
) -> tuple[Node | None, list[tuple[Node, ...]]]:
    """Return the tree without the items that were added, and those items."""
    added = []
    for addition in additions:
        cut: list[Node] = []
        root = _edit(root, addition, partial(_shortened, count=len(addition.items), cut=cut))
        added.append(tuple(cut))
    return root, added


def _shortened(node: Node | None, count: int, cut: list[Node]) -> Node | None:
    if not isinstance(node, List) or len(node.items) < count:
        return node
    cut += node.items[len(node.items) - count :]
    return replace(node, items=node.items[: len(node.items) - count])


def _with_empty_list(root: Node | None, addition: Addition) -> Node | None:
    """Return the old tree with an empty list where there was nothing: so it is with the items out."""
    return _edit(root, addition, lambda node: node if isinstance(node, List) else _EMPTY_LIST)


def _edit(root: Node | None, addition: Addition, change: Callable[[Node | None], Node | None]) -> Node | None:
    """Return the tree with the list that an addition goes to replaced by `change(list)`."""
    if addition.entry is None:
        return _edit_key(root, addition.key, change)

    def in_entry(node: Node | None) -> Node | None:
        if not isinstance(node, List) or addition.entry is None or addition.entry >= len(node.items):
            return node
        edited = _edit_key(node.items[addition.entry], addition.key, change)
        items = [edited if n == addition.entry else item for n, item in enumerate(node.items)]
        return replace(node, items=tuple(item for item in items if item))

    return _edit_key(root, "events", in_entry)


def _edit_key(root: Node | None, key: str, change: Callable[[Node | None], Node | None]) -> Node | None:
    """Return a mapping with the value of a key changed; the key is added where there is none."""
    if root is None:
        root = _EMPTY_MAPPING
    if not isinstance(root, Mapping):
        return root
    pairs = list(root.pairs)
    index = next((n for n, (name, _) in enumerate(pairs) if name.value == key), None)
    if index is None:
        pairs.append((_key_node(key), change(None) or _EMPTY_LIST))
    else:
        pairs[index] = (pairs[index][0], change(pairs[index][1]) or pairs[index][1])
    return replace(root, pairs=tuple(pairs))


def _same(old: Node | None, new: Node | None, *, last: bool) -> bool:
    """Tell whether two trees say the same.

    `last`: the old file breaks off without a line end. Its very last text may be a block that asks for one
    line end (`|`, `>`), and gets it now that the line goes on below; nothing else may differ.
    """
    if old == new:
        return True
    if isinstance(old, Scalar) and isinstance(new, Scalar):
        return last and _broken_off(old) and replace(old, value=f"{old.value}\n") == new
    if isinstance(old, Mapping) and isinstance(new, Mapping) and len(old.pairs) == len(new.pairs):
        parts = zip(_flat(old), _flat(new), strict=True)
        return replace(old, pairs=()) == replace(new, pairs=()) and all(
            _same(o, n, last=last) for o, n in parts
        )
    if isinstance(old, List) and isinstance(new, List) and len(old.items) == len(new.items):
        parts = zip(old.items, new.items, strict=True)
        return replace(old, items=()) == replace(new, items=()) and all(
            _same(o, n, last=last) for o, n in parts
        )
    return False


def _broken_off(node: Scalar) -> bool:
    """Tell whether a block text with one final line end lost it because the file breaks off."""
    header = node.raw.splitlines()[0].partition("#")[0] if node.raw else ""
    ends = node.end == len(node.page.text.rstrip(_SPACE))
    return node.style in ("|", ">") and ends and not set(header) & set("+-") and bool(node.value)


def _flat(node: Mapping) -> Iterator[Node]:
    for key, value in node.pairs:
        yield key
        yield value


# what is said when nothing is written


def _will_not(problem: Problem) -> Problem:
    where = problem.where
    message = f"nothing is added to this file: {problem.message}"
    return replace(problem, message=message, where=where)


def _refusal(document: Document, addition: Addition) -> Problem:
    """Say why an addition was not made, and what would make it possible."""
    target, parent = _target(document, addition)
    what = "entries" if addition.entry is None else "a source"
    message = f"{what} cannot be added here without touching what stands there"
    hint = "end the file with an empty line, or write the list with a dash before each item"
    if parent is None:
        hint = "add the line `events:`; entries stand below it, each with a dash"
    elif target is None:
        hint = f"add the line `{addition.key}:` with nothing behind it"
    elif isinstance(target, Scalar):
        hint = f"leave nothing behind `{addition.key}:`, or write a list there"
    place = target or parent or document.root
    return problem_at(document, place or document.page.where(0), message, hint)


def _target(document: Document, addition: Addition) -> tuple[Node | None, Node | None]:
    """Return the list that an addition goes to, and the mapping that holds it."""
    root = document.root
    if addition.entry is None:
        return (root.get(addition.key), root) if isinstance(root, Mapping) else (None, None)
    entries = root.get("events") if isinstance(root, Mapping) else None
    if not isinstance(entries, List) or addition.entry >= len(entries.items):
        return None, None
    entry = entries.items[addition.entry]
    return (entry.get(addition.key), entry) if isinstance(entry, Mapping) else (None, entry)


_NOWHERE = parse(b"", "").page
_EMPTY_LIST = List(_NOWHERE, 0, 0, "", "", (), flow=False)
_EMPTY_MAPPING = Mapping(_NOWHERE, 0, 0, "", "", (), flow=False)


def _key_node(key: str) -> Scalar:
    return Scalar(_NOWHERE, 0, 0, "", "", key, "")
