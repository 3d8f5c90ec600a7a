"""What a preview follows: changes, mistakes and their mending, folders that come later."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

import browser as chromium
import pytest
from previewing import PAGE, Preview, running, states, wait_for

from timeline.server.page import SCRIPT_PATH


def test_a_change_is_built_and_told_within_half_a_second(preview: Preview) -> None:
    took = []
    for text in ("two", "three", "four"):
        began = time.monotonic()
        first, second = states(preview, partial(preview.write, PAGE.replace(">one<", f">{text}<")), 2)
        took.append(time.monotonic() - began)
        assert first["build"] != second["build"]
        assert second["problem"] == ""
        assert f"<p>{text}</p>" in preview.ask("/")[2]
    assert min(took) < 0.5, "the best of three: other tests may keep the machine busy"


def test_an_error_is_told_with_its_line_and_goes_when_it_is_mended(preview: Preview) -> None:
    first, second = states(preview, partial(preview.write, "bad"), 2)
    assert second["build"] == first["build"]
    assert second["problem"].startswith("content/page.html:1:1: error: this is bad")
    assert "<p>one</p>" in preview.ask("/")[2], "the last good page stays"
    _, third = states(preview, partial(preview.write, PAGE), 2)
    assert third["problem"] == ""
    assert third["build"] != first["build"]
    wait_for(lambda: preview.lines[-1].startswith("mended: "))


def test_a_page_opened_while_there_is_an_error_hears_of_it_at_once(preview: Preview) -> None:
    preview.write("bad")
    wait_for(lambda: any("this is bad" in line for line in preview.lines))
    assert "this is bad" in states(preview, lambda: None, 1)[0]["problem"]


def test_a_bug_in_the_build_does_not_end_the_preview(preview: Preview) -> None:
    _, second = states(preview, partial(preview.write, "crash"), 2)
    assert "RuntimeError: a bug in the build" in second["problem"]
    assert preview.ask("/")[0] == 200


def test_before_any_good_build_the_problem_itself_is_the_page(project: Path) -> None:
    (project / "content" / "page.html").write_text("bad <b>")
    with running(project) as preview:
        wait_for(lambda: any("this is bad" in line for line in preview.lines))
        status, _, page = preview.ask("/")
        assert status == 503
        assert "this is bad" in page
        assert SCRIPT_PATH in page
        preview.write(PAGE)
        wait_for(lambda: preview.ask("/")[0] == 200)


def test_a_folder_that_comes_later_is_watched(preview: Preview) -> None:
    before = preview.builds
    (preview.project / "theme").mkdir()
    wait_for(lambda: preview.builds > before)
    seen = preview.builds
    (preview.project / "theme" / "style.css").write_text("p {}")
    wait_for(lambda: preview.builds > seen)


def test_a_file_replaced_by_an_editor_goes_on_being_watched(project: Path) -> None:
    page = project / "content" / "page.html"
    with running(project, watch=[page]) as preview:
        for text in ("two", "three"):
            before = preview.builds
            beside = page.with_name("page.html.new")
            beside.write_text(PAGE.replace(">one<", f">{text}<"))
            beside.replace(page)
            wait_for(lambda: preview.builds > before)  # noqa: B023 - waited for within the loop
        (project / "content" / "other.html").write_text("not watched")
        before = preview.builds
        time.sleep(0.3)
        assert preview.builds == before


def test_its_own_output_builds_nothing_again(project: Path) -> None:
    with running(project, watch=[project]) as preview:
        wait_for((preview.output / "index.html").exists)
        (preview.output / "more.html").write_text("written by a build")
        time.sleep(0.4)
        assert preview.builds == 1
        preview.write(PAGE)
        wait_for(lambda: preview.builds == 2)


@pytest.mark.browser
def test_a_real_browser_follows_and_shows_problems(preview: Preview) -> None:
    host, port = preview.address
    box = "#timeline-preview-problem"
    with chromium.opened() as browser:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"http://{host}:{port}/")
        preview.write(PAGE.replace(">one<", ">two<"))
        page.wait_for_selector("text=two")
        preview.write("bad")
        page.wait_for_selector(box)
        assert "content/page.html:1:1: error: this is bad" in page.inner_text(box)
        assert "two" in page.inner_text("body"), "below the problem stands the last good page"
        preview.write(PAGE.replace(">one<", ">three<"))
        page.wait_for_selector(box, state="detached")
        page.wait_for_selector("text=three")
        assert [
            message for message in said if "Content Security Policy" in message or "Error" in message
        ] == []
