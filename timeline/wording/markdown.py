"""Markdown of entries to safe HTML.

Raw HTML is off, what comes out is cleaned, links are allowed by their scheme.

The text may come from anybody. Python-Markdown takes quadratic time on long runs of brackets and the like, so
input that is too long or too full of marks is shown as plain paragraphs instead. Links within the project get
a marker (`ROOT`) that each page replaces by its own way to the root folder.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    import markdown

ROOT = "\x02root\x03"
SCHEMES = frozenset({"http", "https", "mailto"})

_MAX_CHARACTERS = 50_000
_MAX_MARKS = 400
_MARKS = re.compile(r"[\[\]()*_`<>&!\\]")
_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "br", "sup", "sub", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_PLAIN = re.compile(r"[^\[\]*_`<>&!\\#|~=+\x02\x03\x00-\x09\x0b-\x1f\x7f]*")
_BLOCK_START = re.compile(r"(?m)^(?:\s|[-:>]|\d+[.)])|(?: {2,}|\t)$|^[=-]+\s*$")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def to_html(text: str) -> Markup:
    """Turn Markdown into HTML that is safe to stand in a page."""
    text = text.strip("\n")
    if not text.strip():
        return Markup()
    if _is_plain(text) or len(text) > _MAX_CHARACTERS or len(_MARKS.findall(text)) > _MAX_MARKS:
        return _paragraphs(text)
    # Markdown keeps its own place-holders between these two characters.
    converter = _converter().reset()
    return _clean(converter.convert(text.replace("\x02", "").replace("\x03", "")))


def safe_url(url: str) -> str:
    """Return the address if a reader may be sent there (http, https, mailto), else an empty text."""
    url = url.strip()
    scheme = _SCHEME.match(url)
    allowed = scheme is not None and scheme[0][:-1].lower() in SCHEMES
    return url if allowed and not re.search(r"[\x00-\x20\x7f]", url) else ""


def _is_plain(text: str) -> bool:
    """Whether Markdown would do no more with this than wrap paragraphs (a test compares the two)."""
    return _PLAIN.fullmatch(text) is not None and not _BLOCK_START.search(text)


def _paragraphs(text: str) -> Markup:
    parts = re.split(r"\n\s*\n", text.strip())
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts)


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    import markdown

    converter = markdown.Markdown(extensions=["sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("image_link")
    converter.inlinePatterns.deregister("image_reference")
    return converter


def _clean(html: str) -> Markup:
    import nh3

    cleaned = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter,
        url_schemes=set(SCHEMES),
        link_rel="noopener",
        strip_comments=True,
    )
    return Markup(cleaned)  # noqa: S704 (cleaned in the lines above)


def _filter(tag: str, name: str, value: str) -> str | None:
    """Lead links within the project to its root folder, and drop those that begin at the root of a server."""
    if tag != "a" or name != "href" or _SCHEME.match(value):
        return value
    if value.startswith(("/", "\\")) or ".." in value:
        return None
    return f"{ROOT}{f'index.html{value}' if value.startswith('#') else value}"


def quote(text: str) -> Markup:
    """Escape a text that is shown as it is, with its line breaks."""
    return Markup("<br>").join(escape(line) for line in text.strip().splitlines())
