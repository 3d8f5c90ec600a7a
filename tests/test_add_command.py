"""`timeline add` as a person meets it: in a folder of their own, from a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.articles import read_articles
from timeline.config import Settings

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


RETRACTED = """\
---
title: Dockers paid to walk out
published: 2026-02-20
retracted:
  date: 2026-03-01
  note: 'The letter, "signed" by the owner, was a forgery: see below.'
  url: https://example.org/a,b
---
A letter told 600 dockers on Thursday to walk out.
"""


def test_a_retraction_comes_along_with_its_article(story: Path) -> None:
    (story / "paid.md").write_text(RETRACTED, encoding="utf-8")
    done = add(story, str(story / "paid.md"))
    assert (done.returncode, done.stderr) == (0, "")
    written = (story / "content/articles/paid.md").read_text(encoding="utf-8")
    assert (
        'retracted: {date: 2026-03-01, note: "The letter, \\"signed\\" by the owner, was a forgery: '
        'see below.", url: "https://example.org/a,b"}\n'
    ) in written
    (article,) = read_articles(Settings(project=story))[0]
    assert article.retracted is not None
    assert article.retracted.note == 'The letter, "signed" by the owner, was a forgery: see below.'


def test_a_folder_is_given_again_once_its_catalogue_is_mended(story: Path, tmp_path: Path) -> None:
    folder = tmp_path / "box 4 (Größe)"
    folder.mkdir()
    for number in range(4):
        text = f"Dockers walk out {number}\n\nSome {number}00 dockers walked out on Monday.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    rows = "".join(f"{number}.txt;2026-02-18;1\n" for number in range(4))
    catalogue = tmp_path / "catalogue.csv"
    catalogue.write_text(
        f"file;date;ocr\n{rows.replace('2.txt;2026-02-18', '2.txt;2026-02-31')}", encoding="utf-8"
    )
    given = (str(folder), "--metadata", str(catalogue))
    done = add(story, *given)
    assert done.returncode == 1
    assert done.stdout.endswith(
        "3 articles added: `timeline render` reads them; 1 not added, as said above\n"
    )
    catalogue.write_text(f"file;date;ocr\n{rows}", encoding="utf-8")
    done = add(story, *given)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("1 article added: `timeline render` reads them; 3 here already\n")
    assert "ocr: true\n" in (story / "content/articles/2.md").read_text(encoding="utf-8")
    assert add(story, *given).stdout == "0 articles added; 4 here already\n"


def test_from_inside_of_a_story_the_way_out_is_named(story: Path) -> None:
    inside = story / "content" / "articles"
    inside.mkdir()
    done = add(inside, "-", "--published", "2026-02-18")
    assert done.returncode == 2
    assert "`cd ../..`, or `timeline -C ../.. …`" in done.stderr
