"""What templates are given: finished values of one entry, so that a template only places them.

`entry_view(event, wording, …)` makes an `EntryView` with its date, its derivation, its sources and its marks,
all in words of the site's language. Nothing here knows HTML beyond the text of an entry, which comes cleaned
from `markdown`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from timeline.model import Image, Kind, Status
from timeline.public import PublicEvent
from timeline.render.assets import Picture
from timeline.render.derivation import Account, Derivation, accounts, derive, spoken_words
from timeline.render.source_views import SourceView, count_reports, source_view
from timeline.render.wording import Wording, anchor, page_path
from timeline.wording.dates import DatePhrase
from timeline.wording.markdown import to_html


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction, with the words that stand before it."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class FigureView:
    """A picture with its words."""

    path: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another entry: the plan and its fulfilment, the one before and the one after."""

    path: str
    title: str
    when: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """One entry, finished."""

    id: str
    anchor: str
    path: str
    title: str
    when: DatePhrase
    derivation: Derivation
    accounts: tuple[Account, ...]
    classes: str
    badge: str  # planned, claimed by whom, draft or withdrawn, in words
    draft: str
    withdrawn: bool
    notice: Markup
    text: Markup
    figure: FigureView | None
    corrections: tuple[CorrectionView, ...]
    see: tuple[Reference, ...]
    sources: tuple[SourceView, ...]
    reports: str
    places: tuple[str, ...]
    actors: tuple[str, ...]
    tags: tuple[str, ...]
    about: tuple[str, ...]  # places, actors and #tags, as they stand under the entry
    facets: str
    challenge: str
    cite: str
    updated: str


def _draft(event: PublicEvent, wording: Wording) -> str:
    """Say that nobody has checked an entry yet, and who wrote it."""
    if event.status is not Status.DRAFT:
        return ""
    return wording.strings.ui["draft" if event.is_found else "own_draft"]


def entry_view(
    event: PublicEvent, wording: Wording, events: Mapping[str, PublicEvent], pictures: Mapping[str, Picture]
) -> EntryView:
    """Finish one entry. `events` are all entries by id.

    For references), `pictures` the prepared images by path.
    """
    when = _when(event, wording)
    withdrawn = event.status is Status.WITHDRAWN
    return EntryView(
        id=event.id,
        anchor=anchor(event.id),
        path=page_path(event.id),
        title=event.title,
        when=when,
        derivation=derive(event, wording),
        accounts=accounts(event, wording),
        classes=" ".join(_classes(event, when)),
        badge=_badge(event, wording),
        draft=_draft(event, wording),
        withdrawn=withdrawn,
        notice=to_html(event.notice or wording.strings.ui["withdrawn_note"]) if withdrawn else Markup(),
        text=to_html(event.text),
        figure=_figure(event.image, pictures, wording),
        corrections=tuple(_correction(c.date, c.text, wording) for c in event.corrections),
        see=tuple(reference(events[i], wording) for i in event.see if i in events),
        sources=_sources(event, wording),
        reports=count_reports(event, wording),
        places=tuple(place.name for place in event.places),
        actors=event.actors,
        tags=event.tags,
        about=(*(place.name for place in event.places), *event.actors, *(f"#{tag}" for tag in event.tags)),
        facets=_facets(event, when),
        challenge="" if withdrawn else wording.challenge(event, spoken_words(event.sources, wording)),
        cite=_cite(event, wording),
        updated=updated_text(event.updated, wording),
    )


def reference(event: PublicEvent, wording: Wording) -> Reference:
    """Name an entry for a link to it."""
    return Reference(page_path(event.id), event.title, wording.placed(event))


def updated_text(day: str, wording: Wording) -> str:
    """Say when something was last touched, from an ISO day; empty without one."""
    from timeline.temporal.days import Day

    return wording.strings.phrase("updated", date=wording.dates.day(Day.parse(day))) if day else ""


def _when(event: PublicEvent, wording: Wording) -> DatePhrase:
    if event.date:
        return wording.dates.phrase(event.date)
    if event.reported:
        return DatePhrase(wording.dates.reported(event.reported), certainty="by_report")
    return DatePhrase(wording.strings.dates["undated"], certainty="by_report")


def _classes(event: PublicEvent, when: DatePhrase) -> list[str]:
    """Name what makes an entry look different: doubt about its date, its kind, its standing."""
    classes = [] if when.certainty == "exact" else ["fuzzy"]
    classes += [] if event.kind is Kind.HAPPENED else [str(event.kind)]
    return classes + ([] if event.status is Status.REVIEWED else [str(event.status)])


def _badge(event: PublicEvent, wording: Wording) -> str:
    ui = wording.strings.ui
    if event.status is Status.WITHDRAWN:
        return _withdrawn(event, wording)
    if event.kind is Kind.CLAIMED and event.claimed_by:
        return wording.strings.phrase("claimed_by", who=event.claimed_by)
    return "" if event.kind is Kind.HAPPENED else ui[str(event.kind)]


def _figure(image: Image | None, pictures: Mapping[str, Picture], wording: Wording) -> FigureView | None:
    picture = pictures.get(image.src) if image else None
    if image is None or picture is None:
        return None
    licence = wording.strings.phrase("image_licence", licence=image.licence) if image.licence else ""
    return FigureView(
        picture.path, picture.width, picture.height, image.alt, image.caption, image.credit, licence
    )


def _correction(date: object, text: str, wording: Wording) -> CorrectionView:
    from timeline.temporal.edtf import When

    if isinstance(date, When):
        return CorrectionView(
            wording.strings.phrase("corrected", date=wording.dates.text(date)), to_html(text)
        )
    return CorrectionView(wording.strings.phrases["corrected_undated"], to_html(text))


def _sources(event: PublicEvent, wording: Wording) -> tuple[SourceView, ...]:
    return tuple(source_view(s, event.sources, wording) for s in event.sources)


def _withdrawn(event: PublicEvent, wording: Wording) -> str:
    if event.withdrawn is None:
        return wording.strings.ui["withdrawn"]
    return wording.strings.phrase("withdrawn_on", date=wording.dates.text(event.withdrawn))


def _facets(event: PublicEvent, when: DatePhrase) -> str:
    """Write what the filters ask for: `t:diplomacy|a:Niger|p:Niamey|c:exact|r:2`."""
    tagged = (
        [("t", t) for t in event.tags]
        + [("a", a) for a in event.actors]
        + [("p", p.name) for p in event.places]
    )
    parts = [f"{key}:{value.replace('|', ' ')}" for key, value in tagged]
    return "|".join([*parts, f"c:{when.certainty}", f"r:{event.reports}"])


def _cite(event: PublicEvent, wording: Wording) -> str:
    updated = updated_text(event.updated, wording)
    # Without the site's address a path within it would lead nobody there.
    address = wording.link(page_path(event.id)) if wording.settings.base_url else ""
    cited = wording.strings.phrase(
        "cite_updated" if updated else "cite",
        title=event.title,
        date=wording.placed(event),
        site=wording.settings.title,
        updated=updated,
        address=address,
    )
    return cited.rstrip()
