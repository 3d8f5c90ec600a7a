"""Atom (RFC 4287) and JSON Feed 1.1: what is new on a timeline, and what was corrected.

An item is an entry, new on the day of its first report. A correction is an item of its own besides, because
readers' programs seldom show an old item again. The newest fifty stand in a feed, by the day they changed.
Nothing asks for the time: the days are those of the sources and corrections.

Not written with feedgenerator: it takes the time of day for an empty feed, and loading it costs 0.1 s of
the second that a whole build may take.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from timeline.config import Settings
from timeline.exports.addresses import absolute, changed_on, day_of, lasting_id, newest_day, page_of
from timeline.exports.phrases import Words, phrase, phrase_of, status_of, words_of
from timeline.exports.prose import escaped, safe_url, without_control
from timeline.model import Correction, Status
from timeline.public import PublicEvent, PublicSource, PublicTimeline

LENGTH = 50
_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is new. `updated` is an ISO day; `published` too, empty where no report has a day."""

    id: str
    path: str
    title: str
    content: str
    updated: str
    published: str
    tags: tuple[str, ...] = ()


def atom(view: PublicTimeline, settings: Settings) -> str:
    """Return the Atom feed."""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": settings.language})
    _add(feed, "id", lasting_id(settings))
    _add(feed, "title", settings.title)
    if settings.description:
        _add(feed, "subtitle", settings.description)
    _add(feed, "updated", _moment(newest_day(view)))
    _add(ET.SubElement(feed, "author"), "name", settings.author or settings.title)
    if settings.licence:
        _add(feed, "rights", settings.licence)
    _add(feed, "generator", "timeline")
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=absolute(settings) or "index.html")
    if settings.base_url:
        ET.SubElement(
            feed, "link", rel="self", type="application/atom+xml", href=absolute(settings, "feed.xml")
        )
    for item in items(view, settings):
        _atom_entry(ET.SubElement(feed, "entry"), item, settings)
    ET.indent(feed)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode") + "\n"


def json_feed(view: PublicTimeline, settings: Settings) -> str:
    """Return the JSON Feed."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": absolute(settings),
        "feed_url": absolute(settings, "feed.json") if settings.base_url else "",
        "description": settings.description,
        "language": settings.language,
        "authors": [{"name": settings.author}] if settings.author else [],
        "items": [_json_item(item, settings) for item in items(view, settings)],
    }
    kept = {key: value for key, value in feed.items() if value or key == "items"}
    return json.dumps(kept, ensure_ascii=False, indent=2) + "\n"


def items(view: PublicTimeline, settings: Settings) -> list[Item]:
    """Return what is new or corrected, newest first; what changed on one day in the order of the page."""
    newest, words = newest_day(view), words_of(settings)
    # Days first: of a long timeline only the newest fifty are worth being written out.
    dated = [(day, event, number) for event in view.events for day, number in _days_of(event, newest)]
    dated.sort(key=lambda one: one[0], reverse=True)
    return [_item(event, number, day, settings, words) for day, event, number in dated[:LENGTH]]


def _days_of(event: PublicEvent, newest: str) -> Iterator[tuple[str, int]]:
    """Give the days on which an entry was new: number 0 is the entry itself, 1 its first correction."""
    changed = changed_on(event, newest)
    yield changed, 0
    for number, correction in enumerate(event.corrections, 1):
        last = correction.date.last if correction.date else None
        yield (day_of(last.iso) if last else "") or changed, number


def _item(event: PublicEvent, number: int, day: str, settings: Settings, words: Words) -> Item:
    if number:
        title = f"{words.correction()}: {event.title}"
        text = words.html(event.corrections[number - 1].text)
        return Item(
            lasting_id(settings, event, f"correction-{number}"), page_of(event), title, text, day, day
        )
    withdrawn = event.status is Status.WITHDRAWN
    title = f"{words.ui('withdrawn')}: {event.title}" if withdrawn else event.title
    content = content_of(event, words)
    return Item(
        lasting_id(settings, event), page_of(event), title, content, day, _reported(event), event.tags
    )


def _reported(event: PublicEvent) -> str:
    """Return the day of the first report, or nothing where it is not known to the day."""
    first = event.reported.first if event.reported else None
    return day_of(first.iso) if event.reported and first and first == event.reported.last else ""


def content_of(event: PublicEvent, words: Words) -> str:
    """Return an entry as HTML: its date in words, what to know of it, its text, corrections and sources."""
    lead = " · ".join(escaped(part) for part in (phrase_of(event, words), *status_of(event, words)))
    parts = [f"<p><strong>{lead}</strong></p>", words.html(event.notice), words.html(event.text)]
    parts += [_correction(correction, words) for correction in event.corrections]
    if event.sources:
        listed = "".join(f"<li>{_source(source, words)}</li>" for source in event.sources)
        parts.append(f"<p>{words.ui('sources')}</p>\n<ul>{listed}</ul>")
    return "\n".join(part for part in parts if part)


def _correction(correction: Correction, words: Words) -> str:
    return (
        f"<p><strong>{escaped(words.correction(correction.date))}</strong></p>\n{words.html(correction.text)}"
    )


def _source(source: PublicSource, words: Words) -> str:
    """Return publisher, title, day and the quoted words of a source as HTML."""
    title = escaped(source.title or source.url or source.key)
    address = safe_url(source.url)
    named = f'<a href="{escaped(address)}">{title}</a>' if address else title
    parts = [
        escaped(source.publisher),
        named,
        escaped(phrase(source.published, words)) if source.published else "",
    ]
    archived = safe_url(source.archived)
    parts.append(f'<a href="{escaped(archived)}">{words.ui("archived")}</a>' if archived else "")
    said = ", ".join(part for part in parts if part)
    if source.retracted:
        said = f"<s>{said}</s> ({words.retracted()})"
    return said + _quoted(source, words)


def _quoted(source: PublicSource, words: Words) -> str:
    if not source.quote:
        return ""
    lang = f' lang="{escaped(source.language)}"' if source.language else ""
    if source.verbatim:
        return f"<blockquote{lang}>{escaped(source.quote)}</blockquote>"
    return f"<br>{words.ui('in_short')} <span{lang}>{escaped(source.quote)}</span>"


def _atom_entry(entry: ET.Element, item: Item, settings: Settings) -> None:
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "updated", _moment(item.updated))
    if item.published:
        _add(entry, "published", _moment(item.published))
    ET.SubElement(
        entry, "link", rel="alternate", type="text/html", href=absolute(settings, item.path) or item.path
    )
    for tag in item.tags:
        ET.SubElement(entry, "category", term=without_control(tag))
    _add(entry, "content", item.content).set("type", "html")


def _json_item(item: Item, settings: Settings) -> dict[str, object]:
    made = {
        "id": item.id,
        "url": absolute(settings, item.path) if settings.base_url else "",
        "title": item.title,
        "content_html": item.content,
        "date_published": _moment(item.published) if item.published else "",
        "date_modified": _moment(item.updated),
        "tags": list(item.tags),
    }
    return {key: value for key, value in made.items() if value}


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = without_control(text)
    return child


def _moment(day: str) -> str:
    """Write a day as RFC 3339 wants it. Feeds know moments only: the day began at that one."""
    return f"{day}T00:00:00Z"
