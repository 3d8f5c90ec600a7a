"""The tense of a headline that stands alone.

What is told in a frame, or before another deed, stands one tense back: "said the union would appeal", "an
hour after they had left". In a chronology the date says when it was, so that the headline takes the tense
that the deed itself has: the union will appeal, they left. Negated verbs, deeds that went on ("had been
waiting") and verbs that share their auxiliary stay as the source has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.gerunds import is_gerund
from timeline.events.inflection import Form
from timeline.events.language import Language
from timeline.events.verb_group import Mood, VerbGroup

NOTHING: Mapping[int, str] = {}


def in_own_tense(
    parse: Parse, clause: Clause, body: Sequence[int], was: str, language: Language
) -> Mapping[int, str]:
    """Return what stands for which token of a headline's `body`, "" for a word that goes.

    `was` is the past of "to be" that agrees with its subject.
    """
    group = clause.group
    if group is None or group.negated:
        return NOTHING
    if (auxiliary := _turned(parse, group, body, language)) >= 0:
        opener = {body[0]: ""} if parse.tokens[body[0]].low in language.words["inverting"] else {}
        return {**opener, auxiliary: "", **_told(parse, group, auxiliary, language)}
    inside = [i for i in range(group.first, group.last + 1) if i in body]
    marks = language.data["headline"]["past_perfect"]
    if inside and parse.tokens[inside[0]].low == marks["been"]:  # "had made a bid and been turned away"
        return {inside[0]: was}
    if group.mood is Mood.BACKSHIFT:
        ahead = language.data["headline"]["backshifted"]
        return {i: ahead[parse.tokens[i].low] for i in inside if parse.tokens[i].low in ahead}
    if group.mood is not Mood.PAST_PERFECT or _is_shared(parse, clause, language):
        return NOTHING
    return _simple_past(parse, group, inside, was, language)


def _turned(parse: Parse, group: VerbGroup, body: Sequence[int], language: Language) -> int:
    """Return the auxiliary that stands before the subject of its verb; -1 elsewhere."""
    auxiliaries, words = language.data["auxiliaries"], language.words
    before = [i for i in body if i < group.first and parse.tokens[i].low in words["turning"]]
    if (group.first != group.last and group.mood is not Mood.FUTURE) or not before:
        return -1
    low = parse.tokens[before[-1]].low
    if low in auxiliaries["do"]:
        readings = language.verb(parse.tokens[group.head].low)
        bare = Form(group.lemma, "base") in readings and Form(group.lemma, "past") not in readings
        return before[-1] if bare and group.mood is Mood.PAST else -1
    opened = any(t.low in words["inverting"] for t in parse.tokens[: before[-1]])
    lone = group.passive or group.mood in {Mood.PAST_PERFECT, Mood.FUTURE}
    return before[-1] if opened and lone else -1


def _told(parse: Parse, group: VerbGroup, auxiliary: int, language: Language) -> Mapping[int, str]:
    """Return what stands for a verb whose auxiliary went: "was" is put in before it, "will" is not."""
    if group.mood is Mood.FUTURE:
        return {group.first: f"{parse.tokens[auxiliary].low} {parse.tokens[group.first].low}"}
    return NOTHING if group.passive else {group.head: language.past(group.lemma)}


def _is_shared(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether another verb takes its auxiliary from this one, or this one from another."""
    followed = any(  # "had arrived and taken charge"
        c.parent == clause.index
        and c.role is Role.PARTICIPLE
        and parse.tokens[c.first - 1].low in language.words["coordinators"]
        for c in parse.clauses
    )
    return (
        followed or clause.shares_subject >= 0 or any(c.shares_subject == clause.index for c in parse.clauses)
    )


def _simple_past(
    parse: Parse, group: VerbGroup, inside: Sequence[int], was: str, language: Language
) -> Mapping[int, str]:
    marks = language.data["headline"]["past_perfect"]
    have = next((i for i in inside if parse.tokens[i].low in marks["have"]), -1)
    been = next((i for i in inside if parse.tokens[i].low == marks["been"]), -1)
    if have < 0 or is_gerund(parse.tokens[group.head].low, language):
        return NOTHING
    if been >= 0:
        return {have: was, been: ""}
    past = language.past(group.lemma)
    same = Form(group.lemma, "past") in language.verb(group.lemma)  # "had cut", "had put"
    return {have: "", group.head: past} if same or past != group.lemma else NOTHING
