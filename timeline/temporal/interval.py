"""Stretches of time: what a time expression means, once it is resolved.

An `Interval` is half-open: it holds its first moment and not its last, so that a year ends exactly where the
next one begins and nothing ever subtracts a second. Its bounds are moments (a day and a minute of it); None
is an open side. Its grain says how finely it was told: the year 2024 and the span from 1 January to 31
December hold the same moments, and are not the same statement.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from timeline.temporal.days import Day

MINUTES_IN_DAY = 1440


class Grain(IntEnum):
    """How finely a time is told, from fine to coarse."""

    MINUTE = 1
    HOUR = 2
    PART_OF_DAY = 3
    DAY = 4
    WEEK = 5
    MONTH = 6
    QUARTER = 7
    SEASON = 8
    THIRD = 9
    HALF = 10
    YEAR = 11
    DECADE = 12
    CENTURY = 13
    MILLENNIUM = 14

    __hash__ = int.__hash__  # that of an enumeration is Python code, and cells are keys everywhere


class Moment(NamedTuple):
    """The beginning of a minute (0 to 1439) of a day; compares in time order."""

    day: Day
    minute: int = 0

    @property
    def number(self) -> int:
        """Minutes, counted so that moments can be subtracted."""
        return self.day.ordinal * MINUTES_IN_DAY + self.minute

    @classmethod
    def from_number(cls, number: int) -> "Moment":
        """Give the moment with this number: the inverse of `number`."""
        ordinal, minute = divmod(number, MINUTES_IN_DAY)
        return cls(Day.from_ordinal(ordinal), minute)

    def plus(self, minutes: int) -> "Moment":
        """Give the moment that many minutes later."""
        return Moment.from_number(self.number + minutes)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `start` up to, and not including, `end`. Raises ValueError where it ends before it starts."""

    start: Moment | None
    end: Moment | None
    grain: Grain = Grain.DAY

    def __post_init__(self) -> None:
        """Refuse to end before the start; an empty interval is allowed, as the meeting point of two."""
        if self.start is not None and self.end is not None and self.end < self.start:
            message = f"the interval ends ({self.end.day}) before it starts ({self.start.day})"
            raise ValueError(message)

    @classmethod
    def of_days(cls, first: Day | None, last: Day | None, grain: Grain = Grain.DAY) -> "Interval":
        """Whole days, both ends included; None is an open side."""
        start = None if first is None else Moment(first)
        end = None if last is None else Moment(last.plus(1))
        return cls(start, end, grain)

    @property
    def first(self) -> Day | None:
        """The day that the interval starts in."""
        return None if self.start is None else self.start.day

    @property
    def last(self) -> Day | None:
        """The last day that the interval touches."""
        if self.end is None:
            return None
        empty = self.start == self.end
        return self.end.day if empty or self.end.minute else self.end.day.plus(-1)

    @property
    def is_empty(self) -> bool:
        """Whether the interval holds no moment at all."""
        return self.start is not None and self.start == self.end

    @property
    def days(self) -> int | None:
        """How many days it touches, or None when a side is open."""
        if self.first is None or self.last is None:
            return None
        return 0 if self.is_empty else self.last.ordinal - self.first.ordinal + 1

    def contains(self, other: "Interval") -> bool:
        """Whether every moment of the other lies in this one."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        ends = self.end is None or (other.end is not None and other.end <= self.end)
        return starts and ends

    def intersects(self, other: "Interval") -> bool:
        """Whether they share a moment. Intervals that only touch do not; an empty one shares nothing."""
        both = self.intersection(other)
        return both is not None and not both.is_empty

    def intersection(self, other: "Interval") -> "Interval | None":
        """Give what both hold, with the finer grain; None when they lie apart, empty when they touch."""
        starts = [bound for bound in (self.start, other.start) if bound is not None]
        ends = [bound for bound in (self.end, other.end) if bound is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and end < start:
            return None
        return Interval(start, end, min(self.grain, other.grain))

    def hull(self, other: "Interval") -> "Interval":
        """Give the shortest interval that holds both, with the coarser grain."""
        return hull((self, other))


def hull(intervals: Iterable[Interval]) -> Interval:
    """Give the shortest interval that holds all of these (one or more), with the coarsest grain."""
    every = tuple(intervals)
    starts = [one.start for one in every]
    ends = [one.end for one in every]
    start = None if None in starts else min(bound for bound in starts if bound is not None)
    end = None if None in ends else max(bound for bound in ends if bound is not None)
    return Interval(start, end, max(one.grain for one in every))
