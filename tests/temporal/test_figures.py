"""Dates in figures: what tells which number is the month."""

import pytest

from timeline.temporal import find

CASES = [
    # nothing tells: the one day or the other
    ("It was signed on 05/03/2026.", "en", None, "[2026-03-05,2026-05-03]"),
    ("It was signed on 05-03-2026.", "en", None, "[2026-03-05,2026-05-03]"),
    ("It was signed at 5 p.m. on 05/03/2026.", "en", None, "[2026-03-05,2026-05-03]"),
    # the numbers themselves
    ("It was signed on 25/03/2026.", "en-US", None, "2026-03-25"),
    ("It was signed on 03/25/2026.", "en-GB", None, "2026-03-25"),
    ("It was signed on 05/05/2026.", "en", None, "2026-05-05"),
    # the weekday beside it
    ("It was signed on Thursday, 05/03/2026.", "en-US", None, "2026-03-05"),
    ("It was signed on Sunday, 05/03/2026.", "en", None, "2026-05-03"),
    # another date of the text
    ("It was signed on 05/03/2026, after talks on 25/02/2026.", "en", None, "2026-03-05"),
    ("It was signed on 05/03/2026, after talks on 02/25/2026.", "en", None, "2026-05-03"),
    ("The accord of 05/03/2026 (5 March 2026) is short.", "en", None, "2026-03-05"),
    ("Issued 05/03/2026.", "en", "2026-05-03", "2026-05-03"),
    ("Issued 05/03/2026.", "en", "2026-03-05", "2026-03-05"),
    # the country
    ("It was signed on 05/03/2026.", "en-GB", None, "2026-03-05"),
    ("It was signed on 05/03/2026.", "en-US", None, "2026-05-03"),
    ("It was signed on 05/03/2026.", "en_PH", None, "2026-05-03"),
    # the text goes before the country, and contradicts itself in vain
    ("It was signed on 05/03/2026, after talks on 25/02/2026.", "en-US", None, "2026-03-05"),
    ("On 05/03/2026 it began, as on 25/02/2026 and 02/25/2026.", "en", None, "[2026-03-05,2026-05-03]"),
    ("On 05/03/2026 it began, as on 25/02/2026 and 02/25/2026.", "en-GB", None, "2026-03-05"),
]


@pytest.mark.parametrize(("text", "language", "published", "edtf"), CASES)
def test_order_of_month_and_day(text: str, language: str, published: str | None, edtf: str) -> None:
    dates = [one.when.edtf for one in find(text, published=published, language=language) if one.when]
    assert edtf in dates


def test_the_order_is_told_as_assumed() -> None:
    (doubtful,) = find("It was signed on 05/03/2026.")
    assert (doubtful.value, doubtful.assumed) == ("2026-XX-XX", ("day or month first: not told",))
    (settled,) = find("It was signed on 05/03/2026.", language="en-GB")
    assert settled.assumed == ("day first",)


@pytest.mark.parametrize("day", ["05/03/2026", "7/10/2026", "10/12/2026", "11/12/2026", "1/2/2026"])
def test_what_the_two_readings_differ_in_is_open(day: str) -> None:
    """Whether they share a figure of the month or of the day, or none."""
    (doubtful,) = find(f"It was signed on {day}.")
    assert doubtful.value == "2026-XX-XX"


@pytest.mark.parametrize(
    "text", ["It was signed on 31/02/2026.", "File 14/15/2026 is lost.", "It scored 3/5."]
)
def test_what_is_no_day_is_not_marked(text: str) -> None:
    assert [one for one in find(text, published="2026-03-01") if "/" in one.text] == []
