"""Sorts phrases into kinds: by the word classes of the grammar that hold their words, and what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.temporal.grammar import load
from timeline.temporal.words import cut

if TYPE_CHECKING:
    from temporal_cases.records import Wanted

# The first class that a word of the phrase is in tells its kind.
_OPENING = (
    ("date before our era", ("era-before", "era-after")),
    ("quarter or half", ("quarter-sign", "half-sign")),
)
_SHAPES = (
    ("season", ("season",)),
    ("clock time", ("am", "pm", "zone", "zone-silent")),
    ("part of the day", ("daypart", "dayparts")),
)
_UNITS = ("unit", "units")
_MONTHS = ("month", "month-small")
_WEEKDAYS = ("weekday", "weekday-small", "weekdays")


def kind_of(wanted: Wanted | None, language: str = "en") -> str:
    """Name the kind of a phrase."""
    if wanted is None:
        return "must give nothing"
    forms = cut(wanted.text).forms
    held = _classes(forms, language)
    return _by_record(wanted) or _by_words(wanted, forms, held) or "other words"


def _classes(forms: tuple[str, ...], language: str) -> set[str]:
    """Give the names of the word classes that hold a stretch of these words, numbers aside."""
    grammar = load(language)
    spoken = " ".join(forms)
    held = set()
    for name in grammar.classes:
        if name.startswith(("cue", "joint", "signal", "abbreviation", "lead", "tie", "count")):
            continue
        if any(f" {' '.join(form)} " in f" {spoken} " for form in grammar.forms(name)):
            held.add(name)
    return held


def _by_record(wanted: Wanted) -> str:
    if wanted.holiday:
        return "named day"
    if wanted.kind == "SET":
        return "repetition"
    if wanted.first is None and (wanted.kind == "DURATION" or wanted.value.startswith("P")):
        return "length"
    return "open range" if wanted.kind == "open_interval" else ""


def _by_words(wanted: Wanted, forms: tuple[str, ...], held: set[str]) -> str:
    for kind, classes in _OPENING:
        if held & set(classes):
            return kind
    if "quarter" in forms or "half" in forms or wanted.grain == "quarter":
        return "quarter or half"
    if _is_range(wanted):
        return "range"
    if not any(form.isalpha() for form in forms):
        return "clock time" if wanted.minute is not None and ":" in forms else "figures alone"
    for kind, classes in _SHAPES:
        if held & set(classes):
            return kind
    return _by_calendar(forms, held, wanted)


def _is_range(wanted: Wanted) -> bool:
    several = wanted.first is not None and wanted.last is not None and wanted.first < wanted.last
    return wanted.kind == "interval" and wanted.grain in {"day", "minute", "month", "year", ""} and several


def _by_calendar(forms: tuple[str, ...], held: set[str], wanted: Wanted) -> str:
    figures = any(form.isdigit() for form in forms)
    if held & set(_MONTHS):
        return "day and month" if figures and wanted.grain in {"day", "minute", "hour", ""} else "month"
    if held & set(_WEEKDAYS):
        return "weekday"
    if held & {*_UNITS, "bare-unit", "calendar-unit"}:
        return "offset" if figures or held & {"ones", "tens", "teens", "vague"} or "ago" in forms else "unit"
    if wanted.minute is not None:
        return "clock time"
    return "day seen from the anchor" if held or wanted.grain == "day" else ""
