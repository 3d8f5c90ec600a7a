"""Cuts from the spans of peers the words that TimeML leaves outside a time expression ("on Monday")."""

from __future__ import annotations

import re

_LEADING = re.compile(
    r"(?:(?:on|in|at|of|by|for|from|since|until|till|to|during|within|between|before|after|about|around|and)\s+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s,.;:]*(?:\s(?:and|to|of|in|on|at|for|from|by|the|a))*[\s,;:]*$", re.IGNORECASE)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends of a span inwards; a span of nothing else stays as it is."""
    leading = _LEADING.match(text, start, end)
    begin = leading.end() if leading else start
    trailing = _TRAILING.search(text[begin:end])
    stop = begin + trailing.start() if trailing else end
    if text[stop : stop + 1] == "." and stop < end:
        stop += 1
    return (begin, stop) if begin < stop else (start, end)
