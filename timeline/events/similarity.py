"""Whether two tellings are of one event.

`compare(a, b, weights)` gives a `Likeness`: SAME, NEAR (to be proposed) or OTHER. The vaguer the days that two tellings share, the more their
words, names and deeds have to agree. Sharper days must lie inside the vaguer ones. In doubt they are two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from math import fsum, log

from timeline.events.tellings import Telling

# Shares of the smaller telling's weight that both must have in common, by how sharp their common days are.
_NEEDED_DAY = 0.36
_NEEDED_MONTH = 0.46
_NEEDED_VAGUE = 0.56
_NEEDED_OTHER_DEED = 0.22  # more, where the two name different deeds
_NEEDED_SAME_ARTICLE = 0.14  # more, within one article: it tells a thing twice less often than two like things
_SAME_ORIGIN = 0.12  # less, where one report rewrites the other
_NO_SHARED_NAME = 0.08  # more, where no name is shared
_OTHER_PLACE = 0.2  # more, where both name places and none is shared
_OTHER_NUMBER = 0.08  # more, where both give numbers and none is shared
_OF_SHORTER = 0.6  # weight of the share of the shorter telling, against that of both
_NEAR = 0.12  # so much less is still proposed
_SHARP = 3  # days
_MONTH = 40  # days
_FEWEST = 2  # words in common
_NEAR_DAYS = 3  # days apart that two like tellings may be proposed for


class Likeness(IntEnum):
    """What a comparison says."""

    OTHER = 0
    NEAR = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer with what it rests on: `score` is how far above what was needed."""

    likeness: Likeness
    score: float = 0.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling each word is: rare ones weigh more (inverse document frequency over the tellings at hand)."""

    counts: Mapping[str, int]
    total: int

    def of(self, words: Iterable[str]) -> float:
        """Return the weight of words together; an exact sum, so that no order of a set shows."""
        return fsum(self.one(w) for w in words)

    def one(self, word: str) -> float:
        """Return the weight of one word, 1 to about 10."""
        return 1.0 + log((self.total + 8) / (self.counts.get(word, 0) + 8))


def weigh(tellings: Iterable[Telling]) -> Weights:
    """Count in how many tellings each word stands."""
    counts: Counter[str] = Counter()
    total = 0
    for telling in tellings:
        counts.update(_content(telling))
        total += 1
    return Weights(counts, total)


def compare(a: Telling, b: Telling, weights: Weights) -> Comparison:
    """Compare two tellings of the same kind; order does not matter."""
    if a.owner == b.owner or (a.article and a.article == b.article and a.start == b.start and a.start >= 0):
        return Comparison(Likeness.OTHER)
    shared = _content(a) & _content(b)
    if len(shared) < _FEWEST and not _both_short(a, b, shared):
        return Comparison(Likeness.OTHER)
    if _excludes(a, b):
        return Comparison(Likeness.OTHER)
    score = _overlap(a, b, shared, weights) - _needed(a, b, shared)
    if not a.span.meets(b.span):
        near = score >= 0 and a.span.known and b.span.known and a.span.gap(b.span) <= _NEAR_DAYS
        return Comparison(Likeness.NEAR if near else Likeness.OTHER, score, "alike, on days close to each other")
    inside = a.span.contains(b.span) or b.span.contains(a.span) or not (a.span.known and b.span.known)
    if score >= 0 and inside:
        return Comparison(Likeness.SAME, score)
    if score >= -_NEAR:
        return Comparison(Likeness.NEAR, score, _reason(a, b, inside=inside))
    return Comparison(Likeness.OTHER, score)


def _overlap(a: Telling, b: Telling, shared: frozenset[str], weights: Weights) -> float:
    """Return what is shared, of the shorter telling and of both: the first alone would favour tellings of few words."""
    both, mine, theirs = weights.of(shared), weights.of(_content(a)), weights.of(_content(b))
    return _OF_SHORTER * both / max(1.0, min(mine, theirs)) + (1 - _OF_SHORTER) * 2 * both / max(1.0, mine + theirs)


def _excludes(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings cannot be of one event: its beginning and its end, or different deeds with no day between them."""
    if a.phases != b.phases and ("beginnings" in a.phases or "beginnings" in b.phases):
        sharp = all(t.span.known and (t.span.days or _MONTH) <= _SHARP for t in (a, b))
        if "endings" in a.phases | b.phases or not sharp:
            return True
    is_open = any(t.span.known and t.span.days is None for t in (a, b))
    return is_open and bool(a.triggers and b.triggers) and not a.triggers & b.triggers


def _content(telling: Telling) -> frozenset[str]:
    return telling.words | telling.names | telling.triggers


def _both_short(a: Telling, b: Telling, shared: frozenset[str]) -> bool:
    """An event noun has few words ("a coup last year"): the noun itself is enough to look on."""
    return bool(shared & (a.triggers & b.triggers))


def same_deed(a: Telling, b: Telling) -> bool:
    """Tell whether the deed of one is named by the other."""
    if a.triggers and b.triggers:
        return bool(a.triggers & b.triggers)
    return bool((a.triggers & b.words) | (b.triggers & a.words)) or not (a.triggers or b.triggers)


def _needed(a: Telling, b: Telling, shared: frozenset[str]) -> float:
    needed = _by_sharpness(a, b)
    needed += 0 if same_deed(a, b) else _NEEDED_OTHER_DEED
    names = (a.names & b.names) or (a.names & b.words) or (b.names & a.words)
    needed += 0 if names else _NO_SHARED_NAME
    if a.places and b.places and not a.places & b.places and not shared & (a.places | b.places):
        needed += _OTHER_PLACE
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        needed += _OTHER_NUMBER
    if a.article and a.article == b.article:
        needed += _NEEDED_SAME_ARTICLE
    elif a.origin and a.origin == b.origin:
        needed -= _SAME_ORIGIN
    return needed


def _by_sharpness(a: Telling, b: Telling) -> float:
    if not (a.span.known and b.span.known):
        return _NEEDED_VAGUE
    lengths = [s.days for s in (a.span, b.span)]
    if any(n is None for n in lengths):
        return _NEEDED_VAGUE
    longest = max(n for n in lengths if n is not None)
    if longest <= _SHARP:
        return _NEEDED_DAY
    return _NEEDED_MONTH if longest <= _MONTH else _NEEDED_VAGUE


def _reason(a: Telling, b: Telling, *, inside: bool) -> str:
    parts = []
    if not inside:
        parts.append("alike, but their days only overlap")
    elif same_deed(a, b):
        parts.append("the same deed at the same time")
    else:
        parts.append("like words at the same time")
    shared = sorted(a.names & b.names)
    if shared:
        parts.append(f"both name {', '.join(shared[:3])}")
    return "; ".join(parts)
