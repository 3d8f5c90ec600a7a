"""Documents, texts and broken files, read, and the reader that each form of file has."""

import random
import subprocess
import sys
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from pieces import TIMEML, read, read_or_refused, stated

from timeline.articles.readers import SUFFIXES, Unreadable, reader_for

# Word


def test_a_document(make: SimpleNamespace) -> None:
    table = [["Date", "What"], ["2 May", "Talks"]]
    data = make.docx(["Troops leave Niger", "The last soldiers left.", "", "That was in May."], table=table)
    (piece,) = read("report.docx", data)
    assert piece.text == "Date | What\n\n2 May | Talks\n\nThe last soldiers left.\n\nThat was in May."
    assert stated(piece) == {"title": "Troops leave Niger", "author": "Awa Reporter"}
    assert piece.proposed["made"].value == "2024-05-04"


def test_a_document_with_a_title(make: SimpleNamespace) -> None:
    (piece,) = read("r.docx", make.docx(["Troops leave", "They left."], title="Troops leave"))
    assert (piece.text, stated(piece)["title"]) == ("They left.", "Troops leave")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>{}</w:t></w:r>"
CHANGED = [
    (f'<w:ins {W} w:id="1" w:author="E">{RUN.format("gladly ")}</w:ins>', "They gladly left."),
    (f'<w:del {W} w:id="1" w:author="E"><w:r><w:delText>not </w:delText></w:r></w:del>', "They left."),
    (f'<w:moveFrom {W} w:id="1" w:author="E">{RUN.format("once ")}</w:moveFrom>', "They left."),
    (f'<w:moveTo {W} w:id="1" w:author="E">{RUN.format("once ")}</w:moveTo>', "They once left."),
    (f"<w:sdt {W}><w:sdtContent>{RUN.format('all ')}</w:sdtContent></w:sdt>", "They all left."),
    (f"<w:hyperlink {W}>{RUN.format('all ')}</w:hyperlink>", "They all left."),
    (f"<w:r {W}><w:t>in</w:t><w:noBreakHyphen/><w:t>laws </w:t></w:r>", "They in-laws left."),
    (f"<w:r {W}><w:txbxContent><w:p>{RUN.format('A box.')}</w:p></w:txbxContent></w:r>", "They left."),
]


@pytest.mark.parametrize(("change", "text"), CHANGED)
@pytest.mark.parametrize("in_table", [False, True])
def test_changes_that_somebody_tracked_are_accepted_and_comments_left_out(
    change: str, text: str, *, in_table: bool
) -> None:
    document = Document()
    document.add_heading("Title")
    place = document.add_table(rows=1, cols=1).rows[0].cells[0] if in_table else document
    paragraph = place.add_paragraph("They ")
    paragraph._p.append(parse_xml(change))
    document.add_comment(paragraph.add_run("left."), text="Is that so?", author="E")
    out = BytesIO()
    document.save(out)
    (piece,) = read("r.docx", out.getvalue())
    assert piece.text == text


def test_what_is_no_document(make: SimpleNamespace) -> None:
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("word/document.xml", bytes(210_000_000))
    empty = BytesIO()
    with ZipFile(empty, "w") as archive:
        archive.writestr("a", "b")
    for data in (b"nothing", bomb.getvalue(), empty.getvalue(), make.docx([])):
        with pytest.raises(Unreadable) as error:
            read("r.docx", data)
        assert error.value.hint


# broken files


def mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 2, 20])):
        place = chance.randrange(len(changed) or 1)
        if changed and chance.random() < 0.5:
            changed[place] = chance.randrange(256)
        else:
            del changed[place : place + chance.randrange(30)]
    return bytes(changed)


@pytest.mark.parametrize(
    "name", ["r.pdf", "r.docx", "p.mhtml", "p.webarchive", "a.tml", "a.csv", "a.json", "a.md"]
)
def test_broken_files_are_read_or_refused(make: SimpleNamespace, name: str) -> None:
    data = {
        "r.pdf": make.pdf([["There are enough words on this page."]] * 2, labels="3", Title="x"),
        "r.docx": make.docx(["Title", "Words."], table=[["a", "b"]]),
        "p.mhtml": make.mhtml(make.page(), "https://x.example/a"),
        "p.webarchive": make.webarchive(make.page(), "https://x.example/a"),
        "a.tml": TIMEML.encode(),
        "a.csv": b'title,date,text\nx,2024-05-02,"a\nb"\n',
        "a.json": b'[{"text": "a", "published": "2024"}, {"text": "b"}]',
        "a.md": b"---\ntitle: x\npublished: 2024\n---\n*x* [a](b)\n",
    }[name]
    chance = random.Random(name)  # noqa: S311 - broken files need no secrets
    for _ in range(40 if name.startswith("p") else 150):
        assert read_or_refused(name, mutated(data, chance)) is not None


# text and the rest


def test_a_text_with_a_headline() -> None:
    (piece,) = read("a.txt", "Troops leave Niger\n\n/\n\nThe last soldiers left the base\nin the north.\n")
    assert (stated(piece), piece.text) == (
        {"title": "Troops leave Niger"},
        "The last soldiers left the base in the north.",
    )


def test_a_text_without_a_headline() -> None:
    (piece,) = read("a.txt", "The last soldiers left.\n\nThat was all.")
    assert (stated(piece), piece.text) == ({}, "The last soldiers left.\n\nThat was all.")


def test_a_text_of_an_old_windows_program() -> None:
    (piece,) = read("a.txt", "“Café”, he said.".encode("cp1252"))
    assert piece.text == "“Café”, he said."
    assert "Windows-1252" in piece.problems[0].message


def test_pages_of_a_text() -> None:
    (piece,) = read("a.txt", "One\n\fTwo\n\f")
    assert piece.pages == ((0, "1"), (4, "2"))


def test_markdown_with_front_matter_of_another_program() -> None:
    (piece,) = read(
        "a.md",
        "---\ntitle: Coup\ndate: 2024-05-02\ncategories: [a, b]\nlayout: post\nsha256: x\n---\n\n"
        "The *last* left.\n",
    )
    assert stated(piece) == {"title": "Coup", "published": "2024-05-02"}
    assert (piece.text, piece.markdown) == ("The last left.", "The *last* left.")
    assert "categories, layout" in piece.problems[0].message


def test_broken_front_matter() -> None:
    with pytest.raises(Unreadable, match="front matter"):
        read("a.md", "---\na: b: c\n---\nText")


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_what_is_no_text(name: str) -> None:
    with pytest.raises(Unreadable, match="no text file"):
        read(name, b"\x89PNG\x00\x00")


@pytest.mark.parametrize("suffix", [".jpg", ".doc", ".zip", ".xyz", ""])
def test_other_files_are_told_what_to_do(suffix: str) -> None:
    with pytest.raises(Unreadable) as error:
        reader_for(suffix)
    assert error.value.hint


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_has_its_reader(suffix: str) -> None:
    assert callable(reader_for(suffix.upper()))


def test_costly_packages_wait_until_they_are_needed() -> None:
    program = (
        "import sys, timeline.articles;"
        "costly = {'trafilatura', 'htmldate', 'pypdf', 'docx', 'lxml', 'dateparser', 'email'};"
        "found = costly & set(sys.modules);"
        "sys.exit(' '.join(found) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_words_that_a_pasted_text_breaks_at_the_ends_of_lines_are_joined() -> None:
    text = "It ruled that the com-\npany had met in mid-\nMarch with its well-\nknown, so well-known head."
    (piece,) = read("a.txt", text)
    assert "the company had met in mid-March with its well-known, so" in " ".join(piece.text.split())


CAFE = "Café shut\n\nThe café in Orsk was shut on Wednesday – for “good”.\n"
PASTED = CAFE.encode() + "The café’s owner left.\n".encode("cp1252")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (CAFE.encode(), ""),
        (CAFE.encode("utf-8-sig"), ""),
        (CAFE.encode("utf-16"), ""),
        (CAFE.encode("utf-16-le"), "read as UTF-16: it is not UTF-8"),
        (CAFE.encode("utf-16-be"), "read as UTF-16: it is not UTF-8"),
        (CAFE.encode("cp1252"), "read as Windows-1252: it is not UTF-8"),
        (PASTED, "read as UTF-8 with parts in Windows-1252"),
    ],
)
def test_each_stretch_is_read_in_its_encoding(data: bytes, told: str) -> None:
    (piece,) = read("cafe.txt", data)
    assert stated(piece) == {"title": "Café shut"}
    assert piece.text.startswith("The café in Orsk was shut on Wednesday – for “good”.")
    assert ("The café’s owner left." in piece.text) == (data is PASTED)
    assert [problem.message for problem in piece.problems] == [told] * bool(told)


@pytest.mark.parametrize("declared", ["", '<meta charset="windows-1252">'])
def test_a_page_that_tells_no_encoding_is_read_as_browsers_do(declared: str) -> None:
    words = "The café closed on Wednesday – the owner said “never again” – after a year without a guest."
    html = (
        f"<html><head>{declared}<title>Café I</title></head><body><h1>Café I</h1><p>{words}</p></body></html>"
    )
    for encoding in ("cp1252", *(["utf-8"] if not declared else [])):
        (piece,) = read("cafe.html", html.encode(encoding))
        assert words in piece.text


def test_a_list_of_authors_is_taken_over_and_toml_is_refused() -> None:
    (piece,) = read("a.md", "---\nauthor: [Ann Roe, Jo  Marsh]\ntags: [x]\n---\nIt closed.\n")
    assert stated(piece) == {"author": "Ann Roe, Jo Marsh"}
    with pytest.raises(Unreadable, match="TOML"):
        read("a.md", '+++\ntitle = "L"\n+++\nIt closed.\n')
