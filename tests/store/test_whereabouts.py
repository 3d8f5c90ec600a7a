"""What became of the findings of an article, and which other articles tell of the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from small_story import Story

from timeline import store


@pytest.fixture
def story(tmp_path: Path) -> Story:
    made = Story(tmp_path)
    made.add("a", "On 2024-03-12 the council sold the ferry. On 2024-03-14 the mayor of Varde resigned.")
    return made


def told(story: Story) -> list[str]:
    return list(store.whereabouts(story.load(), "a").values())


def test_of_an_entry_of_its_own_nothing_is_said(story: Story) -> None:
    assert told(story) == []  # not read yet
    story.run()
    assert told(story) == ["", ""]


def test_each_fate_is_told_with_its_command(story: Story) -> None:
    story.limit = 1
    story.run()
    (kept,) = (event.id for event in story.load().timeline.events)
    left = next(line for line in story.load().lock.candidates if line != kept)
    assert sorted(told(story)) == ["", f"left out: `timeline take {left}` adds it"]
    store.take(story.load(), [left])
    assert sorted(told(story)) == ["", "comes with the next run"]
    story.text = "events:\n"
    assert f"deleted since: `timeline restore {kept}` brings it back" in told(story)


def test_it_may_stand_in_another_entry_or_be_taken_out_of_it(story: Story) -> None:
    story.limit = 1
    story.run()
    (kept,) = (event.id for event in story.load().timeline.events)
    source = '{article: a, quote: "sold"}'
    story.text = f"events:\n  - {{id: mine, title: The sale, merged: [{kept}], sources: [{source}]}}\n"
    assert "stands in mine: The sale" in told(story)
    story.text = f"events:\n  - {{id: mine, title: The sale, date: 2024, merged: [{kept}]}}\n"
    assert "taken out of mine: The sale" in told(story)


def test_the_articles_that_tell_the_same_come_first(story: Story) -> None:
    for n in range(5):
        story.add(f"other-{n}", f"On 2024-05-0{n + 1} a storm number {n} hit the coast of Halden.")
    story.add("z", "On 2024-03-12 the council sold the ferry. Nobody minded.")
    story.run()
    state = story.load()
    own = state.articles["a"]
    assert store.related(state, own, 1)[0].id == "z"
    assert len(store.related(state, own, 40)) == 6
    assert len(store.related(state, replace(own, id="new"), 3)) == 3
