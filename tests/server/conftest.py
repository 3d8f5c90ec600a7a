"""A project with one page, and its running preview."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from previewing import PAGE, Preview, running


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "page.html").write_text(PAGE)
    return tmp_path


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    with running(project) as started:
        yield started
