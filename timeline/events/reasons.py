"""Why tellings were joined, and why like ones were not: made only when a person asks.

`ties(candidates, timeline, settings)` joins candidates as `merge` does, and gives for each those that it was
joined with, and those that are possibly the same. A reason is a key and what fills it in; the words stand in
`wording/reasons.yaml`. The numbers are those that decided: `evidence` is asked again of the same tellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.config import Settings
from timeline.events import language
from timeline.events.deeds import told_by
from timeline.events.evidence import Evidence, evidence, same_deed
from timeline.events.grouping import Pair, Refusal, Verdict, pair_of
from timeline.events.merging import Merging, filed, share_sentence
from timeline.events.news import opens_with
from timeline.events.rarity import Rarity
from timeline.events.similarity import Comparison, Likeness
from timeline.events.tellings import Telling
from timeline.events.tokens import tokenise
from timeline.model import Candidate, Timeline
from timeline.temporal import When

_NAMED = 3  # words, numbers or names that are listed
_MUCH = 3  # things that one article tells of a time, from which on it is said that they are many
_LIKE = 3  # near-misses that are told of one candidate

Value = str | float | When | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """A key of `wording/reasons.yaml`, and what fills it in: words, numbers and dates."""

    key: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Tie:
    """Another telling, whether it is of the same entry, and why: what was found, and what was decided."""

    other: Candidate
    is_joined: bool
    score: float
    reasons: tuple[Reason, ...]


def ties(
    candidates: Sequence[Candidate], timeline: Timeline, settings: Settings
) -> dict[str, tuple[Tie, ...]]:
    """Return, by the id of each candidate, what it was joined with and what it is like, the nearest first."""
    work = filed(candidates, timeline, settings)
    work.join()
    told = _Told(work, {candidate.id: candidate for candidate in candidates})
    found: dict[str, list[Tie]] = {candidate.id: [] for candidate in candidates}
    for first, second in told.pairs():
        for one, other in ((first, second), (second, first)):
            found[one].append(told.tie(one, other))
    return {name: tuple(_nearest(made)) for name, made in found.items()}


def _nearest(made: list[Tie]) -> Iterator[Tie]:
    made.sort(key=lambda tie: (not tie.is_joined, -tie.score))
    joined = sum(tie.is_joined for tie in made)
    yield from made[: joined + _LIKE]


class _Told:
    """What merging did, and the candidates and tellings by id."""

    def __init__(self, work: Merging, candidates: Mapping[str, Candidate]) -> None:
        self.work, self.candidates = work, candidates
        self.tellings = {t.owner: t for t in work.index.tellings if t.owner in candidates}

    def pairs(self) -> Iterator[Pair]:
        """Yield pairs of one group, and pairs that were alike and stayed apart."""
        groups = {id(group): group for group in self.work.group_of.values()}.values()
        for group in groups:
            owners = [t.owner for t in group.tellings if t.owner in self.candidates]
            yield from (pair_of(a, b) for n, a in enumerate(owners) for b in owners[n + 1 :])
        for pair, found in self.work.weighed.items():
            if found.likeness is Likeness.OTHER or not self.candidates.keys() >= set(pair):
                continue
            first, second = (self.work.group_of[owner] for owner in pair)
            if first is not second and not share_sentence(first, second):
                yield pair

    def tie(self, one: str, other: str) -> Tie:
        """Say what was found about two tellings, and what was decided."""
        pair = pair_of(one, other)
        is_joined = self.work.group_of[one] is self.work.group_of[other]
        found, verdict = self.work.weighed.get(pair), self.work.verdicts.get(pair)
        a, b = self.tellings[one], self.tellings[other]
        given = evidence(a, b, self.work.rarity)
        reasons = (
            *_of_time(self.candidates[one], self.candidates[other], a, b),
            *self._of_deed(a, b, given),
            *_of_articles(a, b, given, self.work.rarity),
            *(() if is_joined else _lacking(a, b, given, self.work.rarity)),
            *self._of_words(a, b),
            *self._of_roles(a, b, given),
            decided(found, verdict, given.total, is_joined=is_joined),
        )
        return Tie(self.candidates[other], is_joined, given.total, reasons)

    def _of_words(self, a: Telling, b: Telling) -> Iterator[Reason]:
        """Name what both name, and the words that tell most: of the tellings, and of what stands around."""
        text = self._text(a, b)
        names = _as_written(sorted((a.names & b.names) | (a.named & b.named)), text)
        whole = [
            name for name in names if not any(name != other and name in other.split() for other in names)
        ]
        if whole:
            yield Reason("names", {"words": tuple(whole[:_NAMED])})
        parts = {part.casefold() for name in names for part in name.split()}
        both = a.words & b.words
        for key, words in (("words", both), ("around", (a.around & b.around) - both)):
            written = _as_written(_most_telling(words, a, b, self.work.rarity), text)
            if more := tuple(word for word in written if word.casefold() not in parts):
                yield Reason(key, {"words": more[:_NAMED]})

    def _of_roles(self, a: Telling, b: Telling, given: Evidence) -> Iterator[Reason]:
        if a.agent & b.agent and given.who.roles > 0:
            yield Reason("same_doer", {"words": _as_written(_some(a.agent & b.agent), self._text(a, b))})
        if given.who.roles < 0:
            yield Reason("other_roles", {})
        if given.who.where:
            yield Reason("same_place" if given.who.where > 0 else "other_places", {})
        if given.who.numbers:
            yield Reason("same_numbers" if given.who.numbers > 0 else "other_numbers", {})

    def _of_deed(self, a: Telling, b: Telling, given: Evidence) -> Iterator[Reason]:
        if both := a.triggers & b.triggers:
            yield Reason("same_deed", {"words": self._told_by(both, a, b)})
        elif same_deed(a, b):
            named = (a.triggers & b.deeds) | (b.triggers & a.deeds)
            yield Reason("deed_named", {"words": self._told_by(named, a, b)})
        elif given.deed > 0:
            beside = (a.triggers & b.beside) | (b.triggers & a.beside)
            yield Reason("deed_beside", {"words": self._told_by(beside, a, b)})
        elif given.deed < 0 and a.triggers and b.triggers:
            words = {"words": self._told_by(a.triggers, a), "others": self._told_by(b.triggers, b)}
            yield Reason("other_deeds", words)

    def _told_by(self, kinds: frozenset[str], *tellings: Telling) -> tuple[str, ...]:
        """Return the words by which each telling tells one of these deeds, else the names of the deeds."""
        known = language.load(self.work.code)
        told = [self.candidates[telling.owner] for telling in tellings]
        texts = [(tokenise(c.title, 0, known), tokenise(c.sentence, 0, known)) for c in told] if known else []
        found = [
            told_by(title, kinds, known) or told_by(whole, kinds, known) for title, whole in texts if known
        ]
        return tuple(dict.fromkeys(filter(None, found))) or _some(kinds)

    def _text(self, a: Telling, b: Telling) -> str:
        """Return what is searched for how words are written: the sentences, then full names."""
        both = [self.candidates[telling.owner] for telling in (a, b)]
        names = (name for c in both for name in (*c.actors, *(place.name for place in c.places)))
        return " ".join((*(c.sentence for c in both), *names))


def _of_time(one: Candidate, other: Candidate, a: Telling, b: Telling) -> Iterator[Reason]:
    dates = [c.when for c in (one, other) if c.when is not None]
    if len(dates) < 2 or not (a.span.known and b.span.known):  # noqa: PLR2004 - a pair
        yield Reason("one_time", {"date": dates[0]}) if dates else Reason("no_time", {})
    elif not a.span.meets(b.span):
        yield Reason("apart", {"date": dates[0], "other": dates[1]})
    elif a.span == b.span or dates[0] == dates[1]:
        yield Reason("same_day" if a.span.days == 1 else "same_time", {"date": dates[0]})
    elif (a.span.is_due and b.span.is_due) or a.span.goes_on or b.span.goes_on:
        fits = a.span.contains(b.span) or b.span.contains(a.span)
        yield Reason("like_time" if fits else "overlap", {"date": dates[0], "other": dates[1]})
    elif a.span.contains(b.span) or b.span.contains(a.span):
        dates = dates[::-1] if a.span.contains(b.span) else dates
        yield Reason("within", {"date": dates[0], "other": dates[1]})
    else:
        yield Reason("overlap", {"date": dates[0], "other": dates[1]})


def _of_articles(a: Telling, b: Telling, given: Evidence, rarity: Rarity) -> Iterator[Reason]:
    if given.time > 0 and (opens_with(a, b, rarity) or opens_with(b, a, rarity)):
        yield Reason("opening", {})
    if a.article == b.article:
        yield Reason("one_article", {})
        return
    if story := rarity.story(a, b):
        yield Reason("one_story" if story > 0 else "two_stories", {})
    if a.origin and a.origin == b.origin:
        yield Reason("one_origin", {})
    if given.alone > 0:
        yield Reason("alone", {})


def _lacking(a: Telling, b: Telling, given: Evidence, rarity: Rarity) -> Iterator[Reason]:
    """Say of two that stayed apart what made the articles tell little."""
    if a.article == b.article:
        return
    if not rarity.story(a, b):
        yield Reason("story_unclear", {})
    if given.alone <= 0 and rarity.crowding(a, b) >= _MUCH:
        yield Reason("crowded", {})


def decided(found: Comparison | None, verdict: Verdict | None, score: float, *, is_joined: bool) -> Reason:
    """Say what was decided, and how much evidence was needed."""
    if is_joined:
        if found is None or verdict is None or verdict.refusal:
            return Reason("through_others", {"score": score})
        return Reason("enough", {"score": score, "needed": found.needed(verdict.rival)})
    if found is None or not found.may_join:
        return Reason("time_forbids", {"score": score})
    if verdict is None:
        return Reason("too_little", {"score": score, "needed": found.needed(0.0)})
    values = {"score": score, "needed": found.needed(verdict.rival), "rival": verdict.rival}
    if verdict.refusal is Refusal.RIVAL:
        return Reason("rival_nearer" if score < verdict.rival else "rival_near", values)
    return Reason(f"refused_{verdict.refusal}", values)


def _most_telling(words: Iterable[str], a: Telling, b: Telling, rarity: Rarity) -> list[str]:
    """Return the words that weigh most; those that any two of the articles share weigh nothing."""
    weighed = sorted((-rarity.of([word], a, b), word) for word in words)
    return [word for weight, word in weighed if weight < 0]


def _some(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words)[:_NAMED])


def _as_written(words: Iterable[str], text: str) -> tuple[str, ...]:
    """Return words as the sentences write them, where they have them: compared are they without endings."""
    met = ((word, re.search(rf"\b{re.escape(word)}\w*", text, re.IGNORECASE)) for word in words)
    return tuple(dict.fromkeys(found.group() if found else word for word, found in met))
