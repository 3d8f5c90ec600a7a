"""The public view: who gets through the gate, in which order, and how reports are counted."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from timeline.config import Settings
from timeline.model import (
    Article,
    Body,
    Correction,
    Event,
    Kind,
    Retraction,
    Source,
    Status,
    Timeline,
)
from timeline.public import PublicEvent, PublicSource, PublicTimeline, public_view
from timeline.temporal.edtf import When

SETTINGS = Settings(project=Path(), publish="reviewed")
WIRE = Article(
    "wire",
    "content/articles/wire.md",
    "text",
    publisher="Wire",
    published=When.parse("2024-05-02"),
    origin="w-1",
)
COPY = Article(
    "copy",
    "content/articles/copy.md",
    "text",
    publisher="Copy",
    published=When.parse("2024-05-03"),
    origin="W-1",
)
TWIN = Article(
    "twin",
    "content/articles/twin.md",
    "text",
    publisher="Twin",
    published=When.parse("2024-05-04"),
    twin_of="wire",
)
SAME_PUBLISHER = Article(
    "wire2", "content/articles/wire2.md", "text", publisher="WIRE", published=When.parse("2024-05-05")
)
OTHER = Article(
    "other", "content/articles/other.md", "text", publisher="Other", published=When.parse("2024-05-06")
)
REWRITE = replace(OTHER, id="rewrite", publisher="Rewriter", origin="Other")
TAKEN_BACK = replace(OTHER, id="back", publisher="Back", retracted=Retraction(None))
ARTICLES = {a.id: a for a in (WIRE, COPY, TWIN, SAME_PUBLISHER, OTHER, REWRITE, TAKEN_BACK)}


def view(*events: Event, with_drafts: bool | None = None, publish: str = "reviewed") -> PublicTimeline:
    settings = replace(SETTINGS, publish=publish)  # type: ignore[arg-type]
    return public_view(Timeline(events, ARTICLES), settings, with_drafts=with_drafts)


def event(name: str, date: str = "", *articles: str, status: Status = Status.REVIEWED) -> Event:
    return Event(
        id=name,
        title=name,
        date=When.parse(date) if date else None,
        status=status,
        sources=tuple(Source(article=a) for a in articles),
    )


COUNTS = [
    (("wire",), 1),
    (("wire", "other"), 2),
    (("wire", "copy"), 1),  # one origin, whatever its capitals
    (("wire", "twin"), 1),  # one text
    (("other", "rewrite"), 1),  # the origin is the id of an article that is here
    (("wire", "wire2"), 1),  # one publisher
    (("wire", "copy", "twin", "wire2", "other"), 2),
    (("back",), 0),
    (("other", "back"), 1),
    (("other", "back", "wire"), 2),
    ((), 0),
]


@pytest.mark.parametrize(("articles", "reports"), COUNTS)
def test_reports_are_counted_not_articles(articles: tuple[str, ...], reports: int) -> None:
    assert view(event("e", "2024", *articles)).events[0].reports == reports


@pytest.mark.parametrize(
    "order", [("wire", "copy", "twin"), ("copy", "twin", "wire"), ("twin", "copy", "wire")]
)
def test_the_order_of_sources_does_not_change_the_count(order: tuple[str, ...]) -> None:
    assert view(event("e", "2024", *order)).events[0].reports == 1


STATUSES = [
    (Status.REVIEWED, "reviewed", None, 1),
    (Status.DRAFT, "reviewed", None, 0),
    (Status.DRAFT, "drafts", None, 1),
    (Status.DRAFT, "reviewed", True, 1),
    (Status.DRAFT, "drafts", False, 0),
    (Status.HIDDEN, "drafts", True, 0),
    (Status.WITHDRAWN, "reviewed", None, 1),
]


@pytest.mark.parametrize(("status", "publish", "with_drafts", "shown"), STATUSES)
def test_who_gets_through_the_gate(
    status: Status, publish: str, with_drafts: bool | None, shown: int
) -> None:
    assert (
        len(view(event("e", "2024", status=status), publish=publish, with_drafts=with_drafts).events) == shown
    )


def test_no_field_holds_what_must_stay_inside() -> None:
    for record in (PublicEvent, PublicSource):
        assert not {"private", "path", "where", "file", "original", "body"} & {f.name for f in fields(record)}


def test_a_withdrawn_entry_keeps_its_address_and_its_notice_alone() -> None:
    whole = replace(event("e", "2024", "wire", status=Status.WITHDRAWN), text="canary", notice="Taken back.")
    shown = view(whole).events[0]
    assert (shown.id, shown.notice, shown.text, shown.sources) == ("e", "Taken back.", "", ())


def test_the_day_of_a_withdrawal_is_when_the_entry_was_last_touched() -> None:
    taken_back = event("e", "2024", "wire", status=Status.WITHDRAWN)
    shown = view(replace(taken_back, withdrawn=When.parse("2031-06-01"))).events[0]
    assert (str(shown.withdrawn), shown.updated) == ("2031-06-01", "2031-06-01")
    assert view(replace(taken_back, status=Status.REVIEWED, withdrawn=None)).events[0].withdrawn is None


def test_the_day_of_a_retraction_touches_what_rests_on_it() -> None:
    back = Retraction(When.parse("2031-07-01"))
    articles = {"wire": replace(WIRE, retracted=back)}
    shown = public_view(Timeline((event("e", "2024", "wire"),), articles), SETTINGS).events[0]
    assert shown.updated == "2031-07-01"


def test_a_source_still_new_is_neither_shown_nor_counted() -> None:
    entry = replace(event("e", "2024", "wire"), sources=(Source("wire"), Source("other", is_new=True)))
    shown = view(entry).events[0]
    assert ([s.key for s in shown.sources], shown.reports) == (["wire"], 1)


def test_a_summary_is_no_quotation() -> None:
    articles = {"wire": replace(WIRE, body=Body.SUMMARY)}
    shown = public_view(Timeline((event("e", "2024", "wire"),), articles), SETTINGS).events[0]
    assert not shown.sources[0].verbatim


ORDER = [
    "[..2012-05-01]",
    "2018",
    "2018/..",
    "2018-01",
    "2018-01-01",
    "[2018-03-11..2018-03-20]",
    "2024-03-12",
]


def test_the_order_of_the_page() -> None:
    events = [event(date, date) for date in reversed(ORDER)]
    shown = [str(e.date) for e in view(*events).events]
    assert shown.index("[..2012-05-01]") == 0
    assert shown.index("2018") < shown.index("2018-01") < shown.index("2018-01-01")
    assert shown[-2:] == ORDER[-2:]


def test_equal_dates_keep_the_order_of_the_file() -> None:
    assert [e.id for e in view(event("b", "2024-05-01"), event("a", "2024-05-01")).events] == ["b", "a"]


PLAN = replace(event("plan", "2024-05-01"), kind=Kind.PLANNED)
DONE = event("done", "2024-05-01")


@pytest.mark.parametrize(
    ("events", "order"),
    [
        ((DONE, replace(PLAN, see=("done",))), "plan done"),
        ((replace(DONE, see=("plan",)), PLAN), "plan done"),
        ((replace(DONE, see=("plan",)), event("other", "2024-05-01"), PLAN), "plan done other"),
        ((PLAN, replace(DONE, see=("plan",))), "plan done"),
        ((DONE, PLAN), "done plan"),
        ((replace(DONE, see=("plan",)), replace(PLAN, date=When.parse("2024-05-02"))), "done plan"),
        ((replace(DONE, see=("other",)), event("other", "2024-05-01")), "done other"),
        ((replace(DONE, see=("gone",)), PLAN), "done plan"),
        ((replace(DONE, see=("plan",)), replace(PLAN, see=("done",))), "plan done"),
    ],
)
def test_a_plan_stands_before_what_came_of_it_on_the_same_day(events: tuple[Event, ...], order: str) -> None:
    assert " ".join(e.id for e in view(*events).events) == order


def test_without_a_date_an_entry_stands_where_it_was_reported() -> None:
    shown = view(event("late", "2024-05-03"), event("undated", "", "wire")).events
    assert [e.id for e in shown] == ["undated", "late"]
    assert shown[0].placed_by_report
    assert str(shown[0].reported) == "2024-05-02"


CONFLICTS = [
    ("2018", (None, None), False),
    ("2018", ("2018/..", "2019-11-01"), True),
    ("2018", ("2019",), True),
    ("2019", ("2019",), False),
]


@pytest.mark.parametrize(("date", "says", "conflict"), CONFLICTS)
def test_sources_that_give_other_dates_are_a_conflict(
    date: str, says: tuple[str | None, ...], conflict: bool
) -> None:
    sources = tuple(Source("wire", date=When.parse(s) if s else None) for s in says)
    assert view(replace(event("e", date), sources=sources)).events[0].conflict is conflict


def test_updated_is_the_latest_source_or_correction() -> None:
    entry = replace(event("e", "2024", "wire"), corrections=(Correction(When.parse("2024-06-01"), "mended"),))
    assert view(entry, event("f", "2024", "other")).updated == "2024-06-01"
    assert view(event("f", "2024", "other")).updated == "2024-05-06"
