"""Dates in words, as honest as the EDTF that they come from.

`Dates(strings).phrase(when)` gives "mid-March 2024", "about 2018", "since 2018", "before 3 May 2024" or
"10–12 March 2024": what is known, and never a made-up day.
Days, months and years by themselves are written in `days`.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.temporal.days import Day
from timeline.temporal.edtf import When
from timeline.temporal.interval import Grain
from timeline.wording.days import Days
from timeline.wording.stretches import stretch_of


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date as readers see it.

    `datetime` is empty where HTML has no form for it. `first` and `last` are ISO days, empty where that side
    is open. `certainty` is `exact` (known to the day), `coarse` (to the month or year), `bounded` (about,
    between, before, since) or `by_report`.
    """

    text: str
    datetime: str = ""
    first: str = ""
    last: str = ""
    certainty: str = "exact"


class Dates(Days):
    """Writes dates in one language, however much is known of them."""

    def phrase(self, when: When) -> DatePhrase:
        """Say when, with what a page needs besides the words."""
        return DatePhrase(self.text(when), html_datetime(when), *_bounds(when), certainty_of(when))

    def text(self, when: When) -> str:
        """Say when: "mid-March 2024"."""
        if when.kind == "interval":
            return self._went_on(when)
        if when.kind == "date":
            return self._marked(self._date(when), when)
        return self._set(when)

    def reported(self, when: When) -> str:
        """Say that it was reported then: "reported 3 May 2024", "reported in March 2024"."""
        plain = when.kind == "date" and not when.approximate and not when.uncertain
        grain = _grain_name(when) if plain else ""
        return self._fill("reported", grain, date=self.text(when))

    def _fill(self, key: str, grain: str, **values: str) -> str:
        return self._words.get(f"{key}_{grain}", self._words[key]).format(**values)

    def _marked(self, text: str, when: When) -> str:
        key = ("perhaps_" if when.uncertain else "") + ("about" if when.approximate else "")
        return self._words[key.rstrip("_")].format(date=text) if key else text

    def _date(self, when: When) -> str:
        """Write a date of kind `date`, without the words for its marks."""
        first, last = when.first, when.last
        if first is None or last is None:  # pragma: no cover - a plain date always has both
            return when.edtf
        if when.grain <= Grain.DAY:
            return self._day_grain(when, first, last)
        if when.grain is Grain.MONTH:
            whole = first.month == last.month
            year = self.year(first.year)
            return (
                self.month(first.year, first.month) if whole else self._words["some_month"].format(date=year)
            )
        if when.grain >= Grain.YEAR:
            return self._long(when.grain, first)
        return self._division(when, first, last)

    def _day_grain(self, when: When, first: Day, last: Day) -> str:
        if first == last:
            return self._clock(when, self.day(first))
        month = self.month(first.year, first.month) if first.month == last.month else self.year(first.year)
        return self._words["some_day"].format(date=month)

    def _clock(self, when: When, day: str) -> str:
        clock = when.edtf.partition("T")[2].rstrip("~?%")
        return self._words["clock"].format(date=day, time=clock.replace("Z", " UTC")) if clock else day

    def _long(self, grain: Grain, first: Day) -> str:
        if grain is Grain.YEAR:
            return self.year(first.year)
        if first.year < 0:
            return f"{self.year(first.year)} – {self.year(first.year + (9 if grain is Grain.DECADE else 99))}"
        return (
            self._words["decade"].format(year=first.year)
            if grain is Grain.DECADE
            else self.century(first.year)
        )

    def _division(self, when: When, first: Day, last: Day) -> str:
        """Write a season, quarter, third or half of a year."""
        year = self.year(first.year)
        if when.grain is Grain.SEASON:
            code = int(when.edtf.rstrip("~?%").rpartition("-")[2])
            name = ("spring", "summer", "autumn", "winter")[(code - 21) % 4]
            return self._words[name].format(
                date=year if first.year == last.year else f"{year}–{last.year % 100:02d}"
            )
        if when.grain is Grain.QUARTER:
            return self._words[f"quarter_{first.month // 3 + 1}"].format(date=year)
        if when.grain is Grain.HALF:
            return self._words[f"half_{first.month // 6 + 1}"].format(date=year)
        return self._words[("early_year", "mid_year", "late_year")[first.month // 4]].format(date=year)

    def _went_on(self, when: When) -> str:
        if when.start is None or when.end is None:
            return self._half_open(when)
        plain = not (when.approximate or when.uncertain)
        if plain and when.start.grain == when.end.grain == Grain.DAY and when.first and when.last:
            return self.span(when.first, when.last)
        return self._from_to(when.start, when.end, plain=plain)

    def _from_to(self, start: When, end: When, *, plain: bool) -> str:
        """Write an interval of months or years short where that loses nothing: "March–April 2024"."""
        if plain and start.grain == end.grain and start.first and end.first:
            if start.grain is Grain.YEAR:
                return self.years(start.first.year, end.first.year)
            if start.grain is Grain.MONTH and start.first.year == end.first.year:
                return self.months(start.first, end.first)
        return f"{self.text(start)} – {self.text(end)}"

    def _half_open(self, when: When) -> str:
        known = when.start or when.end
        if known is None:  # pragma: no cover - the parser wants one end at least
            return when.edtf
        key = "since" if when.start else "until"
        text = self._fill(key, _grain_name(known), date=self.text(known))
        if when.unknown_end or when.unknown_start:
            return self._words["unknown_end" if when.start else "unknown_start"].format(date=text)
        return text

    def _set(self, when: When) -> str:
        if when.kind == "one_of" and (when.start or when.end):
            return self._once(when)
        texts = [self.text(m) if m.kind == "date" else self._member(m, when.kind) for m in when.members]
        if len(texts) == 1:
            return texts[0]
        joined = self._strings.listed(texts[:-1])
        return self._words["or" if when.kind == "one_of" else "and"].format(first=joined, last=texts[-1])

    def _member(self, member: When, kind: str) -> str:
        """Write a range that is a member of a set: once in it, or on every day of it."""
        return self._once(member) if kind == "one_of" else self._went_on(member)

    def _once(self, when: When) -> str:
        """Write `[a..b]`: once, on an unknown day between the two."""
        start, end, first, last = when.start, when.end, when.first, when.last
        if start is None and last:
            return self._before(last, end)
        if end is None and first:
            return self._after(first, start)
        if (
            start is None or end is None or first is None or last is None
        ):  # pragma: no cover - one end is written
            return when.edtf
        if when.approximate or when.uncertain:
            return self._words["between"].format(first=self.text(start), last=self.text(end))
        return self._named(first, last) or self._between(when, first, last)

    def _between(self, when: When, first: Day, last: Day) -> str:
        if when.start and when.end and when.start.grain == when.end.grain != Grain.DAY:
            return self._words["between"].format(first=self.text(when.start), last=self.text(when.end))
        return self.between(first, last)

    def _before(self, last: Day, end: When | None) -> str:
        """Write "before" with the first day that is excluded, as a month or year where it begins one."""
        if end and (end.approximate or end.uncertain):
            return self._fill("before", _grain_name(end), date=self.text(end))
        return self._edge("before", last.plus(1))

    def _after(self, first: Day, start: When | None) -> str:
        if start and (start.approximate or start.uncertain):
            return self._fill("after", _grain_name(start), date=self.text(start))
        last_out = first.plus(-1)
        if first.day == 1:
            whole_year = first.month == 1
            date = self.year(last_out.year) if whole_year else self.month(last_out.year, last_out.month)
            return self._words["after"].format(date=date)
        return self._words["after_day"].format(date=self.day(last_out))

    def _edge(self, key: str, day: Day) -> str:
        if day.day == 1:
            date = self.year(day.year) if day.month == 1 else self.month(day.year, day.month)
            return self._words[key].format(date=date)
        return self._words[f"{key}_day"].format(date=self.day(day))

    def _named(self, first: Day, last: Day) -> str:
        """Give a stretch of days its name where it has one: "mid-March 2024", "week of 11 March 2024"."""
        key, coarse = stretch_of(first, last)
        if not key:
            return ""
        if coarse == "decade":
            return self._words[key].format(year=first.year // 10 * 10)
        date = {
            "year": self.year(first.year),
            "month": self.month(first.year, first.month),
            "day": self.day(first),
        }[coarse]
        return self._words[key].format(date=date) if key != "whole" else date


def certainty_of(when: When) -> str:
    """Tell how sharply a date is known: `exact`, `coarse` or `bounded`."""
    doubtful = when.approximate or when.uncertain or when.kind == "one_of"
    if doubtful or when.first is None or when.last is None:
        return "bounded"
    parts = when.members or tuple(w for w in (when.start, when.end) if w) or (when,)
    return "exact" if all(_is_one_day(part) for part in parts) else "coarse"


def html_datetime(when: When) -> str:
    """Return what `<time datetime>` may hold of a date.

    A year, month or day from the year 1 on, and only one without doubt.
    """
    if when.kind != "date" or when.approximate or when.uncertain or not when.first or when.first.year < 1:
        return ""
    return (
        when.first.iso[: {"day": 10, "month": -3, "year": -6}[grain]] if (grain := _grain_name(when)) else ""
    )


def _bounds(when: When) -> tuple[str, str]:
    return (when.first.iso if when.first else "", when.last.iso if when.last else "")


def _is_one_day(when: When) -> bool:
    return when.grain <= Grain.DAY and when.first == when.last


def _grain_name(when: When) -> str:
    """Name the grain of a plain date for choosing words: day, month or year; empty for the others."""
    if when.kind != "date" or when.first is None or when.last is None:
        return ""
    if _is_one_day(when):
        return "day"
    if when.grain is Grain.MONTH and when.first.month == when.last.month:
        return "month"
    return "year" if when.grain is Grain.YEAR else ""
