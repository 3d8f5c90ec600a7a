"""`bench/agreement.py` reads lists of cases in four forms; the cases here are made up."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAID = "2024-05-03T09:00:00"
CASES = [
    {"text": "see 5 sheep", "reference_datetime": SAID, "expected": []},
    {
        "text": "May 9",
        "reference_datetime": SAID,
        "expected": [{"start": "2024-05-09T00:00:00", "grain": "day"}],
    },
    {
        "text": "on Monday",
        "reference_datetime": SAID,
        "expected": [{"start": "2024-05-06T00:00:00", "grain": "day"}],
    },
    {
        "text": "for two days",
        "reference_datetime": SAID,
        "expected": [{"mention": "two days", "type": "DURATION", "value": "P2D"}],
    },
    {
        "text": "in 2019",
        "reference_datetime": None,
        "expected": [
            {
                "text": "2019",
                "start_char": 3,
                "end_char": 7,
                "start": {"values": {"year": 2019, "month": 1, "day": 1}, "certain": ["year"]},
                "end": None,
            }
        ],
    },
]


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "bench/agreement.py", str(folder)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


def test_the_table_tells_agreement_and_the_reason_of_a_difference(tmp_path: Path) -> None:
    (tmp_path / "made.json").write_text(json.dumps(CASES), encoding="utf-8")
    ended = run(tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "| all | 5 | 4 | 0 | 1 | 0 |" in ended.stdout
    assert "| weekday | 1 | 0 | 0 | 1 | 0 |" in ended.stdout
    assert "they look ahead, news looks back | 1 |" in ended.stdout


def test_without_lists_it_says_so(tmp_path: Path) -> None:
    ended = run(tmp_path / "missing")
    assert (ended.returncode, "nothing to compare" in ended.stderr) == (2, True)
