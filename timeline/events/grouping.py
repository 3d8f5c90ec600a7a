"""Which tellings belong together, once each pair of like ones has been weighed.

The likeliest pair is joined first, then the next, as long as nothing speaks against it: the days of all
agree, and an article that already has a telling there has said the same thing twice. So each telling of an
article goes to the best of another's, and what is left over stays alone. Order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from timeline.events.rarity import Rarity
from timeline.events.similarity import Comparison, Likeness, contradict
from timeline.events.spans import Span
from timeline.events.tellings import Telling
from timeline.model import Candidate, Event

Pair = tuple[str, str]
_NO_RIVAL = 0.0


@dataclass(slots=True)
class Group:
    """Candidates of one event, and the entry that they belong to where there is one."""

    event: Event | None = None
    told: list[Candidate] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)  # those of its tellings

    def __post_init__(self) -> None:
        """Note the articles once: they are asked for often."""
        self.articles = {telling.article for telling in self.tellings} - {""}

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


class Refusal(StrEnum):
    """Why two tellings stayed apart that were alike enough to be tried."""

    RIVAL = "rival"  # another telling is more like one of them
    ENTRIES = "entries"  # both belong to entries that are there
    DAYS = "days"  # the days of all that they were joined to do not agree
    OTHERS = "others"  # something that they were joined to contradicts


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a pair that was tried: the best score of a rival then, and why it was refused."""

    rival: float = 0.0
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """The group of each owner of a telling, and what became of each pair that was tried."""

    group_of: dict[str, Group]
    verdicts: Mapping[Pair, Verdict]


def joined(groups: Sequence[Group], weighed: Mapping[Pair, Comparison], rarity: Rarity) -> Joined:
    """Join groups by the comparisons of their tellings.

    `weighed` is by the owners of two tellings, the smaller first.
    """
    work = _Joining(groups, weighed, rarity)
    for pair, found in sorted(weighed.items(), key=lambda item: (-item[1].score, item[0])):
        if found.joins(_NO_RIVAL):
            work.join(pair, found)
    return Joined(work.group_of, work.verdicts)


class _Joining:
    """The groups so far, and for each telling the others that it may be joined to."""

    def __init__(self, groups: Iterable[Group], weighed: Mapping[Pair, Comparison], rarity: Rarity) -> None:
        self.weighed, self.rarity = weighed, rarity
        self.group_of = {telling.owner: group for group in groups for telling in group.tellings}
        self.verdicts: dict[Pair, Verdict] = {}
        self.likely: dict[str, list[tuple[str, float]]] = {}
        for (first, second), found in weighed.items():
            if found.may_join:
                self.likely.setdefault(first, []).append((second, found.score))
                self.likely.setdefault(second, []).append((first, found.score))

    def join(self, pair: Pair, found: Comparison) -> None:
        """Join the groups of a pair, where its evidence is enough and nothing speaks against it."""
        first, second = (self.group_of[owner] for owner in pair)
        if first is second:
            return
        rival = max(self.best_rival(*pair), self.best_rival(*pair[::-1]))
        refusal = self.refusal(first, second) if found.joins(rival) else Refusal.RIVAL
        self.verdicts[pair] = Verdict(rival, refusal)
        if refusal:
            return
        whole, part = _first_of(first, second)
        whole.told = sorted((*whole.told, *part.told), key=_order)
        whole.tellings += part.tellings
        whole.articles |= part.articles
        for telling in part.tellings:
            self.group_of[telling.owner] = whole

    def best_rival(self, owner: str, other: str) -> float:
        """Return the best score that a telling reaches with another one of the articles of `other`.

        What belongs to either already is no rival, nor what already has a telling of the same article.
        """
        own, there = self.group_of[owner], self.group_of[other]
        found = 0.0
        for name, score in self.likely.get(owner, ()):
            group = self.group_of[name]
            if score <= found or group is own or group is there:
                continue
            if not there.articles.isdisjoint(group.articles) and own.articles.isdisjoint(group.articles):
                found = score
        return found

    def refusal(self, one: Group, other: Group) -> Refusal | None:
        """Return what speaks against one event, if anything: entries, days, two things of one article."""
        if one.event and other.event:
            return Refusal.ENTRIES
        if not all(one.admits(telling.span) for telling in other.tellings):
            return Refusal.DAYS
        others = one.tellings + other.tellings
        agree = all(self._agree(a, b, others) for a in one.tellings for b in other.tellings)
        return None if agree else Refusal.OTHERS

    def _agree(self, a: Telling, b: Telling, others: Iterable[Telling]) -> bool:
        """Tell whether two tellings that a third brings together do not contradict each other."""
        if self._is_same(a, b):
            return True
        if contradict(a, b, self.rarity):
            return False
        return not a.article or a.article != b.article or self._are_told_twice(a, b, others)

    def _are_told_twice(self, a: Telling, b: Telling, others: Iterable[Telling]) -> bool:
        """Tell whether an article tells one deed twice: another article's telling is the same as either.

        "Police have arrested two men … The two were picked up at dawn on Monday."
        """
        if a.triggers.isdisjoint(b.triggers) or a.start == b.start:
            return False
        there = (t for t in others if t.article != a.article)
        return any(self._is_same(a, third) and self._is_same(b, third) for third in there)

    def _is_same(self, a: Telling, b: Telling) -> bool:
        found = self._found(a, b)
        return found is not None and found.likeness is Likeness.SAME

    def _found(self, a: Telling, b: Telling) -> Comparison | None:
        return self.weighed.get(pair_of(a.owner, b.owner))


def _first_of(one: Group, other: Group) -> tuple[Group, Group]:
    """Return two groups, that of an entry or else the earlier first."""
    if one.event or other.event:
        return (one, other) if one.event else (other, one)
    return (one, other) if _order(one.told[0]) < _order(other.told[0]) else (other, one)


def _order(candidate: Candidate) -> tuple[str, int, int, str]:
    return candidate.article, candidate.start, candidate.occurrence, candidate.id


def pair_of(one: str, other: str) -> Pair:
    """Return two owners in one order."""
    return (one, other) if one < other else (other, one)
