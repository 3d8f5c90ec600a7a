"""The strip of bars above the entries: how many there are in each month, year or longer stretch.

`strip(events, wording)` counts entries by the day that they stand at, and chooses how long a stretch each bar
tells of, so that all bars fit on the widest page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.public import PublicEvent
from timeline.render.chronology import DAYS_IN_YEAR, placed_days, year_anchor
from timeline.render.wording import Wording
from timeline.temporal.days import MONTHS_IN_YEAR, Day

MOST_BARS = 37  # as many as the widest page holds, each 24 pixels wide; more are grouped by 10, 100 … years
_MONTHLY_YEARS = 3  # a story shorter than this has a bar for each month
_LEVELS = 8  # heights of a bar
_SILENT_YEARS = 5  # without an event, from which on one bar stands for them
_LABELS = 20
_DECADE = 10
_FEW = 8  # as many bars with a year below each as a screen 320 pixels wide holds
_SOME = 28  # as many as one 720 pixels wide holds


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the strip: height from 0 (nothing) to 8, and where it leads. `short` stands below it."""

    label: str
    short: str
    href: str
    count: int
    number: str
    counted: str
    level: int
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip of bars.

    `size` (few, some, many) tells the style how wide a screen must be for it, else it is a menu.
    """

    name: str
    bars: tuple[Bar, ...]
    size: str


def is_monthly(events: Iterable[PublicEvent]) -> bool:
    """Whether the story is so short that its strip has a bar for each month."""
    days = placed_days(events)
    return bool(days) and (days[-1].ordinal - days[0].ordinal) < _MONTHLY_YEARS * DAYS_IN_YEAR


def strip(events: Sequence[PublicEvent], wording: Wording, page_of: dict[int, str] | None = None) -> Strip:
    """Make the strip of a page. `page_of` gives the page of a year where the years lie on several pages."""
    days = placed_days(events)
    if not days:
        return Strip(wording.strings.ui["years"], (), "few")
    if is_monthly(events) and page_of is None:
        return _months_strip(days, wording)
    return _years_strip(days, wording, page_of)


def _months_strip(days: list[Day], wording: Wording) -> Strip:
    counts = Counter(day.year * MONTHS_IN_YEAR + day.month - 1 for day in days)
    numbers = range(min(counts), max(counts) + 1)
    bars = [_month_bar(n, counts[n], wording) for n in numbers]
    few = len(numbers) <= MONTHS_IN_YEAR
    labelled = {i for i, n in enumerate(numbers) if few or n % MONTHS_IN_YEAR == 0 or i == 0}
    return _strip(wording.strings.ui["months"], bars, labelled, wording)


def _month_bar(number: int, count: int, wording: Wording) -> tuple[str, str, str, int]:
    """Name a month in full and shortly: a January by its year, so that the years can be told apart."""
    year, month = divmod(number, MONTHS_IN_YEAR)
    short = wording.dates.month_short(month + 1) if month else wording.dates.year(year)
    return wording.dates.month(year, month + 1), short, f"#m{year}-{month + 1:02d}", count


def _years_strip(days: list[Day], wording: Wording, page_of: dict[int, str] | None) -> Strip:
    span = days[-1].year - days[0].year + 1
    stretches = _stretches(sorted({day.year for day in days}))
    if len(stretches) <= MOST_BARS < span:
        return _broken_strip(stretches, days, wording, page_of)
    unit = next(u for u in (1, 10, 100, 1000, 10**6, 10**9, 10**12) if span / u <= MOST_BARS)
    counts = Counter(day.year // unit for day in days)
    first_in = {day.year // unit: day.year for day in reversed(days)}
    bars = []
    for n in range(min(counts), max(counts) + 1):
        year = first_in.get(n)
        href = "" if year is None else f"{(page_of or {}).get(year, '')}#{year_anchor(year)}"
        label = wording.dates.decade(n * unit) if unit == _DECADE else wording.dates.year(n * unit)
        bars.append((label, label, href, counts[n]))
    step = next(s for s in (1, 2, 5, 10, 20, 50) if len(bars) / s <= _LABELS)
    labelled = {i for i, n in enumerate(range(min(counts), max(counts) + 1)) if n % step == 0}
    return _strip(wording.strings.ui["years" if unit == 1 else "decades"], bars, labelled, wording)


def _stretches(years: Sequence[int]) -> list[tuple[int, int]]:
    """Return a story's years one by one, but long silences as one: a founding long ago is not the story."""
    found: list[tuple[int, int]] = []
    for before, year in zip((years[0] - 1, *years), years, strict=False):
        if year - before > _SILENT_YEARS:
            found.append((before + 1, year - 1))
        else:
            found += [(between, between) for between in range(before + 1, year)]
        found.append((year, year))
    return found


def _broken_strip(
    stretches: Sequence[tuple[int, int]],
    days: Sequence[Day],
    wording: Wording,
    page_of: dict[int, str] | None,
) -> Strip:
    """Make a strip of years in which one empty bar stands for a long silence."""
    counts = Counter(day.year for day in days)
    bars = []
    for first, last in stretches:
        one = first == last
        label = (
            wording.dates.year(first) if one else f"{wording.dates.year(first)}–{wording.dates.year(last)}"
        )
        href = f"{(page_of or {}).get(first, '')}#{year_anchor(first)}" if counts[first] else ""
        bars.append((label, label if one else "…", href, counts[first] if one else 0))
    step = next(s for s in (1, 2, 5, 10) if len(bars) / s <= _LABELS)
    labelled = {
        i
        for i, (first, last) in enumerate(stretches)
        if first != last or i == 0 or (len(bars) - 1 - i) % step == 0
    }
    return _strip(wording.strings.ui["years"], bars, labelled, wording)


def _strip(
    name: str, bars: Sequence[tuple[str, str, str, int]], labelled: set[int], wording: Wording
) -> Strip:
    top = max(count for *_, count in bars)
    made = tuple(
        Bar(
            label=label,
            short=short,
            href=href if count else "",
            count=count,
            number=wording.strings.number(count),
            counted=wording.strings.count("events", count) if count else wording.strings.ui["no_events"],
            level=max(1, round(_LEVELS * count / top)) if count else 0,
            is_labelled=i in labelled,
        )
        for i, (label, short, href, count) in enumerate(bars)
    )
    return Strip(name, made, _size(len(made)))


def _size(count: int) -> str:
    return "few" if count <= _FEW else "some" if count <= _SOME else "many"
