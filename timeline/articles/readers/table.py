"""Tables (CSV, TSV): articles with one row each, and catalogues that describe the files of a folder.

The first row names the columns: keys of front matter, or what others call them. Commas, semicolons and tabs
are told apart.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from timeline.articles.fields import known_key
from timeline.articles.readers.piece import Piece, Unreadable, Words, decoded
from timeline.articles.readers.plain import OURS
from timeline.articles.readers.records import TEXT_KEYS, of_record
from timeline.problems import Problem, Where

LONGEST_CELL = 4_000_000
MOST_COLUMNS = 1_000
_FILE_COLUMNS = ("file", "filename", "file name", "path", "id")

Row = tuple[int, dict[str, str]]  # the line of the file that it ends on, and its cells by column


def read(data: bytes, name: str) -> Iterator[Piece]:
    """Yield the article of each row."""
    columns, rows = _table(data)
    if not any(column.strip().casefold().replace(" ", "_") in TEXT_KEYS for column in columns):
        hint = f"call one {' or '.join(TEXT_KEYS[:3])}; a catalogue of files goes with --metadata"
        raise Unreadable(f"no column of this table holds texts (there are: {', '.join(columns)})", hint)
    for line, row in rows:
        yield of_record(row, "its row", Where(name, line))


class Catalogue:
    """What a table says about files.

    `row(path)` gives the values for one of them, `unused()` tells what was left.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Read a catalogue. Raises Unreadable where no column names files."""
        columns, rows = _table(data)
        found = [c for wanted in _FILE_COLUMNS for c in columns if c.strip().casefold() == wanted]
        if not found:
            raise Unreadable("no column of this catalogue names the files", "add a column `file`")
        self.name = name
        self.unknown = tuple(c for c in columns if c and c != found[0] and not known_key(c))
        self._rows = {_folded(row[found[0]]): (line, row) for line, row in rows if row[found[0]].strip()}
        self._file = found[0]
        self._used: set[str] = set()

    def row(self, path: str) -> dict[str, Words]:
        """Return what the catalogue says about a file, by its path, name, or name without the suffix."""
        base = path.rpartition("/")[2]
        for name in (path, base, base.rpartition(".")[0]):
            if name and (key := _folded(name)) in self._rows:
                self._used.add(key)
                return self._stated(*self._rows[key])
        return {}

    def unused(self) -> tuple[Problem, ...]:
        """Say which rows no file was found for."""
        return tuple(
            Problem(f"no file was found for {row[self._file]!r}", Where(self.name, line), "check its name")
            for key, (line, row) in self._rows.items()
            if key not in self._used
        )

    def _stated(self, line: int, row: dict[str, str]) -> dict[str, Words]:
        origin = f"{self.name}:{line}"
        return {
            key: Words(" ".join(value.split()), origin)
            for column, value in row.items()
            if column != self._file and value.strip() and (key := known_key(column)) and key not in OURS
        }


def _folded(name: str) -> str:
    return name.strip().replace("\\", "/").removeprefix("./").casefold()


def _table(data: bytes) -> tuple[list[str], list[Row]]:
    text, _ = decoded(data)
    text = text.replace("\0", "")
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        columns = next(reader, [])
        if len(columns) > MOST_COLUMNS:
            raise Unreadable(f"this table has more than {MOST_COLUMNS} columns", "keep those that are needed")
        return columns, [(reader.line_num, _row(columns, cells)) for cells in reader if any(cells)]
    except csv.Error as error:
        raise Unreadable(f"this table cannot be read: {error}", "save it again as CSV (UTF-8)") from None
    finally:
        csv.field_size_limit(before)  # it is one for the whole program


def _row(columns: list[str], cells: list[str]) -> dict[str, str]:
    padded = [*cells, *[""] * (len(columns) - len(cells))]
    return dict(zip(columns, padded, strict=False))
