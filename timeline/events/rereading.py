"""The quotes of entries, read again as the sentences that they are.

A person may have edited an entry: its tellings are made of all the words of a quote. Where one of them comes
near a new telling, its quote is read like a sentence of an article, so that who did what to whom is weighed
as it is between two articles that are taken in together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from timeline.config import Settings
from timeline.events import language
from timeline.events.extraction import extract
from timeline.events.tellings import Telling, of_candidate
from timeline.events.tokens import tokenise
from timeline.events.word_cues import word_cues
from timeline.model import Article, Candidate, Event
from timeline.temporal import When

_CUT = ("…", "[", "...")  # a quote with words left out is no sentence


class Rereading:
    """Reads quotes again, each at most once; the tellings made of them are filed first."""

    def __init__(self, articles: Mapping[str, Article], settings: Settings, code: str) -> None:
        self.articles, self.settings, self.code = articles, settings, code
        self.quotes: dict[int, tuple[Event, str]] = {}
        self.known: dict[int, Telling] = {}

    def file(self, telling: Telling, event: Event, quote: str) -> None:
        """Remember of which quote a telling is made."""
        if quote and not any(mark in quote for mark in _CUT):
            self.quotes[id(telling)] = event, quote

    def sharper(self, telling: Telling) -> Telling:
        """Return a telling as its quote tells it; as it is where that tells nothing like its entry."""
        found = self.known.get(id(telling))
        if found is None:
            found = self.known[id(telling)] = self._read(telling)
        return found

    def _read(self, telling: Telling) -> Telling:
        if id(telling) not in self.quotes:
            return telling
        event, quote = self.quotes[id(telling)]
        article = self.articles.get(telling.article)
        anchor = article.anchor if article else None
        told = [c for c in _candidates(quote, anchor, self.code, self.settings) if c.kind is event.kind]
        best = max(told, key=lambda c: (_likeness(c, event.title, self.code), -c.occurrence), default=None)
        if best is None or not _likeness(best, event.title, self.code):
            return telling
        return _joined(telling, of_candidate(best, self.articles))


def _joined(entry: Telling, read: Telling) -> Telling:
    """Return what a quote tells, with the day, the places and the actors that its entry has."""
    return replace(
        read,
        owner=entry.owner,
        article=entry.article,
        kind=entry.kind,
        span=entry.span,
        start=entry.start,
        origin=entry.origin,
        reported=entry.reported,
        names=entry.names | read.names,
        places=entry.places | read.places,
        sites=entry.sites | read.sites,
        site_words=entry.site_words | read.site_words,
    )


@lru_cache(maxsize=1 << 12)
def _candidates(quote: str, anchor: When | None, code: str, settings: Settings) -> tuple[Candidate, ...]:
    return extract(Article("", "", quote, published=anchor, language=code), settings).candidates


def _likeness(candidate: Candidate, title: str, code: str) -> int:
    """Return how many words the headline of a candidate shares with the title of an entry."""
    return len(_words(candidate.title, code) & _words(title, code))


@lru_cache(maxsize=1 << 12)
def _words(text: str, code: str) -> frozenset[str]:
    known = language.load(code)
    return (
        frozenset(word_cues(tokenise(text, 0, known), known)) if known else frozenset(text.casefold().split())
    )
