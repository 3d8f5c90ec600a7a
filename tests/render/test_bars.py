from __future__ import annotations

from pathlib import Path

import sample

from timeline.render.bars import is_monthly, strip
from timeline.render.wording import Wording
from timeline.wording.dates import Dates
from timeline.wording.strings import load_strings

ENGLISH = load_strings("en")


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


def test_long_stories_have_bars_of_decades_and_centuries() -> None:
    assert bars(*map(str, range(1950, 2002, 3)))[0][0] == "1950s"
    assert len(bars("-0043", *map(str, range(1000, 2001, 5)))) <= 37
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
