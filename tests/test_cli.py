"""The command line on real folders: exit codes, messages with their places, and runs that change nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = """\
---
title: Talks reopen
publisher: The Daily Example
published: 2024-05-03
---
Envoys from Norland reopened talks with Sudland in Example City on Tuesday.
A first round had failed in mid-March.
"""
SETTINGS = "format: 1\ntitle: A story\npublish: reviewed\n"
EVENTS = """\
events:
  - id: talks
    date: 2024-04-30
    title: Talks reopen
    sources:
      - article: talks
        quote: Envoys from Norland reopened talks
"""
HAND_MADE = """\
events:
  - title: Norland and Sudland sign a treaty  # from the archive
    date: 2012
"""


def timeline(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1735689600", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "timeline", "-C", str(folder), *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "timeline.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "content" / "articles" / "talks.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "content" / "events.yaml").write_text(EVENTS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def untold(story: Path) -> Path:
    """A story whose article has not been taken in: the entry that stands there was made by hand."""
    (story / "content" / "events.yaml").write_text(HAND_MADE, encoding="utf-8")
    return story


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# Each row: the file, what stands there instead of what, the exit code, and what the message must hold.
MISTAKES = [
    ("events.yaml", "title: Talks reopen", "title: 'Talks", 1, ["content/events.yaml:", "^"]),
    ("events.yaml", "    title:", "    title: One\n    title:", 1, ["content/events.yaml:5:5", "title", "^"]),
    (
        "events.yaml",
        "    title:",
        "    titel: One\n    title:",
        1,
        ["content/events.yaml:4:5", "`title`", "^^^^^"],
    ),
    ("events.yaml", "2024-04-30", "2024-04-31", 1, ["content/events.yaml:3:", "30 days", "^"]),
    ("events.yaml", "2024-04-30", "someday soon", 1, ["content/events.yaml:3:11", "someday soon", "^"]),
    ("events.yaml", "article: talks", "article: tolks", 1, ["content/events.yaml:6:", "tolks", "talks", "^"]),
    ("events.yaml", "quote: Envoys", "quote: Envois", 0, ["content/events.yaml:7:", "warning", "quote"]),
    ("events.yaml", "id: talks", "id: *other", 1, ["content/events.yaml:2:"]),
    ("timeline.yml", "title:", "titel:", 1, ["content/timeline.yml:2:1", "title", "^^^^^"]),
    ("timeline.yml", "reviewed", "everything", 1, ["content/timeline.yml:3:10", "drafts", "^"]),
    ("articles/talks.md", "published: 2024-05-03\n", "", 1, ["content/articles/talks.md:", "unknown"]),
    ("articles/talks.md", "2024-05-03", "2024-02-30", 1, ["content/articles/talks.md:4:", "29 days", "^"]),
    ("articles/talks.md", "publisher:", "publischer:", 1, ["content/articles/talks.md:3:1", "publisher"]),
]


@pytest.mark.parametrize(("name", "old", "new", "code", "told"), MISTAKES)
def test_a_mistake_is_shown_with_its_place_and_its_mend(
    story: Path, name: str, old: str, new: str, code: int, told: list[str]
) -> None:
    path = story / "content" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    before = everything(story)
    done = timeline(story, "render")
    assert done.returncode == code, done.stderr
    for words in told:
        assert words in done.stderr
    assert "Traceback" not in done.stderr
    if code and not name.startswith("articles/"):
        assert everything(story) == before, "a failed run changes nothing on disk"


def test_an_empty_folder_is_told_how_to_begin(tmp_path: Path) -> None:
    done = timeline(tmp_path, "render")
    assert done.returncode == 2
    assert "timeline new" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_ours_is_refused(story: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    foreign = tmp_path_factory.mktemp("foreign")
    (foreign / "thesis.doc").write_text("four years of work")
    before = everything(story)
    done = timeline(story, "render", "--output", str(foreign))
    assert done.returncode == 2
    assert "foreign" in done.stderr
    assert everything(story) == before
    assert (foreign / "thesis.doc").read_text() == "four years of work"


def test_a_second_run_changes_nothing(story: Path) -> None:
    first = timeline(story, "render")
    assert first.returncode == 0, first.stderr
    before = everything(story)
    again = timeline(story, "render")
    assert again.returncode == 0
    assert everything(story) == before
    assert "nothing changed" in again.stdout


def test_frozen_fails_when_there_is_something_to_take_in(untold: Path) -> None:
    done = timeline(untold, "render", "--frozen")
    assert done.returncode == 1
    assert "--frozen" in done.stderr
    timeline(untold, "render")
    assert timeline(untold, "render", "--frozen").returncode == 0


def test_strict_makes_a_warning_an_error(story: Path) -> None:
    path = story / "content" / "events.yaml"
    path.write_text(path.read_text().replace("Envoys", "Envois"))
    before = everything(story)
    assert timeline(story, "render", "--strict").returncode == 1
    assert everything(story) == before


def test_dry_run_prints_the_change_and_makes_none(untold: Path) -> None:
    before = everything(untold)
    done = timeline(untold, "extract", "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "+++" in done.stdout
    assert everything(untold) == before


def test_what_was_added_can_be_undone(untold: Path) -> None:
    before = (untold / "content" / "events.yaml").read_bytes()
    assert timeline(untold, "extract").returncode == 0
    assert (untold / "content" / "events.yaml").read_bytes() != before
    assert timeline(untold, "undo").returncode == 0
    assert (untold / "content" / "events.yaml").read_bytes() == before


def test_what_was_deleted_stays_deleted(untold: Path) -> None:
    assert timeline(untold, "extract").returncode == 0
    path = untold / "content" / "events.yaml"
    path.write_text(HAND_MADE, encoding="utf-8")
    assert timeline(untold, "extract").returncode == 0
    assert path.read_text(encoding="utf-8") == HAND_MADE


WRONG_USAGE = [
    ["nonsense"],
    ["export", "xls"],
    ["render", "--top", "-1"],
    ["dates", "missing.txt"],
    ["-C", "nowhere", "render"],
]


@pytest.mark.parametrize("arguments", WRONG_USAGE, ids=" ".join)
def test_wrong_usage_ends_with_2(story: Path, arguments: list[str]) -> None:
    done = timeline(story, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_explain_shows_how_a_phrase_is_read(tmp_path: Path) -> None:
    done = timeline(tmp_path, "explain", "mid-March", "--published", "2024-05-03")
    assert done.returncode == 0
    for words in ("[2024-03-11..2024-03-20]", "2024-03", "MID", "anchor", "2024-05-03"):
        assert words in done.stdout


def test_explain_shows_an_article_sentence_by_sentence(story: Path) -> None:
    done = timeline(story, "explain", str(story / "content" / "articles" / "talks.md"))
    assert done.returncode == 0, done.stderr
    assert "on Tuesday" in done.stdout
    assert "2024-04-30" in done.stdout


def test_explain_says_why_tellings_of_two_articles_were_joined(story: Path) -> None:
    folder = story / "content" / "articles"
    other = ARTICLE.replace("The Daily Example", "The Weekly Example").replace("on Tuesday", "on 30 April")
    (folder / "again.md").write_text(other, encoding="utf-8")
    done = timeline(story, "explain", str(folder / "talks.md"))
    assert done.returncode == 0, done.stderr
    assert "joined with again: “Envoys from Norland reopened talks with Sudland" in done.stdout
    assert "same day 30 April 2024; same deed: " in done.stdout
    assert "same deed: reopened" in done.stdout
    assert "joined with" not in timeline(story, "explain", str(folder / "talks.md"), "--alone").stdout


def test_explain_says_what_became_of_a_finding(story: Path) -> None:
    path, article = story / "content" / "events.yaml", str(story / "content" / "articles" / "talks.md")
    path.write_text("events:\n", encoding="utf-8")
    assert timeline(story, "extract").returncode == 0
    (name,) = re.findall(r"id: (e-\w+)", path.read_text(encoding="utf-8"))[:1]
    assert re.search(rf"taken  {name}  (no date|\S+)  Envoys", _explained(story, article))
    path.write_text("events:\n", encoding="utf-8")
    assert f"deleted since: `timeline restore {name}` brings it back" in _explained(story, article)


def _explained(story: Path, article: str) -> str:
    return timeline(story, "explain", article, "--alone").stdout


def test_a_dash_is_standard_input(tmp_path: Path) -> None:
    done = timeline(
        tmp_path, "dates", "-", "--published", "2024-05-03", "--format", "json", stdin="It was Monday."
    )
    assert done.returncode == 0, done.stderr
    assert '"2024-04-29"' in done.stdout


def test_dates_names_each_of_several_files(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("It was Monday.", encoding="utf-8")
    other.write_text("", encoding="utf-8")
    both = ("dates", str(one), str(other), "--published", "2024-05-03")
    table = timeline(tmp_path, *both).stdout
    assert table.startswith(f"{one}\nwords")
    assert table.endswith(f"\n\n{other}\nno time expressions found\n")
    told = json.loads(timeline(tmp_path, *both, "--format", "json").stdout)
    assert [(each["id"], len(each["mentions"])) for each in told] == [(str(one), 1), (str(other), 0)]
    refused = timeline(tmp_path, *both, "--format", "timeml")
    assert (refused.returncode, "give one file" in refused.stderr) == (2, True)


def test_dates_says_what_it_lacks(tmp_path: Path) -> None:
    undated = timeline(tmp_path, "dates", stdin="They met yesterday.")
    assert (undated.returncode, "no day of publication" in undated.stdout) == (0, True)
    foreign = timeline(tmp_path, "dates", "--language", "zz", stdin="yesterday")
    assert foreign.returncode == 2
    assert "nothing is known about the language 'zz'" in foreign.stderr
    line = timeline(tmp_path, "dates", "--jsonl", "--language", "zz", stdin='{"id": 1, "text": "yesterday"}')
    assert line.returncode == 1
    assert json.loads(line.stdout)["error"] == "nothing is known about the language 'zz'"


def test_explain_tells_a_missing_file_from_a_phrase(tmp_path: Path) -> None:
    missing = timeline(tmp_path, "explain", "talks.md")
    assert (missing.returncode, "there is no file talks.md" in missing.stderr) == (2, True)
    assert timeline(tmp_path, "explain", "nothing at all").returncode == 1


def test_dates_prints_a_table(tmp_path: Path) -> None:
    done = timeline(tmp_path, "dates", "--published", "2024-05-03", stdin="Talks began in mid-March.\n")
    assert done.returncode == 0, done.stderr
    assert "mid-March" in done.stdout
    assert "[2024-03-11..2024-03-20]" in done.stdout


def test_a_note_on_the_pages_is_told_by_the_command_that_makes_them(story: Path) -> None:
    (story / "content" / "timeline.yml").write_text(f"{SETTINGS}language: it\n", encoding="utf-8")
    done = timeline(story, "render")
    assert "note: there are no interface words for the language it, so they are English" in done.stderr
    assert "choose one of ar, de, en, es, fr, or write theme/languages/it.yaml" in done.stderr


ALIKE = """\
events:
  - {id: one, date: 2024-05-19, title: The withdrawal from Norland began, status: draft}
  - {id: two, date: 2024-05-19, title: The withdrawal of troops from Norland began, status: draft}
  - {id: three, date: 2024-05-19, title: The withdrawal of all troops from Norland began, status: draft}
"""


def test_check_asks_once_of_entries_that_may_all_be_the_same(story: Path) -> None:
    (story / "content" / "events.yaml").write_text(ALIKE, encoding="utf-8")
    told = timeline(story, "check").stdout
    assert told.count("possibly the same") == 1
    assert "    one  2024-05-19  The withdrawal from Norland began\n" in told
    assert all(f"    {name}  2024-05-19" in told for name in ("two", "three"))
    (line,) = (line for line in told.splitlines() if line.startswith("  in "))
    keeping, _, joining = line.removeprefix("  in ").partition(": ")
    others = joining.partition("[")[2].partition("]")[0]
    assert {keeping, *others.split(", ")} == {"one", "two", "three"}
    assert joining == f"`merged: [{others}]`, or `different_from: [{others}]`"
    assert "their sources moved there" in told


@pytest.mark.parametrize(
    ("options", "statuses"),
    [((), ["status: draft", "status: hidden"]), (("--status", "reviewed"), ["", "status: hidden"])],
)
def test_imported_entries_are_drafts_unless_the_person_or_the_file_says_otherwise(
    story: Path, options: tuple[str, ...], statuses: list[str]
) -> None:
    told = {
        "format": 1,
        "events": [{"title": "One", "date": "2011"}, {"title": "Two", "date": "2012", "status": "hidden"}],
    }
    (story / "in.json").write_text(json.dumps(told), encoding="utf-8")
    done = timeline(story, "import", str(story / "in.json"), *options)
    assert done.stdout.startswith("2 entries added")
    assert "`timeline undo` takes them out" in done.stdout
    assert "+++" not in done.stdout, "the change itself is shown by --dry-run"
    text = (story / "content" / "events.yaml").read_text(encoding="utf-8")
    one, _, two = text.partition("title: One")[2].partition("title: Two")
    again = timeline(story, "import", str(story / "in.json"), *options).stdout
    assert again == "2 entries are there already\n0 entries added\n"
    for entry, status in zip((one, two), statuses, strict=True):
        assert (status in entry) if status else ("status:" not in entry)


def test_an_unknown_status_of_imported_entries_is_wrong_usage(story: Path) -> None:
    (story / "in.csv").write_text("title,date\nOne,2011\n", encoding="utf-8")
    done = timeline(story, "import", str(story / "in.csv"), "--status", "finished")
    assert done.returncode == 2
    assert "draft" in done.stderr


def test_a_run_over_several_articles_ends_with_what_they_gave_together(story: Path) -> None:
    (story / "content" / "events.yaml").write_text("events:\n", encoding="utf-8")
    assert "articles:" not in timeline(story, "extract", "--dry-run").stdout
    other = ARTICLE.replace("on Tuesday", "on Thursday").replace("A first round", "Another round")
    (story / "content" / "articles" / "other.md").write_text(other, encoding="utf-8")
    assert "2 articles: " in timeline(story, "extract").stdout
    assert "articles: " not in timeline(story, "extract").stdout


def test_a_picture_that_is_not_there_is_named_where_it_stands(story: Path) -> None:
    images = story / "content" / "images"
    images.mkdir()
    (images / "gate.png").write_bytes(b"")
    events = EVENTS + "    image: {src: gaet.png, alt: The gate}\n"
    (story / "content" / "events.yaml").write_text(events, encoding="utf-8")
    for command in ("check", "render"):
        said = timeline(story, command).stderr
        assert said.count("there is no picture") == 1
        assert (
            "content/events.yaml:8:18: warning: there is no picture content/images/gaet.png\n"
            "  8 |     image: {src: gaet.png, alt: The gate}\n"
            "    |                  ^^^^^^^^\n"
            "  did you mean gate.png? if not, put it there, or take the line out\n"
        ) in said
    assert timeline(story, "check", "--strict").returncode == 1


def test_a_draft_of_a_person_is_not_called_found_by_the_program(story: Path) -> None:
    (story / "content" / "timeline.yml").write_text("format: 1\ntitle: A story\n", encoding="utf-8")
    (story / "content" / "events.yaml").write_text(HAND_MADE + "    status: draft\n", encoding="utf-8")
    assert timeline(story, "render").returncode == 0
    page = (story / "site" / "index.html").read_text(encoding="utf-8")
    assert "Draft, not yet reviewed" in page
    assert "Found by the program, not yet read by a person" in page
    assert "entries are drafts and have not been reviewed yet." in page
    own = next((story / "site" / "e").glob("2012-*.html")).read_text(encoding="utf-8")
    assert "Found by the program" not in own


def test_a_withdrawn_entry_is_not_told_as_reviewed(story: Path) -> None:
    events = EVENTS + "  - {id: t, title: Talks fail, date: 2024-05-01, status: withdrawn, notice: Wrong.}\n"
    (story / "content" / "events.yaml").write_text(events, encoding="utf-8")
    said = timeline(story, "render", "--frozen").stdout
    assert "2 entries shown (1 reviewed, 0 drafts, 1 withdrawn)" in said
