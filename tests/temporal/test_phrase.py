"""Phrases that are nothing but a time, as people write them into files, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import read

DAY = "2024-05-03"


READ = [
    ("mid-March", "[2024-03-11..2024-03-20]"),
    ("in March 2024", "2024-03"),
    ("since 2018", "2018/.."),
    ("from 10 to 12 March", "2024-03-10/2024-03-12"),
    ("  early 2023 ", "2023-37"),
    ("last year", "2023"),
    ("March madness", None),
    ("2018 or so", None),
    ("the fall of Rome", None),
    ("Monday and Tuesday", None),
    ("31 April 2024", None),
    ("", None),
]


@pytest.mark.parametrize(("phrase", "edtf"), READ)
def test_read_takes_the_whole_phrase_or_nothing(phrase: str, edtf: str | None) -> None:
    mention = read(phrase, published=DAY)
    assert (mention and str(mention.when)) == edtf
    assert mention is None or mention.text == phrase.strip()
