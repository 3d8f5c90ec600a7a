"""Tests of the store share a small project (`small_story`)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small_story import TEXT, Story


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Make a project with one article whose three events are entries already."""
    made = Story(tmp_path)
    made.add("a", TEXT)
    made.run()
    assert len(made.events()) == 3
    return made
