"""Writing is all or nothing, keeps what was, and never goes over somebody's edit."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from small_story import Story

from timeline import store
from timeline.problems import CannotStart
from timeline.store.disk import KEPT, TEMPORARY
from timeline.store.lock import LOCK_FILE

MET = "On 2024-03-12, the delegation of the United States met the generals in Niamey."
LEFT = "On 2024-04-01, the last soldiers left the base in the north of the country."


@pytest.fixture
def story(tmp_path: Path) -> Story:
    made = Story(tmp_path)
    made.text = "# mine\nevents:\n"
    made.add("a", MET)
    return made


def test_an_edit_made_meanwhile_is_not_written_over(story: Story) -> None:
    plan = story.plan()
    story.text = "# mine, edited\nevents:\n"
    with pytest.raises(CannotStart) as stop:
        store.write(plan)
    assert "was saved while it was being read" in stop.value.problem.message
    assert story.text == "# mine, edited\nevents:\n"
    assert not (story.folder / LOCK_FILE).exists()
    assert not list(story.folder.rglob(f"{TEMPORARY}*"))
    assert not (story.folder / ".timeline/writing").exists()
    story.run()
    assert story.text.startswith("# mine, edited\nevents:\n  - id: e-")


def test_undo_puts_everything_back(story: Story) -> None:
    before = story.text
    story.run()
    lines = store.undo(story.settings)
    assert story.text == before
    assert not (story.folder / LOCK_FILE).exists()
    assert len(lines) == 2
    with pytest.raises(CannotStart):
        store.undo(story.settings)
    assert story.run().added == 1


def test_undo_goes_back_step_by_step(story: Story) -> None:
    story.run()
    once = story.text
    story.add("b", LEFT)
    story.run()
    store.undo(story.settings)
    assert story.text == once


def test_undo_does_not_lose_an_edit(story: Story) -> None:
    story.run()
    story.text += "# a remark\n"
    with pytest.raises(CannotStart) as stop:
        store.undo(story.settings)
    assert "would lose your edit" in stop.value.problem.message
    kept = stop.value.problem.hint.split()[-1]
    assert (story.folder / kept).read_text() == "# mine\nevents:\n"
    assert story.text.endswith("# a remark\n")


def test_a_file_that_was_made_is_taken_away_again(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", MET)
    story.run()
    store.undo(story.settings)
    assert not story.file.exists()


def test_the_last_writes_are_kept(story: Story) -> None:
    for number in range(KEPT + 3):
        story.add(
            f"a{number}",
            f"On 2024-05-{number + 1:02}, thing number {number} of a kind happened here {number}.",
        )
        story.run()
    kept = sorted((story.folder / ".timeline/history").iterdir())
    assert len(kept) == KEPT
    assert kept[-1].name == f"{KEPT + 3:06}"


def test_git_does_not_see_it(story: Story) -> None:
    story.run()
    assert (story.folder / ".timeline/.gitignore").read_text() == "*\n"


def test_one_run_at_a_time(story: Story) -> None:
    held = story.folder / ".timeline/writing"
    held.parent.mkdir()
    held.write_text(str(os.getpid()))
    with pytest.raises(CannotStart) as stop:
        story.run()
    assert "another run is writing" in stop.value.problem.message
    assert story.text == "# mine\nevents:\n"


def test_what_a_run_left_behind_is_cleared_away(story: Story) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    (story.folder / ".timeline").mkdir()
    (story.folder / ".timeline/writing").write_bytes(ended.stdout.strip())
    left = story.folder / "content" / f"{TEMPORARY}events.yaml"
    left.write_text("half")
    assert story.run().added == 1
    assert not left.exists()


@pytest.mark.skipif(os.name != "posix", reason="modes and links as Linux and macOS have them")
def test_mode_and_link_stay(story: Story, tmp_path: Path) -> None:
    real = tmp_path / "content" / "real.txt"
    story.file.rename(real)
    real.chmod(0o640)
    story.file.symlink_to(real)
    story.run()
    assert story.file.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert "title" in real.read_text()


@pytest.mark.parametrize("name", ["content/events.yaml", LOCK_FILE])
def test_what_is_closed_to_writing_stays_so(name: str, story: Story) -> None:
    story.run()
    story.add("b", LEFT)
    before = [story.file.read_bytes(), (story.folder / LOCK_FILE).read_bytes()]
    (story.folder / name).chmod(0o444)
    for write in (story.run, lambda: store.undo(story.settings)):
        with pytest.raises(CannotStart, match="write-protected") as stop:
            write()
        assert f"chmod u+w {name}" in stop.value.problem.hint
        assert [story.file.read_bytes(), (story.folder / LOCK_FILE).read_bytes()] == before
    (story.folder / name).chmod(0o644)
    assert story.run().added == 1


@pytest.mark.skipif(os.name != "posix", reason="links as Linux and macOS have them")
def test_nothing_outside_of_the_project_is_read_or_written(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("events:\n  - title: secret\n    date: 2024\n")
    project = tmp_path / "project"
    project.mkdir()
    story = Story(project)
    story.file.symlink_to(outside)
    state = story.load()
    assert not state.timeline.events
    (problem,) = state.problems
    assert "leads out of the project folder" in problem.message
    assert problem.is_error


def test_a_file_that_cannot_be_decoded_is_a_problem(story: Story) -> None:
    story.file.write_bytes(b"events:\n  - title: caf\xe9\n")
    (problem,) = story.load().problems
    assert str(problem.where) == "content/events.yaml:2:15"
