"""The plain text of Markdown."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.inline import escape_markdown
from timeline.articles.markdown_text import plain_text, title_heading
from timeline.articles.readers.piece import unhyphenated

LINES = [
    # Markdown, words
    (
        "**Bold** and *slanted* and ***both*** and __under__ and _it_",
        "Bold and slanted and both and under and it",
    ),
    ("**bold *within* bold**", "bold within bold"),
    ("5 * 3 * 2, 5*3*2, snake_case_name, a_b", "5 * 3 * 2, 5*3*2, snake_case_name, a_b"),
    ('the [Pentagon](https://x.org/a_(b)?c=d "title") said', "the Pentagon said"),
    ("the [U.S. *Army*](<https://x.org/a>) said", "the U.S. Army said"),
    (
        "see [here][1] and [Niger].\n\n[1]: https://x.org/a 'T'\n[niger]: https://x.org/n",
        "see here and Niger.",
    ),
    ('"The situation [is] manageable [1]," he said', '"The situation [is] manageable [1]," he said'),
    ("[Photo Credit: By A, CC BY 3.0]", "[Photo Credit: By A, CC BY 3.0]"),
    ("A fact.[^1]\n\n[^1]: The note.", "A fact.\n\nThe note."),
    ("![A tank](tank.jpg) Troops left.", "Troops left."),
    ("[![A tank](tank.jpg)](https://x.org) Troops left.", "Troops left."),
    ("an <em>old</em> tag<br>and a line", "an old tag\nand a line"),
    ("3 < 5 and 7 > 6", "3 < 5 and 7 > 6"),
    ("<https://x.org/a_b_c>", "https://x.org/a_b_c"),
    ("AT&amp;T, caf&eacute; &lt;b&gt; R&D", "AT&T, café <b> R&D"),
    (r"\*not slanted\* 1\. \[x\](y) \\ \z", r"*not slanted* 1. [x](y) \ \z"),
    (r"`*code\*` and \`not\`", r"*code\* and `not`"),
    ("~~struck~~", "struck"),
    ("# Title #\ntext", "Title\n\ntext"),
    ("Title\n=====\ntext", "Title\n\ntext"),
    ("Title\n---\ntext", "Title\n\ntext"),
    ("one\n\n* * *\n\ntwo", "one\n\ntwo"),
    ("#1 in the list", "#1 in the list"),
    ("> quoted\n> text\n>\n> more", "quoted text\n\nmore"),
    ("- one\n- two\n  goes on", "one\ntwo goes on"),
    ("1. one\n2. two\n3) three", "one\ntwo\nthree"),
    ("15. März 2024 war ein Freitag.", "15. März 2024 war ein Freitag."),
    ("2018. That was the year.", "2018. That was the year."),
    ("- Niger and Mali\n- Chad", "Niger and Mali\nChad"),
    ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a | b\n1 | 2"),
    ("```python\nx = *y*\n# z\n```\nafter", "x = *y*\n# z\n\nafter"),
    ("a <!-- hidden\nwords --> b", "a  b"),
    ("a <!-- never closed", "a <!-- never closed"),
    ("line  \nbreak\\\nhere", "line\nbreak\nhere"),
    ("\ufeffsoft\u00adhy\u200bphen\x00 \x07bell", "softhyphen   bell"),
    ("old\rmac\r\rlines", "old mac\n\nlines"),
]


@pytest.mark.parametrize(("markdown", "words"), LINES)
def test_words(markdown: str, words: str) -> None:
    assert plain_text(markdown).text == words


WRAPPED = [
    # a wrapped line goes on; a short line, such as a headline above its text, does not
    (
        "The last U.S. troops left Niger on 15 September 2024, the\nPentagon said.",
        "The last U.S. troops left Niger on 15 September 2024, the Pentagon said.",
    ),
    ("Troops leave\nThe last U.S. troops left Niger on 15 September.", None),
    ("The delegation met the junta,\nand left.", "The delegation met the junta, and left."),
    ("One paragraph. " + "Words. " * 40 + "\nAnother one. " + "Words. " * 40, None),
]


@pytest.mark.parametrize(("text", "words"), WRAPPED)
@pytest.mark.parametrize("is_markdown", [True, False])
def test_line_breaks(text: str, words: str | None, *, is_markdown: bool) -> None:
    lines = [line.strip() for line in text.split("\n")]
    assert plain_text(text, is_markdown=is_markdown).text == (words or "\n".join(lines))


PRINT = """\
The harbour board of Varde, which has run
the docks since 1998, decided on
5 May 2024 to close the eastern quay in
Hollin, as its chair said, who is
Olga Brandt. The quay was last mended
in 2011.
Talks with the union
The union asked for a longer notice on
12 April. Its secretary resigned."""


def test_lines_of_print_are_full_before_they_are_as_long_as_the_longest() -> None:
    """Letters of print differ in width; a short line is a heading, a line with a full stop may be an end."""
    lines = plain_text(PRINT, is_markdown=False, is_print=True).text.split("\n")
    assert lines[0].endswith("in 2011.")
    assert "decided on 5 May 2024 to close the eastern quay in Hollin" in lines[0]
    assert "who is Olga Brandt" in lines[0]
    assert lines[1:] == [
        "Talks with the union",
        "The union asked for a longer notice on 12 April. Its secretary resigned.",
    ]


NARROW = """An appeal court on Friday halved
the fine against Northfen Water to
£6 million, ruling that the firm
had acted in good faith."""
HEADED = """Northfen fine halved
Valley Wire
An appeal court halved the fine on
Friday."""


def test_a_narrow_line_that_ends_no_sentence_goes_on_below() -> None:
    assert plain_text(NARROW, is_markdown=False).text == " ".join(NARROW.split("\n"))
    lines = plain_text(HEADED, is_markdown=False).text.split("\n")
    assert lines[:2] == ["Northfen fine halved", "Valley Wire"]


def test_plain_text_is_not_read_as_markdown() -> None:
    text = "# 1 of *two*\n\n- a [link](x) & <b>"
    assert plain_text(text, is_markdown=False).text == text


@pytest.mark.parametrize(
    ("markdown", "starts"),
    [
        ("<!-- page 4 -->\nThey met in\n<!-- page 5 -->\nNiamey.", [("They", "4"), ("Niamey", "5")]),
        ("They met in <!-- page xii -->Niamey.", [("Niamey", "xii")]),
        ("They met.\n\f\nThen they\fleft.", [("They", "1"), ("Then", "2"), ("left", "3")]),
        ("# One\n\n<!-- page 2 -->\n\n# *Two*", [("Two", "2")]),
    ],
)
def test_pages_begin_where_their_words_do(markdown: str, starts: list[tuple[str, str]]) -> None:
    plain = plain_text(markdown)
    assert [(plain.text[at:].lstrip().split()[0].strip("."), name) for at, name in plain.pages] == starts
    assert "\ufffe" not in plain.text


def test_a_page_break_does_not_cut_a_sentence() -> None:
    assert plain_text("They met in\n<!-- page 5 -->\nNiamey.").text == "They met in Niamey."


@given(st.text(alphabet=st.sampled_from("ab1.)#*_`[]()<>&!\\~|-+= \n:^/;'\"é"), max_size=60))
def test_escaped_words_come_back(text: str) -> None:
    plain = plain_text(text, is_markdown=False).text
    lines = [line for line in plain.split("\n") if line]
    written = "\n\n".join(escape_markdown(line) for line in lines)
    assert plain_text(written).text == "\n\n".join(lines)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert plain_text(text).text == plain_text(text).text.strip("\n")


HOSTILE = [
    "[",
    "![",
    "*",
    "_",
    "`",
    "<",
    "<!--",
    "[a](",
    '[a](b "',
    "**a",
    "> ",
    "- ",
    "#",
    "|",
    "&",
    "\\",
    "~~",
    "[^a",
    "1. ",
    "* a",
    "_a ",
    "<a ",
    "\f",
    "\n\n",
    "[a][",
    "](",
]


HEADS = ["", "x \n\n", "[a]: ", "# "]
TAILS = ["", " x y", "\n x"]


@pytest.mark.parametrize("piece", [*HOSTILE, " ", "/", "# ", "| "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        for head in HEADS:
            for tail in TAILS:
                plain_text(head + text + tail)
                title_heading(head + text + tail)
        return time.process_time() - begin

    assert seconds(40_000) < max(1, 8 * seconds(10_000))


def test_a_word_broken_at_the_end_of_a_line_leaves_the_width_of_the_lines() -> None:
    """A line that took in the next would pass for the width, and shorter ones for lines of their own."""
    told = (
        "Inspectors found a crack in a fourth tank at the mill, the\nHarbour Board said on Tuesday.\n\n"
        "The plant would not reopen before September, it had been ex-\npected, to start again in June.\n"
        "It had been shut for months, said its owner, Ms Hor-\nvath."
    )
    lines = unhyphenated(told)
    assert "it had been\nexpected, to start again" in lines
    assert lines.endswith("said its owner, Ms\nHorvath.")
    text = plain_text(lines, is_markdown=False).text
    assert "at the mill, the Harbour Board said" in text
    assert text.count("\n\n") == 1
