"""Articles that are mended, updated, renamed or saved again bring nothing back, and only what is new."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_story import LEFT_TITLE, TEXT, Story, titles

from timeline.problems import Severity
from timeline.store.lock import LOCK_FILE


def test_a_typo_mended_in_the_article_brings_nothing_back(story: Story) -> None:
    story.delete(LEFT_TITLE)
    story.add("a", TEXT.replace("soldiers", "soldeirs").replace("generals", "general"))
    assert story.run().added == 0
    assert len(titles(story)) == 2


def test_a_publishers_update_brings_only_what_is_new(story: Story) -> None:
    story.delete(LEFT_TITLE)
    more = "On 2024-06-01, a new prime minister was sworn in before the assembly."
    story.add("a", f"UPDATED. {more} {TEXT.replace('the base', 'their base')} Read more.")
    assert story.run().added == 1
    assert "A new prime minister was sworn in before the assembly" in titles(story)
    assert LEFT_TITLE not in titles(story)


@pytest.mark.parametrize("change", ["", "soldeirs"])
def test_a_renamed_article_is_the_same(story: Story, change: str) -> None:
    story.delete(LEFT_TITLE)
    text = story.articles.pop("a").text
    story.add("renamed", text.replace("soldiers", change or "soldiers"))
    plan = story.run()
    assert plan.added == 0
    problems = story.load().problems
    assert {p.severity for p in problems} == {Severity.WARNING}
    assert "is now called 'renamed'" in problems[0].message
    assert "article: renamed" in problems[0].hint
    assert {s.article for e in story.events() for s in e.sources} == {"a"}
    assert story.run().empty
    story.text = story.text.replace("article: a\n", "article: renamed\n")
    assert story.run().empty
    assert not story.load().problems


HEADING = {"title": "Soldiers leave", "publisher": "Paper"}
MORE = (
    " On 2024-06-01, a new prime minister was sworn in before the assembly of the capital, officials said."
    " Several hundred people waved flags in the rain on the square. A band played until the evening."
)


@pytest.mark.parametrize(("heading", "same"), [(HEADING, True), ({**HEADING, "title": "Other news"}, False)])
def test_an_update_under_another_name_is_known_by_its_heading(
    heading: dict[str, str], same: bool, tmp_path: Path
) -> None:
    story = Story(tmp_path)
    story.add("a", TEXT, **HEADING)
    story.run()
    story.articles = {}
    story.add("renamed", TEXT.replace(", ", ", officials said, ") + MORE, **heading)
    story.run()
    assert story.load().renamed == ({"a": "renamed"} if same else {})
    cited = [(s.article, s.quote) for e in story.events() for s in e.sources]
    assert len(cited) == len({*cited})


def test_an_article_that_cannot_be_read_does_not_stop_its_entries(story: Story) -> None:
    folder = story.folder / "content/articles"
    folder.mkdir()
    (folder / "A.md").write_text("---\npublished: 2024-13\n---\n")
    story.articles = {}
    problems = story.load().problems
    assert {p.severity for p in problems} == {Severity.WARNING}
    assert "the article 'a' could not be read" in problems[0].message
    assert story.run().empty


def test_renamed_twice(story: Story) -> None:
    story.articles = {"b": story.articles["a"]}
    for name in ("b", "c"):
        story.articles = {}
        story.add(name, TEXT)
        assert story.run().added == 0
    assert {p.severity for p in story.load().problems} == {Severity.WARNING}
    assert story.load().renamed == {"a": "c", "b": "c"}


def test_the_same_address_saved_again_is_the_same_article(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", TEXT, url="https://www.example.org/x?from=mail#top")
    story.run()
    story.delete(LEFT_TITLE)
    story.add("saved-again", f"{TEXT} Subscribe now.", url="http://example.org/x")
    plan = story.run()
    assert plan.added == 0
    assert [line for line in plan.lines if line.startswith("saved-again: 3 known from a")]
    assert len(titles(story)) == 2


@pytest.mark.parametrize("joined_first", [True, False])
def test_another_sentence_splitter_brings_nothing_back(tmp_path: Path, *, joined_first: bool) -> None:
    story = Story(tmp_path, joined=joined_first)
    story.add("a", TEXT.replace("The weather was fine. ", ""))
    story.run()
    story.text = "events:\n"
    story.joined = not joined_first
    lock = story.folder / LOCK_FILE
    lock.write_text(lock.read_text().replace('"reader": "1"', '"reader": "0"'))
    assert len(story.plan().lines) == 1
    assert story.run().added == 0
    assert story.run().empty


def test_two_events_of_one_sentence_have_two_ids(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", "On 2024-03-12, the envoy arrived; and the ambassador left; and the talks began.")
    story.run()
    assert len({e.id for e in story.events()}) == 3
    story.delete("the ambassador left")
    assert story.run().empty
    story.add("a", "On 2024-03-12, the envoys arrived; and the ambassador left; and the talks began.")
    assert story.run().added == 0
    assert len(story.events()) == 2


def test_like_sentences_that_are_new_are_not_swallowed(tmp_path: Path) -> None:
    story = Story(tmp_path)
    first = "On 2024-03-12, twelve people were killed in an attack near the town of Tillaberi."
    story.add("a", first)
    story.run()
    second = first.replace("12,", "19,").replace("twelve", "thirteen")
    story.add("a", f"{first} {second}")
    assert story.run().added == 1
    assert len(story.events()) == 2
