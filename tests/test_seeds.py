"""The two articles that the project was begun from, added to a fresh story.

They are not ours to ship: where they are not beside the project this skips.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the seed articles stand beside the project, not in it"
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds") / "story"
    seeds = sorted(str(path) for path in (SHARED / "seeds").glob("*.txt"))
    run("new", str(folder))
    for example in (folder / "content" / "articles").iterdir():
        example.unlink()
    (folder / "content" / "events.yaml").write_text("events: []\n", encoding="utf-8")
    run(
        "-C",
        str(folder),
        "add",
        *seeds,
        "--published",
        "2024-05-03",
        "--origin",
        "reuters-2024-05-02",
        "--yes",
    )
    run("-C", str(folder), "render")
    return folder


def run(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *arguments], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def events(story: Path) -> list[dict]:  # type: ignore[type-arg]
    return json.loads((story / "site" / "events.json").read_text(encoding="utf-8"))["events"]


def told(events: list[dict], *words: str) -> list[dict]:  # type: ignore[type-arg]
    """The entries that have all of the words in their title or text."""
    return [e for e in events if all(w.lower() in f"{e['title']} {e.get('text', '')}".lower() for w in words)]


def test_the_entry_of_russian_forces_is_told_once_and_placed_by_its_report(events: list[dict]) -> None:  # type: ignore[type-arg]
    entries = told(events, "Russian", "entered")
    assert len(entries) == 1
    assert entries[0]["date"] is None
    assert entries[0]["reported"] == "2024-05-03"
    assert entries[0]["reports"] == 1
    assert len(entries[0]["sources"]) == 2


def test_the_coup_is_told_once_as_one_report(events: list[dict]) -> None:  # type: ignore[type-arg]
    entries = [e for e in told(events, "coup") if e["date"] == "2023"]
    assert len(entries) == 1
    assert entries[0]["reports"] == 1
    assert len(entries[0]["sources"]) == 2


DATED = [("[2024-03-11..2024-03-20]", "meeting"), ("2018/..", "201")]


@pytest.mark.parametrize(("date", "word"), DATED)
def test_dated_events_have_their_dates(events: list[dict], date: str, word: str) -> None:  # type: ignore[type-arg]
    assert [e for e in told(events, word) if e["date"] == date]


@pytest.mark.parametrize("word", ["plagiarism", "Photo Credit", "READ MORE", "wikimedia", "Police Brutality"])
def test_furniture_gives_no_event(events: list[dict], word: str) -> None:  # type: ignore[type-arg]
    assert told(events, word) == []
