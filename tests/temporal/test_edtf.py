import copy
import pickle

import edtf as second_opinion
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.days import Day
from timeline.temporal.edtf import EdtfError, When
from timeline.temporal.interval import Grain

READ = [
    # text, kind, first, last, grain
    ("2024", "date", "2024-01-01", "2024-12-31", Grain.YEAR),
    ("2024-03", "date", "2024-03-01", "2024-03-31", Grain.MONTH),
    ("2024-03-11", "date", "2024-03-11", "2024-03-11", Grain.DAY),
    ("2024-05-03T14:05:00Z", "date", "2024-05-03", "2024-05-03", Grain.MINUTE),
    ("2024-05-03T14:05+01:00", "date", "2024-05-03", "2024-05-03", Grain.MINUTE),
    ("2024-21", "date", "2024-03-01", "2024-05-31", Grain.SEASON),
    ("2023-24", "date", "2023-12-01", "2024-02-29", Grain.SEASON),
    ("2024-30", "date", "2024-12-01", "2025-02-28", Grain.SEASON),
    ("2024-33", "date", "2024-01-01", "2024-03-31", Grain.QUARTER),
    ("2024-38", "date", "2024-05-01", "2024-08-31", Grain.THIRD),
    ("2024-41", "date", "2024-07-01", "2024-12-31", Grain.HALF),
    ("199X", "date", "1990-01-01", "1999-12-31", Grain.DECADE),
    ("19XX", "date", "1900-01-01", "1999-12-31", Grain.CENTURY),
    ("2004-XX", "date", "2004-01-01", "2004-12-31", Grain.MONTH),
    ("1985-04-XX", "date", "1985-04-01", "1985-04-30", Grain.DAY),
    ("1985-XX-XX", "date", "1985-01-01", "1985-12-31", Grain.DAY),
    ("-0043", "date", "-0043-01-01", "-0043-12-31", Grain.YEAR),
    ("-0043-03-15", "date", "-0043-03-15", "-0043-03-15", Grain.DAY),
    ("Y170000002", "date", "170000002-01-01", "170000002-12-31", Grain.YEAR),
    ("2024-03-12/2024-03-14", "interval", "2024-03-12", "2024-03-14", Grain.DAY),
    ("2018/..", "interval", "2018-01-01", None, Grain.YEAR),
    ("2018/", "interval", "2018-01-01", None, Grain.YEAR),
    ("../1985-04", "interval", None, "1985-04-30", Grain.MONTH),
    ("2004-02-01~/2005", "interval", "2004-02-01", "2005-12-31", Grain.DAY),
    ("[2024-03-11..2024-03-20]", "one_of", "2024-03-11", "2024-03-20", Grain.DAY),
    ("[..2024-05-02]", "one_of", None, "2024-05-02", Grain.DAY),
    ("[1760-12..]", "one_of", "1760-12-01", None, Grain.MONTH),
    ("[1667,1668,1670..1672]", "one_of", "1667-01-01", "1672-12-31", Grain.YEAR),
    ("{1960,1961-12}", "all_of", "1960-01-01", "1961-12-31", Grain.MONTH),
]


@pytest.mark.parametrize(("text", "kind", "first", "last", "grain"), READ)
def test_read(text: str, kind: str, first: str | None, last: str | None, grain: Grain) -> None:
    when = When.parse(text)
    assert (when.kind, when.grain) == (kind, grain)
    assert (when.first and when.first.iso, when.last and when.last.iso) == (first, last)
    assert str(when) == when.edtf == text


REFUSED = [
    # text, offset of the fault, a piece of the message or hint
    ("2024-04-31", 8, "2024-04 has 30 days"),
    ("2023-02-29", 8, "2023-02 has 28 days"),
    ("2024-13", 5, "no month 13"),
    ("2024-00", 5, "no month 00"),
    ("2024-04-00", 8, "30 days"),
    ("mid-March", 0, "not a date"),
    ("2024-3-1", 4, "write 2024-03-01"),
    ("2024.03.5", 4, "write 2024-03-05"),
    ("2024/3/5", 4, "write 2024-03-05"),
    ("2024/03", 4, "write 2024-03"),
    ("20240305", 4, "write 2024-03-05"),
    ("2018/2024-3-5", 9, "write 2024-03-05"),
    ("2024/13/5", 5, "write 2024, 2024-03"),
    ("99999999", 4, "write 2024, 2024-03"),
    ("2024-03-11 x", 10, "not a date"),
    ("2024/2023", 5, "before it begins"),
    ("2024/2024-02-30", 13, "29 days"),
    ("[2024,2024-02-30]", 14, "29 days"),
    ("[2024", 5, "closing ]"),
    ("{2024]", 6, "closing }"),
    ("", 0, "missing"),
    ("../..", 0, "neither end"),
    ("2024/2025/2026", 9, "not a date"),
    ("-0000", 0, "no year -0000"),
    ("2024-XX-11", 5, "needs its month"),
    ("199X-03", 4, "cannot have a month"),
    ("2024-05-03T25:00", 11, "no hour 25"),
    ("٢٠٢٤", 0, "not a date"),
    ("17/02/2023", 0, "write the year first: 2023-02-17"),
    ("9.4.2025", 0, "2025-04-09 or 2025-09-04"),
    ("30/2/2020", 0, "write 2024, 2024-03"),  # no order of these is a day
    ("Y" + "9" * 40, 0, "digits"),
    ("[" * 5000, 0, "too long"),
]


@pytest.mark.parametrize(("text", "offset", "piece"), REFUSED)
def test_refused_with_the_place_and_the_reason(text: str, offset: int, piece: str) -> None:
    with pytest.raises(EdtfError) as caught:
        When.parse(text)
    assert caught.value.offset == offset
    assert piece in caught.value.message + caught.value.hint


def test_marks() -> None:
    marks = {text: When.parse(text) for text in ("2024", "2024~", "2024?", "2024%", "2018~/..")}
    assert {text: (one.approximate, one.uncertain) for text, one in marks.items()} == {
        "2024": (False, False),
        "2024~": (True, False),
        "2024?": (False, True),
        "2024%": (True, True),
        "2018~/..": (True, False),
    }


def test_ends_as_written() -> None:
    since, unknown, before = map(When.parse, ("2018/..", "2018/", "[..2024-05-02]"))
    assert (since.start, since.end, since.open_end, since.unknown_end) == (
        When.parse("2018"),
        None,
        True,
        False,
    )
    assert (unknown.open_end, unknown.unknown_end) == (False, True)
    assert (before.start, before.end, before.open_start) == (None, When.parse("2024-05-02"), True)


def test_order_on_a_page() -> None:
    texts = [
        "[..2024-02-29]",
        "2018/..",
        "2024-03-01",
        "2024-03",
        "2024",
        "2024-01-01",
        "2024-01",
        "-0043",
        "2024-03-02/2024-03-05",
    ]
    ordered = sorted((When.parse(text) for text in texts), key=lambda when: when.sort_key)
    expected = "-0043 2018/.. 2024 2024-01 2024-01-01 [..2024-02-29] 2024-03 2024-03-01 2024-03-02/2024-03-05"
    assert [one.edtf for one in ordered] == expected.split()


def test_clock_times_order_within_the_day() -> None:
    early, late = When.parse("2024-05-03T09:00"), When.parse("2024-05-03T14:05Z")
    assert early.sort_key < late.sort_key


days = st.integers(-1_000_000, 1_000_000).map(Day.from_ordinal)
years = st.integers(-3000, 9999)
dates = (
    days.map(lambda day: day.iso)
    | days.map(lambda day: day.iso.rpartition("-")[0])
    | days.map(lambda day: day.iso.rpartition("-")[0].rpartition("-")[0])
)
marked = st.builds(str.__add__, dates, st.sampled_from(["", "~", "?", "%"]))


@given(marked)
def test_dates_come_back(text: str) -> None:
    if not text.startswith("-0000"):
        when = When.parse(text)
        assert When.parse(str(when)) == when
        assert when.first is not None
        assert when.last is not None
        assert when.first <= when.last


@given(days | st.none(), days | st.none(), st.sampled_from(["interval", "one_of"]))
def test_intervals_come_back(first: Day | None, last: Day | None, kind: str) -> None:
    if first is None and last is None:
        return
    if first and last and last < first:
        first, last = last, first
    when = When.of_interval(first, last, "one_of" if kind == "one_of" else "interval")
    assert (when.first, when.last, when.kind) == (first, last, kind)
    assert When.parse(str(when)) == when
    assert pickle.loads(pickle.dumps(when)) == when == copy.deepcopy(when)  # noqa: S301 -- our own bytes
    assert hash(When.parse(str(when))) == hash(when)


@given(st.text(alphabet="0123456789-/.[]{},XYT:~?%Z 2", max_size=30) | st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    fault = None
    try:
        assert When.parse(str(When.parse(text))) == When.parse(text)
    except EdtfError as error:
        fault = error
    assert fault is None or (0 <= fault.offset <= len(text) and fault.message)


def test_errors_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(EdtfError("no", 3, "so")))  # noqa: S301 -- our own bytes
    assert (error.message, error.offset, error.hint) == ("no", 3, "so")


@pytest.mark.parametrize("text", ["2024", "2024-02", "2024-02-29", "199X", "2024-21", "2004-02/2005-03"])
def test_the_edtf_package_agrees_on_the_bounds(text: str) -> None:
    when, other = When.parse(text), second_opinion.parse_edtf(text)
    lower, upper = other.lower_strict(), other.upper_strict()
    assert when.first == Day(*lower[:3])
    assert when.last == Day(*upper[:3])
