"""Entries out of files: TimelineJS spreadsheets (CSV) and JSON, our own downloads, any CSV with headers.

`import_file` takes all or nothing: what cannot be read is an error with its line, and mended in the file
that is imported, so that no entry is half right and none comes in twice. What was guessed (which column is
which) and what has no place in an entry are notes. A date becomes no sharper than it is written: 2024-03
stays a month.

The entries that come out have no id where the file gives none (`id_given` is then False); the store offers
one.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from timeline.config import Settings
from timeline.exports.intake import Entries, Row, Rows
from timeline.exports.records_in import from_records, is_our_table, record_of_row
from timeline.exports.table_in import from_table
from timeline.exports.timelinejs_in import from_sheet, from_timelinejs, is_sheet
from timeline.model import Event, Status
from timeline.problems import Problem, Where

_MOST_BYTES = 64 * 1024 * 1024
_DELIMITERS = ",;\t|"
_ZIP, _UTF16 = b"PK\x03\x04", (b"\xff\xfe", b"\xfe\xff")


def import_file(
    path: Path, settings: Settings, status: Status = Status.REVIEWED
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Return the entries of a file and what is to be said about it; no entries where there is an error.

    `status` is that of entries for which the file tells none.
    """
    entries = Entries(path.name, settings, status)
    text = _text_of(path, entries)
    if text is not None:
        _read(text, entries)
    problems = tuple(entries.problems)
    return (() if any(p.is_error for p in problems) else tuple(entries.events)), problems


def _read(text: str, entries: Entries) -> None:
    start = text.lstrip()[:1]
    if start in {"{", "["}:
        _read_json(text, entries)
    elif start == "<":
        entries.error(
            "this is a web page, not a table", hint="save the spreadsheet as CSV and import that file"
        )
    elif start:
        _read_csv(text, entries)
    else:
        entries.error("the file is empty", hint="export the table again")


def _text_of(path: Path, entries: Entries) -> str | None:
    data = path.read_bytes()
    if len(data) > _MOST_BYTES:
        entries.error("the file is over 64 MB", hint="split it, and import the parts one by one")
    elif data.startswith(_ZIP):
        entries.error(
            "this is a workbook, not a table of text",
            hint="save the sheet as CSV (UTF-8) and import that file",
        )
    elif data.startswith(_UTF16):
        return data.decode("utf-16", errors="replace")
    else:
        return _decoded(data, entries)
    return None


def _decoded(data: bytes, entries: Entries) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        entries.note(
            "the file is not in UTF-8; read as Windows-1252", line, hint="look at the accented letters"
        )
        return data.decode("cp1252", errors="replace")


def _read_json(text: str, entries: Entries) -> None:
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line, column = getattr(error, "lineno", 0), getattr(error, "colno", 0)
        where = Where(entries.path, line, column)
        entries.problems.append(
            Problem("this is not JSON", where, "export the file again; it may be cut off")
        )
        return
    events = found.get("events") if isinstance(found, dict) else None
    if isinstance(found, list) and all(isinstance(item, dict) for item in found):
        from_table(_rows_of_records(found), entries)
    elif not isinstance(events, list) or not all(isinstance(item, dict) for item in events):
        entries.error(
            'there is no list "events" in this JSON', hint="TimelineJS JSON, events.json and CSV can be read"
        )
    elif "format" in found:
        from_records([(record, n) for n, record in enumerate(events, 1)], entries)
    else:
        from_timelinejs(found, entries)


def _rows_of_records(records: Sequence[Mapping[str, Any]]) -> Rows:
    """Take a list of flat JSON objects for a table; "line" is then the number of the object."""
    headers = tuple(dict.fromkeys(key for record in records for key in record))
    rows = tuple(
        Row(n, {k: v if isinstance(v, str) else json.dumps(v) for k, v in record.items() if v is not None})
        for n, record in enumerate(records, 1)
    )
    return Rows(headers, rows)


def _read_csv(text: str, entries: Entries) -> None:
    rows = _rows_of_csv(text, entries)
    if not rows.rows:
        entries.error(
            "there is no row below the headers", hint="the first row of the table names its columns"
        )
    elif is_sheet(rows.headers):
        from_sheet(rows, entries)
    elif is_our_table(rows.headers):
        from_records([(record_of_row(row), row.line) for row in rows.rows], entries)
    else:
        from_table(rows, entries)


def _rows_of_csv(text: str, entries: Entries) -> Rows:
    """Read the table; rows shorter than the headers are filled up, blank ones passed over."""
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(_MOST_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    headers: tuple[str, ...] = ()
    rows = []
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if headers:
                    rows.append(Row(begins, dict(zip(headers, cells, strict=False))))
                else:
                    headers = _named(cells)
            begins = reader.line_num + 1
    except csv.Error as error:
        entries.error(f"the table cannot be read: {error}", begins, hint="save it as CSV again")
    return Rows(headers, tuple(rows))


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the headers, each once: a column without a name, or with one used before, gets its number."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.split()) or f"column {number}"
        names.append(name if name not in names else f"{name} ({number})")
    return tuple(names)
