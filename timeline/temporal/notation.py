"""How grammar files write patterns and meanings.

A pattern is a sequence of `"literal"` words, names of word classes or phrases, groups `( a | b )`, `?` after
what may be missing, and `_` where no space may stand. `label:name` names a part. A meaning is an expression
with `$label` for the parts:

    part "-"? month            = (part $part (month $month))

A meaning may say which words the mention covers, and a pattern may make several mentions, a range (`to`) or a
list (`and`):

    a:day "-" b:day month      = [a] (of (day $a) $month) to [b month] (of (day $b) $month)
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from timeline.temporal.expression import Value, make
from timeline.temporal.words import WORD, fold

_PATTERN = re.compile(
    r'\s*(?:"(?P<literal>[^"]+)"|(?P<sign>[()|?_])|(?:(?P<label>[\w-]+):)?(?P<name>[a-zA-Z][\w-]*))'
)
_MEANING = re.compile(
    r"\s*(?:(?P<sign>[()\[\]])|\$(?P<part>[\w-]+)|(?P<number>-?\d+(?=[\s)]|$))|(?P<word>[^\s()\[\]$]+))"
)
_MOST_SEQUENCES = 4096


class NotationError(ValueError):
    """A pattern or a meaning that cannot be read; the grammar adds the line."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One place of a pattern: a class, a phrase or a literal; its label; whether it is glued on."""

    symbol: str
    label: str
    glued: bool = False


Sequence = tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A `$label` in a meaning."""

    label: str


Template = Part | Value | tuple[str, tuple["Template", ...]]


@dataclass(frozen=True, slots=True)
class Meaning:
    """One mention that a pattern makes: what it means, and the labels of its words (none: all words)."""

    template: Template
    covers: tuple[str, ...] = ()


Joint = Literal["", "to", "and"]


def literal(text: str) -> str:
    """Give the symbol of a literal word."""
    return f'"{fold(text)}"'


def read_pattern(text: str) -> list[Sequence]:
    """Read a pattern into the sequences that it allows. Raises NotationError."""
    tokens = _tokens(_PATTERN, text)
    options, rest = _alternatives(tokens, 0)
    if rest != len(tokens):
        raise NotationError(f"unexpected {tokens[rest].group().strip()!r} in the pattern {text!r}")
    return [_glue(option) for option in options]


def _tokens(form: re.Pattern[str], text: str) -> list[re.Match[str]]:
    found, position = [], 0
    text = text.rstrip()
    while position < len(text):
        match = form.match(text, position)
        if match is None:
            raise NotationError(f"cannot read {text[position:]!r}")
        found.append(match)
        position = match.end()
    return found


_GLUE = Atom("_", "")


def _alternatives(tokens: list[re.Match[str]], at: int) -> tuple[list[Sequence], int]:
    """Read `a | b` up to a closing bracket or the end."""
    options: list[Sequence] = []
    while True:
        sequences, at = _sequence(tokens, at)
        options += sequences
        if at == len(tokens) or tokens[at]["sign"] != "|":
            return options, at
        at += 1


def _sequence(tokens: list[re.Match[str]], at: int) -> tuple[list[Sequence], int]:
    places: list[list[Sequence]] = []
    while at < len(tokens) and tokens[at]["sign"] not in {")", "|"}:
        place, at = _place(tokens, at)
        if at < len(tokens) and tokens[at]["sign"] == "?":
            place, at = [*place, ()], at + 1
        places.append(place)
    sequences = [tuple(atom for piece in pieces for atom in piece) for pieces in product(*places)]
    if len(sequences) > _MOST_SEQUENCES:
        raise NotationError("this pattern allows too many sequences: use a phrase for some of its parts")
    return sequences, at


def _place(tokens: list[re.Match[str]], at: int) -> tuple[list[Sequence], int]:
    token = tokens[at]
    if token["sign"] == "(":
        options, at = _alternatives(tokens, at + 1)
        if at == len(tokens):
            raise NotationError("a bracket is not closed")
        return options, at + 1
    if token["sign"] == "_":
        return [(_GLUE,)], at + 1
    if token["sign"]:
        raise NotationError(f"{token['sign']!r} has nothing before it")
    if token["literal"]:
        return [_literal_words(token["literal"])], at + 1
    return [(Atom(token["name"], token["label"] or token["name"]),)], at + 1


@lru_cache(maxsize=1024)
def _literal_words(text: str) -> Sequence:
    """Cut a literal into words, glued where it has no space between them."""
    words = list(WORD.finditer(text))
    return tuple(
        Atom(literal(word.group()), "", glued=index > 0 and words[index - 1].end() == word.start())
        for index, word in enumerate(words)
    )


def _glue(option: Sequence) -> Sequence:
    """Turn the `_` between two places into a mark on the second."""
    atoms: list[Atom] = []
    glued = False
    for atom in option:
        if atom is _GLUE:
            glued = bool(atoms)
            continue
        atoms.append(Atom(atom.symbol, atom.label, glued or atom.glued))
        glued = False
    return tuple(atoms)


def read_meanings(text: str) -> tuple[tuple[Meaning, ...], Joint]:
    """Read what stands right of the equals sign. Raises NotationError."""
    tokens = _tokens(_MEANING, text)
    meanings, at, joint = [], 0, ""
    while True:
        covers, at = _covers(tokens, at)
        template, at = _template(tokens, at)
        meanings.append(Meaning(template, covers))
        if at == len(tokens):
            break
        if tokens[at]["word"] not in {"to", "and"}:
            raise NotationError(f"unexpected {tokens[at].group().strip()!r} in the meaning {text!r}")
        joint = tokens[at]["word"]
        at += 1
    return tuple(meanings), "to" if joint == "to" else "and" if joint else ""


def _covers(tokens: list[re.Match[str]], at: int) -> tuple[tuple[str, ...], int]:
    if at == len(tokens) or tokens[at]["sign"] != "[":
        return (), at
    end = next((index for index in range(at, len(tokens)) if tokens[index]["sign"] == "]"), None)
    if end is None:
        raise NotationError("a square bracket is not closed")
    return tuple(token["word"] or token["number"] for token in tokens[at + 1 : end]), end + 1


def _template(tokens: list[re.Match[str]], at: int) -> tuple[Template, int]:
    if at == len(tokens):
        raise NotationError("the meaning ends too early")
    token = tokens[at]
    if token["part"]:
        return Part(token["part"]), at + 1
    if token["number"]:
        return int(token["number"]), at + 1
    if token["word"]:
        return token["word"], at + 1
    if token["sign"] != "(" or at + 1 == len(tokens) or not tokens[at + 1]["word"]:
        raise NotationError("an operator is missing after the bracket")
    operator, at, arguments = tokens[at + 1]["word"], at + 2, []
    while at < len(tokens) and tokens[at]["sign"] != ")":
        argument, at = _template(tokens, at)
        arguments.append(argument)
    if at == len(tokens):
        raise NotationError("a bracket is not closed")
    return (operator, tuple(arguments)), at + 1


def labels(template: Template) -> set[str]:
    """Give the labels that a meaning uses."""
    if isinstance(template, Part):
        return {template.label}
    return set().union(*map(labels, template[1])) if isinstance(template, tuple) else set()


def build(template: Template, values: dict[str, Value]) -> Value:
    """Fill the parts of a meaning. Raises ValueError for an operator that does not exist."""
    if isinstance(template, Part):
        return values[template.label]
    if isinstance(template, tuple):
        operator, arguments = template
        return make(operator, tuple([build(argument, values) for argument in arguments]))
    return template
