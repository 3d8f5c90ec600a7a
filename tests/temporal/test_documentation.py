"""The examples in the docstrings run, and docs/rules.md names every operator that a grammar needs most."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

from timeline.temporal.expression import ARITHMETIC, OPERATORS

RULES = Path(__file__).parents[2] / "docs" / "rules.md"


@pytest.mark.parametrize("name", ["timeline.temporal", "timeline.temporal.search"])
def test_examples_run(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.attempted
    assert not results.failed


def test_the_page_on_rules_names_only_operators_that_exist() -> None:
    page = RULES.read_text(encoding="utf-8")
    named = set(re.findall(r"`\(([a-z][a-z-]+) ", page))
    assert len(named) > 20
    assert named <= set(OPERATORS) | set(ARITHMETIC)
