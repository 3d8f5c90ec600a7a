"""Joins neighbouring expressions: "from March to June 1998" is one range, and its March is that of 1998.

Which words join is data of the language: `joint-range` ("to", a dash), `joint-between` (what opens "between A
and B"), `joint-list`.
"""

from dataclasses import dataclass, replace

from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain
from timeline.temporal.language import Grammar
from timeline.temporal.places import period
from timeline.temporal.recognise import Reading
from timeline.temporal.words import Words

TIMELESS = {"ref", "length", "sum", "every", "often", "quantified"}
_LONGEST_JOINT = 2  # words: ", and"
_YEARS = {"year", "short", "before-christ"}


@dataclass(frozen=True, slots=True)
class Joined:
    """A reading, and whether the range that it opens is closed by the next one."""

    reading: Reading
    opens_range: bool = False


def join(grammar: Grammar, known: Words, readings: tuple[Reading, ...]) -> tuple[Joined, ...]:
    """Find the ranges among readings, and complete the first part of a pair by what the second says."""
    found = [Joined(one) for one in readings]
    for at in range(len(readings) - 1):
        first, second = found[at].reading, found[at + 1].reading
        if first.group is not None and first.group == second.group:
            found[at] = replace(found[at], opens_range=first.joint == "to")
            continue
        how = _joint(grammar, known, first, second)
        if how:
            found[at] = Joined(
                first._replace(expression=_completed(first.expression, second.expression)), how == "to"
            )
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


def _completed(first: Expression, second: Expression) -> Expression:
    """Give the first the year of the second, where it has none: the March of "March to June 1998"."""
    if period(first) is not Grain.YEAR:
        return first
    said = second
    while said.operator in {"of", "part", "mod"}:
        inner = said.arguments[1]
        if not isinstance(inner, Expression):
            return first
        said = inner
    return Expression("of", (first, said)) if said.operator in _YEARS and said is not second else first
