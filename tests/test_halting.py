"""A run that cannot do all that it should: what the machine refuses and files with errors are told."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli.halting import refused
from timeline.problems import format_problem


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/timeline.yml").write_text("format: 1\n", encoding="utf-8")
    (tmp_path / "content/events.yaml").write_text("events:\n  - title: A\n    date: 2012\n", encoding="utf-8")
    return tmp_path


def timeline(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "timeline", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_a_name_that_the_disk_does_not_take_is_one_message(story: Path) -> None:
    done = timeline(story, "export", "csv", "-o", str(story / ("a" * 300)))
    assert done.returncode == 2
    assert "error: File name too long" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in story.iterdir()] == ["content"]


@pytest.mark.skipif(sys.platform != "linux", reason="the full disk that Linux has for tests")
def test_a_full_disk_is_one_message(story: Path) -> None:
    done = timeline(story, "export", "csv", "-o", "/dev/full")
    assert done.returncode == 2
    assert "error: No space left on device" in done.stderr
    assert "free some space" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_the_file_is_named_and_what_to_do(number: int, tmp_path: Path) -> None:
    problem = refused(OSError(number, "No", str(tmp_path / "site")))
    assert problem is not None
    assert format_problem(problem).startswith(f"{tmp_path / 'site'}: error: No\n  ")


def test_other_errors_are_bugs() -> None:
    assert refused(FileNotFoundError(errno.ENOENT, "No such file", "x")) is None
    assert refused(OSError("strange")) is None


def test_a_run_with_errors_ends_with_their_number(story: Path) -> None:
    (story / "content/articles").mkdir()
    (story / "content/articles/a.md").write_text("The mayor resigned.\n", encoding="utf-8")
    done = timeline(story, "render")
    assert done.stderr.endswith("\n1 error, told above: what it concerns was left out\n")
    with (story / "content/events.yaml").open("a", encoding="utf-8") as file:
        file.write("    when: 2012\n")
    done = timeline(story, "render")
    assert done.stderr.endswith("\n2 errors, told above: the site was left as it was\n")
