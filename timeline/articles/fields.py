"""What each key of an article's front matter means.

`READERS` has a function for every key. It gets a node and the language of the article, and gives the value
or raises `Wrong`, which says what to write instead and points into the text of the node.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline import yamltext
from timeline.articles.dates import FORMS, NotADate, Publication, read_publication
from timeline.model import Body, Retraction
from timeline.temporal.edtf import EdtfError, When

KEYS = (
    "id",
    "title",
    "publisher",
    "author",
    "published",
    "written",
    "timezone",
    "hemisphere",
    "language",
    "url",
    "archived",
    "body",
    "origin",
    "licence",
    "rights",
    "identifier",
    "collection",
    "retracted",
    "original",
    "sha256",
    "ocr",
)
# What people and programs call a key of front matter.
OTHER_NAMES = {
    "date": "published",
    "day": "published",
    "publication_date": "published",
    "date_published": "published",
    "datepublished": "published",
    "published_at": "published",
    "pubdate": "published",
    "dct": "published",
    "dateline": "written",
    "headline": "title",
    "name": "title",
    "source": "publisher",
    "outlet": "publisher",
    "newspaper": "publisher",
    "site": "publisher",
    "byline": "author",
    "authors": "author",
    "creator": "author",
    "link": "url",
    "address": "url",
    "uri": "url",
    "archive": "archived",
    "archive_url": "archived",
    "lang": "language",
    "license": "licence",
    "copyright": "rights",
    "doi": "identifier",
    "isbn": "identifier",
    "tz": "timezone",
    "hash": "sha256",
    "correction": "retracted",
}
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_HASH = re.compile(r"[0-9a-fA-F]{64}")
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*", re.IGNORECASE)
_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d", re.ASCII)
_ZONE = re.compile(r"[A-Za-z]\w*(?:[/+-]\w+)*", re.ASCII)
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}

Reader = Callable[[yamltext.Node, str], object]


def known_key(name: str) -> str:
    """Return the key that somebody else's name for it stands for.

    "Headline", "date-published"), "" for none.
    """
    plain = "_".join(name.strip().casefold().replace("-", " ").split())
    return plain if plain in KEYS else OTHER_NAMES.get(plain, "")


class Wrong(Exception):
    """A value that cannot be read: what is wrong, what to write, which part of the text (offset, length)."""

    def __init__(self, message: str, hint: str = "", *, offset: int = 0, length: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.offset = offset
        self.length = length


def read_value(key: str, value: str, language: str) -> object:
    """Read a value that comes from a table, a page or the command line instead of YAML. Raises Wrong.

    A retraction, which has parts, is written as a map in braces, as YAML or JSON.
    """
    if key == "retracted" and (parts := yamltext.parse(value.encode("utf-8", "replace"), "").root):
        return READERS[key](parts, language)
    node = yamltext.Scalar(yamltext.Page("", value), 0, len(value), "", "", value, "")
    return READERS[key](node, language)


def scalar(node: yamltext.Node) -> str:
    """Return the text of a node. Raises Wrong where it is a list or a mapping."""
    if isinstance(node, yamltext.Scalar):
        return node.value.strip()
    raise Wrong("one text is wanted here", "put quotation marks round it if it begins with [ or {")


def _text(node: yamltext.Node, _language: str) -> str:
    return " ".join(scalar(node).split())


def _id(node: yamltext.Node, _language: str) -> str:
    value = scalar(node)
    if not ID.fullmatch(value):
        raise Wrong(
            f"{value!r} cannot be an id", "an id is made of a-z, 0-9 and single hyphens: niger-2024-05-02"
        )
    return value


def _publication(node: yamltext.Node, language: str) -> Publication:
    text = node.raw if isinstance(node, yamltext.Sequence | yamltext.Mapping) else scalar(node)
    if not text:
        raise Wrong("the publication day is missing", "write published: 2024-05-02; `unknown` is allowed")
    try:
        return read_publication(text, language)
    except NotADate as wrong:
        raise Wrong(wrong.message, wrong.hint, offset=wrong.offset, length=wrong.length) from None


def _day(node: yamltext.Node, language: str) -> When | None:
    found = _publication(node, language)
    return found.when


def _exact(node: yamltext.Node, _language: str) -> When:
    try:
        return When.parse(scalar(node))
    except EdtfError as error:
        raise Wrong(error.message, error.hint or FORMS, offset=error.offset) from None


def _language(node: yamltext.Node, _given: str) -> str:
    value = scalar(node)
    if not LANGUAGE.fullmatch(value):
        raise Wrong(f"{value!r} is not a language", "write its code: en, fr, pt-BR")
    return value


def _timezone(node: yamltext.Node, _language: str) -> str:
    value = scalar(node)
    if not is_zone(value):
        raise Wrong(
            f"{value!r} is not a time zone",
            "write a name such as Africa/Niamey, UTC, or an offset such as +01:00",
        )
    return value


def is_zone(value: str) -> bool:
    """Whether a text names a time zone of the IANA list or is an offset from UTC."""
    if value == "UTC" or _OFFSET.fullmatch(value):
        return True
    if not _ZONE.fullmatch(value):
        return False
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(value)
    except (OSError, ValueError, KeyError):
        return False
    return True


def _one_of(*words: str) -> Reader:
    def read(node: yamltext.Node, _language: str) -> str:
        value = scalar(node)
        if value not in words:
            near = yamltext.nearest(value, words)
            raise Wrong(
                f"{value!r} is none of {', '.join(words)}",
                f"did you mean {near!r}?" if near else "write one of these",
            )
        return value

    return read


def _truth(node: yamltext.Node, _language: str) -> bool:
    value = scalar(node).casefold()
    if value not in _TRUTH:
        raise Wrong(f"{value!r} is neither true nor false", "write true or false")
    return _TRUTH[value]


def _hash(node: yamltext.Node, _language: str) -> str:
    value = scalar(node)
    if not _HASH.fullmatch(value):
        raise Wrong(
            "this is not a SHA-256",
            "64 hexadecimal figures, as `sha256sum FILE` prints them; or leave the key out",
        )
    return value.lower()


def _address(node: yamltext.Node, _language: str) -> str:
    value = scalar(node)
    if value and not _ADDRESS.fullmatch(value):
        raise Wrong(
            f"{value!r} is not a web address",
            "an address begins with https:// or http://; for others there is `identifier`",
        )
    return value


def _original(node: yamltext.Node, _language: str) -> str:
    value = scalar(node)
    parts = value.split("/")
    if value.startswith("/") or "\\" in value or ".." in parts or ":" in parts[0]:
        raise Wrong(
            "the original must lie in the project", "write its path below content/: originals/report.pdf"
        )
    return value


_RETRACTION: dict[str, Reader] = {"date": _exact, "note": _text, "url": _address}


def _retraction(node: yamltext.Node, language: str) -> Retraction:
    if not isinstance(node, yamltext.Mapping):
        raise Wrong("a retraction has parts", "write retracted: {date: 2024-06-01, note: …, url: …}")
    values: dict[str, object] = {}
    for key, value in node.pairs:
        reader = _RETRACTION.get(key.value)
        if reader is None and not key.value.startswith("x-"):
            raise Wrong(f"unknown key {key.value!r} in retracted", "known keys: date, note, url")
        if reader:
            values[key.value] = reader(value, language)
    date = values.get("date")
    return Retraction(
        date if isinstance(date, When) else None, str(values.get("note", "")), str(values.get("url", ""))
    )


READERS: dict[str, Reader] = dict.fromkeys(KEYS, _text) | {
    "id": _id,
    "published": _publication,
    "written": _day,
    "timezone": _timezone,
    "hemisphere": _one_of("north", "south"),
    "language": _language,
    "url": _address,
    "archived": _address,
    "body": _one_of(*(body.value for body in Body)),
    "retracted": _retraction,
    "original": _original,
    "sha256": _hash,
    "ocr": _truth,
}
