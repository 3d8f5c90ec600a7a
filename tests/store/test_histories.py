"""What people do to their entries between two runs, and what must not happen then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_story import FELL, LEFT, LEFT_TITLE, MET, TEXT, Story, titles

from timeline import store
from timeline.model import Event, Source, Status
from timeline.store.lock import LOCK_FILE
from timeline.temporal.edtf import When


def test_nothing_new_writes_nothing(story: Story) -> None:
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in story.folder.rglob("*") if p.is_file()}
    plan = story.run()
    assert plan.empty
    assert plan.added == 0
    assert {
        p: (p.read_bytes(), p.stat().st_mtime_ns) for p in story.folder.rglob("*") if p.is_file()
    } == before


def test_the_diff_is_the_exact_change(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.text = "events:\n  - title: mine\n    date: 2024"
    story.add("a", MET)
    diff = story.plan().diff()
    assert story.text == "events:\n  - title: mine\n    date: 2024"
    story.run()
    kept = [line[1:] for line in diff.splitlines()[3:] if line[0] in " +"]
    assert "\n".join(kept) + "\n" == story.text
    assert diff.startswith("--- content/events.yaml\n+++ content/events.yaml\n@@ ")


def test_the_first_file_begins_with_the_schema(story: Story) -> None:
    assert story.text.startswith("# yaml-language-server: $schema=events.schema.json\nevents:\n")
    assert (story.folder / "content/events.schema.json").is_file()


def test_new_entries_can_enter_a_file_in_a_folder(tmp_path: Path) -> None:
    story = Story(tmp_path, new_events="events/2024.yaml")
    story.add("a", TEXT)
    story.run()
    assert story.text.startswith("# yaml-language-server: $schema=../events.schema.json\n")
    assert len(story.events()) == 3
    assert story.run().empty


def test_what_was_deleted_stays_deleted(story: Story) -> None:
    story.delete(LEFT_TITLE)
    assert story.run().empty
    story.articles["a"] = story.articles["a"].__class__(
        **{**_fields(story, "a"), "licence": "x", "title": "x"}
    )
    assert not story.run().added
    assert len(titles(story)) == 2


def _fields(story: Story, name: str) -> dict[str, object]:
    article = story.articles[name]
    return {key: getattr(article, key) for key in article.__dataclass_fields__}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"title: {LEFT_TITLE}", "title: Something else entirely"),
        ("date: 2024-04-01", "date: 2019"),
        ("status: draft", "status: reviewed"),
        ("  - id: ", "  # a remark\n  - id: "),
        (f"quote: {LEFT}", "quote: The last soldiers left […] the north"),
    ],
)
def test_what_was_edited_stays_so(story: Story, old: str, new: str) -> None:
    story.edit(old, new)
    before = story.text
    assert story.run().empty
    assert story.text == before


def test_a_deleted_source_stays_deleted(story: Story) -> None:
    story.add("b", LEFT)
    assert story.run().added == 1
    (entry,) = (e for e in story.events() if e.title == LEFT_TITLE)
    assert [s.article for s in entry.sources] == ["a", "b"]
    assert not entry.sources[1].is_new
    story.text = re.sub(r"      - article: b\n        quote: .*\n        said: .*\n", "", story.text)
    assert [*story.run().files] == [LOCK_FILE]  # nobody cites the article now: its facts go
    assert story.run().empty
    story.add("b", LEFT.replace("soldiers", "soldeirs"))
    assert story.run().added == 0


def test_a_source_for_an_entry_that_was_read_is_marked_new(story: Story) -> None:
    story.text = story.text.replace("    status: draft\n", "")
    story.add("b", LEFT)
    story.run()
    (entry,) = (e for e in story.events() if e.title == LEFT_TITLE)
    assert entry.sources[1].is_new
    assert "        status: new\n" in story.text
    assert any("was added by the program" in line for line in story.check())


def test_an_entry_that_was_merged_into_another_does_not_come_back(story: Story) -> None:
    keep, other = story.events()[:2]
    story.delete(LEFT_TITLE)
    story.edit(f"  - id: {keep.id}\n", f"  - id: {keep.id}\n    merged: [{other.id}]\n")
    story.add("a", TEXT.replace("soldiers", "soldeirs"))
    assert story.run().added == 0
    assert not [p for p in story.load().problems if p.is_error]


def test_an_entry_renamed_by_hand_is_the_same(story: Story) -> None:
    old = next(e.id for e in story.events() if e.title == LEFT_TITLE)
    story.edit(f"id: {old}", "id: the-last-soldiers")
    story.add("a", TEXT.replace("soldiers", "soldeirs"))
    assert story.run().added == 0
    story.add("b", LEFT)
    plan = story.run()
    assert plan.added == 1
    assert [s.article for e in story.events() if e.id == "the-last-soldiers" for s in e.sources] == ["a", "b"]


def test_a_new_article_that_tells_a_deleted_event_is_reported(story: Story) -> None:
    gone = next(e.id for e in story.events() if e.title == LEFT_TITLE)
    story.delete(LEFT_TITLE)
    story.add("b", "On 2024-04-01, the last of the soldiers have left their base in the north.")
    plan = story.run()
    assert plan.added == 0
    assert any(f"timeline restore {gone}" in line for line in plan.lines)
    assert story.run().empty


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        ("On 2024-04-01, rebels with rockets attacked the airport of Agadez.", True),
        ("On 2024-04-01, the airport of Agadez was attacked by rebels.", True),
        ("On 2024-04-01, rebels attacked the garrison of Tamou with mortars.", False),
        ("On 2024-05-01, rebels attacked the airport of Agadez with rockets.", False),
        ("On 2024-04-01, the minister of Agadez opened a school for girls.", False),
        ("On 2024-04-01, pirates attacked a tanker.", False),  # the same deed and day, and nothing more
    ],
)
def test_what_counts_as_telling_a_deleted_event(tmp_path: Path, told: str, *, is_told: bool) -> None:
    story = Story(tmp_path)
    story.add("a", f"On 2024-04-01, rebels attacked the airport of Agadez with rockets. {MET}")
    story.run()
    story.delete("Rebels attacked the airport of agadez with rockets")
    story.add("b", told)
    assert story.run().added == (not is_told)


def test_an_entry_made_by_hand_from_the_sentence_is_not_made_again(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.text = "events:\n  - title: mine\n    date: 2024-03-12\n"
    story.add("a", TEXT)
    story.run()
    assert len(story.events()) == 4
    story.edit(
        "  - title: mine\n",
        "  - title: mine\n    sources:\n      - {article: b, quote: the ministers resigned}\n",
    )
    story.add("b", "Event: on Monday the ministers resigned, all of them.")
    assert story.run().added == 0


def test_what_tells_an_entry_that_was_merged_goes_to_the_one_that_took_it_over(story: Story) -> None:
    keep, other = story.events()[:2]
    story.delete(LEFT_TITLE)
    story.edit(f"  - id: {keep.id}\n", f"  - id: {keep.id}\n    merged: [{other.id}]\n")
    story.add("b", LEFT)
    assert story.run().added == 1
    assert [s.article for s in story.events()[0].sources] == ["a", "b"]
    assert str(story.events()[0].sources[1].date) == "2024-04-01"


def test_the_same_words_of_other_days_are_news(story: Story) -> None:
    story.delete(LEFT_TITLE)
    story.add("b", LEFT.replace("2024-04-01", "2025-04-01"))
    plan = story.run()
    assert plan.added == 1
    assert LEFT_TITLE in titles(story)


# several files, moved entries


def test_an_entry_moved_to_another_file_is_the_same(story: Story) -> None:
    parts = re.split(r"(?m)^(?=  - )", story.text)
    story.text = "".join(parts[:-1])
    folder = story.folder / "content/events"
    folder.mkdir()
    (folder / "b.yaml").write_text("events:\n" + parts[-1])
    assert story.run().empty
    story.add("b", FELL)
    assert story.run().added == 1
    assert "article: b" in (folder / "b.yaml").read_text()
    assert "article: b" not in story.text


def test_ids_may_not_stand_twice(story: Story) -> None:
    first = story.events()[0]
    folder = story.folder / "content/events"
    folder.mkdir()
    (folder / "b.yaml").write_text(f"events:\n  - id: {first.id.upper()}\n    title: x\n    date: 2024\n")
    (problem,) = story.load().problems
    assert "stands at another entry too, in content/events.yaml:3:9" in problem.message
    assert str(problem.where) == "content/events/b.yaml:2:9"


def test_entries_without_id_that_are_alike_have_two_addresses(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.text = "events:\n" + "  - title: Same\n    date: 2024\n" * 3
    assert [e.id for e in story.events()] == ["2024-same", "2024-same-2", "2024-same-3"]
    assert not story.load().problems


# entries from elsewhere


def test_imported_entries_are_added_once(story: Story) -> None:
    entries = (
        Event("2021-mine", "Mine", date=When.parse("2021"), id_given=False, tags=("x",)),
        Event("theirs", "Theirs", text="Two\n\nparagraphs", sources=(Source(title="A book"),)),
    )
    before = story.text
    plan = store.plan_entries(story.load(), entries)
    assert plan.added == 2
    store.write(plan)
    assert story.text.startswith(before)
    added = story.events()[3:]
    assert [(e.id, e.title, e.tags, e.text) for e in added] == [
        ("2021-mine", "Mine", ("x",), ""),
        ("theirs", "Theirs", (), "Two\n\nparagraphs"),
    ]
    assert {e.status for e in added} == {Status.REVIEWED}
    again = store.plan_entries(story.load(), entries)
    assert again.empty
    assert again.lines == ("2 entries are there already",)
    assert story.run().empty
