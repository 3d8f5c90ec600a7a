"""The public view of a timeline: which entries readers get, and what of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.config import Settings
from timeline.model import Article, Event, Kind, Status, Timeline
from timeline.public.records import PublicEvent, PublicSource, PublicTimeline
from timeline.public.sources import count_reports, earliest, sources_of


def public_view(timeline: Timeline, settings: Settings, *, with_drafts: bool | None = None) -> PublicTimeline:
    """Return what readers may see, sorted for the page.

    `with_drafts` overrides `publish:` (the preview shows drafts). Order: first possible moment, "before X" by
    X, coarser before finer, then the order of the files; a plan stands before what came of it.
    """
    drafts_shown = settings.publish == "drafts" if with_drafts is None else with_drafts
    shown = [e for e in timeline.events if _is_public(e, drafts_shown=drafts_shown)]
    known = {e.id for e in shown}
    events = [_public_event(e, timeline.articles, known) for e in shown]
    events = _plans_first(sorted(events, key=_order))
    return PublicTimeline(
        events=tuple(events),
        drafts=sum(e.status is Status.DRAFT for e in shown),
        hidden_drafts=0 if drafts_shown else sum(e.status is Status.DRAFT for e in timeline.events),
        updated=max((e.updated for e in events), default=""),
    )


def _is_public(event: Event, *, drafts_shown: bool) -> bool:
    if event.status is Status.HIDDEN:
        return False
    return drafts_shown or event.status is not Status.DRAFT


def _order(event: PublicEvent) -> tuple[object, ...]:
    when = event.date or event.reported
    return (0, *when.sort_key) if when else (1,)


def _plans_first(events: Sequence[PublicEvent]) -> list[PublicEvent]:
    """Put each plan before the entry of the same time that tells what came of it: one names the other."""
    sorted_so = list(events)
    place = {event.id: n for n, event in enumerate(events)}
    for event in events:
        for name in (n for n in event.see if n in place):
            pair = (event, events[place[name]])
            plan, outcome = pair if event.kind is Kind.PLANNED else reversed(pair)
            if (
                plan.kind is Kind.PLANNED
                and outcome.kind is Kind.HAPPENED
                and _order(plan) == _order(outcome)
            ):
                _put_before(sorted_so, plan, outcome)
    return sorted_so


def _put_before(events: list[PublicEvent], plan: PublicEvent, outcome: PublicEvent) -> None:
    if events.index(plan) > events.index(outcome):
        events.remove(plan)
        events.insert(events.index(outcome), plan)


def _public_event(event: Event, articles: Mapping[str, Article], known: set[str]) -> PublicEvent:
    withdrawn = event.status is Status.WITHDRAWN
    sources = () if withdrawn else sources_of(event, articles)
    return PublicEvent(
        id=event.id,
        title=event.title,
        date=event.date,
        reported=earliest(sources) if sources else None,
        date_note="" if withdrawn else event.date_note,
        text="" if withdrawn else event.text,
        kind=event.kind,
        claimed_by=event.claimed_by,
        status=event.status,
        is_found=event.is_found,
        notice=event.notice,
        withdrawn=event.withdrawn if withdrawn else None,
        places=() if withdrawn else event.places,
        actors=() if withdrawn else event.actors,
        tags=() if withdrawn else event.tags,
        image=None if withdrawn else event.image,
        corrections=event.corrections,
        merged=event.merged,
        see=tuple(i for i in event.see if i in known),
        sources=sources,
        reports=count_reports(sources),
        conflict=_in_conflict(event, sources),
        updated=_updated(event, sources),
    )


def _in_conflict(event: Event, sources: tuple[PublicSource, ...]) -> bool:
    given = {str(s.says) for s in sources if s.says}
    return len(given) > 1 or bool(given and event.date and given != {str(event.date)})


def _updated(event: Event, sources: tuple[PublicSource, ...]) -> str:
    taken_back = [s.retracted.date for s in sources if s.retracted]
    dates = [
        *(s.published for s in sources),
        *taken_back,
        *(c.date for c in event.corrections),
        event.withdrawn,
    ]
    return max((w.last.iso for w in dates if w and w.last), default="")
