"""A story with something of everything, made by hand: what the formats are tested on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from timeline.config import Settings
from timeline.model import (
    Article,
    Body,
    Correction,
    Event,
    Image,
    Kind,
    Place,
    Retraction,
    Source,
    Status,
    Timeline,
)
from timeline.public import PublicTimeline, public_view
from timeline.temporal.edtf import When

sys.path.insert(0, str(Path(__file__).parent))  # the tests of what comes in share `incoming`

CANARY = "CANARY-7f3a"


def when(text: str) -> When:
    return When.parse(text)


ARTICLES = (
    Article(
        id="courier-2031-05-03",
        path="content/articles/courier-2031-05-03.md",
        text=f"The old bridge closed in mid-March. {CANARY} body",
        title='Bridge & ferry: "what now?"',
        publisher="Harbour Courier",
        author="A. Writer",
        published=when("2031-05-03"),
        url="https://courier.example/bridge?a=1&b=2",
        archived="https://archive.example/1",
        licence="all rights reserved",
        rights=f"{CANARY} rights",
        original=f"content/originals/{CANARY}.html",
    ),
    Article(
        id="summary-1",
        path="content/articles/summary-1.md",
        text="In our words.",
        title="Council minutes",
        publisher="Town Council",
        published=when("2031-03"),
        body=Body.SUMMARY,
    ),
    Article(
        id="gone",
        path="content/articles/gone.md",
        text="Taken back.",
        title="A report taken back",
        publisher="Evening Gazette",
        published=when("2031-04-01"),
        retracted=Retraction(
            when("2031-04-09"), "the figures were wrong", "https://gazette.example/retraction"
        ),
    ),
)

EVENTS = (
    Event(
        id="e-0000000001",
        title="Old bridge closes <for good>; ferry begins",
        date=when("[2031-03-11..2031-03-20]"),
        date_words="mid-March",
        date_note="The council gave no day.",
        text="The bridge **closed**.\n\nA ferry began, see [the notice](https://council.example/notice).\n",
        places=(Place("Lower Quay; north", 16.95, -8.01),),
        actors=("Town Council", "Ferry & Sons"),
        tags=("transport", "water;ways"),
        image=Image("bridge.jpg", "An old bridge", "The bridge in 2030", "A. Photographer", "CC BY 4.0"),
        corrections=(Correction(when("2031-06-01"), "An earlier version said *April*."),),
        merged=("e-0000000099",),
        see=("e-0000000002",),
        private=f"{CANARY} private",
        sources=(
            Source(article="courier-2031-05-03", quote="closed in mid-March", said="mid-March", page="4"),
            Source(article="summary-1", quote="The closing was noted.", date=when("2031-04-02")),
            Source(article="gone", quote="closed in April"),
            Source(article="courier-2031-05-03", quote=f"{CANARY} new", is_new=True),
        ),
    ),
    Event(
        id="e-0000000002",
        title="New bridge to open",
        date=when("2033"),
        kind=Kind.PLANNED,
        status=Status.DRAFT,
        is_found=True,
        sources=(Source(article="courier-2031-05-03", quote="will open in 2033", said="2033"),),
    ),
    Event(
        id="e-0000000003",
        title="=HYPERLINK(1) was the mayor's answer",
        date=None,
        kind=Kind.CLAIMED,
        claimed_by="the opposition",
        sources=(
            Source(
                title="Ältere Zeitung",
                publisher="Gazette",
                url="https://gazette.example/ä",
                published=when("2031-04"),
                quote="Die Antwort",
                translation="The answer",
                translator="B. Translator",
            ),
        ),
    ),
    Event(
        id="e-0000000004", title="Flood of the quays", date=when("1894-06-10/1894-06-12"), text="- one\n- two"
    ),
    Event(id="e-0000000005", title="Ferry right granted", date=when("-0043-03-15")),
    Event(id="e-0000000006", title="Ferry in service", date=when("2018/.."), tags=("transport",)),
    Event(id="e-0000000007", title="Toll ends", date=when("[..2024-05-02]")),
    Event(id="e-0000000008", title="Repairs", date=when("{2021,2023}")),
    Event(id="e-0000000009", title="Founding", date=when("185X~")),
    Event(
        id="e-0000000010",
        title="A tale that was wrong",
        date=when("2031-01-05"),
        status=Status.WITHDRAWN,
        withdrawn=when("2031-05-20"),
        notice="It rested on a report that was taken back.",
        text=f"{CANARY} withdrawn text",
    ),
    Event(id="e-0000000011", title=f"{CANARY} hidden", date=when("2031-01-06"), status=Status.HIDDEN),
    Event(id="e-0000000012", title="جسر جديد – línea", date=when("2031-05-01T14:05"), actors=("@council",)),
)


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    return Timeline(EVENTS, {article.id: article for article in ARTICLES})


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        project=tmp_path,
        title="The bridge & the ferry",
        description="Who decided what, and when.",
        author="The Desk",
        licence="CC BY 4.0",
    )


@pytest.fixture
def placed(settings: Settings) -> Settings:
    """The same settings of a site that has an address."""
    from dataclasses import replace

    return replace(settings, base_url="https://news.example/bridge/")


@pytest.fixture
def view(timeline: Timeline, settings: Settings) -> PublicTimeline:
    return public_view(timeline, settings)
