"""Which tellings belong together, once each pair of like ones has been weighed.

The likeliest pair is joined first, then the next, as long as nothing speaks against it: the days of all
agree, and an article that already has a telling there has said the same thing twice. So each telling of an
article goes to the best of another's, and what is left over stays alone. Order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.events.rarity import Rarity
from timeline.events.similarity import Comparison, Likeness, contradict
from timeline.events.tellings import Span, Telling
from timeline.model import Candidate, Event

Pair = tuple[str, str]


@dataclass(slots=True)
class Group:
    """Candidates of one event, and the entry that they belong to where there is one."""

    event: Event | None = None
    told: list[Candidate] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The entry's id, or that of the first candidate."""
        return self.event.id if self.event else self.told[0].id

    def admits(self, span: Span) -> bool:
        """Tell whether a span agrees with all known spans of the group: inside or around each."""
        return all(
            not (s.span.known and span.known) or s.span.contains(span) or span.contains(s.span)
            for s in self.tellings
        )


class Rivals:
    """For each telling the others that it was weighed against, by their article."""

    def __init__(self, groups: Iterable[Group], weighed: Mapping[Pair, Comparison]) -> None:
        """File the scores of all pairs under both owners."""
        articles: dict[str, set[str]] = {}
        for telling in (t for group in groups for t in group.tellings):
            articles.setdefault(telling.owner, set()).add(telling.article)
        self.articles = articles
        self.scores: dict[tuple[str, str], list[tuple[float, str]]] = {}
        for (first, second), found in weighed.items():
            for owner, other in ((first, second), (second, first)):
                for article in articles[other]:
                    self.scores.setdefault((owner, article), []).append((found.score, other))

    def best(self, pair: Pair, but: Group) -> float:
        """Return the best score that either of a pair reaches with another telling of the other's article.

        Those in the group `but` are no rivals.
        """
        own = {telling.owner for telling in but.tellings}
        found = 0.0
        for owner, other in (pair, pair[::-1]):
            for article in self.articles[other] - {""}:
                rivals = self.scores.get((owner, article), ())
                found = max(
                    found, *(score for score, name in rivals if name != other and name not in own), 0.0
                )
        return found


def joined(groups: Sequence[Group], weighed: Mapping[Pair, Comparison], rarity: Rarity) -> dict[str, Group]:
    """Join groups by the comparisons of their tellings, and return the group of each owner of a telling.

    `weighed` is by the owners of two tellings, the smaller first.
    """
    group_of = {telling.owner: group for group in groups for telling in group.tellings}
    rivals = Rivals(groups, weighed)
    for pair, found in sorted(weighed.items(), key=lambda item: (-item[1].score, item[0])):
        first, second = (group_of[owner] for owner in pair)
        if first is second or not found.may_join:
            continue
        whole, part = _first_of(first, second)
        if not found.joins(max(rivals.best(pair, whole), rivals.best(pair, part))) or not _fit(
            whole, part, weighed, rarity
        ):
            continue
        whole.told = sorted((*whole.told, *part.told), key=_order)
        whole.tellings += part.tellings
        for telling in part.tellings:
            group_of[telling.owner] = whole
    return group_of


def _first_of(one: Group, other: Group) -> tuple[Group, Group]:
    """Return two groups, that of an entry or else the earlier first."""
    if one.event or other.event:
        return (one, other) if one.event else (other, one)
    return (one, other) if _order(one.told[0]) < _order(other.told[0]) else (other, one)


def _order(candidate: Candidate) -> tuple[str, int, int, str]:
    return candidate.article, candidate.start, candidate.occurrence, candidate.id


def _fit(one: Group, other: Group, weighed: Mapping[Pair, Comparison], rarity: Rarity) -> bool:
    """Tell whether nothing speaks against one event: entries, days, two things of one article."""
    if one.event and other.event:
        return False
    if not all(one.admits(telling.span) for telling in other.tellings):
        return False
    return all(
        _says_same(a, b, weighed) if a.article and a.article == b.article else _agree(a, b, weighed, rarity)
        for a in one.tellings
        for b in other.tellings
    )


def _agree(a: Telling, b: Telling, weighed: Mapping[Pair, Comparison], rarity: Rarity) -> bool:
    """Tell whether two tellings that a third brings together do not contradict each other."""
    found = weighed.get(pair_of(a.owner, b.owner))
    return (found is not None and found.likeness is Likeness.SAME) or not contradict(a, b, rarity)


def _says_same(a: Telling, b: Telling, weighed: Mapping[Pair, Comparison]) -> bool:
    found = weighed.get(pair_of(a.owner, b.owner))
    return found is not None and found.likeness is Likeness.SAME


def pair_of(one: str, other: str) -> Pair:
    """Return two owners in one order."""
    return (one, other) if one < other else (other, one)
