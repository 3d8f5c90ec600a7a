"""What templates are given of a source: its chip, what opens below it, and how many reports are separate.

`source_view(source, siblings, wording)` finishes one source; `count_reports(event, wording)` says of an entry
how many of its sources were written separately, and what became of the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline.model import Retraction
from timeline.public import PublicEvent, PublicSource
from timeline.render.wording import Wording, source_anchor
from timeline.wording.markdown import quote, safe_url


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source chip and what opens below it."""

    anchor: str
    name: str
    title: str
    author: str
    url: str
    archived: str
    reported: str
    language: str
    direction: str
    quote: Markup
    is_quotation: bool
    translation: Markup
    translator: str
    place: str  # page, column, folio or minute
    holding: str  # where an undigitized source is kept: collection and call number
    note: str  # that it rewrites another source, or says the same
    retracted: str
    retraction: str
    retraction_url: str
    gives: str  # the date that this source gives, where sources differ
    facts: tuple[
        str, ...
    ]  # what stands below its title: publisher, author, day of the report, where it is kept


def source_view(source: PublicSource, siblings: tuple[PublicSource, ...], wording: Wording) -> SourceView:
    """Finish one source of an entry."""
    strings = wording.strings
    language, direction = wording.foreign(source.language)
    retraction = source.retracted
    reported = wording.dates.reported(source.published) if source.published else ""
    holding = strings.listed((source.collection, source.identifier))
    publisher = source.publisher or ("" if source.title else wording.source_name(source))
    return SourceView(
        anchor=source_anchor(source.key),
        name=wording.source_name(source),
        title=source.title,
        author=source.author,
        url=safe_url(source.url),
        archived=safe_url(source.archived),
        reported=reported,
        language=language,
        direction=direction,
        quote=quote(source.quote),
        is_quotation=source.verbatim,
        translation=quote(source.translation),
        translator=strings.phrase("translated_by", who=source.translator) if source.translator else "",
        place=strings.phrase("page", page=source.page) if source.page.isdecimal() else source.page,
        holding=holding,
        note=_shared_note(source, siblings, wording),
        retracted=_retracted(retraction, wording) if retraction else "",
        retraction=retraction.note if retraction else "",
        retraction_url=safe_url(retraction.url) if retraction else "",
        gives=wording.dates.text(source.says) if source.says else "",
        facts=tuple(filter(None, (publisher, source.author, reported, holding))),
    )


def count_reports(event: PublicEvent, wording: Wording) -> str:
    """Say how many reports were written separately, how many rewrite one, and how many are not counted."""
    strings, rest = wording.strings, [s for s in event.sources if s.retracted is None and s.rewrites]
    same = sum(_is_same_publisher(s, event.sources) for s in rest)
    rewrites, retracted = len(rest) - same, sum(s.retracted is not None for s in event.sources)
    if not event.sources:
        return ""
    # "Separately written" is said of several: of a lone report it would sound like praise.
    reports = [("one_report" if event.reports == 1 else "reports", event.reports)]
    extra = (("rewrites", rewrites), ("same_publisher", same), ("retracted", retracted))
    return strings.listed(strings.count(key, n) for key, n in (*reports, *extra) if n)


def _shared_note(source: PublicSource, siblings: tuple[PublicSource, ...], wording: Wording) -> str:
    leader = next((s for s in siblings if s.key == source.rewrites), None)
    if leader is None:
        return ""
    if _is_same_publisher(source, siblings):
        return wording.strings.phrases["same_publisher_as"]
    key = "same_text_as" if source.same_text else "rewrite_of"
    return wording.strings.phrase(key, source=wording.source_name(leader))


def _is_same_publisher(source: PublicSource, siblings: tuple[PublicSource, ...]) -> bool:
    leader = next((s for s in siblings if s.key == source.rewrites), None)
    same = leader is not None and leader.publisher.casefold() == source.publisher.casefold()
    return same and bool(source.publisher) and not source.same_text


def _retracted(retraction: Retraction, wording: Wording) -> str:
    if retraction.date is None:
        return wording.strings.phrases["retracted"]
    return wording.strings.phrase("retracted_on", date=wording.dates.text(retraction.date))
