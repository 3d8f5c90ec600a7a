"""The date of an entry: EDTF as it stands, or words that are read against a day.

Words ("mid-March") are read as past, against `as_of` or the anchor of the only source. What they were read as
when they were first seen stays: a newer program that reads them otherwise changes no published date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.problems import Where
from timeline.store.fields import Fields, parse_when
from timeline.temporal.edtf import EdtfError, When
from timeline.yamltext import Node

# What consists of these was meant as EDTF, and is answered with what is wrong about it as EDTF.
_LIKE_EDTF = re.compile(r"[\d\s\[\]{}.,/:?~%XxTYZ+-]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """How words under `date` were read: `key` names the entry, `edtf` is what this program makes of them."""

    key: str
    words: str
    anchor: str
    edtf: str
    where: Where


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words are read against, and why there is nothing where there is nothing.

    `is_lost`: it would be there but for a mistake that is told elsewhere.
    """

    when: When | None
    language: str = "en"
    missing: str = ""
    is_lost: bool = False


def read_words(words: str, anchor: Anchor) -> When | None:
    """Return what words mean, None where they cannot be read."""
    return _read(words, anchor.when, anchor.language)


@lru_cache(maxsize=4096)
def _read(words: str, anchor: When | None, language: str) -> When | None:
    from timeline.temporal import read

    mention = read(words, published=anchor, language=language)
    return mention.when if mention and not mention.unread else None


def read_date(fields: Fields, node: Node, anchor: Anchor) -> tuple[When | None, bool]:
    """Return the date under a `date` key, and whether it was given in words."""
    written = fields.raw_date(node) or ""
    try:
        return parse_when(written), False
    except EdtfError as error:
        if _LIKE_EDTF.fullmatch(written):
            fields.not_edtf(node, written, error)
            return None, False
    when = read_words(written, anchor)
    if when is None and not anchor.is_lost:
        _cannot_read(fields, node, written, anchor)
    return when, True


def _cannot_read(fields: Fields, node: Node, words: str, anchor: Anchor) -> None:
    hint = "write it as EDTF: 2024, 2024-03, 2024-03-11, [2024-03-11..2024-03-20], 2018/.."
    if anchor.when is None and _would_be_read(words, anchor.language):
        message = f"{words!r} needs a day to be read against{anchor.missing}"
        hint = "add `as_of:` with the day from which the words look back, such as `as_of: 2024-05-03`"
    else:
        message = f"{words!r} cannot be read as a date"
    fields.complain(node, message, hint)


def _would_be_read(words: str, language: str) -> bool:
    return _read(words, When.parse("2000-06-15"), language) is not None
