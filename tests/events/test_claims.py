from __future__ import annotations

import pytest

from tests.events.conftest import Read

# What is said of somebody is no fact: the sentence, who says it, and the headline.
CLAIMS = [
    (
        "The union claims that on February 11 the mayor met privately with executives of Aqualis.",
        "the union",
        "The union claims that the mayor met privately with executives of Aqualis",
    ),
    (
        "Residents filed a lawsuit on Thursday, arguing that the council ignored a flood study in 2019.",
        "residents",
        "Residents argued that the council ignored a flood study",
    ),
    (
        "The Harrow Farmers' Union argued that the company closed the plant on Monday.",
        "the Harrow Farmers' Union",
        "The Harrow Farmers' Union argued that the company closed the plant",
    ),
    (
        "Lawyers assert that, in March 2022, the firm destroyed the records.",
        "Lawyers",
        "Lawyers assert that the firm destroyed the records",
    ),
    ("Aqualis insists it repaired the dam in 2021.", "Aqualis", "Aqualis insists that it repaired the dam"),
    (
        "Prosecutors said on Monday that Sill stole $2 million in 2023.",
        "prosecutors",
        "Prosecutors said that Sill stole $2 million",
    ),
    (
        "Sill stole $2 million in 2023, prosecutors said.",
        "prosecutors",
        "Sill stole $2 million, prosecutors said",
    ),
    (
        "According to the union, police beat two farmers on Sunday.",
        "the union",
        "Police beat two farmers, according to the union",
    ),
    (
        "The union says that the farmers were beaten by police on Sunday.",
        "the union",
        "The union says that the farmers were beaten by police",
    ),
    (
        "Sill killed his wife in 2019, prosecutors said.",
        "prosecutors",
        "Sill killed his wife, prosecutors said",
    ),
    (
        "The mayor is alleged to have bribed a councillor in 2022, prosecutors said.",
        "prosecutors",
        "The mayor is alleged to have bribed a councillor, prosecutors said",
    ),
]


@pytest.mark.parametrize(("sentence", "who", "title"), CLAIMS, ids=[s for s, _, _ in CLAIMS])
def test_an_accusation_is_the_claim_of_who_says_it(sentence: str, who: str, title: str, read: Read) -> None:
    last = read(sentence).candidates[-1]
    assert (last.kind.value, last.claimed_by, last.title) == ("claimed", who, title)


@pytest.mark.parametrize(
    "sentence",
    [
        "Militants killed four soldiers on Sunday, the army said.",
        "The army said gunmen killed four soldiers on Sunday.",
        "Thieves stole three paintings on Sunday, police said.",
        "Three paintings were stolen on Sunday, police said.",
        "Hurricane Ida killed 20 people on Monday, officials said.",
        "Officials said that two people were killed on Sunday.",
        "The judge found that Sill stole $2 million in 2023.",
        "Sill admitted that he stole $2 million in 2023.",
        "The court said it sentenced Sill to four years on Monday.",
        "Police said they arrested two men on Monday.",
    ],
)
def test_what_accuses_nobody_stays_a_fact(sentence: str, read: Read) -> None:
    assert [(c.kind.value, c.claimed_by) for c in read(sentence).candidates] == [("happened", "")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("An inquiry later blamed poor maintenance for the crash on Monday.", "an inquiry"),
        ("The union also accused the firm of lying on Monday.", "the union"),
        ("Prosecutors in Brill later alleged that the driver fled on Monday.", "prosecutors in Brill"),
        ("The opposition leader Ann Reed again accused the mayor.", "the opposition leader Ann Reed"),
        ("Ms Early alleges that the firm cheated on Monday.", "Ms Early"),
    ],
)
def test_an_adverb_is_no_part_of_who_claims(sentence: str, who: str, read: Read) -> None:
    assert {c.claimed_by for c in read(sentence).candidates} == {who}


def test_a_claim_names_who_claims(read: Read) -> None:
    (one,) = read("The union alleged that the company sold the plant in 2019.").candidates
    assert (one.kind.value, one.claimed_by, str(one.when)) == ("claimed", "the union", "2019")


def test_a_hedge_stays_where_who_confirms_leaves_no_room(read: Read) -> None:
    hedged = "A senior official of the interior ministry has now reportedly confirmed that foreign troops "
    (one,) = read(f"{hedged}have entered an air base at Varde that houses the guard.").candidates
    assert one.title == "Foreign troops have entered an air base at Varde, reportedly"
