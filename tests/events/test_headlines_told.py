"""The headline of an article tells what it opens with in other words: by them another telling is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Timeline

Make = Callable[..., Article]

# What both articles of a pair go on with, so that they tell one story.
HERE = (
    " The mayor of Pell, Karl Stein, was in Lindau on 8 April. Pell is on the Tarn. Ida Brandt left in March."
)
THERE = " Karl Stein of Pell had been in Lindau on 8 April. The Tarn runs by Pell. Ida Brandt moved in 2021."

# The headline of the first article, what it opens with, what the second opens with, and whether they are one.
# Of Friday 3 May 2024. All places, people and bodies are invented.
HEADLINES = [
    (
        "Tarn ferry sinks",
        "The Asta was swallowed by the Tarn on Monday.",
        "A boat with a crew of six went down on Monday.",
        True,
    ),
    (
        "Elm club sacks its coach",
        "Dario Wynne was handed his papers on Tuesday.",
        "The trainer was dismissed on Tuesday.",
        True,
    ),
    (
        "Court frees Ostra banker",
        "Hugo Stahl slept in his own bed on Tuesday.",
        "Judges released a prisoner on Tuesday.",
        True,
    ),
    (
        "Mill burns down in Lindau",
        "Only the walls of Holm mill stood on Monday night.",
        "Fire gutted a works on Monday.",
        True,
    ),
    (
        "Minister quits over well",
        "The health minister wrote a letter to the prime minister on Wednesday.",
        "A cabinet member resigned on Wednesday.",
        True,
    ),
    ("Strike at St Oda's", "The wards emptied on Tuesday.", "Hospital staff walked out on Tuesday.", True),
    # another deed than that of the headline
    (
        "Tarn ferry sinks",
        "The Asta was swallowed by the Tarn on Monday.",
        "The harbour office sacked a pilot on Monday.",
        False,
    ),
    (
        "Court frees Ostra banker",
        "Hugo Stahl saw daylight again on Tuesday.",
        "Police arrested a clerk on Tuesday.",
        False,
    ),
    # the headline has the deed of the opening: what else its word may tell is not meant
    (
        "Dam breaks at Pell",
        "A dam on the Tarn gave way on Monday.",
        "Forty homes were damaged on Monday.",
        False,
    ),
    # of another day
    (
        "Tarn ferry sinks",
        "The Asta was swallowed by the Tarn on Monday.",
        "A boat with a crew of six went down on 8 March.",
        False,
    ),
    ("Strike at St Oda's", "The wards emptied on Tuesday.", "Hospital staff walked out on 4 March.", False),
    # what the article tells first stands too far below the headline
    (
        "Tarn ferry sinks",
        "Good evening, and a very warm welcome to listeners all over the country, from the islands to the"
        " hills, and to the old and the young, and to all of you who sit in a car somewhere in the snow"
        " tonight and wait for the plough to come by."
        " The Asta was swallowed by the fog on Monday.",
        "A boat with a crew of six went down on Monday.",
        False,
    ),
    # the headline tells what was hindered, or a day to come
    (
        "Mill saved from fire",
        "Only the roof of Holm mill was wet on Monday night.",
        "The council shut the swimming bath on Monday.",
        False,
    ),
    # the article opens with two things: which of them the headline means is open
    (
        "Ferry sinks",
        "The Asta left Pell on Monday and the pilot slept on Monday.",
        "A boat with a crew of six went down on Monday.",
        False,
    ),
]


def are_joined(headline: str, first: str, second: str, article: Make, settings: Settings) -> bool:
    """Tell whether what both articles open with comes out in one entry."""
    articles = [
        article(first + HERE, "one", publisher="A", title=headline),
        article(second + THERE, "two", publisher="B"),
    ]
    found = [c for a in articles for c in extract(a, settings).candidates]
    done = merge(found, Timeline((), {a.id: a for a in articles}), settings)
    return any(
        {c.article for c in new.candidates if not c.start} == {"one", "two"} for new in done.new_events
    )


@pytest.mark.parametrize(("headline", "first", "second", "same"), HEADLINES)
def test_what_the_headline_over_an_opening_tells(
    headline: str, first: str, second: str, same: bool, article: Make, settings: Settings
) -> None:
    assert are_joined(headline, first, second, article, settings) is same


@pytest.mark.parametrize(("headline", "first", "second"), [case[:3] for case in HEADLINES if case[3]])
def test_without_the_headline_nothing_shows_that_they_are_one(
    headline: str, first: str, second: str, article: Make, settings: Settings
) -> None:
    assert headline
    assert not are_joined("", first, second, article, settings)
