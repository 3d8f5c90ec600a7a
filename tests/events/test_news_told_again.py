"""What an article opens with in the perfect is told again, with its day, by the next sentence, or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Timeline

Make = Callable[..., Article]

# What stands behind every text, so that its article tells more than one thing.
MORE = " The town of Pell built a new market hall in 2009. A flood spoilt it in March 2014."

# Articles of Friday 3 May 2024. All places, people and bodies are invented.
TOLD_AGAIN = [
    # wire, court and police
    "Police have arrested two brothers over the fire at Holm mill. The pair were led from a flat in Lindau at"
    " dawn on Thursday.",
    "A judge has freed three students from Brackel jail. They came out by a side gate on Thursday night.",
    "Rescuers have given up hope for four miners at Tarn Deep. The decision was taken at noon on Wednesday.",
    # broadcast script
    "The head of the Vannard ballet has quit. Lise Holm told the dancers after rehearsal on Wednesday.",
    # trade press, press release
    "Norline has bought the yard at Cape Holm. Contracts were exchanged on Tuesday.",
    "Ardo Labs has appointed a new finance chief. The board settled on Greta Simms on Wednesday.",
    # local paper
    "Councillors in Elm have backed the bypass. Hands went up for it at a packed meeting on Monday.",
    "Villagers have lost their only shop. Shutters came down for the last time on Tuesday afternoon.",
    # sport
    "The Rovers manager has lost his job. Dario Wynne cleared his desk on Thursday.",
    # tabloid
    "A soap star has tied the knot. Ned Farrow exchanged rings with a vet on a beach in Corvia on Tuesday.",
    # magazine, foreign
    "Tessland has lost a satellite. Contact with the craft broke off on Wednesday.",
    # the same deed, at a building of the town
    "A fourth child has died of fever in Tolmar. The girl, aged six, died in St Oda's hospital on Wednesday.",
]
ANOTHER = [
    # before the news, by the tense
    "Police have arrested the banker Hugo Stahl. His bank had shut its doors on Tuesday.",
    # of long before
    "Elm Rovers have parted with manager Dario Wynne. The Finn joined the club on 3 January.",
    # the news tells two things, or the next sentence does
    "Three people have died and forty have fallen ill in Tolmar. The mayor closed the well on Tuesday.",
    "A docker in Elm has won the lottery. He bought a boat on Tuesday and left his job on Wednesday.",
    # somebody else by name
    "A court in Lindau has jailed Hugo Stahl. Bailiffs seized Emil Krantz's house on Wednesday.",
    # what is told again stands further down
    "Regulators have approved a vaccine. Its maker sacked 200 people on Tuesday. The vaccine was approved on"
    " Thursday.",
    # no news in the perfect
    "Norline lost a ship off Cape Holm. The board met in Lindau on Tuesday.",
    # what undoes it
    "The dockers have begun a strike at Port Elm. They ended a blockade on Tuesday.",
    # a clause that only says when, or who
    "Ardo Labs has bought a rival. The price, which was leaked on Tuesday, is two million crowns.",
    # a plan
    "Corvia has thrown out Tessland's envoy. Parliament will debate the move on Tuesday.",
    # one more
    "A woman has drowned at Cape Holm. Another swimmer was pulled out alive on Wednesday.",
    "The union has called a strike at Varga Steel. A second union walked out of talks on Tuesday.",
]


def are_joined(text: str, article: Make, settings: Settings) -> bool:
    """Tell whether the first sentence of an article and the second come out in one entry."""
    one = article(text + MORE, "one")
    found = extract(one, settings).candidates
    done = merge(found, Timeline((), {one.id: one}), settings)
    starts = [{c.start for c in new.candidates} for new in done.new_events]
    second = text.index(". ") + 2
    return any({0, second} <= of for of in starts)


@pytest.mark.parametrize("text", TOLD_AGAIN)
def test_the_next_sentence_tells_the_news_again(text: str, article: Make, settings: Settings) -> None:
    assert are_joined(text, article, settings)


@pytest.mark.parametrize("text", ANOTHER)
def test_the_next_sentence_tells_something_else(text: str, article: Make, settings: Settings) -> None:
    assert not are_joined(text, article, settings)
