"""Deeds that are counted from an event which the article dates elsewhere."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.temporal import When

# Published on Friday 3 May 2024: a text, words of a headline, its day ("": none).
COUNTED = [
    # The same noun, the verb of the noun, a deed of the same kind.
    (
        "The vote was held on 12 March. The minister resigned two days before the vote.",
        "resigned",
        "2024-03-10",
    ),
    ("Members voted on 12 March. The minister resigned two days before the vote.", "resigned", "2024-03-10"),
    (
        "Commandos stormed the embassy on 18 April. The hostages flew home two days after the assault.",
        "flew",
        "2024-04-20",
    ),
    ("The ferry sank on 9 February. Her owners met the day after the sinking.", "met", "2024-02-10"),
    (
        "The merger was announced on 4 March. Shares fell the day after the announcement.",
        "fell",
        "2024-03-05",
    ),
    (
        "The tower collapsed on 5 March. Two days following the collapse, the mayor quit.",
        "quit",
        "2024-03-07",
    ),
    (
        "The slide came down on 18 April. Two hikers were killed on the day of the slide.",
        "killed",
        "2024-04-18",
    ),
    ("The fire broke out on 4 March. The road has been shut since the fire.", "shut", "2024-03-04/.."),
    # An event of the article that stands behind it.
    (
        "The minister resigned two days before the vote. The vote was held on 12 March.",
        "resigned",
        "2024-03-10",
    ),
    # Of what has begun nobody knows when it was over.
    ("The trial began on 4 March. A witness was shot two days after the trial.", "shot", ""),
    ("The trial began on 4 March. A witness was shot two days before the trial.", "shot", "2024-03-02"),
    # No event, or two, or one of which more is said.
    ("He quit a day after the vote.", "quit", ""),
    (
        "A vote was held on 4 March. Another vote was held on 9 March. He quit a day after the vote.",
        "quit",
        "",
    ),
    ("The vote was held on 4 March. He quit a day after the vote on the budget.", "quit", ""),
    ("The vote was held on 4 March. He quit a day after the second vote.", "quit", ""),
    ("The vote was held in March. He quit a day after the vote.", "quit", ""),
    ("The vote was held on 4 March. He quit a day after a vote.", "quit", ""),
    # No whole number of days.
    ("The ferry sank on 9 February. The captain was arrested hours after the sinking.", "arrested", ""),
    (
        "The ferry sank on 9 February. The captain was arrested nearly a week after the sinking.",
        "arrested",
        "",
    ),
    # What did not happen dates nothing, and a time of its own goes first.
    ("The vote was not held on 4 March. He quit a day after the vote.", "quit", ""),
    ("The vote was held on 4 March. On Tuesday, a month after the vote, he quit.", "quit", "2024-04-30"),
]


@pytest.mark.parametrize(("text", "words", "day"), COUNTED, ids=[t for t, _, _ in COUNTED])
def test_a_deed_counted_from_a_dated_event(text: str, words: str, day: str, read: Read) -> None:
    days = [c.when for c in read(text).candidates if words in c.title]
    assert days == [When.parse(day) if day else None]
