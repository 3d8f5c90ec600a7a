"""Where a story is: the day and the hour that it has told last."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.events.counting import Told
from timeline.events.led_years import Lead
from timeline.temporal import Mention, When


@dataclass(frozen=True, slots=True)
class Story:
    """Where a story is: what it has `told`, and all `days` and `months` of deeds so far.

    `end` is the offset in the article behind the words that named its day, `spoken` that behind those of any
    time. `hour` is the time of day that was told of its day (see `hours`), `since` the number of sentences
    begun behind them. `today` is the offset behind the report's own day, as it was spoken of last; -1: never.
    `lead` is the time in whose year the paragraph goes on, `named` are all times that name their year.
    """

    told: Told = field(default_factory=Told)
    days: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    spoken: int = 0
    end: int = 0
    hour: str = ""
    since: int = 0
    today: int = -1
    lead: Lead | None = None
    named: tuple[Mention, ...] = ()

    @property
    def day(self) -> When | None:
        """The day of the deed told last."""
        return self.told.day
