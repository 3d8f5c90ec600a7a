"""Pages that a browser saved into one file: MHTML (Chrome, Edge) and Safari's webarchive."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from xml.parsers.expat import ExpatError

from timeline.articles.readers.piece import Piece, Unreadable
from timeline.articles.readers.webpage import of_page

MOST_PARTS = 5_000
_AGAIN = "save the page again (Ctrl-S), as a web page or as text"


def read(data: bytes, name: str) -> Iterator[Piece]:
    """Yield the article of the page that the file holds."""
    page, url = (
        _of_safari(data)
        if data.startswith(b"bplist") or b"WebMainResource" in data[:4096]
        else _of_mhtml(data)
    )
    yield of_page(page, name, url)


def _of_mhtml(data: bytes) -> tuple[bytes, str]:
    from email import message_from_bytes

    if data.count(b"\nContent-Type:") > MOST_PARTS:
        raise Unreadable(f"this archive has more than {MOST_PARTS} parts", _AGAIN)
    message = message_from_bytes(data)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return _as_utf8(page, part), _url(message, part)
    raise Unreadable("no page was found in this archive", _AGAIN)


def _as_utf8(page: bytes, part: Message) -> bytes:
    """Return the page in UTF-8.

    The encoding stands in the part's head, and the page itself may say otherwise.
    """
    charset = part.get_content_charset()
    if charset is None:
        return page
    try:
        return page.decode(charset, "replace").encode()
    except LookupError:
        return page


def _url(message: Message, part: Message) -> str:
    for value in (message.get("Snapshot-Content-Location"), part.get("Content-Location")):
        address = str(value or "").strip()  # a header with broken characters is no text
        if address.lower().startswith(("http://", "https://")):
            return address
    return ""


def _of_safari(data: bytes) -> tuple[bytes, str]:
    import plistlib

    try:
        main = plistlib.loads(data)["WebMainResource"]
        return bytes(main["WebResourceData"]), str(main.get("WebResourceURL", ""))
    except (plistlib.InvalidFileException, ExpatError, KeyError, TypeError, ValueError, AttributeError):
        raise Unreadable("no page was found in this archive", _AGAIN) from None
