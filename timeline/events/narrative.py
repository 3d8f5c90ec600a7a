"""The day that a story is at: what "at 9 p.m.", "the same day" and "two days later" go by.

The temporal engine counts from the day named last. The parse knows more: what "police said on Wednesday" had
happened before, a trial that "will open on 3 May" lies ahead, and "a letter of 2 June" is only a letter.
`follow(text, parse, mentions, story, anchor, language)` gives the mentions of a sentence with such times on
the day of the deed told last, or without a day where none was told: a day that nobody named is never put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from timeline import temporal
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import operators_of
from timeline.events.language import Language
from timeline.events.verb_group import Mood
from timeline.temporal import Grain, Mention, When

_AHEAD = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.BACKSHIFT, Mood.WISH, Mood.POSSIBLE})
_LATER = frozenset({"later", "following"})  # operators of expressions that count from what was told
_SAME = frozenset({"same", "earlier"})  # so do these, where they tell days and weeks
_NAMELESS = frozenset({"clock", "zoned", "daypart", "part", "mod", "of", "the"})  # these name no day
_TOLD = "(spoken of last)"
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
    """Where a story is: the `day` of the deed told last, and all `days` of deeds so far.

    `end` is the offset in the article behind the words that named a day last.
    """

    day: When | None = None
    days: frozenset[str] = frozenset()
    end: int = 0


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
    waiting = list(mentions)
    while waiting:
        mention = waiting.pop(0)
        if is_bare_clock(mention):
            mention = _clock(text, parse, mention, waiting, at, anchor, language)
        else:
            mention = _definite(parse, _counted(parse, mention, at.day, language), language)
        placed.append(mention)
        if day := _day(mention):
            here.append((_weight(parse, mention, anchor, language), day))
            at = replace(_moved(story, here), end=mention.end)
    return tuple(placed), at


def _moved(story: Story, here: Sequence[tuple[_Weight, When]]) -> Story:
    """Return the story after the days of a sentence: at the last of those that weigh most."""
    best = min(weight for weight, _ in here)
    days = story.days | {str(day) for weight, day in here if weight < _Weight.SAYING}
    if best is _Weight.NOTHING or (best is _Weight.TAIL and story.day is not None):
        return replace(story, days=days)
    return replace(story, day=next(day for weight, day in reversed(here) if weight is best), days=days)


def _weight(parse: Parse, mention: Mention, anchor: When | None, language: Language) -> _Weight:
    at = _first(parse, mention)
    clause = parse.clauses[parse.owners[at]] if at < len(parse.owners) else None
    if clause is None or _is_ahead(clause, mention, anchor) or _says_which(parse, at, language):
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
    return later or (clause.group is not None and clause.group.mood in _AHEAD)


def _says_which(parse: Parse, at: int, language: Language) -> bool:
    """Read "a letter of 2 June", "a photo from 2 June", "on the 26th, a Monday": not when, but which."""
    if parse.tokens[at - 1].low in language.words["articles"] and at > 2 and at - 3 in parse.times:  # noqa: PLR2004 - "26th", "," and "a"
        return parse.tokens[at - 2].low == ","
    if at < 2 or at - 1 in parse.times:  # noqa: PLR2004 - a noun and its preposition
        return False
    words = language.words
    link, noun = parse.tokens[at - 1].low, parse.tokens[at - 2]
    parts = language.union("parts_of_time", "date_fillers", "lengths")
    parts |= words["event_nouns"]  # "after the bombing of 2 June"
    return (
        link in language.union("of", "from")
        and noun.is_word
        and at - 2 not in parse.times
        and noun.low not in parts
    )


def _first(parse: Parse, mention: Mention) -> int:
    """Return the first token of a mention."""
    return next((i for i, t in enumerate(parse.tokens) if t.end > mention.start), len(parse.tokens))


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
    bare = replace(mention, when=None, range=None)
    if waiting and _names_day(waiting[0]) and _is_next(parse, mention, waiting[0], language):
        if waiting[0].range is not None and waiting[0].range == mention.range:  # "the night to 14 October"
            waiting[0] = _alone(waiting[0], anchor, language)
        return bare
    group = parse.clauses[parse.owners[min(_first(parse, mention), len(parse.owners) - 1)]].group
    if group is not None and group.copula:
        return replace(bare, signal=None, signal_start=None)  # "Kick-off is at 3 p.m.": an hour, no deed
    same = at.day is not None and "\n\n" not in text[at.end : mention.start]
    only = len(at.days) == 1 and any(part.isdigit() for part in mention.value.partition("T")[2][:2])
    return replace(bare, when=at.day if same or only else None, signal=None, signal_start=None)


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


def _counted(parse: Parse, mention: Mention, day: When | None, language: Language) -> Mention:
    """Return "the same day" or "two days later" counted from the day of the deed told last.

    None of its own where no day was told; what lies ahead is counted from what was said last.
    """
    at = _first(parse, mention)
    clause = parse.clauses[parse.owners[at]] if at < len(parse.owners) else None
    ahead = clause is not None and clause.group is not None and clause.group.mood in _AHEAD
    if ahead or mention.signal or not _counts(mention):
        return mention
    told = next((said for said in mention.assumed if said.endswith(_TOLD)), "")
    if day is None:
        return mention if told else replace(mention, when=None)
    if str(day) in told or (told and told.count("-") < 2):  # noqa: PLR2004 - a month or a year was spoken of
        return mention
    again = temporal.find(mention.text, published=day, language=language.code)
    return replace(mention, value=again[0].value, when=again[0].when) if len(again) == 1 else mention


def _definite(parse: Parse, mention: Mention, language: Language) -> Mention:
    """Take the day from "on a Wednesday in April": it may have been any."""
    at = _first(parse, mention)
    weekday = mention.expression is not None and mention.expression.operator == "weekday"
    if not weekday or not at or parse.tokens[at - 1].low not in language.words["indefinite"]:
        return mention
    return replace(mention, when=None)


def _counts(mention: Mention) -> bool:
    """Tell whether a time is counted from another that the text has told."""
    operators = operators_of(mention.expression) if mention.expression else frozenset()
    fine = mention.grain is None or mention.grain <= Grain.WEEK
    return bool(operators & _LATER) or (fine and bool(operators & _SAME))


def _alone(mention: Mention, anchor: When | None, language: Language) -> Mention:
    """Return a day as it is without the range that it seemed to end."""
    again = temporal.find(mention.text, published=anchor, language=language.code)
    return replace(mention, when=again[0].when if len(again) == 1 else None, range=None)


def _plain(mention: Mention) -> When | None:
    try:
        return When.parse(mention.value.partition("T")[0])
    except ValueError:
        return None


def _day(mention: Mention) -> When | None:
    """Return the day of a time that gives just one, alone or as the beginning or end of what it bounds."""
    when = mention.when
    if when is None:
        return None
    if when.first is not None and when.first == when.last:
        return When.of_day(when.first)
    plain = _plain(mention) if mention.signal else None
    return plain if plain is not None and plain.first is not None and plain.first == plain.last else None
