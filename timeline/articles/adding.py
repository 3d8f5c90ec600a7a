"""Taking articles in: `timeline add`.

`propose_all` reads files, folders and pasted text and yields a `Proposal` for each article; `accept` writes
an answered one into `content/articles/ID.md` and keeps what came in, unchanged, in `content/originals/`.
Nothing is ever overwritten.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from timeline.articles.folder import read_articles
from timeline.articles.inputs import Input, Source, input_of, inputs_of
from timeline.articles.markdown_text import PlainText
from timeline.articles.originals import free_paths, inside, keep, write_new
from timeline.articles.proposal import Proposal
from timeline.articles.readers import Piece, Unreadable, reader_for
from timeline.articles.understanding import Known, understood
from timeline.articles.writing import body, front_matter
from timeline.config import Settings
from timeline.problems import CannotStart, Problem, Where


def propose_all(
    sources: Sequence[Source],
    *,
    settings: Settings,
    given: Mapping[str, str],
    metadata: Path | None = None,
) -> Iterator[Proposal]:
    """Yield what is understood of each article in these files, folders and pasted texts (bytes).

    `given` are values of front matter from the command line, for all of them; `metadata` is a catalogue (CSV)
    with a row for each file. What cannot be read comes as a proposal with problems. Reads lazily: each may be
    accepted before the next is read.
    """
    known = Known()
    for article in read_articles(settings)[0]:
        known.learn(article)
    notes: tuple[Problem, ...] = ()
    for each in inputs_of(sources, metadata):
        if not isinstance(each, Problem):
            for piece, name in _pieces(each):
                proposal = understood(piece, replace(each, name=name), given, known, settings.language)
                known.expect(proposal)
                yield replace(proposal, problems=(*notes, *proposal.problems))
                notes = ()
        elif each.is_error:
            yield Proposal(each.where.path if each.where else "", problems=(each,))
        else:
            notes = (*notes, each)  # shown with the article that comes next


def propose(source: Source, *, settings: Settings, given: Mapping[str, str], name: str = "") -> Proposal:
    """Return what is understood of the first article of a file, a pasted text, or bytes called `name`."""
    if isinstance(source, bytes) and name:
        data = input_of(name, source, Path(name).suffix.lower())
        return understood(next(_pieces(data))[0], data, given, Known(), settings.language)
    return next(propose_all([source], settings=settings, given=given))


def accept(proposal: Proposal, settings: Settings) -> Path:
    """Write an answered proposal, and return the path of the new article.

    Raises CannotStart where something is still missing or wrong, or the folder leads out of the project.
    """
    errors = [problem for problem in proposal.problems if problem.is_error]
    if errors or proposal.missing or proposal.original is None:
        raise CannotStart(errors[0] if errors else proposal.unanswered())
    folder = inside(settings.content / "articles", settings)
    values = dict(proposal.values)
    if values.get("language") == settings.language:
        del values["language"]  # the project says so already
    values["sha256"] = proposal.original.sha256
    for path in free_paths(folder, proposal.id, ".md"):
        if path.exists():
            continue
        values["original"] = keep(proposal.original, path.stem, settings)
        if write_new(path, _file(proposal, values)):
            return path
    raise AssertionError("names do not run out")


def _file(proposal: Proposal, values: Mapping[str, str]) -> bytes:
    text = proposal.markdown or body(PlainText(proposal.text, proposal.pages))
    if values.get("body") == "withheld":
        text = ""
    return f"{front_matter(values)}\n{text}\n".encode("utf-8", "replace")


def _pieces(given: Input) -> Iterator[tuple[Piece, str]]:
    """Read the articles of a file, each with a name to show; what is wrong comes as a piece, too."""
    try:
        pieces = reader_for(given.original.suffix)(given.original.data, given.name)
        first = next(pieces, None)
    except Unreadable as wrong:
        problem = Problem(wrong.message, Where(given.name), wrong.hint)
        if wrong.at:
            problem = replace(wrong.at, message=wrong.message, hint=wrong.hint)
        first, pieces = Piece(problems=(problem,)), iter(())
    if first is None:
        hint = "check that it is the right file"
        first = Piece(problems=(Problem("no article was found in this file", Where(given.name), hint),))
    for number, piece in enumerate(chain([first], pieces), 1):
        yield piece, f"{given.name}#{number}" if given.original.shared else given.name
