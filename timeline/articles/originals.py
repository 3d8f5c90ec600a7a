"""The files as they came in, kept unchanged in `content/originals/`; nothing there is ever overwritten."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import mkstemp

from timeline.articles.folder import article_files, shown_path
from timeline.articles.proposal import Original
from timeline.config import Settings
from timeline.model import Article
from timeline.problems import CannotStart, Problem, Severity, Where

TEMPORARY = ".timeline-tmp-"
_NAMED = 5  # originals that a message names


def keep(original: Original, name: str, settings: Settings) -> str:
    """Write the original, as `name` unless others share it, and return its path below `content/`."""
    folder = inside(settings.content / "originals", settings)
    stem = original.name if original.shared else name
    for path in free_paths(folder, stem, original.suffix):
        if path.exists() and digest_of(path) == original.sha256:
            break
        if write_new(path, original.data):
            break
    return f"originals/{path.name}"


def free_paths(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    """Yield NAME, NAME-2, NAME-3 and so on."""
    for number in count(1):
        yield folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"


def write_new(path: Path, data: bytes) -> bool:
    """Write a file that is not there yet, whole or not at all; False where there is one of this name."""
    handle, name = mkstemp(prefix=TEMPORARY, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        return _named(Path(name), path)
    finally:
        with suppress(FileNotFoundError):
            Path(name).unlink()


def _named(temporary: Path, path: Path) -> bool:
    """Give the file its name in one step that fails where the name is taken."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        temporary.rename(path)
    return True


def inside(folder: Path, settings: Settings) -> Path:
    """Make a folder of the project. Raises CannotStart where a symbolic link leads it out of the project."""
    if not folder.resolve().is_relative_to(settings.project.resolve()):
        where = Where(folder.relative_to(settings.project).as_posix())
        raise CannotStart(Problem("this folder leads out of the project: nothing is written there", where))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal figures."""
    return sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    state = path.stat()
    return _digest_of(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=16)
def _digest_of(path: Path, _changed: int, _size: int) -> str:
    """Remember the last ones: a table of many articles is one original, asked for with each."""
    return digest(path.read_bytes())


def check_originals(articles: tuple[Article, ...], settings: Settings) -> tuple[Problem, ...]:
    """Return a warning for each original that is no longer what came in.

    One that is not there gives none: originals may be kept out of a repository.
    """
    home = settings.content.resolve()
    problems = []
    for article in articles:
        path = settings.content / article.original
        if (
            not article.original
            or not article.sha256
            or not path.is_file()
            or not path.resolve().is_relative_to(home)
        ):
            continue
        if digest_of(path) != article.sha256:
            hint = "put the file back as it was; or, if the change is meant, update sha256 in the article"
            message = f"the original content/{article.original} is not the one that came in"
            problems.append(Problem(message, Where(article.path), hint, Severity.WARNING))
    return tuple(problems)


def check_left_over(articles: tuple[Article, ...], settings: Settings) -> tuple[Problem, ...]:
    """Return a note on originals that no article names any more, as when its file was deleted.

    What an article that could not be read names counts as named.
    """
    folder = settings.content / "originals"
    there = sorted(p.name for p in folder.iterdir() if _is_kept(p)) if folder.is_dir() else []
    named = {Path(article.original).name for article in articles if article.original}
    left = [name for name in there if name not in named]
    left = [name for name in left if not _is_named_by_another(name, articles, settings)] if left else []
    if not left:
        return ()
    several = f", nor from {_some(left[1:])}" if left[1:] else ""
    message = f"no article is made from this original any more{several}"
    hint = "put the article back into content/articles/, or, if it is gone for good, delete the original too"
    where = Where(f"content/originals/{left[0]}")
    return (Problem(message, where, f"{hint}: rm content/originals/{left[0]}", Severity.NOTE),)


def _is_kept(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _is_named_by_another(name: str, articles: tuple[Article, ...], settings: Settings) -> bool:
    """Tell whether the file of an article that was left out for a mistake of its own has this name in it."""
    read = {article.path for article in articles}
    others = (path for path in article_files(settings) if shown_path(path, settings) not in read)
    return any(name.encode() in path.read_bytes() for path in others)


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
