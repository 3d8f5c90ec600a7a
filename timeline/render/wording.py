"""What every view needs to speak.

The words and dates of the site's language, its settings, and ways to name and link things.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from timeline.config import Settings
from timeline.identity import MADE_ID
from timeline.public import PublicEvent, PublicSource
from timeline.temporal.edtf import When
from timeline.wording.dates import Dates
from timeline.wording.markdown import safe_url
from timeline.wording.strings import Strings

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ku-arab", "ps", "sd", "syr", "ug", "ur", "yi"}
_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_WORDS_IN_MAIL = 300  # longer links are cut off by mail programs


@dataclass(frozen=True, slots=True)
class Wording:
    """The voice of one site."""

    settings: Settings
    strings: Strings
    dates: Dates

    def link(self, path: str) -> str:
        """Return the address of a page of the site, absolute where the site knows its address."""
        base = self.settings.base_url
        return f"{base.rstrip('/')}/{path}" if base else path

    def foreign(self, language: str) -> tuple[str, str]:
        """Return `lang` and `dir` for words in another language, both empty for the site's own."""
        if not language or language == self.settings.language:
            return "", ""
        direction = direction_of(language)
        return language, direction if direction != self.strings.direction else ""

    def source_name(self, source: PublicSource) -> str:
        """Name a source shortly: its publisher, else its title, else the host of its address."""
        return source.publisher or source.title or urlsplit(source.url).hostname or source.key

    def source_and_date(self, source: PublicSource) -> str:
        """Name a source with its day: "Reuters, 2 May 2024"."""
        name = self.source_name(source)
        if source.published is None:
            return name
        return self.strings.phrase("source_and_date", source=name, date=self.dates.text(source.published))

    def placed(self, event: PublicEvent) -> str:
        """Say when an entry was, or when it was reported, or that it has no date."""
        if event.date:
            return self.dates.text(event.date)
        return self.dates.reported(event.reported) if event.reported else self.strings.dates["undated"]

    def challenge(self, event: PublicEvent, words: str) -> str:
        """Return the mail or issue link for doubting a date, its words filled in; empty without contact."""
        return self._challenge(
            event.title, self.placed(event), self.link(page_path(event.id)), words[:_WORDS_IN_MAIL] or "–"
        )

    def challenge_form(self) -> str:
        """Return that link with the names of what is to be filled in, for the script of the timeline.

        On the timeline itself the link of each entry would weigh as much as its text.
        """
        return self._challenge("~title~", "~date~", "~address~", "~words~")

    def _challenge(self, title: str, date: str, address: str, words: str) -> str:
        subject = self.strings.phrase("challenge_subject", title=title)
        body = self.strings.phrase("challenge_body", date=date, address=address, words=words)
        return contact_link(self.settings.contact.strip(), subject, body)


def contact_link(contact: str, subject: str, body: str) -> str:
    """Make a link that opens a mail or an issue with its text filled in.

    Other addresses are returned as they are.
    """
    if not contact:
        return ""
    bare = contact.removeprefix("mailto:")
    if "@" in bare and "/" not in bare:
        return (
            f"mailto:{quote(bare, safe='@+')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
        )
    parts = urlsplit(safe_url(contact))
    path = parts.path.rstrip("/")
    repository = path.removesuffix("/new").removesuffix("/issues").removesuffix("/-")
    host = parts.hostname or ""
    if repository.count("/") < len(("owner", "name")) or host not in _FORGES:
        return safe_url(contact)
    form = _FORGES[host].format(title=quote(subject, safe=""), body=quote(body, safe=""))
    return f"https://{host}{repository}{form}"


_FORGES = {
    "github.com": "/issues/new?title={title}&body={body}",
    "codeberg.org": "/issues/new?title={title}&body={body}",
    "gitlab.com": "/-/issues/new?issue[title]={title}&issue[description]={body}",
}


def direction_of(language: str) -> str:
    """Return the writing direction of a language tag: `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT or "-Arab" in language else "ltr"


def page_name(identifier: str) -> str:
    """Return an id as it may stand in a file name.

    An unusual one is spelled with letters and a digest of what it was.
    """
    if _SAFE_ID.fullmatch(identifier):
        return identifier
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:8]
    return f"{slug(identifier) or 'x'}-{digest}"


def page_path(identifier: str) -> str:
    """Return the quoted address of an entry: `e/ID.html`."""
    return f"e/{page_name(identifier)}.html"


def anchor(identifier: str) -> str:
    """Return the fragment of an entry on the timeline: `e-7k2m9qx4ta`.

    A made-up id gets the prefix, so that none meets a page's own.
    """
    name = page_name(identifier)
    return name if MADE_ID.fullmatch(name) else f"e-{name}"


def slug(text: str) -> str:
    """Spell a text with a–z, 0–9 and hyphens, for addresses."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def source_anchor(key: str) -> str:
    """Return the fragment of a publication on the sources page."""
    spelled = slug(key)
    return (
        f"s-{spelled}"
        if spelled == key
        else f"s-{spelled[:40]}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"
    )


def first_year(when: When | None) -> int | None:
    """Return the year that an entry stands under: that of its first possible day.

    Of X for "before X"; None without a date.
    """
    if when is None:
        return None
    if when.first:
        return when.first.year
    return when.last.plus(1).year if when.last else None
