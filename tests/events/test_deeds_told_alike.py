"""Which tellings of one deed share a kind of deed, and which look-alikes share none: tables of sentences."""

from __future__ import annotations

import re
from itertools import combinations, product
from pathlib import Path

import pytest
import yaml

from tests.events.conftest import Read
from timeline.events.cues import by_kind

DOMAINS = ("law_politics", "money_sport", "health_nature", "crime_business")
TABLES = [f"deeds_{domain}.yaml" for domain in DOMAINS]
FEWEST = 60
TABLE = [yaml.safe_load((Path(__file__).parent / name).read_text("utf-8")) for name in TABLES]
GROUPS = {name: re.split(r"(?<=\.) ", told) for table in TABLE for name, told in table["groups"].items()}
APART = [tuple(pair.split(" / ")) for table in TABLE for pair in table["apart"].split("; ")]


def kinds_told(text: str, read: Read) -> set[str]:
    """Return every kind of deed that the candidates of a sentence may tell."""
    return set().union(*(by_kind(one.cues)["trigger"] for one in read(text).candidates))


def test_there_are_enough_groups_and_pairs_of_them() -> None:
    assert min(len(GROUPS), len(APART)) >= FEWEST


@pytest.mark.parametrize("name", GROUPS)
def test_tellings_of_one_deed_share_a_kind(name: str, read: Read) -> None:
    kinds = {text: kinds_told(text, read) for text in GROUPS[name]}
    assert [pair for pair in combinations(kinds, 2) if not kinds[pair[0]] & kinds[pair[1]]] == []


@pytest.mark.parametrize(("one", "other"), APART)
def test_deeds_that_only_look_alike_share_none(one: str, other: str, read: Read) -> None:
    first, second = ({text: kinds_told(text, read) for text in GROUPS[name]} for name in (one, other))
    assert [(a, b) for a, b in product(first, second) if first[a] & second[b]] == []
