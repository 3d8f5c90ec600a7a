"""TimeML in and out: the XML in which the field keeps texts with their time expressions.

`read` takes the text and the document creation time out of a document, `write` puts a text with TIMEX3 tags
into one, in the form that the TempEval-3 toolkit reads. `tag` does both: a document in, the same document
with this program's tags out. What was annotated inside the text before is dropped, and so are the links that
spoke of it.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.temporal.edtf import EdtfError, When
from timeline.temporal.mention import Mention
from timeline.temporal.search import Narrative, find

_TEXT = re.compile(r"<TEXT\b[^>]*>(.*?)</TEXT>", re.DOTALL)
_DCT = re.compile(r"<DCT\b[^>]*>.*?</DCT>", re.DOTALL)
_TIMEX = re.compile(r"<TIMEX3\b([^>]*)>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_DOCID = re.compile(r"<DOCID\b[^>]*>(.*?)</DOCID>", re.DOTALL)
_CREATION = {"CREATION_TIME", "PUBLICATION_TIME"}
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


_ROOT = (
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
)


class NotTimeML(ValueError):
    """A document without a TEXT element."""


@dataclass(frozen=True, slots=True)
class Document:
    """A TimeML document: its name, the day that it was made on, and its plain text."""

    name: str
    published: When | None
    text: str


def read(source: str) -> Document:
    """Take a TimeML document apart. Raises NotTimeML."""
    text = _TEXT.search(source)
    if text is None:
        raise NotTimeML("this is no TimeML: it has no TEXT element")
    name = _DOCID.search(source)
    return Document(_plain(name[1]).strip() if name else "", _creation(source), _plain(text[1]))


def _plain(marked: str) -> str:
    return html.unescape(_TAG.sub("", marked))


def _creation(source: str) -> When | None:
    """Find the document creation time: the TIMEX3 that says so, or the one in DCT."""
    inside = _DCT.search(source)
    for tag in _TIMEX.finditer(source):
        attributes = {name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag[1])}
        in_dct = inside is not None and inside.start() < tag.start() < inside.end()
        if in_dct or attributes.get("functionInDocument") in _CREATION:
            return _when(attributes.get("value", ""))
    return None


def _when(value: str) -> When | None:
    day = _DAY.match(value)
    try:
        return When.parse(day.group()) if day else None
    except EdtfError:
        return None


def write(document: Document, mentions: Iterable[Mention]) -> str:
    """Give a TimeML document with a TIMEX3 for each mention."""
    value = document.published.edtf if document.published else ""
    creation = (
        f'<TIMEX3 tid="t0" type="DATE" value="{_quoted(value)}" temporalFunction="false"'
        f' functionInDocument="CREATION_TIME">{_escaped(value)}</TIMEX3>'
    )
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        _ROOT,
        "",
        f"<DOCID>{_escaped(document.name)}</DOCID>",
        "",
        f"<DCT>{creation}</DCT>",
        "",
        f"<TEXT>{_tagged(document.text, mentions)}</TEXT>",
        "",
        "</TimeML>",
        "",
    )
    return "\n".join(lines)


def _tagged(text: str, mentions: Iterable[Mention]) -> str:
    pieces, position = [], 0
    for number, one in enumerate(sorted(mentions, key=lambda mention: mention.start), 1):
        pieces += [
            _escaped(text[position : one.start]),
            _opening(number, one),
            _escaped(one.text),
            "</TIMEX3>",
        ]
        position = one.end
    return "".join([*pieces, _escaped(text[position:])])


def _opening(number: int, one: Mention) -> str:
    attributes = {"tid": f"t{number}", "type": one.type, "value": one.value, "mod": one.mod}
    attributes |= {"quant": one.quant, "freq": one.freq}
    given = " ".join(f'{name}="{_quoted(value)}"' for name, value in attributes.items() if value)
    return f"<TIMEX3 {given}>"


# XML 1.0 has no place for most control characters, not even escaped.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _escaped(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", html.escape(text, quote=False)).replace("\r", "&#13;")


def _quoted(text: str) -> str:
    return html.escape(text)


def tag(source: str, *, language: str = "en", narrative: Narrative = "auto") -> str:
    """Give a TimeML document with this program's TIMEX3 tags. Raises NotTimeML."""
    document = read(source)
    mentions = find(document.text, published=document.published, language=language, narrative=narrative)
    return write(document, mentions)
