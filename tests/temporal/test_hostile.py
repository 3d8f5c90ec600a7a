"""Hostile lines: no exception, right offsets, no law broken, and an end.

How long they take is no matter for a unit test: `bench/fuzz_temporal.py --hostile` measures it.
"""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hostile_lines import KINDS
from timex3_laws import faults

from timeline.temporal import find, read

SIZE = 4_000
FAR = "2024-05-03"

LONG = """
import sys
sys.path.insert(0, sys.argv[1])
from hostile_lines import KINDS
from timeline.temporal import find
find("It was Monday.", published="2024-05-03")  # reading the grammar may go deep, reading a text may not
sys.setrecursionlimit(150)
for name in sys.argv[2:]:
    text = KINDS[name](10_000)
    assert all(text[one.start:one.end] == one.text for one in find(text, published="2024-05-03")), name
print("read")
"""


def test_there_are_enough_kinds() -> None:
    assert len(KINDS) >= 25
    assert len({kind(500) for kind in KINDS.values()}) == len(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_line_has_its_size(name: str) -> None:
    assert 0.75 * SIZE < len(KINDS[name](SIZE)) < 1.1 * SIZE


@pytest.mark.parametrize("narrative", ["news", "history"])
@pytest.mark.parametrize("name", KINDS)
def test_line_breaks_no_law(name: str, narrative: str) -> None:
    text = KINDS[name](SIZE)
    assert faults(text, find(text, published=FAR, narrative=narrative)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("name", KINDS)
def test_line_is_read_without_a_day(name: str) -> None:
    text = KINDS[name](SIZE // 2)
    assert faults(text, find(text)) == []


@pytest.mark.parametrize("name", KINDS)
def test_line_as_a_phrase(name: str) -> None:
    """`read` takes a whole text for one expression; nonsense is None, never an exception."""
    one = read(KINDS[name](200), published=FAR)
    assert one is None or one.text


def test_long_lines_come_to_an_end() -> None:
    """A generous ceiling for what takes exponential time or grows in depth: it would run for hours."""
    command = [sys.executable, "-c", LONG, str(Path(__file__).parent), *KINDS]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert ended.stderr == ""
    assert ended.stdout == "read\n"


# Offsets count code points of the text as given: what stands before a time moves it by its length.
BEFORE = {
    "nothing": "",
    "a byte order mark": "\ufeff",
    "CRLF": "One.\r\n\r\nTwo.\r\n",
    "CR": "One.\rTwo.\r",
    "NEL and line separator": "One.\x85Two.\u2028Three.\u2029",
    "emoji": "🗓️ 👩‍👩‍👧 🇳🇪 ",
    "astral letters": "𒀀𝔘𝟙 ",
    "combining marks": "E\u0301te\u0301 n\u0303 ",
    "a long lower case": "İİİİ ",
    "ligatures": "ﬁﬂ ẞ ",
    "right to left": "\u202eאבג\u202c ",
    "no-break spaces": "a\u00a0b\u202f ",
    "tabs and form feeds": "\t\f\v ",
    "controls": "\x00\x01\x7f ",
    "private use": "\ue000\uffff ",
    "Arabic-Indic digits": "٢٠٢٤ ",
}
SENTENCE = (
    "It met on 12 March 2019, again the next day, and every Monday for three weeks since 1998 at 8 p.m."
)


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_what_stands_before_moves_the_offsets_by_its_length(before: str) -> None:
    plain = find(SENTENCE, published=FAR)
    moved = find(before + SENTENCE, published=FAR)
    assert len(plain) >= 5
    assert [(one.start - len(before), one.end - len(before), one.value) for one in moved] == [
        (one.start, one.end, one.value) for one in plain
    ]
    assert faults(before + SENTENCE, moved) == []
    assert [one.signal_start for one in plain] == [
        one.signal_start and one.signal_start - len(before) for one in moved
    ]


@pytest.mark.parametrize("between", ["\r\n", "\n", "\r", "\u2028", " ", "\t", "\u00a0"], ids=ascii)
def test_an_expression_may_be_broken_over_a_line(between: str) -> None:
    """Text is wrapped anywhere; the mention keeps the break as it stands."""
    text = f"It was signed on 12{between}March{between}2019."
    (one,) = find(text, published=FAR)
    assert (one.text, one.value) == (f"12{between}March{between}2019", "2019-03-12")


@pytest.mark.parametrize(
    "text",
    [
        "Ma\u0301rch",
        "M\u0430y",  # a Cyrillic a
        "xMonday",
        "Mondayx",
    ],
    ids=ascii,
)
def test_a_letter_more_makes_another_word(text: str) -> None:
    assert [one.text for one in find(text, published=FAR) if one.text in {"March", "May", "Monday"}] == []


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", ".", "\x00", "🗓️"], ids=ascii)
def test_nothing_gives_nothing(text: str) -> None:
    assert find(text, published=FAR) == ()


def test_mentions_come_in_the_order_of_the_text() -> None:
    text = "\n".join(kind(300) for kind in KINDS.values())
    assert all(one.end <= other.start for one, other in pairwise(find(text, published=FAR)))
