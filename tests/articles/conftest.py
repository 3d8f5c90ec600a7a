"""Real files of each form, made for the tests: a test asks for `make` and calls `make.pdf(...)`."""

from __future__ import annotations

import logging
import plistlib
import sys
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.config import Settings

sys.path.insert(0, str(Path(__file__).parent))  # the tests share `taking_in` and `pieces`

PAGE = """\
<!DOCTYPE html>
<html lang="en-US"><head><meta charset="utf-8"><title>Troops leave Niger | The Sahel Post</title>
<meta property="og:title" content="Troops leave Niger"><meta property="og:site_name" content="The Sahel Post">
<link rel="canonical" href="https://sahelpost.example/2024/05/troops">
{head}<meta name="author" content="Awa Reporter"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a> <a href="/m">More</a></nav>
<article><h1>Troops leave Niger</h1>
<p>{lead}The last <b>soldiers</b> left the base in the north on Monday and handed it to the army,
officials said.</p>
<p>They had been there since 2018. The withdrawal was agreed in mid-May after talks in the capital between the
two governments, which lasted for five days and ended in a joint statement.</p>
<blockquote><p>“We are leaving a café in order,” a general said.</p></blockquote></article>
<aside><a href="/x">Read more: another story that is not part of this one</a></aside>
<footer>Copyright 2019 The Sahel Post. All rights reserved.</footer></body></html>
"""
JSON_LD = (
    '<script type="application/ld+json">'
    '{"@type":"NewsArticle","datePublished":"2024-05-02T23:30:00-04:00"}</script>\n'
)


def page(head: str = JSON_LD, lead: str = "") -> str:
    """Return a page of a news site."""
    return PAGE.format(head=head, lead=lead)


def mhtml(html: str, url: str) -> bytes:
    """Return a page as Chrome saves it into one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = url
    message["Subject"] = "Troops leave Niger"
    message.make_related()
    part = EmailMessage()
    part.set_content(html, subtype="html", charset="utf-8", cte="quoted-printable")
    part["Content-Location"] = url
    message.attach(part)
    picture = EmailMessage()
    picture.set_content(b"\x89PNG", maintype="image", subtype="png")
    message.attach(picture)
    return message.as_bytes()


def webarchive(html: str, url: str) -> bytes:
    """Return a page as Safari saves it."""
    main = {"WebResourceData": html.encode(), "WebResourceURL": url, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def pdf(
    pages: list[list[str]],
    *,
    password: str = "",
    labels: str = "",
    large: tuple[int, ...] = (),
    **properties: str,
) -> bytes:
    """Return a PDF with these lines on its pages, the first of them in the type sizes `large`, in points."""
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, StreamObject

    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    reference = writer._add_object(font)
    for lines in pages:
        sheet = writer.add_blank_page(595, 842)
        fonts = DictionaryObject({NameObject("/F1"): reference})
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        sizes = [*large, *[11] * len(lines)][: len(lines)]
        shown = "".join(
            f"/F1 {size} Tf {size + 4} TL ({_escaped(line)}) Tj T*\n"
            for size, line in zip(sizes, lines, strict=True)
        )
        stream = StreamObject()
        stream.set_data(f"BT 60 780 Td\n{shown}ET".encode("cp1252"))
        sheet[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({f"/{key}": value for key, value in properties.items()})
    if labels:
        writer.set_page_label(0, len(pages) - 1, "/D", start=int(labels))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def docx(paragraphs: list[str], *, title: str = "", table: list[list[str]] | None = None) -> bytes:
    """Return a Word document."""
    from datetime import UTC, datetime

    from docx import Document

    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "Awa Reporter"
    document.core_properties.created = datetime(2024, 5, 4, 12, tzinfo=UTC)
    for paragraph in paragraphs[:1]:
        document.add_heading(paragraph)
    for row in table or []:
        cells = document.add_table(rows=1, cols=len(row)).rows[0].cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    for paragraph in paragraphs[1:]:
        document.add_paragraph(paragraph)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def write(path: Path, content: str | bytes) -> Path:
    """Write a file and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def link(path: Path, target: Path) -> None:
    """Make a symbolic link, or skip the test where this user may not."""
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except (OSError, NotImplementedError) as error:
        pytest.skip(f"no symbolic links here: {error}")


@pytest.fixture
def make() -> SimpleNamespace:
    """Return the functions above."""
    return SimpleNamespace(
        page=page, mhtml=mhtml, webarchive=webarchive, pdf=pdf, docx=docx, write=write, link=link
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Make an empty project."""
    (tmp_path / "project" / "content").mkdir(parents=True)
    return Settings(project=tmp_path / "project")


@pytest.fixture(autouse=True)
def _quiet() -> None:
    """Keep the package that reads pages from saying what the tests break on purpose."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
