"""Which way a clause looks, and that it does not matter who has asked before."""

from random import Random

import pytest
from hostile_lines import KINDS
from news_sentences import article

from timeline.temporal.tense import Clauses
from timeline.temporal.words import Words, cut

DIRECTIONS = [
    ("The court sat on |Monday| and rose at noon.", "past"),
    ("The court will sit on |Monday|.", "future"),
    ("The lock opened. The ferries will sail on |Friday|.", "future"),  # a sentence ends
    ("He said that the ferries will sail on |Friday|.", "future"),  # the nearer one
    ("They sail on |Friday|, the captain said.", "past"),
    ("Ferries on |Friday|", ""),
    ("The lock opened.\n\nFerries on |Friday|", ""),  # a paragraph ends
]


def marked(sentence: str) -> tuple[Words, int, int]:
    """Take the bars out, and give the words with those between the bars."""
    before, inside, after = sentence.split("|")
    start = len(cut(before).forms)
    return cut(before + inside + after), start, start + len(cut(inside).forms)


@pytest.mark.parametrize(("sentence", "expected"), DIRECTIONS)
def test_direction(sentence: str, expected: str) -> None:
    words, start, end = marked(sentence)
    assert Clauses("en", words).direction(start, end)[0] == expected


def test_any_past_in_the_paragraph_counts_within_sixty_words() -> None:
    for words_between, expected in ((10, True), (50, True), (59, True), (60, False), (80, False)):
        words, start, end = marked("closed" + " low" * words_between + " |May| low")
        assert Clauses("en", words).tells_past(start, end) is expected
        words, start, end = marked("low |May|" + " low" * words_between + " closed")
        assert Clauses("en", words).tells_past(start, end) is expected
    words, start, end = marked("It closed.\n\nIn |May|\n\nIt closed.")
    assert not Clauses("en", words).tells_past(start, end)


TEXTS = [article(Random(seed), 1500) for seed in range(3)]  # noqa: S311 -- nothing is kept secret here
TEXTS += [kind(800) for kind in KINDS.values()]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_the_answer_is_the_same_whoever_asked_before(text: str) -> None:
    """In the order of the text, against it, and of somebody who has never been asked."""
    words = cut(text)
    places = range(0, len(words.forms) - 1, 3)

    def answers(clauses: Clauses, at: int) -> tuple[object, ...]:
        verbs = clauses.direction(at, at + 1, verbs_only=True)
        return clauses.direction(at, at + 1), verbs, clauses.tells_past(at, at + 1)

    asked = Clauses("en", words)
    forward = {at: answers(asked, at) for at in places}
    asked = Clauses("en", words)
    assert {at: answers(asked, at) for at in reversed(places)} == forward
    assert {at: answers(Clauses("en", words), at) for at in places[::7]} == {
        at: forward[at] for at in places[::7]
    }
