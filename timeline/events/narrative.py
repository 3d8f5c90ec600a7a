"""The day that a story is at: what "at 9 p.m.", "the same day" and "two days later" go by.

The temporal engine counts from the day named last. The parse knows more: what "police said on Wednesday" had
happened before, a trial that "will open on 3 May" lies ahead, and "a letter of 2 June" is only a letter.
`follow(text, parse, mentions, story, anchor, language)` gives the mentions of a sentence with such times on
the day of the deed told last, or without a day where none was told: a day that nobody named is never put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from timeline import temporal
from timeline.events.bare_dates import FullDay, beside_told, full_day, is_small_hours_after
from timeline.events.clauses import Clause, Parse, Role
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
from timeline.events.dated import operators_of
from timeline.events.language import Language
from timeline.events.verb_group import Mood
from timeline.temporal import Mention, When

_NAMELESS = frozenset({"clock", "zoned", "daypart", "part", "mod", "of", "the"})  # these name no day
_CLOSE = 4  # words between "the evening" and the day that it is of


class _Weight(IntEnum):
    """How much a day says of where the story is, the less the more."""

    DEED = 1
    ASIDE = 2  # "opened in 2009" beside the deed of the sentence
    SAYING = 3
    TAIL = 4  # ", police said on Wednesday"
    NOTHING = 5


@dataclass(frozen=True, slots=True)
class Story:
    """Where a story is: what it has `told`, and all `days` of deeds so far.

    `end` is the offset in the article behind the words that named a day last.
    """

    told: Told = field(default_factory=Told)
    days: frozenset[str] = frozenset()
    end: int = 0

    @property
    def day(self) -> When | None:
        """The day of the deed told last."""
        return self.told.day


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
    at = story
    full: FullDay | None = None
    waiting = list(mentions)
    while waiting:
        mention = waiting.pop(0)
        if is_bare_clock(mention) or _is_night_of(parse, mention, waiting, language):
            mention = _clock(text, parse, mention, waiting, at, anchor, language)
        else:
            mention = counted(
                parse, turned_by_clause(parse, mention, anchor, language), at.told, anchor, language
            )
            mention = definite(parse, mention, language)
            told = at.day if "\n\n" not in text[at.end : mention.start] else None
            mention = beside_told(parse, mention, full, told, anchor, language)
            full = full_day(parse, mention) or full
        placed.append(mention)
        if (time := _time(mention)) and not looks_back(parse, mention):
            weight = _weight(parse, mention, anchor, language)
            before = weight is _Weight.DEED and not _is_day(time) and _is_told_of_before(parse, mention)
            here.append((_Weight.ASIDE if before else weight, time))
            at = replace(_moved(story, here), end=mention.end if _is_day(time) else at.end)
    return tuple(placed), at


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
    best = min(weight for weight, _ in here)
    days = story.days | {str(time) for weight, time in here if weight < _Weight.SAYING and _is_day(time)}
    if best is _Weight.NOTHING or (best is _Weight.TAIL and story.day is not None):
        return replace(story, told=told, days=days)
    most = [time for weight, time in reversed(here) if weight is best]
    day = next((time for time in most if _is_day(time)), None)
    if day is not None and best is _Weight.DEED and _went_on(here, day):
        return replace(story, told=replace(told, day=None, vague=True), days=days)
    if day is None and (best is not _Weight.DEED or _holds(most[0], story.day)):
        return replace(story, told=told, days=days)
    return replace(story, told=replace(told, day=day, vague=day is None), days=days)


def _went_on(here: Sequence[tuple[_Weight, When]], day: When) -> bool:
    """Read "On 3 May they found bones, which on the 9th were identified": nobody knows which day is next."""
    asides = (time for weight, time in here if weight is _Weight.ASIDE and _is_day(time))
    return any(time.first and day.first and time.first > day.first for time in asides)


def _spoken(told: Told, here: Sequence[tuple[_Weight, When]]) -> Told:
    """Return what was told with the times of a sentence, the deed's day apart."""
    for weight, time in here:
        passing = weight is _Weight.NOTHING
        told = replace(told, passed=True) if passing else replace(told, passed=False, time=time)
        told = replace(told, said=time) if _is_day(time) else told
    return told


def _is_day(time: When) -> bool:
    return time.first == time.last


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
    if clause is None or born or _is_ahead(clause, mention, anchor) or is_named_with(parse, at, language):
        return _Weight.NOTHING
    if clause.role in {Role.TAIL, Role.ATTRIBUTION}:
        return _Weight.TAIL
    says = clause.group is not None and clause.group.lemma in language.words["verbs.frame"]
    if says and any(c.parent == clause.index and c.role is Role.CONTENT for c in parse.clauses):
        return _Weight.SAYING
    return _Weight.ASIDE if clause.role in {Role.RELATIVE, Role.PARTICIPLE} else _Weight.DEED


def _is_ahead(clause: Clause, mention: Mention, anchor: When | None) -> bool:
    first = mention.when.first if mention.when else None
    later = anchor is not None and anchor.last is not None and first is not None and first > anchor.last
    refused = clause.role is Role.MAIN and clause.group is not None and clause.group.mood is Mood.BACKSHIFT
    if refused and anchor is not None and not later:  # "On 9 May they would not sit at one table"
        return False
    return later or (clause.group is not None and clause.group.mood in LOOKS_AHEAD)


def _clock(
    text: str,
    parse: Parse,
    mention: Mention,
    waiting: list[Mention],
    at: Story,
    anchor: When | None,
    language: Language,
) -> Mention:
    """Put a clock time or a bare part of a day on its day.

    That of the words next to it, of the paragraph, or of the only day that the article has told of.
    """
    bare = mention._replace(when=None, range=None)
    if _names_noun(parse, mention, language):
        return bare
    if waiting and _names_day(waiting[0]) and _is_next(parse, mention, waiting[0], language):
        if waiting[0].range is not None and waiting[0].range == mention.range:  # "the night to 14 October"
            waiting[0] = _alone(waiting[0], anchor, language)
        return bare
    clause = parse.clauses[parse.owners[min(first_token(parse, mention), len(parse.owners) - 1)]]
    group = clause.group
    if group is not None and group.copula:
        return bare._replace(signal=None, signal_start=None)  # "Kick-off is at 3 p.m.": an hour, no deed
    aside = clause.role is Role.RELATIVE and any(_names_day(one) for one in waiting)
    if aside or (group is not None and group.mood in LOOKS_AHEAD and _is_over(at.day, anchor)):
        return bare._replace(signal=None, signal_start=None)  # "Loy, who heard at noon, flew in yesterday"
    same = at.day is not None and "\n\n" not in text[at.end : mention.start]
    only = len(at.days) == 1 and any(part.isdigit() for part in mention.value.partition("T")[2][:2])
    day = at.day if same or only else None
    if same and is_small_hours_after(at.day, mention):  # "at 11 p.m. on Sunday. At 2 a.m. …"
        day = None if mention.when == anchor else mention.when  # the report's own day may only be a guess
    return bare._replace(when=day, signal=None, signal_start=None)


def _is_over(day: When | None, anchor: When | None) -> bool:
    """Tell whether a day lies before the report: "The search will resume at noon" is not of it."""
    first = anchor.first if anchor is not None else None
    return day is not None and day.last is not None and first is not None and day.last < first


def _names_noun(parse: Parse, mention: Mention, language: Language) -> bool:
    """Read "the 4 a.m. closure", "the morning of the ban", "spent the night in a gym": no deed's hour."""
    inside = [i for i, t in enumerate(parse.tokens) if mention.start <= t.start < mention.end]
    if not inside or not inside[0]:
        return False
    words, last = language.words, inside[-1] + 1
    before = parse.tokens[inside[0] - 1]
    after = parse.tokens[last : last + 3]
    if parse.tokens[inside[0]].low not in words["articles"]:
        modifies = bool(after) and after[0].is_word and after[0].low not in words["prepositions"]
        return modifies and before.low in words["articles"]
    of = bool(after) and after[0].low in words["of"]
    if of and not any(last + n in parse.times for n in range(1, len(after))):
        return True
    placing = language.union("time_noun_prepositions", "since", "of")
    return before.is_word and before.low not in placing


def _is_night_of(parse: Parse, mention: Mention, waiting: Sequence[Mention], language: Language) -> bool:
    """Read "queued overnight on Tuesday": the night is of the day behind it."""
    if not waiting or mention.type != "TIME" or mention.expression is None or not _names_day(waiting[0]):
        return False
    nameless = operators_of(mention.expression) <= _NAMELESS | {"this"}
    return nameless and _is_next(parse, mention, waiting[0], language)


def _names_day(mention: Mention) -> bool:
    return not is_bare_clock(mention) and (_day(mention) is not None or mention.range is not None)


def _is_next(parse: Parse, one: Mention, two: Mention, language: Language) -> bool:
    """Tell whether only little words part two times ("at 4 a.m. on Monday", "the evening of the 3rd")."""
    little = language.union("date_fillers", "of", "articles") | {","}
    between = [t.low for t in parse.tokens if one.end <= t.start < two.start]
    return len(between) < _CLOSE and all(low in little for low in between)


def is_bare_clock(mention: Mention) -> bool:
    """Tell whether a time names a clock time, "the night" or "the day" and no day."""
    if mention.expression is None or (mention.type != "TIME" and _day(mention) is None):
        return False
    return operators_of(mention.expression) <= _NAMELESS


def _alone(mention: Mention, anchor: When | None, language: Language) -> Mention:
    """Return a day as it is without the range that it seemed to end."""
    again = temporal.find(mention.text, published=anchor, language=language.code)
    return mention._replace(when=again[0].when if len(again) == 1 else None, range=None)


def _plain(mention: Mention) -> When | None:
    try:
        return When.parse(mention.value.partition("T")[0])
    except ValueError:
        return None


def _day(mention: Mention) -> When | None:
    """Return the day of a time that gives just one, alone or as the beginning or end of what it bounds."""
    time = _time(mention)
    return time if time is not None and _is_day(time) else None


def _time(mention: Mention) -> When | None:
    """Return the days of a time that begins and ends, alone or as the beginning or end of what it bounds."""
    when = mention.when
    if when is None:
        return None
    if when.first is not None and when.first == when.last:
        return When.of_day(when.first)
    if mention.signal:
        plain = _plain(mention)
        return plain if plain is not None and plain.first is not None and _is_day(plain) else None
    return when if when.first is not None and when.last is not None else None
