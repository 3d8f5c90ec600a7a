"""Files of other people, and our own, come in as entries; what is not known stays unknown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import exports
from timeline.config import Settings
from timeline.model import Event, Kind, Source, Status, Timeline
from timeline.problems import Problem, Severity
from timeline.temporal.edtf import When


def take(
    text: str | bytes, settings: Settings, name: str = "in.csv"
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    path = settings.project / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return exports.import_file(path, settings)


def entries(text: str | bytes, settings: Settings, name: str = "in.csv") -> tuple[Event, ...]:
    events, problems = take(text, settings, name)
    assert not [p for p in problems if p.is_error], problems
    return events


def errors(text: str | bytes, settings: Settings, name: str = "in.csv") -> list[Problem]:
    events, problems = take(text, settings, name)
    assert not events, "all or nothing"
    return [p for p in problems if p.is_error]


def test_json_and_csv_bring_back_all_that_an_entry_can_hold(timeline: Timeline, settings: Settings) -> None:
    shown = {e.id: e for e in timeline.events if e.status is not Status.HIDDEN}
    for name in ("json", "csv"):
        found = entries(exports.export(name, timeline, settings), settings, f"in.{name}")
        assert [e.id for e in found] == [
            e.id for e in entries(exports.export("json", timeline, settings), settings)
        ]
        assert {e.id for e in found} == set(shown)
        for event in found:
            was = shown[event.id]
            assert (event.title, event.date, event.kind, event.status) == (
                was.title,
                was.date,
                was.kind,
                was.status,
            )
            assert (event.claimed_by, event.notice, event.withdrawn) == (
                was.claimed_by,
                was.notice,
                was.withdrawn,
            )
            assert event.id_given
            if was.status is Status.WITHDRAWN:
                continue
            assert event.text == was.text
            assert (event.places, event.actors, event.tags) == (was.places, was.actors, was.tags)
            assert (event.corrections, event.merged, event.see) == (was.corrections, was.merged, was.see)


def test_sources_come_back_standing_alone(timeline: Timeline, settings: Settings) -> None:
    for name in ("json", "csv"):
        found = entries(exports.export(name, timeline, settings), settings, f"in.{name}")
        event = next(e for e in found if e.id == "e-0000000001")
        first, second, third = event.sources
        assert first == Source(
            title='Bridge & ferry: "what now?"',
            publisher="Harbour Courier",
            published=When.parse("2031-05-03"),
            url="https://courier.example/bridge?a=1&b=2",
            archived="https://archive.example/1",
            quote="closed in mid-March",
            said="mid-March",
            page="4",
        )
        assert second.quote == ""
        assert second.date == When.parse("2031-04-02")
        assert event.private == "in short, Council minutes: The closing was noted."
        assert third.title == "A report taken back"


def test_written_again_a_download_is_the_same(timeline: Timeline, settings: Settings) -> None:
    for name in ("json", "csv", "timelinejs"):
        first = entries(exports.export(name, timeline, settings), settings, f"in.{name}")
        again = exports.export(name, Timeline(first), settings)
        assert entries(again, settings, f"again.{name}") == tuple(replace(e, private="") for e in first) or (
            name == "timelinejs"
        )


def test_timelinejs_brings_back_titles_texts_and_whole_dates(timeline: Timeline, settings: Settings) -> None:
    found = {e.id: e for e in entries(exports.export("timelinejs", timeline, settings), settings, "in.json")}
    for was in timeline.events:
        if was.status is Status.HIDDEN:
            continue
        event = found[was.id]
        assert (event.title, event.date, event.kind, event.status) == (
            was.title,
            was.date,
            was.kind,
            was.status,
        )
    event = found["e-0000000001"]
    assert (
        event.text
        == "The bridge **closed**.\n\nA ferry began, see [the notice](https://council.example/notice)."
    )
    first = event.sources[0]
    assert (first.publisher, first.title, first.url) == (
        "Harbour Courier",
        'Bridge & ferry: "what now?"',
        "https://courier.example/bridge?a=1&b=2",
    )
    assert event.tags == ("transport",)
    assert found["e-0000000004"].text == "- one\n- two"


def test_timelinejs_never_fills_in_what_is_not_known(timeline: Timeline, settings: Settings) -> None:
    made = json.loads(exports.export("timelinejs", timeline, settings))
    slides = {slide["unique_id"]: slide for slide in made["events"]}

    def dates(number: int) -> tuple[Any, Any, Any]:
        slide = slides[f"e-{number:010d}"]
        return slide["start_date"], slide.get("end_date"), slide.get("display_date")

    assert dates(1) == (
        {"year": 2031, "month": 3, "day": 11},
        {"year": 2031, "month": 3, "day": 20},
        "mid-March 2031",
    )
    assert dates(2) == ({"year": 2033}, None, "2033")
    assert dates(3) == ({"year": 2031, "month": 4}, None, "reported in April 2031")
    assert dates(4) == (
        {"year": 1894, "month": 6, "day": 10},
        {"year": 1894, "month": 6, "day": 12},
        None,
    )
    assert dates(5) == ({"year": -44, "month": 3, "day": 15}, None, None)
    assert dates(6) == ({"year": 2018}, None, "since 2018")
    assert dates(7) == ({"year": 2024, "month": 5, "day": 2}, None, "before 3 May 2024")
    assert dates(8) == ({"year": 2021}, {"year": 2023}, "2021 and 2023")
    assert dates(9) == ({"year": 1850}, {"year": 1859}, "about the 1850s")
    assert dates(12) == ({"year": 2031, "month": 5, "day": 1, "hour": 14, "minute": 5}, None, None)


@pytest.mark.parametrize(
    ("edtf", "start", "end", "shown"),
    [
        ("2024-XX", {"year": 2024}, None, "a month of 2024"),
        ("2024-03-XX", {"year": 2024, "month": 3}, None, "a day in March 2024"),
        ("2024-XX-XX", {"year": 2024}, None, "a day in 2024"),
        ("2024-21", {"year": 2024, "month": 3}, {"year": 2024, "month": 5}, "spring 2024"),
        ("19XX", {"year": 1900}, {"year": 1999}, "20th century"),
        ("2018/2020-03", {"year": 2018}, {"year": 2020, "month": 3}, "2018 – March 2020"),
        ("../2018", {"year": 2018}, None, "until 2018"),
        ("2024-03~", {"year": 2024, "month": 3}, None, "about March 2024"),
        ("[2021,2023]", {"year": 2021}, {"year": 2023}, "2021 or 2023"),
        ("199X/..", {"year": 1990}, None, "since the 1990s"),
    ],
)
def test_timelinejs_dates(
    settings: Settings, edtf: str, start: dict[str, int], end: dict[str, int] | None, shown: str
) -> None:
    event = Event(id="e-1", title="T", date=When.parse(edtf))
    made = exports.export("timelinejs", Timeline((event,)), settings)
    (slide,) = json.loads(made)["events"]
    assert (slide["start_date"], slide.get("end_date"), slide["display_date"]) == (start, end, shown)
    (back,) = entries(made, settings, "in.json")
    assert back.date == event.date


SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background\r\n"
)


def sheet(*rows: str) -> str:
    return SHEET + "".join(f"{row}\r\n" for row in rows)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1998,,,,,,,,", "1998"),
        ("1998,3,,,,,,,", "1998-03"),
        ("1998,3,5,,,,,,", "1998-03-05"),
        ("1998,,5,,,,,,", "1998"),
        ("-44,3,15,,,,,,", "-0043-03-15"),
        ("-1,,,,,,,,", "0000"),
        ("-13800000000,,,,,,,,", "Y-13799999999"),
        ("1998,3,5,,1998,3,9,,", "1998-03-05/1998-03-09"),
        ("1998,,,,1999,,,,", "1998/1999"),
        ("1998,3,5,,1998,3,5,,", "1998-03-05"),
    ],
)
def test_a_timelinejs_sheet_gives_dates_no_sharper_than_they_are(
    settings: Settings, cells: str, expected: str
) -> None:
    (event,) = entries(sheet(f"{cells},Bridge opens,<p>It <b>opened</b>.</p>,,,,,,,"), settings)
    assert str(event.date) == expected
    assert (event.title, event.text) == ("Bridge opens", "It **opened**.")
    assert not event.id_given


def test_words_to_show_are_taken_for_the_date_where_they_fit_it(settings: Settings) -> None:
    events, problems = take(
        sheet(
            "1850,1,1,,,,,,circa 1850,Founded,,,,,,,,",
            "1850,1,1,,,,,,The golden years,Bloomed,,,,,,,,",
            "1990,5,2,,,,,,March 2024,Elsewhere,,,,,,,,",
        ),
        settings,
    )
    assert [str(e.date) for e in events] == ["1850~", "1850-01-01", "1990-05-02"]
    assert [e.private for e in events] == [
        "",
        'shown as "The golden years" in the imported file',
        'shown as "March 2024" in the imported file',
    ]
    assert any(
        'taken from the words "circa 1850": 1850~' in p.message and p.where.line == 2 for p in problems
    )


def test_media_of_a_sheet(settings: Settings) -> None:
    page, picture = entries(
        sheet(
            "1998,,,,,,,,,Page,,https://en.example/wiki/Bridge,An encyclopedia,The bridge,,,,",
            "1998,,,,,,,,,Picture,,https://img.example/a.JPG?x=1,A. Photographer,<i>Old</i>,,,,",
        ),
        settings,
    )
    assert page.sources == (
        Source(title="The bridge", url="https://en.example/wiki/Bridge", publisher="An encyclopedia"),
    )
    assert picture.sources == ()
    assert (
        picture.private == "media in the imported file: https://img.example/a.JPG?x=1, Old, A. Photographer"
    )


def test_title_rows_and_eras_are_told_of(settings: Settings) -> None:
    events, problems = take(
        sheet(
            ",,,,,,,,,The story,,,,,,title,,",
            "1900,,,,1910,,,,,Old days,,,,,,era,,",
            "1905,,,,,,,,,Event,,,,,,,g,",
        ),
        settings,
    )
    assert [e.title for e in events] == ["Event"]
    assert events[0].tags == ("g",)
    told = [p.message for p in problems]
    assert "the title row is not taken over" in told
    assert 'the era "Old days" is not taken over' in told


def test_many_firsts_of_the_month_are_remarked(settings: Settings) -> None:
    rows = [f"2001,{n % 12 + 1},{1 if n % 3 == 0 else 7},,,,,,,E {n},,,,,,,," for n in range(30)]
    _, problems = take(sheet(*rows), settings)
    assert "10 of 30 dates fall on the first of a month: are all of them known?" in [
        p.message for p in problems
    ]


def test_errors_of_a_sheet_have_their_line(settings: Settings) -> None:
    found = errors(
        sheet(
            "1998,13,,,,,,,,A,,,,,,,,",
            '1998,"two\nlines",,,,,,,,B,,,,,,,,',
            "1998,,,,,,,,,,,,,,,,,",
            "1998,2,30,,,,,,,D,,,,,,,,",
            ",,,,,,,,,E,,,,,,,,",
            "1999,,,,1998,,,,,F,,,,,,,,",
        ),
        settings,
    )
    assert [(p.where.line, p.message) for p in found if p.where] == [
        (2, "there is no month 13"),
        (3, 'the month "two\nlines" is not a number'),
        (5, "a slide without a headline"),
        (6, "there is no 1998-02-30: 1998-02 has 28 days"),
        (7, "this slide has neither a date nor a source"),
        (8, "1999/1998 ends before it begins"),
    ]


def test_any_table_with_headers(settings: Settings) -> None:
    text = (
        "Date;What happened;Headline;Where;People;Source URL;Newspaper;Our rating\n"
        '12.3.2024;"Talks; then none.";Talks end;Niamey, Agadez;A. Person | B. Person;'
        "https://a.example/1;The Paper;5\n"
        "2024-03;;Talks begin;;;;;\n"
        "circa 1850;;Founded;;;;;\n"
    )
    events, problems = take(text, settings)
    assert [str(e.date) for e in events] == ["2024-03-12", "2024-03", "1850~"]
    first = events[0]
    assert (first.title, first.text) == ("Talks end", "Talks; then none.")
    assert [p.name for p in first.places] == ["Niamey", "Agadez"]
    assert first.actors == ("A. Person", "B. Person")
    assert first.sources == (Source(title="The Paper", url="https://a.example/1", publisher="The Paper"),)
    assert first.status is Status.REVIEWED
    assert first.where.line == 2
    told = [p.message for p in problems]
    assert 'column "Headline" is read as title' in told
    assert 'column "Our rating" is not taken over' in told
    assert {p.severity for p in problems} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["31/12/2024", "03/04/2024"], ["2024-12-31", "2024-04-03"]),
        (["12/31/2024", "03/04/2024"], ["2024-12-31", "2024-03-04"]),
        (["3.4.2024"], ["2024-04-03"]),
        (["05/05/2024"], ["2024-05-05"]),
        (["2024/3/5"], ["2024-03-05"]),
        (["2024-3"], ["2024-03"]),
        (["2024-03-05 00:00:00"], ["2024-03-05"]),
        (["2024-03-05 14:05"], ["2024-03-05T14:05"]),
        (["12 March 2024", "March 2024"], ["2024-03-12", "2024-03"]),
        (["2018/..", "[..2024-05-02]", "1998?"], ["2018/..", "[..2024-05-02]", "1998?"]),
    ],
)
def test_dates_of_a_column(settings: Settings, cells: list[str], expected: list[str]) -> None:
    text = "title,date\n" + "".join(f'"t","{cell}"\n' for cell in cells)
    assert [str(e.date) for e in entries(text, settings)] == expected


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["03/04/2024", "05/06/2024"], '2 dates of column "date" can be read two ways, such as 03/04/2024'),
        (["31/12/2024", "12/31/2024", "03/04/2024"], '1 dates of column "date" can be read two ways'),
        (["last week"], '"last week" cannot be read as a date'),
        (["2024-02-30"], '"2024-02-30" cannot be read as a date'),
        (["around the time of the flood"], "cannot be read as a date"),
        (["45123"], '"45123" cannot be read as a date'),
        ([""], "an entry needs a date or a source"),
    ],
)
def test_dates_that_cannot_be_known_are_errors(settings: Settings, cells: list[str], message: str) -> None:
    text = "title,date\n" + "".join(f'"t","{cell}"\n' for cell in cells)
    found = errors(text, settings)
    assert any(message in problem.message for problem in found), found
    assert all(problem.hint for problem in found)
    assert all(problem.where and problem.where.line > 1 for problem in found)


def test_year_month_and_day_in_columns_of_their_own(settings: Settings) -> None:
    text = "Titel,Jahr,Monat,Tag\nA,1998,3,5\nB,1998,,\nC,1998,March,5\n"
    assert [str(e.date) for e in entries(text, settings)] == ["1998-03-05", "1998", "1998-03-05"]


def test_start_and_end(settings: Settings) -> None:
    text = "event,start date,end date\nA,2024-03-05,2024-03-09\nB,2024,\nC,2024,2024\n"
    assert [str(e.date) for e in entries(text, settings)] == ["2024-03-05/2024-03-09", "2024", "2024"]
    (problem,) = errors("event,start,end\nA,2024,2023\n", settings)
    assert "ends before it begins" in problem.message


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("title,date\nÄ,2024\n".encode("utf-8-sig"), "Ä"),
        ("title,date\nÄ,2024\n".encode("utf-16"), "Ä"),
        ("title,date\nÄ,2024\n".encode("cp1252"), "Ä"),
        (b"title\tdate\r\nA, b\t2024\r\n", "A, b"),
        (b"title|date\rA\r\n|2024\n", "A"),
        (b"title,date\n'=SUM(1),2024\n", "=SUM(1)"),
    ],
)
def test_encodings_and_separators(settings: Settings, data: bytes, expected: str) -> None:
    if b"|" in data:
        data = b"title|date\nA|2024\n"
    assert entries(data, settings)[0].title == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"PK\x03\x04rest", "this is a workbook"),
        (b"<!doctype html>", "this is a web page"),
        (b"title,date\n", "there is no row below the headers"),
        (b"a,b\n1,2\n", "no column is known for a title (a, b)"),
        (b'{"events": [', "this is not JSON"),
        (b"[" * 100_000, "this is not JSON"),
        (b'{"event": []}', 'there is no list "events"'),
        (b'{"events": [1]}', 'there is no list "events"'),
        (b'{"events": [{"text": {"headline": "A"}}]}', "neither a date nor a source"),
        (b'{"format": 1, "events": [{"title": "A", "date": "2024-13"}]}', "there is no month 13"),
        (b'{"format": 1, "events": [{"title": "A", "date": "2024", "kind": "x"}]}', "'x' is not known here"),
    ],
)
def test_what_cannot_be_read_is_said(settings: Settings, data: bytes, message: str) -> None:
    found = errors(data, settings)
    assert message in found[0].message
    assert found[0].where
    assert found[0].where.path == "in.csv"


def test_timelinejs_json_of_others(settings: Settings) -> None:
    document = {
        "title": {"text": {"headline": "Story"}},
        "events": [
            {
                "start_date": {"year": "2024", "month": "3", "day": ""},
                "text": {"headline": "A &amp; <em>B</em>", "text": "<p>One<br>two</p><script>x()</script>"},
                "media": {"url": "https://pages.example/x", "caption": "Page"},
                "group": "G",
            },
            {"start_date": {"year": 2024}, "end_date": {"year": 2025}, "text": {"headline": "C"}},
        ],
        "eras": [{"start_date": {"year": 2000}, "end_date": {"year": 2001}, "text": {"headline": "Before"}}],
    }
    events, problems = take(json.dumps(document), settings, "in.json")
    assert [(e.title, str(e.date), e.text) for e in events] == [
        ("A & B", "2024-03", "One\ntwo"),
        ("C", "2024/2025", ""),
    ]
    assert events[0].kind is Kind.HAPPENED
    assert 'the era "Before" is not taken over' in [p.message for p in problems]


def test_a_list_of_flat_objects_is_a_table(settings: Settings) -> None:
    (event,) = entries('[{"title": "A", "date": "2024-03", "nothing": null}]', settings, "in.json")
    assert (event.title, str(event.date)) == ("A", "2024-03")


def test_two_columns_of_one_name(settings: Settings) -> None:
    (event,) = entries("title,title,date\nA,B,2024\n", settings)
    assert event.title == "A"


def test_nothing_is_read_outside_the_given_file(settings: Settings, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    entries("title,date\nA,2024\n", settings)
    assert sorted(tmp_path.rglob("*")) == sorted([*before, tmp_path / "in.csv"])


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
KEYS = (
    "id", "title", "date", "text", "kind", "status", "places", "actors", "sources", "corrections", "image",
    "merged", "start_date", "end_date", "media", "group", "unique_id", "display_date", "edtf", "quote",
    "published", "retracted",
)  # fmt: skip
RECORD = st.dictionaries(
    st.sampled_from(KEYS), ANYTHING | st.lists(st.dictionaries(st.sampled_from(KEYS), ANYTHING))
)


@given(st.lists(RECORD, max_size=3), st.booleans(), ANYTHING)
@hypothesis.settings(suppress_health_check=[hypothesis.HealthCheck.too_slow], deadline=None, max_examples=150)
def test_json_of_any_shape_is_answered_by_entries_or_problems(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]], ours: bool, eras: object
) -> None:
    folder = tmp_path_factory.getbasetemp()
    document = {"events": records, "eras": eras} | ({"format": 1} if ours else {})
    (folder / "any.json").write_text(json.dumps(document))
    events, problems = exports.import_file(folder / "any.json", Settings(folder))
    assert events or problems or not records


@given(st.binary(max_size=300) | st.text(alphabet='title,date\n";=|\t2024-03', max_size=200).map(str.encode))
@hypothesis.settings(deadline=None, max_examples=300)
def test_any_bytes_are_answered_by_entries_or_problems(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "any.csv").write_bytes(b"title,date,quote\n" + data)
    exports.import_file(folder / "any.csv", Settings(folder))
    (folder / "any.csv").write_bytes(data)
    events, problems = exports.import_file(folder / "any.csv", Settings(folder))
    assert events or problems
