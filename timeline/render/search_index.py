"""The search index of a story in parts: small classic scripts, because fetch and modules fail on file://.

`search/index.js` says which words begin which piece; `search/wN.js` holds the entries of a stretch of words,
as differences between their numbers in base 36; `search/dN.js` holds what is shown of fifty entries. A search
loads the pieces of its words and of the ten entries that it shows first: no search asks for more than 100 KB
(gzipped).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from timeline.public import PublicEvent
from timeline.render.views import EntryView

FOLDER = "search/"
ENTRIES_IN_PIECE = 50
_WORDS_IN_PIECE = 20_000  # characters, about 9 KB gzipped
_WORD = re.compile(r"[^\W_]+")


def index_files(
    events: Sequence[PublicEvent], entries: Mapping[str, EntryView], part_of: Mapping[str, str]
) -> dict[str, str]:
    """Return the scripts of the index by their path."""
    postings: dict[str, list[int]] = {}
    for number, event in enumerate(events):
        for word in words_of(event, entries[event.id]):
            postings.setdefault(word, []).append(number)
    files = {
        f"{FOLDER}d{n}.js": _call(f"d{n}", piece) for n, piece in enumerate(_shown(events, entries, part_of))
    }
    pieces = list(_pieces(postings))
    files |= {f"{FOLDER}w{n}.js": _call(f"w{n}", piece) for n, piece in enumerate(pieces)}
    files[f"{FOLDER}index.js"] = _call("index", [next(iter(piece)) for piece in pieces])
    return files


def words_of(event: PublicEvent, entry: EntryView) -> set[str]:
    """Return the words that an entry is found by, and its facets (`t:money`)."""
    said = [entry.title, entry.text.striptags(), entry.when.text, *entry.places, *entry.actors, *entry.tags]
    for source in event.sources:
        said += [source.publisher, source.title, source.quote, source.translation]
    facets = {fold(facet) for facet in entry.facets.split("|")}
    return {word for text in said for word in _WORD.findall(fold(text)) if len(word) > 1} | facets


def fold(text: str) -> str:
    """Take accents and capitals away, as the script does with what readers type."""
    if text.isascii():
        return text.lower()
    plain = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.category(c).startswith("M"))
    return "".join(plain).lower()


def _shown(
    events: Sequence[PublicEvent], entries: Mapping[str, EntryView], part_of: Mapping[str, str]
) -> Iterator[list[list[str]]]:
    for start in range(0, len(events), ENTRIES_IN_PIECE):
        chosen = (entries[e.id] for e in events[start : start + ENTRIES_IN_PIECE])
        yield [[f"{part_of[e.id]}#{e.anchor}", e.when.text, e.title] for e in chosen]


def _pieces(postings: Mapping[str, list[int]]) -> Iterator[dict[str, str]]:
    piece: dict[str, str] = {}
    size = 0
    for word in sorted(postings):
        coded = ",".join(_differences(postings[word]))
        if piece and size + len(word) + len(coded) > _WORDS_IN_PIECE:
            yield piece
            piece, size = {}, 0
        piece[word] = coded
        size += len(word) + len(coded) + 6
    if piece:
        yield piece


def _differences(numbers: Iterable[int]) -> Iterator[str]:
    before = 0
    for number in numbers:
        yield _base36(number - before)
        before = number


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


def _call(name: str, data: Any) -> str:  # noqa: ANN401 (JSON is anything)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'timelineIndex("{name}",{text})\n'
