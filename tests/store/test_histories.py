"""What people do to their files and articles between two runs, and what must not happen then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_story import Story

from timeline import store
from timeline.model import Event, Source, Status
from timeline.problems import Severity
from timeline.store.lock import LOCK_FILE
from timeline.temporal.edtf import When

MET = "On 2024-03-12, the delegation of the United States met the generals in Niamey."
LEFT = "On 2024-04-01, the last soldiers left the base in the north of the country."
FELL = "On 2024-05-01, the price of bread fell by half in all markets of the capital."
TEXT = f"{MET} The weather was fine. {LEFT} {FELL}"
MET_TITLE = "The delegation of the united states met the generals in niamey"
LEFT_TITLE = "The last soldiers left the base in the north of the country"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    made = Story(tmp_path)
    made.add("a", TEXT)
    made.run()
    assert len(made.events()) == 3
    return made


def titles(story: Story) -> list[str]:
    return [e.title for e in story.events()]


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
    assert story.run().added == 0
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


def test_a_deleted_source_stays_deleted(story: Story) -> None:
    story.add("b", LEFT)
    assert story.run().added == 1
    (entry,) = (e for e in story.events() if e.title == LEFT_TITLE)
    assert [s.article for s in entry.sources] == ["a", "b"]
    assert not entry.sources[1].is_new
    story.text = re.sub(r"      - article: b\n        quote: .*\n        said: .*\n", "", story.text)
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


# the lock is lost


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


# a limit to what is added


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
