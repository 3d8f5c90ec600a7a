"""Long stories: which entries stand on which page.

Above 1,500 entries, or where the one page would be too heavy, the story is split by decade; a decade that is
still too long by year, a year by month, and a month into numbered pieces. The front page then carries no
entries, only the way to them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.public import PublicEvent
from timeline.render.chronology import when_placed
from timeline.render.wording import Wording, first_year
from timeline.temporal.days import Day

MOST_EVENTS = 1500
MOST_BYTES = 400_000  # gzipped
_MOST_IN_PART = 700


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a split story."""

    path: str
    name: str
    events: tuple[PublicEvent, ...]


def divide(events: Sequence[PublicEvent], wording: Wording, weight: int = 0) -> tuple[Part, ...]:
    """Split a story.

    `weight` is the gzipped size of its one page in bytes, 0 where not known: heavy parts get fewer entries.
    """
    fitting = len(events) * (MOST_BYTES * 3 // 4) // weight if weight else _MOST_IN_PART
    most = max(1, min(_MOST_IN_PART, fitting))
    return tuple(_divided(tuple(events), most, wording, 0))


def page_of_years(parts: Sequence[Part]) -> dict[int, str]:
    """Return the page on which each year begins."""
    found: dict[int, str] = {}
    for part in parts:
        for event in part.events:
            year = first_year(when_placed(event))
            if year is not None:
                found.setdefault(year, part.path)
    return found


def _divided(events: tuple[PublicEvent, ...], most: int, wording: Wording, depth: int) -> list[Part]:
    if depth == len(_UNITS):
        return _pieces(events, most, wording)
    unit = _UNITS[depth]
    parts = []
    for _, group in groupby(events, key=unit):
        chosen = tuple(group)
        if len(chosen) <= most or _placed(chosen[0]) is None:
            parts.append(_part(chosen, wording, depth))
        else:
            parts += _divided(chosen, most, wording, depth + 1)
    return parts


def _pieces(events: tuple[PublicEvent, ...], most: int, wording: Wording) -> list[Part]:
    whole = _part(events, wording, len(_UNITS) - 1)
    stem = whole.path.removesuffix(".html")
    return [
        Part(f"{stem}-{n}.html", f"{whole.name} ({n})", events[start : start + most])
        for n, start in enumerate(range(0, len(events), most), 1)
    ]


def _part(events: tuple[PublicEvent, ...], wording: Wording, depth: int) -> Part:
    day = _placed(events[0])
    if day is None:
        return Part("undated.html", wording.strings.ui["undated"], events)
    year = wording.dates.year(day.year)
    stem = (
        f"{day.year:04d}" if day.year > 0 else f"bc{1 - day.year}"
    )  # 0404.html is not the page of the error 404
    if depth == 0:
        first = day.year // 10 * 10
        name = wording.dates.years(first, first + 9) if first > 0 else year
        return Part(f"{first:04d}s.html" if first > 0 else f"{stem}s.html", name, events)
    if depth == 1:
        return Part(f"{stem}.html", year, events)
    return Part(f"{stem}-{day.month:02d}.html", wording.dates.month(day.year, day.month), events)


def _placed(event: PublicEvent) -> Day | None:
    when = when_placed(event)
    if when is None:
        return None
    return when.first or (when.last.plus(1) if when.last else None)


def _unit(size: Callable[[Day], tuple[int, ...]]) -> Callable[[PublicEvent], tuple[int, ...] | None]:
    def key(event: PublicEvent) -> tuple[int, ...] | None:
        day = _placed(event)
        return size(day) if day else None

    return key


_UNITS = (
    _unit(lambda day: (day.year // 10,)),
    _unit(lambda day: (day.year,)),
    _unit(lambda day: (day.year, day.month)),
)
