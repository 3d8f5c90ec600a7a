"""The Markdown of an entry as HTML for feeds and other sites, and as plain text for the rest."""

from __future__ import annotations

import html
import re

from timeline.wording.markdown import ROOT, safe_url
from timeline.wording.markdown import to_html as page_html

__all__ = ["escaped", "safe_url", "to_html", "to_plain", "without_control"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_LINK_WITHIN = re.compile(rf'<a href="{ROOT}[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def to_html(text: str, root: str = "") -> str:
    """Return Markdown as HTML; links within the site begin with `root`, its address, or are taken out."""
    made = str(page_html(without_control(text)))
    return made.replace(ROOT, root) if root else _LINK_WITHIN.sub(r"\1", made)


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
