"""Who clones a repository that keeps article texts out can check, edit, render and publish all the same."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline import pipeline
from timeline.cli import cli
from timeline.config import Settings
from timeline.model import Article, Body, Retraction
from timeline.problems import Severity
from timeline.scaffold import new_project
from timeline.store.facts import facts_of, stand_ins
from timeline.store.lock import ArticleLine
from timeline.temporal.edtf import When

EVENTS = "content/events.yaml"
REWRITE = """---
title: Bay closes bridge
publisher: The Other Paper
published: 2024-03-16
retracted: {date: 2024-04-02, note: names the wrong bay}
---
"""


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def run(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["-C", str(folder), *words])


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Make a story whose texts git leaves out, with a text that two publishers printed."""
    project = tmp_path / "first"
    new_project(project)
    body = (project / "content/articles/example-1.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    (project / "content/articles/other-paper.md").write_text(REWRITE + body, encoding="utf-8")
    git(tmp_path, "init", "-q", "first")
    assert run(project, "render").exit_code == 0
    git(project, "add", "-A")
    git(project, "commit", "-qm", "Begin")
    return project


@pytest.fixture
def clone(theirs: Path, tmp_path: Path) -> Path:
    git(tmp_path, "clone", "-q", str(theirs), "second")
    assert not (tmp_path / "second/content/articles").exists()
    return tmp_path / "second"


def test_the_page_is_the_same_byte_for_byte_and_nothing_is_written(theirs: Path, clone: Path) -> None:
    before = files(clone)
    report = pipeline.render_site(clone, pipeline.Job(clone / "site"))
    assert not report.failed
    assert report.pages is not None
    assert not report.pages.changed
    kept = {name: data for name, data in files(clone).items() if not name.startswith(".git/")}
    assert kept == {name: data for name, data in before.items() if not name.startswith(".git/")}
    assert files(theirs / "site") == files(clone / "site")


def test_one_note_says_what_is_not_checked(clone: Path) -> None:
    result = run(clone, "check")
    assert result.exit_code == 0, result.output
    assert result.output.count("not here") == 1
    assert "note: the files of 3 articles (" in result.output
    assert "quotes are not checked" in result.output
    assert "nothing to mend: .gitignore keeps texts out" in result.output


def test_where_texts_belong_into_git_a_file_that_is_gone_is_a_warning(clone: Path) -> None:
    (clone / ".gitignore").write_text("/.timeline/\n", encoding="utf-8")
    result = run(clone, "render")
    assert result.exit_code == 0
    assert "warning: the files of 3 articles (" in result.output
    assert "put the files back into content/articles/" in result.output


@pytest.mark.parametrize("words", [("extract",), ("candidates",), ("export", "review"), ("export", "json")])
def test_every_command_works(clone: Path, words: tuple[str, ...]) -> None:
    assert run(clone, *words).exit_code == 0


def test_explaining_a_text_that_is_not_here_says_where_it_is(clone: Path) -> None:
    result = run(clone, "explain", "content/articles/example-1.md")
    assert result.exit_code == 2
    assert "the text of example-1 is not here" in result.output
    assert "there is no file nobody.md" in run(clone, "explain", "nobody.md").output


def test_what_the_second_editor_changes_and_adds_is_shown(clone: Path) -> None:
    path = clone / EVENTS
    text = path.read_text(encoding="utf-8")
    entry = "  - title: A word of ours\n    date: 2024-03-20\n    sources:\n      - article: example-2\n"
    path.write_text(text + entry, encoding="utf-8")
    own = clone / "content/articles/own.md"
    own.parent.mkdir()
    own.write_text(
        "---\npublisher: Own\npublished: 2024-06-02\n---\nThe mayor of Tarn resigned on 1 June.\n",
        encoding="utf-8",
    )
    assert run(clone, "render").exit_code == 0
    page = (clone / "site/index.html").read_text(encoding="utf-8")
    assert "A word of ours" in page
    assert "The mayor of Tarn resigned" in page
    assert path.read_text(encoding="utf-8").startswith(text + entry)


def test_a_text_that_comes_back_is_nothing_new(theirs: Path, clone: Path) -> None:
    (clone / "content/articles").mkdir()
    for path in (theirs / "content/articles").glob("*.md"):
        (clone / "content/articles" / path.name).write_bytes(path.read_bytes())
    before = {name: (clone / name).read_bytes() for name in (EVENTS, "content/timeline.lock")}
    assert run(clone, "render").exit_code == 0
    assert {name: (clone / name).read_bytes() for name in before} == before


def test_two_papers_with_one_text_stay_one_report_where_one_of_them_is_here(
    theirs: Path, clone: Path
) -> None:
    (clone / "content/articles").mkdir()
    name = "content/articles/other-paper.md"
    (clone / name).write_bytes((theirs / name).read_bytes())
    report = pipeline.render_site(clone, pipeline.Job(clone / "site"))
    assert report.pages is not None
    assert not report.pages.changed


def test_an_article_with_a_slip_of_its_own_keeps_its_name_on_the_page(theirs: Path) -> None:
    path = theirs / "content/articles/example-1.md"
    path.write_text(path.read_text(encoding="utf-8").replace("published:", "publishd:"), encoding="utf-8")
    result = run(theirs, "render")
    assert result.exit_code == 1
    assert "the article 'example-1' could not be read" in result.output
    assert "not here" not in result.output
    git(theirs, "diff", "--exit-code", "--", "site")


def test_an_article_that_nobody_cites_leaves_no_facts_in_the_lock(theirs: Path) -> None:
    path = theirs / "content/articles/secret.md"
    path.write_text("---\ntitle: Not yet\npublished: 2024-06-01\n---\nNothing to see.\n", encoding="utf-8")
    assert run(theirs, "render").exit_code == 0
    lock = (theirs / "content/timeline.lock").read_text(encoding="utf-8")
    assert '"secret"' in lock
    assert "Not yet" not in lock


def test_many_articles_that_are_nowhere_known_are_one_error(clone: Path) -> None:
    named = "".join(
        f"  - {{title: T {n}, date: 2024, sources: [{{article: gone-{chr(97 + n) * 9}}}]}}\n"
        for n in range(9)
    )
    (clone / EVENTS).write_text(f"events:\n{named}", encoding="utf-8")
    result = run(clone, "render")
    assert result.exit_code == 1
    assert result.output.count("error:") == 1
    assert "there is no article 'gone-aaaaaaaaa', nor 8 others: gone-bbbbbbbbb," in result.output
    assert "content/timeline.lock tells what is needed of them" in result.output


FULL = Article(
    "a", "content/articles/a.md", "", title="T", publisher="P", author="A", published=When.parse("2024-05?"),
    published_minute="2024-05-02T14:05+02:00", written=When.parse("2024-05-01"), timezone="Africa/Niamey",
    url="https://example.org/a", archived="https://example.org/b", language="fr", licence="CC0", rights="R",
    body=Body.SUMMARY, origin="o", twin_of="b", hemisphere="south", identifier="i", collection="c",
    retracted=Retraction(None, "wrong", "https://example.org/c"),
)  # fmt: skip


@pytest.mark.parametrize(
    "article", [FULL, Article("a", "", ""), replace(FULL, retracted=None, body=Body.WITHHELD)]
)
def test_facts_give_the_article_back(article: Article) -> None:
    (again,) = stand_ins({"a": ArticleLine("a", facts=facts_of(article) or {"language": "en"})}, ())
    assert again == replace(article, path=again.path, absent=True)
    assert again.is_withheld


@pytest.mark.parametrize(
    "facts", [{"published": "the other day"}, {"body": "lost"}, {"retracted": "soon"}, {}]
)
def test_facts_that_somebody_spoilt_are_none(facts: dict[str, str]) -> None:
    assert not list(stand_ins({"a": ArticleLine("a", facts=facts)}, ()))


def test_facts_that_are_no_list_of_facts_are_told(theirs: Path) -> None:
    lock = theirs / "content/timeline.lock"
    lock.write_text(
        lock.read_text(encoding="utf-8").replace('"facts": {', '"facts": [], "x": {', 1), encoding="utf-8"
    )
    settings = Settings(theirs)
    report = pipeline.look(settings, pipeline.Job(theirs / "site"))
    assert [p.message for p in report[1] if p.severity is Severity.ERROR] == [
        "this line of the lock cannot be read"
    ]
