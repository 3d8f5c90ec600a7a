"""Ranges and lists: made sentences, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find

DAY = "2024-05-03"


RANGES = [
    ("from 10 to 12 March", ["10", "12 March"], "2024-03-10/2024-03-12"),
    ("10–12 March 2023", ["10", "12 March 2023"], "2023-03-10/2023-03-12"),
    ("Aug. 3-5, 2023", ["Aug. 3", "5, 2023"], "2023-08-03/2023-08-05"),
    ("from March to June 1998", ["March", "June 1998"], "1998-03/1998-06"),
    ("between 5 May and 7 June 2020", ["5 May", "7 June 2020"], "2020-05-05/2020-06-07"),
    ("from 1998 to mid-2001", ["1998", "mid-2001"], "1998/2001-38"),
    ("the war of 1914–18", ["1914", "18"], "1914/1918"),
    ("May 2020–June 2021", ["May 2020", "June 2021"], "2020-05/2021-06"),
    ("between January and May last year", ["January", "May last year"], "2023-01/2023-05"),
    ("from March to May last year", ["March", "May last year"], "2023-03/2023-05"),
    ("from November to February this year", ["November", "February this year"], "2023-11/2024-02"),
    ("from 12 to 20 April last year", ["12", "20 April last year"], "2023-04-12/2023-04-20"),
    ("480–479 BC", ["480", "479 BC"], "-0479/-0478"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), RANGES)
def test_a_range_is_two_mentions_with_one_number(text: str, words: list[str], edtf: str) -> None:
    mentions = find(text, published=DAY)
    assert [one.text for one in mentions] == words
    assert {one.range for one in mentions} == {1}
    assert {str(one.when) for one in mentions} == {edtf}


def test_the_parts_of_a_list_look_the_same_way() -> None:
    mentions = find("It will rain on Saturday, Sunday and Monday.", published=DAY)
    assert [one.value for one in mentions] == ["2024-05-04", "2024-05-05", "2024-05-06"]


def test_lists_are_no_ranges() -> None:
    mentions = find("in July and August 2001, on Tuesday and Wednesday", published=DAY)
    assert [one.value for one in mentions] == ["2001-07", "2001-08", "2024-04-30", "2024-05-01"]
    assert {one.range for one in mentions} == {None}


ENDS = [
    # a range ends after it began: the second end is the first chance after the first
    ("The strike ran from Wednesday to Monday.", "2024-05-01", "2024-05-06"),
    ("It snowed from December to March 2022.", "2021-12", "2022-03"),
    ("The strike lasted from January 3, 2017 to February 1.", "2017-01-03", "2017-02-01"),
    ("The strike lasted from November 2016 to February.", "2016-11", "2017-02"),
    ("The fair is on from this Friday to this Monday.", "2024-05-03", "2024-05-06"),
    ("The shop is shut from 28 December to 3 January 2022.", "2021-12-28", "2022-01-03"),
    ("The road was shut from 11 p.m. to 2 a.m.", "2024-05-03T23:00", "2024-05-04T02:00"),
    ("Doors open from 9 a.m. to 11 a.m. on Thursday.", "2024-05-02T09:00", "2024-05-02T11:00"),
    ("The fair ran from October 20 to 30.", "2023-10-20", "2023-10-30"),
]


@pytest.mark.parametrize(("text", "first", "second"), ENDS)
def test_a_range_runs_forward(text: str, first: str, second: str) -> None:
    one, other = find(text, published=DAY)
    assert (one.value, other.value, one.range) == (first, second, other.range)
    assert one.range is not None
