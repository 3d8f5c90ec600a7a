"""`timeline add` as a person meets it: in a folder of their own, from a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Dockers walk out\n\nMore than 600 dockers walked out at Port Lessing on Monday, their union said.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "timeline.yml").write_text("format: 1\ntitle: A story\n", encoding="utf-8")
    return tmp_path


def add(folder: Path, *arguments: str, text: str = TEXT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1771372800", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "timeline", "-C", str(folder), "add", *arguments],
        input=text,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_pasted_text_becomes_an_article_and_keeps_its_original(story: Path) -> None:
    done = add(story, "-", "--published", "2026-02-18", "--publisher", "Harbour Post")
    name = "harbour-post-2026-02-18-dockers-walk-out"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f"content/articles/{name}.md: added\n")
    assert (story / "content" / "originals" / f"{name}.txt").read_text(encoding="utf-8") == TEXT
    again = add(story, "-", "--published", "2026-02-18")
    assert (again.returncode, f"in the project already: content/articles/{name}.md" in again.stderr) == (
        1,
        True,
    )


def test_a_missing_publisher_is_told_as_reports_are_counted_by_it(story: Path) -> None:
    done = add(story, "-", "--published", "today")
    assert done.returncode == 0
    assert done.stdout.endswith(
        "dockers-walk-out.md: added; reports are counted by publisher: add a line `publisher: …` to it\n"
    )


def test_without_a_day_nothing_is_added_from_a_pipe(story: Path) -> None:
    done = add(story, "-")
    assert (done.returncode, "pass --published DAY" in done.stderr) == (1, True)
    assert not list((story / "content").rglob("*.md"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("https://post.example/1", "timeline add SAVED-FILE --url https://post.example/1"),
        ("nowhere.txt", "there is no such file"),
    ],
)
def test_what_cannot_be_added_is_answered_with_what_to_do(story: Path, name: str, said: str) -> None:
    done = add(story, name, "--published", "2026-02-18")
    assert (done.returncode, said in done.stderr) == (1, True)


def test_many_articles_are_shown_in_a_line_each_and_counted(story: Path) -> None:
    texts = ("Dock closes", "Mill burns", "Ferry sails", "Bridge opens", "Judge resigns", "Talks fail")
    rows = "".join(
        f"{title} {n},{' '.join(f'{title.lower()} {k} times {n}' for k in range(4))}.\n"
        for n in range(2)
        for title in texts
    )
    (story / "many.csv").write_text(f"title,text\n{rows}", encoding="utf-8")
    done = add(story, str(story / "many.csv"), "--published", "2026-02-18", "--publisher", "Post")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("  text  ") == 10
    assert "\nmany.csv#12: Post, 2026-02-18, Talks fail 1, " in done.stdout
    assert done.stdout.endswith("12 articles added: `timeline render` reads them\n")
