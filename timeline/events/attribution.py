"""Who says it, and how far the words stand behind it.

`attributions(parse, clause, language)` lists the frames around a clause: "the ministry said that …", "…,
police said", "according to …". A neutral frame leaves what it frames a fact of the report; a distant one
("alleged") makes it a claim; a denial or a mere opinion takes it away.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from enum import IntEnum

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.tokens import Token, phrase_at
from timeline.events.verb_group import Mood

_APOSTROPHES = frozenset({"'", "’"})


class Strength(IntEnum):
    """How far a frame stands behind what it frames, the farther the larger."""

    NEUTRAL = 0
    ANNOUNCED = 1
    HEDGED_FACT = 2  # "reportedly confirmed": fact, but the hedge stays in the headline
    DISTANT = 3
    OPINION = 4
    DENIED = 5
    HYPOTHETICAL = 6


@dataclass(frozen=True, slots=True)
class Attribution:
    """One frame: the clause that holds it, and its strength."""

    clause: Clause
    strength: Strength


def attributions(parse: Parse, clause: Clause, language: Language) -> list[Attribution]:
    """Return the frames around a clause, nearest first."""
    above = [clause, *parse.chain(clause)]
    found = [
        Attribution(
            parent, max(strength_of(parse, parent, language), _noun_strength(parse, child, parent, language))
        )
        for child, parent in itertools.pairwise(above)
        if child.role is Role.CONTENT and parent.group
    ]
    inside = {c.index for c in above}
    for other in parse.clauses:
        if other.role is Role.TAIL and other.first > clause.first and other.index not in inside:
            found.append(Attribution(other, strength_of(parse, other, language)))
        if other.role is Role.ATTRIBUTION and other.index not in inside:
            hedged = _is_hedged(parse, other, language)
            found.append(Attribution(other, Strength.DISTANT if hedged else Strength.NEUTRAL))
    return found


def distant(frames: list[Attribution]) -> bool:
    """Tell whether one of the frames keeps its distance ("alleged that")."""
    return any(f.strength is Strength.DISTANT for f in frames)


def accusing(
    parse: Parse, clause: Clause, frames: list[Attribution], language: Language
) -> list[Attribution]:
    """Return the frames with the nearest one at a distance, where it says an offence of somebody."""
    if not frames or not _is_offence(parse, clause, language):
        return frames
    for number, frame in enumerate(frames):
        whose = {word.lower() for word in speaker(parse, frame.clause, language).split()}
        if whose & language.words["adjudicators"]:
            return frames
        group = frame.clause.group
        if group is not None and group.lemma in language.words["verbs.factive"]:
            return frames
        if frame.strength <= Strength.ANNOUNCED and whose:
            return [*frames[:number], Attribution(frame.clause, Strength.DISTANT), *frames[number + 1 :]]
    return frames


def _is_offence(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a deed is an offence, done by somebody who is no side of a fight."""
    group, words = clause.group, language.words
    if group is None:
        return False
    if group.passive and group.lemma in words["verbs.blaming"]:
        return True
    doer = doer_of(parse, clause, language)
    lows = {parse.tokens[i].low for i in doer}
    if not doer or lows & language.union("combatants", "causes"):
        return False
    return group.lemma in words["verbs.offence"] or (
        group.lemma in words["verbs.harm"] and is_somebody(parse, doer, language)
    )


def doer_of(parse: Parse, clause: Clause, language: Language) -> list[int]:
    """Return the words for who does a deed, in whichever clause they stand."""
    group = clause.verb
    owned = [i for i in parse.owned(clause) if i not in parse.times]
    if group.passive:
        return _agent(parse, owned, group.last, language)
    while 0 <= clause.shares_subject < clause.index:
        clause = parse.clauses[clause.shares_subject]
    return [i for i in parse.owned(clause) if i < clause.verb.first and parse.tokens[i].is_word]


def is_somebody(parse: Parse, doer: list[int], language: Language) -> bool:
    """Tell whether words name a person or a body: a known word for one, a pronoun, or a name."""
    people = language.union("bodies", "people") | set(language.data["subject_pronouns"])
    nameless = language.union("determiners", "event_nouns")
    tokens = [parse.tokens[i] for i in doer]
    return any(t.low in people or (t.is_capital and t.low not in nameless) for t in tokens)


def _noun_strength(parse: Parse, child: Clause, parent: Clause, language: Language) -> Strength:
    """Read "Reports that …": the noun before "that" keeps a distance.

    "rejected claims that …" turns it away.
    """
    noun = bool(child.connector) and hangs_on_noun(parse, child, language)
    if child.connector and parse.tokens[child.first - 1].low in language.words["possibility_nouns"]:
        return Strength.HYPOTHETICAL
    rejected = parent.group is not None and parent.group.lemma in language.words["verbs.rejecting"]
    if rejected:
        return Strength.DENIED
    return Strength.DISTANT if noun else Strength.NEUTRAL


def hangs_on_noun(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether what is said hangs on a noun.

    "the claim that …" and not on the verb of the clause above.
    """
    group = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    before = clause.first - 1
    is_verb = group is not None and group.first <= before <= group.last
    return not is_verb and parse.tokens[before].low in language.words["claim_nouns"]


def strength_of(parse: Parse, clause: Clause, language: Language) -> Strength:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    """Return how far a clause of saying stands behind what it says."""
    group = clause.group
    words = language.words
    if group is None:
        return Strength.NEUTRAL
    if group.lemma in words["verbs.denial"] or group.negated:
        return Strength.DENIED
    able = group.mood is Mood.POSSIBLE and parse.tokens[group.first].low in words["able"]
    if able and group.lemma in words["verbs.factive"]:
        return Strength.NEUTRAL  # "The Torch can reveal that"
    if group.mood in {Mood.POSSIBLE, Mood.WISH} or (group.copula and _doubts(parse, clause, language)):
        return Strength.HYPOTHETICAL
    if group.lemma in words["verbs.mandative"]:
        return Strength.HYPOTHETICAL
    if group.passive and group.lemma in words["verbs.recalling"]:
        return Strength.NEUTRAL  # "it will be remembered"
    if group.lemma in words["verbs.mind"]:
        return Strength.OPINION
    if group.lemma in language.union("verbs.distance", "verbs.pleading") or group.mood is Mood.RUMOUR:
        return Strength.DISTANT
    if _is_hedged(parse, clause, language):
        return Strength.HEDGED_FACT if group.lemma in words["verbs.factive"] else Strength.DISTANT
    return Strength.ANNOUNCED if group.lemma in words["verbs.announce"] else Strength.NEUTRAL


def _doubts(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "It is possible that …", "It is unlikely that …"."""
    doubting = language.union("possibly", "doubting_adjectives")
    return any(parse.tokens[i].low in doubting for i in parse.owned(clause) if i > clause.verb.last)


def speaker(parse: Parse, clause: Clause, language: Language, *, only_agent: bool = False) -> str:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    """Return who speaks in a frame.

    The words before its verb, behind it where the order is turned, or behind "according to".
    """
    owned = [i for i in parse.owned(clause) if i not in parse.times]
    if clause.role is Role.ATTRIBUTION:
        length = phrase_at(parse.tokens, clause.first, language.phrases["attribution_phrases"])
        return _text(parse, [i for i in owned if i >= clause.first + length])
    group = clause.group
    if group is None:
        return ""
    if group.passive and (named := _agent(parse, owned, group.last, language)):
        return _text(parse, named)
    if only_agent:
        return ""
    before = _behind_opening(parse, [i for i in owned if clause.first <= i < group.first], language)
    while before and _is_loose(parse.tokens[before[-1]], language):
        before.pop()
    if clause.role is Role.PARTICIPLE and clause.parent >= 0 and not before:  # "filed a suit, arguing that"
        return speaker(parse, parse.clauses[clause.parent], language)
    said = [i for i in before if parse.tokens[i].is_word and not language.is_adverb(parse.tokens[i].low)]
    if not said and 0 <= clause.shares_subject < clause.index:  # "denies it, and claims that"
        return speaker(parse, parse.clauses[clause.shares_subject], language)
    turned = not any(parse.tokens[i].is_word and clause.first <= i < group.first for i in owned)
    return _text(parse, before or ([i for i in owned if i > group.last] if turned else []))


def _is_loose(token: Token, language: Language) -> bool:
    """Tell whether a word is left over before a verb: "A report of [May] blamed", "they later said"."""
    if token.is_capital:
        return False
    return token.low in language.words["prepositions"] or language.is_adverb(token.low)


def _behind_opening(parse: Parse, indexes: list[int], language: Language) -> list[int]:
    """Drop "In court,", "Indeed,", "And" before who speaks, and "it", who is nobody."""
    loose = language.union("coordinators", "leading", "dummy_subjects")
    while indexes and (
        not parse.tokens[indexes[0]].is_word
        or parse.tokens[indexes[0]].low in loose
        or (language.is_adverb(parse.tokens[indexes[0]].low) and parse.tokens[indexes[0] + 1].text == ",")
    ):
        indexes = indexes[1:]
    opens = bool(indexes) and parse.tokens[indexes[0]].low in language.words["prepositions"]
    comma = next((n for n, i in enumerate(indexes) if parse.tokens[i].text == ","), -1) if opens else -1
    return indexes[comma + 1 :]


def _agent(parse: Parse, owned: list[int], last: int, language: Language) -> list[int]:
    """Return what follows "by" behind a passive verb."""
    by = next((i for i in owned if i > last and parse.tokens[i].low == language.data["agent"]), None)
    return [] if by is None else [i for i in owned if i > by]


def _text(parse: Parse, indexes: list[int]) -> str:
    """Join neighbouring tokens up to the first mark; an article in front goes."""
    run: list[int] = []
    for index in indexes:
        owner = bool(run) and parse.tokens[index].text in _APOSTROPHES  # "the Farmers' Union"
        is_word = parse.tokens[index].is_word or (owner and index < indexes[-1])
        is_word = is_word or (bool(run) and _abbreviates(parse, index))
        if run and (index != run[-1] + 1 or not is_word):
            break
        if is_word:
            run.append(index)
    words = ""
    for index in run:
        token = parse.tokens[index]
        glued = bool(words) and parse.tokens[index - 1].end == token.start
        words += token.text if glued or not words else f" {token.text}"
    return words


def _abbreviates(parse: Parse, index: int) -> bool:
    """Read "Mr. Rowe", "Gov. Ann Rowe": a full stop inside a sentence, between two words with capitals."""
    before, stop = parse.tokens[index - 1], parse.tokens[index]
    after = parse.tokens[index + 1 : index + 2]
    return (
        stop.text == "."
        and before.is_capital
        and before.end == stop.start
        and bool(after)
        and after[0].is_capital
    )


def _is_hedged(parse: Parse, clause: Clause, language: Language) -> bool:
    return any(parse.tokens[i].low in language.words["hedges"] for i in parse.owned(clause))
