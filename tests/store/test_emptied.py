"""Event files that were emptied by accident: a crashed editor, a full disk, a wrong `rm`."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_story import Story

from timeline.store.lock import LOCK_FILE


@pytest.mark.parametrize("left", [b"", b"\n\n", b"# only this\n", None])
def test_a_file_that_lost_its_entries_is_an_error(left: bytes | None, story: Story) -> None:
    before = (story.folder / LOCK_FILE).read_bytes()
    if left is None:
        story.file.unlink()
    else:
        story.file.write_bytes(left)
    (problem,) = (p for p in story.load().problems if p.is_error)
    assert str(problem.where) == "content/events.yaml"
    assert ("is gone" if left is None else "is empty") in problem.message
    assert "events: []" in problem.hint
    assert (story.folder / LOCK_FILE).read_bytes() == before


def test_the_earlier_file_is_named(story: Story) -> None:
    story.add("b", "On 2024-06-01, the envoys of three countries came back to the capital.")
    story.run()
    story.file.write_bytes(b"")
    (problem,) = (p for p in story.load().problems if p.is_error)
    name = problem.hint.partition("; ")[2].partition(" is how")[0]
    assert "title" in (story.folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("left", ["events:\n", "events: []\n", "# none\nevents:\n"])
def test_all_entries_may_be_deleted(left: str, story: Story) -> None:
    story.file.write_text(left, encoding="utf-8")
    assert not [p for p in story.load().problems if p.is_error]


def test_entries_may_move_to_another_file(story: Story) -> None:
    folder = story.folder / "content" / "events"
    folder.mkdir()
    story.file.rename(folder / "all.yaml")
    state = story.load()
    assert not [p for p in state.problems if p.is_error]
    assert len(state.timeline.events) == 3


def test_a_story_that_was_never_run_may_be_empty(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.file.write_bytes(b"")
    assert not story.load().problems
