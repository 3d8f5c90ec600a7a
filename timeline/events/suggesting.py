"""Entries that are possibly the same: what `timeline check` asks a person, the likeliest first.

`suggest(timeline)` compares all entries that are shown. A wrong question costs a person's time, each time
they check; so of two entries that a person has read only that is asked which the program itself would have
joined, and a conflict between the sources of one entry makes no question about another.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.events.blocking import Index
from timeline.events.entry_tellings import span_of_event, tellings_of
from timeline.events.rarity import Rarity
from timeline.events.similarity import NEAR_DAYS, Comparison, Likeness, compare
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
    entries = {event.id: event for event in shown}
    found = sorted(
        (
            (c, pair)
            for pair, c in best.items()
            if _may_be_one(entries[pair[0]], entries[pair[1]], c, timeline)
        ),
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


def _may_be_one(a: Event, b: Event, found: Comparison, timeline: Timeline) -> bool:
    """Tell whether what people said of two entries leaves the question open.

    A source may give a day of its own, which is a conflict of that entry and no reason to ask of another.
    """
    if b.id in {*a.see, *a.different_from} or a.id in {*b.see, *b.different_from} or _share_quote(a, b):
        return False
    if Status.DRAFT not in {a.status, b.status} and found.likeness is not Likeness.SAME:
        return False
    spans = (span_of_event(event, timeline.articles) for event in (a, b))
    return next(spans).gap(next(spans)) <= NEAR_DAYS


def _share_quote(a: Event, b: Event) -> bool:
    """Tell whether both cite one sentence: it tells two events, which were taken apart on purpose."""
    quotes = {(source.article, source.quote) for source in a.sources if source.article and source.quote}
    return any((source.article, source.quote) in quotes for source in b.sources)


def code_of(timeline: Timeline) -> str:
    """Return the language that most articles are in."""
    codes = [a.language for a in timeline.articles.values()]
    return max(sorted(set(codes)), key=codes.count) if codes else "en"
