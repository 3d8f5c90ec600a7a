"""Files that come in, written beside the settings and read as a person would have them read."""

from __future__ import annotations

from timeline import exports
from timeline.config import Settings
from timeline.model import Event
from timeline.problems import Problem


def take(
    text: str | bytes, settings: Settings, name: str = "in.csv"
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    path = settings.project / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return exports.import_file(path, settings)


def entries(text: str | bytes, settings: Settings, name: str = "in.csv") -> tuple[Event, ...]:
    events, problems = take(text, settings, name)
    assert not [p for p in problems if p.is_error], problems
    return events


def errors(text: str | bytes, settings: Settings, name: str = "in.csv") -> list[Problem]:
    events, problems = take(text, settings, name)
    assert not events, "all or nothing"
    return [p for p in problems if p.is_error]
