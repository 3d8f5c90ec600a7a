"""What the engine remembers changes no answer, and does not grow without end."""

import multiprocessing
import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import _lru_cache_wrapper
from typing import Any

from hostile_inputs import answer, made

from timeline.temporal import find, grammar

INPUTS = [made(seed) for seed in range(240)]


def caches() -> Iterator[tuple[str, Any]]:
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("timeline.temporal")]
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, _lru_cache_wrapper) and value.__module__ == module.__name__:
                yield f"{module.__name__}.{name}", value


def test_every_cache_has_an_end() -> None:
    sizes = {name: one.cache_parameters()["maxsize"] for name, one in caches()}
    assert len(sizes) >= 5
    assert {name for name, size in sizes.items() if size is None or size > 4096} == set()


def test_no_text_changes_the_answer_to_another() -> None:
    """Read alone, after the others, and before them."""
    grammar.load.cache_clear()
    together = [answer(one) for one in INPUTS]
    assert [answer(one) for one in reversed(INPUTS)] == together[::-1]
    for one, before in zip(INPUTS, together, strict=True):
        for _, cache in caches():
            if cache is not grammar.load:
                cache.cache_clear()
        assert answer(one) == before


def test_processes_answer_alike() -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as processes:
        assert list(processes.map(answer, INPUTS, chunksize=40)) == [answer(one) for one in INPUTS]


def test_pickling_keeps_every_field() -> None:
    """Those too that take no part in equality."""
    for one in INPUTS:
        found = answer(one)
        back = pickle.loads(pickle.dumps(found))  # noqa: S301 -- bytes of our own making
        assert repr(back) == repr(found)


def test_an_answer_is_made_of_what_cannot_change() -> None:
    found = find("from 10 to 12 March 2019, and every Monday since", published="2024-05-03")
    assert len(found) >= 3
    assert all(isinstance(hash(one), int) for one in found)
