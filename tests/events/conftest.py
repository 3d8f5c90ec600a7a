"""Readings of single sentences for the tests of the event room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline import temporal
from timeline.config import Settings
from timeline.events import extract
from timeline.events.attach import time_tokens
from timeline.events.clause_reader import read_clauses
from timeline.events.clauses import Parse
from timeline.events.language import Language, load
from timeline.events.tokens import tokenise
from timeline.model import Article, Extraction
from timeline.temporal import When

PUBLISHED = "2024-05-03"  # a Friday

Read = Callable[..., Extraction]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


@pytest.fixture(scope="session")
def english() -> Language:
    language = load("en")
    assert language is not None
    return language


@pytest.fixture
def parse(english: Language) -> Callable[[str], Parse]:
    def of(sentence: str) -> Parse:
        mentions = temporal.find(sentence, published=PUBLISHED)
        tokens = tokenise(sentence, 0, english)
        return read_clauses(tokens, time_tokens(tokens, mentions), english)

    return of


@pytest.fixture
def article() -> Callable[..., Article]:
    def of(text: str, name: str = "one", published: str = PUBLISHED, **more: str) -> Article:
        return Article(name, f"content/articles/{name}.md", text, published=When.parse(published), **more)

    return of


@pytest.fixture
def read(settings: Settings, article: Callable[..., Article]) -> Read:
    def of(text: str, **more: str) -> Extraction:
        return extract(article(text, **more), settings)

    return of
