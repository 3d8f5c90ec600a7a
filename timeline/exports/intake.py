"""What the readers of foreign files share: rows with lines, the entries they fill, dates of any form."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from timeline.config import Settings
from timeline.model import Event, Status
from timeline.problems import Problem, Severity, Where
from timeline.temporal.edtf import EdtfError, When

_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_BIG_ENDIAN = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its first line in the file, and its cells by header."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Entries:
    """What is being read out of one file: the only record here that grows."""

    path: str
    settings: Settings
    status: Status = Status.REVIEWED  # of entries whose status the file does not tell
    events: list[Event] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def faults(self) -> int:
        """How many errors there are so far."""
        return sum(problem.is_error for problem in self.problems)

    def error(self, message: str, line: int = 0, hint: str = "") -> None:
        """Say what keeps the file from being imported."""
        self.problems.append(Problem(message, self.where(line), hint))

    def note(self, message: str, line: int = 0, hint: str = "") -> None:
        """Say what was guessed or left behind."""
        self.problems.append(Problem(message, self.where(line), hint, Severity.NOTE))

    def when(self, value: object, line: int) -> When | None:
        """Read a date in EDTF, None where none is given; one that cannot be read is an error."""
        if not value:
            return None
        try:
            return When.parse(str(value))
        except EdtfError as error:
            self.error(error.message, line, hint=error.hint)
            return None

    def where(self, line: int) -> Where:
        """Return a place in the file."""
        return Where(self.path, line)


def day_first(values: Iterable[str]) -> bool | None:
    """Return whether the dates of a column are written 31/12/2024 (True) or 12/31/2024 (False).

    None where no date of it tells. A point between the numbers is always day first; of a column that has
    both orders none is to be believed.
    """
    orders = set()
    for value in values:
        found = _NUMBERS.fullmatch(value.strip())
        if found and found[2] != ".":
            orders |= {True} if int(found[1]) > _MONTHS else {False} if int(found[3]) > _MONTHS else set()
    return orders.pop() if len(orders) == 1 else None


def is_ambiguous(value: str) -> bool:
    """Whether a date such as 03/04/2024 can be read two ways."""
    found = _NUMBERS.fullmatch(value.strip())
    return bool(
        found and found[2] != "." and found[1] != found[3] and max(int(found[1]), int(found[3])) <= _MONTHS
    )


def read_date(value: str, language: str, *, days_first: bool | None = None) -> When | None:
    """Read a date as people write it into a table: EDTF, numbers, or words ("12 March 2024", "circa 1850").

    None where it cannot be read as a whole, where it needs a day to be read against ("last week"), and
    where `days_first` is needed and not known.
    """
    text = " ".join(value.split())
    written = _in_numbers(text, days_first=days_first)
    try:
        return When.parse(text if written is None else written)
    except EdtfError:
        return _in_words(text, language)


def _in_numbers(text: str, *, days_first: bool | None) -> str | None:
    """Return dates of numbers as EDTF; "" where they cannot be told, None for what is not made of numbers."""
    if found := _MOMENT.fullmatch(text):
        # A spreadsheet adds midnight to days: that is no time of day.
        return found[1] if found[2] == "00:00" else f"{found[1]}T{found[2]}{found[3] or ''}"
    if found := _BIG_ENDIAN.fullmatch(text):
        return "-".join([found[1], *(f"{int(part):02d}" for part in found.groups()[1:] if part)])
    if not (found := _NUMBERS.fullmatch(text)):
        return None
    first, point, second, year = found.groups()
    if is_ambiguous(text) and days_first is None:
        return ""
    by_day = point == "." or days_first or int(first) > _MONTHS
    day, month = (first, second) if by_day or first == second else (second, first)
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _in_words(text: str, language: str) -> When | None:
    """Read a date in words; words for "about" (circa, ca., um, vers …) before one make it approximate."""
    first, _, rest = text.partition(" ")
    if rest and first.casefold() in _names()["about"]:
        said = read_date(rest, language)
        return When.parse(f"{said}~") if said and said.kind == "date" and str(said)[-1] not in "?~%" else None
    if not re.search(r"[^\W\d_]", text):
        return None  # numbers alone that are no date are not to be guessed at
    from timeline import temporal

    mention = temporal.read(text, published=None, language=language)
    return mention.when if mention else None


def column_names() -> Mapping[str, list[str]]:
    """Return the names that columns are known by, for each thing an entry holds."""
    columns: Mapping[str, list[str]] = _names()["columns"]
    return columns


@cache
def _names() -> Mapping[str, Any]:
    text = resources.files("timeline.exports").joinpath("columns.json").read_text(encoding="utf-8")
    names: Mapping[str, Any] = json.loads(text)
    return names
