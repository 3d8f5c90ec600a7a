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

from timeline.temporal.days import Day
from timeline.temporal.edtf_date import CLOCK, EdtfError, read_date, with_slashes, year_last
from timeline.temporal.interval import Grain, Interval, Moment

__all__ = ["EdtfError", "Kind", "When"]

Kind = Literal["date", "interval", "one_of", "all_of"]

_MAX_LENGTH = 1000  # nobody writes longer ones by hand, and a hostile file shall not keep us busy


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
        clock = re.search(CLOCK, self.edtf) if self.grain is Grain.MINUTE else None
        minute = int(clock["hour"]) * 60 + int(clock["minute"]) if clock else 0
        return Moment(first, minute).number

    def __str__(self) -> str:
        return self.edtf


@lru_cache(maxsize=4096)
def _read(text: str) -> When:
    """Read any EDTF; the same dates come again and again."""
    wrong = year_last(text) or with_slashes(text)
    if wrong:
        raise wrong
    if text[:1] in {"[", "{"}:
        return _read_set(text)
    return _read_interval(text, 0, "/") if "/" in text else _read_date(text, 0)


def _read_date(text: str, offset: int) -> When:
    """One date without slash or brackets, standing at an offset of the whole text."""
    first, last, grain, about, doubt = read_date(text, offset)
    return When(text, "date", first, last, grain, approximate=about, uncertain=doubt)


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
