"""What a person should look at: `timeline check`, beyond what stops a file from being read.

Each check is a small function that yields problems; `check` is the list of them. Every problem says what to
do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from timeline.config import Settings
from timeline.identity import candidate_id
from timeline.model import Event, Kind
from timeline.problems import Problem, Severity, Where
from timeline.store.files import State
from timeline.store.lock import CandidateLine
from timeline.store.look import SHOWN, Look, source_node
from timeline.store.not_checked import absent, withheld
from timeline.store.pointers import comments, merged, pointers
from timeline.store.quoted import other_versions, quoted_much, quotes
from timeline.temporal.days import Day

_NAMED = 5  # entries that a message names
_FEW = 3  # plans whose day has passed, or entries without an id, that are told of one by one
_FEWEST_TO_COMPARE = 5  # letters of a name in which one may be wrong


def check(state: State, settings: Settings, today: Day | None) -> tuple[Problem, ...]:
    """Return all that should be looked at; `today` None leaves out what depends on the day."""
    nodes = {entry.event.id: entry.node for entry in state.entries}
    taken = {*state.live, *state.lock.candidates}
    look = Look(state, settings, today, nodes, state.live, taken, _fulfilled(state.timeline.events))
    found: list[Problem] = []
    for event in state.timeline.events:
        for one in (*_OF_AN_ENTRY, pointers, merged, comments):
            found += one(look, event)
    found += [
        *_plans(look),
        *_without_id(look),
        *_retracted(look),
        *withheld(look),
        *absent(look),
        *quoted_much(look),
        *other_versions(look),
        *_drifts(look),
        *_misspelt(look),
    ]
    return tuple(sorted(found, key=lambda p: p.where or Where("")))


def _plans(look: Look) -> Iterator[Problem]:
    """Look for plans whose day has passed: one note where they are many, as in a story that is long over."""
    passed = [event for event in look.state.timeline.events if _has_passed(look, event)]
    few = len(passed) <= _FEW
    others = "" if few else f"; so have the days of {len(passed) - 1} other plans: {_some_ids(passed[1:])}"
    for event in passed if few else passed[:1]:
        hint = f"did it happen? add an entry that says so, with `see: [{event.id}]`, or change `kind`"
        message = f"this was planned for {_day_of(event)}, which has passed{others}"
        yield look.at(event, look.node(event, "kind"), message, hint, Severity.NOTE)


def _has_passed(look: Look, event: Event) -> bool:
    if event.kind is not Kind.PLANNED or event.status not in SHOWN or not (look.today and event.date):
        return False
    last = event.date.last
    return last is not None and last.ordinal < look.today.ordinal and event.id not in look.fulfilled


def _day_of(event: Event) -> str:
    """Write the day of a plan: as it stands, and of a time of several days the last as well."""
    written, last = str(event.date), str(event.date.last) if event.date else ""
    if last.startswith(written):
        return written
    is_end = written.removeprefix("[").startswith("..") or written.startswith("../")
    return f"{last} at the latest" if is_end else f"{written} ({last} at the latest)"


def _fulfilled(events: Iterable[Event]) -> frozenset[str]:
    """Return the ids of entries that an entry of what happened points at, or that point at one."""
    events = tuple(events)
    happened = {e.id for e in events if e.kind is Kind.HAPPENED}
    pointed_at = {name for e in events if e.id in happened for name in e.see}
    return frozenset(pointed_at | {e.id for e in events if happened.intersection(e.see)})


def _retracted(look: Look) -> Iterator[Problem]:
    """Look for entries that rest on nothing but what was taken back: one warning for each retraction."""
    resting: defaultdict[str, list[Event]] = defaultdict(list)
    for event in look.state.timeline.events:
        found = [look.article(s) for s in event.sources if not s.is_new]
        if event.status in SHOWN and found and all(a is not None and a.retracted for a in found):
            resting[", ".join(dict.fromkeys(a.id for a in found if a))].append(event)
    for names, events in resting.items():
        first, *others = events
        several = f"; so do {_some_ids(others)}" if others else ""
        message = f"this entry rests only on what its publisher took back ({names}){several}"
        hint = "find another source, or write `status: withdrawn` with a `notice`"
        yield look.at(first, look.node(first, "sources"), message, hint, Severity.WARNING)


def _some_ids(events: Sequence[Event]) -> str:
    shown = ", ".join(event.id for event in events[:_NAMED])
    return f"{shown} and {len(events) - _NAMED} more" if len(events) > _NAMED else shown


def _new_sources(look: Look, event: Event) -> Iterator[Problem]:
    """Look for sources that the program added and nobody has read."""
    for source in event.sources:
        if source.is_new:
            node = source_node(look, event, source, "status")
            message = "this source was added by the program, and is not shown yet"
            hint = "read it; take out this line to show it, or the whole source: it will not come back"
            yield look.at(event, node, message, hint, Severity.NOTE)


def _without_id(look: Look) -> Iterator[Problem]:
    """Look for entries whose address follows date and title: one note where an import made many."""
    found = [event for event in look.state.timeline.events if _may_get_an_id(event)]
    few = len(found) <= _FEW
    others = "" if few else f"; nor have {len(found) - 1} others: {_some_ids(found[1:])}"
    for event in found if few else found[:1]:
        count = 0
        while (name := candidate_id(event.file, event.title, count)) in look.taken:
            count += 1
        look.taken.add(name)
        message = f"this entry has no id: its address {event.id} changes with its date and title{others}"
        yield look.at(event, look.node(event), message, f"add `id: {name}` to keep it", Severity.NOTE)


def _may_get_an_id(event: Event) -> bool:
    return not event.id_given and bool(event.title) and not (event.date_words and event.date is None)


def _claims(look: Look, event: Event) -> Iterator[Problem]:
    """Look for a claim that does not say whose it is."""
    if event.kind is Kind.CLAIMED and not event.claimed_by and event.status in SHOWN:
        hint = "add `claimed_by:` with who says so"
        yield look.at(
            event, look.node(event, "kind"), "this claim does not say whose it is", hint, Severity.NOTE
        )


def _without_source(look: Look, event: Event) -> Iterator[Problem]:
    """Look for an entry that rests on nobody's word."""
    if not event.sources and event.status in SHOWN and event.date and look.node(event, "sources") is None:
        message = "this entry has no source: readers are told that its date was set by the editors"
        hint = "add one below `sources:`, an article or a title with its publisher"
        yield look.at(event, look.node(event, "title"), message, hint, Severity.NOTE)


_OF_AN_ENTRY = (quotes, _new_sources, _without_source, _claims)


def _drifts(look: Look) -> Iterator[Problem]:
    """Look for words that this program reads otherwise than what was accepted."""
    by_id = {e.id: e for e in look.state.timeline.events}
    for drift in look.state.drifts:
        reading, event = drift.reading, by_id[drift.event]
        message = f"{reading.words!r} was accepted as {drift.accepted}; this program reads {reading.edtf}"
        hint = f"nothing changes by itself: `timeline accept {drift.event}` takes the new reading"
        yield look.problem(event, reading.where, message, hint, Severity.WARNING)
    owners = {name: e for e in look.state.timeline.events for name in (e.id, *e.merged)}
    for line in look.state.lock.candidates.values():
        event_of = owners.get(line.event)
        if line.now and event_of and not _is_followed(line, event_of):
            yield _drifted(look, event_of, line)


def _is_followed(line: CandidateLine, event: Event) -> bool:
    """Tell whether a person has put into the entry what its article says now."""
    return bool(line.before) and str(event.date or "none") == line.now


def _drifted(look: Look, event: Event, line: CandidateLine) -> Problem:
    was, now = ("no date" if edtf in ("", "none") else edtf for edtf in (line.when, line.now))
    if line.before:
        was_said, said = (_quoted(words) for words in (line.before, line.said))
        message = f"{line.article} gave this by {was_said} ({was}); its sentence has {said} now ({now})"
    else:
        words = f"{line.said!r} in {line.article}" if line.said else f"the sentence in {line.article}"
        message = f"{words} gave {was} when this entry was made; this program reads {now}"
    hint = f"change `date:` if you agree; `timeline accept {event.id}` settles it either way"
    return look.at(event, look.node(event, "date"), message, hint, Severity.WARNING)


def _quoted(said: str) -> str:
    return repr(said) if said not in ("", "none") else "no words of time"


def _misspelt(look: Look) -> Iterator[Problem]:
    """Look for names that stand in one entry only, and are like one that stands in several."""
    for key in ("places", "actors", "tags"):
        uses: defaultdict[str, list[tuple[Event, int]]] = defaultdict(list)
        for event in look.state.timeline.events:
            for number, name in enumerate(_names(event, key)):
                uses[name].append((event, number))
        often: defaultdict[str, list[str]] = defaultdict(list)
        for name in (name for name, found in uses.items() if len(found) > 1):
            for shorter in _shortened(name):
                often[shorter].append(name)
        for name, found in uses.items():
            if len(found) > 1 or len(name) < _FEWEST_TO_COMPARE:
                continue
            like = {other for shorter in _shortened(name) for other in often.get(shorter, ())}
            if slips := [other for other in like if _one_slip(name, other)]:
                close = min(slips, key=lambda other: (-len(uses[other]), other))
                event, number = found[0]
                message = f"{name!r} stands here alone, and {close!r} in {len(uses[close])} entries"
                hint = f"if they are the same, write {close}"
                yield look.at(event, look.node(event, key, number), message, hint, Severity.NOTE)


def _names(event: Event, key: str) -> Iterable[str]:
    return [p.name for p in event.places] if key == "places" else getattr(event, key)


def _shortened(name: str) -> set[str]:
    """Return a name and what is left of it without one of its letters.

    Two names that differ by one slip have one of these in common (Mor and Fraenkel 1982), so that no name
    need be held against all others.
    """
    name = name.casefold()
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def _one_slip(one: str, other: str) -> bool:
    """Tell whether two names differ in one letter: put in, left out, changed, or swapped with the next."""
    if one.casefold() == other.casefold():
        return True
    if any(c.isdigit() for c in one + other):  # Airbase 101 and Airbase 201 are two places
        return False
    first, second = sorted((one.casefold(), other.casefold()), key=len)
    start = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(first))
    a, b = first[start:], second[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return len(b) == len(a) + 1 and a == b[1:]
