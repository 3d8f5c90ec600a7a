"""Beginning a story and taking articles in: new, add."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.asking import today
from timeline.cli.telling import end, tell

if TYPE_CHECKING:
    from timeline.articles import Proposal, Question

_SHOWN_WHOLE = 10  # articles of which all is shown that was understood
_NO_PUBLISHER = "; reports are counted by publisher: add a line `publisher: …` to it"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The title of the timeline.")
@click.option("--public-texts", is_flag=True, help="Let git take in article texts and originals too.")
def new(folder: Path, title: str | None, public_texts: bool) -> None:  # noqa: FBT001
    """Begin a story of your own in FOLDER."""
    from timeline import scaffold

    made = scaffold.new_project(folder, title=title, public_texts=public_texts)
    click.echo(f"{folder}: {len(made)} files made")
    click.echo(f"Next: cd {folder}; timeline render; open site/index.html (README.md there says the rest)")


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--published", help='The publication day: 2024-05-02, 1914-03, "unknown", or "today".')
@click.option("--publisher", help="Who published it.")
@click.option("--title", help="Its title.")
@click.option("--url", help="Its address.")
@click.option("--origin", help="The report that it rewrites, such as reuters-2024-05-02.")
@click.option("--language", help="Its language (en, fr …).")
@click.option(
    "--metadata", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A catalogue (CSV)."
)
@click.option("--yes", is_flag=True, help="Accept what was understood without asking.")
@click.pass_obj
def add(
    project: Path,
    /,
    files: Sequence[str],
    metadata: Path | None,
    yes: bool,  # noqa: FBT001
    **given: str | None,
) -> None:
    """Take articles in: saved pages, text, PDF, DOCX and more.

    Also TimeML, JSON lines, CSV, whole folders, and - for pasted text.
    """
    from timeline import articles, pipeline

    settings, problems = pipeline.load_settings(project)
    known = {key: value for key, value in given.items() if value}
    if known.get("published") == "today":
        known["published"] = today().iso
    tell(problems)
    failed = [p for p in problems if p.is_error]
    inputs = [_pasted() if name == "-" else name for name in files]
    added = here = left = 0
    of_folder = any(Path(name).is_dir() for name in files)
    for proposal in articles.propose_all(inputs, settings=settings, given=known, metadata=metadata):
        if _is_met_again(proposal, of_folder=of_folder):
            here += 1
            continue
        tell(proposal.problems)
        broken = any(p.is_error for p in proposal.problems)
        answered = proposal if broken else _ask(proposal, yes=yes, brief=added >= _SHOWN_WHOLE)
        wrong = [p for p in answered.problems if p.is_error]
        if answered.missing and not wrong:
            wrong = [answered.unanswered()]
            tell(wrong)
        if wrong:
            failed += wrong
            left += 1
            continue
        path = articles.accept(answered, settings)
        added += 1
        lacking = "" if "publisher" in answered.values else _NO_PUBLISHER
        click.echo(f"{path.relative_to(project)}: added{lacking}")
    if added + here + left > 1:
        click.echo(_counted(added, here, left))
    end(failed)


def _is_met_again(proposal: Proposal, *, of_folder: bool) -> bool:
    """Tell whether it is here already and nothing else is wrong: of a folder or a table, that is no mistake.

    Who mends a few rows of a catalogue gives the whole folder again.
    """
    many = of_folder or (proposal.original is not None and proposal.original.shared)
    return many and bool(proposal.copy_of) and sum(p.is_error for p in proposal.problems) == 1


def _counted(added: int, here: int, left: int) -> str:
    parts = [f"{added} article{'s' * (added != 1)} added" + ": `timeline render` reads them" * bool(added)]
    parts += [f"{here} here already"] * bool(here)
    parts += [f"{left} not added, as said above"] * bool(left)
    return "; ".join(parts)


def _pasted() -> bytes:
    if sys.stdin.isatty():
        click.echo(
            "Paste the text, then end with Ctrl-D on a line of its own (Ctrl-Z and Enter on Windows):",
            err=True,
        )
    return sys.stdin.buffer.read()


def _ask(proposal: Proposal, *, yes: bool, brief: bool) -> Proposal:
    """Show what was understood of an article and, on a terminal, ask for what is missing or only proposed.

    In one line where it is one of many and nothing is to be asked.
    """
    click.echo(proposal.line if brief and not proposal.questions else proposal.shown())
    asked: set[str] = set()
    while question := next((q for q in proposal.questions if q.key not in asked), None):
        asked.add(question.key)  # an answer may bring up another question
        if yes and question.proposed:
            proposal = proposal.answered(question.key, question.proposed)
        elif sys.stdin.isatty():
            proposal = proposal.answered(question.key, _answer(question, proposal.language))
    return proposal


def _answer(question: Question, language: str) -> str:
    """Ask until the answer can be read."""
    from timeline import articles

    while True:
        answer: str = click.prompt(question.text, default=question.proposed or None, show_default=True)
        wrong = articles.check_answer(question.key, answer, language)
        if wrong is None:
            return answer
        tell([wrong])
