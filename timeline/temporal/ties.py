"""Ties within a sentence: what leans on a date that stands apart from it.

"The day after the coup of 26 July 2023" is 27 July, "4 May, the day after the vote" is that 4 May, "at six in
heavy rain on Monday" is on that Monday, and "In 1952, on the 4th of June" is of that year. Each is tied only
where the sentence leaves no other reading: a date tied to a noun by "of", or standing before it, is the
noun's; one behind "on" may be the verb's ("he died two days after the crash on Monday"), unless a comma
closes the phrase that opens the sentence.

The words are data of the language: `tie`, `tie-count`, `tie-day`, `cue-determiner`, `cue-retelling`,
`cue-break`, `cue-report`, and `only-after-a-month` for rules that need a month close before.
"""

from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import Grain
from timeline.temporal.language import Grammar
from timeline.temporal.lengths import SMALL, UNKNOWN, amounts
from timeline.temporal.places import period
from timeline.temporal.recognise import Reading
from timeline.temporal.view import hangs_on_a_day
from timeline.temporal.words import Words

_OTHERWISE = 2  # arguments of `beside`, of which a third is what it means otherwise
_FARTHEST = 10  # words that may stand between the two
_MONTH_NEAR = 40  # words back to the month that "on the first" is of
_ENDS = frozenset(".!?;:")
_LENGTHS = {"length", "sum"}
_TIMES = {"clock", "zoned", "daypart"}
_LEANING = {"length", "sum", "beside", "of", "mod", "part", "day", *_TIMES}
_WHOLE_DAY = Expression("the", ("DAY",))
_SAME_DAY = Expression("spoken")
_SET_APART = {(",",), ("-",), ("(",)}  # what stands before an apposition
_DAYS = {"day", "weekday", "feast", "easter", "monthly", "figures"}
_SEEN = {"this", "last", "next", "coming", "same", "following", "previous"}
_Forms = dict[tuple[str, ...], Value]


def tie(grammar: Grammar, known: Words, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Tie each reading to the date that it leans on; drop what cannot be understood without one."""
    ties = _Ties(grammar, known)
    found: list[Reading] = []
    before = ""
    for number, reading in enumerate(readings):
        operator = reading.expression.operator
        before, is_behind_a_year = operator, before == "year" != operator
        if operator not in _LEANING and not is_behind_a_year:  # as nearly all
            found.append(reading)
            continue
        after = readings[number + 1] if number + 1 < len(readings) else None
        tied = ties.tied(reading, after) if after else reading
        if tied is not reading and found and reading.group is not None and found[-1].group == reading.group:
            found[-1] = _of_the_same_day(found[-1], tied)
        if _leans(tied.expression):
            other = ties.beside_its_date(tied, found) or _otherwise(tied.expression)
            if other is None:
                continue
            tied = tied._replace(expression=other)
        if ties.has_month(tied, found):
            found.append(ties.of_year(tied, found[-1]) if found else tied)
    return tuple(found)


class _Ties:
    """Looks at the words between the readings of one text."""

    def __init__(self, grammar: Grammar, known: Words) -> None:
        self.known = known
        self.forms = known.forms
        self.counts: _Forms = grammar.forms("tie-count")
        self.nouns: _Forms = grammar.forms("tie")
        self.days: _Forms = grammar.forms("tie-day")
        self.determiners: _Forms = grammar.forms("cue-determiner")
        self.openers: _Forms = grammar.forms("cue-retelling")
        self.reserved = frozenset("".join(form) for form in grammar.forms("only-after-a-month"))
        self.stops: tuple[_Forms, ...] = tuple(
            map(grammar.forms, ("cue-break", "cue-report", "cue-infinitive"))
        )

    def tied(self, reading: Reading, after: Reading) -> Reading:
        """Give a reading tied to the next one, or as it is."""
        said = reading.expression
        if said.operator in _LENGTHS:
            return self._counted(reading, after)
        if _leans(said):
            day = _day(after.expression)
            is_tied = day and self._names(reading.end, reading.start, after)
            return reading._replace(expression=_filled(said, day)) if is_tied and day else reading
        return self.on_day(reading, after)

    def _counted(self, reading: Reading, after: Reading) -> Reading:
        """Give two days after the attack of 3 April as a day; minutes and hours stay lengths."""
        said, day = reading.expression, _day(after.expression)
        which = self.counts.get(self.forms[reading.end : reading.end + 1])
        if which is None or day is None or not all(map(_is_counted, amounts(said))):
            return reading
        if not self._names(reading.end + 1, reading.start, after):
            return reading
        return reading._replace(end=reading.end + 1, expression=Expression(str(which).lower(), (said, day)))

    def beside_its_date(self, reading: Reading, before: list[Reading]) -> Expression | None:
        """Give 4 May, the day after the vote, as that 4 May; None where no day stands right before."""
        if not before or _day(before[-1].expression) is None:
            return None
        if self.forms[before[-1].end : reading.start] not in _SET_APART:
            return None
        return _put(reading.expression, _SAME_DAY)

    def on_day(self, reading: Reading, after: Reading | None) -> Reading:
        """Give a time of day on the day that its sentence names behind it, or as it is."""
        if after is None or not hangs_on_a_day(reading.expression):
            return reading
        day = _day(after.expression)
        at = after.start
        is_tied = (
            day is not None and self.forms[at - 1 : at] in self.days and self._reach(reading.end, at - 1)
        )
        return reading._replace(expression=_on(reading.expression, day)) if is_tied and day else reading

    def of_year(self, reading: Reading, before: Reading) -> Reading:
        """Give a day or month the year that stands right before it: in 1952, on the 4th of June."""
        if before.expression.operator != "year" or period(reading.expression) is not Grain.YEAR:
            return reading
        between = self.forms[before.end : reading.start]
        if between[:1] != (",",) or (between[1:] and between[1:] not in self.openers):
            return reading
        if self.forms[before.start - 1 : before.start] not in self.openers:
            return reading
        return reading._replace(expression=Expression("of", (reading.expression, before.expression)))

    def has_month(self, reading: Reading, before: list[Reading]) -> bool:
        """Whether a reading needs no month close before it, or has one."""
        if not reading.rules or reading.rules[0] not in self.reserved:
            return True
        near = [one for one in before[-2:] if reading.start - one.end < _MONTH_NEAR]
        return any("(month " in str(one.expression) for one in near)

    def _names(self, start: int, begin: int, after: Reading) -> bool:
        """Whether the words from one on name something whose date follows."""
        between, tail = self.forms[start : after.start], self.forms[after.end : after.end + 2]
        if all((form,) in self.determiners for form in between):
            return bool(tail) and (tail[0] == "'" or tail[0].isalpha()) and tail[:1] not in self.nouns
        if not self._reach(start, after.start):
            return False
        if between[-1:] in self.nouns:
            return True
        return between[-1:] in self.days and tail[:1] == (",",) and self._opens_sentence(begin)

    def _reach(self, start: int, stop: int) -> bool:
        """Whether nothing but the words of one phrase stands between two words."""
        if not 0 <= stop - start <= _FARTHEST or not self._same_paragraph(start, stop):
            return False
        return not any(form in _ENDS or self._stops(form) for form in self.forms[start:stop])

    def _stops(self, form: str) -> bool:
        return any((form,) in forms for forms in self.stops)

    def _same_paragraph(self, start: int, stop: int) -> bool:
        return self.known.paragraph(start, start + 1) == self.known.paragraph(stop, stop + 1)

    def _opens_sentence(self, start: int) -> bool:
        first, _ = self.known.paragraph(start, start + 1)
        before = start - 1 if self.forms[start - 1 : start] in self.openers else start
        return before <= first or self.forms[before - 1] in _ENDS


def _leans(said: Value) -> bool:
    """Whether an expression counts from what only the following words name."""
    while isinstance(said, Expression) and said.operator == "of":
        said = said.arguments[-1]
    return isinstance(said, Expression) and said.operator == "beside"


def _otherwise(said: Expression) -> Expression | None:
    """Give what an expression means that found nothing to lean on, where the language says so."""
    if said.operator != "beside":
        return None
    other = said.arguments[2] if len(said.arguments) > _OTHERWISE else None
    return other if isinstance(other, Expression) else None


def _filled(said: Expression, day: Expression) -> Expression:
    """Count from that day."""
    leaning = said
    while leaning.operator == "of" and isinstance(leaning.arguments[-1], Expression):
        leaning = leaning.arguments[-1]
    return _put(said, Expression(str(leaning.arguments[0]).lower(), (leaning.arguments[1], day)))


def _put(said: Value, day: Expression) -> Expression:
    """Give an expression with that day in place of what leans."""
    if not isinstance(said, Expression) or said.operator == "beside":
        return day
    return Expression("of", (said.arguments[0], _put(said.arguments[-1], day)))


def _on(said: Expression, day: Expression) -> Expression:
    """Put a time of day on a day."""
    if said.operator in _TIMES:
        return Expression("of", (said, day))
    inner = said.arguments[-1]
    if said.operator == "of" and inner == _WHOLE_DAY:
        return Expression("of", (said.arguments[0], day))
    if said.operator in {"mod", "part"} and isinstance(inner, Expression):
        return said._replace(arguments=(*said.arguments[:-1], _on(inner, day)))
    return said


def _of_the_same_day(first: Reading, second: Reading) -> Reading:
    """Put the nine of "from nine to eleven in the hall on Monday" on the day of the eleven."""
    day = _day(second.expression.arguments[-1])
    return first if day is None else first._replace(expression=_on(first.expression, day))


def _is_counted(amount: tuple[Value, Value]) -> bool:
    """Whether a length is a number of days or longer units."""
    number, unit = amount
    return number != UNKNOWN and unit not in SMALL


def _day(said: Value) -> Expression | None:
    """Give the day that an expression names, without the time of that day; None where it names none."""
    if not isinstance(said, Expression):
        return None
    inner = said.arguments[0] if said.arguments else None
    if said.operator in _DAYS:
        return said
    if said.operator == "of":
        if isinstance(inner, Expression) and inner.operator in _TIMES:
            return _day(said.arguments[1])
        return said if any(map(_day, said.arguments)) else None
    if said.operator in _SEEN:
        return said if inner == "DAY" or _day(inner) else None
    return None
