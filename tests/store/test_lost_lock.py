"""A lock that is lost, older than the files, or broken adds nothing twice."""

from __future__ import annotations

from pathlib import Path

from small_story import LEFT, LEFT_TITLE, MET, TEXT, Story

from timeline import store
from timeline.store.lock import LOCK_FILE


def test_a_lost_lock_is_made_again_and_the_rest_is_proposed(story: Story) -> None:
    story.delete(LEFT_TITLE)
    before = story.text
    (story.folder / LOCK_FILE).unlink()
    plan = story.run()
    assert plan.added == 0
    assert story.text == before
    assert any("the lock was lost" in line for line in plan.lines)
    assert story.run().empty
    (shown,) = store.candidates(story.load())
    assert LEFT in shown


def test_drafts_that_the_program_made_are_told_from_a_persons(story: Story) -> None:
    """By the lock, which knows their ids; where it is lost, by the form of the ids."""
    story.file.write_text(
        f"{story.text}  - {{title: Mine, date: 2024, status: draft, sources: [{{article: a, quote: x}}]}}\n",
        encoding="utf-8",
    )
    found = {event.title: event.is_found for event in story.load().timeline.events}
    assert found.pop("Mine") is False
    assert set(found.values()) == {True}
    (story.folder / LOCK_FILE).unlink()
    assert {e.title: e.is_found for e in story.load().timeline.events} == {**found, "Mine": False}


def test_a_run_that_was_ended_between_file_and_lock_adds_nothing_twice(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", TEXT)
    story.run()
    lock = (story.folder / LOCK_FILE).read_bytes()
    story.add("b", f"{MET} On 2024-07-01, the parliament was dissolved by decree of the president.")
    story.run()
    text = story.text
    (story.folder / LOCK_FILE).write_bytes(lock)
    assert story.run().added == 0
    assert story.text == text


def test_marks_of_a_conflict_in_the_lock_are_passed_over(story: Story) -> None:
    lock = story.folder / LOCK_FILE
    lines = lock.read_text().splitlines()
    lock.write_text(
        "\n".join([lines[0], "<<<<<<< ours", *lines[1:3], "=======", *lines[2:], ">>>>>>> theirs", ""])
    )
    assert not story.load().problems
    assert story.run().added == 0


def test_a_line_of_the_lock_that_cannot_be_read_is_named(story: Story) -> None:
    lock = story.folder / LOCK_FILE
    lock.write_text(lock.read_text() + "{broken\n")
    (problem,) = story.load().problems
    assert str(problem.where) == f"{LOCK_FILE}:6:1"
    assert problem.is_error


FIRST = "On 2024-02-19, soldiers seized the garrsion of Filraagtan."
SECOND = "On 2024-02-15, soldiers seized the garrison of Ratokeldor."


def test_a_deleted_entry_does_not_take_the_quote_of_the_like_one_beside_it(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", f"{FIRST} {SECOND}")
    story.run()
    story.delete("Soldiers seized the garrsion of filraagtan")
    story.run()
    (story.folder / LOCK_FILE).unlink()
    assert story.run().added == 0
    (shown,) = store.candidates(story.load())
    assert FIRST in shown
