"""What holds for every format: bytes that come out the same, nothing private, and only what applies."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from timeline import exports
from timeline.config import Settings
from timeline.model import Event, Status, Timeline
from timeline.public import PublicTimeline, public_view
from timeline.temporal.days import Day

CANARY = "CANARY-7f3a"


@pytest.mark.parametrize("base_url", ["", "https://news.example/bridge/"])
def test_nothing_private_reaches_a_file_of_the_site(
    timeline: Timeline, settings: Settings, base_url: str
) -> None:
    placed = replace(settings, base_url=base_url)
    files = exports.site_files(public_view(timeline, placed), placed)
    assert set(exports.SITE_FILES) - set(files) == (
        {"sitemap.xml"} if base_url else {"sitemap.xml", "robots.txt"}
    )
    for path, data in files.items():
        assert CANARY.encode() not in data, path
        assert str(settings.project).encode() not in data, path
        assert b"content/articles" not in data, path


@pytest.mark.parametrize("name", sorted(set(exports.FORMATS) - {"review"}))
def test_nothing_private_is_exported(timeline: Timeline, settings: Settings, name: str) -> None:
    assert CANARY.encode() not in exports.export(name, timeline, settings)


@pytest.mark.parametrize("path", sorted(exports.SITE_FILES))
def test_drafts_are_in_no_file_where_only_reviewed_entries_are_published(
    timeline: Timeline, placed: Settings, path: str
) -> None:
    reviewed = replace(placed, publish="reviewed")
    made = exports.site_files(public_view(timeline, reviewed), reviewed)[path].decode()
    assert "New bridge to open" not in made
    if path not in {"robots.txt", "embed.js", "events.schema.json"}:
        assert "e-0000000001" in made, "the reviewed ones are"
        assert "e-0000000002" not in made.replace('"see"', ""), "not even as an address"


def test_without_an_address_there_is_no_sitemap_and_no_absolute_link_of_ours(
    view: PublicTimeline, settings: Settings
) -> None:
    files = exports.site_files(view, settings)
    assert not {"sitemap.xml", "robots.txt"} & set(files)
    assert b"tag:timeline.invalid,2026:e/e-0000000001" in files["feed.xml"]


def test_a_timeline_with_nothing_on_it_has_all_its_files(settings: Settings) -> None:
    files = exports.site_files(PublicTimeline(()), settings, Day(2030, 1, 2))
    assert b"2030-01-02T00:00:00Z" in files["feed.xml"]
    assert b'"events": []' in files["events.json"]


def test_the_build_day_is_needed_only_where_the_content_has_none(
    view: PublicTimeline, settings: Settings
) -> None:
    assert exports.site_files(view, settings) == exports.site_files(view, settings, Day(2040, 1, 1))


def test_the_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    program = (
        "import sys, hashlib; sys.path.insert(0, 'tests/exports'); import conftest as c\n"
        "from pathlib import Path; from timeline import exports; from timeline.config import Settings\n"
        "from timeline.public import public_view; from timeline.model import Timeline\n"
        "t = Timeline(c.EVENTS, {a.id: a for a in c.ARTICLES})\n"
        "s = Settings(Path('/nowhere'), title='T', base_url='https://news.example/')\n"
        "files = exports.site_files(public_view(t, s), s)\n"
        "files['review'] = exports.export('review', t, s)\n"
        "print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())\n"
    )
    digests = set()
    for seed, zone, lang in (
        ("1", "UTC", "C"),
        ("2", "Asia/Tokyo", "de_DE.UTF-8"),
        ("3", "America/New_York", "tr_TR"),
    ):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": lang,
            "TMPDIR": str(tmp_path),
        }
        root = Path(__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        digests.add(done.stdout)
    assert len(digests) == 1


def test_forty_entries_cost_less_than_a_quarter_of_a_second() -> None:
    program = (
        "import time; began = time.process_time()\n"
        "import sys; sys.path.insert(0, 'tests/exports')\n"
        "from pathlib import Path; from dataclasses import replace\n"
        "import conftest as c; loaded = time.process_time()\n"
        "from timeline.config import Settings; from timeline.public import public_view\n"
        "from timeline.model import Timeline\n"
        "events = tuple(replace(e, id=f'{e.id}{n}') for n in range(4) for e in c.EVENTS)[:40]\n"
        "t = Timeline(events, {a.id: a for a in c.ARTICLES})\n"
        "s = Settings(Path('/nowhere'), title='T', base_url='https://news.example/'); v = public_view(t, s)\n"
        "began = time.process_time(); from timeline import exports; exports.site_files(v, s)\n"
        "print(time.process_time() - began, *sorted({m.split('.')[0] for m in sys.modules}))\n"
    )
    root = Path(__file__).parents[2]
    seconds, *modules = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    ).stdout.split()
    assert float(seconds) < 0.5, "twice the budget of 0.25 s, for machines that are busy with other tests"
    assert not {"icalendar", "feedgenerator", "dateparser", "babel", "trafilatura"} & set(modules)


@pytest.mark.parametrize("status", list(Status))
def test_the_review_copy_holds_what_the_desk_has(
    timeline: Timeline, settings: Settings, status: Status
) -> None:
    made = exports.export("review", timeline, settings).decode()
    titles = [event for event in timeline.events if event.status is status]
    assert titles
    for event in titles:
        assert f'<tr id="{event.id}">' in made
    assert f"{CANARY} private" in made


def test_an_entry_that_is_bad_html_does_no_harm(settings: Settings) -> None:
    evil = "</td><script>alert(1)</script><img src=x onerror=alert(1)>[x](javascript:alert(1)) \x00\x1b"
    event = Event(id="e-1", title=evil, text=evil, tags=(evil,), actors=(evil,), notice=evil, date_note=evil)
    made = Timeline((event,))
    for name in exports.FORMATS:
        data = exports.export(name, made, settings).decode()
        if name in {"atom", "review"}:
            assert "<script" not in data, name
            assert "<img" not in data, name
        assert "\x00" not in data, name
        assert "\x1b" not in data, name
