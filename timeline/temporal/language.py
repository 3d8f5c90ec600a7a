"""What a language is to the engine: its words, beside the tree of its rules.

`grammar` builds a `Grammar` from the file of a language; `matcher` walks it. Nothing in it changes after
loading, but for answers that it remembers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from timeline.temporal.expression import Value
from timeline.temporal.tree import NOTHING, Kind, Opening, Phrase, last_symbols
from timeline.temporal.words import WORD, fold

_FIGURES = frozenset({1, 2, 3, 4, 8})  # of the numbers that grammars know: 2024, 20240503
_FIGURES_OF_YEAR = 4
_LONGEST_WITH_MARKS = len("999,999")
WITH_MARKS = -1  # the width of numbers with thousands marks: 1,000


class Leaf(NamedTuple):
    """A way in which a word can begin a terminal symbol."""

    symbol: int
    value: Value
    capital: bool = False
    rest: tuple[str, ...] = ()  # the words that must follow
    glued: tuple[bool, ...] = ()  # whether each of them is glued on


class Range(NamedTuple):
    """A word class of numbers; `width` counts the figures where that matters, or asks for thousands marks."""

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


WordClass = list[tuple[str, Value]]


# What a word is to the search for islands, as a sign, so that a regular expression can find them.
UNKNOWN, LIGHT, HEAVY, FIGURES = " ", "o", "x", "n"


@dataclass(slots=True, eq=False)
class Grammar:
    """A language, ready for matching. Nothing in it changes after loading, but for what it remembers."""

    language: str
    lexicon: dict[str, tuple[Leaf, ...]]
    ranges: tuple[Range, ...]
    light: frozenset[str]
    phrases: dict[str, Phrase]
    start: Phrase
    examples: tuple[Example, ...]
    classes: dict[str, WordClass]
    vocabulary: frozenset[str]
    signs: dict[str, str] = field(init=False)
    marked: bool = field(init=False)  # whether it reads numbers with thousands marks
    never_first: frozenset[str] = field(init=False)  # words with which no rule begins
    never_last: frozenset[str] = field(init=False)  # words with which none ends
    _forms: dict[str, dict[tuple[str, ...], Value]] = field(default_factory=dict)
    _kinds: dict[tuple[int, ...], Kind] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Give each known word its sign."""
        known = [form for form in self.vocabulary if not form.isdigit()]
        self.marked = any(one.width == WITH_MARKS for one in self.ranges)
        self.signs = {form: LIGHT if form in self.light else HEAVY for form in known}
        first, last = self.start.root.reach, last_symbols(self.start)
        leaves = [(form, leaf) for form, every in self.lexicon.items() for leaf in every]
        begin = {form for form, leaf in leaves if first >> leaf.symbol & 1}
        end = {leaf.rest[-1] if leaf.rest else form for form, leaf in leaves if last >> leaf.symbol & 1}
        self.never_first, self.never_last = frozenset(known) - begin, frozenset(known) - end

    def knows(self, form: str) -> bool:
        """Whether a folded form can be part of a time expression."""
        return form in self.vocabulary or (_is_number(form) and ("," not in form or self.marked))

    def sign_of_figures(self, form: str) -> str:
        """Give the sign of a word that is not in `signs`; numbers below 1000 have one of their own."""
        if "," in form:
            return LIGHT if self.knows(form) else UNKNOWN
        if not form.isdigit() or not self.knows(form):
            return UNKNOWN
        if form in self.light:
            return LIGHT
        return FIGURES if len(form) < _FIGURES_OF_YEAR else HEAVY

    def forms(self, name: str) -> dict[tuple[str, ...], Value]:
        """Give the folded forms of a word class with their values.

        Empty when the language does without it.
        """
        if name not in self._forms:
            self._forms[name] = {split(form): value for form, value in self.classes.get(name, [])}
        return self._forms[name]

    def leaves(self, form: str, capital: bool) -> tuple[Leaf, ...]:  # noqa: FBT001 -- half of what a word is
        """Give the ways in which a folded form, written with a capital or not, can begin a terminal."""
        found = self.lexicon.get(form, ())
        if not capital:
            found = tuple([leaf for leaf in found if not leaf.capital])
        if not _is_number(form):
            return found
        return found + tuple(Leaf(*each) for each in _number_symbols(self.ranges, form))

    def opening(self, leaves: Sequence[Leaf]) -> Opening:
        """Sort the leaves that can be read at a word by their symbols."""
        found: dict[int, list[tuple[int, Value]]] = {}
        for leaf in leaves:
            found.setdefault(leaf.symbol, []).append((1 + len(leaf.rest), leaf.value))
        return Opening(self._kind(tuple(found)), found, not any(leaf.rest for leaf in leaves))

    def opening_of_number(self, form: str) -> Opening | None:
        """Give what a number in figures opens by its size alone, where no word class has it by name."""
        if form in self.lexicon or not _is_number(form):
            return None
        found: dict[int, list[tuple[int, Value]]] = {
            symbol: [(1, number)] for symbol, number in _number_symbols(self.ranges, form)
        }
        return Opening(self._kind(tuple(found)), found, is_single=True)

    def _kind(self, symbols: tuple[int, ...]) -> Kind:
        known = self._kinds.get(symbols)
        if known is None:
            known = Kind(symbols, NOTHING | sum(1 << symbol for symbol in symbols))
            known = self._kinds.setdefault(symbols, known)
        return known


def split(form: str) -> tuple[str, ...]:
    """Cut a form of a word class into folded words."""
    return tuple(fold(word.group()) for word in WORD.finditer(form))


def number_of(form: str) -> int:
    """Give the number that figures write, with or without thousands marks."""
    return int(form.replace(",", ""))


def _is_number(form: str) -> bool:
    if "," in form:
        return form.isascii() and form.replace(",", "").isdigit() and len(form) <= _LONGEST_WITH_MARKS
    return len(form) in _FIGURES and form.isdigit() and form.isascii()


def _number_symbols(ranges: tuple[Range, ...], form: str) -> list[tuple[int, int]]:
    """Give the word classes of numbers that a number in figures is of, each with the number."""
    number, width = number_of(form), WITH_MARKS if "," in form else len(form)
    widths = (width, width) if width == WITH_MARKS else (0, width)
    return [(symbol, number) for symbol, low, high, of in ranges if low <= number <= high and of in widths]
