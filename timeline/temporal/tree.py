"""The tree of the rules: which words and phrases may follow one another, and what a sequence of them means.

`grammar` plants the sequences of each pattern, and `matcher` walks the tree. Sets of symbols are kept as the
bits of a number, so that one look ahead tells whether a way through the tree can go on with the next word.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.temporal.expression import CONDITION, Value
from timeline.temporal.notation import Joint, Meaning

# Stands in every set that tells what a word may begin, and asks for nothing: what is complete goes with any
# word, and with the end of the text. Symbols are counted from 1.
NOTHING = 1


@dataclass(slots=True)
class Context:
    """What may stand, or must stand, right before and right after a mention of a rule."""

    unless_after: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    only_before: frozenset[str] = frozenset()

    @property
    def asks(self) -> bool:
        """Whether it asks for anything."""
        return bool(self.unless_after or self.unless_before or self.only_after or self.only_before)


@dataclass(slots=True, eq=False)
class Alternative:
    """One sequence of a pattern, with what it means. The order is that of the file.

    `is_conditional` where what the words say decides whether they have been read.
    """

    rule: str
    order: int
    labels: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    joint: Joint
    context: Context
    line: int
    is_conditional: bool = field(init=False)
    has_context: bool = field(init=False)

    def __post_init__(self) -> None:
        """Look whether a meaning has a condition, and whether the context asks for anything."""
        self.has_context = self.context.asks
        templates = [one.template for one in self.meanings]
        self.is_conditional = any(isinstance(one, tuple) and one[0] == CONDITION for one in templates)


@dataclass(slots=True, eq=False)
class Kind:
    """What words have in common that begin the same terminals: numbers below 13, or the names of months."""

    symbols: tuple[int, ...]
    mask: int


class Opening(NamedTuple):
    """The terminals that can begin at a word: for each symbol, how many words it takes and what it means."""

    kind: Kind
    leaves: dict[int, list[tuple[int, Value]]]
    is_single: bool  # whether each takes this one word alone


Edge = tuple[int, bool, "Node"]  # a symbol, whether it is glued on, and what comes after it
Call = tuple["Phrase", bool, "Node"]
# Beside each phrase are the symbols of which one must come after the word, where it is read alone.
Moves = tuple[tuple[Edge, ...], tuple[tuple[int, "Phrase", bool, "Node"], ...]]


@dataclass(slots=True, eq=False)
class Node:
    """A place in the tree: what may come next, and the alternatives that are complete here.

    `reach` are the symbols that may come next. `moves` keeps what `moves_on` has found, as words come again.
    """

    words: dict[int, list[tuple[bool, "Node"]]] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    complete: list[Alternative] = field(default_factory=list)
    reach: int = 0
    moves: dict[Kind, Moves] = field(default_factory=dict)

    def after_word(self, symbol: int, *, glued: bool) -> "Node":
        """Give the place after a word, new where no sequence has come by it."""
        edges = self.words.setdefault(symbol, [])
        for as_glued, following in edges:
            if as_glued == glued:
                return following
        edges.append((glued, Node()))
        return edges[-1][1]

    def after_phrase(self, phrase: "Phrase", *, glued: bool) -> "Node":
        """Give the place after a phrase, new where no sequence has come by it."""
        for known, as_glued, following in self.calls:
            if known is phrase and as_glued == glued:
                return following
        self.calls.append((phrase, glued, Node()))
        return self.calls[-1][2]

    def moves_on(self, kind: Kind) -> Moves:
        """Give the words and the phrases that may come next where a word of this kind stands."""
        edges = [(symbol, *edge) for symbol in kind.symbols for edge in self.words.get(symbol, ())]
        calls = [(_ahead(call, kind), *call) for call in self.calls if kind.mask & call[0].first]
        return self.moves.setdefault(kind, (tuple(edges), tuple(calls)))

    def look_ahead(self, inside: "Phrase") -> None:
        """Work out `reach` from here on, and what ends the phrase; all must know what they begin with."""
        self.reach = NOTHING if self.complete else 0
        for symbol, edges in self.words.items():
            self.reach |= 1 << symbol
            for _, following in edges:
                following.look_ahead(inside)
                if following.complete:
                    inside.last |= 1 << symbol
        for phrase, _, following in self.calls:
            self.reach |= phrase.first
            following.look_ahead(inside)
            if following.complete:
                inside.ends_with.append(phrase)


@dataclass(slots=True, eq=False)
class Phrase:
    """A named piece of the grammar: the tree of its sequences, and the symbols that can begin or end it.

    Its sequences may also end with other phrases.
    """

    name: str
    root: Node = field(default_factory=Node)
    first: int = 0
    last: int = 0
    ends_with: list["Phrase"] = field(default_factory=list)


class BeginsWithItself(ValueError):
    """A phrase that could be read without end; the message is its name."""


def close(phrases: Iterable[Phrase]) -> None:
    """Work out what can begin each phrase, and what each place can go on with. Raises BeginsWithItself."""
    done: set[str] = set()

    def visit(phrase: Phrase, above: tuple[str, ...]) -> int:
        if phrase.name in above:
            raise BeginsWithItself(phrase.name)
        if phrase.name not in done:
            phrase.first = sum(1 << symbol for symbol in phrase.root.words)
            for called, _, _ in phrase.root.calls:
                phrase.first |= visit(called, (*above, phrase.name))
            done.add(phrase.name)
        return phrase.first

    every = tuple(phrases)
    for phrase in every:
        visit(phrase, ())
    for phrase in every:
        phrase.root.look_ahead(phrase)


def last_symbols(start: Phrase) -> int:
    """Give the symbols with which something can end that a phrase reads, as bits."""
    found, waiting, known = 0, [start], {start.name}
    for phrase in waiting:  # which grows on the way
        found |= phrase.last
        for inner in phrase.ends_with:
            if inner.name not in known:
                known.add(inner.name)
                waiting.append(inner)
    return found


def _ahead(call: Call, kind: Kind) -> int:
    """Give the symbols that may come after a word of this kind with which the phrase begins."""
    phrase, _, following = call
    words, calls = phrase.root.moves.get(kind) or phrase.root.moves_on(kind)
    inside = 0
    for _, _, node in words:
        inside |= node.reach
    for ahead, *_ in calls:
        inside |= ahead
    return (inside & ~NOTHING) | following.reach if inside & NOTHING else inside
