"""What `timeline check` says about articles."""

from pathlib import Path

import pytest

from timeline.articles import check, read_articles
from timeline.config import Settings
from timeline.problems import Severity

STORY = (
    "The last soldiers left the base in the north of the country on Monday and handed it to the army, "
    "officials in the capital said, after talks that had lasted for five days in the middle of May. "
)
OTHER = (
    "None of them would say when the aircraft would follow, "
    "or what had become of the fuel that was left behind."
)


def told(folder: Path, **articles: str) -> list[str]:
    (folder / "content" / "articles").mkdir(parents=True)
    for name, text in articles.items():
        head, _, body = text.partition("|")
        lines = head.strip() or "published: 2024-05-03"
        path = folder / "content" / "articles" / f"{name}.md"
        path.write_text(f"---\n{lines}\n---\n{body}", encoding="utf-8")
    settings = Settings(project=folder)
    found, problems = read_articles(settings)
    assert problems == ()
    return [f"{p.where}: {p.severity}: {p.message} / {p.hint}" for p in check(found, settings)]


def test_a_dateline(tmp_path: Path) -> None:
    (note,) = told(tmp_path, a=f"|NIAMEY, May 2 — {STORY}")
    assert note.startswith('content/articles/a.md:1: note: the dateline "NIAMEY, May 2" differs')
    assert "`written: 2024-05-02`" in note


@pytest.mark.parametrize(
    "text",
    [
        f"|NIAMEY, May 3 — {STORY}",
        f"published: 2024-05-03\nwritten: 2024-05-02|NIAMEY, May 2 — {STORY}",
        f"published: 2024-05|NIAMEY, May 2 — {STORY}",
        f"published: unknown|NIAMEY, May 2, 2024 — {STORY}",
        f"|{STORY}",
    ],
)
def test_nothing_to_say(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, a=text) == []


def test_a_rewrite(tmp_path: Path) -> None:
    (note,) = told(tmp_path, a=f"published: 2024-05-02|{STORY}", b=f"|{STORY}{OTHER} {OTHER[::-1]}")
    assert note.startswith("content/articles/b.md:1: note: this may retell a (")
    assert "`origin: a`" in note
    assert "`origin: b`" in note


def test_a_rewrite_of_a_rewrite_shares_its_origin(tmp_path: Path) -> None:
    first = f"published: 2024-05-02\norigin: reuters-1|{STORY}"
    (note,) = told(tmp_path, a=first, b=f"|{STORY}{OTHER} {OTHER[::-1]}")
    assert "`origin: reuters-1`" in note


@pytest.mark.parametrize("origin", ["a", "b"])
def test_an_answer_is_not_asked_again(tmp_path: Path, origin: str) -> None:
    first = f"published: 2024-05-02|{STORY}"
    assert told(tmp_path, a=first, b=f"published: 2024-05-03\norigin: {origin}|{STORY}{OTHER} (AP)") == []


def test_the_same_text_needs_no_question(tmp_path: Path) -> None:
    assert told(tmp_path, a=f"published: 2024-05-02|{STORY}{OTHER}", b=f"|{STORY}{OTHER} So it was.") == []


def test_a_credit(tmp_path: Path) -> None:
    (note,) = told(
        tmp_path, a=f"publisher: Post\npublished: 2024-05-03|{STORY}It was first reported by Reuters."
    )
    assert '"first reported by Reuters"' in note
    assert "`origin: reuters-2024-05-03`" in note


@pytest.mark.parametrize(
    ("day", "origin"), [("2024-05-02", "wire"), ("2024-03-02", "capital-press-2024-05-03")]
)
def test_a_credit_to_a_report_that_the_project_has(tmp_path: Path, day: str, origin: str) -> None:
    """Of about the same day; else it was another report of that paper."""
    (note,) = told(
        tmp_path,
        a=f"publisher: Post\npublished: 2024-05-03|{STORY}So Capital Press reported.",
        wire=f"publisher: Capital Press\npublished: {day}|{OTHER}",
    )
    assert '"Capital Press reported"' in note
    assert f"`origin: {origin}`" in note


def test_a_summary_of_ours_credits_nobody(tmp_path: Path) -> None:
    assert (
        told(tmp_path, a=f"published: 2024-05-03\nbody: summary|{STORY}It was first reported by Reuters.")
        == []
    )


def test_a_changed_original_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "content" / "originals").mkdir(parents=True)
    (tmp_path / "content" / "originals" / "a.txt").write_text("changed")
    head = f"published: 2024\noriginal: originals/a.txt\nsha256: {'0' * 64}"
    (warning,) = told(tmp_path, a=f"{head}|{STORY}")
    assert f": {Severity.WARNING}: " in warning
