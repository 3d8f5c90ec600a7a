"""What a text has spoken of: the running anchor, the quarter of a report, and what is only named in passing.

"The next day" and "that year" lean on what was spoken of last. Comparisons ("than a year earlier"), bare
times of day, and in a history the dates that are named in passing change nothing of that.
"""

from bisect import bisect_right

from timeline.temporal.cells import Cell
from timeline.temporal.days import Day
from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain
from timeline.temporal.joints import Joined
from timeline.temporal.language import Grammar
from timeline.temporal.lengths import amounts
from timeline.temporal.narrative import spoken_year
from timeline.temporal.recognise import Reading
from timeline.temporal.words import Words

_COMPARING = {"earlier", "ago", "alike"}
_BARE_TIMES = {"clock", "zoned", "daypart"}  # a time of day says nothing of the day
_DEICTIC = {"this", "last", "next", "ago", "ahead", "coming", "sofar", "rest"}
_AHEAD = 2  # dates looked at to see whether the story comes back
_MONTHS_IN_QUARTER = 3
_LONGEST_RANGE = 31  # days


class Spoken:
    """What the mentions of a text, one after the other, leave behind for those that lean on them."""

    def __init__(
        self, grammar: Grammar, known: Words, joined: tuple[Joined, ...], last: Day | None, *, history: bool
    ) -> None:
        self.known = known
        self.last = last  # the last day of publication
        self.history = history
        self.running: Cell | None = None
        self.aside: Cell | None = None  # a time named in passing: "that year" is that one
        self.quarter: Cell | None = None
        self.named: tuple[Cell, ...] = ()  # the days of a list or range: "the first of those days"
        self.names = grammar.forms("aside") if history else {}
        self.signals = grammar.forms("signal") if history else {}
        # To see whether a history comes back: the years that its mentions name, and which of them name one.
        self.years = [spoken_year(one.reading.expression) for one in joined] if history else []
        self.dated = [at for at, year in enumerate(self.years) if year is not None]

    def turn_to_length(self, said: Expression) -> None:
        """Forget the quarter where a report has turned to a longer time: the first nine months, the year."""
        if self.quarter is not None and any(
            unit == "YEAR" or (unit == "MONTH" and number != _MONTHS_IN_QUARTER)
            for number, unit in amounts(said)
        ):
            self.quarter = None

    def remember(self, number: int, reading: Reading, cell: Cell, joint: str = "") -> None:
        """Keep what the mention of this number speaks of, which may go on with a list or close a range."""
        said = reading.expression
        if joint or self.named:
            self._name(said, cell, joint)
        if said.operator in _BARE_TIMES:
            return
        self.aside = None
        if said.operator in _COMPARING or (self.history and self._is_aside(number, reading)):
            self.aside = cell if spoken_year(said) is not None else None
            return
        if cell.grain is Grain.QUARTER:
            ended = self.last is None or cell.last < self.last
            later = self.quarter is None or cell.first > self.quarter.first
            self.quarter = cell if ended and later else self.quarter
        elif cell.grain is Grain.YEAR and said.operator == "year":
            self.quarter = None
        day = cell if cell.grain >= Grain.DAY else cell.to(Grain.DAY)
        running = self.running
        if running is None or day.grain <= running.grain or not day.first <= running.first <= day.last:
            self.running = day

    def _name(self, said: Expression, cell: Cell, joint: str) -> None:
        """Keep the days of a list or range that is no longer than a month."""
        if said.operator == "named":
            return
        before = self.named or ((self.running,) if self.running else ())
        are_days = cell.grain is Grain.DAY and bool(before) and before[-1].grain is Grain.DAY
        if not joint or not are_days or len(before) > _LONGEST_RANGE:
            self.named = ()
        elif joint == "to" and 0 < cell.number - before[-1].number <= _LONGEST_RANGE:
            self.named = tuple(Cell(Grain.DAY, one) for one in range(before[-1].number, cell.number + 1))
        else:
            self.named = (*before, cell)

    def _is_aside(self, number: int, reading: Reading) -> bool:
        """Whether a history only names a time in passing: the Treaty of 1801, or "today"."""
        if self.running is None:
            return reading.expression.operator in _DEICTIC
        operator = reading.expression.operator
        if operator == "previous" or operator in _DEICTIC:
            return True
        before = (self.known.forms[reading.start - 1],) if reading.start else ()
        is_name = operator == "year" and before in self.names
        return is_name or self.signals.get(before) == "SINCE" or self._is_outlier(number)

    def _is_outlier(self, number: int) -> bool:
        """Whether a year is named from which the dates that come next all return to the one before."""
        year = self.years[number]
        if year is None or self.running is None:
            return False
        old = self.running.first.year
        ahead = bisect_right(self.dated, number)
        following = self.dated[ahead : ahead + _AHEAD]
        for at in following:
            one = self.years[at] or 0
            if abs(one - old) >= abs(one - year):
                return False
        return bool(following)
