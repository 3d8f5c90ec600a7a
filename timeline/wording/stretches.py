"""Stretches of days that have a name: the thirds of a month, a year or a decade, quarters, halves and weeks.

The bounds are those of the table of conventions that resolves such words (early March is the days 1 to 10),
read backwards: an interval that was worked out from "mid-March" is printed as "mid-March" again.
"""

from __future__ import annotations

from timeline.temporal.days import Day, days_in_month

_DAYS_IN_WEEK = 7


def stretch_of(first: Day, last: Day) -> tuple[str, str]:
    """Recognize the stretches of the table of conventions.

    The key of their name, and the unit that it is said of.
    """
    if first.year == last.year and first.month == last.month:
        return _stretch_of_month(first, last)
    months = (first.month, last.month)
    whole_months = first.day == 1 and last.day == days_in_month(last.year, last.month)
    if whole_months and first.year == last.year:
        return _YEAR_STRETCHES.get(months, ("", ""))
    if whole_months and months == (1, 12) and first.year // 10 == last.year // 10 and first.year > 0:
        key = _DECADE_STRETCHES.get((first.year % 10, last.year % 10), "")
        return key, "decade"
    return _week(first, last)


def _stretch_of_month(first: Day, last: Day) -> tuple[str, str]:
    end = days_in_month(first.year, first.month)
    named = {(1, 10): "early_month", (11, 20): "mid_month", (21, end): "late_month", (1, end): "whole"}
    key = named.get((first.day, last.day), "")
    return (key, "month") if key else _week(first, last)


def _week(first: Day, last: Day) -> tuple[str, str]:
    whole = first.weekday == 0 and last.ordinal - first.ordinal == _DAYS_IN_WEEK - 1
    return ("week", "day") if whole else ("", "")


_YEAR_STRETCHES = {
    (1, 4): ("early_year", "year"),
    (5, 8): ("mid_year", "year"),
    (9, 12): ("late_year", "year"),
    (1, 3): ("quarter_1", "year"),
    (4, 6): ("quarter_2", "year"),
    (7, 9): ("quarter_3", "year"),
    (10, 12): ("quarter_4", "year"),
    (1, 6): ("half_1", "year"),
    (7, 12): ("half_2", "year"),
    (1, 12): ("whole", "year"),
}
_DECADE_STRETCHES = {(0, 3): "early_decade", (4, 6): "mid_decade", (7, 9): "late_decade"}
