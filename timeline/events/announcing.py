"""An announcement and what it announces: which of the two is the entry, by which of them has a day."""

from __future__ import annotations

from timeline.events.attach import Timing
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.objects import has_object
from timeline.events.verb_group import Mood

_GIVEN = frozenset({Mood.PAST, Mood.PERFECT})
_AHEAD = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.WAS_DUE, Mood.BACKSHIFT})


def told_by_announcement(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Tell whether an announcement with a day holds what has none: then the announcing is the entry."""
    above = parse.clauses[clause.parent] if clause.parent >= 0 else None
    if above is not None and orders_only(parse, above, timing, language):
        return True
    return (
        clause.role is Role.CONTENT
        and above is not None
        and above.group is not None
        and above.group.lemma in language.words["verbs.announce"]
        and above.role is not Role.TAIL
        and clause.verb.mood in _AHEAD | {Mood.PAST_PERFECT}
        and bool(timing.clauses.get(above.index))
        and not timing.clauses.get(clause.index)
    )


def orders_only(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Read "ordered that he be remanded": where nothing of it has a day, the order is the entry."""
    group = clause.group
    if group is None or group.lemma not in language.words["verbs.ordering"] or group.mood not in _GIVEN:
        return False
    inner = [c for c in parse.clauses if c.parent == clause.index and c.role is Role.CONTENT]
    bare = [c for c in inner if c.group is not None and c.group.mood is Mood.MUST]
    return bool(bare) and not any(timing.clauses.get(c.index) for c in (clause, *inner))


def is_told_with_its_day(parse: Parse, clause: Clause, timing: Timing) -> bool:
    """Tell whether what is announced is to come and has a time of its own: then it is the entry."""
    return any(
        c.parent == clause.index
        and c.role is Role.CONTENT
        and c.group is not None
        and c.group.mood in _AHEAD
        and bool(timing.clauses.get(c.index))
        for c in parse.clauses
    )


def vouches(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read ", as the firm announced yesterday": only who says it."""
    announces = clause.verb.lemma in language.words["verbs.announce"]
    as_said = clause.role is Role.ADVERBIAL and clause.connector in language.words["as_said"]
    return announces and as_said and not has_object(parse, clause, language)
