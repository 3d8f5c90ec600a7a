"""The sources of an entry as readers see them, and which of them are one report.

`sources_of(event, articles)` leaves out what is still `new`. Sources that share an origin, a near-identical
text or a publisher rewrite the first of them; `count_reports` counts the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.model import Article, Body, Event, Source
from timeline.public.records import PublicSource
from timeline.temporal.edtf import When


def sources_of(event: Event, articles: Mapping[str, Article]) -> tuple[PublicSource, ...]:
    """Return the sources of an entry, each with the first source whose report it shares."""
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
        author=source.author,
        url=source.url,
        archived=source.archived,
        identifier=source.identifier,
        collection=source.collection,
        licence=source.licence,
        language=source.language,
        published=source.published,
        quote=source.quote,
        verbatim=True,
        said=source.said,
        says=source.date,
        page=source.page,
        translation=source.translation,
        translator=source.translator,
    )


def earliest(sources: tuple[PublicSource, ...]) -> When | None:
    """Return when an entry was first reported, not counting what was retracted where something stands."""
    standing = [s for s in sources if s.retracted is None] or sources
    dated = [s.published for s in standing if s.published and s.published.first]
    return min(dated, key=lambda w: w.sort_key) if dated else None


def count_reports(sources: tuple[PublicSource, ...]) -> int:
    """Return how many separately written reports stand behind an entry.

    Sources that share an origin, a near-identical text or a publisher are one report; a retracted one counts
    for none.
    """
    return len({s.rewrites or s.key for s in sources if s.retracted is None})
