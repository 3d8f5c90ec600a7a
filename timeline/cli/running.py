"""The main jobs: render, extract, check, serve."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from timeline.cli.asking import new_job
from timeline.cli.halting import refused
from timeline.cli.telling import end, tell, tell_errors, tell_report, tell_site, tell_suggestions
from timeline.problems import CannotStart, format_problem


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


@click.command()
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

    job = new_job(
        project, output, strict=strict, frozen=frozen, with_drafts=drafts, limit=None if take_all else top
    )
    report = pipeline.render_site(project, job, base_url=base_url)
    tell_report(report)
    if report.view and report.pages:
        tell_site(report, job.output)
    tell_errors(report)
    end(report.problems)


@click.command()
@click.option("--dry-run", is_flag=True, help="Print the exact change to the files, and make none.")
@_job_options
@click.pass_obj
def extract(project: Path, dry_run: bool, strict: bool, take_all: bool, top: int) -> None:  # noqa: FBT001
    """Find events in new articles and add them; write no site."""
    from timeline import pipeline

    settings, problems = pipeline.load_settings(project)
    job = new_job(project, None, strict=strict, dry_run=dry_run, limit=None if take_all else top)
    report = pipeline.take_in(settings, job, problems)
    tell_report(report)
    if dry_run:
        click.echo(report.diff, nl=False)
    end(report.problems)


@click.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.pass_obj
def check(project: Path, strict: bool) -> None:  # noqa: FBT001
    """Check the files: every problem, its place and its mend."""
    from timeline import events, pipeline

    settings, problems = pipeline.load_settings(project)
    state, problems = pipeline.look_closely(settings, new_job(project, None, strict=strict), problems)
    tell(problems)
    suggestions = events.suggest(state.timeline)
    tell_suggestions(suggestions, pipeline.titles_of(state.timeline.events))
    if suggestions:
        click.echo(
            "(`merged` once the other entries are deleted, and their sources moved there;\n"
            "`different_from` keeps them apart, and they are no longer listed)"
        )
    if not problems:
        click.echo(
            f"{len(state.timeline.events)} entries, {len(state.timeline.articles)} articles: nothing to mend"
        )
    end(problems)


@click.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 = any free one."
)
@click.pass_obj
def serve(project: Path, port: int) -> None:
    """Preview the site, drafts included, and follow your edits.

    On this machine alone; rebuilds when a file changes.
    """
    from timeline import pipeline, server

    output = project / ".timeline" / "preview"
    job = new_job(project, output, with_drafts=True, memory=pipeline.Memory())

    def rebuild() -> tuple[bool, str]:
        try:
            report = pipeline.render_site(project, job)
        except CannotStart as stop:
            return False, format_problem(stop.problem)
        except OSError as error:
            if (problem := refused(error)) is None:
                raise
            return False, format_problem(problem)
        shown = [format_problem(p) for p in report.problems if p.is_error]
        return report.pages is not None, "\n\n".join(shown)

    watched = [project / name for name in ("content", _theme(project))]
    server.serve(output, port=port, rebuild=rebuild, watch=watched, report=click.echo)


def _theme(project: Path) -> str:
    """Return the name of the theme folder; what is wrong with the settings is told by the first build."""
    from timeline import pipeline

    try:
        return pipeline.load_settings(project)[0].theme or "theme"
    except CannotStart:
        return "theme"
