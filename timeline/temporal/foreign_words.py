"""Where dates may stand in a text of a language without a grammar file: found by the words of dateparser.

dateparser's own data name the months and weekdays of a language and a few phrases for days, weeks, months
and years around today. A span is a day with its month, with or without year and weekday; a weekday alone; or
one of the phrases. Short forms ("mo", "mar") are left aside: they are words of other meanings as well. So is
tomorrow, whose word is that for the morning in several languages.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Any

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AROUND_TODAY = re.compile(r"(?:[012] (?:day|week|month|year) ago|in 1 (?:week|month|year))")
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
_FEWEST = 4  # letters of a word that is no short form; of a month in other scripts any number
_LINK = r"(?:[^\W\d_]{1,3}\s+)?"  # de, of, van


@lru_cache(maxsize=16)
def spans_of(language: str) -> re.Pattern[str] | None:
    """Return a pattern for the dates of a language, None where dateparser has no data for it.

    Its groups: `date` is a day with its month (`year` and `weekday` beside it, if they are there), `other` a
    weekday or a phrase.
    """
    if not _CODE.fullmatch(language):
        return None
    try:
        data = import_module(f"dateparser.data.date_translation_data.{language.replace('-', '_')}").info
    except ModuleNotFoundError:
        return None
    months = _either(_long(form for name in _MONTHS for form in data.get(name, ())))
    weekdays = _either(_long(form for name in _WEEKDAYS for form in data.get(name, ())))
    phrases = _either(_phrases(data))
    if not (months and weekdays):
        return None
    date = rf"\d{{1,2}}[.\u00ba\u00aa]?\s+{_LINK}{months}(?:\s+{_LINK}(?P<year>[12]\d{{3}})(?!\d))?"
    other = f"{weekdays}|{phrases}" if phrases else weekdays
    return re.compile(
        rf"(?<!\w)(?:(?:(?P<weekday>{weekdays}),?\s+{_LINK})?(?<!\d)(?P<date>{date})|(?P<other>{other}))(?!\w)",
        re.IGNORECASE,
    )


def _long(forms: Iterable[str]) -> list[str]:
    return [form for form in forms if len(form) >= _FEWEST or (form and not form.isascii())]


def _phrases(data: Mapping[str, Any]) -> list[str]:
    told = data.get("relative-type", {})
    return [form for key, forms in told.items() if _AROUND_TODAY.fullmatch(key) for form in _long(forms)]


def _either(forms: Iterable[str]) -> str:
    found = sorted(set(forms), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(re.escape(form) for form in found)})" if found else ""
