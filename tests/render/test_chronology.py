from __future__ import annotations

from pathlib import Path

import pytest
import sample

from timeline.model import Era
from timeline.render.chronology import Year, is_monthly, lay_out, strip
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


def bars(*dates: str) -> list[tuple[str, str, int]]:
    wording = Wording(sample.settings(Path()), ENGLISH, Dates(ENGLISH))
    events = sample.timeline(tuple(sample.event(f"e-{n}", "x", d) for n, d in enumerate(dates))).events
    return [(b.label, b.href, b.level) for b in strip(events, wording).bars]


def test_a_bar_a_year_with_empty_ones_between() -> None:
    assert bars("2020", "2020-02", "2023-01-01", "[..2023-12-31]") == [
        ("2020", "#y2020", 8),
        ("2021", "", 0),
        ("2022", "", 0),
        ("2023", "#y2023", 4),
        ("2024", "#y2024", 4),
    ]


def test_a_bar_a_month_for_a_short_story() -> None:
    assert bars("2023-12-30", "2024-01", "2024-01-09", "2024-03-01") == [
        ("December 2023", "#m2023-12", 4),
        ("January 2024", "#m2024-01", 8),
        ("February 2024", "", 0),
        ("March 2024", "#m2024-03", 4),
    ]
    wording = Wording(sample.settings(Path()), ENGLISH, Dates(ENGLISH))
    events = sample.timeline(tuple(sample.event(d, "x", d) for d in ("2023-12-30", "2024-03-01"))).events
    assert [b.short for b in strip(events, wording).bars] == ["Dec", "2024", "Feb", "Mar"]
    years = laid_out("2023-12-30", "2024-01", "2024-01-09", "2024-03-01", by_month=True)
    assert [r.mark for y in years for r in y.rows] == ["m2023-12", "m2024-01", "", "m2024-03"]


def test_long_stories_have_bars_of_decades_and_centuries() -> None:
    assert bars(*map(str, range(1950, 2002, 3)))[0][0] == "1950s"
    assert len(bars("-0043", *map(str, range(1000, 2001, 5)))) <= 38
    assert bars("Y-99999999999", "2001")
    assert bars() == []


def test_a_founding_long_ago_makes_no_bars_of_decades() -> None:
    assert bars("1950", "1999", "2001", "2001-05") == [
        ("1950", "#y1950", 4),
        ("1951–1998", "", 0),
        ("1999", "#y1999", 4),
        ("2000", "", 0),
        ("2001", "#y2001", 8),
    ]
    wording = Wording(sample.settings(Path()), ENGLISH, Dates(ENGLISH))
    events = sample.timeline(tuple(sample.event(d, "x", d) for d in ("1950", "1999", "2001"))).events
    assert [b.short for b in strip(events, wording).bars] == ["1950", "…", "1999", "2000", "2001"]


def test_what_counts_as_a_short_story() -> None:
    assert is_monthly(
        sample.timeline((sample.event("a", "x", "2020"), sample.event("b", "x", "2022-05"))).events
    )
    assert not is_monthly(
        sample.timeline((sample.event("a", "x", "2020"), sample.event("b", "x", "2024"))).events
    )
    assert not is_monthly(())
