"""Whether two tellings are of one event.

`compare(a, b, weights)` gives a `Comparison`: SAME, NEAR (to be proposed) or OTHER. Evidence is added up:
the deed, whom it befell, who did it, where, how many, which words, and how sharp the days are that both
allow; what contradicts is taken off. Sharper days must lie inside the vaguer ones. In doubt they are two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from math import fsum, log

from timeline.events.tellings import Span, Telling

_SAME = 3.6  # evidence needed
_NEAR = 3.0  # evidence needed to be proposed
_DEED = 2.0  # the same kind of deed
_PATIENT = 1.5  # whom or what it befell is named by both
_OTHER_PATIENT = -2.0  # both name one, another
_UNNAMED_PATIENT = -0.3  # one by name, the other as "the ship": it may be the same
_TURNED = 0.9  # for another word for the deed: what it befell takes part in both
_SAME_AGENT = 0.2
_OTHER_TURNED = -0.4
_AGENT = 0.7
_OTHER_AGENT = -0.3  # a body has many names ("the regulator")
_SITE = 0.7  # a town, a base, a building
_OTHER_SITE = -2.0
_PART = -0.6  # one names a site, the other its country alone: a part and the whole
_COUNTRY = 0.2
_NUMBER = 0.7
_LONG_NUMBER = 1.4
_OTHER_NUMBER = -0.5  # counts are brought up to date
_NAME = 0.5  # each shared name, two at most
_OTHER_STATE = -3.0
_WORDS = 2.0  # times the share of the words that are common
_ALONE = 1.5  # two articles of one story each tell one thing of this time
_STORY = 2  # names that two articles of one story share
_ORIGIN = 0.8  # one report rewrites the other
_NOUNS = 1.5  # two event nouns ("the coup last year") of one time: there is little else to compare
_SINGULAR = 0.9  # a deed that a story seldom holds twice on one day
_DAY = 1.5
_MONTH = 0.8
_YEAR = 0.4
_NEWS = 1.0  # one without a time, reported within a week of the other's day
_NEWS_DAYS = 7
_VAGUE = 0.2
_DAYS_OF = {_DAY: 3, _MONTH: 40, _YEAR: 370}  # the longest span, in days, that still counts as so sharp
_NEAR_DAYS = 3  # days apart that two like tellings may be proposed for


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


class Weights:
    """What the tellings at hand say together.

    How rare each word is, what each article tells of each time, whom it names.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        """Count in how many tellings each word stands, and how much each article tells of each time."""
        counts: Counter[str] = Counter()
        self.crowd: Counter[tuple[str, str, Span]] = Counter()
        self.named: dict[str, set[str]] = {}
        total = 0
        for telling in tellings:
            counts.update(telling.content)
            self.crowd[telling.article, telling.kind, telling.span] += 1
            self.named.setdefault(telling.article, set()).update(telling.names)
            total += 1
        self.ones = {word: 1.0 + log((total + 8) / (count + 8)) for word, count in counts.items()}
        self.unseen = 1.0 + log((total + 8) / 8)
        self.sums: dict[frozenset[str], float] = {}

    def of(self, words: frozenset[str]) -> float:
        """Return the weight of words together; an exact sum, so that no order of a set shows."""
        if words not in self.sums:
            self.sums[words] = fsum(self.ones.get(word, self.unseen) for word in words)
        return self.sums[words]

    def crowding(self, a: Telling, b: Telling) -> int:
        """Return how many things two articles of one story tell of the time of two tellings.

        The more talkative counted; 0: no matter.
        """
        if not (a.article and b.article and a.article != b.article and a.span == b.span and a.span.known):
            return 0
        nobody: set[str] = set()
        if len(self.named.get(a.article, nobody) & self.named.get(b.article, nobody)) < _STORY:
            return 0
        return max(self.crowd.get((t.article, t.kind, t.span), 0) for t in (a, b))


def compare(a: Telling, b: Telling, weights: Weights) -> Comparison:  # noqa: PLR0911 - a ladder of reasons why not
    """Compare two tellings of the same kind; order does not matter."""
    if (
        a.owner == b.owner
        or (a.article and a.article == b.article and a.start == b.start and a.start >= 0)
        or _excludes(a, b)
    ):
        return Comparison(Likeness.OTHER)
    meets = a.span.meets(b.span)
    if not meets and not (a.span.known and b.span.known and a.span.gap(b.span) <= _NEAR_DAYS):
        return Comparison(Likeness.OTHER)
    support = _support(a, b, weights)
    if support <= 0:
        return Comparison(Likeness.OTHER)
    score = support + _deed(a, b) + _sharpness(a, b) + (_ORIGIN if a.origin and a.origin == b.origin else 0)
    if not meets:
        near = score >= _SAME
        return Comparison(
            Likeness.NEAR if near else Likeness.OTHER, score, "alike, on days close to each other"
        )
    inside = a.span.contains(b.span) or b.span.contains(a.span) or not (a.span.known and b.span.known)
    if score >= _SAME and inside:
        return Comparison(Likeness.SAME, score)
    if score >= _NEAR:
        return Comparison(Likeness.NEAR, score, _reason(a, b, inside=inside))
    return Comparison(Likeness.OTHER, score)


def same_deed(a: Telling, b: Telling) -> bool:
    """Tell whether both name the same kind of deed; an entry's text names deeds without marking them."""
    if a.triggers and b.triggers:
        return bool(a.triggers & b.triggers)
    return bool((a.triggers & b.words) | (b.triggers & a.words)) or not (a.triggers or b.triggers)


def _deed(a: Telling, b: Telling) -> float:
    if not a.triggers and not b.triggers:
        return _DEED * (bool(a.words & b.words))
    return _DEED if same_deed(a, b) else 0.0


def _support(a: Telling, b: Telling, weights: Weights) -> float:
    """Add up what speaks for one event besides its deed and its time."""
    both, mine, theirs = weights.of(a.content & b.content), weights.of(a.content), weights.of(b.content)
    support = _WORDS * 2 * both / max(1.0, mine + theirs)
    support += _roles(a, b)
    support += _where(a, b)
    crowding = weights.crowding(a, b)
    support += _ALONE / crowding if crowding else 0.0
    if a.numbers and b.numbers:
        support += _number(a.numbers & b.numbers)
    support += _NAME * min(2, len((a.names - a.places) & (b.names | b.words)))
    if a.states and b.states and not a.states & b.states:
        support += _OTHER_STATE
    if a.is_noun and b.is_noun and same_deed(a, b):
        support += _NOUNS
    elif a.is_singular and b.is_singular and same_deed(a, b) and _sharpness(a, b) >= _NEWS:
        support += _SINGULAR
    return support


def _roles(a: Telling, b: Telling) -> float:
    """Weigh who did it, and whom it befell.

    Two words for a deed may turn the roles round ("bought", "was sold to").
    """
    if a.triggers and b.triggers and not same_deed(a, b):
        return _turned(a, b)
    other_patient = _OTHER_PATIENT if a.patient_named == b.patient_named else _UNNAMED_PATIENT
    patient = _role(a.patient, b.patient, a, b, _PATIENT, other_patient)
    if a.patient == a.agent and b.patient == b.agent:
        return patient  # "the troops left": one phrase in both roles
    return patient + _role(a.agent, b.agent, a, b, _AGENT, _OTHER_AGENT)


def _turned(a: Telling, b: Telling) -> float:
    mine, theirs = a.patient | a.agent, b.patient | b.agent
    if not (mine and theirs):
        return 0.0
    if not mine & theirs:
        return _OTHER_TURNED
    if not ((a.patient - a.agent) & theirs or (b.patient - b.agent) & mine):
        return _SAME_AGENT  # the same actor does many things on one day
    return _TURNED + (_TURNED / 2 if a.agent & theirs or b.agent & mine else 0)


def _number(shared: frozenset[str]) -> float:
    """Weigh a shared number: "198" tells more than "3"."""
    if not shared:
        return _OTHER_NUMBER
    return _LONG_NUMBER if max(map(len, shared)) > 2 else _NUMBER  # noqa: PLR2004 - digits, words and lines are counted as people count them


def _role(
    mine: frozenset[str], theirs: frozenset[str], a: Telling, b: Telling, same: float, other: float
) -> float:
    """Weigh who did it, or whom it befell.

    An entry's text has no roles, and any of its words may be meant.
    """
    if mine and theirs:
        return same if mine & theirs else other if not (mine & b.words or theirs & a.words) else 0.0
    if mine and not b.triggers:
        return same if mine & b.words else other / 2
    if theirs and not a.triggers:
        return same if theirs & a.words else other / 2
    return 0.0


def _where(a: Telling, b: Telling) -> float:
    shared = a.places & b.places
    if shared & (a.sites | b.sites):
        return _SITE
    if a.sites and b.sites and not (a.sites & b.words or b.sites & a.words):
        return _OTHER_SITE
    if bool(a.sites) != bool(b.sites) and a.places and b.places:
        return _PART
    return _COUNTRY if shared else 0.0


def _excludes(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings cannot be of one event.

    Its beginning and its end, or different deeds with no day between them.
    """
    if a.phases != b.phases and ("beginnings" in a.phases or "beginnings" in b.phases):
        sharp = all(t.span.known and (t.span.days or 0) in range(1, _DAYS_OF[_DAY] + 1) for t in (a, b))
        if "endings" in a.phases | b.phases or not sharp:
            return True
    is_open = any(t.span.known and t.span.days is None for t in (a, b))
    return is_open and bool(a.triggers and b.triggers) and not a.triggers & b.triggers


def _sharpness(a: Telling, b: Telling) -> float:
    """Return what the common days are worth: the vaguer of the two counts."""
    if a.span.known != b.span.known:
        known, report = (a.span, b.span) if a.span.known else (b.span, a.span)
        recent = (
            known.last is not None and report.last is not None and 0 <= report.last - known.last <= _NEWS_DAYS
        )
        return _NEWS if recent and known.days is not None and known.days <= _DAYS_OF[_DAY] else _VAGUE
    if not a.span.known or a.span.days is None or b.span.days is None:
        return _VAGUE
    longest = max(a.span.days, b.span.days)
    return next((value for value, days in _DAYS_OF.items() if longest <= days), _VAGUE)


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
