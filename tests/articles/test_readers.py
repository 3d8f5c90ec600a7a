"""Real files of each form, read."""

# ruff: noqa: S311 - broken files need no secrets

import logging
import os
import random
import subprocess
import sys
import time
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from timeline.articles.readers import SUFFIXES, Piece, Unreadable, reader_for
from timeline.problems import Problem


def read(name: str, data: bytes | str) -> list[Piece]:
    suffix = "." + name.rpartition(".")[2]
    return list(reader_for(suffix)(data.encode() if isinstance(data, str) else data, name))


def read_or_refused(name: str, data: bytes | str) -> list[Piece]:
    """Read a file that may be refused, as long as that is said in words."""
    try:
        return read(name, data)
    except Unreadable as error:
        return [Piece(problems=(Problem(error.message, hint=error.hint),))]


def stated(piece: Piece) -> dict[str, str]:
    return {key: words.value for key, words in piece.stated.items()}


LEAD = "The last soldiers left the base in the north on Monday and handed it to the army, officials said."


# saved pages


def test_a_saved_page(make: SimpleNamespace) -> None:
    (piece,) = read("page.html", make.page())
    assert piece.text.split("\n\n")[0] == LEAD
    assert "“We are leaving a café in order,” a general said." in piece.text
    assert not {"Read more", "Home", "Copyright"} & set(piece.text.split("\n\n"))
    assert "another story" not in piece.text
    assert stated(piece) == {
        "title": "Troops leave Niger",
        "publisher": "The Sahel Post",
        "author": "Awa Reporter",
        "url": "https://sahelpost.example/2024/05/troops",
        "language": "en",
    }
    assert "published" not in piece.stated
    assert piece.proposed["published"].value == "2024-05-02T23:30-04:00"


DAYS = [
    # head of the page, day, words of where it was found
    ('<meta property="article:published_time" content="2024-05-02T08:00:00Z">', "2024-05-02T08:00Z", "meta"),
    ('<meta name="date" content="May 2, 2024">', "2024-05-02", "meta date"),
    ('<meta itemprop="datePublished" content="2024-05-02">', "2024-05-02", "meta datepublished"),
    ('<time datetime="2024-05-02" class="published">Thursday</time>', "2024-05-02", "time element"),
    ('<meta name="date" content="whenever">', None, ""),
]


@pytest.mark.parametrize(("head", "day", "origin"), DAYS)
def test_the_day_that_a_page_states(make: SimpleNamespace, head: str, day: str | None, origin: str) -> None:
    (piece,) = read("page.html", make.page(head))
    found = piece.proposed.get("published")
    if day is None:
        assert found is None or "htmldate" in found.origin
    else:
        assert found is not None
        assert found.value == day
        assert origin in found.origin


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0031)https://x.example/saved?a=b -->",
        "<!--\n Page saved with SingleFile \n url: https://x.example/saved?a=b \n saved date: Thu -->",
    ],
)
def test_the_address_that_a_browser_wrote(make: SimpleNamespace, comment: str) -> None:
    (piece,) = read("page.html", make.page().replace("<html", f"{comment}\n<html", 1))
    assert stated(piece)["url"] == "https://x.example/saved?a=b"


SMALL_PAGES = [
    ("<h1>Title</h1><p>The last soldiers left on Sunday.</p>", "The last soldiers left on Sunday."),
    (
        "<article><h1>T</h1><p>One thing happened here.</p><p>Then another.</p></article>",
        "One thing happened here.\n\nThen another.",
    ),
    (
        "<ul><li>One thing happened here</li><li>Then another</li></ul>",
        "One thing happened here\n\nThen another",
    ),
    (
        "<table><tr><td>2012</td><td>Agreement signed in the capital.</td></tr></table>",
        "2012 | Agreement signed in the capital.",
    ),
]


@pytest.mark.parametrize(("html", "text"), SMALL_PAGES)
@pytest.mark.parametrize("whole", [True, False])
def test_small_pages_and_parts_of_pages(html: str, text: str, *, whole: bool) -> None:
    (piece,) = read("p.html", f"<html><body>{html}</body></html>" if whole else html)
    assert piece.text == text


def test_an_older_encoding(make: SimpleNamespace) -> None:
    html = make.page().replace('<meta charset="utf-8">', '<meta charset="windows-1252">')
    (piece,) = read("page.htm", html.encode("cp1252"))
    assert "“We are leaving a café in order,” a general said." in piece.text


@pytest.mark.parametrize("name", ["page.mhtml", "page.mht", "page.webarchive"])
def test_pages_saved_into_one_file(make: SimpleNamespace, name: str) -> None:
    form = make.webarchive if name.endswith("webarchive") else make.mhtml
    (piece,) = read(name, form(make.page(), "https://x.example/from-the-archive"))
    assert piece.text.startswith(LEAD)
    assert "café" in piece.text
    assert stated(piece)["url"] == "https://x.example/from-the-archive"
    assert piece.proposed["published"].value.startswith("2024-05-02")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", "<html><body></body></html>"),
        ("page.html", b"\x00\x01\x02"),
        ("page.mhtml", "From: nobody\n\nno page"),
        ("page.webarchive", b"bplist00nonsense"),
        ("page.webarchive", b"bplist00" + b"\xff" * 40),
    ],
)
def test_what_is_no_page(name: str, data: bytes | str) -> None:
    with pytest.raises(Unreadable) as error:
        read(name, data)
    assert error.value.hint


HOSTILE_PAGES = [
    "<div>" * 50_000 + "text",
    "<p>" + "<b>" * 20_000,
    "<table>" * 3_000,
    "<!--" * 50_000,
    "<a href='" * 20_000,
    "&" * 200_000,
    "<p>" + "word " * 50_000,
    "<script type='application/ld+json'>" + '"datePublished":"' * 20_000 + "</script>",
]


@pytest.mark.parametrize("html", HOSTILE_PAGES, ids=lambda html: html[:12])
def test_hostile_pages_are_bounded(html: str) -> None:
    begin = time.process_time()
    assert read_or_refused("page.html", f"<html><body>{html}</body></html>")
    assert time.process_time() - begin < 20


# PDF


def test_a_pdf_with_pages(make: SimpleNamespace) -> None:
    pages = [
        [
            "The Sahel Post 1",
            "The delegation met the junta in the capital in mid-",
            "March and left after three",
        ],
        ["The Sahel Post 2", "days. The with-", "drawal began in May. It was over", "in September."],
        ["The Sahel Post 3", "That was the end of it for all who were there."],
    ]
    data = make.pdf(pages, Title="Talks in Niamey", Author="A. Reporter", CreationDate="D:20240504120000Z")
    (piece,) = read("report.pdf", data)
    text = (
        "The delegation met the junta in the capital in mid-March and left after three "
        "days. The withdrawal began in May. It was over in September.\n"
        "That was the end of it for all who were there."
    )
    assert piece.text == text
    assert piece.pages == ((0, "1"), (text.index("days."), "2"), (text.index("That"), "3"))
    assert stated(piece) == {"title": "Talks in Niamey", "author": "A. Reporter"}
    assert piece.proposed["made"].value == "2024-05-04"
    assert piece.problems == ()


def test_the_names_of_pages(make: SimpleNamespace) -> None:
    words = ["There are enough words on this page to count."]
    (piece,) = read("report.pdf", make.pdf([words, words], labels="117"))
    assert [name for _, name in piece.pages] == ["117", "118"]
    (piece,) = read("report.pdf", make.pdf([words]))
    assert piece.pages == ()


def test_a_word_with_a_hyphen_elsewhere_keeps_it(make: SimpleNamespace) -> None:
    (piece,) = read(
        "r.pdf", make.pdf([["The two-star general, that two-", "star officer, met the presi-", "dent."]])
    )
    assert piece.text == "The two-star general, that two-star officer, met the president."


def test_a_scan_is_told_what_to_run(make: SimpleNamespace) -> None:
    with pytest.raises(Unreadable, match="no text layer") as error:
        read("scan.pdf", make.pdf([[], ["3"]]))
    assert "ocrmypdf scan.pdf" in error.value.hint


def test_some_pages_without_text(make: SimpleNamespace) -> None:
    (piece,) = read(
        "r.pdf", make.pdf([["There are enough words on this page."], []], Producer="ocrmypdf 16.1")
    )
    assert "no text on page 2" in piece.problems[0].message
    assert stated(piece)["ocr"] == "true"


def test_a_locked_pdf(make: SimpleNamespace) -> None:
    with pytest.raises(Unreadable, match="password"):
        read("r.pdf", make.pdf([["Some words"]], password="x1"))  # noqa: S106 - of a made-up file


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnonsense", b"no pdf", b"%PDF-1.4\n" + b"1 0 obj\n" * 10_000])
def test_what_is_no_pdf(data: bytes) -> None:
    with pytest.raises(Unreadable, match="cannot be read") as error:
        read("r.pdf", data)
    assert error.value.hint


@pytest.mark.parametrize("keep", [200, 400, 600, 800])
def test_a_pdf_that_was_cut_off(make: SimpleNamespace, keep: int) -> None:
    data = make.pdf([["There are enough words on this page."]] * 2)[:keep]
    (piece,) = read_or_refused("r.pdf", data)
    assert "enough words" in piece.text or piece.problems[0].hint


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
    chance = random.Random(name)
    for _ in range(40 if name.startswith("p") else 150):
        assert read_or_refused(name, mutated(data, chance)) is not None


# TimeML

TIMEML = """<?xml version="1.0" ?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<DOCID>post-0502</DOCID>
<DCT><TIMEX3 value="2024-05-02" functionInDocument="CREATION_TIME">05/02/2024</TIMEX3></DCT>
<TITLE>Troops leave</TITLE>
<TEXT>
The soldiers <EVENT eid="e1">left</EVENT> on <TIMEX3 value="2024-04-29">Monday</TIMEX3> &amp; Tuesday.

That was all.
</TEXT>
</TimeML>"""


def test_timeml() -> None:
    (piece,) = read("a.tml", TIMEML)
    assert piece.text == "The soldiers left on Monday & Tuesday.\n\nThat was all."
    assert stated(piece) == {"title": "Troops leave", "published": "2024-05-02"}
    assert piece.name == "post-0502"


def test_older_timeml() -> None:
    (piece,) = read(
        "a.tml",
        '<TimeML><DOCNO>1</DOCNO>Sales rose <TIMEX3 tid="t1" functionInDocument="CREATION_TIME" '
        'value="1998-02-13T08:00:30">02/13/98</TIMEX3> again.<MAKEINSTANCE/></TimeML>',
    )
    assert piece.text == "Sales rose 02/13/98 again."
    assert stated(piece) == {"published": "1998-02-13T08:00"}


@pytest.mark.parametrize(
    "data",
    [
        "<TimeML><TEXT>not closed",
        "<html><body>no</body></html>",
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><TimeML><TEXT>&b;</TEXT',
    ],
)
def test_what_is_no_timeml(data: str) -> None:
    with pytest.raises(Unreadable) as error:
        read("a.xml", data)
    assert error.value.hint


def test_entities_are_not_expanded(tmp_path: os.PathLike[str]) -> None:
    secret = os.path.join(tmp_path, "secret")  # noqa: PTH118 - an address in an entity
    with open(secret, "w", encoding="utf-8") as file:  # noqa: PTH123 - as above
        file.write("SECRET")
    head = f'<!DOCTYPE TimeML [<!ENTITY x SYSTEM "file://{secret}">]>'
    data = f"{head}<TimeML><TEXT>words &x; words</TEXT></TimeML>"
    (piece,) = read("a.tml", data)
    assert "SECRET" not in piece.text


# records and tables


def test_json_lines() -> None:
    lines = (
        '{"id": "one", "published": "2024-05-02", "text": "One.\\n\\nTwo.", "source": {"name": "Post"}}\n'
        "\n"
        '{"headline": "Title", "date": "2024-05-03", "content": "Title\\nWords.", "byline": ["A", "B"]}\n'
        "{broken\n"
        "[1]\n"
        '{"title": "No text"}\n'
    )
    one, two, broken, no_object, no_text = read("a.jsonl", lines)
    assert (one.name, one.text, stated(one)) == (
        "one",
        "One.\n\nTwo.",
        {"published": "2024-05-02", "publisher": "Post"},
    )
    assert (two.text, stated(two)) == (
        "Words.",
        {"title": "Title", "published": "2024-05-03", "author": "A, B"},
    )
    assert [str(p.problems[0].where) for p in (broken, no_object, no_text)] == [
        "a.jsonl:4:2",
        "a.jsonl:5:1",
        "a.jsonl:6:1",
    ]


@pytest.mark.parametrize(
    "form", ["[{r}, {r}]", '{{"articles": [{r}, {r}]}}', "{r}\n{r}", "[\n {r},\n {r}\n]"]
)
def test_forms_of_json(form: str) -> None:
    record = '{"published": "2024", "body": "summary", "text": "Words."}'
    pieces = read("a.json", form.format(r=record))
    assert [piece.text for piece in pieces] == ["Words.", "Words."]
    assert stated(pieces[0]) == {"published": "2024", "body": "summary"}


@pytest.mark.parametrize("data", ["[" * 100_000, "[1, 2", '{"a":\n' * 50_000])
def test_hostile_json(data: str) -> None:
    assert all(piece.problems for piece in read_or_refused("a.json", data))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_table(delimiter: str, encoding: str) -> None:
    rows = [["Headline", "Date", "Text", "Desk"], ["Café", "2 May 2024", '"One, two; three.\n\nFour."', "x"]]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    (piece,) = read("a.csv", data)
    assert piece.text == "One, two; three.\n\nFour."
    assert stated(piece) == {"title": "Café", "published": "2 May 2024"}


def test_a_table_without_texts() -> None:
    with pytest.raises(Unreadable, match="no column") as error:
        read("a.csv", "title,date\nx,2024\n")
    assert "--metadata" in error.value.hint


@pytest.mark.parametrize(
    "data",
    ['text\n"' + "a" * 5_000_000, "text" + ",x" * 2_000 + "\n1", "text\n" + '"' * 100_001, "text\n\0\0a"],
)
def test_hostile_tables(data: str) -> None:
    assert len(read_or_refused("a.csv", data)) <= 2


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


@pytest.fixture(autouse=True)
def _quiet() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
