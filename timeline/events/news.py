"""News: what an article opens with has only just happened, and is told again with its day.

By another article, or further down in its own: "Police have arrested two men." "Their arrest on Monday".
Behind news in the perfect the next sentence tells it again in other words, and says when: "The brothers were
taken from their homes on Monday."
"""

from __future__ import annotations

from timeline.events.rarity import Rarity
from timeline.events.tellings import Telling
from timeline.events.verb_group import Mood
from timeline.model import Kind

_NEWS = 1.5  # one opens its article, without a time, and the other is of a day shortly before that report
_OLD_NEWS = -4.0  # or of another day, or one more: what an article opens with has only just happened
_NEWS_DAYS = 7
_DETAIL = 2.3  # and that stands in one of the next sentences
_DETAIL_DAYS = 2
_NEXT_SENTENCES = 200  # characters
_LATER_IN_ARTICLE = 0.4
_AGAIN_DAYS = 4  # days before its report that news told again is of
_BREAK = 3  # characters between two sentences, at the most


def opens_with(news: Telling, dated: Telling, rarity: Rarity) -> bool:
    """Tell whether an article opens, without a time, with the deed that the other dates.

    "Police have arrested two men …", "their arrest on Monday".
    """
    is_news = not news.span.known and news.kind is Kind.HAPPENED and rarity.leads(news)
    tells_it = is_news and dated.span.is_sharp and news.triggers & (dated.triggers | dated.deeds)
    return bool(tells_it) and (news.article == dated.article or rarity.story(news, dated) > 0)


def of_news(dated: Telling, news: Telling) -> float:
    """Weigh the day of a telling against what an article opens with; its next sentences tell more of it."""
    day, report = dated.span.last, news.reported
    if day is None or report is None or not 0 <= report - day <= _NEWS_DAYS:
        return _OLD_NEWS
    if dated.article != news.article:
        return _NEWS
    if dated.is_further:
        return _OLD_NEWS
    follows = 0 < dated.start - news.start <= _NEXT_SENTENCES and report - day <= _DETAIL_DAYS
    return _DETAIL if follows else _LATER_IN_ARTICLE


def tells_again(news: Telling, detail: Telling, rarity: Rarity) -> bool:
    """Tell whether a sentence tells again, with its day, what an article opens with in the perfect.

    Each of the two sentences has to tell one thing only, and nothing further down the same deed.
    """
    if detail.article != news.article or not 0 <= detail.start - news.end <= _BREAK:
        return False
    if not rarity.leads(news) or {news.kind, detail.kind} != {Kind.HAPPENED}:
        return False
    if (news.tense, detail.tense) != (Mood.PERFECT, Mood.PAST) or not _is_of_these_days(news, detail):
        return False
    return rarity.tells_alone(news) and rarity.tells_alone(detail) and not _is_another(news, detail, rarity)


def _is_another(news: Telling, detail: Telling, rarity: Rarity) -> bool:
    """Tell whether the detail is plainly of somebody else, or more than the news."""
    names = news.patient_names, detail.patient_names
    if detail.is_further or (all(names) and names[0].isdisjoint(names[1])):
        return True
    return news.triggers.isdisjoint(detail.triggers) and not rarity.is_told_once(news)


def _is_of_these_days(news: Telling, detail: Telling) -> bool:
    day, report = detail.span.last, news.reported
    dated = not news.span.known and detail.span.is_sharp and day is not None and report is not None
    return dated and 0 <= (report or 0) - (day or 0) <= _AGAIN_DAYS
