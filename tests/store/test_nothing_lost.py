"""A small share of what `bench/nothing_lost.py` goes through at length."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))  # the harness is a script, not a package

from nothing_lost_files import try_file
from nothing_lost_histories import Fact, History, Tally


@pytest.mark.parametrize("seed", [9, 34, 93, 133, 298])
def test_random_histories_lose_nothing(seed: int, tmp_path: Path) -> None:
    tally = Tally()
    History(seed, tmp_path / "project", tally).live(8)
    assert tally.done["run"] > 2
    assert not tally.said


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("- {id: a, title: x} # why\n", "- {id: a, title: x}\n", "bytes lost"),
        ("- {id: a, title: x}\n", "- {id: a, title: xy}\n", "entry changed"),
        ("- {id: a}\n- {id: b}\n", "- {id: a}\n", "entry lost"),
        ("- {id: a}\n", "- {id: a}\n- {id: a}\n", "duplicate"),
        ("", "- {id: a, title: Dorbakel}\n", "deleted back"),
    ],
)
def test_the_harness_sees_what_is_lost(before: str, after: str, kind: str, tmp_path: Path) -> None:
    tally = Tally()
    history = History(1, tmp_path / "project", tally)
    history.facts.append(Fact("Dorbakel", 0, ""))
    history.gone.add("Dorbakel")
    files = [{"events.yaml": f"events:\n{text}".encode()} for text in (before, after)]
    history.check(files[0], files[1])
    assert tally.wrong[kind]


@given(st.integers(0, 2**32))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_mutated_files_lose_nothing(seed: int) -> None:
    tally = Tally()
    try_file(seed, tally)
    assert not tally.wrong, tally.said


def test_valid_files_are_seldom_refused() -> None:
    tally = Tally()
    for seed in range(0, 1200, 2):
        try_file(seed, tally)
    assert tally.done["valid"] > 300
    assert tally.done["valid, and refused"] <= 0.01 * tally.done["valid"]
