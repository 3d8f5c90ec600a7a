"""The record of a time expression found in a text: what `find` gives."""

from typing import Literal, NamedTuple

from timeline.temporal.edtf import When
from timeline.temporal.expression import Expression
from timeline.temporal.interval import Grain

Direction = Literal["past", "future", ""]


class Mention(NamedTuple):
    """A time expression in a text, with what it means there.

    `start` and `end` are code points into the text. `type`, `value`, `mod`, `quant` and `freq` are those of
    TIMEX3 for the words alone; `when` takes in the `signal` before them ("since 2018" is 2018/..). The two
    mentions of a range carry the same number in `range`. `assumed` says in words what the text did not say
    itself; `unread` holds words that seem to belong here and were not understood.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    when: When | None = None
    signal: str | None = None
    signal_start: int | None = None
    range: int | None = None
    rules: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    unread: str | None = None
    expression: Expression | None = None
    direction: Direction = ""
    grain: Grain | None = None

    @property
    def is_turned_by_tense(self) -> bool:
        """Whether the words name no year or week, so that the tense of the clause chose among several."""
        return any(one.startswith("direction") for one in self.assumed)
