"""Times that point at the clause behind "when": "on Monday, when the axe fell", "It began in May, when"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.attach import Timing
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.everyday import in_known_phrase
from timeline.events.language import Language
from timeline.events.verb_group import Mood


def named_before(parse: Parse, clause: Clause, timing: Timing, language: Language) -> Dated | None:
    """Read "since 9 September, when the trial opened": a time right before "when" is that of what follows."""
    opener = clause
    if clause.connector in language.words["coordinators"]:
        before = (c for c in parse.clauses if c.parent == clause.parent and c.role is clause.role)
        opener = next((c for c in before if c.index < clause.index and c.group is not None), clause)
    at = opener.first - 1
    when = opener.connector in language.words["pointing"] and opener.verb.mood in {
        Mood.PAST,
        Mood.PAST_PERFECT,
    }
    if not when or at < 1 or parse.tokens[at].low != "," or at - 1 not in parse.times:
        return None
    every = (d for times in timing.clauses.values() for d in times)
    named = next((d for d in every if d.last == at - 1), None)
    if named is None or _is_explained(parse, opener, named, language):
        return None
    if named.plain:  # "until 3 May, when the roof fell in", "since May, when he signed"
        return replace(named, when=named.plain)
    return named if named.when.last is not None else None


def _is_explained(parse: Parse, clause: Clause, named: Dated, language: Language) -> bool:
    """Read "The sale collapsed in 2012, when the only bidder withdrew": one event, and how it came about.

    So is what somebody has gone on doing since ("has run it since 2011, when it bought the line").
    """
    above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    if above is None:
        return False
    listed = language.union("verbs.intransitive", "verbs.changing", "verbs.empty", "verbs.occurring")
    occurs = not above.passive and above.lemma in listed
    subject = parse.tokens[clause.first + 1].low if clause.first + 1 < len(parse.tokens) else ""
    told = above.mood in {Mood.PAST, Mood.PAST_PERFECT}
    remembered = above.lemma in language.words["verbs.mind"]
    closed = named.when.last is not None
    return (occurs and told and closed) or remembered or subject in language.data["subject_pronouns"]


def points_at(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Read "The affair began on 22 May, when officers stopped a car": the deed stands behind "when"."""
    empty = clause.verb.lemma in language.words["verbs.empty"] and not clause.verb.passive
    empty = empty and not in_known_phrase(parse, clause, language)  # "came to light"
    if not (empty and clause.verb.mood is Mood.PAST and timing.clauses.get(clause.index)):
        return False
    return any(
        c.parent == clause.index
        and c.role in {Role.ADVERBIAL, Role.RELATIVE}
        and c.connector in language.words["pointing"]
        and c.first > clause.verb.last
        and c.group is not None
        and c.group.mood is Mood.PAST
        and not c.group.copula
        and not timing.clauses.get(c.index)
        for c in parse.clauses
    )


def opener_of(parse: Parse, clause: Clause, language: Language) -> str:
    """Return what opens a clause; of one that "and" joins to another of its kind, what opens that one."""
    if clause.connector not in language.words["coordinators"]:
        return clause.connector
    before = (c for c in parse.clauses if c.parent == clause.parent and c.role is clause.role)
    return next((c.connector for c in before if c.index < clause.index), "")
