"""Near-identical texts: the same report printed twice, found without comparing all with all.

Two texts are near-identical when the sets of their runs of five words (shingles) overlap by 0.6 or more
(Jaccard). Of each set the 24 smallest hash values are kept in an index (a bottom-k sketch, Broder 1997, "On
the resemblance and containment of documents"). Of two sets with a likeness of 0.6, each of the 24 smallest
values of their union lies in both with a chance of 0.6. Pairs that share fewer than three of them are not
looked at: a likeness is then overlooked with a chance of two in ten million. Every other pair is measured
exactly.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from zlib import crc32

from timeline.model import Article

ALIKE = 0.6
SHINGLE = 5
FEWEST_WORDS = 12  # "The text was not available." in two articles is no report that they share
SKETCH = 24
FEWEST_SHARED = 3
CROWDED = 64  # a run of words in that many different reports is a publisher's furniture
MOST_MEASURED = 16  # members of one group that a text is measured against

_MARKS = re.compile("[\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f]")
_APART = bytes(n if chr(n).isalnum() or n >= 0x80 else 0x20 for n in range(256))  # noqa: PLR2004 - ASCII ends there

Shingles = frozenset[int]


def with_twins(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles in their order, with `twin_of` naming the first published that tells the same."""
    leaders = twin_leaders((a.id, a.text) for a in sorted(articles, key=by_publication))
    return tuple(replace(a, twin_of=leaders[a.id]) if a.id in leaders else a for a in articles)


def twin_leaders(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each name whose text was told before, the first name that told it."""
    index = TwinIndex()
    leaders = {}
    for name, text in texts:
        leader = index.add(name, text)
        if leader != name:
            leaders[name] = leader
    return leaders


def likeness(one: str, other: str) -> float:
    """Return the Jaccard likeness of two texts, 0 to 1, over their runs of five words."""
    return jaccard(shingles(one), shingles(other))


def shingles(text: str) -> Shingles:
    """Return a hash of each run of five words; Python hashes numbers, unlike texts, alike in every run."""
    text = text.casefold()
    if not text.isascii():
        text = _MARKS.sub(" ", text)
    words = list(map(crc32, text.encode("utf-8", "replace").translate(_APART).split()))
    if len(words) < FEWEST_WORDS:
        return frozenset()
    return frozenset(map(hash, zip(*(words[n:] for n in range(SHINGLE)), strict=False)))


class TwinIndex:
    """Groups texts as they come; a text that is like any member of a group belongs to it."""

    def __init__(self) -> None:
        """Begin with no texts."""
        # Arrays, because sets would take ten times the memory.
        self._groups: dict[str, list[array[int]]] = {}
        # Texts that were here before, by the size and hash of their sets.
        self._leader_of: dict[tuple[int, int], str] = {}
        # A hash value: the leaders of the groups that have it.
        self._places: defaultdict[int, list[str]] = defaultdict(list)

    def add(self, name: str, text: str) -> str:
        """Take in a text and name the first text of its group: itself where nothing is like it."""
        found = shingles(text)
        if not found:
            return name
        key = len(found), hash(found)
        if key not in self._leader_of:
            self._leader_of[key] = self._grouped(name, found, sorted(found)[:SKETCH])
        return self._leader_of[key]

    def find(self, text: str) -> str:
        """Return the name of the first text that is like this one, "" where there is none."""
        found = shingles(text)
        return self._leader_of.get((len(found), hash(found))) or self._like(found, sorted(found)[:SKETCH])

    def _grouped(self, name: str, found: Shingles, sketch: list[int]) -> str:
        leader = self._like(found, sketch) or name
        members = self._groups.setdefault(leader, [])
        if len(members) < MOST_MEASURED:
            members.append(array("q", found))
        for value in sketch:
            leaders = self._places[value]
            if leader not in leaders and len(leaders) <= CROWDED:
                leaders.append(leader)
        return leader

    def _like(self, found: Shingles, sketch: list[int]) -> str:
        shared: defaultdict[str, int] = defaultdict(int)
        for value in sketch:
            leaders = self._places.get(value, ())
            if len(leaders) <= CROWDED:
                for leader in leaders:
                    shared[leader] += 1
        likely = sorted((one for one in shared if shared[one] >= FEWEST_SHARED), key=lambda one: -shared[one])
        return next((leader for leader in likely if self._belongs(found, leader)), "")

    def _belongs(self, found: Shingles, leader: str) -> bool:
        return any(
            # Sizes this far apart cannot be alike, however much they share.
            ALIKE * max(len(found), len(member)) <= min(len(found), len(member))
            and jaccard(found, member) >= ALIKE
            for member in self._groups[leader]
        )


def jaccard(one: Shingles, other: Collection[int]) -> float:
    """Return the share of all runs of words that both texts have, 0 to 1 (0 where one is too short)."""
    both = len(one.intersection(other))
    return both / (len(one) + len(other) - both) if both else 0.0


def by_publication(article: Article) -> tuple[object, ...]:
    """Order articles by publication day, those without one last."""
    when = article.published
    return (0, *when.sort_key, article.id) if when else (1, article.id)
