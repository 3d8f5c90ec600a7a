from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.events.conftest import Read
from timeline.events.wording import LONGEST, tidy

TABLE = yaml.safe_load((Path(__file__).parents[1] / "labelled" / "attribution.yaml").read_text("utf-8"))


@pytest.mark.parametrize("row", TABLE["keep"], ids=lambda row: row["sentence"])
def test_a_claim_stays_a_claim(row: dict[str, Any], read: Read) -> None:
    for candidate in read(row["sentence"], published="2024-10-16").candidates:
        kept = [w for w in row["keep"] if re.search(rf"\b{re.escape(w)}\b", candidate.title, re.IGNORECASE)]
        assert kept, candidate.title


def test_the_table_of_attributions_is_there() -> None:
    assert len(TABLE["keep"]) >= 60


def test_a_frame_is_dropped_only_where_it_happened(read: Read) -> None:
    for row in TABLE["drop"]:
        for candidate in read(row["sentence"], published="2024-10-16").candidates:
            assert candidate.kind.value == "happened", row["sentence"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("However, the army left Niamey on Monday.", "The army left Niamey"),
        ("The dam, which had been built in haste, collapsed on Monday.", "The dam collapsed"),
        (
            "The company announced in a 29 April statement that flights had begun.",
            "The company announced in a statement that flights had begun",
        ),
        (
            "Last July's ouster of the president brought the soldiers to power.",
            "The ouster of the president brought the soldiers to power",
        ),
        (
            "A two-star general was dispatched to Niger on Monday to facilitate a professional and "
            "responsible withdrawal of all soldiers.",
            "A two-star general was dispatched to Niger",
        ),
        ("Sunday's match was called off.", "The match was called off"),
        ("The guard, Alf Rowe, who is 70, resigned on Monday.", "The guard, Alf Rowe, resigned"),
        ("The players walked out on Monday, an hour before the premiere.", "The players walked out"),
        (
            "It closed a dairy in Arl in 2019 only eight months after it had bought it.",
            "It closed a dairy in Arl",
        ),
        ("The mayor sang on Monday for those who had stayed.", "The mayor sang"),
        ("Background: The funicular was opened in 1934.", "The funicular was opened"),
        ("Two men were charged with murder on Monday; all deny it.", "Two men were charged with murder"),
        ("The minister ordered that all towers be registered by June.", "All towers must be registered"),
        ("The emergency declared on 25 April was lifted on Thursday.", "The emergency was declared"),
        ("The mill, built in 1890, employs 210 people.", "The mill was built"),
        ("Branches stayed closed on Monday.", "Branches stayed closed"),
        (
            "Workers found a leak in the old wall of the Harrow dam over the weekend, two of them said.",
            "Workers found a leak in the old wall of the Harrow dam",
        ),
        ("The troops handed the base over on Monday.", "The troops handed the base over"),
        ("The minister was voted in on Monday.", "The minister was voted in"),
        (
            "The armed flights in Niger started in 2018, not long after the base was built.",
            "The armed flights in Niger started",
        ),
        (
            "Mayor Ellen Prout resigned on Wednesday, two days after the Herald published emails that showed "
            "she met Aqualis executives on Feb. 11.",
            "Mayor Ellen Prout resigned",
        ),
    ],
)
def test_headlines(sentence: str, title: str, read: Read) -> None:
    assert read(sentence).candidates[0].title == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "The dam was built in 1961 and last raised in the mid-1980s.",
            "The dam was built in 1961 and last raised in the mid-1980s",
        ),
        (
            "Police said three protesters who were arrested on March 22 had been released without charge "
            "the next day.",
            "Police said three protesters who were arrested on March 22 had been released",
        ),
        (
            "Doctors at the hospital, to which the patient had been brought on Monday, sang.",
            "The patient was brought to the hospital",
        ),
        ("It helps the firm, whose ship sank on Monday.", "The firm's ship sank"),
        ("The council that Rowe had set up on 2 April failed.", "Rowe set up the council"),
        # A name put in for a pronoun keeps its capital, a plural loses it.
        (
            "Norline's director resigned on Monday. Rolle named Brun to succeed him.",
            "Rolle named Brun to succeed Norline's director",
        ),
        (
            "Residents of the valley fled on Monday. A helicopter rescued them.",
            "A helicopter rescued residents of the valley",
        ),
        ("The line, which runs up to Arl, opened in 1934 and was rebuilt in 1978.", "The line was rebuilt"),
        (
            "Detectives questioned Sill on Monday; searched the firm's offices on Tuesday.",
            "Detectives questioned Sill on Monday; searched the firm's offices on Tuesday",
        ),
    ],
)
def test_no_headline_is_without_its_subject(sentence: str, title: str, read: Read) -> None:
    assert read(sentence).candidates[-1].title == title


def test_no_headline_is_too_long_or_cut_in_a_word(read: Read) -> None:
    sentence = (
        "The Inspector General of the Department of Agriculture and Rural Development in the northern "
        "province of Karovia "
        "published a long awaited evaluation of the construction of seventeen irrigation canals on Monday."
    )
    (one,) = read(sentence).candidates
    assert len(one.title) <= LONGEST
    assert set(re.findall(r"\w+", one.title)) <= set(re.findall(r"\w+", sentence))
    assert not one.title.endswith(("of", "the", "and", "a", ".", ","))


def test_tidy_closes_the_gaps() -> None:
    assert tidy("The base , , was closed .") == "The base, was closed"
    assert tidy("left the U.S.") == "left the U.S."
    assert tidy('"We left') == "We left"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The union's leader said the union would appeal on 3 June.", "The union will appeal"),
        (
            "The union said that 40 of its members had been arrested on Monday.",
            "40 of its members were arrested",
        ),
        ("He said that the army had left the base on Monday.", "The army left the base"),
        ("An hour after the rebels had taken the town on Monday, it rained.", "The rebels took the town"),
        (
            "Ships had been waiting outside the harbour since Monday.",
            "Ships had been waiting outside the harbour",
        ),
        ("He said the wall had been raised and painted in 2009.", "The wall had been raised"),
    ],
)
def test_a_headline_that_stands_alone_has_the_tense_of_its_deed(
    sentence: str, title: str, read: Read
) -> None:
    assert read(sentence).candidates[0].title == title


def test_no_headline_says_what_the_source_does_not(read: Read) -> None:
    text = "The net, which Norland banned in 1970 and Sudland in 2019, is cheap."
    assert [c.title for c in read(text).candidates] == ["Norland banned the net"]
    assert not read("The fee is 9%, the rate at which prices rose in March.").candidates


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # What belonged to a clause or phrase that is gone goes, too.
        (
            "The heirs of Arlo, the firm which two men founded in 1887, sold it on Monday.",
            "The heirs of Arlo sold it",
        ),
        (
            "The heirs of Arlo, the firm which two men named Ray founded in 1887, sold it on Monday.",
            "The heirs of Arlo sold it",
        ),
        ("The rest will come by mid-May, their leader, Gen. Paul Ray, told me.", "The rest will come"),
        ("The mayor was charged on Monday, two days after guards had led him out.", "The mayor was charged"),
        ("The motion was withdrawn on Monday shortly after they had tabled it.", "The motion was withdrawn"),
        # Words that only stress or measure the time go with it.
        ("The siege ended only on 6 April.", "The siege ended"),
        ("Only three months ago the council sacked its chief.", "The council sacked its chief"),
        (
            "The court will decide in three weeks' time whether to try him.",
            "The court will decide whether to try him",
        ),
        ("Three helicopters arrived over the weekend.", "Three helicopters arrived"),
        # What does not belong to the time stays.
        ("The council agreed with this on Tuesday.", "The council agreed with this"),
        ("The city council met on Tuesday.", "The city council met"),
        # What a relative clause is about is the phrase right before it.
        ("It lay in the boot of a car that officers stopped on Monday.", "Officers stopped a car"),
        (
            "Jeeps of the Eastern Union, whose ministers approved the mission on 17 April, left.",
            "The Eastern Union's ministers approved the mission",
        ),
        (
            "He filed a complaint on 18 April, which the judges dismissed four days later.",
            "The judges dismissed a complaint",
        ),
        # A verb that takes its auxiliary from another.
        ("The ship is to leave on 6 May and to return on 9 June.", "The ship is to return"),
        ("Its staff said they had arrived on Monday and taken charge.", "They had arrived and taken charge"),
        # A frame needs who speaks.
        (
            "Holt, 61, refused to resign on Monday and alleged that ballots were burned.",
            "Holt, 61, alleged that ballots were burned",
        ),
        (
            "Residents accuse it of having sold the land in April.",
            "Residents accuse it of having sold the land",
        ),
    ],
)
def test_a_headline_leaves_no_rests(sentence: str, title: str, read: Read) -> None:
    assert title in [candidate.title for candidate in read(sentence).candidates]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "The deputy leader of the city council resigned on Monday amid complaints that "
            "he steered the car park "
            "contracts to a friend of the family.",
            "The deputy leader of the city council resigned",
        ),
    ],
)
def test_a_long_headline_ends_with_a_whole_phrase(sentence: str, title: str, read: Read) -> None:
    assert read(sentence).candidates[0].title == title


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        # Whom a pronoun may stand for, and whom it cannot.
        (
            "Mr Holt resigned on Monday. She was named chief on Tuesday.",
            ["Mr Holt resigned", "She was named chief"],
        ),
        ("The raid failed on Monday. It had sacked its chief on Friday.", ["It had sacked its chief"]),
        ("The raid failed on Monday. It killed four people.", ["The raid killed four people"]),
        (
            "A judge freed two men on Monday. The judge told him on Tuesday to stay.",
            ["A judge freed two men"],
        ),
        (
            "Thousands marched on Monday. Police beat several of them on Tuesday.",
            ["Police beat several of them"],
        ),
        (
            "Two teenagers stole a car on Monday. A judge freed them on Tuesday.",
            ["A judge freed two teenagers"],
        ),
    ],
)
def test_a_pronoun_stands_for_who_fits(text: str, titles: list[str], read: Read) -> None:
    found = [c.title for c in read(text).candidates]
    for title in titles:
        assert title in found or title.replace(" had sacked", " sacked") in found


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "The regulator asked both for data on Monday, a step that could delay the sale.",
            "The regulator asked both for data",
        ),
        (
            "MPs voted on the accord on Monday, and the party, which has 40 seats, is pleased.",
            "MPs voted on the accord",
        ),
        (
            "On closing, Ann Roe, head of the firm, will leave the company on 6 June.",
            "Ann Roe, head of the firm, will leave the company",
        ),
        (
            "Ray, the head of the firm, was declared wanted by the police on Monday.",
            "Ray, the head of the firm, was declared wanted by the police",
        ),
        (
            "Envoys said the fate of the town, which fell in 1995, was left open on Monday.",
            "The fate of the town was left open",
        ),
        (
            "She read out the names of 11 people killed by police since 1990.",
            "11 people were killed by police",
        ),
        (
            "Five others, among them Ann Roe, had been taken to court on Monday.",
            "Five others, among them Ann Roe, were taken to court",
        ),
        (
            "Work was halted on 10 February of this year by order of the court.",
            "Work was halted by order of the court",
        ),
        ("On Monday the two firms said they had struck a deal.", "The two firms struck a deal"),
    ],
)
def test_a_headline_is_whole(sentence: str, title: str, read: Read) -> None:
    assert title in [candidate.title for candidate in read(sentence).candidates]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In 2009 Cyclone Hester killed 64 people.", ["Cyclone Hester killed 64 people"]),
        (
            "A farmer, 58, was arrested on Monday. He was charged on Wednesday.",
            ["A farmer, 58, was arrested", "A farmer was charged"],
        ),
        (
            "Balo, the firm's director, was declared bankrupt on Monday. He fled on Tuesday.",
            ["Balo, the firm's director, was declared bankrupt", "Balo fled"],
        ),
    ],
)
def test_a_headline_names_who_and_what(text: str, titles: list[str], read: Read) -> None:
    assert [candidate.title for candidate in read(text).candidates] == titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "A clip of soprano Ann Roe, who gave an aria last Friday, was shown.",
            "Soprano Ann Roe gave an aria",
        ),
        ("The truce took effect on Monday at midnight local time.", "The truce took effect"),
        (
            "The prosecutor, who on Monday opened a case, has seized the files.",
            "The prosecutor opened a case",
        ),
        ("A three-year contract signed in 2022 expired last week.", "A three-year contract was signed"),
        ("He paid for a holiday that Mr Roe took in Madeira in 2023.", "Mr Roe took a holiday in Madeira"),
        ("The sea broke the dyke at about three o'clock on Sunday morning.", "The sea broke the dyke"),
        ("Moira Roe, a clerk in the office, who quit on Monday, sang.", "A clerk in the office quit"),
    ],
)
def test_a_headline_names_who_did_it(sentence: str, title: str, read: Read) -> None:
    assert title in [candidate.title for candidate in read(sentence).candidates]


def test_a_date_line_with_a_region_of_two_words_is_no_part_of_a_headline(read: Read) -> None:
    (found,) = read("PORT ALBA, San Rivo (Wire) -- A storm killed four people on Monday.").candidates
    assert found.title == "A storm killed four people"
