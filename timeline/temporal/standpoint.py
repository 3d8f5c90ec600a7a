"""Where one stands when a time is spoken of: the anchor, the day in view, what was spoken of last.

A `Situation` is what the text says about that; a `Standpoint` reads cells of the calendar from it, and
collects what had to be assumed on the way.
"""

from typing import NamedTuple, TypeVar

from timeline.temporal import lengths
from timeline.temporal.cells import WEEKEND, Cell, Place, cell_of
from timeline.temporal.days import Day
from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import Grain
from timeline.temporal.mention import Direction

_T = TypeVar("_T")
_LAST_YEAR = 9999


class Situation(NamedTuple):
    """Where and when something was said.

    `anchor` is the day that "today" means; `running` what was spoken of last; `quarter` the quarter that a
    report is about; `direction` the tense of the clause; `history` is true where incomplete dates go by what
    was spoken of last rather than by the anchor; `south` turns the seasons; `unfolding` is true where no word
    around tells of the past; `aside` is a time named in passing right before; `day` is the day in view, by
    which clock times go that name none; `named` are the days of the list or range that was told last;
    `alone` is true of a time that is all that was written: it counts from its anchor.
    """

    anchor: Day | None
    running: Cell | None = None
    quarter: Cell | None = None
    direction: Direction = ""
    history: bool = False
    south: bool = False
    unfolding: bool = False
    aside: Cell | None = None
    day: Cell | None = None
    named: tuple[Cell, ...] = ()
    alone: bool = False


class Unknown(Exception):
    """The expression needs an anchor, and there is none (or names a day that does not exist)."""


class Standpoint:
    """Reads the calendar from a situation; collects what had to be assumed on the way."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.assumed: list[str] = []

    def turned(self, cell: Cell) -> Cell:
        """Give the cell with the seasons of the hemisphere."""
        return cell._replace(south=True) if self.situation.south else cell

    @property
    def anchor(self) -> Day:
        """The day that "today" means. Raises Unknown where there is none."""
        if self.situation.anchor is None:
            raise Unknown
        self.assume(f"anchor {self.situation.anchor}")
        return self.situation.anchor

    def assume(self, what: str) -> None:
        """Say once what the text did not say itself."""
        if what not in self.assumed:
            self.assumed.append(what)

    def cell(self, grain: Grain) -> Cell:
        """Give the cell of the anchor."""
        return self.turned(cell_of(self.anchor, grain, south=self.situation.south))

    def running(self) -> Cell:
        """Give what was spoken of last, or else the anchor."""
        if self.situation.running is None:
            return self.cell(Grain.DAY)
        self.assume(f"anchor {self.situation.running.timex} (spoken of last)")
        return self.situation.running

    def counted_from(self, length: Value) -> Cell:
        """Give that from which "ten years later" counts: what was spoken of last.

        Where nothing was, hours count from the day of the text. Raises Unknown for longer ones in a sentence.
        """
        told = self.situation.alone or self.situation.running is not None
        if not told and not lengths.units(length) <= lengths.SMALL:
            raise Unknown
        return self.running()

    def day(self) -> Cell:
        """Give the day in view, or else the anchor."""
        if self.situation.day is None:
            return self.cell(Grain.DAY)
        self.assume(f"anchor {self.situation.day.timex} (spoken of last)")
        return self.situation.day

    def unit(self, unit: str) -> Cell:
        """Give this week, month or year: the cell of the anchor in a unit."""
        if unit == "WEEKEND":
            return self.cell(Grain.WEEK)._replace(code=WEEKEND)
        return self.cell(lengths.grain(unit))


def known(found: _T | None) -> _T:
    """Give what was found. Raises Unknown where nothing was."""
    if found is None:
        raise Unknown
    return found


def as_number(value: Value) -> int:
    """Give an argument that must be a number. Raises Unknown."""
    if not isinstance(value, int):
        raise Unknown
    return value


def as_expression(value: Value) -> Expression:
    """Give an argument that must be an expression. Raises Unknown."""
    if not isinstance(value, Expression):
        raise Unknown
    return value


def writable(place: Place) -> Place:
    """Refuse what lies beyond the years of four figures, which TIMEX3 and EDTF end with. Raises Unknown."""
    if place.days[1].year >= _LAST_YEAR:
        raise Unknown
    return place
