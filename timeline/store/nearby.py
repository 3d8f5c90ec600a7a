"""A large file without the entries that are far from any addition: on it an addition is proved just as well.

A YAML parser goes from left to right and looks no further ahead than a line. At the dash of an entry nothing
of the entries above it is open any more, so that what follows is read as if they were not there; and where
the dash of the entry behind an addition is met as an entry again, everything from there on is read as before.
So the lines before the first entry are kept, the entries that an addition goes to, the one behind each, the
last one, and all that stands below it. That the file can be cut so is not taken for granted: `near` reads
what it kept, and answers None where that says anything else than the whole file said in these places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.store.places import Insert
from timeline.yamltext import Document, Mapping, parse
from timeline.yamltext import Sequence as List

_WORTH_IT = 2  # at least so many times fewer entries; below that, proving on the whole file costs no more


@dataclass(frozen=True, slots=True)
class Nearby:
    """The part of a file that additions touch, as a file of its own: `numbers` are the entries kept."""

    document: Document
    numbers: tuple[int, ...]
    inserts: tuple[Insert, ...]
    left_out: int = 0  # events of the parser that the rest of the file is

    def number(self, entry: int | None) -> int | None:
        """Return the number that an entry of the whole file has here."""
        return None if entry is None else self.numbers.index(entry)


def near(whole: Document, entries: Iterable[int | None], inserts: Sequence[Insert]) -> Nearby | None:
    """Return what stands near the inserts, None where the file cannot be cut or is hardly any longer.

    `entries` are the numbers of those that are added to, None for the list of entries itself.
    """
    starts = _starts(whole)
    numbers = _kept(starts, entries, inserts)
    if not numbers or len(numbers) * _WORTH_IT > len(starts):
        return None
    spans = [(0, starts[0]), *((starts[n], _end(whole, starts, n)) for n in numbers)]
    text = "".join(whole.text[start:end] for start, end in spans)
    document = parse(text.encode(), whole.path)
    if document.problems or document.root != _with_these(whole, numbers):
        return None
    moved = tuple(_moved(insert, spans) for insert in inserts)
    return Nearby(document, numbers, moved, whole.events - document.events)


def _starts(whole: Document) -> list[int]:
    """Return where the line of each entry begins, nothing where one does not begin a line with its dash."""
    items = _entries(whole)
    starts = []
    for item in items.items if items and not items.flow else ():
        line = whole.page.starts[whole.page.where(item.start).line - whole.page.first_line]
        lead = whole.text[line : item.start]
        if lead.strip(" ") != "-":
            return []
        starts.append(line)
    return starts


def _entries(document: Document) -> List | None:
    root = document.root
    found = root.get("events") if isinstance(root, Mapping) and not root.flow else None
    return found if isinstance(found, List) else None


def _kept(starts: Sequence[int], entries: Iterable[int | None], inserts: Iterable[Insert]) -> tuple[int, ...]:
    """Return the numbers of the entries to keep, in order; nothing where an insert stands above them all."""
    touched = {entry for entry in entries if entry is not None}
    # What is inserted right before an entry's line goes to the end of the one above.
    touched |= {bisect_left(starts, insert.offset) - 1 for insert in inserts}
    if not starts or not touched or min(touched) < 0 or max(touched) >= len(starts):
        return ()
    last = len(starts) - 1
    return tuple(sorted(touched | {min(n + 1, last) for n in touched} | {last}))


def _end(whole: Document, starts: Sequence[int], number: int) -> int:
    return starts[number + 1] if number + 1 < len(starts) else len(whole.text)


def _with_these(whole: Document, numbers: Iterable[int]) -> Mapping | None:
    """Return the tree of the whole file with these entries alone."""
    root, entries = whole.root, _entries(whole)
    if not isinstance(root, Mapping) or entries is None:
        return None
    fewer = replace(entries, items=tuple(entries.items[n] for n in numbers))
    return replace(root, pairs=tuple((k, fewer if v is entries else v) for k, v in root.pairs))


def _moved(insert: Insert, spans: Iterable[tuple[int, int]]) -> Insert:
    """Return an insert at its offset in what is kept; at the end of a span, it belongs to that one."""
    at = 0
    for start, end in spans:
        if start < insert.offset <= end:
            return Insert(at + insert.offset - start, insert.text)
        at += end - start
    raise AssertionError(insert)  # `_kept` keeps the entry of every insert
