"""The hour that a story is at, and whether the hour told next is still of the same day.

"The train left at 10.15 p.m. on Monday. It hit a tree at 2 a.m.": that was on Tuesday. "At midnight on
Saturday" may be the beginning of that Saturday or its end, so that nobody knows which day the small hours
told behind it are of; "ten minutes later" then has no day either.
"""

from __future__ import annotations

import re

from timeline.temporal import Expression, Mention, When

LOST = "?"  # the hour of a story whose day is not known any more
_HOUR = re.compile(r"T(\d\d)(?::(\d\d))?")
_SMALL_HOURS = 5  # they end at this hour
_EVENING = 18  # the hour from which on the small hours that follow are those of the next day
_NOON = 12  # behind it and before the evening, the small hours told next are of either day
_DAY = 24 * 60  # minutes
_PARTS = {"START": "TMO", "END": "TEV"}  # by the mod of a day in TIMEX3
MORNING = "TMO"
_AFTERNOON = "TAF"
_LATE_PARTS = frozenset({"TEV", "TNI"})
_MIDNIGHT = 0
_MINUTES = {"MINUTE": 1, "HOUR": 60}


def hour_of(mention: Mention) -> str:
    """Return the time of day of a mention as in its TIMEX3 value ("T22:15", "TNI"); "" where it tells none.

    "Early on Sunday" is its morning.
    """
    _, mark, hour = mention.value.partition("T")
    return mark + hour or _PARTS.get(mention.mod or "", "")


def day_of_hour(day: When, told: str, mention: Mention) -> When | None:
    """Return the day of an hour told after the hour `told` of a day; None where it may be either of two."""
    if told == LOST:
        return None
    hour = hour_of(mention)
    if hour == MORNING and (_is_late(told) or _is_afternoon(told)):
        return None  # "The gates were shut at 10 p.m. on Monday. In the morning they stormed it"
    if not told or not _is_small(hour):
        return day
    if _minute(told) == _MIDNIGHT or _is_afternoon(told):
        return None
    return _next(day) if _is_late(told) else day


def day_of_length(day: When, told: str, length: Expression) -> When | None:
    """Return the day of "ten minutes later", counted from the hour `told` of a day.

    None where hours are counted from a day whose hour is not known.
    """
    count, unit = length.arguments[:2]
    start = _minute(told)
    if told == LOST or not isinstance(count, int):
        return None
    if start is None:
        return day if unit == "MINUTE" else None
    minutes = start + count * _MINUTES[str(unit)]
    return day if minutes < _DAY else _next(day) if minutes < _DAY * 2 else None


def length_of(mention: Mention) -> Expression | None:
    """Return the length of "six hours later", "ten minutes later"; None for other times."""
    said = mention.expression
    if said is None or said.operator != "later" or not said.arguments:
        return None
    length = said.arguments[0]
    counted = isinstance(length, Expression) and length.operator == "length"
    short = isinstance(length, Expression) and counted and str(length.arguments[1]) in _MINUTES
    return length if short and isinstance(length, Expression) else None


def begun(mention: Mention) -> Mention:
    """Read "just after midnight" as the first minute of the new day; other times as they are."""
    after = mention.when is not None and mention.when.last is None and mention.signal is not None
    if not after or _minute(hour_of(mention)) != _MIDNIGHT:
        return mention
    return mention._replace(value=mention.value.partition("T")[0] + "T00:01")


def may_be_of_report(day: When, mention: Mention, anchor: When | None) -> bool:
    """Tell whether small hours, told some way behind a day without an hour, may be those of the report."""
    return _is_small(hour_of(mention)) and _next(day) == anchor


def _next(day: When) -> When | None:
    return When.of_day(day.last.plus(1)) if day.last is not None else None


def _minute(hour: str) -> int | None:
    found = _HOUR.match(hour)
    return int(found[1]) % 24 * 60 + int(found[2] or 0) if found else None


def _is_small(hour: str) -> bool:
    """Tell whether an hour is before five in the morning; midnight itself ends the day before."""
    minute = _minute(hour)
    return minute is not None and _MIDNIGHT < minute < _SMALL_HOURS * 60


def _is_afternoon(hour: str) -> bool:
    minute = _minute(hour)
    return hour == _AFTERNOON or (minute is not None and _NOON * 60 < minute < _EVENING * 60)


def _is_late(hour: str) -> bool:
    minute = _minute(hour)
    return hour in _LATE_PARTS or (minute is not None and minute >= _EVENING * 60)
