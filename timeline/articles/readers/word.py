"""Word documents (DOCX): paragraphs, lists and tables in their order, and the document's properties."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from timeline.articles.readers.piece import CELLS, Piece, Unreadable, Words
from timeline.articles.readers.plain import FIRST_LINE, split_title, without_title

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _MOVED_AWAY, _TABS = f"{_W}p", f"{_W}moveFrom", f"{_W}tabs"
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OF_A_LINE = (f"{_W}t", *(f"{_W}{name}" for name in _MARKS))  # text that was deleted is `delText`
LARGEST = 200_000_000  # unpacked: a zip file of a few kilobytes can hold gigabytes of nothing
_AGAIN = "open it in a word processor and save it as DOCX again"


def read(data: bytes, _name: str) -> Iterator[Piece]:
    """Yield the one article of a document."""
    document = _opened(data)
    text = "\n\n".join(_blocks(document))
    if not text:
        raise Unreadable(
            "this document has no text", "if it holds pictures of pages, make a PDF of it and run `ocrmypdf`"
        )
    stated = _stated(document)
    if "title" in stated:
        yield Piece(without_title(text, stated["title"].value), stated=stated, proposed=_proposed(document))
        return
    title, body = split_title(text)
    if title:
        stated["title"] = Words(title, FIRST_LINE)
    yield Piece(body, stated=stated, proposed=_proposed(document))


def _opened(data: bytes) -> Any:  # noqa: ANN401 - python-docx has no types
    from docx import Document

    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
    except BadZipFile as error:
        raise Unreadable(f"this is no DOCX document ({error})", _AGAIN) from None
    if size > LARGEST:
        raise Unreadable("this document unpacks to more than 200 MB", _AGAIN)
    return Document(BytesIO(data))


def _blocks(document: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            rows = (CELLS.join(_cells(row)) for row in block.rows)
            yield from (row for row in rows if row.strip(" |"))
        else:
            yield from (line for line in map(str.strip, _words(block._p).split("\n")) if line)  # noqa: SLF001


def _words(paragraph: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Return a paragraph as it reads once all tracked changes are accepted.

    python-docx leaves out what was inserted, and what stands in fields that a template asks to fill in.
    """
    return "".join(
        _MARKS.get(node.tag.rpartition("}")[2], node.text or "")
        for node in paragraph.iter(*_OF_A_LINE)
        if next(node.iterancestors(_P)) is paragraph  # a box of text is a paragraph in a paragraph
        and next(node.iterancestors(_MOVED_AWAY), None) is None
        and next(node.iterancestors(_TABS), None) is None
    )


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    seen = None
    for cell in row.cells:
        if cell._tc is not seen:  # noqa: SLF001 - a merged cell is given once for each column that it spans
            yield " ".join(" ".join(_words(p._p) for p in cell.paragraphs).split())  # noqa: SLF001 - as below
        seen = cell._tc  # noqa: SLF001 - as above


def _stated(document: Any) -> dict[str, Words]:  # noqa: ANN401 - as above
    told = document.core_properties
    values = {
        "title": told.title,
        "author": told.author,
        "language": (told.language or "").partition("-")[0].lower(),
    }
    return {
        key: Words(" ".join(value.split()), "the document's properties")
        for key, value in values.items()
        if value and value != "python-docx"
    }


def _proposed(document: Any) -> dict[str, Words]:  # noqa: ANN401 - as above
    try:
        made = document.core_properties.created
    except ValueError:
        return {}
    return {"made": Words(f"{made:%Y-%m-%d}", "the day the document was made")} if made else {}
