"""The machine's file, `content/timeline.lock`: what was read and offered, so that nothing is offered twice.

JSON lines, sorted, with a header that says the format. Of an article's text it holds no words beyond those
that gave a date: sentences stand there as fingerprints, cues as short hashes. Three kinds of line follow the
header: an article as it was when it was last read (with its facts, where an entry cites it), a candidate with
the entry it went to, and what words under `date` were accepted to mean. When two branches are joined in git,
keeping the lines of both sides is right; marks of a conflict are passed over.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from typing import Any

from timeline.problems import CannotStart, Problem, Severity, Where

LOCK_FILE = "content/timeline.lock"
FORMAT = 1
CUE = 6  # hexadecimal digits of a cue's hash: enough to tell cues of one story apart, too few to read it back


class Fate(StrEnum):
    """What became of a candidate."""

    OFFERED = "offered"  # it went into an entry of the person's files, where it may have been deleted since
    LEFT = "left"  # found, and left out because the run had more important ones
    PROPOSED = "proposed"  # found when the lock was lost: it may be new, or deleted
    WANTED = "wanted"  # a person asked for it; the next run offers it


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article as it was when it was last read. `was` are ids that it had before its file was renamed."""

    article: str
    content: str = ""
    text: str = ""
    reader: str = ""
    sketch: str = ""
    url: str = ""
    original: str = ""
    was: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)  # see `facts`


@dataclass(frozen=True, slots=True)
class CandidateLine:
    """A candidate that was offered or left out; `start` and `end` are its place in the article's text."""

    candidate: str
    article: str
    event: str = ""
    fate: Fate = Fate.OFFERED
    print: str = ""
    start: int = 0
    end: int = 0
    kind: str = ""
    said: str = ""
    when: str = ""
    now: str = ""  # what is read now, where it differs from what was accepted (`when`)
    before: str = ""  # the words that gave `when`, where the article has others now; "none" = no words
    cues: str = ""  # all that the sentence tells, hashed; of these:
    names: str = ""  # who and where
    deeds: str = ""  # what was done


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """What the words under an entry's `date` were accepted to mean, read against `anchor`."""

    reading: str
    words: str
    anchor: str
    edtf: str


Line = ArticleLine | CandidateLine | ReadingLine


@dataclass(frozen=True)
class Lock:
    """All lines, by what they are about. `found` tells whether there was a file with any candidate in it."""

    articles: Mapping[str, ArticleLine] = field(default_factory=dict)
    candidates: Mapping[str, CandidateLine] = field(default_factory=dict)
    readings: Mapping[str, ReadingLine] = field(default_factory=dict)
    found: bool = False

    @cached_property
    def by_article(self) -> Mapping[str, tuple[CandidateLine, ...]]:
        """The candidates of each article, in the order of the text."""
        groups: defaultdict[str, list[CandidateLine]] = defaultdict(list)
        for line in self.candidates.values():
            groups[line.article].append(line)
        return {name: tuple(sorted(lines, key=lambda c: (c.start, c.end))) for name, lines in groups.items()}

    @cached_property
    def by_event(self) -> Mapping[str, tuple[CandidateLine, ...]]:
        """The candidates that each entry was made of or got sources from, by the id that it had then."""
        groups: defaultdict[str, list[CandidateLine]] = defaultdict(list)
        for line in self.candidates.values():
            if line.event:
                groups[line.event].append(line)
        return {name: tuple(lines) for name, lines in groups.items()}

    @cached_property
    def now_called(self) -> Mapping[str, str]:
        """The ids that articles had, each with the one they have now."""
        return {old: line.article for line in self.articles.values() for old in line.was}


def read_lock(data: bytes | None) -> tuple[Lock, tuple[Problem, ...]]:
    """Read the lock; what cannot be read is a problem. Raises CannotStart for a format of the future."""
    if data is None:
        return Lock(), ()
    articles: dict[str, ArticleLine] = {}
    candidates: dict[str, CandidateLine] = {}
    readings: dict[str, ReadingLine] = {}
    problems: list[Problem] = []
    for number, raw in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        line = _line(raw, number, problems)
        if isinstance(line, ArticleLine):
            articles[line.article] = line
        elif isinstance(line, CandidateLine):
            # Two branches may know one candidate: what was offered on either side stays offered.
            known = candidates.get(line.candidate)
            if known is None or known.fate is not Fate.OFFERED:
                candidates[line.candidate] = line
        elif isinstance(line, ReadingLine):
            readings.setdefault(line.reading, line)
    return Lock(articles, candidates, readings, found=bool(candidates)), tuple(problems)


def write_lock(lock: Lock) -> bytes:
    """Return the file's bytes; the same lock always gives the same bytes."""
    candidates = sorted(lock.candidates.values(), key=lambda c: (c.article, c.start, c.end, c.candidate))
    lines: list[Line] = [lock.articles[key] for key in sorted(lock.articles)]
    lines += [*candidates, *(lock.readings[key] for key in sorted(lock.readings))]
    header = json.dumps({"format": FORMAT, "note": "kept by timeline: commit it, do not edit it"})
    return "\n".join((header, *(_json(line) for line in lines), "")).encode()


def _json(line: Line) -> str:
    """Write a line without what is empty."""
    data = {key: value for key, needed in _KEYS[type(line)] if (value := getattr(line, key)) or needed}
    return _encoded(data)


def _is_key(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


_KINDS: Mapping[str, type[Line]] = {
    "article": ArticleLine,
    "candidate": CandidateLine,
    "reading": ReadingLine,
}
_encoded = json.JSONEncoder(ensure_ascii=False).encode
_KEYS = {kind: tuple((f.name, _is_key(f)) for f in fields(kind)) for kind in _KINDS.values()}
_FIELDS = {kind: frozenset(f.name for f in fields(kind)) for kind in _KINDS.values()}


def _line(raw: str, number: int, problems: list[Problem]) -> Line | None:
    if not raw.strip() or raw.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return None
    try:
        return _record(json.loads(raw))
    except (ValueError, TypeError):
        hint = "take this line out; what it said will be found again and shown as a proposal, not added"
        where = Where(LOCK_FILE, number, 1)
        problems.append(
            Problem("this line of the lock cannot be read", where, hint, Severity.ERROR, raw[:200])
        )
        return None


def _record(data: dict[str, Any]) -> Line | None:
    if "format" in data:
        _check_format(data["format"])
        return None
    # A candidate names its article too, so that its own key is looked for first.
    kind = _KINDS["candidate" if "candidate" in data else "reading" if "reading" in data else "article"]
    if kind is ArticleLine and "article" not in data:
        raise ValueError
    known = data if data.keys() <= _FIELDS[kind] else {k: v for k, v in data.items() if k in _FIELDS[kind]}
    if "was" in known:
        known["was"] = tuple(known["was"])
    if not isinstance(known.get("facts", {}), dict):
        raise TypeError
    if "fate" in known:
        known["fate"] = Fate(known["fate"])
    return kind(**known)


def _check_format(written: object) -> None:
    if written != FORMAT:
        hint = "a newer version of timeline wrote it: use that one"
        raise CannotStart(Problem(f"the lock has format {written}, not {FORMAT}", Where(LOCK_FILE, 1), hint))


def short_hash(*parts: str) -> str:
    """Return a hash of texts in 16 hexadecimal digits."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def hashed_cues(cues: Iterable[str]) -> str:
    """Return cues as short hashes, sorted and joined: comparable, not readable."""
    return "".join(sorted({_cue(c) for c in cues}))


def _cue(cue: str) -> str:
    return hashlib.blake2b(cue.casefold().encode("utf-8", "surrogatepass"), digest_size=CUE // 2).hexdigest()


def cue_set(joined: str) -> frozenset[str]:
    """Take hashed cues apart again."""
    return frozenset(joined[i : i + CUE] for i in range(0, len(joined), CUE))
