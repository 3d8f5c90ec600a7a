"""Articles as data: JSON lines (one object a line), or JSON with a list of objects.

Keys are those of front matter, or what others call them ("date", "headline", "source"); the text stands under
`text`, `body` or `content`. What `timeline dates --jsonl` reads is read here too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from timeline.articles.fields import known_key
from timeline.articles.markdown_text import plain_text
from timeline.articles.readers.markup import is_markup, lines_of
from timeline.articles.readers.piece import Piece, Unreadable, Words, decoded, paragraphs
from timeline.articles.readers.plain import OURS, without_title
from timeline.problems import Problem, Where

TEXT_KEYS = ("text", "body", "content", "article", "fulltext", "full_text", "maintext", "story")
_BODIES = {"verbatim", "summary", "withheld"}


def read(data: bytes, name: str) -> Iterator[Piece]:
    """Yield each article; a line that cannot be read becomes a piece with a problem and without a text."""
    text, _ = decoded(data)
    if name.lower().endswith(".json") and not _is_object(text.lstrip().partition("\n")[0], alone=text):
        yield from _of_json(text, name)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _of_line(line, Where(name, number, 1))


def of_record(record: Mapping[str, str], origin: str, where: Where) -> Piece:
    """Return the article of a record, whose values are text."""
    text_key = next(
        (key for key in record if _plain(key) in TEXT_KEYS and not _is_word_of_body(key, record)), ""
    )
    if not record.get(text_key, "").strip() and record.get("body", "").strip().lower() != "withheld":
        hint = f"the text stands under one of: {', '.join(TEXT_KEYS)}"
        return Piece(problems=(Problem("this record has no text", where, hint),))
    stated = {
        known: Words(" ".join(value.split()), origin)
        for key, value in record.items()
        if key != text_key
        and value.strip()
        and (known := known_key(key))
        and known not in {*OURS, "id"}
        and (known != "retracted" or value.startswith("{"))
    }
    text = record.get(text_key, "")
    body = lines_of(text) if is_markup(text) else plain_text(text, is_markdown=False).text
    body = paragraphs(body)
    title = stated["title"].value if "title" in stated else ""
    return Piece(without_title(body, title), stated=stated, name=record.get("id", ""))


def _plain(key: str) -> str:
    return "_".join(key.strip().casefold().replace("-", " ").split())


def _is_word_of_body(key: str, record: Mapping[str, str]) -> bool:
    """Whether `body` says what the text is ("summary") instead of being it."""
    return _plain(key) == "body" and record[key].strip() in _BODIES


def _is_object(line: str, *, alone: str) -> bool:
    """Whether this line is an object with others below it: JSON lines under the name of JSON."""
    try:
        return isinstance(json.loads(line), dict) and line.strip() != alone.strip()
    except (ValueError, RecursionError):
        return False


def _of_json(text: str, name: str) -> Iterator[Piece]:
    try:
        found = json.loads(text)
    except RecursionError:
        raise Unreadable("this JSON is nested too deep", "write one object a line (JSON lines)") from None
    except ValueError as error:
        raise Unreadable(
            f"this JSON cannot be read: {error}", "mend it, or write one object a line"
        ) from None
    inner = found.get("articles") if isinstance(found, dict) else found
    for number, record in enumerate(inner if isinstance(inner, list) else [found], 1):
        yield _of_value(record, Where(f"{name}#{number}"))


def _of_line(line: str, where: Where) -> Piece:
    try:
        return _of_value(json.loads(line), where)
    except RecursionError:
        return Piece(problems=(Problem("this line is nested too deep", where, excerpt=line),))
    except ValueError as error:
        column = getattr(error, "colno", 1)
        hint = "each line is one JSON object, with its text under `text`"
        place = Where(where.path, where.line, column)
        return Piece(problems=(Problem(f"this line is no JSON: {error}", place, hint, excerpt=line),))


def _of_value(value: object, where: Where) -> Piece:
    if not isinstance(value, dict):
        hint = 'write an object: {"published": "2024-05-02", "text": "…"}'
        return Piece(problems=(Problem("this record is no object", where, hint),))
    record = {key: _as_text(entry) for key, entry in value.items()}
    if isinstance(parts := value.get("retracted"), dict):
        record["retracted"] = json.dumps({key: _as_text(part) for key, part in parts.items()})
    return of_record(record, "its record", where)


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_as_text, value))
    if isinstance(value, dict):
        return _as_text(value.get("name", ""))  # an author or publisher as schema.org writes it
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
