"""The measure of TempEval-3 for time expressions: strict, relaxed and value F1.

Strict counts expressions found with the very same span, relaxed those that share a character, one to one.
Value F1 is the relaxed F1 times the share of relaxed matches whose value is the same string, type F1
likewise. All figures are taken over all documents together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Timex = tuple[int, int, str, str]  # start, end, type, value


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over documents, and the measures made of them (0 to 100)."""

    expected: int = 0
    found: int = 0
    exact: int = 0
    overlapping: int = 0
    right_value: int = 0
    right_type: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def strict(self) -> float:
        """F1 of exact spans."""
        return self._f1(self.exact)

    @property
    def relaxed(self) -> float:
        """F1 of overlapping spans."""
        return self._f1(self.overlapping)

    @property
    def value(self) -> float:
        """F1 of overlapping spans with the right value."""
        return self._f1(self.right_value)

    @property
    def type(self) -> float:
        """F1 of overlapping spans with the right type."""
        return self._f1(self.right_type)

    def _f1(self, hits: int) -> float:
        """Harmonic mean of hits / found and hits / expected; for attributes, accuracy times relaxed F1."""
        return 200 * hits / (self.expected + self.found) if self.expected + self.found else 0.0


def score(expected: Sequence[Timex], found: Sequence[Timex]) -> Score:
    """Compare what one document has with what was found in it."""
    pairs = aligned(expected, found)
    return Score(
        expected=len(expected),
        found=len(found),
        exact=sum(gold[:2] == answer[:2] for gold, answer in pairs),
        overlapping=len(pairs),
        right_value=sum(gold[3] == answer[3] for gold, answer in pairs),
        right_type=sum(gold[2] == answer[2] for gold, answer in pairs),
    )


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, Score())


def aligned(expected: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair each expression with one answer at most: same spans first, then overlaps from left to right."""
    golds, answers = (sorted(each, key=lambda one: one[0]) for each in (expected, found))
    pairs = []
    for fits in (_same, _overlap):
        for gold in tuple(golds):
            answer = next((one for one in answers if fits(gold, one)), None)
            if answer is not None:
                golds.remove(gold)
                answers.remove(answer)
                pairs.append((gold, answer))
    return pairs


def _same(one: Timex, other: Timex) -> bool:
    return one[0] == other[0] and one[1] == other[1]


def _overlap(one: Timex, other: Timex) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])
