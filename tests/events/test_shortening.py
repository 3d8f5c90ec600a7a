"""Long sentences become headlines that end where a phrase ends, with what the verb needs."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.events.wording import LONGEST


def _titles(read: Read, sentence: str) -> list[str]:
    return [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # a verb and its particle
        (
            "Orda announced plans on Monday to spin off its paper mills to the holders of its shares in "
            "a plan to raise their value.",
            "Orda announced plans to spin off its paper mills to raise their value",
        ),
        (
            "Mr Ode has warded off at least three takeover attempts since May.",
            "Mr Ode has warded off at least three takeover attempts",
        ),
        # a form goes with what it needs
        (
            "The two drivers, Ann Roe and Karl Ode, were named on Thursday in a bulletin sent by the "
            "harbour office to police all over the land.",
            "The two drivers, Ann Roe and Karl Ode, were named in a bulletin sent by the harbour office",
        ),
        (
            "Profit at the mill fell in April to 110.6 million crowns because of a one-time charge "
            "associated with the closing of two large plants.",
            "Profit at the mill fell to 110.6 million crowns because of a one-time charge",
        ),
        (
            "The boy was found on Monday clinging to a plank off the coast of Arland after his mother "
            "and two others drowned in the storm.",
            "The boy was found clinging to a plank off the coast of Arland",
        ),
        (
            "A student from the north of the country was found guilty on Monday of driving under the "
            "influence of alcohol on a closed road.",
            "A student was found guilty of driving under the influence of alcohol",
        ),
        # bound prepositions, numbers, possessives
        (
            "Prosecutors accused the minister on Monday of taking 4.2 million crowns from the builder in "
            "return for the contract to build three schools.",
            "Prosecutors accused the minister of taking 4.2 million crowns from the builder",
        ),
        (
            "The agency approved on Thursday the use of the new drug in boys aged four to seven with a "
            "rare disease of the heart and the lungs.",
            "The agency approved the use of the new drug in boys aged four to seven",
        ),
        (
            "Severance pay for those managers not staying with the new firm cut First of Arland's "
            "operating results in the spring by three million crowns.",
            "Severance pay for those managers not staying cut First of Arland's operating results",
        ),
        # no end on "whether"
        (
            "The company said on Monday that it had extended its offer until a final decision by the "
            "regulators on whether to approve the purchase.",
            "The company extended its offer until a final decision by the regulators",
        ),
        # to whom, to do what
        (
            "The mayor of Porto Selva, Teresa Landi, told residents of the upper town at 6 p.m. on "
            "Monday to pack one bag each.",
            "The mayor of Porto Selva told residents of the upper town to pack one bag each",
        ),
        (
            "The ministry set a new deadline on Monday for the return of all of the borrowed paintings "
            "to the old museum in the capital of the republic.",
            "The ministry set a new deadline for the return of all of the borrowed paintings",
        ),
        # what describes a noun goes with it, and its aside too
        (
            "Jurors heard opening statements on Monday in the manslaughter trial of a builder charged in "
            "the collapse that killed six in Gall Bay.",
            "Jurors heard opening statements",
        ),
        (
            "Orda paid 172m crowns for Kel in August 2000, beating a bid from Norrholm, the Nordic group.",
            "Orda paid 172m crowns for Kel",
        ),
        (
            "Shares in the bank were sold on Monday because of a fall in profit.",
            "Shares in the bank were sold because of a fall in profit",
        ),
        # never half of a subject, and no list torn
        (
            "At a meeting in Arl on Monday, Deputy Secretary Kurt Camp and Prime Minister Ali Zeine "
            "agreed to begin planning the departure.",
            "Deputy Secretary Kurt Camp agreed to begin planning the departure",
        ),
        (
            "The two heads on Friday signed the plan, which calls for more work in the metal, fuel, "
            "energy, paper, missile and space industries.",
            "The two heads signed the plan",
        ),
        (
            "A benefit concert with Tina Marchetti and the cast of The Merry Tinker will be held in the "
            "Botanic Gardens on 1 August 2024.",
            "A benefit concert will be held in the Botanic Gardens",
        ),
        # a rest behind a lost year
        ("The firm said the strike went on into 1990.", "The strike went on"),
    ],
)
def test_a_long_sentence_ends_with_a_phrase(read: Read, sentence: str, title: str) -> None:
    assert title in _titles(read, sentence)
    assert all(len(t) <= LONGEST for t in _titles(read, sentence))


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # what stands before the subject
        ("Rated low by Orda, the bond was sold on Friday.", ["The bond was sold"]),
        (
            "Led by its cereal line, Orda gained a tenth of the market in 2019.",
            ["Orda gained a tenth of the market"],
        ),
        ("Rescued by fishermen, the boy became a star in March.", ["The boy became a star"]),
        ("Knighted in 1986, he sold his holding in 1997.", ["He was knighted", "He sold his holding"]),
        (
            "Founded in 1924 by two brothers, the mill was sold in May 2020.",
            ["The mill was founded by two brothers", "The mill was sold"],
        ),
        ("Accused of fraud, the mayor resigned on Monday.", ["Accused of fraud, the mayor resigned"]),
        (
            "Injured fans, the youngest of them 12, were flown home on Monday.",
            ["Injured fans, the youngest of them 12, were flown home"],
        ),
        (
            "With the old yacht towering behind him, Raul Ode, younger brother of the head, opened the "
            "fair on Monday.",
            ["Raul Ode, younger brother of the head, opened the fair"],
        ),
        (
            "After a week of accusations made by both sides, attention turned on Monday to the judges.",
            ["Attention turned to the judges"],
        ),
        # relative clauses without a pronoun
        ("The judge stripped her of the title she won in July.", ["She won the title"]),
        (
            "The minister said the men he called up in April were sent home on Monday.",
            ["The minister called up the men", "The men were sent home"],
        ),
        ("The shares he sold in April fell on Monday.", ["He sold the shares", "The shares fell"]),
        # what falls due, what is compared, what is unlikely
        ("Orda sold 125 million crowns of bonds due on 15 October 2030.", []),
        ("The delay is due mostly to repairs in May to the roof.", []),
        ("Turnout was 71%, compared with 64% two years ago.", []),
        ("Officials played down the likelihood that the ship sank in March.", []),
    ],
)
def test_what_stands_around_a_clause(read: Read, sentence: str, titles: list[str]) -> None:
    found = [c for c in read(sentence).candidates if c.when is not None]
    assert [c.title for c in found] == titles
