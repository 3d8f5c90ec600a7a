"""What is wrong with something that a person wrote, and how it is shown.

A mistake in a file is a value: whoever finds it makes a `Problem` and goes on, the command line prints them
all. What makes it impossible to begin at all is the exception `CannotStart`. Anything else that goes wrong is
a bug of ours and shows its traceback.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the part it concerns, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file: path below the project folder, line and column counted from 1 (0 = not known)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`file:line:column`, a form that editors can jump to."""
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what, where, and what to do about it (`hint`).

    `excerpt` is the line of the file as it stands there, `length` how many of its characters the caret
    underlines.
    """

    message: str
    where: Where | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = ""
    length: int = 1

    @property
    def is_error(self) -> bool:
        """Whether it stops the part it concerns."""
        return self.severity is Severity.ERROR


class CannotStart(Exception):
    """Something without which nothing can begin.

    The command line shows `problem` and ends with exit code 2.
    """

    def __init__(self, problem: Problem) -> None:
        """Carry the problem that the command line is to show."""
        super().__init__(problem.message)
        self.problem = problem


def format_problem(problem: Problem) -> str:
    """Write a problem for people.

    `file:line:column: error: what`, the line, a caret under it, then what to do.
    """
    place = f"{problem.where}: " if problem.where else ""
    lines = [f"{place}{problem.severity}: {problem.message}"]
    if problem.excerpt and problem.where and problem.where.line:
        lines += _pointed(problem.excerpt, problem.where, problem.length)
    if problem.hint:
        lines.append(f"  {problem.hint}")
    return "\n".join(lines)


def _pointed(excerpt: str, where: Where, length: int) -> list[str]:
    """Return the line and a row with carets below it.

    Tabs keep their width, long lines are cut around the place.
    """
    column = max(where.column, 1) - 1
    first = max(0, column - 60)
    shown = excerpt[first : first + 100]
    lead = "".join("\t" if c == "\t" else " " for c in shown[: column - first])
    carets = "^" * max(1, min(length, len(shown) - len(lead)))
    number = str(where.line)
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {lead}{carets}"]
