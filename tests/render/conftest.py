"""What the tests of the page share: the made-up story, written once where nobody changes it."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample

from timeline import render


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    sample.put_picture(folder)
    return folder


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The site of the made-up story. Tests read it and leave it as it is."""
    output = project / "site"
    report = render.write_site(sample.timeline(), sample.settings(project), output, sample.FILES)
    assert report.problems == ()
    return output
