"""Merging: which candidates tell an entry that is there, and which tell one new event together.

`merge(unseen, timeline, settings)` holds each candidate against the few tellings that the index gives, and
joins the most alike first (`grouping`). Kinds never merge; a plan and its fulfilment point at each other
(`pointing`). A candidate that tells a hidden or withdrawn entry joins it as a source like any other: it is
never added again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from timeline.collecting import no_collecting
from timeline.config import Settings
from timeline.events.blocking import Index
from timeline.events.entry_tellings import quotes_of, shares, span_of_event, tellings_of
from timeline.events.grouping import Group, Pair, Verdict, joined, pair_of
from timeline.events.importance import of_event
from timeline.events.pointing import pointers
from timeline.events.rarity import Rarity
from timeline.events.rereading import Rereading
from timeline.events.similarity import Comparison, Likeness, compare
from timeline.events.spans import Span
from timeline.events.suggesting import code_of
from timeline.events.tellings import Telling
from timeline.events.tellings import of_candidate as telling_of
from timeline.events.writing import new_event, source_of
from timeline.model import Candidate, Event, Merge, NewEvent, NewSource, Status, Suggestion, Timeline

_AROUND = 5  # days around a candidate in which entries are looked at
_MANY = 200  # times of candidates, from which on all entries are looked at
_CROWD = 2_000  # entries, from which on one has to share its words with one candidate, not with any
_NEARLY = 1.0  # evidence of a telling of an entry, from which on its quote is read again
_NOTHING = Comparison(Likeness.OTHER)


@no_collecting()
def merge(unseen: Sequence[Candidate], timeline: Timeline, settings: Settings) -> Merge:
    """Return what unseen candidates mean for the entries that are there."""
    return filed(unseen, timeline, settings).result() if unseen else Merge()


def filed(unseen: Sequence[Candidate], timeline: Timeline, settings: Settings) -> Merging:
    """Hold candidates against each other and against the entries; nothing is joined yet."""
    candidates = sorted(unseen, key=lambda c: (c.article, c.start, c.occurrence, c.id))
    made = [(c, telling_of(c, timeline.articles)) for c in candidates]
    asked = frozenset().union(*(telling.features for _, telling in made))
    work = Merging(timeline, settings, Index(asked))
    spans = {telling.span for _, telling in made}
    is_strict = len(timeline.events) > _CROWD and len(made) <= _MANY
    shared = [telling.features for _, telling in made] if is_strict else [asked]
    others = 0
    for event in timeline.events:
        span = span_of_event(event, timeline.articles)
        if not _is_near(span, event, spans):
            continue
        if span in spans or shares(event, shared, work.code):
            work.put_entry(event)
        else:
            others += 1 + len(event.sources)
    work.rarity = Rarity([*work.index.tellings, *(t for _, t in made)], timeline.articles, others)
    for candidate, telling in made:
        work.put(candidate, telling)
    return work


def _is_near(span: Span, event: Event, spans: set[Span]) -> bool:
    """Tell whether an entry could have to do with one of these times: the others need not be read at all."""
    if len(spans) > _MANY or any(source.date for source in event.sources):
        return True
    return any(span.gap(other) <= _AROUND for other in spans)


class Merging:
    """The groups so far, and the index of their tellings."""

    def __init__(self, timeline: Timeline, settings: Settings, index: Index) -> None:
        self.timeline, self.settings, self.index = timeline, settings, index
        self.code = code_of(timeline)
        self.rarity = Rarity((), timeline.articles)
        self.rereading = Rereading(timeline.articles, settings, self.code)
        self.groups: list[Group] = []
        self.group_of: dict[str, Group] = {}
        self.weighed: dict[Pair, Comparison] = {}
        self.verdicts: Mapping[Pair, Verdict] = {}

    def put_entry(self, event: Event) -> None:
        """File an entry that is there."""
        tellings = tellings_of(event, self.timeline.articles, self.code)
        group = Group(event, tellings=tellings)
        self.groups.append(group)
        self.group_of[event.id] = group
        for telling, quote in zip(tellings, quotes_of(event), strict=True):
            self.index.add(telling)
            self.rereading.file(telling, event, quote)

    def put(self, candidate: Candidate, telling: Telling) -> None:
        """Hold a candidate against the tellings that are like it."""
        alike = self.index.alike(telling, same_kind=True)
        opening = (t for t in self.rarity.leading(telling.article) if t not in alike and t is not telling)
        for other in (*alike, *opening):
            comparison = self._compared(other, telling)
            pair = pair_of(other.owner, telling.owner)
            if comparison.score > self.weighed.get(pair, _NOTHING).score:
                self.weighed[pair] = comparison
        self.groups.append(Group(told=[candidate], tellings=[telling]))
        self.index.add(telling)

    def _compared(self, other: Telling, telling: Telling) -> Comparison:
        """Compare; a telling of an entry that comes near, as its quote tells it, which its entry then has."""
        found = compare(other, telling, self.rarity)
        group = self.group_of.get(other.owner)
        if group is None or found.score < _NEARLY:
            return found
        sharper = self.rereading.sharper(other)
        if sharper is other:
            return found
        group.tellings = [sharper if t is other else t for t in group.tellings]
        return compare(sharper, telling, self.rarity)

    def join(self) -> None:
        """Join what belongs together."""
        done = joined(self.groups, self.weighed, self.rarity)
        self.group_of, self.verdicts = done.group_of, done.verdicts

    def result(self) -> Merge:
        """Join what belongs together, and write it down, the most important new entries first."""
        self.join()
        left = {id(group) for group in self.group_of.values()}
        self.groups = [group for group in self.groups if group.event or id(group) in left]
        new = [
            (of_event(g.told, self.timeline.articles), n, g)
            for n, g in enumerate(self.groups)
            if g.event is None
        ]
        new.sort(key=lambda item: (-item[0], item[1]))
        see = pointers(self.groups, self.group_of, self.index, self.rarity)
        events = tuple(self._new_event(group, see.get(group.id, ())) for _, _, group in new)
        sources = tuple(s for g in self.groups if g.event for s in self._new_sources(g.event, g.told))
        return Merge(events, sources, self._suggestions())

    def _new_event(self, group: Group, see: Iterable[str]) -> NewEvent:
        event = new_event(group.told, self.timeline.articles, self.settings)
        return NewEvent(replace(event, see=tuple(sorted(see))), tuple(group.told))

    def _new_sources(self, event: Event, told: Iterable[Candidate]) -> Iterator[NewSource]:
        is_new = event.status is not Status.DRAFT
        for candidate in told:
            source = source_of(candidate, event.date, self.timeline.articles, self.settings, is_new=is_new)
            yield NewSource(event.id, source, candidate)

    def _suggestions(self) -> tuple[Suggestion, ...]:
        """Return what was alike and stayed apart, the likeliest first."""
        made: dict[Pair, Suggestion] = {}
        likely = (item for item in self.weighed.items() if item[1].likeness is not Likeness.OTHER)
        for owners, found in sorted(likely, key=lambda item: (-item[1].score, item[0])):
            first, second = (self.group_of[owner] for owner in owners)
            if first is not second and not share_sentence(first, second):
                reason = found.reason or "alike, but not as much as others"
                made.setdefault(pair_of(first.id, second.id), Suggestion(first.id, second.id, reason))
        return tuple(made.values())


def share_sentence(one: Group, other: Group) -> bool:
    """Tell whether one sentence told both: then they were taken for two on purpose."""
    told = {(t.article, t.start) for t in one.tellings if t.article and t.start >= 0}
    return any((t.article, t.start) in told for t in other.tellings)
