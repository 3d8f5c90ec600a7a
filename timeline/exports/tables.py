"""events.csv: a row an entry, for spreadsheets and statistics; `timeline import` reads it back.

UTF-8 with a byte-order mark, without which Excel takes the letters for others. Lists stand in one cell,
parted by semicolons (one that belongs to a name is written with a backslash before it). Sources stand in
columns of their own, `source_1_publisher` and so on, as many as the entry with the most sources needs.

A cell that a spreadsheet would take for a formula (it begins with = + - @ or their wide forms, a tab or a
line break) gets an apostrophe before it. So does one that has apostrophes before such a sign, so that
reading back can take exactly one away.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from timeline.config import Settings
from timeline.exports.phrases import words_of
from timeline.exports.prose import without_control
from timeline.exports.records import Record, event_record
from timeline.public import PublicTimeline

COLUMNS = (
    "id", "date", "first", "last", "when", "title", "text", "kind",
    "claimed_by", "status", "notice", "withdrawn", "date_note", "reported", "places", "actors", "tags",
    "corrections", "reports", "conflict", "merged", "see", "url", "updated",
)  # fmt: skip
SOURCE_COLUMNS = (
    "publisher", "title", "author", "published", "url", "archived", "identifier", "collection", "licence",
    "language", "page", "quote", "verbatim", "translation", "translator", "said", "date", "retracted",
)  # fmt: skip
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def events_csv(view: PublicTimeline, settings: Settings) -> str:
    """Return events.csv."""
    words = words_of(settings)
    records = [event_record(event, settings, words) for event in view.events]
    most = max((len(record["sources"]) for record in records), default=0)
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *(f"source_{n + 1}_{name}" for n in range(most) for name in SOURCE_COLUMNS)])
    writer.writerows([harmless(cell) for cell in _row(record, most)] for record in records)
    return out.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def as_written(cell: str) -> str:
    """Return what `harmless` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def joined(items: Iterable[str]) -> str:
    """Write a list into one cell."""
    return "; ".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items)


def parted(cell: str) -> tuple[str, ...]:
    """Read a list out of a cell."""
    items = re.findall(r"(?:\\.|[^;\\]|\\$)+", cell, re.DOTALL)
    return tuple(item for raw in items if (item := re.sub(r"\\(.)", r"\1", raw.strip(), flags=re.DOTALL)))


def _row(record: Record, most: int) -> list[str]:
    cells = [_cell(name, record.get(name)) for name in COLUMNS]
    sources: Sequence[Record] = record["sources"]
    for number in range(most):
        source = sources[number] if number < len(sources) else {}
        cells += [_cell(name, source.get(name)) for name in SOURCE_COLUMNS]
    return cells


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return joined(_item(name, item) for item in value)
    if isinstance(value, dict):  # a retraction
        return ", ".join(str(part) for part in value.values())
    return without_control(str(value))


def _item(name: str, item: str | Record) -> str:
    """Write one of a list: a name, a place with its coordinates, or a correction with its date."""
    if isinstance(item, str):
        return without_control(item)
    if name == "places":
        return f"{item['name']} ({item['lat']}, {item['lon']})" if "lat" in item else str(item["name"])
    text = " ".join(without_control(str(item["text"])).split())
    return f"{item['date']}: {text}" if "date" in item else text
