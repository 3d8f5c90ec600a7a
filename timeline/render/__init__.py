"""Finished pages: `write_site` turns the public view of a timeline into a folder of plain files.

Only this function and its report are for the rest of the program; the modules beside it each make one kind of
thing (dates in words, views for templates, pages, pictures, the folder on disk).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.config import Settings
from timeline.model import Image
from timeline.problems import Problem, Severity, Where
from timeline.public import PublicTimeline
from timeline.render.assets import Picture, check_pictures, prepare_pictures, static_files
from timeline.render.bars import strip
from timeline.render.chronology import years_spanned
from timeline.render.memory import Memory
from timeline.render.page import site_view
from timeline.render.pages import Pages
from timeline.render.search_index import FOLDER
from timeline.render.site_folder import check_output, write_folder
from timeline.render.themes import environment, theme_assets, theme_files, theme_folders
from timeline.render.wording import Wording
from timeline.wording.dates import Dates
from timeline.wording.strings import SHIPPED, Strings, load_strings

__all__ = ["Memory", "RenderReport", "check_output", "check_pictures", "theme_files", "write_site"]

_STYLE, _EXTRA_STYLE = "style.css", "extra.css"  # a theme may bring the second one to change little
_SPLIT_SCRIPT = "search.js"  # only a story in parts needs it


@dataclass(frozen=True, slots=True)
class RenderReport:
    """What a run wrote: the number of pages, the paths that are new, other or gone, and how many stayed."""

    pages: int
    changed: tuple[str, ...]
    unchanged: int
    problems: tuple[Problem, ...] = ()


def write_site(
    view: PublicTimeline,
    settings: Settings,
    output: Path,
    files: Mapping[str, str | bytes],
    memory: Memory | None = None,
) -> RenderReport:
    """Write the whole site into `output`, with `files` (feeds and downloads, by path below the site).

    With a `memory` of the build before, only pages are made whose content has changed.
    Raises CannotStart where the folder is not ours to replace or a named theme is missing; nothing has been
    written then.
    """
    check_output(output)
    folders = theme_folders(settings)
    strings = load_strings(settings.language, folders)
    wording = Wording(
        settings, strings, Dates(strings, settings.language if strings.found else strings.language)
    )
    pictures, problems = prepare_pictures(_images(view, settings), settings)
    site, static_problems = static_files(settings)
    made = _made(view, wording, folders, files, pictures, memory)
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
    memory: Memory | None,
) -> dict[str, bytes]:
    """Return every file that we make, by path."""
    assets = theme_assets(folders)
    sheets = tuple(name for name in (_STYLE, _EXTRA_STYLE) if name in assets)
    cards = _card(view, wording, pictures)
    site = site_view(view, wording, files, sheets, _card_address(cards, wording, pictures))
    style = "\n".join(assets[name].decode() for name in sheets)
    theme = memory.begin(folders) if memory else environment(folders)
    pages = Pages(view, wording, site, theme, pictures, memory).all(style)
    if f"{FOLDER}index.js" not in pages:
        assets.pop(_SPLIT_SCRIPT, None)
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


def _images(view: PublicTimeline, settings: Settings) -> list[Image]:
    """Return the pictures to prepare: those of entries, and the card where a person made one."""
    own = [Image(settings.card)] if settings.card and settings.base_url else []
    return own + [event.image for event in view.events if event.image]


def _card(view: PublicTimeline, wording: Wording, pictures: Mapping[str, Picture]) -> dict[str, bytes]:
    """Make the picture for links in social networks; without an address of the site nobody could fetch it."""
    settings = wording.settings
    if not settings.base_url or settings.card in pictures:
        return {}
    from timeline.render.card import card

    bars = [(bar.level, bar.short) for bar in strip(view.events, wording).bars]
    counted = wording.strings.count("events", len(view.events))
    line = wording.strings.listed((counted, years_spanned(view.events, wording)))
    return {"card.png": card(settings.title, (line,), bars, settings.project / ".timeline" / "images")}


def _card_address(
    cards: Mapping[str, bytes], wording: Wording, pictures: Mapping[str, Picture]
) -> tuple[str, int, int]:
    from timeline.render.card import HEIGHT, WIDTH

    own = pictures.get(wording.settings.card)
    if own:
        return wording.link(own.path), own.width, own.height
    return (wording.link("card.png"), WIDTH, HEIGHT) if cards else ("", 0, 0)


def _hides(name: str) -> Problem:
    message = f"content/static/{name} takes the place of the {name} that timeline makes"
    return Problem(message, None, "give it another name if that is not meant", Severity.NOTE)


def _about_language(settings: Settings, strings: Strings) -> tuple[Problem, ...]:
    if strings.found:
        return ()
    message = f"there are no interface words for the language {settings.language}, so they are English"
    known = ", ".join(sorted(path.stem for path in SHIPPED.glob("*.yaml")))
    hint = f"choose one of {known}, or write theme/languages/{settings.language}.yaml (see docs/theming.md)"
    return (Problem(message, Where("content/timeline.yml"), hint, Severity.NOTE),)
