"""What `timeline check` says about articles: nothing that stops a run, but what an editor would ask.

An original that was changed, and a text in another language than it is read in, are warnings. A dateline
with another day than that of publication, a credit line, and a text that tells much the same as another are
notes, each with the line that would settle it; an `origin` of any kind says that the question was answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from timeline.articles.credit import NEAR_DAYS, credits_of, dateline_day, short_name
from timeline.articles.originals import check_left_over, check_originals
from timeline.articles.rewrites import Retellings
from timeline.articles.spoken import another_language
from timeline.articles.twins import by_publication
from timeline.config import Settings
from timeline.model import Article, Body
from timeline.problems import Problem, Severity, Where
from timeline.temporal.interval import Grain


def check(articles: tuple[Article, ...], settings: Settings) -> tuple[Problem, ...]:
    """Return what deserves a second look in the articles themselves, in their order."""
    found = [*check_originals(articles, settings), *check_left_over(articles, settings)]
    found += [*check_languages(articles), *_datelines(articles), *_origins(articles)]
    return tuple(sorted(found, key=lambda problem: problem.where or Where("")))


def check_languages(articles: Iterable[Article]) -> tuple[Problem, ...]:
    """Return a warning for each text that is plainly in another language than the one it is read in."""
    return tuple(
        _other_language(a, found) for a in articles if (found := another_language(a.text, a.language))
    )


def _other_language(article: Article, found: str) -> Problem:
    message = f"this text is read as {article.language!r}, and seems to be {found!r}"
    hint = f"add a line `language: {found}` above the text"
    return Problem(message, Where(article.path, 1), hint, Severity.WARNING)


def _datelines(articles: tuple[Article, ...]) -> Iterator[Problem]:
    for article in articles:
        published = article.published
        if article.written or published is None or published.grain is not Grain.DAY:
            continue
        day, words = dateline_day(article.text, published.first, article.language)
        if day and day != str(published):
            hint = f"if relative words are meant from that day, add a line `written: {day}`"
            yield _note(article, f'the dateline "{words}" differs from the publication day {published}', hint)


def _origins(articles: tuple[Article, ...]) -> Iterator[Problem]:
    """Propose an origin for articles that have none, each against those published before it."""
    told = Retellings()
    by_publisher: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_publisher[article.publisher].append(article)
    by_id = {article.id: article for article in articles}
    for article in sorted(articles, key=by_publication):
        day = article.published.first.ordinal if article.published and article.published.first else None
        if not article.origin and not article.twin_of:
            if found := told.find(article.text, day):
                yield _retold(article, by_id[found.name], found.why)
            elif article.body is Body.VERBATIM:
                yield from _credited(article, by_publisher)
        if article.body is Body.VERBATIM:
            told.add(article.id, article.text, day)


def _retold(article: Article, other: Article, why: str) -> Problem:
    hint = (
        f"if it is a rewrite, add a line `origin: {other.origin or other.id}`; if not, `origin: {article.id}`"
    )
    return _note(article, f"this may retell {other.id} ({why})", hint)


def _credited(article: Article, by_publisher: Mapping[str, list[Article]]) -> Iterator[Problem]:
    for credit in credits_of(article.text, article.publisher, filter(None, by_publisher))[:1]:
        own = (a for p, found in by_publisher.items() if short_name(p) == credit.name for a in found)
        there = next((a for a in own if _is_near(a, article)), None)
        report = f"{credit.name}-{article.anchor}" if article.anchor else credit.name
        report = (there.origin or there.id) if there else report
        hint = f"if it rewrites that report, add a line `origin: {report}`; if not, `origin: {article.id}`"
        yield _note(article, f'this credits another report: "{credit.words}"', hint)


def _is_near(report: Article, article: Article) -> bool:
    days = [a.published.first.ordinal for a in (report, article) if a.published and a.published.first]
    return len(days) == 2 and abs(days[0] - days[1]) <= NEAR_DAYS  # noqa: PLR2004 - both of them


def _note(article: Article, message: str, hint: str) -> Problem:
    return Problem(message, Where(article.path, 1), hint, Severity.NOTE)
