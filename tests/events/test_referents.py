"""Whom a pronoun or a relative clause means, and who is no subject at all: in doubt the pronoun stays."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

MEANT = [
    # of the plural and of the object there is no "it" and no "they" in the passive
    ("Inspectors found worn discs on Monday. It was passed as fit on Tuesday.", "It was passed as fit"),
    ("More than 6,000 people left on Monday. It closed its office on Tuesday.", "It closed its office"),
    ("Police detained 11 people on Monday. They were released on Tuesday.", "They were released"),
    ("Three clerks went home on Monday. They were sacked on Tuesday.", "Three clerks were sacked"),
    ("The Forest Service closed the trail on Monday. It will stay shut until July.", "It will stay shut"),
    ("The council sold the mill in March. It was pulled down in April.", "It was pulled down"),
    ("The council sold the mill in March. It bought a school in April.", "The council bought a school"),
    # a spokeswoman speaks of others
    (
        "The driver, a 58-year-old man, was arrested on Sunday. A police spokeswoman, Ilse Brandt, said "
        "that he had tested negative for alcohol on Monday.",
        "The driver tested negative for alcohol",
    ),
    ("Marchetti said on Thursday that she would resign in June.", "Marchetti will resign"),
    # somebody new
    (
        "The minister, Lorcan Vey, appointed a retired admiral, Greta Sandoval, on Monday. She must "
        "report by the end of May.",
        "She must report",
    ),
    ("Ms Vey appointed a retired admiral, Greta Sandoval, on Monday. She left on Tuesday.", "Ms Vey left"),
    # what somebody owns
    (
        "Marovia said on Monday that its troops would join the force in June.",
        "Marovia's troops will join the force",
    ),
    (
        "The Liberal Alliance lost on Monday. Its leader, Vasco Teles, resigned on Tuesday.",
        "The Liberal Alliance's leader, Vasco Teles, resigned",
    ),
    (
        "Auk Airways stopped all flights on Monday. Its licence was revoked on Tuesday.",
        "Auk Airways' licence was revoked",
    ),
    (
        "Parliament voted for an inquiry on Monday. Its first hearing will be held on 6 May.",
        "Its first hearing will be held",
    ),
    (
        "Marovia turned the ship away on Monday. Its owner was fined on Tuesday.",
        "Its owner was fined",
    ),
    ("Marovia refused it entry on Monday. Its owner was fined on Tuesday.", "Its owner was fined"),
    (
        "A roof fell in on Monday. Its chairman, Rolf Egge, resigned on Tuesday.",
        "Its chairman, Rolf Egge, resigned",
    ),
]
TOLD = [
    # an apposition has no verb
    ("The coach belonged to Sunway, a firm based in Arl.", []),
    (
        "A group of investors said it filed for clearance in March to buy Rally's, "
        "a fast-food firm based in Arl.",
        ["A group of investors filed for clearance to buy Rally's, a fast-food firm based in Arl"],
    ),
    (
        "The roof fell in on Monday, two walls collapsed in the night, and a barn burned down.",
        ["The roof fell in", "Two walls collapsed", "A barn burned down"],
    ),
    # which of the two did it
    (
        "Talks with the Harbour Bank, which froze its loans on 19 March, will resume next week.",
        ["The Harbour Bank froze its loans", "Talks with the Harbour Bank will resume"],
    ),
    (
        "Talks with the Harbour Bank, which began on 19 March, will resume next week.",
        ["Talks with the Harbour Bank began", "Talks with the Harbour Bank will resume"],
    ),
    # who says it, behind a comma
    (
        "The court will hear the case in June, its president, Aron Veld, announced yesterday.",
        ["The court will hear the case"],
    ),
    (
        "Forty ships were sent away in March, the harbour master, Ivar Brandt, said.",
        ["Forty ships were sent away"],
    ),
    # "only" goes with its time, and what a time belongs to keeps it
    ("She had only returned in April.", ["She returned"]),
    ("She only hired two clerks in April.", ["She only hired two clerks"]),
    (
        "Hundreds of passengers spent Tuesday night on the floor.",
        ["Hundreds of passengers spent Tuesday night on the floor"],
    ),
    (
        "Repairs are expected to take until the end of May.",
        ["Repairs are expected to take until the end of May"],
    ),
    ("In 2017 a strike lasted 43 days.", ["A strike lasted 43 days"]),
    (
        "On Monday the bishops walked out during morning prayer.",
        ["The bishops walked out during morning prayer"],
    ),
    ("On Monday morning police raided the club.", ["Police raided the club"]),
    # without its clause it would be everybody
    (
        "Anyone who wants their money back must apply by June 30.",
        ["Anyone who wants their money back must apply"],
    ),
    # one auxiliary for two verbs that look alike in the past
    (
        "The dairy said on Tuesday that it would write off five million and cut 60 jobs.",
        ["The dairy will write off five million", "The dairy will cut 60 jobs"],
    ),
    (
        "About 1,900 tourists left on special flights on Monday, but some are still there.",
        ["About 1,900 tourists left on special flights"],
    ),
]


@pytest.mark.parametrize(("text", "title"), MEANT)
def test_a_pronoun_stands_for_whom_it_plainly_means(text: str, title: str, read: Read) -> None:
    assert read(text).candidates[-1].title == title


@pytest.mark.parametrize(("sentence", "titles"), TOLD)
def test_a_headline_tells_who_did_what(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


# Within a sentence: the subject of the clause before, where no other may be meant.
BESIDE = [
    (
        "In January, General Vasco Teles fell ill and went home for treatment; he died there on 3 February.",
        "General Vasco Teles died there",
    ),
    (
        "Ode, 52, a surgeon, was shot through the window of his house shortly after he and his wife "
        "returned home from church on 12 April.",
        "Ode and his wife returned home from church",
    ),
    (
        "The Arlanders lost a ship in March but days later, they beat the fleet.",
        "The Arlanders beat the fleet",
    ),
    ("Norland kept no army, but it drafted four thousand men in April.", "Norland drafted four thousand men"),
    (
        "Lund, 52, an obstetrician and gynecologist, was shot through the kitchen window of his home in Arl "
        "shortly after he and his wife returned home from church on 12 April.",
        "Lund and his wife returned home from church",
    ),
    (
        "Olek has been the focus of a quarrel since he was found on a raft on 25 April.",
        "Olek was found on a raft",
    ),
    ("Olek met the queen after he was found on a raft on 25 April.", "He was found on a raft"),
    ("The mills are a lifeline, and since 1990 there has been peace.", "There has been peace"),
    ("After Tom Rowe was acquitted, he sued the police on 3 April.", "Tom Rowe sued the police"),
    ("The firm was sold on Monday, and its owner died on Tuesday.", "Its owner died"),
    ("Jan Stevens, an analyst at Orda, said that he left the firm on Monday.", "Jan Stevens left the firm"),
    # what somebody owns, in the next sentence
    ("Karl Ode swam ashore in March. His mother drowned on 3 April.", "Karl Ode's mother drowned"),
    ("The herders rose in March. Their revolt was crushed on 3 April.", "The herders' revolt was crushed"),
    # who speaks of itself is what the next sentence is about
    (
        "The lamp was lit in 1891. The board, which owns it, said it had put off repairs twice. It will meet "
        "on 3 May.",
        "The board will meet",
    ),
    (
        "The mill burned in March. The firm said it had bought the site. It builds on 3 May.",
        "The firm builds",
    ),
    (
        "The tunnel was dug in 1990. Mr Rowe said it would close. It will reopen in May.",
        "The tunnel will reopen",
    ),
    (
        "The mill burned in March. A spokesman said it had been sold. It will reopen in May.",
        "The mill will reopen",
    ),
    ("The mill burned in March. The council said it was sold. It will reopen in May.", "It will reopen"),
    # in doubt the pronoun stays
    ("Elsa Rowe met Tom Lund in March. His wife resigned on 3 April.", "His wife resigned"),
    ("Rowe praised Lund in March, and he resigned on 3 April.", "He resigned"),
    ("The ship struck a rock in March, and it sank on 3 April.", "It sank"),
    ("France protested in March, but he signed the treaty on 3 April.", "He signed the treaty"),
    ("Police arrested four men in March, and they were charged on 3 April.", "They were charged"),
    (
        "The dockers walked out in March and the clerks stayed, but they all went back on 3 April.",
        "They all went back",
    ),
    ("When the war began, it declared its neutrality on 3 April.", "It declared its neutrality"),
]


@pytest.mark.parametrize(("text", "title"), BESIDE)
def test_a_pronoun_may_stand_for_the_subject_of_the_clause_before(text: str, title: str, read: Read) -> None:
    assert title in [c.title for c in read(text).candidates]
