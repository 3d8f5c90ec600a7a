"""Whether two tellings are of one event.

`compare(a, b, rarity)` gives a `Comparison`: SAME, NEAR (to be proposed) or OTHER. Evidence is added up:
the deed, how sharp the days are that both allow, whether the articles tell one story, which rare words both
have or have around them, who did it, whom it befell, where, how many; what contradicts is taken off. The
numbers are logarithms of odds, rounded from a regression over labelled pairs, so that half a point more or
less on one of them is no matter. Which of several like tellings belong together is settled by `grouping`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import inf, log

from timeline.events.rarity import Rarity
from timeline.events.tellings import DEED, NEWS_DAYS, Telling

_SAME = 4.7  # evidence needed: a wrong merge hides an event, a missed one is proposed
_CLEAR = 3.8  # evidence needed where no other telling comes near
_MARGIN = 0.75  # how far behind all others are then
_NEAR = 3.0  # evidence needed to be proposed
_CONFLICT = -2.5  # what speaks for two: no third telling brings such two together
_DEED = 2.75  # both tell the same kind of deed
_COMMON_DEED = 2.0  # the least, where both articles often tell that kind: they tell one event again and again
_MENTION = 1.75  # one tells the deed that the other names by a noun
_BESIDE = 1.75  # each tells the deed that stands beside the other's: "eleven died when the dam failed"
_OTHER_DEED = -1.75  # both tell one that is known, and another
_CERTAIN_DEEDS = -0.25  # and neither word is of more than two
_UNKNOWN_DEED = -0.25  # the words for them differ
_FEW = 2
_SPEECH = 1.5  # the same for what is done by speaking: what is said makes the deed
_UNSURE = -0.4  # each further deed that both verbs may tell as well
_WORD = 0.25  # times the weight of the rare words that both have
_MOST_WORDS = 6.0
_MOST_AROUND = 5.0
_SHARE = 0.5  # times the share of the words of the shorter
_STORY = 1.0
_CROWD = -0.2  # times the logarithm of how much an article tells of that time
_ALONE = (1.75, 0.25, 0.25, -0.1)  # two articles of one story tell at most 1, 2, 3 or more things of a day
_TALKATIVE = 4  # things that an article tells, from which on what it tells of a day was chosen
_SAME_ARTICLE = -2.25
_LEAD = -0.25  # the first of them sums up what the other tells
_ORIGIN = 0.8  # one report rewrites the other
_NOUNS = 1.5  # two event nouns ("the coup last year") of one time: there is little else to compare
_AGENT = 0.6
_TELLING = 0.7  # the weight of a word of a name that two names must share to be one
_OTHER_NAMES = -2.0  # both name somebody or some place, and others
_OTHER_NAME = -3.0  # both name whom it befell, and another
_OTHER_PATIENT = -2.4  # neither names one, and the words differ
_UNNAMED_PATIENT = -0.6  # one by name, the other as "the ship": it may be the same
_SITE = 0.6  # a town, a base, a building
_OTHER_SITE = -3.5
_PART = -0.6  # one names a site, the other its country alone: a part and the whole
_OTHER_STATE = -3.0
_NUMBER = 1.0
_OTHER_NUMBER = -0.2  # of one day: counts are brought up to date
_OTHER_NUMBER_THEN = -1.5  # of a vaguer time
_DAY, _MONTH, _YEAR = 1.5, 0.75, 0.0  # how sharp the vaguer of both times is
_DAYS_OF = {_DAY: 3, _MONTH: 40, _YEAR: 370}  # the longest span, in days, that still counts as so sharp
_VAGUE = -1.5
_SAME_SPAN = 1.25  # no day, but the very same span
_SAME_YEAR = 0.5
_OLD = 0.5  # both look back a long way: few things are told of such a time
_OLD_DAYS = 120
_UNDATED = -0.5
_TODAY = 0.9  # one without a time, reported on the other's day or the day after
_RECENT = 0.8  # one without a time, reported within a week of the other's day
_LATE = -0.75  # one without a time, reported long after the other's day
_NEWS_DAYS = 7
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
        if not self.may_join or self.score < rival:
            return False
        return self.score >= (_CLEAR if self.score >= rival + _MARGIN else _SAME)


_NO = Comparison(Likeness.OTHER)


def compare(a: Telling, b: Telling, rarity: Rarity) -> Comparison:
    """Compare two tellings of the same kind; order does not matter."""
    if _is_one_sentence(a, b) or _excludes(a, b):
        return _NO
    meets = a.span.meets(b.span)
    if not meets and not (a.span.known and b.span.known and a.span.gap(b.span) <= NEAR_DAYS):
        return _NO
    score = evidence(a, b, rarity)
    is_vague = _is_vague(a) or _is_vague(b) or _are_told_apart(a, b)
    if not meets:
        likeness = Likeness.NEAR if score >= _SAME and not is_vague else Likeness.OTHER
        return Comparison(likeness, score, _APART)
    inside = a.span.contains(b.span) or b.span.contains(a.span) or not (a.span.known and b.span.known)
    if score >= _SAME and inside:
        return Comparison(Likeness.SAME, score, may_join=True)
    likeness = Likeness.NEAR if score >= (_SAME if is_vague else _NEAR) else Likeness.OTHER
    return Comparison(likeness, score, _reason(a, b, inside=inside), may_join=inside)


_APART = "alike, on days close to each other"


def _is_vague(telling: Telling) -> bool:
    """Tell whether its time holds so much that being in it tells nothing; not a deadline, which is an end."""
    span = telling.span
    return span.known and not span.is_due and (span.days is None or span.days > _DAYS_OF[_MONTH])


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


def evidence(a: Telling, b: Telling, rarity: Rarity) -> float:
    """Add up what speaks for one event, and take off what speaks for two."""
    return (
        _deed(a, b, rarity)
        + _time(a, b)
        + _articles(a, b, rarity)
        + _words(a, b, rarity)
        + _roles(a, b, rarity)
        + _where(a, b)
        + _numbers(a, b)
    )


def contradict(a: Telling, b: Telling, rarity: Rarity) -> bool:
    """Tell whether two tellings speak of others, or elsewhere: no third one makes them one event."""
    return _excludes(a, b) or _roles(a, b, rarity) + _where(a, b) + _numbers(a, b) <= _CONFLICT


def same_deed(a: Telling, b: Telling) -> bool:
    """Tell whether both may tell the same kind of deed, or one names it."""
    return bool(a.triggers & (b.triggers | b.deeds) or b.triggers & a.deeds)


def _deed(a: Telling, b: Telling, rarity: Rarity) -> float:
    both = a.triggers & b.triggers
    if both:
        others = min(len(a.triggers), len(b.triggers)) - len(both)
        nouns = _NOUNS if a.is_noun and b.is_noun else 0.0
        told = [*(DEED + kind for kind in both), *(a.deeds_of_day & b.deeds_of_day)]
        common = max(_COMMON_DEED, *(rarity.of([deed], a, b) for deed in told))
        return min(_SPEECH if a.is_speech or b.is_speech else _DEED, common) + _UNSURE * others + nouns
    if same_deed(a, b):
        return _MENTION
    beside = (a.triggers & b.beside, b.triggers & a.beside)
    if any(beside):
        return _BESIDE if all(beside) else 0.0
    if a.triggers or b.triggers:
        if not (a.is_known and b.is_known):
            return _UNKNOWN_DEED
        return _OTHER_DEED + (_CERTAIN_DEEDS if max(len(a.triggers), len(b.triggers)) <= _FEW else 0.0)
    return _DEED * 2 * len(a.words & b.words) / max(1, len(a.words) + len(b.words))


def _time(a: Telling, b: Telling) -> float:
    """Weigh the time that both allow: the vaguer of the two counts; where they allow none, nothing."""
    if not a.span.meets(b.span):
        return 0.0
    if a.span.known and b.span.known:
        return _sharpness(a, b) + (_OLD if a.looks_back(_OLD_DAYS) and b.looks_back(_OLD_DAYS) else 0.0)
    if not (a.span.known or b.span.known):
        return _UNDATED
    dated, undated = (a, b) if a.span.known else (b, a)
    day, report = dated.span.last, undated.reported
    if day is None or report is None or report - day > NEWS_DAYS:
        return _UNDATED + _LATE
    if not 0 <= report - day <= _NEWS_DAYS or (dated.span.days or _OLD_DAYS) > _DAYS_OF[_DAY]:
        return _UNDATED
    return _UNDATED + (_TODAY if report - day <= 1 else _RECENT)


def _sharpness(a: Telling, b: Telling) -> float:
    if a.span.begins_with(b.span) or b.span.begins_with(a.span):
        return _MONTH
    found = next((value for value, days in _DAYS_OF.items() if _longest(a, b) <= days), _VAGUE)
    if a.span != b.span or found == _DAY:
        return found
    return found + (_SAME_YEAR if found <= _YEAR else _SAME_SPAN)


def _longest(a: Telling, b: Telling) -> float:
    """Return how many days the vaguer of two times holds."""
    return max(inf if days is None else days for days in (a.span.days, b.span.days))


def _articles(a: Telling, b: Telling, rarity: Rarity) -> float:
    """Weigh what the articles say: one story or two, and how much each of them tells of that time.

    Where two articles of one story each tell one thing of a day, it mostly is the same.
    """
    crowd = rarity.crowding(a, b)
    if a.article and a.article == b.article:
        return _CROWD * log(crowd) + (_LEAD if _sums_up(a, b, rarity) else _SAME_ARTICLE) + _STORY
    story = rarity.story(a, b)
    found = _STORY * story + (_ORIGIN if a.origin and a.origin == b.origin else 0.0)
    sharp = a.span.is_sharp and b.span.is_sharp and a.span.meets(b.span)
    if story > 0 and sharp and rarity.least_told(a, b) >= _TALKATIVE:
        return found + _ALONE[min(crowd, len(_ALONE)) - 1]
    return found + _CROWD * log(crowd)


def _sums_up(a: Telling, b: Telling, rarity: Rarity) -> bool:
    """Tell whether one of two tellings of an article is its lead, and tells the deed of the other."""
    return bool(a.triggers & b.triggers) and (rarity.leads(a) or rarity.leads(b))


def _words(a: Telling, b: Telling, rarity: Rarity) -> float:
    both = a.words & b.words
    around = (a.around & b.around) - both
    share = len(both) / max(1, min(len(a.words), len(b.words)))
    weight = min(rarity.of(both, a, b), _MOST_WORDS) + min(rarity.of(around, a, b), _MOST_AROUND)
    return _WORD * weight + _SHARE * share


def _roles(a: Telling, b: Telling, rarity: Rarity) -> float:
    """Weigh who did it, and whom it befell; in "bought" and "was sold to" the roles are turned round."""
    score = _AGENT if a.agent & b.agent else 0.0
    if any(len(number) > 1 for number in a.numbers & b.numbers):
        return score
    agents = (a.agent_names, b.agent_names) if rarity.story(a, b) > 0 else (a.named, b.named)
    if _are_others(*agents, a, b, rarity):
        score += _OTHER_NAMES
    if _are_others(a.patient_names, b.patient_names, a, b, rarity):
        return score + _OTHER_NAME
    if not a.patient or not b.patient or a.patient & b.part or b.patient & a.part:
        return score
    if a.patient & b.around or b.patient & a.around or a.numbers & b.numbers:
        return score
    return score + (_OTHER_PATIENT if _have_like_patients(a, b) else _UNNAMED_PATIENT)


def _have_like_patients(a: Telling, b: Telling) -> bool:
    """Tell whether what one deed befell may be held against what the other did.

    Not a name against a noun ("the Halden", "the ship"), nor a subject without an object against an object.
    """
    if not a.triggers & b.triggers or bool(a.patient_names) != bool(b.patient_names):
        return False
    return (a.patient == a.agent) == (b.patient == b.agent)


def _are_others(mine: frozenset[str], theirs: frozenset[str], a: Telling, b: Telling, rarity: Rarity) -> bool:
    """Tell whether both name somebody in a role, and neither is spoken of by the other.

    That both are a university tells nothing, nor a surname that both have beside other names.
    """
    if not mine or not theirs:
        return False
    shared = mine & (theirs | b.around) | theirs & a.around
    if mine & theirs and mine - shared and theirs - shared:  # "Karl Stein", "Ada Stein"
        return True
    return all(rarity.of([word], a, b) < _TELLING for word in shared)


def _numbers(a: Telling, b: Telling) -> float:
    if not a.numbers or not b.numbers:
        return 0.0
    if a.numbers & b.numbers:
        return _NUMBER
    sharp = a.span.known and b.span.known and _longest(a, b) <= _DAYS_OF[_DAY]
    return _OTHER_NUMBER if sharp else _OTHER_NUMBER_THEN


def _where(a: Telling, b: Telling) -> float:
    if a.states and b.states and not a.states & b.states:
        return _OTHER_STATE
    shared = a.places & b.places
    if shared & (a.sites | b.sites):
        return _SITE
    if a.sites and b.sites and not (a.site_words & b.around or b.site_words & a.around):
        return _OTHER_SITE
    return _PART if bool(a.sites) != bool(b.sites) and a.places and b.places else 0.0


def _excludes(a: Telling, b: Telling) -> bool:
    """Tell whether two tellings cannot be of one event.

    Its beginning and its end, a deed and what undoes it, or different deeds with no day between them.
    """
    if (a.against & b.triggers or b.against & a.triggers) and not a.triggers & b.triggers:
        return True
    if a.phases != b.phases and ("beginnings" in a.phases or "beginnings" in b.phases):
        sharp = all(not t.span.known or (t.span.days or 0) in range(1, _DAYS_OF[_DAY] + 1) for t in (a, b))
        if "endings" in a.phases | b.phases or not sharp:
            return True
    is_open = any(t.span.known and t.span.days is None for t in (a, b))
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
