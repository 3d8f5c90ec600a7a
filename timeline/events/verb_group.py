"""The record of a verb with its auxiliaries, and what it says of the deed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mood(StrEnum):
    """What a verb group says of the deed: done, doing, due, possible, or not a statement at all."""

    PAST = "past"
    PERFECT = "perfect"
    PAST_PERFECT = "past perfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    PAST_PROGRESSIVE = "past progressive"
    FUTURE = "future"
    DUE = "due"  # is to, is due to, is expected to
    WAS_DUE = "was due"
    HAD_BEEN_DUE = "had been due"
    BACKSHIFT = "backshift"  # would
    MUST = "must"
    POSSIBLE = "possible"
    WISH = "wish"
    RUMOUR = "rumour"  # is believed to have
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    GERUND = "gerund"


# Moods whose verb is a bare form, which a second verb may share.
BARE_FORM = frozenset({Mood.FUTURE, Mood.DUE, Mood.BACKSHIFT, Mood.MUST, Mood.POSSIBLE, Mood.WISH})
AHEAD = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.WAS_DUE})
DONE = frozenset({Mood.PAST, Mood.PERFECT, Mood.PAST_PERFECT, Mood.PAST_PROGRESSIVE})
NOT_FINITE = frozenset({Mood.INFINITIVE, Mood.PARTICIPLE, Mood.GERUND})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: tokens `first` to `last` (inclusive), the full verb at `head`."""

    first: int
    last: int
    head: int
    lemma: str
    mood: Mood
    passive: bool = False
    negated: bool = False
    sure: bool = True
    copula: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it can carry a clause."""
        return self.mood not in NOT_FINITE
