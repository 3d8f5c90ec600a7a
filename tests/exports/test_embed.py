from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from timeline.config import Settings
from timeline.exports.embed import PREFIX, fragment, height_script
from timeline.public import PublicTimeline

VOID = {"br", "hr", "img"}


class Reader(HTMLParser):
    """Notes elements, ids and addresses, and whether every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.ids: list[str] = []
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.open += [] if tag in VOID else [tag]
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.hrefs += [found["href"] or ""] if "href" in found else []

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    assert not reader.open
    return reader


def test_the_fragment_is_html_to_paste(view: PublicTimeline, placed: Settings) -> None:
    reader = read(fragment(view, placed))
    assert len(reader.ids) == len(set(reader.ids)) == len(view.events) + 1
    assert all(identifier.startswith(PREFIX) for identifier in reader.ids)
    assert not reader.seen & {"script", "style", "iframe", "link", "html", "body", "h1"}
    assert "https://news.example/bridge/e/e-0000000001.html" in reader.hrefs


def test_pasted_elsewhere_no_link_is_relative(view: PublicTimeline, settings: Settings) -> None:
    hrefs = read(fragment(view, settings)).hrefs
    assert hrefs
    assert all(href.startswith("https://") for href in hrefs)


def test_it_says_what_readers_must_know(view: PublicTimeline, settings: Settings) -> None:
    made = fragment(view, settings)
    for words in ("not yet read by a person", "Withdrawn", "Claimed by the opposition", "mid-March 2031"):
        assert words in made


@pytest.mark.parametrize(("language", "expected"), [("ar", True), ("en", False)])
def test_direction(view: PublicTimeline, settings: Settings, language: str, *, expected: bool) -> None:
    assert ('dir="rtl"' in fragment(view, replace(settings, language=language))) is expected


def test_the_script_is_ten_lines(view: PublicTimeline, settings: Settings) -> None:
    assert len(height_script(view, settings).splitlines()) <= 11
