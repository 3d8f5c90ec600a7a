"""What two articles of one story tell of one day: which of it is one event, and which is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Candidate, Timeline

Make = Callable[..., Article]

STORIES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "one_story.yaml").read_text("utf-8"))
CASES = [
    (story["first"], story["second"], *pair, sort == "same")
    for story in STORIES
    for sort in ("same", "two")
    for pair in story.get(sort, ())
]


def entries(first: str, second: str, article: Make, settings: Settings) -> list[tuple[Candidate, ...]]:
    """Return the candidates of each entry that comes out of two articles."""
    articles = [article(first, "one", publisher="A"), article(second, "two", publisher="B")]
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    done = merge(candidates, Timeline((), {a.id: a for a in articles}), settings)
    return [new.candidates for new in done.new_events]


@pytest.mark.parametrize(("first", "second", "here", "there", "same"), CASES)
def test_what_two_articles_of_a_story_tell(
    first: str, second: str, here: str, there: str, same: bool, article: Make, settings: Settings
) -> None:
    parts = {"one": here, "two": there}
    found = [
        {parts[c.article] for c in told if parts[c.article] in c.sentence}
        for told in entries(first, second, article, settings)
    ]
    assert set().union(*found) == {here, there}, "both are told"
    assert any(len(told) == 2 for told in found) is same


def test_what_stands_beside_a_deed_is_not_taken_for_it(article: Make, settings: Settings) -> None:
    first = (
        "Inspectors collected samples at the Tanner well on Monday, and Karl Stein suspended the well on Tues"
        "day. The well was drilled in 1931. Pell's waterworks bought a new pump in March. "
        "Karl Stein became mayor of Pell in 2021."
    )
    second = (
        "The mayor of Pell, Karl Stein, suspended the Tanner well on Monday. Pell's school opened in 1958. "
        "The Tanner brewery of Pell sold its vans in March. Pell elected Karl Stein in 2021."
    )
    samples = [told for told in entries(first, second, article, settings) if "samples" in told[0].title]
    assert [len(told) for told in samples] == [1]
