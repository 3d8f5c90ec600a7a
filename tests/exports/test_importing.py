"""Files come in as entries: ours bring back what they held, any other is answered by entries or problems."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from incoming import entries, errors, take

from timeline import exports
from timeline.config import Settings
from timeline.model import Article, Event, Kind, Retraction, Source, Status, Timeline
from timeline.temporal.edtf import When


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


def test_the_retraction_of_one_article_is_told_once(settings: Settings) -> None:
    day = When.parse("2031-05-03")
    report = Article("a", "a.md", "So.", title="A report", published=day, retracted=Retraction(day))
    told = tuple(Event(f"e{n}", f"T{n}", day, sources=(Source(article="a"),)) for n in range(3))
    data = exports.export("json", Timeline(told, {"a": report}), settings)
    _, problems = take(data, settings, "in.json")
    assert [p.message for p in problems if "retraction" in p.message] == [
        "the retraction of 'A report' is not taken over"
    ]


def test_sources_come_back_standing_alone(timeline: Timeline, settings: Settings) -> None:
    for name in ("json", "csv"):
        found = entries(exports.export(name, timeline, settings), settings, f"in.{name}")
        event = next(e for e in found if e.id == "e-0000000001")
        first, second, third = event.sources
        assert first == Source(
            title='Bridge & ferry: "what now?"',
            author="A. Writer",
            publisher="Harbour Courier",
            published=When.parse("2031-05-03"),
            url="https://courier.example/bridge?a=1&b=2",
            archived="https://archive.example/1",
            licence="all rights reserved",
            language="en",
            quote="closed in mid-March",
            said="mid-March",
            page="4",
        )
        assert second.quote == ""
        assert second.date == When.parse("2031-04-02")
        assert event.private == "in short, Council minutes: The closing was noted."
        assert third.title == "A report taken back"


def test_what_a_claim_rests_on_and_who_wrote_it_come_back(settings: Settings) -> None:
    book = Source(
        title="Le Port", author="Ada Vent, Bo Rill", publisher="Quai", language="fr", licence="CC BY 4.0"
    )
    claim = Event(
        "c", "It sank", When.parse("1950"), kind=Kind.CLAIMED, claimed_by="Bo Rill", sources=(book,)
    )
    for name in ("json", "csv", "timelinejs"):
        (event,) = entries(exports.export(name, Timeline((claim,)), settings), settings, f"in.{name}")
        assert (event.kind, event.claimed_by) == (Kind.CLAIMED, "Bo Rill")
        if name != "timelinejs":  # its sources are a line of links
            assert event.sources == (book,)


def test_written_again_a_download_is_the_same(timeline: Timeline, settings: Settings) -> None:
    for name in ("json", "csv", "timelinejs"):
        first = entries(exports.export(name, timeline, settings), settings, f"in.{name}")
        again = exports.export(name, Timeline(first), settings)
        assert entries(again, settings, f"again.{name}") == tuple(replace(e, private="") for e in first) or (
            name == "timelinejs"
        )


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
