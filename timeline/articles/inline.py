"""What stands inside a line of Markdown: escapes, code, links, images, tags, emphasis, entities.

`plain_inline` takes them down to their words; `escape_markdown` is its opposite, and writes plain words so
that Markdown reads back the same. An escaped character travels as one of the 32 Unicode noncharacters
U+FDD0 to U+FDEF (there are 32 ASCII punctuation marks), so that later patterns do not see it.
"""

from __future__ import annotations

import re
import string

_MARKS = string.punctuation
_PROTECT = {ord(mark): 0xFDD0 + i for i, mark in enumerate(_MARKS)}
_RESTORE = {code: mark for mark, code in _PROTECT.items()}

_PROTECTED = re.compile("[\ufdd0-\ufdef]")
_SPECIAL = re.compile(r"[*_`\[<&\\~]")
_VERBATIM = re.compile(r"\\([!-/:-@\[-`{-~])|(?<!`)(`{1,3})(?!`)([^`]{1,1000})\2(?!`)")
_TARGET = r"\([ \t]*<?[^()<>\s]*(?:\([^()\s]*\)[^()\s]*)*>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_IMAGE = re.compile(r"!\[[^\[\]]*\](?:" + _TARGET + r"|\[[^\[\]]*\])")
_LINK = re.compile(r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]" + _TARGET)
_REFERENCE = re.compile(r"\[([^\[\]]+)\](?:[ ]?\[([^\[\]]*)\])?")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]*)>")
_LINE_TAG = re.compile(r"<(?:br|/p|/div|/li|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STARS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?!\w)")
_STRUCK = re.compile(r"~~([^~]+)~~")

_NEEDS_ESCAPE = re.compile(r"[\\`*_\[\]<&~]")
_LINE_START = re.compile(
    "(?m)^([ \t\ufffe]*)" r"(?:(#|>|\||[-*+_=](?=[ \t-_=*]|$))|(\d{1,3})([.)])(?=[ \t]))"
)


def plain_inline(text: str, labels: set[str]) -> str:
    """Return the words of Markdown; `labels` are those for which it defines a link ("[here][label]")."""
    if not _SPECIAL.search(text):
        return restore_escapes(text)
    text = _VERBATIM.sub(_protected, text)
    if "[" in text:
        text = _without_links(text, labels)
    if "<" in text:
        text = _without_tags(text)
    text = _without_emphasis(text)
    if "&" in text:
        text = _unescaped(text)
    return restore_escapes(text)


def protect_escapes(text: str) -> str:
    """Return the text with its punctuation hidden from the patterns here: in code it means nothing."""
    return text.translate(_PROTECT)


def restore_escapes(text: str) -> str:
    """Return the text with its hidden punctuation marks in sight again."""
    hidden = not text.isascii() and _PROTECTED.search(text)
    return text.translate(_RESTORE) if hidden else text


def escape_markdown(text: str) -> str:
    """Write plain text so that `plain_text` gives it back, with no more backslashes than that takes."""
    escaped = _NEEDS_ESCAPE.sub(_escaped_mark, text)
    return _LINE_START.sub(_escaped_start, escaped)


def _protected(found: re.Match[str]) -> str:
    return (found[1] or found[3].strip()).translate(_PROTECT)


def _escaped_mark(found: re.Match[str]) -> str:
    return "\\" + found[0]


def _escaped_start(found: re.Match[str]) -> str:
    space, mark, number, stop = found.groups()
    return f"{space}\\{mark}" if mark else f"{space}{number}\\{stop}"


def _without_links(text: str, labels: set[str]) -> str:
    text = _IMAGE.sub("", text)
    text = _FOOTNOTE.sub("", text)
    text = _LINK.sub(r"\1", text)
    if labels:
        text = _REFERENCE.sub(lambda found: _reference(found, labels), text)
    return text


def _reference(found: re.Match[str], labels: set[str]) -> str:
    label = " ".join((found[2] or found[1]).split()).casefold()
    return found[1] if label in labels else found[0]


def _without_tags(text: str) -> str:
    text = _ADDRESS.sub(r"\1", text)
    return _TAG.sub("", _LINE_TAG.sub("\n", text))


def _without_emphasis(text: str) -> str:
    if "*" in text:
        text = _STARS.sub(r"\2", _STARS.sub(r"\2", text))
    if "_" in text:
        text = _UNDERSCORES.sub(r"\2", _UNDERSCORES.sub(r"\2", text))
    return _STRUCK.sub(r"\1", text) if "~~" in text else text


def _unescaped(text: str) -> str:
    from html import unescape

    return unescape(text)
