"""What feeds, calendars and downloads say of an entry, in the words of the page: its date and its state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline.config import Settings
from timeline.exports.addresses import absolute
from timeline.exports.prose import to_html
from timeline.public import PublicEvent
from timeline.temporal.edtf import When
from timeline.wording.dates import Dates
from timeline.wording.strings import Strings, load_strings


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    strings: Strings
    dates: Dates
    root: str = ""  # the address of the site, for links from one entry to another

    def ui(self, key: str) -> str:
        """Return a finished word."""
        return self.strings.ui[key]

    def correction(self, date: When | None = None) -> str:
        """Say that something is a correction, and of when."""
        if date is None:
            return self.strings.phrases["corrected_undated"]
        return self.strings.phrase("corrected", date=self.dates.text(date))

    def html(self, text: str) -> str:
        """Return Markdown as HTML."""
        return to_html(text, self.root)

    def retracted(self) -> str:
        """Say that a source was retracted."""
        return self.strings.phrases["retracted"]


def words_of(settings: Settings) -> Words:
    """Return the words of the site's language; a project's theme may have its own."""
    theme = settings.project / (settings.theme or "theme")
    return _words(settings.language, theme, absolute(settings), _stamp(theme / "languages"))


def english() -> Words:
    """Return the words for what is not for readers of the site."""
    return _words("en", None, "", ())


def _stamp(folder: Path) -> tuple[tuple[str, int], ...]:
    """Tell when each file of the folder was written: in a preview they change while the program runs."""
    files = sorted(folder.iterdir()) if folder.is_dir() else ()
    return tuple((path.name, path.stat().st_mtime_ns) for path in files if path.is_file())


@lru_cache(maxsize=8)
def _words(language: str, theme: Path | None, root: str, _written: tuple[tuple[str, int], ...]) -> Words:
    strings = load_strings(language, (theme,) if theme else ())
    return Words(strings, Dates(strings, language), root)


def phrase(when: When, words: Words) -> str:
    """Say a date in words."""
    return words.dates.text(when)


def phrase_of(event: PublicEvent, words: Words) -> str:
    """Say when an entry was: its date, else when it was reported."""
    if event.date:
        return phrase(event.date, words)
    return words.dates.reported(event.reported) if event.reported else words.strings.dates["undated"]


def status_of(event: PublicEvent, words: Words) -> tuple[str, ...]:
    """Say what a reader must know before believing an entry: planned, claimed (by whom), draft, withdrawn."""
    said = []
    if event.kind == "claimed" and event.claimed_by:
        said.append(words.strings.phrase("claimed_by", who=event.claimed_by))
    elif event.kind != "happened":
        said.append(words.ui(event.kind))
    if event.withdrawn:
        said.append(words.strings.phrase("withdrawn_on", date=words.dates.text(event.withdrawn)))
    elif event.status == "draft":
        said.append(words.ui("draft" if event.is_found else "own_draft"))
    elif event.status == "withdrawn":
        said.append(words.ui("withdrawn"))
    return tuple(said)
