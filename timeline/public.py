"""The public view: what of a timeline may leave the project folder, and nothing else.

`public_view` is the one gate between what people keep and what readers get. Pages, feeds and downloads are
made from its records, which have no field for comments, private notes, article bodies or local paths; hidden
entries, sources still `new` and (with `publish: reviewed`) drafts are not in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.config import Settings
from timeline.model import (
    Article,
    Body,
    Correction,
    Event,
    Image,
    Kind,
    Place,
    Retraction,
    Source,
    Status,
    Timeline,
)
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


def public_view(timeline: Timeline, settings: Settings, *, with_drafts: bool | None = None) -> PublicTimeline:
    """Return what readers may see, sorted for the page.

    `with_drafts` overrides `publish:` (the preview shows drafts). Order: first possible moment, "before X" by
    X, coarser before finer, then the order of the files.
    """
    drafts_shown = settings.publish == "drafts" if with_drafts is None else with_drafts
    shown = [e for e in timeline.events if _is_public(e, drafts_shown=drafts_shown)]
    known = {e.id for e in shown}
    events = [_public_event(e, timeline.articles, known) for e in shown]
    events.sort(key=_order)
    return PublicTimeline(
        events=tuple(events),
        drafts=sum(e.status is Status.DRAFT for e in shown),
        hidden_drafts=0 if drafts_shown else sum(e.status is Status.DRAFT for e in timeline.events),
        updated=max((e.updated for e in events), default=""),
    )


def count_reports(sources: tuple[PublicSource, ...]) -> int:
    """Return how many separately written reports stand behind an entry.

    Sources that share an origin, a near-identical text or a publisher are one report; a retracted one counts
    for none.
    """
    return len({s.rewrites or s.key for s in sources if s.retracted is None})


def _is_public(event: Event, *, drafts_shown: bool) -> bool:
    if event.status is Status.HIDDEN:
        return False
    return drafts_shown or event.status is not Status.DRAFT


def _order(event: PublicEvent) -> tuple[object, ...]:
    when = event.date or event.reported
    return (0, *when.sort_key) if when else (1,)


def _by_publication(source: PublicSource) -> tuple[object, ...]:
    when = source.published
    return (0, *when.sort_key, source.key) if when else (1, source.key)


def _public_event(event: Event, articles: Mapping[str, Article], known: set[str]) -> PublicEvent:
    withdrawn = event.status is Status.WITHDRAWN
    sources = () if withdrawn else _public_sources(event, articles)
    return PublicEvent(
        id=event.id,
        title=event.title,
        date=event.date,
        reported=_earliest(sources) if sources else None,
        date_note="" if withdrawn else event.date_note,
        text="" if withdrawn else event.text,
        kind=event.kind,
        claimed_by=event.claimed_by,
        status=event.status,
        notice=event.notice,
        withdrawn=event.withdrawn if withdrawn else None,
        places=() if withdrawn else event.places,
        actors=() if withdrawn else event.actors,
        tags=() if withdrawn else event.tags,
        image=None if withdrawn else event.image,
        corrections=event.corrections,
        merged=event.merged,
        see=tuple(i for i in event.see if i in known),
        sources=sources,
        reports=count_reports(sources),
        conflict=_in_conflict(event, sources),
        updated=_updated(event, sources),
    )


def _public_sources(event: Event, articles: Mapping[str, Article]) -> tuple[PublicSource, ...]:
    made = []
    for source in event.sources:
        if not source.is_new:
            article = articles.get(source.article)
            made.append((_of_article(source, article) if article else _standing_alone(source), article))
    leaders = _leaders([_report_marks(*pair) for pair in made])
    return tuple(
        _sharing(source, made[leader][0].key, article)
        for (source, article), leader in zip(made, leaders, strict=True)
    )


def _leaders(marks: Sequence[Sequence[str]]) -> list[int]:
    """Return for each source the first one joined to it by shared marks, directly or through others."""
    leaders = list(range(len(marks)))
    first_with: dict[str, int] = {}
    for i, of_one in enumerate(marks):
        for mark in of_one:
            joined = leaders[first_with.setdefault(mark, i)], leaders[i]
            leaders = [min(joined) if leader in joined else leader for leader in leaders]
    return leaders


def _report_marks(source: PublicSource, article: Article | None) -> list[str]:
    """Return what ties a source to its report.

    A mark shared with an earlier source makes the two one report.
    """
    marks = [f"key:{source.key}"]
    if source.publisher:
        marks.append(f"publisher:{source.publisher.casefold()}")
    if article:
        marks += [f"key:{article.twin_of}"] if article.twin_of else []
        # An article is its own origin unless it names another: the id of one ties both together.
        marks.append(f"origin:{(article.origin or article.id).casefold()}")
    return marks


def _sharing(source: PublicSource, leader: str, article: Article | None) -> PublicSource:
    if leader == source.key:
        return source
    return replace(source, rewrites=leader, same_text=bool(article and article.twin_of))


def _of_article(source: Source, article: Article) -> PublicSource:
    return PublicSource(
        key=article.id,
        publisher=article.publisher,
        title=article.title,
        author=article.author,
        url=article.url,
        archived=article.archived,
        identifier=article.identifier,
        collection=article.collection,
        licence=article.licence,
        language=article.language,
        published=article.published,
        retracted=article.retracted,
        quote=source.quote,
        verbatim=article.body is not Body.SUMMARY,
        said=source.said,
        says=source.date,
        page=source.page,
        translation=source.translation,
        translator=source.translator,
    )


def _standing_alone(source: Source) -> PublicSource:
    return PublicSource(
        key=source.url or f"{source.publisher} {source.title}".strip(),
        publisher=source.publisher,
        title=source.title,
        url=source.url,
        archived=source.archived,
        identifier=source.identifier,
        collection=source.collection,
        published=source.published,
        quote=source.quote,
        verbatim=True,
        said=source.said,
        says=source.date,
        page=source.page,
        translation=source.translation,
        translator=source.translator,
    )


def _earliest(sources: tuple[PublicSource, ...]) -> When | None:
    standing = [s for s in sources if s.retracted is None] or sources
    dated = [s.published for s in standing if s.published and s.published.first]
    return min(dated, key=lambda w: w.sort_key) if dated else None


def _in_conflict(event: Event, sources: tuple[PublicSource, ...]) -> bool:
    given = {str(s.says) for s in sources if s.says}
    return len(given) > 1 or bool(given and event.date and given != {str(event.date)})


def _updated(event: Event, sources: tuple[PublicSource, ...]) -> str:
    taken_back = [s.retracted.date for s in sources if s.retracted]
    dates = [
        *(s.published for s in sources),
        *taken_back,
        *(c.date for c in event.corrections),
        event.withdrawn,
    ]
    return max((w.last.iso for w in dates if w and w.last), default="")
