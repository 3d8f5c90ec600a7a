"""`timeline dates` and `timeline explain`: time expressions alone, without a project or a page.

Both give text back, the command line prints it. `answer_file` reads one document (plain text, an article with
front matter, or TimeML) and writes it as a table for people, as JSON, or as TimeML; `answer_lines` reads and
writes JSON lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal, cast

from timeline.problems import CannotStart, Problem, Where
from timeline.temporal import Mention, find, is_known, jsonl, timeml
from timeline.temporal.edtf import EdtfError, When

if TYPE_CHECKING:
    from timeline.events import Tie
    from timeline.model import Article, Candidate, Extraction, Sentence
    from timeline.store import State

Narrative = Literal["auto", "news", "history"]
HEADINGS = ("words", "type", "value", "date", "why")
BOLD, FAINT, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
WHY = 4  # the column that is printed faintly
_BESIDE = 40  # articles that one is held against: those that tell most of the same


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asked for: `form` is table, json or timeml (None = as the file suggests)."""

    published: str | None = None
    language: str | None = None
    narrative: str = "auto"
    form: str | None = None
    colour: bool = False

    @property
    def mode(self) -> Narrative:
        """The narrative as `find` takes it."""
        return cast("Narrative", self.narrative)


@dataclass(frozen=True, slots=True)
class Document:
    """A text and what its dates are read against."""

    name: str
    text: str
    published: str | None = None
    language: str = "en"


def answer_lines(stream: Iterable[bytes], asked: Asked) -> Iterator[tuple[str, bool]]:
    """Answer JSON lines, one for one and in order; the flag is False where a line could not be read."""
    for line in stream:
        if line.strip():
            answer, good = jsonl.answer(
                line.decode("utf-8", errors="surrogateescape").lstrip("\ufeff"),
                published=asked.published,
                language=asked.language or "en",
                narrative=asked.mode,
            )
            yield answer + "\n", good


def answer_file(name: str, stream: IO[bytes], asked: Asked) -> Iterator[tuple[str, bool]]:
    """Answer one document. Raises CannotStart where it is not text or the day given is no date."""
    document = _document(name, stream.read(), asked)
    form = asked.form or ("timeml" if name.endswith((".tml", ".xml")) else "table")
    language = _known(asked.language or document.language)
    published = _published(document, asked)
    mentions = find(document.text, published=published, language=language, narrative=asked.mode)
    if form == "json":
        records = [jsonl.record(m) for m in mentions]
        yield json.dumps({"id": name, "mentions": records}, ensure_ascii=False, indent=2) + "\n", True
    elif form == "timeml":
        written = timeml.Document(document.name, published, document.text)
        yield timeml.write(written, mentions), True
    else:
        dated = published is not None
        yield "".join(line + "\n" for line in table(mentions, dated=dated, colour=asked.colour)), True


def table(mentions: Iterable[Mention], *, dated: bool = True, colour: bool = False) -> Iterator[str]:
    """Lay the mentions out in columns: words, type, value, date, why.

    `dated` says whether there was a day to read relative words against.
    """
    rows = [HEADINGS, *(_row(m, dated=dated) for m in mentions)]
    if len(rows) == 1:
        yield "no time expressions found"
        return
    widths = [min(max(len(row[i]) for row in rows), 34) for i in range(WHY)]
    for number, row in enumerate(rows):
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        why = f"{FAINT}{row[WHY]}{PLAIN}" if colour and number else row[WHY]
        line = "  ".join([*cells, why]).rstrip()
        yield f"{BOLD}{line}{PLAIN}" if colour and not number else line


def explain_phrase(phrase: str, *, published: str | None, language: str) -> tuple[tuple[str, ...], bool]:
    """Return the lines that show how a phrase is read, and whether any time was found in it."""
    from timeline.temporal import explain

    derivation = explain(phrase, published=_checked(published), language=_known(language))
    return derivation.lines(), bool(derivation.steps)


def explain_file(
    path: Path, project: Path, *, published: str | None, alone: bool = False
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return, sentence by sentence, what an article's times are, what was taken, and why.

    Unless `alone`, an article of a project is held against its other articles: what was joined, and why.
    """
    from timeline import articles, events, store
    from timeline.config import Settings

    settings = Settings(project=_home(path.resolve(), project))
    article, problems = articles.read_article(path.resolve(), settings)
    if article is None:
        return (), problems
    if published:
        article = replace(article, published=_checked(published), written=None)
    extraction = events.extract(article, settings)
    state = store.load(settings, articles.read_articles(settings)[0])
    found = _Found(
        {candidate.id: candidate for candidate in extraction.candidates},
        store.whereabouts(state, article.id),
        {} if alone else _ties(article, extraction, state),
    )
    lines = [line for sentence in extraction.sentences for line in _sentence_lines(sentence, found)]
    return (*_heading(article), *lines), problems


def why_no_file(path: Path, project: Path) -> str:
    """Say that a file is not there; and of an article that the project cites, where it may be."""
    from timeline import articles, store
    from timeline.config import Settings

    settings = Settings(project=project)
    here = store.load(settings, articles.read_articles(settings)[0]).articles
    article = here.get(articles.slug(path.stem))
    if article is None:
        return f"there is no file {path}."
    if article.absent:
        return (
            f"the text of {article.id} is not here: its facts stand in content/timeline.lock, its file is "
            "with whoever took it in. Put it into content/articles/ to see how it is read."
        )
    return f"there is no file {path}; the article {article.id} is {article.path}."


@dataclass(frozen=True, slots=True)
class _Found:
    """What an article tells by id, what became of it, and what it was joined with."""

    candidates: Mapping[str, Candidate]
    whereabouts: Mapping[str, str]
    ties: Mapping[str, tuple[Tie, ...]]


def _ties(article: Article, extraction: Extraction, state: State) -> Mapping[str, tuple[Tie, ...]]:
    """Join what the articles nearest to it tell, as if they were taken in together, and return why."""
    from timeline import events, store
    from timeline.model import Timeline

    together = {other.id: other for other in store.related(state, article, _BESIDE)}
    known = state.articles.get(article.id, article)
    article = replace(article, twin_of=known.twin_of)  # only together are near-identical texts known
    told = [extraction, *(events.extract(other, state.settings) for other in together.values())]
    candidates = [candidate for one in told for candidate in one.candidates]
    return events.ties(candidates, Timeline((), {**together, article.id: article}), state.settings)


def _heading(article: Article) -> tuple[str, ...]:
    anchor = article.anchor
    read_against = f"read against {anchor}" if anchor else "no publication date"
    return ": ".join(filter(None, (article.id, article.title))), read_against, ""


def _sentence_lines(sentence: Sentence, found: _Found) -> Iterator[str]:
    yield " ".join(sentence.text.split())
    for time in sentence.times:
        yield f"    time   {time}"
    for taken in sentence.taken:
        name = _id_of(taken)
        yield f"    taken  {taken}{_told(found.candidates.get(name))}"
        if fate := found.whereabouts.get(name):
            yield f"           {fate}"
        for tie in found.ties.get(name, ()):
            yield from _tie_lines(tie)
    if sentence.why:
        yield f"    {'why  ' if sentence.taken else 'left '}  {sentence.why}"


def _told(candidate: Candidate | None) -> str:
    """Return the date and the headline of what was taken."""
    return f"  {candidate.when or 'no date'}  {candidate.title}" if candidate else ""


def _id_of(taken: str) -> str:
    """Return the id that a line about something taken begins with."""
    return taken.partition(" ")[0]


def _tie_lines(tie: Tie) -> Iterator[str]:
    """Say which telling of which article it was joined with, or is like, and on the next line why."""
    from timeline.wording.reasons import reason

    told = {"article": tie.other.article, "sentence": " ".join(tie.other.sentence.split())}
    yield f"           {reason('joined' if tie.is_joined else 'like', told)}"
    yield f"               {'; '.join(reason(r.key, r.values) for r in tie.reasons)}"


def _home(path: Path, project: Path) -> Path:
    """Return the folder that an article is read in: its project, or its own folder."""
    return project if path.is_relative_to(project) else path.parent


def _row(mention: Mention, *, dated: bool) -> tuple[str, ...]:
    said = f"{mention.signal} {mention.text}" if mention.signal else mention.text
    value = f"{mention.value} {mention.mod}" if mention.mod else mention.value
    date = str(mention.when) if mention.when else ""
    lacking = not dated and mention.when is None and mention.type in {"DATE", "TIME"} and "X" in mention.value
    reasons = (*mention.assumed, "no day of publication") if lacking else mention.assumed
    why = "; ".join((*reasons, f"rules {' '.join(mention.rules)}"))
    unread = f"; left unread: {mention.unread}" if mention.unread else ""
    return " ".join(said.split()), mention.type, value or "", date, why + unread


def _document(name: str, data: bytes, asked: Asked) -> Document:
    text = _decoded(name, data)
    if name.endswith((".tml", ".xml")):
        return _of_timeml(name, text)
    if name.endswith(".md") and text.startswith("---"):
        return _of_article(Path(name))
    return Document(name, text, asked.published, asked.language or "en")


def _of_timeml(name: str, text: str) -> Document:
    try:
        read = timeml.read(text)
    except timeml.NotTimeML as error:
        raise CannotStart(Problem(str(error), Where(name))) from error
    return Document(read.name or name, read.text, str(read.published) if read.published else None)


def _of_article(path: Path) -> Document:
    from timeline import articles
    from timeline.config import Settings

    article, problems = articles.read_article(path.resolve(), Settings(project=path.resolve().parent))
    if article is None:
        raise CannotStart(problems[0])
    anchor = str(article.anchor) if article.anchor else None
    return Document(str(path), article.text, anchor, article.language)


def _known(language: str) -> str:
    """Pass a language on. Raises CannotStart for one that neither a grammar nor dateparser knows."""
    if not is_known(language):
        problem = f"nothing is known about the language {language!r}"
        raise CannotStart(Problem(problem, hint="write its code: en, fr, de"))
    return language


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotStart(
            Problem(
                "this is not text in UTF-8", Where(name, line), "save it as UTF-8, or use `timeline add`."
            )
        ) from error


def _published(document: Document, asked: Asked) -> When | None:
    return _checked(asked.published or document.published)


def _checked(day: str | None) -> When | None:
    """Read the day that a person gave. Raises CannotStart, with the place in it that cannot be read."""
    if not day:
        return None
    try:
        return When.parse(day)
    except EdtfError as error:
        raise CannotStart(
            Problem(
                f"--published {day}: {error.message}", hint=error.hint or "write a day such as 2024-05-03."
            )
        ) from error
