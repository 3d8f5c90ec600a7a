"""Lychee finds no broken link inside the site: between pages, to places on a page, to feeds and downloads.

Nothing is asked of the network. Addresses below the site's own `base_url` are looked up in its folder, so
that the sitemap, the feeds and the canonical addresses are checked as well.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import browser as chromium
import pytest

ADDRESS = "https://ferry.example/story/"
READ = {".html", ".xml", ".txt"}  # in JSON, lychee takes the mark-up after an address for a part of it


def checked(folder: Path) -> dict[str, Any]:
    """Return lychee's report on a site."""
    beside = Path(sys.executable).parent
    lychee = shutil.which("lychee", path=str(beside)) or shutil.which("lychee")
    if not lychee:
        chromium.missing("lychee (of the development packages)")
    inside = folder.as_uri() + "/"
    files = [str(p) for p in sorted(folder.rglob("*")) if p.suffix in READ]
    run = subprocess.run(
        [
            *(lychee or "", "--offline", "--include-fragments", "--no-progress", "--format", "json"),
            *("--root-dir", str(folder), "--index-files", "index.html,."),
            *("--remap", f"{ADDRESS}$ {inside}index.html", "--remap", f"{ADDRESS}(.+) {inside}$1"),
            *("--remap", f"{inside}story/ {inside}"),  # pages for any depth name the path of the address
            *files,
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stdout, run.stderr
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def broken(report: dict[str, Any]) -> set[tuple[str, str]]:
    return {(Path(page).name, link["url"]) for page, links in report["error_map"].items() for link in links}


@pytest.mark.parametrize("site", ["shipped", "made_up", "arabic", "parted"])
def test_no_link_is_broken(site: str, request: pytest.FixtureRequest) -> None:
    report = checked(request.getfixturevalue(site))
    assert broken(report) == set()
    assert report["successful"] > 100


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>x</title><p id=here><a href='#here'>a</a><a href='#gone'>b</a>"
        f"<a href='no.html'>c</a><a href='{ADDRESS}lost.html'>d</a><a href='{ADDRESS}'>e</a>",
        "utf-8",
    )
    inside = tmp_path.as_uri()
    assert broken(checked(tmp_path)) == {
        ("index.html", f"{inside}/index.html#gone"),
        ("index.html", f"{inside}/no.html"),
        ("index.html", f"{inside}/lost.html"),
    }
