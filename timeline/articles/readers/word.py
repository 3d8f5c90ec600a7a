"""Word documents (DOCX): paragraphs, lists and tables in their order, and the document's properties."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from timeline.articles.readers.piece import CELLS, Piece, Unreadable, Words
from timeline.articles.readers.plain import FIRST_LINE, split_title, without_title

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
            yield from (line for line in map(str.strip, block.text.split("\n")) if line)


def _cells(row: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    seen = None
    for cell in row.cells:
        if cell._tc is not seen:  # noqa: SLF001 - a merged cell is given once for each column that it spans
            yield " ".join(cell.text.split())
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
