"""The command `timeline`: arguments, printing, colours and exit codes.

Only this module prints, ends the process or asks for today's date. Exit codes: 0 good, 1 problems found, 2
wrong usage or cannot begin. What costs time to import is imported by the command that needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from timeline import __version__
from timeline.problems import CannotStart, Problem, Severity, format_problem

if TYPE_CHECKING:
    from timeline.articles import Proposal, Question
    from timeline.model import Article, Suggestion
    from timeline.pipeline import Job, Report
    from timeline.store import State
    from timeline.temporal.days import Day

PASSED_OVER = "passed over"
SUGGESTIONS_SHOWN = 6  # a run that adds many entries would bury its own report under more
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


class Project(click.Path):
    """A folder given by `-C`, as a `Path`."""

    name = "folder"

    def __init__(self) -> None:
        super().__init__(exists=True, file_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="timeline")
@click.option("-C", "project", type=Project(), default=".", help="The project folder (default: this one).")
@click.pass_context
def cli(context: click.Context, project: Path) -> None:
    """News articles in, a sourced timeline out: what happened when, and how we know."""
    context.obj = project.resolve()


def main() -> NoReturn:
    """Run the command line; what makes it impossible to begin becomes one message and exit code 2."""
    _speak_utf8()
    try:
        cli(standalone_mode=True)
    except CannotStart as stop:
        _tell((stop.problem,))
        sys.exit(2)
    except BrokenPipeError:  # the reader of a pipe has enough: not an error of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    sys.exit(0)


# the main jobs


def _job_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that `render` and `extract` share."""
    for option in reversed(
        (
            click.option("--strict", is_flag=True, help="Treat warnings as errors."),
            click.option("--all", "take_all", is_flag=True, help="Add every entry found, however many."),
            click.option(
                "--top", type=click.IntRange(0), default=100, help="Add at most N entries a run (100)."
            ),
        )
    ):
        command = option(command)
    return command


@cli.command()
@click.option("--output", type=click.Path(path_type=Path), help="The folder to write (default: site).")
@click.option("--base-url", help="The address at which the site will stand.")
@click.option(
    "--frozen", is_flag=True, help="Touch nothing in content/, and fail if there is something to take in."
)
@click.option(
    "--drafts/--no-drafts", default=None, help="Show drafts, or leave them out, whatever timeline.yml says."
)
@_job_options
@click.pass_obj
def render(
    project: Path,
    output: Path | None,
    base_url: str | None,
    strict: bool,  # noqa: FBT001 - click passes options by name
    frozen: bool,  # noqa: FBT001
    drafts: bool | None,  # noqa: FBT001
    take_all: bool,  # noqa: FBT001
    top: int,
) -> None:
    """Take in new articles, check everything, and write the site."""
    from timeline import pipeline

    job = _job(
        project, output, strict=strict, frozen=frozen, with_drafts=drafts, limit=None if take_all else top
    )
    report = pipeline.render_site(project, job, base_url=base_url)
    _tell_report(report)
    if report.view and report.pages:
        _tell_site(report, job.output)
    _end(report.problems)


@cli.command()
@click.option("--dry-run", is_flag=True, help="Print the exact change to the files, and make none.")
@_job_options
@click.pass_obj
def extract(project: Path, dry_run: bool, strict: bool, take_all: bool, top: int) -> None:  # noqa: FBT001
    """Find events in new articles and add them to the event files."""
    from timeline import pipeline

    settings, problems = pipeline.load_settings(project)
    job = _job(project, None, strict=strict, dry_run=dry_run, limit=None if take_all else top)
    report = pipeline.take_in(settings, job, problems)
    _tell_report(report)
    if dry_run:
        click.echo(report.diff, nl=False)
    _end(report.problems)


@cli.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.pass_obj
def check(project: Path, strict: bool) -> None:  # noqa: FBT001
    """Check the project's files: every problem with its place and its mend."""
    from timeline import articles, events, pipeline

    settings, problems = pipeline.load_settings(project)
    state, found = pipeline.look(settings, _job(project, None, strict=strict))
    read = articles.check(tuple(state.articles.values()), settings)
    problems = tuple(dict.fromkeys((*problems, *found, *read)))
    _tell(problems)
    titles = {event.id: event.title for event in state.timeline.events}
    suggestions = events.suggest(state.timeline)
    _tell_suggestions(suggestions, titles)
    if suggestions:
        click.echo("(to join two: delete one entry and write `merged: [its ID]` into the other)")
    if not problems:
        click.echo(
            f"{len(state.timeline.events)} entries, {len(state.timeline.articles)} articles: nothing to mend"
        )
    _end(problems)


@cli.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 = any free one."
)
@click.pass_obj
def serve(project: Path, port: int) -> None:
    """Preview the site on this machine, drafts included, and rebuild when a file changes."""
    from timeline import pipeline, server

    output = project / ".timeline" / "preview"
    job = _job(project, output, with_drafts=True)

    def rebuild() -> tuple[bool, str]:
        try:
            report = pipeline.render_site(project, job)
        except CannotStart as stop:
            return False, format_problem(stop.problem)
        shown = [format_problem(p) for p in report.problems if p.is_error]
        return report.pages is not None, "\n\n".join(shown)

    watched = [project / name for name in ("content", "theme")]
    server.serve(output, port=port, rebuild=rebuild, watch=watched, report=click.echo)


# beginning, adding


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="The title of the timeline.")
@click.option("--public-texts", is_flag=True, help="Let git take in article texts and originals too.")
def new(folder: Path, title: str | None, public_texts: bool) -> None:  # noqa: FBT001
    """Begin a story of your own in FOLDER."""
    from timeline import scaffold

    made = scaffold.new_project(folder, title=title, public_texts=public_texts)
    click.echo(f"{folder}: {len(made)} files made")
    click.echo(f"Next: cd {folder}; timeline render; open site/index.html (README.md there says the rest)")


@cli.command()
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
    """Take articles in: text, saved pages, PDF, DOCX, TimeML, JSON lines, CSV, folders, - for pasted text."""
    from timeline import articles, pipeline

    settings, problems = pipeline.load_settings(project)
    known = {key: value for key, value in given.items() if value}
    if known.get("published") == "today":
        known["published"] = _today().iso
    _tell(problems)
    failed = [p for p in problems if p.is_error]
    inputs = [_pasted() if name == "-" else name for name in files]
    for proposal in articles.propose_all(inputs, settings=settings, given=known, metadata=metadata):
        _tell(proposal.problems)
        broken = any(p.is_error for p in proposal.problems)
        answered = proposal if broken else _ask(proposal, yes=yes)
        wrong = [p for p in answered.problems if p.is_error]
        if answered.missing and not wrong:
            wrong = [answered.unanswered()]
            _tell(wrong)
        if wrong:
            failed += wrong
            continue
        path = articles.accept(answered, settings)
        click.echo(f"{path.relative_to(project)}: added")
    _end(failed)


# entries and their fate


@cli.command()
@click.pass_obj
def candidates(project: Path) -> None:
    """List what was found but not added: a run adds the most important entries only."""
    from timeline import store

    for line in store.candidates(_state(project)):
        click.echo(line)


@cli.command()
@click.argument("ids", nargs=-1, required=True)
@click.pass_obj
def take(project: Path, ids: Sequence[str]) -> None:
    """Add candidates by their ID."""
    from timeline import store

    _change(project, lambda state: store.take(state, ids), "extract")


@cli.command()
@click.argument("ids", nargs=-1, required=True)
@click.pass_obj
def restore(project: Path, ids: Sequence[str]) -> None:
    """Forget that entries were deleted: the next run offers them again."""
    from timeline import store

    _change(project, lambda state: store.restore(state, ids), "extract")


@cli.command()
@click.argument("ids", nargs=-1, required=True)
@click.pass_obj
def accept(project: Path, ids: Sequence[str]) -> None:
    """Take the new reading of an entry's words where a newer program reads them otherwise."""
    from timeline import store

    _change(project, lambda state: store.accept(state, ids), "")


@cli.command()
@click.pass_obj
def undo(project: Path) -> None:
    """Put the event files and the lock back as they were before the last write."""
    from timeline import pipeline, store

    settings, _ = pipeline.load_settings(project)
    for line in store.undo(settings):
        click.echo(line)


# formats and themes


@cli.command()
@click.argument("name", metavar="FORMAT")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.pass_obj
def export(project: Path, name: str, output: Path | None) -> None:
    """Write the timeline as csv, json, yaml, timelinejs, ics, atom, jsonfeed or review."""
    from timeline import exports, pipeline

    if name not in exports.FORMATS:
        raise click.UsageError(f"no format {name!r}; there are: {', '.join(sorted(exports.FORMATS))}")
    settings, problems = pipeline.load_settings(project)
    state, found = pipeline.look(settings, _job(project, None))
    _tell(p for p in (*problems, *found) if p.is_error)
    written = exports.export(name, state.timeline, settings, _today_given())
    if output:
        output.write_bytes(written)
    else:
        sys.stdout.buffer.write(written)
    _end([*problems, *found])


@cli.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Print what would be added, and add nothing.")
@click.pass_obj
def import_(project: Path, file: Path, dry_run: bool) -> None:  # noqa: FBT001
    """Add entries from a TimelineJS spreadsheet (CSV) or JSON, or any CSV with headers."""
    from timeline import exports, pipeline, store

    settings, _ = pipeline.load_settings(project)
    entries, problems = exports.import_file(file, settings)
    _tell(problems)
    if any(p.is_error for p in problems):
        _end(problems)
    plan = store.plan_entries(_state(project), entries)
    _tell(plan.problems)
    click.echo(plan.diff(), nl=False)
    if not dry_run and not any(p.is_error for p in plan.problems):
        store.write(plan)
        click.echo(f"{plan.added} entries added")
    _end([*problems, *plan.problems])


@cli.group()
def theme() -> None:
    """See and override the files of the page."""


@theme.command("list")
@click.pass_obj
def theme_list(project: Path) -> None:
    """List the theme's files, and which of them the project overrides."""
    from timeline import pipeline
    from timeline.render import themes

    settings, _ = pipeline.load_settings(project)
    folders = [folder for folder in themes.theme_folders(settings) if folder != themes.default_theme()]
    for name in themes.theme_files():
        owner = next((_near(folder) for folder in folders if (folder / name).is_file()), "default")
        click.echo(f"{name:<32} {owner}")


@theme.command("copy")
@click.argument("name", metavar="FILE")
@click.pass_obj
def theme_copy(project: Path, name: str) -> None:
    """Copy a file of the default theme into the project's theme/ folder, to be changed there."""
    from timeline.render import themes

    if name not in themes.theme_files():
        raise click.UsageError(f"the theme has no file {name!r}; `timeline theme list` lists them")
    target = project / "theme" / name
    if target.exists():
        raise click.UsageError(f"{_near(target)} is there already: it is yours, and stays as it is")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((themes.default_theme() / name).read_bytes())
    click.echo(f"{_near(target)}: yours to change")


@cli.command()
def schema() -> None:
    """Print the JSON Schema of event files, for editors."""
    from timeline import store

    click.echo(store.schema_text(), nl=False)


# reading times


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--published", help='The day that relative words are read against: 2024-05-02, or "today".')
@click.option("--language", help="The language of the text (default: en).")
@click.option(
    "--narrative", type=click.Choice(["auto", "news", "history"]), default="auto", show_default=True
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "timeml"]), help="How to print (table)."
)
@click.option("--jsonl", is_flag=True, help="Read JSON lines, write one line for each.")
def dates(
    files: Sequence[str],
    published: str | None,
    language: str | None,
    narrative: str,
    form: str | None,
    jsonl: bool,  # noqa: FBT001
) -> None:
    """Find the time expressions in FILES or standard input (no file, or -)."""
    from timeline import reading

    asked = reading.Asked(
        published=_day_given(published), language=language, narrative=narrative, form=form, colour=_colours()
    )
    good = True
    for name in files or ["-"]:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
            answers = (
                reading.answer_lines(stream, asked) if jsonl else reading.answer_file(name, stream, asked)
            )
            for text, fine in answers:
                good &= fine
                sys.stdout.write(text)
    sys.stdout.flush()
    sys.exit(0 if good else 1)


@cli.command()
@click.argument("phrase")
@click.option("--published", help='The day that relative words are read against: 2024-05-02, or "today".')
@click.option("--language", default="en", show_default=True)
@click.pass_obj
def explain(project: Path, phrase: str, published: str | None, language: str) -> None:
    """Show how PHRASE is read.

    Rules, anchor, assumptions, interval. With a FILE: each sentence, what was taken, and why.
    """
    from timeline import reading

    path = Path(phrase)
    day = _day_given(published)
    if path.suffix and path.is_file():
        lines, problems = reading.explain_file(path, project, published=day)
        _tell(problems)
        understood = bool(lines)
    else:
        lines, understood = reading.explain_phrase(phrase, published=day, language=language)
    for line in lines:
        click.echo(line)
    sys.exit(0 if understood else 1)


# what they share


def _job(project: Path, output: Path | None, **choices: object) -> Job:
    from timeline.pipeline import Job

    folder = output.resolve() if output else project / "site"
    job = {"today": _today(), "build_day": _today_given(), "progress": _progress, **choices}
    return Job(output=folder, **job)  # type: ignore[arg-type]


def _today() -> Day:
    """Return SOURCE_DATE_EPOCH as a day, else the clock's: the one place where the program asks."""
    from datetime import UTC, datetime

    from timeline.temporal.days import Day

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now().astimezone()
    return Day(moment.year, moment.month, moment.day)


def _today_given() -> Day | None:
    """Return SOURCE_DATE_EPOCH as a day where it is set: a site may not depend on the clock."""
    return _today() if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit() else None


def _day_given(text: str | None) -> str | None:
    if text != "today":
        return text
    return _today().iso


def _state(project: Path) -> State:
    from timeline import pipeline

    settings, _ = pipeline.load_settings(project)
    state, problems = pipeline.look(settings, _job(project, None))
    errors = [p for p in problems if p.is_error]
    if errors:
        _tell(errors)
        _end(errors)
    return state


def _change(project: Path, change: Callable[..., Iterable[str]], then: str) -> None:
    for line in change(_state(project)):
        click.echo(line)
    if then:
        click.echo(f"`timeline {then}` or `timeline render` goes on from here")


def _pasted() -> bytes:
    if sys.stdin.isatty():
        click.echo(
            "Paste the text, then end with Ctrl-D on a line of its own (Ctrl-Z and Enter on Windows):",
            err=True,
        )
    return sys.stdin.buffer.read()


def _ask(proposal: Proposal, *, yes: bool) -> Proposal:
    """Show what was understood of an article and, on a terminal, ask for what is missing or only proposed."""
    click.echo(proposal.shown())
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
        _tell([wrong])


def _progress(articles: Sequence[Article]) -> Iterator[Article]:
    """Show a bar on a terminal while many articles are read; be quiet in a pipe."""
    if len(articles) < 20 or not sys.stderr.isatty():  # noqa: PLR2004 - fewer are read before a bar is drawn
        yield from articles
        return
    with click.progressbar(articles, label="reading articles", file=sys.stderr) as bar:
        yield from bar


def _tell_report(report: Report) -> None:
    _tell_what_matters(report.problems)
    for line in report.taken:
        click.echo(line)
    if any(PASSED_OVER in line for line in report.taken):
        click.echo("`timeline explain content/articles/NAME.md` says why a sentence was passed over")
    _tell_suggestions(report.suggestions[:SUGGESTIONS_SHOWN], report.titles)
    if len(report.suggestions) > SUGGESTIONS_SHOWN:
        click.echo(f"and {len(report.suggestions) - SUGGESTIONS_SHOWN} more: `timeline check` lists them")


def _tell_what_matters(problems: Sequence[Problem]) -> None:
    """Print errors and warnings; notes are for `timeline check`, where they do not bury what is new."""
    notes = [p for p in problems if p.severity is Severity.NOTE]
    _tell(p for p in problems if p.severity is not Severity.NOTE)
    if notes:
        click.echo(f"{len(notes)} note{'s' * (len(notes) > 1)}: `timeline check` tells", err=True)


def _tell_suggestions(suggestions: Iterable[Suggestion], titles: Mapping[str, str]) -> None:
    for one in suggestions:
        click.echo(f"possibly the same ({one.reason}):")
        for name in (one.first, one.second):
            click.echo(f"    {name}  {titles.get(name, '')}")


def _tell_site(report: Report, output: Path) -> None:
    assert report.view is not None  # noqa: S101 - the caller has looked
    assert report.pages is not None  # noqa: S101
    view, pages = report.view, report.pages
    reviewed = len(view.events) - view.drafts
    left_out = f"; {view.hidden_drafts} drafts left out" if view.hidden_drafts else ""
    changed = f"{len(pages.changed)} files changed" if pages.changed else "nothing changed"
    click.echo(f"{len(view.events)} entries shown ({reviewed} reviewed, {view.drafts} drafts){left_out}")
    click.echo(f"{pages.pages} pages in {_near(output)} ({changed})")


def _near(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _tell(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, the severity in colour on a terminal."""
    for problem in problems:
        text = format_problem(problem)
        word = f"{problem.severity}: "
        click.echo(
            text.replace(word, click.style(word, fg=COLOURS[problem.severity], bold=True), 1), err=True
        )


def _end(problems: Iterable[Problem]) -> NoReturn:
    sys.exit(1 if any(p.is_error for p in problems) else 0)


def _colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: the text is ours to give back unchanged."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


if __name__ == "__main__":
    main()
