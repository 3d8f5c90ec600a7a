"""The records that may leave the project folder: they have no field for what may not."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Correction, Image, Kind, Place, Retraction, Status
from timeline.temporal.edtf import When


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A source as readers see it.

    `key` names its publication on the sources page (the article's id, or a slug).
    """

    key: str
    publisher: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    archived: str = ""
    identifier: str = ""
    collection: str = ""
    licence: str = ""
    language: str = ""
    published: When | None = None
    retracted: Retraction | None = None
    rewrites: str = (
        ""  # key of the source of this entry whose report it shares; "" where it stands for itself
    )
    same_text: bool = (
        False  # it shares that report because the texts are near-identical, not because a person said so
    )
    quote: str = ""
    verbatim: bool = False  # whether `quote` may be shown as a quotation
    said: str = ""  # the words that gave the date
    says: When | None = None  # the date that this source gives, where sources differ
    page: str = ""
    translation: str = ""
    translator: str = ""


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """An entry as readers see it.

    `id` is its address: `e/ID.html`; `merged` are further addresses that lead to it.
    """

    id: str
    title: str
    date: When | None = None
    reported: When | None = None  # earliest publication among its sources
    date_note: str = ""
    text: str = ""
    kind: Kind = Kind.HAPPENED
    claimed_by: str = ""
    status: Status = Status.REVIEWED
    is_found: bool = False  # the program made it of an article; no draft of a person
    notice: str = ""
    withdrawn: When | None = None
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: Image | None = None
    corrections: tuple[Correction, ...] = ()
    merged: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    sources: tuple[PublicSource, ...] = ()
    reports: int = 0  # separately written reports
    conflict: bool = False  # its sources give different dates
    updated: str = ""  # ISO day of the latest source, correction or notice; "" where none is dated

    @property
    def placed_by_report(self) -> bool:
        """Whether the text gave no time, so that the entry stands where it was reported."""
        return self.date is None


@dataclass(frozen=True, slots=True)
class PublicTimeline:
    """The public view of a whole timeline, in the order of the page.

    `hidden_drafts` counts drafts left out.
    """

    events: tuple[PublicEvent, ...]
    drafts: int = 0
    hidden_drafts: int = 0
    updated: str = ""

    @property
    def publications(self) -> tuple[PublicSource, ...]:
        """Each publication that some entry rests on, once, by publication day (undated last)."""
        seen: dict[str, PublicSource] = {}
        for event in self.events:
            for source in event.sources:
                seen.setdefault(source.key, source)
        return tuple(sorted(seen.values(), key=_by_publication))


def _by_publication(source: PublicSource) -> tuple[object, ...]:
    when = source.published
    return (0, *when.sort_key, source.key) if when else (1, source.key)
