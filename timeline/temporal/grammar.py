"""Loads a language: `languages/en.grammar` becomes a `Grammar`.

A grammar file holds word classes, phrases (named pieces) and rules (what becomes a mention); docs/rules.md
describes it. Loading checks that every name is known, every operator exists, every rule has an example that
gives something, and nothing begins with itself. The examples themselves are run by the tests, not by each
start of the program.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from timeline.temporal.expression import ARITHMETIC, OPERATORS, Value
from timeline.temporal.language import (
    WITH_MARKS,
    Example,
    Grammar,
    Leaf,
    Range,
    WordClass,
    number_of,
    split,
)
from timeline.temporal.notation import (
    NotationError,
    Sequence,
    Template,
    labels,
    read_meanings,
    read_pattern,
)
from timeline.temporal.tree import Alternative, BeginsWithItself, Context, Node, Phrase, close
from timeline.temporal.words import WORD, fold

_EXAMPLE = re.compile(r"(?P<published>-?\d{4}[-\d]*|-)\s+(?P<text>\S.*?)\s+->\s+(?P<expected>.+)")
_HEADER = re.compile(r"(language|words|phrase|rule|trap|light|nothing)\b\s*(.*)")
_RANGE = re.compile(r"([\d,]+)\.\.([\d,]+)")
_CONTEXT = re.compile(r"(unless|only) (after|before):\s*(.*)")
_FORM = re.compile(r'\s*(?:"[^"]+"|[^,]+)')
_FOLDER = Path(__file__).with_name("languages")  # importlib.resources would cost a tenth of the start
KINDS = ("CAPITAL", "LOWER", "NUMBER", "EDGE")


class GrammarError(ValueError):
    """A grammar file that cannot be used; the message begins with file and line."""


@dataclass(slots=True)
class Block:
    """A `phrase` or `rule` of the file, as read."""

    name: str
    is_rule: bool
    line: int
    patterns: list[tuple[int, str, str]] = field(default_factory=list)
    context: dict[str, list[str]] = field(default_factory=dict)
    examples: int = 0


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Give the codes of the languages that have a grammar file."""
    return tuple(sorted(one.stem for one in _FOLDER.glob("*.grammar")))


def grammar_code(language: str) -> str:
    """Give what the grammar file of a BCP 47 code would be called: "en" for "en-GB"."""
    return language.replace("_", "-").partition("-")[0].lower()


@lru_cache(maxsize=16)
def load(language: str) -> Grammar:
    """Load the grammar of a language that `languages` names. Raises GrammarError."""
    name = f"{language}.grammar"
    return read_grammar((_FOLDER / name).read_text(encoding="utf-8"), name)


def read_grammar(source: str, name: str) -> Grammar:
    """Build a grammar from the text of its file. Raises GrammarError, which names the file and the line."""
    return _Reader(name).read(source)


class _Reader:
    """Reads one grammar file from top to bottom, and then ties its names together."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.line = 0
        self.language = name.partition(".")[0]
        self.classes: dict[str, WordClass] = {}
        self.ranges: list[tuple[str, int, int, int]] = []
        self.light: set[str] = set()
        self.blocks: list[Block] = []
        self.examples: list[Example] = []
        self.symbols: dict[str, int] = {}
        self.section = ("", "")

    def fail(self, message: str, line: int = 0) -> GrammarError:
        return GrammarError(f"{self.name}:{line or self.line}: {message}")

    def read(self, source: str) -> Grammar:
        for self.line, raw in enumerate(source.splitlines(), 1):
            text = raw.partition("#")[0].rstrip() if "#" in raw else raw.rstrip()
            if not text:
                continue
            if text[0].isspace():
                self._inside(text.strip())
            else:
                self._header(text)
        return self._tie()

    def _header(self, text: str) -> None:
        found = _HEADER.fullmatch(text)
        if found is None:
            raise self.fail(
                f"{text!r} begins no section: language, light, words, phrase, rule, trap or nothing"
            )
        kind, rest = found.groups()
        self.section = (kind, rest)
        if kind == "language":
            self.language = rest
        elif kind in {"phrase", "rule", "trap"}:
            is_rule = kind != "phrase"
            taken = any(block.name == rest and block.is_rule == is_rule for block in self.blocks)
            if taken or (rest in self.classes and not is_rule):
                raise self.fail(f"the name {rest} is taken")
            self.blocks.append(Block(rest, is_rule, self.line))
        elif kind == "words":
            self.classes.setdefault(rest, [])

    def _inside(self, text: str) -> None:
        kind, name = self.section
        if kind == "words":
            self._words(name, text)
        elif kind == "light":
            self.light.update(map(fold, text.split()))
        elif kind in {"phrase", "rule", "trap", "nothing"}:
            self._block_line(text)
        else:
            raise self.fail("this line belongs to no section")

    def _words(self, name: str, text: str) -> None:
        value, divider, forms = text.partition(": ")
        if not divider:
            raise self.fail("a line of a word class is written value: form, form")
        is_number = value.lstrip("-").isdigit() and value == str(int(value))  # -05 is the name of a zone
        meaning: Value = int(value) if is_number else value
        for spelled in _FORM.findall(forms):
            form = spelled.strip()
            form = form[1:-1] if len(form) > 1 and form[0] == form[-1] == '"' else form
            bounds = _RANGE.fullmatch(form)
            if bounds:
                low, high = bounds.groups()
                width = WITH_MARKS if "," in low else len(low) if len(low) == len(high) else 0
                self.ranges.append((name, number_of(low), number_of(high), width))
            else:
                self.classes[name].append((form, meaning))

    def _block_line(self, text: str) -> None:
        example = _EXAMPLE.fullmatch(text)
        if example:
            self._example(example)
            return
        if self.section[0] == "nothing":
            raise self.fail("a line that must give nothing is written: day  text  -> nothing")
        block = self.blocks[-1]
        context = _CONTEXT.fullmatch(text)
        if context:
            key = f"{context[1]}_{context[2]}"
            block.context.setdefault(key, []).extend(context[3].split())
            return
        if self.section[0] == "trap":
            block.patterns.append((self.line, text, ""))
            return
        pattern, divider, meaning = text.partition(" = ")
        if not divider:
            raise self.fail("this is neither a pattern with ' = ', nor a context, nor an example with ' -> '")
        block.patterns.append((self.line, pattern, meaning))

    def _example(self, found: re.Match[str]) -> None:
        published = None if found["published"] == "-" else found["published"]
        rule = self.blocks[-1].name if self.section[0] != "nothing" else ""
        self.examples.append(Example(published, found["text"], found["expected"], rule, self.line))
        if rule and (found["expected"] == "nothing") == (self.section[0] == "trap"):
            self.blocks[-1].examples += 1

    def _tie(self) -> Grammar:
        """Turn the blocks into trees, once all names are known."""
        phrases = {block.name: Phrase(block.name) for block in self.blocks if not block.is_rule}
        start = Phrase("")
        order = 0
        for block in self.blocks:
            if block.is_rule and not block.examples:
                raise self.fail(f"the rule {block.name} has no example", block.line)
            context = self._context(block)
            for line, pattern, meaning in block.patterns:
                for alternative, sequence in self._alternatives(block, context, line, pattern, meaning):
                    alternative.order = order = order + 1
                    root = start.root if block.is_rule else phrases[block.name].root
                    self._plant(root, sequence, alternative, phrases)
        try:
            close([*phrases.values(), start])
        except BeginsWithItself as error:
            raise self.fail(f"the phrase {error} can begin with itself") from error
        lexicon = self._lexicon()
        rest = (form for leaves in lexicon.values() for leaf in leaves for form in leaf.rest)
        return Grammar(
            language=self.language,
            lexicon=lexicon,
            vocabulary=frozenset([*lexicon, *rest]),
            ranges=tuple(
                Range(self.symbols[name], *rest) for name, *rest in self.ranges if name in self.symbols
            ),
            light=frozenset(self.light),
            phrases=phrases,
            start=start,
            examples=tuple(self.examples),
            classes=self.classes,
        )

    def _alternatives(
        self, block: Block, context: Context, line: int, pattern: str, meaning: str
    ) -> Iterator[tuple[Alternative, Sequence]]:
        try:
            sequences = read_pattern(pattern)
            meanings, joint = read_meanings(meaning) if meaning else ((), "")
        except NotationError as error:
            raise self.fail(str(error), line) from error
        needed: set[str] = set().union(*(labels(one.template) | set(one.covers) for one in meanings))
        for one in meanings:
            self._check_operators(one.template, line)
        for sequence in sequences:
            names = tuple(atom.label for atom in sequence)
            missing = needed - set(names)
            if missing or not sequence:
                raise self.fail(
                    f"not every way through the pattern has {', '.join(sorted(missing)) or 'a word'}", line
                )
            yield Alternative(block.name, 0, names, meanings, joint, context, line), sequence

    def _check_operators(self, template: Template, line: int) -> None:
        if isinstance(template, tuple):
            if template[0] not in OPERATORS and template[0] not in ARITHMETIC:
                raise self.fail(f"there is no operator {template[0]!r}", line)
            for argument in template[1]:
                self._check_operators(argument, line)

    def _plant(
        self, node: Node, sequence: Sequence, alternative: Alternative, phrases: dict[str, Phrase]
    ) -> None:
        for atom in sequence:
            if atom.symbol in phrases:
                node = node.after_phrase(phrases[atom.symbol], glued=atom.glued)
            else:
                node = node.after_word(self._symbol(atom.symbol, alternative.line), glued=atom.glued)
        node.complete.append(alternative)

    def _symbol(self, name: str, line: int) -> int:
        if not name.startswith('"') and name not in self.classes:
            raise self.fail(f"{name} is neither a word class nor a phrase", line)
        return self.symbols.setdefault(name, 1 + len(self.symbols))

    def _lexicon(self) -> dict[str, tuple[Leaf, ...]]:
        """Index all terminals that the patterns use by their first word."""
        leaves: dict[str, list[Leaf]] = {}
        for name, symbol in self.symbols.items():
            if name.startswith('"'):
                leaves.setdefault(name[1:-1], []).append(Leaf(symbol, None))
            for form, value in self.classes.get(name, []):
                words = list(WORD.finditer(form))
                first, *rest = (fold(word.group()) for word in words)
                glued = tuple(one.end() == other.start() for one, other in pairwise(words))
                leaf = Leaf(symbol, value, form[0].isupper(), tuple(rest), glued)
                leaves.setdefault(first, []).append(leaf)
        return {form: tuple(found) for form, found in leaves.items()}

    def _context(self, block: Block) -> Context:
        return Context(
            **{key: frozenset(self._neighbours(names, block)) for key, names in block.context.items()}
        )

    def _neighbours(self, names: list[str], block: Block) -> Iterator[str]:
        """Spell out the words of a context: literals, word classes, and the four kinds in capitals."""
        for name in names:
            if name.startswith('"'):
                yield fold(name[1:-1])
            elif name in KINDS:
                yield name
            elif name in self.classes:
                yield from (split(form)[0] for form, _ in self.classes[name])
            else:
                raise self.fail(f"{name} is neither a word class nor one of {', '.join(KINDS)}", block.line)
