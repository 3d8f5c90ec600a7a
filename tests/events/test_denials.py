"""A denial is no telling of what is denied, and what is called untrue is none of anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.events.conftest import Read
from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Event, Source, Timeline
from timeline.temporal import When

SANK = "The navy sank the fishing boat Orla on Monday off Cape Verran."


@pytest.mark.parametrize(
    "denial",
    [
        "The navy denied sinking the fishing boat Orla on Monday off Cape Verran.",
        "The navy on Monday denied having sunk the fishing boat Orla off Cape Verran.",
        "The navy denied on Monday that it had sunk the fishing boat Orla off Cape Verran.",
        "The navy denied that it had sunk the fishing boat Orla on Monday off Cape Verran.",
        "The navy rejected reports that it had sunk the fishing boat Orla on Monday off Cape Verran.",
        "The navy dismissed a claim that it had sunk the fishing boat Orla on Monday as absurd.",
        "The navy denied responsibility for sinking the fishing boat Orla on Monday off Cape Verran.",
        "The navy disputed that it sank the fishing boat Orla on Monday off Cape Verran.",
        "The navy did not sink the fishing boat Orla on Monday off Cape Verran, its spokesman said.",
        "It is not true that the navy sank the fishing boat Orla on Monday off Cape Verran, it said.",
        "Reports that the navy sank the fishing boat Orla on Monday off Cape Verran were false.",
    ],
)
def test_a_denial_does_not_count_as_a_report_of_what_is_denied(
    denial: str, settings: Settings, article: Callable[..., Article]
) -> None:
    articles = {a.id: a for a in (article(SANK, "one"), article(denial, "two"))}
    unseen = [c for a in articles.values() for c in extract(a, settings).candidates]
    found = merge(unseen, Timeline((), articles), settings).new_events
    (sinking,) = (new for new in found if new.event.title.startswith("The navy sank"))
    assert [c.article for c in sinking.candidates] == ["one"]


@pytest.mark.parametrize(
    ("title", "joins"),
    [
        ("The navy denied sinking the fishing boat Orla off Cape Verran", True),
        ("The navy sank the fishing boat Orla off Cape Verran", False),
    ],
)
def test_a_denial_joins_only_the_entry_of_a_denial(
    title: str, joins: bool, settings: Settings, article: Callable[..., Article]
) -> None:
    told = article("The navy on Monday denied having sunk the fishing boat Orla off Cape Verran.", "two")
    articles = {a.id: a for a in (article(SANK, "one"), told)}
    entry = Event("orla", title, date=When.parse("2024-04-29"), sources=(Source("one"),))
    found = merge(extract(told, settings).candidates, Timeline((entry,), articles), settings)
    assert bool(found.new_sources) is joins


@pytest.mark.parametrize(
    "sentence",
    [
        "It is not true that the navy sank the boat on Monday, the ministry said.",
        "It was not the case that the firm closed the plant on Monday.",
        "It was false that the boat was sunk on Monday.",
        "Reports that the navy sank the boat on Monday were false.",
        "The allegation that he took the money in 2019 is baseless, he said.",
        "Claims that the firm closed the plant on Monday are nonsense.",
    ],
)
def test_what_is_called_untrue_is_no_event(sentence: str, read: Read) -> None:
    assert not read(sentence).candidates


@pytest.mark.parametrize(
    "sentence",
    [
        "It is true that the boat sank on Monday.",
        "It was a false alarm that closed the station on Monday.",
        "It was the wrong switch that stopped the train on Monday.",
        "Confirmed reports that the boat sank on Monday reached the capital.",
    ],
)
def test_what_is_not_called_untrue_stays_one(sentence: str, read: Read) -> None:
    assert "2024-04-29" in {str(c.when) for c in read(sentence).candidates}


@pytest.mark.parametrize(
    ("sentence", "when", "title"),
    [
        ("The company denied the claim on Monday.", "2024-04-29", "The company denied the claim"),
        ("The judge denied bail on Monday.", "2024-04-29", "The judge denied bail"),
        ("The city denied the permit on 3 April.", "2024-04-03", "The city denied the permit"),
        ("The union disputed the figures on Monday.", "2024-04-29", "The union disputed the figures"),
        (
            "The firm denied in a statement on Monday that it closed the plant.",
            "2024-04-29",
            "The firm denied in a statement that it closed the plant",
        ),
        (
            "The army denied responsibility for the attack on Monday.",
            "None",
            "The army denied responsibility for the attack on Monday",
        ),
        (
            "The navy denied sinking the boat on Monday.",
            "None",
            "The navy denied sinking the boat on Monday",
        ),
    ],
)
def test_a_day_behind_a_denial_is_of_the_deed_that_is_denied(
    sentence: str, when: str, title: str, read: Read
) -> None:
    (one,) = read(sentence).candidates
    assert (str(one.when), one.title) == (when, title)
