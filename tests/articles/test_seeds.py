"""The two articles that the project began with: two rewrites of one report, with a prompt left in one."""

from pathlib import Path

import pytest

from timeline.articles import Proposal, accept, propose_all, read_articles
from timeline.articles.twins import ALIKE, likeness
from timeline.config import Settings
from timeline.model import Article

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the two articles are not part of the project")


def proposals(settings: Settings, **given: str) -> list[Proposal]:
    return list(propose_all(sorted(SEEDS.glob("*.txt")), settings=settings, given=given))


def taken_in(settings: Settings) -> tuple[Article, ...]:
    for proposal in proposals(settings, published="2024-05-03", origin="niger-2024-05-02"):
        accept(proposal, settings)
    articles, problems = read_articles(settings)
    assert problems == ()
    return articles


def test_they_are_taken_in_whole(tmp_path: Path) -> None:
    settings = Settings(project=tmp_path)
    articles = taken_in(settings)
    assert len(articles) == 2
    for article, source in zip(articles, sorted(SEEDS.glob("*.txt")), strict=True):
        told = f"{article.title} {article.text}".split()
        given = source.read_text(encoding="utf-8").split()
        assert set(given) - set(told) <= {"/"}
        assert (str(article.published), article.origin, article.written) == (
            "2024-05-03",
            "niger-2024-05-02",
            None,
        )
        assert (settings.content / article.original).read_bytes() == source.read_bytes()


def test_the_headline_becomes_the_title(tmp_path: Path) -> None:
    first, second = taken_in(Settings(project=tmp_path))
    assert first.title == ""
    assert second.title.startswith("Russian Troops Move Into American Base in Niger")
    assert not second.text.startswith("Russian Troops Move")


def test_each_paragraph_stands_alone(tmp_path: Path) -> None:
    for article in taken_in(Settings(project=tmp_path)):
        paragraphs = article.text.split("\n\n")
        assert len(paragraphs) > 9
        assert not any("\n" in paragraph for paragraph in paragraphs)


def test_without_a_day_nothing_is_added(tmp_path: Path) -> None:
    settings = Settings(project=tmp_path)
    found = proposals(settings)
    assert [proposal.missing for proposal in found] == [("published",), ("published",)]
    assert not any(
        question.proposed
        for proposal in found
        for question in proposal.questions
        if question.key == "published"
    )


def test_the_credit_to_the_agency_is_proposed(tmp_path: Path) -> None:
    first, _ = proposals(Settings(project=tmp_path), published="2024-05-03")
    assert [(q.key, q.proposed) for q in first.questions] == [("origin", "reuters-2024-05-03")]


def test_they_are_looser_rewrites_than_a_machine_may_join(tmp_path: Path) -> None:
    first, second = taken_in(Settings(project=tmp_path))
    assert likeness(first.text, second.text) < ALIKE
    assert (first.twin_of, second.twin_of) == ("", "")
