"""States that are told like deeds: what there was on a day, what is to be so by one, what is so since one."""

from __future__ import annotations

from timeline.events.attach import Timing
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.objects import has_event_object
from timeline.events.verb_group import DONE, Mood

_TO_COME = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.PRESENT})  # with a time ahead: the time decides


def exists(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "There was an explosion at the depot": what there was is an event."""
    group = clause.verb
    before = parse.tokens[group.first - 1].low if group.first else ""
    told = group.mood in DONE | {Mood.PERFECT} | _TO_COME and group.mood is not Mood.PRESENT
    there = group.copula and before in language.words["existing"]
    return told and there and has_event_object(parse, clause, language)


def was_scene(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "was the scene of an explosion in 1909": what took place there."""
    group, words = clause.verb, language.words
    named = words["scenes"] & {t.low for t in parse.tokens[group.last + 1 : group.last + 4]}
    return (
        group.copula and group.mood is Mood.PAST and bool(named) and has_event_object(parse, clause, language)
    )


def is_return(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "was back in service by Tuesday": with its day, a return."""
    group = clause.verb
    behind = parse.tokens[group.last + 1].low if group.last + 1 < len(parse.tokens) else ""
    told = group.copula and group.mood in {Mood.PAST, Mood.PERFECT} and not group.negated
    told = told and clause.role in {Role.MAIN, Role.COORDINATE, Role.CONTENT}
    return told and behind in language.words["returned"]


def is_bounded_state(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Tell whether a state is to come on a day, or has a beginning ("has been closed since Friday")."""
    group, times = clause.verb, timing.clauses.get(clause.index, [])
    subject = [i for i in parse.owned(clause) if i < group.first and parse.tokens[i].is_word]
    behind = parse.tokens[group.last + 1].low if group.last + 1 < len(parse.tokens) else ""
    if group.copula and subject and all(i in parse.times for i in subject):
        return behind in language.words["articles"]  # "Monday will be a day of mourning", not "will be dry"
    told = clause.role in {Role.MAIN, Role.COORDINATE, Role.CONTENT} and group.mood is Mood.PERFECT
    begun = told and any(d.when.first and d.when.last is None for d in times)
    return begun or (group.mood in _TO_COME and bool(times)) or is_due_by(clause, timing)


def lasted(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Read "was marked by strikes", "was so upset", "still held the port": how things were, without a day.

    "They still won" is a deed all the same.
    """
    group, words = clause.verb, language.words
    if timing.clauses.get(clause.index) or group.mood is not Mood.PAST:
        return False
    if group.passive:
        before = parse.tokens[group.head - 1].low
        return group.lemma in words["verbs.resultant"] or before in words["of_degree"]
    deeds = (words["verbs.act"] - words["verbs.light"]) | words["verbs.changing"]
    return group.lemma not in deeds and parse.tokens[group.first - 1].low in words["lasting_still"]


def is_due_by(clause: Clause, timing: Timing) -> bool:
    """Read "should be clean by the end of next week": a state with a day by which it is due."""
    group, times = clause.verb, timing.clauses.get(clause.index, [])
    due = group.copula and group.mood is Mood.WISH
    return due and any(d.when.first is None and d.when.last is not None for d in times)


def had_lasted(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "had leaked for months when it burst on Monday": what had gone on is not of that day."""
    if clause.group is None or clause.verb.mood is not Mood.PAST_PERFECT:
        return False
    return any(
        parse.tokens[i].low in language.words["lasting_for"]
        and (i + 1 in parse.times or parse.tokens[i + 1].low in language.words["deed_lengths"])
        for i in parse.owned(clause)
        if clause.verb.last < i < len(parse.tokens) - 1
    )
