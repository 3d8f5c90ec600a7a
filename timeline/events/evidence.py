"""Evidence that two tellings are of one event, added up.

`evidence(a, b, rarity).total`: the deed, how sharp the days are that both allow, whether the articles tell
one story and how little else of that day, which rare words both have or have around them, who did it, whom
it befell, where, how many; what contradicts is taken off. The numbers are logarithms of odds, rounded from
a regression over labelled pairs, so that half a point more or less on one of them is no matter.
"""

from __future__ import annotations

from math import log
from typing import NamedTuple

from timeline.events.news import of_news, opens_with, tells_again
from timeline.events.participants import Participants, participants
from timeline.events.rarity import Rarity
from timeline.events.tellings import DEED, Telling
from timeline.events.time_shared import time_shared
from timeline.model import Kind

_DEED = 2.75  # both tell the same kind of deed
_COMMON_DEED = 2.0  # the least, where both articles often tell that kind: they tell one event again and again
_MENTION = 1.75  # one tells the deed that the other names by a noun
_HEADLINE = 2.0  # the headline over the one, which opens its article, tells the deed of the other
_BESIDE = 1.75  # each tells the deed that stands beside the other's: "eleven died when the dam failed"
_MEANT_BESIDE = -3.0  # another telling of the sentence of the one tells the deed of the other
_OTHER_DEED = -1.75  # both tell one that is known, and another
_CERTAIN_DEEDS = -0.25  # and neither word is of more than two
_UNKNOWN_DEED = -0.25  # the words for them differ, or the one often stands for the other
_FEW = 2
_SPEECH = 1.5  # the same for what is done by speaking: what is said makes the deed
_UNSURE = -0.4  # each further deed that both verbs may tell as well
_SAME_TOLD = 0.7  # the same deed, and such a word
_TELLING_WORD = 1.0  # the weight of the words shared, from which on
_WORD = 0.25  # times the weight of the rare words that both have
_MOST_WORDS = 6.0
_MOST_AROUND = 5.0
_SHARE = 0.5  # times the share of the words of the shorter
_STORY = 1.0
_CROWD = -0.2  # times the logarithm of how much an article tells of that time
_ALONE = (1.75, 0.25, 0.25, -0.1)  # two articles of one story tell at most 1, 2, 3 or more things of a day
_ALONE_IN_PLAN = 1.75  # and what they tell is planned: few things are set for one day
_ALONE_IN_WORDS = 1.0  # and they share a word that tells something
_DEADLINE = 1.5  # articles that name the same people give one: it is as good as a day
_LIKE_DEADLINE = 0.75  # both name the same, and two of about one time: "by 15 June", "by mid-June"
_TOLD_AGAIN = 3.8  # the sentence behind the news of an article tells it in other words, and says when
_TALKATIVE = 4  # things that an article tells, from which on what it tells of a day was chosen
_SAME_ARTICLE = -2.25
_LEAD = -0.25  # the first of them sums up what the other tells
_ORIGIN = 0.8  # one report rewrites the other
_NOUNS = 1.5  # two event nouns ("the coup last year") of one time: there is little else to compare


class Evidence(NamedTuple):
    """What each thing says, above 0 for one event and below 0 for two.

    The sum decides, and `reasons` tells people the same numbers in words.
    """

    deed: float
    told_alike: float
    time: float
    articles: float
    alone: float
    words: float
    who: Participants

    @property
    def total(self) -> float:
        """What speaks for one event, with what speaks for two taken off."""
        deed, told_alike, time, articles, alone, words, (roles, where, numbers) = self
        return deed + told_alike + time + articles + alone + words + (roles + where + numbers)


def evidence(a: Telling, b: Telling, rarity: Rarity) -> Evidence:
    """Weigh what speaks for one event, and what speaks for two."""
    who = participants(a, b, rarity)
    of_one_day, crowd = _are_of_one_day(a, b, rarity), rarity.crowding(a, b)
    found = Evidence(
        _deed(a, b, rarity),
        _SAME_TOLD if sum(who) >= 0 and _tell_alike(a, b, rarity) else 0.0,
        _time(a, b, rarity),
        _articles(a, b, rarity, 1 if of_one_day else crowd),
        _alone(a, b, rarity, crowd) if of_one_day else 0.0,
        _words(a, b, rarity),
        who,
    )
    if a.article == b.article and (tells_again(a, b, rarity) or tells_again(b, a, rarity)):
        return max(found, _of_news_told_again(found), key=lambda e: e.total)
    return found


def _of_news_told_again(found: Evidence) -> Evidence:
    """Weigh what else two sentences say that are known for one by how they follow each other.

    Other words for the deed, a name for "the head of the firm" and a street for the town are what the
    second is for.
    """
    roles, where, numbers = (max(0.0, one) for one in found.who)
    return Evidence(0.0, 0.0, _TOLD_AGAIN, _STORY, 0.0, found.words, Participants(roles, where, numbers))


def same_deed(a: Telling, b: Telling) -> bool:
    """Tell whether both may tell the same kind of deed, or one names it."""
    return bool(a.triggers & (b.triggers | b.deeds) or b.triggers & a.deeds)


def _deed(a: Telling, b: Telling, rarity: Rarity) -> float:
    if a.triggers & b.triggers:
        return _one_deed(a, b, rarity)
    if same_deed(a, b):
        return _MENTION
    if rarity.is_told_beside(a.triggers, b) or rarity.is_told_beside(b.triggers, a):
        return _MEANT_BESIDE
    if _is_in_headline(a, b, rarity):
        return _HEADLINE
    beside = (a.triggers & b.beside, b.triggers & a.beside)
    if any(beside):
        return _BESIDE if all(beside) else 0.0
    return _other_deeds(a, b)


def _is_in_headline(a: Telling, b: Telling, rarity: Rarity) -> bool:
    """Tell whether one opens its article, whose headline tells it as the other does, of the same day."""
    if a.article == b.article or not (a.span.is_sharp and b.span.is_sharp):
        return False
    return rarity.is_in_headline(a, b) or rarity.is_in_headline(b, a)


def _other_deeds(a: Telling, b: Telling) -> float:
    if not a.triggers and not b.triggers:
        return _DEED * 2 * len(a.words & b.words) / max(1, len(a.words) + len(b.words))
    if not (a.is_known and b.is_known) or a.kin & b.triggers or b.kin & a.triggers:
        return _UNKNOWN_DEED
    return _OTHER_DEED + (_CERTAIN_DEEDS if max(len(a.triggers), len(b.triggers)) <= _FEW else 0.0)


def _one_deed(a: Telling, b: Telling, rarity: Rarity) -> float:
    both = a.triggers & b.triggers
    others = min(len(a.triggers), len(b.triggers)) - len(both)
    nouns = _NOUNS if a.is_noun and b.is_noun else 0.0
    most, common = _SPEECH if a.is_speech or b.is_speech else _DEED, _COMMON_DEED
    for deed in (*(DEED + kind for kind in both), *(a.deeds_of_day & b.deeds_of_day)):
        if common >= most:
            break
        common = max(common, rarity.of([deed], a, b))
    return min(most, common) + _UNSURE * others + nouns


def _tell_alike(a: Telling, b: Telling, rarity: Rarity) -> bool:
    """Tell whether two of one deed have a word in common that tells more than who did it, and where.

    What is done by speaking is made by what is said: there a word is not enough.
    """
    if not a.triggers & b.triggers or a.is_speech or b.is_speech or a.kind is Kind.CLAIMED:
        return False
    if a.article != b.article and not rarity.share_names(a, b):
        return False
    doers = (a.agent & b.agent) - a.patient - b.patient
    return rarity.of((a.words & b.words) - doers - a.site_words - b.site_words, a, b) >= _TELLING_WORD


def _articles(a: Telling, b: Telling, rarity: Rarity, crowd: int) -> float:
    """Weigh what the articles say: one story or two, and how much (`crowd`) each tells of that time."""
    if a.article and a.article == b.article:
        return _CROWD * log(crowd) + (_LEAD if _sums_up(a, b, rarity) else _SAME_ARTICLE) + _STORY
    found = _STORY * rarity.story(a, b) + (_ORIGIN if a.origin and a.origin == b.origin else 0.0)
    return found + _CROWD * log(crowd)


def _alone(a: Telling, b: Telling, rarity: Rarity, crowd: int) -> float:
    """Weigh how little two articles of one story tell of a day, or of a deadline.

    Where each of them tells one thing of a day, it mostly is the same.
    """
    found = _ALONE[min(crowd, len(_ALONE)) - 1]
    if crowd > 1 or not rarity.share_names(a, b):
        return found
    if a.kind is Kind.PLANNED:
        return found + _ALONE_IN_PLAN
    return found + (_ALONE_IN_WORDS if _weight(a, b, rarity) >= _TELLING_WORD else 0.0)


def _time(a: Telling, b: Telling, rarity: Rarity) -> float:
    if _have_one_deadline(a, b, rarity):
        return _DEADLINE
    if not (a.span.known and b.span.known):  # what opens an article as news has no time
        for news, other in ((a, b), (b, a)):
            if opens_with(news, other, rarity):
                return of_news(other, news)
    about_one = a.span.is_due and b.span.is_due and a.span.contains(b.span)
    if about_one and (a.named & b.named or rarity.share_names(a, b)):
        return _LIKE_DEADLINE
    return time_shared(a, b)


def _have_one_deadline(a: Telling, b: Telling, rarity: Rarity) -> bool:
    return a.span.is_due_with(b.span) and rarity.share_names(a, b)


def _are_of_one_day(a: Telling, b: Telling, rarity: Rarity) -> bool:
    if a.article and a.article == b.article:
        return False
    sharp = a.span.is_sharp and b.span.is_sharp and a.span.meets(b.span)
    one = sharp or _have_one_deadline(a, b, rarity)
    return one and rarity.story(a, b) > 0 and rarity.least_told(a, b) >= _TALKATIVE


def _weight(a: Telling, b: Telling, rarity: Rarity) -> float:
    return rarity.of((a.words & b.words) - a.site_words - b.site_words, a, b)


def _sums_up(a: Telling, b: Telling, rarity: Rarity) -> bool:
    """Tell whether one of two tellings of an article is its lead, and tells the deed of the other.

    What an article tells of one day in other words is two things: it would not date one twice.
    """
    if a.span.is_sharp and b.span.is_sharp and not (a.words & b.words or a.numbers & b.numbers):
        return False
    return bool(a.triggers & b.triggers) and (rarity.leads(a) or rarity.leads(b))


def _words(a: Telling, b: Telling, rarity: Rarity) -> float:
    both = a.words & b.words
    around = (a.around & b.around) - both
    share = len(both) / max(1, min(len(a.words), len(b.words)))
    weight = min(rarity.of(both, a, b), _MOST_WORDS) + min(rarity.of(around, a, b), _MOST_AROUND)
    return _WORD * weight + _SHARE * share
