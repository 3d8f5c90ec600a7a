from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.days import Day
from timeline.temporal.edtf import When
from timeline.wording.calendars import ENGLISH, calendar_of
from timeline.wording.dates import Dates, certainty_of, html_datetime
from timeline.wording.strings import load_strings

IN_WORDS = [
    # EDTF, words, what <time datetime> may hold, how sharp
    ("2024-03-11", "11 March 2024", "2024-03-11", "exact"),
    ("2024-03-01", "1 March 2024", "2024-03-01", "exact"),
    ("2024-05-03T14:05Z", "3 May 2024, 14:05 UTC", "2024-05-03", "exact"),
    ("2024-03", "March 2024", "2024-03", "coarse"),
    ("2024", "2024", "2024", "coarse"),
    ("0476", "476", "0476", "coarse"),
    ("-0043", "44 BC", "", "coarse"),
    ("-0043-03-15", "15 March 44 BC", "", "exact"),
    ("199X", "the 1990s", "", "coarse"),
    ("19XX", "20th century", "", "coarse"),
    ("20XX", "21st century", "", "coarse"),
    ("-019X", "200 BC – 191 BC", "", "coarse"),
    ("2024-03-XX", "a day in March 2024", "", "coarse"),
    ("2024-XX-XX", "a day in 2024", "", "coarse"),
    ("2024-XX", "a month of 2024", "", "coarse"),
    ("2024-21", "spring 2024", "", "coarse"),
    ("2024-24", "winter 2024–25", "", "coarse"),
    ("2024-33", "first quarter of 2024", "", "coarse"),
    ("2024-36", "fourth quarter of 2024", "", "coarse"),
    ("2024-37", "early 2024", "", "coarse"),
    ("2024-38", "mid-2024", "", "coarse"),
    ("2024-39", "late 2024", "", "coarse"),
    ("2024-40", "first half of 2024", "", "coarse"),
    ("2024-41", "second half of 2024", "", "coarse"),
    ("[2024-03-01..2024-03-10]", "early March 2024", "", "bounded"),
    ("[2024-03-11..2024-03-20]", "mid-March 2024", "", "bounded"),
    ("[2024-02-21..2024-02-29]", "late February 2024", "", "bounded"),
    ("[2023-02-21..2023-02-28]", "late February 2023", "", "bounded"),
    ("[2024-03-01..2024-03-31]", "March 2024", "", "bounded"),
    ("[2024-03-11..2024-03-17]", "week of 11 March 2024", "", "bounded"),
    ("[2024-05-03..2024-05-09]", "between 3 and 9 May 2024", "", "bounded"),
    ("[2024-04-29..2024-05-09]", "between 29 April and 9 May 2024", "", "bounded"),
    ("[2023-12-29..2024-01-09]", "between 29 December 2023 and 9 January 2024", "", "bounded"),
    ("[2020..2023]", "the early 2020s", "", "bounded"),
    ("[2018..2019]", "between 2018 and 2019", "", "bounded"),
    ("[2024-03-11,2024-03-13]", "11 March 2024 or 13 March 2024", "", "bounded"),
    ("[..2024-05-02]", "before 3 May 2024", "", "bounded"),
    ("[..2024-04-30]", "before May 2024", "", "bounded"),
    ("[..2023]", "before 2024", "", "bounded"),
    ("[2024-05-03..]", "after 2 May 2024", "", "bounded"),
    ("[2024-05-01..]", "after April 2024", "", "bounded"),
    ("[2024-01-01..]", "after 2023", "", "bounded"),
    ("2018/..", "since 2018", "", "bounded"),
    ("2018~/..", "since about 2018", "", "bounded"),
    ("../2020-03", "until March 2020", "", "bounded"),
    ("2018/", "since 2018, end not known", "", "bounded"),
    ("/2018", "until 2018, beginning not known", "", "bounded"),
    ("2024-03-10/2024-03-12", "10–12 March 2024", "", "exact"),
    ("2024-03-30/2024-04-02", "30 March – 2 April 2024", "", "exact"),
    ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", "", "exact"),
    ("2024-03/2024-04", "March–April 2024", "", "coarse"),
    ("2018/2020", "2018–2020", "", "coarse"),
    ("2018~", "about 2018", "", "bounded"),
    ("2018?", "perhaps 2018", "", "bounded"),
    ("2024-03-11%", "perhaps about 11 March 2024", "", "bounded"),
    ("{2021,2023}", "2021 and 2023", "", "coarse"),
]


@pytest.mark.parametrize(("edtf", "words", "datetime", "certainty"), IN_WORDS)
def test_a_date_says_what_is_known_and_no_more(edtf: str, words: str, datetime: str, certainty: str) -> None:
    phrase = Dates(load_strings("en")).phrase(When.parse(edtf))
    assert (phrase.text, phrase.datetime, phrase.certainty) == (words, datetime, certainty)


OTHER_LANGUAGES = [
    ("fr", "2024-03-01", "1er mars 2024"),
    ("fr", "2024-03-11", "11 mars 2024"),
    ("fr", "[2024-03-11..2024-03-20]", "mi-mars 2024"),
    ("fr", "[..2024-05-02]", "avant le 3 mai 2024"),
    ("fr", "[..2024-04-30]", "avant mai 2024"),
    ("fr", "[2024-05-03..2024-05-09]", "entre le 3 et le 9 mai 2024"),
    ("fr", "2024-03-10/2024-03-12", "10–12 mars 2024"),
    ("fr", "18XX", "XIXe siècle"),
    ("es", "2024-03-11", "11 de marzo de 2024"),
    ("es", "[2024-03-11..2024-03-20]", "mediados de marzo de 2024"),
    ("es", "[..2024-05-02]", "antes del 3 de mayo de 2024"),
    ("es", "2018/..", "desde 2018"),
    ("es", "2024-03-10/2024-03-12", "10–12 de marzo de 2024"),
    ("de", "2024-03-11", "11. März 2024"),
    ("de", "[2024-03-11..2024-03-20]", "Mitte März 2024"),
    ("de", "[..2024-05-02]", "vor dem 3. Mai 2024"),
    ("de", "2018/..", "seit 2018"),
    ("de", "2024-03-10/2024-03-12", "10.–12. März 2024"),
    ("de", "[2024-05-03..2024-05-09]", "zwischen dem 3. und dem 9. Mai 2024"),
    ("ar", "2024-03-11", "11 مارس 2024"),
    ("ar", "[2024-03-11..2024-03-20]", "منتصف مارس 2024"),
    ("ar", "2018/..", "منذ 2018"),
    ("en-US", "2024-03-11", "March 11, 2024"),
    ("en-US", "2024-03-10/2024-03-12", "March 10–12, 2024"),
    ("en-US", "2024-03-30/2024-04-02", "March 30 – April 2, 2024"),
    ("en-US", "[2024-05-03..2024-05-09]", "between May 3 and May 9, 2024"),
]


@pytest.mark.parametrize(("language", "edtf", "words"), OTHER_LANGUAGES)
def test_dates_in_other_languages(language: str, edtf: str, words: str) -> None:
    assert Dates(load_strings(language), language).text(When.parse(edtf)) == words


REPORTED = [
    ("en", "2024-05-03", "reported 3 May 2024"),
    ("en", "2024-03", "reported in March 2024"),
    ("en", "1914", "reported in 1914"),
    ("en", "2024-03?", "reported perhaps March 2024"),
    ("fr", "2024-05-01", "rapporté le 1er mai 2024"),
    ("de", "2024-03", "gemeldet im März 2024"),
]


@pytest.mark.parametrize(("language", "edtf", "words"), REPORTED)
def test_report_time(language: str, edtf: str, words: str) -> None:
    assert Dates(load_strings(language)).reported(When.parse(edtf)) == words


def test_the_english_table_is_what_babel_says() -> None:
    babel = calendar_of("en-AU")  # British order, and read from Babel
    assert babel == ENGLISH


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from(["en_GB", "fr", "es", "de", "ar"]))
def test_a_day_reads_as_babel_writes_it(day: dt.date, locale: str) -> None:
    from babel.dates import format_date

    language = locale.partition("_")[0]
    ours = Dates(load_strings(language)).text(When.parse(day.isoformat()))
    assert ours.replace("1er ", "1 ") == format_date(day, "long", locale)


@given(st.integers(-300, 3000), st.integers(1, 12), st.integers(0, 800))
def test_a_span_never_names_a_day_outside_itself(year: int, month: int, length: int) -> None:
    first = Day(year, month, 1)
    last = first.plus(length)
    when = When.of_interval(first, last, "one_of")
    text = Dates(load_strings("en")).text(when)
    assert text
    assert certainty_of(when) == "bounded"
    if length and text.startswith("between"):
        assert Dates(load_strings("en")).day(last) in text


def test_no_doubtful_date_gets_a_datetime() -> None:
    for edtf in ("2024~", "2024-03-11?", "[2024-03-11..2024-03-20]", "2018/..", "199X", "2024-21", "-0043"):
        assert html_datetime(When.parse(edtf)) == ""
