"""What a preview keeps from one build to the next changes nothing in what it builds."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import pipeline

ROOT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the shipped story, to be edited."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def built(project: Path, name: str, memory: pipeline.Memory | None = None) -> pipeline.Report:
    job = pipeline.Job(output=project / ".timeline" / name, with_drafts=True, memory=memory)
    return pipeline.render_site(project, job)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def put(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Return an edit: the first `old` in the file at `path` becomes `new`."""

    def edit(project: Path) -> None:
        file = project / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    return edit


def write(path: str, text: str) -> Callable[[Path], None]:
    """Return an edit that writes a file anew."""

    def edit(project: Path) -> None:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, "utf-8")

    return edit


def first_article(project: Path) -> str:
    return min((project / "content" / "articles").glob("*.md")).relative_to(project).as_posix()


def an_article_changes(project: Path) -> None:
    put(first_article(project), "publisher: ", "publisher: Anew, ")(project)


EDITS = [
    pytest.param(put("content/events.yaml", "title: ", "title: Anew, "), id="a title"),
    pytest.param(put("content/timeline.yml", "title: ", "title: Anew, "), id="the settings"),
    pytest.param(put("content/timeline.yml", "language: en", "language: fr"), id="the language"),
    pytest.param(an_article_changes, id="an article"),
    pytest.param(
        write("theme/about.html", '{% extends "default/about.html" %}{% block more %}Anew{% endblock %}'),
        id="a template",
    ),
    pytest.param(write("theme/languages/en.yaml", "ui: {sources: Anew}\n"), id="a word"),
    pytest.param(write("theme/extra.css", "h1{color:red}\n"), id="the style"),
]


@pytest.mark.parametrize("edit", EDITS)
def test_every_edit_is_seen(project: Path, edit: Callable[[Path], None]) -> None:
    memory = pipeline.Memory()
    built(project, "kept", memory)
    before = files(project / ".timeline" / "kept")
    edit(project)
    built(project, "kept", memory)
    built(project, "fresh")
    kept = files(project / ".timeline" / "kept")
    assert kept != before
    assert kept == files(project / ".timeline" / "fresh")


def test_an_edited_word_is_seen_in_the_downloads(project: Path) -> None:
    memory = pipeline.Memory()
    built(project, "kept", memory)
    write("theme/languages/en.yaml", "ui: {sources: Anew}\n")(project)
    built(project, "kept", memory)
    assert b"<p>Anew: " in (project / ".timeline" / "kept" / "embed-fragment.txt").read_bytes()


def test_an_edited_article_is_read_anew(project: Path) -> None:
    memory = pipeline.Memory()
    article = project / first_article(project)
    old = article.read_text("utf-8")
    built(project, "kept", memory)
    article.write_text(old.replace("published: ", "published: some day #", 1), "utf-8")
    wrong = [p.where.path for p in built(project, "kept", memory).problems if p.is_error and p.where]
    assert first_article(project) in wrong
    article.write_text(old, "utf-8")
    assert not any(p.is_error for p in built(project, "kept", memory).problems)


def test_the_story_is_built_again_in_under_half_a_second(project: Path) -> None:
    """In time of processor: what else the machine does takes no part."""
    memory = pipeline.Memory()
    built(project, "kept", memory)
    put("content/events.yaml", "title: ", "title: Anew, ")(project)
    began = time.process_time()
    report = built(project, "kept", memory)
    assert time.process_time() - began < 0.5
    assert report.pages
    assert "index.html" in report.pages.changed
