"""Dates in figures: which of two numbers is the month.

05/03/2026 is 5 March in one country and 3 May in another. What decides, in this order: a number above 12; a
weekday beside the date; the other dates of the text (one in figures that can be read in one way only, or the
same day in words or as the day of writing); the country in the code of the language ("en-GB"). Where nothing
decides, both days stay possible, and the mention says so. Not taken: the American order for all.
"""

import re
from collections.abc import Iterator

from timeline.temporal import conventions
from timeline.temporal.days import Day, exists
from timeline.temporal.expression import Expression, Value
from timeline.temporal.recognise import Reading
from timeline.temporal.timeless import Resolution

_ORDERS = ("MONTH", "DAY")  # what stands first
_ANY = "ANY"
_MONTHS = 12
_REGION = re.compile(r"[-_]([A-Z]{2})\b", re.ASCII)
_FULL = re.compile(
    r"\(of \(of \(day (?P<day>\d+)\) \(month (?P<month>\d+)\)\) \(year (?P<year>\d+)\)\)", re.ASCII
)
_NUMBER = re.compile(r"(\d+)", re.ASCII)
_NOT_TOLD = "day or month first: not told"


def settle(readings: tuple[Reading, ...], anchor: Day | None, language: str) -> tuple[Reading, ...]:
    """Give each date in figures the order that the text or its country tells, where one does."""
    if not any(figures(each.expression) for each in readings):
        return readings
    order = _order_of_text(readings, anchor) or _order_of_country(language)
    return tuple(
        each._replace(expression=_ordered(each.expression, _own_order(each.expression) or order))
        for each in readings
    )


def figures(said: Value) -> Expression | None:
    """Give the date in figures that an expression holds."""
    while isinstance(said, Expression):
        if said.operator == "figures":
            return said
        said = said.arguments[-1] if said.arguments else None
    return None


def dated(order: Value, first: Value, second: Value, year: Value) -> Expression:
    """Give a date in figures whose order is known as a day of a month of a year."""
    month, day = (first, second) if order == "MONTH" else (second, first)
    inner = Expression("of", (Expression("day", (day,)), Expression("month", (month,))))
    return Expression("of", (inner, year))


def both(said: Expression) -> tuple[Expression, ...]:
    """Give the two readings of an expression that holds a date in figures of unknown order; else nothing."""
    held = figures(said)
    if held is None or held.arguments[0] != _ANY:
        return ()
    return tuple(_ordered(said, order) for order in _ORDERS)


def either(one: Resolution, other: Resolution) -> Resolution:
    """Give what two readings allow: once, on the one day or the other; X where their values differ."""
    if not (one.edtf and other.edtf):
        return one if one.edtf or not other.value else other
    first, second = sorted((one.edtf, other.edtf))
    pairs = zip(_NUMBER.split(one.value), _NUMBER.split(other.value), strict=True)
    value = "".join(a if a == b else "X" * len(a) for a, b in pairs)
    return Resolution(
        one.type, value, one.mod, edtf=f"[{first},{second}]", assumed=(*one.assumed[:-1], _NOT_TOLD)
    )


def _ordered(said: Expression, order: str) -> Expression:
    """Write the order of the month and the day into the date in figures of an expression."""
    if not order or figures(said) is None:
        return said
    if said.operator == "figures":
        return said._replace(arguments=(order, *said.arguments[1:]))
    *outer, inner = said.arguments
    return said._replace(
        arguments=(*outer, _ordered(inner, order) if isinstance(inner, Expression) else inner)
    )


def _own_order(said: Expression) -> str:
    """Tell the order from the numbers themselves, or from the weekday beside them."""
    held = figures(said)
    if held is None:
        return ""
    first, second = _numbers(held)
    if first == second:
        return _ORDERS[0]
    if max(first, second) > _MONTHS:
        return _ORDERS[first > _MONTHS]
    fitting = [order for order in _ORDERS if _fits_weekday(said, held, order)]
    return fitting[0] if len(fitting) == 1 else ""


def _numbers(held: Expression) -> tuple[int, int]:
    return int(str(held.arguments[1])), int(str(held.arguments[2]))


def _fits_weekday(said: Expression, held: Expression, order: str) -> bool:
    """Whether the weekday that stands beside a date in figures is that of one reading."""
    day = _day(held, order)
    if said.operator != "of" or said.arguments[1] != held or day is None:
        return True
    beside = said.arguments[0]
    return not (
        isinstance(beside, Expression)
        and beside.operator == "weekday"
        and beside.arguments[0] != day.weekday + 1
    )


def _day(held: Expression, order: str) -> Day | None:
    """Give the day of a date in figures, read in one order; None for a year in two figures."""
    year = held.arguments[3]
    if not isinstance(year, Expression) or year.operator != "year":
        return None
    first, second = _numbers(held)
    month, number = (first, second) if order == "MONTH" else (second, first)
    day = Day(int(str(year.arguments[0])), month, number)
    return day if exists(day) else None


def _order_of_text(readings: tuple[Reading, ...], anchor: Day | None) -> str:
    """Tell the order from the dates that can be read in one way only, or else from the days told in words."""
    own = {
        _own_order(one.expression)
        for one in readings
        if (held := figures(one.expression)) and len(set(_numbers(held))) > 1
    } - {""}
    if not own:
        days = {anchor, *(day for one in readings for day in _spelled(one.expression))} - {None}
        held_dates = filter(None, (figures(one.expression) for one in readings))
        own = {order for held in held_dates for order in _matching(held, days)}
    return own.pop() if len(own) == 1 else ""


def _matching(held: Expression, days: set[Day | None]) -> tuple[str, ...]:
    """Give the order in which a date is one of these days; nothing where both are, or none is."""
    orders = tuple(order for order in _ORDERS if _day(held, order) in days)
    return orders if len(orders) == 1 else ()


def _spelled(said: Value) -> Iterator[Day]:
    """Give the full date that an expression tells with the name of the month."""
    while isinstance(said, Expression):
        found = _FULL.fullmatch(str(said))
        if found:
            yield Day(int(found["year"]), int(found["month"]), int(found["day"]))
        said = said.arguments[-1] if said.arguments else None


def _order_of_country(language: str) -> str:
    region = _REGION.search(language)
    return _ORDERS[region[1] not in conventions.MONTH_FIRST] if region else ""
