from __future__ import annotations

from pathlib import Path

import pytest
import sample

from timeline.model import Era
from timeline.render.chronology import Year, lay_out
from timeline.render.views import entry_view
from timeline.render.wording import Wording
from timeline.temporal.edtf import When
from timeline.wording.dates import Dates
from timeline.wording.strings import load_strings

ENGLISH = load_strings("en")


def laid_out(*dates: str, eras: tuple[Era, ...] = (), by_month: bool = False) -> tuple[Year, ...]:
    wording = Wording(sample.settings(Path(), eras=eras), ENGLISH, Dates(ENGLISH))
    events = sample.timeline(tuple(sample.event(f"e-{n}", "x", d) for n, d in enumerate(dates))).events
    entries = [entry_view(e, wording, {}, {}) for e in events]
    return lay_out(events, entries, wording, by_month=by_month)


def test_entries_stand_under_their_years() -> None:
    years = laid_out("2024-03-11", "2023", "[..2022-12-31]", "-0043", "")
    assert [(y.anchor, y.heading, len(y.rows)) for y in years] == [
        ("y-43", "44 BC", 1),
        ("y2023", "2023", 2),
        ("y2024", "2024", 1),
        ("undated", "No date", 1),
    ]


SILENCES = [
    (("2020-01-01", "2020-10-05"), ["9 months with no recorded events"]),
    (("2020-01-01", "2023-01-05"), ["3 years with no recorded events"]),
    (("2024-01-01", "2024-02-15"), ["44 days with no recorded events"]),
    (("2024-01-01", "2024-01-20"), []),
    (("2020-01-01/2020-09-30", "2020-10-05"), []),  # it went on: there was no silence
    (("2018/..", "2020-10-05"), ["2 years with no recorded events"]),  # an open end does not hide one
    (("2000", "2001-02", "2010"), ["8 years with no recorded events"]),  # a month is nothing in ten years
]


@pytest.mark.parametrize(("dates", "said"), SILENCES)
def test_long_silences_are_one_labelled_line(dates: tuple[str, ...], said: list[str]) -> None:
    years = laid_out(*dates)
    assert [s for y in years for s in (y.silence, *(r.silence for r in y.rows)) if s] == said


def test_an_era_is_named_at_its_first_entry() -> None:
    eras = (Era("Before", When.parse("../2022")), Era("The summer", When.parse("2023-06/2023-08")))
    rows = [r for y in laid_out("2021", "2023-06-02", "2023-07-01", "2024", eras=eras) for r in y.rows]
    assert [(r.era, r.era_title) for r in rows] == [
        (1, "Before, until 2022"),
        (2, "The summer, June–August 2023"),
        (2, ""),
        (0, ""),
    ]


def test_the_first_entry_of_a_month_is_where_its_bar_leads() -> None:
    years = laid_out("2023-12-30", "2024-01", "2024-01-09", "2024-03-01", by_month=True)
    assert [r.mark for y in years for r in y.rows] == ["m2023-12", "m2024-01", "", "m2024-03"]
