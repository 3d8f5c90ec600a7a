"""The little HTML that people write into TimelineJS, turned into Markdown; and the links in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = {"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote"}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_SILENT = {"script", "style"}


def to_markdown(text: str, *, plain: bool = False) -> str:
    """Return HTML as Markdown or plain text; elements that Markdown does not know leave their words."""
    reader = _Reader(plain=plain)
    reader.feed(text)
    reader.close()
    lines = [re.sub(r"[ \t\r\f\v]+", " ", line).strip() for line in "".join(reader.parts).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def links_of(text: str) -> list[tuple[str, str, str]]:
    """Return the sources of a list as we write it: publisher, title and address of each."""
    found = re.findall(r"""([^<>]*)<(?:a href="([^"]*)"|cite)>(.*?)</(?:a|cite)>""", text, re.DOTALL)
    return [(_publisher(before), to_markdown(title, plain=True), _bare(url)) for before, url, title in found]


def _publisher(before: str) -> str:
    """Return what stands before a title: after the "Sources:" or semicolon of the list, up to its comma."""
    return _bare(re.sub(r"^(?:[^:;]*:|;)\s+", "", before)).strip().removesuffix(",").strip()


def _bare(text: str) -> str:
    from html import unescape

    return unescape(text)


class _Reader(HTMLParser):
    """Collects the words, with Markdown around those that had an element."""

    def __init__(self, *, plain: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.plain = plain
        self.parts: list[str] = []
        self.links: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in {"br", "li"}:
            self.parts.append("\n" if tag == "br" or self.plain else "\n- ")
        elif tag in _MARKS and not self.plain:
            self.parts.append(_MARKS[tag])
        elif tag == "a" and not self.plain:
            self.links.append(dict(attrs).get("href") or "")
            self.parts.append("[" if self.links[-1] else "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in _SILENT and self.silent > 0
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag in _MARKS and not self.plain:
            self.parts.append(_MARKS[tag])
        elif tag == "a" and self.links:
            address = self.links.pop()
            self.parts.append(f"]({address})" if address else "")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"\s+", " ", data))
