"""French is data alone: its examples, and a floor on ten texts labelled before the grammar was first run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline.temporal import find
from timeline.temporal.grammar import load

TEXTS = Path(__file__).parents[1] / "labelled" / "french" / "texts.jsonl"
DOCUMENTS = [json.loads(line) for line in TEXTS.read_text(encoding="utf-8").splitlines()]
FLOOR = 0.85  # of the value F1 of TempEval-3, where 0.87 was measured


def test_the_value_f1_does_not_fall() -> None:
    gold = found = overlapping = right = 0
    for document in DOCUMENTS:
        mentions = find(document["text"], published=document["dct"], language="fr")
        gold += len(document["timexes"])
        found += len(mentions)
        free = list(mentions)
        for start, end, _, value, *_ in document["timexes"]:
            exact = [m for m in free if (m.start, m.end) == (start, end)]
            match = next(iter(exact or [m for m in free if m.start < end and start < m.end]), None)
            if match is not None:
                free.remove(match)
                overlapping += 1
                right += match.value == value
    assert gold > 150, "a gate that finds nothing to check fails"
    relaxed = 2 * overlapping / (gold + found)
    assert relaxed * right / overlapping >= FLOOR


def test_the_grammar_carries_its_examples() -> None:
    examples = load("fr").examples
    assert len(examples) >= 150
    assert sum(e.expected.strip() == "nothing" for e in examples) >= 30


DIRECTIONS = [
    # what is fixed is told in the present, what was to come in the conditional
    ("Le procès a lieu mardi à Lyon.", "2024-05-07"),
    ("Le procès a eu lieu mardi à Lyon.", "2024-04-30"),
    ("Le jury se réunit lundi.", "2024-05-06"),
    ("Le jury s'est réuni lundi.", "2024-04-29"),
    ("Elle se rend dimanche à Dakar.", "2024-05-05"),
    ("Elle a dit que les ouvriers partiraient en août.", "2024-08"),
    ("Selon elle, les ouvriers rentreraient en août.", "2024-08"),
    ("Deux ouvriers auraient été blessés lundi.", "2024-04-29"),
    ("Il serait mort lundi.", "2024-04-29"),
    ("Ils ont appelé à la grève pour mardi.", "2024-05-07"),
    ("Les syndicats appellent à manifester samedi.", "2024-05-04"),
    ("Une marche est annoncée samedi.", "2024-05-04"),
]


@pytest.mark.parametrize(("text", "value"), DIRECTIONS)
def test_direction(text: str, value: str) -> None:
    assert [one.value for one in find(text, published="2024-05-03", language="fr")] == [value]


ENGINE = sorted((Path(__file__).parents[2] / "timeline" / "temporal").glob("*.py"))


@pytest.mark.parametrize("module", ENGINE, ids=lambda p: p.name)
def test_no_french_stands_in_python(module: Path) -> None:
    text = module.read_text(encoding="utf-8").lower()
    for word in ("janvier", "lundi", "semaine", "depuis", "dernier", "prochain", "été"):
        assert word not in text
