"""Claims told in the present without "that", nouns that look like them, and what counsel puts."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024.
CLAIMS = [
    ("A nurse claims a door was locked in March.", "A nurse claims that a door was locked"),
    (
        "Union head Hal Skene claims Norfell drew up a list in January.",
        "Union head Hal Skene claims that Norfell drew up a list",
    ),
    ("The bank claims customers were warned in March.", "The bank claims that customers were warned"),
    ("Rebels claim the army shelled the valley on Monday.", "Rebels claim that the army shelled the valley"),
    (
        "The rebels claim government troops shelled the valley on Monday.",
        "The rebels claim that government troops shelled the valley",
    ),
    (
        "Residents claim the council sold the field in 2019.",
        "Residents claim that the council sold the field",
    ),
    ("The Courier claims Rowe met the buyer in March.", "The Courier claims that Rowe met the buyer"),
    (
        "The family claims the hospital lost the file in March.",
        "The family claims that the hospital lost the file",
    ),
    ("Ada Rowe claims the crew fled on Monday.", "Ada Rowe claims that the crew fled"),
    ("Campaigners claim a wall was cut in March.", "Campaigners claim that a wall was cut"),
]
NOUNS = [
    ("The insurance claims rose in March.", "The insurance claims rose"),
    ("The claims a lawyer made were rejected on Monday.", "The claims were rejected"),
    ("Two claims against the city were settled on Monday.", "Two claims against the city were settled"),
    ("Prison escapes rose in March.", "Prison escapes rose"),
    ("Rowe was freed on liberal terms on Monday.", "Rowe was freed on liberal terms"),
    ("The bank's audits found a gap of 3 million in March.", "The bank's audits found a gap of 3 million"),
    ("The boiler burst in March.", "The boiler burst"),
    ("The tram burst into flames on Monday.", "The tram burst into flames"),
]
PLEADED = [
    "Counsel put it to her that she forged the letter in March.",
    "Mr Fyfe submitted that the crew broke the lamp in March.",
    "Counsel for the owners submitted on Monday that the master sank her.",
    "The defence put it to him that he took the keys in March.",
]
DONE = [
    ("The firm submitted a bid on Monday.", "The firm submitted a bid"),
    ("The crew put the fire out on Monday.", "The crew put the fire out"),
    ("The firm put the plant up for sale.", "The firm put the plant up for sale"),
]
TOLD_BY = [
    (
        "Meanwhile, as Coast Radio's Ada Rowe reports, miners began a march on Monday.",
        "Miners began a march",
    ),
    ("As the Courier's Jon Holm notes, the mill closed on Monday.", "The mill closed"),
    ("On Monday, as Jon Holm reports, two trams collided.", "Two trams collided"),
]


@pytest.mark.parametrize(("sentence", "title"), CLAIMS)
def test_a_claim_in_the_present_is_a_claim(read: Read, sentence: str, title: str) -> None:
    (told,) = read(sentence).candidates
    assert (told.kind.value, told.title) == ("claimed", title)


@pytest.mark.parametrize(("sentence", "title"), [*NOUNS, *DONE, *TOLD_BY])
def test_a_noun_is_no_verb_of_saying(read: Read, sentence: str, title: str) -> None:
    assert [(c.kind.value, c.title) for c in read(sentence).candidates] == [("happened", title)]


@pytest.mark.parametrize("sentence", PLEADED)
def test_what_counsel_puts_is_only_said(read: Read, sentence: str) -> None:
    assert [c.kind.value for c in read(sentence).candidates] == ["claimed"]
