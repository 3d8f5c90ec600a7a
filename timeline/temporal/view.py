"""The day in view: by which clock times go that name no day.

"On Tuesday the court sat at nine. It rose at four": both are times of that Tuesday. The day of a sentence
stays in view through the next one. A day that only says when somebody spoke ("police said Friday") does not
come into view; the words that tell it are data of the language (`cue-report` in its grammar file).
"""

from timeline.temporal.cells import Cell
from timeline.temporal.days import Day
from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import Grain
from timeline.temporal.language import Grammar
from timeline.temporal.mention import Direction
from timeline.temporal.recognise import Reading
from timeline.temporal.tense import Clauses

_LATE = 18  # the hour from which on the small hours that follow are those of the next day
_SMALL_HOURS = 5  # they end at this hour
_LATE_PARTS = {"EV", "NI"}
_FARTHEST = 80  # words that may stand between a day and a clock time of it
_SENTENCES = 1  # sentence ends that may
_OUTER = {"of": -1, "part": -1, "mod": -1, "zoned": 0}  # where the day of a composed time is told
_TIMES = {"clock", "daypart"}
_OF_DAY = {"the", "sofar"}
_HANGING = {*_OUTER, *_TIMES, *_OF_DAY}  # operators of what may hang on a day


class DayInView:
    """Keeps the day in view while one goes through the expressions of a text."""

    def __init__(self, grammar: Grammar, clauses: Clauses) -> None:
        self.clauses = clauses
        self.reports = frozenset(form[0] for form in grammar.forms("cue-report") if len(form) == 1)
        self.cell: Cell | None = None
        self.end = 0  # the word behind the expression that brought it into view
        self.is_late = False  # whether that told an evening or a night

    def note(self, reading: Reading, cell: Cell) -> None:
        """Take the day of an expression that was placed into view."""
        if cell.grain > Grain.DAY or self._tells_a_report(reading.start):
            return
        self.cell = cell if cell.grain is Grain.DAY else cell.to(Grain.DAY)
        self.end = reading.end
        self.is_late = _is_late(cell)

    def seen(self, reading: Reading, direction: Direction, anchor: Day | None) -> Cell | None:
        """Give the day in view for an expression that hangs on one; None where that is the anchor."""
        if self.cell is None or reading.expression.operator not in _HANGING:
            return None
        if not hangs_on_a_day(reading.expression):
            return None
        day = self.cell.first
        against = anchor and (
            (direction == "future" and day < anchor) or (direction == "past" and day > anchor)
        )
        if against or self._is_far(reading.start):
            return None
        return self._next(reading, anchor) or self.cell

    def _next(self, reading: Reading, anchor: Day | None) -> Cell | None:
        """Give the day behind the one in view for small hours told after an evening; None for other times.

        "Shots were heard at 11 p.m. on Saturday. At 2 a.m. the house burned": that was on Sunday. What had
        been done at three was done before.
        """
        if self.cell is None or not self.is_late or not _is_of_small_hours(reading.expression):
            return None
        following = self.cell._replace(number=self.cell.number + 1)
        is_ahead = anchor is not None and self.cell.first <= anchor < following.first
        return None if is_ahead or self.clauses.is_done(reading.start, reading.end) else following

    def _tells_a_report(self, start: int) -> bool:
        """Whether a verb of saying stands right before a day, or before the preposition there."""
        forms = self.clauses.words.forms
        return not self.reports.isdisjoint(forms[max(0, start - 2) : start])

    def _is_far(self, start: int) -> bool:
        if start - self.end > _FARTHEST:
            return True
        ends = 0
        for at in range(self.end, start):
            ends += self.clauses.ends_sentence(at)
            if ends > _SENTENCES:
                return True
        return False


def hangs_on_a_day(said: Value) -> bool:
    """Whether an expression is a time of day that names no day: at nine, in the evening, later in the day."""
    while isinstance(said, Expression) and said.operator in _OUTER:
        said = said.arguments[_OUTER[said.operator]]
    if not isinstance(said, Expression):
        return False
    return said.operator in _TIMES or (said.operator in _OF_DAY and said.arguments[0] == "DAY")


def _is_late(cell: Cell) -> bool:
    if cell.grain is Grain.PART_OF_DAY:
        return cell.code in _LATE_PARTS
    start = cell.interval.start if cell.grain <= Grain.HOUR else None
    return start is not None and start.minute >= _LATE * 60


def _is_of_small_hours(said: Value) -> bool:
    """Whether an expression is a clock time before five in the morning."""
    while isinstance(said, Expression) and said.operator == "zoned":
        said = said.arguments[_OUTER["zoned"]]
    if not isinstance(said, Expression) or said.operator != "clock":
        return False
    hour = said.arguments[0]
    return isinstance(hour, int) and hour < _SMALL_HOURS
