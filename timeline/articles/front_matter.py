"""The front matter of an article: what stands between two lines `---` on top of its file.

`split(text)` takes a file apart, `read_fields(...)` reads its keys, whose meanings stand in `fields.py`.
Every value arrives as text. A mistake is a problem with the line of the file, a caret, and what to write
instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from timeline import yamltext
from timeline.articles.fields import LANGUAGE, READERS, Wrong, known_key
from timeline.problems import Problem, Where

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Split:
    """A file taken apart: its YAML (None where it has none), its body, and the body's first line."""

    yaml: str | None
    body: str
    body_line: int


@dataclass(slots=True)
class Fields:
    """The values of the known keys (an absent key has none), and what is wrong with the others."""

    values: dict[str, object] = field(default_factory=dict)
    nodes: dict[str, yamltext.Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def split(text: str) -> Split:
    """Take a file apart. Its lines end with a plain newline, and there is no byte order mark."""
    found = _FRONT.match(text)
    if found is None:
        return Split(None, text, 1)
    return Split(found["yaml"], text[found.end() :], 1 + text.count("\n", 0, found.end()))


def no_front_matter(text: str, path: str) -> Problem:
    """Say what an article without front matter needs."""
    first = text.split("\n", 1)[0]
    message = "this article has no front matter"
    hint = (
        "put on top of it: a line `---`, a line `published: 2024-05-02` (`unknown` is allowed), a line `---`"
    )
    if _OPENING.match(text):
        message = "the front matter is opened here and never closed"
        hint = "add a line `---` below its last key"
    elif first.strip() == "+++":
        message, hint = "front matter in TOML is not read", "write it as YAML between two lines `---`"
    return Problem(message, Where(path, 1, 1), hint, excerpt=first, length=max(1, len(first)))


def read_fields(yaml: str, path: str, language: str) -> Fields:
    """Read an article's YAML, which begins on line 2 of its file; `language` is that of the project."""
    document = yamltext.parse(yaml.encode("utf-8", "surrogatepass"), path, first_line=2)
    fields = Fields(problems=list(document.problems))
    if isinstance(document.root, yamltext.Mapping):
        _read_mapping(document, document.root, fields, language)
    elif document.root is not None:
        message, hint = (
            "the front matter is not made of keys",
            "write a key, a colon and a value on each line",
        )
        fields.problems.append(yamltext.problem_at(document, document.root, message, hint))
    unreadable = document.root is None and document.problems
    if "published" not in fields.nodes and not unreadable:
        fields.problems.append(_no_publication(path))
    return fields


def _no_publication(path: str) -> Problem:
    message = "this article does not say when it was published"
    hint = "add a line such as `published: 2024-05-02` (EDTF); `published: unknown` is allowed"
    return Problem(message, Where(path, 1, 1), hint, excerpt="---", length=3)


def _read_mapping(
    document: yamltext.Document, mapping: yamltext.Mapping, fields: Fields, language: str
) -> None:
    given = mapping.get("language")
    if isinstance(given, yamltext.Scalar) and LANGUAGE.fullmatch(given.value):
        language = given.value
    for key, node in mapping.pairs:
        if key.value.startswith("x-") or key.value in fields.nodes:
            continue  # the person's own; or given twice, which is reported as such
        if key.value not in READERS:
            fields.problems.append(_unknown(document, key))
            continue
        fields.nodes[key.value] = node
        try:
            fields.values[key.value] = READERS[key.value](node, language)
        except Wrong as wrong:
            fields.problems.append(_problem(document, node, wrong))


def _unknown(document: yamltext.Document, key: yamltext.Scalar) -> Problem:
    near = known_key(key.value) or yamltext.nearest(key.value, READERS)
    hint = f"did you mean {near!r}? " if near else f"known keys: {', '.join(READERS)}. "
    hint += "A key of your own begins with x-"
    return yamltext.problem_at(document, key, f"unknown key {key.value!r}", hint)


def _problem(document: yamltext.Document, node: yamltext.Node, wrong: Wrong) -> Problem:
    """Point into the scalar where it stands in one line as it was meant; else at all of it."""
    problem = yamltext.problem_at(document, node, wrong.message, wrong.hint)
    if not isinstance(node, yamltext.Scalar) or "\n" in node.raw:
        return problem
    inner = len(node.style)
    if node.raw[inner : len(node.raw) - inner] != node.value:
        return problem
    where = replace(node.where, column=node.where.column + inner + wrong.offset)
    return replace(problem, where=where, length=wrong.length or max(1, len(node.value) - wrong.offset))
