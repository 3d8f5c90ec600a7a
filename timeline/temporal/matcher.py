"""Reads islands of known words: which stretches of them a grammar takes for time expressions, and as what.

The work for one island is bounded by its length, because no phrase can begin with itself and every phrase is
read only once at each place; islands are cut at a fixed length, so that the whole is linear in the text.
"""

from collections.abc import Iterator
from typing import NamedTuple

from timeline.temporal.expression import Expression, Value
from timeline.temporal.language import Alternative, Grammar, Node, Phrase
from timeline.temporal.notation import build
from timeline.temporal.words import Words, cut


class Trace(NamedTuple):
    """Which phrase read which words (numbers within the island): the derivation that `explain` prints."""

    rule: str
    start: int
    end: int
    inner: tuple["Trace", ...] = ()

    def rules(self) -> tuple[str, ...]:
        """Give the names of all rules and phrases, outermost first."""
        return (self.rule, *(name for one in self.inner for name in one.rules()))


class Piece(NamedTuple):
    """One mention that a candidate makes: the words that it covers and what they say."""

    start: int
    end: int
    expression: Expression


class Candidate(NamedTuple):
    """One way to read some words of an island."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    alternative: Alternative
    trace: Trace


class _Place(NamedTuple):
    """What one place of a pattern has read."""

    start: int
    end: int
    value: Value
    trace: Trace | None


_Leaf = tuple[int, int, Value]
_Walked = tuple[int, Alternative, tuple[_Place, ...]]
_Reading = tuple[int, Value, Trace]


class Island:
    """The reading of one island. It remembers what it has read: nothing around the island changes that."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.grammar = grammar
        self.words: Words = cut(text)
        self.forms = self.words.forms
        self.leaves: dict[int, tuple[list[_Leaf], int]] = {}
        self.memo: dict[tuple[str, int], list[_Reading]] = {}
        self.found: dict[int, tuple[Candidate, ...]] = {}

    def candidates(self, at: int) -> tuple[Candidate, ...]:
        """Give the readings that start at this word, the longest first, then in the order of the file."""
        if at not in self.found:
            opens = self._leaves(at)[1] & self.grammar.start.first
            self.found[at] = self._candidates(at) if opens else ()
        return self.found[at]

    def _candidates(self, at: int) -> tuple[Candidate, ...]:
        walked: list[_Walked] = []
        self._walk(self.grammar.start.root, at, (), walked)
        found: list[Candidate] = []
        for end, alternative, places in walked:
            pieces = tuple(self._pieces(alternative, places, at, end))
            if len(pieces) == len(alternative.meanings):
                found.append(
                    Candidate(at, end, pieces, alternative, _trace(alternative.rule, at, end, places))
                )
        return tuple(sorted(found, key=lambda one: (-one.end, one.alternative.order)))

    def _pieces(
        self, alternative: Alternative, places: tuple[_Place, ...], at: int, end: int
    ) -> Iterator[Piece]:
        values = _values(alternative, places)
        for meaning in alternative.meanings:
            expression = build(meaning.template, values)
            covered = [
                place
                for label, place in zip(alternative.labels, places, strict=True)
                if label in meaning.covers
            ]
            if isinstance(expression, Expression):
                start = min((place.start for place in covered), default=at)
                yield Piece(start, max((place.end for place in covered), default=end), expression)

    def _walk(self, node: Node, at: int, places: tuple[_Place, ...], found: list[_Walked]) -> None:
        """Follow the tree of sequences from a word on, and collect what is complete."""
        found += [(at, alternative, places) for alternative in node.complete]
        if at == len(self.forms) or not (node.words or node.calls):
            return
        leaves, mask = self._leaves(at)
        if node.words:
            for symbol, end, value in leaves:
                for glued, following in node.words.get(symbol, ()):
                    if not glued or self.words.glued(at):
                        self._walk(following, end, (*places, _Place(at, end, value, None)), found)
        for phrase, glued, following in node.open_calls(mask) if node.calls else ():
            if not glued or self.words.glued(at):
                for end, value, trace in self._phrase(phrase, at):
                    self._walk(following, end, (*places, _Place(at, end, value, trace)), found)

    def _phrase(self, phrase: Phrase, at: int) -> list[_Reading]:
        """Read a phrase at a place: for each end, the first reading in the order of the file."""
        key = (phrase.name, at)
        if key not in self.memo:
            walked: list[_Walked] = []
            self._walk(phrase.root, at, (), walked)
            best: dict[int, _Reading] = {}
            for end, alternative, places in sorted(walked, key=_order) if len(walked) > 1 else walked:
                value = (
                    None
                    if end in best
                    else build(alternative.meanings[0].template, _values(alternative, places))
                )
                if value is not None:
                    best[end] = (end, value, _trace(phrase.name, at, end, places))
            self.memo[key] = list(best.values())
        return self.memo[key]

    def _leaves(self, at: int) -> tuple[list[_Leaf], int]:
        """Give the terminals that begin at this word, and their symbols as a bit mask."""
        if at not in self.leaves:
            found, mask = [], 0
            capital = self.words.text[self.words.starts[at]].isupper()
            for symbol, rest, needs_capital, value in self.grammar.leaves(self.forms[at]):
                if capital or not needs_capital:
                    end = at + 1 if not rest else self._rest(rest, at + 1)
                    if end:
                        found.append((symbol, end, value))
                        mask |= 1 << symbol
            self.leaves[at] = found, mask
        return self.leaves[at]

    def _rest(self, rest: tuple[tuple[str, bool], ...], at: int) -> int:
        """Follow the further words of a form; 0 when they are not there."""
        for form, glued in rest:
            if at == len(self.forms) or self.forms[at] != form or (glued and not self.words.glued(at)):
                return 0
            at += 1
        return at


def _order(walked: _Walked) -> int:
    return walked[1].order


def _values(alternative: Alternative, places: tuple[_Place, ...]) -> dict[str, Value]:
    return {label: place.value for label, place in zip(alternative.labels, places, strict=True)}


def _trace(rule: str, start: int, end: int, places: tuple[_Place, ...]) -> Trace:
    return Trace(rule, start, end, tuple(place.trace for place in places if place.trace))
