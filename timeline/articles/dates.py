"""Publication days in any form in which people and publishers write them.

`read_publication("2024-05-02")` gives an EDTF date, and the moment where one was written. Plain days,
moments and EDTF are read here; other forms ("May 2, 2024", "2 mai 2024", "Thu, 02 May 2024 14:05:00 +0200")
go to dateparser with settings that never look at the clock, because its first answer costs 0.3 s. A day is
the calendar day that the source names, never shifted between time zones; an order of figures that can be
read in two ways is not guessed at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from timeline.temporal.days import MONTHS_IN_YEAR, Day
from timeline.temporal.edtf import EdtfError, When
from timeline.temporal.interval import Grain

LONGEST = 60
LAST_YEAR = 9999  # of Python's datetime
FORMS = "write 2024-05-02, 2024-05 or 2024 (EDTF), 2024-05-02T14:05+02:00, or unknown"

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d):?(\d\d)(?::?\d\d(?:[.,]\d+)?)?[ ]?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?",
    re.ASCII,
)
_PLAIN_ORDER = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.[ ]?(\d{1,2})\.[ ]?(\d{4})", re.ASCII)
_FIGURES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b.*", re.ASCII)
_ZONED = re.compile(
    r"(.*\d:\d\d.*?)[ ]?(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-]\d\d:?\d\d)|(?<=[ \d])[A-Z]{3,5})"
    r"(?:[ ]\([A-Za-z ]+\))?",
    re.ASCII,
)
_SHORT_YEAR = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Publication:
    """When something was published: `when` is None where nobody knows.

    `minute` is the moment with its zone as written ("2024-05-02T14:05+02:00"), where a clock time was.
    """

    when: When | None
    minute: str = ""


class NotADate(ValueError):
    """A text that is not read as a day: why, which part of it (0-based offset, length), what to write."""

    def __init__(self, message: str, hint: str = FORMS, *, offset: int = 0, length: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.offset = offset
        self.length = length


def read_publication(text: str, language: str = "en") -> Publication:
    """Read a publication day in any form, or the word `unknown`. Raises NotADate."""
    text = text.strip()
    if _DAY.fullmatch(text):
        return Publication(_edtf(text))
    if text.casefold() == "unknown":
        return Publication(None)
    if found := _MOMENT.fullmatch(text):
        return _moment(found)
    if found := _PLAIN_ORDER.fullmatch(text):
        return Publication(_edtf("{}-{:0>2}-{:0>2}".format(*found.groups())))
    if found := _DOTTED.fullmatch(text):
        return Publication(_edtf("{}-{:0>2}-{:0>2}".format(*reversed(found.groups()))))
    if len(text) > LONGEST:
        raise NotADate("this is too long for a date")
    return _other_form(text, language)


def read_dateline(words: str, published: Day | None, language: str = "en") -> str:
    """Return the day that a dateline names ("May 2", "2 mai 2024") as EDTF, "" where it names none.

    Without a year it is the latest such day that is not after the day after publication: it may be tomorrow
    already where the reporter is.
    """
    if len(words) > LONGEST or not any(map(str.isalpha, words)):
        return ""
    try:
        found = read_publication(words, language).when
    except NotADate:
        found = None
    if found is not None:
        return str(found) if found.grain is Grain.DAY and found.kind == "date" else ""
    if published is None or not 1 < published.year < LAST_YEAR:
        return ""
    tomorrow = datetime(*published, 12) + timedelta(days=1)  # noqa: DTZ001 - calendar days have no zone
    answer = _asked(words, language, tomorrow, ["day", "month"])
    if answer is None or answer[1] != "day" or answer[0].day not in _figures(words):
        return ""
    return answer[0].date().isoformat()


def _edtf(text: str) -> When:
    try:
        return When.parse(text)
    except EdtfError as error:
        raise NotADate(error.message, error.hint or FORMS, offset=error.offset) from None


def _moment(found: re.Match[str]) -> Publication:
    day, hour, minute, zone = found.groups()
    if int(hour) >= 24 or int(minute) >= 60:  # noqa: PLR2004 - hours of a day, minutes of an hour
        raise NotADate(f"there is no {hour}:{minute} on a clock", offset=found.start(2), length=5)
    zone = "Z" if zone in {"UTC", "GMT"} else zone or ""
    return Publication(_edtf(day), f"{day}T{hour}:{minute}{zone}")


def _other_form(text: str, language: str) -> Publication:
    try:
        return Publication(When.parse(text))
    except EdtfError as error:
        if not _in_words(text):
            raise NotADate(error.message, error.hint or FORMS, offset=error.offset) from None
    _refuse_two_readings(text)
    zoned = _ZONED.fullmatch(text)
    # dateparser would turn the moment into another zone's, and with it perhaps the day into another one.
    found = _parsed(zoned[1] if zoned else text, language)
    if found is None:
        raise NotADate(f"{text!r} is not a date that can be read", length=len(text))
    return _with_grain(*found, (zoned[3] or "Z" if zoned[2] or zoned[3] else "") if zoned else "")


def _in_words(text: str) -> bool:
    """Whether this is no attempt at EDTF: it has words in it, or its figures stand in another order."""
    words = any(letter.isalpha() and letter not in "XYTZ" for letter in text)
    return words or bool(_FIGURES.fullmatch(text) or _SHORT_YEAR.fullmatch(text))


def _refuse_two_readings(text: str) -> None:
    if _SHORT_YEAR.fullmatch(text):
        raise NotADate("the year has only two figures", "write it in full: 2024-05-02", length=len(text))
    found = _FIGURES.fullmatch(text)
    if found is None:
        return
    first, second, year = int(found[1]), int(found[2]), found[3]
    if first <= MONTHS_IN_YEAR and second <= MONTHS_IN_YEAR and first != second:
        one, other = f"{year}-{first:02d}-{second:02d}", f"{year}-{second:02d}-{first:02d}"
        raise NotADate(f"{text!r} can be {one} or {other}", "write the one that is meant", length=len(text))


def _parsed(text: str, language: str) -> tuple[datetime, str] | None:
    """Ask dateparser; answers the moment and its grain (year, month, day, or time for a clock time)."""
    found = _asked(text, language, datetime(2000, 1, 1), ["year"])  # noqa: DTZ001 - no answer may depend on today
    if found is None:
        return None
    moment, period = found
    figures = _figures(text)
    # "Q1 2024" is not the first of January: the figures of the answer must be those of the text.
    is_told = moment.year in figures and (period in {"year", "month"} or moment.day in figures)
    return found if is_told else None


def _asked(text: str, language: str, base: datetime, parts: list[str]) -> tuple[datetime, str] | None:
    from dateparser.data.languages_info import language_order
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {
        "PARSERS": ["custom-formats", "absolute-time"],  # "yesterday" is no day of publication
        "RELATIVE_BASE": base,
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "DATE_ORDER": "DMY",
        "TIMEZONE": "UTC",
        "RETURN_TIME_AS_PERIOD": True,
        "REQUIRE_PARTS": parts,
        "NORMALIZE": True,
    }
    names = [name for name in (language.partition("-")[0].lower(), "en") if name in language_order]
    parser = DateDataParser(languages=list(dict.fromkeys(names)), settings=settings)
    try:
        found = parser.get_date_data(text)
    except (ValueError, OverflowError):  # figures beyond what datetime can hold
        return None
    return (found.date_obj, found.period or "day") if found.date_obj else None


def _figures(text: str) -> set[int]:
    return {int(figure) for figure in re.findall(r"(?<!\w)\d{1,4}(?!\d)", text)}


def _with_grain(moment: datetime, period: str, zone: str) -> Publication:
    lengths = {"year": 4, "month": 7}
    when = _edtf(moment.date().isoformat()[: lengths.get(period, 10)])
    return Publication(when, f"{moment:%Y-%m-%dT%H:%M}{zone}" if period == "time" else "")
