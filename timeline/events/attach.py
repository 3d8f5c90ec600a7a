"""Which words of time belong to which verb or event noun.

`attach(parse, mentions, language)` gives a `Timing`: for each clause its own times, for each dated event
noun its own. A time inside "a mid-March meeting" or "until a coup last year" is the noun's, never the
verb's; vague times ("recently") give no day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.attributive import closed_by, dates_subject, is_attended, is_counted_from, says_which
from timeline.events.bounds import days_and_start, is_shortly, is_usable, plain_days
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated, closed_ranges, joined_days
from timeline.events.dated_nouns import Noun, is_scene, noun_of
from timeline.events.deadlines import terms_from_orders
from timeline.events.language import Language
from timeline.events.offsets import counted_clauses, since_then
from timeline.events.soon_after import soon_after
from timeline.events.tokens import Token
from timeline.events.turning import turned
from timeline.temporal import Mention, When


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of a sentence: by clause index, in order; by event noun.

    The tokens of times that give no day ("recently").
    """

    clauses: dict[int, list[Dated]]
    nouns: tuple[Noun, ...]
    vague: frozenset[int]
    clocks: frozenset[int] = frozenset()  # tokens of clock times whose day another time gives
    counted: frozenset[int] = frozenset()  # clauses with a time that another event gives ("the Monday after")


def time_tokens(tokens: Sequence[Token], mentions: Sequence[Mention]) -> frozenset[int]:
    """Return the tokens that belong to the time expressions of a sentence."""
    return frozenset(i for m in mentions for i, t in enumerate(tokens) if m.start <= t.start < m.end)


def attach(
    parse: Parse,
    mentions: Sequence[Mention],
    text: str,
    anchor: When | None,
    language: Language,
    told: When | None = None,
    then: When | None = None,
) -> Timing:
    """Give each usable time to its noun or its clause.

    `text` is the whole article that the offsets point into, `told` the day of the deed told last before, and
    `then` the time told last, of whatever length.
    """
    timing = _attach(parse, mentions, text, anchor, language)
    clauses = terms_from_orders(parse, timing.clauses, mentions, anchor, language)
    timing = replace(timing, clauses=clauses)
    for index, dated in since_then(parse, timing.clauses, then, language).items():
        timing.clauses[index] = [dated]
    for index, dated in counted_clauses(parse, timing.clauses, mentions, told, language).items():
        timing.clauses[index] = [dated]
    for index, dated in soon_after(parse, timing.clauses, mentions, language).items():
        timing.clauses[index] = [dated]
    return timing


def _attach(
    parse: Parse, mentions: Sequence[Mention], text: str, anchor: When | None, language: Language
) -> Timing:
    clauses: dict[int, list[Dated]] = {}
    nouns: list[Noun] = []
    vague: set[int] = set()
    clocks: set[int] = set()
    found = joined_days(parse, _dated(parse, mentions, text, language), language)
    counted = {parse.owners[d.first] for d, _ in found if d and is_counted_from(parse, d, language)}
    for dated, mention in found:
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
            when = plain_days(mention) or dated.when  # "after third-quarter profit fell"
            clauses.setdefault(opened.index, []).append(replace(dated, when=when))
            continue
        noun = noun_of(parse, dated, language)
        if noun and mention.signal and noun.index > dated.last:
            when = plain_days(mention) or dated.when
            noun = replace(noun, time=replace(dated, when=when, said=mention.text))
        if noun and not is_scene(parse, noun, language):
            nouns.append(noun)
        elif noun or not _is_of_other_noun(parse, dated, language):
            owner = parse.clauses[parse.owners[first]]
            clause = _next_joined(parse, dated, language) or closed_by(parse, dated, owner, language) or owner
            when = turned(dated.when, mention, parse, clause, anchor, language)
            clauses.setdefault(clause.index, []).append(replace(dated, when=when))
    clauses = {index: closed_ranges(parse, times, language) for index, times in clauses.items()}
    return Timing(clauses, tuple(nouns), frozenset(vague), frozenset(clocks), frozenset(counted))


def _next_joined(parse: Parse, dated: Dated, language: Language) -> Clause | None:
    """Read "towed banners and, in the summer of 1953, bought a plane": the time is that of what follows."""
    owner = parse.owners[dated.first]
    following = next((c for c in parse.clauses if c.first > dated.last and c.shares_subject == owner), None)
    if following is None or any(parse.tokens[i].is_word for i in range(dated.last + 1, following.first)):
        return None
    little = language.union("time_noun_prepositions", "articles", "date_fillers")
    at = dated.first - 1
    while at > 0 and (parse.tokens[at].low == "," or parse.tokens[at].low in little):
        if parse.tokens[at].low in language.words["coordinators"]:
            break
        at -= 1
    return following if parse.tokens[at].low in language.words["coordinators"] else None


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


def _one(parse: Parse, together: Sequence[Mention], text: str, language: Language) -> Dated | None:
    when = together[0].when
    if when is None or not is_usable(when):
        return None
    starts = [m.signal_start if m.signal and m.signal_start is not None else m.start for m in together]
    start, end = min(starts), max(m.end for m in together)
    inside = [i for i, t in enumerate(parse.tokens) if start <= t.start < end]
    if inside and len(together) == 1 and is_shortly(parse, together[0], inside[0], language):
        return None
    if inside and len(together) == 1:
        when, start = days_and_start(parse, together[0], when, inside[0], language)
        inside = [i for i, t in enumerate(parse.tokens) if start <= t.start < end]
    said = " ".join(text[start:end].split())
    return (
        Dated(
            when,
            said,
            inside[0],
            inside[-1],
            together[0].direction,
            is_full=not together[0].assumed,
            plain=plain_days(together[0]) if together[0].signal else None,
        )
        if inside
        else None
    )


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
    listed = language.union(
        "prepositions",
        "coordinators",
        "subordinators",
        "relatives",
        "relative_that",
        "determiners",
        "pronouns",
        "infinitive_words",
    )
    is_noun = after.is_word and after.low not in listed and not language.is_adverb(after.low)
    return is_noun and before in language.words["determiners"]


def _is_of_other_noun(parse: Parse, dated: Dated, language: Language) -> bool:
    """Tell whether a time only describes a noun that is no event: it dates nothing that is told."""
    if says_which(parse, dated, language):
        return True
    if not stands_before_noun(parse, dated, language) or dates_subject(parse, dated, language):
        return False
    reach = 4  # "the March 16 national television statement"
    following = [t.low for t in parse.tokens[dated.last + 1 : dated.last + 1 + reach]]
    if any(low in language.words["event_nouns"] for low in following):
        return False
    at = dated.first - 1
    while at > 0 and parse.tokens[at].low in language.words["determiners"]:
        at -= 1
    owned = parse.tokens[dated.last + 1].low == language.data["possessive"]
    if owned and parse.tokens[dated.first - 1].low in language.words["situated_at"]:
        return False  # "at tomorrow's Mass"
    if owned and is_attended(parse, dated, language):
        return False
    governed = parse.tokens[at].low in language.words["time_noun_prepositions"]
    return not (governed and any(low in language.words["time_nouns"] for low in following))
