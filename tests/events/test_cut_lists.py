"""A list of which a headline has no room for all ends as a sentence does: "in Arl and Bern"."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

CLOSED = [
    # names, with and without an article
    (
        "By the end of April the duke's army had overrun the towns of Marovia, Norland, the "
        "Lower Isles, Skarrel, and the old port of Ode, burning the crops of a whole year as it "
        "went.",
        "The duke's army overran the towns of Marovia, Norland, the Lower Isles and Skarrel",
    ),
    (
        "The Marovian quartet gave concerts in the opera houses of Arlmouth, Brenn Falls, "
        "Oderport and the Lower Isles in May.",
        "The Marovian quartet gave concerts in the opera houses of Arlmouth and Brenn Falls",
    ),
    # nouns without an article
    (
        "The customs union embargoed all shipments of copper wire, machine tools, sheet steel, "
        "and electrical fittings to the island on Tuesday.",
        "The customs union embargoed all shipments of copper wire, machine tools and sheet steel",
    ),
    (
        "The council of the commune of Arl abolished the ancient guilds, masterships, tolls, "
        "corn duties, and forest rights on 4 August 1790.",
        "The council of the commune of Arl abolished the ancient guilds, masterships and tolls",
    ),
    # "or" stays "or"
    (
        "On Friday the harbour board in the old town banned the storage of untreated timber, "
        "live cattle, scrap metal, or loose grain.",
        "The harbour board in the old town banned the storage of untreated timber or live cattle",
    ),
    # in an aside before the verb
    (
        "Odecraft, a maker of precision parts for tractors, lifts, boilers and ships, made the "
        "offer on Friday in a letter to shareholders.",
        "Odecraft, a maker of precision parts for tractors and lifts, made the offer",
    ),
]
AS_IT_WAS = [
    # what fits stays whole
    ("The firm opened mills in Arl, Brenn and Ode on Monday.", "The firm opened mills in Arl, Brenn and Ode"),
    # an apposition is no member
    (
        "On Monday the court in the old harbour town fined Ida Roe, a lawyer of the miners' "
        "union, and Ben Ode, her clerk, for contempt.",
        "The court in the old harbour town fined Ida Roe, a lawyer of the miners' union",
    ),
    # what follows "and" is a clause of its own
    (
        "Those on the quay struck up the old national hymn, a little flat, and a girl in red waved a flag.",
        "Those on the quay struck up the old national hymn, a little flat",
    ),
    # a town and its country are one place
    (
        "On Monday the travelling company of the royal theatre gave its last shows in Skarrel, "
        "Norway, and at the fair of Brenn.",
        "The travelling company of the royal theatre gave its last shows in Skarrel, Norway",
    ),
    # two verbs are no list
    (
        "On Monday the crew left the ship at the mouth of the river, rowed to the village of "
        "Ode, and asked the monks for bread.",
        "The crew left the ship at the mouth of the river",
    ),
    # figures are none
    (
        "Third-quarter profit at the old brewery in the harbour rose on Monday to $7.8 million, "
        "or $1.65 a share, and sales to $90 million.",
        "Third-quarter profit at the old brewery in the harbour rose to $7.8 million",
    ),
]


@pytest.mark.parametrize(("sentence", "title"), [*CLOSED, *AS_IT_WAS])
def test_a_list_cut_short_ends_with_its_conjunction(sentence: str, title: str, read: Read) -> None:
    assert [c.title for c in read(sentence).candidates][:1] == [title]
