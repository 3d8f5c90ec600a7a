"""Finished pages: `write_site` turns the public view of a timeline into a folder of plain files.

Only this function and its report are for the rest of the program; the modules beside it each make one kind of
thing (dates in words, views for templates, pages, pictures, the folder on disk).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.config import Settings
from timeline.problems import Problem, Severity, Where
from timeline.public import PublicTimeline
from timeline.render.assets import Picture, prepare_pictures, static_files
from timeline.render.chronology import strip
from timeline.render.dates import Dates
from timeline.render.page import site_view
from timeline.render.pages import Pages
from timeline.render.search_index import FOLDER
from timeline.render.site_folder import check_output, write_folder
from timeline.render.strings import Strings, load_strings
from timeline.render.themes import environment, read_asset, theme_files, theme_folders
from timeline.render.wording import Wording

__all__ = ["RenderReport", "check_output", "theme_files", "write_site"]

_ASSETS = ("style.css", "script.js", "icon.svg")
_SPLIT_ASSETS = ("search.js",)  # only a story in parts needs it


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What a run wrote: the number of pages, the paths that are new, other or gone, and how many stayed."""

    pages: int
    changed: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...] = ()


def write_site(
    view: PublicTimeline, settings: Settings, output: Path, files: Mapping[str, str | bytes]
) -> RenderReport:
    """Write the whole site into `output`, with `files` (feeds and downloads, by path below the site).

    Raises CannotStart where the folder is not ours to replace or a named theme is missing; nothing has been
    written then.
    """
    check_output(output)
    folders = theme_folders(settings)
    strings = load_strings(settings.language, folders)
    wording = Wording(
        settings, strings, Dates(strings, settings.language if strings.found else strings.language)
    )
    pictures, problems = prepare_pictures((e.image for e in view.events if e.image), settings)
    site, static_problems = _static(settings)
    made = _made(view, wording, folders, files, pictures)
    hidden = tuple(_hides(name) for name in sorted(site.keys() & made.keys()))
    written = write_folder(output, {**made, **site})
    pages = sum(name.endswith(".html") for name in made)
    told = (*_about_language(settings, strings), *problems, *static_problems, *hidden, *written.problems)
    return RenderReport(pages, written.changed, written.unchanged, told)


def _made(
    view: PublicTimeline,
    wording: Wording,
    folders: tuple[Path, ...],
    files: Mapping[str, str | bytes],
    pictures: Mapping[str, Picture],
) -> dict[str, bytes]:
    """Return every file that we make, by path."""
    assets = {name: read_asset(folders, name) for name in (*_ASSETS, *_SPLIT_ASSETS)}
    cards = _card(view, wording)
    site = site_view(view, wording, files, _card_address(cards, wording))
    pages = Pages(view, wording, site, environment(folders), pictures).all(assets["style.css"].decode())
    if f"{FOLDER}index.js" not in pages:
        assets = {name: data for name, data in assets.items() if name not in _SPLIT_ASSETS}
    return {
        ".nojekyll": b"",
        **{path: _bytes(content) for path, content in files.items()},
        **assets,
        **cards,
        **{picture.path: picture.data for picture in pictures.values()},
        **{path: text.encode() for path, text in pages.items()},
    }


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _static(settings: Settings) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    return static_files(settings)


def _card(view: PublicTimeline, wording: Wording) -> dict[str, bytes]:
    """Make the picture for links in social networks; without an address of the site nobody could fetch it."""
    settings = wording.settings
    if not settings.base_url or settings.card:
        return {}
    from timeline.render.card import card

    bars = [bar.level for bar in strip(view.events, wording).bars]
    lines = (wording.strings.count("events", len(view.events)),)
    return {"card.png": card(settings.title, lines, bars, settings.project / ".timeline" / "images")}


def _card_address(cards: Mapping[str, bytes], wording: Wording) -> tuple[str, int, int]:
    from timeline.render.card import HEIGHT, WIDTH

    return (wording.link("card.png"), WIDTH, HEIGHT) if cards else ("", 0, 0)


def _hides(name: str) -> Problem:
    message = f"content/static/{name} takes the place of the {name} that timeline makes"
    return Problem(message, None, "give it another name if that is not meant", Severity.NOTE)


def _about_language(settings: Settings, strings: Strings) -> tuple[Problem, ...]:
    if strings.found:
        return ()
    message = f"there are no interface words for the language {settings.language}, so they are English"
    hint = f"write theme/languages/{settings.language}.yaml (see docs/theming.md)"
    return (Problem(message, Where("content/timeline.yml"), hint, Severity.NOTE),)
