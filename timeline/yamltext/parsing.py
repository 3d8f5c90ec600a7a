"""Reading a file: its bytes, its characters, its YAML, and in words for people what is wrong with them."""

from __future__ import annotations

import re

import yaml

from timeline.collecting import no_collecting
from timeline.problems import Problem, Severity, Where
from timeline.yamltext.builder import Builder, TooMuch
from timeline.yamltext.nodes import BREAK, Document, Page, problem_at
from timeline.yamltext.slips import slip

_NEWLINE = re.compile("\n")
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
# What a YAML stream may not hold: control characters except tab and line breaks, and what is no character.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_HINTS = (
    ("could not find expected ':'", "a key is followed by a colon and a space"),
    (
        "did not find expected key",
        "check the indentation of this line and the one above, and that quotation marks are closed",
    ),
    ("did not find expected '-' indicator", "the items of a list begin with a dash, all in the same column"),
    ("unexpected end of stream", "a quotation mark is opened and not closed"),
    (
        "did not find expected ',' or",
        "a list in brackets is closed by ], a map in braces by }; commas stand between the parts",
    ),
    (
        "did not find expected <document start>",
        "only one document fits into a file: indent this line, or take it out",
    ),
    (
        "unknown escape character",
        "inside double quotation marks write \\\\ for a backslash, or use single ones",
    ),
    ("undefined alias", "quotation marks are needed round a text that begins with an asterisk"),
)


# Where these are said, the mistake lies where the thing was opened, not where the parser gave up.
_OPENED_ABOVE = ("unexpected end of stream", "could not find expected ':'", "did not find expected ',' or")


def parse(data: bytes, path: str, *, first_line: int = 1) -> Document:
    """Read a file, or a part of one that begins on `first_line`.

    Never raises: what is wrong stands in `problems` (bytes that are no UTF-8, characters that YAML forbids,
    YAML that does not parse, a second document, a key given twice, nesting over 40 levels, and tags, aliases
    and merge keys outside of `x-…` keys).
    """
    text, problem = _decoded(data, path, first_line)
    breaks = BREAK if "\r" in text else _NEWLINE
    page = Page(path, text, first_line, (0, *[m.end() for m in breaks.finditer(text)]))
    if problem:
        return Document(None, (problem,), page)
    if bad := _FORBIDDEN.search(text):
        return Document(None, (_forbidden(page, bad),), page)
    odd = [] if text.isascii() else [_odd_break(page, m) for m in _ODD_BREAK.finditer(text)][:1]
    builder = Builder(page)
    try:
        with no_collecting():
            root = builder.build(iter(yaml.CSafeLoader(text).get_event, None))
    except yaml.MarkedYAMLError as error:
        return Document(None, (*odd, _not_yaml(page, error)), page)
    except TooMuch as error:
        return Document(None, (*odd, error.problem), page)
    problems = sorted([*odd, *builder.problems], key=lambda p: p.where or Where(""))
    return Document(root, tuple(problems), page, builder.count)


def _decoded(data: bytes, path: str, first_line: int) -> tuple[str, Problem | None]:
    """Return the text without its byte order mark, or what can be read of it and why the rest cannot."""
    body = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return body.decode("utf-8"), None
    except UnicodeDecodeError as error:
        good = body[: error.start].decode("utf-8")
        lines = BREAK.split(good)
        where = Where(path, first_line + len(lines) - 1, len(lines[-1]) + 1)
        message = f"the byte 0x{body[error.start]:02x} is not UTF-8"
        excerpt = lines[-1] + BREAK.split(body[error.start : error.start + 60].decode("utf-8", "replace"))[0]
        return good, Problem(message, where, "save the file with the encoding UTF-8", excerpt=excerpt)


def _forbidden(page: Page, bad: re.Match[str]) -> Problem:
    where = page.where(bad.start())
    message = f"the character U+{ord(bad[0]):04X} may not stand in a YAML file"
    return problem_at(page, where, message, "delete it; most editors can show invisible characters")


def _odd_break(page: Page, match: re.Match[str]) -> Problem:
    where = page.where(match.start())
    message = (
        f"the invisible character U+{ord(match[0]):04X} ends a line for YAML, though not for most editors"
    )
    return problem_at(page, where, message, "replace it by a space or an ordinary line end", Severity.WARNING)


def _not_yaml(page: Page, error: yaml.MarkedYAMLError) -> Problem:
    opened = any(words in (error.problem or "") for words in _OPENED_ABOVE)
    mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
    message = error.problem or error.context or "unreadable"
    if mark and (known := slip(page, message, min(mark.index, len(page.text)))):
        return problem_at(page, page.where(known.offset), f"this is not YAML: {known.message}", known.hint)
    where = page.where(min(mark.index, len(page.text))) if mark else Where(page.path)
    hint = next((hint for start, hint in _HINTS if start in message), "check this line and the one above it")
    return problem_at(page, where, f"this is not YAML: {message}", hint)
