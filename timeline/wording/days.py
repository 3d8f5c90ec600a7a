"""Days, months, years and centuries in the words of one language, and the spans between them.

`Days(strings).day(day)` gives "3 May 2024". What is known of a date only in part is written in `dates`.
The patterns and names of a language are in `calendars`, its words in `languages/`.
"""

from __future__ import annotations

from timeline.temporal.days import Day
from timeline.wording.calendars import calendar_of, fill
from timeline.wording.strings import Strings


class Days:
    """Writes days, months and years in one language."""

    def __init__(self, strings: Strings, language: str = "") -> None:
        """Take the words from `strings`; `language` names the calendar (default: that of the words)."""
        self._words = strings.dates
        self._strings = strings
        self._centuries = strings.centuries
        self._calendar = calendar_of(language or strings.language)

    def day(self, day: Day) -> str:
        """Write one day: "3 May 2024"."""
        return self._write(self._calendar.day, self.year(day.year), day.month, str(day.day))

    def month(self, year: int, month: int) -> str:
        """Write a month of a year: "May 2024"."""
        return self._write(self._calendar.month, self.year(year), month)

    def month_short(self, month: int) -> str:
        """Write a month shortly, without its year, for a label: "May"."""
        return self._calendar.months_short[month - 1]

    def year(self, year: int) -> str:
        """Write a year; 0 is 1 BC."""
        return str(year) if year > 0 else self._words["bc"].format(year=1 - year)

    def decade(self, year: int) -> str:
        """Write a decade shortly, for a label: "1890s"."""
        return self._words["decade_short"].format(year=year) if year > 0 else self.year(year)

    def century(self, year: int) -> str:
        """Write the century that begins with a year: "20th century"."""
        number = year // 100 + 1
        special = self._centuries.get(str(number))
        return special or self._words["century"].format(number=number, roman=roman(number))

    def years(self, first: int, last: int) -> str:
        """Write a span of years, or the one year."""
        return self.year(first) if first == last else f"{self.year(first)}–{self.year(last)}"

    def months(self, first: Day, last: Day) -> str:
        """Write a span of months of one year: "March–April 2024"."""
        if first.month == last.month:
            return self.month(first.year, first.month)
        names = self._calendar.months
        both = f"{names[first.month - 1]}–{names[last.month - 1]}"
        return fill(self._calendar.month, {"y": self.year(first.year), "M": both, "L": both})

    def between(self, first: Day, last: Day) -> str:
        """Say that it was once, on an unknown day of these: "between 11 and 20 March 2024"."""
        if first == last:
            return self.day(first)
        same_month = self._words["between_same_month"]
        if (first.year, first.month) == (last.year, last.month) and self._calendar.day.startswith("d"):
            return same_month.format(day=self._number(first.day), last=self.day(last))
        shown = self._day_of_year(first) if first.year == last.year else self.day(first)
        return self._words["between_day"].format(first=shown, last=self.day(last))

    def span(self, first: Day, last: Day) -> str:
        """Say that it went on: "10–12 March 2024"."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            days = f"{self._number(first.day)}–{self._number(last.day)}"
            return self._write(self._calendar.day, self.year(first.year), first.month, days)
        start = self._day_of_year(first) if first.year == last.year else self.day(first)
        return f"{start} – {self.day(last)}"

    def _day_of_year(self, day: Day) -> str:
        return self._write(self._calendar.day_of_year, "", day.month, str(day.day))

    def _number(self, day: int) -> str:
        return self._words["first_day"] or "1" if day == 1 else str(day)

    def _write(self, pattern: str, year: str, month: int, day: str = "") -> str:
        names, alone = self._calendar.months, self._calendar.months_alone
        number = self._words["first_day"] if day == "1" and self._words["first_day"] else day
        values = {"y": year, "M": names[month - 1], "L": alone[month - 1], "d": number, "#": str(month)}
        return fill(pattern, values)


def roman(number: int) -> str:
    """Write a number from 1 to 39 in Roman figures (centuries in French and Spanish)."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]
