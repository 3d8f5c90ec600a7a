"""Plain text and Markdown. Front matter on top of either is understood.

Without it, a text is words and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from timeline import yamltext
from timeline.articles.fields import known_key
from timeline.articles.front_matter import split
from timeline.articles.markdown_text import plain_text
from timeline.articles.readers.piece import Piece, Unreadable, Words, decoded, paragraphs, unhyphenated
from timeline.problems import Problem, Severity, Where

FIRST_LINE = "its first line"  # where a title was found that nothing marks as one
LONGEST_TITLE = 140
OURS = {"original", "sha256"}  # the project keeps the file that it is given, not the one before


def read(data: bytes, name: str) -> Iterator[Piece]:
    """Yield the one article of a text file."""
    text, guessed = decoded(data)
    if "\0" in text[:1000]:
        raise Unreadable("this is no text file", "give a text, a saved page, a PDF or a DOCX")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    piece = _with_front_matter(text, name) or _of_text(text, name)
    if guessed:
        why = "" if guessed.startswith("UTF-8") else ": it is not UTF-8"
        note = Problem(f"read as {guessed}{why}", Where(name), severity=Severity.NOTE)
        piece = replace(piece, problems=(*piece.problems, note))
    yield piece


def of_text(text: str) -> Piece:
    """Return the article of a pasted or plain text.

    Its paragraphs, and its first line where that is a headline.
    """
    plain = plain_text(unhyphenated(text), is_markdown=False)
    if plain.pages:
        return Piece(plain.text, pages=plain.pages)
    title, body = split_title(paragraphs(plain.text, with_words=True))
    stated = {"title": Words(title, FIRST_LINE)} if title else {}
    return Piece(body, stated=stated)


def split_title(text: str) -> tuple[str, str]:
    """Return the headline that a text opens with ("" = none) and the rest."""
    first, _, rest = text.partition("\n\n")
    is_title = rest and len(first) <= LONGEST_TITLE and first[-1:] not in set('.,;:!?…"”»)]-–—/')
    return (first, rest) if is_title else ("", text)


def without_title(text: str, title: str) -> str:
    """Return a text without its first paragraph where that only repeats the title."""
    first, _, rest = text.partition("\n\n")
    same = "".join(filter(str.isalnum, first)).casefold() == "".join(filter(str.isalnum, title)).casefold()
    return rest if rest and same else text


def _of_text(text: str, name: str) -> Piece:
    if PurePath(name).suffix.lower() not in {".md", ".markdown"}:
        return of_text(text)
    plain = plain_text(text)
    return Piece(plain.text, text, plain.pages)


def _with_front_matter(text: str, name: str) -> Piece | None:
    """Take over what front matter says, but for what the project sets itself.

    What it does not know is told.
    """
    parts = split(text)
    if parts.yaml is None:
        if text.startswith("+++\n"):
            raise Unreadable("front matter in TOML is not read", "write it as YAML between two lines `---`")
        return None
    document = yamltext.parse(parts.yaml.encode("utf-8", "surrogatepass"), name, first_line=2)
    if not isinstance(document.root, yamltext.Mapping):
        reason = document.problems[0].message if document.problems else "it is not made of keys"
        found = document.problems[0] if document.problems else None
        hint = (found.hint if found else "") or "mend it, or delete it"
        raise Unreadable(f"its front matter cannot be read: {reason}", hint, at=found)
    stated, left = {}, []
    for key, node in document.root.pairs:
        known = known_key(key.value)
        if key.value == "retracted" and isinstance(node, yamltext.Mapping):
            stated[known] = Words(_in_braces(node), "its front matter")
        elif known == "author" and (names := _names(node)):
            stated[known] = Words(names, "its front matter")
        elif known in {*OURS, "retracted"} or not known or not isinstance(node, yamltext.Scalar):
            left += [key.value] if known not in OURS else []
        elif node.value.strip():
            stated[known] = Words(" ".join(node.value.split()), "its front matter")
    plain = plain_text(parts.body)
    return Piece(plain.text, parts.body.strip("\n"), plain.pages, stated, problems=_left_out(left, name))


def _names(node: yamltext.Node) -> str:
    """Return a list of names as one text, "" for what is no list."""
    items = node.items if isinstance(node, yamltext.Sequence) else ()
    return ", ".join(" ".join(item.value.split()) for item in items if isinstance(item, yamltext.Scalar))


def _in_braces(node: yamltext.Mapping) -> str:
    """Return a map of texts as JSON, which is YAML too."""
    parts = {key.value: value.value for key, value in node.pairs if isinstance(value, yamltext.Scalar)}
    return json.dumps(parts, ensure_ascii=False)


def _left_out(keys: list[str], name: str) -> tuple[Problem, ...]:
    if not keys:
        return ()
    message = f"not taken over from its front matter: {', '.join(keys)}"
    hint = "put them under keys that begin with x-, if you need them"
    return (Problem(message, Where(name), hint, Severity.NOTE),)
