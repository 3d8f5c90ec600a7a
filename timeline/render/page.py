"""What a template is given: `site`, the same for all pages, and `page`, the one that it makes.

Both are finished; `site_view` makes the first, `pages` the second.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from timeline.model import Status
from timeline.public import PublicTimeline
from timeline.render import bars, chronology
from timeline.render.facets import Choice
from timeline.render.source_views import SourceView
from timeline.render.views import CorrectionView, EntryView, Reference, updated_text
from timeline.render.wording import Wording
from timeline.wording.markdown import safe_url
from timeline.wording.strings import Strings


@dataclass(frozen=True, slots=True)
class Link:
    """A feed or download: its path below the site, what it is called, its media type."""

    path: str
    label: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page is given about the site."""

    title: str
    description: str
    language: str
    direction: str
    author: str
    licence: str
    licence_url: str
    updated: str
    noindex: bool
    banner: str
    sheets: tuple[str, ...]
    card: str
    card_width: int
    card_height: int
    feeds: tuple[Link, ...]
    downloads: tuple[Link, ...]
    frame_script: str  # tells a page that shows this one in a frame how high it is; empty where there is none


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication on the sources page with the entries that rest on it."""

    source: SourceView
    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction or withdrawal on the corrections page."""

    reference: Reference
    correction: CorrectionView


@dataclass(frozen=True, slots=True)
class PartLink:
    """The way to one page of a split story."""

    path: str
    name: str
    counted: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What a template is given about its page; each template uses some of it."""

    path: str
    title: str
    heading: str
    csp: str
    root: str = ""
    description: str = ""
    canonical: str = ""
    kind: str = "article"
    data: Markup = Markup()  # noqa: RUF009 (it cannot be changed)
    noindex: bool = False
    summary: str = ""
    is_front: bool = False
    is_long: bool = False
    strip: bars.Strip = field(default=bars.Strip("", (), "few"))
    years: tuple[chronology.Year, ...] = ()
    choices: tuple[Choice, ...] = ()
    found: str = ""
    total: int = 0
    challenge: str = ""
    search_action: str = ""
    index: str = ""
    parts: tuple[PartLink, ...] = ()
    entry: EntryView | None = None
    entries: tuple[EntryView, ...] = ()
    in_timeline: str = ""
    previous: Reference | None = None
    next: Reference | None = None
    target: Reference | None = None
    publications: tuple[Publication, ...] = ()
    corrections: tuple[Corrected, ...] = ()
    prose: tuple[Mapping[str, str], ...] = ()
    embed: str = ""
    style: Markup = Markup()  # noqa: RUF009 (it cannot be changed)


def _banner(view: PublicTimeline, strings: Strings) -> str:
    """Say how many entries nobody has checked yet; those that a person wrote the program has not found."""
    own = any(e.status is Status.DRAFT and not e.is_found for e in view.events)
    return strings.count("own_drafts" if own else "drafts", view.drafts) if view.drafts else ""


def site_view(
    view: PublicTimeline,
    wording: Wording,
    files: Mapping[str, object],
    sheets: tuple[str, ...],
    card: tuple[str, int, int],
) -> SiteView:
    """Finish what all pages say about the site.

    `files` are the feeds and downloads that will lie there, `sheets` the style sheets, `card` the address and
    size of the picture for social networks.
    """
    settings, strings = wording.settings, wording.strings
    address, width, height = card
    return SiteView(
        title=settings.title,
        description=settings.description,
        language=settings.language if strings.found else strings.language,
        direction=strings.direction,
        author=settings.author,
        licence=settings.licence,
        licence_url=safe_url(settings.licence),
        updated=updated_text(view.updated, wording),
        noindex=view.drafts > 0,
        banner=_banner(view, strings),
        sheets=sheets,
        card=address,
        card_width=width,
        card_height=height,
        feeds=_links(_FEEDS, files, wording),
        downloads=_links({**_FEEDS, **_DOWNLOADS}, files, wording),
        frame_script=_FRAME_SCRIPT if _FRAME_SCRIPT in files else "",
    )


def _links(
    known: Mapping[str, tuple[str, str]], files: Mapping[str, object], wording: Wording
) -> tuple[Link, ...]:
    return tuple(
        Link(path, wording.strings.ui[key], kind) for path, (key, kind) in known.items() if path in files
    )


_FRAME_SCRIPT = "embed.js"
_FEEDS = {
    "feed.xml": ("feed_atom", "application/atom+xml"),
    "feed.json": ("feed_json", "application/feed+json"),
}
_DOWNLOADS = {
    "events.ics": ("feed_ics", "text/calendar"),
    "events.json": ("data_json", "application/json"),
    "events.csv": ("data_csv", "text/csv"),
    "events.yaml": ("data_yaml", "application/yaml"),
    "timelinejs.json": ("data_timelinejs", "application/json"),
    "embed-fragment.txt": ("embed_fragment", "text/plain"),
}
