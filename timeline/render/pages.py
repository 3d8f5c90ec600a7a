"""Which pages there are, and what each is given.

`build_pages(view, wording, theme, …)` returns the text of every page by its path: the timeline (in one page
or in parts), a page for each entry and each address that leads to one, sources, corrections, how the dates
were worked out, embed and 404.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from timeline.model import Status
from timeline.public import PublicEvent, PublicTimeline
from timeline.render import bars, chronology, parts, structured
from timeline.render.assets import Picture
from timeline.render.corrections import latest_first
from timeline.render.facets import choices
from timeline.render.memory import Memory
from timeline.render.page import Page, PartLink, SiteView
from timeline.render.publications import SourcesPage, sources_pages
from timeline.render.search_index import FOLDER, index_files
from timeline.render.security import policy
from timeline.render.views import Reference, entry_view, reference
from timeline.render.wording import Wording, page_path
from timeline.wording.markdown import ROOT

if TYPE_CHECKING:
    from jinja2 import Environment

LONG = 120  # from so many entries on, those out of sight are laid out when they come near


class Pages:
    """Renders the pages of one site."""

    def __init__(
        self,
        view: PublicTimeline,
        wording: Wording,
        site: SiteView,
        theme: Environment,
        pictures: Mapping[str, Picture],
        memory: Memory | None = None,
    ) -> None:
        """Finish the entries once; the pages share them."""
        self._view, self._wording, self._site, self._theme = view, wording, site, theme
        self._memory = memory
        self._csp = policy(wording.settings.csp)
        self._part_of: Mapping[str, str] = {}  # page of each entry of a split story
        self._by_id = {event.id: event for event in view.events}
        self._entries = {e.id: entry_view(e, wording, self._by_id, pictures) for e in view.events}

    def all(self, style: str) -> dict[str, str]:
        """Render every page. `style` is the style sheet, which stands inside the 404 page."""
        made = self._timeline()
        made |= dict(self._entry_pages(made))
        made |= self._sources()
        made["corrections.html"] = self._corrections()
        made["about.html"] = self._about()
        made["embed.html"] = self._embed()
        made["404.html"] = self._not_found(style)
        return made

    def _render(self, template: str, page: Page) -> str:
        if self._memory is None:
            return self._made(template, page)
        given = (template, self._site, page, self._wording.strings.ui)
        return self._memory.page(page.path, given, lambda: self._made(template, page))

    def _made(self, template: str, page: Page) -> str:
        words = SimpleNamespace(**self._wording.strings.ui)
        text: str = self._theme.get_template(template).render(
            site=self._site, page=page, w=words, root_mark=ROOT
        )
        return text

    def _canonical(self, path: str) -> str:
        address = "" if path == "index.html" else path
        return self._wording.link(address) if self._wording.settings.base_url else ""

    def _page(self, path: str, heading: str, **more: object) -> Page:
        title = heading if heading == self._site.title else f"{heading} – {self._site.title}"
        known: dict[str, object] = {
            "canonical": self._canonical(path),
            "csp": self._csp,
            "description": self._site.description,
        }
        return Page(path=path, title=title, heading=heading, **{**known, **more})  # type: ignore[arg-type]  # checked by the templates' tests

    def _timeline(self) -> dict[str, str]:
        """Render the story on one page, or in parts behind a light front page."""
        if len(self._view.events) > parts.MOST_EVENTS:
            return self._in_parts(0)
        page = self._whole()
        text = self._render("timeline.html", page)
        if len(text) <= parts.MOST_BYTES:
            return {page.path: text}
        weight = len(gzip.compress(text.encode(), 6, mtime=0))
        return {page.path: text} if weight <= parts.MOST_BYTES else self._in_parts(weight)

    def _whole(self) -> Page:
        data = structured.timeline_data(self._view, self._wording, listed=True)
        return self._list_page("index.html", self._site.title, self._view.events, is_front=True, data=data)

    def _list_page(self, path: str, heading: str, events: Sequence[PublicEvent], **more: object) -> Page:
        monthly = bars.is_monthly(events)
        entries = [self._entries[e.id] for e in events]
        known: dict[str, object] = {
            "summary": self._summary(events),
            "kind": "website",
            "is_long": len(events) >= LONG,
            "strip": bars.strip(events, self._wording),
            "years": chronology.lay_out(events, entries, self._wording, by_month=monthly),
            "choices": choices(events, self._wording),
            "found": self._found(len(events)),
            "total": len(events),
            "challenge": self._wording.challenge_form(),
        }
        return self._page(path, heading, **{**known, **more})

    def _found(self, total: int) -> str:
        return self._wording.strings.phrase(
            "search_found", shown="#", all=self._wording.strings.number(total)
        )

    def _summary(self, events: Sequence[PublicEvent]) -> str:
        strings = self._wording.strings
        sources = {source.key for event in events for source in event.sources}
        span = chronology.years_spanned(events, self._wording)
        counted = [strings.count("events", len(events)), strings.count("sources", len(sources)), span]
        return strings.listed([*counted, self._site.updated])

    def _in_parts(self, weight: int) -> dict[str, str]:
        divided = parts.divide(self._view.events, self._wording, weight)
        made = {}
        for part in divided:
            links = self._part_links(divided, part.path)
            heading = self._wording.strings.phrase("of_part", title=self._site.title, part=part.name)
            page = self._list_page(part.path, heading, part.events, parts=links)
            made[part.path] = self._render("timeline.html", page)
        self._part_of = {event.id: part.path for part in divided for event in part.events}
        made["index.html"] = self._front(divided)
        return made | index_files(self._view.events, self._entries, self._part_of)

    def _part_links(self, divided: Sequence[parts.Part], here: str = "") -> tuple[PartLink, ...]:
        count = self._wording.strings.count
        return tuple(
            PartLink(p.path, p.name, count("events", len(p.events)), p.path == here) for p in divided
        )

    def _front(self, divided: Sequence[parts.Part]) -> str:
        events = self._view.events
        page = self._page(
            "index.html",
            self._site.title,
            kind="website",
            is_front=True,
            summary=self._summary(events),
            strip=bars.strip(events, self._wording, parts.page_of_years(divided)),
            choices=choices(events, self._wording),
            found=self._found(len(events)),
            total=len(events),
            parts=self._part_links(divided),
            index=FOLDER,
            data=structured.timeline_data(self._view, self._wording, listed=False),
        )
        return self._render("timeline.html", page)

    def _entry_pages(self, taken: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        events = self._view.events
        ids = set(self._by_id)
        for n, event in enumerate(events):
            before = reference(events[n - 1], self._wording) if n else None
            after = reference(events[n + 1], self._wording) if n + 1 < len(events) else None
            yield page_path(event.id), self._entry_page(event, before, after)
            for old in event.merged:
                if old not in ids and page_path(old) not in taken:
                    ids.add(old)
                    yield page_path(old), self._moved(old, event)

    def _entry_page(self, event: PublicEvent, before: Reference | None, after: Reference | None) -> str:
        entry = self._entries[event.id]
        page = self._page(
            entry.path,
            event.title,
            root="../",
            description=f"{entry.when.text}. {plain(entry.text)}"[:200],
            data=structured.entry_data(event, self._wording),
            noindex=event.status in {Status.WITHDRAWN, Status.DRAFT},
            entry=entry,
            in_timeline=f"{self._part_of.get(event.id, 'index.html')}#{entry.anchor}",
            previous=before,
            next=after,
        )
        return self._render("entry.html", page)

    def _moved(self, old: str, event: PublicEvent) -> str:
        target = Reference(page_path(event.id).removeprefix("e/"), event.title, self._wording.placed(event))
        page = self._page(
            page_path(old), self._wording.strings.ui["moved"], root="../", target=target, noindex=True,
            canonical=self._canonical(page_path(event.id)),
        )  # fmt: skip
        return self._render("moved.html", page)

    def _sources(self) -> dict[str, str]:
        found = sources_pages(self._view, self._wording)
        return {one.path: self._sources_page(one) for one in found}

    def _sources_page(self, one: SourcesPage) -> str:
        ui = self._wording.strings.ui
        page = self._page(
            one.path,
            ui["sources"],
            publications=one.publications,
            description=ui["sources_intro"],
            parts=one.links,
        )
        return self._render("sources.html", page)

    def _corrections(self) -> str:
        ui = self._wording.strings.ui
        page = self._page(
            "corrections.html",
            ui["corrections"],
            corrections=latest_first(self._view.events, self._entries, self._wording),
            description=ui["corrections_intro"],
        )
        return self._render("corrections.html", page)

    def _about(self) -> str:
        strings = self._wording.strings
        page = self._page(
            "about.html",
            strings.ui["about_title"],
            prose=strings.about,
            embed=self._embed_code(),
            description=strings.about[0]["text"],
        )
        return self._render("about.html", page)

    def _embed_code(self) -> str:
        if not self._wording.settings.base_url or not self._site.frame_script:
            return ""
        frame = (
            f'<iframe class="timeline" src="{self._wording.link("embed.html")}" '
            f'title="{escape(self._site.title)}" width="100%" height="600"></iframe>'
        )
        return f'{frame}\n<script src="{self._wording.link(self._site.frame_script)}"></script>'

    def _embed(self) -> str:
        entries = tuple(self._entries[e.id] for e in self._view.events[: parts.MOST_EVENTS])
        page = self._page(
            "embed.html",
            self._site.title,
            entries=entries,
            noindex=True,
            summary=self._summary(self._view.events),
            canonical=self._canonical("index.html"),
        )
        return self._render("embed.html", page)

    def _not_found(self, style: str) -> str:
        settings, ui = self._wording.settings, self._wording.strings.ui
        path = urlsplit(settings.base_url).path.rstrip("/") if settings.base_url else ""
        inline = style.replace("</", "<\\/")
        page = self._page(
            "404.html", ui["not_found"], root=f"{path}/", canonical="", noindex=True, description="",
            style=Markup(inline), csp=policy(settings.csp, inline),  # noqa: S704 (our style sheet, and nothing in it ends the element)
        )  # fmt: skip
        return self._render("404.html", page)


def plain(html: Markup) -> str:
    """Return the words of a finished text, for a description."""
    return " ".join(html.striptags().split())
