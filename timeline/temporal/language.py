"""What a language is to the engine: its words, and the tree of its rules.

`grammar` builds a `Grammar` from the file of a language; `matcher` walks it. Nothing in it changes after
loading, but for answers that it remembers.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.temporal.expression import Value
from timeline.temporal.notation import (
    Joint,
    Meaning,
)
from timeline.temporal.words import WORD, fold

_FIGURES = frozenset({1, 2, 3, 4, 8})  # of the numbers that grammars know: 2024, 20240503


class Leaf(NamedTuple):
    """A way in which a word can begin a terminal symbol."""

    symbol: int
    rest: tuple[tuple[str, bool], ...]  # the words that must follow, and whether they are glued on
    capital: bool
    value: Value


class Range(NamedTuple):
    """A word class of numbers; `width` counts the figures where that matters."""

    symbol: int
    low: int
    high: int
    width: int


@dataclass(frozen=True, slots=True)
class Example:
    """A line under a rule: read on that day, the text must give what is expected."""

    published: str | None
    text: str
    expected: str
    rule: str
    line: int


@dataclass(slots=True)
class Context:
    """What may stand, or must stand, right before and right after a mention of a rule."""

    unless_after: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()
    only_after: frozenset[str] = frozenset()
    only_before: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Alternative:
    """One sequence of a pattern, with what it means. The order is that of the file."""

    rule: str
    order: int
    labels: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    joint: Joint
    context: Context
    line: int


@dataclass(slots=True, eq=False)
class Node:
    """A place in the tree of sequences: what may come next, and the alternatives that are complete here."""

    words: dict[int, list[tuple[bool, "Node"]]] = field(default_factory=dict)
    calls: list[tuple["Phrase", bool, "Node"]] = field(default_factory=list)
    complete: list[Alternative] = field(default_factory=list)
    _open: dict[int, tuple[tuple["Phrase", bool, "Node"], ...]] = field(default_factory=dict)

    def open_calls(self, mask: int) -> tuple[tuple["Phrase", bool, "Node"], ...]:
        """Give the phrases that a word can begin; `mask` holds the word's symbols.

        Remembered, as words come again.
        """
        if mask not in self._open:
            self._open[mask] = tuple(call for call in self.calls if mask & call[0].first)
        return self._open[mask]


@dataclass(slots=True, eq=False)
class Phrase:
    """A named piece of the grammar: the tree of its sequences, and the symbols that can begin it."""

    name: str
    root: Node = field(default_factory=Node)
    first: int = 0


WordClass = list[tuple[str, Value]]


@dataclass(slots=True)
class Grammar:
    """A language, ready for matching. Nothing in it changes after loading."""

    language: str
    lexicon: dict[str, tuple[Leaf, ...]]
    ranges: tuple[Range, ...]
    light: frozenset[str]
    phrases: dict[str, Phrase]
    start: Phrase
    examples: tuple[Example, ...]
    classes: dict[str, WordClass]
    vocabulary: frozenset[str]
    _forms: dict[str, dict[tuple[str, ...], Value]] = field(default_factory=dict)

    def knows(self, form: str) -> bool:
        """Whether a folded form can be part of a time expression."""
        return form in self.vocabulary or (len(form) in _FIGURES and form.isdigit() and form.isascii())

    def forms(self, name: str) -> dict[tuple[str, ...], Value]:
        """Give the folded forms of a word class with their values.

        Empty when the language does without it.
        """
        if name not in self._forms:
            self._forms[name] = {split(form): value for form, value in self.classes.get(name, [])}
        return self._forms[name]

    def leaves(self, form: str) -> tuple[Leaf, ...]:
        """Give the ways in which a folded form can begin a terminal."""
        found = self.lexicon.get(form, ())
        if form.isdigit() and form.isascii() and len(form) in _FIGURES:
            return found + _number_leaves(self.ranges, form)
        return found


def split(form: str) -> tuple[str, ...]:
    """Cut a form of a word class into folded words."""
    return tuple(fold(word.group()) for word in WORD.finditer(form))


def _number_leaves(ranges: tuple[Range, ...], form: str) -> tuple[Leaf, ...]:
    number = int(form)
    return tuple(
        Leaf(one.symbol, (), capital=False, value=number)
        for one in ranges
        if one.low <= number <= one.high and one.width in {0, len(form)}
    )
