from __future__ import annotations

import json
from importlib import resources

import pytest

from timeline.exports.phrases import phrase, words_of
from timeline.temporal.edtf import When

PHRASES = [
    ("2024", "2024"),
    ("2024-03", "March 2024"),
    ("2024-03-11", "11 March 2024"),
    ("2024-03-11T14:05", "11 March 2024, 14:05"),
    ("2024~", "about 2024"),
    ("2024-03?", "March 2024 (uncertain)"),
    ("2024%", "about 2024 (uncertain)"),
    ("199X", "1990s"),
    ("19XX", "1900 – 1999"),
    ("-0043", "44 BC"),
    ("0000", "1 BC"),
    ("-0043-03-15", "15 March 44 BC"),
    ("-0043-XX", "a month of 44 BC"),
    ("2024-XX", "a month of 2024"),
    ("2024-03-XX", "a day of March 2024"),
    ("2024-XX-XX", "a day of 2024"),
    ("2024-21", "spring 2024"),
    ("2024-32", "winter 2024"),
    ("2024-24", "winter 2024–25"),
    ("1999-24", "winter 1999–00"),
    ("2024-33", "Q1 2024"),
    ("2024-38", "mid-2024"),
    ("2024-41", "second half of 2024"),
    ("Y20000", "20000"),
    ("2024-03-12/2024-03-14", "12–14 March 2024"),
    ("2024-03-12~/2024-03-14", "about 12 March 2024 – 14 March 2024"),
    ("2024-03-12/2024-04-14", "12 March 2024 – 14 April 2024"),
    ("2018/2020-03", "2018 – March 2020"),
    ("2018/..", "since 2018"),
    ("2018~/..", "since about 2018"),
    ("2018/", "from 2018"),
    ("../2018", "until 2018"),
    ("[..2024-05-02]", "before 3 May 2024"),
    ("[..2023-12-31]", "before 1 January 2024"),
    ("[..2024]", "before 2025"),
    ("[..2024-03]", "before April 2024"),
    ("[2024-05-02..]", "2 May 2024 or later"),
    ("[2024-03-01..2024-03-10]", "early March 2024"),
    ("[2024-03-11..2024-03-20]", "mid-March 2024"),
    ("[2024-02-21..2024-02-29]", "late February 2024"),
    ("[2024-02-21..2024-02-28]", "between 21 February 2024 and 28 February 2024"),
    ("{2021,2023}", "2021, 2023"),
    ("[2021,2023]", "2021 or 2023"),
    ("[2024]", "2024"),
]


@pytest.mark.parametrize(("edtf", "expected"), PHRASES)
def test_english(edtf: str, expected: str) -> None:
    assert phrase(When.parse(edtf), words_of("en")) == expected


@pytest.mark.parametrize(
    ("language", "edtf", "expected"),
    [
        ("fr", "[2024-03-11..2024-03-20]", "mi-mars 2024"),
        ("de", "2024-03-11", "11. März 2024"),
        ("de-AT", "[..2024-05-02]", "vor 3. Mai 2024"),
        ("es", "2024-03", "marzo de 2024"),
        ("ar", "2018/..", "منذ 2018"),
        ("pt-BR", "2024-03", "March 2024"),
    ],
)
def test_other_languages(language: str, edtf: str, expected: str) -> None:
    assert phrase(When.parse(edtf), words_of(language)) == expected


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "ar"])
def test_every_language_says_every_form(language: str) -> None:
    said = [phrase(When.parse(edtf), words_of(language)) for edtf, _ in PHRASES]
    assert all(said)
    assert not any("{" in phrase or "}" in phrase for phrase in said)


def test_the_languages_have_the_same_words() -> None:
    text = resources.files("timeline.exports").joinpath("words.json").read_text(encoding="utf-8")
    english, *others = json.loads(text).values()
    for words in others:
        assert {key: _shape(value) for key, value in words.items()} == {
            key: _shape(value) for key, value in english.items()
        }


def _shape(value: str | list[str]) -> object:
    """How many words there are, and which braces each has."""
    if isinstance(value, list):
        return [_shape(item) for item in value]
    return sorted(c for c in "abdmnsxy" if "{" + c + "}" in value)
