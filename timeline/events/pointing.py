"""Which entries of different kinds point at each other: a plan and what came of it, a claim and the fact.

`pointers(groups, group_of, index, rarity)` gives for each group the ids to point at. Both must tell the same
kind of deed of the same people or places, and share much of what they say. What happened at one base is no
fulfilment of a plan for the country, nor is a beginning that of an end; and of several that came after a
plan, those nearest to its day are meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.events.blocking import Index
from timeline.events.evidence import same_deed
from timeline.events.grouping import Group
from timeline.events.rarity import Rarity
from timeline.events.spans import Span
from timeline.events.tellings import Telling
from timeline.model import Kind

_SHARED = 0.5  # share of the words that a plan and its fulfilment must have in common
_MONTH = 31  # days before and after a plan in which its fulfilment is looked for
_NEAR = 3  # days farther than the nearest that are as near
_BEGINNINGS = "beginnings"


def pointers(
    groups: Sequence[Group], group_of: Mapping[str, Group], index: Index, rarity: Rarity
) -> dict[str, set[str]]:
    """Return for each group the ids of those of another kind that clearly concern the same thing."""
    gaps: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for telling, other in _pairs(groups, index):
        here, there = group_of[telling.owner], group_of[other.owner]
        if here is not there and _concern(telling, other, rarity):
            plan, done = (there, here) if telling.kind is Kind.HAPPENED else (here, there)
            gap = _gap(telling, other)
            gaps[plan.id][done.id] = min(gap, gaps[plan.id].get(done.id, gap))
    see: defaultdict[str, set[str]] = defaultdict(set)
    for plan_id, found in gaps.items():
        for done_id in (name for name, gap in found.items() if gap <= min(found.values()) + _NEAR):
            see[plan_id].add(done_id)
            see[done_id].add(plan_id)
    return dict(see)


def _pairs(groups: Sequence[Group], index: Index) -> Iterator[tuple[Telling, Telling]]:
    """Yield new tellings with those of another kind that are like them."""
    planned = any(g.event and g.event.kind is not Kind.HAPPENED for g in groups)
    for group in groups:
        for telling in group.tellings if group.told else ():
            if telling.kind is Kind.HAPPENED and not planned:
                continue  # of two new ones, that which has not happened looks for the other
            for other in index.alike(_around(telling)):
                if other.kind is not telling.kind:
                    yield telling, other


def _around(telling: Telling) -> Telling:
    """Note that a plan is looked for around its day.

    What was planned for one day may have come on another.
    """
    span = telling.span
    if telling.kind is not Kind.PLANNED or span.first is None or span.last is None:
        return telling
    return replace(telling, span=Span(span.first - _MONTH, span.last + _MONTH, known=span.known))


def _concern(a: Telling, b: Telling, rarity: Rarity) -> bool:
    if not same_deed(a, b) or (a.start == b.start and a.article == b.article):
        return False
    one_day = a.span.is_sharp and b.span.is_sharp and a.span == b.span
    if not (a.names & (b.names | b.words) or one_day) or not _fit(a, b):
        return False
    shared = rarity.of(a.words & b.words, a, b)
    least = min(rarity.of(telling.words, a, b) for telling in (a, b))
    return shared >= _SHARED * max(least, 1.0)


def _fit(a: Telling, b: Telling) -> bool:
    """Tell whether places and phases allow both to concern one thing."""
    done, plan = (a, b) if a.kind is Kind.HAPPENED else (b, a)
    if _BEGINNINGS in done.phases and _BEGINNINGS not in plan.phases:
        return False
    if a.sites and b.sites:
        return bool(a.sites & b.sites)
    if not a.places or not b.places:
        return True
    return bool(a.sites) == bool(b.sites) and bool(a.places & b.places)


def _gap(a: Telling, b: Telling) -> int:
    """Return the days between two times; where one is not known, it is not near."""
    return a.span.gap(b.span) if a.span.known and b.span.known else _MONTH
