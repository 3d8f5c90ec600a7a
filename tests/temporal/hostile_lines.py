"""Lines made to keep a reader of times busy: what somebody would write to make the engine slow, or wrong.

Each kind is a function of a size that gives about that many characters. The tests look at right offsets and
at no exception; `bench/fuzz_temporal.py --hostile` measures the time.
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def again(unit: str) -> Callable[[int], str]:
    """Repeat a piece of text up to a size."""
    return lambda size: (unit * (size // len(unit) + 1))[:size]


def _turns(pieces: Sequence[str]) -> Callable[[int], str]:
    return again("".join(pieces))


def _nested_parentheses(size: int) -> str:
    return "(March " * (size // 8) + "2019" + ")" * (size // 8)


def _nested_phrases(size: int) -> str:
    """One long noun phrase: the end of the beginning of the end of … 1998."""
    inner = cycle(("the end of ", "the beginning of ", "the middle of "))
    return "".join(next(inner) for _ in range(size // 14)) + "1998"


def _growing_years(size: int) -> str:
    """Years that only count up."""
    return " ".join(str(1400 + at % 800) + "." * (at // 800 % 3 + 1) for at in range(size // 6))


def _growing_numbers(size: int) -> str:
    return again("".join(f"{at} years " for at in range(1, 1 + size // 8)))(size)


def _fresh_dates(size: int) -> str:
    """Dates that never come twice, so that nothing can be remembered."""
    months = (
        "January",
        "Feb.",
        "March",
        "April",
        "May",
        "June",
        "July",
        "Aug.",
        "Sept.",
        "October",
        "Nov.",
        "December",
    )
    return " ".join(f"{months[at % 12]} {at % 28 + 1}, {1000 + at % 1199}" for at in range(size // 15))


def _no_space(size: int) -> str:
    return "monday" * (size // 6)


def _quotes(size: int) -> str:
    return "“‘Monday “last ‘week " * (size // 21)


KINDS: dict[str, Callable[[int], str]] = {
    "march march march": again("march "),
    "March. March. March.": again("March. "),
    "may may not": again("May may not "),
    "digits without end": again("1234567890"),
    "numbers of one figure": again("1 "),
    "grouped digits": again("1,000,"),
    "digits and commas": again("1,2,3,"),
    "digits and points": again("1.2."),
    "digits, slashes, dashes": again("1/2-3/"),
    "years": again("1998 "),
    "years joined": again("1998-"),
    "fresh years": _growing_years,
    "fresh numbers": _growing_numbers,
    "fresh dates": _fresh_dates,
    "commas": again(","),
    "ago ago ago": again("ago "),
    "a year ago a year": again("a year ago "),
    "days after a dated thing": again("two days after the coup of 3 May "),
    "hours before their day": again("at 6 a.m. in the rain on Monday "),
    "nested ends and beginnings": _nested_phrases,
    "a text without a space": _no_space,
    "letters without a space": again("abcdefghij"),
    "Arabic-Indic digits": again("٢٠٢٤ "),
    "fullwidth digits": again("２０２４-０５-"),
    "superscripts and fractions": again("¹²½¾ ² May "),
    "combining marks": lambda size: "Ma" + "́" * (size - 6) + "rch",
    "marks on every letter": again("M̂ấỹ "),
    "nested parentheses": _nested_parentheses,
    "parentheses alone": again("("),
    "mid-mid-mid": again("mid-"),
    "early mid-late": _turns(("early ", "mid-", "late ")),
    "weekdays and weekdays": _turns(("Monday and ", "Tuesday and ", "Friday and ")),
    "weekdays by commas": _turns(("Monday, ", "Tue., ", "Fri, ")),
    "from to from to": again("from May to June "),
    "dashes": again("—"),
    "hyphens": again("-"),
    "dashes between years": again("1998–2001—"),
    "ellipses": again("… ... "),
    "half-open quotes": _quotes,
    "apostrophes": again("'98's "),
    "articles": again("the "),
    "numerals": _turns(("twenty-", "one hundred and ", "two thousand ")),
    "ordinals": _turns(("first ", "second of the ", "31st ")),
    "clock times": again("12:00:00:"),
    "zones": again("10 a.m. GMT+0100 EST "),
    "since since": again("since "),
    "before the day after the": again("the day before the day after "),
    "every other every other": again("every other "),
    "signals and weekdays": again("until last Friday before next Monday after "),
    "empty lines": again("\n\n"),
    "one word a line": again("May\n"),
    "carriage returns": again("May 3\r\n\r\n"),
    "spaces": again(" "),
    "a date after spaces": lambda size: "May" + " " * (size - 4) + "3",
    "no-break spaces": again("3\u00a0May\u00a0"),
    "zero-width joiners": again("Ma\u200dy "),
    "right to left": again("\u202eMay 3, "),
    "emoji": again("👩‍👩‍👧 May 🗓️ 3 "),
    "dotted capital I": again("İı "),  # İ becomes two characters in lower case
    "sharp s and ligatures": again("ﬁrst ẞ Auguﬆ "),
    "nulls and controls": again("\x00May\x1f3\x85"),
    "currency": again("$1998 €5 £2,001 "),
    "BC and AD": again("44 BC AD "),
    "abbreviations": again("Jan.Feb.Mar."),
    "versions": again("v1.9.98-"),
    "a year-on-year": again("year-on-year-"),
}
