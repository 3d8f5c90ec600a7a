"""Retelling: where a news text turns to an earlier year, and bare days and months are of that year.

In a text that looks back for the most part, and yet speaks of today, "In 2017 the bank lent him the money. On
12 September he left the country" tells of 2017 alone: through the paragraph, until something is said from
where one stands ("last week", "on Monday"). The year has to open its sentence: "the yard, founded in 1987,
closed in March" does not turn back. A step from day to day ("nine days later") keeps the year through the
paragraphs that follow.

Whole histories are told by `narrative`. Not taken: the same in any news text; there a year that opens a
sentence is mostly background, and the next date is of the publication's year again.
"""

from timeline.temporal.cells import Cell
from timeline.temporal.days import Day
from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain
from timeline.temporal.joints import Joined
from timeline.temporal.language import Grammar
from timeline.temporal.lengths import amounts
from timeline.temporal.mention import Direction
from timeline.temporal.narrative import is_deictic, spoken_year
from timeline.temporal.places import period
from timeline.temporal.recognise import Reading
from timeline.temporal.tense import Clauses

_FAR = 2  # years before the publication
_FEWEST = 3  # far years that make a text look back
_SHARE = 2  # so many of them for each expression that goes by the day of writing
_STEPS = {"later", "earlier"}
_SMALL = {"DAY", "WEEK", "NI"}


class Retelling:
    """Follows one text; `year` is the earlier year that it tells of at the moment."""

    def __init__(
        self, grammar: Grammar, clauses: Clauses, joined: tuple[Joined, ...], anchor: Day | None
    ) -> None:
        self.openers = grammar.forms("cue-retelling")
        self.clauses = clauses
        self.latest = None if anchor is None or not self.openers else anchor.year - _FAR
        self.looks_back = self.latest is not None and _looks_back(joined, self.latest)
        self.year: int | None = None
        self.paragraph = 0  # the first word of the paragraph in which the year holds
        self.goes_on = False  # whether it holds through the following paragraphs

    def holds(self, reading: Reading, direction: Direction) -> bool:
        """Whether a bare month or day is of the year that is told of."""
        if self.year is None or direction == "future" or period(reading.expression) is not Grain.YEAR:
            return False
        return self.goes_on or self._paragraph(reading) == self.paragraph

    def note(self, reading: Reading, cell: Cell) -> None:
        """Follow the text past an expression that was placed."""
        if not self.looks_back or self.latest is None:
            return
        said, year = reading.expression, cell.first.year
        if spoken_year(said) is not None:
            opens = year <= self.latest and self._opens_sentence(reading.start)
            self.year, self.goes_on = (year if opens else None), False
            self.paragraph = self._paragraph(reading)
        elif is_deictic(said):
            self.year = None
        elif year <= self.latest and _is_step(said):
            self.year, self.goes_on = year, True

    def _paragraph(self, reading: Reading) -> int:
        return self.clauses.words.paragraph(reading.start, reading.end)[0]

    def _opens_sentence(self, start: int) -> bool:
        """Whether nothing but a preposition stands between a date and the beginning of its sentence."""
        before = start - 1
        if self.clauses.words.forms[before:start] not in self.openers:
            return False
        first, _ = self.clauses.words.paragraph(start, start + 1)
        return before == first or (before > first and self.clauses.ends_sentence(before - 1))


def _is_step(said: Expression) -> bool:
    return said.operator in _STEPS and all(unit in _SMALL for _, unit in amounts(said.arguments[0]))


def _looks_back(joined: tuple[Joined, ...], latest: int) -> bool:
    """Whether a text names far years much more often than it speaks of today."""
    years = [spoken_year(one.reading.expression) for one in joined]
    far = sum(year is not None and year <= latest for year in years)
    if far < _FEWEST:
        return False
    here = sum(
        year is None and is_deictic(one.reading.expression) for one, year in zip(joined, years, strict=True)
    )
    return far >= _SHARE * here
