"""What the command line says: problems, what a run found, what became of the site; and how it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from timeline.problems import Problem, Severity, format_problem

if TYPE_CHECKING:
    from timeline.model import Article, Suggestion
    from timeline.pipeline import Report

PASSED_OVER = "passed over"
SUGGESTIONS_SHOWN = 6  # a run that adds many entries would bury its own report under more
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def tell_report(report: Report) -> None:
    """Print what a run found: problems, a line for each article, entries that may be the same."""
    _tell_what_matters(report.problems, report.pages.problems if report.pages else ())
    for line in report.taken:
        click.echo(line)
    if any(PASSED_OVER in line for line in report.taken):
        click.echo("`timeline explain content/articles/NAME.md` says why a sentence was passed over")
    tell_suggestions(report.suggestions, report.titles, most=SUGGESTIONS_SHOWN)


def _tell_what_matters(problems: Sequence[Problem], of_pages: Iterable[Problem]) -> None:
    """Print errors and warnings; notes are for `timeline check`, where they do not bury what is new.

    It makes no pages, so that notes on these are printed here.
    """
    of_pages = frozenset(of_pages)
    notes = frozenset(p for p in problems if p.severity is Severity.NOTE and p not in of_pages)
    tell(p for p in problems if p not in notes)
    if notes:
        click.echo(f"{len(notes)} note{'s' * (len(notes) > 1)}: `timeline check` tells", err=True)


def tell_suggestions(
    suggestions: Sequence[Suggestion], titles: Mapping[str, str], most: int | None = None
) -> None:
    """Print groups of entries that are possibly the same, with their dates and titles by id.

    All of them (`most` None) with the line that settles each.
    """
    groups = list(_groups(suggestions))
    lines = []
    for reason, names in groups[:most]:
        lines.append(f"possibly the same ({reason}):")
        lines += [f"    {name}  {titles.get(name, '')}" for name in names]
        if most is None:
            others = ", ".join(names[1:])
            lines.append(f"  in {names[0]}: `merged: [{others}]`, or `different_from: [{others}]`")
    if most is not None and len(groups) > most:
        lines.append(f"and {len(groups) - most} more: `timeline check` lists them")
    if lines:
        click.echo("\n".join(lines))


def _groups(suggestions: Sequence[Suggestion]) -> Iterator[tuple[str, list[str]]]:
    """Gather pairs: entries of which each is possibly the same as each other are one question, not many."""
    rank: dict[str, int] = {}
    beside: dict[str, set[str]] = {}
    for pair in suggestions:
        for name, other in ((pair.first, pair.second), (pair.second, pair.first)):
            rank.setdefault(name, len(rank))
            beside.setdefault(name, set()).add(other)
    told: set[frozenset[str]] = set()
    for one in suggestions:
        if frozenset((one.first, one.second)) in told:
            continue
        group, shared = [one.first, one.second], beside[one.first] & beside[one.second]
        while shared:  # only what each of them is like: all names for each pair would be quadratic
            group.append(min(shared, key=rank.__getitem__))
            shared &= beside[group[-1]]
        told |= {frozenset(pair) for pair in combinations(group, 2)}
        yield one.reason, group


def tell_site(report: Report, output: Path) -> None:
    """Print what became of the site: entries shown, pages written, files changed."""
    assert report.view is not None  # noqa: S101 - the caller has looked
    assert report.pages is not None  # noqa: S101
    view, pages = report.view, report.pages
    withdrawn = sum(event.status == "withdrawn" for event in view.events)
    reviewed = len(view.events) - view.drafts - withdrawn
    taken_back = f", {withdrawn} withdrawn" if withdrawn else ""
    left_out = f"; {_drafts(view.hidden_drafts)} left out" if view.hidden_drafts else ""
    changed = f"{len(pages.changed)} files changed" if pages.changed else "nothing changed"
    states = f"{reviewed} reviewed, {_drafts(view.drafts)}{taken_back}"
    click.echo(f"{len(view.events)} entries shown ({states}){left_out}")
    click.echo(f"{pages.pages} pages in {shown_path(output)} ({changed})")


def tell_errors(report: Report) -> None:
    """Close a run with how many errors it had: those themselves may have scrolled out of sight."""
    count = sum(problem.is_error for problem in report.problems)
    if not count:
        return
    concerned = "it concerns" if count == 1 else "they concern"
    became = f"what {concerned} was left out" if report.pages else "the site was left as it was"
    click.echo(f"{count} error{'s' * (count > 1)}, told above: {became}", err=True)


def _drafts(count: int) -> str:
    return f"{count} draft{'' if count == 1 else 's'}"


def tell(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, the severity in colour on a terminal."""
    for problem in problems:
        text = format_problem(problem)
        word = f"{problem.severity}: "
        click.echo(
            text.replace(word, click.style(word, fg=COLOURS[problem.severity], bold=True), 1), err=True
        )


def end(problems: Iterable[Problem]) -> NoReturn:
    """End the process: 1 where anything is an error, else 0."""
    sys.exit(1 if any(p.is_error for p in problems) else 0)


def colours() -> bool:
    """Tell whether standard output takes colours: a terminal, and no wish against them (no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def shown_path(path: Path) -> str:
    """Return a path as a person here would write it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def progress(articles: Sequence[Article]) -> Iterator[Article]:
    """Show a bar on a terminal while many articles are read; be quiet in a pipe."""
    if len(articles) < 20 or not sys.stderr.isatty():  # noqa: PLR2004 - fewer are read before a bar is drawn
        yield from articles
        return
    with click.progressbar(articles, label="reading articles", file=sys.stderr) as bar:
        yield from bar
