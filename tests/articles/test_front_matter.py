"""Front matter: what it may say, and what a person is told about mistakes in it."""

from pathlib import Path

import pytest

from timeline.articles import read_article
from timeline.config import Settings
from timeline.model import Article, Body
from timeline.problems import Severity, format_problem

FULL = """\
---
id: niger-coup
title: "Coup in Niger: what we know"
publisher: The Sahel Post
author: A. Reporter
published: 2023-07-27T10:05+01:00
written: 2023-07-26
timezone: Africa/Niamey
hemisphere: south
language: fr
url: https://example.org/a?b=c
archived: https://archive.example.org/1
body: summary
origin: reuters-2023-07-26
licence: CC BY 4.0
rights: (c) The Sahel Post
identifier: doi:10.1000/1
collection: Box 4, folder 2
retracted: {date: 2023-08-01, note: "named the wrong person", url: https://example.org/note}
original: originals/niger-coup.html
sha256: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
ocr: true
x-desk: [anything, {at: all}]
---

Soldiers said that they had taken over.
"""


def read(folder: Path, text: str, name: str = "one.md") -> tuple[Article | None, str]:
    path = folder / "content" / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    article, problems = read_article(path, Settings(project=folder, language="de"))
    return article, "\n".join(map(format_problem, problems))


def test_every_key(tmp_path: Path) -> None:
    article, shown = read(tmp_path, FULL)
    assert shown == ""
    assert article is not None
    assert article.id == "niger-coup"
    assert article.path == "content/articles/one.md"
    assert article.text == "Soldiers said that they had taken over."
    assert (article.where.line, article.where.path) == (25, "content/articles/one.md")
    assert article.title == "Coup in Niger: what we know"
    assert (str(article.published), article.published_minute) == ("2023-07-27", "2023-07-27T10:05+01:00")
    assert str(article.written) == str(article.anchor) == "2023-07-26"
    assert (article.timezone, article.hemisphere, article.language) == ("Africa/Niamey", "south", "fr")
    assert article.body is Body.SUMMARY
    assert article.retracted is not None
    assert (str(article.retracted.date), article.retracted.note) == ("2023-08-01", "named the wrong person")
    assert (article.original, article.sha256, article.ocr) == ("originals/niger-coup.html", "a" * 64, True)
    assert (article.origin, article.collection) == ("reuters-2023-07-26", "Box 4, folder 2")


def test_the_least_that_is_needed(tmp_path: Path) -> None:
    article, shown = read(tmp_path, "---\npublished: unknown\n---\nText.")
    assert shown == ""
    assert article is not None
    assert (article.id, article.published, article.anchor, article.language) == ("one", None, None, "de")
    assert (article.body, article.text) == (Body.VERBATIM, "Text.")


@pytest.mark.parametrize(
    "text", ["\ufeff---\r\npublished: 2024\r\n---\r\nOne.\r\n", "---  \npublished: 2024\n...\nOne."]
)
def test_marks_and_line_ends(tmp_path: Path, text: str) -> None:
    article, shown = read(tmp_path, text)
    assert (shown, article and article.text) == ("", "One.")


@pytest.mark.parametrize("scalar", ["no", "1998", "12:30", "1.10", "~", "null", "'2024-05-02'"])
def test_values_stay_text(tmp_path: Path, scalar: str) -> None:
    article, shown = read(tmp_path, f"---\npublished: 2024\ntitle: {scalar}\n---\nx")
    assert (shown, article and article.title) == ("", scalar.strip("'"))


MISTAKES = [
    (
        "title: x",
        "one.md:1:1: error: this article does not say when it was published\n"
        "  1 | ---\n    | ^^^\n"
        "  add a line such as `published: 2024-05-02` (EDTF); `published: unknown` is allowed",
    ),
    (
        'published: "2024-04-31"',
        "one.md:2:21: error: there is no 2024-04-31: 2024-04 has 30 days\n"
        '  2 | published: "2024-04-31"\n    |                     ^^\n'
        "  write 2024-04 if the day is not known",
    ),
    (
        "published: 2024\npublsher: x",
        "one.md:3:1: error: unknown key 'publsher'\n  3 | publsher: x\n    | ^^^^^^^^\n"
        "  did you mean 'publisher'? A key of your own begins with x-",
    ),
    (
        "published: 2024\nheadline: x",
        "one.md:3:1: error: unknown key 'headline'\n  3 | headline: x\n    | ^^^^^^^^\n"
        "  did you mean 'title'? A key of your own begins with x-",
    ),
    (
        "published: 2024\nbody: sumary",
        "one.md:3:7: error: 'sumary' is none of verbatim, summary, withheld\n"
        "  3 | body: sumary\n    |       ^^^^^^\n"
        "  did you mean 'summary'?",
    ),
]


@pytest.mark.parametrize(("yaml", "told"), MISTAKES)
def test_what_a_person_is_told(tmp_path: Path, yaml: str, told: str) -> None:
    article, shown = read(tmp_path, f"---\n{yaml}\n---\nText.")
    assert article is None
    assert shown == f"content/articles/{told}"


PLACES = [
    # front matter, line and column, words of the message
    ("published: 2024\ntitle: a\ntitle: b", "4:1", "title"),
    ("published: 2024\ntitle: a: b", "3:", ""),
    ("published: 2024\n\ttitle: a", "3:1", ""),
    ("published: 2024\ntitle: *x", "3:8", "anchor"),
    ("published: 2024\ntitle: !!str x", "3:8", "tag"),
    ("published:", "2:11", "missing"),
    ("published: 5/2/2024", "2:12", "2024-05-02 or 2024-02-05"),
    ("published: soon", "2:12", "not a date"),
    ("published: 2024\nid: Über uns", "3:5", "id"),
    ("published: 2024\nlanguage: english", "3:11", "language"),
    ("published: 2024\ntimezone: Niamey", "3:11", "time zone"),
    ("published: 2024\nurl: www.example.org", "3:6", "web address"),
    ("published: 2024\nurl: javascript:alert(1)", "3:6", "web address"),
    ("published: 2024\nocr: maybe", "3:6", "true nor false"),
    ("published: 2024\nsha256: abc", "3:9", "SHA-256"),
    ("published: 2024\noriginal: ../../secret", "3:11", "in the project"),
    ("published: 2024\nretracted: yes", "3:12", "parts"),
    ("published: 2024\nretracted: {when: 2024}", "3:12", "'when'"),
    ("published: 2024\nretracted: {date: 2024-02-30}", "3:12", "2024-02 has 29 days"),
    ("published: 2024\ntitle: [a, b]", "3:8", "one text"),
    ("published: 2024\nhemisphere: east", "3:13", "north, south"),
    ("- a\n- b", "2:1", "not made of keys"),
]


@pytest.mark.parametrize(("yaml", "place", "words"), PLACES)
def test_where_a_mistake_is_shown(tmp_path: Path, yaml: str, place: str, words: str) -> None:
    article, shown = read(tmp_path, f"---\n{yaml}\n---\nText.")
    assert article is None
    assert shown.startswith(f"content/articles/one.md:{place}"), shown
    assert words in shown
    assert "^" in shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops left.", "no front matter"),
        ("---\npublished: 2024\nTroops left.", "never closed"),
        ("+++\npublished = 2024\n+++\n", "TOML"),
        ("  \n", "empty"),
    ],
)
def test_a_file_without_front_matter(tmp_path: Path, text: str, words: str) -> None:
    article, shown = read(tmp_path, text)
    assert article is None
    assert words in shown
    assert "published" in shown or "---" in shown or "front matter" in shown


@pytest.mark.parametrize(
    ("title", "body", "read_as"),
    [
        ("", "# Troops *leave*\n\nThey left.", ("Troops leave", "They left.")),
        ("Troops leave", "# Troops leave #\nThey left.", ("Troops leave", "They left.")),
        ("Coup", "# Troops leave\n\nThey left.", ("Coup", "Troops leave\n\nThey left.")),
        ("", "## Part\n\nThey left.", ("", "Part\n\nThey left.")),
        ("", "They left.\n\n# Later", ("", "They left.\n\nLater")),
    ],
)
def test_a_heading_that_is_the_title(tmp_path: Path, title: str, body: str, read_as: tuple[str, str]) -> None:
    article, _ = read(tmp_path, f"---\npublished: 2024\ntitle: {title}\n---\n\n{body}")
    assert article is not None
    assert (article.title, article.text) == read_as


def test_withheld_text_is_not_read(tmp_path: Path) -> None:
    article, shown = read(tmp_path, "---\npublished: 2024\nbody: withheld\n---\nTheir words.")
    assert article is not None
    assert article.text == ""
    assert "warning: the text is said to be withheld" in shown


def test_no_text_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "one.md"
    path.write_text("---\npublished: 2024\n---\n")
    article, problems = read_article(path, Settings(project=tmp_path))
    assert article is not None
    assert [p.severity for p in problems] == [Severity.WARNING]
