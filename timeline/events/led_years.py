"""The year in which a paragraph that looks back goes on.

A news text names no year for what was done in the year of the report, so that a bare date is of that year
whatever was told before it: "It was fined in May 2021. A court lifted the fine on 3 March" is this March. A
paragraph that tells an old story names the year where it begins and where it changes: "Inspectors found
mould in October 2015. On 14 November the plant was closed", told in March 2017. What tells the two apart is
how near the date lies behind what was told, and how far before the report it would lie otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.events.bare_dates import are_joined
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.counting import first_token
from timeline.events.dated import operators_of
from timeline.events.language import Language
from timeline.events.turning import stepped
from timeline.events.verb_group import Mood
from timeline.temporal import Day, Grain, Mention, When
from timeline.temporal.narrative import is_deictic, spoken_year
from timeline.temporal.places import period

_TOLD = frozenset({Mood.PAST, Mood.PARTICIPLE})
_COUNTED = frozenset({"later", "following", "same"})  # operators of expressions that count from what was told
_FEASTS = frozenset({"feast", "easter"})  # and of those that people name by themselves
_RECENT = 60  # days before the report within which its own dates have no year
_MONTH = 31  # days
_STEP = 7  # days that a story may step back without leaving its year
_SPOKEN = "(spoken of last)"
_NEXT = 60  # days within which a deed follows another of its story
_SOON = 120  # days within which it follows a month, or goes on with a story that has gone on before
_LATER = 240  # days within which it follows a day


class Lead(NamedTuple):
    """The time in whose year a paragraph goes on.

    `time` was told last, with its year; `carried` says that the year was named before it, and `end` is the
    offset in the article behind its words. `clause` is its clause where the sentence that is read tells it.
    """

    time: When
    end: int
    clause: int
    carried: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.time.first is not None and self.time.first == self.time.last


def names_year(mention: Mention) -> bool:
    """Tell whether a time names its year, and a month, a season or a day of it."""
    said = mention.expression
    year = spoken_year(said) if said is not None and mention.type != "DURATION" else None
    fine = mention.grain is not None and mention.grain < Grain.YEAR
    return year is not None and fine and mention.when is not None and mention.when.first is not None


def in_led_year(
    parse: Parse,
    mention: Mention,
    lead: Lead | None,
    named: Sequence[Mention],
    text: str,
    anchor: When | None,
    language: Language,
) -> Mention:
    """Return a date without its year in the year that its paragraph goes on in; others as they are.

    `named` are the times of the article that name their year, in order. Without a day where the date may as
    well be of these weeks.
    """
    clause = _clause(parse, mention)
    if lead is None or clause is None or anchor is None or not _is_told(clause, mention):
        return mention
    apart = lead.clause >= 0 and not are_joined(parse, clause, parse.clauses[lead.clause])
    is_day = mention.expression is not None and mention.expression.operator == "day"
    is_later = "\n\n" in text[lead.end : mention.start]
    if apart or (is_later and not (is_day and lead.is_day and _is_of_other_month(mention, anchor))):
        return mention
    if is_day:
        return _of_led_month(mention, lead, anchor)
    if lead.clause >= 0:
        return _in_turn(mention, lead, language)
    return _gone_on(mention, lead, _next_named(mention, named, text), anchor, language)


def _gone_on(mention: Mention, lead: Lead, named: Day | None, anchor: When, language: Language) -> Mention:
    """Return a date of a later sentence in the year of its paragraph, where that goes on."""
    told, first = _edge(mention.when), lead.time.first
    if told is None or first is None or anchor.first is None or not is_without_year(mention):
        return mention
    year = first.year + ((told.month, told.day) < (first.month, first.day if lead.is_day else 1))
    if year >= told.year or mention.when is None:
        return mention
    there = stepped(mention.when, mention, year - told.year, language)
    goes_on = _Place(lead, told, _edge(there) or told, anchor.first, named).goes_on
    if goes_on is None:
        return mention._replace(when=None)
    return mention._replace(when=there, value=str(there), assumed=()) if goes_on else mention


def _is_of_other_month(mention: Mention, anchor: When) -> bool:
    """Tell whether "the 16th", as it was read, is of another month than the report, as in no news."""
    told, today = _edge(mention.when), anchor.first
    return told is not None and today is not None and (told.year, told.month) != (today.year, today.month)


def _of_led_month(mention: Mention, lead: Lead, anchor: When) -> Mention:
    """Read "walked out on 12 October 1964. The soldiers came on the 19th": of that month, or the next."""
    first, last, said = lead.time.first, lead.time.last, mention.expression
    near = any(one.endswith(_SPOKEN) for one in mention.assumed)
    if near or said is None or first is None or last is None or last.ordinal - first.ordinal >= _MONTH:
        return mention
    number = int(str(said.arguments[0]))
    months = first.year * 12 + first.month - 1 + (lead.is_day and number < first.day)
    try:
        day = Day.parse(f"{months // 12:04}-{months % 12 + 1:02}-{number:02}")
    except ValueError:  # the 31st of June
        return mention
    over = anchor.last is not None and day < anchor.last
    return mention._replace(when=When.of_day(day), value=day.iso, assumed=()) if over else mention


def _in_turn(mention: Mention, lead: Lead, language: Language) -> Mention:
    """Read "was freed in February 2025 and charged on 3 March", "and had gone by Christmas": of that year."""
    told, first, said = _edge(mention.when), lead.time.first, mention.expression
    if told is None or first is None or said is None or mention.when is None:
        return mention
    yearly = spoken_year(said) is None and (said.operator in _FEASTS or is_without_year(mention))
    if not yearly or told.year == first.year or (told.month, told.day) < (first.month, first.day):
        return mention
    there = stepped(mention.when, mention, first.year - told.year, language)
    return mention._replace(when=there, value=str(there), assumed=())


def led_by(
    parse: Parse, mention: Mention, placed: Mention, lead: Lead | None, language: Language
) -> Lead | None:
    """Return the lead behind a mention that was `placed` in the story."""
    time, told = placed.when, _edge(placed.when)
    if time is None or mention.type == "DURATION" or told is None:
        return lead
    clause = _clause(parse, mention)
    index = clause.index if clause is not None else -1
    if names_year(mention):
        of_life = clause is not None and clause.group is not None
        of_life = of_life and clause is not None and clause.verb.lemma in language.union("lives", "births")
        return None if of_life else Lead(time, mention.end, index)
    first = lead.time.first if lead is not None else None
    if lead is None or first is None:
        return None
    was_moved = mention.when is not None and str(time) != str(mention.when)  # to the day that was told
    if told < first:  # "The vote had been taken the night before": the story goes on behind it
        steps_back = first.ordinal - told.ordinal <= _STEP and not is_without_year(mention)
        return lead if steps_back else Lead(time, mention.end, index) if was_moved else None
    carried = is_without_year(mention) and (str(time) != str(mention.when) or told.year == first.year)
    if time.first is None:
        return lead if carried else None
    said = mention.expression
    later = said is not None and (said.operator == "day" or bool(operators_of(said) & _COUNTED))
    later = later or was_moved
    return Lead(time, mention.end, index, carried or lead.carried) if carried or later else None


def is_without_year(mention: Mention) -> bool:
    """Tell whether a time is a day or a month of some year."""
    said = mention.expression
    if said is None or mention.grain is None or mention.grain >= Grain.YEAR or spoken_year(said) is not None:
        return False
    return said.operator not in _FEASTS and period(said) is Grain.YEAR and not is_deictic(said)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a date lies: `told` in the year next to the report, `there` in that of its paragraph."""

    lead: Lead
    told: Day
    there: Day
    today: Day
    named: Day | None  # the next day that names its year

    @property
    def goes_on(self) -> bool | None:
        """Whether the date is of the year of its paragraph; None where nobody knows."""
        first = self.lead.time.first
        gap = self.there.ordinal - first.ordinal if first is not None else _LATER
        if self.named is not None and self.there <= self.named < self.told:
            return True  # "in October 2015 … on 14 November … in February 2016"
        recent = self.today.ordinal - self.told.ordinal <= _RECENT
        if self.lead.carried and not recent and gap <= _SOON:
            return True
        if self.told.year == self.today.year:
            return self.lead.is_day and not recent and gap <= _NEXT
        if recent:
            return None if gap <= _NEXT else False
        return gap <= (_LATER if self.lead.is_day else _SOON)


def _clause(parse: Parse, mention: Mention) -> Clause | None:
    at = first_token(parse, mention)
    return parse.clauses[parse.owners[at]] if at < len(parse.owners) else None


def _is_told(clause: Clause, mention: Mention) -> bool:
    """Tell whether a clause tells what was done then, or had been done by then."""
    if clause.group is None:
        return False
    mood = clause.verb.mood
    by_then = mood is Mood.PAST_PERFECT and mention.signal is not None
    return by_then or (mood in _TOLD and clause.role is not Role.CONDITION)


def _edge(when: When | None) -> Day | None:
    return (when.first or when.last) if when is not None else None


def _next_named(mention: Mention, named: Sequence[Mention], text: str) -> Day | None:
    """Return the first day of the next time of the paragraph that names its year."""
    after = next((m for m in named if m.start >= mention.end), None)
    if after is None or "\n\n" in text[mention.end : after.start]:
        return None
    return _edge(after.when)
