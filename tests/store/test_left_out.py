"""What a run left out, for its limit or because it could not be written, can be taken later."""

from __future__ import annotations

from pathlib import Path

from small_story import FELL, LEFT, LEFT_TITLE, MET, TEXT, Story, titles

from timeline import store
from timeline.model import Body


def test_what_is_left_out_can_be_taken(tmp_path: Path) -> None:
    story = Story(tmp_path, limit=1)
    story.add("a", TEXT)
    plan = story.run()
    assert plan.added == 1
    assert any("2 more were left out" in line for line in plan.lines)
    assert story.run().empty
    shown = store.candidates(story.load())
    assert len(shown) == 2
    name = next(line.split()[0] for line in shown if LEFT in line)
    assert "the next run adds it" in store.take(story.load(), [name])[0]
    assert story.run().added == 1
    assert LEFT_TITLE in titles(story)
    assert len(store.candidates(story.load())) == 1
    store.take(story.load(), ["all"])
    assert story.run().added == 1
    assert store.candidates(story.load()) == ("nothing was left out",)


def test_what_is_told_together_is_taken_together(tmp_path: Path) -> None:
    story = Story(tmp_path, limit=0)
    story.add("a", MET)
    story.add("b", MET)
    story.run()
    (shown,) = store.candidates(story.load())
    assert shown.endswith(f"a: {MET} (told 2 times)")
    store.take(story.load(), [shown.split()[0]])
    assert story.run().added == 1
    assert [s.article for e in story.events() for s in e.sources] == ["a", "b"]


def test_what_could_not_be_written_is_offered_again(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.text = "events:\n  - title: mine\n    date: 2024\n    text: |+\n      cut off"
    story.add("a", MET)
    plan = story.plan()
    assert [p.is_error for p in plan.problems] == [True]
    assert "end the file with an empty line" in plan.problems[0].hint
    store.write(plan)
    story.text += "\n"
    assert story.run().added == 1


def test_what_most_reports_tell_is_listed_first(tmp_path: Path) -> None:
    story = Story(tmp_path, limit=0)
    story.add("a", f"{LEFT} {FELL}", publisher="One")
    story.add("b", MET, publisher="One")
    story.add("c", f"{FELL} {MET}", publisher="Two")
    story.add("d", LEFT, publisher="One")
    story.run()
    shown = store.candidates(story.load())
    assert [line.split(": ", 1)[1].partition(" (told")[0] for line in shown] == [FELL, MET, LEFT]


def test_why_something_was_left_is_said_with_its_number(tmp_path: Path) -> None:
    story = Story(tmp_path, limit=1)
    story.add("a", TEXT)
    story.run()
    (why,) = store.why_left(story.load())
    assert why.startswith("2 left out: a run adds the most important entries only")
    (tmp_path / "content" / "timeline.lock").unlink()
    story.run()
    (why,) = store.why_left(story.load())
    assert "the lock was lost" in why


def test_of_a_withheld_text_it_is_said_that_nothing_was_read(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", "", body=Body.WITHHELD)
    assert story.run().lines == ("a: its text is withheld, nothing was read",)
