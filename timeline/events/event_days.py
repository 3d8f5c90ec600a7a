"""Deeds dated by an event that the article dates elsewhere: "resigned two days before the vote".

Where the article tells exactly one day of that event, by the same noun or verb or else by a deed of the same
kind, "two days before the vote", "on the day of the vote" and "shut since the vote" count from it. Where
it tells none, or two, the deed has no day: which vote was meant is then anybody's guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline import temporal
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.dated_nouns import Noun
from timeline.events.language import Language
from timeline.events.offsets import is_stretch, start_of_length
from timeline.events.readings import Reading
from timeline.events.tokens import Token
from timeline.events.verb_group import Mood
from timeline.temporal import When

_TOLD = frozenset({Mood.PAST, Mood.PAST_PERFECT, Mood.PERFECT})
_REACH = 3  # words of "the", "deadly" and "collapse"


@dataclass(frozen=True, slots=True)
class _Event:
    """A dated event of the article: the stem of its word, its kinds and its day.

    `begins` is true where only its beginning is told.
    """

    stem: str
    kinds: frozenset[str]
    when: When
    begins: bool = False


def with_event_days(readings: Sequence[Reading], language: Language) -> list[Reading]:
    """Return the readings of an article with deeds that are counted from a dated event on their days."""
    asked = [i for i, reading in enumerate(readings) if _asks(reading.parse.tokens, language)]
    if not asked:
        return list(readings)
    events = [event for reading in readings for event in _events(reading, language)]
    found = list(readings)
    for index in asked:
        found[index] = _dated(found[index], events, language)
    return found


def _asks(tokens: Sequence[Token], language: Language) -> bool:
    links = language.union("counting_from", "ongoing", "of")
    definite = language.words["definite_articles"]
    return any(one.low in links and two.low in definite for one, two in pairwise(tokens))


def _events(reading: Reading, language: Language) -> Iterator[_Event]:
    """Yield the events of a sentence that have one day."""
    for noun in reading.timing.nouns:
        yield from _of_noun(reading.parse, noun, language)
    for clause in reading.parse.clauses:
        times = reading.timing.clauses.get(clause.index, [])
        when = times[0].when if len(times) == 1 and not _is_counted(reading, clause, language) else None
        if when is None or when.first is None or when.first != when.last or not _tells(clause):
            continue
        subject = reading.parse.tokens[clause.verb.first - 1].low if clause.verb.first else ""
        named = clause.verb.lemma in language.union(
            "verbs.empty", "verbs.holding", "verbs.occurring", "endings"
        )
        begins = clause.verb.lemma in language.words["beginnings"]
        if named or begins or clause.verb.lemma in language.words["happening"]:
            yield _Event(language.stem(subject), frozenset(language.deeds(subject, verb=False)), when, begins)
        low = reading.parse.tokens[clause.verb.head].low
        yield _Event(language.stem(clause.verb.lemma), frozenset(language.deeds(low, verb=True)), when)


def _is_counted(reading: Reading, clause: Clause, language: Language) -> bool:
    """Read "three days before the council banned it": from a day that was counted nothing more is counted."""
    time = reading.timing.clauses[clause.index][0]
    told_above = clause.role is Role.ADVERBIAL and reading.parse.owners[time.first] != clause.index
    return told_above and clause.connector in language.data["counted_back"]


def _of_noun(parse: Parse, noun: Noun, language: Language) -> Iterator[_Event]:
    when, low = noun.time.when, parse.tokens[noun.index].low
    if when.first is not None and when.first == when.last:
        yield _Event(language.stem(low), frozenset(language.deeds(low, verb=False)), when)


def _tells(clause: Clause) -> bool:
    told = clause.group is not None and clause.verb.mood in _TOLD and not clause.verb.negated
    return told and clause.role not in {Role.CONDITION, Role.TAIL, Role.ATTRIBUTION}


def _dated(reading: Reading, events: Sequence[_Event], language: Language) -> Reading:
    """Give the clauses of a sentence that have no time of their own that of the event they count from."""
    parse, clauses = reading.parse, dict(reading.timing.clauses)
    for index, token in enumerate(parse.tokens):
        clause = parse.clauses[parse.owners[index]]
        if clauses.get(clause.index) or not _tells(clause):
            continue
        noun = _named(parse, index + 1, language)
        day = _day(parse, noun, token.low, events, language) if noun >= 0 else None
        if day and (dated := _counted(reading, index, noun, day, language)):
            clauses[clause.index] = [dated]
    if clauses == reading.timing.clauses:
        return reading
    return replace(reading, timing=replace(reading.timing, clauses=clauses))


def _named(parse: Parse, first: int, language: Language) -> int:
    """Return the event noun of "the deadly collapse" at a token; -1 where none stands there alone."""
    if first >= len(parse.tokens) or parse.tokens[first].low not in language.words["definite_articles"]:
        return -1
    for index in range(first + 1, min(first + 1 + _REACH, len(parse.tokens))):
        low = parse.tokens[index].low
        if not parse.tokens[index].is_word or index in parse.times or low in language.words["ordinals"]:
            return -1
        if low in language.words["event_nouns"] or language.deeds(low, verb=False):
            return index if _ends_phrase(parse, index, language) else -1
    return -1


def _ends_phrase(parse: Parse, index: int, language: Language) -> bool:
    """Tell whether nothing says more of a noun: "the vote", not "the vote on the tax", "the vote count"."""
    after = parse.tokens[index + 1] if index + 1 < len(parse.tokens) else None
    return after is None or not after.is_word or after.low in language.words["coordinators"]


def _day(parse: Parse, noun: int, link: str, events: Sequence[_Event], language: Language) -> When | None:
    """Return the one day of an event; None where the article gives none, or several."""
    low = parse.tokens[noun].low
    stem, kinds = language.stem(low), frozenset(language.deeds(low, verb=False))
    same = [e for e in events if e.stem == stem] or [e for e in events if e.kinds & kinds]
    days = {str(e.when): e.when for e in same}
    turned = language.data["counting_words"].get(link)
    early = turned is not None and turned != language.data["counting_words"]["after"]
    if len(days) != 1 or (any(e.begins for e in same) and not early):
        return None
    return next(iter(days.values()))


def _counted(reading: Reading, index: int, noun: int, day: When, language: Language) -> Dated | None:
    """Return the time that a link before an event gives: "two days before", "on the day of", "since"."""
    parse, words = reading.parse, language.words
    clause, link = parse.clauses[parse.owners[index]], parse.tokens[index].low
    if link in words["ongoing"]:
        ongoing = clause.verb.mood is Mood.PERFECT and day.first is not None
        return (
            Dated(When.of_interval(day.first, None), parse.tokens[index].text, index, noun)
            if ongoing
            else None
        )
    if clause.verb.mood is Mood.PERFECT:
        return None
    if link in words["of"] and index > 1 and parse.tokens[index - 1].low in words["days_of_events"]:
        opens = index > _REACH - 1 and parse.tokens[index - 2].low in words["definite_articles"]
        placed = opens and parse.tokens[index - 3].low in words["time_noun_prepositions"]
        return Dated(day, parse.tokens[index - 1].text, index - 3, noun) if placed else None
    if link not in words["counting_from"] or not index:
        return None
    first = start_of_length(parse, index - 1, reading.mentions, language)
    is_unit = first >= 0 and parse.tokens[index - 1].low in words["counted_units"]
    if not is_unit or is_stretch(parse, first, index - 1, language):
        return None
    length = " ".join(t.text for t in parse.tokens[first:index])
    turn = language.data["counting_words"].get(link, language.data["counting_words"]["after"])
    said = f"{length} {link}" if parse.tokens[first].low in words["definite_articles"] else f"{length} {turn}"
    again = temporal.find(said, published=day, language=language.code)
    when = again[0].when if len(again) == 1 and again[0].start == 0 and "X" not in again[0].value else None
    return Dated(when, f"{length} {link}", first, index - 1) if when is not None and when.first else None
