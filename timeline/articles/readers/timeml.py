"""TimeML: the text of a document, and its creation time as the publication day. Its own tags are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.articles.dates import NotADate, read_publication
from timeline.articles.markdown_text import plain_text
from timeline.articles.readers.piece import Piece, Unreadable, Words
from timeline.articles.readers.plain import without_title

if TYPE_CHECKING:
    from lxml.etree import _Element

# Older documents, such as those of TimeBank, have no TEXT: what is not their head is their text.
_HEAD = {"DOCID", "DCT", "TITLE", "EXTRAINFO", "DOCNO", "DOCTYPE", "HEADER", "MAKEINSTANCE"}


def read(data: bytes, _name: str) -> Iterator[Piece]:
    """Yield the one article of a TimeML document."""
    root = _root(data)
    body = root.find("TEXT")
    plain = plain_text(_words(root if body is None else body), is_markdown=False)
    title = " ".join(_words_of(root, "TITLE").split())
    name = " ".join(_words_of(root, "DOCID").split())
    yield Piece(without_title(plain.text, title), stated=_stated(root, title), name=name)


def _root(data: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"this XML cannot be read: {error}", "mend it, or give the text alone") from None
    if root.tag != "TimeML":
        raise Unreadable(f"this XML is no TimeML (it begins with {root.tag})", "give the text alone")
    return root


def _words(element: _Element) -> str:
    """Return the words in an element, without those of the document's head."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _HEAD:
            parts.append("".join(map(str, child.itertext())))
        parts.append(child.tail or "")
    return "".join(parts)


def _words_of(root: _Element, tag: str) -> str:
    found = root.find(tag)
    return "" if found is None else "".join(map(str, found.itertext()))


def _stated(root: _Element, title: str) -> dict[str, Words]:
    stated = {"title": Words(title, "its TITLE")} if title else {}
    created = root.find("DCT/TIMEX3")
    if created is None:
        created = root.find(".//TIMEX3[@functionInDocument='CREATION_TIME']")
    if created is not None and (day := _day(created.get("value") or "")):
        stated["published"] = Words(day, "its document creation time")
    return stated


def _day(value: str) -> str:
    """Return a TIMEX3 value as a publication day.

    Clock times in other forms than hours and minutes are left out.
    """
    for text in (value, value.partition("T")[0]):
        try:
            found = read_publication(text)
        except NotADate:
            continue
        return found.minute or str(found.when or "")
    return ""
