"""What two tellings say of who did it, whom it befell, where, and how many: for one event or for two."""

from __future__ import annotations

from typing import NamedTuple

from timeline.events.rarity import Rarity
from timeline.events.tellings import Telling
from timeline.events.time_shared import is_of_days

_AGENT = 0.6
_TELLING = 0.7  # the weight of a word of a name that two names must share to be one
_NAME_LETTERS = 5  # letters, from which on a name is known in a longer word
_OTHER_NAMES = -2.0  # both name somebody or some place, and others
_OTHER_NAME = -3.0  # both name whom it befell, and another
_OTHER_PATIENT = -2.4  # neither names one, and the words differ
_UNNAMED_PATIENT = -0.6  # one by name, the other as "the ship": it may be the same
_SITE = 0.6  # a town, a base, a building
_OTHER_SITE = -3.5
_PART = -0.6  # one names a site, the other its country alone: a part and the whole
_OTHER_STATE = -3.0
_NUMBER = 1.0
_OTHER_TERM = -4.0  # "jailed for six years", "sentenced to three"
_OTHER_NUMBER = -0.2  # of one day: counts are brought up to date
_OTHER_NUMBER_THEN = -1.5  # of a vaguer time


class Participants(NamedTuple):
    """What is said of who and whom, where, and how many; each for one event (above 0) or for two."""

    roles: float
    where: float
    numbers: float


def participants(a: Telling, b: Telling, rarity: Rarity) -> Participants:
    """Weigh who, whom, where and how many."""
    return Participants(_roles(a, b, rarity), _where(a, b), _numbers(a, b))


def _roles(a: Telling, b: Telling, rarity: Rarity) -> float:
    """Weigh who did it, and whom it befell; in "bought" and "was sold to" the roles are turned round."""
    score = _AGENT if a.agent & b.agent else 0.0
    numbers = a.numbers & b.numbers
    if numbers and any(len(number) > 1 for number in numbers):
        return score
    if a.named and b.named:
        agents = (a.agent_names, b.agent_names) if rarity.story(a, b) > 0 else (a.named, b.named)
        score += _OTHER_NAMES if _are_others(*agents, a, b, rarity) else 0.0
    if _are_others(a.patient_names, b.patient_names, a, b, rarity):
        return score + _OTHER_NAME
    if not a.patient or not b.patient or a.patient & b.part or b.patient & a.part:
        return score
    if a.patient & b.around or b.patient & a.around or numbers:
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
    if not mine or not theirs or mine <= theirs or theirs <= mine:  # "Hedrik", "Anton Hedrik"
        return False
    if any(_is_of(one, other) or _is_of(other, one) for one in mine for other in theirs):
        return False
    shared = mine & (theirs | b.around) | theirs & a.around
    if mine & theirs and mine - shared and theirs - shared:  # "Karl Stein", "Ada Stein"
        return True
    return all(rarity.of([word], a, b) < _TELLING for word in shared)


def _is_of(name: str, word: str) -> bool:
    """Tell whether a word is made of a name by an ending: "Corvia", "Corvian"."""
    return len(name) >= _NAME_LETTERS and word != name and word.startswith(name)


def _where(a: Telling, b: Telling) -> float:
    if a.states and b.states and not a.states & b.states:
        return _OTHER_STATE
    shared = a.places & b.places
    if shared & (a.sites | b.sites):
        return _SITE
    if a.sites and b.sites and not (a.site_words & b.around or b.site_words & a.around):
        return _OTHER_SITE
    return _PART if bool(a.sites) != bool(b.sites) and a.places and b.places else 0.0


def _numbers(a: Telling, b: Telling) -> float:
    if a.terms and b.terms:
        return _NUMBER if a.terms & b.terms else _OTHER_TERM
    if not a.numbers or not b.numbers:
        return 0.0
    if a.numbers & b.numbers:
        return _NUMBER
    sharp = a.span.known and b.span.known and is_of_days(a, b)
    return _OTHER_NUMBER if sharp else _OTHER_NUMBER_THEN
