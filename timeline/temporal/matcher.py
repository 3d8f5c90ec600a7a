"""Reads islands of known words: which stretches of them a grammar takes for time expressions, and as what.

The work for one island is bounded by its length, because no phrase can begin with itself and every phrase is
read only once at each place; islands are cut at a fixed length, so that the whole is linear in the text.
What the words say is built last, and only for the candidates that somebody asks for.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from timeline.temporal.expression import Expression, Value
from timeline.temporal.language import Grammar, Leaf
from timeline.temporal.notation import Part, build
from timeline.temporal.tree import NOTHING, Alternative, Node, Opening, Phrase
from timeline.temporal.words import Words, cut

_REMEMBERED = 2048  # words whose openings are kept


class Trace(NamedTuple):
    """Which rule or phrase read which words (numbers within the island), and what each of its places read.

    The derivation that `explain` prints, and what the expression is built from.
    """

    alternative: Alternative
    start: int
    end: int
    places: tuple["_Place", ...]

    @property
    def rule(self) -> str:
        """The name of the rule or phrase."""
        return self.alternative.rule

    @property
    def inner(self) -> tuple["Trace", ...]:
        """The phrases inside it."""
        return tuple([one for one in self.places if isinstance(one, Trace)])

    def rules(self) -> tuple[str, ...]:
        """Give the names of all rules and phrases, outermost first."""
        names = [self.alternative.rule]
        for one in self.places:
            if isinstance(one, Trace):
                names += one.rules()
        return tuple(names)

    @property
    def holds(self) -> bool:
        """Whether what the words say does not decide against reading them so."""
        return not self.alternative.is_conditional or self.value() is not None

    def values(self) -> dict[str, Value]:
        """Give what each place says, under its label."""
        said = [one.value() if isinstance(one, Trace) else one[2] for one in self.places]
        return dict(zip(self.alternative.labels, said, strict=True))

    def value(self) -> Value:
        """Give what a phrase says."""
        template = self.alternative.meanings[0].template
        if isinstance(template, Part) and len(self.places) == 1:  # nothing but its one place, as most
            one = self.places[0]
            return one.value() if isinstance(one, Trace) else one[2]
        return build(template, self.values())


_Place = Trace | tuple[int, int, Value]  # a phrase; or from the word, up to the word, what they say
_NONE: tuple[Trace, ...] = ()
_Walked = tuple[Alternative, int, tuple[_Place, ...]]


class Piece(NamedTuple):
    """One mention that a candidate makes: the words that it covers and what they say."""

    start: int
    end: int
    expression: Expression


class Candidate:
    """One way to read some words of an island."""

    __slots__ = ("_pieces", "_rules", "alternative", "end", "fits", "start", "trace")

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.alternative = trace.alternative
        self.start = trace.start
        self.end = trace.end
        self._pieces: tuple[Piece, ...] | None = None
        self._rules: tuple[str, ...] | None = None
        self.fits: bool | None = None  # between its neighbours, where these always are the same

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The mentions that it makes; none for a trap, and none where a meaning is no expression."""
        if self._pieces is None:
            pieces = tuple(self._built())
            self._pieces = pieces if len(pieces) == len(self.alternative.meanings) else ()
        return self._pieces

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules and phrases that read it, each once."""
        if self._rules is None:
            self._rules = tuple(dict.fromkeys(self.trace.rules()))
        return self._rules

    @property
    def is_told(self) -> bool:
        """Whether it makes mentions, or is a trap, which keeps its words from making any."""
        return bool(self.pieces) or not self.alternative.meanings

    @property
    def stands(self) -> bool:
        """Whether every meaning of the rule came out as an expression."""
        return len(self.pieces) == len(self.alternative.meanings)

    def settled(self) -> "Candidate":
        """Give it without its derivation, which takes more room than all the rest."""
        plain = Candidate(Trace(self.alternative, self.start, self.end, _NONE))
        plain._pieces, plain._rules, plain.fits = self.pieces, self.rules, self.fits
        return plain

    def _built(self) -> Iterator[Piece]:
        values = self.trace.values() if self.alternative.meanings else {}
        for meaning in self.alternative.meanings:
            expression = build(meaning.template, values)
            if not isinstance(expression, Expression):
                continue
            if not meaning.covers:
                yield Piece(self.start, self.end, expression)
            else:
                covered = [
                    place
                    for label, place in zip(self.alternative.labels, self.trace.places, strict=True)
                    if label in meaning.covers
                ]
                spans = [one[1:3] if isinstance(one, Trace) else one[:2] for one in covered]
                start = min((start for start, _ in spans), default=self.start)
                yield Piece(start, max((end for _, end in spans), default=self.end), expression)


class Island:
    """The reading of one island. It remembers what it has read: nothing around the island changes that."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.grammar = grammar
        self.words: Words = cut(text)
        self.forms = self.words.forms
        self.openings = self._opened()
        # What the word can begin, for each word and for the end.
        self.masks = [*[one.kind.mask for one in self.openings], NOTHING]
        # Where a rule may begin; elsewhere there is nothing to look for.
        reach = grammar.start.root.reach
        self.begins = [reach & mask > NOTHING for mask in self.masks]
        self.phrases: dict[tuple[Phrase, int], tuple[Trace, ...]] = {}
        self.found: dict[int, tuple[Candidate, ...]] = {}
        self.is_settled = False

    def candidates(self, at: int) -> tuple[Candidate, ...]:
        """Give the readings that start at this word, the longest first, then in the order of the file."""
        known = self.found.get(at)
        if known is not None:
            return known
        walked = self._walk(self.grammar.start.root, at)
        if len(walked) > 1:
            walked.sort(key=_longest_first)
        every = [Candidate(Trace(alternative, at, end, places)) for alternative, end, places in walked]
        found = tuple([one for one in every if not one.alternative.is_conditional or one.stands])
        self.found[at] = found
        self.is_settled = False
        return found

    def _walk(self, root: Node, start: int) -> list[_Walked]:  # noqa: C901 -- in pieces it takes a tenth longer
        """Follow the tree of sequences from a word on, breadth first, and collect what is complete."""
        found: list[_Walked] = []
        steps: list[tuple[Node, int, tuple[_Place, ...]]] = [(root, start, ())]
        masks, openings, phrases = self.masks, self.openings, self.phrases
        for node, at, places in steps:  # which grows on the way
            if node.complete:
                found += zip(node.complete, repeat(at), repeat(places))
            if node.reach & masks[at] <= NOTHING:
                continue
            kind, leaves, is_single = openings[at]
            words, calls = node.moves.get(kind) or node.moves_on(kind)
            for symbol, glued, following in words:
                for length, value in leaves[symbol]:
                    end = at + length
                    if following.reach & masks[end] and (not glued or self.words.glued(at)):
                        steps.append((following, end, places + ((at, end, value),)))  # noqa: RUF005 -- quicker
            for ahead, phrase, glued, following in calls:
                if (ahead & masks[at + 1] or not is_single) and (not glued or self.words.glued(at)):
                    known = phrases.get((phrase, at))
                    for read in self._phrase(phrase, at) if known is None else known:
                        end = read[2]
                        if following.reach & masks[end]:
                            steps.append((following, end, places + (read,)))  # noqa: RUF005 -- quicker
        return found

    def _phrase(self, phrase: Phrase, at: int) -> tuple[Trace, ...]:
        """Read a phrase for the first time at a place: for each end, the first in the order of the file."""
        walked = self._walk(phrase.root, at)
        if not walked:
            found = _NONE
        elif len(walked) == 1:
            trace = Trace(walked[0][0], at, *walked[0][1:])
            found = (trace,) if trace.holds else _NONE
        else:
            best: dict[int, Trace] = {}
            for alternative, end, places in sorted(walked, key=_order):
                if end not in best and (trace := Trace(alternative, at, end, places)).holds:
                    best[end] = trace
            found = tuple(best.values())
        self.phrases[phrase, at] = found
        return found

    def settle(self) -> None:
        """Forget the way to the candidates, and those that are never chosen: an island is kept for long."""
        if not self.is_settled:
            self.is_settled = True
            self.phrases = {}
            self.found = {at: tuple(_kept(every)) for at, every in list(self.found.items())}

    def _opened(self) -> list[Opening]:
        """Give the terminals that can begin at each word."""
        grammar, forms, text, starts = self.grammar, self.forms, self.words.text, self.words.starts
        found = []
        for at, form in enumerate(forms):
            opening, seconds = _opening(grammar, form, text[starts[at]].isupper())
            if seconds and at + 1 < len(forms) and forms[at + 1] in seconds:
                opening = self._longer(at) or opening
            found.append(opening)
        return found

    def _longer(self, at: int) -> Opening | None:
        """Give the same where a form of several words stands; None where none does."""
        leaves = self.grammar.leaves(self.forms[at], self.words.text[self.words.starts[at]].isupper())
        standing = [leaf for leaf in leaves if self._follows(leaf, at + 1)]
        return self.grammar.opening(standing) if any(leaf.rest for leaf in standing) else None

    def _follows(self, leaf: Leaf, at: int) -> bool:
        """Whether the further words of a form stand here."""
        end = at + len(leaf.rest)
        return self.forms[at:end] == leaf.rest and all(
            not glued or self.words.glued(where)
            for where, glued in zip(range(at, end), leaf.glued, strict=True)
        )


def _kept(candidates: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """Give the candidates of a place up to the one that is chosen wherever the island stands."""
    for one in candidates:
        if one.fits is None:
            yield one
        elif one.fits and one.is_told:
            yield one.settled()
            return


def _order(walked: _Walked) -> int:
    return walked[0].order


def _longest_first(walked: _Walked) -> tuple[int, int]:
    return -walked[1], walked[0].order


@lru_cache(maxsize=_REMEMBERED)
def _opening(
    grammar: Grammar,
    form: str,
    capital: bool,  # noqa: FBT001 -- part of the key
) -> tuple[Opening, frozenset[str]]:
    """Give what a word opens by itself, and the second words of the longer forms that may begin with it."""
    number = grammar.opening_of_number(form)
    if number:
        return number, frozenset()
    leaves = grammar.leaves(form, capital)
    seconds = frozenset([one.rest[0] for one in leaves if one.rest])
    return grammar.opening([one for one in leaves if not one.rest] if seconds else leaves), seconds
