"""Dates and a few fixed words as readers of feeds, calendars and downloads see them, in the site's language.

`phrase(when, words)` says what is known and never a made-up day: "mid-March 2024", "before 3 May 2024",
"since 2018". The words stand in `words.json`, where a language is a block; one that is not there is served
in English.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from timeline.public import PublicEvent
from timeline.temporal.days import Day, days_in_month
from timeline.temporal.edtf import When
from timeline.temporal.interval import Grain

Words = Mapping[str, Any]

_THIRDS = {1: (10, 0), 11: (20, 1), 21: (31, 2)}  # first day of an early, mid or late month: last day, part
_BLOCK = {Grain.SEASON, Grain.QUARTER, Grain.THIRD, Grain.HALF}
_FIRST_SEASON, _FIRST_QUARTER, _FIRST_THIRD, _FIRST_HALF = (
    21,
    33,
    37,
    40,
)  # as EDTF numbers the divisions of a year


def words_of(language: str) -> Words:
    """Return the words of a language tag such as "fr" or "pt-BR"; English where there are none."""
    every = _words()
    return every.get(language.partition("-")[0].lower(), every["en"])


def phrase(when: When, words: Words) -> str:
    """Say a date in words."""
    said = _plain(when, words)
    # Of anything but a plain date, "about" stands at the end that it concerns.
    return _hedged(when, said, words) if when.kind == "date" else said


def phrase_of(event: PublicEvent, words: Words) -> str:
    """Say when an entry was: its date, else when it was reported."""
    if event.date:
        return phrase(event.date, words)
    reported = event.reported
    return words["reported"].format(x=phrase(reported, words)) if reported else str(words["no_date"])


def status_of(event: PublicEvent, words: Words) -> tuple[str, ...]:
    """Say what a reader must know before believing an entry: planned, claimed (by whom), draft, withdrawn."""
    said = []
    if event.kind == "claimed" and event.claimed_by:
        said.append(words["claimed_by"].format(x=event.claimed_by))
    elif event.kind != "happened":
        said.append(words[event.kind])
    said += [words[event.status]] if event.status in {"draft", "withdrawn"} else []
    return tuple(said)


@cache
def _words() -> Mapping[str, Words]:
    text = resources.files("timeline.exports").joinpath("words.json").read_text(encoding="utf-8")
    found: Mapping[str, Words] = json.loads(text)
    return found


def _hedged(when: When, said: str, words: Words) -> str:
    said = words["about"].format(x=said) if when.approximate else said
    return words["uncertain"].format(x=said) if when.uncertain else said


def _plain(when: When, words: Words) -> str:
    if when.members and len(when.members) > 1:
        return _listed([phrase(member, words) for member in when.members], when.kind, words)
    if when.kind == "date":
        return _date(when, words)
    if when.kind == "interval":
        return _interval(when, words)
    if when.start is None and when.end is None and when.members:
        return phrase(when.members[0], words)
    return _one_of(when, words)


def _listed(parts: list[str], kind: str, words: Words) -> str:
    if kind == "all_of":
        return ", ".join(parts)
    said = parts[0]
    for part in parts[1:]:
        said = words["or"].format(a=said, b=part)
    return str(said)


def _interval(when: When, words: Words) -> str:
    if when.start and when.end:
        return _between(when.start, when.end, "range", words)
    if when.start:
        key = "from" if when.unknown_end else "since"
        return str(words[key].format(a=phrase(when.start, words)))
    return str(words["until"].format(a=phrase(when.end, words))) if when.end else str(words["no_date"])


def _one_of(when: When, words: Words) -> str:
    first, last, end = when.first, when.last, when.end
    if when.start and end:
        part = _part_of_month(first, last, words) if first and last else ""
        return part or _between(when.start, end, "between", words)
    if end and last:
        return str(words["before"].format(a=_hedged(end, _date(_next(last, end.grain), words), words)))
    return str(words["after"].format(a=phrase(when.start, words))) if when.start else str(words["no_date"])


def _between(start: When, end: When, key: str, words: Words) -> str:
    if key == "range" and start.grain == end.grain == Grain.DAY and start.first and end.first:
        one, other = start.first, end.first
        exact = not (start.approximate or start.uncertain or end.approximate or end.uncertain)
        if exact and (one.year, one.month) == (other.year, other.month) and one == start.last:
            return _filled(words["day"], one, words, days=f"{one.day}–{other.day}")
    return str(words[key].format(a=phrase(start, words), b=phrase(end, words)))


def _next(last: Day, grain: Grain) -> When:
    """Return what follows the last possible day, as coarse as that was told: 2025, not 1 January."""
    following = last.plus(1)
    year, month, _ = following.iso.rsplit("-", 2)
    if grain >= Grain.YEAR and month == "01":
        return When.parse(year)
    return When.parse(f"{year}-{month}") if grain is Grain.MONTH else When.of_day(following)


def _part_of_month(first: Day, last: Day, words: Words) -> str:
    """Say "mid-March 2024" for the days that the conventions give those words, else nothing."""
    if (first.year, first.month) != (last.year, last.month) or first.day not in _THIRDS:
        return ""
    until, part = _THIRDS[first.day]
    if last.day != min(until, days_in_month(first.year, first.month)):
        return ""
    return _filled(words["part"][part], first, words)


def _date(when: When, words: Words) -> str:
    text = when.edtf.rstrip("?~%")
    first = when.first
    if first is None:
        return str(words["no_date"])
    if text.endswith("-XX"):
        return _some_of(text, words)
    if when.grain in _BLOCK:
        return _division(text, first, when.last or first, words)
    if when.grain < Grain.YEAR:
        pattern = words["month"] if when.grain is Grain.MONTH else words["day"]
        return _filled(pattern, first, words) + _clock(text)
    return _years(when, first, words)


def _some_of(text: str, words: Words) -> str:
    """Say "a day of March 2024" for 2024-03-XX, "a month of 2024" for 2024-XX."""
    whole = text.removesuffix("-XX")
    key = "month_open" if whole.count("-") == whole.startswith("-") else "day_open"
    return str(words[key].format(x=_date(When.parse(whole.removesuffix("-XX")), words)))


def _division(text: str, first: Day, last: Day, words: Words) -> str:
    number = int(text[-2:])
    year = year_in_words(first.year, words)
    if number >= _FIRST_HALF:
        return str(words["half"][number - _FIRST_HALF].format(y=year))
    if number >= _FIRST_THIRD:
        return str(words["third"][number - _FIRST_THIRD].format(y=year))
    if number >= _FIRST_QUARTER:
        return str(words["quarter"].format(n=number - _FIRST_QUARTER + 1, y=year))
    if last.year != first.year:  # a winter
        year += f"–{last.year % 100:02d}" if first.year > 0 else ""
    return str(words["season"].format(s=words["seasons"][(number - _FIRST_SEASON) % 4], y=year))


def _years(when: When, first: Day, words: Words) -> str:
    if when.grain is Grain.YEAR or when.last is None:
        return year_in_words(first.year, words)
    if when.grain is Grain.DECADE and first.year > 0:
        return str(words["decade"].format(y=first.year))
    ends = (year_in_words(day.year, words) for day in (first, when.last))
    return str(words["range"].format(**dict(zip("ab", ends, strict=True))))


def year_in_words(year: int, words: Words) -> str:
    """Say a year; EDTF counts a year 0, which is 1 BC."""
    return str(year) if year > 0 else str(words["bc"].format(y=1 - year))


def _filled(pattern: str, day: Day, words: Words, days: str = "") -> str:
    month = words["months"][day.month - 1]
    return pattern.format(d=days or day.day, m=month, y=year_in_words(day.year, words))


def _clock(text: str) -> str:
    return f", {text.partition('T')[2][:5]}" if "T" in text else ""
