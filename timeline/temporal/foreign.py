"""Languages without a grammar file: short spans, read by dateparser and marked as such.

Where the whole text is as short as a date it is read as one; in a longer text only spans that show their year
in figures are tried. dateparser is always asked with the same settings, so that no answer depends on the day
of the run or on the machine; its `period` becomes the grain, so that "März 2024" is a month and never a day
of it. Its first answer costs some 0.3 seconds.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from timeline.temporal.cells import Cell, cell_of
from timeline.temporal.days import Day
from timeline.temporal.edtf import When
from timeline.temporal.interval import Grain
from timeline.temporal.mention import Mention

LONGEST = 60  # characters
RULE = "dateparser"
# A year in figures, with a word for the month and a day before or after it, or a date in figures alone.
_LINK = r"[^\W\d_]{1,3}"
_WORD = r"[^\W\d_]{1,14}\.?"
_SPAN = re.compile(
    rf"""\d{{4}}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?
      | (?:\d{{1,2}}[.\u00ba\u00aa]?\s+)?(?:{_LINK}\s+)?{_WORD}\s+(?:{_LINK}\s+)?[12]\d{{3}}(?!\d)
      | \d{{1,2}}[./-]\d{{1,2}}[./-][12]\d{{3}}(?!\d)
      | [12]\d{{3}}-\d\d-\d\d(?!\d)""",
    re.VERBOSE,
)
_PERIODS = {"week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}
_OTHER_BASES = (Day(2003, 2, 11), Day(2019, 9, 28))  # to see whether an answer depends on the anchor


def find_foreign(text: str, published: When | None, language: str) -> tuple[Mention, ...]:
    """Find the dates of a text in a language that dateparser knows; none in any other."""
    anchor = published.first if published is not None and published.first == published.last else None
    whole = text.strip()
    spans = [(text.index(whole), whole, False)] if 0 < len(whole) <= LONGEST else []
    found = tuple(_mentions(spans, anchor, language))
    if found:
        return found
    spans = [(one.start(), one.group(), True) for one in _SPAN.finditer(text)]
    return tuple(_mentions(spans, anchor, language))


def _mentions(spans: list[tuple[int, str, bool]], anchor: Day | None, language: str) -> Iterator[Mention]:
    for start, words, full in spans:
        cell, relative = _read(words, anchor, language, full=full)
        if cell is None:
            continue
        dated = anchor is not None or not relative
        yield Mention(
            start=start,
            end=start + len(words),
            text=words,
            type="DATE",
            value=cell.timex if dated else "XXXX-XX-XX",
            when=When.parse(cell.edtf) if dated else None,
            rules=(RULE,),
            assumed=(f"anchor {anchor}",) if relative and dated else (),
            grain=cell.grain if dated else None,
        )


def _read(words: str, anchor: Day | None, language: str, *, full: bool) -> tuple[Cell | None, bool]:
    """Read a span: its cell, and whether that depends on the anchor."""
    one, other = (_ask(words, base, language, full=full) for base in _OTHER_BASES)
    if one == other:
        return one, False
    return (_ask(words, anchor, language, full=full) if anchor else one), True


def _ask(words: str, base: Day, language: str, *, full: bool) -> Cell | None:
    """Ask dateparser with fixed settings."""
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {
        "RELATIVE_BASE": dt.datetime(max(1, base.year), base.month, base.day, 12),  # noqa: DTZ001 -- no zone
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "DATE_ORDER": "DMY",
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "REQUIRE_PARTS": ["month", "year"] if full else [],
        "PARSERS": ["relative-time", "absolute-time"],
    }
    try:
        answer = DateDataParser(languages=[language], settings=settings).get_date_data(words)
    except (ValueError, OverflowError):
        return None  # a language that it does not know, or a year beyond its reach
    if answer.date_obj is None:
        return None
    day = Day(answer.date_obj.year, answer.date_obj.month, answer.date_obj.day)
    return cell_of(day, _PERIODS.get(answer.period or "", Grain.DAY))
