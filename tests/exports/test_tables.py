from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.config import Settings
from timeline.exports.tables import as_written, events_csv, harmless, joined, parted
from timeline.public import PublicEvent, PublicTimeline


def rows(view: PublicTimeline, settings: Settings) -> list[dict[str, str]]:
    text = events_csv(view, settings)
    assert text.startswith("\ufeff"), "Excel takes the letters for others without it"
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_a_row_an_entry(view: PublicTimeline, settings: Settings) -> None:
    table = {row["id"]: row for row in rows(view, settings)}
    assert len(table) == len(view.events)
    row = table["e-0000000001"]
    assert row["date"] == "[2031-03-11..2031-03-20]"
    assert row["when"] == "mid-March 2031"
    assert row["places"] == "Lower Quay\\; north (16.95, -8.01)"
    assert row["actors"] == "Town Council; Ferry & Sons"
    assert row["corrections"] == "2031-06-01: An earlier version said *April*."
    assert row["source_1_publisher"] == "Harbour Courier"
    assert row["source_3_retracted"].startswith("2031-04-09")
    assert "source_4_publisher" not in row


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(settings: Settings, sign: str) -> None:
    evil = f"{sign}cmd|' /C calc'!A0"
    view = PublicTimeline((PublicEvent(evil, evil, text=evil, actors=(evil,), date_note=f"'{evil}"),))
    for line in csv.reader(io.StringIO(events_csv(view, settings)[1:], newline="")):
        for cell in line:
            assert not cell.startswith(sign)


def test_a_bc_date_is_written_safely_too(view: PublicTimeline, settings: Settings) -> None:
    row = next(row for row in rows(view, settings) if row["id"] == "e-0000000005")
    assert row["date"] == "'-0043-03-15"


@given(st.text())
def test_what_was_made_harmless_comes_back(cell: str) -> None:
    assert as_written(harmless(cell)) == cell


@given(st.text(alphabet="'=+-@a", max_size=5))
def test_what_begins_with_apostrophes_comes_back(cell: str) -> None:
    assert as_written(harmless(cell)) == cell


@given(st.lists(st.text(alphabet="ab;\\, '=é\n", min_size=1).map(str.strip).filter(bool)))
def test_lists_come_back(items: list[str]) -> None:
    assert parted(joined(items)) == tuple(items)
