"""Where clauses begin: forms that describe a noun, what somebody has done to another, and who "it" is."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024.
DESCRIBED = [
    (
        "Seven engineers held hostage by rebels were released on Thursday.",
        "Seven engineers held hostage by rebels were released",
    ),
    (
        "Two women kept prisoner by a farmer were freed on Monday.",
        "Two women kept prisoner by a farmer were freed",
    ),
    ("A pilot held captive in the hills escaped on Monday.", "A pilot held captive in the hills escaped"),
    ("Rebels held two engineers hostage in 2019.", "Rebels held two engineers hostage"),
    (
        "The ministry announced rules designed to change the way homes are taxed.",
        "The ministry announced rules designed to change the way homes are taxed",
    ),
    (
        "The council announced a fund aimed at small shops.",
        "The council announced a fund aimed at small shops",
    ),
    (
        "The firm changed the way the meters are read.",
        "The firm changed the way the meters are read",
    ),
    ("An order to keep birds indoors took effect on Monday.", "An order to keep birds indoors took effect"),
    (
        "Arland urged all Balkan states to sign the treaty.",
        "Arland urged all Balkan states to sign the treaty",
    ),
    ("The mayor asked both city councils to meet.", "The mayor asked both city councils to meet"),
]
HAD_DONE = [
    ("The general had him jailed in 1910.", "The general had him jailed"),
    ("Petrov had Rowe thrown out on Monday.", "Petrov had Rowe thrown out"),
    ("The bank had them arrested in March.", "The bank had them arrested"),
    ("The abbot had Jon Holm flogged in 1310.", "The abbot had Jon Holm flogged"),
]
NOT_HAD_DONE = [
    ("The town had three mills built in 1990.", "Three mills were built"),
    ("The mayor had the car towed on Monday.", "The car was towed"),
]
WHO = [
    (
        "The agency said that once Rowe arrives in Arl it will begin the transfer of the boy.",
        "The agency will begin the transfer of the boy",
    ),
    (
        "The firm said that once the court decides on the case it will close the plant.",
        "The firm will close the plant",
    ),
]
NOT_TOLD = [
    "The king is remembered for the mills he built.",
    "The book tells of the town they left.",
    "She spoke about the house he built.",
]


def _told(read: Read, text: str) -> list[str]:
    return [c.title for c in read(text).candidates]


@pytest.mark.parametrize(("sentence", "title"), [*DESCRIBED, *HAD_DONE, *NOT_HAD_DONE, *WHO])
def test_one_deed_with_its_whole_subject(read: Read, sentence: str, title: str) -> None:
    assert _told(read, sentence) == [title]


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_what_says_which_noun_is_no_deed(read: Read, sentence: str) -> None:
    assert _told(read, f"The paper has the story. {sentence}") == []


def test_what_was_found_out_is_of_the_men_sent(read: Read) -> None:
    told = _told(
        read,
        "The minister set up a panel to ascertain how the party, which was seized in May, had been sent.",
    )
    assert "The minister had been sent" not in told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [("The mayor offered to resign.", True), ("The owner offered to help.", False)],
)
def test_to_offer_a_deed_is_one(read: Read, sentence: str, *, told: bool) -> None:
    assert bool(_told(read, f"The paper has the story. {sentence}")) is told
