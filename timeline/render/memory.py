"""What a preview keeps of one build for the next: the compiled theme, and each page with what it was made of.

A page is made again only when what its template was given is no longer the same. Any change in a theme
folder, its languages included, forgets everything.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.render.themes import environment

if TYPE_CHECKING:
    from jinja2 import Environment

Given = tuple[object, ...]
_Stamp = tuple[tuple[str, int, int], ...]


class Memory:
    """Begins empty; handed to each build of one preview in turn."""

    def __init__(self) -> None:
        self._stamp: _Stamp = ()
        self._theme: Environment | None = None
        self._before: dict[str, tuple[Given, str]] = {}
        self._now: dict[str, tuple[Given, str]] = {}

    def begin(self, folders: tuple[Path, ...]) -> Environment:
        """Begin a build: return the theme, and forget pages that the build before did not make."""
        stamp = tuple(_stamps(folders))
        if self._theme is None or stamp != self._stamp:
            self._theme, self._stamp, self._now = environment(folders), stamp, {}
        self._before, self._now = self._now, {}
        return self._theme

    def page(self, path: str, given: Given, make: Callable[[], str]) -> str:
        """Return the page at `path` as it was made from the same things, else make it."""
        kept = self._before.get(path)
        text = kept[1] if kept and kept[0] == given else make()
        self._now[path] = (given, text)
        return text


def _stamps(folders: tuple[Path, ...]) -> list[tuple[str, int, int]]:
    files = (path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file())
    return [(str(path), (found := path.stat()).st_mtime_ns, found.st_size) for path in files]
