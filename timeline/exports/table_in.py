"""Any table with headers read as entries: columns are guessed by their names, and every guess is said.

The words that headers are known by stand in `columns.json`, in several languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.exports.intake import Entries, Row, Rows, column_names, day_first, is_ambiguous, read_date
from timeline.exports.prose import safe_url
from timeline.exports.tables import as_written
from timeline.model import Event, Place, Source
from timeline.temporal.edtf import EdtfError, When

_DATES = ("date", "end", "published")
_LIST = re.compile(r"\s*[;|]\s*|\s*,\s+")
_HINT = "write 2024-03-12, 2024-03 or 2024 (or 2024~ for about, 2018/.. for since), or leave the cell empty"


def from_table(rows: Rows, entries: Entries) -> None:
    """Read each row as an entry."""
    columns = guess(rows.headers)
    if "title" not in columns:
        named = ", ".join(rows.headers)
        entries.error(
            f"no column is known for a title ({named})", 1, hint='call the column of headlines "title"'
        )
        return
    _tell(rows, columns, entries)
    days_first = _orders(rows, columns, entries)
    for row in rows.rows:
        event = _event(row, columns, days_first, entries)
        if event:
            entries.events.append(event)


def guess(headers: Sequence[str]) -> dict[str, str]:
    """Return which header holds what: an exact name before one that only begins so, the first of several."""
    known, found = column_names(), dict[str, str]()
    plain = {header: re.sub(r"[\W_]+", " ", header.casefold()).strip() for header in headers}
    for meaning, names in known.items():
        ranked = [(names.index(name), header) for header, name in plain.items() if name in names]
        free = [pair for pair in sorted(ranked, key=lambda pair: pair[0]) if pair[1] not in found.values()]
        if free:
            found[meaning] = free[0][1]
    return found


def _tell(rows: Rows, columns: Mapping[str, str], entries: Entries) -> None:
    meanings = {header: meaning for meaning, header in columns.items()}
    for header in rows.headers:
        if header in meanings:
            entries.note(f'column "{header}" is read as {meanings[header]}', 1)
        elif any(row.cells.get(header, "").strip() for row in rows.rows):
            hint = f"known names: {', '.join(column_names())}"
            entries.note(f'column "{header}" is not taken over', 1, hint=hint)


def _orders(rows: Rows, columns: Mapping[str, str], entries: Entries) -> dict[str, bool | None]:
    """Return for each column of dates whether the day comes first; say so where nobody can know it."""
    orders = {}
    for meaning in _DATES:
        cells = [(row.line, row.cells.get(columns.get(meaning, ""), "")) for row in rows.rows]
        order = day_first(cell for _, cell in cells)
        unclear = [(line, cell.strip()) for line, cell in cells if order is None and is_ambiguous(cell)]
        if unclear:
            line, cell = unclear[0]
            message = (
                f'{len(unclear)} dates of column "{columns[meaning]}" can be read two ways, such as {cell}'
            )
            entries.error(message, line, hint="write them as 2024-04-03 (year, month, day)")
        elif order is not None:
            said = "day first" if order else "month first"
            entries.note(f'the dates of column "{columns[meaning]}" are read {said}', 1)
        orders[meaning] = order
    return orders


def _event(
    row: Row, columns: Mapping[str, str], orders: Mapping[str, bool | None], entries: Entries
) -> Event | None:
    cells = {meaning: as_written(row.cells.get(header, "").strip()) for meaning, header in columns.items()}
    if not cells["title"]:
        entries.error("a row without a title", row.line, hint="give it one, or take the row out")
        return None
    faults = entries.faults
    date = _date(cells, row, orders, entries)
    source = _source(cells, row, orders, entries)
    if not (date or source or entries.faults > faults or _is_unclear(cells, orders)):
        entries.error("an entry needs a date or a source, and this row has neither", row.line, hint=_HINT)
    return Event(
        id="",
        id_given=False,
        title=" ".join(cells["title"].split()),
        date=date,
        date_words=str(date or ""),
        text=cells.get("text", ""),
        status=entries.status,
        places=tuple(Place(name) for name in _list(cells, "places")),
        actors=_list(cells, "actors"),
        tags=_list(cells, "tags"),
        sources=(source,) if source else (),
        where=entries.where(row.line),
    )


def _is_unclear(cells: Mapping[str, str], orders: Mapping[str, bool | None]) -> bool:
    """Whether the row's date can be read two ways, which was said for the whole column."""
    return any(orders.get(name) is None and is_ambiguous(cells.get(name, "")) for name in _DATES)


def _date(
    cells: Mapping[str, str], row: Row, orders: Mapping[str, bool | None], entries: Entries
) -> When | None:
    start = _one_date(_whole(cells), "date", row, orders, entries)
    end = _one_date(cells.get("end", ""), "end", row, orders, entries)
    if start is None or end is None or str(start) == str(end):
        return start or end
    try:
        return When.parse(f"{start}/{end}")
    except EdtfError as error:
        entries.error(error.message, row.line, hint=error.hint)
        return None


def _whole(cells: Mapping[str, str]) -> str:
    """Return the date, put together where year, month and day have columns of their own."""
    if cells.get("date"):
        return cells["date"]
    parts = [cells.get(name, "") for name in ("year", "month", "day")]
    known = parts[: next((n for n, part in enumerate(parts) if not part), 3)]
    if not all(part.isdecimal() for part in known):
        return " ".join(reversed(known))
    return "-".join(part.zfill(4 if n == 0 else 2) for n, part in enumerate(known))


def _one_date(
    value: str, meaning: str, row: Row, orders: Mapping[str, bool | None], entries: Entries
) -> When | None:
    order = orders.get(meaning)
    if not value or (order is None and is_ambiguous(value)):
        return None
    found = read_date(value, entries.settings.language, days_first=order)
    if found is None:
        entries.error(f'"{value}" cannot be read as a date', row.line, hint=_HINT)
    return found


def _source(
    cells: Mapping[str, str], row: Row, orders: Mapping[str, bool | None], entries: Entries
) -> Source | None:
    url = safe_url(cells.get("url", ""))
    about = cells.get("source", "")
    if not (url or about or cells.get("publisher") or cells.get("quote")):
        return None
    if safe_url(about) and not url:
        url, about = about, ""
    return Source(
        title=about or cells.get("publisher") or url,
        url=url,
        publisher=cells.get("publisher", ""),
        published=_one_date(cells.get("published", ""), "published", row, orders, entries),
        quote=cells.get("quote", ""),
        where=entries.where(row.line),
    )


def _list(cells: Mapping[str, str], meaning: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in _LIST.split(cells.get(meaning, "").strip()) if item))
