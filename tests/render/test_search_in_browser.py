"""Search and filters in a real Chromium: on one page, over file://, in a long story and in one in parts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sample

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser


def asked(page: Page) -> str:
    return str(page.evaluate("location.search"))


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


def test_escape_empties_the_search_and_shows_all_again(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.fill("[name=q]", "alma")
    assert page.locator("main article:visible").count() < 10
    page.keyboard.press("Escape")
    page.wait_for_function("!location.search.includes('alma')")
    assert page.input_value("[name=q]") == ""
    assert page.locator("main article:visible").count() == 10
    assert page.evaluate("document.activeElement.name") == "q"


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
