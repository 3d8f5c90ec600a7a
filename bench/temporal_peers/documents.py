"""The documents that all peers read: a folder of annotated ones, or generated news-like text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from news_sentences import article

if TYPE_CHECKING:
    from temporal_peers.scoring import Timex

_DAYS = ("1998-01-08", "2001-09-12", "2010-06-15", "2019-12-31", "2024-05-03")


@dataclass(frozen=True, slots=True)
class Document:
    """A text, the day it was published, and the expressions in it; None where nobody has annotated it."""

    name: str
    published: str
    text: str
    expected: tuple[Timex, ...] | None = None

    @property
    def size(self) -> int:
        """Bytes of the text in UTF-8."""
        return len(self.text.encode())


def sets(folder: Path | None, names: list[str], generated_kb: int) -> dict[str, list[Document]]:
    """Give the documents by the name of their set."""
    if folder is None or not folder.is_dir():
        return {"generated": generated(generated_kb)}
    paths = [path for path in sorted(folder.glob("*.json")) if not names or path.stem in names]
    return {path.stem: annotated(path) for path in paths}


def annotated(path: Path) -> list[Document]:
    """Read `[{doc, dct, text, timexes: [[start, end, type, value, …]]}]`."""
    return [
        Document(
            name=one["doc"],
            published=one["dct"][:10],
            text=one["text"],
            expected=tuple((start, end, kind, value) for start, end, kind, value, *_ in one["timexes"]),
        )
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]


def generated(kilobytes: int) -> list[Document]:
    """Make news-like documents of about two kilobytes; always the same ones."""
    return [
        Document(f"generated-{at}", _DAYS[at % len(_DAYS)], article(Random(at), 2000))  # noqa: S311 -- nothing secret
        for at in range(max(1, kilobytes // 2))
    ]
