"""Whether two articles tell one story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.stories import Stories
from timeline.model import Article

Make = Callable[..., Article]

SLUICE = (
    "The sluice below the old mill burst on Monday and drowned two anglers. Water tore the footbridge "
    "from its piers and filled the cellars of a dozen cottages. Firemen pumped until dawn. The keeper had"
    " warned the water board of rust in the gate last autumn, and the board had promised a survey. Nobody"
    " came. A survey of all sluices has now been ordered, and the keeper, who lost his dog, wants the "
    "board's chairman to answer questions in public."
)
SAME_STORY = (
    "Two anglers were swept away when a rusty sluice gate gave way below the mill. The footbridge is "
    "gone, its piers stand alone, and cottages lie deep in mud after cellars were filled with water. The "
    "water board admits that its keeper wrote of rust in autumn. Its chairman has ordered a survey of "
    "every sluice, but will not answer questions, a spokeswoman said, until the firemen have finished "
    "pumping and both families have buried their dead."
)
OTHER_STORY = (
    "A chess champion lost her crown in the final round to a schoolboy of fifteen. He offered a draw "
    "twice, was refused, and won an endgame of knights that lasted seven hours. Spectators stood on "
    "benches. The federation paid him his prize in coins because its account was frozen last spring, and "
    "his mother counted them at the table. The champion shook his hand, asked for a rematch and left by "
    "the kitchen to avoid photographers waiting in the hall."
)


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        (SLUICE, SAME_STORY, 1),
        (SLUICE, OTHER_STORY, 0),
        (SAME_STORY, OTHER_STORY, 0),
        ("A sluice burst on Monday.", "The sluice burst.", 0),  # too few words to tell
    ],
)
def test_articles_without_names_are_known_by_their_words(
    first: str, second: str, answer: int, article: Make
) -> None:
    one, other = article(first, "one"), article(second, "two")
    assert Stories({"one": one, "two": other}).shared("one", "two") == answer
    assert Stories({"one": one, "two": other}).shared("two", "one") == answer
