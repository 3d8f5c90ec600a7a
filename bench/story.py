"""Processor time of `timeline render` on the shipped story, second run (nothing to take in).

    python bench/story.py [RUNS]

Copies the project's content into a temporary folder, renders once to take everything in, then prints the
smallest and the median processor time (user and system, children included) of RUNS further runs, and that of
an interpreter that does nothing.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def seconds(*command: str, folder: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "content")
        first = seconds("-m", "timeline", "render", folder=folder)
        again = sorted(seconds("-m", "timeline", "render", folder=folder) for _ in range(runs))
        bare = min(seconds("-c", "pass", folder=folder) for _ in range(runs))
    print(f"first run {first:.2f} s; again: least {again[0]:.2f} s, median {statistics.median(again):.2f} s")
    print(f"an interpreter that does nothing: {bare:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
