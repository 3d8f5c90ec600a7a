"""The shipped story against a table worked out by hand: what the engine reads in its articles, and the truth.

`facts.yaml` says for each fact its true day and, for each place where an article dates it, the first and the
last day that the words allow. Two shares are held: the engine gives exactly those days, and these
hold the true day.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeline import articles, config
from timeline.model import Article, Body
from timeline.temporal import Mention, find

PROJECT = Path(__file__).parents[2]
CITATIONS = PROJECT.parent / "shared" / "niger" / "facts.yaml"
FLOOR = 0.95
YEAR_NAMED = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Row:
    """One place where an article dates a fact; a span is "first..last", an open side empty, or "?"."""

    fact: str
    article: str
    words: str
    allowed: str
    inside: str
    true: str
    roughly: bool

    def __str__(self) -> str:
        return f"{self.article}: {self.words!r} ({self.fact})"


def the_table() -> Any:
    """Read facts.yaml with every scalar as text: 2024-03-12 is not to become a date, nor ".." a float."""
    text = (Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8")
    table: Any = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return table


def the_rows() -> Iterator[Row]:
    for fact in the_table()["facts"]:
        for article, words, allowed, *inside in fact["rows"]:
            context = inside[0] if inside else words
            yield Row(fact["fact"], article, words, allowed, context, fact["true"], "roughly" in fact)


ROWS = tuple(the_rows())
EXCEPTIONS = {(article, words): reason for article, words, reason in the_table()["exceptions"]}
MISREAD = {(article, words): reason for article, words, reason in the_table()["misread"]}


@cache
def the_articles() -> dict[str, Article]:
    settings, _ = config.load(PROJECT)
    read, problems = articles.read_articles(settings)
    assert not problems
    return {article.id: article for article in read}


@cache
def mentions_of(article_id: str) -> tuple[Mention, ...]:
    article = the_articles()[article_id]
    return tuple(find(article.text, published=article.anchor, language=article.language))


def span_of(row: Row) -> str:
    """What the engine gives for the words of a row, as "first..last"; empty where it finds nothing there."""
    article = the_articles()[row.article]
    text = re.sub(r"\s", " ", article.text)
    count = text.count(row.inside)
    assert count == 1, f"{row}: these words stand {count} times in the article"
    start = text.index(row.inside) + row.inside.index(row.words)
    here = [m for m in mentions_of(row.article) if m.start < start + len(row.words) and start < m.end]
    if not here:
        return ""
    when = here[0].when
    if when is None:
        return "?"
    return f"{when.first.iso if when.first else ''}..{when.last.iso if when.last else ''}"


def days(span: str) -> tuple[str, str]:
    """Take "first..last" or a single day apart; ISO days compare as text, an open side lies beyond."""
    first, dots, last = span.partition("..")
    return first or "0000", (last or "9999") if dots else first


def holds(row: Row) -> bool:
    """Whether the true day lies in what the engine read; where it is known only roughly: a day of it."""
    span = span_of(row)
    if span in {"", "?"}:
        return span == row.allowed
    (first, last), (true_first, true_last) = days(span), days(row.true)
    if row.roughly:
        return first <= true_last and true_first <= last
    return first <= true_first and true_last <= last


def test_the_engine_gives_the_days_that_the_words_allow() -> None:
    wrong = [f"{row}: {span_of(row)} instead of {row.allowed}" for row in ROWS if span_of(row) != row.allowed]
    assert len(wrong) <= (1 - FLOOR) * len(ROWS), "\n".join(wrong)


def test_the_days_hold_the_truth_but_for_named_exceptions() -> None:
    missed = {(row.article, row.words) for row in ROWS if not holds(row)}
    assert set(EXCEPTIONS) <= missed <= set(EXCEPTIONS) | set(MISREAD)
    unforced = missed - set(EXCEPTIONS)
    assert len(unforced) <= (1 - FLOOR) * (len(ROWS) - len(EXCEPTIONS)), unforced


def test_most_words_that_date_an_event_do_not_name_its_year() -> None:
    without = [row for row in ROWS if not YEAR_NAMED.search(row.words)]
    assert len(without) >= 0.6 * len(ROWS)


def test_there_are_enough_articles_and_each_is_a_summary_of_ours() -> None:
    assert len(the_articles()) >= 25
    assert {article.body for article in the_articles().values()} == {Body.SUMMARY}
    lengths = {article.id: len(article.text.split()) for article in the_articles().values()}
    assert {name: n for name, n in lengths.items() if not 50 <= n <= 180} == {}


def test_every_article_dates_something_or_is_placed_by_its_report() -> None:
    silent = set(the_articles()) - {row.article for row in ROWS}
    assert silent == {"cnn-2023-09-07-repositioning"}


def test_many_facts_are_told_by_more_than_one_article() -> None:
    told = Counter(fact for fact, _ in {(row.fact, row.article) for row in ROWS})
    assert sum(n > 1 for n in told.values()) >= 8


def test_rewrites_share_the_report_that_they_rewrite() -> None:
    shared = Counter(article.origin for article in the_articles().values() if article.origin)
    assert sorted(origin for origin, n in shared.items() if n > 1) == [
        "africom-2024-06-07-first-flight",
        "reuters-2024-05-02",
    ]


@pytest.mark.skipif(not CITATIONS.exists(), reason="the list of citations is not part of the project")
def test_no_address_was_invented() -> None:
    cited = yaml.safe_load(CITATIONS.read_text(encoding="utf-8"))["facts"]
    known = {citation.get("url", "") for fact in cited for citation in fact["citations"]}
    assert {article.url for article in the_articles().values()} <= known | {""}
