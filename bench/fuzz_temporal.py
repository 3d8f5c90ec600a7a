"""Fuzzing of the temporal engine, and the time that hostile lines cost it.

    python bench/fuzz_temporal.py [--inputs 1000000] [--first 0] [--processes 2]
    python bench/fuzz_temporal.py --seed 4711
    python bench/fuzz_temporal.py --hostile [--size 100000] [KIND ...]

The first reads short random inputs and looks for exceptions, broken laws (`tests/temporal/timex3_laws.py`)
and answers that change. An input is made from its number alone, and they are counted up from the first: the
second command shows one with its answer. What was done is kept in bench/out, and an interrupted run goes on
where it stood, unless the engine or the first number has changed since. Each kind of fault is printed with
the shortest input that shows it. The third takes the time of every kind of hostile line, at half the size and
at the whole, each in a new process that remembers nothing of it. Exit 1 when something was found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import signal
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "temporal")]

from hostile_inputs import Input, answer, made  # noqa: E402 -- they stand beside the tests
from hostile_lines import KINDS  # noqa: E402
from timex3_laws import faults, survives_pickling  # noqa: E402

from timeline.temporal import find  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.temporal import Mention

BLOCK = 1000
STATE = ROOT / "bench" / "out" / "fuzz-temporal.json"
LONGEST_SECONDS = 5  # of the processor: how busy the machine is tells nothing of an input
THREADS = 4
KEPT = 40  # kinds of fault that are told apart
HOSTILE_SECONDS, HOSTILE_RATIO = 0.2, 2.5  # for 100,000 characters; for twice the text
MEASURABLE = 0.02  # seconds; below, the clock is too coarse for a ratio
RUNS, ENOUGH_SECONDS = 3, 2


class Fault(NamedTuple):
    """Something that went wrong with one input."""

    seed: int
    kind: str
    told: str
    text: str


class Block(NamedTuple):
    """What a process reports of its thousand inputs."""

    first: int
    inputs: int
    mentions: int
    seconds: float
    slowest: float
    faults: list[Fault]


class TooSlow(Exception):
    """An input took seconds."""


def too_slow(_signal: int, _frame: object) -> NoReturn:
    raise TooSlow


def attempt(one: Input, language: str) -> tuple[tuple[Mention, ...], list[str]]:
    """Read an input: the answer, and what is wrong with it, exceptions included."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_SECONDS)
    try:
        found = answer(one, language)
        return found, faults(one.text, found)
    except TooSlow:
        return (), [f"TooSlow: more than {LONGEST_SECONDS} seconds"]
    except Exception as error:  # noqa: BLE001 -- whatever it is, it is a finding
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno} {place.name}"
        return (), [f"{type(error).__name__} in {where}: {error}"]
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def run_block(first: int, count: int, language: str) -> Block:
    """Read one block of inputs: each by itself, then a quarter of them again, then some in threads."""
    signal.signal(signal.SIGVTALRM, too_slow)
    found: list[Fault] = []
    good: list[tuple[int, Input, tuple[Mention, ...]]] = []
    mentions, slowest, begin = 0, 0.0, time.perf_counter()
    for seed in range(first, first + count):
        one = made(seed, language)
        before = time.perf_counter()
        answered, told = attempt(one, language)
        slowest = max(slowest, time.perf_counter() - before)
        found += [Fault(seed, kind_of(line), line, one.text) for line in told]
        if not told:
            good.append((seed, one, answered))
            mentions += len(answered)
    found += changed(good, language)
    return Block(first, count, mentions, time.perf_counter() - begin, slowest, found)


def changed(good: list[tuple[int, Input, tuple[Mention, ...]]], language: str) -> Iterator[Fault]:
    """Ask again after a thousand other texts, some of it from several threads at once, and pickle some."""
    for seed, one, before in good[::4]:
        if answer(one, language) != before:
            yield Fault(seed, "another answer the second time", "", one.text)
    some = good[:: max(1, len(good) // 100)]
    for seed, one, before in some:
        if not survives_pickling(before):
            yield Fault(seed, "pickling changes the answer", "", one.text)
    with ThreadPoolExecutor(THREADS) as threads:
        again = threads.map(lambda each: answer(each[1], language), some)
        yield from (
            Fault(seed, "another answer in a thread", "", one.text)
            for (seed, one, before), after in zip(some, again, strict=True)
            if after != before
        )


def kind_of(line: str) -> str:
    """Tell faults apart: exceptions by their place, others by their words without the particulars."""
    head = line.split(": ", 1)[0]
    return head if " in " in head and ".py:" in head else re.sub(r"\d+|'[^']*'", "_", head)[:80]


def shrunk(fault: Fault, language: str) -> str:
    """Cut from an input what the fault does not need."""
    original = made(fault.seed, language)
    text, step = original.text, max(1, len(original.text) // 2)
    while step:
        at = 0
        while at < len(text):
            shorter = text[:at] + text[at + step :]
            _, told = attempt(original._replace(text=shorter), language)
            if any(kind_of(line) == fault.kind for line in told):
                text = shorter
            else:
                at += step
        step //= 2
    return repr(original._replace(text=text))


def engine() -> str:
    """Give a digest of the engine and of the laws, so that a changed one begins anew."""
    digest = hashlib.sha256()
    for folder in (ROOT / "timeline" / "temporal", ROOT / "tests" / "temporal"):
        for path in sorted(path for path in folder.rglob("*") if path.suffix in {".py", ".grammar"}):
            digest.update(path.read_bytes() if "test_" not in path.name else b"")
    return digest.hexdigest()[:16]


def fuzz(inputs: int, first: int, processes: int, language: str) -> int:
    """Read many inputs in processes, block by block; print and keep what was found."""
    state = resumed(first, language)
    begin = time.perf_counter()
    starts = range(state["next"], first + inputs, BLOCK)
    if state["next"] > first:
        print(f"going on at input {state['next']:,}")
    with ProcessPoolExecutor(processes) as pool:
        for block in in_order(pool, starts, first + inputs, language):
            add(state, block)
            STATE.parent.mkdir(parents=True, exist_ok=True)
            STATE.write_text(json.dumps(state), encoding="utf-8")
            if (block.first - first) // BLOCK % 50 == 0:
                print(f"{state['next'] - first:,} inputs, {sum(state['kinds'].values())} faults", flush=True)
    print(f"{time.perf_counter() - begin:.0f} s in this run")
    report(state, first, language)
    return 1 if state["faults"] else 0


def report(state: dict[str, Any], first: int, language: str) -> None:
    inputs, mentions = state["next"] - first, state["mentions"]
    print(f"{inputs:,} inputs, {mentions:,} mentions, slowest input {state['slowest']:.3f} s")
    signal.signal(signal.SIGVTALRM, too_slow)
    for fault in (Fault(*one) for one in state["faults"]):
        print(f"\n{state['kinds'][fault.kind]} times, first seed {fault.seed}: {fault.told or fault.kind}")
        print(f"    {shrunk(fault, language)}")
    print(f"{sum(state['kinds'].values())} faults")


def resumed(first: int, language: str) -> dict[str, Any]:
    fresh = {
        "engine": f"{engine()} {language} {first}",
        "next": first,
        "mentions": 0,
        "slowest": 0.0,
        "kinds": {},
        "faults": [],
    }
    if not STATE.exists():
        return fresh
    state: dict[str, Any] = json.loads(STATE.read_text(encoding="utf-8"))
    return state if state["engine"] == fresh["engine"] else fresh


def in_order(pool: ProcessPoolExecutor, starts: Iterable[int], end: int, language: str) -> Iterator[Block]:
    """Keep a few blocks under way, and give them in their order."""
    blocks = iter([(first, min(BLOCK, end - first), language) for first in starts])
    waiting = [pool.submit(run_block, *block) for block in islice(blocks, 8)]
    while waiting:
        yield waiting.pop(0).result()
        waiting += [pool.submit(run_block, *block) for block in islice(blocks, 1)]


def add(state: dict[str, Any], block: Block) -> None:
    state["next"] = block.first + block.inputs
    state["mentions"] += block.mentions
    state["slowest"] = max(state["slowest"], block.slowest)
    for fault in block.faults:
        if fault.kind not in state["kinds"] and len(state["kinds"]) < KEPT:
            state["faults"].append(list(fault))
        if fault.kind in state["kinds"] or len(state["kinds"]) < KEPT:
            state["kinds"][fault.kind] = state["kinds"].get(fault.kind, 0) + 1


def hostile(size: int, names: list[str]) -> int:
    """Measure every kind of hostile line at half the size and at the whole."""
    slow, steep = [], []
    for name in names or KINDS:
        (half, _), (whole, mentions) = (least_seconds(name, length) for length in (size // 2, size))
        ratio = whole / max(half, 1e-4)
        print(
            f"{name:28} {whole:7.3f} s   twice the text: {ratio:4.2f} x   {mentions:,} mentions", flush=True
        )
        slow += [name] * (whole > HOSTILE_SECONDS * size / 100_000)
        steep += [name] * (ratio > HOSTILE_RATIO and whole > MEASURABLE)
    print(f"too slow: {len(slow)} of {len(names or KINDS)}; steeper than {HOSTILE_RATIO} x: {steep}")
    return 1 if slow or steep else 0


def least_seconds(name: str, size: int) -> tuple[float, int]:
    """Processor time of the quickest of three runs, of one alone where it takes long, and the mentions.

    Each in a process of its own: one that has read the text before remembers much of it, up to a size.
    """
    taken: list[tuple[float, int]] = []
    while len(taken) < RUNS and sum(seconds for seconds, _ in taken) < ENOUGH_SECONDS:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            taken.append(pool.submit(seconds_for, name, size).result())
    return min(taken)


def seconds_for(name: str, size: int) -> tuple[float, int]:
    """Processor time for a kind of hostile line that was never read before, and its mentions."""
    find("It was Monday.", published="2024-05-03")
    text = KINDS[name](size)
    before = time.process_time()
    mentions = find(text, published="2024-05-03")
    return time.process_time() - before, len(mentions)


def show(seed: int, language: str) -> int:
    one = made(seed, language)
    print(one)
    signal.signal(signal.SIGVTALRM, too_slow)
    answered, told = attempt(one, language)
    print(*(told or answered), sep="\n")
    return 1 if told else 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--language", default="en")
    parser.add_argument("--seed", type=int, help="show the input of this number")
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("kinds", nargs="*", help="only these kinds of hostile lines")
    given = parser.parse_args()
    if given.seed is not None:
        return show(given.seed, given.language)
    if given.hostile:
        return hostile(given.size, given.kinds)
    return fuzz(given.inputs, given.first, given.processes, given.language)


if __name__ == "__main__":
    sys.exit(main())
