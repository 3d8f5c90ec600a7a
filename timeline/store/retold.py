"""Whether a new article tells what a person deleted, or merged into another entry.

Of such an entry the lock has only fingerprints, days and hashed cues. They are enough to say "this looks
like what you took out": the new telling is then reported and not added; `timeline restore ID` brings both
back. The same deed on the same day is not enough, a court fines somebody every Monday: both must name the
same person or place, stand in articles of one story, or share most of their words. What tells an entry that
was merged into another, or that was given another id, goes to that one as a source.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from timeline.identity import is_close
from timeline.model import Article, Candidate, Event
from timeline.store.fields import parse_when
from timeline.store.lock import CandidateLine, Fate, Lock, cue_set
from timeline.store.matching import new_line
from timeline.store.quotes import quotes_print
from timeline.temporal import find
from timeline.temporal.edtf import EdtfError, When

# Share of the smaller set of cues that two tellings must have in common, by how sharp their days are.
_NEEDED_DAYS = 0.36
_NEEDED_VAGUE = 0.5
_SHARP = 3  # days
_OTHER_NAMES = 0.2  # more, where both name somebody or some place, and nothing in common
_OTHER_DEED = 0.2  # more, where both name a deed, and not the same
_FEWEST = 2  # cues in common
_FEWEST_WORDS = 3  # in common beside the deed, where nothing else tells that both are of one story
_MOST_WORDS = 0.6  # … and their share
_STORY = 3  # names that two articles of one story share
_COMMON = 0.5  # share of the articles from which on a capitalised word is no name that tells them apart
_INSIDE = re.compile(r"(?<=[\w,] )[^\W\d_][\w'’-]{3,}")  # a word that begins no sentence
_REPORTS_APART = 30  # days between the reports of two tellings without a time


class Offered:
    """What was offered before: found again in the same words, or, where its entry is gone, by shared cues."""

    def __init__(self, lock: Lock, events: Iterable[Event], articles: Mapping[str, Article]) -> None:
        self.events = tuple(events)
        self.articles = articles
        self._names: dict[str, frozenset[str]] = {}
        self.owners = {name: event for event in self.events for name in (*event.merged, event.id)}
        here = {event.id for event in self.events}
        self.gone = [c for c in lock.candidates.values() if is_deleted(c, here)]
        self.by_cue: defaultdict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(self.gone):
            for cue in cue_set(line.cues):
                self.by_cue[cue].append(index)
        self.by_print: defaultdict[str, list[CandidateLine]] = defaultdict(list)
        for line in lock.candidates.values():
            if line.fate in (Fate.OFFERED, Fate.PROPOSED) and line.print:
                self.by_print[line.print].append(line)

    def now_in(self, line: CandidateLine) -> Event | None:
        """Return the entry that holds what a candidate went to, None where it is deleted.

        It has its id, names it under `merged`, or still quotes the sentence.
        """
        if line.event in self.owners:
            return self.owners[line.event]
        article = self.articles.get(line.article)
        names = {line.article, article.id if article else line.article}
        for event in self.events:
            if any(s.article in names and quotes_print(s.quote, line.print) for s in event.sources):
                return event
        return None

    def told_by(self, candidate: Candidate) -> CandidateLine | None:
        """Return what was offered before that a new telling tells again, None where there is none."""
        own = new_line(candidate, "")
        cues = cue_set(own.cues)
        likely = sorted({index for cue in cues for index in self.by_cue.get(cue, ())})
        again = [line for line in self.by_print.get(own.print, ()) if self._same_words(line, own)]
        if again:
            return max(again, key=lambda line: (len(cue_set(line.cues) & cues), line.said == own.said))
        return next((self.gone[i] for i in likely if self._is_told(self.gone[i], own)), None)

    def _same_words(self, line: CandidateLine, own: CandidateLine) -> bool:
        """Tell whether another article says the same in the same words, of the same days."""
        return (
            line.article != own.article and line.kind == own.kind and _meet(self._span(line), self._span(own))
        )

    def _is_told(self, gone: CandidateLine, own: CandidateLine) -> bool:
        if gone.kind != own.kind:
            return False
        if not _meet(self._span(gone), self._span(own)):
            return False
        if is_close(gone.print, own.print):
            return True
        first, second = cue_set(gone.cues), cue_set(own.cues)
        if not self._of_one_story(gone, own, first, second):
            return False
        shared = len(first & second)
        needed = _NEEDED_DAYS if _is_sharp(gone.when) and _is_sharp(own.when) else _NEEDED_VAGUE
        needed += _OTHER_NAMES * _differ(gone.names, own.names, (first, second))
        needed += _OTHER_DEED * _differ(gone.deeds, own.deeds, (first, second))
        return shared >= _FEWEST and shared >= needed * min(len(first), len(second))

    def _of_one_story(
        self, gone: CandidateLine, own: CandidateLine, first: frozenset[str], second: frozenset[str]
    ) -> bool:
        """Tell whether two tellings have more in common than a deed and a day."""
        if cue_set(gone.names) & second or cue_set(own.names) & first:
            return True
        if self._share_a_story(gone.article, own.article):
            return True
        first, second = first - cue_set(gone.deeds), second - cue_set(own.deeds)
        return len(first & second) >= max(_FEWEST_WORDS, _MOST_WORDS * min(len(first), len(second)))

    def _share_a_story(self, one: str, other: str) -> bool:
        """Tell whether two articles name enough of the same; "Monday" and "March" are no names."""
        shared = self._named_in(one) & self._named_in(other)
        if len(shared) < _STORY:
            return False
        article = self.articles[other]
        times = find("; ".join(sorted(shared)), published=article.anchor, language=article.language)
        return len(shared) - len(times) >= _STORY

    def _named_in(self, name: str) -> frozenset[str]:
        """Return the capitalised words inside sentences of an article, but for those of most articles."""
        if not self._names:
            found = {
                a.id: frozenset(word for word in _INSIDE.findall(a.text) if word[0].isupper())
                for a in self.articles.values()
            }
            counts = Counter(word for words in found.values() for word in words)
            common = {word for word, count in counts.items() if count > max(2, _COMMON * len(found))}
            self._names = {name: words - common for name, words in found.items()}
        return self._names.get(name, frozenset())

    def _span(self, line: CandidateLine) -> tuple[int | None, int | None]:
        """Return the first and last day that a telling allows, as numbers; None for an open end."""
        when = _when(line.when)
        if when:
            return (when.first.ordinal if when.first else None, when.last.ordinal if when.last else None)
        article = self.articles.get(line.article)
        anchor = article.anchor if article else None
        if anchor is None or anchor.first is None or anchor.last is None:
            return None, None
        return anchor.first.ordinal - _REPORTS_APART, anchor.last.ordinal + _REPORTS_APART


def _differ(one: str, other: str, cues: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Tell whether both name something of a kind, and neither what the other names."""
    first, second = cue_set(one), cue_set(other)
    return bool(first and second) and not (first & cues[1] or second & cues[0])


def is_deleted(line: CandidateLine, live: set[str] | frozenset[str]) -> bool:
    """Tell whether what a candidate went to is gone; what was proposed when the lock was lost may be."""
    return line.fate is Fate.PROPOSED or (line.fate is Fate.OFFERED and line.event not in live)


def _when(edtf: str) -> When | None:
    try:
        return parse_when(edtf) if edtf else None
    except EdtfError:
        return None


def _is_sharp(edtf: str) -> bool:
    when = _when(edtf)
    if when is None or when.first is None or when.last is None:
        return False
    return when.last.ordinal - when.first.ordinal < _SHARP


def _meet(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    return not (_before(one[1], other[0]) or _before(other[1], one[0]))


def _before(last: int | None, first: int | None) -> bool:
    return last is not None and first is not None and last < first
