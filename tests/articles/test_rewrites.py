"""Reports told again in much the same words."""

# ruff: noqa: S311 - made-up stories need no secrets

import random
import time

import pytest

from timeline.articles.credit import credits_of, dateline_day
from timeline.articles.rewrites import RETOLD, Retellings, details
from timeline.articles.twins import likeness
from timeline.temporal.days import Day

WORDS = [f"word{n}" for n in range(4000)]


def story(seed: int, words: int = 200) -> list[str]:
    return random.Random(seed).choices(WORDS, k=words)


def rewritten(words: list[str], share: float, seed: int = 0) -> str:
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) if chance.random() < share else word for word in words)


@pytest.mark.parametrize("share", [0, 0.05, 0.1, 0.15, 0.2, 0.4, 0.8])
def test_the_nearest_is_found_where_it_is_near(share: float) -> None:
    told = Retellings()
    for seed in range(50):
        told.add(str(seed), " ".join(story(seed)))
    for seed in range(50):
        text = rewritten(story(seed), share, seed)
        found = told.find(text)
        alike = likeness(" ".join(story(seed)), text) >= RETOLD
        assert (found.name if found else "") == (str(seed) if alike else "")


def test_the_most_alike_is_named() -> None:
    told = Retellings()
    told.add("far", rewritten(story(1), 0.12, 1))
    told.add("near", rewritten(story(1), 0.02, 2))
    told.add("middle", rewritten(story(1), 0.08, 3))
    found = told.find(" ".join(story(1)))
    assert found is not None
    assert found.name == "near"
    assert "of their runs of five words" in found.why


@pytest.mark.parametrize("text", ["", "Too short to tell."])
def test_short_texts_tell_nothing(text: str) -> None:
    told = Retellings()
    told.add("one", text)
    assert told.find(text) is None


SOURCE = (
    "Some 1,250 soldiers left Camp Bertrand near Port Halden on Monday, General Amina Sow of the "
    "Eastern Command said. “We are closing the last gate behind us,” she told reporters at Fort "
    "Meridian. The lease of 2016 had cost 48.5 million."
)
MACHINE = (
    "The departure of 1,250 troops from Camp Bertrand, close to Port Halden, was confirmed at Fort "
    "Meridian by Amina Sow, who leads the Eastern Command. An agreement dating from 2016, worth 48.5 "
    "million, thereby came to its conclusion."
)
SEPARATE = (
    "Lorries rolled through the streets of Port Halden all morning. Shopkeepers wondered who would "
    "buy their bread. The mayor, Luc Ferrand, said that 300 families lived off Camp Bertrand, and "
    "that nobody had asked them."
)


@pytest.mark.parametrize(
    ("text", "day", "name"),
    [(MACHINE, 739000, "source"), (MACHINE, 739003, "source"), (MACHINE, 739009, ""), (SEPARATE, 739000, "")],
)
def test_names_and_figures_give_a_rewrite_away(text: str, day: int, name: str) -> None:
    told = Retellings()
    told.add("source", SOURCE, 739000)
    assert likeness(SOURCE, text) < RETOLD
    found = told.find(text, day)
    assert (found.name if found else "") == name
    assert found is None or "Camp Bertrand" in found.why


def test_what_all_articles_name_counts_for_nothing() -> None:
    told = Retellings()
    for n in range(4):
        told.add(f"source-{n}", f"{SOURCE} {' '.join(story(n))}", 739000)
    assert told.find(MACHINE, 739000) is None


HOSTILE = [
    "A'",
    "A ",
    "Aa ",
    "1.",
    "1,",
    "“",
    '"a',
    "(AP",
    "told ",
    "first reported by A ",
    "May 2 — ",
    "A, ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        begin = time.process_time()
        details(text)
        credits_of(text, "Post")
        dateline_day(text, Day(2024, 5, 3))
        return time.process_time() - begin

    assert seconds(80_000) < max(1, 8 * seconds(20_000))


def test_details() -> None:
    text = (
        "In Camp Bertrand, The Eastern Command counted 1,250, 12 and 2016. "
        "“We are closing the last gate behind us,” it said."
    )
    assert list(details(text)) == [
        "Camp Bertrand",
        "Eastern Command",
        "1,250",
        "2016",
        "We are closing the last gate",
    ]
