"""Writes places as TIMEX3 (TimeML 1.2.1) and EDTF; what has no place gets the X of the unknown.

The TIMEX3 value, its modifier and the EDTF of a mention all come from the same `Place`, so that they cannot
contradict each other.
"""

import re

from timeline.temporal.cells import SEASONS_IN_YEAR, Place
from timeline.temporal.days import Day, exists, iso_year
from timeline.temporal.expression import Expression, Value
from timeline.temporal.interval import Grain
from timeline.temporal.parts import part

_THIRDS = {"START": "37", "MID": "38", "END": "39"}
_OPEN = {"BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"}
_YEAR = "XXXX"
_WINTER = "WI"
_LAST_HOUR, _LAST_MINUTE = 24, 59
_UNITS = {
    "DAY": "XXXX-XX-XX",
    "WEEK": "XXXX-WXX",
    "WEEKEND": "XXXX-WXX-WE",
    "MONTH": "XXXX-XX",
    "QUARTER": "XXXX-QX",
    "SEASON": "XXXX-XX",
    "HALF": "XXXX-HX",
    "YEAR": "XXXX",
    "DECADE": "XXX",
    "CENTURY": "XX",
    "MILLENNIUM": "X",
}
_WELL_FORMED = re.compile(
    r"""(?:PAST|PRESENT|FUTURE)_REF
      | P(?=.)(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|Q|S|DE|CE|ML|WE|X))*
        (?:T(?:(?:\d+(?:\.\d+)?|X)(?:H|M|S|MO|AF|EV|NI|MI|NO|DT))+)?
      | (?:BC)?[\dX]{1,4}
      | (?:BC)?[\dX]{4}-(?:W[\dX]{2}(?:-(?:[1-7]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI|XX|[01]\d)
      | (?:(?:BC)?[\dX]{4}-(?:(?:[01]\d|XX)-(?:[0-3]\d|XX)|W[\dX]{2}-[1-7]))?
        (?:T(?:MO|AF|EV|NI|MI|NO|DT|[0-2X][\dX](?::[0-5X][\dX](?::[0-5]\d)?)?)(?:Z|[+-]\d\d(?::?\d\d)?)?)?""",
    re.VERBOSE | re.ASCII,
)


def is_well_formed(value: str) -> bool:
    """Whether this is a value that TIMEX3 knows."""
    return bool(value) and _WELL_FORMED.fullmatch(value) is not None


def written(place: Place, said: Value = None) -> tuple[str, str]:
    """Give the TIMEX3 value and the EDTF of a place, which an expression led to.

    Annotators name a winter without a year by the year of its January, where most of it lies, and keep the
    year of "the winter of 1914"; EDTF names both by their December.
    """
    cell = place.cell.shifted(SEASONS_IN_YEAR) if _is_bare_winter(said, place) else place.cell
    return cell.timex + place.zone, _edtf(place)


def _is_bare_winter(said: Value, place: Place) -> bool:
    if place.cell.grain is not Grain.SEASON or place.cell.south:
        return False
    while isinstance(said, Expression) and said.operator != "season":
        if said.operator == "of":
            return False
        said = said.arguments[-1] if said.arguments else None
    return isinstance(said, Expression) and said.arguments == (_WINTER,)


def _edtf(place: Place) -> str:
    first, last = place.days
    if (
        place.mod in _THIRDS
        and place.cell.grain is Grain.YEAR
        and place.first == _third(place)[0]
        and place.last == _third(place)[1]
    ):
        return f"{place.cell.edtf}-{_THIRDS[place.mod]}"
    if place.mod in _OPEN:
        return _opened(place)
    if place.first or place.last:
        return _between(first, last)
    if place.mod == "APPROX" and place.cell.grain >= Grain.DAY:  # about four on Monday is on Monday
        return about(place.cell.edtf)
    return place.cell.edtf


def _opened(place: Place) -> str:
    """Give what lies before or after a place, within its own days where it has them."""
    first, last = place.days
    if place.mod in {"BEFORE", "ON_OR_BEFORE"}:
        return f"[..{(last if place.last or place.mod != 'BEFORE' else first.plus(-1)).iso}]"
    return f"[{(first if place.first or place.mod != 'AFTER' else last.plus(1)).iso}..]"


def _between(first: Day, last: Day) -> str:
    """Once between two days; whole years are told as years."""
    if first == last:
        return first.iso
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"[{iso_year(first.year)}..{iso_year(last.year)}]"
    return f"[{first.iso}..{last.iso}]"


def about(edtf: str) -> str:
    """Mark an EDTF date as approximate, at each end where it has two."""
    return re.sub(r"[-\dXTZ:+]+(?=$|\.\.|\])", lambda found: found.group() + "~", edtf)


def _third(place: Place) -> tuple[object, object]:
    whole = part(place.mod, Place(place.cell))
    return whole.first, whole.last


def blank(said: Value) -> tuple[str, str, str | None]:
    """Give the type, the value with open places, and the modifier of an expression that has no anchor."""
    mod = None
    if isinstance(said, Expression) and said.operator in {"part", "half-of", "edge", "mod"}:
        mod, said = str(said.arguments[0]), said.arguments[-1]
    if isinstance(said, Expression) and said.operator in {"sofar", "rest"}:
        mod = "START" if said.operator == "sofar" else "END"
    value = _possible(_blank(said))
    return "TIME" if "T" in value else "DATE", value, mod


def _possible(value: str) -> str:
    """Give nothing for a day or minute that the calendar does not have: 31 April, 1:61."""
    clock = re.search(r"T(\d\d):(\d\d)", value, re.ASCII)
    if clock and (int(clock[1]) > _LAST_HOUR or int(clock[2]) > _LAST_MINUTE):
        return ""
    found = re.match(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", value, re.ASCII)
    if found is None:
        return value
    year = 2000 if found[1] == "XXXX" else int(found[1])
    return value if exists(Day(year, int(found[2]), int(found[3]))) else ""


def _blank(said: Value) -> str:
    """Write what is known of an expression, with X for what is not."""
    if not isinstance(said, Expression):
        return _UNITS.get(str(said), _YEAR)
    if said.operator in _BLANKS:
        return _BLANKS[said.operator].format(*map(_two, said.arguments))
    if said.operator in _LETTERS:
        return f"XXXX-{_LETTERS[said.operator]}{said.arguments[0]}"
    if said.operator in _OFFSETS:
        return _offset(said.arguments[0])
    return _blank_of_parts(said.operator, said.arguments)


def _blank_of_parts(operator: str, arguments: tuple[Value, ...]) -> str:
    if operator == "of":
        return _merged(_blank(arguments[0]), _blank(arguments[1]))
    if operator == "clock":
        hour, minute = (*arguments, 0)[:2]
        return f"XXXX-XX-XXT{_two(hour)}:{_two(minute)}"
    if operator == "zoned":
        return _blank(arguments[0]) + str(arguments[1])
    if operator == "figures":  # a full date that the calendar does not have, or that lacks its century
        return "" if "(year" in str(arguments[3]) else _UNITS["DAY"]
    if operator == "feast":
        month, day = divmod(int(str(arguments[0])), 100)
        return f"XXXX-{month:02d}-{day:02d}"
    return _blank(arguments[0 if operator in _BESIDE else -1]) if arguments else _YEAR


_OFFSETS = {"ago", "ahead", "earlier", "later", "before", "after"}
_BESIDE = {"first-after", "last-before", "alongside"}
_BLANKS = {
    "month": "XXXX-{}",
    "day": "XXXX-XX-{}",
    "easter": "XXXX-XX-XX",
    "week": "XXXX-W{}",
    "weekend": "XXXX-WXX-WE",
    "daypart": "XXXX-XX-XXT{}",
    "year": "{}",
    "week-of": "XXXX-WXX",
    "monthly": "XXXX-{2}-XX",
    "named": "XXXX-XX-XX",
}


_LETTERS = {"season": "", "quarter": "Q", "half": "H", "weekday": "WXX-"}


def _two(value: Value) -> str:
    return f"{value:02d}" if isinstance(value, int) else str(value)


def _offset(length: Value) -> str:
    unit = (
        str(length.arguments[-1]) if isinstance(length, Expression) and length.operator == "length" else "DAY"
    )
    return _UNITS.get(unit, _UNITS["DAY"])


def _merged(inner: str, outer: str) -> str:
    """Put two half-known values together: each X gives way to what the other knows."""
    if len(outer) < len(inner) and inner.startswith(_YEAR) and len(outer) == len(_YEAR):
        return outer + inner[len(_YEAR) :]
    length = max(len(inner), len(outer))
    if inner[4:5] == outer[4:5] and "W" not in inner + outer:
        inner, outer = inner.ljust(length, " "), outer.ljust(length, " ")
        pairs = zip(inner, outer, strict=True)
        return "".join(one if one not in "X " else other if other != " " else one for one, other in pairs)
    if "T" in inner and "T" not in outer:
        return (outer if len(outer) >= len(_UNITS["DAY"]) else _UNITS["DAY"]) + inner[inner.index("T") :]
    return inner
