"""Other formats, and the files of the page: export, import, schema, theme."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from timeline.cli.asking import build_day, new_job, read_state
from timeline.cli.telling import end, shown_path, tell


@click.command()
@click.argument("name", metavar="FORMAT")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
@click.pass_obj
def export(project: Path, name: str, output: Path | None) -> None:
    """Write the timeline in another format.

    FORMAT is csv, json, yaml, timelinejs, ics, atom, jsonfeed or review.
    """
    from timeline import exports, pipeline

    if name not in exports.FORMATS:
        raise click.UsageError(f"no format {name!r}; there are: {', '.join(sorted(exports.FORMATS))}")
    settings, problems = pipeline.load_settings(project)
    state, found = pipeline.look(settings, new_job(project, None))
    tell(p for p in (*problems, *found) if p.is_error)
    written = exports.export(name, state.timeline, settings, build_day())
    if output:
        output.write_bytes(written)
    else:
        sys.stdout.buffer.write(written)
    end([*problems, *found])


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--status",
    type=click.Choice(["draft", "reviewed", "hidden"]),
    default="draft",
    show_default=True,
    help="Of entries for which the file tells none.",
)
@click.option("--dry-run", is_flag=True, help="Print what would be added, and add nothing.")
@click.pass_obj
def import_(project: Path, file: Path, status: str, dry_run: bool) -> None:  # noqa: FBT001
    """Add entries from TimelineJS (CSV, JSON) or any CSV."""
    from timeline import exports, pipeline, store
    from timeline.model import Status

    settings, _ = pipeline.load_settings(project)
    entries, problems = exports.import_file(file, settings, Status(status))
    tell(problems)
    if any(p.is_error for p in problems):
        end(problems)
    plan = store.plan_entries(read_state(project), entries)
    tell(plan.problems)
    if dry_run:
        click.echo(plan.diff(), nl=False)
    for line in plan.lines:
        click.echo(line)
    if not dry_run and not any(p.is_error for p in plan.problems):
        store.write(plan)
        drafts = " (drafts where the file tells no status)" if plan.added and status == Status.DRAFT else ""
        click.echo(f"{plan.added} entries added{drafts}")
        if plan.added:
            click.echo(f"Next: read them in content/{settings.new_events}; `timeline undo` takes them out")
    end([*problems, *plan.problems])


@click.command()
def schema() -> None:
    """Print the JSON Schema of event files, for editors."""
    from timeline import store

    click.echo(store.schema_text(), nl=False)


@click.group()
def theme() -> None:
    """See and override the files of the page."""


@theme.command("list")
@click.pass_obj
def theme_list(project: Path) -> None:
    """List the theme's files, and who owns each."""
    from timeline import pipeline
    from timeline.render import themes

    settings, _ = pipeline.load_settings(project)
    folders = [folder for folder in themes.theme_folders(settings) if folder != themes.default_theme()]
    for name in themes.theme_files():
        owner = next((shown_path(folder) for folder in folders if (folder / name).is_file()), "default")
        click.echo(f"{name:<32} {owner}")


@theme.command("copy")
@click.argument("name", metavar="FILE")
@click.pass_obj
def theme_copy(project: Path, name: str) -> None:
    """Copy FILE into the project's theme/ folder."""
    from timeline.render import themes

    if name not in themes.theme_files():
        raise click.UsageError(f"the theme has no file {name!r}; `timeline theme list` lists them")
    target = project / "theme" / name
    if target.exists():
        raise click.UsageError(f"{shown_path(target)} is there already: it is yours, and stays as it is")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((themes.default_theme() / name).read_bytes())
    click.echo(f"{shown_path(target)}: yours to change")
