"""What a person deleted is known again when another article tells it in other words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.pipeline import Job, load_settings, take_in

FIRST = """Fire crews were called at 11.40pm on Monday and worked through the night to lay booms across the \
river at Sallow Bridge.

A storage tank at the Halden tannery split open. The mayor of Orrin opened a relief fund on Tuesday.
"""
AGAIN = """Fire crews were called to the Halden tannery at 11.40pm on 10 March, a log shows.

The county bought the site of the tannery on Thursday for one pound.
"""
OTHER = "Fire crews were called to a school in Corrow on 12 June, a log shows.\n"


def _article(project: Path, name: str, day: str, text: str) -> None:
    top = f"---\ntitle: {name}\npublisher: {name}\npublished: {day}\n---\n"
    (project / f"content/articles/{name}.md").write_text(top + text)


def _run(project: Path) -> tuple[str, tuple[str, ...]]:
    settings, problems = load_settings(project)
    report = take_in(settings, Job(output=project / "site"), problems)
    assert not report.failed, report.problems
    return (project / "content/events.yaml").read_text(), report.taken


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/timeline.yml").write_text("format: 1\ntitle: Spill\n")
    _article(tmp_path, "courier", "2025-03-12", FIRST)
    found, _ = _run(tmp_path)
    assert "title: Fire crews were called" in found
    return tmp_path


def _delete(project: Path, *, to_a_comment: bool) -> None:
    path = project / "content/events.yaml"
    entries = re.split(r"(?m)^(?=  - id)", path.read_text())
    (number,) = (n for n, entry in enumerate(entries) if "title: Fire crews" in entry)
    as_comment = "".join(f"  # {line}" for line in entries[number].splitlines(keepends=True))
    entries[number] = as_comment if to_a_comment else ""
    path.write_text("".join(entries))


@pytest.mark.parametrize("to_a_comment", [True, False])
def test_a_deleted_entry_that_another_article_tells_is_reported(project: Path, *, to_a_comment: bool) -> None:
    _delete(project, to_a_comment=to_a_comment)
    before = (project / "content/events.yaml").read_text()
    _article(project, "gazette", "2025-07-18", AGAIN)
    after, told = _run(project)
    assert after.startswith(before)
    assert "Fire crews" not in after.removeprefix(before)
    assert "title: The county bought the site" in after
    (line,) = (line for line in told if "tells what you deleted" in line)
    assert "“Fire crews were called at 11.40pm on Monday and" in line
    assert _run(project) == (after, ())


def test_an_entry_that_is_there_takes_the_telling(project: Path) -> None:
    _article(project, "gazette", "2025-07-18", AGAIN)
    after, told = _run(project)
    assert after.count("title: Fire crews") == 1
    assert after.count("quote: Fire crews") == 2
    assert not [line for line in told if "deleted" in line]


def test_another_deed_of_the_same_kind_is_added(project: Path) -> None:
    _delete(project, to_a_comment=False)
    _article(project, "gazette", "2025-06-14", OTHER)
    after, told = _run(project)
    assert "title: Fire crews were called to a school in Corrow" in after
    assert not [line for line in told if "deleted" in line]
