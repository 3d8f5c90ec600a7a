"""One date as EDTF writes it: which days it may be, and how finely it is told.

A date is a year, a month, a day or a minute, one of the divisions of a year, or a year with unknown figures
(`199X`); `?`, `~` and `%` after it mark it as uncertain, approximate, or both. Intervals and sets are made of
such dates; `edtf` reads those.
"""

import re
from typing import NamedTuple

from timeline.temporal.days import MONTHS_IN_YEAR, Day, days_in_month, exists, iso_year
from timeline.temporal.interval import Grain

# The divisions of a year that EDTF numbers like months: their first month, how many months, and the grain.
DIVISIONS = {
    **{21 + n: (3 + 3 * n, 3, Grain.SEASON) for n in range(4)},  # as the reader's hemisphere has them: north
    **{25 + n: (3 + 3 * n, 3, Grain.SEASON) for n in range(4)},  # said to be of the north
    **{29 + n: (first, 3, Grain.SEASON) for n, first in enumerate((9, 12, 3, 6))},  # said to be of the south
    **{33 + n: (1 + 3 * n, 3, Grain.QUARTER) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4, Grain.THIRD) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6, Grain.HALF) for n in range(2)},
}

CLOCK = r"T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?"
_DATE = re.compile(
    rf"""(?:Y(?P<long>-?\d{{5,}})
         |(?P<year>-?\d\d(?:\d[\dX]|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:{CLOCK})?)?)?
         )(?P<mark>[?~%]?)""",
    re.ASCII | re.VERBOSE,
)
_CLOCK_LIMITS = (("hour", 24), ("minute", 60), ("second", 60))
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_LOOSE = re.compile(r"(\d{4})(?:[./-](\d{1,2})(?:[./-](\d{1,2}))?|(\d\d)(\d\d))", re.ASCII)
_MAX_DIGITS = 12
_FORMS = "write 2024, 2024-03 or 2024-03-11; 2024~ is about, 2018/.. since, [..2024-05-02] before 3 May 2024"


class EdtfError(ValueError):
    """A text that is not EDTF: `message` says why, `offset` where (0-based), `hint` what to write."""

    def __init__(self, message: str, offset: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint

    def __reduce__(self) -> tuple[type["EdtfError"], tuple[str, int, str]]:
        return EdtfError, (self.message, self.offset, self.hint)


class Dated(NamedTuple):
    """The first and the last day that a date may be, its grain, and its mark."""

    first: Day
    last: Day
    grain: Grain
    approximate: bool
    uncertain: bool


def read_date(text: str, offset: int) -> Dated:
    """Read one date without slash or brackets, standing at an offset of the whole text. Raises EdtfError."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise _not_edtf(text, offset)
    if len(found["long"] or found["year"]) > _MAX_DIGITS:
        raise EdtfError(f"{text}: a year of so many digits is beyond reckoning", offset)
    if found["long"]:
        year = int(found["long"])
        first, last, grain = Day(year, 1, 1), Day(year, 12, 31), Grain.YEAR
    else:
        first, last, grain = _days_of(found, offset)
    about, doubt = found["mark"] in {"~", "%"}, found["mark"] in {"?", "%"}
    return Dated(first, last, grain, about, doubt)


def _days_of(found: re.Match[str], offset: int) -> tuple[Day, Day, Grain]:
    """Give the first and last day of a date with a four-figure year, and its grain."""
    year, month, day = found["year"], found["month"], found["day"]
    if year == "-0000":
        raise EdtfError("there is no year -0000", offset, "0000 is the year 1 BC, -0001 the year 2 BC")
    if year.endswith("X"):
        if month:
            raise EdtfError(f"{year} is not one year, so it cannot have a month", offset + len(year))
        return _unspecified_years(year)
    number = int(year)
    if month is None or (month == "XX" and day in {None, "XX"}):
        grain = Grain.YEAR if month is None else Grain.MONTH if day is None else Grain.DAY
        return Day(number, 1, 1), Day(number, 12, 31), grain
    if month == "XX":
        hint = f"write {year}-XX-XX or {year}"
        raise EdtfError("a day needs its month", offset + found.start("month"), hint)
    return _days_of_month(found, number, int(month), offset)


def _unspecified_years(year: str) -> tuple[Day, Day, Grain]:
    ends = sorted(int(year.replace("X", digit)) for digit in "09")
    grain = Grain.CENTURY if year.endswith("XX") else Grain.DECADE
    return Day(ends[0], 1, 1), Day(ends[1], 12, 31), grain


def _days_of_month(found: re.Match[str], year: int, month: int, offset: int) -> tuple[Day, Day, Grain]:
    day = found["day"]
    if month in DIVISIONS and day is None:
        start, length, grain = DIVISIONS[month]
        first = Day(year, start, 1)
        return first, first.plus_months(length).plus(-1), grain
    if not 1 <= month <= MONTHS_IN_YEAR:
        hint = "months are 01 to 12, seasons 21 to 24, quarters 33 to 36"
        raise EdtfError(f"there is no month {month:02d}", offset + found.start("month"), hint)
    length = days_in_month(year, month)
    if day in {None, "XX"}:
        return Day(year, month, 1), Day(year, month, length), Grain.MONTH if day is None else Grain.DAY
    if not 1 <= int(day) <= length:
        name = f"{iso_year(year)}-{month:02d}"
        message = f"there is no {name}-{day}: {name} has {length} days"
        raise EdtfError(message, offset + found.start("day"), f"write {name} if the day is not known")
    whole = Day(year, month, int(day))
    return whole, whole, _clock_grain(found, offset)


def _clock_grain(found: re.Match[str], offset: int) -> Grain:
    if found["hour"] is None:
        return Grain.DAY
    for name, limit in _CLOCK_LIMITS:
        if int(found[name] or 0) >= limit:
            message = f"there is no {name} {found[name]}"
            raise EdtfError(message, offset + found.start(name), "write 14:05 or 14:05:00")
    return Grain.MINUTE


def year_last(text: str) -> EdtfError | None:
    """Say how 9/4/2025 is to be written: nobody knows in which order its figures stand."""
    figures = _YEAR_LAST.fullmatch(text)
    if figures is None:
        return None
    first, second, year = (int(part) for part in figures.groups())
    orders = dict.fromkeys(((second, first), (first, second)))
    forms = " or ".join(Day(year, *order).iso for order in orders if exists(Day(year, *order)))
    hint = f"write the year first: {forms}" if forms else _FORMS
    return EdtfError(f"{text!r} is not a date in EDTF", 0, hint)


def with_slashes(text: str) -> EdtfError | None:
    """Say how 2024/3/5 is to be written: a slash stands between the ends of an interval."""
    meant = _loosely_written(text) if "/" in text else ""
    return EdtfError(f"{text!r} is not a date in EDTF", 4, f"write {meant}") if meant else None


def _loosely_written(text: str) -> str:
    """Return 2024/3/5 and 20240305 as they are to be written, "" for what is not like them."""
    found = _LOOSE.fullmatch(text)
    parts = [part.zfill(2) for part in found.groups() if part] if found else []
    return "-".join(parts) if parts and 1 <= int(parts[1]) <= MONTHS_IN_YEAR else ""


def _not_edtf(text: str, offset: int) -> EdtfError:
    if not text:
        return EdtfError("a date is missing here", offset, "write a date such as 2024-03-11")
    good = len(text)
    while good and not _DATE.fullmatch(text[:good]):
        good -= 1
    meant = _loosely_written(text)
    hint = f"write {meant}" if meant else _FORMS
    return EdtfError(f"{text!r} is not a date in EDTF", offset + good, hint)
