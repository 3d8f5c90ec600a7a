"""What is pleaded, sworn or disputed is the claim of who says it; what is merely said stays a fact."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# The sentence, who claims, the headline.
DISPUTED = [
    (
        "An official said on Tuesday that a guard opened the valve on Monday, a claim the firm rejected.",
        "an official",
        "An official said that a guard opened the valve",
    ),
    (
        "The ministry said the boat entered its waters on 12 April, an account disputed by the crew.",
        "the ministry",
        "The ministry said that the boat entered its waters",
    ),
    (
        "The governor said the militia burned two villages on Thursday, an allegation that its leaders deny.",
        "the governor",
        "The governor said that the militia burned two villages",
    ),
    (
        "The minister said the bridge was closed on 3 April, a version of events contradicted by photos.",
        "the minister",
        "The minister said that the bridge was closed",
    ),
    (
        "Army officials said the boat had fired first on Sunday, an assertion that could not be verified.",
        "army officials",
        "Army officials said that the boat fired first",
    ),
    (
        "Police said he had fired first on Sunday; witnesses disputed this.",
        "police",
        "Police said that he fired first",
    ),
    (
        "Police said he fired first on Sunday, but his family denies it.",
        "police",
        "Police said that he fired first",
    ),
    (
        "The airline said it had warned crews on 2 April, but the union disputes that account.",
        "the airline",
        "The airline said that it warned crews",
    ),
    (
        "The airline says the captain reported the fault on 2 April, which the union strongly disputes.",
        "the airline",
        "The airline says that the captain reported the fault",
    ),
    (
        "The union said managers had met on Monday. The company denied the claim.",
        "the union",
        "The union said that managers met",
    ),
    (
        "She said the mayor bought the house in 2019. He described the accusation as absurd.",
        "",
        "She said that the mayor bought the house",
    ),
]
DISPUTED += [
    (
        "Hale told the jury that the council had misled him, an account the council denied.",
        "Hale",
        "Hale told the jury that the council misled him",
    ),
    (
        "The bank said it had warned clients on 3 April, a claim the regulator disputes.",
        "the bank",
        "The bank said that it warned clients",
    ),
]
PLEADED = [
    (
        "Prosecutors said Hale moved the money to Nassau on 4 June 2022.",
        "prosecutors",
        "Prosecutors said that Hale moved the money to Nassau",
    ),
    (
        "According to prosecutors, who spoke on Monday, Hale moved the money to Nassau on 4 June 2022.",
        "prosecutors",
        "Hale moved the money to Nassau, according to prosecutors",
    ),
    (
        "The indictment says Hale moved the money to Nassau on 4 June 2022.",
        "the indictment",
        "The indictment says that Hale moved the money to Nassau",
    ),
    (
        "According to the lawsuit, the school dismissed her in 2019.",
        "the lawsuit",
        "The school dismissed her, according to the lawsuit",
    ),
    (
        "Court papers say that he rented the van on 12 April.",
        "court papers",
        "Court papers say that he rented the van",
    ),
    (
        "The widow said in an affidavit that the firm shredded the letters in 2019.",
        "the widow",
        "The widow said in an affidavit that the firm shredded the letters",
    ),
]
SWORN = [
    (
        "In court on Monday, prosecutors said Hale met the broker on 3 March.",
        "prosecutors",
        "In court, prosecutors said that Hale met the broker",
    ),
    (
        "The witness, a retired captain, told the hearing that the ship left port on 2 April.",
        "the witness",
        "The witness, a retired captain, told the hearing that the ship left port",
    ),
    (
        "In testimony on Monday, the former minister said the president closed the port on 3 March.",
        "the former minister",
        "In testimony, the former minister said that the president closed the port",
    ),
    (
        "A clerk testified on Tuesday that the captain had left the bridge on 2 March.",
        "a clerk",
        "A clerk testified that the captain left the bridge",
    ),
    (
        "The captain left the bridge on 2 March, a clerk testified.",
        "a clerk",
        "The captain left the bridge, a clerk testified",
    ),
    (
        "The nurse told the inquest on Monday that the doctor had left the ward on 2 March.",
        "the nurse",
        "The nurse told the inquest that the doctor left the ward",
    ),
    (
        "Mrs Orr told jurors her husband sold the house in 2019.",
        "Mrs Orr",
        "Mrs Orr told jurors that her husband sold the house",
    ),
]


@pytest.mark.parametrize(
    ("text", "who", "title"),
    DISPUTED + PLEADED + SWORN,
    ids=[text for text, _, _ in DISPUTED + PLEADED + SWORN],
)
def test_what_is_contested_is_a_claim(text: str, who: str, title: str, read: Read) -> None:
    claims = [c for c in read(text).candidates if c.kind.value == "claimed"]
    assert [(c.claimed_by, c.title) for c in claims] == [(who, title)]


@pytest.mark.parametrize(
    "text",
    [
        "The company said it had applied for a permit on Monday, which the city denied.",
        "The union said managers made an offer on Monday, but members rejected it.",
        "The firm said it had filed a suit on Monday, a claim for damages of $3m.",
        "The bank said it had paid the claim on Monday.",
        "The chief said that his men had left on Sunday. Villagers denied the claim that they had been paid.",
        "The town said it closed the pool on Monday. The report did not dispute the claim.",
        "Police detained a driver on Monday. His lawyer denied it.",
        "The company sold the land in 2020. It denies wrongdoing.",
        "He was charged on Monday with murder, which he denies.",
        "Prosecutors said they searched two offices on Monday.",
        "The prosecutor said she had searched the office on Monday.",
        "Prosecutors said he was arrested at the airport on Monday.",
        "Prosecutors said the fire broke out on Monday.",
        "Prosecutors said Hale died on Monday.",
        "Prosecutors said gunmen killed four guards on Monday.",
        "The company said in a filing on Monday that Mr Hale sold his shares in April.",
        "The complaint was filed on Monday.",
        "The jury found that the firm ignored the leak on 3 April.",
        "The coroner found that the patient was given the drug on 3 March.",
        "The chairman told shareholders on Monday that the firm had sold its mine in March.",
        "The minister told parliament on Monday that troops had left the valley in March.",
        "The president was sworn in on Monday.",
    ],
)
def test_what_is_only_said_found_or_done_by_law_is_a_fact(text: str, read: Read) -> None:
    assert {c.kind.value for c in read(text).candidates} == {"happened"}


@pytest.mark.parametrize(
    ("text", "when", "title"),
    [
        (
            "The mayor testified for three hours before the Senate on Wednesday.",
            "2024-05-01",
            "The mayor testified for three hours before the Senate",
        ),
        (
            "Mr. Acheson testified yesterday before the Foreign Relations Committee.",
            "2024-05-02",
            "Mr. Acheson testified before the Foreign Relations Committee",
        ),
        ("She gave evidence to the inquiry on Monday.", "2024-04-29", "She gave evidence to the inquiry"),
        (
            "Hale will testify on Monday that he paid the aide.",
            "2024-05-06",
            "Hale will testify that he paid the aide",
        ),
        ("He told the judge on Thursday he would appeal by 9 May.", "[..2024-05-09]", "He will appeal"),
        (
            "The general told a committee on Tuesday that the base had closed in March.",
            "2024-03",
            "The base closed",
        ),
    ],
)
def test_giving_evidence_is_an_act_and_dates_nothing_else(
    text: str, when: str, title: str, read: Read
) -> None:
    (one,) = read(text).candidates
    assert (str(one.when), one.title) == (when, title)


def test_testimony_without_a_day_of_its_own_is_no_entry(read: Read) -> None:
    assert not read("Witnesses had queued since dawn. Some testified behind a screen.").candidates
