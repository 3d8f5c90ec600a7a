"""What the tests of the page share: made-up stories, each written once, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import browser as chromium
import pytest
import sample

from timeline import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


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


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("arabic")
    sample.put_picture(project)
    settings = sample.settings(
        project, language="ar", title="عبّارة المضيق", description="كيف فقد ميناء صغير عبّارته."
    )
    render.write_site(sample.timeline(), settings, project / "site", sample.FILES)
    return project / "site"


@pytest.fixture(scope="module")
def long_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = tmp_path_factory.mktemp("long")
    render.write_site(sample.many(1000), sample.settings(project, eras=()), project / "site", {})
    return project / "site"


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A story in parts; its entries are few words long, so that the checks of all of them take no minutes."""
    project = tmp_path_factory.mktemp("split")
    settings = sample.settings(project, eras=())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("timeline.render.parts.MOST_EVENTS", 100)
        patch.setattr("timeline.render.pages.LONG", 20)
        render.write_site(sample.many(150, 8), settings, project / "site", {})
    return project / "site"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium.opened() as opened:
        yield opened


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with chromium.served(site) as base:
        yield base
