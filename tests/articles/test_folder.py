"""The folder of articles."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.articles import check_days, read_articles
from timeline.config import Settings
from timeline.problems import Severity
from timeline.temporal.days import Day

TEXT = "---\npublished: 2024-05-02\n---\nTroops left Niger.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "project" / "content" / "articles").mkdir(parents=True)
    return Settings(project=tmp_path / "project")


def put(settings: Settings, name: str, text: str | bytes = TEXT) -> Path:
    path = settings.content / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_folders_are_read_recursively_and_sorted_by_id(settings: Settings) -> None:
    for name in (
        "b.md",
        "a/z.md",
        "A Straße_1.txt",
        "deep/er/c.MD",
        ".hidden.md",
        ".git/d.md",
        "photo.jpg",
        "b.md~",
    ):
        put(settings, name)
    articles, problems = read_articles(settings)
    assert problems == ()
    assert [(a.id, a.path) for a in articles] == [
        ("a-strae-1", "content/articles/A Straße_1.txt"),
        ("b", "content/articles/b.md"),
        ("c", "content/articles/deep/er/c.MD"),
        ("z", "content/articles/a/z.md"),
    ]


def test_no_folder_no_articles(tmp_path: Path) -> None:
    assert read_articles(Settings(project=tmp_path)) == ((), ())


def test_a_broken_article_is_left_out_and_the_rest_goes_on(settings: Settings) -> None:
    put(settings, "good.md")
    put(settings, "bad.md", "no front matter")
    put(settings, "latin.md", "---\npublished: 2024\n---\ncaf\u00e9 \u00e9".encode("latin-1"))
    articles, problems = read_articles(settings)
    assert [a.id for a in articles] == ["good"]
    assert [str(p.where) for p in problems] == [
        "content/articles/bad.md:1:1",
        "content/articles/latin.md:4:4",
    ]
    assert problems[1].excerpt.startswith("caf")


def test_an_id_used_twice_is_an_error(settings: Settings) -> None:
    put(settings, "a/one.md")
    put(settings, "b/one.md")
    put(settings, "c/two.md", TEXT.replace("---\n", "---\nid: one\n", 1))
    articles, problems = read_articles(settings)
    assert [a.path for a in articles] == ["content/articles/a/one.md"]
    assert [str(p.where) for p in problems] == ["content/articles/b/one.md:1", "content/articles/c/two.md:1"]
    assert all("content/articles/a/one.md" in p.message and p.is_error for p in problems)


def test_a_name_that_gives_no_id(settings: Settings) -> None:
    put(settings, "Нигер.md")
    articles, problems = read_articles(settings)
    assert articles == ()
    assert "id: " in problems[0].hint


def test_nothing_outside_the_project_is_read(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.md").write_text(TEXT)
    folder = settings.content / "articles"
    make.link(folder / "s.md", tmp_path / "secret" / "s.md")
    make.link(folder / "secret", tmp_path / "secret")
    put(settings, "real.md")
    make.link(folder / "alias.md", folder / "real.md")
    articles, problems = read_articles(settings)
    assert [a.id for a in articles] == ["alias", "real"]
    assert sorted(str(p.where) for p in problems) == ["content/articles/s.md", "content/articles/secret"]


def test_the_folder_itself_may_not_lead_outside(tmp_path: Path, make: SimpleNamespace) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "s.md").write_text(TEXT)
    (tmp_path / "project" / "content").mkdir(parents=True)
    make.link(tmp_path / "project" / "content" / "articles", tmp_path / "secret")
    articles, problems = read_articles(Settings(project=tmp_path / "project"))
    assert articles == ()
    assert problems[0].is_error


def test_a_link_that_leads_nowhere_is_said_to(settings: Settings, make: SimpleNamespace) -> None:
    folder = settings.content / "articles"
    make.link(folder / "old.md", folder / "gone.md")
    read, (problem,) = read_articles(settings)
    assert not read
    assert str(problem.where) == "content/articles/old.md"
    assert "leads to no file" in problem.message


def test_an_unreadable_file(settings: Settings) -> None:
    path = put(settings, "one.md")
    path.chmod(0)
    articles, problems = read_articles(settings)
    if articles:
        pytest.skip("this user may read everything")
    assert "cannot be read" in problems[0].message


def test_days_in_the_future(settings: Settings) -> None:
    put(settings, "today.md", TEXT)
    put(settings, "late.md", TEXT.replace("2024-05-02", "2024-05-03"))
    put(settings, "month.md", TEXT.replace("2024-05-02", "2024-05"))
    put(settings, "taken.md", TEXT.replace("---\n", "---\nretracted: {date: 2024-06}\n", 1))
    articles, _ = read_articles(settings)
    problems = check_days(articles, Day(2024, 5, 2))
    assert [(str(p.where), p.severity) for p in problems] == [
        ("content/articles/late.md", Severity.WARNING),
        ("content/articles/taken.md", Severity.WARNING),
    ]


def test_twins_are_told(settings: Settings) -> None:
    words = (
        "The last soldiers left the base in the north on Monday and handed it to the army of the country. "
    )
    put(settings, "b.md", f"---\npublished: 2024-05-02\n---\n{words}")
    put(settings, "a.md", f"---\npublished: 2024-05-03\n---\n{words} So it was.")
    put(
        settings,
        "c.md",
        "---\npublished: 2024-05-01\n---\nSomething else was told here, in words that are its own alone.",
    )
    articles, _ = read_articles(settings)
    assert {a.id: a.twin_of for a in articles} == {"a": "b", "b": "", "c": ""}
