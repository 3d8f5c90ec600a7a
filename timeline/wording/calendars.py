"""How languages write days and months: patterns and names of Unicode CLDR.

English stands here as a table, because most stories are in English and Babel takes longer to load than a page
takes to write; the others come from Babel. A test holds the table against Babel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"'[^']*'|y+|M+|L+|d+\.?|G+|E+|[^yMLdGE']+")
_NAME_LENGTH = 3  # MMM and MMMM are names, M and MM are numbers


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes days: CLDR patterns (d day, MMMM month, y year) and the names of the months."""

    day: str
    day_of_year: str
    month: str
    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    months_short: tuple[str, ...]


_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ENGLISH_SHORT = (
    "Jan", "Feb", "Mar", "Apr", "May", "June",
    "July", "Aug", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip
ENGLISH = Calendar("d MMMM y", "d MMMM", "MMMM y", _ENGLISH_MONTHS, _ENGLISH_MONTHS, _ENGLISH_SHORT)


@lru_cache(maxsize=16)
def calendar_of(language: str) -> Calendar:
    """Return how a language writes days.

    English from the table (day first), others and `en-US` from Babel.
    """
    if language in {"en", "en-GB"}:
        return ENGLISH
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return ENGLISH
    skeletons = locale.datetime_skeletons
    names, alone = locale.months["format"]["wide"], locale.months["stand-alone"]["wide"]
    short = locale.months["stand-alone"]["abbreviated"]
    return Calendar(
        day=locale.date_formats["long"].pattern,
        day_of_year=skeletons["MMMMd"].pattern if "MMMMd" in skeletons else "d MMMM",
        month=skeletons["yMMMM"].pattern if "yMMMM" in skeletons else "MMMM y",
        months=tuple(names[n] for n in range(1, 13)),
        months_alone=tuple(alone[n] for n in range(1, 13)),
        months_short=tuple(short[n] for n in range(1, 13)),
    )


def fill(pattern: str, values: dict[str, str]) -> str:
    """Fill a CLDR date pattern. A full stop after the day ("12.–14.

    März") stays with both days of a range.
    """
    out = []
    for token in _TOKEN.findall(pattern):
        kind = token[0]
        if kind == "'":
            out.append(token[1:-1] or "'")
        elif kind == "d":
            out.append(values["d"].replace("–", f"{token[1:]}–") + token.lstrip("d"))
        elif kind in "ML":
            out.append(values[kind] if len(token) >= _NAME_LENGTH else values.get("#", values[kind]))
        elif kind == "y":
            out.append(values["y"])
        elif kind not in "GE":
            out.append(token)
    return "".join(out).strip()
