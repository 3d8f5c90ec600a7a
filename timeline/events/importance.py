"""How much an event matters: what decides when a run finds more than a person can read.

In how many separately written reports it is told counts most, then whether it is dated, how far up it
stands in its article, and whether it has happened. What lies ahead is discounted, most of all a plan without
a day; so is what was long past when it was told (the background of a report; in a history all is past, and
the order stays), and what names nobody and no place ("the decision was made").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.model import Article, Candidate, Kind, Source
from timeline.temporal import When

_DISCOUNT = {Kind.HAPPENED: 1.0, Kind.CLAIMED: 0.8, Kind.PLANNED: 0.75}
_VAGUE_PLAN = 0.6
_NOUN = 0.7  # named by a noun ("the coup of July")
_NAMELESS = 0.8
_LONG_PAST = 0.8
_LONG_AGO = 365  # days before the report


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a telling stands: `position` is 0 at the head of its article and 1 at its end."""

    lead: bool
    position: float
    anchor: When | None = None  # the day of the report


def of_candidate(
    kind: Kind, when: When | None, standing: Standing, *, noun: bool = False, named: bool = True
) -> float:
    """Return the importance of one telling, 0 to 1; `named` tells whether it names somebody or some place."""
    value = 0.35 + 0.25 * (when is not None) + 0.2 * standing.lead + 0.2 * (1 - standing.position)
    value *= _VAGUE_PLAN if kind is Kind.PLANNED and when is None else _DISCOUNT[kind]
    value *= (_NOUN if noun else 1.0) * (1.0 if named else _NAMELESS)
    return round(value * (_LONG_PAST if _is_long_past(when, standing.anchor) else 1.0), 4)


def _is_long_past(when: When | None, anchor: When | None) -> bool:
    if when is None or anchor is None or when.last is None or anchor.first is None:
        return False
    return anchor.first.ordinal - when.last.ordinal > _LONG_AGO


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
