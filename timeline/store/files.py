"""Reading all that a person has in hand: the event files and the lock, as one `State`.

Entries come in the order of their files (`events.yaml` first, then `events/*.yaml` by name) and of each file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline.config import Settings
from timeline.identity import MADE_ID
from timeline.model import Article, Timeline
from timeline.problems import Problem, Where
from timeline.store.dates import Reading
from timeline.store.entries import Entry, read_entries, where_of
from timeline.store.facts import stand_ins, with_known_twins
from timeline.store.fields import parse_when
from timeline.store.lock import LOCK_FILE, Lock, read_lock
from timeline.store.sketch import renamed
from timeline.store.sources import Library
from timeline.yamltext import Document, parse, problem_at

SUFFIXES = (".yaml", ".yml")
HISTORY = ".timeline/history"


@dataclass(frozen=True, slots=True)
class Drift:
    """Words under `date` that this program reads otherwise than what was accepted."""

    event: str
    reading: Reading
    accepted: str


@dataclass(frozen=True, slots=True)
class State:
    """All that stands in the person's files and the lock. `files` are the bytes that were read, by path.

    `lost`: a lock should know these entries and is not there; `lock` is then an older one, or empty.
    """

    settings: Settings
    timeline: Timeline
    problems: tuple[Problem, ...]
    lock: Lock
    files: Mapping[str, bytes] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    drifts: tuple[Drift, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    lost: bool = False

    @property
    def live(self) -> frozenset[str]:
        """The ids of all entries, and those that they took over."""
        return frozenset(name for e in self.timeline.events for name in (e.id, *e.merged))

    @property
    def articles(self) -> dict[str, Article]:
        """The articles by the ids that they have now."""
        return {a.id: a for a in self.timeline.articles.values()}


def load(settings: Settings, articles: Iterable[Article]) -> State:
    """Read the event files and the lock of a project; what is wrong in them is in `problems`.

    Raises CannotStart for a lock written by a newer program.
    """
    problems: list[Problem] = []
    files = _read_files(settings, problems)
    lock_data = _read_file(settings, settings.project / LOCK_FILE, problems)
    lock, found = read_lock(lock_data)
    problems += found
    by_id = {a.id: a for a in articles}
    names = _renamed(by_id, lock)
    by_id = _with_absent(by_id, lock, names)
    documents = {path: parse(data, path) for path, data in files.items()}
    entries: list[Entry] = []
    library = Library(by_id, names, settings.content / "articles", lock.articles, lock.candidates)
    for document in documents.values():
        read, found = read_entries(document, library)
        problems += [*document.problems, *found]
        entries += read
    own = _with_own_addresses(entries)
    lost = not lock.found and _should_have_lock(settings, own, by_id, documents)
    if lost:
        lock = _last_kept_lock(settings) or lock
    entries, drifts = _accepted(_with_finder(own, lock, lost=lost), lock)
    problems += _used_twice(entries, documents)
    problems += _emptied(settings, documents, lock)
    events = tuple(e.event for e in entries)
    if lock_data is not None:
        files = {**files, LOCK_FILE: lock_data}
    return State(
        settings=settings,
        timeline=Timeline(events, by_id | {old: by_id[new] for old, new in names.items()}),
        problems=tuple(sorted(problems, key=lambda p: p.where or Where(""))),
        lock=lock,
        files=files,
        documents=documents,
        entries=tuple(entries),
        drifts=tuple(drifts),
        renamed=names,
        lost=lost,
    )


def event_files(settings: Settings) -> list[Path]:
    """Return the event files of a project, in their order."""
    single = [settings.content / f"events{suffix}" for suffix in SUFFIXES]
    folder = settings.content / "events"
    many = sorted(p for p in folder.iterdir() if _is_event_file(p)) if folder.is_dir() else []
    return [p for p in single if p.is_file()] + many


def _is_event_file(path: Path) -> bool:
    return path.suffix in SUFFIXES and not path.name.startswith(".") and path.is_file()


def shown(settings: Settings, path: Path) -> str:
    """Return a path as problems show it: below the project folder, with slashes."""
    return path.relative_to(settings.project).as_posix()


def _read_files(settings: Settings, problems: list[Problem]) -> dict[str, bytes]:
    read = {shown(settings, path): _read_file(settings, path, problems) for path in event_files(settings)}
    return {path: data for path, data in read.items() if data is not None}


def _read_file(settings: Settings, path: Path, problems: list[Problem]) -> bytes | None:
    """Return a file's bytes, None where it is not there or must not be read."""
    where = Where(shown(settings, path))
    if not path.resolve().is_relative_to(settings.project.resolve()):
        hint = "put the file itself there: nothing outside of the project folder is read"
        problems.append(Problem("this link leads out of the project folder", where, hint))
        return None
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        problems.append(
            Problem(f"this file cannot be read: {error.strerror}", where, "check its permissions")
        )
        return None


def _renamed(articles: Mapping[str, Article], lock: Lock) -> dict[str, str]:
    """Return the ids that articles had, each with the one that they have now."""
    fresh = renamed(articles, lock.articles)
    steps = {**lock.now_called, **fresh}
    names = {}
    for old, step in steps.items():
        now = fresh.get(step, step)
        if old not in articles and now in articles:
            names[old] = now
    return names


def _with_absent(articles: dict[str, Article], lock: Lock, names: Mapping[str, str]) -> dict[str, Article]:
    """Add the articles whose files are not here, as far as the lock knows them."""
    absent = {a.id: a for a in stand_ins(lock.articles, {*articles, *names})}
    return {**with_known_twins(articles, lock.articles, absent), **absent} if absent else articles


def _with_own_addresses(entries: Iterable[Entry]) -> list[Entry]:
    """Give a number to entries that have no id and share date and title, in the order of the files."""
    taken: set[str] = {e.event.id.casefold() for e in entries if e.event.id_given}
    made = []
    for entry in entries:
        event = entry.event
        if not event.id_given:
            name, count = event.id, 1
            while name in taken:
                count += 1
                name = f"{event.id}-{count}"
            taken.add(name)
            entry = replace(entry, event=replace(event, id=name))  # noqa: PLW2901 - the same entry, addressed
        made.append(entry)
    return made


def _with_finder(entries: Iterable[Entry], lock: Lock, *, lost: bool) -> list[Entry]:
    """Tell which entries the program made: the lock knows their ids; without it, their form tells."""
    made = (
        e.event.id in lock.candidates or (lost and MADE_ID.fullmatch(e.event.id) is not None) for e in entries
    )
    return [
        entry if entry.event.is_found is found else replace(entry, event=replace(entry.event, is_found=found))
        for entry, found in zip(entries, made, strict=True)
    ]


def _accepted(entries: Iterable[Entry], lock: Lock) -> tuple[list[Entry], list[Drift]]:
    """Give dates in words the interval that was accepted for them."""
    kept, drifts = [], []
    for entry in entries:
        reading = entry.reading
        line = lock.readings.get(reading.key) if reading else None
        if reading and line and (line.words, line.anchor) == (reading.words, reading.anchor):
            if line.edtf != reading.edtf:
                drifts.append(Drift(entry.event.id, reading, line.edtf))
            entry = replace(entry, event=replace(entry.event, date=parse_when(line.edtf)))  # noqa: PLW2901
        kept.append(entry)
    return kept, drifts


def _used_twice(entries: Iterable[Entry], documents: Mapping[str, Document]) -> list[Problem]:
    """Say which ids stand at two entries; addresses differ in more than the size of letters."""
    first: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        for name in (entry.event.id, *entry.event.merged):
            other = first.setdefault(name.casefold(), entry)
            if other is entry:
                continue
            message = f"the id {name!r} stands at another entry too, in {where_of(other)}"
            hint = "give one of them another id; an id under `merged` may not be an entry of its own any more"
            document = documents[entry.event.file]
            problems.append(problem_at(document, entry.node.get("id") or entry.node, message, hint))
    return problems


def _emptied(settings: Settings, documents: Mapping[str, Document], lock: Lock) -> Iterator[Problem]:
    """Refuse event files without a word in them, or none, where the last run saw entries.

    An editor that crashed, a full disk or a wrong `rm` does that. To go on would take the site down.
    """
    cited = sum(bool(line.facts) for line in lock.articles.values())
    if not cited or any(document.root or document.problems for document in documents.values()):
        return
    path = next(iter(documents), "content/events.yaml")
    what = "is empty" if documents else "is gone"
    kept = sorted((settings.project / HISTORY).glob(f"*/{path}"))
    old = f"; {shown(settings, kept[-1])} is how it was before the last write" if kept else ""
    hint = f"put it back (git, your editor){old}. If no entry is to stay, write `events: []` in it"
    message = f"this file {what}, and entries that cite {cited} articles stood in it at the last run"
    yield Problem(message, Where(path), hint)


def _should_have_lock(
    settings: Settings,
    entries: Iterable[Entry],
    articles: Mapping[str, Article],
    documents: Mapping[str, Document],
) -> bool:
    """Tell whether there was a lock: entries rest on articles, or this program has written one here."""
    ours = any(source.article in articles for entry in entries for source in entry.event.sources)
    return ours or (bool(documents) and _was_here(settings))


def _was_here(settings: Settings) -> bool:
    """Tell whether this program has written a lock in this folder before."""
    kept = (settings.project / HISTORY).glob("*/files.json")
    return any(LOCK_FILE in named.read_text(encoding="utf-8") for named in kept)


def _last_kept_lock(settings: Settings) -> Lock | None:
    """Return the newest lock that was kept before a write: older than the lost one, better than none."""
    for path in sorted((settings.project / HISTORY).glob(f"*/{LOCK_FILE}"), reverse=True):
        lock, problems = read_lock(path.read_bytes())
        if lock.found and not problems:
            return lock
    return None
