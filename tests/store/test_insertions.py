"""The exact change that `--dry-run` prints, against that of difflib."""

from __future__ import annotations

import difflib
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.store.insertions import inserted, unified

LINES = st.lists(st.sampled_from([f"{c}\n" for c in "abcdefghijklmnop"]), max_size=40)


def entry(number: int) -> list[str]:
    lines = [f"  - id: e-{number}", f"    title: Thing {number}", "    status: draft", "    sources:"]
    return [f"{line}\n" for line in (*lines, f"      - article: a-{number % 7}", "")]


def applied(before: list[str], told: list[str]) -> list[str]:
    """Make the change that a unified diff tells, as `patch` does."""
    after: list[str] = []
    at = 0
    for line in told[2:]:
        if found := re.match(r"@@ -(\d+)(?:,(\d+))? ", line):
            first = int(found[1]) - (found[2] != "0")
            after += before[at:first]
            at = first
        elif line[0] in " -":
            assert before[at] == line[1:]
            after += [before[at]] if line[0] == " " else []
            at += 1
        else:
            after.append(line[1:])
    return after + before[at:]


OLD = ["events:\n", *(line for n in range(30) for line in entry(n))]


@pytest.mark.parametrize(
    "places", [[1], [len(OLD)], [6, 60], [6, 12], [6, 10], [6, 8], [1, 90, len(OLD)], [], [0]]
)
def test_insertions_are_shown_as_difflib_shows_them(places: list[int]) -> None:
    new = list(OLD)
    for place in reversed(places):
        new[place:place] = ["      - article: zz\n", "        quote: again\n"]
    expected = "".join(difflib.unified_diff(OLD, new, "old", "new"))
    assert "".join(unified(OLD, new, "old", "new")) == expected


@given(LINES, LINES, st.integers(0, 40))
def test_the_change_makes_the_new_lines_of_the_old(before: list[str], more: list[str], place: int) -> None:
    place = min(place, len(before))
    after = [*before[:place], *more, *before[place:]]
    told = list(unified(before, after, "old", "new"))
    assert applied(before, told) == after
    assert bool(told) == (before != after)
    blocks = inserted(before, after)
    if blocks is not None:
        rest = list(after)
        for _, start, end in reversed(blocks):
            del rest[start:end]
        assert rest == before


def test_what_was_not_only_inserted_is_left_to_difflib() -> None:
    new = [line.replace("Thing 3", "Thong 3") for line in OLD]
    assert inserted(OLD, new) is None
    assert "".join(unified(OLD, new, "old", "new")) == "".join(difflib.unified_diff(OLD, new, "old", "new"))


def test_a_long_file_takes_little_time() -> None:
    old = [line for n in range(20_000) for line in entry(n)]
    begin = time.process_time()
    told = list(unified(old, [*old[:60_000], *entry(-1), *old[60_000:], *entry(-2)], "old", "new"))
    assert len(told) < 40
    assert time.process_time() - begin < 1
