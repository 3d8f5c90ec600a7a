"""Reading times alone: dates, explain."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from timeline.cli.asking import day_given
from timeline.cli.telling import colours, tell

_ARTICLES = {".md", ".markdown", ".txt"}  # endings that make a word the name of a file


@click.command()
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
    """Find the time expressions in files or standard input.

    Without FILES, or for -, standard input is read.
    """
    from timeline import reading

    asked = reading.Asked(
        published=day_given(published), language=language, narrative=narrative, form=form, colour=colours()
    )
    good, names = True, tuple(files) or ("-",)
    if form == "timeml" and len(names) > 1:
        raise click.UsageError("TimeML holds one document: give one file.")
    for number, name in enumerate(names):
        if not jsonl and len(names) > 1:
            sys.stdout.write(_before(name, number, form))
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
            answers = (
                reading.answer_lines(stream, asked) if jsonl else reading.answer_file(name, stream, asked)
            )
            for text, fine in answers:
                good &= fine
                sys.stdout.write(text)
    sys.stdout.write("]\n" if form == "json" and not jsonl and len(names) > 1 else "")
    sys.stdout.flush()
    sys.exit(0 if good else 1)


def _before(name: str, number: int, form: str | None) -> str:
    """Write what stands before the answer about one of several files: its name, or a sign of the list."""
    if form == "json":
        return "," if number else "["
    return f"\n{name}\n" if number else f"{name}\n"


@click.command()
@click.argument("phrase")
@click.option("--published", help='The day that relative words are read against: 2024-05-02, or "today".')
@click.option("--language", default="en", show_default=True)
@click.option("--alone", is_flag=True, help="Do not hold a FILE against the other articles: it is quicker.")
@click.pass_obj
def explain(project: Path, phrase: str, published: str | None, language: str, *, alone: bool) -> None:
    """Show how a phrase, or a file of an article, is read.

    Of a PHRASE: rules, anchor, assumptions, interval. With a FILE: each sentence, what was taken, and why;
    and why it was joined with what other articles tell, or was not.
    """
    from timeline import reading

    path = Path(phrase)
    day = day_given(published)
    if path.suffix and path.is_file():
        lines, problems = reading.explain_file(path, project, published=day, alone=alone)
        tell(problems)
        understood = bool(lines)
    elif path.suffix in _ARTICLES and not any(sign.isspace() for sign in phrase):
        raise click.UsageError(reading.why_no_file(path, project))
    else:
        lines, understood = reading.explain_phrase(phrase, published=day, language=language)
    for line in lines:
        click.echo(line)
    sys.exit(0 if understood else 1)
