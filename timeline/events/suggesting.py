"""Entries that are possibly the same: what `timeline check` asks a person, the likeliest first.

`suggest(timeline)` compares all entries that are shown. A wrong question costs a person's time, each time
they check; so of two entries that a person has read only that is asked which the program itself would have
joined, and a conflict between the sources of one entry makes no question about another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.events.blocking import Index
from timeline.events.entry_tellings import span_of_event, tellings_of
from timeline.events.rarity import Rarity
from timeline.events.similarity import NEAR_DAYS, Comparison, Likeness, compare
from timeline.events.spans import Span
from timeline.model import Event, Status, Suggestion, Timeline

Pair = tuple[str, str]


def suggest(timeline: Timeline) -> tuple[Suggestion, ...]:
    """Return pairs of entries that are possibly the same, the likeliest first.

    Not those that point at each other or are said to be different, hidden ones or withdrawn ones.
    """
    shown = [e for e in timeline.events if e.status not in {Status.HIDDEN, Status.WITHDRAWN}]
    best: dict[Pair, Comparison] = {}
    for pair, comparison in _compared(shown, timeline):
        if pair not in best or comparison.score > best[pair].score:
            best[pair] = comparison
    asked = {event.id: _Asked.of(event, timeline) for event in shown}
    found = sorted(
        ((c, pair) for pair, c in best.items() if _may_be_one(asked[pair[0]], asked[pair[1]], c)),
        key=lambda item: -item[0].score,
    )
    return tuple(Suggestion(*pair, c.reason or "the same deed at the same time") for c, pair in found)


def _compared(shown: list[Event], timeline: Timeline) -> Iterator[tuple[Pair, Comparison]]:
    code = code_of(timeline)
    tellings = [t for e in shown for t in tellings_of(e, timeline.articles, code)]
    rarity, index = Rarity(tellings, timeline.articles), Index()
    for telling in tellings:
        for other in index.alike(telling, same_kind=True):
            comparison = compare(other, telling, rarity)
            if comparison.likeness is not Likeness.OTHER:
                yield (other.owner, telling.owner), comparison
        index.add(telling)


class _Asked(NamedTuple):
    """What is asked of an entry once for all its pairs: whom it is not, its days, and its quotes."""

    id: str
    others: frozenset[str]
    is_draft: bool
    span: Span
    quotes: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, event: Event, timeline: Timeline) -> _Asked:
        quotes = ((s.article, s.quote) for s in event.sources if s.article and s.quote)
        others = frozenset((*event.see, *event.different_from))
        span = span_of_event(event, timeline.articles)
        return cls(event.id, others, event.status is Status.DRAFT, span, frozenset(quotes))


def _may_be_one(a: _Asked, b: _Asked, found: Comparison) -> bool:
    """Tell whether what people said of two entries leaves the question open.

    A source may give a day of its own, which is a conflict of that entry and no reason to ask of another. Two
    that cite one sentence were taken apart on purpose: it tells two events.
    """
    if b.id in a.others or a.id in b.others or not a.quotes.isdisjoint(b.quotes):
        return False
    if not (a.is_draft or b.is_draft) and found.likeness is not Likeness.SAME:
        return False
    return a.span.gap(b.span) <= NEAR_DAYS


def code_of(timeline: Timeline) -> str:
    """Return the language that most articles are in."""
    codes = [a.language for a in timeline.articles.values()]
    return max(sorted(set(codes)), key=codes.count) if codes else "en"
