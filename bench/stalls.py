"""The longest time for which one action of a reader holds a long story's page up.

    python bench/stalls.py [EVENTS] [SLOWER]

Writes a made-up story of EVENTS entries (10,000) and does in Chromium, on the front page and on the largest
part, what a reader does: come to the search, type, choose a filter, take it away, ask for more. Five times on
a wide screen and on a phone's, each time on a fresh page. What is printed is the longest task of the main
thread, by the clock, in milliseconds (0: none over 50, below which Chromium reports none): the median and the
highest of the five. SLOWER divides the speed of the processor (1 = as it is; Lighthouse takes 4 for a phone).
Exit code 1 when a median is over 200.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "render"))

import browser as chromium
import sample
from playwright.sync_api import Browser, Page

from timeline import render

MOST = 200  # milliseconds
RUNS = 5
SCREENS = {"wide": (1280, 800), "phone": (390, 800)}
WATCH = """window.tasks = [];
new PerformanceObserver(list => tasks.push(...list.getEntries().map(entry => entry.duration)))
  .observe({type: "longtask"});"""

Action = Callable[[Page], object]
IN_PART: dict[str, Action] = {
    "come to the search": lambda page: page.click("[name=q]"),
    "type a letter": lambda page: page.keyboard.type("b"),
    "type another": lambda page: page.keyboard.type("o"),
    "clear": lambda page: page.click("button[type=reset]"),
    "choose a subject": lambda page: page.select_option("[name=tag]", "money"),
    "take it away": lambda page: page.select_option("[name=tag]", ""),
}
ON_FRONT: dict[str, Action] = {
    "search for a word": lambda page: (page.fill("[name=q]", "bo"), page.keyboard.press("Enter")),
    "search for three": lambda page: (page.fill("[name=q]", "bo fi ma"), page.keyboard.press("Enter")),
    "choose a subject": lambda page: page.select_option("[name=tag]", "money"),
    "ask for more": lambda page: page.click(".search > button"),
}


def stalls(
    browser: Browser, address: str, screen: tuple[int, int], slower: float, do: dict[str, Action]
) -> Iterator[float]:
    """Yield the longest task of each action, in milliseconds, 0 where none is over 50."""
    context = browser.new_context(viewport={"width": screen[0], "height": screen[1]})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_timeout(1000)
    if not page.locator("[name=tag]").is_visible():
        page.click(".filters summary")
    for act in do.values():
        page.evaluate("tasks.length = 0")
        act(page)
        page.wait_for_timeout(700)
        yield page.evaluate("Math.max(0, ...tasks)")
    context.close()


def main(events: int, slower: float) -> bool:
    """Print a line for each action; return whether none stalls."""
    with tempfile.TemporaryDirectory() as folder, chromium.opened() as browser:
        site = Path(folder) / "site"
        render.write_site(sample.many(events), sample.settings(Path(folder), eras=()), site, {})
        pages = [p for p in site.glob("*.html") if "<article" in p.read_text("utf-8")]
        part = max(pages, key=lambda p: p.stat().st_size)
        good = True
        for name, file, do in (("part", part, IN_PART), ("front page", site / "index.html", ON_FRONT)):
            for screen, size in SCREENS.items():
                runs = [list(stalls(browser, file.as_uri(), size, slower, do)) for _ in range(RUNS)]
                for action, times in zip(do, zip(*runs, strict=True), strict=True):
                    middle = statistics.median(times)
                    good &= middle <= MOST
                    print(f"{name:12}{screen:8}{action:20}{middle:6.0f} ms, at most {max(times):.0f} ms")
    return good


if __name__ == "__main__":
    given = [float(number) for number in sys.argv[1:]]
    sys.exit(not main(int(given[0]) if given else 10_000, given[1] if len(given) > 1 else 1))
