"""Languages without a grammar file: short spans, read by dateparser and marked as such.

Where the whole text is as short as a date it is read as one; in a longer text spans that show their year in
figures are tried, and those that hold a day with its month, a weekday or a phrase such as "last week"
(`foreign_words.py`). No tense is known: a weekday is the latest one, and a day without its year is the
nearest where that is plain, else it is found and not dated. dateparser is always asked with the same
settings, so that no answer depends on the day of the run or on the machine; its `period` becomes the grain,
so that "März 2024" is a month and never a day of it. Its first answer costs some 0.3 seconds.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from timeline.temporal.cells import Cell, cell_of
from timeline.temporal.days import DAYS_IN_WEEK, Day
from timeline.temporal.edtf import When
from timeline.temporal.foreign_words import spans_of
from timeline.temporal.interval import Grain
from timeline.temporal.mention import Mention

LONGEST = 60  # characters
RULE = "dateparser"
# A year in figures, with a word for the month and a day before or after it, or a date in figures alone.
_LINK = r"[^\W\d_]{1,3}"
_WORD = r"[^\W\d_]{3,14}\.?"  # longer than the words that link: "7 de 2024" is no month
_SPAN = re.compile(
    rf"""\d{{4}}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?
      | (?:\b\d{{1,2}}[.\u00ba\u00aa]?\s+(?:{_LINK}\s+)?)?\b{_WORD}\s+(?:{_LINK}\s+)?[12]\d{{3}}(?!\d)
      | \d{{1,2}}[./-]\d{{1,2}}[./-][12]\d{{3}}(?!\d)
      | [12]\d{{3}}-\d\d-\d\d(?!\d)""",
    re.VERBOSE,
)
_ORDINAL = re.compile(r"(?<=\d)[\u00ba\u00aa]")  # dateparser does not know 1º
_PERIODS = {"week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}
_PLAIN = 2  # times as far off must the other one be
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
    taken = [(start, start + len(words)) for start, words, _ in spans]
    dated = list(_mentions(spans, anchor, language))
    dated += _by_words(text, anchor, language, taken)
    return tuple(sorted(dated, key=lambda mention: mention.start))


def _by_words(
    text: str, anchor: Day | None, language: str, taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Find days with their month, weekdays and phrases around today, where no full date stands."""
    pattern = spans_of(language)
    for one in pattern.finditer(text) if pattern else ():
        if any(one.start() < end and start < one.end() for start, end in taken):
            continue
        if one["other"]:
            yield from _mentions([(one.start(), one.group(), False)], anchor, language)
            continue
        if one["year"]:
            (found,) = (*_mentions([(one.start("date"), one["date"], True)], anchor, language), None)[:1]
        else:
            found = _without_year(one, anchor, language)
        if found is None:
            continue
        if one["weekday"] and _falls_on(found, one["weekday"], language):
            yield found._replace(start=one.start(), text=one.group())
            continue
        if one["weekday"]:  # "on Monday, that 10 March …": another day
            yield from _mentions([(one.start(), one["weekday"], False)], anchor, language)
        yield found


def _falls_on(found: Mention, weekday: str, language: str) -> bool:
    """Whether a date falls on the weekday beside it; one without its year may."""
    cell = _ask(weekday, _OTHER_BASES[0], language, full=False)
    day = found.when.first if found.when else None
    return cell is not None and (day is None or day.weekday == cell.first.weekday)


def _without_year(one: re.Match[str], anchor: Day | None, language: str) -> Mention | None:
    """Read a day and month: the nearest one where that is plain."""
    bases = [_ask(one["date"], base, language, full=False) for base in _OTHER_BASES]
    days = {(cell.first.month, cell.first.day) for cell in bases if cell and cell.grain is Grain.DAY}
    if len(days) != 1 or None in bases:
        return None
    month, day = days.pop()
    cell = _nearest(one["date"], anchor, language) if anchor else None
    return Mention(
        start=one.start("date"),
        end=one.end(),
        text=one["date"],
        type="DATE",
        value=cell.timex if cell else f"XXXX-{month:02}-{day:02}",
        when=When.parse(cell.edtf) if cell else None,
        rules=(RULE,),
        assumed=(f"anchor {anchor}", "the nearest") if cell else (),
        grain=Grain.DAY if cell else None,
    )


def _nearest(words: str, anchor: Day, language: str) -> Cell | None:
    """Return the nearer of the last and the next such day, None where neither is much nearer."""
    cells = [_ask(words, anchor, language, full=False, prefer=side) for side in ("past", "future")]
    away = sorted(
        (abs(cell.first.ordinal - anchor.ordinal), number) for number, cell in enumerate(cells) if cell
    )
    if not away or (len(away) > 1 and away[0][0] != away[1][0] and _PLAIN * away[0][0] > away[1][0]):
        return None
    return cells[away[0][1]]


def is_known_abroad(language: str) -> bool:
    """Whether dateparser knows a language."""
    from dateparser.data.languages_info import language_order

    return language in language_order


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
    if one is None or other is None or not _is_told(words, one, other, language):
        return None, False
    return (_ask(words, anchor, language, full=full) if anchor else one), True


def _is_told(words: str, one: Cell, other: Cell, language: str) -> bool:
    """Whether the words tell what two answers for two anchors have in common.

    That is a date without its year, a weekday, or the same distance from the anchor, not one of a length
    ("24 Stunden"), which is added to the future as well. A bare number tells nothing of the kind.
    """
    grain, days = one.grain, (one.first, other.first)
    if grain is not other.grain:
        return False
    steps = [
        cell.number - cell_of(base, grain).number
        for cell, base in zip((one, other), _OTHER_BASES, strict=True)
    ]
    if steps[0] == steps[1]:
        is_length = steps[0] == 0 and any(sign.isdigit() for sign in words)
        return not is_length and _ask(words, _OTHER_BASES[0], language, full=False, prefer="future") == one
    of_year = [(day.month, day.day if grain is Grain.DAY else 0) for day in days]
    if of_year[0] == of_year[1]:
        return grain in {Grain.DAY, Grain.MONTH}
    return days[0].weekday == days[1].weekday and all(-DAYS_IN_WEEK <= step <= 0 for step in steps)


def _ask(words: str, base: Day, language: str, *, full: bool, prefer: str = "past") -> Cell | None:
    """Ask dateparser with fixed settings."""
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {
        "RELATIVE_BASE": dt.datetime(max(1, base.year), base.month, base.day, 12),  # noqa: DTZ001 -- no zone
        "PREFER_DATES_FROM": prefer,
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "current",
        "DATE_ORDER": "DMY",
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "REQUIRE_PARTS": ["month", "year"] if full else [],
        "PARSERS": ["relative-time", "absolute-time"],
    }
    try:
        reader = DateDataParser(languages=[language], settings=settings)
        answer = reader.get_date_data(_ORDINAL.sub("", words))
    except (ValueError, OverflowError):
        return None  # a language that it does not know, or a year beyond its reach
    if answer.date_obj is None:
        return None
    day = Day(answer.date_obj.year, answer.date_obj.month, answer.date_obj.day)
    return cell_of(day, _PERIODS.get(answer.period or "", Grain.DAY))
