"""The temporal engine against its peers: the same documents, the same run.

    python bench/temporal.py --install      put the peers into bench/out, once
    python bench/temporal.py [SET ...]      measure; without annotated documents: generated text, speed alone
    python bench/temporal.py --peers timeline,chrono --folder DIR --most-seconds 600

Each peer has its own process and starts once; what counts is the time of its calls, document by document.
Starting is told apart, and turning the answers into TIMEX3 is not counted. KB/s is by the clock, "per
processor" by processor time, children included: on a busy machine the second is the fair one. A peer that
cannot run here is left out, with a word. dateparser, the recognizers and HeidelTime are slow:
--most-seconds stops each after that time in each set, and its scores are then those of the documents that
(their number is told). The scores are those of TempEval-3 (see temporal_peers/scoring.py). "Times HeidelTime"
compares processor time in this run. The output is Markdown.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "temporal")]

from temporal_peers.documents import Document, sets  # noqa: E402
from temporal_peers.peers import Run, install, peers, run  # noqa: E402
from temporal_peers.scoring import score, total  # noqa: E402

FIRST_ANSWER = """
import time; begin = time.process_time()
from timeline.temporal import find
found = find("It ended last Friday.", published="2024-05-03")
took = time.process_time() - begin
import resource; print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, len(found))
"""
RUNS = 9
KB = 1024
FIRST = "import and first answer: least {least:.3f} s, median {median:.3f} s, {memory_mb:.0f} MB"


def first_answer() -> dict[str, float]:
    """Measure import and first answer in fresh processes: seconds of processor, and peak memory."""
    told = []
    for _ in range(RUNS):
        ended = subprocess.run(
            [sys.executable, "-c", FIRST_ANSWER], cwd=ROOT, check=True, capture_output=True, text=True
        )
        told.append([float(word) for word in ended.stdout.split()])
    seconds = sorted(each[0] for each in told)
    return {
        "least": seconds[0],
        "median": statistics.median(seconds),
        "memory_mb": max(each[1] for each in told) / KB,
    }


def measured(name: str, documents: list[Document], done: Run) -> dict[str, Any]:
    """Make the row of one peer."""
    read = documents[: len(done.answers)]
    row: dict[str, Any] = {
        "peer": name,
        "documents": len(read),
        "of": len(documents),
        "kb_per_s": done.size / KB / max(done.seconds, 1e-9),
        "kb_per_processor_s": done.size / KB / max(done.processor, 1e-9),
        "start_s": done.ready,
        "memory_mb": done.memory_kb / KB,
    }
    if all(one.expected is not None for one in read):
        scored = total(
            score(one.expected or (), found) for one, found in zip(read, done.answers, strict=True)
        )
        row |= {
            "strict": scored.strict,
            "relaxed": scored.relaxed,
            "type": scored.type,
            "value": scored.value,
        }
    return row


COLUMNS = ("strict", "relaxed", "type", "value")
HEAD = f"""
| | documents | KB/s | KB/s of processor | times HeidelTime | start, s | memory, MB | {" | ".join(COLUMNS)} |
|---|{"---:|" * (6 + len(COLUMNS))}"""


def line(row: dict[str, Any], slowest: float | None) -> str:
    """Write a row of the table, in Markdown; the ratio to HeidelTime where that was measured too."""
    share = f"{row['documents']} of {row['of']}"
    speed = f"{row['kb_per_s']:,.1f} | {row['kb_per_processor_s']:,.1f}"
    scores = " | ".join(f"{row[name]:.2f}" if name in row else "" for name in COLUMNS)
    ratio = f"{row['kb_per_processor_s'] / slowest:,.0f}" if slowest else ""
    cost = f"{ratio} | {row['start_s']:.2f} | {row['memory_mb']:.0f}"
    return f"| {row['peer']} | {share} | {speed} | {cost} | {scores} |"


def compare(documents: list[Document], names: list[str], most_seconds: float) -> None:
    """Let each peer read the documents, and print a table."""
    rows, left_out = {}, []
    for peer in peers():
        if names and peer.name not in names:
            continue
        if peer.missing:
            left_out.append(f"{peer.name} left out: {peer.missing}")
            continue
        rows[peer.name] = measured(peer.name, documents, run(peer, documents, most_seconds))
        print(f"{peer.name} has read {rows[peer.name]['documents']} documents", file=sys.stderr)
    slowest = rows["heideltime"]["kb_per_processor_s"] if "heideltime" in rows else None
    print("\n".join([HEAD, *(line(row, slowest) for row in rows.values()), "", *left_out]), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--install", action="store_true", help="put the peers into bench/out")
    parser.add_argument("--folder", type=Path, default=ROOT.parent / "shared" / "eval" / "timex")
    parser.add_argument("--peers", default="", help="only these, with commas between")
    parser.add_argument("--most-seconds", type=float, default=600, help="of each peer in each set")
    parser.add_argument("--generated-kb", type=int, default=300, help="text to make where there is no folder")
    parser.add_argument("sets", nargs="*", help="only these files of the folder")
    given = parser.parse_args()
    if given.install:
        install()
        return
    print(FIRST.format(**first_answer()))
    names = [name for name in given.peers.split(",") if name]
    for name, documents in sets(given.folder, given.sets, given.generated_kb).items():
        size = sum(one.size for one in documents) / KB
        print(f"\n## {name}: {len(documents)} documents, {size:,.0f} KB")
        compare(documents, names, given.most_seconds)


if __name__ == "__main__":
    main()
