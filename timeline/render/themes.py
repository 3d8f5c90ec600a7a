"""Where templates and style come from: the project's own theme first, file by file, then the default.

`theme_folders(settings)` gives the folders in that order. A template that hides one of the default may extend
it as `{% extends "default/base.html" %}`. A theme that is named in timeline.yml and is not there is an error,
never a silent fallback.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timeline.config import Settings
from timeline.problems import CannotStart, Problem, Where

if TYPE_CHECKING:
    from jinja2 import Environment

_PACKAGED = Path(__file__).parents[1] / "theme"
_ASSETS = {".css", ".js", ".svg", ".png", ".jpg", ".webp", ".ico", ".woff2"}
_IN_SOURCES = Path(__file__).parents[2] / "theme"


def default_theme() -> Path:
    """Return the folder of the default theme: package data, or `theme/` of the source tree."""
    return _PACKAGED if _PACKAGED.is_dir() else _IN_SOURCES


def theme_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the theme folders, first come first served.

    Raises CannotStart where a named one is missing or lies outside.
    """
    own = settings.project / (settings.theme or "theme")
    if settings.theme and not own.is_dir():
        where = Where("content/timeline.yml")
        hint = "make that folder, or take the line out to use the default theme (`timeline theme list`)"
        raise CannotStart(Problem(f"there is no theme folder {settings.theme}", where, hint))
    project = settings.project.resolve()
    if own.is_dir() and not own.resolve().is_relative_to(project):
        raise CannotStart(
            Problem(
                f"the theme folder {settings.theme or 'theme'} lies outside the project", None, "copy it in"
            )
        )
    default = default_theme()
    return (own, default) if own.is_dir() and not own.samefile(default) else (default,)


def theme_files() -> tuple[str, ...]:
    """Return the names of the files of the default theme, for `timeline theme list`."""
    default = default_theme()
    return tuple(sorted(p.relative_to(default).as_posix() for p in default.rglob("*") if p.is_file()))


def theme_assets(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """Read what the themes bring besides templates and languages: style, script, pictures, fonts.

    The first folder that has a file gives it. Links are not followed, hidden files are left.
    """
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            if path.suffix in _ASSETS and path.is_file() and not _is_hidden(folder, name):
                found[name.as_posix()] = path.read_bytes()
    return found


def _is_hidden(folder: Path, name: Path) -> bool:
    parts = (folder.joinpath(*name.parts[: n + 1]) for n in range(len(name.parts)))
    return any(part.is_symlink() or part.name.startswith(".") for part in parts)


def environment(folders: tuple[Path, ...]) -> Environment:
    """Make the Jinja environment: everything escaped, an unknown name is an error."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

    own = [FileSystemLoader(folder) for folder in folders]
    default = PrefixLoader({"default": FileSystemLoader(folders[-1])})
    return Environment(
        loader=ChoiceLoader([*own, default]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
