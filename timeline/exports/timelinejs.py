"""The JSON that TimelineJS (Knight Lab) reads, made so that it never shows a day or month that is not known.

Its dates are year, month, day as far as they are known, and `display_date` says the rest in words. Three
more things stand in an event, which TimelineJS passes over and `timeline import` reads: `edtf`, the whole
date (null where there is none), `kind` (with `claimed_by`) and `status`.
"""

from __future__ import annotations

import json
import re
from typing import Any

from timeline.config import Settings
from timeline.exports.addresses import absolute, page_of
from timeline.exports.ics import is_exact
from timeline.exports.phrases import Words, phrase_of, status_of, words_of
from timeline.exports.prose import escaped, safe_url
from timeline.public import PublicEvent, PublicTimeline
from timeline.temporal.days import Day
from timeline.temporal.edtf import When
from timeline.temporal.interval import Grain

SOURCES_CLASS = "timeline-sources"
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
Record = dict[str, Any]


def timelinejs_json(view: PublicTimeline, settings: Settings) -> str:
    """Return timelinejs.json. An entry with neither date nor report cannot stand there and is left out."""
    words = words_of(settings)
    slides = [
        _slide(event, when, settings, words)
        for event in view.events
        if (when := event.date or event.reported)
    ]
    made: Record = {
        "title": {"text": {"headline": escaped(settings.title), "text": words.html(settings.description)}},
        "events": slides,
    }
    eras = [_era(era.name, era.date) for era in settings.eras if era.date.first and era.date.last]
    return json.dumps(made | ({"eras": eras} if eras else {}), ensure_ascii=False, indent=2) + "\n"


def _slide(event: PublicEvent, when: When, settings: Settings, words: Words) -> Record:
    page = absolute(settings, page_of(event))
    more = f'<p><a href="{escaped(page)}">{escaped(page)}</a></p>' if page else ""
    said = phrase_of(event, words)
    shown = {} if event.date and is_exact(event.date) else {"display_date": escaped(said)}
    return {
        "unique_id": event.id,
        **_dates(when),
        **shown,
        "text": {"headline": escaped(event.title), "text": _body(event, words) + more},
        **({"group": escaped(event.tags[0])} if event.tags else {}),
        "edtf": str(event.date) if event.date else None,
        "kind": str(event.kind),
        **({"claimed_by": event.claimed_by} if event.claimed_by else {}),
        "status": str(event.status),
        **({"withdrawn": str(event.withdrawn)} if event.withdrawn else {}),
    }


def _body(event: PublicEvent, words: Words) -> str:
    state = "".join(f'<p class="timeline-status">{escaped(said)}</p>' for said in status_of(event, words))
    sources = [_source(s.publisher, s.title or s.url, safe_url(s.url)) for s in event.sources]
    listed = f'<p class="{SOURCES_CLASS}">{words.ui("sources")}: {"; ".join(sources)}</p>' if sources else ""
    return state + words.html(event.notice) + words.html(event.text) + listed


def _source(publisher: str, title: str, url: str) -> str:
    named = f'<a href="{escaped(url)}">{escaped(title)}</a>' if url else f"<cite>{escaped(title)}</cite>"
    return f"{escaped(publisher)}, {named}" if publisher else named


def _era(name: str, when: When) -> Record:
    return {**_dates(when), "text": {"headline": escaped(name)}}


def _dates(when: When) -> Record:
    """Return start_date and, for anything longer than its own unit, end_date."""
    if when.start or when.end:
        ends = [end for end in (when.start, when.end) if end]
        made = {"start_date": _parts(ends[0])}
        return made | ({"end_date": _parts(ends[1])} if len(ends) > 1 else {})
    if _is_one_unit(when):
        return {"start_date": _parts(when)}
    first, last = when.first, when.last
    unit = Grain.YEAR if when.grain >= Grain.YEAR else min(when.grain, Grain.MONTH)
    made = {"start_date": _of_day(first, unit)} if first else {}
    key = "end_date" if first else "start_date"
    return made | ({key: _of_day(last, unit)} if last else {})


def _is_one_unit(when: When) -> bool:
    return when.kind == "date" and when.grain in {Grain.MINUTE, Grain.DAY, Grain.MONTH, Grain.YEAR}


def _parts(when: When) -> Record:
    """Return a date as far as it is known: 2024-03 has no day, a day "XX" none either."""
    first = when.first
    known, unknown, _ = when.edtf.partition("-XX")
    if unknown:
        return _parts(When.parse(known))
    if first is None or not _is_one_unit(when):
        return _dates(when)["start_date"] if when.first else {}
    made = _of_day(first, when.grain)
    clock = _CLOCK.search(when.edtf)
    return made | ({"hour": int(clock[1]), "minute": int(clock[2])} if clock else {})


def _of_day(day: Day, unit: Grain) -> Record:
    """Return the parts of a day down to a unit. TimelineJS has no year 0: 1 BC is -1."""
    year = day.year if day.year > 0 else day.year - 1
    if unit >= Grain.YEAR:
        return {"year": year}
    return (
        {"year": year, "month": day.month}
        if unit >= Grain.MONTH
        else {"year": year, "month": day.month, "day": day.day}
    )
