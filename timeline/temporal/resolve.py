"""What an expression means where it was said: the anchor, the tense, what was spoken of last.

`resolve(expression, situation)` gives a `Resolution`: the TIMEX3 attributes and the EDTF, both derived from
one place in the calendar. Without an anchor, what needs one keeps the open places that TIMEX3 writes as X,
and has no EDTF.
"""

from collections.abc import Callable
from functools import lru_cache

from timeline.temporal import conventions, figures, lengths, nearest
from timeline.temporal.cells import WEEKEND, YEARS, Cell, Place
from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import Grain
from timeline.temporal.parts import pointed
from timeline.temporal.places import INNER, Uncountable, inside, instance, kept, period, shifted
from timeline.temporal.standpoint import (
    Situation,
    Standpoint,
    Unknown,
    as_expression,
    as_number,
    known,
    writable,
)
from timeline.temporal.timeless import Resolution, timeless
from timeline.temporal.timex import blank, written

_REMEMBERED = 512  # resolutions that are kept: one text says the same again and again


@lru_cache(maxsize=_REMEMBERED)
def resolve(said: Expression, situation: Situation) -> Resolution:
    """Work out an expression. What cannot be placed gets a value with open places and no EDTF.

    A day that the calendar does not have (30 February) gets an empty value.
    """
    if told := timeless(said):
        return told
    readings = figures.both(said)
    if readings:
        return figures.either(*(resolve(one, situation) for one in readings))
    resolver = _Resolver(situation)
    try:
        place = writable(resolver.place(said))
    except (Unknown, Uncountable, OverflowError):
        kind, value, mod = blank(said)
        return Resolution(kind, value, None if mod in lengths.BEFORE_ANCHOR else mod)
    kind = "TIME" if place.cell.grain <= Grain.PART_OF_DAY else "DATE"
    place = pointed(said, place, situation.anchor)
    if nearest.contradicts(said, place):
        resolver.assumed.append(f"the weekday is not that of {place.cell.first}")
    value, edtf = written(place, said)
    return Resolution(kind, value, place.mod or None, place=place, edtf=edtf, assumed=tuple(resolver.assumed))


class _Resolver(Standpoint):
    """Places one expression."""

    def place(self, said: Value) -> Place:
        """Give the place of an expression. Raises Unknown."""
        if not isinstance(said, Expression):
            raise Unknown
        method = _PLACED.get(said.operator)
        if method:
            return method(self, said.arguments)
        if period(said) is not None:
            return self._nearest(said)
        inner = INNER.get(said.operator)
        if inner is None:
            raise Unknown
        outer = self.place(said.arguments[inner])
        return known(
            inside(said, outer._replace(cell=self.turned(outer.cell)) if self.situation.south else outer)
        )

    # what comes round again, without the larger unit

    def _nearest(self, said: Expression) -> Place:
        if self.situation.history and self.situation.running is not None:
            return self._in_story(said)
        grain = known(period(said))
        if grain is Grain.DAY:
            return known(instance(said, self.day()))
        told, running = self.situation.direction, self.situation.running
        if running is not None and (lately := nearest.lately(said, running, self.anchor, told)):
            self.running()
            return lately
        here = self.cell(grain)
        found, why = nearest.choose(said, here, self.anchor, told, unfolding=self.situation.unfolding)
        self.assume(why)
        return known(found)

    def _in_story(self, said: Expression) -> Place:
        """Give the instance nearest to what was spoken of last."""
        grain = known(period(said))
        running = self.running()
        if grain is Grain.DAY and (running.grain > grain or said.operator == "daypart"):
            raise Unknown  # an evening of a month; "at night": nobody knows which
        here = self.turned(running.to(grain))
        if running.grain >= grain:
            return known(instance(said, here) or next(iter(nearest.around(said, here)), None))
        return known(nearest.in_story(nearest.around(said, here), running.first, self.situation.direction))

    # what comes once

    def year(self, arguments: tuple[Value, ...]) -> Place:
        return Place(Cell(Grain.YEAR, as_number(arguments[0])))

    def figures(self, arguments: tuple[Value, ...]) -> Place:
        """Place a date in figures whose order is known."""
        self.assume(f"{str(arguments[0]).lower()} first")
        return self.place(figures.dated(*arguments))

    def short(self, arguments: tuple[Value, ...]) -> Place:
        """Read a year in two figures: the latest that is not too far in the anchor's future."""
        limit = self.anchor.year + conventions.SHORT_YEAR_AHEAD
        year = limit - (limit - as_number(arguments[0])) % 100
        self.assume(f"century of {year}")
        return Place(Cell(Grain.YEAR, year))

    def decade(self, arguments: tuple[Value, ...]) -> Place:
        return Place(Cell(Grain.DECADE, as_number(arguments[0]) // 10))

    def short_decade(self, arguments: tuple[Value, ...]) -> Place:
        """Read a decade in two figures: the latest that has begun, or that of the story."""
        running = self.situation.running if self.situation.history else None
        limit = running.first.year + YEARS[Grain.DECADE] if running else self.anchor.year
        year = limit - (limit - as_number(arguments[0])) % 100
        self.assume(f"century of {year}")
        return Place(Cell(Grain.DECADE, year // 10))

    def century(self, arguments: tuple[Value, ...]) -> Place:
        return Place(Cell(Grain.CENTURY, as_number(arguments[0]) - 1))

    def millennium(self, arguments: tuple[Value, ...]) -> Place:
        return Place(Cell(Grain.MILLENNIUM, as_number(arguments[0]) - 1))

    def before_christ(self, arguments: tuple[Value, ...]) -> Place:
        cell = self.place(arguments[0]).cell
        if cell.grain is Grain.YEAR:
            return Place(cell._replace(number=1 - cell.number))
        return Place(cell._replace(number=-1 - cell.number))

    # seen from the anchor

    def this(self, arguments: tuple[Value, ...]) -> Place:
        if self.situation.history and self.situation.running is not None:
            return self._from_running(arguments[0], 0)
        return self._relative(arguments[0], 0)

    def last(self, arguments: tuple[Value, ...]) -> Place:
        return self._relative(arguments[0], -1)

    def next(self, arguments: tuple[Value, ...]) -> Place:
        return self._relative(arguments[0], 1)

    def _relative(self, what: Value, step: int) -> Place:
        """Resolve this, last or next: of a unit the cell of the anchor, its neighbour.

        Of what recurs see the conventions.
        """
        if not isinstance(what, Expression):
            return Place(self.unit(str(what)).shifted(step))
        grain = known(period(what))
        here = self.cell(grain)
        if (
            step == 0
            or (grain is Grain.DAY)
            or (step > 0 and grain is Grain.WEEK)
            or what.operator == "weekend"
        ):
            return known(instance(what, here.shifted(step)))
        places = nearest.around(what, here)
        if step < 0:
            return known(next((one for one in reversed(places) if one.days[1] < self.anchor), None))
        return known(next((one for one in places if one.days[0] > self.anchor), None))

    def coming(self, arguments: tuple[Value, ...]) -> Place:
        what = as_expression(arguments[0])
        places = nearest.around(what, self.cell(known(period(what))))
        return known(next((one for one in places if one.days[0] > self.anchor), None))

    def _quarter_before(self, length: Value) -> Place | None:
        """In a report on a quarter, "a year ago" is that quarter of the year before."""
        if self.situation.quarter is None or lengths.amounts(length) != ((1, "YEAR"),):
            return None
        return Place(self.situation.quarter.shifted(-4))

    def ago(self, arguments: tuple[Value, ...]) -> Place:
        quarter = self._quarter_before(arguments[0])
        if quarter:
            return quarter
        return Place(shifted(self.cell(Grain.DAY), arguments[0], -1))

    def ahead(self, arguments: tuple[Value, ...]) -> Place:
        return Place(shifted(self.cell(Grain.DAY), arguments[0], 1))

    def back(self, arguments: tuple[Value, ...]) -> Place:
        return Place(kept(self.place(arguments[1]).cell, arguments[0]))

    def sofar(self, arguments: tuple[Value, ...]) -> Place:
        if arguments[0] == "DAY":
            return Place(self.day(), "START")
        cell = self.unit(str(arguments[0]))
        return Place(cell, "START", cell.first, max(cell.first, self.anchor))

    def rest(self, arguments: tuple[Value, ...]) -> Place:
        cell = self.unit(str(arguments[0]))
        return Place(cell, "END", self.anchor, max(cell.last, self.anchor))

    # seen from what was spoken of last

    def same(self, arguments: tuple[Value, ...]) -> Place:
        return self._from_running(arguments[0], 0, self.situation.aside)

    def the(self, arguments: tuple[Value, ...]) -> Place:
        """Resolve "the year": of the story, or of the anchor; a quarter is that of the report."""
        unit = str(arguments[0])
        if unit == "QUARTER" and not self.situation.history:
            return Place(self.situation.quarter or self.cell(Grain.QUARTER).shifted(-1))
        if self.situation.history:
            return self._from_running(unit, 0)
        return Place(self.day() if unit == "DAY" else self.unit(unit))

    def alike(self, arguments: tuple[Value, ...]) -> Place:
        """In a report on a quarter, "the 1988 period" is that quarter of 1988."""
        place = self.place(arguments[0])
        quarter = self.situation.quarter
        if quarter is None:
            return place
        return Place(Cell(Grain.QUARTER, place.cell.first.year * 4 + quarter.number % 4))

    def spoken(self, _: tuple[Value, ...]) -> Place:
        if self.situation.running is None:
            raise Unknown
        return Place(self.running())

    def named(self, arguments: tuple[Value, ...]) -> Place:
        number, days = as_number(arguments[0]), self.situation.named
        known(days[number - 1 :] or None)
        self.assume(f"the days from {days[0].timex} to {days[-1].timex} (spoken of last)")
        return Place(days[number - (number > 0)])

    def following(self, arguments: tuple[Value, ...]) -> Place:
        return self._from_running(arguments[0], 1)

    def previous(self, arguments: tuple[Value, ...]) -> Place:
        return self._from_running(arguments[0], -1)

    def _from_running(self, what: Value, step: int, running: Cell | None = None) -> Place:
        running = running or self.running()
        if not isinstance(what, Expression):
            grain = lengths.grain(str(what))
            if grain < running.grain:
                raise Unknown  # "the next day" after a month: nobody knows which
            cell = self.turned(running.to(grain)).shifted(step)
            return Place(cell._replace(code=WEEKEND) if what == "WEEKEND" else cell)
        grain = known(period(what))
        if grain is Grain.DAY or step == 0:
            return known(instance(what, self.turned(running.to(grain)).shifted(step)))
        places = nearest.around(what, self.turned(running.to(grain)))
        if step > 0:
            return known(next((one for one in places if one.days[0] > running.last), None))
        return known(next((one for one in reversed(places) if one.days[1] < running.first), None))

    def earlier(self, arguments: tuple[Value, ...]) -> Place:
        quarter = self._quarter_before(arguments[0])
        if quarter:
            return quarter
        running = self.running()
        ahead = not self.situation.history and self.situation.anchor and running.first > self.situation.anchor
        return Place(shifted(self.cell(Grain.DAY) if ahead else running, arguments[0], -1))

    def later(self, arguments: tuple[Value, ...]) -> Place:
        return Place(shifted(self.counted_from(arguments[0]), arguments[0], 1))

    # seen from another time

    def before(self, arguments: tuple[Value, ...]) -> Place:
        return Place(shifted(self.place(arguments[1]).cell, arguments[0], -1, exact=True))

    def after(self, arguments: tuple[Value, ...]) -> Place:
        return Place(shifted(self.place(arguments[1]).cell, arguments[0], 1, exact=True))

    def alongside(self, arguments: tuple[Value, ...]) -> Place:
        """Place the second of "the second and third quarters" in the year of the third."""
        said = as_expression(arguments[0])
        return known(instance(said, self.place(arguments[1]).cell.to(known(period(said)))))


# The operators that the methods above are named after.
_NAMED = """
    year figures short decade short-decade century millennium before-christ
    this last next coming ago ahead back sofar rest
    same named spoken the alike following previous earlier later before after alongside
"""
_PLACED: dict[str, Callable[[_Resolver, tuple[Value, ...]], Place]] = {
    name: getattr(_Resolver, name.replace("-", "_")) for name in _NAMED.split()
}
