"""Pairs of tellings that are one event, and pairs that only look like one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Timeline

Make = Callable[..., Article]

PAIRS = yaml.safe_load((Path(__file__).parent / "same_event.yaml").read_text("utf-8"))
FEWEST = 40


def are_joined(first: str, second: str, article: Make, settings: Settings) -> bool:
    """Tell whether an entry comes out that rests on both texts."""
    articles = [article(first, "one", publisher="A"), article(second, "two", publisher="B")]
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    assert {c.article for c in candidates} == {"one", "two"}, "both tell something"
    done = merge(candidates, Timeline((), {a.id: a for a in articles}), settings)
    return any({c.article for c in new.candidates} == {"one", "two"} for new in done.new_events)


def test_there_are_enough_pairs_of_both_sorts() -> None:
    assert min(len(PAIRS["same"]), len(PAIRS["two"])) >= FEWEST


@pytest.mark.parametrize(("domain", "first", "second"), PAIRS["same"])
def test_other_words_for_one_event_are_one_entry(
    domain: str, first: str, second: str, article: Make, settings: Settings
) -> None:
    assert are_joined(first, second, article, settings), domain


@pytest.mark.parametrize(("domain", "first", "second"), PAIRS["two"])
def test_like_words_for_two_events_are_two_entries(
    domain: str, first: str, second: str, article: Make, settings: Settings
) -> None:
    assert not are_joined(first, second, article, settings), domain
