"""Dates as people write them into files: EDTF, the extension of ISO 8601 for what is known only in part.

`When.parse("2024-03")` reads a date and `str(when)` writes it back, unchanged. Levels 0 and 1 of the standard
(ISO 8601-2:2019, and https://www.loc.gov/standards/datetime/) are read in full; of level 2 the sets and the
divisions of a year (seasons of a hemisphere, quarters, thirds, halves). What is read is a claim of one of
four kinds:

- `date`: once, at some time in it (`2024-03`, `199X`, `2024-33` for the first quarter)
- `interval`: it went on, from here to there (`2024-03-12/2024-03-14`, `2018/..`)
- `one_of`: once, on an unknown day of these (`[2024-03-11..2024-03-20]`, `[..2024-05-02]` for before 3 May)
- `all_of`: on each of these (`{2021,2023}`)
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from timeline.temporal.days import MONTHS_IN_YEAR, Day, days_in_month, iso_year
from timeline.temporal.interval import Grain, Interval, Moment

Kind = Literal["date", "interval", "one_of", "all_of"]

# The divisions of a year that EDTF numbers like months: their first month, how many months, and the grain.
DIVISIONS = {
    **{21 + n: (3 + 3 * n, 3, Grain.SEASON) for n in range(4)},  # as the reader's hemisphere has them: north
    **{25 + n: (3 + 3 * n, 3, Grain.SEASON) for n in range(4)},  # said to be of the north
    **{29 + n: (first, 3, Grain.SEASON) for n, first in enumerate((9, 12, 3, 6))},  # said to be of the south
    **{33 + n: (1 + 3 * n, 3, Grain.QUARTER) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4, Grain.THIRD) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6, Grain.HALF) for n in range(2)},
}

_CLOCK = r"T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?"
_DATE = re.compile(
    rf"""(?:Y(?P<long>-?\d{{5,}})
         |(?P<year>-?\d\d(?:\d[\dX]|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:{_CLOCK})?)?)?
         )(?P<mark>[?~%]?)""",
    re.ASCII | re.VERBOSE,
)
_CLOCK_LIMITS = (("hour", 24), ("minute", 60), ("second", 60))
_YEAR_LAST = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_MAX_LENGTH = 1000  # nobody writes longer ones by hand, and a hostile file shall not keep us busy
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


@dataclass(frozen=True, slots=True)
class When:
    """A date as written in EDTF, and what it says. Two of them are equal when they are written alike.

    `first` and `last` are the first and the last possible day (inclusive); None where that side is open or
    unknown. `start` and `end` are the two written ends of an interval or of a single `[a..b]`. `members` are
    the parts of a set.
    """

    edtf: str
    kind: Kind = field(compare=False)
    first: Day | None = field(compare=False)
    last: Day | None = field(compare=False)
    grain: Grain = field(compare=False)
    approximate: bool = field(default=False, compare=False)
    uncertain: bool = field(default=False, compare=False)
    start: "When | None" = field(default=None, compare=False)
    end: "When | None" = field(default=None, compare=False)
    open_start: bool = field(default=False, compare=False)
    open_end: bool = field(default=False, compare=False)
    unknown_start: bool = field(default=False, compare=False)
    unknown_end: bool = field(default=False, compare=False)
    members: tuple["When", ...] = field(default=(), compare=False)

    @classmethod
    def parse(cls, text: str) -> "When":
        """Read EDTF. Raises EdtfError, which points at the place that cannot be read."""
        if len(text) > _MAX_LENGTH:
            raise EdtfError("this is too long for a date", 0, "write a date such as 2024-03-11")
        if figures := _YEAR_LAST.fullmatch(text):
            raise _year_last(text, *(int(part) for part in figures.groups()))
        return _read(text)

    @classmethod
    def of_day(cls, day: Day) -> "When":
        """Give that one day."""
        return cls(day.iso, "date", day, day, Grain.DAY)

    @classmethod
    def of_interval(cls, first: Day | None, last: Day | None, kind: Kind = "interval") -> "When":
        """From the first day to the last, inclusive; None leaves a side open.

        As `interval` it went on all the time, as `one_of` it happened once, on an unknown day between.
        """
        start, end = ("" if kind == "one_of" else "..",) * 2
        start, end = first.iso if first else start, last.iso if last else end
        return cls.parse(f"[{start}..{end}]" if kind == "one_of" else f"{start}/{end}")

    @property
    def interval(self) -> Interval:
        """The days from `first` to `last`, half-open."""
        return Interval.of_days(self.first, self.last, self.grain)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Orders dates on a page: by the first possible moment, "before X" by X; coarser before finer."""
        if self.first is not None:
            return self._minute(self.first), 1, -self.grain
        if self.last is not None:
            return Moment(self.last.plus(1)).number, 0, -self.grain
        return 10**18, 1, -self.grain

    def _minute(self, first: Day) -> int:
        clock = re.search(_CLOCK, self.edtf) if self.grain is Grain.MINUTE else None
        minute = int(clock["hour"]) * 60 + int(clock["minute"]) if clock else 0
        return Moment(first, minute).number

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=4096)
def _read(text: str) -> When:
    """Read any EDTF; the same dates come again and again."""
    if text[:1] in {"[", "{"}:
        return _read_set(text)
    return _read_interval(text, 0, "/") if "/" in text else _read_date(text, 0)


def _read_date(text: str, offset: int) -> When:
    """One date without slash or brackets, standing at an offset of the whole text."""
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
    return When(text, "date", first, last, grain, approximate=about, uncertain=doubt)


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


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        _read(f"{year:04}-{month:02}-{day:02}")
    except EdtfError:
        return False
    return True


def _year_last(text: str, first: int, second: int, year: int) -> EdtfError:
    """Say how 9/4/2025 is to be written: nobody knows in which order its figures stand."""
    orders = dict.fromkeys(((second, first), (first, second)))
    forms = " or ".join(
        f"{year:04}-{month:02}-{day:02}" for month, day in orders if _is_day(year, month, day)
    )
    hint = f"write the year first: {forms}" if forms else _FORMS
    return EdtfError(f"{text!r} is not a date in EDTF", 0, hint)


def _not_edtf(text: str, offset: int) -> EdtfError:
    if not text:
        return EdtfError("a date is missing here", offset, "write a date such as 2024-03-11")
    good = len(text)
    while good and not _DATE.fullmatch(text[:good]):
        good -= 1
    return EdtfError(f"{text!r} is not a date in EDTF", offset + good, _FORMS)


def _read_interval(text: str, offset: int, divider: str) -> When:
    """`a/b` of an interval, or `a..b` in a set; the caller writes the text that stands around it."""
    left, _, right = text.partition(divider)
    at = offset + len(left) + len(divider)
    nowhere = {"", ".."} if divider == "/" else {""}
    start = None if left in nowhere else _read_date(left, offset)
    end = None if right in nowhere else _read_date(right, at)
    if start is None and end is None:
        raise EdtfError("neither end of this is a date", offset, "write at least one end: 2018/.. or ../2018")
    first, last = start.first if start else None, end.last if end else None
    if first and last and last < first:
        hint = f"write {right}{divider}{left}, if that is meant"
        raise EdtfError(f"{text} ends before it begins", at, hint)
    ends = tuple(one for one in (start, end) if one is not None)
    unknown = divider == "/"
    return When(
        edtf=text,
        kind="interval",
        first=first,
        last=last,
        grain=min(one.grain for one in ends),
        approximate=any(one.approximate for one in ends),
        uncertain=any(one.uncertain for one in ends),
        start=start,
        end=end,
        open_start=start is None and not (unknown and not left),
        open_end=end is None and not (unknown and not right),
        unknown_start=unknown and not left,
        unknown_end=unknown and not right,
    )


def _read_set(text: str) -> When:
    """`[...]`, one of these, or `{...}`, all of these."""
    kind: Kind = "one_of" if text[0] == "[" else "all_of"
    closing = "]" if kind == "one_of" else "}"
    if not text.endswith(closing):
        hint = f"write {text[0]}2024-03-11..2024-03-20{closing}"
        raise EdtfError(f"the closing {closing} is missing", len(text), hint)
    members = []
    offset = 1
    for piece in text[1:-1].split(","):
        bare = piece.strip(" ")
        at = offset + piece.find(bare)
        members.append(_read_interval(bare, at, "..") if ".." in bare else _read_date(bare, at))
        offset += len(piece) + 1
    return _set_of(tuple(members), kind)


def _set_of(members: tuple[When, ...], kind: Kind) -> When:
    inner = ",".join(member.edtf for member in members)
    firsts, lasts = [member.first for member in members], [member.last for member in members]
    whole = When(
        edtf=f"[{inner}]" if kind == "one_of" else f"{{{inner}}}",
        kind=kind,
        first=None if None in firsts else min(day for day in firsts if day),
        last=None if None in lasts else max(day for day in lasts if day),
        grain=min(member.grain for member in members),
        approximate=any(member.approximate for member in members),
        uncertain=any(member.uncertain for member in members),
        open_start=None in firsts,
        open_end=None in lasts,
        members=members,
    )
    only = members[0]
    return replace(whole, start=only.start, end=only.end) if len(members) == 1 else whole
