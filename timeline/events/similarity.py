"""Whether two tellings are of one event.

`compare(a, b, rarity)` gives a `Comparison`: SAME, NEAR (to be proposed) or OTHER, by the evidence for one
event (`evidence`). Which of several like tellings belong together is settled by `grouping`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from timeline.events.evidence import evidence, same_deed
from timeline.events.participants import participants
from timeline.events.rarity import Rarity
from timeline.events.spans import NEWS_DAYS
from timeline.events.tellings import Telling

_SAME = 4.7  # evidence needed: a wrong merge hides an event, a missed one is proposed
_CLEAR = 3.8  # evidence needed where no other telling comes near
_MARGIN = 0.75  # how far behind all others are then
_NEAR = 3.0  # evidence needed to be proposed
_CONFLICT = -2.5  # what speaks for two: no third telling brings such two together
_VAGUE_DAYS = 40  # more days than that tell nothing
_SHARP_DAYS = 3
NEAR_DAYS = 3  # days apart that two like tellings may be proposed for


class Likeness(IntEnum):
    """What a comparison says."""

    OTHER = 0
    NEAR = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer, with the evidence added up and a reason in words."""

    likeness: Likeness
    score: float = 0.0
    reason: str = ""
    may_join: bool = False  # whether their days allow one event

    def joins(self, rival: float) -> bool:
        """Tell whether both are of one event, given the best score that another reaches with either."""
        return self.may_join and self.score >= rival and self.score >= self.needed(rival)

    def needed(self, rival: float) -> float:
        """Return how much evidence is enough, given the best score that another reaches with either."""
        return _CLEAR if self.score >= rival + _MARGIN else _SAME


_NO = Comparison(Likeness.OTHER)


def compare(a: Telling, b: Telling, rarity: Rarity) -> Comparison:
    """Compare two tellings of the same kind; order does not matter."""
    meets = a.span.meets(b.span)
    if not meets and not (a.span.known and b.span.known and a.span.gap(b.span) <= NEAR_DAYS):
        return _NO
    if _is_one_sentence(a, b) or _excludes(a, b):
        return _NO
    score = evidence(a, b, rarity).total
    if not meets:
        likeness = Likeness.NEAR if score >= _SAME and not _leaves_open(a, b) else Likeness.OTHER
        return Comparison(likeness, score, _APART)
    inside = a.span.contains(b.span) or b.span.contains(a.span) or not (a.span.known and b.span.known)
    if score >= _SAME and inside:
        return Comparison(Likeness.SAME, score, may_join=True)
    if score < _NEAR or (score < _SAME and _leaves_open(a, b)):
        return Comparison(Likeness.OTHER, score, may_join=inside)
    return Comparison(Likeness.NEAR, score, _reason(a, b, inside=inside), inside)


_APART = "alike, on days close to each other"


def _leaves_open(a: Telling, b: Telling) -> bool:
    """Tell whether their times say too little for a question."""
    return _is_vague(a) or _is_vague(b) or _are_told_apart(a, b)


def _is_vague(telling: Telling) -> bool:
    """Tell whether its time holds so much that being in it tells nothing; not a deadline, which is an end."""
    span = telling.span
    return span.known and not span.is_due and (span.days is None or span.days > _VAGUE_DAYS)


def _are_told_apart(a: Telling, b: Telling) -> bool:
    """Tell whether one has no time, and was reported more than a month from the other's day or report."""
    days = [t.span.last if t.span.known else t.reported for t in (a, b)]
    if (a.span.known and b.span.known) or days[0] is None or days[1] is None:
        return False
    return abs(days[0] - days[1]) > NEWS_DAYS


def _is_one_sentence(a: Telling, b: Telling) -> bool:
    return a.owner == b.owner or (
        bool(a.article) and a.article == b.article and a.start == b.start and a.start >= 0
    )


def contradict(a: Telling, b: Telling, rarity: Rarity) -> bool:
    """Tell whether two tellings speak of others, or elsewhere: no third one makes them one event."""
    return _excludes(a, b) or sum(participants(a, b, rarity)) <= _CONFLICT


def _excludes(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings cannot be of one event.

    Its beginning and its end, a deed and what undoes it or its denial, or different deeds with no day between
    them.
    """
    if ("denials" in a.phases) is not ("denials" in b.phases):
        return True
    if (a.against & b.triggers or b.against & a.triggers) and not a.triggers & b.triggers:
        return True
    if a.phases != b.phases and ("beginnings" in a.phases or "beginnings" in b.phases):
        sharp = all(not t.span.known or (t.span.days or 0) in range(1, _SHARP_DAYS + 1) for t in (a, b))
        if "endings" in a.phases | b.phases or not sharp:
            return True
    is_open = (a.span.known and a.span.days is None) or (b.span.known and b.span.days is None)
    if not is_open or a.span.begins_with(b.span) or b.span.begins_with(a.span):
        return False
    return bool(a.triggers and b.triggers) and not same_deed(a, b)


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
