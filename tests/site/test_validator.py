"""The Nu validator finds no error in any page or style sheet.

It comes with `npm ci --prefix tests/browser` and needs Java. Its remarks about the content security policy
are left aside: they take a file for a page without an address of its own. `test_shipped.py` asks a browser.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import browser as chromium
import pytest

VALIDATOR = Path(__file__).parents[1] / "browser/node_modules/vnu-jar/build/dist/vnu.jar"
SITES = ("shipped", "made_up", "arabic", "parted")
ABOUT_POLICY = "iolates Content Security Policy"


def said(*arguments: str) -> list[dict[str, Any]]:
    """Return what the validator says, errors and warnings."""
    if not VALIDATOR.is_file():
        chromium.missing("Nu validator (npm ci --prefix tests/browser)")
    java = shutil.which("java")
    if not java or subprocess.run([java, "-version"], capture_output=True, check=False).returncode:
        chromium.missing("Java for the Nu validator")
    run = subprocess.run(
        [java or "", "-jar", str(VALIDATOR), "--exit-zero-always", "--format", "json", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    messages: list[dict[str, Any]] = json.loads(run.stderr)["messages"]
    return [m for m in messages if ABOUT_POLICY not in m["message"]]


def errors(messages: list[dict[str, Any]]) -> list[tuple[str, object, str]]:
    return [
        (Path(m.get("url", "")).name, m.get("lastLine"), m["message"])
        for m in messages
        if m["type"] != "info"
    ]


def warnings(messages: list[dict[str, Any]]) -> set[str]:
    return {m["message"] for m in messages if m.get("subType") == "warning"}


@pytest.mark.parametrize("site", SITES)
def test_every_page_is_valid(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    entries = sorted(folder.glob("e/*.html"))
    assert entries
    messages = said(*map(str, [*sorted(folder.glob("*.html")), *entries[:60]]))
    assert errors(messages) == []
    # VoiceOver takes a list without bullets for no list, unless it says that it is one.
    assert {w for w in warnings(messages) if "“list” role is unnecessary" not in w} == set()


def test_the_fragment_for_other_peoples_pages_is_valid(made_up: Path, tmp_path: Path) -> None:
    fragment = (made_up / "embed-fragment.txt").read_text("utf-8")
    host = (
        f'<!doctype html>\n<html lang="en"><title>Their article</title>\n<h1>Theirs</h1>\n{fragment}</html>'
    )
    (tmp_path / "theirs.html").write_text(host, "utf-8")
    assert errors(said(str(tmp_path / "theirs.html"))) == []


def test_the_style_sheets_are_valid(shipped: Path) -> None:
    sheets = [str(p) for p in sorted(shipped.rglob("*.css"))]
    assert sheets
    assert errors(said("--css", *sheets)) == []


def test_the_validator_would_find_something(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p id=a><p id=a><blink>x", "utf-8")
    (tmp_path / "bad.css").write_text("p { colour: red; width: 3 metres }", "utf-8")
    assert errors(said(str(tmp_path / "bad.html")))
    assert errors(said("--css", str(tmp_path / "bad.css")))
