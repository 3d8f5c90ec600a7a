"""The Markdown of an entry's text as safe HTML, and as plain text for formats without markup.

Raw HTML in the text stays text, and what Markdown makes passes a cleaner that knows a short list of
elements, so that nothing in an event file can run in a feed reader or in somebody's content system.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import markdown

_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre", "sup", "sub", "hr"}
_SCHEMES = {"http", "https", "mailto"}
# Python-Markdown takes quadratic time on long runs of brackets: a text with more marks than these is taken
# as plain.
_MOST_CHARACTERS = 50_000
_MOST_MARKS = 400
_MARK = re.compile(r"[\[\]()*_`<>&!\\#|~=+]|^\s*(?:[-:]|\d+[.)])| {2,}$", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_SCHEME = re.compile(r"(?:https?|mailto):[^\x00-\x20\x7f]+", re.IGNORECASE)


def to_html(text: str) -> str:
    """Return Markdown as HTML; plain paragraphs where it is too long or too full of marks to be read."""
    marks = len(_MARK.findall(text))
    if not marks or marks > _MOST_MARKS or len(text) > _MOST_CHARACTERS:
        return "\n".join(f"<p>{escaped(part)}</p>" for part in re.split(r"\n\s*\n", text.strip()) if part)
    import nh3

    made = _converter().reset().convert(without_control(text))
    return nh3.clean(
        made,
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=lambda _tag, _name, value: safe_url(value) or None,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def to_plain(text: str) -> str:
    """Return Markdown as plain text: paragraphs apart, a line an item of a list, the words kept."""
    made = re.sub(r"\s+", " ", to_html(text))
    made = re.sub(r"<br ?/?>", "\n", made)
    made = re.sub(r"<li>(?: ?<p>)?", "\n- ", made)
    made = re.sub(r"</?(?:p|blockquote|pre|ol|ul|hr)\b[^>]*>", "\n\n", made)
    bare = html.unescape(re.sub(r"<[^>]*>", "", made))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r" *\n *", "\n", bare)).strip()


def escaped(text: str) -> str:
    """Return text as it may stand in HTML and XML, in attributes too."""
    return html.escape(without_control(text), quote=True)


def without_control(text: str) -> str:
    """Return text without the characters that XML 1.0 has no place for."""
    return _CONTROL.sub("", text)


def safe_url(url: str) -> str:
    """Return the address if a reader may be sent there (http, https, mailto), else nothing."""
    return url if _SCHEME.fullmatch(url.strip()) else ""


@cache
def _converter() -> markdown.Markdown:
    import markdown

    converter = markdown.Markdown(output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("image_link")
    converter.inlinePatterns.deregister("image_reference")
    return converter
