"""News or history: what an incomplete date goes by.

In a news report "in June" is the June before or after publication; in a history it is the June of the year
that was spoken of last. `is_history` decides for a whole text from its dates alone: a text whose full dates
lie years away from its publication, and that does not speak of today, yesterday or last week, tells history.
"""

from collections.abc import Iterable
from functools import lru_cache

from timeline.temporal.days import Day
from timeline.temporal.expression import Expression, Value
from timeline.temporal.places import period
from timeline.temporal.recognise import Reading

_DEICTIC = {"this", "last", "next", "ago", "ahead", "coming", "sofar", "rest", "weekday"}
_FAR = 2  # years
_FEWEST = 2  # far dates that make a story
_REMEMBERED = 512  # expressions whose part in the decision is kept: a text says the same again and again
_SHARE = 6  # so many full dates for each expression that goes by the day of writing


def is_history(readings: Iterable[Reading], anchor: Day | None) -> bool:
    """Whether the dates of a text tell history rather than news."""
    far = full = deictic = 0
    opens = None
    for reading in readings:
        year, is_deictic, is_dated = _told(reading.expression)
        is_far = year is not None and (anchor is None or abs(year - anchor.year) > _FAR)
        full += year is not None
        far += is_far
        deictic += is_deictic
        if opens is None and is_dated:
            opens = is_far and reading.expression.operator != "year"
    return (far >= _FEWEST or bool(opens)) and full >= _SHARE * deictic


@lru_cache(maxsize=_REMEMBERED)
def _told(said: Expression) -> tuple[int | None, bool, bool]:
    """Give the year that an expression names, whether without one it goes by today, and whether it dates."""
    year = spoken_year(said)
    return year, year is None and is_deictic(said), year is not None or period(said) is not None


def spoken_year(said: Value) -> int | None:
    """Give the year that an expression names, if it names one."""
    while isinstance(said, Expression):
        if said.operator == "year":
            return int(str(said.arguments[0]))
        if said.operator == "before-christ":
            inner = spoken_year(said.arguments[0])
            return -1 if inner is None else 1 - inner
        said = said.arguments[-1] if said.arguments else None
    return None


def is_deictic(said: Value) -> bool:
    """Whether an expression goes by the day of writing: last week, on Monday."""
    return isinstance(said, Expression) and (
        said.operator in _DEICTIC or any(is_deictic(argument) for argument in said.arguments)
    )
