"""A machine that refuses: one message and exit code 2, and nothing lost."""

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
