"""A story written by somebody who means harm.

Whatever stands in its fields, the pages hold text and nothing that runs.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import sample

from timeline import render
from timeline.model import Correction, Era, Image, Kind, Place, Retraction, Status
from timeline.public import PublicSource
from timeline.temporal.edtf import When

EVIL = (
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)></title></script>"
    "<!--{{ 7*7 }}{% raw %}\u2028&lt;x|y"
)
EVIL_URL = "javascript:alert(1)//"
DAY = When.parse("2024-03-11")


class Elements(HTMLParser):
    """Collects what a browser would see as elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def evil_story(project: Path) -> None:
    plain = [f.name for f in fields(PublicSource) if f.type == "str" and f.name not in {"key", "rewrites"}]
    source = replace(
        PublicSource(key="s"),
        **dict.fromkeys(plain, EVIL),  # type: ignore[arg-type]  # every one of them is text
        published=DAY,
        verbatim=True,
        says=When.parse("2018/.."),
        retracted=Retraction(DAY, EVIL, EVIL_URL),
    )
    linked = replace(
        source, key="t", url=EVIL_URL, archived="data:text/html,x", retracted=None, language="ar"
    )
    told = sample.event(
        "e-0aaaaaaaaa",
        EVIL,
        "2024-03-11",
        text=EVIL,
        date_note=EVIL,
        kind=Kind.CLAIMED,
        claimed_by=EVIL,
        places=(Place(EVIL),),
        actors=(EVIL,),
        tags=(EVIL,),
        image=Image("alma.jpg", EVIL, EVIL, EVIL, EVIL),
        corrections=(Correction(DAY, EVIL),),
        sources=(source, linked),
        conflict=True,
        merged=("../../escape", EVIL),
        see=("e-0bbbbbbbbb",),
    )
    gone = sample.event("e-0bbbbbbbbb", EVIL, status=Status.WITHDRAWN, notice=EVIL)
    odd = sample.event("../../../outside", EVIL)
    sample.put_picture(project)
    settings = sample.settings(
        project,
        title=EVIL,
        description=EVIL,
        author=EVIL,
        licence=EVIL,
        contact="a@b.example?bcc=" + EVIL,
        eras=(Era(EVIL, When.parse("2024")),),
        csp=f"script-src {EVIL}; x\nbad y",
    )
    render.write_site(sample.timeline((told, gone, odd)), settings, project / "site", sample.FILES)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    project = tmp_path_factory.mktemp("evil") / "project"
    project.mkdir()
    evil_story(project)
    assert [p.name for p in project.parent.iterdir()] == ["project"]
    site = project / "site"
    return {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in site.rglob("*.html")}


def test_nothing_that_runs_gets_into_a_page(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        parser = Elements()
        parser.feed(text)
        for tag, attributes in parser.found:
            assert not [a for a in attributes if a.startswith("on") or a == "style"], (name, tag)
            if tag == "script":
                assert attributes.get("src") or attributes.get("type") == "application/ld+json", name
            if tag == "img":
                assert str(attributes["src"]).endswith("images/alma.jpg"), name
            for address in (attributes.get("href"), attributes.get("src")):
                assert not re.match(r"\s*(javascript|data|vbscript):", address or "", re.IGNORECASE), name


def test_templates_are_never_made_from_content(pages: dict[str, str]) -> None:
    assert "{{ 7*7 }}" in pages["index.html"]
    assert not any(">49<" in text for text in pages.values())


def test_the_data_for_machines_is_whole(pages: dict[str, str]) -> None:
    for name in ("index.html", "e/e-0aaaaaaaaa.html"):
        (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pages[name], re.DOTALL)
        assert EVIL in json.dumps(json.loads(data), ensure_ascii=False).replace('\\"', '"').replace(
            "\\u2028", "\u2028"
        )


def test_the_policy_cannot_be_broken_out_of(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        parser = Elements()
        parser.feed(text)
        (policy,) = [
            a["content"] for t, a in parser.found if a.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy
        assert "default-src 'none'" in policy, name
        assert "\n" not in policy


def test_no_page_lies_outside_the_site(pages: dict[str, str]) -> None:
    assert all(re.fullmatch(r"(e/)?[A-Za-z0-9._-]+\.html", name) for name in pages)
