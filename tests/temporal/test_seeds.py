"""The two articles that the project began with: every marked time has its value, every trap gives nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from timeline.temporal import find

SHARED = Path(__file__).parents[3] / "shared"
TIMES = SHARED / "niger" / "seed_times.json"

pytestmark = pytest.mark.skipif(
    not TIMES.is_file(), reason="../shared is not here: its articles are not ours to ship"
)


def rows(category: str) -> list[Any]:
    if not TIMES.is_file():
        return []
    files = json.loads(TIMES.read_text(encoding="utf-8"))["files"]
    return [
        pytest.param(one["file"], one["published"], row, id=f"{one['file'][:3]}:{row['char_start']}")
        for one in files
        for row in one["expressions"]
        if row["category"] == category and not row.get("optional")
    ]


def text_of(name: str) -> str:
    return (SHARED / "seeds" / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize(("name", "published", "row"), rows("timex"))
def test_time(name: str, published: str, row: dict[str, Any]) -> None:
    spans = {(one.start, one.end): one for one in find(text_of(name), published=published)}
    found = spans[row["char_start"], row["char_end"]]
    assert found.value in {row["value"], *row.get("value_alternatives", ())}
    assert row.get("edtf") in {None, str(found.when)}
    assert found.mod == row.get("mod")


@pytest.mark.parametrize(("name", "published", "row"), rows("trap"))
def test_trap(name: str, published: str, row: dict[str, Any]) -> None:
    for one in find(text_of(name), published=published):
        assert one.end <= row["char_start"] or one.start >= row["char_end"], one
