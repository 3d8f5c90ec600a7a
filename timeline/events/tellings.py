"""Tellings: what candidates and entries look like to the comparison.

A `Telling` is a span of days (`spans`) and sets of cues (`cues`). A candidate gives one, an entry several
(`entry_tellings`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.events.cues import by_kind
from timeline.events.gazetteer import gazetteer
from timeline.events.roles import NAMED
from timeline.events.spans import Span, day_of, span_of
from timeline.model import Article, Candidate, Kind

DEED = "t:"  # marks a deed among the features of the index


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
    is_further: bool = False  # told as one more: "another", "also"
    site_words: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()  # deeds that undo its own
    kin: frozenset[str] = frozenset()  # deeds that often tell the same
    is_speech: bool = False  # a deed done by speaking
    is_known: bool = False  # its deed is one of those that the language names
    start: int = -1  # where its sentence begins in the article
    end: int = -1  # and where it ends
    tense: str = ""  # the mood of its verb, where its clause tells for itself; "coordinate" beside another
    origin: str = ""

    reported: int | None = None  # the day of the report, as a number

    around: frozenset[str] = frozenset()  # its words and those near it
    named: frozenset[str] = frozenset()  # the names in it, whatever their role
    part: frozenset[str] = frozenset()  # who takes part, in whatever role
    deeds_of_day: frozenset[str] = frozenset()  # its deeds with their day, where that is one

    def __post_init__(self) -> None:
        """Work out once what is compared often."""
        object.__setattr__(self, "around", self.words | self.near)
        object.__setattr__(self, "named", self.patient_names | self.agent_names | self.site_words)
        object.__setattr__(self, "part", self.patient | self.agent)
        is_day = self.span.is_sharp and self.span.first == self.span.last
        of_day = (f"{DEED}{kind}@{self.span.first}" for kind in self.triggers) if is_day else ()
        object.__setattr__(self, "deeds_of_day", frozenset(of_day))

    def looks_back(self, days: int) -> bool:
        """Tell whether its time lies at least so many days before its report."""
        return (
            self.reported is not None
            and self.span.last is not None
            and self.reported - self.span.last >= days
        )

    @property
    def features(self) -> frozenset[str]:
        """What the index files it under: words, names, numbers, deeds, and deeds with their days."""
        told = self.triggers | self.deeds
        days = {f"{DEED}{deed}@{self.span.first}-{self.span.last}" for deed in told if self.span.known}
        days |= self.span.marks
        return self.around | self.names | self.numbers | days | {f"{DEED}{deed}" for deed in told}


def of_candidate(candidate: Candidate, articles: Mapping[str, Article]) -> Telling:
    """Return the telling of a candidate."""
    cues = by_kind(candidate.cues)
    article = articles.get(candidate.article)
    return Telling(
        owner=candidate.id,
        article=candidate.article,
        kind=candidate.kind,
        span=span_of(candidate.when, article.anchor if article else None, candidate.kind),
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
        is_further=bool(cues["further"]),
        is_speech=bool(cues["speech"]),
        is_known=bool(cues["known"]),
        site_words=frozenset(cues["where"]),
        against=frozenset(cues["against"]),
        kin=frozenset(cues["kin"]),
        start=candidate.start,
        end=candidate.end,
        tense=next(iter(cues["tense"]), ""),
        origin=origin_of(article),
        reported=day_of(article.anchor if article else None),
    )


def _bare(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix(NAMED) for word in words)


def _names(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.removesuffix(NAMED) for word in words if word.endswith(NAMED))


def origin_of(article: Article | None) -> str:
    """Return who first told what an article says (its agency, or the page it is a twin of), "" for none."""
    return "" if article is None else (article.origin or article.twin_of or "").casefold()
