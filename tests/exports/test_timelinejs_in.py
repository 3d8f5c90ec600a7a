"""TimelineJS documents and sheets come in with dates no sharper than they are, and go out so."""

from __future__ import annotations

import json
from typing import Any

import pytest
from incoming import entries, errors, take

from timeline import exports
from timeline.config import Settings
from timeline.model import Event, Kind, Source, Status, Timeline
from timeline.temporal.edtf import When


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


def test_the_notice_of_what_was_withdrawn_comes_back(settings: Settings) -> None:
    taken_back = Event(
        "e-9",
        "A fake on show",
        When.parse("1987"),
        status=Status.WITHDRAWN,
        notice="We could not stand *this* up.",
        withdrawn=When.parse("2031-06-01"),
    )
    data = exports.export("timelinejs", Timeline((taken_back,)), settings)
    (found,) = entries(data, settings, "in.json")
    assert (found.text, found.notice, found.withdrawn) == ("", taken_back.notice, taken_back.withdrawn)


def test_an_entry_without_a_date_keeps_the_day_of_its_report(settings: Settings) -> None:
    source = Source(title="The strike so far", url="https://post.example/1", published=When.parse("2031-04"))
    event = Event("e-1", "Talks failed", sources=(source,))
    data = exports.export("timelinejs", Timeline((event,)), settings)
    (found,) = entries(data, settings, "in.json")
    assert (found.date, found.sources[0].published) == (None, When.parse("2031-04"))
    again = exports.export("timelinejs", Timeline((found,)), settings)
    assert json.loads(again)["events"] == json.loads(data)["events"]


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
