"""Civil days of the proleptic Gregorian calendar, before the year 1 as well.

`datetime.date` ends at the year 1, and history does not. A `Day` is a named tuple that compares in time order
and counts years astronomically: year 0 is 1 BC, year -43 is 44 BC. Everything above this module computes with
day numbers (`Day.ordinal`, which agrees with `datetime.date.toordinal` where both exist) and lets this module
turn them back into days.
"""

import re
from functools import lru_cache
from typing import NamedTuple

MONTHS_IN_YEAR = 12
DAYS_IN_WEEK = 7

_DAYS_IN_400_YEARS = 146_097
_FORM = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)", re.ASCII)
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_REMEMBERED = 512  # days that are kept by their number: a text speaks of the same ones again and again


class Day(NamedTuple):
    """One civil day; `Day(-43, 3, 15)` is 15 March 44 BC. Only `parse` and `exists` check it."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """The day's number, 1 for 0001-01-01 and falling below 0 before it."""
        # The year begins in March here, so that the leap day is its last day and needs no case of its own.
        year = self.year - (self.month <= _FEBRUARY)
        era, year_of_era = divmod(year, 400)
        day_of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
        return era * _DAYS_IN_400_YEARS + day_of_era - 305

    @classmethod
    def from_ordinal(cls, number: int) -> "Day":
        """Give the day with this number: the inverse of `ordinal`."""
        return _from_ordinal(number)

    @classmethod
    def parse(cls, text: str) -> "Day":
        """Read `2024-03-11` or `-0043-03-15`. Raises ValueError for other forms and impossible days."""
        found = _FORM.fullmatch(text)
        if found is None:
            message = f"{text!r} is not a day of the form 2024-03-11"
            raise ValueError(message)
        day = cls(*map(int, found.groups()))
        if not exists(day):
            message = f"there is no day {text}"
            raise ValueError(message)
        return day

    @property
    def iso(self) -> str:
        """The day as ISO 8601 writes it, the year with four digits or more and a minus sign before 0."""
        return f"{iso_year(self.year)}-{self.month:02d}-{self.day:02d}"

    @property
    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return (self.ordinal - 1) % DAYS_IN_WEEK

    @property
    def iso_week(self) -> tuple[int, int]:
        """The ISO year and week: the week belongs to the year that holds its Thursday."""
        thursday = self.plus(3 - self.weekday)
        return thursday.year, (thursday.ordinal - Day(thursday.year, 1, 1).ordinal) // DAYS_IN_WEEK + 1

    def plus(self, days: int) -> "Day":
        """Give the day that many days later (earlier, when negative)."""
        return Day.from_ordinal(self.ordinal + days)

    def plus_months(self, months: int) -> "Day":
        """Give the same day of another month, or that month's last day where it is shorter."""
        year, month = divmod(self.year * MONTHS_IN_YEAR + self.month - 1 + months, MONTHS_IN_YEAR)
        return Day(year, month + 1, min(self.day, days_in_month(year, month + 1)))

    def __str__(self) -> str:
        return self.iso


@lru_cache(maxsize=_REMEMBERED)
def _from_ordinal(number: int) -> Day:
    era, day_of_era = divmod(number + 305, _DAYS_IN_400_YEARS)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    month = (shifted + 2) % MONTHS_IN_YEAR + 1
    return Day(era * 400 + year_of_era + (month <= _FEBRUARY), month, day)


def iso_year(year: int) -> str:
    """Write the year as ISO 8601 and EDTF write it: `2024`, `0007`, `-0043`."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == _FEBRUARY and is_leap(year) else _MONTH_LENGTHS[month - 1]


def exists(day: Day) -> bool:
    """Whether the calendar has this day."""
    return 1 <= day.month <= MONTHS_IN_YEAR and 1 <= day.day <= days_in_month(day.year, day.month)


def monday_of_iso_week(year: int, week: int) -> Day:
    """Give the first day of an ISO week."""
    fourth = Day(year, 1, 4)
    return fourth.plus(7 * (week - 1) - fourth.weekday)
