"""The garbage collector, put off where many records are made that hold no circles.

Python frees a record when nothing names it any more. The collector looks for circles besides; while records
are made it goes for that through all there is, again and again: up to a third of the time of a long reading.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
