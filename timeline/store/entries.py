"""Entries: from the items under `events:` to `Event` records, with every slip named.

`read_entries(document, library)` is all that reading one file takes. The keys that an entry may have stand
here once, those of its sources in `sources`; the JSON Schema for editors is tested against them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping as MappingABC
from collections.abc import Sequence as Seq
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from timeline.model import Correction, Event, Image, Kind, Source, Status
from timeline.problems import Problem, Severity, Where
from timeline.store.dates import Anchor, Reading, read_date
from timeline.store.sources import Library, SourceFields
from timeline.temporal.edtf import When
from timeline.yamltext import Document, Mapping, Node, Scalar, Sequence

EVENT_KEYS = dict.fromkeys((  # in the order in which they are told
    "id", "date", "as_of", "date_note", "title", "text", "kind", "claimed_by", "status", "notice",
    "withdrawn", "places", "actors", "tags", "image", "corrections", "merged", "see",
    "different_from", "private", "sources",
))  # fmt: skip
IMAGE_KEYS = ("src", "alt", "caption", "credit", "licence")
CORRECTION_KEYS = ("date", "text")
FILE_KEYS = ("events",)
_SOURCES_FORM = "a dash before each source: `- article: …`"


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with the node that it was read from, which is where one more source would go."""

    event: Event
    node: Mapping
    reading: Reading | None = None


def read_entries(document: Document, library: Library) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the entries of one file, and what is wrong in it (without what is wrong with it as YAML)."""
    reader = _EntryReader(document, library)
    if document.root is None:
        return (), ()
    if isinstance(document.root, Sequence):
        hint = "write `events:` on a line of its own above the list"
        reader.complain(document.root, "this file has no key `events`", hint)
        return (), tuple(reader.problems)
    given = reader.mapping(document.root, FILE_KEYS, "an events file")
    if given is None or "events" not in given:
        if given is not None and not reader.problems and not _has_key(document.root, "events"):
            hint = "add the line `events:`, and the entries below it"
            reader.complain(document.root, "this file has no key `events`", hint)
        return (), tuple(reader.problems)
    entries = reader.list(given["events"], reader.entry, "a dash before each entry: `- title: …`")
    reader.count_missing()
    return entries, tuple(reader.problems)


def _has_key(node: Node, name: str) -> bool:
    return isinstance(node, Mapping) and node.get(name) is not None


class _EntryReader(SourceFields):
    """Reads the entries of one file."""

    def entry(self, node: Node) -> Entry | None:
        given = self.mapping(node, EVENT_KEYS, "an entry")
        if given is None or not isinstance(node, Mapping):
            return None
        sources = self.list(given["sources"], self.source, _SOURCES_FORM) if "sources" in given else ()
        told: dict[str, Any] = {"id": "", "title": self.line_of(given, "title"), "sources": sources}
        told |= {**self._texts(given), **self._lists(given)}
        reading = self._dated(told, given)
        is_found = told["id"] in self.library.found
        event = Event(**told, is_found=is_found, file=self.document.path, where=node.where)
        self._check(event, node, given)
        return Entry(event, node, reading)

    def _texts(self, given: MappingABC[str, Node]) -> dict[str, Any]:
        found: dict[str, Any] = {k: self.line_of(given, k) for k in ("claimed_by", "date_note") if k in given}
        found |= {k: self.text_of(given, k) for k in ("text", "notice", "private") if k in given}
        if "id" in given:
            found["id"] = self.identifier(given["id"]) or ""
        if "kind" in given:
            found["kind"] = self.choice(given["kind"], Kind) or Kind.HAPPENED
        if "status" in given:
            found["status"] = self.choice(given["status"], Status) or Status.REVIEWED
        for key in ("as_of", "withdrawn"):
            if key in given:
                found[key] = self.edtf(given[key])
        if "image" in given:
            found["image"] = self.image(given["image"])
        return found

    def _lists(self, given: MappingABC[str, Node]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, example in (("actors", "[United States, Niger]"), ("tags", "[diplomacy, bases]")):
            if key in given:
                found[key] = tuple(t for t in self.list(given[key], self.line, example) if t)
        for key in ("merged", "see", "different_from"):
            if key in given:
                found[key] = self.list(given[key], self.identifier, "[e-7k2m9qx4ta]")
        if "places" in given:
            found["places"] = self.list(given["places"], self.place, "[Niamey, Agadez]")
        if "corrections" in given:
            example = "a dash before each: `- date: …`, below it `text: …`"
            found["corrections"] = self.list(given["corrections"], self.correction, example)
        return found

    def _dated(self, told: dict[str, Any], given: MappingABC[str, Node]) -> Reading | None:
        """Read the date, in words or not, into what is told, and give an entry without id its slug."""
        reading = None
        if "date" in given:
            words = self.raw_date(given["date"]) or ""
            anchor = self._anchor(told["sources"], told.get("as_of"))
            when, in_words = read_date(self, given["date"], anchor)
            told |= {"date": when, "date_words": words}
            if in_words and when:
                key = told["id"] or slug(words, told["title"])
                against = str(anchor.when or "")
                reading = Reading(key, words, against, str(when), given["date"].where)
        if not told["id"]:
            told |= {"id": slug(str(told.get("date") or ""), told["title"]), "id_given": False}
        return reading

    def _anchor(self, sources: Seq[Source], as_of: When | None) -> Anchor:
        articles = [a for s in sources if s.article and (a := self.library.get(s.article))]
        language = next((a.language for a in articles), "en")
        if as_of:
            return Anchor(as_of, language)
        if not sources:
            return Anchor(None, language, ", and this entry has no source")
        if len(sources) > 1:
            return Anchor(None, language, f", and this entry has {len(sources)} sources")
        if sources[0].article and not articles:
            return Anchor(None, language, is_lost=True)
        only = articles[0].anchor if articles else sources[0].published
        return Anchor(only, language, ", and its source has no publication day")

    def _check(self, event: Event, node: Mapping, given: MappingABC[str, Node]) -> None:
        if not event.title and not _is_wrong(given, "title"):
            self.complain(node, "this entry has no `title`", "add a headline: `title: …`")
        if not event.sources and "date" not in given and not _has_items(given.get("sources")):
            hint = "add `date: …`, or a source below `sources:`"
            self.complain(node, "this entry has neither a source nor a date", hint)
        if event.status is Status.WITHDRAWN and not event.notice:
            hint = "add `notice: …`: readers who come back shall know why it is gone"
            self.complain(given["status"], "this withdrawn entry has no notice", hint, Severity.WARNING)
        if "withdrawn" in given and event.status is not Status.WITHDRAWN:
            hint = "write `status: withdrawn`, or take the day out"
            self.complain(given["withdrawn"], "this entry is not withdrawn", hint, Severity.WARNING)
        if event.claimed_by and event.kind is not Kind.CLAIMED:
            hint = "write `kind: claimed`, or take `claimed_by` out"
            self.complain(given["claimed_by"], "only a claim is claimed by somebody", hint, Severity.WARNING)

    # parts of an entry

    def image(self, node: Node) -> Image | None:
        if isinstance(node, Scalar):
            hint = "write `src: photo.jpg` below it, and `alt:` with what is to be seen"
            self.complain(node, "an image has keys", hint)
            return None
        given = self.mapping(node, IMAGE_KEYS, "an image")
        if given is None:
            return None
        src = self.line_of(given, "src")
        if not src or _leaves_its_folder(src):
            hint = "write `src:` with a path below content/images/"
            self.complain(given.get("src", node), "this image cannot be found from here", hint)
            return None
        if not _has_key(node, "alt"):
            hint = 'add `alt:` with what is to be seen; `alt: ""` for mere decoration'
            self.complain(node, "this image has no `alt`", hint, Severity.WARNING)
        where = given["src"].where
        return Image(where=where, **{k: self.line_of(given, k) for k in IMAGE_KEYS})

    def correction(self, node: Node) -> Correction | None:
        given = self.mapping(node, CORRECTION_KEYS, "a correction")
        if given is None:
            return None
        text = self.text_of(given, "text")
        if not text:
            self.complain(node, "this correction has no `text`", "say what was wrong, and what is right")
            return None
        return Correction(self.edtf(given["date"]) if "date" in given else None, text)


def _is_wrong(given: MappingABC[str, Node], key: str) -> bool:
    """Whether the key has been complained about already."""
    return isinstance(given.get(key), Sequence | Mapping)


def _has_items(node: Node | None) -> bool:
    """Whether something stands under a key that asks for a list, if only something wrong."""
    return node is not None and not (isinstance(node, Sequence) and not node.items)


def _leaves_its_folder(path: str) -> bool:
    parts = PurePosixPath(path.replace("\\", "/"))
    return parts.is_absolute() or ".." in parts.parts or ":" in path


def slug(date: str, title: str) -> str:
    """Return the address of an entry that has no id: its date and title, in letters a to z and digits."""
    plain = unicodedata.normalize("NFKD", f"{date} {title}").encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['.](?=\w)", "", plain))
    made = ""
    for word in words:
        if made and len(made) + len(word) > _LONGEST_SLUG:
            break
        made = f"{made}-{word}" if made else word[:_LONGEST_SLUG]
    if title and not re.search("[a-z]", made):  # a title in another script leaves nothing to read
        made = f"{made}-{hashlib.sha256(title.encode()).hexdigest()[:8]}".strip("-")
    return made or "entry"


_LONGEST_SLUG = 60


def where_of(entry: Entry) -> Where:
    """Return the place of an entry's id, else of the entry."""
    named = entry.node.get("id")
    return named.where if named else entry.event.where
