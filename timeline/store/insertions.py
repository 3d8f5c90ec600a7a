"""The change to a file into which lines were inserted, as a unified diff, in time linear in its lines.

`difflib` weighs every line against its likes, and an event file has ten thousand times `status: draft`. Where
lines were not only inserted it has to do all the same.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

_CONTEXT = 3  # lines above and below, as `diff -u` shows them
_AHEAD = 4  # lines that must be as before for an insertion to have ended

Block = tuple[int, int, int]  # the line before which was inserted; from where to where in the new lines


def unified(before: Sequence[str], after: Sequence[str], old_name: str, new_name: str) -> Iterator[str]:
    """Yield the lines of a unified diff."""
    blocks = inserted(before, after)
    if blocks is None:
        yield from difflib.unified_diff(before, after, old_name, new_name)
        return
    if blocks:
        yield from (f"--- {old_name}\n", f"+++ {new_name}\n")
    for group in _groups(blocks):
        yield from _hunk(before, after, group)


def inserted(before: Sequence[str], after: Sequence[str]) -> list[Block] | None:
    """Return where lines were inserted, None where more than that has changed or it cannot be told."""
    blocks: list[Block] = []
    old = new = 0
    while new < len(after):
        if old < len(before) and before[old] == after[new]:
            old, new = old + 1, new + 1
            continue
        start = new
        while new < len(after) and not (
            old < len(before) and before[old : old + _AHEAD] == after[new : new + _AHEAD]
        ):
            new += 1
        blocks.append((old, start, new))
    return blocks if old == len(before) else None


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Gather blocks whose context meets."""
    group: list[Block] = []
    for block in blocks:
        if group and block[0] - group[-1][0] > 2 * _CONTEXT:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _hunk(before: Sequence[str], after: Sequence[str], group: Sequence[Block]) -> Iterator[str]:
    first, last = group[0], group[-1]
    above = min(_CONTEXT, first[0])
    below = min(_CONTEXT, len(before) - last[0])
    old, new = (first[0] - above, last[0] + below), (first[1] - above, last[2] + below)
    yield f"@@ -{_range(*old)} +{_range(*new)} @@\n"
    at = old[0]
    for place, start, end in group:
        yield from (f" {line}" for line in before[at:place])
        yield from (f"+{line}" for line in after[start:end])
        at = place
    yield from (f" {line}" for line in before[at : old[1]])


def _range(start: int, end: int) -> str:
    """Write a range of lines as `diff -u` does: from 1, and one without lines by the line above it."""
    length = end - start
    if length == 1:
        return str(start + 1)
    return f"{start + 1 if length else start},{length}"
