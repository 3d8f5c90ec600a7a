"""Who of the candidates was here before: the lock knows them by the fingerprints of their sentences.

Candidates and lines of the lock are paired one to one, the likest first, so that a sentence that stands
beside a like one is still new. Where an article's text has not changed but sentences are cut otherwise, the
place in the text decides. What the lock does not know may yet stand in the files: the same id, or the same
sentence quoted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.identity import CLOSE_BITS, candidate_id, distance
from timeline.model import Candidate, Event, Kind
from timeline.store.lock import CandidateLine, Fate, Lock, hashed_cues
from timeline.store.quotes import quotes, quotes_words

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Pairing:
    """What became of an article's candidates: `fresh` was never offered.

    `known` are lines of the lock, up to date, each with the candidate that it is of.
    """

    known: tuple[tuple[CandidateLine, Candidate], ...] = ()
    fresh: tuple[Candidate, ...] = ()


def pair(candidates: Sequence[Candidate], known: Sequence[CandidateLine], *, same_text: bool) -> Pairing:
    """Pair an article's candidates with the lines that the lock has of it."""
    pairs = _likest(candidates, known)
    met = [(updated(known[k], candidates[c]), candidates[c]) for c, k in sorted(pairs.items())]
    left = [c for n, c in enumerate(candidates) if n not in pairs]
    if same_text and left:
        left = [c for c in left if not _is_cut_otherwise(c, known)]
    return Pairing(tuple(met), tuple(left))


def _likest(candidates: Sequence[Candidate], known: Sequence[CandidateLine]) -> dict[int, int]:
    """Return the pairs as indexes, one to one, found in order of likeness."""
    pairs: dict[int, int] = {}
    by_print: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, line in enumerate(known):
        by_print[line.print, line.said].append(index)
    for index, candidate in enumerate(
        candidates
    ):  # most have not changed at all: no need to compare all with all
        same = by_print.get((candidate.fingerprint, candidate.said))
        if same:
            pairs[index] = same.pop(0)
    _pair_close(candidates, known, pairs)
    return pairs


def _pair_close(
    candidates: Sequence[Candidate], known: Sequence[CandidateLine], pairs: dict[int, int]
) -> None:
    used = set(pairs.values())
    free = [k for k in range(len(known)) if k not in used]
    close = []
    for c, candidate in enumerate(candidates):
        if c in pairs:
            continue
        for k in free:
            bits = distance(candidate.fingerprint, known[k].print)
            if bits <= CLOSE_BITS:
                moved = abs(candidate.start - known[k].start)
                close.append((bits, candidate.said != known[k].said, moved, c, k))
    for *_, c, k in sorted(close):
        if c not in pairs and k not in used:
            pairs[c] = k
            used.add(k)


def _is_cut_otherwise(candidate: Candidate, known: Iterable[CandidateLine]) -> bool:
    """Tell whether a candidate's sentence is a part of an offered one, or holds one, in the same text."""
    for line in known:
        if (line.start, line.end) == (candidate.start, candidate.end):
            continue  # the same sentence: one more event in it is new
        shared = min(line.end, candidate.end) - max(line.start, candidate.start)
        if shared > _HALF * min(line.end - line.start, candidate.end - candidate.start):
            return True
    return False


def new_line(candidate: Candidate, event: str, fate: Fate = Fate.OFFERED) -> CandidateLine:
    """Return the lock's line for a candidate at first sight."""
    return CandidateLine(
        candidate=candidate.id,
        article=candidate.article,
        event=event,
        fate=fate,
        print=candidate.fingerprint,
        start=candidate.start,
        end=candidate.end,
        kind="" if candidate.kind is Kind.HAPPENED else str(candidate.kind),
        said=candidate.said,
        when=str(candidate.when or ""),
        cues=hashed_cues(_comparable(candidate.cues)),
        names=hashed_cues(_of_kind(candidate.cues, ("actor", "place"))),
        deeds=hashed_cues(_of_kind(candidate.cues, ("trigger",))),
    )


def updated(line: CandidateLine, candidate: Candidate) -> CandidateLine:
    """Return a known line as the article stands now; the interval that was accepted stays.

    Where another is read it stands beside it, with the words that gave the first if the article has others
    now: a publisher who corrects a day changes no entry, and the person is told.
    """
    seen = replace(new_line(candidate, line.event, line.fate), candidate=line.candidate)
    if seen.when == line.when:
        return seen
    before = line.before or (line.said or "none" if seen.said != line.said else "")
    before = "" if before == seen.said else before
    return replace(seen, when=line.when, now=seen.when or "none", before=before)


_HOW = frozenset({"tense", "further"})  # cues of how a thing is told, not of what


def _comparable(cues: Iterable[str]) -> list[str]:
    """Return cues so that a name in one telling equals the same word in another."""
    split = [cue.partition(":") for cue in cues]
    return [f"#{value}" if kind == "number" else value for kind, _, value in split if kind not in _HOW]


def _of_kind(cues: Iterable[str], kinds: Sequence[str]) -> list[str]:
    return [cue.partition(":")[2] for cue in cues if cue.partition(":")[0] in kinds]


@dataclass(slots=True)
class Shelf:
    """What stands in the files and not in the lock: by id, and by the article and sentence that it quotes."""

    ids: set[str]
    quoted: defaultdict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))

    def adopt(self, candidates: Sequence[Candidate], names: Sequence[str]) -> list[str]:
        """Return for each candidate of an article the entry that it is already in, "" where there is none.

        The surest first, since a quote serves once: the same id, then the same words, then like ones. Of two
        sentences that differ in a day and a place the quote is that of the one whose words it has.
        """
        found = [self._by_id(c, names) for c in candidates]
        for is_of in (_has_words_of, _is_like):
            for number, candidate in enumerate(candidates):
                found[number] = found[number] or self._use(candidate, names, is_of)
        return found

    def _by_id(self, candidate: Candidate, names: Sequence[str]) -> str:
        if candidate.id not in self.ids:
            return ""
        self.ids.discard(candidate.id)
        if not self._use(candidate, names, _has_words_of, candidate.id):
            self._use(candidate, names, _is_like, candidate.id)
        return candidate.id

    def _use(
        self,
        candidate: Candidate,
        names: Sequence[str],
        is_of: Callable[[str, Candidate], bool],
        event: str = "",
    ) -> str:
        for name in names:
            for index, (owner, quote) in enumerate(self.quoted.get(name, ())):
                if event in ("", owner) and is_of(quote, candidate):
                    del self.quoted[name][index]
                    return owner
        return ""


def _has_words_of(quote: str, candidate: Candidate) -> bool:
    return quotes_words(quote, candidate.sentence)


def _is_like(quote: str, candidate: Candidate) -> bool:
    return quotes(quote, candidate.sentence, candidate.fingerprint)


def shelf(events: Iterable[Event], lock: Lock) -> Shelf:
    """Return what the files hold beyond the lock."""
    known = {(line.event, line.article) for line in lock.candidates.values() if line.fate is Fate.OFFERED}
    taken = {line.candidate for line in lock.candidates.values()}
    made = Shelf(set())
    for event in events:
        made.ids |= {name for name in (event.id, *event.merged) if name not in taken}
        for source in event.sources:
            if source.article and source.quote and (event.id, source.article) not in known:
                made.quoted[source.article].append((event.id, source.quote))
    return made


def with_free_id(candidate: Candidate, taken: Mapping[str, object] | set[str]) -> Candidate:
    """Return the candidate with an id that nobody has: sentences can move into each other's places."""
    occurrence = candidate.occurrence
    made = candidate
    while made.id in taken:
        occurrence += 1
        made = replace(
            candidate,
            id=candidate_id(candidate.article, candidate.sentence, occurrence),
            occurrence=occurrence,
        )
    return made
