"""Which words of time belong to which verb or event noun.

`attach(parse, mentions, language)` gives a `Timing`: for each clause its own times, for each dated event
noun its own. A time inside "a mid-March meeting" or "until a coup last year" is the noun's, never the
verb's; vague times ("recently") give no day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.clauses import Parse, Role
from timeline.events.language import Language
from timeline.events.tokens import Token, phrase_at
from timeline.events.turning import turned
from timeline.temporal import Day, Mention, When


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of a sentence that gives days.

    The words with their signal, and the tokens `first` to `last` that they take up.
    """

    when: When
    said: str
    first: int
    last: int
    direction: str = ""
    is_full: bool = False  # nothing of it was assumed


@dataclass(frozen=True, slots=True)
class Noun:
    """An event noun at token `index` with a time of its own; `first` to `last` is its phrase."""

    index: int
    first: int
    last: int
    time: Dated


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of a sentence: by clause index, in order; by event noun.

    The tokens of times that give no day ("recently").
    """

    clauses: dict[int, list[Dated]]
    nouns: tuple[Noun, ...]
    vague: frozenset[int]
    clocks: frozenset[int] = frozenset()  # tokens of clock times whose day another time gives


def time_tokens(tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the tokens that belong to the time expressions of a sentence."""
    return frozenset(i for m in mentions for i, t in enumerate(tokens) if m.start <= t.start < m.end)


def attach(
    parse: Parse, mentions: Sequence[Mention], text: str, anchor: When | None, language: Language
) -> Timing:
    """Give each usable time to its noun or its clause.

    `text` is the whole article that the offsets point into.
    """
    clauses: dict[int, list[Dated]] = {}
    nouns: list[Noun] = []
    vague: set[int] = set()
    clocks: set[int] = set()
    for dated, mention in _joined_days(parse, _dated(parse, mentions, text, language), language):
        first = next((i for i, t in enumerate(parse.tokens) if t.end > mention.start), None)
        if first is None:
            continue
        if dated is None:
            if mention.type == "TIME":
                clocks.update(i for i, t in enumerate(parse.tokens) if mention.start <= t.start < mention.end)
            if mention.type == "DATE":
                vague.update(i for i, t in enumerate(parse.tokens) if mention.start <= t.start < mention.end)
            continue
        opened = parse.clauses[parse.owners[first]]
        if mention.signal and opened.role is Role.ADVERBIAL and opened.first == dated.first:
            when = _plain(mention) or dated.when  # "after third-quarter profit fell"
            clauses.setdefault(opened.index, []).append(replace(dated, when=when))
            continue
        noun = _noun_of(parse, dated, language)
        if noun and mention.signal and noun.index > dated.last:
            noun = replace(noun, time=replace(dated, when=_plain(mention) or dated.when, said=mention.text))
        if noun and not _is_scene(parse, noun, language):
            nouns.append(noun)
        elif noun or not _is_of_other_noun(parse, dated, language):
            clause = parse.clauses[parse.owners[first]]
            when = turned(dated.when, mention, parse, clause, anchor, language)
            clauses.setdefault(clause.index, []).append(replace(dated, when=when))
    return Timing(clauses, tuple(nouns), frozenset(vague), frozenset(clocks))


def _is_scene(parse: Parse, noun: Noun, language: Language) -> bool:
    """Read "will be picked at Monday's meeting": the noun tells when the deed is done."""
    clause = parse.clauses[parse.owners[noun.index]]
    group = clause.group
    behind = (
        group is not None and not group.copula and group.last < noun.first and noun.index > noun.time.last
    )
    return behind and noun.first > 0 and parse.tokens[noun.first - 1].low in language.words["scene"]


def is_usable(when: When | None) -> bool:
    """Tell whether a time gives at least one day."""
    return when is not None and (when.first is not None or when.last is not None)


def _dated(
    parse: Parse, mentions: Sequence[Mention], text: str, language: Language
) -> list[tuple[Dated | None, Mention]]:
    """Pair each mention with its days; the two mentions of a range are one time."""
    found: list[tuple[Dated | None, Mention]] = []
    ranges: set[int] = set()
    for mention in mentions:
        if mention.range and mention.range in ranges:
            continue
        if mention.range:
            ranges.add(mention.range)
        together = [m for m in mentions if m.range == mention.range] if mention.range else [mention]
        found.append((_one(parse, together, text, language), mention))
    return found


def _joined_days(
    parse: Parse, found: list[tuple[Dated | None, Mention]], language: Language
) -> list[tuple[Dated | None, Mention]]:
    """Join the days of "on 13 and 14 June", "between 3 and 9 May" and "on 3 or 10 May" into one time."""
    joined: list[tuple[Dated | None, Mention]] = []
    for dated, mention in found:
        before = joined[-1][0] if joined else None
        if dated and before and _is_apposition(parse, before, dated, language):
            joined[-1] = (replace(before, last=dated.last), joined[-1][1])
            continue
        if dated and before and (whole := _span_of(parse, before, dated, language)):
            joined[-1] = (whole, joined[-1][1])
        else:
            joined.append((dated, mention))
    return joined


def _is_apposition(parse: Parse, one: Dated, two: Dated, language: Language) -> bool:
    """Read "on the 26th, a Monday, …": the second time only says more of the first."""
    between = [parse.tokens[i].low for i in range(one.last + 1, two.first)]
    articles = language.words["articles"]
    return len(between) > 1 and between[0] == "," and all(low in articles for low in between[1:])


def _span_of(parse: Parse, one: Dated, two: Dated, language: Language) -> Dated | None:
    """Return the time from one day to another that a conjunction joins to it; None where they are two."""
    between = [parse.tokens[i].low for i in range(one.last + 1, two.first)]
    joint = {w for w in between if w in language.words["coordinators"] or w == ","}
    plain = all(w in joint or w in language.words["time_noun_prepositions"] for w in between)
    first, last, later = one.when.first, one.when.last, two.when.last
    together = parse.owners[one.first] == parse.owners[two.first]
    if not (together and joint and plain and first and last and later and two.when.first and first <= later):
        return None
    next_day = two.when.first.ordinal - last.ordinal == 1 and first == last and two.when.first == later
    either = bool(joint & language.words["alternatives"])
    spans = one.first > 0 and parse.tokens[one.first - 1].low in language.words["between"]
    if not (next_day or either or spans):
        return None
    said = f"{one.said} {' '.join(between)} {two.said}"
    return replace(one, when=When.of_interval(first, later), said=said, last=two.last)


def _one(parse: Parse, together: Sequence[Mention], text: str, language: Language) -> Dated | None:
    when = together[0].when
    if when is None or not is_usable(when):
        return None
    starts = [m.signal_start if m.signal and m.signal_start is not None else m.start for m in together]
    start, end = min(starts), max(m.end for m in together)
    inside = [i for i, t in enumerate(parse.tokens) if start <= t.start < end]
    if inside and len(together) == 1:
        when, start = _bounded(parse, together[0], when, inside[0], language)
        inside = [i for i, t in enumerate(parse.tokens) if start <= t.start < end]
    said = " ".join(text[start:end].split())
    return (
        Dated(when, said, inside[0], inside[-1], together[0].direction, not together[0].assumed)
        if inside
        else None
    )


def _bounded(parse: Parse, mention: Mention, when: When, first: int, language: Language) -> tuple[When, int]:
    """Mend the bounds of a single time: "from Monday" goes on; "after 8 a.m." is still that day."""
    signal = parse.tokens[first].low if first < len(parse.tokens) else ""
    if mention.type == "TIME" and signal in language.words["clock_signals"] and "T" in mention.value:
        try:
            return When.of_day(Day.parse(mention.value.partition("T")[0])), mention.start
        except ValueError:
            return when, parse.tokens[first].start
    before = parse.tokens[first - 1] if first else None
    if (
        mention.signal is None
        and before is not None
        and before.low in language.words["from"]
        and when.first is not None
    ):
        return When.of_interval(when.first, None), before.start
    governor = _governor(parse, first, language)
    if mention.signal is None and governor >= 0 and when.last is not None:
        return When.parse(f"[..{when.last.iso}]"), parse.tokens[governor].start
    return when, parse.tokens[first].start


def _governor(parse: Parse, first: int, language: Language) -> int:
    """Return the token "by" of "by the 15 September deadline"; -1 where none stands before the article."""
    at = first - 1
    while at > 0 and parse.tokens[at].low in language.words["articles"]:
        at -= 1
    return at if 0 <= at < first - 1 and parse.tokens[at].low in language.words["until"] else -1


def _plain(mention: Mention) -> When | None:
    """Return the days of the words alone: in "after July's coup" the signal governs the coup, not July."""
    try:
        when = When.parse(mention.value)
    except ValueError:
        return None
    return when if is_usable(when) else None


def stands_before_noun(parse: Parse, dated: Dated, language: Language) -> bool:
    """Tell whether a time stands between an article and its noun ("the March 16 statement"), or owns one.

    "last year's budget".
    """
    after = parse.tokens[dated.last + 1] if dated.last + 1 < len(parse.tokens) else None
    if after is None:
        return False
    if after.low == language.data["possessive"]:
        return True
    before = parse.tokens[dated.first - 1].low if dated.first else ""
    names = (
        "prepositions",
        "coordinators",
        "subordinators",
        "relatives",
        "relative_that",
        "determiners",
        "pronouns",
        "infinitive_words",
    )
    is_noun = (
        after.is_word
        and not any(after.low in language.words[name] for name in names)
        and not language.is_adverb(after.low)
    )
    return is_noun and before in language.words["determiners"]


def _is_of_other_noun(parse: Parse, dated: Dated, language: Language) -> bool:
    """Tell whether a time only describes a noun that is no event: it dates nothing that is told."""
    if _follows_of(parse, dated, language):
        return True
    if not stands_before_noun(parse, dated, language) or _is_of_subject(parse, dated, language):
        return False
    reach = 4  # "the March 16 national television statement"
    following = [t.low for t in parse.tokens[dated.last + 1 : dated.last + 1 + reach]]
    if any(low in language.words["event_nouns"] for low in following):
        return False
    at = dated.first - 1
    while at > 0 and parse.tokens[at].low in language.words["determiners"]:
        at -= 1
    governed = parse.tokens[at].low in language.words["time_noun_prepositions"]
    return not (governed and any(low in language.words["time_nouns"] for low in following))


def _is_of_subject(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "Sunday's match was called off": the day of the subject is that of the deed."""
    clause = parse.clauses[parse.owners[dated.first]]
    group = clause.group
    owner = parse.tokens[dated.last + 1].low == language.data["possessive"]
    a_day = dated.when.first is not None and dated.when.first == dated.when.last
    if group is None or group.copula or not owner or not a_day or group.first < dated.last:
        return False
    lows = [parse.tokens[i].low for i in range(clause.first, dated.first)]
    return not any(low in language.words["prepositions"] for low in lows)


def _follows_of(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "a deadline of 3 May", "the games of 2014": the time says which, not when."""
    at = dated.first - 1
    while at > 0 and parse.tokens[at].low in language.words["articles"]:
        at -= 1
    if at < 1 or parse.tokens[at].low not in language.words["of"]:
        return False
    noun = parse.tokens[at - 1]
    times = language.words["lengths"] | language.words["date_fillers"] | language.words["time_nouns"]
    plain = noun.is_word and not noun.is_capital and at - 1 not in parse.times
    start = at - 1
    while (
        start > 0
        and parse.tokens[start].is_word
        and parse.tokens[start].low not in language.words["articles"]
    ):
        start -= 1
    if start and parse.tokens[start - 1].low in language.words["time_noun_prepositions"]:
        return False  # "in the run-off of 3 May"
    return plain and noun.low not in times | language.words["event_nouns"] | language.words["parts_of_time"]


def _noun_of(parse: Parse, dated: Dated, language: Language) -> Noun | None:
    """Find the event noun that a time belongs to.

    Right behind it, or before it where a preposition of order governs the noun.
    """
    return _behind(parse, dated, language) or _governed(parse, dated, language)


def _behind(parse: Parse, dated: Dated, language: Language) -> Noun | None:
    """Read "a mid-March meeting", "Monday's attack", "the 2009 flood"."""
    reach = 3  # at most two words between the time and its noun ("last year's bloody coup")
    at = dated.last + 1
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
    if group is None or group.copula or group.first < noun.index:
        return noun
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
                return index + 1
        if not parse.tokens[index].is_word or parse.tokens[index].low in language.words["prepositions"]:
            return -1
    return -1
