"""What was corrected and withdrawn in a story, the latest first, for the page that lists it.

`latest_first(events, entries, wording)` takes finished entries by id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from timeline.model import Status
from timeline.public import PublicEvent
from timeline.render.page import Corrected
from timeline.render.views import CorrectionView, EntryView, reference
from timeline.render.wording import Wording


def latest_first(
    events: Sequence[PublicEvent], entries: Mapping[str, EntryView], wording: Wording
) -> tuple[Corrected, ...]:
    """Return the corrections and withdrawals of all entries, the latest first."""
    found = [dated for event in events for dated in _corrected(event, entries[event.id], wording)]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True))


def _corrected(
    event: PublicEvent, entry: EntryView, wording: Wording
) -> Iterator[tuple[tuple[str, str], Corrected]]:
    """Give each correction and withdrawal with what it is sorted by.

    Its day (the entry's last one where it has none), then its id.
    """
    about = reference(event, wording)
    for correction, shown in zip(event.corrections, entry.corrections, strict=True):
        last = correction.date.last if correction.date else None
        yield (last.iso if last else event.updated, event.id), Corrected(about, shown)
    if event.status is Status.WITHDRAWN:
        last = event.withdrawn.last if event.withdrawn else None
        day = last.iso if last else event.updated
        yield (day, event.id), Corrected(about, CorrectionView(entry.badge, entry.notice))
