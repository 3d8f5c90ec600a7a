"""What is given to `timeline add`: files, folders, pasted text.

And what a catalogue says about each of them.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from timeline.articles.folder import short_slug
from timeline.articles.originals import digest
from timeline.articles.proposal import Original
from timeline.articles.readers import SEVERAL, SUFFIXES
from timeline.articles.readers.piece import Unreadable, Words
from timeline.articles.readers.table import Catalogue
from timeline.problems import Problem, Severity, Where

LARGEST = 100_000_000

Source = Path | bytes | str

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SAVED_PARTS = re.compile(
    r"(.+)(?:_files|\.files|-Dateien|_fichiers|_archivos)"
)  # what browsers put beside a saved page


@dataclass(frozen=True, slots=True)
class Input:
    """One file, as it came in, and its row of the catalogue."""

    name: str
    original: Original
    row: dict[str, Words] = field(default_factory=dict)


def input_of(name: str, data: bytes, suffix: str, row: dict[str, Words] | None = None) -> Input:
    """Return a file's content as what comes in."""
    stem = short_slug(PurePath(name).stem) or "articles"
    return Input(name, Original(data, digest(data), stem, suffix, shared=suffix in SEVERAL), row or {})


def inputs_of(sources: Sequence[Source], metadata: Path | None) -> Iterator[Input | Problem]:
    """Yield what is given, in order; for what cannot be read, a problem."""
    try:
        catalogue = Catalogue(metadata.read_bytes(), metadata.name) if metadata else None
    except (Unreadable, OSError) as error:
        hint = getattr(error, "hint", "")
        yield Problem(f"this catalogue cannot be read: {error}", Where(str(metadata)), hint)
        return
    if catalogue and catalogue.unknown:
        message = f"columns that are not used: {', '.join(catalogue.unknown)}"
        yield Problem(message, Where(catalogue.name, 1), severity=Severity.NOTE)
    for source in sources:
        yield from _inputs(source, catalogue, metadata)
    yield from catalogue.unused() if catalogue else ()


def _inputs(source: Source, catalogue: Catalogue | None, metadata: Path | None) -> Iterator[Input | Problem]:
    if isinstance(source, bytes):
        yield _pasted(source)
    elif isinstance(source, str) and _ADDRESS.fullmatch(source):
        yield _address(source)
    elif not (path := Path(source)).exists():
        yield Problem(
            "there is no such file",
            Where(str(source)),
            "check the name; text is pasted with `timeline add -`",
        )
    elif path.is_dir():
        yield from _folder(path, catalogue, metadata)
    else:
        yield _file(path, path.name, catalogue)


def _pasted(data: bytes) -> Input | Problem:
    text = data.strip()
    if not text:
        return Problem(
            "no text was pasted", Where("-"), "copy the text of the article, then run `timeline add -`"
        )
    if len(text) < 2000 and (_ADDRESS.fullmatch(address := text.decode("utf-8", "replace"))):  # noqa: PLR2004 - no address is longer
        return _address(address)
    is_page = re.match(rb"<(?:!doctype html|html|head|body)\b", text, re.IGNORECASE)
    return input_of("pasted text", data, ".html" if is_page else ".txt")


def _address(url: str) -> Problem:
    hint = (
        "open it in a browser and save it: Ctrl-S (⌘-S), as “web page, complete” or “single file”; "
        f"then `timeline add SAVED-FILE --url {url}`"
    )
    return Problem("pages are not fetched from the web", Where(url), hint)


def _folder(folder: Path, catalogue: Catalogue | None, metadata: Path | None) -> Iterator[Input | Problem]:
    """Yield the readable files of a folder; of the others, only how many they are."""
    paths = [p for p in _files(folder) if not (metadata and p.resolve() == metadata.resolve())]
    wanted = [p for p in paths if p.suffix.lower() in SUFFIXES]
    left = Counter(p.suffix.lower() or "without a suffix" for p in paths if p.suffix.lower() not in SUFFIXES)
    if left:
        others = ", ".join(f"{number} {suffix}" for suffix, number in sorted(left.items()))
        yield Problem(f"files of other kinds are left: {others}", Where(str(folder)), severity=Severity.NOTE)
    for path in wanted:
        yield _file(path, path.relative_to(folder).as_posix(), catalogue)
    if not wanted:
        hint = f"what can be read: {', '.join(suffix.removeprefix('.') for suffix in SUFFIXES)}"
        yield Problem("no article was found in this folder", Where(str(folder)), hint)


def _files(folder: Path) -> Iterator[Path]:
    for parent, names, files in os.walk(folder):
        pages = {Path(name).stem for name in files if name.lower().endswith((".html", ".htm"))}
        names[:] = sorted(n for n in names if not n.startswith(".") and not _belongs(n, pages))
        yield from (Path(parent, name) for name in sorted(files) if not name.startswith((".", "~$")))


def _belongs(name: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page saved beside it."""
    saved = _SAVED_PARTS.fullmatch(name)
    return bool(saved and saved[1] in pages)


def _file(path: Path, shown: str, catalogue: Catalogue | None) -> Input | Problem:
    try:
        if path.stat().st_size > LARGEST:
            return Problem(
                f"this file is larger than {LARGEST // 1_000_000} MB", Where(str(path)), "split it"
            )
        data = path.read_bytes()
    except OSError as error:
        return Problem(
            f"this file cannot be read: {error.strerror or error}", Where(str(path)), "check its permissions"
        )
    if not data.strip():
        return Problem("this file is empty", Where(str(path)), "save it again")
    return input_of(shown, data, path.suffix.lower(), catalogue.row(shown) if catalogue else None)
