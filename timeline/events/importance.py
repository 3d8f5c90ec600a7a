"""How much an event matters: what decides when a run finds more than a person can read.

In how many separately written reports it is told counts most, then whether it is dated, how far up it
stands in its article, and whether it has happened: what lies ahead is discounted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.model import Article, Candidate, Kind, Source

_DISCOUNT = {Kind.HAPPENED: 1.0, Kind.CLAIMED: 0.8, Kind.PLANNED: 0.6}


def of_candidate(kind: Kind, *, dated: bool, lead: bool, position: float, noun: bool) -> float:
    """Return the importance of one telling, 0 to 1.

    `position` is 0 at the head of the article and 1 at its end.
    """
    value = 0.35 + 0.25 * dated + 0.2 * lead + 0.2 * (1 - position)
    return round(value * _DISCOUNT[kind] * (0.7 if noun else 1.0), 4)


def of_event(candidates: Iterable[Candidate], articles: Mapping[str, Article]) -> float:
    """Return the importance of an event: its best telling, and as much again for each further report."""
    told = list(candidates)
    return round(
        max(c.importance for c in told) + 0.5 * (reports({c.article for c in told}, articles) - 1), 4
    )


def reports(told_in: Iterable[str], articles: Mapping[str, Article]) -> int:
    """Return how many separately written reports these articles are.

    One for a shared origin, text or publisher.
    """
    groups: list[set[str]] = []
    for article in sorted(told_in):
        marks = _marks(article, articles.get(article))
        touching = [g for g in groups if g & marks]
        groups = [g for g in groups if not g & marks]
        groups.append(marks.union(*touching))
    return max(1, len(groups))


def source_reports(sources: Iterable[Source], articles: Mapping[str, Article]) -> int:
    """Return how many separately written reports stand behind these sources."""
    return reports({s.article or s.url or s.title for s in sources}, articles)


def _marks(name: str, article: Article | None) -> set[str]:
    marks = {f"key:{name}"}
    if article is None:
        return marks
    if article.twin_of:
        marks.add(f"key:{article.twin_of}")
    if article.origin:
        marks.add(f"origin:{article.origin.casefold()}")
    if article.publisher:
        marks.add(f"publisher:{article.publisher.casefold()}")
    return marks
