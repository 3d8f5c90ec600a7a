"""Headlines stop where a reader waits for nothing more, and keep no mark that lost its partner."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

STOPS = [
    # an age without its name
    (
        "The bodies of two colleagues, Wayne Odeshall, 51, and Hemi Paki, 38, were found on Monday afternoon "
        "near the mine's fuel store.",
        "The bodies of two colleagues were found near the mine's fuel store",
    ),
    # a preposition that leads nowhere
    (
        "The old harbour's capacity for the export of grain and timber will be enhanced through a "
        "recently announced venture with the Marovian state railways, Mr Ode said.",
        "The old harbour's capacity for the export of grain and timber will be enhanced",
    ),
    # "how strong" without its verb
    (
        "On Oct. 2 the size of the loss, coupled with a fall in orders, made some bank analysts "
        "wonder just how strong that turnaround will be at the old maker of engines.",
        "The size of the loss made some bank analysts wonder",
    ),
    # an infinitive whose object is a clause
    (
        "The governor also set up a board of inquiry on Friday to find out how the survey ship, "
        "which had no pilot on board, had come to leave the channel.",
        "The governor also set up a board of inquiry",
    ),
    # kept from what?
    (
        "On Monday the two breweries sweetened their merger agreement in an attempt to keep "
        "shareholders from selling their shares to the Norland group.",
        "The two breweries sweetened their merger agreement",
    ),
    # driven where?
    (
        "The Marovian commander of the northern army, General Yevgen Ode, drove the raiders out of "
        "the valley in June with a string of small victories.",
        "The Marovian commander of the northern army drove the raiders out of the valley",
    ),
    # what hung on a participle that went
    (
        "Through her lawyers, Ms Roe on Monday denied the charges in the state's suit and in the "
        "civil suits previously filed by clients of the firm.",
        "Ms Roe denied the charges in the state's suit and in the civil suits",
    ),
    (
        "Norland beat Marovia off the northern cape in a row of skirmishes collectively known as the "
        "Third War of the Sound (3 May-2 June), but this cost it the duchy of Ode.",
        "Norland beat Marovia off the northern cape in a row of skirmishes",
    ),
    # "and then" without where
    (
        "On 3 May the Marovian prime minister met with Chancellor Ida Roe-Hallberg in Arlmouth and "
        "then with the leaders of the opposition in Brenn.",
        "The Marovian prime minister met with Chancellor Ida Roe-Hallberg in Arlmouth",
    ),
    # what wants "to"
    (
        "The two crowns signed a trade pact in February 1740, pursuant to which the duke received "
        "forty guns.",
        "The two crowns signed a trade pact",
    ),
    # a time inside the marks of a quote
    (
        'Rowe said on Monday: "We expect that growth to carry on into 2031."',
        "We expect that growth to carry on",
    ),
]
WHOLE = [
    ("On Monday the army drove the raiders out.", "The army drove the raiders out"),
    (
        "The court kept the firm from selling the mine on Tuesday.",
        "The court kept the firm from selling the mine",
    ),
    ("The board asked on Friday how the ship had been lost.", "The board asked how the ship had been lost"),
    (
        "The fans booed the referee and then the mayor on Saturday.",
        "The fans booed the referee and then the mayor",
    ),
    ("The police broke up the march on Sunday.", "The police broke up the march"),
    ("The dam gave way on Monday, sooner than expected.", "The dam gave way, sooner than expected"),
]
MARKS = [
    (
        "'This brave crew will sail at 4 in the morning on Thursday (4 a.m. GMT),' Rowe said.",
        "This brave crew will sail",
    ),
    (
        "The guild 'congress' met in May and agreed to defend the old bridge.",
        "The guild congress agreed to defend the old bridge",
    ),
    (
        "The king decided on a canal (a fleet had been wrecked in 1492 while rounding the cape).",
        "A fleet was wrecked while rounding the cape",
    ),
    (
        "The workers' union of the '30s called a strike on Monday.",
        "The workers' union of the '30s called a strike",
    ),
    ("The pirates' chief surrendered on Monday.", "The pirates' chief surrendered"),
    ("Rowe joined Ode & Sons Inc. on Monday.", "Rowe joined Ode & Sons Inc"),
    ("The firm moved to the U.S. on Monday.", "The firm moved to the U.S."),
]


@pytest.mark.parametrize(("sentence", "title"), [*STOPS, *WHOLE])
def test_a_headline_stops_where_nothing_is_missing(sentence: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(("sentence", "title"), MARKS)
def test_no_mark_stands_alone(sentence: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(sentence).candidates]
