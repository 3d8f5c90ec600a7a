"""Which changes of files call for a new build."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

_LOOK_MS = 150  # how often we look whether a watched path came or went, and whether to stop
_GATHER_MS = 20  # quiet time that ends a burst: an editor's save is several changes within a few milliseconds
_BURST_MS = 300  # the longest time that changes are gathered


def changes(watch: Sequence[Path], output: Path, stop: threading.Event) -> Iterator[None]:
    """Yield at the start and after each burst of changes below `watch`, until `stop` is set or Ctrl-C.

    Changes inside `output` do not count. A path that does not exist yet is watched from when it does; its
    coming and going are changes too. Watching has begun before the first yield and goes on during whatever
    the caller does between two of them: no change is lost.
    """
    wanted = [path.resolve() for path in watch]
    passed_over = output.resolve()
    while not stop.is_set():
        there = {path for path in wanted if path.exists()}
        if there:
            yield from _while_these(there, wanted, passed_over, stop)
        else:
            yield
            _wait_for_any(wanted, stop)


def _while_these(
    there: set[Path], wanted: Sequence[Path], passed_over: Path, stop: threading.Event
) -> Iterator[None]:
    """Yield once the watch stands, then for changes; return when a path came or went, or at the stop."""
    begun = False
    for found in _bursts(there, stop):
        if {path for path in wanted if path.exists()} != there:
            return
        if not begun or any(_counts(Path(name), there, passed_over) for name in found):
            begun = True
            yield


def _wait_for_any(wanted: Sequence[Path], stop: threading.Event) -> None:
    while not stop.wait(_LOOK_MS / 1000) and not any(path.exists() for path in wanted):
        pass


def _bursts(there: set[Path], stop: threading.Event) -> Iterator[list[str]]:
    """Yield the changed paths of each burst, and an empty list at each look in between."""
    import watchfiles

    # A file is watched through its folder: editors save by putting a new file in the old one's place.
    folders = {path if path.is_dir() else path.parent for path in there}
    for found in watchfiles.watch(
        *sorted(folders),
        step=_GATHER_MS,
        debounce=_BURST_MS,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=True,
    ):
        yield [name for _, name in found]


def _counts(changed: Path, there: set[Path], passed_over: Path) -> bool:
    if changed.is_relative_to(passed_over) or changed.name.startswith(".timeline"):
        return False  # our own output, our own temporary files
    return any(changed == path or (changed.is_relative_to(path) and path.is_dir()) for path in there)
