"""Saved web pages.

trafilatura finds the text of the article among menus and comments, and its title, author and site. The
publication day is looked for in what the page states about itself (JSON-LD, meta tags, `<time>`), then by
htmldate; it is a proposal in either case, because pages are full of other days. Both packages get a fixed
last day, so that no answer depends on the day they run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from configparser import ConfigParser
from typing import TYPE_CHECKING, Any

from timeline.articles.dates import NotADate, read_publication
from timeline.articles.readers.piece import UTF_16_MARKS, Piece, Unreadable, Words, decoded, paragraphs
from timeline.articles.readers.plain import without_title

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 20_000_000
DEEPEST = 500  # elements within elements: a page that a person saved has about 50
_FIRST, _LAST = "1800-01-01", "2099-12-31"

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://\S+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)", re.IGNORECASE)
_BULLET = re.compile(r"^- ", re.MULTILINE)
_ROW = re.compile(r"^[ \t]{0,9}\|[ \t]{0,9}(.*?)[ \t]{0,9}\|[ \t]{0,9}$", re.MULTILINE)
_META_DAYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
_BEFORE_SITE = re.compile(r"\s(?:[-–—|·•»]|::)\s")
_LONGEST_SITE = 6  # words
_CHARSET = re.compile(rb"charset\s*=|<\?xml[^>]+encoding", re.IGNORECASE)
_JSON_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def read(data: bytes, name: str) -> Iterator[Piece]:
    """Yield the article of a saved page."""
    yield of_page(data, name)


def of_page(data: bytes, _name: str, url: str = "") -> Piece:
    """Return the article of a page; `url` where whoever saved it wrote down its address."""
    if len(data) > LARGEST:
        raise Unreadable(f"this page is larger than {LARGEST // 1_000_000} MB", "save it as text")
    tree = _tree(data)
    import trafilatura

    found = trafilatura.bare_extraction(
        tree,
        config=_config(),
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"min_date": _FIRST, "max_date": _LAST, "original_date": True},
        url=_address(data) or url or None,
    )
    text = _ROW.sub(r"\1", _BULLET.sub("", getattr(found, "text", "") or ""))
    text = paragraphs(text, with_words=True)
    if not text:
        hint = "open the page in a browser, copy the article's text, and paste it: `timeline add -`"
        raise Unreadable("no article was found in this page", hint)
    stated = _stated(found, tree, _address(data) or url)
    title = stated["title"].value if "title" in stated else ""
    proposed = _site_in_title(title, tree) if "publisher" not in stated else {}
    return Piece(without_title(text, title), stated=stated, proposed=proposed | _proposed(tree))


def _config() -> ConfigParser:
    """Return trafilatura's settings, but for short texts: they are articles, too."""
    from trafilatura.settings import use_config

    config: ConfigParser = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "40"
    return config


def _tree(data: bytes) -> HtmlElement:
    """Parse a page, and refuse one that is nested so deep that what reads it would run out of stack."""
    from lxml import etree
    from trafilatura import load_html

    if data.count(b"<") > DEEPEST and _depth(data) > DEEPEST:
        raise Unreadable("this page is nested deeper than any page that a person wrote", "save it as text")
    if b"<html" not in data[:20_000].lower():
        data = b"<html><body>" + data + b"</body></html>"  # a part of a page, copied out of it
    try:
        tree: HtmlElement | None = load_html(_as_browsers_read(data))
    except (etree.LxmlError, ValueError) as error:
        raise Unreadable(f"this is no web page: {error}", "save the page again") from None
    if tree is None:
        raise Unreadable("this is no web page", "save the page again, or give its text")
    return tree


def _as_browsers_read(data: bytes) -> bytes | str:
    """Return a page that tells no encoding and is no UTF-8 as Windows-1252, as browsers do.

    Only where such bytes are few: a page in other letters is left to the guess of the package.
    """
    high = sum(byte > 127 for byte in data)  # noqa: PLR2004 - ASCII ends there
    if not high or high > len(data) / 10 or _CHARSET.search(data, 0, 20_000) or data[:2] in UTF_16_MARKS:
        return data
    text, guessed = decoded(data)
    return text if guessed else data


def _depth(data: bytes) -> int:
    """Return how deep the elements of a page lie in each other."""
    from lxml import etree

    depth = deepest = 0
    parser = etree.HTMLPullParser(events=("start", "end"), huge_tree=True)
    for start in range(0, len(data), 65_536):
        parser.feed(data[start : start + 65_536])
        for event, _ in parser.read_events():
            depth += 1 if event == "start" else -1
            deepest = max(deepest, depth)
        if deepest > DEEPEST:
            break
    return deepest


def _address(data: bytes) -> str:
    """Return the address that a browser wrote into the page when it saved it."""
    found = _SAVED_FROM.search(data, 0, 20_000) or _SINGLE_FILE.search(data, 0, 20_000)
    return found[1].decode("ascii", "ignore").removesuffix("-->") if found else ""


def _stated(found: Any, tree: HtmlElement, url: str) -> dict[str, Words]:  # noqa: ANN401 - trafilatura has no types
    values = {
        "title": found.title,
        "publisher": _site(found.sitename or "", found.title or ""),
        "author": found.author,
        "url": url or found.url,
        "language": (tree.get("lang") or "").partition("-")[0].lower(),
    }
    return {key: Words(" ".join(value.split()), "the page") for key, value in values.items() if value}


def _site(named: str, title: str) -> str:
    """Return the name of the site, "" where the title was taken for it ("Two charged over U.K. blast")."""
    return "" if named.casefold() == title.casefold() else named


def _site_in_title(title: str, tree: HtmlElement) -> dict[str, Words]:
    """Find the site behind the title: "Two charged over blast | World - The Valley Tribune"."""
    whole = " ".join((tree.findtext(".//title") or "").split())
    if not title or not whole.casefold().startswith(title.casefold()):
        return {}
    parts = _BEFORE_SITE.split(whole[len(title) :])
    site = parts[-1].strip() if len(parts) > 1 and not parts[0].strip() else ""
    is_name = 0 < len(site.split()) <= _LONGEST_SITE and not site[0].islower()
    return {"publisher": Words(site, "the page's title")} if is_name else {}


def _proposed(tree: HtmlElement) -> dict[str, Words]:
    stated = _stated_day(tree)
    if stated:
        return {"published": stated}
    from htmldate import find_date

    day = find_date(tree, extensive_search=False, original_date=True, min_date=_FIRST, max_date=_LAST)
    return {"published": Words(day, "the page, by htmldate")} if day else {}


def _stated_day(tree: HtmlElement) -> Words | None:
    for value, origin in _stated_days(tree):
        try:
            found = read_publication(value)
        except NotADate:
            continue
        if found.when:
            return Words(found.minute or str(found.when), origin)
    return None


def _stated_days(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        if day := _JSON_DAY.search(script.text or ""):
            yield day[1], "the page (JSON-LD datePublished)"
    named = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content")
        or ""
        for meta in tree.iterfind(".//meta")
    }
    yield from ((named[key], f"the page (meta {key})") for key in _META_DAYS if key in named)
    for time in tree.iterfind(".//time[@datetime]"):
        if (
            time.get("pubdate") is not None
            or "publish" in (time.get("itemprop") or time.get("class") or "").lower()
        ):
            yield time.get("datetime") or "", "the page (time element)"
