"""Cells: the units of the calendar, such as the year 2024, the week 2024-W10 or the evening of 3 May.

A `Cell` is a grain and a number, so that the next one is always the number plus one: "last week" is the
week of the anchor minus one, and no other arithmetic is needed. A cell knows its days, and how TIMEX3 and
EDTF write it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from timeline.temporal import conventions
from timeline.temporal.days import DAYS_IN_WEEK, MONTHS_IN_YEAR, Day, days_in_month, iso_year
from timeline.temporal.interval import MINUTES_IN_DAY, Grain, Interval, Moment

MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.THIRD: 4, Grain.HALF: 6}
YEARS = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100, Grain.MILLENNIUM: 1000}
WEEKEND = "WE"
SEASONS_IN_YEAR = 4
_REMEMBERED = 512  # cells whose days are kept: each is asked for them several times


class Cell(NamedTuple):
    """One unit of the calendar.

    `number` counts units of that grain; `code` tells parts of a day, and the weekend of a week.

    Minutes and hours count from the day 0, days are ordinals, months are year * 12 + month - 1, seasons year
    * 4 + 0 (spring) to 3. `south` turns the seasons for the southern hemisphere.
    """

    grain: Grain
    number: int
    code: str = ""
    south: bool = False

    @property
    def first(self) -> Day:
        """The cell's first day."""
        return _first(self)

    @property
    def last(self) -> Day:
        """The cell's last day; a night is counted to the day that it begins on."""
        return _last(self)

    @property
    def interval(self) -> Interval:
        """The cell's moments."""
        if self.grain <= Grain.HOUR:
            minutes = 1 if self.grain is Grain.MINUTE else 60
            return Interval(
                Moment.from_number(self.number * minutes),
                Moment.from_number((self.number + 1) * minutes),
                self.grain,
            )
        if self.grain is Grain.PART_OF_DAY:
            start, end = (
                Moment(self.first).plus(minute)
                for minute in conventions.DAYPARTS.get(self.code, (0, MINUTES_IN_DAY))
            )
            return Interval(start, end, self.grain)
        return Interval.of_days(self.first, self.last, self.grain)

    def shifted(self, count: int) -> "Cell":
        """Give the cell that many units later (earlier, when negative)."""
        return Cell(self.grain, self.number + count, self.code, self.south)

    def to(self, grain: Grain) -> "Cell":
        """Give the cell of another grain that holds the first day of this one."""
        return self if grain is self.grain and not self.code else cell_of(self.first, grain, south=self.south)

    @property
    def timex(self) -> str:
        """The cell as a TIMEX3 value."""
        return _TIMEX[self.grain](self)

    @property
    def edtf(self) -> str:
        """The cell in EDTF; a time of day gives its day."""
        return _EDTF.get(self.grain, _edtf_of_days)(self)


@lru_cache(maxsize=_REMEMBERED)
def _first(cell: Cell) -> Day:
    grain, number = cell.grain, cell.number
    if grain in YEARS:
        return Day(_years(cell)[0], 1, 1)
    if grain in MONTHS:
        year, month = divmod(number * MONTHS[grain], MONTHS_IN_YEAR)
        return Day(year, month + 1, 1)
    if grain is Grain.SEASON:
        year, season = divmod(number, SEASONS_IN_YEAR)
        return Day(year, conventions.FIRST_MONTHS["south" if cell.south else "north"][season], 1)
    if grain is Grain.WEEK:
        return Day.from_ordinal(number * DAYS_IN_WEEK + 1 + (conventions.SATURDAY if cell.code else 0))
    return Day.from_ordinal(_ordinal(cell))


@lru_cache(maxsize=_REMEMBERED)
def _last(cell: Cell) -> Day:
    grain = cell.grain
    if grain in YEARS:
        return Day(_years(cell)[1], 12, 31)
    if grain in MONTHS or grain is Grain.SEASON:
        year, month, _ = cell.first.plus_months(MONTHS.get(grain, conventions.SEASON_LENGTH) - 1)
        return Day(year, month, days_in_month(year, month))
    if grain is Grain.WEEK:
        return Day.from_ordinal(cell.number * DAYS_IN_WEEK + DAYS_IN_WEEK)
    return Day.from_ordinal(_ordinal(cell))


def _ordinal(cell: Cell) -> int:
    """Give the day of a cell that is a day or lies in one."""
    if cell.grain is Grain.MINUTE:
        return cell.number // MINUTES_IN_DAY
    return cell.number // 24 if cell.grain is Grain.HOUR else cell.number


def _years(cell: Cell) -> tuple[int, int]:
    """Give the first and last year of a year, decade, century or millennium.

    Before our era decades are counted as they are spoken of: the 480s BC are 489 to 480 BC. The decade (or
    century) 0 ends with 1 BC.
    """
    length = YEARS[cell.grain]
    if length == 1 or cell.number >= 0:
        return cell.number * length, (cell.number + 1) * length - 1
    latest = (-1 - cell.number) * length
    return 1 - (latest + length - 1), min(0, 1 - latest)


def cell_of(day: Day, grain: Grain, *, south: bool = False) -> Cell:
    """Give the cell of this grain that holds the day."""
    if grain in YEARS:
        before_era = grain is not Grain.YEAR and day.year <= 0
        return Cell(grain, -1 - (1 - day.year) // YEARS[grain] if before_era else day.year // YEARS[grain])
    if grain in MONTHS:
        return Cell(grain, (day.year * MONTHS_IN_YEAR + day.month - 1) // MONTHS[grain])
    if grain is Grain.SEASON:
        year, season = divmod(
            (day.year * MONTHS_IN_YEAR + day.month - 3) // conventions.SEASON_LENGTH, SEASONS_IN_YEAR
        )
        return Cell(grain, year * SEASONS_IN_YEAR + (season + 2 * south) % SEASONS_IN_YEAR, south=south)
    if grain is Grain.WEEK:
        return Cell(grain, (day.ordinal - 1) // DAYS_IN_WEEK)
    return Cell(Grain.DAY, day.ordinal)


def timex_year(year: int) -> str:
    """Write a year as TIMEX3 does: `2024`, and `BC0044` for the year -43."""
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _timex_of_year(cell: Cell) -> str:
    return timex_year(cell.number)


def _timex_of_month(cell: Cell) -> str:
    year, month = divmod(cell.number, MONTHS_IN_YEAR)
    return f"{timex_year(year)}-{month + 1:02d}"


def _timex_of_day(cell: Cell) -> str:
    day = cell.first
    return f"{timex_year(day.year)}-{day.month:02d}-{day.day:02d}"


def _timex_of_week(cell: Cell) -> str:
    year, week = Day.from_ordinal(cell.number * DAYS_IN_WEEK + 1).iso_week
    return f"{timex_year(year)}-W{week:02d}" + ("-WE" if cell.code else "")


def _timex_of_part(cell: Cell) -> str:
    return f"{_timex_of_day(cell)}T{cell.code}"


def _timex_of_clock(cell: Cell) -> str:
    minute = cell.number % MINUTES_IN_DAY if cell.grain is Grain.MINUTE else cell.number % 24 * 60
    hours = f"T{minute // 60:02d}"
    return _timex_of_day(cell) + hours + (f":{minute % 60:02d}" if cell.grain is Grain.MINUTE else "")


def _timex_of_season(cell: Cell) -> str:
    year, season = divmod(cell.number, SEASONS_IN_YEAR)
    return f"{timex_year(year)}-{conventions.SEASONS[season]}"


def _timex_of_years(cell: Cell) -> str:
    """Decades and centuries are the figures that their years have in common."""
    years = YEARS[cell.grain]
    if cell.number < 0:
        return f"BC{-1 - cell.number:0{5 - len(str(years))}d}"
    return f"{cell.number:0{5 - len(str(years))}d}"


_TIMEX: dict[Grain, Callable[[Cell], str]] = {
    Grain.MINUTE: _timex_of_clock,
    Grain.HOUR: _timex_of_clock,
    Grain.PART_OF_DAY: _timex_of_part,
    Grain.DAY: _timex_of_day,
    Grain.WEEK: _timex_of_week,
    Grain.MONTH: _timex_of_month,
    Grain.QUARTER: lambda cell: f"{timex_year(cell.first.year)}-Q{cell.number % 4 + 1}",
    Grain.SEASON: _timex_of_season,
    Grain.THIRD: lambda cell: timex_year(cell.first.year),
    Grain.HALF: lambda cell: f"{timex_year(cell.first.year)}-H{cell.number % 2 + 1}",
    Grain.YEAR: _timex_of_year,
    Grain.DECADE: _timex_of_years,
    Grain.CENTURY: _timex_of_years,
    Grain.MILLENNIUM: _timex_of_years,
}


def _edtf_of_days(cell: Cell) -> str:
    first, last = cell.first, cell.last
    return first.iso if first == last else f"[{first.iso}..{last.iso}]"


def _edtf_of_division(cell: Cell) -> str:
    number = {Grain.QUARTER: 33, Grain.THIRD: 37, Grain.HALF: 40}[cell.grain]
    count = MONTHS_IN_YEAR // MONTHS[cell.grain]
    return f"{edtf_year(cell.number // count)}-{number + cell.number % count}"


def _edtf_of_season(cell: Cell) -> str:
    year, season = divmod(cell.number, SEASONS_IN_YEAR)
    return f"{edtf_year(year)}-{(29 if cell.south else 21) + season}"


def _edtf_of_years(cell: Cell) -> str:
    """`199X` and `19XX`; before the year 0, where the figures run backwards, the years are named."""
    if cell.number >= 0 and cell.grain is not Grain.MILLENNIUM:
        return f"{cell.number:0{5 - len(str(YEARS[cell.grain]))}d}".ljust(4, "X")
    return f"[{edtf_year(cell.first.year)}..{edtf_year(cell.last.year)}]"


def edtf_year(year: int) -> str:
    """Write a year in EDTF: `2024`, `-0043`."""
    return iso_year(year)


_EDTF: dict[Grain, Callable[[Cell], str]] = {
    Grain.MONTH: lambda cell: cell.first.iso.rpartition("-")[0],
    Grain.QUARTER: _edtf_of_division,
    Grain.THIRD: _edtf_of_division,
    Grain.HALF: _edtf_of_division,
    Grain.SEASON: _edtf_of_season,
    Grain.YEAR: lambda cell: edtf_year(cell.number),
    Grain.DECADE: _edtf_of_years,
    Grain.CENTURY: _edtf_of_years,
    Grain.MILLENNIUM: _edtf_of_years,
}


class Place(NamedTuple):
    """A cell; the modifier and the narrower days that a part of it has; the zone of a clock time."""

    cell: Cell
    mod: str = ""
    first: Day | None = None
    last: Day | None = None
    zone: str = ""

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day."""
        return self.first or self.cell.first, self.last or self.cell.last
