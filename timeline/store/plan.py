"""What a run would write: new entries, new sources and the new lock, proved and not written yet.

`plan` is pure: it decides what goes into which file, splices, and says what it did in `lines`.
`Plan.diff()` is what `--dry-run` prints, `write` (in `disk`) makes it so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.config import Settings
from timeline.model import Event, Merge, NewEvent, NewSource
from timeline.problems import Problem
from timeline.store.choosing import Chosen, choose
from timeline.store.dump import as_data, source_data
from timeline.store.facts import with_facts
from timeline.store.files import State
from timeline.store.insertions import unified
from timeline.store.lock import LOCK_FILE, CandidateLine, Fate, Lock, ReadingLine, write_lock
from timeline.store.matching import new_line
from timeline.store.reporting import report
from timeline.store.schema import SCHEMA_COPY, first_line, schema_text
from timeline.store.splice import Addition, splice
from timeline.store.unseen import Unseen
from timeline.yamltext import Mapping as Keys
from timeline.yamltext import Sequence as List


@dataclass(frozen=True, slots=True)
class Plan:
    """Files to write, each with the bytes that it had (None: it was not there) and will have."""

    settings: Settings
    files: Mapping[str, tuple[bytes | None, bytes]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    added: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not self.files

    def diff(self) -> str:
        """Return the exact change to the person's files, as a unified diff."""
        own = (LOCK_FILE, SCHEMA_COPY)
        return "".join(_diff(path, old, new) for path, (old, new) in self.files.items() if path not in own)


def _diff(path: str, old: bytes | None, new: bytes) -> str:
    before, after = ([*_lines(data)] for data in (old or b"", new))
    name = path if old is not None else "/dev/null"
    return "".join(unified(before, after, name, path))


def _lines(data: bytes) -> Iterator[str]:
    for line in re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8", "replace")):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def plan(state: State, seen: Unseen, merge: Merge, *, limit: int | None = 100) -> Plan:
    """Return what a run writes: `limit` new entries at the most, and all that a person asked for."""
    chosen = choose(state, seen, merge, limit)
    additions, refusing = _additions(state, chosen)
    files, problems, refused = _spliced(state, additions)
    left_out = refusing(refused)
    kept = chosen.without(left_out)
    lock = _lock(state, seen, kept, {name for item in left_out for name in _articles_of(item)})
    files |= _lock_file(state, lock)
    added = len(kept.events) + len(kept.sources)
    return Plan(state.settings, files, tuple(problems), tuple(report(seen, kept, state.articles)), added)


def plan_entries(state: State, entries: Sequence[Event]) -> Plan:
    """Return what an import writes: the entries that are not there yet, into the file for new ones."""
    here = {(str(e.date or ""), e.title) for e in state.timeline.events}
    fresh = [
        e
        for e in entries
        if (str(e.date or ""), e.title) not in here and not (e.id_given and e.id in state.live)
    ]
    path = f"content/{state.settings.new_events}"
    additions = {path: [Addition(tuple(as_data(e) for e in fresh))]} if fresh else {}
    files, problems, refused = _spliced(state, additions)
    known = len(entries) - len(fresh)
    lines = [f"{known} {'entry is' if known == 1 else 'entries are'} there already"] if known else []
    return Plan(state.settings, files, tuple(problems), tuple(lines), 0 if refused else len(fresh))


# into which files


def _additions(state: State, chosen: Chosen) -> tuple[dict[str, list[Addition]], _Refusing]:
    additions: defaultdict[str, list[Addition]] = defaultdict(list)
    makes = _Refusing()
    if chosen.events:
        path = f"content/{state.settings.new_events}"
        addition = Addition(tuple(as_data(new.event) for new in chosen.events))
        additions[path].append(addition)
        makes.by_addition.append((path, addition, chosen.events))
    by_event: defaultdict[str, list[NewSource]] = defaultdict(list)
    for source in chosen.sources:
        by_event[source.event_id].append(source)
    for entry in state.entries:
        news = by_event.get(entry.event.id)
        if news:
            index = _index_in_file(state, entry.event.file, entry.node)
            addition = Addition(tuple(source_data(n.source) for n in news), "sources", index)
            additions[entry.event.file].append(addition)
            makes.by_addition.append((entry.event.file, addition, tuple(news)))
    return additions, makes


@dataclass(slots=True)
class _Refusing:
    """Which new entries or sources each addition would have made."""

    by_addition: list[tuple[str, Addition, Sequence[NewEvent | NewSource]]] = field(default_factory=list)

    def __call__(self, refused: Sequence[tuple[str, Addition]]) -> list[NewEvent | NewSource]:
        """Return what the refused additions would have made."""
        return [item for path, one, made in self.by_addition if (path, one) in refused for item in made]


def _index_in_file(state: State, path: str, node: Keys) -> int:
    root = state.documents[path].root
    entries = root.get("events") if isinstance(root, Keys) else None
    items = entries.items if isinstance(entries, List) else ()
    return next(n for n, item in enumerate(items) if item is node)


def _spliced(
    state: State, additions: Mapping[str, Sequence[Addition]]
) -> tuple[dict[str, tuple[bytes | None, bytes]], list[Problem], list[tuple[str, Addition]]]:
    files: dict[str, tuple[bytes | None, bytes]] = {}
    problems: list[Problem] = []
    refused: list[tuple[str, Addition]] = []
    for path, wanted in additions.items():
        old = state.files.get(path)
        begun = first_line(path) if old is None else old
        result = splice(begun, path, wanted, None if old is None else state.documents.get(path))
        problems += result.problems
        refused += [(path, addition) for addition in result.refused]
        if result.data != begun:
            files[path] = (old, result.data)
            if old is None and not (state.settings.project / SCHEMA_COPY).exists():
                files[SCHEMA_COPY] = (None, schema_text().encode())
    return files, problems, refused


# the lock


def _articles_of(item: NewEvent | NewSource) -> Iterator[str]:
    candidates = item.candidates if isinstance(item, NewEvent) else (item.candidate,)
    yield from (candidate.article for candidate in candidates)


def _lock(state: State, seen: Unseen, chosen: Chosen, unread: set[str]) -> Lock:
    """Return the new lock; articles in `unread` hold what could not be written, and are read again."""
    candidates = dict(state.lock.candidates)
    candidates |= {line.candidate: line for line in seen.lines}
    candidates |= {line.candidate: line for line in _new_lines(seen, chosen)}
    fresh = {line.article: line for line in seen.articles if line.article not in unread}
    gone = {old for line in fresh.values() for old in line.was}
    articles = {name: line for name, line in state.lock.articles.items() if name not in gone} | fresh
    articles = with_facts(articles, state.articles, _cited(state, chosen))
    return Lock(articles, candidates, _readings(state))


def _cited(state: State, chosen: Chosen) -> set[str]:
    """Return the ids of the articles that entries cite after this run."""
    here = (source for event in state.timeline.events for source in event.sources)
    fresh = (source for new in chosen.events for source in new.event.sources)
    named = {s.article for s in (*here, *fresh, *(new.source for new in chosen.sources))}
    return named | {state.renamed[name] for name in named if name in state.renamed}


def _new_lines(seen: Unseen, chosen: Chosen) -> Iterator[CandidateLine]:
    for new in chosen.events:
        yield from (new_line(c, new.event.id) for c in new.candidates)
    for source in (*chosen.sources, *chosen.known):
        yield new_line(source.candidate, source.event_id)
    for new in chosen.left:
        yield from (new_line(c, new.event.id, Fate.LEFT) for c in new.candidates)
    for new, line in chosen.retold:
        yield from (new_line(c, line.event, line.fate) for c in new.candidates)
    for candidate in seen.proposed:
        yield new_line(candidate, "", Fate.PROPOSED)


def _readings(state: State) -> dict[str, ReadingLine]:
    """Return what words under `date` are accepted to mean: as before, and as read now where they are new."""
    made = {}
    accepted = {drift.event: drift.accepted for drift in state.drifts}
    for entry in state.entries:
        if reading := entry.reading:
            edtf = accepted.get(entry.event.id, reading.edtf)
            made[reading.key] = ReadingLine(reading.key, reading.words, reading.anchor, edtf)
    return made


def _lock_file(state: State, lock: Lock) -> dict[str, tuple[bytes | None, bytes]]:
    old = state.files.get(LOCK_FILE)
    new = write_lock(lock)
    if new == old or (old is None and not (lock.articles or lock.candidates or lock.readings)):
        return {}
    return {LOCK_FILE: (old, new)}
