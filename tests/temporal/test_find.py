"""Signals, anchors, offsets, and the ends of what can be dated: made sentences, read on Friday 3 May 2024."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from timeline.temporal import EdtfError, Mention, When, find, read
from timeline.temporal.timex import is_well_formed

DAY = "2024-05-03"


def told(text: str, published: str | None = DAY, **settings: Any) -> list[tuple[str, str, str | None]]:
    mentions = find(text, published=published, **settings)
    return [(one.text, one.value, one.when.edtf if one.when else None) for one in mentions]


SIGNALS = [
    # text, signal, EDTF with the signal taken in, first and last day
    ("It has flown drones since 2018.", "since", "2018/..", "2018-01-01", None),
    ("It must be over before 3 May 2024.", "before", "[..2024-05-02]", None, "2024-05-02"),
    ("It began after March 2020.", "after", "[2020-04-01..]", "2020-04-01", None),
    ("It was ready by 2019.", "by", "[..2019]", None, "2019-12-31"),
    ("It stayed until 2022.", "until", "../2022", None, "2022-12-31"),
    ("It began in 2022.", None, "2022", "2022-01-01", "2022-12-31"),
    ("Since early 2018 it has been so.", "Since", "2018-37/..", "2018-01-01", None),
]


@pytest.mark.parametrize(("text", "signal", "edtf", "first", "last"), SIGNALS)
def test_signal(text: str, signal: str | None, edtf: str, first: str | None, last: str | None) -> None:
    (one,) = find(text, published=DAY)
    assert (one.signal, str(one.when)) == (signal, edtf)
    assert one.when is not None
    assert (one.when.first and one.when.first.iso, one.when.last and one.when.last.iso) == (first, last)
    assert signal is None or text[one.signal_start :].startswith(signal)


WITHOUT_ANCHOR = [
    ("last week", "XXXX-WXX"),
    ("yesterday", "XXXX-XX-XX"),
    ("on Tuesday", "XXXX-WXX-2"),
    ("in March", "XXXX-03"),
    ("on 5 March", "XXXX-03-05"),
    ("last year", "XXXX"),
    ("in the third quarter", "XXXX-Q3"),
    ("at 5 p.m.", "XXXX-XX-XXT17:00"),
    ("on Sunday night", "XXXX-WXX-7TNI"),
]


@pytest.mark.parametrize(("text", "value"), WITHOUT_ANCHOR)
def test_without_an_anchor_relative_words_are_found_and_not_dated(text: str, value: str) -> None:
    (one,) = find(text)
    assert (one.value, one.when) == (value, None)


def test_without_an_anchor_explicit_dates_work() -> None:
    assert told("on 11 March 2020", None) == [("11 March 2020", "2020-03-11", "2020-03-11")]


def test_an_uncertain_anchor_widens_relative_words() -> None:
    assert told("It fell yesterday, and last year too.", "2024-05") == [
        ("yesterday", "XXXX-XX-XX", "[2024-04-30..2024-05-30]"),
        ("last year", "2023", "2023"),
    ]


def test_an_uncertain_anchor_widens_what_its_last_day_puts_earlier() -> None:
    """The day before: of the first day itself, but of the weekend in view where the last is read from it."""
    _, before = find("the same weekend; the day before", published="2010-06-15/2010-06-20")
    assert before.when is not None
    assert before.when.first is not None
    assert before.when.last is not None
    assert before.when.first <= before.when.last


def test_years_before_our_era() -> None:
    assert told("Caesar died on 15 March 44 BC, in the first century BC.") == [
        ("15 March 44 BC", "BC0044-03-15", "-0043-03-15"),
        ("the first century BC", "BC00", "[-0098..0000]"),
    ]


def test_seasons_turn_with_the_hemisphere() -> None:
    assert told("in the summer of 2023") == [("the summer of 2023", "2023-SU", "2023-22")]
    assert told("in the summer of 2023", hemisphere="south") == [("the summer of 2023", "2023-SU", "2023-30")]


def test_a_weekday_that_contradicts_its_date_is_noted() -> None:
    (wrong,) = find("on Saturday, July 8, 2024", published=DAY)
    (right,) = find("on Saturday, July 8, 2023", published=DAY)
    assert "the weekday is not that of 2024-07-08" in wrong.assumed
    assert right.assumed == ()


def test_days_that_do_not_exist_are_not_found() -> None:
    assert told("on 31 April 2024 and on February 29, 2023") == []


@pytest.mark.parametrize("text", ["161pm", "20s February30", "at 2:75 p.m.", "on 30 February, in the 1920s"])
@pytest.mark.parametrize("narrative", ["news", "history"])
def test_impossible_times_do_no_harm(text: str, narrative: Any) -> None:
    found = find(text, published="1917-11", narrative=narrative)
    assert all(is_well_formed(one.value) for one in found)
    assert not any("30" in one.text for one in found)


def test_half_understood_is_said() -> None:
    (one,) = find("in the seventh quarter of 2020", published=DAY)
    assert (one.text, one.unread) == ("2020", "seventh quarter of")


OFFSETS = [
    lambda text: text,
    lambda text: "\ufeff" + text,
    lambda text: "😀 " + text.replace(" ", "\r\n"),
    lambda text: "e\u0301\u0302 " + text,
    lambda text: "İ" + " İİ " + text,  # its small form has two signs
]


@pytest.mark.parametrize("change", OFFSETS)
def test_offsets_count_the_text_as_it_is(change: Callable[[str], str]) -> None:
    text = change("met in mid-March and on 5 May 2020")
    found = find(text, published=DAY)
    assert [one.value for one in found] == ["2024-03", "2020-05-05"]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_mentions_travel_between_processes() -> None:
    mentions: tuple[Mention, ...] = find("from 10 to 12 March, since 2018", published=DAY)
    assert pickle.loads(pickle.dumps(mentions)) == mentions  # noqa: S301 -- our own bytes


def test_a_publication_day_that_is_none_is_refused() -> None:
    with pytest.raises(EdtfError):
        find("today", published="2024-02-31")
    assert find("today", published=When.parse("2024-02-29"))[0].value == "2024-02-29"


@pytest.mark.parametrize("code", ["en", "en-GB", "en_us", "EN"])
def test_the_first_part_of_a_code_tells_the_language(code: str) -> None:
    assert [one.value for one in find("on 5 March 2020", published=DAY, language=code)] == ["2020-03-05"]
    assert read("5 March 2020", published=DAY, language=code) is not None


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("In the 90th century it began. One hundred decades later it ended.", "XXX", None),
        ("In the 90th century it began. One decade later it ended.", "89", "89XX"),
        ("It rang at a quarter to 0.", "2024-05-03T23:45", "2024-05-03"),
        ("It rang at a quarter to one.", "2024-05-03T00:45", "2024-05-03"),
        ("It ran from several weeks after October 10 to March 2011.", "2011-03", "2011-03"),
    ],
)
def test_the_ends_of_what_can_be_counted(text: str, value: str, edtf: str | None) -> None:
    *_, one = find(text, published="2024-05-03", narrative="history")
    assert (one.value, one.when and one.when.edtf) == (value, edtf)
