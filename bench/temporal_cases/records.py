"""Lists of cases as other time engines keep them, read into one form: a phrase and what it should mean.

A list is JSON: `[{text, reference_datetime, expected: [...]}]`. What is expected comes in four forms:

    {start_char, end_char, start: {values, certain}, end}       chrono: fields, and which of them were said
    {start, end, grain, kind, holiday}                          duckling: the end lies outside
    {start_char, end_char, type, value}                         TIMEX3
    {mention, start}                                            dateparser: a moment

An empty list, or none, means that the text must give nothing.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from timeline.temporal.edtf import EdtfError, When

if TYPE_CHECKING:
    from pathlib import Path

_FINE = {"hour", "minute", "second"}
_ZONE = re.compile(r"(?P<moment>.*T.*?)(?P<zone>Z|[+-]\d\d:?\d*)?$")
_HALF_A_DAY = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a phrase should mean.

    `first` and `last` are days, None where a side is open or nothing is asked; `minute` counts from midnight;
    `grain` is a unit in lower case; `value` is TIMEX3 where the list writes it; `said` are the fields of a
    date that the phrase itself holds, where the list tells them.
    """

    text: str
    start: int
    end: int
    first: date | None = None
    last: date | None = None
    minute: int | None = None
    grain: str = ""
    value: str = ""
    kind: str = ""
    holiday: str = ""
    said: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the moment of its saying (None: unknown), and what is expected of it, in its order."""

    source: str
    text: str
    moment: datetime | None
    wanted: tuple[Wanted, ...]


def read(path: Path) -> list[Case]:
    """Read the cases of a file. Raises ValueError for a file of another form."""
    return [_case(path.stem, one) for one in json.loads(path.read_text(encoding="utf-8"))]


def _case(source: str, one: dict[str, Any]) -> Case:
    text = one["text"]
    wanted = tuple(_wanted(text, each) for each in one.get("expected") or ())
    return Case(source, text, _reference(one.get("reference_datetime")), wanted)


def _reference(told: str | dict[str, str] | None) -> datetime | None:
    if told is None:
        return None
    told = told["instant_utc"] if isinstance(told, dict) else told
    return datetime.fromisoformat(told).replace(tzinfo=None)


def _wanted(text: str, each: dict[str, Any]) -> Wanted:
    words = each.get("mention") or each.get("text") or text
    start = each.get("start_char", max(0, text.find(words)))
    span = (words, start, each.get("end_char", start + len(words)))
    if isinstance(each.get("start"), dict):
        return _of_fields(span, each["start"], each.get("end"))
    if "value" in each:
        return _of_timex(span, each)
    return _of_moments(span, each)


def _of_fields(span: tuple[str, int, int], start: dict[str, Any], end: dict[str, Any] | None) -> Wanted:
    said = frozenset(start["certain"])
    values, last = start["values"], (end or start)["values"]
    grain = next((one for one in ("minute", "hour") if one in said), "")
    grain = grain or ("day" if said & {"day", "weekday"} or not said else "")
    grain = grain or ("month" if "month" in said else "year")
    clock = values["hour"] * 60 + values["minute"] if "hour" in said else None
    first, until = _day(values), _last(_day(last), grain)
    return Wanted(*span, first, until, clock, grain, kind="interval" if end else "value", said=said)


def _day(values: dict[str, int]) -> date | None:
    return date(values["year"], values["month"], values["day"]) if values["year"] > 0 else None


def _last(day: date | None, grain: str) -> date | None:
    """Give the last day of the unit that begins on, or holds, a day."""
    written = {"month": 7, "year": 4}.get(grain)
    return day if day is None or written is None else _plain(When.parse(str(day)[:written]))


def _plain(when: When) -> date | None:
    return date.fromisoformat(str(when.last)) if when.last else None


def _of_timex(span: tuple[str, int, int], each: dict[str, Any]) -> Wanted:
    value = each["value"] or ""
    found = _ZONE.fullmatch(value)
    moment = found["moment"] if found and "T" in value and not value.startswith("P") else ""
    try:
        when = When.parse(value.partition("T")[0]) if value and not value.startswith("P") else None
    except EdtfError:
        when = None
    if when is None or when.first is None:
        return Wanted(*span, value=value, kind=each["type"])
    if when.first.year < 1:  # the value itself is compared
        return Wanted(*span, value=value, kind=each["type"])
    first = date.fromisoformat(str(when.first))
    return Wanted(*span, first, _plain(when), _minute(moment), value=value, kind=each["type"])


def _minute(moment: str) -> int | None:
    clock = re.search(r"T(\d\d):?(\d\d)?", moment)
    return int(clock[1]) * 60 + int(clock[2] or 0) if clock else None


def _of_moments(span: tuple[str, int, int], each: dict[str, Any]) -> Wanted:
    start = datetime.fromisoformat(each["start"])
    grain, kind = each.get("grain", ""), each.get("kind", "value")
    end = datetime.fromisoformat(each["end"]) if each.get("end") else _end(start, grain)
    first: date | None = start.date()
    last: date | None = (end - timedelta(seconds=1)).date()
    if kind == "open_interval":
        first, last = (first, None) if each["direction"] == "after" else (None, first)
    fine = grain in _FINE or (not grain and start.hour not in {0, _HALF_A_DAY})
    clock = start.hour * 60 + start.minute if fine else None
    return Wanted(*span, first, last, clock, grain, kind=kind, holiday=each.get("holiday") or "")


def _end(start: datetime, grain: str) -> datetime:
    """Give the end of the unit that begins at a moment."""
    if grain == "week":
        return start + timedelta(days=7)
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return start + timedelta(seconds=1)
    year, month = divmod(start.month - 1 + months, 12)
    return start.replace(year=start.year + year, month=month + 1, day=1)
