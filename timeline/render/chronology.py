"""How entries are laid out in time.

Sections of a year, silences between them and eras beside them; the strip above them is made in `bars`.

`lay_out(entries, wording)` takes finished entries in the order of the page. Nothing here decides an order:
`public_view` did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.model import Era
from timeline.public import PublicEvent
from timeline.render.views import EntryView
from timeline.render.wording import Wording, first_year
from timeline.temporal.days import Day
from timeline.temporal.edtf import When

_ERA_TINTS = 4
_SILENCE_SHARE = (
    20  # a silence is worth a line when it takes this share (1/20) of the story, and a month at least
)
_MIN_SILENCE = 31
_DAYS_IN_MONTH = 30.44
_MONTHS_SHOWN_FROM = 61  # days; a shorter silence is told in days
_YEARS_SHOWN_FROM = 731
DAYS_IN_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in its place.

    The silence before it, the era that it lies in (tint 1–4, 0 for none) and the era's title at its first.
    """

    entry: EntryView
    mark: str = ""  # fragment that the strip leads to, where it leads to months
    silence: str = ""
    era: int = 0
    era_title: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """The entries of one year under their heading; `silence` is the one before it."""

    anchor: str
    heading: str
    rows: tuple[Row, ...]
    silence: str = ""


def when_placed(event: PublicEvent) -> When | None:
    """Return the date that an entry stands at: its own, else its report's."""
    return event.date or event.reported


def lay_out(
    events: Sequence[PublicEvent], entries: Sequence[EntryView], wording: Wording, *, by_month: bool = False
) -> tuple[Year, ...]:
    """Put entries under their years, with silences and eras."""
    silences = _silences(events, wording)
    eras = tuple(_era_of(event, wording.settings.eras) for event in events)
    rows = []
    for n, (event, entry) in enumerate(zip(events, entries, strict=True)):
        begins = eras[n] > 0 and (n == 0 or eras[n - 1] != eras[n])
        title = _era_title(wording.settings.eras[eras[n] - 1], wording) if begins else ""
        mark = _month_mark(events, n) if by_month else ""
        tint = (eras[n] - 1) % _ERA_TINTS + 1 if eras[n] else 0
        rows.append((first_year(when_placed(event)), Row(entry, mark, silences[n], tint, title)))
    grouped = groupby(rows, key=lambda pair: pair[0])
    return tuple(_year(year, [row for _, row in pairs], wording) for year, pairs in grouped)


def years_spanned(events: Iterable[PublicEvent], wording: Wording) -> str:
    """Say from which year to which the entries stand; nothing where none has a date."""
    years = [year for e in events if (year := first_year(when_placed(e))) is not None]
    return wording.dates.years(min(years), max(years)) if years else ""


def year_anchor(year: int | None) -> str:
    """Return the fragment of a year's heading."""
    return "undated" if year is None else f"y{year}"


def placed_days(events: Iterable[PublicEvent]) -> list[Day]:
    """Return the days that entries stand at, in order; "before X" stands at X."""
    found = []
    for event in events:
        when = when_placed(event)
        if when and when.first:
            found.append(when.first)
        elif when and when.last:
            found.append(when.last.plus(1))
    return sorted(found)


def _month_mark(events: Sequence[PublicEvent], n: int) -> str:
    day, before = placed_days(events[n : n + 1]), placed_days(events[n - 1 : n] if n else ())
    if not day or (before and before[0][:2] == day[0][:2]):
        return ""
    return f"m{day[0].year}-{day[0].month:02d}"


def _year(year: int | None, rows: list[Row], wording: Wording) -> Year:
    heading = wording.strings.ui["undated"] if year is None else wording.dates.year(year)
    first = rows[0]
    bare = Row(first.entry, first.mark, "", first.era, first.era_title)
    return Year(year_anchor(year), heading, (bare, *rows[1:]), first.silence)


def _silences(events: Sequence[PublicEvent], wording: Wording) -> list[str]:
    """Say, before each entry, how long nothing was recorded, where that is long for this story."""
    days = placed_days(events)
    span = days[-1].ordinal - days[0].ordinal if days else 0
    least = max(_MIN_SILENCE, span / _SILENCE_SHARE)
    told, reached = [], None
    for event in events:
        when = when_placed(event)
        start = placed_days((event,))
        quiet = start[0].ordinal - reached - 1 if start and reached is not None else 0
        told.append(_silence(quiet, wording) if quiet >= least else "")
        if start:
            end = when.last.ordinal if when and when.last and when.first else start[0].ordinal
            reached = end if reached is None else max(reached, end)
    return told


def _silence(days: int, wording: Wording) -> str:
    if days >= _YEARS_SHOWN_FROM:
        return wording.strings.count("gap_years", int(days / DAYS_IN_YEAR))
    if days >= _MONTHS_SHOWN_FROM:
        return wording.strings.count("gap_months", int(days / _DAYS_IN_MONTH))
    return wording.strings.count("gap_days", days)


def _era_of(event: PublicEvent, eras: Sequence[Era]) -> int:
    """Return the number (from 1) of the last era that an entry begins in, or 0.

    A narrower era within a wide one is named later.
    """
    days = placed_days((event,))
    within = [n for n, era in enumerate(eras, 1) if days and _holds(era.date, days[0])]
    return within[-1] if within else 0


def _holds(when: When, day: Day) -> bool:
    return (when.first is None or when.first <= day) and (when.last is None or day <= when.last)


def _era_title(era: Era, wording: Wording) -> str:
    return wording.strings.phrase("era", name=era.name, date=wording.dates.text(era.date))
