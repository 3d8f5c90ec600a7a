"""Microsoft's recognizers (recognizers-text-date-time) as a peer.

They answer with a span, a type and candidates, each with a timex much like TIMEX3 and its value. The
adapter cuts the prepositions that they take in; of a date that may lie before or after the publication it
takes the latest one that is not after it, as news looks back; fills the XXXX of a timex from that value;
writes T20 as T20:00 on the day it belongs to; makes a DURATION of a length before or after today ("the past
three months"), and of a span from one date to another the DATE that it starts with. The end of such a span
is dropped: one answer for both.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from serving import serve
from spans import trimmed

if TYPE_CHECKING:
    from serving import Adapt, Read, Timex

_BETWEEN = re.compile(r"\b(?:to|and|through|until|till)\b|[-–]", re.IGNORECASE)


def start() -> tuple[Read, Adapt]:
    from recognizers_date_time import Culture, recognize_datetime

    def read(text: str, published: str) -> list[Any]:
        return list(recognize_datetime(text, Culture.English, reference=datetime.fromisoformat(published)))

    return read, adapt


def adapt(raw: list[Any], text: str, published: str) -> list[Timex]:
    found = []
    for one in raw:
        span = trimmed(text, one.start, one.end + 1)
        said = timex(
            one.type_name.rpartition(".")[2],
            (one.resolution or {}).get("values") or [],
            text[slice(*span)],
            published,
        )
        if said:
            found.append((*span, *said))
    return found


def timex(kind: str, values: list[dict[str, str]], words: str, published: str) -> tuple[str, str] | None:
    """Give the type and the value of TIMEX3; None for what was found and not resolved."""
    chosen = latest(values, published)
    if not chosen or "timex" not in chosen:
        return None
    value = chosen["timex"]
    if kind in {"duration", "set"}:
        return kind.upper(), value
    if value.startswith("("):
        begin, _, length = value.strip("()").split(",")
        if length and not _BETWEEN.search(words):
            return "DURATION", length
        value = begin
    value = placed(value, chosen, published)
    return ("TIME" if "T" in value and not value.endswith("_REF") else "DATE"), value


def latest(values: list[dict[str, str]], published: str) -> dict[str, str] | None:
    """Take the last candidate that is not after the publication, or the first."""
    past = [one for one in values if (one.get("value") or one.get("start") or "9")[:10] <= published]
    return (past or values or [None])[-1 if past else 0]


def placed(value: str, chosen: dict[str, str], published: str) -> str:
    """Put a timex without a year, or without a day, where its value lies."""
    known = chosen.get("value") or chosen.get("start") or published
    if value.startswith("T"):
        value = published + value
    if value.startswith("XXXX"):
        day, _, clock = value.partition("T")
        weekday = day.startswith("XXXX-WXX-")
        day = (
            known[:10]
            if weekday
            else known[: len(day)]
            if re.fullmatch(r"XXXX-\d\d(-\d\d)?", day)
            else known[:4] + day[4:]
        )
        value = f"{day}T{clock}" if clock else day
    return re.sub(r"T(\d\d)$", r"T\1:00", value)


if __name__ == "__main__":
    serve(start)
