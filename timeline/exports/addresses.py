"""Addresses and lasting ids of a timeline and its entries, as feeds, calendars and sitemaps give them."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from timeline.config import Settings
from timeline.exports.prose import safe_url
from timeline.public import PublicEvent, PublicTimeline

# RFC 4151 wants a name that was ours on some day. Without an address of its own a timeline has none:
# "invalid" is reserved for that
# (RFC 2606), and belongs to nobody for ever. It must never change, or every reader's program would show all
# entries again.
_NOBODY = "timeline.invalid,2026"
_EPOCH = "1970-01-01"


def absolute(settings: Settings, path: str = "") -> str:
    """Return the full address of a path below the site, or "" where the timeline has no `base_url`."""
    base = safe_url(settings.base_url)
    return f"{base.rstrip('/')}/{path}" if base else ""


def page_of(event: PublicEvent) -> str:
    """Return the path of an entry's own page: the address to quote."""
    return f"e/{event.id}.html"


def lasting_id(settings: Settings, event: PublicEvent | None = None, part: str = "") -> str:
    """Return the id of the timeline's feed or of an entry (`part` names something within it).

    With `base_url` it is the address. Without, a `tag:` URI (RFC 4151) made of the entry's id alone, so
    that a new title changes nothing.
    """
    path = page_of(event) if event else ""
    base = absolute(settings, path)
    if base:
        return base + (f"#{part}" if part else "")
    name = f"e/{event.id}" if event else f"timeline/{slug(settings.title)}"
    return f"tag:{_NOBODY}:{name}" + (f"/{part}" if part else "")


def newest_day(view: PublicTimeline) -> str:
    """Return the newest ISO day in the content: of sources and corrections, else of what happened."""
    happened = (e.date.first for e in view.events if e.date and e.kind == "happened")
    return day_of(view.updated) or max((day_of(day.iso) for day in happened if day), default="") or _EPOCH


def changed_on(event: PublicEvent, newest: str) -> str:
    """Return the ISO day on which an entry was last new to readers.

    One whose sources have no day takes its own, never the timeline's newest: that moves on, and all such
    entries would look new whenever anything else is.
    """
    own = event.date.last if event.date and event.kind == "happened" else None
    day = day_of(own.iso) if own else ""
    return day_of(event.updated) or (day if day <= newest else "") or _EPOCH


def day_of(iso: str) -> str:
    """Return an ISO day where feeds and calendars can write it (years 1 to 9999), else nothing."""
    return iso if re.fullmatch(r"(?!0000)\d{4}-\d\d-\d\d", iso) else ""


def slug(text: str) -> str:
    """Return a text as lower-case ASCII letters and digits with hyphens; a digest where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or sha256(text.encode()).hexdigest()[:10]
