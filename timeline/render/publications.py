"""The publications that a story rests on, each with its entries, two thousand to a page.

`sources_pages(view, wording)` gives what stands on each; nearly every story has but one page of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.public import PublicEvent, PublicSource, PublicTimeline
from timeline.render.page import PartLink, Publication
from timeline.render.source_views import source_view
from timeline.render.views import Reference, reference
from timeline.render.wording import Wording

_MOST_ON_PAGE = 2000


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """One page of publications; `links` lead to all of them, and are empty where it is the only one."""

    path: str
    publications: tuple[Publication, ...]
    links: tuple[PartLink, ...]


def sources_pages(view: PublicTimeline, wording: Wording) -> tuple[SourcesPage, ...]:
    """Divide the publications among pages: `sources.html`, `sources-2.html` …; the first is always there."""
    known, supported = view.publications, _supported(view.events, wording)
    chunks = [known[start : start + _MOST_ON_PAGE] for start in range(0, max(len(known), 1), _MOST_ON_PAGE)]
    paths = ["sources.html", *(f"sources-{n}.html" for n in range(2, len(chunks) + 1))]
    return tuple(
        SourcesPage(
            path,
            tuple(Publication(source_view(p, (), wording), tuple(supported[p.key])) for p in chunk),
            _links(path, paths, chunks, wording),
        )
        for path, chunk in zip(paths, chunks, strict=True)
    )


def _supported(events: Sequence[PublicEvent], wording: Wording) -> dict[str, list[Reference]]:
    """Return the entries that rest on each publication, by its key."""
    found: dict[str, list[Reference]] = {}
    for event in events:
        for key in dict.fromkeys(source.key for source in event.sources):
            found.setdefault(key, []).append(reference(event, wording))
    return found


def _links(
    here: str, paths: Sequence[str], chunks: Sequence[tuple[PublicSource, ...]], wording: Wording
) -> tuple[PartLink, ...]:
    links = tuple(
        PartLink(path, str(n), wording.strings.count("sources", len(chunk)), path == here)
        for n, (path, chunk) in enumerate(zip(paths, chunks, strict=True), 1)
    )
    return links if len(links) > 1 else ()
