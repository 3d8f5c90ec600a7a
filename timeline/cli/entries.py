"""Entries and their fate: candidates, take, restore, accept, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from timeline.cli.asking import read_state


@click.command()
@click.pass_obj
def candidates(project: Path) -> None:
    """List what was found but not added.

    What most reports tell comes first, then in the order of the articles; at the end stands why.
    """
    from timeline import store

    state = read_state(project)
    for line in (*store.candidates(state), *store.why_left(state)):
        click.echo(line)


@click.command()
@click.argument("ids", nargs=-1, required=True)
@click.pass_obj
def take(project: Path, ids: Sequence[str]) -> None:
    """Add candidates by their ID."""
    from timeline import store

    _change(project, lambda state: store.take(state, ids), "extract")


@click.command()
@click.argument("ids", nargs=-1, required=True)
@click.pass_obj
def restore(project: Path, ids: Sequence[str]) -> None:
    """Add deleted entries again with the next run."""
    from timeline import store

    _change(project, lambda state: store.restore(state, ids), "extract")


@click.command()
@click.argument("ids", nargs=-1, required=True)
@click.pass_obj
def accept(project: Path, ids: Sequence[str]) -> None:
    """Take the new reading of an entry's date.

    Where a newer program reads its words otherwise; until then the old one stays.
    """
    from timeline import store

    _change(project, lambda state: store.accept(state, ids), "")


@click.command()
@click.pass_obj
def undo(project: Path) -> None:
    """Put the files back as they were before the last write."""
    from timeline import pipeline, store

    settings, _ = pipeline.load_settings(project)
    for line in store.undo(settings):
        click.echo(line)


def _change(project: Path, change: Callable[..., Iterable[str]], then: str) -> None:
    for line in change(read_state(project)):
        click.echo(line)
    if then:
        click.echo(f"`timeline {then}` or `timeline render` goes on from here")
