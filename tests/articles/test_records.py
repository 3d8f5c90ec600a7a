"""TimeML, records and tables: files in which others kept their articles."""

import json
import os

import pytest
from pieces import TIMEML, read, read_or_refused, stated

from timeline.articles.readers import Unreadable


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


BODIES = [
    (
        "<p>Some left on <b>Monday</b>.</p><p>It paid &pound;4 million &amp; more.</p>",
        "Some left on Monday.|It paid £4 million & more.",
    ),
    (
        "<div><p>A court ruled.</p><script>alert(1)</script><p>It said\nso.</p></div>",
        "A court ruled.|It said so.",
    ),
    ("One line<br>another<br/>and a third", "One line|another|and a third"),
    ("<ul><li>One</li><li>Two</li></ul>", "One|Two"),
    (
        "<table><tr><td>2 May</td><td>Talks</td></tr><tr><td>3 May</td><td>None</td></tr></table><p></p>",
        "2 May Talks|3 May None",
    ),
    ("<h2>Why</h2><p>Nobody <a href='x'>knows</a></p>", "Why|Nobody knows"),
    ("<p>First <p>Second", "First|Second"),
    ("5 < 6 and 7 > 3 & so on", "5 < 6 and 7 > 3 & so on"),
    ("I <3 the <unknown> R&D", "I <3 the <unknown> R&D"),
    ("Plain.\n\nText.", "Plain.|Text."),
]


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_a_body_that_is_a_piece_of_a_page(body: str, text: str) -> None:
    (piece,) = read("a.jsonl", json.dumps({"title": "T", "published": "2024-05-02", "body": body}))
    assert piece.text == text.replace("|", "\n\n")
    cell = body.replace('"', '""')
    (piece,) = read("a.csv", f'title;date;text\nT;2024-05-02;"{cell}"\n')
    assert piece.text == text.replace("|", "\n\n")
