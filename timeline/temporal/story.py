"""Resolves the expressions of one text in their order, and makes the mentions of them.

What an expression means depends on where it stands: on the tense of its clause, on what was spoken of last,
and, where it closes a range, on the one that opened it. The same words in the same situation mean the same,
so a text works that out once.
"""

from typing import NamedTuple

from timeline.temporal.cells import Cell
from timeline.temporal.edtf import When
from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain
from timeline.temporal.joints import TIMELESS, Joined, ranged
from timeline.temporal.language import Grammar
from timeline.temporal.mention import Direction, Mention
from timeline.temporal.narrative import spoken_year
from timeline.temporal.places import period
from timeline.temporal.recognise import Reading, unread
from timeline.temporal.resolve import resolve
from timeline.temporal.retelling import Retelling
from timeline.temporal.signals import signals
from timeline.temporal.spoken import Spoken
from timeline.temporal.standpoint import Situation
from timeline.temporal.tense import Clauses
from timeline.temporal.timeless import Resolution
from timeline.temporal.view import DayInView
from timeline.temporal.words import Words

_REMEMBERED = 4096  # meanings that are kept of one text
_WHOLE = ("", None, None)  # modifier, first and last day of a place that is all of its cell


class _Meant(NamedTuple):
    """What an expression means in a situation: resolved, as a date, and what had to be assumed."""

    resolution: Resolution
    when: When | None
    assumed: tuple[str, ...]
    period: Grain | None  # in which it comes round again


class Story:
    """The expressions of one text."""

    def __init__(
        self,
        grammar: Grammar,
        known: Words,
        anchor: When | None,
        *,
        history: bool,
        south: bool,
        timezone: str | None,
    ) -> None:
        self.grammar = grammar
        self.known = known
        self.anchor = anchor
        self.first = anchor.first if anchor else None
        self.last = anchor.last if anchor else None
        self.history = history
        self.south = south
        self.timezone = timezone
        self.meanings: dict[tuple[object, ...], _Meant] = {}
        self.unfolds: dict[int, bool] = {}  # by the identity of an expression
        self.direction: tuple[Direction, str] = ("", "")  # that of the one before, and the word that told it
        self.opened: tuple[Cell, Grain | None] | None = None  # the open end of a range, and its period

    def tell(self, joined: tuple[Joined, ...]) -> tuple[Mention, ...]:
        """Give the mentions; those without a value (30 February) are left out."""
        if not joined:
            return ()
        self.clauses = Clauses(self.grammar.language, self.known)
        self.view = DayInView(self.grammar, self.clauses)
        self.retelling = Retelling(self.grammar, self.clauses, joined, self.first)
        self.spoken = Spoken(self.grammar, self.known, joined, self.last, history=self.history)
        self.signals = signals(self.grammar.language)
        self.alone = joined[0].reading.start == 0 and joined[0].reading.end == len(self.known.forms)
        self.ties = frozenset(form[0] for form in self.grammar.forms("tie") if len(form) == 1)
        mentions: list[Mention] = []
        free, before = 0, None
        for number, one in enumerate(joined):
            mentions.append(self._mention(number, one, before, free))
            before, free = one, one.reading.end
        return tuple([one for one in ranged(joined, mentions) if one.value])

    def _mention(self, number: int, one: Joined, before: Joined | None, free: int) -> Mention:
        """Make the mention of an expression, and keep what it leaves behind; words before `free` are taken.

        What its range means is told later, by both its ends.
        """
        reading, known = one.reading, self.known
        start, said = reading.start, reading.expression
        previous = known.forms[start - 1]
        direction, cue = self.direction = self._direction(one, before)
        resolution, when, assumed, recurs = self._meant(reading, direction, cue)
        if self.opened is not None:
            closing = self._closing(said, recurs, resolution)
            if closing is not resolution:
                resolution, when, assumed, _ = self._as_date(said, closing, cue)
        place = resolution.place
        self.opened = (place.cell, recurs) if place and one.opens_range else None
        signal, signal_start, grain = None, None, None
        if place:
            grain = place.cell.grain
        if place and resolution.edtf:
            if previous in self.signals.lasts and not (before and before.opens_range):
                signal, signal_start, edtf = self.signals.opened(known, start, resolution.edtf, place)
                when = When.parse(edtf) if signal else when
            self.spoken.remember(number, reading, place.cell, before.joint if before else "")
            if grain is not None and grain <= Grain.DAY:
                self.view.note(reading, place.cell)
            if self.retelling.looks_back:
                self.retelling.note(reading, place.cell)
        elif resolution.type == "DURATION":
            self.spoken.turn_to_length(said)
        words = unread(self.grammar, known, free, start) if previous in self.ties else None
        begin, stop = known.starts[start], known.ends[reading.end - 1]
        # In the order of the record: with their names, it would take a third longer to make.
        return Mention(
            begin,
            stop,
            known.text[begin:stop],
            resolution.type,
            resolution.value,
            resolution.mod,
            resolution.quant,
            resolution.freq,
            when,
            signal,
            signal_start,
            None,
            reading.rules,
            assumed,
            words,
            reading.expression,
            direction,
            grain,
        )

    def _direction(self, one: Joined, before: Joined | None) -> tuple[Direction, str]:
        """Tell the direction of the clause, and the word that told it; lengths and the like look nowhere.

        The parts of a range or list look the same way.
        """
        if self.direction[0] and before and before.joint and _are_alike(before, one):
            return self.direction
        if one.reading.expression.operator in TIMELESS:
            return "", ""
        return self.clauses.direction(one.reading.start, one.reading.end, verbs_only=self.history)

    def _meant(self, reading: Reading, direction: Direction, cue: str) -> _Meant:
        """Give what an expression means here. In the same situation it was worked out before."""
        said, spoken = reading.expression, self.spoken
        unfolding = (
            not direction
            and self._may_unfold(said)
            and not self.clauses.tells_past(reading.start, reading.end)
        )
        day = self.view.seen(reading, direction, self.first)
        history = self.history or (
            self.retelling.year is not None and self.retelling.holds(reading, direction)
        )
        # Told by its identity, which is quicker than by what it says: while the text is told, it is kept.
        named = spoken.named if said.operator == "named" else ()
        around = spoken.running, spoken.quarter, spoken.aside, named
        key = id(said), direction, cue, unfolding, around, day, history
        meant = self.meanings.get(key)
        if meant is None:
            if len(self.meanings) >= _REMEMBERED:
                self.meanings.clear()
            resolution = self._resolution(said, direction, day, unfolding=unfolding, history=history)
            meant = self.meanings[key] = self._as_date(said, resolution, cue)
        return meant

    def _may_unfold(self, said: Expression) -> bool:
        """Whether it matters to an expression that nothing around tells of the past: to a bare month."""
        known = self.unfolds.get(id(said))
        if known is None:
            recurs = period(said)
            known = recurs is Grain.YEAR or (recurs is None and spoken_year(said) is None)
            self.unfolds[id(said)] = known
        return known

    def _as_date(self, said: Expression, resolution: Resolution, cue: str) -> _Meant:
        return _Meant(resolution, _when(resolution), self._assumed(resolution, cue), period(_recurring(said)))

    def _resolution(
        self, said: Expression, direction: Direction, day: Cell | None, *, unfolding: bool, history: bool
    ) -> Resolution:
        """Resolve with the anchor.

        With an uncertain one, with its first and its last day, and keep what both allow.
        """
        spoken = self.spoken
        situation = Situation(
            self.first,
            spoken.running,
            spoken.quarter,
            direction,
            history,
            self.south,
            unfolding,
            spoken.aside,
            day,
            spoken.named if said.operator == "named" else (),
            self.alone,
        )
        if self.first is None or self.last is None:
            return resolve(said, situation._replace(anchor=None))
        early = resolve(said, situation)
        if self.first == self.last:
            return early
        late = resolve(said, situation._replace(anchor=self.last))
        return early if early.edtf == late.edtf else _widened(said, early, late)

    def _closing(self, said: Expression, grain: Grain | None, resolution: Resolution) -> Resolution:
        """Let a range end after it began: Monday in "from Friday to Monday" is the next one."""
        place = resolution.place
        if self.opened is None or place is None or grain is None:
            return resolution
        opened, whose = self.opened
        whose = Grain.YEAR if whose is None else whose  # a full date counts as a day of its year
        if opened.grain >= grain or grain is not (whose if opened.grain > Grain.MINUTE else grain):
            return resolution
        clocks = opened.grain is place.cell.grain is Grain.MINUTE
        if clocks and place.cell.number >= opened.number:
            return resolution
        day = opened if opened.grain >= Grain.DAY else opened.to(Grain.DAY)
        after = Expression("following", (_recurring(said),))
        following = resolve(after, Situation(day.first, day, south=self.south))
        if following.place is None:
            return resolution
        in_order = not clocks and opened.first <= place.days[1] <= following.place.days[1]
        return resolution if in_order else following

    def _assumed(self, resolution: Resolution, cue: str) -> tuple[str, ...]:
        """Put what was assumed into words for people."""
        told = resolution.assumed
        if cue and told:
            told = tuple([one.replace("(tense)", f"(tense of {cue!r})") for one in told])
        is_local = (
            resolution.type == "TIME" and self.timezone and not (resolution.place and resolution.place.zone)
        )
        return (*told, f"time zone {self.timezone}") if is_local else told


def _when(resolution: Resolution) -> When | None:
    """Give the date of a resolution; that of a whole day need not be read from how it is written."""
    place = resolution.place
    if place is not None and place.cell.grain <= Grain.DAY and place[1:4] == _WHOLE:
        return When.of_day(place.cell.first)
    return When.parse(resolution.edtf) if resolution.edtf else None


def _are_alike(first: Joined, second: Joined) -> bool:
    """Whether both come round again in the same unit: two weekdays, two days of the year."""
    return period(first.reading.expression) is period(second.reading.expression)


def _recurring(said: Expression) -> Expression:
    """Give what comes round again in "this Monday"; anything else as it is."""
    inner = said.arguments[0] if said.operator == "this" else None
    return inner if isinstance(inner, Expression) else said


def _widened(said: Expression, early: Resolution, late: Resolution) -> Resolution:
    """Give what an uncertain anchor allows: once, between the earliest and the latest day."""
    unknown = resolve(said, Situation(None))
    if early.place is None or late.place is None:
        return unknown
    # Counted from a later day it may lie earlier: "the day before" of a day, or of the weekend in view.
    first = min(early.place.days[0], late.place.days[0])
    last = max(early.place.days[1], late.place.days[1])
    edtf = When.of_interval(first, last, "one_of").edtf
    return Resolution(
        unknown.type, unknown.value, unknown.mod, edtf=edtf, assumed=(*early.assumed, "anchor uncertain")
    )
