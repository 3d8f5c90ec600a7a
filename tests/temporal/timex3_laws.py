"""What must hold of every mention, whatever the text: the laws that the tests and the fuzzer check.

`faults(text, mentions)` names each law that an answer breaks. The values of TIMEX3 are described here once
more, as the regular grammar that TimeML 1.2.1 and the TIDES guidelines that it leans on give in prose, apart
from the engine's own: an engine that judged itself would pass.
"""

from __future__ import annotations

import pickle
import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.temporal import When

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.temporal import Mention

TYPES = {"DATE", "TIME", "DURATION", "SET"}
MODS = {
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
    "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
}  # fmt: skip
POINT_MODS = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"}
LENGTH_MODS = {"LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"}

# An X stands for a digit that is not known; what is known stands before it.
_YEAR = r"(?:BC)?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)"
# A decade has three figures, a century two, a millennium one.
_LONG_UNIT = r"(?:BC)?(?:\d{3}|\d{2}|\d|\d{2}X|\dXX|\dX|X{1,3})"
_MONTH = r"(?:0[1-9]|1[0-2]|XX)"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|XX)"
_WEEK = r"(?:0[1-9]|[1-4]\d|5[0-3]|XX)"
_PART_OF_YEAR = r"(?:SP|SU|FA|WI|H[12X]|Q[1-4X])"
_PART_OF_DAY = r"(?:MO|MI|NO|AF|EV|NI|DT)"
_DAY_OF_CALENDAR = rf"(?:{_YEAR}-{_MONTH}-{_DAY}|{_YEAR}-W{_WEEK}-[1-7X])"
_ZONE = r"(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)"
_CLOCK = r"(?:(?:[01]\d|2[0-3]|XX)(?::(?:[0-5]\d|XX)(?::(?:[0-5]\d|60|XX)(?:\.\d+)?)?)?|24(?::00(?::00)?)?)"
_NUMBER = r"(?:\d+(?:\.\d+)?|X)"
_DAYS_OF_LENGTH = rf"(?:{_NUMBER}(?:ML|CE|DE|Y|S|SP|SU|FA|WI|H|Q|M|WE|W|D|X))"
_TIMES_OF_LENGTH = rf"(?:{_NUMBER}(?:H|M|S|MO|MI|AF|EV|NI|DT))"
_WEEK_OF_YEAR = rf"{_YEAR}-W{_WEEK}(?:-WE)?"
_FISCAL = r"FY\d{4}(?:-Q[1-4])?"
_IN_YEAR = rf"{_YEAR}-{_MONTH}|{_YEAR}-{_PART_OF_YEAR}|{_WEEK_OF_YEAR}|{_FISCAL}"
DATE = rf"(?:{_YEAR}|{_LONG_UNIT}|{_IN_YEAR}|{_DAY_OF_CALENDAR})"
TIME = rf"(?:{_DAY_OF_CALENDAR}?T(?:{_PART_OF_DAY}|{_CLOCK}{_ZONE}?))"
LENGTH = rf"(?:P(?=[\dXT]){_DAYS_OF_LENGTH}*(?:T{_TIMES_OF_LENGTH}+)?)"
REFERENCE = r"(?:PAST|PRESENT|FUTURE)_REF"
_FORMS = {
    "DATE": rf"{DATE}|{REFERENCE}",
    "TIME": rf"{TIME}|{REFERENCE}",
    "DURATION": LENGTH,
    "SET": rf"{LENGTH}|{DATE}|{TIME}",
}
_VALUES = {kind: re.compile(form, re.ASCII) for kind, form in _FORMS.items()}
_FREQUENCY = re.compile(r"\d+(?:X|NI|[DWMYH])?|X", re.ASCII)
_WHOLE_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)


def is_value(kind: str, value: str) -> bool:
    """Whether a TIMEX3 of this type may have this value."""
    return kind in _VALUES and _VALUES[kind].fullmatch(value) is not None and _exists(value)


def _exists(value: str) -> bool:
    """Whether a value that names a whole day names one that the calendar has."""
    found = _WHOLE_DAY.match(value)
    if not found or found[1] == "0000":
        return True
    try:
        date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return False
    return True


def faults(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Name what is wrong with the mentions found in a text; nothing when all laws hold."""
    found = [f"{fault}: {one!r}" for one in mentions for fault in _faults_of(text, one)]
    for one, following in pairwise(mentions):
        if following.start < one.end:
            found.append(f"overlap or wrong order: {one.text!r} and {following.text!r}")
    return found + _faults_of_ranges(mentions)


def _faults_of(text: str, one: Mention) -> Iterator[str]:
    if not 0 <= one.start < one.end <= len(text) or text[one.start : one.end] != one.text:
        yield f"{one.start}:{one.end} is {text[one.start : one.end]!r}, not the text"
    if one.text != one.text.strip():
        yield "spaces around the text"
    if one.type not in TYPES:
        yield "no type of TIMEX3"
    elif not is_value(one.type, one.value):
        yield f"{one.value!r} is no value of {one.type}"
    if one.mod is not None and one.mod not in MODS:
        yield f"no modifier of TIMEX3: {one.mod}"
    if one.mod in POINT_MODS and one.type in {"DURATION", "SET"}:
        yield f"{one.mod} is for points"
    if one.mod in LENGTH_MODS and one.type not in {"DURATION", "SET"}:
        yield f"{one.mod} is for lengths"
    if one.type != "SET" and (one.quant or one.freq):
        yield "quant or freq outside a set"
    if one.freq is not None and not _FREQUENCY.fullmatch(one.freq):
        yield f"no frequency: {one.freq!r}"
    yield from _faults_of_when(one)
    yield from _faults_of_signal(text, one)


def _faults_of_when(one: Mention) -> Iterator[str]:
    if one.when is None:
        return
    if one.type in {"DURATION", "SET"}:
        yield "a length or a set has no place in the calendar"
    if When.parse(str(one.when)) != one.when or str(When.parse(one.when.edtf)) != one.when.edtf:
        yield f"{one.when.edtf!r} does not come back as it was"
    first, last = one.when.first, one.when.last
    if first is not None and last is not None and last < first:
        yield "the last day is before the first"
    if first is None and last is None:
        yield "open at both ends"


def _faults_of_signal(text: str, one: Mention) -> Iterator[str]:
    if (one.signal is None) != (one.signal_start is None):
        yield "a signal without its place"
    if one.signal is None or one.signal_start is None:
        return
    end = one.signal_start + len(one.signal)
    if not 0 <= one.signal_start < end <= one.start:
        yield "the signal does not stand before the words"
    if text[one.signal_start : end] != one.signal:
        yield f"the signal {one.signal!r} is not what stands at {one.signal_start}"


def _faults_of_ranges(mentions: Sequence[Mention]) -> list[str]:
    """A range has two ends, one after the other, with the same EDTF when both are known."""
    numbers = [one.range for one in mentions if one.range is not None]
    found = []
    for number in dict.fromkeys(numbers):
        ends = [at for at, one in enumerate(mentions) if one.range == number]
        if len(ends) != 2 or ends[1] != ends[0] + 1:
            found.append(f"range {number} has the ends {[mentions[at].text for at in ends]}")
    return found


def survives_pickling(mentions: tuple[Mention, ...]) -> bool:
    """Whether the answer can be sent to another process and back."""
    return bool(pickle.loads(pickle.dumps(mentions)) == mentions)  # noqa: S301 -- bytes of our own making
