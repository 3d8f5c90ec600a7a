"""Entries and sources as they are to be written, from the candidates that tell one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.config import Settings
from timeline.model import Article, Candidate, Event, Place, Source, Status
from timeline.temporal import When

_NOUN = "noun:yes"  # the cue of an event that only a noun names
_NEWS = 30  # days for which an event is news


def new_event(told: Sequence[Candidate], articles: Mapping[str, Article], settings: Settings) -> Event:
    """Return the draft entry for candidates of one event, the first of which gives its id."""
    best = headline_giver(told, articles)
    dated = sharpest(told)
    return Event(
        id=told[0].id,
        title=best.title,
        date=dated.when if dated else None,
        date_words=str(dated.when) if dated and dated.when else "",
        text="" if _is_withheld(best, articles) else best.text,
        kind=best.kind,
        claimed_by=best.claimed_by,
        status=Status.DRAFT,
        places=_places(told),
        actors=_actors(told),
        sources=sources_of(told, dated.when if dated else None, articles, settings),
    )


def headline_giver(told: Sequence[Candidate], articles: Mapping[str, Article]) -> Candidate:
    """Return the candidate whose title and text an entry takes.

    Text that may be shown, a clause rather than a noun, told when it was news, high up.
    """

    def order(candidate: Candidate) -> tuple[object, ...]:
        is_bare = not any(c.startswith("word:") for c in candidate.cues) or len(candidate.title.split()) <= 3  # noqa: PLR2004 - digits, words and lines are counted as people count them
        return (
            _is_withheld(candidate, articles),
            _NOUN in candidate.cues,
            candidate.when is None,
            _looks_back(candidate, articles),
            is_bare,
            -candidate.importance,
            candidate.article,
            candidate.start,
        )

    return min(told, key=order)


def _looks_back(candidate: Candidate, articles: Mapping[str, Article]) -> bool:
    """Tell whether an event was long past when it was told: it is the background of that report."""
    article = articles.get(candidate.article)
    anchor = article.anchor if article else None
    if anchor is None or anchor.first is None or candidate.when is None or candidate.when.last is None:
        return False
    return anchor.first.ordinal - candidate.when.last.ordinal > _NEWS


def sharpest(told: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate with the sharpest date; the first of equals."""
    dated = [c for c in told if c.when is not None]
    return min(dated, key=lambda c: _length(c.when)) if dated else None


def _length(when: When | None) -> int:
    if when is None or when.first is None or when.last is None:
        return 10**9
    return when.last.ordinal - when.first.ordinal


def sources_of(
    told: Sequence[Candidate], date: When | None, articles: Mapping[str, Article], settings: Settings
) -> tuple[Source, ...]:
    """Return one source per article; a date of its own only where it is in conflict with the entry's."""
    by_article: dict[str, list[Candidate]] = {}
    for candidate in told:
        by_article.setdefault(candidate.article, []).append(candidate)
    return tuple(
        source_of(sharpest(same) or same[0], date, articles, settings) for same in by_article.values()
    )


def source_of(
    candidate: Candidate,
    date: When | None,
    articles: Mapping[str, Article],
    settings: Settings,
    *,
    is_new: bool = False,
) -> Source:
    """Return a candidate as a source of an entry with `date`."""
    return Source(
        article=candidate.article,
        quote="" if _is_withheld(candidate, articles) else quote_of(candidate, settings.quote_words),
        said=candidate.said,
        date=candidate.when if candidate.when and not agrees(candidate.when, date) else None,
        is_new=is_new,
    )


def agrees(when: When, date: When | None) -> bool:
    """Tell whether a source's time is only vaguer or sharper than the entry's date, not another."""
    if date is None:
        return True
    return _holds(when, date) or _holds(date, when)


def _holds(outer: When, inner: When) -> bool:
    starts = outer.first is None or (inner.first is not None and outer.first <= inner.first)
    ends = outer.last is None or (inner.last is not None and inner.last <= outer.last)
    return starts and ends


def quote_of(candidate: Candidate, most: int) -> str:
    """Return the evidence as a quotation of at most `most` words.

    The stretch that holds the words of the date, with "…" where cut.
    """
    words = candidate.sentence.split()
    if len(words) <= most or most < 1:
        return " ".join(words)
    said = candidate.said.split()
    at = _find(words, said[-1]) if said else 0
    first = min(max(0, at - most + max(2, most // 8)), len(words) - most)
    first = 0 if at < most - 1 else first
    cut = " ".join(words[first : first + most])
    return ("… " if first else "") + cut + (" …" if first + most < len(words) else "")


def _find(words: Sequence[str], word: str) -> int:
    return next((n for n, w in enumerate(words) if word in w), 0)


def _is_withheld(candidate: Candidate, articles: Mapping[str, Article]) -> bool:
    article = articles.get(candidate.article)
    return article is not None and article.is_withheld


def _places(told: Sequence[Candidate]) -> tuple[Place, ...]:
    """Join places by name, one with coordinates before one without."""
    known: dict[str, Place] = {}
    for place in (p for c in told for p in c.places):
        if place.name not in known or (known[place.name].lat is None and place.lat is not None):
            known[place.name] = place
    return tuple(known.values())


def _actors(told: Sequence[Candidate]) -> tuple[str, ...]:
    counts = Counter(actor for c in told for actor in c.actors)
    order = list(dict.fromkeys(actor for c in told for actor in c.actors))
    return tuple(sorted(order, key=lambda a: (-counts[a], order.index(a))))
