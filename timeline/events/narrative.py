"""The day that a story is at: what "at 9 p.m.", "the same day" and "two days later" go by.

The temporal engine counts from the day named last. The parse knows more: what "police said on Wednesday" had
happened before, a trial that "will open on 3 May" lies ahead, and "a letter of 2 June" is only a letter.
`follow(text, parse, mentions, story, anchor, language)` gives the mentions of a sentence with such times on
the day of the deed told last, or without a day where none was told: a day that nobody named is never put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from timeline.events.bare_dates import FullDay, ToldBefore, beside_told, full_day
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.clock_days import clock_on_day, counted_hours, is_lost, is_of_told_night
from timeline.events.clock_times import (
    is_bare_clock,
    is_day,
    is_night_of,
    time_of,
)
from timeline.events.counting import (
    LOOKS_AHEAD,
    Told,
    counted,
    definite,
    first_token,
    is_named_with,
    looks_back,
    turned_by_clause,
)
from timeline.events.hours import LOST, hour_of
from timeline.events.language import Language
from timeline.events.led_years import in_led_year, led_by
from timeline.events.story_day import Story
from timeline.events.verb_group import Mood
from timeline.temporal import Mention, When

_MONTH = len("2024-05")
_OF_TODAY = frozenset({Mood.PERFECT, Mood.FUTURE})  # told from the day of the report
_SPEAKING = frozenset({Role.TAIL, Role.ATTRIBUTION})


class _Weight(IntEnum):
    """How much a day says of where the story is, the less the more."""

    DEED = 1
    ASIDE = 2  # "opened in 2009" beside the deed of the sentence
    SAYING = 3
    TAIL = 4  # ", police said on Wednesday"
    NOTHING = 5


def follow(
    text: str,
    parse: Parse,
    mentions: Sequence[Mention],
    story: Story,
    anchor: When | None,
    language: Language,
) -> tuple[tuple[Mention, ...], Story]:
    """Return the mentions of a sentence on the days that the story gives them, and where the story is then.

    `text` is the whole article, `anchor` its day.
    """
    placed: list[Mention] = []
    here: list[tuple[_Weight, When]] = []
    at = story = replace(story, since=story.since + 1)
    full: FullDay | None = None
    lead = story.lead._replace(clause=-1) if story.lead else None
    waiting = list(mentions)
    while waiting:
        mention = waiting.pop(0)
        if is_bare_clock(mention) or is_night_of(parse, mention, waiting, language):
            by = replace(story, days=at.days) if _is_beside_aside(parse, mention, here) else at
            mention = clock_on_day(text, parse, mention, waiting, by, anchor, language)
            at = replace(at, hour=LOST) if is_lost(mention, by) else at
        else:
            mention = turned_by_clause(parse, mention, anchor, language)
            if is_of_told_night(mention, at, text, anchor):
                mention, at = mention._replace(when=None), replace(at, hour=LOST)
            mention = counted_hours(mention, at) or counted(parse, mention, at.told, anchor, language)
            mention = definite(parse, mention, language)
            here_told = "\n\n" not in text[at.end : mention.start]
            time = at.told.time if "\n\n" not in text[at.spoken : mention.start] else None
            pointed = _pointed(parse, mention, placed, language)
            told = ToldBefore(full, at.day, here_told, at.told.time, time, at.days, at.months, pointed)
            sure = mention.when is None
            found = beside_told(parse, mention, told, anchor, language)
            if found is mention:
                found = in_led_year(parse, mention, lead, story.named, text, anchor, language)
            mention, said = found, mention
            sure = sure or mention.when is not None
            if not sure:
                story, at = _unsure(story, mention), _unsure(at, mention)
            full = full_day(parse, mention) or full
            aside = _weight(parse, mention, anchor, language) is not _Weight.DEED
            lead = lead if aside else led_by(parse, said, mention, lead, language)
        placed.append(mention)
        if (time := time_of(mention)) and not looks_back(parse, mention):
            weight = _weight(parse, mention, anchor, language)
            before = weight is _Weight.DEED and not is_day(time) and _is_told_of_before(parse, mention)
            here.append((_Weight.ASIDE if before else weight, time))
            at = _at_hour(at, replace(_moved(story, here), spoken=mention.end), mention, time)
            at = replace(at, today=mention.end) if time == anchor else at
    return tuple(placed), replace(at, lead=lead, today=_today(parse, at))


def _today(parse: Parse, at: Story) -> int:
    """Return where the report's own day was spoken of last: what has been or will be done is told from there.

    "The panel met on Monday and has heard ten men. It rose at 4 p.m.": on any day.
    """
    begun = at.day is not None and any(
        c.role in {Role.MAIN, Role.COORDINATE}
        and c.group is not None
        and c.verb.mood in _OF_TODAY
        and parse.tokens[c.first].start >= at.end
        for c in parse.clauses
    )
    return parse.tokens[-1].end if begun else at.today


def _at_hour(before: Story, at: Story, mention: Mention, time: When) -> Story:
    """Return the story at the hour that a mention tells of its day."""
    if time != at.day:
        return replace(at, hour=before.hour if at.day == before.day else "", end=before.end)
    hour = hour_of(mention) or (before.hour if at.day == before.day else "")
    return replace(at, hour=hour, end=mention.end, since=0)


def _pointed(parse: Parse, mention: Mention, placed: Sequence[Mention], language: Language) -> When | None:
    """Return the time right before the "when" of a mention's clause."""
    at = first_token(parse, mention)
    clause = parse.clauses[parse.owners[at]] if at < len(parse.owners) else None
    if clause is None or not placed or clause.connector not in language.words["pointing"]:
        return None
    end = clause.first - 1
    end -= end >= 0 and parse.tokens[end].low == ","
    return placed[-1].when if end >= 0 and parse.tokens[end].end == placed[-1].end else None


def _unsure(story: Story, mention: Mention) -> Story:
    return replace(story, told=replace(story.told, unsure=story.told.unsure | {mention.value}))


def _is_beside_aside(parse: Parse, mention: Mention, here: Sequence[tuple[_Weight, When]]) -> bool:
    """Read "The tanker, which left on Friday, blew up at 4 p.m.": not on Friday, for all we know."""
    at = first_token(parse, mention)
    clause = parse.clauses[parse.owners[at]] if at < len(parse.owners) else None
    aside = bool(here) and min(weight for weight, _ in here) is _Weight.ASIDE
    return aside and clause is not None and clause.role not in {Role.RELATIVE, Role.PARTICIPLE}


def _is_told_of_before(parse: Parse, mention: Mention) -> bool:
    """Read "No cabinet had fallen since independence in 1992": it says what was before the story."""
    at = first_token(parse, mention)
    group = parse.clauses[parse.owners[at]].group if at < len(parse.owners) else None
    return group is not None and group.mood is Mood.PAST_PERFECT


def _moved(story: Story, here: Sequence[tuple[_Weight, When]]) -> Story:
    """Return the story after the times of a sentence: at the last day of those that weigh most.

    A deed of some week or month leaves it on no day.
    """
    told = _spoken(story.told, here)
    alone = all(weight is _Weight.ASIDE for weight, _ in here)
    best = min(weight for weight, time in here if weight is not _Weight.ASIDE or is_day(time) or alone)
    told_of = [time for weight, time in here if weight < _Weight.SAYING]
    days = story.days | {str(time) for time in told_of if is_day(time)}
    months = {str(time) for time in told_of if len(str(time)) == _MONTH}
    story = replace(story, months=story.months | months) if months else story
    if best is _Weight.NOTHING or (best is _Weight.TAIL and story.day is not None):
        return replace(story, told=told, days=days)
    most = [time for weight, time in reversed(here) if weight is best]
    day = next((time for time in most if is_day(time)), None)
    if day is not None and best is _Weight.DEED and _went_on(here, day):
        return replace(story, told=replace(told, day=None, vague=True), days=days)
    if day is None and (best is not _Weight.DEED or _holds(most[0], story.day)):
        return replace(story, told=told, days=days)
    return replace(story, told=replace(told, day=day, vague=day is None), days=days)


def _went_on(here: Sequence[tuple[_Weight, When]], day: When) -> bool:
    """Read "On 3 May they found bones, which on the 9th were identified": nobody knows which day is next."""
    asides = (time for weight, time in here if weight is _Weight.ASIDE and is_day(time))
    return any(time.first and day.first and time.first > day.first for time in asides)


def _spoken(told: Told, here: Sequence[tuple[_Weight, When]]) -> Told:
    """Return what was told with the times of a sentence, the deed's day apart."""
    for weight, time in here:
        passing = weight is _Weight.NOTHING
        told = replace(told, passed=True) if passing else replace(told, passed=False, time=time)
        told = replace(told, said=time) if is_day(time) else told
    return told


def _holds(time: When, day: When | None) -> bool:
    """Tell whether a day lies in a longer time."""
    if day is None or day.first is None or time.first is None or time.last is None:
        return False
    return time.first <= day.first <= time.last


def _weight(parse: Parse, mention: Mention, anchor: When | None, language: Language) -> _Weight:
    at = first_token(parse, mention)
    clause = parse.clauses[parse.owners[at]] if at < len(parse.owners) else None
    born = clause is not None and clause.role is Role.PARTICIPLE and clause.antecedent < 0
    born = (
        born
        and clause is not None
        and clause.group is not None
        and clause.verb.lemma in language.words["lives"]
    )
    of_speaker = clause is not None and clause.role is Role.RELATIVE and clause.parent >= 0
    of_speaker = of_speaker and clause is not None and parse.clauses[clause.parent].role in _SPEAKING
    if (
        clause is None
        or born
        or of_speaker
        or _is_ahead(clause, mention, anchor)
        or is_named_with(parse, at, language)
    ):
        return _Weight.NOTHING
    if clause.role in _SPEAKING:
        return _Weight.TAIL
    says = clause.group is not None and clause.group.lemma in language.words["verbs.frame"]
    if says and any(c.parent == clause.index and c.role is Role.CONTENT for c in parse.clauses):
        return _Weight.SAYING
    scene = clause.group is not None and clause.group.mood is Mood.PAST_PROGRESSIVE
    return _Weight.ASIDE if scene or clause.role in {Role.RELATIVE, Role.PARTICIPLE} else _Weight.DEED


def _is_ahead(clause: Clause, mention: Mention, anchor: When | None) -> bool:
    first = mention.when.first if mention.when else None
    later = anchor is not None and anchor.last is not None and first is not None and first > anchor.last
    refused = clause.role is Role.MAIN and clause.group is not None and clause.group.mood is Mood.BACKSHIFT
    if refused and anchor is not None and not later:  # "On 9 May they would not sit at one table"
        return False
    today = anchor is not None and first is not None and first == anchor.first
    if today and clause.group is not None and clause.group.mood is Mood.PRESENT:
        return True  # "She returns to the stand today"
    return later or (clause.group is not None and clause.group.mood in LOOKS_AHEAD)
