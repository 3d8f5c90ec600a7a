"""The JSON Schema of event files: completion, hover text and first checks in editors that know YAML.

It lies in this package as `events.schema.json`. A project has a copy in `content/`, which the first line of
event files names by a relative path: so it works offline, and in any clone.
"""

from __future__ import annotations

from importlib.resources import files

SCHEMA_COPY = "content/events.schema.json"


def schema_text() -> str:
    """Return the JSON Schema of event files."""
    return (files("timeline.store") / "events.schema.json").read_text(encoding="utf-8")


def first_line(path: str) -> bytes:
    """Return how an event file begins that the program creates; `path` is relative to the project folder."""
    up = "../" * (path.count("/") - 1)
    return f"# yaml-language-server: $schema={up}events.schema.json\n".encode()
