"""Nothing lost: random histories of projects, and mutated YAML files through the splice.

    python bench/nothing_lost.py histories --count 10000
    python bench/nothing_lost.py files --count 100000

Each history and each file follows from its number alone (`--start` says where to begin), and a run that is
ended goes on where it was when `--state FILE` names a file to remember it in. What goes wrong is printed
with its number, then the counts; the exit status is 1 when anything did.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from nothing_lost_files import try_file
from nothing_lost_histories import History, Tally

STEPS = 20


def history(seed: int, folder: Path, tally: Tally) -> None:
    History(seed, folder / "project", tally).live(1 + seed % STEPS)


def file(seed: int, folder: Path, tally: Tally) -> None:
    del folder
    try_file(seed, tally)


def main() -> int:
    arguments = _arguments()
    work: Callable[[int, Path, Tally], None] = history if arguments.what == "histories" else file
    tally, first = _resume(arguments.state, arguments.start)
    folder = Path(tempfile.mkdtemp(prefix="nothing-lost-", dir=_fast_folder()))
    begun = time.monotonic()
    seed = first
    try:
        for seed in range(first, arguments.start + arguments.count):
            if arguments.seconds and time.monotonic() - begun > arguments.seconds:
                break
            told = len(tally.said)
            work(seed, folder, tally)
            for line in tally.said[told:]:
                print(line, flush=True)
            tally.done["all"] += 1
            if seed % 100 == 0:
                _remember(arguments.state, seed + 1, tally)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    _remember(arguments.state, seed + 1, tally)
    print(f"{arguments.what} {arguments.start} to {seed}: {dict(tally.done)}")
    print(f"wrong: {dict(tally.wrong) or 'nothing'} ({time.monotonic() - begun:.0f} s)")
    return 1 if tally.wrong else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("histories", "files"))
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--seconds", type=int, default=0, help="stop after so many seconds")
    parser.add_argument("--state", type=Path, help="remember here how far it came")
    return parser.parse_args()


def _fast_folder() -> str | None:
    """Return a folder in memory where there is one: each write waits for the disk."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder of its own is made in it


def _resume(state: Path | None, start: int) -> tuple[Tally, int]:
    if state is None or not state.exists():
        return Tally(), start
    kept = json.loads(state.read_text(encoding="utf-8"))
    return Tally(Counter(kept["wrong"]), Counter(kept["done"])), kept["next"]


def _remember(state: Path | None, following: int, tally: Tally) -> None:
    if state:
        kept = {"next": following, "wrong": tally.wrong, "done": tally.done}
        state.write_text(json.dumps(kept), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
