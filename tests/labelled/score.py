"""Score the event room against the labelled articles: events found, days, merging, invented dates.

    python tests/labelled/score.py tests/labelled/events/own        # figures, and every error
    python tests/labelled/score.py --figures tests/labelled/events/fresh
    python tests/labelled/score.py --one-by-one --figures tests/labelled/events/fresh  # as articles come in

What counts as found is said in README.md ("Scoring"); in short:

* An entry matches a label when its evidence sentence overlaps the labelled one, their kinds are equal, and
  it is about the labelled clause: of the labels of that sentence it takes the one whose clause shares most
  of its content words with the entry's title, at least a quarter (and whose days are its days, where two
  clauses share as many). Each label is taken by one entry.
* Recall counts keys with a `core: true` label per article; finding any of a key's sentences finds it.
  Precision counts entries: right are those that match a core label, wrong those that match none; those that
  match a background label count neither way.
* Days are compared for entries that match a label with a time, `accept` included.
* A date is invented when the matched label has none, and no label of its key has that date.
* Pairs: over all matched entries of the set, each two of one key should be in one merged entry, each two of
  different keys in two.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from timeline import events
from timeline.config import Settings
from timeline.model import Article, Candidate, Event, Timeline
from timeline.temporal import When

ENOUGH = 0.25
FUNCTION_WORDS = frozenset(
    [
        "the",
        "and",
        "but",
        "was",
        "were",
        "has",
        "had",
        "have",
        "been",
        "who",
        "which",
        "that",
        "will",
        "for",
        "with",
        "from",
    ]
)

Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Label:
    """One label of an article."""

    sentence: str
    clause: str
    kind: str
    days: Days
    same: str
    core: bool
    accept: tuple[Days, ...] = ()

    @property
    def is_dated(self) -> bool:
        return self.days != (None, None)


@dataclass(slots=True)
class Figures:
    """What came out, with the errors in words."""

    right: int = 0
    wrong: int = 0
    keys: int = 0
    keys_found: int = 0
    dated: int = 0
    dated_right: int = 0
    invented: int = 0
    pairs: int = 0
    pairs_right: int = 0
    pairs_made: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.keys_found, self.keys)

    @property
    def days(self) -> float:
        return _share(self.dated_right, self.dated)

    @property
    def merge_precision(self) -> float:
        return _share(self.pairs_right, self.pairs_made)

    @property
    def merge_recall(self) -> float:
        return _share(self.pairs_right, self.pairs)

    def __str__(self) -> str:
        return (
            f"events: precision {self.precision:.3f} ({self.right}/{self.right + self.wrong}), "
            f"recall {self.recall:.3f} ({self.keys_found}/{self.keys})\n"
            f"days equal: {self.days:.3f} ({self.dated_right}/{self.dated}), invented: {self.invented}\n"
            f"merging: precision {self.merge_precision:.3f} ({self.pairs_right}/{self.pairs_made}), "
            f"recall {self.merge_recall:.3f} ({self.pairs_right}/{self.pairs})"
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def score(folder: Path, *, one_by_one: bool = False) -> Figures:
    """Score all articles of a folder, taken in together or each into the entries of those before it."""
    figures = Figures()
    articles, matched, candidates = {}, {}, []
    for path in sorted(folder.glob("*.md")):
        article = read_article(path)
        labels = read_labels(path.with_suffix(".labels.yaml"))
        found = events.extract(article, Settings(Path())).candidates
        articles[article.id] = article
        candidates.extend(found)
        matches = match(found, labels)
        matched.update({c.id: f"{label.same}" for c, label in matches if label})
        _count(figures, article, matches, labels)
    merge = merge_one_by_one if one_by_one else merge_together
    _count_pairs(figures, merge(articles, candidates), candidates, matched)
    return figures


def read_article(path: Path) -> Article:
    """Read a labelled article; its front matter is flat."""
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    meta: dict[str, Any] = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - our own or a test file; BaseLoader only makes text
    day = {name: When.parse(meta[name]) for name in ("published", "written") if name in meta}
    return Article(
        path.stem,
        str(path),
        body.strip(),
        meta["title"],
        meta["publisher"],
        origin=meta.get("origin", ""),
        **day,
    )


def read_labels(path: Path) -> list[Label]:
    """Read the labels beside an article."""
    data = yaml.safe_load(path.read_text("utf-8"))
    return [
        Label(
            e["sentence"],
            e["clause"],
            e["kind"],
            (e["first"], e["last"]),
            e["same"],
            e["core"],
            tuple((a, b) for a, b in e.get("accept", ())),
        )
        for e in data["events"]
    ]


def match(found: Sequence[Candidate], labels: Sequence[Label]) -> list[tuple[Candidate, Label | None]]:
    """Pair entries with labels: the surest pairs first, each label once."""
    scored = [
        (likeness(c, label), i, j)
        for i, c in enumerate(found)
        for j, label in enumerate(labels)
        if _touches(c, label)
    ]
    taken: dict[int, int] = {}
    for value, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if value > 0 and i not in taken and j not in taken.values():
            taken[i] = j
    return [(c, labels[taken[i]] if i in taken else None) for i, c in enumerate(found)]


def likeness(candidate: Candidate, label: Label) -> float:
    """Return how far an entry is about a labelled clause.

    Shared words of its title, and a little for equal days.
    """
    title, clause = words(candidate.title), words(label.clause)
    shared = len(title & clause) / max(1, min(len(title), len(clause)))
    return (
        shared + 0.25 * (days_of(candidate.when) in (label.days, *label.accept)) if shared >= ENOUGH else 0.0
    )


def words(text: str) -> set[str]:
    """Return the content words of a text.

    At least three letters, no relative pronoun, article or form of "be".
    """
    return set(re.findall(r"[^\W\d_]{3,}", text.casefold())) - FUNCTION_WORDS


def _touches(candidate: Candidate, label: Label) -> bool:
    a, b = " ".join(candidate.sentence.split()), " ".join(label.sentence.split())
    return candidate.kind.value == label.kind and (a in b or b in a)


def days_of(when: When | None) -> Days:
    """Return the first and the last day of a time as ISO text."""
    if when is None:
        return None, None
    return (when.first.iso if when.first else None, when.last.iso if when.last else None)


def _count(
    figures: Figures,
    article: Article,
    matches: Sequence[tuple[Candidate, Label | None]],
    labels: Sequence[Label],
) -> None:
    found = {label.same for _, label in matches if label}
    core = sorted({label.same for label in labels if label.core})
    figures.keys += len(core)
    figures.keys_found += sum(key in found for key in core)
    for key in core:
        if key not in found:
            missed = next(label for label in labels if label.same == key)
            figures.errors.append(
                f"{article.id}: MISSED {key} ({missed.kind} {missed.days}): {missed.clause}"
            )
    for candidate, label in matches:
        _count_one(figures, article, candidate, label, labels)


def _count_one(
    figures: Figures, article: Article, candidate: Candidate, label: Label | None, labels: Sequence[Label]
) -> None:
    told = f"{candidate.kind} {days_of(candidate.when)} {candidate.title!r}"
    if label is None:
        figures.wrong += 1
        figures.errors.append(f"{article.id}: WRONG {told} in: {candidate.sentence}")
        return
    figures.right += label.core
    days = days_of(candidate.when)
    if label.is_dated:
        good = days in (label.days, *label.accept)
        figures.dated += 1
        figures.dated_right += good
        if not good:
            figures.errors.append(f"{article.id}: DAYS {told}, right is {label.days} {label.accept or ''}")
    elif candidate.when is not None and days not in _days_of_key(label.same, labels):
        figures.invented += 1
        figures.errors.append(f"{article.id}: INVENTED {told}")


def _days_of_key(key: str, labels: Iterable[Label]) -> set[Days]:
    return {days for label in labels if label.same == key for days in (label.days, *label.accept)}


def merge_together(articles: dict[str, Article], candidates: Sequence[Candidate]) -> dict[str, str]:
    """Return the entry of each candidate, by their ids, where all articles are taken in at once."""
    merged = events.merge(candidates, Timeline((), articles), Settings(Path()))
    return {c.id: new.event.id for new in merged.new_events for c in new.candidates}


def merge_one_by_one(articles: dict[str, Article], candidates: Sequence[Candidate]) -> dict[str, str]:
    """Return the entry of each candidate where the articles come one after the other, by their ids."""
    entries: dict[str, Event] = {}
    entry_of: dict[str, str] = {}
    for article in articles:
        told = [c for c in candidates if c.article == article]
        merged = events.merge(told, Timeline(tuple(entries.values()), articles), Settings(Path()))
        for new in merged.new_events:
            entries[new.event.id] = new.event
            entry_of.update({c.id: new.event.id for c in new.candidates})
        for added in merged.new_sources:
            entry = entries[added.event_id]
            entries[entry.id] = replace(entry, sources=(*entry.sources, added.source))
            entry_of[added.candidate.id] = entry.id
    return entry_of


def _count_pairs(
    figures: Figures, group: dict[str, str], candidates: Sequence[Candidate], matched: dict[str, str]
) -> None:
    title = {c.id: f"{c.article}: {c.title}" for c in candidates}
    for a, b in combinations(sorted(matched), 2):
        same, together = matched[a] == matched[b], group[a] == group[b]
        figures.pairs += same
        figures.pairs_made += together
        figures.pairs_right += same and together
        if same != together:
            figures.errors.append(f"{'APART' if same else 'TOGETHER'} {title[a]!r} | {title[b]!r}")


def main() -> None:
    """Print the figures of folders."""
    parser = argparse.ArgumentParser(description="Score the event room against labelled articles.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument(
        "--figures", action="store_true", help="print no errors: for texts that nobody may tune on"
    )
    parser.add_argument(
        "--one-by-one", action="store_true", help="merge each article into the entries so far"
    )
    asked = parser.parse_args()
    for folder in asked.folders:
        figures = score(folder, one_by_one=asked.one_by_one)
        print(f"{folder}\n{figures}")  # noqa: T201 - a script prints
        if not asked.figures:
            print("\n".join(figures.errors))  # noqa: T201 - a script prints


if __name__ == "__main__":
    main()
