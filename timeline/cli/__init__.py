"""The command `timeline`: arguments, printing, colours and exit codes.

Only this room prints, ends the process or asks for today's date. Exit codes: 0 good, 1 problems found, 2
wrong usage or cannot begin. What costs time to import is imported by the command that needs it.

The commands stand by kind in `beginning`, `running`, `entries`, `formats` and `times`; `asking`,
`telling` and `halting` are what they share.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from timeline import __version__
from timeline.cli import beginning, entries, formats, running, times
from timeline.cli.halting import refused
from timeline.cli.telling import tell
from timeline.collecting import collect_seldom
from timeline.problems import CannotStart


class InOrder(click.Group):
    """A group whose help lists the commands as they are met on the way through a story."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        """Return the names in the order in which the commands were added."""
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="timeline")
@click.option(
    "-C",
    "project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The project folder (default: this one).",
)
@click.pass_context
def cli(context: click.Context, project: Path) -> None:
    """News articles in, a sourced timeline out: what happened when, and how we know."""
    context.obj = project.resolve()


for _command in (
    beginning.new,
    beginning.add,
    running.render,
    running.serve,
    running.extract,
    running.check,
    entries.candidates,
    entries.take,
    entries.restore,
    entries.accept,
    entries.undo,
    formats.export,
    formats.import_,
    formats.schema,
    formats.theme,
    times.dates,
    times.explain,
):
    cli.add_command(_command)


def main() -> NoReturn:
    """Run the command line; what makes it impossible to begin becomes one message and exit code 2."""
    _speak_utf8()
    collect_seldom()
    try:
        cli(standalone_mode=True)
    except CannotStart as stop:
        tell((stop.problem,))
        sys.exit(2)
    except BrokenPipeError:  # the reader of a pipe has enough: not an error of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        if (problem := refused(error)) is None:
            raise
        tell((problem,))
        sys.exit(2)
    sys.exit(0)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: the text is ours to give back unchanged."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")
