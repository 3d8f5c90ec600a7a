"""Joins neighbouring expressions: "from March to June 1998" is one range, and its March is that of 1998.

Which words join is data of the language: `joint-range` ("to", a dash), `joint-between` (what opens "between A
and B"), `joint-list`.
"""

from typing import NamedTuple

from timeline.temporal.cells import Cell
from timeline.temporal.edtf import When
from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import Grain
from timeline.temporal.language import Grammar
from timeline.temporal.mention import Mention
from timeline.temporal.places import Uncountable, instance, period
from timeline.temporal.recognise import Reading
from timeline.temporal.words import Words

TIMELESS = {"ref", "length", "sum", "every", "often", "quantified"}
_LONGEST_JOINT = 2  # words: ", and"
_YEARS = {"year", "short", "before-christ"}
_COUNTED = {"last", "this", "next"}  # of the year of writing
_TIMES_OF_DAY = {"clock", "zoned", "daypart"}
_SOME_YEAR = 2000  # a leap year
_A_YEAR = Expression("length", (1, "YEAR"))


class Joined(NamedTuple):
    """A reading, and how the next one is joined to it: "to" closes a range, "and" goes on with a list."""

    reading: Reading
    joint: str = ""

    @property
    def opens_range(self) -> bool:
        """Whether the range that it opens is closed by the next one."""
        return self.joint == "to"


def join(grammar: Grammar, known: Words, readings: tuple[Reading, ...]) -> tuple[Joined, ...]:
    """Find the ranges among readings, and complete each part of a list by what the next one says.

    From the end on, so that the year of "3 May, 5 May and 7 May 1998" reaches the first.
    """
    found = [Joined(one) for one in readings]
    to, listed, between = map(grammar.forms, ("joint-range", "joint-list", "joint-between"))
    joining = {*to, *listed}
    for at in range(len(readings) - 2, -1, -1):
        first, second = found[at].reading, found[at + 1].reading
        if first.group is not None and first.group == second.group:
            found[at] = Joined(first, first.joint)
            continue
        words = known.forms[first.end : second.start] if second.start - first.end <= _LONGEST_JOINT else ()
        if words in joining and _is_dated(first.expression) and _is_dated(second.expression):
            how = "to" if words in to or _closes(known, first, words, between) else "and"
            completed = _completed(first.expression, second.expression, in_order=how == "to")
            is_complete = completed is first.expression
            found[at] = Joined(first if is_complete else first._replace(expression=completed), how)
    return tuple(found)


def _closes(
    known: Words, first: Reading, words: tuple[str, ...], between: dict[tuple[str, ...], Value]
) -> bool:
    """Whether a list is a range: "between A and B"."""
    opener = known.forms[first.start - 1 : first.start] if first.start else ()
    closes = between.get(opener)
    return closes is not None and words[-1] == closes


def _is_dated(said: Expression) -> bool:
    if said.operator == "mod" and isinstance(said.arguments[1], Expression):
        return _is_dated(said.arguments[1])
    return said.operator not in TIMELESS


def _completed(first: Expression, second: Expression, *, in_order: bool) -> Expression:
    """Give the first the year of the second, where it has none: the March of "March to June 1998".

    The first end of a range lies before the second: "December to March 1998" begins in 1997.
    """
    if period(first) is Grain.DAY:
        return _on_the_day_of(second, first)
    if period(first) is not Grain.YEAR:
        return first
    said, inside = second, first
    while said.operator in {"of", "part", "mod"}:
        inner = said.arguments[1]
        if not isinstance(inner, Expression):
            return first
        inside = said.arguments[0] if isinstance(said.arguments[0], Expression) else inside
        said = inner
    if not _is_year(said) or said is second:
        return first
    if in_order and _comes_later(first, inside):
        said = Expression("before", (_A_YEAR, said))
    return Expression("of", (first, said))


def _is_year(said: Expression) -> bool:
    """Whether an expression is a year by its number, or by that of writing ("last year")."""
    return said.operator in _YEARS or (said.operator in _COUNTED and said.arguments[:1] == ("YEAR",))


def _on_the_day_of(second: Expression, first: Expression) -> Expression:
    """Give a clock time the day of the second: the 9 of "9 to 11 a.m. on Friday"."""
    if second.operator != "of" or first.operator not in _TIMES_OF_DAY:
        return first
    inner, day = second.arguments
    timed = isinstance(inner, Expression) and inner.operator in _TIMES_OF_DAY
    return Expression("of", (first, day)) if timed else first


def _comes_later(one: Expression, other: Expression) -> bool:
    """Whether the first of two that come round every year is the later one in a year; a winter is both."""
    if one.operator == "season":
        return False
    try:
        first, second = (
            instance(said, Cell(Grain.YEAR, _SOME_YEAR)) if period(said) is Grain.YEAR else None
            for said in (one, other)
        )
    except Uncountable:  # several weeks after 10 October
        return False
    return first is not None and second is not None and first.days[0] > second.days[1]


def ranged(joined: tuple[Joined, ...], mentions: list[Mention]) -> list[Mention]:
    """Give the mentions, where two are a range with one number and the joined EDTF for both ends."""
    number = 0
    for at, one in enumerate(joined[:-1]):
        if one.joint != "to":
            continue
        first, second = mentions[at], mentions[at + 1]
        when = _from_to(first.when, second.when)
        is_range = when is not None or first.when is None or second.when is None
        if is_range and first.range is None and first.value and second.value:
            number += 1
            mentions[at] = first._replace(when=when or first.when, range=number)
            mentions[at + 1] = second._replace(when=when or second.when, range=number)
    return mentions


def _from_to(first: When | None, second: When | None) -> When | None:
    if first is None or second is None or first.first is None or second.last is None:
        return None
    if second.last < first.first:
        return None
    if first.edtf == second.edtf:
        return first
    if first.kind == second.kind == "date":
        return When.parse(f"{first.edtf}/{second.edtf}")
    return When.of_interval(first.first, second.last)
