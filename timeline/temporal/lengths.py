"""Lengths of time and repetitions: how TIMEX3 writes "two and a half years" and "twice a week"."""

from fractions import Fraction

from timeline.temporal.days import DAYS_IN_WEEK, Day
from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import Grain

UNKNOWN = "X"
SMALL = frozenset({"SECOND", "MINUTE", "HOUR"})
# Each unit with its letters in TIMEX3; those after the bar are parts of a day.
_LETTERS = {
    "SECOND": "|S",
    "MINUTE": "|M",
    "HOUR": "|H",
    "DAY": "D",
    "WEEKEND": "WE",
    "WEEK": "W",
    "MONTH": "M",
    "QUARTER": "Q",
    "SEASON": "S",
    "YEAR": "Y",
    "DECADE": "DE",
    "CENTURY": "CE",
    "MILLENNIUM": "ML",
    "MO": "|MO",
    "AF": "|AF",
    "EV": "|EV",
    "NI": "|NI",
    "ERA": "X",
}
# A fraction of these is told in the next smaller unit: an hour and a half is 1 hour 30 minutes.
_SMALLER = {"HOUR": ("MINUTE", 60), "MINUTE": ("SECOND", 60), "YEAR": ("MONTH", 12)}
_MONTHS = {"MONTH": 1, "QUARTER": 3, "YEAR": 12, "DECADE": 120, "CENTURY": 1200, "MILLENNIUM": 12_000}
_DAYS = {"DAY": 1, "WEEK": DAYS_IN_WEEK}
_YEARS = {"DECADE": 10, "CENTURY": 100, "MILLENNIUM": 1000}
# In what a fraction of a unit is counted from a date: a year and a half ago is 18 months ago.
_PARTS = {"YEAR": ("MONTH", 12), "MONTH": ("WEEK", 4), "WEEK": ("DAY", 7), "DAY": ("HOUR", 24)}
_GRAINS = {
    "SECOND": Grain.MINUTE,
    "WEEKEND": Grain.WEEK,
    **dict.fromkeys(("MO", "AF", "EV", "NI"), Grain.DAY),
}

# What a modifier of a length says of the point that the length leads to: more than a year ago is before that
# day, more than a year later after it.
BEFORE_ANCHOR = {
    "MORE_THAN": "BEFORE",
    "LESS_THAN": "AFTER",
    "EQUAL_OR_MORE": "ON_OR_BEFORE",
    "EQUAL_OR_LESS": "ON_OR_AFTER",
}
AFTER_ANCHOR = {
    "MORE_THAN": "AFTER",
    "LESS_THAN": "BEFORE",
    "EQUAL_OR_MORE": "ON_OR_AFTER",
    "EQUAL_OR_LESS": "ON_OR_BEFORE",
}

Amount = tuple[int | Fraction | str, str]


def amounts(said: Value) -> tuple[Amount, ...]:
    """Give the numbers and units that a `length` or `sum` adds up."""
    if not isinstance(said, Expression):
        return ()
    if said.operator == "sum":
        return tuple(one for argument in said.arguments for one in amounts(argument))
    if said.operator == "mod":
        return amounts(said.arguments[1])
    number, unit = said.arguments
    years = _YEARS.get(str(unit))
    if isinstance(number, Fraction) and years and (number * years).denominator == 1:
        return ((int(number * years), "YEAR"),)  # half a century
    return ((number if isinstance(number, int | Fraction) else UNKNOWN, str(unit)),)


def units(said: Value) -> set[str]:
    """Give the units in which a length is told."""
    return {unit for _, unit in amounts(said)}


def timex(said: Value) -> str:
    """Write a length as TIMEX3 does: `P3D`, `PT24H`, `PXY`, `P1Y6M`."""
    days, clock = "", ""
    for number, unit in _whole(amounts(said)):
        before, bar, after = _LETTERS[unit].partition("|")
        days += f"{_figure(number)}{before}" if not bar else ""
        clock += f"{_figure(number)}{after}" if bar else ""
    return f"P{days}" + (f"T{clock}" if clock else "")


def _whole(parts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Tell a fraction of an hour or a year in minutes or months, where it comes out even."""
    found: list[Amount] = []
    for number, unit in parts:
        smaller, count = _SMALLER.get(unit, ("", 0))
        if isinstance(number, Fraction) and smaller and (number * count).denominator == 1:
            whole = int(number)
            found += [(whole, unit)] * bool(whole) + [(int((number - whole) * count), smaller)]
        else:
            found.append((number, unit))
    return tuple(found)


def _figure(number: int | Fraction | str) -> str:
    if isinstance(number, Fraction):
        return f"{float(number):.2f}".rstrip("0").rstrip(".")
    return str(number)


def counted(number: int | Fraction | str, unit: str) -> tuple[int | Fraction | str, str]:
    """Give a fraction of a unit as whole smaller ones, as one counts them from a date; the rest as it is."""
    if not isinstance(number, Fraction) or unit not in _PARTS:
        return number, unit
    smaller, count = _PARTS[unit]
    return int(number * count), smaller


def back_from(day: Day, length: tuple[Amount, ...]) -> Day | None:
    """Give the day that lies a length before another; None where the number or the unit is not exact."""
    for amount in length:
        number, unit = counted(*amount)
        if not isinstance(number, int) or unit not in _MONTHS | _DAYS:
            return None
        months = number * _MONTHS.get(unit, 0)
        day = day.plus_months(-months) if months else day.plus(-number * _DAYS.get(unit, 0))
    return day


def grain(unit: str) -> Grain:
    """Give the grain in which a unit is counted."""
    return _GRAINS.get(unit) or Grain[unit]
