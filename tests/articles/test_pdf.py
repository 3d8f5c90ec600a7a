"""PDF files: their pages and names of pages, and those that hold no text."""

from types import SimpleNamespace

import pytest
from pieces import read, read_or_refused, stated

from timeline.articles.readers import Unreadable


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


BODY = ["Union Wire, 13 November 2023", "Eleven people were hurt when a fire tore through a mill."]


@pytest.mark.parametrize(
    ("head", "large", "title"),
    [
        (["Fire tears through mill", "in Brenford"], (20, 20), "Fire tears through mill in Brenford"),
        (["Fire tears through mill"], (20,), "Fire tears through mill"),
        (["Fire tears through mill"], (12,), ""),  # no larger than the text
        (["The Harbour Times", "Fire tears through mill"], (26, 20), "Fire tears through mill"),
        (["Mill Fire", "Eleven people are hurt in Brenford"], (11, 11), ""),
        (["Business"], (20,), ""),  # the name of a section
        (["Fire tears through mill and " + "spreads " * 30 + "on"], (20,), ""),  # a pull quote
    ],
)
def test_a_title_in_larger_type(
    make: SimpleNamespace, head: list[str], large: tuple[int, ...], title: str
) -> None:
    (piece,) = read("report.pdf", make.pdf([[*head, *BODY]], large=large))
    assert stated(piece) == ({"title": title} if title else {})
    assert piece.text.startswith(head[0]) == (title != " ".join(head))
    assert "Eleven people were hurt" in piece.text


def test_properties_name_the_title_before_its_type_does(make: SimpleNamespace) -> None:
    data = make.pdf([["Fire tears through mill", *BODY]], large=(20,), Title="Mill fire hurts eleven")
    (piece,) = read("report.pdf", data)
    assert stated(piece) == {"title": "Mill fire hurts eleven"}
    assert piece.text.startswith("Fire tears through mill")


@pytest.mark.parametrize(
    ("named", "title"),
    [(named, "Fire tears through mill") for named in ("Layout 1", "x", "ear")] + [("Mill", "Mill")],
)
def test_what_a_program_called_the_file_is_no_title(make: SimpleNamespace, named: str, title: str) -> None:
    data = make.pdf([["Fire tears through mill", *BODY]], large=(20,), Title=named)
    (piece,) = read("report.pdf", data)
    assert stated(piece)["title"] == title


COLUMN = [
    "ORRIN, Oct. 29 - A former guard who is",
    "accused of stealing an urn and a",
    "Roman cup was freed on bail, which the",
    "court set at 900 crowns. Prosecutors",
    "had opposed bail at a hearing on",
    "October 15.",
    "Police said that they had examined",
    "CCTV pictures from a shop at Tore",
]


@pytest.mark.parametrize(
    "head",
    [
        ["THE ORRIN EXAMINER - Thursday 30 October 2025 - Volume 112, number 44 - Page 7"],
        ["THE ORRIN EXAMINER", "Thursday 30 October 2025", "Page 7"],
        [],
    ],
)
def test_a_line_over_all_columns_says_nothing_of_how_wide_they_are(
    make: SimpleNamespace, head: list[str]
) -> None:
    """A headline stands below the paper's name and day as well as on top."""
    lines = [*head, "Guard freed on bail", "in cup case", "By Fiona Keir", *COLUMN]
    (piece,) = read("r.pdf", make.pdf([lines], large=(*[11] * len(head), 26, 26)))
    assert piece.stated["title"].value == "Guard freed on bail in cup case"
    told = [line for line in piece.text.split("\n") if line]
    assert told[: len(head)] == head
    assert told[len(head)] == "By Fiona Keir"
    assert told[len(head) + 1].startswith("ORRIN, Oct. 29 - A former guard who is accused")
    assert "an urn and a Roman cup was freed" in told[len(head) + 1]
    assert "at a hearing on October 15." in told[len(head) + 1]
    assert told[-1] == "Police said that they had examined CCTV pictures from a shop at Tore"


def test_rows_of_a_list_below_wrapped_lines_stay_lines(make: SimpleNamespace) -> None:
    prose = [
        "The quay was closed after two inspections, as the harbour board",
        "said in its report of last year.",
    ]
    rows = ["3 May: the quay is closed", "9 May: Ms Brandt resigns", "12 June: the quay opens"]
    (piece,) = read("r.pdf", make.pdf([[*prose, *rows]]))
    assert piece.text.split("\n") == [" ".join(prose), *rows]


BESIDE_A_BOX = [
    "ORRIN, April 10 - A month after a tank at the",
    "Halden mill burst, the people of the town do",
    "not know when it will open.",
    "The tank, built in 1987,",
    "gave way on the evening of",
    "10 March. Within an hour",
    "the plume had come down",
    "to Corrow, where the",
    "Water Board shut its",
    "intakes. They were open",
    "again on 18 March.",
    "On 14 March the county began an inquiry. Its",
    "officers searched the offices in Dingwall, and",
    "took away files.",
]
BOX = ["The mill in dates", "1911: founded", "1974: moves to Orrin", "2019: fined for a leak"]


def test_a_column_that_is_narrow_beside_a_box(make: SimpleNamespace) -> None:
    (piece,) = read("r.pdf", make.pdf([BESIDE_A_BOX]))
    assert piece.text.split("\n") == [
        " ".join(BESIDE_A_BOX[:3]),
        " ".join(BESIDE_A_BOX[3:11]),
        " ".join(BESIDE_A_BOX[11:]),
    ]


def test_a_box_that_the_file_gives_first_stands_below_paper_and_day(make: SimpleNamespace) -> None:
    head = ["The Monitor, 10 April 2025", "The Halden spill: one month on"]
    lines = [*BOX, "a third one in 2020", *BOX[1:], *head, *BESIDE_A_BOX]
    (piece,) = read("r.pdf", make.pdf([lines], Title=head[1]))
    told = piece.text.split("\n")
    assert "The Monitor, 10 April 2025" in told[:2]
    assert head[1] not in told
    assert told.index("1911: founded") < told.index(" ".join(BESIDE_A_BOX[:3]))


def test_short_lines_that_nothing_wraps_stay_lines(make: SimpleNamespace) -> None:
    (piece,) = read("r.pdf", make.pdf([[*BESIDE_A_BOX[:3], *BOX, *BESIDE_A_BOX[11:]]]))
    assert piece.text.split("\n")[1:5] == BOX


def test_a_line_above_the_title_stays_a_line(make: SimpleNamespace) -> None:
    """Paper, day and page are read there; joined with the text below it they would be a sentence of it."""
    page = ["COAL REVIEW Friday 1 March 2024 Page 7", "Fire tears through mill", *BODY]
    (piece,) = read("report.pdf", make.pdf([page], large=(11, 20)))
    assert piece.text.startswith("COAL REVIEW Friday 1 March 2024 Page 7\n")
