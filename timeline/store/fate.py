"""What a person decides about findings: take one left out, restore a deleted one, accept a new reading.

Each writes the lock alone. The words of a candidate stand in its article and not in the lock, so that what is
taken or restored is offered by the next run, which reads that article again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model import Article
from timeline.problems import CannotStart, Problem
from timeline.store.disk import write
from timeline.store.files import State
from timeline.store.lock import LOCK_FILE, CandidateLine, Fate, Lock, short_hash, write_lock
from timeline.store.plan import Plan
from timeline.store.retold import is_deleted
from timeline.yamltext import nearest

_WHY = {
    Fate.LEFT: "left out: a run adds the most important entries only (`--top N`, `--all`)",
    Fate.PROPOSED: "found again after the lock was lost: they are in no entry, and may have been deleted",
}
ALL = "all"


def candidates(state: State) -> tuple[str, ...]:
    """Return a line for each finding that is in no entry and was not deleted: id, date, article, sentence.

    What most reports tell comes first, then in the order of articles and sentences.
    """
    found = sorted(_left(state), key=lambda c: (c.article, c.start, c.candidate))
    if not found:
        return ("nothing was left out",)
    groups: dict[str, list[CandidateLine]] = {}
    for line in found:
        groups.setdefault(line.event or line.candidate, []).append(line)
    by_weight = sorted(groups.values(), key=lambda lines: -_reports(state, lines))
    return tuple(_shown(state, lines[0], len(lines)) for lines in by_weight)


def why_left(state: State) -> tuple[str, ...]:
    """Return a line for each reason for which findings are in no entry, with their number."""
    counts = Counter(line.fate for line in _left(state))
    return tuple(f"{counts[fate]} {why}" for fate, why in _WHY.items() if counts[fate])


def _left(state: State) -> list[CandidateLine]:
    return [line for line in state.lock.candidates.values() if line.fate in _WHY]


def _reports(state: State, lines: Iterable[CandidateLine]) -> int:
    """Count who reports it: articles that share a publisher, an origin or their text are one."""
    told = ((line.article, _article(state, line)) for line in lines)
    return len({(a.origin or a.publisher or a.twin_of if a else "") or name for name, a in told})


def _shown(state: State, line: CandidateLine, times: int) -> str:
    words = _sentence(state, line) + (f" (told {times} times)" if times > 1 else "")
    when = line.when or "no date"
    kind = f" ({line.kind})" if line.kind else ""
    return f"{line.candidate}  {when}{kind}  {line.article}: {words}"


def _sentence(state: State, line: CandidateLine) -> str:
    """Return the sentence where the article has it still; the lock itself holds no words."""
    article = _article(state, line)
    if article is None or article.absent:
        return "(the text of this article is not here)"
    known = state.lock.articles.get(line.article)
    if known is None or known.text != short_hash(article.text):
        return "(this article has changed; run `timeline extract`)"
    return " ".join(article.text[line.start : line.end].split())


def _article(state: State, line: CandidateLine) -> Article | None:
    return state.timeline.articles.get(line.article)


def take(state: State, ids: Sequence[str]) -> tuple[str, ...]:
    """Ask for findings that were left out; `all` asks for all. Raises CannotStart for an unknown id."""
    lines = state.lock.candidates
    open_ids = [name for name, line in lines.items() if line.fate in _WHY]
    wanted = open_ids if list(ids) == [ALL] else list(ids)
    for name in wanted:
        if name not in lines:
            raise CannotStart(_unknown(name, open_ids, "`timeline candidates` lists what was left out"))
        if lines[name].fate not in (*_WHY, Fate.WANTED):
            raise CannotStart(_not_open(state, lines[name]))
    together = {lines[name].event or name for name in wanted}
    found = [c for c in lines.values() if c.candidate in wanted or (c.fate in _WHY and c.event in together)]
    return _want(state, found)


def _not_open(state: State, line: CandidateLine) -> Problem:
    if line.event in state.live:
        return Problem(
            f"{line.candidate} is in the entry {line.event} already", hint="there is nothing to take"
        )
    hint = f"`timeline restore {line.event}` brings it back"
    return Problem(f"{line.candidate} was offered, and its entry was deleted", hint=hint)


def restore(state: State, ids: Sequence[str]) -> tuple[str, ...]:
    """Ask for deleted entries or sources again. Raises CannotStart for an id that is unknown, or there."""
    live = state.live
    found: dict[str, CandidateLine] = {}
    for name in ids:
        lines = _lines_of(state, name, live)
        if not lines:
            known = [c.event for c in state.lock.candidates.values() if is_deleted(c, live)]
            hint = "an entry that you wrote yourself is in your version control, or in .timeline/history/"
            raise CannotStart(_unknown(name, known, hint) if name not in live else _is_there(state, name))
        found |= {line.candidate: line for line in lines}
    return _want(state, list(found.values()))


def _lines_of(state: State, name: str, live: frozenset[str]) -> list[CandidateLine]:
    lines = state.lock.candidates
    if name not in live:
        gone = [c for c in lines.values() if name in (c.event, c.candidate) and is_deleted(c, live)]
        if gone:
            return gone
    own = lines.get(name)
    return [own] if own and own.event in live and own.event != name and not _is_cited(state, own) else []


def _is_cited(state: State, line: CandidateLine) -> bool:
    """Tell whether the entry still cites the article that a candidate is from."""
    event = next((e for e in state.timeline.events if line.event in (e.id, *e.merged)), None)
    names = {line.article, *(old for old, now in state.renamed.items() if now == line.article)}
    return event is not None and any(s.article in names for s in event.sources)


def _is_there(state: State, name: str) -> Problem:
    event = next((e for e in state.timeline.events if name in (e.id, *e.merged)), None)
    return Problem(f"{name} is not deleted", event.where if event else None, "there is nothing to restore")


def _unknown(name: str, known: Iterable[str], hint: str) -> Problem:
    close = nearest(name, known)
    return Problem(f"nothing is known of {name!r}", hint=f"did you mean {close}? {hint}" if close else hint)


def _want(state: State, lines: Iterable[CandidateLine]) -> tuple[str, ...]:
    said = []
    changed = {}
    for line in lines:
        article = _article(state, line)
        if article is None or article.absent:
            said.append(
                f"{line.candidate}: the text of its article {line.article} is not here: put the file back, "
                "or ask who has it"
            )
            continue
        changed[line.candidate] = replace(line, fate=Fate.WANTED, event="")
        said.append(f"{line.candidate}: the next run adds it ({line.article})")
    _write(state, replace_lines(state.lock, changed.values()))
    return tuple(said)


def accept(state: State, ids: Sequence[str]) -> tuple[str, ...]:
    """Take what this program reads in the words of entries, in place of what was accepted before."""
    lock, said = state.lock, []
    for name in ids:
        drifts = [d for d in state.drifts if d.event == name]
        lines = [c for c in lock.candidates.values() if c.now and name in (c.event, c.candidate)]
        if not drifts and not lines:
            raise CannotStart(_nothing_to_accept(state, name))
        for drift in drifts:
            key = drift.reading.key
            changed = replace(lock.readings[key], edtf=drift.reading.edtf)
            lock = Lock(lock.articles, lock.candidates, {**lock.readings, key: changed}, lock.found)
            said.append(
                f"{name}: {drift.reading.words!r} is {drift.reading.edtf} now, no longer {drift.accepted}"
            )
        lock = replace_lines(lock, map(_accepted, lines))
        said += [_settled(name, line) for line in lines]
    _write(state, lock)
    return tuple(said)


def _accepted(line: CandidateLine) -> CandidateLine:
    return replace(line, when="" if line.now == "none" else line.now, now="", before="")


def _settled(name: str, line: CandidateLine) -> str:
    now = "no date" if line.now == "none" else line.now
    return (
        f"{name}: {line.said!r} in {line.article} is read as {now}; change `date:` in the entry if you agree"
    )


def _nothing_to_accept(state: State, name: str) -> Problem:
    if name not in state.live:
        return _unknown(name, state.live, "`timeline check` shows what is read otherwise now")
    return Problem(f"the words of {name} are read as before", hint="there is nothing to accept")


def replace_lines(lock: Lock, lines: Iterable[CandidateLine]) -> Lock:
    """Return the lock with some candidates' lines changed."""
    changed = {line.candidate: line for line in lines}
    return Lock(lock.articles, {**lock.candidates, **changed}, lock.readings, lock.found)


def _write(state: State, lock: Lock) -> None:
    old, new = state.files.get(LOCK_FILE), write_lock(lock)
    if new != old:
        write(Plan(state.settings, {LOCK_FILE: (old, new)}))
