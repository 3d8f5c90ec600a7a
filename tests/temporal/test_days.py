import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.days import Day, exists, monday_of_iso_week

KNOWN = [
    # day, number, weekday (0 = Monday)
    (Day(1, 1, 1), 1, 0),
    (Day(0, 12, 31), 0, 6),
    (Day(2000, 2, 29), dt.date(2000, 2, 29).toordinal(), 1),
    (Day(2024, 5, 3), dt.date(2024, 5, 3).toordinal(), 4),
    (Day(-4713, 11, 24), 1 - 1721426, 0),  # the first day of the Julian day count, in the Gregorian calendar
]


@pytest.mark.parametrize(("day", "number", "weekday"), KNOWN)
def test_known_days(day: Day, number: int, weekday: int) -> None:
    assert day.ordinal == number
    assert Day.from_ordinal(number) == day
    assert day.weekday == weekday


@given(st.dates())
def test_agrees_with_the_standard_library(date: dt.date) -> None:
    day = Day(date.year, date.month, date.day)
    assert day.ordinal == date.toordinal()
    assert day.weekday == date.weekday()
    assert day.iso == date.isoformat()
    assert day.iso_week == tuple(date.isocalendar())[:2]


@given(st.integers(-10_000_000, 10_000_000))
def test_numbers_come_back(number: int) -> None:
    day = Day.from_ordinal(number)
    assert exists(day)
    assert day.ordinal == number
    assert Day.parse(day.iso) == day
    assert day < day.plus(1)


@given(st.integers(-3000, 3000), st.integers(1, 52))
def test_iso_weeks_come_back(year: int, week: int) -> None:
    monday = monday_of_iso_week(year, week)
    assert monday.weekday == 0
    assert monday.iso_week == (year, week)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (Day(2024, 1, 31), 1, Day(2024, 2, 29)),
        (Day(2024, 3, 31), -13, Day(2023, 2, 28)),
        (Day(1, 1, 1), -1, Day(0, 12, 1)),
        (Day(2024, 12, 5), 1, Day(2025, 1, 5)),
    ],
)
def test_months_are_added(day: Day, months: int, expected: Day) -> None:
    assert day.plus_months(months) == expected


@pytest.mark.parametrize(
    "text", ["2024-02-30", "2023-02-29", "2024-13-01", "2024-3-11", "24-03-11", "", "٢٠٢٤-03-11"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="day"):
        Day.parse(text)


def test_years_before_one_are_written_with_a_minus_sign() -> None:
    assert str(Day(-43, 3, 15)) == "-0043-03-15"
    assert Day.parse("-0043-03-15") == Day(-43, 3, 15)
