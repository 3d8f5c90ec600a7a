"""Sentences of many trades, from law reports to messages; `registers.txt` has them with their values."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import fits, read_expected, unmarked

from timeline.temporal import find

SENTENCES = Path(__file__).parent / "registers.txt"


def sentences() -> Iterator[tuple[str, str]]:
    """Give each line with the code of its language."""
    language = ""
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        word, _, code = line.partition(" ")
        if word == "language":
            language = code
        elif line and word != "#":
            yield language, line


@pytest.mark.parametrize(("language", "line"), [*sentences()])
def test_sentence(language: str, line: str) -> None:
    published, _, rest = line.partition("  ")
    marked, _, promised = rest.rpartition(" -> ")
    text, spans = unmarked(marked)
    expected = read_expected(promised)
    found = find(text, published=published, language=language)
    assert [one.text for one in found] == (spans if expected else [])
    for mention, one in zip(found, expected, strict=True):
        assert fits(mention, one), f"{one}\n{mention}"
