"""PDF with a text layer. Where its pages begin is kept, so that a source can name the page.

A scan without text is refused with what to run: making text of pictures is the work of other programs.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from timeline.articles.dates import NotADate, read_publication
from timeline.articles.markdown_text import plain_text
from timeline.articles.readers.pdf_type import large_title
from timeline.articles.readers.piece import Piece, Unreadable, Words, unhyphenated
from timeline.problems import Problem, Severity, Where

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 3_000
FEWEST_LETTERS = 20  # on a page; a scan may carry a stamp or a page number as text
_OCR = re.compile(r"ocrmypdf|tesseract|abbyy|finereader|readiris|omnipage|paper capture", re.IGNORECASE)
_JUNK_TITLE = re.compile(
    r"microsoft word|untitled|^\W*$|\.(?:docx?|indd|qxd|pdf|tmp|html?)$|^\S*\d{5,}\S*$", re.IGNORECASE
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_FIGURES = re.compile(r"\d+")
_TOP = 6  # lines of a page below which a title is looked for no longer
_SURE_TITLE = 3  # words of a title that is known wherever it stands alone on the page
_MASTHEAD = 2  # lines above such a title that belong to it, at the most
_NAME_OF_A_FILE = 2  # words of what a program may have called it
LARGEST_TYPE = "the largest type of its first page"


def read(data: bytes, name: str) -> Iterator[Piece]:
    """Yield the one article of a PDF."""
    # pypdf tells of each small fault of a file in the log; what matters is whether there is text.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = _opened(data)
    texts = _page_texts(reader)
    empty = [n for n, text in enumerate(texts, 1) if sum(map(str.isalpha, text)) < FEWEST_LETTERS]
    if len(empty) == len(texts):
        hint = f"make one with `ocrmypdf {name} with-text.pdf`, then `timeline add with-text.pdf`"
        raise Unreadable("this PDF has no text layer (it is a scan)", hint)
    stated, proposed = _metadata(reader)
    if _is_unsaid(stated.get("title"), texts[0]) and (title := _title_by_type(reader)):
        stated["title"] = Words(title, LARGEST_TYPE)
    texts = _without_running_heads(texts)
    if "title" in stated:
        texts[0] = _without_title(texts[0], stated["title"].value)
    text = "\n\f\n".join(texts).translate(_LIGATURES)
    plain = plain_text(unhyphenated(text), is_markdown=False, is_print=True)
    names = _page_names(reader, len(texts))
    pages = tuple((start, names[int(number) - 1]) for start, number in plain.pages)
    problems = _pages_without_text(empty, name)
    yield Piece(plain.text, "", pages if len(texts) > 1 else (), stated, proposed, problems=problems)


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    hint = (
        "open it, print it to a new PDF without a password, and give that; or `qpdf --decrypt in.pdf out.pdf`"
    )
    try:
        reader = PdfReader(BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
    except DependencyError:
        raise Unreadable("this PDF is encrypted", hint) from None
    except Exception as error:  # noqa: BLE001 - a broken PDF fails in any way that there is
        hint = "open it in a viewer and print it to a new PDF"
        raise Unreadable(f"this PDF cannot be read: {error}", hint) from None
    if locked:
        raise Unreadable("this PDF is locked with a password", hint)
    if count > MOST_PAGES:
        raise Unreadable(f"this PDF has more than {MOST_PAGES} pages", "give only the pages of the article")
    return reader


def _page_texts(reader: PdfReader) -> list[str]:
    return [_page_text(reader, number) for number in range(len(reader.pages))]


def _page_text(reader: PdfReader, number: int) -> str:
    """Return a page's text, "" where the page is broken: the others may be whole."""
    try:
        return reader.pages[number].extract_text().replace("\f", "\n")
    except Exception:  # noqa: BLE001 - a broken page fails in any way that there is, and is told as one without text
        return ""


def _is_unsaid(title: Words | None, text: str) -> bool:
    """Tell whether there is no title, or one of a word or two that are no words of its page: "Layout 1"."""
    if title is None:
        return True
    wanted = _words(title.value)
    return len(wanted) <= _NAME_OF_A_FILE and f" {' '.join(wanted)} " not in f" {' '.join(_words(text))} "


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.translate(_LIGATURES).casefold())


def _title_by_type(reader: PdfReader) -> str:
    try:
        title = large_title(reader.pages[0])
    except Exception:  # noqa: BLE001 - a broken page fails in any way that there is; it has no title then
        return ""
    return "" if _JUNK_TITLE.search(title) else title.translate(_LIGATURES)


def _without_title(text: str, title: str) -> str:
    """Return a page's text without its title: at its beginning, or in lines of its own.

    Above it may stand the paper's name, the day and the page. What a file gives long before its title is a
    box beside the text: it comes behind the lines above the title, which tell paper and day.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for start in range(len(lines) if len(title.split()) >= _SURE_TITLE else min(_TOP, len(lines))):
        if end := _end_of(title, lines, start):
            masthead = 0 if start < _TOP else _masthead(lines, start)
            parts = (lines[masthead:start], lines[:masthead], lines[end:])
            return "\n\n".join("\n".join(part) for part in parts if part)
    return _below_title(text, title)


def _masthead(lines: list[str], start: int) -> int:
    """Return where the lines above a title begin that belong to it: none goes on from another."""
    first = start
    while start - first < _MASTHEAD and not lines[first - 1][:1].islower():
        first -= 1
    return first


def _end_of(title: str, lines: list[str], start: int) -> int:
    """Return the number of the line after a title that begins with this one, 0 where it does not."""
    wanted, told = _letters(title), ""
    for end in range(start, len(lines)):
        told += _letters(lines[end])
        if told == wanted:
            return end + 1
        if not wanted.startswith(told):
            break
    return 0


def _below_title(text: str, title: str) -> str:
    """Return a page's text without its beginning where that only repeats the title."""
    left = _letters(title)
    at = 0
    while left and at < len(text):
        letters = _letters(text[at])
        if not left.startswith(letters):
            return text
        left = left[len(letters) :]
        at += 1
    return text if left else text[at:].lstrip()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.translate(_LIGATURES))).casefold()


def _without_running_heads(texts: list[str]) -> list[str]:
    """Take out first and last lines that, but for figures, stand on more than half of three or more pages."""
    pages = [[line.strip() for line in text.split("\n") if line.strip()] for text in texts]
    if len(pages) < 3:  # noqa: PLR2004 - on two pages, chance repeats a line
        return ["\n".join(lines) for lines in pages]
    for end in (0, -1):
        seen = Counter(_FIGURES.sub("0", lines[end]) for lines in pages if lines)
        for lines in pages:
            if lines and 2 * seen[_FIGURES.sub("0", lines[end])] > len(pages):
                del lines[end]
    return ["\n".join(lines) for lines in pages]


def _page_names(reader: PdfReader, count: int) -> list[str]:
    try:
        labels = reader.page_labels
    except Exception:  # noqa: BLE001 - broken labels fail in any way that there is; pages are then counted
        labels = []
    names = [label.strip() for label in labels]
    usable = len(names) == count and all(name and len(name) <= 20 and " " not in name for name in names)  # noqa: PLR2004 - a mark's length
    return names if usable else [str(n) for n in range(1, count + 1)]


def _metadata(reader: PdfReader) -> tuple[dict[str, Words], dict[str, Words]]:
    try:
        told = {key: str(value).strip() for key, value in (reader.metadata or {}).items() if value}
    except Exception:  # noqa: BLE001 - broken metadata fails in any way that there is, and is no loss
        told = {}
    title, author = told.get("/Title", ""), told.get("/Author", "")
    stated = (
        {"title": Words(title, "the PDF's properties")} if title and not _JUNK_TITLE.search(title) else {}
    )
    if author:
        stated["author"] = Words(author, "the PDF's properties")
    if _OCR.search(told.get("/Producer", "") + told.get("/Creator", "")):
        stated["ocr"] = Words("true", "the PDF's properties")
    day = re.match(r"D:(\d{4})(\d\d)(\d\d)", told.get("/CreationDate", ""))
    return stated, _made_on("-".join(day.groups())) if day else {}


def _made_on(day: str) -> dict[str, Words]:
    try:
        read_publication(day)
    except NotADate:
        return {}
    return {"made": Words(day, "the day the PDF was made")}


def _pages_without_text(empty: list[int], name: str) -> tuple[Problem, ...]:
    if not empty:
        return ()
    shown = ", ".join(map(str, empty[:10])) + (" …" if len(empty) > 10 else "")  # noqa: PLR2004 - enough to see the pattern
    hint = f"if they are scans: `ocrmypdf --skip-text {name} with-text.pdf`"
    return (Problem(f"no text on page {shown}", Where(name), hint, Severity.WARNING),)
