"""Which of the findings of a run go into the person's files, and as what.

What was asked for goes first, then the most important up to the limit. What tells an entry that was merged or
renamed goes to it as a source; what tells a deleted one is only reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from timeline.config import Settings
from timeline.model import Event, Merge, NewEvent, NewSource, Source, Status
from timeline.store.files import State
from timeline.store.lock import CandidateLine
from timeline.store.quotes import quotes, shortened
from timeline.store.retold import Offered
from timeline.store.unseen import Unseen


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be added, what is left for later, and what tells a deleted entry (with its line)."""

    events: tuple[NewEvent, ...]
    sources: tuple[NewSource, ...]
    left: tuple[NewEvent, ...]
    retold: tuple[tuple[NewEvent, CandidateLine], ...]
    known: tuple[NewSource, ...] = ()

    def without(self, refused: Iterable[object]) -> Chosen:
        """Take out what could not be written."""
        gone = {id(item) for item in refused}
        return replace(
            self,
            events=tuple(e for e in self.events if id(e) not in gone),
            sources=tuple(s for s in self.sources if id(s) not in gone),
        )


def choose(state: State, seen: Unseen, merge: Merge, limit: int | None) -> Chosen:
    """Decide on all findings of a run; `limit` holds for new entries that nobody asked for."""
    offered = Offered(state.lock, state.timeline.events, state.timeline.articles)
    wanted, usual, retold = [], [], []
    moved: list[NewSource] = []
    for new in merge.new_events:
        if any(c.id in seen.wanted for c in new.candidates):
            wanted.append(new)
        elif (line := _told_before(new, merge, offered, state)) is None:
            usual.append(new)
        elif owner := offered.now_in(line):
            moved += _sources_for(owner, new)
        else:
            retold.append((new, line))
    room = len(usual) if limit is None else limit
    events = [_as_draft(new, state.settings) for new in (*wanted, *usual[:room])]
    by_id = {e.id: e for e in state.timeline.events}
    news = [s for s in (*merge.new_sources, *moved) if s.event_id in by_id]
    fresh = _once(
        _as_new(state, by_id[s.event_id], s) for s in news if not _is_there(state, by_id[s.event_id], s)
    )
    known = [s for s in news if s.candidate.id not in {f.candidate.id for f in fresh}]
    ids = state.live | {new.event.id for new in events}
    events = [
        replace(n, event=replace(n.event, see=tuple(i for i in n.event.see if i in ids))) for n in events
    ]
    return Chosen(tuple(events), tuple(fresh), tuple(usual[room:]), tuple(retold), tuple(known))


def _told_before(new: NewEvent, merge: Merge, offered: Offered, state: State) -> CandidateLine | None:
    """Return a line of what was offered before that a new entry tells again, None where there is none."""
    found = next(filter(None, map(offered.told_by, new.candidates)), None)
    gone = next((merge.retold[c.id] for c in new.candidates if c.id in merge.retold), None)
    return found or (state.lock.by_event[gone][0] if gone else None)


def _sources_for(event: Event, new: NewEvent) -> Iterator[NewSource]:
    """Turn a new entry into sources of the one that took over what it tells."""
    for candidate in new.candidates:
        own = [s for s in new.event.sources if s.article == candidate.article]
        said = (s for s in own if quotes(s.quote, candidate.sentence, candidate.fingerprint))
        source = next(said, own[0] if own else Source(article=candidate.article))
        differs = candidate.when is not None and candidate.when != event.date
        yield NewSource(event.id, replace(source, date=candidate.when if differs else source.date), candidate)


def _once(news: Iterable[NewSource]) -> list[NewSource]:
    """Leave out sources that would stand twice at one entry: two events of a sentence may tell it both."""
    first: dict[tuple[str, str, str], NewSource] = {}
    for new in news:
        first.setdefault((new.event_id, new.source.article, new.source.quote), new)
    return list(first.values())


def _as_draft(new: NewEvent, settings: Settings) -> NewEvent:
    sources = tuple(_with_short_quote(s, settings) for s in new.event.sources)
    return replace(new, event=replace(new.event, status=Status.DRAFT, id_given=True, sources=sources))


def _with_short_quote(source: Source, settings: Settings) -> Source:
    return replace(source, quote=shortened(source.quote, settings.quote_words))


def _as_new(state: State, event: Event, new: NewSource) -> NewSource:
    """Mark a source that comes to an entry that a person has read."""
    source = _with_short_quote(new.source, state.settings)
    return replace(new, source=replace(source, is_new=event.status is not Status.DRAFT))


def _is_there(state: State, event: Event, new: NewSource) -> bool:
    """Tell whether an entry cites this sentence already."""
    candidate = new.candidate
    same = (
        s for s in event.sources if s.article and state.renamed.get(s.article, s.article) == candidate.article
    )
    return any(quotes(s.quote, candidate.sentence, candidate.fingerprint) for s in same if s.quote)
