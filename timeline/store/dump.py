"""Entries as YAML: the text of what the program adds, in the style of the file that it goes into.

`as_data` says what an entry is, as plain dictionaries, lists and texts; `block` and `flow` write such data,
so that it reads back exactly. What a person will edit is written as a person would write it: plain where
YAML allows it, long texts as paragraphs.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from timeline.model import Correction, Event, Image, Kind, Place, Source, Status

Data: TypeAlias = "str | list[Data] | dict[str, Data]"

WIDTH = 100
_DATE_KEYS = frozenset({"date", "as_of", "published", "lat", "lon"})
_FLOW_LISTS = frozenset({"places", "actors", "tags", "merged", "see", "different_from"})

_PLAIN = re.compile(r"[^\W_](?:[\w .,;()/%+*=…–—“”‘’'\"!?&@$€£°-]|:(?=\S)|#(?<=\S#))*")
_SAFE_IN_FLOW = re.compile(r"[^,\[\]{}:]*")
_DATE = re.compile(r"-?[\d][\dX./?~%-]*|[+-]?\d+\.\d+")
# A line of a paragraph that begins so would be a heading, a list or a quotation to Markdown.
_MARKDOWN_START = re.compile(r"[-+*#>=~|`:]|\d+[.)]")
_NOT_PRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_RESOLVER = yaml.resolver.Resolver()


@dataclass(frozen=True, slots=True)
class Style:
    """How a file is written: `dash` columns before each item, `offset` from there to its keys, line ends.

    `nested` is how far the dash of a list inside of an entry stands to the right of its key, `blank` whether
    an empty line stands between entries.
    """

    dash: int = 2
    offset: int = 2
    nested: int = 2
    blank: bool = True
    newline: str = "\n"


def as_data(event: Event) -> dict[str, Data]:
    """Return an entry as it is to be written: keys in order, without what is empty or goes without saying."""
    return _filled(
        {
            "id": event.id if event.id_given else "",
            "date": str(event.date or ""),
            "as_of": str(event.as_of or ""),
            "date_note": _line(event.date_note),
            "title": _line(event.title),
            "text": paragraph(event.text),
            "kind": "" if event.kind is Kind.HAPPENED else str(event.kind),
            "claimed_by": _line(event.claimed_by),
            "status": "" if event.status is Status.REVIEWED else str(event.status),
            "notice": paragraph(event.notice),
            "withdrawn": str(event.withdrawn or ""),
            "places": [_place(p) for p in event.places],
            "actors": [_line(a) for a in event.actors],
            "tags": [_line(t) for t in event.tags],
            "image": _image(event.image) if event.image else "",
            "corrections": [_correction(c) for c in event.corrections],
            "merged": list(event.merged),
            "see": list(event.see),
            "different_from": list(event.different_from),
            "private": paragraph(event.private),
            "sources": [source_data(s) for s in event.sources],
        }
    )


def source_data(source: Source) -> dict[str, Data]:
    """Return a source as it is to be written."""
    return _filled(
        {
            "article": source.article,
            "title": _line(source.title),
            "author": _line(source.author),
            "url": _line(source.url),
            "publisher": _line(source.publisher),
            "published": str(source.published or ""),
            "archived": _line(source.archived),
            "identifier": _line(source.identifier),
            "collection": _line(source.collection),
            "licence": _line(source.licence),
            "language": _line(source.language),
            "quote": _line(source.quote),
            "said": _line(source.said),
            "date": str(source.date or ""),
            "page": _line(source.page),
            "translation": _line(source.translation),
            "translator": _line(source.translator),
            "status": "new" if source.is_new else "",
        }
    )


def paragraph(text: str) -> str:
    """Return a text as it will stand in the file: one line to a paragraph is broken into lines of 100."""
    text = text.strip().replace("\r\n", "\n").replace("\r", "\n")
    if not text:
        return ""
    if "\n" not in text:
        text = _wrapped(" ".join(text.split()))
    return f"{text}\n"


def block(data: Mapping[str, Data], style: Style) -> list[str]:
    """Return the lines of one list item in block style, without line ends; the first one has the dash."""
    inner = " " * style.offset
    lines = [line for key, value in data.items() for line in _pair(key, value, style)]
    lead = " " * style.dash
    return [
        (lead + ("-" + inner[1:] if number == 0 else inner) + line) if line else ""
        for number, line in enumerate(lines)
    ]


def keys(data: Mapping[str, Data], style: Style, indent: int) -> list[str]:
    """Return the lines of the keys alone, `indent` columns from the left."""
    lines = [line for key, value in data.items() for line in _pair(key, value, style)]
    return [" " * indent + line if line else "" for line in lines]


def flow(data: Data, key: str = "") -> str:
    """Return data in flow style, on one line."""
    if isinstance(data, str):
        return scalar(data, key, in_flow=True)
    if isinstance(data, list):
        return f"[{', '.join(flow(item) for item in data)}]"
    return f"{{{', '.join(f'{k}: {flow(v, k)}' for k, v in data.items())}}}"


def scalar(text: str, key: str = "", *, in_flow: bool = False) -> str:
    """Return a text as one line of YAML, without quotation marks where it can stand without."""
    if _is_plain(text, key, in_flow=in_flow):
        return text
    if _NOT_PRINTABLE.search(text) or "\n" in text or "\t" in text:
        return _escaped(text)
    if "'" in text and '"' not in text:
        return '"' + text.replace("\\", "\\\\") + '"'
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _is_plain(text: str, key: str, *, in_flow: bool) -> bool:
    if key in _DATE_KEYS and _DATE.fullmatch(text) and not (in_flow and "?" in text):
        return True
    if not _PLAIN.fullmatch(text) or text[-1] in " :" or (in_flow and not _SAFE_IN_FLOW.fullmatch(text)):
        return False
    # Other programs shall not take a title for a number or a truth value either.
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag == "tag:yaml.org,2002:str"


def _escaped(text: str) -> str:
    out = []
    for char in text:
        if char in '"\\':
            out.append(f"\\{char}")
        elif char == "\n":
            out.append("\\n")
        elif char == "\t":
            out.append("\\t")
        elif _NOT_PRINTABLE.match(char):
            code = ord(char)
            out.append(f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")  # noqa: PLR2004 - as in YAML
        else:
            out.append(char)
    return f'"{"".join(out)}"'


def _pair(key: str, value: Data, style: Style) -> list[str]:
    """Return the lines of one key with its value, not indented."""
    if isinstance(value, str):
        return _text_lines(key, value) if value.endswith("\n") else [f"{key}: {scalar(value, key)}"]
    if isinstance(value, dict):
        return [f"{key}:", *(f"  {line}" for k, v in value.items() for line in _pair(k, v, style))]
    on_one_line = f"{key}: {flow(value)}"
    if key in _FLOW_LISTS and len(on_one_line) <= WIDTH:
        return [on_one_line]
    return [f"{key}:", *(line for item in value for line in _item(item, style))]


def _item(item: Data, style: Style) -> list[str]:
    lead = " " * style.nested
    if isinstance(item, str):
        return [f"{lead}- {scalar(item)}"]
    if isinstance(item, list):  # no key of ours holds lists of lists
        return [f"{lead}- {flow(item)}"]
    inner = Style(style.nested, 2, style.nested)
    return block(item, inner)


def _text_lines(key: str, text: str) -> list[str]:
    lines = text[:-1].split("\n")
    tidy = (
        lines[0]
        and not lines[0][0].isspace()
        and not any(_NOT_PRINTABLE.search(x) or "\t" in x for x in lines)
    )
    if not tidy or text.endswith("\n\n"):
        return [f"{key}: {_escaped(text)}"]
    return [f"{key}: |", *(f"  {line}" if line else "" for line in lines)]


def _wrapped(text: str) -> str:
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    joined = lines[:1]
    for line in lines[1:]:
        if _MARKDOWN_START.match(line):
            joined[-1] += f" {line}"
        else:
            joined.append(line)
    return "\n".join(joined)


def _line(text: str) -> str:
    return " ".join(text.split())


def _place(place: Place) -> Data:
    if place.lat is None or place.lon is None:
        return _line(place.name)
    return {"name": _line(place.name), "lat": _degrees(place.lat), "lon": _degrees(place.lon)}


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _image(image: Image) -> dict[str, Data]:
    found = {k: _line(getattr(image, k)) for k in ("src", "alt", "caption", "credit", "licence")}
    return _filled(found)


def _correction(correction: Correction) -> dict[str, Data]:
    return _filled({"date": str(correction.date or ""), "text": _line(correction.text)})


def _filled(data: Mapping[str, Data]) -> dict[str, Data]:
    return {key: value for key, value in data.items() if value}
