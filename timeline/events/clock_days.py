"""The day of a clock time that names none ("at 4 a.m.", "that evening"): it goes by where the story is."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clauses import Parse, Role
from timeline.events.clock_times import alone, is_next, is_over, names_day, names_noun
from timeline.events.counting import LOOKS_AHEAD, first_token
from timeline.events.dated import operators_of
from timeline.events.hours import (
    LOST,
    MORNING,
    begun,
    day_of_hour,
    day_of_length,
    hour_of,
    length_of,
    may_be_of_report,
)
from timeline.events.language import Language
from timeline.events.story_day import Story
from timeline.events.verb_group import Mood
from timeline.temporal import Mention, When

_NEAR = 1  # sentences


def clock_on_day(
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
    mention = begun(mention)
    bare = mention._replace(when=None, range=None)
    if names_noun(parse, mention, language):
        return bare
    if waiting and names_day(waiting[0]) and is_next(parse, mention, waiting[0], language):
        if waiting[0].range is not None and waiting[0].range == mention.range:  # "the night to 14 October"
            waiting[0] = alone(waiting[0], anchor, language)
        return bare
    clause = parse.clauses[parse.owners[min(first_token(parse, mention), len(parse.owners) - 1)]]
    group = clause.group
    if group is not None and group.copula:
        return bare._replace(signal=None, signal_start=None)  # "Kick-off is at 3 p.m.": an hour, no deed
    aside = clause.role is Role.RELATIVE and any(names_day(one) for one in waiting)
    if aside or (group is not None and group.mood in LOOKS_AHEAD and is_over(at.day, anchor)):
        return bare._replace(signal=None, signal_start=None)  # "Loy, who heard at noon, flew in yesterday"
    if group is not None and group.mood is Mood.PERFECT and is_over(at.day, anchor):
        return bare._replace(signal=None, signal_start=None)  # "10:05 The judge has come in"
    if group is not None and group.mood is Mood.PAST_PERFECT and hour_of(mention) == MORNING:
        at = replace(at, hour="")  # "They met at 9 p.m. He had landed in the morning": it looks back
    return bare._replace(when=_day(text, mention, at, anchor), signal=None, signal_start=None)


def _day(text: str, mention: Mention, at: Story, anchor: When | None) -> When | None:
    """Return the day of the paragraph, or the only one that the article has told of, at an hour."""
    same = "\n\n" not in text[at.end : mention.start]
    only = len(at.days) == 1 and hour_of(mention)[1:2].isdigit()
    if at.day is None or not (same or only) or _may_be_of_another(text, mention, at, at.day, anchor):
        return None
    day = day_of_hour(at.day, at.hour, mention)
    return None if day == anchor != at.day else day  # "shut at 11 p.m. on Sunday. At 2 a.m. …", on Monday


def _may_be_of_another(text: str, mention: Mention, at: Story, day: When, anchor: When | None) -> bool:
    """Read "By noon today 300 had fled. Ferries stopped on Thursday. The port shut at ten": on either day.

    An hour goes on from one that was told of its day; one some way behind a day alone may be of this morning.
    """
    if at.hour or not at.since or not hour_of(mention):
        return False
    if at.today >= 0 and "\n\n" not in text[at.today : mention.start] and is_over(day, anchor):
        return True
    return at.since > _NEAR and may_be_of_report(day, mention, anchor)


def is_of_told_night(mention: Mention, at: Story, text: str, anchor: When | None) -> bool:
    """Read "It failed on Tuesday. Two came back overnight", told on Thursday: of which night."""
    said = mention.expression
    night = said is not None and hour_of(mention) == "TNI" and operators_of(said) == {"of", "daypart", "this"}
    here = at.day is not None and "\n\n" not in text[at.end : mention.start]
    if not night or at.day is None or at.day.last is None or not here:
        return False
    return is_over(When.of_day(at.day.last.plus(1)), anchor)


def counted_hours(mention: Mention, at: Story) -> Mention | None:
    """Count "six hours later" from the hour that the story is at; None for other times."""
    length = length_of(mention)
    if length is None or not (at.day or at.hour == LOST):
        return None
    return mention._replace(when=day_of_length(at.day, at.hour, length) if at.day else None)


def is_lost(mention: Mention, by: Story) -> bool:
    """Tell whether nobody knows which day it is behind a clock time that was given none."""
    return mention.when is None and by.day is not None and day_of_hour(by.day, by.hour, mention) is None
