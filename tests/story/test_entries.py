"""The shipped entries: every date was read by the engine, and the facts behind them are told rightly.

`facts.yaml` names for each fact the entry that tells it. The dates in `content/events.yaml` must be dates
that the engine reads in the words of a source of the same entry, and they must not miss the true day.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from timeline import articles, config, store
from timeline.model import Event, Kind, Source, Status, Timeline
from timeline.temporal import When, find

PROJECT = Path(__file__).parents[2]
TABLE = (Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8")
FACTS = yaml.load(TABLE, Loader=yaml.BaseLoader)["facts"]  # noqa: S506 - keeps every scalar text
TOLD = [fact for fact in FACTS if "event" in fact]


@cache
def the_story() -> Timeline:
    settings, _ = config.load(PROJECT)
    read, _ = articles.read_articles(settings)
    state = store.load(settings, read)
    assert not [problem for problem in state.problems if problem.is_error]
    return state.timeline


def entries(*statuses: Status) -> tuple[Event, ...]:
    return tuple(event for event in the_story().events if event.status in statuses)


def readings(source: Source) -> Iterator[When]:
    """Give what the engine reads in the words that gave a date, where they stand in their article."""
    article = the_story().articles.get(source.article)
    if article is None or not source.said:
        return
    said, text = " ".join(source.said.split()), article.text.replace("\n", " ")
    at = text.index(" ".join(source.quote.split()))
    start = text.index(said, at)
    for mention in find(article.text, published=article.anchor, language=article.language):
        if mention.start < start + len(said) and start < mention.end and mention.when:
            yield mention.when


def test_there_are_enough_entries_from_2012_to_2024_and_all_were_read_by_a_person() -> None:
    assert not entries(Status.DRAFT)
    public = entries(Status.REVIEWED)
    assert len(public) >= 30
    years = {event.date.first.year for event in public if event.date and event.date.first}
    assert {2012, 2013, 2016, 2017, 2018, 2019, 2020, 2022, 2023, 2024} <= years


def test_every_date_was_read_in_the_words_of_a_source() -> None:
    typed_in = {
        event.title: str(event.date)
        for event in the_story().events
        if event.date and event.date not in {when for source in event.sources for when in readings(source)}
    }
    assert typed_in == {}


def test_what_a_source_says_elsewise_was_read_in_its_own_words() -> None:
    typed_in = {
        (event.title, source.article): str(source.date)
        for event in the_story().events
        for source in event.sources
        if source.article and source.date and source.date not in set(readings(source))
    }
    assert typed_in == {}


@pytest.mark.parametrize("fact", TOLD, ids=[fact["fact"] for fact in TOLD])
def test_an_entry_holds_the_true_day_of_its_fact(fact: dict[str, str]) -> None:
    event = next(event for event in entries(Status.REVIEWED) if event.id == fact["event"])
    if event.date is None:
        assert event.sources  # no source says when: the page shows the day of the report, and says so
        return
    true = fact["true"].split("..")
    first, last = event.date.first, event.date.last
    assert first is None or first.iso <= true[-1]
    assert last is None or true[0] <= last.iso


def test_sources_that_differ_stand_side_by_side() -> None:
    differing = {
        event.title
        for event in entries(Status.REVIEWED)
        if len({s.date for s in event.sources if s.date}) > 1
    }
    assert differing >= {
        "Drone flights from Air Base 201 are announced",
        "A U.S. delegation meets Niger's military rulers",
        "Air Base 101 in Niamey is handed over",
        "The withdrawal of U.S. forces from Niger is complete",
    }


def test_the_story_shows_plans_a_claim_a_correction_and_keeps_something_back() -> None:
    kinds = [event.kind for event in entries(Status.REVIEWED)]
    assert kinds.count(Kind.PLANNED) >= 3
    assert kinds.count(Kind.CLAIMED) >= 1
    assert any(event.corrections for event in entries(Status.REVIEWED))
    assert entries(Status.HIDDEN)
    assert any(event.private for event in the_story().events)


def test_a_plan_and_what_came_of_it_point_at_each_other() -> None:
    by_id = {event.id: event for event in the_story().events}
    for plan in (event for event in by_id.values() if event.kind is Kind.PLANNED):
        assert plan.see, plan.title
        assert all(by_id[there].kind is not Kind.PLANNED for there in plan.see)
        assert any(plan.id in by_id[there].see for there in plan.see), plan.title


def test_each_article_is_a_source_of_an_entry() -> None:
    used = {source.article for event in entries(Status.REVIEWED) for source in event.sources}
    assert used >= set(the_story().articles)
