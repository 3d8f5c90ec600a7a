"""The floor under the quality of the event room: it may rise, and must not fall."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

LABELLED = Path(__file__).parents[1] / "labelled"


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", LABELLED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("folder", "fewest", "precision", "recall", "days", "merge_precision", "merge_recall"),
    [
        ("own", 180, 0.93, 0.93, 0.96, 0.98, 0.60),
    ],
)
def test_the_labelled_articles(
    score: ModuleType,
    folder: str,
    fewest: int,
    precision: float,
    recall: float,
    days: float,
    merge_precision: float,
    merge_recall: float,
) -> None:
    figures = score.score(LABELLED / "events" / folder)
    assert figures.keys >= fewest, "there has to be something to check"
    assert figures.precision >= precision, figures
    assert figures.recall >= recall, figures
    assert figures.days >= days, figures
    assert figures.invented == 0, figures
    assert figures.merge_precision >= merge_precision, figures
    assert figures.merge_recall >= merge_recall, figures
