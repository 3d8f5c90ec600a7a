"""Our own downloads read back: the records of events.json, and the rows of events.csv.

Everything that an entry of an event file can hold comes back as it was. A retraction belongs to an article:
it has no place in a source that stands alone, and is left behind with a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from timeline.exports.intake import Entries, Row
from timeline.exports.tables import COLUMNS, as_written, parted
from timeline.model import Correction, Event, Image, Kind, Place, Source, Status
from timeline.temporal.edtf import EdtfError, When

Record = Mapping[str, Any]
Choice = TypeVar("Choice", Kind, Status)

_SOURCE_COLUMN = re.compile(r"source_(\d{1,3})_(\w+)")
_PLACE = re.compile(r"(.*) \((-?\d+(?:\.\d+)?), (-?\d+(?:\.\d+)?)\)", re.DOTALL)
_CORRECTION = re.compile(r"(\S+): (.*)", re.DOTALL)


def is_our_table(headers: Sequence[str]) -> bool:
    """Whether these are the columns of events.csv."""
    return set(COLUMNS[:8]) <= set(headers)


def from_records(records: Iterable[tuple[Record, int]], entries: Entries) -> None:
    """Read entries; each comes with its line or number in the file."""
    for record, line in records:
        reader = _Reader(entries, line)
        event = reader.event(record)
        if not event.title:
            entries.error("an entry without a title", line, hint="give it one in the imported file")
        entries.events.append(event)


def record_of_row(row: Row) -> Record:
    """Return a row of events.csv as the record of events.json that it was made from."""
    cells = {name: as_written(cell) for name, cell in row.cells.items()}
    sources: dict[int, dict[str, object]] = {}
    for name, cell in cells.items():
        found = _SOURCE_COLUMN.fullmatch(name)
        if found and cell:
            value = cell != "no" if found[2] == "verbatim" else cell
            sources.setdefault(int(found[1]), {})[found[2]] = value
    record: dict[str, Any] = {name: cell for name, cell in cells.items() if cell}
    for name in ("actors", "tags", "merged", "see"):
        record[name] = list(parted(cells.get(name, "")))
    record["places"] = [_place_of(item) for item in parted(cells.get("places", ""))]
    record["corrections"] = [_correction_of(item) for item in parted(cells.get("corrections", ""))]
    return record | {"sources": [sources[number] for number in sorted(sources)]}


class _Reader:
    """Reads one record, and says with its line what in it cannot be read."""

    def __init__(self, entries: Entries, line: int) -> None:
        self.entries = entries
        self.line = line

    def event(self, record: Record) -> Event:
        date = self.when(record.get("date"))
        listed = self.records(record, "sources")
        sources = tuple(self.source(source) for source in listed)
        return Event(
            id=str(record.get("id") or ""),
            id_given=bool(record.get("id")),
            title=str(record.get("title") or ""),
            date=date,
            date_words=str(date or ""),
            date_note=str(record.get("date_note") or ""),
            text=str(record.get("text") or ""),
            kind=self.one_of(Kind, record.get("kind"), Kind.HAPPENED),
            claimed_by=str(record.get("claimed_by") or ""),
            status=self.one_of(Status, record.get("status"), self.entries.status),
            notice=str(record.get("notice") or ""),
            withdrawn=self.when(record.get("withdrawn")),
            places=tuple(self.place(place) for place in self.records(record, "places")),
            actors=self.strings(record, "actors"),
            tags=self.strings(record, "tags"),
            image=_image(record.get("image")),
            corrections=tuple(self.correction(item) for item in self.records(record, "corrections")),
            merged=self.strings(record, "merged"),
            see=self.strings(record, "see"),
            private=_in_short(listed),
            sources=sources,
            where=self.entries.where(self.line),
        )

    def source(self, record: Record) -> Source:
        if record.get("retracted"):
            said = f"the retraction of {record.get('title') or record.get('key')!r} is not taken over"
            if all(problem.message != said for problem in self.entries.problems):
                hint = "it belongs in the front matter of an article"
                self.entries.note(said, self.line, hint=hint)
        return Source(
            title=str(record.get("title") or record.get("key") or ""),
            author=str(record.get("author") or ""),
            url=str(record.get("url") or ""),
            publisher=str(record.get("publisher") or ""),
            archived=str(record.get("archived") or ""),
            identifier=str(record.get("identifier") or ""),
            collection=str(record.get("collection") or ""),
            licence=str(record.get("licence") or ""),
            language=str(record.get("language") or ""),
            said=str(record.get("said") or ""),
            page=str(record.get("page") or ""),
            translation=str(record.get("translation") or ""),
            translator=str(record.get("translator") or ""),
            published=self.when(record.get("published")),
            date=self.when(record.get("date")),
            quote=str(record.get("quote") or "") if record.get("verbatim", True) else "",
        )

    def correction(self, record: Record) -> Correction:
        return Correction(self.when(record.get("date")), str(record.get("text") or ""))

    def place(self, record: Record) -> Place:
        name, lat, lon = str(record.get("name") or ""), record.get("lat"), record.get("lon")
        if isinstance(lat, int | float) and isinstance(lon, int | float):
            return Place(name, float(lat), float(lon))
        return Place(name)

    def records(self, record: Record, key: str) -> list[Record]:
        """Return a list of records; say so where something else stands there."""
        found = record.get(key) or []
        if isinstance(found, list) and all(isinstance(item, dict) for item in found):
            return found
        self.entries.error(f'"{key}" is no list of records', self.line, hint="export the file again")
        return []

    def strings(self, record: Record, key: str) -> tuple[str, ...]:
        found = record.get(key) or []
        return tuple(str(item) for item in found) if isinstance(found, list) else (str(found),)

    def when(self, value: object) -> When | None:
        return self.entries.when(value, self.line)

    def one_of(self, kinds: type[Choice], value: object, default: Choice) -> Choice:
        if not value:
            return default
        try:
            return kinds(str(value))
        except ValueError:
            known = ", ".join(kinds)
            self.entries.error(f"{value!r} is not known here", self.line, hint=f"one of {known}")
            return default


def _in_short(sources: Iterable[Record]) -> str:
    """Keep words that are no quotation: a source that stands alone would show them as one."""
    kept = [
        f"{s.get('title') or s.get('key')}: {s['quote']}"
        for s in sources
        if s.get("quote") and not s.get("verbatim", True)
    ]
    return "\n".join(f"in short, {words}" for words in kept)


def _image(record: object) -> Image | None:
    if not record or not isinstance(record, Mapping):
        return None
    src, alt, caption, credit, licence = (
        str(record.get(key) or "") for key in ("src", "alt", "caption", "credit", "licence")
    )
    return Image(src, alt, caption, credit, licence)


def _place_of(item: str) -> Record:
    found = _PLACE.fullmatch(item)
    return {"name": found[1], "lat": float(found[2]), "lon": float(found[3])} if found else {"name": item}


def _correction_of(item: str) -> Record:
    found = _CORRECTION.fullmatch(item)
    if found:
        try:
            return {"date": str(When.parse(found[1])), "text": found[2]}
        except EdtfError:
            pass
    return {"text": item}
