"""How an article is written into its file: front matter that is safely quoted, and plain words as Markdown.

What is written is read back the same, through `front_matter.read_fields` and `markdown_text.plain_text`.
Backslashes are set only where Markdown would take words for marks, because a person is to edit the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from timeline.articles.fields import KEYS
from timeline.articles.inline import escape_markdown
from timeline.articles.markdown_text import PAGE, PlainText, page_mark, plain_text, with_marks
from timeline.model import Retraction

# Values that no reader of YAML, ours or another's, takes for anything but text need no quotation marks.
# Dates are no text to others, but plain is how a person expects to see them.
_DATE = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?:Z|[+-]\d\d:?\d\d)?)?)?)?[?~%]?", re.ASCII)
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~/?=&%+@!$*;,:-]*[A-Za-z0-9/]", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}")
_OPENING = re.compile(r"[^\W\d_]")
_NOT_PLAIN = re.compile(
    "[\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|:(?:\\s|$)|\\s#|\\s$"
)
_WORDS_OF_YAML = {"y", "n", "yes", "no", "true", "false", "null", "on", "off"}
_UNSEEN = re.compile("[\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def front_matter(values: Mapping[str, str]) -> str:
    """Return front matter with these values in the order of the keys, and `---` above and below."""
    lines = [
        f"{key}: {values[key] if key == 'retracted' else scalar(values[key])}\n"
        for key in KEYS
        if values.get(key)
    ]
    return f"---\n{''.join(lines)}---\n"


def retraction(told: Retraction) -> str:
    """Return a retraction as a map in braces, on one line."""
    parts = {"date": str(told.date or ""), "note": _quoted(told.note), "url": _quoted(told.url)}
    return f"{{{', '.join(f'{key}: {value}' for key, value in parts.items() if value.strip(chr(34)))}}}"


def scalar(value: str) -> str:
    """Return a text as a YAML scalar on one line, in double quotation marks where it needs them."""
    if _DATE.fullmatch(value) or _ADDRESS.fullmatch(value) or _HASH.fullmatch(value):
        return value
    if value in {"true", "false"}:
        return value  # `ocr: true` is no text
    plain = _OPENING.match(value) and not _NOT_PLAIN.search(value) and value.casefold() not in _WORDS_OF_YAML
    if plain:
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


def body(plain: PlainText) -> str:
    """Return plain text, with an empty line between its paragraphs, as Markdown."""
    paragraphs = with_marks(plain).split("\n\n")
    written = _with_names("\n\n".join(map(_least_escaped, paragraphs)), plain)
    if plain_text(written) == plain:
        return written
    # Marks that need each other, such as two rows of ```, stand in different paragraphs.
    return _with_names("\n\n".join(map(escape_markdown, paragraphs)), plain)


def _least_escaped(paragraph: str) -> str:
    words = paragraph.replace(PAGE, "")
    return paragraph if plain_text(words).text == words else escape_markdown(paragraph)


def _with_names(marked: str, plain: PlainText) -> str:
    """Put the names of the pages for their marks.

    On a line of their own at the head of a paragraph, else among its words.
    """
    first, *others = marked.split(PAGE)
    written = [first]
    for before, part, (_, name) in zip([first, *others], others, plain.pages, strict=False):
        at_head = not before or before.endswith("\n")
        written.append(page_mark(name) + ("\n" if at_head else "") + part)
    return "".join(written)
