"""The garbage collector, put off where many records are made that hold no circles.

Python frees a record when nothing names it any more. The collector looks for circles besides; while records
are made it goes for that through all there is, again and again: up to a third of the time of a long reading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RECORDS = 2_000_000  # made and not freed since the last look for circles; Python's own number is 700


def collect_seldom() -> None:
    """Let the collector look rarely from now on: for a whole command, never for a library."""
    gc.set_threshold(_RECORDS, *gc.get_threshold()[1:])


@contextmanager
def no_collecting() -> Iterator[None]:
    """Keep the garbage collector from looking for circles meanwhile; for work whose records hold none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
