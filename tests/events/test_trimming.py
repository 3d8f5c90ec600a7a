"""Which phrases a long sentence gives up for its headline: those that risk least, never half of two."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # an aside goes as a whole
        (
            "On Friday the clown performed in the yard of the old inn with a poodle named Rex, a present "
            "from Ida Roe, of Arl.",
            "The clown performed in the yard of the old inn with a poodle named Rex",
        ),
        # half a list says something else than the list
        (
            "By early April the estate had been shared out among Norland, the Duchy, Arland (which had "
            "claimed it all) and the crown, although the heirs never agreed to it.",
            "The estate was shared out among Norland, the Duchy, Arland and the crown",
        ),
        # what hung on a clause that went goes with it
        (
            "By mid-April the rebels had nearly reached the capital along the coastal railway when the "
            "government began its counter-offensive, starting with a landing at Arl, though the landing "
            "failed.",
            "The rebels nearly reached the capital along the coastal railway",
        ),
        (
            "Profit at the brewery climbed to 98 million crowns from 71 million in the bottling business "
            "in April, as the firm was helped by prices higher than a year ago.",
            "Profit at the brewery climbed to 98 million crowns from 71 million",
        ),
        # an infinitive is what was ordered, and a denial of the aim is none of the deed
        (
            "An order was given on Monday to not open the locks at Brenn so that the lower meadows would "
            "not be flooded before the hay was in.",
            "An order was given to not open the locks",
        ),
        (
            "On Tuesday the harbour union rejected any further talks with the owners of the three "
            "terminals because the offer was not in writing.",
            "The harbour union rejected any further talks with the owners of the three terminals",
        ),
        (
            "On Monday, the board of the museum, in a letter to its friends, refused to sell the painting "
            "or to lend it to the collector who found it.",
            "The board of the museum refused to sell the painting or to lend it to the collector",
        ),
        # two who did it are two
        (
            "Dame Ida Roe and Sir Karl Ode resolved on Friday to make a last attempt to restore the "
            "standing of the royal theatre company.",
            "Dame Ida Roe and Sir Karl Ode resolved to make a last attempt to restore the standing",
        ),
        (
            "The mayors Tom Rees of Arl and Ida Roe of Brenn signed a long-awaited agreement on the "
            "shared harbour tax on Friday.",
            "The mayors Tom Rees of Arl and Ida Roe of Brenn signed a long-awaited agreement",
        ),
        (
            "Presidents Leonid Kutin of Arland and Boris Yalta of Sorland signed an economic cooperation "
            "plan on Friday.",
            "Presidents Leonid Kutin of Arland and Boris Yalta signed an economic cooperation plan",
        ),
        # the verb's own clause, where the one above it tells nothing
        (
            "There was no protest when the dean of the theological college on 9 April declared the "
            "riverside chapel to be a shelter.",
            "The dean of the theological college declared the riverside chapel to be a shelter",
        ),
        # traps: these lose nothing that they need
        (
            "More than 9,000 marches took place during the strike, 40% of them in Arl and Brenn, the "
            "ministry said on Monday.",
            "More than 9,000 marches took place during the strike, 40% of them in Arl and Brenn",
        ),
        (
            "The two guilds formed (after a feast that lasted three days) an alliance against the tax on "
            "Monday and shortly after jointly bought the mill at Brenn to grind their own corn.",
            "The two guilds formed an alliance against the tax",
        ),
    ],
)
def test_a_long_sentence_gives_up_what_risks_least(sentence: str, title: str, read: Read) -> None:
    titles = [c.title for c in read(sentence, published="2024-05-03").candidates]
    assert titles[:1] == [title]
