"""What was said, apart from what it means on a given day: a small closed algebra.

An `Expression` is an operator with its arguments, and prints as the grammar files write it: `(part MID (month
3))` for "mid-March". `OPERATORS` is the whole list; a grammar that uses another operator does not load. What
each of them means is `resolve`'s to say.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias, Union

Value: TypeAlias = Union["Expression", int, str, Fraction, None]

# Each operator with its arguments: X is an expression, n a number, L a length, U a unit (DAY, WEEK ...),
# M a TIMEX3 modifier.
OPERATORS = {
    # parts of the calendar that come round again
    "month": "n: 1 to 12",
    "day": "n: 1 to 31",
    "weekday": "n: 1 (Monday) to 7",
    "week": "n: an ISO week of a year",
    "quarter": "n: 1 to 4",
    "half": "n: 1 or 2 of a year",
    "season": "SP, SU, FA or WI",
    "weekend": "the Saturday and Sunday of a week",
    "daypart": "MO, NO, AF, EV, NI, MI or DT",
    "clock": "n n: hour and minute; or one n: the hour alone",
    "zoned": "X zone: a clock time with its zone, as TIMEX3 writes it (Z, +01, none)",
    "feast": "n: a feast on the same day of each year, as month * 100 + day",
    "easter": "n: so many days after Easter Sunday; a second argument ORTHODOX takes the Julian feast",
    "elsewhere": "U: a day or month with a name in a calendar that is not worked out here",
    "monthly": "n n n: the nth weekday of a month of each year (n = -1: the last)",
    # parts of time that come once
    "year": "n: of our era",
    "short": "n: a year in two figures",
    "decade": "n: its first year",
    "short-decade": "n: a decade in two figures",
    "century": "n: 20 is the years 1900 to 1999",
    "millennium": "n: 3 is the years 2000 to 2999",
    "before-christ": "X: a year, decade or century before our era",
    # parts of parts
    "of": "X X: the first lies in the second",
    "nth": "n U X: the nth unit of X, or the nth X where U is an expression; -1 is the last",
    "figures": "ANY n n X: a day in figures of the year X, in an order of month and day that the text tells",
    "weekend-of": "X: the weekend nearest to a day",
    "week-of": "X: the week that holds it",
    "part": "START, MID or END, X",
    "share": "n k X: the nth of k equal parts of X, the first or the last",
    "half-of": "START or END, X: its first or second half",
    "edge": "START or END, U, X: its first or last days, weeks or months",
    "mod": "M X: X, with a modifier of TIMEX3",
    "sofar": "U: from the beginning of this unit to the anchor",
    "rest": "U: from the anchor to the end of this unit",
    # seen from the anchor
    "this": "U or X",
    "last": "U or X",
    "next": "U or X",
    "coming": "X: the next one in time, even in this unit",
    "ago": "L",
    "ahead": "L",
    "back": "L X: that long before X, at the grain of X (a year ago today)",
    "ref": "PAST_REF, PRESENT_REF or FUTURE_REF",
    # seen from what was spoken of last
    "same": "U",
    "the": "U: of the story in a history, of the anchor in news; a quarter is the one spoken of last",
    "alike": "X: the quarter that a report is about, in the year X; X itself where it is about none",
    "named": "n: the nth of the days that were named last, as a list or a range; -1 is the last",
    "spoken": "no argument: what was spoken of last; unknown where nothing was",
    "following": "U or X",
    "previous": "U or X",
    "earlier": "L",
    "later": "L",
    # seen from another time
    "before": "L X",
    "after": "L X",
    "beside": "AFTER or BEFORE, L: from what the next words name, if they date it; else a third or nothing",
    "first-after": "X X: the first of what comes round again after the second, which it does not touch",
    "last-before": "X X: the last of it before the second",
    "alongside": "X X: what comes round again, in the year (or other unit) that the second lies in",
    # lengths and repetitions
    "length": "n U; n may be X, an unknown number",
    "sum": "L L",
    "every": "X, L or U: each time that it comes round",
    "often": "freq L: so many times in each length (2X)",
    "quantified": "quant X: a set, with the word that quantifies it (EVERY, EACH)",
}
CONDITION = "given"
# Computed while an expression is built, so that what is stored is a plain number. `given` gives its second
# argument where the first is not 0; else nothing, and then the pattern has not read its words.
ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": Fraction,
    "%": lambda a, b: a % b,
    "<": lambda a, b: int(a < b),
    CONDITION: lambda holds, meant: meant if holds else None,
}


class Expression(NamedTuple):
    """An operator of `OPERATORS` with its arguments."""

    operator: str
    arguments: tuple[Value, ...] = ()

    def __str__(self) -> str:
        """Write it as a grammar file does."""
        return "(" + " ".join([self.operator, *map(str, self.arguments)]) + ")"


def make(operator: str, arguments: tuple[Value, ...]) -> Value:
    """Build an expression, or compute a number. Raises ValueError for an operator that does not exist."""
    if operator in OPERATORS:
        return Expression(operator, arguments)
    if operator not in ARITHMETIC:
        message = f"there is no operator {operator!r}"
        raise ValueError(message)
    return _number(ARITHMETIC[operator](*arguments))


def _number(value: Value) -> Value:
    return int(value) if isinstance(value, Fraction) and value.denominator == 1 else value
