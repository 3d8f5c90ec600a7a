"""What became of the findings of one article, and which others tell of the same: for `timeline explain`.

Both are read from the lock and the event files; no text is read anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.model import Article, Event
from timeline.store.files import State
from timeline.store.lock import CandidateLine, Fate, cue_set
from timeline.store.retold import Offered

_ONE_ENTRY = 1_000  # more than any number of cues: articles that tell one entry come first
_FEWEST = 3  # cues that two findings must share to count


def whereabouts(state: State, name: str) -> Mapping[str, str]:
    """Return, by id, what became of each finding of an article; "" where its entry has its own id."""
    offered = Offered(state.lock, state.timeline.events, state.timeline.articles)
    lines = state.lock.by_article.get(name, ())
    return {line.candidate: _fate(state, line, offered.now_in(line)) for line in lines}


def _fate(state: State, line: CandidateLine, event: Event | None) -> str:
    if line.fate is Fate.WANTED:
        return "comes with the next run"
    if line.fate is not Fate.OFFERED:
        return f"left out: `timeline take {line.candidate}` adds it"
    if event is None:
        return f"deleted since: `timeline restore {line.event}` brings it back"
    cited = {state.renamed.get(source.article, source.article) for source in event.sources}
    if line.article not in cited:
        return f"taken out of {event.id}: {event.title}"
    return "" if event.id == line.candidate else f"stands in {event.id}: {event.title}"


def related(state: State, article: Article, most: int) -> tuple[Article, ...]:
    """Return the other articles that tell most of what an article tells, then those published next to it."""
    others = [one for one in state.articles.values() if one.id != article.id]
    if len(others) <= most:
        return tuple(others)
    own = [(line, cue_set(line.cues)) for line in state.lock.by_article.get(article.id, ())]
    order = {
        one.id: (-max(_shared(state, one.id, own), default=0), _days_between(one, article), one.id)
        for one in others
    }
    return tuple(sorted(others, key=lambda one: order[one.id])[:most])


def _shared(state: State, name: str, own: list[tuple[CandidateLine, frozenset[str]]]) -> Iterator[int]:
    """Yield how much each two findings of two articles have in common."""
    for line in state.lock.by_article.get(name, ()):
        cues = cue_set(line.cues)
        for mine, my_cues in own:
            if line.event and line.event == mine.event:
                yield _ONE_ENTRY
            elif (count := len(cues & my_cues)) >= _FEWEST:
                yield count


def _days_between(one: Article, other: Article) -> int:
    days = [a.anchor.first.ordinal for a in (one, other) if a.anchor and a.anchor.first]
    return abs(days[0] - days[-1]) if len(days) > 1 else 0
