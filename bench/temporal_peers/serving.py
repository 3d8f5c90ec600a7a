"""What every Python peer does alike: start once, then answer one document after another through pipes.

A peer gives `serve` a function that starts it and returns two others: `read(text, published)`, which is
timed, and `adapt(raw, text, published)`, which turns what the peer answers into (start, end, type, value)
of TIMEX3, and is not timed. The lines on standard output are JSON: first the seconds of the start, with a
first answer; then one line for each document; last the peak memory.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Timex = tuple[int, int, str, str]
    Read = Callable[[str, str], Any]
    Adapt = Callable[[Any, str, str], list[Timex]]


def processor_seconds() -> float:
    """Give the processor time of this process and of the children that have ended."""
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def serve(start: Callable[[], tuple[Read, Adapt]]) -> None:
    """Answer documents until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what the peer prints by itself is no answer
    begin = time.perf_counter()
    read, adapt = start()
    read("It was Monday.", "2024-05-03")
    _tell(answers, {"ready": time.perf_counter() - begin})
    for line in sys.stdin:
        one = json.loads(line)
        clock, processor = time.perf_counter(), processor_seconds()
        raw = read(one["text"], one["published"])
        took = {"seconds": time.perf_counter() - clock, "processor": processor_seconds() - processor}
        _tell(answers, {**took, "timexes": adapt(raw, one["text"], one["published"])})
    _tell(answers, {"memory_kb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss})


def _tell(answers: Any, line: dict[str, Any]) -> None:  # noqa: ANN401 -- a text stream
    answers.write(json.dumps(line) + "\n")
    answers.flush()
