"""What comes first when a run finds more than a person can read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Kind, Timeline

Make = Callable[..., Article]

# Of one article, published on 3 May 2024: its sentences, and the order in which an editor wants them.
RANKED = [
    (
        "a plan with a day before one without, and a name before none",
        "The harbour of Varde reopened on Tuesday.\n\n"
        "Officials of Hollin will visit the docks.\n\n"
        "The decision was made.\n\n"
        "The ferry to Hollin will leave on 9 May.",
        ["The harbour of Varde reopened", "The ferry to Hollin will leave", "The decision was made"],
    ),
    (
        "the news before its background, wherever that stands",
        "A strike closed the docks of Varde on Monday.\n\n"
        "The Varde docks were sold in 1994.\n\n"
        "Norland and Sudland signed a treaty in 1998.\n\n"
        "The union elected Per Holm on Thursday.",
        ["A strike closed the docks of Varde", "The union elected Per Holm", "The Varde docks were sold"],
    ),
]


@pytest.mark.parametrize(("what", "text", "first"), RANKED, ids=[what for what, _, _ in RANKED])
def test_what_an_editor_wants_first(
    what: str, text: str, first: list[str], article: Make, settings: Settings
) -> None:
    one = article(text, "one")
    made = merge(extract(one, settings).candidates, Timeline((), {"one": one}), settings)
    assert [new.event.title for new in made.new_events][: len(first)] == first, what


def test_in_a_history_the_order_is_that_of_the_text(article: Make, settings: Settings) -> None:
    """All of it is past: nothing is background."""
    one = article(
        "Norland was founded in 1950. A war with Sudland began in 1962. The docks of Varde opened in 1971.",
        "one",
    )
    found = extract(one, settings).candidates
    assert len(found) == 3
    weights = [candidate.importance for candidate in found]
    assert weights == sorted(weights, reverse=True)


def test_told_in_several_reports_comes_before_all_else(article: Make, settings: Settings) -> None:
    texts = {
        "one": "A storm sank the ferry Hollin on 2 May 2024. The mayor of Varde resigned on Monday.",
        "two": "Rain fell in Sudland on Friday. The ferry Hollin sank in a storm on 2 May 2024.",
    }
    articles = {name: article(text, name, publisher=name) for name, text in texts.items()}
    found = [c for a in articles.values() for c in extract(a, settings).candidates]
    first = merge(found, Timeline((), articles), settings).new_events[0]
    assert {source.article for source in first.event.sources} == {"one", "two"}


def test_a_claim_weighs_less_than_a_fact(article: Make, settings: Settings) -> None:
    told = article("Rebels seized the port of Varde on Monday.", "told")
    said = article("Rebels claimed to have seized the port of Varde on Monday.", "said")
    (fact,), (claim,) = (extract(one, settings).candidates for one in (told, said))
    assert (fact.kind, claim.kind) == (Kind.HAPPENED, Kind.CLAIMED)
    assert fact.importance > claim.importance
