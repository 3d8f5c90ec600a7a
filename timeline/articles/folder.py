"""The folder `content/articles/`: every `.md` and `.txt` file in it is one article.

`read_articles(settings)` reads them all. An article that cannot be read is left out and its problems are
returned; the rest goes on. Nothing outside the project folder is read, whatever symbolic links say.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.articles.dates import Publication
from timeline.articles.front_matter import Fields, no_front_matter, read_fields, split
from timeline.articles.markdown_text import plain_text, title_heading
from timeline.articles.twins import with_twins
from timeline.config import Settings
from timeline.model import Article, Body, Retraction
from timeline.problems import Problem, Severity, Where
from timeline.temporal.days import Day
from timeline.temporal.edtf import When

SUFFIXES = (".md", ".txt")
LONGEST_ID = 60  # characters of an id that is made of a name
LARGEST = 8_000_000  # bytes: the longest novels have half of that

_NOT_OF_ID = re.compile(r"[^a-z0-9]+")

Found = tuple[Article | None, tuple[Problem, ...]]


class Kept:
    """Articles as they were read before, for a preview, which reads them again at every change.

    An article is read anew when the bytes of its file or the settings are not the same.
    """

    def __init__(self) -> None:
        self._settings: Settings | None = None
        self._found: dict[Path, tuple[str, Found]] = {}

    def begin(self, settings: Settings) -> None:
        """Begin a reading of all articles."""
        if settings != self._settings:
            self._settings, self._found = settings, {}

    def read(self, path: Path, text: str, settings: Settings) -> Found:
        """Return what the text of a file holds."""
        kept = self._found.get(path)
        if kept is None or kept[0] != text:
            kept = self._found[path] = (text, _read_text(path, text, settings))
        return kept[1]


def read_articles(
    settings: Settings, kept: Kept | None = None
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Read every article, sorted by id, `twin_of` filled in; and say what is wrong with the others."""
    if kept:
        kept.begin(settings)
    by_id: dict[str, Article] = {}
    problems: list[Problem] = []
    for path in article_files(settings, problems):
        article, found = read_article(path, settings, kept)
        problems += found
        if article is None:
            continue
        if first := by_id.get(article.id):
            problems.append(_used_twice(article, first))
        else:
            by_id[article.id] = article
    return with_twins([by_id[name] for name in sorted(by_id)]), tuple(problems)


def read_article(path: Path, settings: Settings, kept: Kept | None = None) -> Found:
    """Read one file; None where there is an error among the problems. `twin_of` is left empty."""
    text, problem = _file_text(path, shown_path(path, settings))
    if problem:
        return None, (problem,)
    return kept.read(path, text, settings) if kept else _read_text(path, text, settings)


def _read_text(path: Path, text: str, settings: Settings) -> Found:
    shown = shown_path(path, settings)
    parts = split(text)
    if parts.yaml is None:
        return None, (no_front_matter(text, shown),)
    fields = read_fields(parts.yaml, shown, settings.language)
    name = str(fields.values.get("id") or slug(path.stem))
    if not name:
        fields.problems.append(_no_id(path, shown))
    if any(p.is_error for p in fields.problems):
        return None, tuple(fields.problems)
    article = _article(name, shown, fields, settings, Where(shown, parts.body_line, 1))
    return _with_text(article, parts.body, fields, is_markdown=path.suffix.lower() == ".md")


def article_files(settings: Settings, problems: list[Problem] | None = None) -> Iterator[Path]:
    """Yield the articles' files in the order of their paths; `problems` gets what must not be followed."""
    home = settings.project.resolve()
    top = settings.content / "articles"
    if top.is_dir() and not top.resolve().is_relative_to(home):
        _add(problems, _outside(shown_path(top, settings)))
        return
    for folder, names, files in os.walk(top):
        names[:] = sorted(n for n in names if not n.startswith("."))
        for name in sorted(names):
            if (path := Path(folder, name)).is_symlink():
                _add(problems, _link(shown_path(path, settings)))
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith(".") or path.suffix.lower() not in SUFFIXES:
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(home):
                _add(problems, _outside(shown_path(path, settings)))
            elif path.is_symlink() and not path.exists():
                _add(problems, _leads_nowhere(shown_path(path, settings)))
            else:
                yield path


def check_days(articles: tuple[Article, ...], today: Day) -> tuple[Problem, ...]:
    """Return a warning for each day of an article that is later than today."""
    return tuple(
        Problem(f"{what} {when} lies in the future", Where(a.path), "check the day", Severity.WARNING)
        for a in articles
        for what, when in _days(a)
        if when is not None and when.first is not None and when.first > today
    )


def _days(article: Article) -> Iterator[tuple[str, When | None]]:
    yield "the publication day", article.published
    yield "the dateline's day", article.written
    if article.retracted:
        yield "the day of the retraction", article.retracted.date


def slug(name: str) -> str:
    """Return a name as an id: lower case, without accents, everything else than a-z and 0-9 a hyphen."""
    if not name.isascii():
        from unicodedata import normalize

        name = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_OF_ID.sub("-", name.lower()).strip("-")


def short_slug(name: str) -> str:
    """Return a name as an id of at most 60 characters, cut between words."""
    full = slug(name)
    if len(full) <= LONGEST_ID:
        return full
    return full[: LONGEST_ID + 1].rpartition("-")[0] or full[:LONGEST_ID]


def shown_path(path: Path, settings: Settings) -> str:
    """Return a path as problems show it: below the project folder, with slashes."""
    try:
        return path.relative_to(settings.project).as_posix()
    except ValueError:
        return path.as_posix()


def _file_text(path: Path, shown: str) -> tuple[str, Problem | None]:
    try:
        with path.open("rb") as file:
            size = min(os.fstat(file.fileno()).st_size, LARGEST)
            data = file.read(size + 1)  # room for the largest would have to be made for each file
            data += file.read(LARGEST - size) if len(data) > size else b""
    except OSError as error:
        return "", Problem(
            f"this file cannot be read: {error.strerror or error}", Where(shown), "check its permissions"
        )
    if len(data) > LARGEST:
        return "", Problem(
            f"this file is larger than {LARGEST // 1_000_000} MB",
            Where(shown),
            "split it: an article is one published piece",
        )
    if not data.strip():
        return "", Problem("this file is empty", Where(shown), "write front matter and text, or delete it")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), None
    except UnicodeDecodeError as error:
        return "", _not_utf8(data, error, shown)


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> Problem:
    line = data.count(b"\n", 0, error.start) + 1
    begin = data.rfind(b"\n", 0, error.start) + 1
    excerpt = data[begin : begin + 400].split(b"\n")[0].decode("utf-8", "replace").rstrip("\r")
    column = len(data[begin : error.start].decode("utf-8", "replace")) + 1
    hint = "save the file as UTF-8 (in your editor: save with encoding), or take it in with `timeline add`"
    return Problem(
        f"byte {data[error.start]:#04x} is not UTF-8",
        Where(shown, line, column),
        hint,
        Severity.ERROR,
        excerpt,
    )


def _article(name: str, shown: str, fields: Fields, settings: Settings, where: Where) -> Article:
    values = fields.values
    texts = {key: str(value) for key, value in values.items() if isinstance(value, str) and key != "body"}
    published = values["published"]
    assert isinstance(published, Publication)  # noqa: S101 - its reader gives nothing else
    written, retracted = values.get("written"), values.get("retracted")
    given: dict[str, Any] = {"language": settings.language} | texts
    given |= {
        "id": name,
        "path": shown,
        "text": "",
        "published": published.when,
        "published_minute": published.minute,
        "written": written if isinstance(written, When) else None,
        "body": Body(str(values.get("body", Body.VERBATIM))),
        "retracted": retracted if isinstance(retracted, Retraction) else None,
        "ocr": bool(values.get("ocr")),
        "where": where,
    }
    return Article(**given)


def _with_text(article: Article, body: str, fields: Fields, *, is_markdown: bool) -> Found:
    problems = list(fields.problems)
    where = article.where
    if article.body is Body.WITHHELD:
        if body.strip():
            hint = "delete the text, or write body: verbatim; as it stands the text is not read"
            problems.append(
                Problem("the text is said to be withheld, and stands here", where, hint, Severity.WARNING)
            )
        return article, tuple(problems)
    title, body = title_heading(body, article.title) if is_markdown else ("", body)
    article = replace(article, title=article.title or title)
    plain = plain_text(body, is_markdown=is_markdown)
    if not plain.text:
        hint = (
            "put the text below the front matter; or write body: withheld, if it is not to be in the project"
        )
        problems.append(Problem("this article has no text", where, hint, Severity.WARNING))
    return replace(article, text=plain.text, pages=plain.pages), tuple(problems)


def _used_twice(article: Article, first: Article) -> Problem:
    hint = f"rename the file, or give it an id of its own (a line such as `id: {article.id}-2`)"
    return Problem(f"the id {article.id!r} is taken by {first.path}", Where(article.path, 1), hint)


def _no_id(path: Path, shown: str) -> Problem:
    hint = "add a line such as `id: niger-2024-05-02`, or rename the file with letters a-z and figures"
    return Problem(f"no id can be made of the name {path.name!r}", Where(shown, 1, 1), hint)


def _leads_nowhere(shown: str) -> Problem:
    message = "this symbolic link leads to no file"
    return Problem(message, Where(shown), "put the file itself there, or delete the link")


def _outside(shown: str) -> Problem:
    return Problem(
        "this leads out of the project folder and is not read", Where(shown), "copy the file into the project"
    )


def _link(shown: str) -> Problem:
    hint = "move the folder itself here"
    return Problem("a symbolic link to a folder is not followed", Where(shown), hint, Severity.WARNING)


def _add(problems: list[Problem] | None, problem: Problem) -> None:
    if problems is not None:
        problems.append(problem)
