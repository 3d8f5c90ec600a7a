"""Clauses read right: what is the subject of which verb, who says what; told by the headlines."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read


def _titles(read: Read, sentence: str) -> list[str]:
    return [c.title for c in read(sentence).candidates]


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # an -ing form right before a verb is its subject
        (
            "After the first death, in March 2019, testing was halted for a month.",
            ["Testing was halted for a month"],
        ),
        ("On Monday, voting began in the north.", ["Voting began in the north"]),
        (
            "In the old town, shelling killed two nurses on Monday.",
            ["Shelling killed two nurses"],
        ),
        ("The driver, sobbing, was led away on Monday.", ["The driver, sobbing, was led away"]),
        ("The crew, working at night, was hit by a train on Monday.", ["The crew was hit by a train"]),
        # a verb behind a long apposition is the verb, not an aside, where only who says it follows
        (
            "Two envoys of the bank, Ann Roe and Karl Ode, left for Arl on Monday, the paper said.",
            ["Two envoys of the bank, Ann Roe and Karl Ode, left for Arl"],
        ),
        (
            "The dam, built in 1954, was opened on Monday, the ministry said.",
            ["The dam was built", "The dam was opened"],
        ),
        # an aside with a form of its own, and the verb behind it
        (
            "Orda, a maker of tyres based in Arl, was sold on Monday.",
            ["Orda, a maker of tyres based in Arl, was sold"],
        ),
        ("Roe, the owner, founded the firm in 1990.", ["Roe, the owner, founded the firm"]),
        # what was found to be so
        (
            "The car was recovered in May and found empty.",
            ["The car was recovered", "The car was found empty"],
        ),
        ("She was tried in May and found guilty.", ["She was tried", "She was found guilty"]),
        # a time between an article and its noun opens nothing
        ("A clerk said the current rule was changed on Monday.", ["The rule was changed"]),
        ("Officials said in the past year prices fell.", ["Prices fell"]),
        # a form behind a governed noun describes it
        ("The club had hinted at a sale in remarks made last week by its owner.", []),
        # somebody of a place, one of many, and a name with an age
        (
            "Mr Ode, a former mayor of Brill who joined the board in 2013, resigned.",
            ["A former mayor of Brill joined the board"],
        ),
        ("The guard freed one of two men who were held on Monday.", ["Two men were held"]),
        ("One of the men, who was held on Monday, confessed.", ["One of the men was held"]),
        ("Jan Ode, 56, who joined the mill in 1974, spoke.", ["Jan Ode joined the mill"]),
    ],
)
def test_the_verb_finds_its_subject(read: Read, sentence: str, titles: list[str]) -> None:
    assert [t for t in _titles(read, sentence) if t in titles] == titles
    assert len(_titles(read, sentence)) <= len(titles) + 1


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        ("That trial, Ascend, enrolled 126 boys in 2019.", ["That trial, Ascend, enrolled 126 boys"]),
        ("That man was arrested on Friday.", ["That man was arrested"]),
        (
            "The court has backed the firm, but that ruling was put on hold on Monday.",
            ["The court has backed the firm", "That ruling was put on hold"],
        ),
        (
            "The ministry said that the bridge was closed and that traffic was diverted on Monday.",
            ["The bridge was closed", "Traffic was diverted"],
        ),
        ("That the bank failed in 2008 surprised nobody.", ["The bank failed"]),
        ("It is true that the boat sank on Monday.", ["The boat sank"]),
        ("It is clear that the mayor left on Monday.", ["The mayor left"]),
        ("It was the mayor that closed the bridge on Monday.", ["The mayor closed the bridge"]),
        ("It was in March that the bridge closed.", ["The bridge closed"]),
        ("It is possible that the boat sank on Monday.", []),
        ("It is unlikely that the mayor left on Monday.", []),
        ("It is not true that the boat sank on Monday.", []),
        ("It is untrue that the boat sank on Monday.", []),
        ("It is a pity that the mayor left.", []),
    ],
)
def test_that_points_opens_or_weighs(read: Read, sentence: str, titles: list[str]) -> None:
    assert _titles(read, sentence) == titles


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        # two subjects of what is said
        (
            "Orda said its car finance and leasing business grew by a third in March.",
            ["Orda's car finance and leasing business grew by a third"],
        ),
        ("Police said a man and a woman were arrested on Monday.", ["A man and a woman were arrested"]),
        (
            "The envoy said in Arl the nurses and other captives left on Monday.",
            ["The nurses and other captives left"],
        ),
        ("The mayor said goodbye and left on Monday.", ["The mayor left"]),
        # back to who speaks: a past form cannot share "must"
        (
            "The court ruled that he must go and fined him 300 crowns on Monday.",
            ["The court fined him 300 crowns"],
        ),
        (
            "The judge said that the firm must pay, and jailed its head on Monday.",
            ["The judge jailed its head"],
        ),
        ("The court had ruled that the boy must go, and set Friday as the deadline.", []),
        # nobody says it, between commas
        (
            "The jury, it will be recalled, returned its verdict on 2 April.",
            ["The jury returned its verdict"],
        ),
        ("The mill, it will be remembered, was rebuilt in 1889.", ["The mill was rebuilt"]),
        (
            "On Monday he called the two to his house and, it is said, locked the door.",
            ["He locked the door"],
        ),
        ("The dam, the minister told parliament on Monday, was built in 1954.", ["The dam was built"]),
        ("The plan, Roe told a meeting of the board in May, was dropped in 2019.", ["The plan was dropped"]),
        ("The mayor, who told the board on Monday, was sacked in 2019.", ["The mayor was sacked"]),
        ("On Monday, it was closed, and the staff left.", ["It was closed", "The staff left"]),
        # the time of an opening clause, and the subject behind it
        (
            "Since the firm stopped flying on 29 January the Authority has flown home 600 people.",
            ["The firm stopped flying", "The Authority has flown home 600 people"],
        ),
        # what was announced stands behind its time
        (
            "The row eased after Roe announced on Monday that the firm was for sale.",
            ["Roe announced that the firm was for sale"],
        ),
    ],
)
def test_what_is_said_and_who_goes_on(read: Read, sentence: str, titles: list[str]) -> None:
    found = _titles(read, sentence)
    assert [t for t in found if t in titles] == titles
    assert not any(
        t.startswith("The boy must be set") or "it is said" in t.casefold() for t in found if t in titles
    )


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Indeed, Orda seemed to hint at a sale in a note on Monday.", "Orda"),
        ("Mr. Ode accused the bank of hiding the loss in May.", "Mr. Ode"),
        ("Gov. Ellen Tranby alleged that the firm lied in May.", "Gov. Ellen Tranby"),
        ("But the union alleged that the firm lied in May.", "the union"),
        ('"The shop was robbed in May," alleged Dr. Roe.', "Dr. Roe"),
        ("It is alleged that the firm lied in May.", ""),
        ("The firm sold the car in May, it was claimed.", ""),
    ],
)
def test_who_claims_it(read: Read, sentence: str, speaker: str) -> None:
    assert {c.claimed_by for c in read(sentence).candidates if c.kind == "claimed"} == {speaker}
