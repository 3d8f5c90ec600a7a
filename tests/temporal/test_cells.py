import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.cells import Cell, cell_of
from timeline.temporal.days import Day
from timeline.temporal.edtf import When
from timeline.temporal.interval import Grain
from timeline.temporal.timex import is_well_formed

FRIDAY = Day(2024, 5, 3)
WRITTEN = [
    # cell, TIMEX3, EDTF, first and last day
    (Cell(Grain.YEAR, 2024), "2024", "2024", "2024-01-01", "2024-12-31"),
    (Cell(Grain.YEAR, -43), "BC0044", "-0043", "-0043-01-01", "-0043-12-31"),
    (cell_of(FRIDAY, Grain.MONTH), "2024-05", "2024-05", "2024-05-01", "2024-05-31"),
    (cell_of(FRIDAY, Grain.WEEK), "2024-W18", "[2024-04-29..2024-05-05]", "2024-04-29", "2024-05-05"),
    (Cell(Grain.WEEK, 105572, "WE"), "2024-W18-WE", "[2024-05-04..2024-05-05]", "2024-05-04", "2024-05-05"),
    (Cell(Grain.WEEK, 105607), "2025-W01", "[2024-12-30..2025-01-05]", "2024-12-30", "2025-01-05"),
    (cell_of(FRIDAY, Grain.QUARTER), "2024-Q2", "2024-34", "2024-04-01", "2024-06-30"),
    (cell_of(FRIDAY, Grain.HALF), "2024-H1", "2024-40", "2024-01-01", "2024-06-30"),
    (cell_of(Day(2024, 1, 3), Grain.SEASON), "2023-WI", "2023-24", "2023-12-01", "2024-02-29"),
    (cell_of(Day(2024, 1, 3), Grain.SEASON, south=True), "2023-SU", "2023-30", "2023-12-01", "2024-02-29"),
    (cell_of(Day(2024, 7, 3), Grain.SEASON, south=True), "2024-WI", "2024-32", "2024-06-01", "2024-08-31"),
    (Cell(Grain.DECADE, 199), "199", "199X", "1990-01-01", "1999-12-31"),
    (Cell(Grain.DECADE, -49), "BC048", "[-0488..-0479]", "-0488-01-01", "-0479-12-31"),
    (Cell(Grain.CENTURY, 19), "19", "19XX", "1900-01-01", "1999-12-31"),
    (Cell(Grain.CENTURY, 0), "00", "00XX", "0000-01-01", "0099-12-31"),
    (
        Cell(Grain.PART_OF_DAY, FRIDAY.ordinal, "NI"),
        "2024-05-03TNI",
        "2024-05-03",
        "2024-05-03",
        "2024-05-03",
    ),
    (Cell(Grain.MINUTE, FRIDAY.ordinal * 1440 + 845), "2024-05-03T14:05", *["2024-05-03"] * 3),
]


@pytest.mark.parametrize(("cell", "timex", "edtf", "first", "last"), WRITTEN)
def test_a_cell_is_written(cell: Cell, timex: str, edtf: str, first: str, last: str) -> None:
    assert (cell.timex, cell.edtf, cell.first.iso, cell.last.iso) == (timex, edtf, first, last)
    assert is_well_formed(cell.timex)


whole = st.sampled_from([grain for grain in Grain if grain >= Grain.DAY and grain is not Grain.MILLENNIUM])
days = st.integers(-800_000, 1_500_000).map(Day.from_ordinal)


@given(days, whole, st.booleans())
def test_a_day_lies_in_its_cell_and_cells_meet(day: Day, grain: Grain, south: bool) -> None:
    cell = cell_of(day, grain, south=south)
    assert cell.first <= day <= cell.last
    assert cell.to(grain) == cell or cell.grain is Grain.SEASON
    assert cell.interval.contains(cell_of(day, Grain.DAY).interval)
    if grain is not Grain.SEASON or not south:
        assert cell.shifted(1).first == cell.last.plus(1) or day.year <= 0


@given(days, whole)
def test_edtf_and_cell_have_the_same_days(day: Day, grain: Grain) -> None:
    cell = cell_of(day, grain)
    when = When.parse(cell.edtf)
    assert (when.first, when.last) == (cell.first, cell.last)
    assert is_well_formed(cell.timex)
