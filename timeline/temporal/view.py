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

    def note(self, reading: Reading, cell: Cell) -> None:
        """Take the day of an expression that was placed into view."""
        if cell.grain > Grain.DAY or self._tells_a_report(reading.start):
            return
        self.cell = cell if cell.grain is Grain.DAY else cell.to(Grain.DAY)
        self.end = reading.end

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
        return None if against or self._is_far(reading.start) else self.cell

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
