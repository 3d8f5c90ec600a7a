"""Where a time lies, seen from the report that tells of it: over, of its day, or still to come."""

from __future__ import annotations

from timeline.events.dated import Dated
from timeline.temporal import When

_DATED_EARLY = 7  # days that a page may be dated before what it tells
_WEEK = 7  # days
_MONTH = 27  # days from the first to the last


def begins_now(when: When, anchor: When | None) -> bool:
    """Tell whether a time goes from the report on: "The council decides later this month"."""
    if anchor is None or anchor.first is None or when.last is None:
        return False
    return when.first == anchor.first and when.last > anchor.first


def is_of_today(when: When, anchor: When | None) -> bool:
    """Tell whether a time is the day of the report: "The ministers meet today" is still to come."""
    return anchor is not None and when.first is not None and when.first == anchor.first == when.last


def is_to_come(when: When, anchor: When | None) -> bool:
    """Tell whether a time begins after the report."""
    if anchor is None or anchor.last is None:
        return False
    return when.first is not None and when.first > anchor.last


def is_near(when: When, anchor: When | None) -> bool:
    """Tell whether a time is of the weeks around the report, and may be that of what is asked."""
    if anchor is None or anchor.first is None or when.last is None:
        return True
    return when.last.ordinal >= anchor.first.ordinal - _WEEK


def lies_ahead(when: When, anchor: When | None) -> bool:
    """Tell whether a time ends after the report."""
    if anchor is None or anchor.last is None:
        return False
    return when.last is None or when.last > anchor.last


def is_only_ahead(dated: Dated, anchor: When | None) -> bool:
    """Tell whether a time begins after the report.

    A page may carry the day before what it tells of a full date.
    """
    first, last = dated.when.first, dated.when.last
    if anchor is None or anchor.last is None:
        return False
    if first is None:  # "postponed until 9 December"
        return last is not None and last > anchor.last
    slack = _DATED_EARLY if dated.is_full else 0
    return first.ordinal > anchor.last.ordinal + slack


def is_long_over(dated: Dated, anchor: When | None) -> bool:
    """Tell whether a month, a year or longer was over before the report: nothing has just been done in it."""
    first, last = dated.when.first, dated.when.last
    if first is None or last is None or anchor is None or anchor.first is None:
        return False
    return last < anchor.first and last.ordinal - first.ordinal >= _MONTH


def is_endless(dated: Dated) -> bool:
    """Tell whether a time without a signal has no end ("less than a month ago"): it names no day."""
    return dated.plain is None and dated.when.last is None and dated.when.edtf.startswith("[")
