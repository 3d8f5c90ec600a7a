"""Places in the calendar: where an expression lies once it is known what it lies in.

Some expressions come round again: a month in every year, a weekday in every week, an evening on every day.
`period` names the larger unit, and `instance` finds the expression in one such unit. With these two, "in
March" is one of the Marches around the anchor, and "March 1998" the one in that year; the same code serves a
feast, the first Monday in May, and 8 o'clock on a Sunday night.
"""

from collections.abc import Callable

from timeline.temporal import conventions, lengths
from timeline.temporal.cells import MONTHS, SEASONS_IN_YEAR, WEEKEND, Cell, Place, cell_of
from timeline.temporal.days import DAYS_IN_WEEK, MONTHS_IN_YEAR, Day, exists
from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import MINUTES_IN_DAY, Grain
from timeline.temporal.parts import edge, half_of, part, share

PERIODS = {
    "month": Grain.YEAR,
    "day": Grain.MONTH,
    "weekday": Grain.WEEK,
    "week": Grain.YEAR,
    "quarter": Grain.YEAR,
    "half": Grain.YEAR,
    "season": Grain.YEAR,
    "weekend": Grain.WEEK,
    "daypart": Grain.DAY,
    "clock": Grain.DAY,
    "feast": Grain.YEAR,
    "easter": Grain.YEAR,
    "monthly": Grain.YEAR,
}
# Where the expression that decides the period stands among the arguments.
INNER = {
    "of": 1,
    "nth": 2,
    "part": 1,
    "share": 2,
    "half-of": 1,
    "edge": 2,
    "mod": 1,
    "week-of": 0,
    "weekend-of": 0,
    "zoned": 0,
    "before": 1,
    "after": 1,
    "first-after": 1,
    "last-before": 1,
}
_AFTERNOON = {"AF", "EV", "NI"}
_NOON = 12
_HOURS_IN_DAY = 24
_HALF_A_WEEK = 3
_MINUTES_IN_HOUR = 60


class Uncountable(Exception):
    """A length without a number."""


def period(said: Value) -> Grain | None:
    """Give the unit in which the expression comes round again; None for what comes once."""
    while isinstance(said, Expression):
        if said.operator in PERIODS:
            return PERIODS[said.operator]
        if said.operator not in INNER:
            return None
        said = said.arguments[INNER[said.operator]]
    return None


def instance(said: Expression, cell: Cell) -> Place | None:
    """Find a recurring expression in one unit of its period; None where it has none (30 February)."""
    if said.operator in PERIODS:
        found = _cell(said, cell)
        return None if found is None else Place(found)
    inner = said.arguments[INNER[said.operator]]
    outer = instance(inner, cell) if isinstance(inner, Expression) else None
    return None if outer is None else inside(said, outer)


def inside(said: Expression, outer: Place) -> Place | None:
    """Apply an operator to the place of the argument that it is about; None where it has none."""
    return _APPLIED[said.operator](said.arguments, outer) if said.operator in _APPLIED else None


def _of(arguments: tuple[Value, ...], outer: Place) -> Place | None:
    return _located(arguments[0], outer) if isinstance(arguments[0], Expression) else None


def _counted(arguments: tuple[Value, ...], outer: Place) -> Place | None:
    return _nth(arguments[0], arguments[1], outer) if isinstance(arguments[0], int) else None


_APPLIED: dict[str, Callable[[tuple[Value, ...], Place], Place | None]] = {
    "of": _of,
    "nth": _counted,
    "part": lambda arguments, outer: part(str(arguments[0]), outer),
    "share": lambda arguments, outer: share(int(str(arguments[0])), int(str(arguments[1])), outer),
    "half-of": lambda arguments, outer: half_of(str(arguments[0]), outer),
    "edge": lambda arguments, outer: edge(str(arguments[0]), str(arguments[1]), outer),
    "mod": lambda arguments, outer: outer._replace(mod=str(arguments[0])),
    "week-of": lambda _, outer: Place(outer.cell.to(Grain.WEEK)),
    "weekend-of": lambda _, outer: Place(_weekend_near(outer.cell.first)),
    "zoned": lambda arguments, outer: outer._replace(zone=str(arguments[1])),
    "before": lambda arguments, outer: Place(shifted(outer.cell, arguments[0], -1, exact=True)),
    "after": lambda arguments, outer: Place(shifted(outer.cell, arguments[0], 1, exact=True)),
    "first-after": lambda arguments, outer: _next_to(arguments[0], outer, 1),
    "last-before": lambda arguments, outer: _next_to(arguments[0], outer, -1),
}


def _cell(said: Expression, cell: Cell) -> Cell | None:
    """Find a simple recurring expression in its period."""
    number = said.arguments[0] if said.arguments else 0
    if said.operator in _NAMED:
        return _NAMED[said.operator](cell, str(number))
    if not isinstance(number, int):
        return None
    if said.operator in _PARTS_OF_YEAR:
        grain = _PARTS_OF_YEAR[said.operator]
        return Cell(grain, cell.number * (MONTHS_IN_YEAR // MONTHS[grain]) + number - 1)
    if said.operator == "weekday":
        return Cell(Grain.DAY, cell.first.ordinal + number - 1)
    return _minute(said, cell, number) if said.operator == "clock" else _day(said, cell, number)


_PARTS_OF_YEAR = {"month": Grain.MONTH, "quarter": Grain.QUARTER, "half": Grain.HALF}
_NAMED: dict[str, Callable[[Cell, str], Cell]] = {
    "season": lambda year, name: Cell(
        Grain.SEASON, year.number * SEASONS_IN_YEAR + conventions.SEASONS.index(name), south=year.south
    ),
    "weekend": lambda week, _: week._replace(code=WEEKEND),
    "daypart": lambda day, name: Cell(Grain.PART_OF_DAY, day.number, name),
}


def _minute(said: Expression, day: Cell, hour: int) -> Cell | None:
    minute = said.arguments[1] if len(said.arguments) > 1 else 0
    if not isinstance(minute, int) or minute >= _MINUTES_IN_HOUR or hour > _HOURS_IN_DAY:
        return None
    return Cell(Grain.MINUTE, day.number * MINUTES_IN_DAY + hour * _MINUTES_IN_HOUR + minute)


def _day(said: Expression, cell: Cell, number: int) -> Cell | None:
    """Find a day in a month or a year, or a week of a year."""
    first = cell.first
    if said.operator == "week":
        fourth = Day(first.year, 1, 4)
        return cell_of(fourth, Grain.WEEK).shifted(number - 1)
    if said.operator == "easter":
        orthodox = "ORTHODOX" in said.arguments
        return Cell(Grain.DAY, conventions.easter(first.year, orthodox=orthodox).ordinal + number)
    if said.operator == "monthly":
        _, weekday, month = said.arguments
        place = _nth(
            number,
            Expression("weekday", (weekday,)),
            Place(cell_of(Day(first.year, int(str(month)), 1), Grain.MONTH)),
        )
        return place and place.cell
    month, day = divmod(number, 100) if said.operator == "feast" else (first.month, number)
    found = Day(first.year, month, day)
    return Cell(Grain.DAY, found.ordinal) if exists(found) else None


def _located(said: Expression, outer: Place) -> Place | None:
    """Find the first argument of `of` in the place of the second."""
    grain = period(said)
    cell = outer.cell
    if grain is None:
        return None
    if said.operator == "clock" and cell.grain is Grain.PART_OF_DAY:
        return _clock(said, cell)
    if cell.grain is Grain.DAY and grain in {Grain.WEEK, Grain.MONTH}:
        return outer  # "Friday, 3 May": the weekday says nothing new
    if grain is cell.grain or (grain is Grain.WEEK and cell.code):
        return instance(said, cell)
    if cell.grain < grain:
        return instance(said, cell.to(grain)) if grain is not Grain.DAY else None
    return _first_within(said, cell, grain)


def _first_within(said: Expression, cell: Cell, grain: Grain) -> Place | None:
    """Find a recurring expression in a larger cell than its period: the first one that lies in it."""
    period_cell = cell_of(cell.first, grain)
    for step in range(3):
        found = instance(said, period_cell.shifted(step))
        if found and cell.first <= found.cell.first <= cell.last:
            return found
    return None


def _clock(said: Expression, cell: Cell) -> Place:
    """Find a clock time in a part of the day: 8 on Sunday night is 20:00, 2 on that night is of Monday."""
    hour, minute = (*said.arguments, 0)[:2]
    hours = int(str(hour))
    if cell.code in _AFTERNOON and hours < _NOON:
        small = hours == 0 or (cell.code == "NI" and hours < conventions.DAYPARTS["MO"][0] // 60)
        hours += 2 * _NOON if small else _NOON
    return Place(Cell(Grain.MINUTE, cell.number * MINUTES_IN_DAY + hours * 60 + int(str(minute))))


def _nth(number: int, unit: Value, outer: Place) -> Place | None:
    """Find the nth unit, or nth recurring expression, that begins in a place.

    Negative numbers count from its end.
    """
    first, last = outer.days
    if unit == "WEEKEND":  # no grain of its own: the days of a week that come round
        unit = Expression("weekend")
    if isinstance(unit, Expression):
        grain = period(unit)
        if grain is None:
            return None
        cells = _instances(unit, cell_of(first, grain), first, last)
        found = cells[number - 1 if number > 0 else number :][:1]
        return Place(found[0]) if found else None
    grain = Grain[str(unit)]
    # A week belongs to the month in which most of its days lie, as ISO 8601 has it for years.
    middle = _HALF_A_WEEK if grain is Grain.WEEK else 0
    begin = cell_of(first.plus(middle), grain) if number > 0 else cell_of(last.plus(-middle), grain)
    return Place(begin.shifted(number - 1 if number > 0 else number + 1))


def _instances(said: Expression, cell: Cell, first: Day, last: Day) -> list[Cell]:
    """All instances between two days; at most some 60, since nobody counts Fridays in a century."""
    found = []
    for step in range(60):
        place = instance(said, cell.shifted(step))
        if cell.shifted(step).first > last:
            break
        if place and first <= place.cell.first <= last:
            found.append(place.cell)
    return found


def _next_to(said: Value, outer: Place, step: int) -> Place | None:
    """Find what comes round again beside a place: the first after it (step 1), the last before it (-1)."""
    grain = period(said)
    if grain is None or not isinstance(said, Expression) or outer.cell.grain > Grain.WEEK:
        return None  # the Monday after a month: nobody knows which
    for away in range(3):
        found = instance(said, cell_of(outer.days[step > 0], grain).shifted(step * away))
        if found and (found.days[0] > outer.days[1] if step > 0 else found.days[1] < outer.days[0]):
            return found
    return None


def _weekend_near(day: Day) -> Cell:
    """Give the weekend nearest to a day: from Thursday on that of its week, before that the last one."""
    return cell_of(day.plus(-_HALF_A_WEEK), Grain.WEEK)._replace(code=WEEKEND)


def kept(cell: Cell, length: Value) -> Cell:
    """Give the cell of the same grain that a length lies before: a year before today is a day."""
    day = cell.first
    for count, unit in lengths.amounts(length):
        number, whole = lengths.counted(count, unit)
        if not isinstance(number, int):
            raise Uncountable
        months = {"YEAR": MONTHS_IN_YEAR, "MONTH": 1, "DECADE": MONTHS_IN_YEAR * 10}.get(whole)
        days = {"WEEK": DAYS_IN_WEEK, "DAY": 1}.get(whole, 0)
        day = day.plus_months(-number * months) if months else day.plus(-number * days)
    return cell_of(day, cell.grain)


def shifted(cell: Cell, length: Value, sign: int, *, exact: bool = False) -> Cell:
    """Give the cell a length away, at the grain of its finest unit or of the cell, whichever is coarser.

    Weeks are exact where they are counted from a day that was named: a week from Friday is a Friday.
    """
    for count, unit in lengths.amounts(length):
        number, whole = lengths.counted(count, unit)
        grain = lengths.grain(whole)
        if not isinstance(number, int):
            raise Uncountable
        if exact and grain is Grain.WEEK and cell.grain is Grain.DAY:
            grain, number = Grain.DAY, number * DAYS_IN_WEEK
        if grain < Grain.DAY:
            hours = number if grain is Grain.HOUR else 0
            cell = cell.shifted(sign * (hours // 24)) if cell.grain is Grain.DAY else cell
        else:
            cell = cell.to(max(grain, cell.grain) if grain is not Grain.WEEK else grain).shifted(0)
            cell = _step(cell, grain, sign * number)
    return cell


def _step(cell: Cell, grain: Grain, count: int) -> Cell:
    if cell.grain is grain:
        return cell.shifted(count)
    return cell_of(cell_of(cell.first, grain).shifted(count).first, cell.grain)
