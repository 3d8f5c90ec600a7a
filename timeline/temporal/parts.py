"""Parts of a place in the calendar: early March, the first half of next month, the last days of the year.

How long each is stands in `conventions`. TIMEX3 writes them all as the whole, with START, MID or END.
"""

from timeline.temporal import conventions, lengths
from timeline.temporal.cells import YEARS, Cell, Place
from timeline.temporal.days import MONTHS_IN_YEAR, Day
from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain

_BACK = {"ago", "earlier", "before"}  # operators that count from a point in time
_COUNTING = {*_BACK, "ahead", "later", "after"}


def part(which: str, place: Place) -> Place:
    """Narrow a place to its early, middle or late part, by the table of conventions."""
    days = _part_days(which, place.cell)
    return place._replace(mod=which, first=days[0], last=days[1]) if days else place._replace(mod=which)


def _part_days(which: str, cell: Cell) -> tuple[Day, Day] | None:
    first, last = cell.first, cell.last
    bounds: tuple[Day, ...]
    if cell.grain is Grain.MONTH or (cell.grain is Grain.WEEK and not cell.code):
        steps = conventions.DAYS_OF_MONTH if cell.grain is Grain.MONTH else conventions.DAYS_OF_WEEK
        bounds = (first, first.plus(steps[0]), first.plus(steps[1]), last.plus(1))
    elif cell.grain is Grain.YEAR:
        bounds = (first, *(first.plus_months(step) for step in conventions.MONTHS_OF_YEAR), last.plus(1))
    elif cell.grain in YEARS and cell.grain <= Grain.CENTURY:
        decade = cell.grain is Grain.DECADE
        begin = first.year if decade else first.year + 1  # the first year of a century is 1901
        steps = conventions.YEARS_OF_DECADE if decade else conventions.YEARS_OF_CENTURY
        years = (begin, begin + steps[0], begin + steps[1], begin + YEARS[cell.grain])
        bounds = tuple(Day(year, 1, 1) for year in years)
    elif cell.grain in {Grain.QUARTER, Grain.SEASON}:
        bounds = (first, first.plus_months(1), first.plus_months(2), last.plus(1))
    else:
        return None
    index = conventions.PARTS.index(which)
    return bounds[index], bounds[index + 1].plus(-1)


def pointed(said: Expression, place: Place, anchor: Day | None) -> Place:
    """Turn the modifier of a length ("more than") into that of the point which the length leads to.

    More than an hour later may be the same day: of the day the modifier says nothing. Less than two years ago
    may be in the year in which those two years began.
    """
    if place.mod not in lengths.BEFORE_ANCHOR:
        return place
    inner = said.arguments[1] if said.operator == "mod" else None
    if not isinstance(inner, Expression):
        return place._replace(mod=lengths.AFTER_ANCHOR[place.mod])
    counted = lengths.amounts(inner.arguments[0]) if inner.operator in _COUNTING else ()
    if counted and all(lengths.counted(*one)[1] in lengths.SMALL for one in counted):
        return place._replace(mod="")
    back = inner.operator in _BACK
    mod = (lengths.BEFORE_ANCHOR if back else lengths.AFTER_ANCHOR)[place.mod]
    return _bounded(place._replace(mod=mod), anchor if inner.operator == "ago" else None, counted)


def _bounded(place: Place, anchor: Day | None, counted: tuple[lengths.Amount, ...]) -> Place:
    """Bound what lies before or after the point to which a length leads, counted from the anchor where it is.

    Where the point is no more than a year or a week, what lies within that is not left out.
    """
    point = lengths.back_from(anchor, counted) if anchor else None
    whole = place.cell.grain > Grain.DAY
    if place.mod in {"AFTER", "ON_OR_AFTER"}:
        return place._replace(first=point or (place.cell.first if whole else None))
    return place._replace(last=point or place.cell.last) if whole else place


def half_of(which: str, place: Place) -> Place:
    """Give the first (START) or second half (END) of a place; the second has the odd day."""
    return share(1 if which == "START" else 2, 2, place)


def share(number: int, count: int, place: Place) -> Place:
    """Give the first or the last of some equal parts of a place.

    They are cut between years in what is longer than a year, between months in a year, else between days.
    """
    first, last = place.days
    years, days = last.year - first.year + 1, last.ordinal - first.ordinal + 1
    if place.cell.grain > Grain.YEAR:
        begin, end = (
            first.plus_months(years * cut // count * MONTHS_IN_YEAR) for cut in (number - 1, number)
        )
    elif place.cell.grain is Grain.YEAR:
        begin, end = (first.plus_months(MONTHS_IN_YEAR * cut // count) for cut in (number - 1, number))
    else:
        begin, end = (first.plus(days * cut // count) for cut in (number - 1, number))
    return place._replace(mod="START" if number == 1 else "END", first=begin, last=end.plus(-1))


def edge(which: str, unit: str, place: Place) -> Place:
    """Give the first or last days, weeks or months of a place: its early or late part, or less."""
    narrowed = part(which, place)
    longest = conventions.EDGES.get(unit)
    first, last = narrowed.days
    if longest is None or last.ordinal - first.ordinal <= longest:
        return narrowed
    days = (first, first.plus(longest - 1)) if which == "START" else (last.plus(1 - longest), last)
    return narrowed._replace(first=days[0], last=days[1])
