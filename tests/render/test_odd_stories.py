"""Stories unlike the usual: nothing in them yet, one entry, plans alone, old times, and very long words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import browser as chromium
import pytest
import sample

from timeline import render
from timeline.exports.review import review
from timeline.model import Event, Kind, Place, Source, Timeline
from timeline.public import public_view
from timeline.temporal.edtf import When

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def told(title: str, date: str, **more: object) -> Event:
    source = Source(title=LONG, publisher=LONG, url=f"https://example.org/{'c' * 300}", quote=f"{LONG}: so.")
    return Event(title.lower()[:20], title, When.parse(date), sources=(source,), **more)  # type: ignore[arg-type]


STORIES: dict[str, tuple[Event, ...]] = {
    "none": (),
    "one": (told("The bridge opens", "2024-03-14"),),
    "plans": tuple(
        told(f"Phase {d}", d, kind=Kind.PLANNED)
        for d in ("2027", "2028-21", "2030/2032", "[2033..2035]", "203X")
    ),
    "old": tuple(told(f"In {d}", d) for d in ("-0043-03-15", "-0047~", "-04XX", "0122", "1453-05-29")),
    "long": (
        told(f"{LONG} {LONG}", "2024", places=(Place(f"{LONG}ort"),), actors=(LONG,), tags=(LONG.lower(),)),
        told("Before", "[..2012-05-01]", text=f"https://example.org/{'a' * 200}/x?y={'b' * 120}"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for name, events in STORIES.items():
        project = tmp_path_factory.mktemp(name)
        settings = sample.settings(project)
        story = Timeline(events, {})
        render.write_site(public_view(story, settings), settings, project / "site", sample.FILES)
        (project / "review.html").write_text(review(story, settings), encoding="utf-8")
        made[name] = project
    return made


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320), ("light", 320)])
@pytest.mark.parametrize("name", STORIES)
def test_axe_finds_nothing_in_any_state(
    browser: Browser, stories: dict[str, Path], name: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True  # type: ignore[arg-type]
    )  # fmt: skip
    page = context.new_page()
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto((stories[name] / "site" / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert chromium.faults(page) == []
    if STORIES[name]:
        page.fill("[name=q]", "nothing has these words")
        page.wait_for_function("document.querySelector('.search [role=status]').textContent")
        assert chromium.faults(page) == []
    page.keyboard.press("/")
    page.goto((stories[name] / "review.html").as_uri())
    assert chromium.faults(page) == []
    context.close()
    assert heard == []


def test_a_story_without_entries_says_so_and_offers_no_search(page: Page, stories: dict[str, Path]) -> None:
    page.goto((stories["none"] / "site/index.html").as_uri())
    assert "No entries yet." in page.inner_text("main")
    assert page.locator(".search, .strip").count() == 0


def test_one_entry_has_no_strip_and_no_empty_filters(page: Page, stories: dict[str, Path]) -> None:
    page.goto((stories["one"] / "site/index.html").as_uri())
    assert page.locator(".strip, .filters").count() == 0
    assert page.locator(".search [name=q]").count() == 1
    assert "14 March 2024" in page.inner_text("main")


def test_times_before_our_own_are_told_in_order(page: Page, stories: dict[str, Path]) -> None:
    page.goto((stories["old"] / "site/index.html").as_uri())
    assert page.locator("main h2").all_inner_texts() == ["500 BC", "48 BC", "44 BC", "122", "1453"]
