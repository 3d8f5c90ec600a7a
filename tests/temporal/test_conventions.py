"""The table of conventions, each line seen from outside."""

import pytest

from timeline.temporal import find
from timeline.temporal.conventions import easter
from timeline.temporal.days import Day

PARTS = [
    ("early March", "2024-03-01", "2024-03-10"),
    ("mid-March", "2024-03-11", "2024-03-20"),
    ("late March", "2024-03-21", "2024-03-31"),
    ("the end of February", "2024-02-21", "2024-02-29"),
    ("early 2023", "2023-01-01", "2023-04-30"),
    ("mid-2023", "2023-05-01", "2023-08-31"),
    ("late 2023", "2023-09-01", "2023-12-31"),
    ("the early 1990s", "1990-01-01", "1993-12-31"),
    ("the mid-1990s", "1994-01-01", "1996-12-31"),
    ("the late 1990s", "1997-01-01", "1999-12-31"),
    ("the early 20th century", "1901-01-01", "1933-12-31"),
    ("the mid-20th century", "1934-01-01", "1966-12-31"),
    ("the late 20th century", "1967-01-01", "2000-12-31"),
    ("the winter of 2022", "2022-12-01", "2023-02-28"),
    ("last year", "2023-01-01", "2023-12-31"),
    ("last March", "2024-03-01", "2024-03-31"),
    ("last May", "2023-05-01", "2023-05-31"),
    ("last Friday", "2024-04-26", "2024-04-26"),
    ("next Friday", "2024-05-10", "2024-05-10"),
    ("next Monday", "2024-05-06", "2024-05-06"),
    ("Friday", "2024-05-03", "2024-05-03"),
    ("earlier this week", "2024-04-29", "2024-05-03"),
    ("earlier this month", "2024-05-01", "2024-05-03"),
    ("earlier this year", "2024-01-01", "2024-05-03"),
    ("last week", "2024-04-22", "2024-04-28"),
]


@pytest.mark.parametrize(("words", "first", "last"), PARTS)
def test_conventions(words: str, first: str, last: str) -> None:
    (one,) = find(words, published="2024-05-03")
    assert one.text == words
    assert one.when is not None
    assert (str(one.when.first), str(one.when.last)) == (first, last)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == Day(year, month, day)


@pytest.mark.parametrize(("year", "month", "day"), [(2021, 5, 2), (2023, 4, 16), (2024, 5, 5)])
def test_orthodox_easter(year: int, month: int, day: int) -> None:
    assert easter(year, orthodox=True) == Day(year, month, day)
