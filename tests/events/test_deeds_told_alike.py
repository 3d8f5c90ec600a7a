"""Which tellings of one deed share a kind of deed, and which look-alikes share none: tables of sentences."""

from __future__ import annotations

import re
from itertools import combinations, product
from pathlib import Path

import pytest
import yaml

from tests.events.conftest import Read
from timeline.events.cues import by_kind

FEWEST = 60
TABLE = [
    yaml.safe_load(path.read_text("utf-8")) for path in sorted(Path(__file__).parent.glob("deeds_*.yaml"))
]


def _sentences(section: str) -> dict[str, list[str]]:
    """Return the sentences of a section of every table by the name of their group."""
    return {
        name: re.split(r"(?<=\.) ", told) for table in TABLE for name, told in table.get(section, {}).items()
    }


GROUPS, UNLIKE = _sentences("groups"), _sentences("unlike")
APART = [
    tuple(pair.split(" / ")) for table in TABLE if "apart" in table for pair in table["apart"].split("; ")
]


def kinds_told(text: str, read: Read) -> set[str]:
    """Return every kind of deed that the candidates of a sentence may tell."""
    return set().union(*(by_kind(one.cues)["trigger"] for one in read(text).candidates))


def test_there_are_enough_groups_and_pairs_of_them() -> None:
    assert min(len(GROUPS), len(APART), len(UNLIKE)) >= FEWEST
    assert len(GROUPS) == sum(len(table["groups"]) for table in TABLE)


@pytest.mark.parametrize("name", GROUPS)
def test_tellings_of_one_deed_share_a_kind(name: str, read: Read) -> None:
    kinds = {text: kinds_told(text, read) for text in GROUPS[name]}
    assert [pair for pair in combinations(kinds, 2) if not kinds[pair[0]] & kinds[pair[1]]] == []


@pytest.mark.parametrize(("one", "other"), APART)
def test_deeds_that_only_look_alike_share_none(one: str, other: str, read: Read) -> None:
    first, second = ({text: kinds_told(text, read) for text in GROUPS[name]} for name in (one, other))
    assert [(a, b) for a, b in product(first, second) if first[a] & second[b]] == []


@pytest.mark.parametrize("name", UNLIKE)
def test_other_deeds_of_the_same_day_and_people_share_none(name: str, read: Read) -> None:
    told = {text: kinds_told(text, read) for text in GROUPS[name]}
    others = {text: kinds_told(text, read) for text in UNLIKE[name]}
    assert [(a, b) for a, b in product(told, others) if told[a] & others[b]] == []
