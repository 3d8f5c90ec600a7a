"""What an entry that stands in the file tells: articles come one by one, and each is held against it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import replace

import pytest

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.events.entry_tellings import quotes_of, tellings_of
from timeline.events.rereading import Rereading
from timeline.model import Article, Event, Merge, Timeline

Make = Callable[..., Article]

DOCKS = (
    "Dockers at Port Lessing returned to work on Wednesday morning. The Harbour Union and Ostmark "
    "Terminals had signed an agreement in Lessing on Tuesday. Ostmark dropped its suit in the court of "
    "Varde on Monday. Petra Sandvik, who leads the Harbour Union, called it a victory. Ships left Lessing"
    " for Halmstad on Thursday."
)
BANK = (
    "Branches of Harcastle Bank were reopened on Wednesday. First Northern bought Harcastle on Saturday. "
    "The Banking Authority in Oxley had seized it. Duncan Mayle stepped down on 7 March. Police in Oxley "
    "searched the house of Mayle on Thursday. Rose Tilley moved her savings to Oldham Mutual on 5 March."
)
EXAMS = (
    "The board withdrew the recognition of Lorne School in Tarbury as an examination centre on Monday. "
    "Question papers had been sold in Tarbury on 5 March. Anita Sorrel, who heads the board, flew to "
    "Tarbury on 8 March. Pupils of Lorne School sat the test again in Maddock on Wednesday. Parents "
    "marched in Maddock on 11 March."
)
ARRESTS = (
    "Five men were taken into custody in raids in Tarbury on Monday. The board of Anita Sorrel called the"
    " police in Maddock on 7 March. Lorne School in Tarbury was shut on Tuesday. A clerk from Maddock was"
    " questioned on 13 March. A printer was fined in Tarbury on 14 March."
)
RETOLD = (
    "Lorne School in Tarbury lost its standing: its recognition as an examination centre was withdrawn by"
    " the board on Monday. Anita Sorrel spoke in Tarbury. Maddock took the pupils in."
)


def on_file(found: Merge) -> tuple[Event, ...]:
    """Return entries as they are read back from the file, where their texts stand on several lines."""
    return tuple(
        replace(new.event, text="\n".join(textwrap.wrap(new.event.text, 60))) for new in found.new_events
    )


def one_by_one(articles: list[Article], settings: Settings) -> Merge:
    """Take articles in, each in a run of its own, and return what the last run did."""
    here: dict[str, Article] = {}
    entries: tuple[Event, ...] = ()
    found = Merge()
    for article in articles:
        here[article.id] = article
        found = merge(extract(article, settings).candidates, Timeline(entries, here), settings)
        entries += on_file(found)
    return found


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (DOCKS, BANK, 0),  # the deed and the day of another story
        (EXAMS, ARRESTS, 0),  # another deed of the same day and story
        (EXAMS, RETOLD, 1),
    ],
)
def test_a_later_article_joins_an_entry_only_where_it_tells_it(
    first: str, second: str, joined: int, article: Make, settings: Settings
) -> None:
    articles = [article(first, "one", published="2025-03-14"), article(second, "two", published="2025-03-15")]
    done = one_by_one(articles, settings)
    assert len(done.new_sources) == joined, [(s.event_id, s.source.quote) for s in done.new_sources]


def test_a_text_on_several_lines_is_its_quote(article: Make, settings: Settings) -> None:
    one = article(DOCKS, "one", published="2025-03-14")
    found = merge(extract(one, settings).candidates, Timeline((), {"one": one}), settings)
    for event in on_file(found):
        tellings = tellings_of(event, {"one": one}, "en")
        assert [telling.article for telling in tellings] == ["one"] * len(event.sources)


def test_what_an_editor_has_reworded_is_of_the_story_of_its_source(article: Make, settings: Settings) -> None:
    one = article(DOCKS, "one", published="2025-03-14")
    found = merge(extract(one, settings).candidates, Timeline((), {"one": one}), settings)
    event = replace(found.new_events[0].event, title="The dock is at work again", text="Our own words.")
    assert {telling.article for telling in tellings_of(event, {"one": one}, "en")} == {"one"}


def test_the_quote_of_an_entry_is_read_again_as_its_sentence(article: Make, settings: Settings) -> None:
    one = article(DOCKS, "one", published="2025-03-14")
    articles = {"one": one}
    found = merge(extract(one, settings).candidates, Timeline((), articles), settings)
    signing = next(new for new in found.new_events if "signed" in new.event.title)
    for event in (signing.event, replace(signing.event, title="A deal is signed at last", text="Ours.")):
        rereading = Rereading(articles, settings, "en")
        tellings = tellings_of(event, articles, "en")
        for telling, quote in zip(tellings, quotes_of(event), strict=True):
            rereading.file(telling, event, quote)
        sharp = [rereading.sharper(telling) for telling in tellings]
        assert any({"ostmark", "union"} <= telling.agent for telling in sharp), [t.agent for t in sharp]
        assert {telling.owner for telling in sharp} == {event.id}
        assert {telling.span for telling in sharp} == {tellings[0].span}


def test_a_quote_that_tells_nothing_like_its_entry_is_left_alone(article: Make, settings: Settings) -> None:
    one = article(DOCKS, "one", published="2025-03-14")
    articles = {"one": one}
    found = merge(extract(one, settings).candidates, Timeline((), articles), settings)
    event = replace(found.new_events[0].event, title="Snow fell", text="Ours.")
    rereading = Rereading(articles, settings, "en")
    for telling, quote in zip(tellings_of(event, articles, "en"), quotes_of(event), strict=True):
        rereading.file(telling, event, quote)
        assert rereading.sharper(telling) is telling
