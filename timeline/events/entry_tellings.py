"""The tellings of an entry: one for its title and text, and one for each quote.

So an edited title does not hide it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from timeline.events import language
from timeline.events.language import Language
from timeline.events.spans import Span, day_of, span_of
from timeline.events.tellings import Telling, origin_of
from timeline.events.titles import told_in
from timeline.events.tokens import tokenise
from timeline.events.word_cues import plain_cues, word_cues
from timeline.model import Article, Event, Place, Source
from timeline.temporal import When

_WORD = re.compile(r"\w+")


def tellings_of(event: Event, articles: Mapping[str, Article], code: str) -> list[Telling]:
    """Return the tellings of an entry: its title and text, and each quote."""
    return [_telling(event, text, source, articles, code) for text, source in _texts(event)]


def quotes_of(event: Event) -> list[str]:
    """Return the quote of which each telling of an entry is made; "" for its title and text alone."""
    own = " ".join(event.text.split())
    return [
        source.quote if source and (number or source.quote == own) else ""
        for number, (_, source) in enumerate(_texts(event))
    ]


def _texts(event: Event) -> list[tuple[str, Source | None]]:
    """Return what an entry says of itself, and its quotes, each with its source.

    A text that is a quote, however its lines are broken, is told once. What an editor has reworded is still
    of the story of its first source.
    """
    text = " ".join(event.text.split())
    own = next((source for source in event.sources if source.quote and source.quote == text), None)
    quoted = [source for source in event.sources if source.quote and source is not own]
    first = next((source for source in event.sources if source.article), None)
    return [(f"{event.title}. {_first_words(text)}", own or first), *((s.quote, s) for s in quoted)]


def _telling(
    event: Event, text: str, source: Source | None, articles: Mapping[str, Article], code: str
) -> Telling:
    cues = _text_cues(text, code)
    article = articles.get(source.article) if source else None
    report = (article.anchor if article else None) or _reported(event.sources, articles)
    places = frozenset(place.name.casefold() for place in event.places)
    sites = frozenset(place.name.casefold() for place in event.places if _is_site(place))
    names = places | {actor.casefold() for actor in event.actors}
    title = told_in(event.title, code)
    known = language.load(code)
    return Telling(
        owner=event.id,
        article=source.article if source else "",
        kind=event.kind,
        span=span_of((source.date if source else None) or event.date, report, event.kind),
        triggers=title.deeds,
        **_kinds(title.deeds, known),
        phases=frozenset({"denials"}) if title.is_denial else frozenset(),
        names=names,
        places=places,
        numbers=cues.numbers,
        words=cues.words,
        deeds=title.nouns,
        near=_words_of(names, code) - cues.words,
        sites=sites,
        site_words=_words_of(sites, code),
        origin=origin_of(article),
        reported=day_of(report),
    )


def _kinds(triggers: frozenset[str], known: Language | None) -> dict[str, Any]:
    if known is None or not triggers:
        return {}
    return {
        "is_known": True,
        "is_speech": known.words["speech_deeds"].issuperset(triggers),
        "against": frozenset(o for kind in triggers for o in known.data["opposite_of"].get(kind, ())),
        "kin": frozenset(o for kind in triggers for o in known.data["kin_of"].get(kind, ())),
    }


def _words_of(names: Iterable[str], code: str) -> frozenset[str]:
    return frozenset(word for name in names for word in _text_cues(name, code).words)


def shares(event: Event, features: Sequence[frozenset[str]], code: str) -> bool:
    """Tell whether an entry has two words or names of one of these sets: a first look that reads no deeds."""
    known = language.load(code)
    texts = {event.title, _first_words(event.text), *(source.quote for source in event.sources)}
    words = {word for text in texts for word in _WORD.findall(text.casefold())}
    met = {known.concept(word) if known else word for word in words}
    met |= {name.casefold() for name in (*event.actors, *(place.name for place in event.places))}
    return any(len(met & one) > 1 for one in features)


def _is_site(place: Place) -> bool:
    """Tell whether a place of an entry is surely sharper than a country: by coordinates, or a number."""
    return place.lat is not None or any(c.isdigit() for c in place.name)


def span_of_event(event: Event, articles: Mapping[str, Article]) -> Span:
    """Return the days of an entry, as its tellings have them."""
    is_dated = (
        event.date is not None and event.date.first is not None
    )  # the day of the report is not asked then
    return span_of(event.date, None if is_dated else _reported(event.sources, articles), event.kind)


def _first_words(text: str) -> str:
    """Return the beginning of an entry's text: what it is about stands there."""
    return text[:400]


def _reported(sources: Sequence[Source], articles: Mapping[str, Article]) -> When | None:
    known = [articles[s.article].anchor if s.article in articles else s.published for s in sources]
    dated = [when for when in known if when and when.first]
    return min(dated, key=lambda w: w.sort_key) if dated else None


class _Cues(NamedTuple):
    """The words and the numbers of a text."""

    words: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=1 << 14)
def _text_cues(text: str, code: str) -> _Cues:
    known = language.load(code)
    cues = word_cues(tokenise(text, 0, known), known) if known else plain_cues(text)
    parted = [cue.partition(":") for cue in cues]
    words = frozenset([value for kind, _, value in parted if kind == "word"])
    return _Cues(words, frozenset([value for kind, _, value in parted if kind == "number"]))
