"""Spans, directions, signals, ranges, anchors: tables of made sentences, read on Friday 3 May 2024."""

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


DIRECTIONS = [
    # the tense of the clause decides where a bare weekday, month or day lies
    ("The ministers met on Monday.", "2024-04-29"),
    ("The ministers will meet on Monday.", "2024-05-06"),
    ("Talks are scheduled for Tuesday in Niamey.", "2024-05-07"),
    ("They agreed to resume talks by Wednesday.", "2024-05-08"),
    ("The base was handed over in September.", "2023-09"),
    ("The base will be handed over in September.", "2024-09"),
    ("Troops are expected to leave in March.", "2025-03"),
    ("He has lived there since January.", "2024-01"),
    ("A general said Friday that it was over.", "2024-05-03"),
    ("Friday's vote was postponed.", "2024-05-03"),
    ("Wednesday's ruling would be appealed.", "2024-05-01"),
    # what is fixed is told in the present, simple or progressive
    ("Talks resume Tuesday in Geneva.", "2024-05-07"),
    ("The two leaders are meeting Tuesday in Oslo.", "2024-05-07"),
    ("The minister arrives Monday.", "2024-05-06"),
    ("The ferry helped to open the port on Monday.", "2024-04-29"),
    ("The shop did not open on Monday.", "2024-04-29"),
    ("She could not be reached Thursday.", "2024-05-02"),
    ("He had been due to leave Monday.", "2024-04-29"),
    ("They vowed to return in August.", "2024-08"),
    # "Friday's" is past, but after before, at and the like the verb tells
    ("They hope to agree before Monday's summit.", "2024-05-06"),
    ("He will speak at Monday's rally.", "2024-05-06"),
    ("He was hurt in Monday's attack.", "2024-04-29"),
    # a name is no verb
    ("The kitchen of old Will on Monday.", "2024-04-29"),
    # a day and month is the nearest, unless the tense points to the other and that is not far
    ("The deadline is 15 May.", "2024-05-15"),
    ("The accord was signed on Dec. 2.", "2023-12-02"),
    ("The letter was dated April 28.", "2024-04-28"),
    # the weekday beside it says which one
    ("Polls are open on Sunday, December 8.", "2024-12-08"),
    # early in May, the middle of May is that of this year
    ("A festival in mid-May.", "2024-05"),
]


@pytest.mark.parametrize(("text", "value"), DIRECTIONS)
def test_direction(text: str, value: str) -> None:
    assert [one.value for one in find(text, published=DAY)] == [value]


def test_the_direction_can_be_seen() -> None:
    (met,) = find("They met on Monday.", published=DAY)
    (will,) = find("They will meet on Monday.", published=DAY)
    assert (met.direction, will.direction) == ("past", "future")
    assert "direction past (tense of 'met')" in met.assumed
    assert "direction future (tense of 'will')" in will.assumed
    assert "anchor 2024-05-03" in met.assumed


def test_a_sentence_does_not_lend_its_tense_to_the_next() -> None:
    text = "He will resign.\n\nThe council met on Monday. Mr. Ali will stay."
    assert told(text) == [("Monday", "2024-04-29", "2024-04-29")]


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


RANGES = [
    ("from 10 to 12 March", ["10", "12 March"], "2024-03-10/2024-03-12"),
    ("10–12 March 2023", ["10", "12 March 2023"], "2023-03-10/2023-03-12"),
    ("Aug. 3-5, 2023", ["Aug. 3", "5, 2023"], "2023-08-03/2023-08-05"),
    ("from March to June 1998", ["March", "June 1998"], "1998-03/1998-06"),
    ("between 5 May and 7 June 2020", ["5 May", "7 June 2020"], "2020-05-05/2020-06-07"),
    ("from 1998 to mid-2001", ["1998", "mid-2001"], "1998/2001-38"),
    ("the war of 1914–18", ["1914", "18"], "1914/1918"),
    ("May 2020–June 2021", ["May 2020", "June 2021"], "2020-05/2021-06"),
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


def test_a_month_is_the_nearest_where_nothing_around_tells_of_the_past() -> None:
    values = [
        find(f"Summer camp, July. {rest}", published=DAY)[-1].value
        for rest in ("", "It was fun.", "\n\nIt was fun.")
    ]
    assert values == ["2024-07", "2023-07", "2024-07"]


@pytest.mark.parametrize(
    ("said", "value"),
    [("2024-04-29", "2024-W17-WE"), ("2024-05-01", "2024-W17-WE"), ("2024-05-03", "2024-W18-WE")],
)
def test_a_weekend_without_a_tense_is_the_nearest(said: str, value: str) -> None:
    assert [one.value for one in find("Lovely weekend!", published=said)] == [value]


def test_lists_are_no_ranges() -> None:
    mentions = find("in July and August 2001, on Tuesday and Wednesday", published=DAY)
    assert [one.value for one in mentions] == ["2001-07", "2001-08", "2024-04-30", "2024-05-01"]
    assert {one.range for one in mentions} == {None}


STORIES = [
    # what was spoken of last is the anchor of what leans on it
    (
        "On 5 March 2020 it fell. The next day it burned. Two weeks later they left. That year was bad.",
        ["2020-03-05", "2020-03-06", "2020-W12", "2020"],
    ),
    # a history: incomplete dates go by the story, not by the day of writing
    (
        "War came in 1914. In August the army crossed the river. On 5 September it turned. It ended in 1918.",
        ["1914", "1914-08", "1914-09-05", "1918"],
    ),
    # a year in a name is not what the story has come to
    (
        "In May 1801 he signed. The rules of 1614 were old. On 3 June he left. In 1802 he came back.",
        ["1801-05", "1614", "1801-06-03", "1802"],
    ),
    # a year from which the dates that follow come back did not move the story
    (
        "In May 1916 he came. His house of the year 1902 had burned in 1910. In June he built another. "
        "In 1916 and 1917 he worked.",
        ["1916-05", "1902", "1910", "1916-06", "1916", "1917"],
    ),
    # nor what has gone on since then, nor the year before
    (
        "In May 1916 he came. The law of the previous year stood. In June it fell, as had been feared since "
        "March 1910. On 3 July he left.",
        ["1916-05", "1915", "1916-06", "1910-03", "1916-07-03"],
    ),
    # one full date that opens a text is enough, a year alone is not
    (
        "The siege began on 28 July 1714. On 4 August it rained. On the 12th they dug. The same evening "
        "they left. By March of the next year it was over.",
        ["1714-07-28", "1714-08-04", "1714-08-12", "1714-08-12TEV", "1715-03"],
    ),
    ("The firm, founded in 1893, was sold. In March it grew.", ["1893", "2024-03"]),
    # what would happen lies ahead; "at night" is any night, "the evening" that of the day
    (
        "He was crowned on 5 March 1801. He would die on 2 October. They marched at night. "
        "On 7 April 1801 he spoke; in the evening he slept.",
        ["1801-03-05", "1801-10-02", "XXXX-XX-XXTNI", "1801-04-07", "1801-04-07TEV"],
    ),
    # news: incomplete dates go by the day of publication
    (
        "He was jailed in 1999. He was freed on Monday. In April he met the press.",
        ["1999", "2024-04-29", "2024-04"],
    ),
]


@pytest.mark.parametrize(("text", "values"), STORIES)
def test_narrative_anchor(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text, published=DAY)] == values


def test_narrative_can_be_told() -> None:
    text = "War broke out in 1914. In August the army crossed the river."
    assert [one.value for one in find(text, published=DAY, narrative="history")] == ["1914", "1914-08"]
    assert [one.value for one in find(text, published=DAY, narrative="news")] == ["1914", "2023-08"]


def test_the_quarter_is_the_one_that_the_report_is_about() -> None:
    text = "Net fell in the third quarter to $3 from $4 a year earlier. Sales grew in the quarter."
    values = [one.value for one in find(text, published="1989-10-26")]
    assert values == ["1989-Q3", "1988-Q3", "1989-Q3"]


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


@pytest.mark.parametrize("code", ["en", "en-GB", "en_us", "EN"])
def test_the_first_part_of_a_code_tells_the_language(code: str) -> None:
    assert [one.value for one in find("on 5 March 2020", published=DAY, language=code)] == ["2020-03-05"]
    assert read("5 March 2020", published=DAY, language=code) is not None


def test_a_time_of_day_does_not_change_the_day_spoken_of() -> None:
    text = "On 14 January 2022 the hall burnt down. It was noon. Two days later it was pulled down."
    assert [one.value for one in find(text, published=DAY, narrative="news")][-1] == "2022-01-16"


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
