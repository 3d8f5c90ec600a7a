"""Whether a new article tells what a person deleted.

Of a deleted entry the lock has only fingerprints, days and hashed cues. They are enough to say "this looks
like what you took out": the new telling is then reported and not added. `timeline restore ID` brings both
back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from timeline.identity import is_close
from timeline.model import Article, Candidate
from timeline.store.fields import parse_when
from timeline.store.lock import CandidateLine, Fate, Lock, cue_set
from timeline.store.matching import new_line
from timeline.temporal.edtf import EdtfError, When

# Share of the smaller set of cues that two tellings must have in common, by how sharp their days are.
_NEEDED_DAYS = 0.36
_NEEDED_VAGUE = 0.5
_SHARP = 3  # days
_FEWEST = 2  # cues in common
_REPORTS_APART = 30  # days between the reports of two tellings without a time


class Deleted:
    """The candidates whose entries are gone from the files, found by the cues that they share."""

    def __init__(self, lock: Lock, live: Iterable[str], articles: Mapping[str, Article]) -> None:
        here = set(live)
        self.articles = articles
        self.lines = [c for c in lock.candidates.values() if is_deleted(c, here)]
        self.by_cue: defaultdict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(self.lines):
            for cue in cue_set(line.cues):
                self.by_cue[cue].append(index)

    def told_by(self, candidate: Candidate) -> CandidateLine | None:
        """Return the deleted candidate that this one tells again, None where there is none."""
        if not self.lines:
            return None
        own = new_line(candidate, "")
        cues = cue_set(own.cues)
        likely = sorted({index for cue in cues for index in self.by_cue.get(cue, ())})
        return next((self.lines[i] for i in likely if self._is_told(self.lines[i], own)), None)

    def _is_told(self, gone: CandidateLine, own: CandidateLine) -> bool:
        if gone.kind != own.kind:
            return False
        if is_close(gone.print, own.print):
            return True
        first, second = cue_set(gone.cues), cue_set(own.cues)
        shared = len(first & second)
        needed = _NEEDED_DAYS if _is_sharp(gone.when) and _is_sharp(own.when) else _NEEDED_VAGUE
        if shared < _FEWEST or shared < needed * min(len(first), len(second)):
            return False
        return _meet(self._span(gone), self._span(own))

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
