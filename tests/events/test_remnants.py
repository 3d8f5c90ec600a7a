"""Headlines keep no rest of what was left out, and no verb without what it must have."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

RESTS = [
    # what is said went with its clause
    (
        "In the suburb, somebody dropped off leaflets warning the mosque could bring thousands of strangers.",
        ["Somebody dropped off leaflets"],
    ),
    (
        "Some forty directors of the company signed an open letter on Monday demanding that the chairman "
        "and his two deputies leave at once.",
        ["Some forty directors of the company signed an open letter"],
    ),
    (
        "Swiss and Austrian officials filed objections in March, noting that rules imposed on the bank to "
        "force the sale of its shares would soon be changed by the two neighbours.",
        [
            "Swiss and Austrian officials filed objections",
            "Rules imposed on the bank will soon be changed by the two neighbours",
        ],
    ),
    (  # whole where it fits
        "The firm left on Monday, claiming that the lease was void.",
        ["The firm left, claiming that the lease was void"],
    ),
    # asides of a time that the headline does without
    ("Rowe filed the suit on February 13th, a Friday.", ["Rowe filed the suit"]),
    ("The tower fell on 3 May, a Sunday, and nobody saw it.", ["The tower fell"]),
    ("Rowe had been sought since 3 March, when he failed to answer to his bail.", ["Rowe was sought"]),
    (
        "Tempers rose in January, when the firm began to charge a fee.",
        ["Tempers rose when the firm began to charge a fee"],
    ),
    (
        "The two truces, in August 2022 and November 2023, collapsed.",
        ["The two truces, in August 2022 and November 2023, collapsed"],
    ),
    # a little word that is the verb's
    ("Lund, 41, is to be sworn in Monday.", ["Lund, 41, is to be sworn in"]),
    ("Lund joined in May.", ["Lund joined"]),
    # "one" stands for a noun that the headline does not have
    (
        "In March the army opened a bridge at Tamba in place of the one that the sea carried off.",
        ["The army opened a bridge at Tamba"],
    ),
    (
        "The price is far above the one that the board turned down in March.",
        ["The board turned down the price"],
    ),
    ("Rowe is not the one that the board dismissed in March.", []),
    # a noun and what was done with it; a claim has its own clause
    (
        "Counsel asked for mercy, citing a stroke that his client suffered on 29 March.",
        ["His client suffered a stroke"],
    ),
    (
        "The lawyer told a jury that his client suffered a stroke in March.",
        ["The lawyer told a jury that his client suffered a stroke"],
    ),
]
SHARED = [
    # an object behind the second verb is that of both
    (
        "In March the team excavated and returned some 200 skulls.",
        ["The team excavated and returned some 200 skulls", "The team returned some 200 skulls"],
    ),
    ("In March she resigned and joined the bank.", ["She resigned", "She joined the bank"]),
    ("In March he was arrested and charged with theft.", ["He was arrested and charged with theft"]),
    # of two ways only one is taken
    (
        "The court has until 28 June to confirm or overturn the decision.",
        ["The court has to confirm or overturn the decision"],
    ),
    (
        "The bidder has until 30 June to make a firm offer or walk away.",
        ["The bidder has to make a firm offer or walk away"],
    ),
    (
        "The firm sold the mine or closed the port on Monday.",
        ["The firm sold the mine", "The firm closed the port"],
    ),
    # active behind a passive
    (
        "The editor was questioned on Tuesday but refused to name her source.",
        ["The editor was questioned", "The editor refused to name her source"],
    ),
    (
        "The firm was fined in March and agreed to pay.",
        ["The firm was fined", "The firm agreed to pay"],
    ),
    (
        "The clerk was caught in March and ordered to leave.",
        ["The clerk was caught", "The clerk was ordered to leave"],
    ),
    (  # an auxiliary of its own takes none from before
        "Rowe was charged with theft on Wednesday and is due in court on 22 May.",
        ["Rowe was charged with theft", "Rowe is due in court"],
    ),
    (
        "The king is to receive the envoys today and is expected to dissolve parliament tomorrow.",
        ["The king is to receive the envoys", "The king is expected to dissolve parliament"],
    ),
    ("Three tugs were nonetheless sold in 1977.", ["Three tugs were nonetheless sold"]),
]
WISHED = [
    "Loan terms require that the company achieve certain levels of income.",
    "Rowe proposed that the firm sell the mine.",
    "The union asked that the pit be shut.",
]
ASKED = [
    (
        "The family sent a request on Monday that he be returned to Cuba.",
        ["The family sent a request that he be returned to Cuba"],
    ),
    (
        "Fans demanded the league quit the stadium in March.",
        ["Fans demanded the league quit the stadium in March"],
    ),
    ("The judge ordered on Monday that the pit be shut.", ["The judge ordered that the pit be shut"]),
    ("The survey suggests that prices fell in March.", ["The survey suggests that prices fell"]),
    ("The mayor said that the league quit the stadium in March.", ["The league quit the stadium"]),
]


@pytest.mark.parametrize(("sentence", "titles"), RESTS)
def test_no_rest_stays(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


@pytest.mark.parametrize(("sentence", "titles"), SHARED)
def test_two_verbs_keep_their_own(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


@pytest.mark.parametrize("sentence", WISHED)
def test_what_is_wished_is_not_done(sentence: str, read: Read) -> None:
    assert not [
        c for c in read(sentence).candidates if c.title.startswith(("The company", "The firm", "The pit"))
    ]


@pytest.mark.parametrize(("sentence", "titles"), ASKED)
def test_the_asking_stays(sentence: str, titles: list[str], read: Read) -> None:
    assert [c.title for c in read(sentence).candidates] == titles
