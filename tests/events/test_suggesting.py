"""What is asked of a person: entries that are possibly the same, and none that plainly are two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.events import suggest
from timeline.model import Event, Source, Status, Timeline
from timeline.temporal import When

Told = tuple[str, str]  # date and title


def entries(first: Told, second: Told, status: Status = Status.DRAFT) -> tuple[Event, Event]:
    a, b = (
        Event(
            id=f"e-000000000{n}",
            title=title,
            date=When.parse(date),
            status=status,
            sources=(Source(title=title),),
        )
        for n, (date, title) in enumerate((first, second))
    )
    return a, b


ASKED = [
    (
        ("2024-04-30", "The ministry appointed a mediator"),
        ("2024-04-30", "A mediator is named by the ministry"),
    ),
    (("2024-04-30", "The ferry Hollin sank off Varde"), ("2024-05-01", "The ferry Hollin sinks off Varde")),
    (
        ("2024-04", "Quellmoor council closed the old bridge"),
        ("2024-04-12", "The old bridge is closed at Quellmoor"),
    ),
]
NOT_ASKED = [
    # A year or an open end holds much else.
    (("../2019", "Building went on"), ("2013-10", "The command ordered the building of a depot")),
    (("2022", "Troops withdrew from Norland"), ("[2023-01-01..2023-11-30]", "Troops withdrew from Sudland")),
    # Days apart, the words for the deed are not enough.
    (("2024-04-10", "A freighter arrived in Quellmoor"), ("2024-04-13", "A crowd marched in Quellmoor")),
    (
        ("2024-01-28", "Norland completed the treaty"),
        ("2024-01-29", "The ministry told reporters of a treaty"),
    ),
]


@pytest.mark.parametrize(("first", "second"), ASKED)
def test_like_entries_are_asked_of(first: Told, second: Told) -> None:
    a, b = entries(first, second)
    assert [(s.first, s.second) for s in suggest(Timeline((a, b)))] == [(a.id, b.id)]


@pytest.mark.parametrize(("first", "second"), NOT_ASKED)
def test_entries_with_only_a_kind_of_deed_in_common_are_not(first: Told, second: Told) -> None:
    assert suggest(Timeline(entries(first, second))) == ()


def test_two_events_of_one_sentence_are_no_question() -> None:
    """They were taken apart on purpose."""
    first, second = entries(
        ("2024-04-30", "The ferry Hollin sank off Varde"), ("2024-04-30", "The ferry Hollin sinks off Varde")
    )
    quoted = (Source(article="one", quote="The ferry Hollin sank off Varde on Tuesday, and six drowned."),)
    assert suggest(Timeline((first, replace(second, sources=quoted))))
    both = (replace(first, sources=quoted), replace(second, sources=quoted))
    assert suggest(Timeline(both)) == ()


def test_a_conflict_of_one_entry_is_no_question_about_another() -> None:
    """One source of the first dates it to the day of the second."""
    first, second = entries(
        ("2024-07-07", "The rebels hand over the depot at Varde"),
        ("2024-08-05", "The rebels hand over the depot at Hollin"),
    )
    conflict = Source(title="Gazette", quote="The rebels handed over the depot.", date=second.date)
    assert suggest(Timeline((replace(first, sources=(conflict,)), replace(second, date=first.date))))
    assert suggest(Timeline((replace(first, sources=(conflict,)), second))) == ()


@pytest.mark.parametrize(("status", "asked"), [(Status.DRAFT, 1), (Status.REVIEWED, 0)])
def test_of_two_entries_that_a_person_has_read_only_what_is_surely_alike_is_asked(
    status: Status, asked: int
) -> None:
    day = "2024-05-20"
    pair = entries(
        (day, "Envoys meet in Varde"), (day, "The delegation of Norland meets the prime minister"), status
    )
    assert len(suggest(Timeline(pair))) == asked


@pytest.mark.parametrize(("reported", "asked"), [("2024-05-28", 1), ("2024-10-02", 0)])
def test_what_has_no_day_is_asked_of_about_the_time_of_its_report(reported: str, asked: int) -> None:
    told = ("Officials of Norland met", "Envoys of Norland held talks in Varde")
    first, second = (
        Event(id=f"e-000000000{n}", title=title, sources=(Source(title="G", published=When.parse(day)),))
        for n, (title, day) in enumerate(zip(told, ("2024-05-20", reported), strict=True))
    )
    drafts = (replace(first, status=Status.DRAFT), replace(second, status=Status.DRAFT))
    assert len(suggest(Timeline(drafts))) == asked


def test_the_likeliest_comes_first() -> None:
    """In the order of the file the less likely pair stands first."""
    less = entries(
        ("2024-05-20", "Envoys meet in Varde"), ("2024-05-20", "The prime minister meets a delegation")
    )
    first = tuple(replace(event, id=event.id.replace("e-0", "e-1")) for event in less)
    like = entries(*ASKED[0])
    found = [s.first for s in suggest(Timeline((*first, *like)))]
    assert found == [like[0].id, first[0].id]
