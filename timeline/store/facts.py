"""What is known of a cited article beside its text: who published it, when, under which title and address.

A repository that is open to all often keeps the texts of others out. Whoever clones it then has no files of
articles, and is to render the same page all the same. So the lock keeps these facts of every article that an
entry cites (the page shows them anyway), and `stand_ins` makes articles of them where the files are not here.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from timeline.model import Article, Body, Retraction
from timeline.store.fields import parse_when
from timeline.store.lock import LOCK_FILE, ArticleLine, short_hash
from timeline.temporal.edtf import EdtfError, When

_WORDS = (
    "title", "publisher", "author", "published_minute", "timezone", "url", "archived", "language", "licence",
    "rights", "identifier", "collection", "origin", "twin_of", "hemisphere",
)  # fmt: skip
_UNKNOWN = "unknown"  # the day of a retraction that nobody knows
_USUAL = Article("", "", "")


def facts_of(article: Article) -> Mapping[str, str]:
    """Return what is known of an article as words, without what is as it usually is."""
    given = {key: getattr(article, key) for key in _WORDS}
    facts = {key: value for key, value in given.items() if value != getattr(_USUAL, key)}
    facts |= {key: str(day) for key in ("published", "written") if (day := getattr(article, key))}
    facts |= {"body": str(article.body)} if article.body is not _USUAL.body else {}
    if back := article.retracted:
        told = {
            "retracted": str(back.date or _UNKNOWN),
            "retracted_note": back.note,
            "retracted_url": back.url,
        }
        facts |= {key: value for key, value in told.items() if value}
    return facts


def stand_ins(lines: Mapping[str, ArticleLine], known: Container[str]) -> Iterator[Article]:
    """Yield an article without its text for each line with facts that is not among the known ones."""
    for name, line in lines.items():
        if line.facts and name not in known and (article := _article(name, line.facts)):
            yield article


def with_known_twins(
    articles: Mapping[str, Article], lines: Mapping[str, ArticleLine], absent: Container[str]
) -> Mapping[str, Article]:
    """Return articles that are here, those told again by what the lock says of texts that are not here."""
    twins = {
        name: replace(article, twin_of=twin)
        for name, article in articles.items()
        if (line := lines.get(name)) and (twin := line.facts.get("twin_of", "")) in absent
        if line.text == short_hash(article.text)
    }
    return {**articles, **twins}


def with_facts(
    lines: Mapping[str, ArticleLine], articles: Mapping[str, Article], cited: Container[str]
) -> dict[str, ArticleLine]:
    """Return the lines of the lock with the facts of articles that entries cite, as they are now.

    What is known of an article whose file is not here stays as it is.
    """
    kept = dict(lines)
    for name, line in lines.items():
        article = articles.get(name)
        if article is None or article.absent:
            continue
        facts = facts_of(article) if name in cited else {}
        if facts != line.facts:
            kept[name] = replace(line, facts=facts)
    return kept


def _article(name: str, facts: Mapping[str, str]) -> Article | None:
    """Make an article of its facts; None where somebody changed them to what cannot be read."""
    words = {key: str(facts[key]) for key in _WORDS if key in facts}
    try:
        return replace(
            Article(name, LOCK_FILE, "", absent=True),
            published=_day(facts.get("published")),
            written=_day(facts.get("written")),
            body=Body(facts.get("body", _USUAL.body)),
            retracted=_retraction(facts),
            **words,  # type: ignore[arg-type]
        )
    except (EdtfError, ValueError):
        return None


def _retraction(facts: Mapping[str, str]) -> Retraction | None:
    if "retracted" not in facts:
        return None
    day = facts["retracted"]
    note, url = (str(facts.get(f"retracted_{key}", "")) for key in ("note", "url"))
    return Retraction(None if day == _UNKNOWN else _day(day), note, url)


def _day(written: str | None) -> When | None:
    return parse_when(written) if written else None
