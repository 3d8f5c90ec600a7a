"""Dates without their year, and weekdays with an article, beside what a text has just told.

A news text that looks back on another year names it once: "It closed on 8 November 2011 and reopened on
2 December". Only a full day leads on so, and only where grammar or the same month ties the two together; a
bare date behind "in 2011" or "June 2014" is of the year of the report. "On the Wednesday" is that behind the
day told.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline import temporal
from timeline.events.clauses import Clause, Parse
from timeline.events.counting import first_token, is_weekday
from timeline.events.language import Language
from timeline.events.verb_group import Mood
from timeline.temporal import Day, Grain, Mention, When
from timeline.temporal.narrative import spoken_year
from timeline.temporal.places import period

_FEASTS = frozenset({"feast", "easter"})  # operators of expressions
_BARE = frozenset({"month", "season"}) | _FEASTS  # so are these, without their year
_WEEK = 7  # days
_FAR = 300  # days before the report from which a day told is one of another year
_MONTH = len("2024-05")
_OLD = 5 * 365  # days; what was told of then is history, what was told of later the background of news
_RECENT = 60  # days before the report within which its own dates have no year
_TOLD = frozenset({Mood.PAST, Mood.PAST_PERFECT})


@dataclass(frozen=True, slots=True)
class FullDay:
    """A day that a sentence names with its year, in a clause."""

    day: Day
    clause: int


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """What an article has told before a time.

    `full` is the last full day of the sentence, `day` that of the deed told last, `is_here` says that the
    paragraph told it. `last` is the time told last, `time` that of the paragraph; `days` and `months` are all
    of which the article has told (ISO 8601). `pointed` is the time before "when" ("in 1979, when").
    """

    full: FullDay | None
    day: When | None
    is_here: bool
    last: When | None
    time: When | None
    days: frozenset[str]
    months: frozenset[str]
    pointed: When | None = None

    @property
    def here(self) -> When | None:
        """The day of the deed told last in the paragraph."""
        return self.day if self.is_here else None

    def years_of(self, month: int) -> frozenset[int]:
        """Return the years of which the article has told that month, or a day in it."""
        told = self.days | self.months
        return frozenset(int(time[:4]) for time in told if time[4:7] == f"-{month:02}")


def beside_told(
    parse: Parse, mention: Mention, before: ToldBefore, anchor: When | None, language: Language
) -> Mention:
    """Return a date without its year, or a weekday with an article, on the day that what was told gives."""
    at = first_token(parse, mention)
    mention = _of_that_feast(parse, mention, at, before.here, language)
    if before.pointed is not None and (again := _of_pointed(mention, before.pointed, language)):
        return again
    mention = _of_told_week(parse, mention, at, before.day, language)
    day = mention.when.first if mention.when is not None else None
    if not mention.assumed and day and anchor is not None and anchor.last is not None and day > anchor.last:
        mention = mention._replace(when=None) if is_weekday(mention.expression) else mention
    if _is_birthday(parse, mention, at, language):
        return mention._replace(when=None)
    if anchor is not None and (ahead := _of_report(parse, mention, at, anchor, language)):
        return ahead
    if anchor is not None and _may_be_of_old(parse, mention, at, before, anchor):
        return mention._replace(when=None)
    return _of_told_year(parse, mention, at, before, anchor)


def _of_report(parse: Parse, mention: Mention, at: int, anchor: When, language: Language) -> Mention | None:
    """Read "She left in 2005. A show will open on 3 October": what is to come is so for the report.

    None for other times, and for what a text may have foretold of its own past.
    """
    group = parse.clauses[parse.owners[at]].group if at < len(parse.owners) else None
    to_come = group is not None and group.mood in {Mood.FUTURE, Mood.DUE}
    last, today = mention.when.last if mention.when is not None else None, anchor.first
    if not to_come or last is None or today is None or last.year >= today.year or not _is_bare(mention):
        return None
    said = f"{mention.text} {today.year}", f"{mention.text} {today.year + 1}"
    found = [temporal.find(text, published=anchor, language=language.code) for text in said]
    days = [one[0].when for one in found if len(one) == 1]
    when = next((day for day in days if day is not None and day.last is not None and day.last >= today), None)
    return mention._replace(when=when, value=str(when) if when else mention.value, assumed=())


def _is_birthday(parse: Parse, mention: Mention, at: int, language: Language) -> bool:
    """Read "was born on Christmas Day", of whatever year."""
    feast = mention.expression is not None and mention.expression.operator in _FEASTS
    group = parse.clauses[parse.owners[at]].group if at < len(parse.owners) else None
    return feast and group is not None and group.passive and group.lemma in language.words["births"]


def _may_be_of_old(parse: Parse, mention: Mention, at: int, before: ToldBefore, anchor: When) -> bool:
    """Read "In March 1963 the wall slid. … He resigned in May": that year's May, or the last one.

    A season may be of an older year in the next paragraph too.
    """
    said = mention.expression.operator if mention.expression is not None and not mention.signal else ""
    time = before.last if said == "season" else before.time
    first = time.first if time is not None else None
    day = mention.when.first if mention.when is not None else None
    if said not in _BARE or first is None or day is None or anchor.first is None or at >= len(parse.owners):
        return False
    group = parse.clauses[parse.owners[at]].group
    told = group is not None and group.mood in _TOLD and first.year < day.year
    far = anchor.first.ordinal - first.ordinal >= (_FAR if said in _FEASTS else _OLD)
    in_order = said == "season" or (len(str(time)) >= _MONTH and first.month < day.month)
    return told and far and in_order


def _of_pointed(mention: Mention, pointed: When, language: Language) -> Mention | None:
    """Read "in 1979, when 92 people drowned on Christmas Eve": that of the one year; None for other times."""
    first, last = pointed.first, pointed.last
    said = mention.expression
    bare = said is not None and not mention.signal and (said.operator in _BARE or _is_bare(mention))
    if not bare or first is None or (last is not None and first.year != last.year):
        return None
    again = temporal.find(f"{mention.text} {first.year}", published=pointed, language=language.code)
    when = again[0].when if len(again) == 1 else None
    return mention._replace(when=when, value=str(when) if when else mention.value, assumed=())


def full_day(parse: Parse, mention: Mention) -> FullDay | None:
    """Return the day of a mention that names its year; None for other mentions."""
    at = first_token(parse, mention)
    year = spoken_year(mention.expression) if mention.expression is not None else None
    day = mention.when.first if mention.when is not None else None
    fine = mention.grain is not None and mention.grain <= Grain.DAY  # "at 4 a.m. on 3 May 2012"
    full = year is not None and fine and day is not None and at < len(parse.owners)
    return FullDay(day, parse.owners[at]) if full and day is not None else None


def _of_told_year(
    parse: Parse, mention: Mention, at: int, before: ToldBefore, anchor: When | None
) -> Mention:
    """Return a date without its year in the year of the full one that it goes on from; others as they are."""
    day = mention.when.first if mention.when is not None else None
    clause = parse.clauses[parse.owners[at]] if at < len(parse.owners) else None
    if day is None or clause is None or clause.group is None or clause.verb.mood not in _TOLD:
        return mention
    if not _is_bare(mention) or anchor is None or anchor.first is None:
        return mention
    full, told = before.full, before.here
    if full is not None:
        joined = full.day.year < anchor.first.year and are_joined(parse, clause, parse.clauses[full.clause])
        return _on(mention, day, full.day.year if _in_order(full.day, day) else None) if joined else mention
    base = told.first if told is not None else None
    far = base is not None and anchor.first.ordinal - base.ordinal >= _FAR
    if base is not None and far and clause.verb.mood is Mood.PAST_PERFECT:
        return _on(mention, day, base.year - _in_order(base, day))
    if base is not None and far and base.month == day.month and _in_order(base, day):
        return _on(mention, day, base.year)
    return _of_told_month(mention, day, before, anchor.first)


def _of_told_month(mention: Mention, day: Day, before: ToldBefore, today: Day) -> Mention:
    """Read "A ceiling fell in July 2022. … It came down on 16 July": in the one July that was told of.

    Where it may as well be a day of these weeks, nobody knows which was meant.
    """
    years = before.years_of(day.month)
    if len(years) != 1 or day.year in years or max(years) > day.year:
        return mention
    if today.ordinal - day.ordinal > _RECENT:
        return _on(mention, day, max(years))
    is_last = before.last is not None and str(before.last)[4:] == f"-{day.month:02}"
    return _on(mention, day, None) if is_last else mention


def _is_bare(mention: Mention) -> bool:
    said = mention.expression
    if said is None or mention.signal or mention.grain is None or mention.grain > Grain.DAY:
        return False
    if spoken_year(said) is not None:
        return False
    return said.operator == "of" and period(said) is Grain.YEAR


def _in_order(one: Day, two: Day) -> bool:
    """Tell whether a day of the year comes after another."""
    return (two.month, two.day) > (one.month, one.day)


def _on(mention: Mention, day: Day, year: int | None) -> Mention:
    """Return a mention on its day of a year; on none where it is not known or has no such day."""
    try:
        when = When.of_day(Day.parse(f"{year:04}-{day.month:02}-{day.day:02}")) if year is not None else None
    except ValueError:  # 29 February
        when = None
    return mention._replace(when=when, value=str(when) if when else mention.value, assumed=())


def are_joined(parse: Parse, clause: Clause, other: Clause) -> bool:
    """Tell whether "and" joins two clauses that have one subject, or they are one clause."""
    while clause.shares_subject >= 0 and clause.index != other.index:
        clause = parse.clauses[clause.shares_subject]
    return clause.index == other.index and other.group is not None and other.verb.mood in _TOLD


def _of_that_feast(parse: Parse, mention: Mention, at: int, told: When | None, language: Language) -> Mention:
    """Read "It began on 8 December 2020. By that Christmas half had left": the first behind it."""
    feast = mention.expression is not None and mention.expression.operator in _FEASTS
    base = told.first if told is not None else None
    if not feast or base is None or at < 1 or mention.when is None:
        return mention
    same = parse.tokens[at - 1].low in language.words["that_time"]
    again = temporal.find(mention.text, published=base.iso, language=language.code) if same else ()
    when = again[0].when if len(again) == 1 else None
    if when is None or when.first is None:
        return mention._replace(when=None) if same else mention
    if when.first < base:
        again = temporal.find(f"{mention.text} {base.year + 1}", published=base.iso, language=language.code)
        when = again[0].when if len(again) == 1 else None
    return mention._replace(when=when, value=str(when), assumed=())


def _of_told_week(parse: Parse, mention: Mention, at: int, told: When | None, language: Language) -> Mention:
    """Read "The men voted on 9 October, and on the Wednesday they walked in": the Wednesday after that."""
    weekday = is_weekday(mention.expression)
    day = mention.when.first if mention.when is not None else None
    base = told.first if told is not None else None
    if not weekday or mention.signal or day is None or base is None or not 0 < at < len(parse.owners):
        return mention
    clause = parse.clauses[parse.owners[at]]
    past = clause.group is not None and clause.verb.mood in _TOLD
    if not past or parse.tokens[at - 1].low not in language.words["definite_articles"]:
        return mention
    after = parse.tokens[at + 1].low if at + 1 < len(parse.tokens) else ""
    turn = language.data["counting_words"].get(after, "")
    behind = parse.tokens[at + 2].low if at + 2 < len(parse.tokens) else ""
    of_another = bool(turn) and behind not in language.words["pointing_back"]
    if of_another or (clause.verb.mood is Mood.PAST_PERFECT and not turn):
        return mention._replace(when=None)  # "They had begun on the Monday": before it, or in turn
    back = turn and turn != language.data["counting_words"]["after"]
    when = When.of_day(base.plus((day.ordinal - base.ordinal) % _WEEK - (_WEEK if back else 0)))
    return mention._replace(when=when, value=str(when), assumed=())
