"""From text to mentions: the front door of the temporal engine.

    >>> from timeline.temporal import find
    >>> [(one.text, one.value) for one in find("They met in mid-March.", published="2024-05-03")]
    [('mid-March', '2024-03')]

`find` recognises the time expressions, joins ranges, decides between news and history, and resolves each
expression in turn, because one may lean on the one before it ("the next day").
"""

from bisect import bisect_right
from typing import Literal

from timeline.temporal.cells import Cell
from timeline.temporal.edtf import When
from timeline.temporal.expression import Expression
from timeline.temporal.figures import settle
from timeline.temporal.grammar import grammar_code, languages, load
from timeline.temporal.interval import Grain
from timeline.temporal.joints import TIMELESS, Joined, join, number_ranges
from timeline.temporal.language import Grammar
from timeline.temporal.lengths import amounts
from timeline.temporal.mention import Direction, Mention
from timeline.temporal.narrative import is_history, spoken_year
from timeline.temporal.places import period
from timeline.temporal.recognise import Reading, recognise, unread
from timeline.temporal.resolve import resolve
from timeline.temporal.signals import signalled
from timeline.temporal.standpoint import Situation
from timeline.temporal.tense import Clauses
from timeline.temporal.timeless import Resolution
from timeline.temporal.view import DayInView
from timeline.temporal.words import Words

Narrative = Literal["auto", "news", "history"]


def find(
    text: str,
    *,
    published: When | str | None = None,
    language: str = "en",
    narrative: Narrative = "auto",
    timezone: str | None = None,
    hemisphere: Literal["north", "south"] = "north",
) -> tuple[Mention, ...]:
    """Find the time expressions of a text, in its order.

    `published` is the day that "today" means, as EDTF; without it relative expressions are found and not
    dated. `narrative` says what incomplete dates go by: the publication (news), what was spoken of last
    (history), or whichever the text shows. `timezone` is the zone of clock times that name none. Of a
    language's code the first part counts ("en-GB" is English), and the country tells how it writes dates in
    figures; languages that have no grammar are read by dateparser.
    """
    anchor = When.parse(published) if isinstance(published, str) else published
    spoken, language = language, grammar_code(language)
    if language not in languages():
        from timeline.temporal.foreign import find_foreign

        return find_foreign(text, anchor, language)
    grammar = load(language)
    known, readings = recognise(grammar, text)
    day = anchor.first if anchor else None
    readings = settle(readings, day, spoken)
    history = narrative == "history" or (narrative == "auto" and is_history(readings, day))
    reserved = () if history else grammar.forms("only-in-history")
    joined = join(grammar, known, tuple(one for one in readings if one.rules[:1] not in reserved))
    story = _Story(grammar, known, anchor, history=history, south=hemisphere == "south", timezone=timezone)
    return tuple(story.tell(joined))


def is_known(language: str) -> bool:
    """Whether dates can be read in a language: by a grammar, or by dateparser."""
    if grammar_code(language) in languages():
        return True
    from timeline.temporal.foreign import is_known_abroad

    return is_known_abroad(grammar_code(language))


_COMPARING = {"earlier", "ago", "alike"}
_BARE_TIMES = {"clock", "zoned", "daypart"}  # a time of day says nothing of the day
_DEICTIC = {"this", "last", "next", "ago", "ahead", "coming", "sofar", "rest"}
_AHEAD = 2  # dates looked at to see whether the story comes back


class _Story:
    """Resolves the expressions of one text in their order."""

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
        self.history = history
        self.south = south
        self.timezone = timezone
        self.running: Cell | None = None
        self.aside: Cell | None = None  # a time named in passing: "that year" is that one
        self.quarter: Cell | None = None
        self.clauses = Clauses(grammar.language, known)
        self.view = DayInView(grammar, self.clauses)
        self.years: list[int | None] = []
        self.dated: list[int] = []
        self.number = 0
        self.joined_on = False  # whether the one before is joined to this one, and like it
        self.direction: tuple[Direction, str] = ("", "")  # that of the one before, and the word that told it
        self.opened: tuple[Cell, Grain | None] | None = None  # the open end of a range, and its period

    def tell(self, joined: tuple[Joined, ...]) -> list[Mention]:
        mentions: list[Mention] = []
        end = 0
        self.years = [spoken_year(one.reading.expression) for one in joined]
        self.dated = [at for at, year in enumerate(self.years) if year is not None]
        for number, one in enumerate(joined):
            self.number = number
            before = joined[number - 1] if number else one
            self.joined_on = bool(number and before.joint) and _are_alike(before, one)
            mentions.append(self._mention(one, end))
            end = one.reading.end
        return [one for one in number_ranges(mentions, joined) if one.value]

    def _mention(self, one: Joined, free: int) -> Mention:
        start, end = one.reading.start, one.reading.end
        direction, cue = self.direction = self._direction(one)
        resolution = self._closing(one, self._resolution(one, direction))
        opens = one.opens_range and resolution.place
        self.opened = (opens.cell, period(_recurring(one.reading.expression))) if opens else None
        words = self.known
        begin, stop = words.starts[start], words.ends[end - 1]
        signal, signal_start, edtf = signalled(self.grammar, self.known, start, resolution)
        if resolution.type == "DURATION" and _is_long(one.reading.expression):
            self.quarter = None
        if resolution.place and resolution.edtf:
            self._remember(one.reading, resolution.place.cell)
            self.view.note(one.reading, resolution.place.cell)
        return Mention(
            start=begin,
            end=stop,
            text=words.text[begin:stop],
            type=resolution.type,
            value=resolution.value,
            mod=resolution.mod,
            quant=resolution.quant,
            freq=resolution.freq,
            when=When.parse(edtf) if edtf else None,
            signal=signal,
            signal_start=signal_start,
            rules=one.reading.rules,
            assumed=self._assumed(resolution, cue),
            unread=unread(self.grammar, self.known, free, start),
            expression=one.reading.expression,
            direction=direction,
            grain=resolution.place.cell.grain if resolution.place else None,
        )

    def _direction(self, one: Joined) -> tuple[Direction, str]:
        """Tell the direction of the clause, and the word that told it; lengths and the like look nowhere.

        The parts of a range or list look the same way.
        """
        if self.joined_on and self.direction[0]:
            return self.direction
        if one.reading.expression.operator in TIMELESS:
            return "", ""
        return self.clauses.direction(one.reading.start, one.reading.end, verbs_only=self.history)

    def _closing(self, one: Joined, resolution: Resolution) -> Resolution:
        """Let a range end after it began: Monday in "from Friday to Monday" is the next one."""
        said = _recurring(one.reading.expression)
        place, grain = resolution.place, period(said)
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
        after = Expression("following", (said,))
        following = resolve(after, Situation(day.first, day, south=self.south))
        if following.place is None:
            return resolution
        in_order = not clocks and opened.first <= place.days[1] <= following.place.days[1]
        return resolution if in_order else following

    def _remember(self, reading: Reading, cell: Cell) -> None:
        """Keep what was spoken of last; comparisons and asides do not change what a text is about."""
        said = reading.expression
        if said.operator in _BARE_TIMES:
            return
        self.aside = None
        if said.operator in _COMPARING or (self.history and self._is_aside(reading)):
            self.aside = cell if spoken_year(said) is not None else None
            return
        if cell.grain is Grain.QUARTER:
            ended = self.anchor is None or self.anchor.last is None or cell.last < self.anchor.last
            later = self.quarter is None or cell.first > self.quarter.first
            self.quarter = cell if ended and later else self.quarter
        elif cell.grain is Grain.YEAR and said.operator == "year":
            self.quarter = None
        day = cell if cell.grain >= Grain.DAY else cell.to(Grain.DAY)
        running = self.running
        if running is None or day.grain <= running.grain or not day.first <= running.first <= day.last:
            self.running = day

    def _is_aside(self, reading: Reading) -> bool:
        """Whether a history only names a time in passing: the Treaty of 1801, or "today"."""
        if self.running is None:
            return reading.expression.operator in _DEICTIC
        before = (self.known.forms[reading.start - 1],) if reading.start else ()
        is_name = reading.expression.operator == "year" and before in self.grammar.forms("aside")
        back = reading.expression.operator == "previous" or (
            self.grammar.forms("signal").get(before) == "SINCE"
        )
        return is_name or back or reading.expression.operator in _DEICTIC or self._is_outlier()

    def _is_outlier(self) -> bool:
        """Whether a year is named from which the dates that come next all return to the one before."""
        year = self.years[self.number]
        if year is None or self.running is None:
            return False
        old = self.running.first.year
        ahead = bisect_right(self.dated, self.number)
        following = [self.years[at] or 0 for at in self.dated[ahead : ahead + _AHEAD]]
        return bool(following) and all(abs(one - old) < abs(one - year) for one in following)

    def _assumed(self, resolution: Resolution, cue: str) -> tuple[str, ...]:
        """Put what was assumed into words for people."""
        told = resolution.assumed
        if cue and told:
            told = tuple([one.replace("(tense)", f"(tense of {cue!r})") for one in told])
        is_local = (
            resolution.type == "TIME" and self.timezone and not (resolution.place and resolution.place.zone)
        )
        return (*told, f"time zone {self.timezone}") if is_local else told

    def _resolution(self, one: Joined, direction: Direction) -> Resolution:
        """Resolve with the anchor.

        With an uncertain one, with its first and its last day, and keep what both allow.
        """
        said = one.reading.expression
        first = self.anchor.first if self.anchor else None
        last = self.anchor.last if self.anchor else None
        told = direction or self.clauses.tells_past(one.reading.start, one.reading.end)
        day = self.view.seen(one.reading, direction, first)
        situation = Situation(
            first, self.running, self.quarter, direction, self.history, self.south, not told, self.aside, day
        )
        if first is None or last is None:
            return resolve(said, situation._replace(anchor=None))
        early = resolve(said, situation)
        if first == last:
            return early
        late = resolve(said, situation._replace(anchor=last))
        return early if early.edtf == late.edtf else _widened(said, early, late)


def _are_alike(first: Joined, second: Joined) -> bool:
    """Whether both come round again in the same unit: two weekdays, two days of the year."""
    return period(first.reading.expression) is period(second.reading.expression)


def _recurring(said: Expression) -> Expression:
    """Give what comes round again in "this Monday"; anything else as it is."""
    inner = said.arguments[0] if said.operator == "this" else None
    return inner if isinstance(inner, Expression) else said


def _is_long(said: Expression) -> bool:
    """Whether a report has turned to a longer time than a quarter: the first nine months, the year."""
    return any(unit == "YEAR" or (unit == "MONTH" and number != 3) for number, unit in amounts(said))  # noqa: PLR2004


def _widened(said: Expression, early: Resolution, late: Resolution) -> Resolution:
    """Give what an uncertain anchor allows: once, between the earliest and the latest day."""
    unknown = resolve(said, Situation(None))
    if early.place is None or late.place is None:
        return unknown
    first, last = early.place.days[0], late.place.days[1]
    edtf = When.of_interval(first, last, "one_of").edtf
    return Resolution(
        unknown.type, unknown.value, unknown.mod, edtf=edtf, assumed=(*early.assumed, "anchor uncertain")
    )
