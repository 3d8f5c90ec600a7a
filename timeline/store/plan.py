"""What a run would write: new entries, new sources and the new lock, proved and not written yet.

`plan` is pure: it decides what goes into which file, splices, and says what it did in `lines`.
`Plan.diff()` is what `--dry-run` prints, `write` (in `disk`) makes it so.
"""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.config import Settings
from timeline.model import Event, Merge, NewEvent, NewSource, Source, Status
from timeline.problems import Problem
from timeline.store.dump import as_data, source_data
from timeline.store.files import State
from timeline.store.lock import LOCK_FILE, CandidateLine, Fate, Lock, ReadingLine, write_lock
from timeline.store.matching import new_line
from timeline.store.quotes import quotes, shortened
from timeline.store.retold import Offered
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
        return "".join(_diff(path, old, new) for path, (old, new) in self.files.items() if path != LOCK_FILE)


def _diff(path: str, old: bytes | None, new: bytes) -> str:
    before, after = ([*_lines(data)] for data in (old or b"", new))
    name = path if old is not None else "/dev/null"
    return "".join(difflib.unified_diff(before, after, name, path))


def _lines(data: bytes) -> Iterator[str]:
    for line in data.decode("utf-8", "replace").splitlines(keepends=True):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def plan(state: State, seen: Unseen, merge: Merge, *, limit: int | None = 100) -> Plan:
    """Return what a run writes: `limit` new entries at the most, and all that a person asked for."""
    chosen = _choose(state, seen, merge, limit)
    additions, refusing = _additions(state, chosen)
    files, problems, refused = _spliced(state, additions)
    kept = chosen.without(refusing(refused))
    lock = _lock(state, seen, kept)
    files |= _lock_file(state, lock)
    added = len(kept.events) + len(kept.sources)
    return Plan(state.settings, files, tuple(problems), tuple(_report(seen, kept)), added)


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
    lines = [f"{known} entries are there already"] if known else []
    return Plan(state.settings, files, tuple(problems), tuple(lines), 0 if refused else len(fresh))


# which candidates go in


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What is to be added, what is left for later, and what tells a deleted entry (with its line)."""

    events: tuple[NewEvent, ...]
    sources: tuple[NewSource, ...]
    left: tuple[NewEvent, ...]
    retold: tuple[tuple[NewEvent, CandidateLine], ...]
    known: tuple[NewSource, ...] = ()

    def without(self, refused: Iterable[object]) -> _Chosen:
        """Take out what could not be written."""
        gone = {id(item) for item in refused}
        return replace(
            self,
            events=tuple(e for e in self.events if id(e) not in gone),
            sources=tuple(s for s in self.sources if id(s) not in gone),
        )


def _choose(state: State, seen: Unseen, merge: Merge, limit: int | None) -> _Chosen:
    offered = Offered(state.lock, state.timeline.events, state.timeline.articles)
    wanted, usual, retold = [], [], []
    moved: list[NewSource] = []
    for new in merge.new_events:
        if any(c.id in seen.wanted for c in new.candidates):
            wanted.append(new)
        elif (line := next(filter(None, map(offered.told_by, new.candidates)), None)) is None:
            usual.append(new)
        elif owner := offered.now_in(line):
            moved += _sources_for(owner, new)
        else:
            retold.append((new, line))
    room = len(usual) if limit is None else limit
    events = [_as_draft(new, state.settings) for new in (*wanted, *usual[:room])]
    by_id = {e.id: e for e in state.timeline.events}
    news = [s for s in (*merge.new_sources, *moved) if s.event_id in by_id]
    fresh = _once(
        _as_new(state, by_id[s.event_id], s) for s in news if not _is_there(state, by_id[s.event_id], s)
    )
    known = [s for s in news if s.candidate.id not in {f.candidate.id for f in fresh}]
    ids = state.live | {new.event.id for new in events}
    events = [
        replace(n, event=replace(n.event, see=tuple(i for i in n.event.see if i in ids))) for n in events
    ]
    return _Chosen(tuple(events), tuple(fresh), tuple(usual[room:]), tuple(retold), tuple(known))


def _sources_for(event: Event, new: NewEvent) -> Iterator[NewSource]:
    """Turn a new entry into sources of the one that took over what it tells."""
    for candidate in new.candidates:
        own = [s for s in new.event.sources if s.article == candidate.article]
        said = (s for s in own if quotes(s.quote, candidate.sentence, candidate.fingerprint))
        source = next(said, own[0] if own else Source(article=candidate.article))
        differs = candidate.when is not None and candidate.when != event.date
        yield NewSource(event.id, replace(source, date=candidate.when if differs else source.date), candidate)


def _once(news: Iterable[NewSource]) -> list[NewSource]:
    """Leave out sources that would stand twice at one entry: two events of a sentence may tell it both."""
    first: dict[tuple[str, str, str], NewSource] = {}
    for new in news:
        first.setdefault((new.event_id, new.source.article, new.source.quote), new)
    return list(first.values())


def _as_draft(new: NewEvent, settings: Settings) -> NewEvent:
    sources = tuple(_with_short_quote(s, settings) for s in new.event.sources)
    return replace(new, event=replace(new.event, status=Status.DRAFT, id_given=True, sources=sources))


def _with_short_quote(source: Source, settings: Settings) -> Source:
    return replace(source, quote=shortened(source.quote, settings.quote_words))


def _as_new(state: State, event: Event, new: NewSource) -> NewSource:
    """Mark a source that comes to an entry that a person has read."""
    source = _with_short_quote(new.source, state.settings)
    return replace(new, source=replace(source, is_new=event.status is not Status.DRAFT))


def _is_there(state: State, event: Event, new: NewSource) -> bool:
    """Tell whether an entry cites this sentence already."""
    candidate = new.candidate
    same = (
        s for s in event.sources if s.article and state.renamed.get(s.article, s.article) == candidate.article
    )
    return any(quotes(s.quote, candidate.sentence, candidate.fingerprint) for s in same if s.quote)


# into which files


def _additions(state: State, chosen: _Chosen) -> tuple[dict[str, list[Addition]], _Refusing]:
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

    by_addition: list[tuple[str, Addition, Sequence[object]]] = field(default_factory=list)

    def __call__(self, refused: Sequence[tuple[str, Addition]]) -> list[object]:
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
        result = splice(begun, path, wanted)
        problems += result.problems
        refused += [(path, addition) for addition in result.refused]
        if result.data != begun:
            files[path] = (old, result.data)
            if old is None and not (state.settings.project / SCHEMA_COPY).exists():
                files[SCHEMA_COPY] = (None, schema_text().encode())
    return files, problems, refused


# the lock


def _lock(state: State, seen: Unseen, chosen: _Chosen) -> Lock:
    candidates = dict(state.lock.candidates)
    candidates |= {line.candidate: line for line in seen.lines}
    candidates |= {line.candidate: line for line in _new_lines(seen, chosen)}
    fresh = {line.article: line for line in seen.articles}
    gone = {old for line in seen.articles for old in line.was}
    articles = {name: line for name, line in state.lock.articles.items() if name not in gone} | fresh
    return Lock(articles, candidates, _readings(state))


def _new_lines(seen: Unseen, chosen: _Chosen) -> Iterator[CandidateLine]:
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


# what is said about it


def _report(seen: Unseen, chosen: _Chosen) -> Iterator[str]:
    events = _count(chosen.events)
    sources = Counter(s.candidate.article for s in chosen.sources) + _joined(chosen.events)
    left, told = _count(chosen.left), _count(new for new, _ in chosen.retold)
    known = Counter(line.article for line in seen.lines)
    for extraction in seen.extractions:
        name = extraction.article
        parts = [
            _some(events[name], "new entry", "new entries"),
            _some(
                sources[name],
                "source for an entry of another article",
                "sources for entries of other articles",
            ),
            _some(left[name], "left out for now", "left out for now"),
            _some(told[name], "tells a deleted entry", "tell deleted entries"),
            _some(known[name], "known already", "known already"),
            _some(_passed_over(extraction.sentences), "sentence passed over", "sentences passed over"),
        ]
        yield f"{name}: {', '.join(filter(None, parts)) or 'nothing found'}"
    yield from _afterwards(seen, chosen)


def _afterwards(seen: Unseen, chosen: _Chosen) -> Iterator[str]:
    for new, line in chosen.retold:
        first = new.candidates[0]
        again = line.event or first.id
        order = f"timeline restore {again}" if line.event else f"timeline take {again}"
        yield f"{first.article} tells a deleted entry ({new.event.title}): `{order}` brings it back"
    if chosen.left:
        count = len(chosen.left)
        yield f"{count} more were left out: `timeline candidates` lists them, `timeline take ID` adds one"
    if seen.proposed:
        count = len(seen.proposed)
        yield (
            f"the lock was lost and is made again from the files; {count} findings are in no entry, and are "
            "not added, because they may have been deleted: `timeline candidates` lists them, `timeline take "
            "ID` adds one"
        )


def _count(news: Iterable[NewEvent]) -> Counter[str]:
    return Counter(new.candidates[0].article for new in news)


def _joined(news: Iterable[NewEvent]) -> Counter[str]:
    """Count the articles that tell a new entry after the one that it was made from."""
    return Counter(
        name for new in news for name in {c.article for c in new.candidates} - {new.candidates[0].article}
    )


def _passed_over(sentences: Iterable[object]) -> int:
    return sum(not getattr(s, "taken", ()) for s in sentences)


def _some(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
