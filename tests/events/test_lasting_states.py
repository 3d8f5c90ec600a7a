"""How things were, what somebody wished, and what a deed means: none of them is an entry without a day."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024; no sentence is the first of its article.
STATES = [
    "Her years at the club were marked by injuries",
    "The trade was dominated by two families",
    "Most of the land was concentrated in the hands of the abbey",
    "The captain was determined to hold the bridge",
    "The regime was characterised by fear",
    "The crew was so shaken that it wept",
    "The keeper was very frightened",
    "The neighbours were too tired to speak",
    "The crown still controlled the ports",
    "The family still owned the mill",
    "Exports outpaced imports",
    "The strikers outnumbered the guards",
    "The pamphlets articulated a new idea",
    "The senator likened the tax to a robbery",
    "The board realised its mistake",
    "The analyst expected the firm to earn 30 cents a share",
    "The parents wanted the school to call a doctor",
    "Petrov declared",
    "The minister pledged",
    '"He must go home," said his sister',
    "The union says the plant would be closed",
]
DEEDS = [
    ("They still won", "They still won"),
    ("The council still voted against the plan", "The council still voted against the plan"),
    ("The ship was driven ashore", "The ship was driven ashore"),
    ("The two boys were rescued", "The two boys were rescued"),
    ("The town was badly damaged", "The town was badly damaged"),
    ("The minister pledged 3 million crowns", "The minister pledged 3 million crowns"),
    ("The general declared a state of emergency", "The general declared a state of emergency"),
    ("The court decided", "The court decided"),
    ("The board asked the manager to leave the club", "The board asked the manager to leave the club"),
    ("A few dozen farmers blocked the road", "A few dozen farmers blocked the road"),
    ("A few hundred students stormed the gate", "A few hundred students stormed the gate"),
    ("Ada Rowe became chief executive of the bank", "Ada Rowe became chief executive of the bank"),
    ("Holm became the first woman mayor of Arl", "Holm became the first woman mayor of Arl"),
    ("The bill has become law", "The bill has become law"),
    ("The firm said Ms Rowe will become chairman", "Ms Rowe will become chairman"),
    ("The union said the plant would be closed", "The plant will be closed"),
]
NO_POSTS = [
    "He became a rich man",
    "The village became a suburb of Arl",
    "The nights became cold",
    "Few farmers blocked the road",
    "Few of the students left the hall",
]
MEANINGS = [
    ("The firm cut its dividend, a move that will save 40 million crowns.", "The firm cut its dividend"),
    ("The club sold its keeper, a decision that will cost 12 jobs.", "The club sold its keeper"),
    ("The bank raised its rate, a step that will hit borrowers.", "The bank raised its rate"),
    ("The firm shut a plant, a measure which closed two suppliers.", "The firm shut a plant"),
]


def _titles(read: Read, text: str) -> list[str]:
    return [c.title for c in read(f"The paper has the story. {text}").candidates]


@pytest.mark.parametrize("sentence", [*STATES, *NO_POSTS])
def test_a_state_or_a_wish_is_no_event(read: Read, sentence: str) -> None:
    assert _titles(read, f"{sentence}.") == []


@pytest.mark.parametrize(("sentence", "title"), DEEDS)
def test_a_deed_beside_such_words_is_one(read: Read, sentence: str, title: str) -> None:
    assert _titles(read, f"{sentence}.") == [title]


@pytest.mark.parametrize(("sentence", "title"), MEANINGS)
def test_what_a_deed_means_is_not_told_beside_it(read: Read, sentence: str, title: str) -> None:
    assert _titles(read, sentence) == [title]


def test_a_move_with_its_own_day_is_told(read: Read) -> None:
    told = _titles(read, "The firm cut 40 jobs, a move that split the council on Monday.")
    assert any("split" in title for title in told)


def test_the_first_time_is_told_once(read: Read) -> None:
    told = _titles(read, "The year marked the first time that women were admitted.")
    assert told == ["The year marked the first time that women were admitted"]


def test_a_state_with_its_day_is_kept(read: Read) -> None:
    assert _titles(read, "The land was concentrated in two estates in 1910.") != []
