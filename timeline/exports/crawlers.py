"""sitemap.xml and robots.txt, for search engines: full addresses, so none without `base_url`.

While entries that no person has read stand on the page, the whole site says `noindex`. Then there is no
sitemap, and robots.txt still forbids nothing: a crawler that may not read a page never learns that it must
not list it.
"""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from timeline.config import Settings
from timeline.exports.addresses import absolute, day_of, newest_day, page_of
from timeline.model import Status
from timeline.public import PublicTimeline

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_PAGES = ("", "sources.html", "corrections.html", "about.html")
_MOST = 50_000  # what the protocol allows in one file


def sitemap(view: PublicTimeline, settings: Settings) -> str:
    """Return the sitemap: the timeline and the entries' own pages with the day of their last change."""
    addresses = _addresses(view, settings) if settings.base_url else []
    if not addresses:
        return ""
    root = ET.Element("urlset", xmlns=_SITEMAP)
    for address, day in addresses[:_MOST]:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = address
        if day:
            ET.SubElement(url, "lastmod").text = day
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def robots(view: PublicTimeline, settings: Settings) -> str:
    """Return robots.txt. It counts where the site is the root of its host; elsewhere nobody reads it."""
    if not settings.base_url:
        return ""
    lines = ["User-agent: *", f"Allow: {urlsplit(absolute(settings)).path or '/'}"]
    if view.drafts:
        lines.insert(
            0,
            "# Pages with entries that nobody has read yet say noindex; crawlers must read them to see it.",
        )
    if _addresses(view, settings):
        lines += ["", f"Sitemap: {absolute(settings, 'sitemap.xml')}"]
    return "\n".join(lines) + "\n"


def _addresses(view: PublicTimeline, settings: Settings) -> list[tuple[str, str]]:
    """Return the addresses to be listed, each with the day of its last change."""
    if view.drafts:
        return []
    newest = newest_day(view)
    shown = (event for event in view.events if event.status is Status.REVIEWED)
    pages = [(absolute(settings, path), newest) for path in _PAGES]
    return pages + [(absolute(settings, page_of(event)), day_of(event.updated)) for event in shown]
