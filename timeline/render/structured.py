"""What machines read in a page: schema.org as JSON-LD.

An entry is an `Article` about an `Event`; the event carries a start only where the date is known as far as
ISO 8601 can say it, a fuzzy one only the span that it lies in (`temporalCoverage`).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from timeline.model import Place
from timeline.public import PublicEvent, PublicSource, PublicTimeline
from timeline.render.wording import Wording, page_path
from timeline.temporal.edtf import When
from timeline.wording.dates import certainty_of, html_datetime
from timeline.wording.markdown import safe_url

_MOST_LISTED = 100  # a longer list would weigh more than the page that it describes


def timeline_data(view: PublicTimeline, wording: Wording, *, listed: bool) -> Markup:
    """Describe the timeline: name, span, and its entries where `listed`."""
    settings = wording.settings
    spans = [e.date for e in view.events if e.date]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": settings.title,
        "description": settings.description,
        "inLanguage": settings.language,
        "url": settings.base_url,
        "dateModified": view.updated,
        "license": safe_url(settings.licence),
        "author": _author(settings.author),
        "temporalCoverage": _coverage(spans),
    }
    if listed and settings.base_url and len(view.events) <= _MOST_LISTED:
        data["mainEntity"] = {"@type": "ItemList", "itemListElement": _items(view.events, wording)}
    return to_script(data)


def entry_data(event: PublicEvent, wording: Wording) -> Markup:
    """Describe one entry with the event that it tells, its sources and its corrections."""
    base = wording.settings.base_url
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": event.title[:110],
        "inLanguage": wording.settings.language,
        "url": wording.link(page_path(event.id)) if base else "",
        "dateModified": event.updated,
        "author": _author(wording.settings.author),
        "license": safe_url(wording.settings.licence),
        "isPartOf": {"@type": "CollectionPage", "name": wording.settings.title, "url": base},
        "temporalCoverage": _coverage([event.date] if event.date else []),
        "about": _about(event),
        "keywords": list(event.tags),
        "citation": [_citation(s) for s in event.sources if s.retracted is None],
        "correction": [c.text for c in event.corrections],
    }
    return to_script(data)


def to_script(data: dict[str, Any]) -> Markup:
    """Write JSON so that it can stand in a script element: nothing in it can end the element."""
    text = json.dumps(_filled(data), ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 (JSON whose only dangerous signs were replaced above)


def _filled(value: Any) -> Any:  # noqa: ANN401 (JSON is anything)
    """Leave out what is empty."""
    if isinstance(value, dict):
        return {k: kept for k, v in value.items() if (kept := _filled(v)) not in ("", [], {}, None)}
    return [_filled(v) for v in value] if isinstance(value, list) else value


def _author(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name} if name else {}


def _items(events: Sequence[PublicEvent], wording: Wording) -> list[dict[str, Any]]:
    return [
        {"@type": "ListItem", "position": n, "url": wording.link(page_path(e.id))}
        for n, e in enumerate(events, 1)
    ]


def _about(event: PublicEvent) -> dict[str, Any]:
    """Describe what happened; only what happened is an event to a search engine."""
    start = html_datetime(event.date) if event.date else ""
    end = ""
    if event.date and event.date.kind == "interval" and certainty_of(event.date) == "exact":
        start, end = (d.iso if d else "" for d in (event.date.first, event.date.last))
    return {
        "@type": "Event" if event.kind == "happened" else "Thing",
        "name": event.title,
        "startDate": start if event.kind == "happened" else "",
        "endDate": end if event.kind == "happened" else "",
        "location": [_place(p) for p in event.places] if event.kind == "happened" else [],
    }


def _place(place: Place) -> dict[str, Any]:
    known = place.lat is not None and place.lon is not None
    geo = {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon} if known else {}
    return {"@type": "Place", "name": place.name, "geo": geo}


def _citation(source: PublicSource) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": _author(source.publisher),
        "url": safe_url(source.url),
        "archivedAt": safe_url(source.archived),
        "datePublished": html_datetime(source.published) if source.published else "",
        "identifier": source.identifier,
    }


def _coverage(dates: Sequence[When]) -> str:
    """Write the whole span as an ISO 8601 interval; an open end stays open."""
    if not dates:
        return ""
    first = min((w.first for w in dates if w.first), default=None)
    open_end = any(w.last is None for w in dates)
    last = None if open_end else max((w.last for w in dates if w.last), default=None)
    return f"{first.iso if first else '..'}/{last.iso if last else '..'}" if first or last else ""
