"""What articles say that was never offered: the step between finding events and merging them.

`articles_to_read` says which articles are new or have changed; `unseen` holds what was found in them
against the lock and the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.identity import EXTRACTION_VERSION
from timeline.model import Article, Candidate, Extraction
from timeline.store.files import State
from timeline.store.lock import ArticleLine, CandidateLine, Fate
from timeline.store.matching import Shelf, new_line, pair, shelf, with_free_id
from timeline.store.sketch import Publications, content_hash, line_of


@dataclass(frozen=True, slots=True)
class Unseen:
    """What was read: `candidates` never offered, and what the lock is to say of all the others.

    `wanted` are the ids that a person asked for. `proposed` was found while the lock was lost: it may be
    new, and it may be what a person deleted, so that it is shown and not added. `elsewhere` names, for each
    finding that another file of the same publication told first, its article and that one.
    """

    candidates: tuple[Candidate, ...] = ()
    wanted: frozenset[str] = frozenset()
    proposed: tuple[Candidate, ...] = ()
    articles: tuple[ArticleLine, ...] = ()
    lines: tuple[CandidateLine, ...] = ()
    extractions: tuple[Extraction, ...] = ()
    elsewhere: tuple[tuple[str, str], ...] = ()


def articles_to_read(state: State, articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles that are new, changed, read by an older program, or hold what is wanted."""
    wanted = {line.article for line in state.lock.candidates.values() if line.fate is Fate.WANTED}
    wanted |= {state.renamed[name] for name in wanted if name in state.renamed}
    here = (a for a in articles if not a.absent)
    return tuple(a for a in here if a.id in wanted or _has_changed(a, state.lock.articles.get(a.id)))


def _has_changed(article: Article, line: ArticleLine | None) -> bool:
    return line is None or line.reader != EXTRACTION_VERSION or line.content != content_hash(article)


def unseen(state: State, extractions: Sequence[Extraction]) -> Unseen:
    """Hold what was found in articles against all that was ever offered."""
    work = _Work(state)
    articles = state.articles
    for extraction in extractions:
        if article := articles.get(extraction.article):
            work.take(article, extraction.candidates)
    return Unseen(
        candidates=tuple(work.fresh),
        wanted=frozenset(work.wanted),
        proposed=tuple(work.proposed),
        articles=tuple(work.articles),
        lines=tuple(work.lines.values()),
        extractions=tuple(extractions),
        elsewhere=tuple(work.elsewhere),
    )


class _Work:
    """Goes through the articles, and collects."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.shelf: Shelf = shelf(state.timeline.events, state.lock)
        self.publications = Publications(state.lock.articles)
        self.ids = {*state.lock.candidates, *state.live}
        self.fresh: list[Candidate] = []
        self.proposed: list[Candidate] = []
        self.wanted: set[str] = set()
        self.articles: list[ArticleLine] = []
        self.lines: dict[str, CandidateLine] = {}
        self.elsewhere: list[tuple[str, str]] = []

    def take(self, article: Article, candidates: Sequence[Candidate]) -> None:
        """Sort the candidates of one article into known and fresh ones."""
        before = [old for old, now in self.state.renamed.items() if now == article.id]
        line = line_of(article, before)
        known = self._known(line, before)
        texts = {
            self.state.lock.articles[n].text for n in (article.id, *before) if n in self.state.lock.articles
        }
        paired = pair(candidates, known, same_text=line.text in texts)
        met = {known_line.candidate for known_line, _ in paired.known}
        for known_line, candidate in paired.known:
            self._keep(known_line, candidate, {article.id, *before})
        for old in known:
            if old.article in before and old.candidate not in met:
                self.lines[old.candidate] = replace(old, article=article.id)
        adopted = self.shelf.adopt(paired.fresh, (article.id, *before))
        for candidate, event in zip(paired.fresh, adopted, strict=True):
            self._first_sight(candidate, event)
        self.articles.append(line)

    def _known(self, article: ArticleLine, before: Iterable[str]) -> list[CandidateLine]:
        """Return the lines of the article, of what it was called before, and of the same publication."""
        names = dict.fromkeys((article.article, *before, *self.publications.same(article)))
        return [line for name in names for line in self.state.lock.by_article.get(name, ())]

    def _keep(self, line: CandidateLine, candidate: Candidate, names: set[str]) -> None:
        known = self.state.lock.candidates[line.candidate]
        if known.article not in names:
            # It is known from another file of the same publication, whose line stays as it is.
            self.elsewhere.append((candidate.article, known.article))
            return
        if line.fate is Fate.WANTED:
            self.wanted.add(line.candidate)
            self.fresh.append(replace(candidate, id=line.candidate))
        self.lines[line.candidate] = line

    def _first_sight(self, candidate: Candidate, event: str) -> None:
        if event:
            own = candidate if candidate.id == event else with_free_id(candidate, self.ids)
            self.ids.add(own.id)
            self.lines[own.id] = new_line(own, event)
            return
        own = with_free_id(candidate, self.ids)
        self.ids.add(own.id)
        (self.proposed if self.state.lost else self.fresh).append(own)
