"""The calendar as the icalendar library reads it."""

from __future__ import annotations

from datetime import date
from typing import Any

import icalendar
import pytest

from timeline.config import Settings
from timeline.exports.ics import calendar
from timeline.model import Status
from timeline.public import PublicEvent, PublicTimeline
from timeline.temporal.edtf import When


def read(text: str) -> Any:
    return icalendar.Calendar.from_ical(text)


def one(edtf: str, settings: Settings) -> list[Any]:
    event = PublicEvent("e-1", "Title", date=When.parse(edtf))
    return read(calendar(PublicTimeline((event,), updated="2031-01-01"), settings)).walk("VEVENT")


@pytest.mark.parametrize(
    ("edtf", "first", "last", "summary"),
    [
        ("2024-03-11", "2024-03-11", "2024-03-11", "Title"),
        ("2024-03-12/2024-03-14", "2024-03-12", "2024-03-14", "Title"),
        ("2024-03", "2024-03-01", "2024-03-31", "Title (March 2024)"),
        ("2024-03-11?", "2024-03-11", "2024-03-11", "Title (perhaps 11 March 2024)"),
        ("[2024-03-11..2024-03-20]", "2024-03-11", "2024-03-20", "Title (mid-March 2024)"),
        ("2018/..", "2018-01-01", "2018-12-31", "Title (since 2018)"),
        ("[..2024-05-02]", "2024-05-02", "2024-05-02", "Title (before 3 May 2024)"),
        ("2024-03-11T14:05", "2024-03-11", "2024-03-11", "Title"),
        ("1582", "1582-01-01", "1582-12-31", "Title (1582)"),
    ],
)
def test_spans(settings: Settings, edtf: str, first: str, last: str, summary: str) -> None:
    (event,) = one(edtf, settings)
    assert event.decoded("DTSTART") == date.fromisoformat(first)
    assert event.decoded("DTEND").toordinal() - 1 == date.fromisoformat(last).toordinal(), (
        "the end is exclusive"
    )
    assert str(event["SUMMARY"]) == summary


def test_a_set_of_days_is_several_events_with_ids_of_their_own(settings: Settings) -> None:
    events = one("{2021-05-01,2023-05-01}", settings)
    assert [event.decoded("DTSTART").year for event in events] == [2021, 2023]
    assert len({str(event["UID"]) for event in events}) == 2


@pytest.mark.parametrize("edtf", ["-0043-03-15", "0000", "Y20000", "9999-12-31"])
def test_years_that_calendars_cannot_write_are_left_out_and_counted(settings: Settings, edtf: str) -> None:
    event = PublicEvent("e-1", "Title", date=When.parse(edtf))
    made = read(calendar(PublicTimeline((event,)), settings))
    assert not made.walk("VEVENT")
    assert str(made["X-TIMELINE-LEFT-OUT"]) == "1"


def test_the_whole_story(view: PublicTimeline, placed: Settings) -> None:
    text = calendar(view, placed)
    made = read(text)
    assert str(made["X-TIMELINE-LEFT-OUT"]) == "2", "the undated claim and the one of 44 BC"
    events = {str(e["UID"]): e for e in made.walk("VEVENT")}
    assert not made.errors
    assert not [error for event in events.values() for error in event.errors]
    event = events["https://news.example/bridge/e/e-0000000001.html"]
    assert str(event["SUMMARY"]) == "Old bridge closes <for good>; ferry begins (mid-March 2031)"
    assert str(event["DESCRIPTION"]).startswith("mid-March 2031\n\nThe bridge closed.\n\nA ferry began")
    assert str(event["LOCATION"]) == "Lower Quay; north"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (16.95, -8.01)
    assert [str(c) for c in event["CATEGORIES"].cats] == ["transport", "water;ways"]
    assert str(event["URL"]) == "https://news.example/bridge/e/e-0000000001.html"
    assert int(event["SEQUENCE"]) == 1
    assert event.decoded("DTSTAMP").isoformat() == "2031-06-01T00:00:00+00:00", "no clock"
    assert str(events["https://news.example/bridge/e/e-0000000002.html"]["STATUS"]) == "TENTATIVE"
    assert str(events["https://news.example/bridge/e/e-0000000010.html"]["STATUS"]) == "CANCELLED"


@pytest.mark.parametrize(("status", "state"), [(Status.DRAFT, "TENTATIVE"), (Status.REVIEWED, "CONFIRMED")])
def test_what_nobody_has_read_yet_is_tentative(settings: Settings, status: Status, state: str) -> None:
    event = PublicEvent("e-1", "Bridge closes", date=When.parse("2031-05-03"), status=status)
    (found,) = read(calendar(PublicTimeline((event,), updated="2031-01-01"), settings)).walk("VEVENT")
    assert str(found["STATUS"]) == state


def test_lines_are_folded_at_75_octets_and_never_within_a_letter(
    view: PublicTimeline, settings: Settings
) -> None:
    data = calendar(view, settings).encode()
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


@pytest.mark.parametrize("text", ["a\\b;c,d\ne", "x\r\ny", "trailing \\", "\u2028sep", ":=;", "\x07bell"])
def test_text_comes_back_as_it_was(settings: Settings, text: str) -> None:
    event = PublicEvent("e-1", text, date=When.parse("2024-03-11"))
    (found,) = read(calendar(PublicTimeline((event,)), settings)).walk("VEVENT")
    assert str(found["SUMMARY"]) == "\n".join(text.replace("\x07", "").splitlines())
