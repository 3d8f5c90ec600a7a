"""Joins neighbouring expressions: "from March to June 1998" is one range, and its March is that of 1998.

Which words join is data of the language: `joint-range` ("to", a dash), `joint-between` (what opens "between A
and B"), `joint-list`.
"""

from typing import NamedTuple

from timeline.temporal.cells import Cell
from timeline.temporal.edtf import When
from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain
from timeline.temporal.language import Grammar
from timeline.temporal.places import Uncountable, instance, period
from timeline.temporal.recognise import Reading
from timeline.temporal.words import Words

TIMELESS = {"ref", "length", "sum", "every", "often", "quantified"}
_LONGEST_JOINT = 2  # words: ", and"
_YEARS = {"year", "short", "before-christ"}
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
    for at in range(len(readings) - 2, -1, -1):
        first, second = found[at].reading, found[at + 1].reading
        if first.group is not None and first.group == second.group:
            found[at] = Joined(first, first.joint)
            continue
        how = _joint(grammar, known, first, second)
        if how:
            completed = _completed(first.expression, second.expression, in_order=how == "to")
            is_complete = completed is first.expression
            found[at] = Joined(first if is_complete else first._replace(expression=completed), how)
    return tuple(found)


def _joint(grammar: Grammar, known: Words, first: Reading, second: Reading) -> str:
    """Say how two readings are joined: "to" for a range, "and" for a list, or not at all."""
    between = known.forms[first.end : second.start]
    if (
        not between
        or len(between) > _LONGEST_JOINT
        or not (_is_dated(first.expression) and _is_dated(second.expression))
    ):
        return ""
    if between in grammar.forms("joint-range"):
        return "to"
    opener = known.forms[first.start - 1 : first.start] if first.start else ()
    if between in grammar.forms("joint-list"):
        closes = grammar.forms("joint-between").get(opener)
        return "to" if closes is not None and between[-1] == closes else "and"
    return ""


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
    if said.operator not in _YEARS or said is second:
        return first
    if in_order and _comes_later(first, inside):
        said = Expression("before", (_A_YEAR, said))
    return Expression("of", (first, said))


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


def ranges(joined: tuple[Joined, ...], has_value: list[bool], whens: list[When | None]) -> list[int | None]:
    """Give the ranges numbers, one for both ends, and both ends the joined EDTF (in `whens`)."""
    numbers: list[int | None] = [None] * len(joined)
    number = 0
    for at, one in enumerate(joined[:-1]):
        is_open = one.joint == "to" and numbers[at] is None
        if is_open and has_value[at] and has_value[at + 1]:
            number += 1
            numbers[at] = numbers[at + 1] = number
            when = _from_to(whens[at], whens[at + 1])
            whens[at], whens[at + 1] = when or whens[at], when or whens[at + 1]
    return numbers


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
