"""`timeline check --strict`: what is a warning for the articles themselves is an error too."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import cli

FRENCH = """Les deux délégations se sont retrouvées mardi dans la capitale pour reprendre les discussions qui
avaient échoué au mois de mars. Le ministre a dit que les négociations dureraient plusieurs semaines, mais que
son pays était prêt à faire des concessions sur la question de la frontière.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    (tmp_path / "content/timeline.yml").write_text("format: 1\ntitle: Talks\n")
    return tmp_path


def check(project: Path, *words: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["-C", str(project), "check", *words])
    return done.exit_code, done.output


def test_a_text_in_another_language(project: Path) -> None:
    path = project / "content/articles/talks.md"
    path.write_text(f"---\npublisher: P\npublished: 2024-05-03\n---\n{FRENCH}")
    assert check(project)[0] == 0
    assert "warning: this text is read as 'en', and seems to be 'fr'" in check(project)[1]
    code, told = check(project, "--strict")
    assert code == 1
    assert "error: this text is read as 'en', and seems to be 'fr'" in told


def test_an_original_that_was_changed(project: Path) -> None:
    (project / "content/originals").mkdir()
    (project / "content/originals/talks.txt").write_text("Talks reopened on Tuesday.\n")
    top = f"publisher: P\npublished: 2024-05-03\noriginal: originals/talks.txt\nsha256: {'0' * 64}\n"
    path = project / "content/articles/talks.md"
    path.write_text(f"---\n{top}---\nTalks reopened on Tuesday.\n")
    assert check(project)[0] == 0
    assert check(project, "--strict")[0] == 1


def test_nothing_to_mend(project: Path) -> None:
    code, told = check(project, "--strict")
    assert (code, told) == (0, "0 entries, 0 articles: nothing to mend\n")
