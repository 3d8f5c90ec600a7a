"""Chooses among what comes round again: which of the Marches around a day is meant by "in March".

The rules of the choice are conventions of news and of histories, not of a language; the direction of the
clause is given.
"""

from timeline.temporal.cells import Cell, Place
from timeline.temporal.days import Day
from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain
from timeline.temporal.mention import Direction
from timeline.temporal.places import instance, period

_FARTHEST = 9  # a 29 February may be eight years away
# How dear a day back and a day ahead are, by the direction of the clause: for bare days and months.
_WEIGHTS: dict[Direction, tuple[float, float]] = {"past": (1, 8), "": (1, 1.5), "future": (3, 1)}
_WRONG_WEEKDAY = 3  # how much dearer a date is that falls on another weekday than the one beside it
_BACK_IN_STORY = 1.2  # a story goes on rather than back: how much dearer a step back is
_BACK_FROM_FUTURE = 3


def around(said: Expression, here: Cell, reach: int = 1) -> list[Place]:
    """Give the instances around a unit of their period, in time order.

    From farther off, where the neighbours have none.
    """
    for farthest in (reach, _FARTHEST):
        found = [instance(said, here.shifted(step)) for step in range(-farthest, farthest + 1)]
        if found[0] and found[-1]:
            break
    return [one for one in found if one]


def choose(
    said: Expression, here: Cell, anchor: Day, direction: Direction, *, unfolding: bool = False
) -> tuple[Place | None, str]:
    """Choose an instance by the tense of a news clause, and say why.

    What no tense tells lies behind; but a weekend, and a month where nothing around tells of the past
    (an announcement, a message), is the nearest one.
    """
    places = around(said, here)
    if said.operator == "of" and here.grain is Grain.MONTH:  # Friday the 13th: of a month in which it is one
        places = [one for one in around(said, here, _FARTHEST) if not contradicts(said, one)]
    if said.operator == "quarter" and direction == "future":
        return _nearest_quarter(places, anchor), "direction future (tense)"
    grain = places[0].cell.grain if places else here.grain
    is_day = here.grain is Grain.YEAR and grain <= Grain.WEEK
    untold = said.operator == "weekend" or (unfolding and grain in {Grain.MONTH, Grain.SEASON})
    if is_day or (untold and not direction):
        why = f"direction {direction} (tense), or the nearest" if direction else "the nearest"
        return _nearest_day(said, places, anchor, direction), why
    if direction == "future":
        coming = (one for one in places if one.days[1] >= anchor)
        return next(coming, None), "direction future (tense)"
    # "Mid-May" early in May is that of this month, unless the clause is past.
    gone = (one for one in reversed(places) if (one.days[0] if direction else one.cell.first) <= anchor)
    return next(gone, None), "direction past (tense)" if direction else "direction past"


def _nearest_day(said: Expression, places: list[Place], anchor: Day, direction: Direction) -> Place | None:
    """Take a bare day and month for the nearest one, unless tense or weekday point to the other one."""
    past, future = _WEIGHTS[direction]

    def cost(one: Place) -> float:
        away = one.days[0].ordinal - anchor.ordinal
        dear = -away * past if away <= 0 else away * future
        return dear * _WRONG_WEEKDAY if contradicts(said, one) else dear

    return min(places, key=cost, default=None)


def _nearest_quarter(places: list[Place], anchor: Day) -> Place | None:
    """Take the quarter of a forecast for the one that has just ended, runs, or comes next."""
    here = (anchor.year * 12 + anchor.month - 1) // 3
    return next((one for one in places if one.cell.number >= here - 1), None)


def lately(said: Expression, running: Cell, anchor: Day, direction: Direction) -> Place | None:
    """Give "the 14th" in the month that was spoken of last, unless the tense or a year tells against it."""
    inner = said.arguments[-1] if said.operator == "of" and period(said.arguments[0]) is Grain.DAY else said
    if not isinstance(inner, Expression) or inner.operator != "day" or running.grain > Grain.MONTH:
        return None
    month = running.to(Grain.MONTH)
    in_month = running.grain is Grain.MONTH
    found = instance(said, month) if in_month else in_story(around(said, month), running.first, direction)
    if found is None or abs(found.cell.first.year - anchor.year) > 1:
        return None
    return found if (direction == "future") == (found.cell.first > anchor) else None


def in_story(places: list[Place], start: Day, direction: Direction) -> Place | None:
    """Choose the instance nearest to what was spoken of last; what "would" happen lies ahead of it."""
    dearer = _BACK_FROM_FUTURE if direction == "future" else _BACK_IN_STORY

    def distance(one: Place) -> float:
        away = one.days[0].ordinal - start.ordinal
        return away if away >= 0 else -away * dearer

    return min(places, key=distance, default=None)


def contradicts(said: Expression, place: Place) -> bool:
    """Whether a weekday stands beside a date that falls on another one."""
    if said.operator != "of" or not isinstance(said.arguments[0], Expression):
        return False
    inner, outer = said.arguments
    if isinstance(inner, Expression) and inner.operator == "weekday":
        return period(outer) is not Grain.WEEK and place.cell.first.weekday + 1 != inner.arguments[0]
    return isinstance(outer, Expression) and contradicts(outer, place)
