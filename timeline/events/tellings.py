"""Tellings: what candidates and entries look like to the comparison.

A `Telling` is a span of days (numbers, None for open) and sets of cues. One without a time is placed around
its report: a happening in the weeks before it, a plan in the time after. An entry gives one telling for its
title and text, and one for each quote, so that an edited title does not hide it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.events import language
from timeline.events.cues import text_cues
from timeline.events.deeds import verb_deeds
from timeline.events.denials import denies
from timeline.events.gazetteer import gazetteer
from timeline.events.roles import NAMED
from timeline.events.tokens import tokenise
from timeline.events.word_cues import plain_cues
from timeline.model import Article, Candidate, Event, Kind, Place, Source
from timeline.temporal import Day, When

_WORD = re.compile(r"\w+")
_SAME_START = 31  # days between the beginnings of two states, or between two deadlines, that may be one
DEED = "t:"  # marks a deed among the features of the index
DAY = "d:"  # marks a day among them
NEWS_DAYS = 30  # how far before its report a happening without a time lies as a rule
_TOLD = frozenset({"past", "third"})  # forms of a verb in a title
_SHARP = 3  # days that still count as one time
_LATE_DAYS = 200  # how far it may lie
PLAN_DAYS = 365  # how far after its report a plan without a time may lie


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last` as numbers, None for an open end; `known` where a text gave them."""

    first: int | None
    last: int | None
    known: bool = True
    is_due: bool = False  # its first day is only that of the report
    goes_on: bool = False  # a state with an open end ("since 2014"), no vague day

    @property
    def days(self) -> int | None:
        """How many days it holds; None where it has no end."""
        return None if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def is_sharp(self) -> bool:
        """Whether a text gave it, and it holds three days at most."""
        return self.known and (self.days or _SHARP + 1) <= _SHARP

    @property
    def ordinals(self) -> range:
        """The days of a sharp time; of another none."""
        return range(self.first or 0, (self.last or 0) + 1) if self.is_sharp else range(0)

    @property
    def marks(self) -> frozenset[str]:
        """What the index files it under: its deadline, or the days of a sharp time."""
        if self.is_due:
            return frozenset({f"{DAY}{self.last}"})
        return frozenset(f"{DAY}{day}" for day in self.ordinals)

    def meets(self, other: Span) -> bool:
        """Tell whether a day is in both."""
        return not (_before(self.last, other.first) or _before(other.last, self.first))

    def contains(self, other: Span) -> bool:
        """Tell whether all days of the other are in this one.

        A state holds no single day, only a state that began with it; a deadline none that is another.
        """
        if self.goes_on != other.goes_on and self.known and other.known:
            state, point = (self, other) if self.goes_on else (other, self)
            return (
                state.first is not None
                and point.first is not None
                and point.first <= state.first <= (point.last or state.first)
            )
        if self.is_due and other.is_due:
            return abs((self.last or 0) - (other.last or 0)) <= _SAME_START
        if self.goes_on and other.goes_on and self.first is not None and other.first is not None:
            return abs(self.first - other.first) <= _SAME_START
        starts = (
            self.first is None
            or self.is_due
            or other.is_due
            or (other.first is not None and self.first <= other.first)
        )
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def begins_with(self, other: Span) -> bool:
        """Tell whether this is a state that began on the day of the other."""
        return (
            self.goes_on
            and not other.goes_on
            and self.first is not None
            and other.first == other.last == self.first
        )

    def is_due_with(self, other: Span) -> bool:
        """Tell whether both are deadlines, of one day."""
        return self.is_due and other.is_due and self.last == other.last

    def gap(self, other: Span) -> int:
        """Return how many days lie between two spans that do not meet; 0 where they meet."""
        if self.meets(other):
            return 0
        first, second = (self, other) if _before(self.last, other.first) else (other, self)
        return (second.first or 0) - (first.last or 0)


def _before(last: int | None, first: int | None) -> bool:
    return last is not None and first is not None and last < first


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an event: `owner` is the candidate's or the entry's id."""

    owner: str
    article: str
    kind: Kind
    span: Span
    triggers: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    terms: frozenset[str] = frozenset()  # for how many months it is imposed
    deeds: frozenset[str] = frozenset()  # kinds of deed that its nouns name
    beside: frozenset[str] = frozenset()  # kinds of deed told in the rest of its sentence
    near: frozenset[str] = frozenset()  # words that stand around it
    phases: frozenset[str] = frozenset()
    patient: frozenset[str] = frozenset()
    agent: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()  # its places that are no countries
    patient_names: frozenset[str] = frozenset()  # those of them that are names
    agent_names: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()  # its actors that are states
    is_noun: bool = False
    site_words: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()  # deeds that undo its own
    kin: frozenset[str] = frozenset()  # deeds that often tell the same
    is_speech: bool = False  # a deed done by speaking
    is_known: bool = False  # its deed is one of those that the language names
    start: int = -1  # where its sentence begins in the article
    origin: str = ""

    reported: int | None = None  # the day of the report, as a number

    around: frozenset[str] = frozenset()  # its words and those near it
    named: frozenset[str] = frozenset()  # the names in it, whatever their role
    part: frozenset[str] = frozenset()  # who takes part, in whatever role

    def __post_init__(self) -> None:
        """Work out once what is compared often."""
        object.__setattr__(self, "around", self.words | self.near)
        object.__setattr__(self, "named", self.patient_names | self.agent_names | self.site_words)
        object.__setattr__(self, "part", self.patient | self.agent)

    def looks_back(self, days: int) -> bool:
        """Tell whether its time lies at least so many days before its report."""
        return (
            self.reported is not None
            and self.span.last is not None
            and self.reported - self.span.last >= days
        )

    @property
    def deeds_of_day(self) -> frozenset[str]:
        """Its deeds with their day, where that is one."""
        if not self.span.is_sharp or self.span.first != self.span.last:
            return frozenset()
        return frozenset(f"{DEED}{kind}@{self.span.first}" for kind in self.triggers)

    @property
    def features(self) -> frozenset[str]:
        """What the index files it under: words, names, numbers, deeds, and deeds with their days."""
        told = self.triggers | self.deeds
        days = {f"{DEED}{deed}@{self.span.first}-{self.span.last}" for deed in told if self.span.known}
        days |= self.span.marks
        return self.around | self.names | self.numbers | days | {f"{DEED}{deed}" for deed in told}


def of_candidate(candidate: Candidate, articles: Mapping[str, Article]) -> Telling:
    """Return the telling of a candidate."""
    cues = _by_kind(candidate.cues)
    article = articles.get(candidate.article)
    return Telling(
        owner=candidate.id,
        article=candidate.article,
        kind=candidate.kind,
        span=_span(candidate.when, article.anchor if article else None, candidate.kind),
        triggers=frozenset(cues["trigger"]),
        names=frozenset(cues["actor"] | cues["place"]),
        places=frozenset(cues["place"]),
        numbers=frozenset(cues["number"]),
        terms=frozenset(cues["term"]),
        words=frozenset(cues["word"]),
        deeds=frozenset(cues["deed"]),
        beside=frozenset(cues["beside"]),
        near=frozenset(cues["near"] - cues["word"]),
        phases=frozenset(cues["phase"]),
        patient=_bare(cues["patient"]),
        agent=_bare(cues["agent"]),
        patient_names=_names(cues["patient"]),
        agent_names=_names(cues["agent"]),
        sites=frozenset(cues["site"]),
        states=frozenset(name for name in cues["actor"] if gazetteer().country(name)),
        is_noun=bool(cues["noun"]),
        is_speech=bool(cues["speech"]),
        is_known=bool(cues["known"]),
        site_words=frozenset(cues["where"]),
        against=frozenset(cues["against"]),
        kin=frozenset(cues["kin"]),
        start=candidate.start,
        origin=_origin(article),
        reported=_day_of(article.anchor if article else None),
    )


def _day_of(when: When | None) -> int | None:
    return _number(when.first) if when else None


def of_event(event: Event, articles: Mapping[str, Article], code: str) -> list[Telling]:
    """Return the tellings of an entry: its title and text, and each quote."""
    names = frozenset({a.casefold() for a in event.actors} | {p.name.casefold() for p in event.places})
    places = frozenset(p.name.casefold() for p in event.places)
    sites = frozenset(p.name.casefold() for p in event.places if _is_site(p))
    reported = _reported(event.sources, articles)
    own = next((source for source in event.sources if source.quote and source.quote == event.text), None)
    texts = [(f"{event.title}. {_first_words(event.text)}", own)]
    texts += [(source.quote, source) for source in event.sources if source.quote and source is not own]
    triggers = _deeds_of(event.title, code)
    phases = frozenset({"denials"}) if _is_denial(event.title, code) else frozenset()
    tellings = []
    for text, source in texts:
        cues = _text_cues(text, code)
        when = (source.date if source else None) or event.date
        article = articles.get(source.article) if source else None
        report = (article.anchor if article else None) or reported
        tellings.append(
            Telling(
                owner=event.id,
                article=source.article if source else "",
                kind=event.kind,
                span=_span(when, report, event.kind),
                triggers=triggers,
                phases=phases,
                names=names,
                places=places,
                numbers=cues["number"],
                words=cues["word"],
                deeds=cues["deed"],
                near=frozenset(word for name in names for word in _text_cues(name, code)["word"])
                - cues["word"],
                sites=sites,
                site_words=frozenset(w for name in sites for w in _text_cues(name, code)["word"]),
                origin=_origin(article),
                reported=_day_of(report),
            )
        )
    return tellings


def shares(event: Event, features: Sequence[frozenset[str]], code: str) -> bool:
    """Tell whether an entry has two words or names of one of these sets: a first look that reads no deeds."""
    known = language.load(code)
    texts = (event.title, _first_words(event.text), *(source.quote for source in event.sources))
    words = {word for text in texts for word in _WORD.findall(text.casefold())}
    met = {known.concept(word) if known else word for word in words}
    met |= {name.casefold() for name in (*event.actors, *(place.name for place in event.places))}
    return any(len(met & one) > 1 for one in features)


def _is_site(place: Place) -> bool:
    """Tell whether a place of an entry is surely sharper than a country: by coordinates, or a number."""
    return place.lat is not None or any(c.isdigit() for c in place.name)


def _bare(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix(NAMED) for word in words)


def _names(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix(NAMED) for word in words if word.endswith(NAMED))


def span_of_event(event: Event, articles: Mapping[str, Article]) -> Span:
    """Return the days of an entry, as its tellings have them."""
    return _span(event.date, _reported(event.sources, articles), event.kind)


def _first_words(text: str) -> str:
    """Return the beginning of an entry's text: what it is about stands there."""
    return text[:400]


def _origin(article: Article | None) -> str:
    return "" if article is None else (article.origin or article.twin_of or "").casefold()


def _reported(sources: Sequence[Source], articles: Mapping[str, Article]) -> When | None:
    known = [articles[s.article].anchor if s.article in articles else s.published for s in sources]
    dated = [when for when in known if when and when.first]
    return min(dated, key=lambda w: w.sort_key) if dated else None


def _span(when: When | None, anchor: When | None, kind: Kind) -> Span:
    if when is not None and (when.first or when.last):
        open_end = when.kind == "interval" and (when.first is None) != (when.last is None)
        first = _number(when.first)
        is_due = first is None and kind is Kind.PLANNED
        if first is None and kind is Kind.PLANNED and anchor is not None and anchor.first is not None:
            first = min(
                anchor.first.ordinal, _number(when.last) or anchor.first.ordinal
            )  # what is planned lies ahead of its report
        return Span(first, _number(when.last), is_due=is_due, goes_on=open_end and when.last is None)
    if anchor is None or anchor.first is None:
        return Span(None, None, known=False)
    ahead = PLAN_DAYS if kind is Kind.PLANNED else 0
    last = _number(anchor.last)
    return Span(anchor.first.ordinal - _LATE_DAYS, None if last is None else last + ahead, known=False)


def _number(day: Day | None) -> int | None:
    return None if day is None else day.ordinal


def _by_kind(cues: Sequence[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {
        name: set()
        for name in (
            "trigger",
            "deed",
            "near",
            "beside",
            "phase",
            "patient",
            "agent",
            "noun",
            "speech",
            "known",
            "against",
            "kin",
            "where",
            "actor",
            "place",
            "site",
            "number",
            "term",
            "word",
        )
    }
    for cue in cues:
        name, _, value = cue.partition(":")
        found.setdefault(name, set()).add(value)
    return found


@lru_cache(maxsize=1 << 14)
def _text_cues(text: str, code: str) -> Mapping[str, frozenset[str]]:
    known = language.load(code)
    cues = text_cues(tokenise(text, 0, known), known) if known else plain_cues(text)
    return {name: frozenset(found) for name, found in _by_kind(cues).items()}


@lru_cache(maxsize=1 << 14)
def _deeds_of(title: str, code: str) -> frozenset[str]:
    known = language.load(code)
    return frozenset(verb_deeds(tokenise(title, 0, known), known)) if known else frozenset()


@lru_cache(maxsize=1 << 14)
def _is_denial(title: str, code: str) -> bool:
    """Tell whether an entry is of somebody who denied something."""
    known = language.load(code)
    tokens = tokenise(title, 0, known) if known else ()
    return known is not None and any(
        denies(tokens, n, known)
        for n, token in enumerate(tokens)
        if not _TOLD.isdisjoint(form.form for form in known.verb(token.low))
    )
