"""What machines read: feeds, calendars, downloads, the review copy; and how entries come in from elsewhere.

A format is a function in a dictionary. `SITE_FILES` are the files that the site carries beside its pages,
`FORMATS` what `timeline export` offers; both are made of the public view, but for the review copy, which is
for the desk and never lies under `site/`. `import_file` reads TimelineJS spreadsheets and JSON, our own
downloads, and any CSV with headers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from timeline.config import Settings
from timeline.exports.crawlers import robots, sitemap
from timeline.exports.embed import fragment, height_script
from timeline.exports.feeds import atom, json_feed
from timeline.exports.ics import calendar
from timeline.exports.records import SCHEMA_NAME, events_json, events_schema, events_yaml
from timeline.exports.tables import events_csv
from timeline.exports.timelinejs import timelinejs_json
from timeline.model import Event, Status, Timeline
from timeline.problems import Problem
from timeline.public import PublicTimeline, public_view
from timeline.temporal.days import Day

__all__ = ["FORMATS", "SITE_FILES", "export", "import_file", "site_files"]

Maker = Callable[[PublicTimeline, Settings], str]

SITE_FILES: Mapping[str, Maker] = {
    "feed.xml": atom,
    "feed.json": json_feed,
    "events.ics": calendar,
    "events.json": events_json,
    SCHEMA_NAME: events_schema,
    "events.csv": events_csv,
    "events.yaml": events_yaml,
    "timelinejs.json": timelinejs_json,
    "embed-fragment.txt": fragment,
    "embed.js": height_script,
    "sitemap.xml": sitemap,
    "robots.txt": robots,
}

_PUBLIC_FORMATS: Mapping[str, Maker] = {
    "atom": atom,
    "csv": events_csv,
    "ics": calendar,
    "json": events_json,
    "jsonfeed": json_feed,
    "timelinejs": timelinejs_json,
    "yaml": events_yaml,
}


def site_files(view: PublicTimeline, settings: Settings, build_day: Day | None = None) -> dict[str, bytes]:
    """Return the files to lie below `site/`, by path.

    Those that do not apply (a sitemap without `base_url`) are not there. `build_day` (of SOURCE_DATE_EPOCH)
    stands for the day of the newest change where the content has none.
    """
    dated = _dated(view, build_day)
    made = ((path, make(dated, settings)) for path, make in SITE_FILES.items())
    return {path: text.encode() for path, text in made if text}


def export(name: str, timeline: Timeline, settings: Settings, build_day: Day | None = None) -> bytes:
    """Return the timeline in one of `FORMATS`."""
    return FORMATS[name](timeline, settings, build_day).encode()


def import_file(
    path: Path, settings: Settings, status: Status = Status.REVIEWED
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Return the entries of somebody else's file, and what is to be said about it (`exports.importing`)."""
    from timeline.exports import importing

    return importing.import_file(path, settings, status)


def _dated(view: PublicTimeline, build_day: Day | None) -> PublicTimeline:
    return view if view.updated or build_day is None else replace(view, updated=build_day.iso)


def _from_public(make: Maker) -> Callable[[Timeline, Settings, Day | None], str]:
    def made(timeline: Timeline, settings: Settings, build_day: Day | None) -> str:
        return make(_dated(public_view(timeline, settings), build_day), settings)

    return made


def _review(timeline: Timeline, settings: Settings, _build_day: Day | None) -> str:
    from timeline.exports.review import review

    return review(timeline, settings)


FORMATS: Mapping[str, Callable[[Timeline, Settings, Day | None], str]] = {
    **{name: _from_public(make) for name, make in _PUBLIC_FORMATS.items()},
    "review": _review,
}
