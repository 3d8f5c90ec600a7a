"""What a person deleted, as entries again: so that a new telling of it is known as one is of any entry.

The lock has no words. As a rule the article is there, unchanged, and is read anew; where it is not, the
hashed cues of the lock have to do (see `retold`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from timeline.model import Article, Candidate, Event, Source, Status
from timeline.store.files import State
from timeline.store.lock import CandidateLine, Fate, cue_set, short_hash
from timeline.store.matching import new_line, pair
from timeline.store.quotes import quotes

_FEWEST = 2  # cues that a new telling shares with a deleted one, or they are of different things
_MOST = 40  # articles that are read anew, those that share most

Extract = Callable[[Article], Sequence[Candidate]]


def deleted(state: State, fresh: Iterable[Candidate], extract: Extract) -> tuple[Event, ...]:
    """Return the entries that were offered and are gone, as far as new candidates may tell them again.

    What another entry quotes is not gone.
    """
    gone = _gone(state)
    near = _near(gone, fresh) if gone else []
    quoted = _quoted(state) if near else {}
    made: defaultdict[str, list[Candidate]] = defaultdict(list)
    for name in near:
        article = state.timeline.articles.get(name)
        if article and _is_unchanged(state, article, name):
            known = state.lock.by_article[name]
            for line, candidate in pair(extract(article), known, same_text=True).known:
                if line.candidate in gone and not _is_quoted(candidate, quoted.get(article.id, ())):
                    made[line.event].append(candidate)
    return tuple(_entry(name, candidates) for name, candidates in made.items())


def _gone(state: State) -> dict[str, CandidateLine]:
    here = {name for event in state.timeline.events for name in (event.id, *event.merged)}
    lines = state.lock.candidates.values()
    return {c.candidate: c for c in lines if c.fate is Fate.OFFERED and c.event not in here}


def _near(gone: dict[str, CandidateLine], fresh: Iterable[Candidate]) -> list[str]:
    """Return the articles of deleted entries that share most with new candidates, in a settled order."""
    by_cue: defaultdict[str, list[CandidateLine]] = defaultdict(list)
    for line in gone.values():
        for cue in cue_set(line.cues):
            by_cue[cue].append(line)
    best: Counter[str] = Counter()
    for candidate in fresh:
        shared = Counter(
            line.candidate for cue in cue_set(new_line(candidate, "").cues) for line in by_cue.get(cue, ())
        )
        for name, count in shared.items():
            article = gone[name].article
            if count >= _FEWEST and article != candidate.article:
                best[article] = max(best[article], count)
    return sorted(best, key=lambda name: (-best[name], name))[:_MOST]


def _is_unchanged(state: State, article: Article, name: str) -> bool:
    known = state.lock.articles.get(name)
    return not article.is_withheld and known is not None and known.text == short_hash(article.text)


def _quoted(state: State) -> Mapping[str, Sequence[str]]:
    quoted: defaultdict[str, list[str]] = defaultdict(list)
    for source in (s for event in state.timeline.events for s in event.sources if s.article and s.quote):
        quoted[state.renamed.get(source.article, source.article)].append(source.quote)
    return quoted


def _is_quoted(candidate: Candidate, cited: Iterable[str]) -> bool:
    return any(quotes(quote, candidate.sentence, candidate.fingerprint) for quote in cited)


def _entry(name: str, candidates: Sequence[Candidate]) -> Event:
    first = candidates[0]
    return Event(
        name,
        first.title,
        date=first.when,
        text=first.text,
        kind=first.kind,
        status=Status.HIDDEN,
        places=first.places,
        actors=first.actors,
        sources=tuple(Source(c.article, quote=c.sentence, said=c.said) for c in candidates),
    )
