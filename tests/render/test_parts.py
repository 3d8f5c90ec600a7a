from __future__ import annotations

from pathlib import Path

import pytest
import sample

from timeline.public import PublicEvent
from timeline.render import parts
from timeline.render.search_index import _base36, fold
from timeline.render.wording import Wording
from timeline.wording.dates import Dates
from timeline.wording.strings import load_strings

ENGLISH = load_strings("en")


def wording() -> Wording:
    return Wording(sample.settings(Path()), ENGLISH, Dates(ENGLISH))


def on(*dates: str) -> tuple[PublicEvent, ...]:
    return sample.timeline(
        tuple(sample.event(f"e-{n:010d}", "x", date) for n, date in enumerate(dates))
    ).events


def test_few_a_decade_make_decades() -> None:
    divided = parts.divide(on("1981", "1985", "1992-03-04", "-0043"), wording())
    assert [(p.path, p.name, len(p.events)) for p in divided] == [
        ("bc44s.html", "44 BC", 1), ("1980s.html", "1980–1989", 2), ("1990s.html", "1990–1999", 1),
    ]  # fmt: skip


def test_many_a_decade_make_years_months_and_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_MOST_IN_PART", 2)
    events = on("1981", "1992-01", "1992-02-01", "1992-02-02", "1992-02-03", "1993-01", "2001", "2002")
    divided = parts.divide(events, wording())
    assert [(p.path, len(p.events)) for p in divided] == [
        ("1980s.html", 1),
        ("1992-01.html", 1),
        ("1992-02-1.html", 2),
        ("1992-02-2.html", 1),
        ("1993.html", 1),
        ("2000s.html", 2),
    ]
    assert parts.page_of_years(divided) == {
        1981: "1980s.html", 1992: "1992-01.html", 1993: "1993.html", 2001: "2000s.html", 2002: "2000s.html",
    }  # fmt: skip


def test_a_heavy_story_gets_smaller_parts() -> None:
    events = sample.many(400).events
    light, heavy = parts.divide(events, wording()), parts.divide(events, wording(), weight=3_000_000)
    assert max(len(p.events) for p in heavy) < max(len(p.events) for p in light)
    assert sum((p.events for p in heavy), ()) == events


def test_entries_without_a_date_have_a_part_of_their_own() -> None:
    undated = sample.event("e-x", "x")
    assert [p.path for p in parts.divide((*on("1981"), undated), wording())] == ["1980s.html", "undated.html"]


@pytest.mark.parametrize(
    ("text", "folded"), [("Été", "ete"), ("ÅNGSTRÖM", "angstrom"), ("عبّارة", "عبارة"), ("Plain", "plain")]
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("number", [0, 1, 35, 36, 1295, 1296, 123_456])
def test_numbers_in_base_36(number: int) -> None:
    assert int(_base36(number), 36) == number
