"""How sharp the time is that two tellings both allow, and how near to it one without a time was reported.

`time_shared(a, b)` is evidence like that of `evidence`, in logarithms of odds.
"""

from __future__ import annotations

from math import inf

from timeline.events.spans import NEWS_DAYS
from timeline.events.tellings import Telling

_DAY, _MONTH, _YEAR = 1.5, 0.75, 0.0  # how sharp the vaguer of both times is
_DAYS_OF = {_DAY: 3, _MONTH: 40, _YEAR: 370}  # the longest span, in days, that still counts as so sharp
_VAGUE = -1.5
_SAME_SPAN = 1.25  # no day, but the very same span
_SAME_YEAR = 0.5
_OLD = 0.5  # both look back a long way: few things are told of such a time
_OLD_DAYS = 120
_UNDATED = -0.5
_TODAY = 0.9  # one without a time, reported on the other's day or the day after
_RECENT = 0.8  # one without a time, reported within a week of the other's day
_LATE = -0.75  # one without a time, reported long after the other's day
_NEWS_DAYS = 7


def time_shared(a: Telling, b: Telling) -> float:
    """Weigh the time that both allow: the vaguer of the two counts; where they allow none, nothing."""
    if not a.span.meets(b.span):
        return 0.0
    if a.span.known and b.span.known:
        return _sharpness(a, b) + (_OLD if a.looks_back(_OLD_DAYS) and b.looks_back(_OLD_DAYS) else 0.0)
    if not (a.span.known or b.span.known):
        return _UNDATED
    dated, undated = (a, b) if a.span.known else (b, a)
    day, report = dated.span.last, undated.reported
    if day is None or report is None or report - day > NEWS_DAYS:
        return _UNDATED + _LATE
    if not 0 <= report - day <= _NEWS_DAYS or (dated.span.days or _OLD_DAYS) > _DAYS_OF[_DAY]:
        return _UNDATED
    return _UNDATED + (_TODAY if report - day <= 1 else _RECENT)


def _sharpness(a: Telling, b: Telling) -> float:
    if a.span.begins_with(b.span) or b.span.begins_with(a.span):
        return _MONTH
    longest = _longest(a, b)
    found = _VAGUE
    for value, days in _DAYS_OF.items():
        if longest <= days:
            found = value
            break
    if a.span != b.span or found == _DAY:
        return found
    return found + (_SAME_YEAR if found <= _YEAR else _SAME_SPAN)


def _longest(a: Telling, b: Telling) -> float:
    """Return how many days the vaguer of two times holds."""
    mine, theirs = a.span.days, b.span.days
    return inf if mine is None or theirs is None else max(mine, theirs)


def is_of_days(a: Telling, b: Telling) -> bool:
    """Tell whether both times hold three days at most."""
    return _longest(a, b) <= _DAYS_OF[_DAY]
