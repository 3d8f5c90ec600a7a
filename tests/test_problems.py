"""How problems look: place first, the line with a caret, then the mend."""

from __future__ import annotations

import pytest

from timeline.problems import Problem, Severity, Where, format_problem

AT = Where("content/events.yaml", 7, 11)

CASES = [
    (Problem("no such day"), "error: no such day"),
    (Problem("no such day", AT), "content/events.yaml:7:11: error: no such day"),
    (Problem("a late day", AT, severity=Severity.WARNING), "content/events.yaml:7:11: warning: a late day"),
    (
        Problem("no such day", AT, "April has 30 days.", excerpt="    date: 2024-04-31", length=10),
        "content/events.yaml:7:11: error: no such day\n"
        "  7 |     date: 2024-04-31\n"
        "    |           ^^^^^^^^^^\n"
        "  April has 30 days.",
    ),
    (
        Problem("odd", Where("a.yml", 12, 2), excerpt="\tx: 1", length=50),
        "a.yml:12:2: error: odd\n  12 | \tx: 1\n     | \t^^^^",
    ),
]


@pytest.mark.parametrize(("problem", "shown"), CASES)
def test_a_problem_is_shown_for_people(problem: Problem, shown: str) -> None:
    assert format_problem(problem) == shown


def test_a_long_line_is_cut_around_the_place() -> None:
    problem = Problem("odd", Where("a.yml", 1, 501), excerpt="x" * 500 + "HERE" + "y" * 500, length=4)
    _, line, carets, *_ = format_problem(problem).splitlines()
    assert len(line) < 120
    assert line[carets.index("^") :].startswith("HERE")
