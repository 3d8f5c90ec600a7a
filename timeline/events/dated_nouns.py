"""Nouns that name an event and have a day of their own ("Monday's attack", "until a coup last year")."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events import names
from timeline.events.clauses import Clause, Parse
from timeline.events.dated import Dated
from timeline.events.gazetteer import gazetteer
from timeline.events.language import Language
from timeline.events.tokens import phrase_at
from timeline.model import Place

_LONGEST_NOUN = 12  # words of an event noun's phrase


@dataclass(frozen=True, slots=True)
class Noun:
    """An event noun at token `index` with a time of its own; `first` to `last` is its phrase."""

    index: int
    first: int
    last: int
    time: Dated


def is_scene(parse: Parse, noun: Noun, language: Language) -> bool:
    """Read "will be picked at Monday's meeting": the noun tells when the deed is done."""
    clause = parse.clauses[parse.owners[noun.index]]
    group = clause.group
    behind = (
        group is not None and not group.copula and group.last < noun.first and noun.index > noun.time.last
    )
    scene = behind and noun.first > 0 and parse.tokens[noun.first - 1].low in language.words["scene"]
    # "urged him to stand in this year's election": when he is to stand
    urged = any(clause.verb.last < g.first < noun.first for g in parse.infinitives) if scene else False
    return scene and not urged and not _is_crime(parse, clause, noun, language)


def _is_crime(parse: Parse, clause: Clause, noun: Noun, language: Language) -> bool:
    """Read "was convicted in the 1998 bombing": what for; not "was convicted in a trial last year"."""
    tried = clause.verb.lemma in language.words["answering_for"]
    governed = parse.tokens[noun.first - 1].low in language.words["tried_in"]
    return tried and governed and parse.tokens[noun.index].low in language.words["tried_for"]


def noun_of(parse: Parse, dated: Dated, language: Language) -> Noun | None:
    """Find the event noun that a time belongs to.

    Right behind it, or before it where a preposition of order governs the noun.
    """
    return _behind(parse, dated, language) or _governed(parse, dated, language)


def _behind(parse: Parse, dated: Dated, language: Language) -> Noun | None:
    """Read "a mid-March meeting", "Monday's attack", "the 2009 flood"."""
    reach = 3  # at most two words between the time and its noun ("last year's bloody coup")
    at = dated.last + 1
    commas = any(parse.tokens[i].low == "," for i in range(dated.first, at))
    at += commas and at < len(parse.tokens) and parse.tokens[at].low == ","  # "the Dec. 21, 1988, bombing"
    end = min(at + reach, len(parse.tokens))
    for index in range(at, end):
        token = parse.tokens[index]
        if token.low == language.data["possessive"]:
            continue
        if (
            not token.is_word
            or token.low in language.words["prepositions"]
            or token.low in language.words["determiners"]
        ):
            return None
        if token.low in language.words["event_nouns"] and not _is_verb(parse, index):
            return _unless_subject(
                parse, Noun(index, _phrase_start(parse, dated.first, language), index, dated), language
            )
        if language.verb(token.low) or language.is_adverb(token.low) or _is_verb(parse, index):
            return None
    return None


def _is_verb(parse: Parse, index: int) -> bool:
    """Tell whether a word is part of the verb of a clause ("will fire")."""
    return any(c.group and c.group.first <= index <= c.group.last for c in parse.clauses)


def _unless_subject(parse: Parse, noun: Noun, language: Language) -> Noun | None:
    """Note that a noun that is the subject of a deed.

    "Monday's attack killed four" lends its time to the verb.
    """
    clause = parse.clauses[parse.owners[noun.index]]
    group = clause.group
    adjacent = group is not None and noun.index == noun.time.last + 1 == group.first - 1
    if adjacent and noun.time.plain is not None and noun.time.first <= noun.first <= clause.first + 1:
        return None  # "By Friday sales were nil"
    if group is None or group.copula or group.first < noun.index:
        return noun
    opens = noun.time.first == noun.first and noun.first > clause.first
    bare = opens and parse.tokens[noun.first - 1].low in language.words["scene"]
    if bare and noun.first - 1 == clause.first:
        return None  # "In 2009 floods killed forty"
    before = [parse.tokens[i].low for i in range(clause.first, noun.first)]
    governed = any(word in language.words["prepositions"] for word in before)
    is_deed = group.lemma in language.words["verbs.act"]
    return noun if governed or not is_deed else None


def _phrase_start(parse: Parse, index: int, language: Language) -> int:
    while index > 0 and parse.tokens[index - 1].low in language.words["determiners"]:
        index -= 1
    return index


def _governed(parse: Parse, dated: Dated, language: Language) -> Noun | None:
    """Read "until a coup last year", "after the attack on Monday".

    The nearest event noun before, in a phrase of order.
    """
    owner = parse.owners[dated.first]
    for index in range(dated.first - 1, max(-1, dated.first - 9), -1):
        token = parse.tokens[index]
        if parse.owners[index] != owner or not token.is_word or index in parse.times:
            return None
        if token.low in language.words["coordinators"]:
            return None  # "except during the war and in 2020"
        group = parse.clauses[owner].group
        if group and group.first <= index <= group.last:
            return None
        if token.low in language.words["event_nouns"]:
            first = _order_phrase(parse, index, language)
            return Noun(index, first, dated.last, dated) if first >= 0 else None
    return None


def _order_phrase(parse: Parse, noun: int, language: Language) -> int:
    """Return where the noun's phrase begins when "after" or the like stands before it; -1 otherwise."""
    phrases = language.phrases["event_prepositions"]
    for index in range(noun - 1, max(-1, noun - 5), -1):
        for start in range(max(0, index - 2), index + 1):
            length = phrase_at(parse.tokens, start, phrases)
            if length and start + length == index + 1:
                return -1 if _is_passed(parse, index, language) else index + 1
        low = parse.tokens[index].low
        if not parse.tokens[index].is_word or low in language.words["prepositions"]:
            return index + 1 if low in language.words["origins"] and _is_before_verb(parse, noun) else -1
    return -1


def _is_passed(parse: Parse, preposition: int, language: Language) -> bool:
    """Read "flew over the wreck on Monday": what somebody moves over is a place."""
    group = parse.clauses[parse.owners[preposition]].group
    moves = group is not None and group.lemma in language.words["verbs.moving_over"]
    return moves and parse.tokens[preposition].low in language.words["passing"]


def _is_before_verb(parse: Parse, noun: int) -> bool:
    """Read "The smoke from the fire on Sunday drifted", not "returned from the summit on Sunday"."""
    group = parse.clauses[parse.owners[noun]].group
    return group is not None and noun < group.first


def noun_words(parse: Parse, noun: Noun, language: Language) -> list[int]:
    """Return the words of an event noun's phrase.

    Without article and time, with the prepositional phrase behind it.
    """
    time = range(noun.time.first, noun.time.last + 1)
    skip = language.words["determiners"] | {language.data["possessive"]}
    indexes = [
        i for i in range(noun.first, noun.index + 1) if i not in time and parse.tokens[i].low not in skip
    ]
    at = noun.index + 1
    while (
        at < len(parse.tokens)
        and parse.owners[at] == parse.owners[noun.index]
        and len(indexes) < _LONGEST_NOUN
    ):
        token = parse.tokens[at]
        if at in time or (token.low in language.words["date_fillers"] and at + 1 in time):
            at += 1
            continue
        first = (
            at == noun.index + 1
            or parse.tokens[at - 1].low in language.words["of"]
            or parse.tokens[indexes[-1]].is_capital
        )
        if not token.is_word or (
            first and at == noun.index + 1 and token.low not in language.words["noun_tails"]
        ):
            break
        is_verb = language.verb(token.low) or token.low in language.words["auxiliary_words"]
        is_verb = is_verb and not _is_in_phrase(parse, at, language)
        if at > noun.index + 1 and is_verb and not token.is_capital:
            break
        indexes.append(at)
        at += 1
    while indexes and parse.tokens[indexes[-1]].low in language.words["prepositions"] | skip:
        indexes.pop()
    return indexes


def _is_in_phrase(parse: Parse, index: int, language: Language) -> bool:
    """Read "the sale of the state ferry company": words behind an article that only look like verbs."""
    at = index - 1
    while at > 0 and language.verb(parse.tokens[at].low):
        at -= 1
    return parse.tokens[at].low in language.words["articles"] and not _is_verb(parse, index)


def subject_country(parse: Parse, clause: Clause, language: Language) -> tuple[Place, ...]:
    """Return the country that the clause is about, where an event noun names no place.

    "Niger was a partner until a coup".
    """
    group = clause.group
    if group is None:
        return ()
    places = gazetteer()
    for name in names.find_names(parse.tokens, parse.times, language):
        country = language.data["country_of"].get(name.text.casefold(), name.text)
        own = parse.owners[name.first] == clause.index  # not "Built in Niger, she sank after a fire in 1991"
        if own and name.last < group.first and places.country(country):
            return (Place(country),)
    return ()
