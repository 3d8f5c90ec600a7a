"""The page in a real Chromium: over file:// and below /repo/, with script and without, for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import browser as chromium
import pytest
import sample

from timeline import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

KINDS = [
    "index.html",
    "e/e-0bbbbbbbbb.html",
    "e/e-0ddddddddd.html",
    "e/e-0hhhhhhhhh.html",
    "e/e-0jjjjjjjjj.html",
    "sources.html",
    "corrections.html",
    "about.html",
    "embed.html",
    "404.html",
]
DATES = [
    "about 1897",
    "8 May 1998",
    "since 2018",
    "mid-August 2023",
    "before September 2023",
    "10–12 September 2023",
    "reported 9 January 2024",
    "3 February 2024",
    "March 2024",
    "first quarter of 2025",
]


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


def no_sideways_scrolling(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def asked(page: Page) -> str:
    return str(page.evaluate("location.search"))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("over", ["file", "repo"])
def test_every_date_headline_and_source_is_there(
    browser: Browser, site: Path, address: str, over: str, script: bool
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    base = f"{site.as_uri()}/" if over == "file" else address
    page.goto(f"{base}index.html")
    text = page.inner_text("main")
    for event in sample.EVENTS:
        assert event.title in text
        for source in event.sources:
            assert source.publisher in text
    assert [date for date in DATES if date not in text] == []
    page.goto(f"{base}e/e-0ddddddddd.html")
    assert sample.WIRE.quote in page.inner_text("main")
    page.click(".home a")
    assert page.url.endswith("index.html")
    context.close()
    assert heard == []
    assert [url for url in asked if not url.startswith(base)] == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    browser: Browser, site: Path, arabic: Path, split: Path, scheme: str, width: int
) -> None:
    script = chromium.axe()
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True  # type: ignore[arg-type]
    )  # fmt: skip
    page = context.new_page()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = []
    for address in [
        *(site / kind for kind in KINDS),
        arabic / "index.html",
        split / "index.html",
        split / "1980s.html",
    ]:
        page.goto(address.as_uri())
        page.evaluate(script)
        result = page.evaluate("rules => axe.run(document, {runOnly: rules})", rules)
        found += [(address.name, v["id"], [n["html"] for n in v["nodes"]][:2]) for v in result["violations"]]
        if not no_sideways_scrolling(page):
            found.append((address.name, "scrolls sideways", []))
    context.close()
    assert found == []


def test_search_and_filters_with_the_state_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.fill("[name=q]", "alma")
    assert "q=alma" in asked(page)
    shown = page.locator("main article:visible").all_text_contents()  # closed quotes are searched as well
    assert shown
    assert [text for text in shown if "Alma" not in text] == []
    assert page.inner_text(".search [role=status]") == f"{len(shown)} of 10 events"
    page.fill("[name=q]", "")
    page.select_option("[name=tag]", "money")
    assert "tag=money" in asked(page)
    assert page.locator("main article:visible").count() == 3
    page.select_option("[name=certainty]", "exact")
    assert page.locator("main article:visible h3").all_inner_texts() == ["Council buys the ferry <Alma>"]
    page.go_back()
    assert page.locator("main article:visible").count() == 3
    page.reload()
    assert page.locator("main article:visible").count() == 3
    assert page.input_value("[name=tag]") == "money"
    page.fill("[name=q]", "nothing like this")
    assert "Nothing found" in page.inner_text(".search [role=status]")
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('main li[hidden]').length === 0")
    assert "tag=" not in asked(page)


def test_search_is_blind_to_accents_and_reads_closed_quotes(page: Page, address: str) -> None:
    page.goto(f"{address}index.html?q=CESSE+de")
    assert page.locator("main article:visible h3").all_inner_texts() == [
        "Last crossing of the Alma",
        "A bridge is to open",
    ]


def test_filters_work_over_file(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.select_option("[name=tag]", "bridge")
    assert page.locator("main article:visible h3").all_inner_texts() == ["A bridge is to open"]
    page.reload()
    assert page.locator("main article:visible").count() == (1 if "tag=bridge" in asked(page) else 10)


def test_letter_keys_act_only_in_the_list_and_can_be_switched_off(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    here = "document.activeElement.closest('article')?.id || document.activeElement.name || ''"
    page.keyboard.press("j")
    assert page.evaluate(here) == ""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the skip link
    page.keyboard.press("j")
    assert page.evaluate(here) == "e-0aaaaaaaaa"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate(here) == "e-0bbbbbbbbb"
    box, strip = page.locator("#e-0bbbbbbbbb").bounding_box(), page.locator(".strip").bounding_box()
    assert box
    assert strip
    assert box["y"] >= strip["y"] + strip["height"], "the strip covers what has the focus"
    page.keyboard.press("/")
    assert page.evaluate(here) == "q"
    page.uncheck("#letters")
    page.reload()
    assert not page.is_checked("#letters")
    page.focus("#e-0aaaaaaaaa summary")
    page.keyboard.press("j")
    assert page.evaluate(here) == "e-0aaaaaaaaa"


def test_the_strip_marks_where_the_reader_is(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.set_viewport_size({"width": 1280, "height": 500})
    page.click(".strip a[href='#y2018']")
    page.wait_for_function("document.querySelector('.strip [aria-current]')?.hash === '#y2018'")
    assert page.locator(".strip ol").is_visible()
    page.set_viewport_size({"width": 320, "height": 500})
    assert not page.locator(".strip ol").is_visible(), "too narrow for bars of 24 pixels: a menu"
    page.click(".strip summary")
    page.click(".strip a[href='#y1998']")
    page.wait_for_function("document.querySelector('.strip [aria-current]')?.hash === '#y1998'")
    assert not page.locator(".strip ol").is_visible()
    assert "1998" in str(page.get_attribute(".strip summary", "data-now"))


@pytest.mark.parametrize("width", [320, 759, 761, 1280])
def test_no_target_of_the_strip_is_smaller_than_24_pixels(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}index.html")
    if not page.locator(".strip ol").is_visible():
        page.click(".strip summary")
    for link in page.locator(".strip a").all():
        box = link.bounding_box()
        assert box
        assert box["width"] >= 24
        assert box["height"] >= 24


def test_all_bars_of_the_strip_stand_on_one_line(page: Page, tmp_path: Path) -> None:
    years = [str(year) for year in range(1990, 2020)]  # more than have a label each
    events = tuple(sample.event(f"e-{year}", "A ferry sank", year) for year in years)
    render.write_site(sample.timeline(events), sample.settings(tmp_path, eras=()), tmp_path / "site", {})
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((tmp_path / "site" / "index.html").as_uri())
    assert page.locator(".strip .quiet").count() > 0
    bottoms = page.eval_on_selector_all(".strip i", "all => all.map(i => i.getBoundingClientRect().bottom)")
    assert len(set(bottoms)) == 1


@pytest.mark.parametrize("identifier", ["s-000000017", "s-000000333", "s-000000691"])
def test_a_deep_link_lands_on_its_entry_in_a_long_page(page: Page, long_story: Path, identifier: str) -> None:
    page.goto(f"{(long_story / 'index.html').as_uri()}#e-{identifier}")
    page.wait_for_timeout(300)
    box = page.locator(f"#e-{identifier}").bounding_box()
    assert box
    assert 0 <= box["y"] < 400


def test_no_search_holds_a_long_page_up(context: BrowserContext, long_story: Path) -> None:
    """The least of three: what else the machine does at that moment takes no part."""

    def longest() -> float:
        page = context.new_page()
        page.goto((long_story / "index.html").as_uri())
        page.evaluate(
            "window.tasks = []; new PerformanceObserver("
            "list => tasks.push(...list.getEntries().map(e => e.duration))).observe({type: 'longtask'})"
        )
        page.click("[name=q]")
        page.keyboard.type("bo")
        page.select_option("[name=tag]", "money")
        page.click("button[type=reset]")
        page.wait_for_timeout(500)
        return float(page.evaluate("Math.max(0, ...tasks)"))

    assert min(longest() for _ in range(3)) <= 200


@pytest.mark.parametrize("view", ["index.html", "index.html?tag=money", "e/e-0ddddddddd.html"])
def test_nothing_shifts_while_the_page_loads(page: Page, address: str, view: str) -> None:
    page.goto(f"{address}{view}")
    shift = page.evaluate(
        "new Promise(done => { let sum = 0;"
        " new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 500) })"
    )
    assert shift == 0


def test_the_copied_link_is_the_quoted_address(context: BrowserContext, address: str) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}index.html")
    page.click("#e-0bbbbbbbbb .copy")
    page.wait_for_function("document.querySelector('#e-0bbbbbbbbb .copy').textContent === 'Link copied'")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}e/e-0bbbbbbbbb.html"


def test_a_reader_checks_a_date_in_two_clicks(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.click("#e-0bbbbbbbbb .why summary")
    assert "8 May 1998: “last Friday” in Harbour Gazette, 12 May 1998" in page.inner_text(
        "#e-0bbbbbbbbb .why"
    )
    link = page.locator("#e-0bbbbbbbbb .why a")
    assert link.get_attribute("href") == "e/e-0bbbbbbbbb.html#challenge"
    page.evaluate(
        "addEventListener('click', event => event.target.closest('a') && event.preventDefault())"
    )  # no mail program here
    link.click()
    letter = unquote(str(link.get_attribute("href")))
    assert letter.startswith("mailto:editors@ferry.example?subject=Date of “Council buys the ferry <Alma>”")
    for words in (
        "8 May 1998",
        f"{address}e/e-0bbbbbbbbb.html",
        "“last Friday” in Harbour Gazette, 12 May 1998",
    ):
        assert words in letter
    assert "~" not in letter
    page.click("#e-0bbbbbbbbb .sources summary")
    assert sample.GAZETTE.quote in page.inner_text("#e-0bbbbbbbbb blockquote")


def test_print_shows_derivations_and_quotes_and_tears_no_entry(page: Page, site: Path) -> None:
    from pypdf import PdfReader

    page.goto((site / "index.html").as_uri())
    pdf = PdfReader(BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(p.extract_text() for p in pdf.pages).split())
    assert "“last Friday” in Harbour Gazette" in text
    assert "The council voted last Friday" in text
    assert "https://gazette.example/1998/ferry" in text
    assert "Copy link" not in text
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('article')).breakInside") == "avoid"
    assert not page.locator(".strip").is_visible()


def test_an_arabic_story_is_mirrored(page: Page, arabic: Path) -> None:
    page.goto((arabic / "index.html").as_uri())
    when, what = (
        page.locator("#e-0bbbbbbbbb .when").bounding_box(),
        page.locator("#e-0bbbbbbbbb .what").bounding_box(),
    )
    assert when
    assert what
    assert when["x"] > what["x"]
    assert "8 مايو 1998" in page.inner_text("#e-0bbbbbbbbb")


def test_at_200_percent_and_in_forced_colours_all_is_readable(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 400}, forced_colors="active")
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    assert no_sideways_scrolling(page)
    assert page.locator("main article:visible").count() == len(sample.EVENTS)
    context.close()


def test_at_least_three_entries_are_seen_on_a_laptop(page: Page, address: str) -> None:
    page.goto(f"{address}index.html#y2024")
    page.wait_for_timeout(100)
    seen = page.evaluate(
        "Array.from(document.querySelectorAll('article')).filter(a => { const b = a.getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight }).length"
    )
    assert seen >= 3


def test_a_story_in_parts_is_searched_as_one(context: BrowserContext, split: Path) -> None:
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto((split / "index.html").as_uri())
    events = sample.many(150, 8).events
    word = max(events[77].text.rstrip(".").split(), key=len).lower()
    page.fill("[name=q]", word)
    page.click("form button:not([type])")
    page.wait_for_selector(".found a")
    assert events[77].title in page.locator(".found a").all_inner_texts()
    page.fill("[name=q]", "")
    page.select_option("[name=tag]", "money")
    money = [e for e in events if "money" in e.tags]
    said = f"{len(money)} of 150 events"
    page.wait_for_function(
        "said => document.querySelector('.search [role=status]').textContent === said", arg=said
    )
    assert page.locator(".found a").all_inner_texts() == [e.title for e in money[:10]]
    page.click("text=More results")
    page.wait_for_function("document.querySelectorAll('.found a').length === 20")
    page.locator(".found a").nth(15).click()
    page.locator(f"#e-{money[15].id}").wait_for(state="visible")
    assert heard == []


def test_addresses_of_the_whole_story_lead_to_its_parts(page: Page, split: Path) -> None:
    page.goto(f"{(split / 'index.html').as_uri()}#e-s-000000042")
    page.wait_for_url("**/e/s-000000042.html")
    page.click("text=Show in the timeline")
    page.wait_for_url("**/*.html#e-s-000000042")
    page.locator("#e-s-000000042").wait_for(state="visible")
    page.goto(f"{(split / 'index.html').as_uri()}#y1985")
    page.wait_for_url("**/1980s.html#y1985")
