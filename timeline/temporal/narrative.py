"""News or history: what an incomplete date goes by.

In a news report "in June" is the June before or after publication; in a history it is the June of the year
that was spoken of last. `is_history` decides for a whole text from its dates alone: a text whose full dates
lie years away from its publication, and that does not speak of today, yesterday or last week, tells history.
"""

from collections.abc import Iterable

from timeline.temporal.days import Day
from timeline.temporal.expression import Expression, Value
from timeline.temporal.recognise import Reading

_DEICTIC = {"this", "last", "next", "ago", "ahead", "coming", "sofar", "rest", "weekday"}
_FAR = 2  # years
_FEWEST = 3  # far dates, where the text has near or deictic ones too
_SHARE = 3  # so many far dates for each near or deictic one


def is_history(readings: Iterable[Reading], anchor: Day | None) -> bool:
    """Whether the dates of a text tell history rather than news."""
    far = near = 0
    for reading in readings:
        year = _year(reading.expression)
        if year is not None:
            is_far = anchor is None or abs(year - anchor.year) > _FAR
            far, near = far + is_far, near + (not is_far)
        elif _is_deictic(reading.expression):
            near += 1
    return far > 0 if not near else far >= _FEWEST and far >= _SHARE * near


def _year(said: Value) -> int | None:
    """The year that an expression names, if it names one."""
    while isinstance(said, Expression):
        if said.operator == "year":
            return int(str(said.arguments[0]))
        if said.operator == "before-christ":
            return -1
        said = said.arguments[-1] if said.arguments else None
    return None


def _is_deictic(said: Value) -> bool:
    return isinstance(said, Expression) and (
        said.operator in _DEICTIC or any(_is_deictic(argument) for argument in said.arguments)
    )
