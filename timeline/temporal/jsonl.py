"""JSON lines in, JSON lines out: what `timeline dates --jsonl` does with each line.

A line `{"id", "published", "text", "language"}` (only `text` is required) is answered by `{"id", "mentions":
[...]}`; a line that cannot be read by `{"id", "error"}` in its place.
"""

import json
from typing import Any

from timeline.temporal.edtf import EdtfError, When
from timeline.temporal.mention import Mention
from timeline.temporal.search import Narrative, find, is_known

NARRATIVES = ("auto", "news", "history")


class _Unreadable(Exception):
    """A line that cannot be answered; the message says why."""


def answer(
    line: str, *, published: str | None = None, language: str = "en", narrative: Narrative = "auto"
) -> tuple[str, bool]:
    """Answer one line; the settings hold where the line has none of its own.

    The second value says whether it could be read.
    """
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "too many brackets or figures"
        return _dumped({"id": None, "error": f"the line is not JSON: {reason}"}), False
    name = asked.get("id") if isinstance(asked, dict) else None
    try:
        mentions = _mentions(asked, published, language, narrative)
    except _Unreadable as error:
        return _dumped({"id": name, "error": str(error)}), False
    return _dumped({"id": name, "mentions": [record(one) for one in mentions]}), True


def _mentions(
    asked: object, published: str | None, language: str, narrative: Narrative
) -> tuple[Mention, ...]:
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise _Unreadable('the line needs a "text"')
    day = asked.get("published") or published
    spoken = asked.get("language") or language
    if not isinstance(day, str | None) or not isinstance(spoken, str):
        raise _Unreadable('"published" and "language" are texts')
    if not is_known(spoken):
        raise _Unreadable(f"nothing is known about the language {spoken!r}")
    return find(asked["text"], published=_anchor(day), language=spoken, narrative=narrative)


def _anchor(published: str | None) -> When | None:
    """Read the day of publication; of a moment, its day as it is written."""
    if published is None:
        return None
    try:
        when = When.parse(published.strip())
    except EdtfError as error:
        raise _Unreadable(f'"published" is not a date: {error.message}') from error
    return when


def record(mention: Mention) -> dict[str, Any]:
    """Give a mention as the plain values of the JSON format; what is empty is None."""
    when = mention.when
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
        "quant": mention.quant,
        "freq": mention.freq,
        "edtf": when.edtf if when else None,
        "first": when.first.iso if when and when.first else None,
        "last": when.last.iso if when and when.last else None,
        "signal": mention.signal,
        "range": mention.range,
        "rules": list(mention.rules),
        "assumed": list(mention.assumed),
        "unread": mention.unread,
    }


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)
