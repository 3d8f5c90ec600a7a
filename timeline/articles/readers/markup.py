"""HTML in a record: bodies that a feed, an API or a table gives as a piece of a page.

Only elements count: a text in which somebody writes "<3" or "&" stays as it is.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    {
        "p",
        "div",
        "br",
        "hr",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "blockquote",
        "pre",
        "section",
    }
    | {"article", "header", "footer", "main", "figure", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_UNREAD = frozenset(
    {"script", "style", "template", "noscript", "iframe", "svg", "figcaption", "button", "form"}
)
_ELEMENT = re.compile(
    r"</(?:p|div|a|b|i|em|strong|span|li|h[1-6]|blockquote)\s*>|<(?:p|br)\s*/?>", re.IGNORECASE
)


def is_markup(text: str) -> bool:
    """Tell whether a text is a piece of HTML: elements of running text are closed in it."""
    return _ELEMENT.search(text) is not None


def lines_of(markup: str) -> str:
    """Return the words of a piece of HTML, a line for each paragraph, heading, item or row."""
    reader = _Lines()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its parser's
        self._unread += tag in _UNREAD
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unread -= tag in _UNREAD and self._unread > 0
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.parts.append(" ".join(data.split("\n")))

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in {"td", "th"}:
            self.parts.append(" ")
