"""The sites that tools from elsewhere look at: the shipped story, and a made-up one with every feature."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sample

from timeline import exports, render
from timeline.public import PublicTimeline

ROOT = Path(__file__).parents[2]


def written(project: Path, view: PublicTimeline, **more: object) -> Path:
    """Write a site with its feeds and downloads, as the whole program does."""
    settings = sample.settings(project, **more)
    render.write_site(view, settings, project / "site", exports.site_files(view, settings))
    return project / "site"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the story in content/, rendered from a copy."""
    project = tmp_path_factory.mktemp("shipped")
    shutil.copytree(ROOT / "content", project / "content")
    subprocess.run(
        [sys.executable, "-m", "timeline", "-C", str(project), "render"], check=True, capture_output=True
    )
    return project / "site"


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up story: drafts, corrections, conflicts, pictures, an address of its own."""
    project = tmp_path_factory.mktemp("made-up")
    sample.put_picture(project)
    return written(project, sample.timeline())


@pytest.fixture(scope="session")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("arabic")
    sample.put_picture(project)
    return written(project, sample.timeline(), language="ar", title="عبّارة المضيق", base_url="")


@pytest.fixture(scope="session")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story in parts, with a search across them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.render.parts.MOST_EVENTS", 100)
        return written(tmp_path_factory.mktemp("parted"), sample.many(150, 8), eras=())
