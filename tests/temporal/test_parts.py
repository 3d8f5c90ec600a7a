"""Halves, edges and winters: which days they are, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find

PARTS = [
    ("It opens in the first half of next month.", "2024-06", "START", "[2024-06-01..2024-06-15]"),
    ("It opened in the second half of February 2024.", "2024-02", "END", "[2024-02-15..2024-02-29]"),
    ("It opened in the latter half of March.", "2024-03", "END", "[2024-03-16..2024-03-31]"),
    ("It closed in the first half of last week.", "2024-W17", "START", "[2024-04-22..2024-04-24]"),
    ("It was lost in the second half of the 18th century.", "17", "END", "[1750..1799]"),
    ("It rained in the last days of March.", "2024-03", "END", "[2024-03-21..2024-03-31]"),
    ("It rained in the first days of 2023.", "2023", "START", "[2023-01-01..2023-01-10]"),
    ("It rained in the closing weeks of 2023.", "2023", "END", "[2023-12-04..2023-12-31]"),
    ("It rained in the early months of 2023.", "2023", "START", "2023-37"),
    ("It rained in the final days of last week.", "2024-W17", "END", "[2024-04-26..2024-04-28]"),
    ("He died in the first years of the 20th century.", "19", "START", "[1901..1933]"),
]


@pytest.mark.parametrize(("text", "value", "mod", "edtf"), PARTS)
def test_parts(text: str, value: str, mod: str, edtf: str) -> None:
    assert [
        (one.value, one.mod, one.when and one.when.edtf) for one in find(text, published="2024-05-03")
    ] == [(value, mod, edtf)]


@pytest.mark.parametrize(
    "text",
    [
        "They scored in the second half of the match.",
        "She wrote of the last days of the war.",
        "He is last of his kind.",
    ],
)
def test_parts_of_what_has_no_date(text: str) -> None:
    assert [one for one in find(text, published="2024-05-03") if one.when] == []


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        # without a year, by its January; with one, as it is called
        ("The pass was shut over the winter.", "2024-WI", "2023-24"),
        ("The pass was shut in early winter.", "2024-WI", "[2023-12-01..2023-12-31]"),
        ("The pass was shut in the winter of 1914.", "1914-WI", "1914-24"),
    ],
)
def test_winters(text: str, value: str, edtf: str) -> None:
    (winter,) = find(text, published="2024-05-03")
    assert (winter.value, winter.when and winter.when.edtf) == (value, edtf)


def test_a_southern_winter_lies_in_one_year() -> None:
    (winter,) = find("The pass was shut over the winter.", published="2024-05-03", hemisphere="south")
    assert (winter.value, winter.when and winter.when.first.iso) == ("2023-WI", "2023-06-01")  # type: ignore[union-attr]


def test_a_list_shares_its_year() -> None:
    found = find("There were raids on 20 May, 3 June and 9 June 1869.", published="2024-05-03")
    assert [one.value for one in found] == ["1869-05-20", "1869-06-03", "1869-06-09"]


def test_letters_with_dots_tell_the_era() -> None:
    assert [one.value for one in find("They met in 323 B.C., he said.")] == ["BC0323"]
