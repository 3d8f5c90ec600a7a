"""Readers of what comes in from outside: one for each form of file.

A reader gets the bytes of a file and its name, and gives one `Piece` for each article in it, or raises
`Unreadable`. Which reader a file is for stands in `READERS`, by the end of its name; the costly packages are
imported by the readers themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from timeline.articles.readers.piece import Piece, Unreadable

Reader = Callable[[bytes, str], Iterator[Piece]]

_WHERE = {
    ".md": "plain",
    ".markdown": "plain",
    ".txt": "plain",
    ".text": "plain",
    ".html": "webpage",
    ".htm": "webpage",
    ".xhtml": "webpage",
    ".mhtml": "webarchive",
    ".mht": "webarchive",
    ".webarchive": "webarchive",
    ".pdf": "pdf",
    ".docx": "word",
    ".tml": "timeml",
    ".xml": "timeml",
    ".jsonl": "records",
    ".ndjson": "records",
    ".json": "records",
    ".csv": "table",
    ".tsv": "table",
}
SUFFIXES = tuple(_WHERE)
SEVERAL = {".jsonl", ".ndjson", ".json", ".csv", ".tsv"}  # a file of these holds many articles

_FOREIGN = {"webpage", "webarchive", "pdf", "word"}  # forms that packages of others read for us

FOREIGN = frozenset(suffix for suffix, module in _WHERE.items() if module in _FOREIGN)
_PICTURES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".heic", ".gif", ".bmp"}
_OTHERS = {
    ".doc": "open it in a word processor and save it as DOCX",
    ".odt": "open it in a word processor and save it as DOCX",
    ".rtf": "open it in a word processor and save it as DOCX",
    ".pages": "open it and export it as Word (DOCX) or PDF",
    ".epub": "convert it to HTML or text first",
    ".zip": "unpack it, and give the folder",
    ".eml": "save the article itself as text or HTML",
    ".xlsx": "save the sheet as CSV",
    ".xls": "save the sheet as CSV",
    ".url": "open the page in a browser and save it (Ctrl-S), then give the saved file",
    ".webloc": "open the page in a browser and save it (Ctrl-S), then give the saved file",
}


def reader_for(suffix: str) -> Reader:
    """Return the reader for files whose names end so. Raises Unreadable, which says what to do instead."""
    suffix = suffix.lower()
    if suffix in _WHERE:
        read: Reader = import_module(f"{__name__}.{_WHERE[suffix]}").read
        return _guarded(read) if _WHERE[suffix] in _FOREIGN else read
    if suffix in _PICTURES:
        hint = (
            "make text of it first: `ocrmypdf --image-dpi 300 PICTURE out.pdf`, then `timeline add out.pdf`"
        )
        raise Unreadable("this is a picture, without a text to read", hint)
    hint = _OTHERS.get(suffix, f"what can be read: {', '.join(s.removeprefix('.') for s in SUFFIXES)}")
    raise Unreadable(f"files of this kind ({suffix or 'no suffix'}) are not read", hint)


def _guarded(read: Reader) -> Reader:
    """Return a reader for which all that others' packages raise over a broken file means a broken file."""

    def pieces(data: bytes, name: str) -> Iterator[Piece]:
        try:
            yield from read(data, name)
        except Unreadable:
            raise
        except Exception as error:
            message = f"this file is broken ({type(error).__name__}: {error})"
            raise Unreadable(
                message, "save it again with the program that made it, or give its text"
            ) from error

    return pieces


__all__ = ["SEVERAL", "SUFFIXES", "Piece", "Reader", "Unreadable", "reader_for"]
