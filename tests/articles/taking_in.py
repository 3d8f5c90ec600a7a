"""Articles taken into a project as a person does it who has an answer to every question."""

from pathlib import Path

from timeline.articles import Proposal, accept, propose_all, read_articles
from timeline.articles.inputs import Source
from timeline.config import Settings
from timeline.model import Article

STORY = (
    "The last soldiers left the base in the north of the country on Monday and handed it to the army, "
    "officials in the capital said, after talks that had lasted for five days in the middle of May."
)
DAY = {"published": "2024-05-03"}


def take_in(settings: Settings, *sources: Source, metadata: Path | None = None, **given: str) -> list[Path]:
    proposals = propose_all(sources, settings=settings, given=given, metadata=metadata)
    return [accept(proposal, settings) for proposal in proposals]


def one(settings: Settings, source: Source, **given: str) -> Proposal:
    (proposal,) = propose_all([source], settings=settings, given=given)
    return proposal


def articles(settings: Settings) -> dict[str, Article]:
    found, problems = read_articles(settings)
    assert problems == ()
    return {article.id: article for article in found}
