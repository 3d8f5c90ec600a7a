"""What the filters above the timeline offer.

Tags, actors, places, certainty of the date, number of reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.public import PublicEvent
from timeline.render.wording import Wording
from timeline.wording.dates import certainty_of

_MOST_OPTIONS = 80  # the most frequent ones; more than that nobody scrolls through
_CERTAINTIES = (("exact", "exact"), ("coarse", "coarse"), ("bounded", "bounded"), ("by_report", "by_report"))


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value that stands in the address, and its words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One select; its name is the key in the address."""

    name: str
    label: str
    options: tuple[Option, ...]


def choices(events: Sequence[PublicEvent], wording: Wording) -> tuple[Choice, ...]:
    """Return the selects that tell entries apart; one in which all are alike is left out."""
    ui = wording.strings.ui
    made = (
        Choice("tag", ui["tag"], _options(tag for e in events for tag in set(e.tags))),
        Choice("actor", ui["actor"], _options(actor for e in events for actor in set(e.actors))),
        Choice("place", ui["place"], _options(name for e in events for name in {p.name for p in e.places})),
        Choice("certainty", ui["certainty"], _certainties(events, wording)),
        Choice("reports", ui["reports"], _reports(events, wording)),
    )
    return tuple(choice for choice in made if len(choice.options) > (choice.name == "certainty"))


def certainty(event: PublicEvent) -> str:
    """Tell how sharply an entry is placed."""
    return certainty_of(event.date) if event.date else "by_report"


def _options(values: Iterable[str]) -> tuple[Option, ...]:
    counted = Counter(value.replace("|", " ") for value in values)
    frequent = sorted(counted, key=lambda v: (-counted[v], v))[:_MOST_OPTIONS]
    return tuple(Option(v, f"{v} ({counted[v]})") for v in sorted(frequent, key=lambda v: (v.casefold(), v)))


def _certainties(events: Sequence[PublicEvent], wording: Wording) -> tuple[Option, ...]:
    counted = Counter(certainty(e) for e in events)
    ui = wording.strings.ui
    return tuple(Option(key, f"{ui[words]} ({counted[key]})") for key, words in _CERTAINTIES if counted[key])


def _reports(events: Sequence[PublicEvent], wording: Wording) -> tuple[Option, ...]:
    most = max((e.reports for e in events), default=0)
    least = [n for n in (2, 3, 5, 10) if n <= most]
    return tuple(Option(str(n), wording.strings.count("at_least", n)) for n in least)
