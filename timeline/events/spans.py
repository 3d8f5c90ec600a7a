"""Spans: the days of a candidate or an entry, as numbers, and how two of them lie to each other.

What has no time is placed around its report: a happening in the months before it, a plan in the year after.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.model import Kind
from timeline.temporal import Day, When

_SAME_START = 31  # days between the beginnings of two states, or between two deadlines, that may be one
DAY = "d:"  # marks a day among the features of the index
NEWS_DAYS = 30  # how far before its report a happening without a time lies as a rule
_SHARP = 3  # days that still count as one time
_LATE_DAYS = 200  # how far it may lie at most
_PLAN_DAYS = 365  # how far after its report a plan without a time may lie


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last` as numbers, None for an open end; `known` where a text gave them."""

    first: int | None
    last: int | None
    known: bool = True
    is_due: bool = False  # its first day is only that of the report
    goes_on: bool = False  # a state with an open end ("since 2014"), no vague day

    days: int | None = field(init=False, compare=False)  # how many days it holds; None where it has no end
    is_sharp: bool = field(init=False, compare=False)  # whether a text gave it, and it holds three at most

    def __post_init__(self) -> None:
        """Work out once what is compared often."""
        days = None if self.first is None or self.last is None else self.last - self.first + 1
        object.__setattr__(self, "days", days)
        object.__setattr__(self, "is_sharp", self.known and (days or _SHARP + 1) <= _SHARP)

    @property
    def ordinals(self) -> range:
        """The days of a sharp time; of another none."""
        return range(self.first or 0, (self.last or 0) + 1) if self.is_sharp else range(0)

    @property
    def marks(self) -> frozenset[str]:
        """What the index files it under: its deadline, or the days of a sharp time."""
        if self.is_due:
            return frozenset({f"{DAY}{self.last}"})
        return frozenset(f"{DAY}{day}" for day in self.ordinals)

    def meets(self, other: Span) -> bool:
        """Tell whether a day is in both."""
        first, last, others_first, others_last = self.first, self.last, other.first, other.last
        if last is not None and others_first is not None and last < others_first:
            return False
        return others_last is None or first is None or others_last >= first

    def contains(self, other: Span) -> bool:
        """Tell whether all days of the other are in this one.

        A state holds no single day, only a state that began with it; a deadline none that is another, and no
        day long before it.
        """
        if self.goes_on != other.goes_on and self.known and other.known:
            state, point = (self, other) if self.goes_on else (other, self)
            return (
                state.first is not None
                and point.first is not None
                and point.first <= state.first <= (point.last or state.first)
            )
        if self.is_due and other.is_due:
            return abs((self.last or 0) - (other.last or 0)) <= _SAME_START
        if self.is_due and other.is_sharp and (self.last or 0) - (other.last or 0) > _SAME_START:
            return False  # what is set for a day long before a deadline is a step towards it
        if self.goes_on and other.goes_on and self.first is not None and other.first is not None:
            return abs(self.first - other.first) <= _SAME_START
        starts = (
            self.first is None
            or self.is_due
            or other.is_due
            or (other.first is not None and self.first <= other.first)
        )
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def begins_with(self, other: Span) -> bool:
        """Tell whether this is a state that began on the day of the other."""
        return (
            self.goes_on
            and not other.goes_on
            and self.first is not None
            and other.first == other.last == self.first
        )

    def is_due_with(self, other: Span) -> bool:
        """Tell whether both are deadlines, of one day."""
        return self.is_due and other.is_due and self.last == other.last

    def gap(self, other: Span) -> int:
        """Return how many days lie between two spans that do not meet; 0 where they meet."""
        if self.meets(other):
            return 0
        first, second = (self, other) if _before(self.last, other.first) else (other, self)
        return (second.first or 0) - (first.last or 0)


def _before(last: int | None, first: int | None) -> bool:
    return last is not None and first is not None and last < first


def day_of(when: When | None) -> int | None:
    """Return the first day of a time as a number."""
    return _number(when.first) if when else None


def span_of(when: When | None, anchor: When | None, kind: Kind) -> Span:
    """Return the days of a time; without one those that the report, `anchor`, leaves likely."""
    if when is not None and (when.first or when.last):
        open_end = when.kind == "interval" and (when.first is None) != (when.last is None)
        first = _number(when.first)
        is_due = first is None and kind is Kind.PLANNED
        if first is None and kind is Kind.PLANNED and anchor is not None and anchor.first is not None:
            first = min(
                anchor.first.ordinal, _number(when.last) or anchor.first.ordinal
            )  # what is planned lies ahead of its report
        return Span(first, _number(when.last), is_due=is_due, goes_on=open_end and when.last is None)
    if anchor is None or anchor.first is None:
        return Span(None, None, known=False)
    ahead = _PLAN_DAYS if kind is Kind.PLANNED else 0
    last = _number(anchor.last)
    return Span(anchor.first.ordinal - _LATE_DAYS, None if last is None else last + ahead, known=False)


def _number(day: Day | None) -> int | None:
    return None if day is None else day.ordinal
