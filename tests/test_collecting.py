"""The collector is put off while records are made that hold no circles, and they hold none."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from timeline import events
from timeline.collecting import collect_seldom, no_collecting
from timeline.config import Settings
from timeline.model import Article, Timeline
from timeline.temporal import When, find

TEXT = """The council of Marrow Bay closed the old bridge on Monday. It had been built in 1911, and on 3 March
2019 a lorry broke through its railing, injuring two people. "We had no choice," the mayor, Ada Hallam, said.
The bridge will open again by the end of next year. Workers at the harbour went on strike two days later."""


def stop_inside() -> None:
    with no_collecting():
        assert not gc.isenabled()
        raise ValueError("told")


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(*, was_on: bool) -> None:
    try:
        if not was_on:
            gc.disable()
        with pytest.raises(ValueError, match="told"):
            stop_inside()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_a_command_lets_the_collector_look_seldom() -> None:
    usual = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold() == (2_000_000, *usual[1:])
        assert gc.isenabled()
    finally:
        gc.set_threshold(*usual)


def read(number: int) -> None:
    """Do what is done with an article, and forget it."""
    day = When.parse("2024-05-03")
    told = [Article(f"a{n}", f"a{n}.md", f"{number}. {TEXT}", published=day) for n in range(4)]
    find(f"{number}. {TEXT}", published=day)
    found = [c for article in told for c in events.extract(article, Settings(Path())).candidates]
    assert events.merge(found, Timeline((), {a.id: a for a in told}), Settings(Path())).new_events


def test_what_is_read_holds_no_circles() -> None:
    read(0)  # what is kept for good is made once
    with no_collecting():
        gc.collect()
        read(1)
        assert gc.collect() == 0
