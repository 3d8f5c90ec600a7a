"""Entries as plain records of text, numbers and lists: what events.json, events.yaml and events.csv hold.

The keys are described in `docs/json.md` and in the JSON Schema `events.schema.json`, which the site carries
too. Dates are EDTF, with their first and last possible day beside them; what is empty is left out.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from timeline.config import Settings
from timeline.exports.addresses import absolute, newest_day, page_of
from timeline.exports.phrases import Words, phrase_of, words_of
from timeline.exports.prose import without_control
from timeline.model import Correction, Image, Place, Retraction, Status
from timeline.public import PublicEvent, PublicSource, PublicTimeline
from timeline.temporal.edtf import When

FORMAT = 1
SCHEMA_NAME = "events.schema.json"
Record = dict[str, Any]


def events_json(view: PublicTimeline, settings: Settings) -> str:
    """Return events.json."""
    return json.dumps(document(view, settings), ensure_ascii=False, indent=2) + "\n"


def events_schema(_view: PublicTimeline | None = None, _settings: Settings | None = None) -> str:
    """Return the JSON Schema of events.json."""
    return resources.files("timeline.exports").joinpath(SCHEMA_NAME).read_text(encoding="utf-8")


def events_yaml(view: PublicTimeline, settings: Settings) -> str:
    """Return the entries in the format of content/events.yaml, each with its sources standing alone."""
    import yaml

    class Dumper(yaml.CSafeDumper):
        """Writes text of several lines as a block, as people do."""

    Dumper.add_representer(str, _text_node)
    title = " ".join(settings.title.split())
    licence = f" ({' '.join(settings.licence.split())})" if settings.licence else ""
    body = {"events": [_as_content(event) for event in view.events]}
    made = yaml.dump(body, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    return f"# {without_control(title)}{without_control(licence)}\n# The form of content/events.yaml.\n{made}"


def document(view: PublicTimeline, settings: Settings) -> Record:
    """Return the whole of events.json as one record."""
    words = words_of(settings)
    head = {
        "$schema": SCHEMA_NAME,
        "format": FORMAT,
        "title": settings.title,
        "description": settings.description,
        "language": settings.language,
        "author": settings.author,
        "licence": settings.licence,
        "url": absolute(settings),
        "updated": newest_day(view),
    }
    return _filled(head) | {"events": [event_record(event, settings, words) for event in view.events]}


def event_record(event: PublicEvent, settings: Settings, words: Words) -> Record:
    """Return one entry as a record. The keys that the schema requires are always there."""
    date = event.date
    optional = _filled(
        {
            "url": absolute(settings, page_of(event)) or page_of(event),
            "first": date.first.iso if date and date.first else "",
            "last": date.last.iso if date and date.last else "",
            "when": phrase_of(event, words),
            "reported": _edtf(event.reported),
            "date_note": event.date_note,
            "text": event.text,
            "claimed_by": event.claimed_by,
            "notice": event.notice,
            "withdrawn": _edtf(event.withdrawn),
            "places": [_place(place) for place in event.places],
            "actors": list(event.actors),
            "tags": list(event.tags),
            "image": _image(event.image),
            "corrections": [_correction(correction) for correction in event.corrections],
            "merged": list(event.merged),
            "see": list(event.see),
            "reports": event.reports,
            "conflict": event.conflict,
            "updated": event.updated,
        }
    )
    needed = {"id": event.id, "title": event.title, "date": _edtf(date) or None}
    state = {"kind": str(event.kind), "status": str(event.status)}
    return needed | state | optional | {"sources": [source_record(source) for source in event.sources]}


def source_record(source: PublicSource) -> Record:
    """Return one source as a record."""
    return _filled(
        {
            "key": source.key,
            "publisher": source.publisher,
            "title": source.title,
            "author": source.author,
            **_where_it_is(source),
            "quote": source.quote,
            "verbatim": source.verbatim if source.quote else None,
            "translation": source.translation,
            "translator": source.translator,
            "said": source.said,
            "date": _edtf(source.says),
            "rewrites": source.rewrites,
            "same_text": source.same_text,
            "retracted": _retraction(source.retracted),
        },
        keep=("verbatim",),
    )


def _as_content(event: PublicEvent) -> Record:
    """Return an entry as a person would write it into an event file."""
    made = {
        "id": event.id,
        "date": _edtf(event.date),
        "date_note": event.date_note,
        "title": event.title,
        "text": event.text,
        "kind": str(event.kind) if event.kind != "happened" else "",
        "claimed_by": event.claimed_by,
        "status": str(event.status) if event.status is not Status.REVIEWED else "",
        "notice": event.notice,
        "withdrawn": _edtf(event.withdrawn),
        "places": [_place(p) if p.lat is not None else p.name for p in event.places],
        "actors": list(event.actors),
        "tags": list(event.tags),
        "image": _image(event.image),
        "corrections": [_correction(correction) for correction in event.corrections],
        "merged": list(event.merged),
        "see": list(event.see),
        "sources": [_source_as_content(source) for source in event.sources],
    }
    return _filled(made)


def _where_it_is(source: PublicSource) -> Record:
    """Return when a publication appeared, and where it can be found."""
    return {
        "published": _edtf(source.published),
        "url": source.url,
        "archived": source.archived,
        "identifier": source.identifier,
        "collection": source.collection,
        "licence": source.licence,
        "language": source.language,
        "page": source.page,
    }


def _source_as_content(source: PublicSource) -> Record:
    """Return a source standing alone. Words that are no quotation keep out of `quote`."""
    quote, short = (source.quote, "") if source.verbatim else ("", source.quote)
    return _filled(
        {
            "title": source.title or source.key,
            "author": source.author,
            "publisher": source.publisher,
            **_where_it_is(source),
            "quote": quote,
            "x-in-short": short,
            "translation": source.translation,
            "translator": source.translator,
            "said": source.said,
            "date": _edtf(source.says),
        }
    )


def _filled(record: Record, keep: tuple[str, ...] = ()) -> Record:
    """Leave out what is empty; of the keys to keep only None."""
    return {k: v for k, v in record.items() if v or (k in keep and v is not None)}


def _edtf(when: When | None) -> str:
    return str(when) if when else ""


def _place(place: Place) -> Record:
    at = {} if place.lat is None or place.lon is None else {"lat": place.lat, "lon": place.lon}
    return {"name": place.name, **at}


def _image(image: Image | None) -> Record:
    if image is None:
        return {}
    words = {"alt": image.alt, "caption": image.caption, "credit": image.credit, "licence": image.licence}
    return _filled({"src": image.src, **words})


def _correction(correction: Correction) -> Record:
    return _filled({"date": _edtf(correction.date), "text": correction.text})


def _retraction(retracted: Retraction | None) -> Record:
    if retracted is None:
        return {}
    made = {"date": _edtf(retracted.date), "note": retracted.note, "url": retracted.url}
    return _filled(made) or {"note": "retracted"}


def _text_node(dumper: Any, value: str) -> Any:  # noqa: ANN401 - PyYAML's types do not say
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)
