"""Which telling gives an entry its title and its text."""

from __future__ import annotations

from collections.abc import Callable

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Timeline

VERDICT = (
    "A jury on Friday found landlord Martin Dacre guilty of the manslaughter of three people who died in a "
    "warehouse fire in Brenford last year."
)
FIRE = "Three people died when fire tore through a warehouse in Brenford in the early hours of Monday."


def test_the_news_of_the_day_gives_an_entry_its_text_before_a_report_that_looks_back(
    settings: Settings, article: Callable[..., Article]
) -> None:
    told = (article(VERDICT, "a", "2024-11-08"), article(FIRE, "b", "2023-11-14"))
    articles = {one.id: one for one in told}
    unseen = [c for one in told for c in extract(one, settings).candidates]
    found = merge(unseen, Timeline((), articles), settings).new_events
    (fire,) = (new.event for new in found if len(new.candidates) > 1)
    assert fire.title == "Three people died when fire tore through a warehouse in Brenford"
    assert fire.text == FIRE
    assert str(fire.date) == "2023-11-13"


def test_who_claims_is_named_where_a_pronoun_stands_for_him(
    settings: Settings, article: Callable[..., Article]
) -> None:
    text = "Martin Dacre appeared in court on Monday. He testified that the council had misled him in 2022."
    claim = extract(article(text), settings).candidates[-1]
    assert (claim.kind.value, claim.claimed_by) == ("claimed", "Martin Dacre")
