"""How entries are laid out in time.

Sections of a year, silences between them, eras beside them, and the strip of bars above.

`lay_out(entries, wording)` takes finished entries in the order of the page. Nothing here decides an order:
`public_view` did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.model import Era
from timeline.public import PublicEvent
from timeline.render.views import EntryView
from timeline.render.wording import Wording, first_year
from timeline.temporal.days import MONTHS_IN_YEAR, Day
from timeline.temporal.edtf import When

MOST_BARS = 38  # as many as the widest page holds, each 24 pixels wide; more are grouped by 10, 100 … years
_MONTHLY_YEARS = 3  # a story shorter than this has a bar for each month
_LEVELS = 8  # heights of a bar
_ERA_TINTS = 4
_SILENCE_SHARE = (
    20  # a silence is worth a line when it takes this share (1/20) of the story, and a month at least
)
_MIN_SILENCE = 31
_DAYS_IN_MONTH = 30.44
_MONTHS_SHOWN_FROM = 61  # days; a shorter silence is told in days
_YEARS_SHOWN_FROM = 731
_DAYS_IN_YEAR = 365.25


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


def is_monthly(events: Iterable[PublicEvent]) -> bool:
    """Whether the story is so short that its strip has a bar for each month."""
    days = _placed_days(events)
    return bool(days) and (days[-1].ordinal - days[0].ordinal) < _MONTHLY_YEARS * _DAYS_IN_YEAR


def strip(events: Sequence[PublicEvent], wording: Wording, page_of: dict[int, str] | None = None) -> Strip:
    """Make the strip of a page. `page_of` gives the page of a year where the years lie on several pages."""
    days = _placed_days(events)
    if not days:
        return Strip(wording.strings.ui["years"], (), "few")
    if is_monthly(events) and page_of is None:
        return _months_strip(days, wording)
    return _years_strip(days, wording, page_of)


def years_spanned(events: Iterable[PublicEvent], wording: Wording) -> str:
    """Say from which year to which the entries stand; nothing where none has a date."""
    years = [year for e in events if (year := first_year(when_placed(e))) is not None]
    return wording.dates.years(min(years), max(years)) if years else ""


def year_anchor(year: int | None) -> str:
    """Return the fragment of a year's heading."""
    return "undated" if year is None else f"y{year}"


def _placed_days(events: Iterable[PublicEvent]) -> list[Day]:
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
    day, before = _placed_days(events[n : n + 1]), _placed_days(events[n - 1 : n] if n else ())
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
    days = _placed_days(events)
    span = days[-1].ordinal - days[0].ordinal if days else 0
    least = max(_MIN_SILENCE, span / _SILENCE_SHARE)
    told, reached = [], None
    for event in events:
        when = when_placed(event)
        start = _placed_days((event,))
        quiet = start[0].ordinal - reached - 1 if start and reached is not None else 0
        told.append(_silence(quiet, wording) if quiet >= least else "")
        if start:
            end = when.last.ordinal if when and when.last and when.first else start[0].ordinal
            reached = end if reached is None else max(reached, end)
    return told


def _silence(days: int, wording: Wording) -> str:
    if days >= _YEARS_SHOWN_FROM:
        return wording.strings.count("gap_years", int(days / _DAYS_IN_YEAR))
    if days >= _MONTHS_SHOWN_FROM:
        return wording.strings.count("gap_months", int(days / _DAYS_IN_MONTH))
    return wording.strings.count("gap_days", days)


def _era_of(event: PublicEvent, eras: Sequence[Era]) -> int:
    """Return the number (from 1) of the last era that an entry begins in, or 0.

    A narrower era within a wide one is named later.
    """
    days = _placed_days((event,))
    within = [n for n, era in enumerate(eras, 1) if days and _holds(era.date, days[0])]
    return within[-1] if within else 0


def _holds(when: When, day: Day) -> bool:
    return (when.first is None or when.first <= day) and (when.last is None or day <= when.last)


def _era_title(era: Era, wording: Wording) -> str:
    return wording.strings.phrase("era", name=era.name, date=wording.dates.text(era.date))


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


_SILENT_YEARS = 5  # without an event, from which on one bar stands for them
_LABELS = 20
_DECADE = 10


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


_FEW = 8  # as many bars with a year below each as a screen 320 pixels wide holds
_SOME = 28  # as many as one 720 pixels wide holds
