"""Reports told again in other words: proposed as one origin, never joined by the program.

Two cues. A rewrite by hand shares a fifth or more of its runs of five words with its source, where
separately written reports of one event share next to none; what is nearer still (0.6) is the same text, and
`twins.py` joins it. A rewrite by machine changes nearly every word, but keeps the names, figures and
quotations: where two reports of the same days share five or more of those that hardly any other article
has, and these are much of what the shorter one tells, a person should look.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from timeline.articles.twins import CROWDED, SKETCH, Shingles, jaccard, shingles

RETOLD = 0.2
FEWEST_DETAILS = 5
SHARE_OF_DETAILS = 0.4  # of the article that has fewer of them
RARE = 3  # articles that may have a detail before it counts for nothing
NEAR = 3  # days between the two

_NAME = re.compile(r"\b[A-Z][\w’'-]{0,40}\w(?: (?:[a-z]{2,3} )?[A-Z][\w’'-]{0,40}\w| \d{2,4}\b){1,9}")
_SMALL = re.compile(r"^(?:[A-Z]\w{0,2} )+")  # "The", "In": words that only stand first
_FIGURE = re.compile(r"\d[\d.,]*\d")
_QUOTE = re.compile(r"[“\"«]([^“”\"«»]{25,500})[”\"»]")
_WORDS_OF_QUOTE = 6
_LONG_FIGURE = 3  # days of the month and ages are everywhere


@dataclass(frozen=True, slots=True)
class Retelling:
    """The article that another seems to retell, and why one may think so."""

    name: str
    why: str


class Retellings:
    """Texts as they come, and which of them another seems to retell."""

    def __init__(self) -> None:
        """Begin with no texts."""
        self._told: dict[str, array[int]] = {}
        self._sketches: defaultdict[int, list[str]] = defaultdict(
            list
        )  # a hash value: the texts that have it
        self._details: dict[str, tuple[int, int]] = {}  # day, and how many
        self._with_detail: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, name: str, text: str, day: int | None = None) -> None:
        """Take in a text and the day of its publication (an ordinal)."""
        found, sketch = _runs(text)
        self._told[name] = array("q", found)
        for value in sketch:
            names = self._sketches[value]
            if len(names) <= CROWDED:
                names.append(name)
        if day is not None:
            told = details(text)
            self._details[name] = day, len(told)
            for detail in told:
                self._with_detail[detail].append(name)

    def find(self, text: str, day: int | None = None) -> Retelling | None:
        """Return what this text seems to retell, None where it stands alone."""
        name, alike = self._alike(text)
        if name:
            return Retelling(name, f"{alike:.0%} of their runs of five words are shared")
        name, shared = self._same_details(text, day) if day is not None else ("", [])
        if not name:
            return None
        shown = ", ".join(shared[:3])
        return Retelling(name, f"{len(shared)} names and figures are shared that few others have: {shown} …")

    def _alike(self, text: str) -> tuple[str, float]:
        found, sketch = _runs(text)
        shared = Counter(
            name
            for value in sketch
            if len(names := self._sketches.get(value, ())) <= CROWDED
            for name in names
        )
        measured = [(jaccard(found, self._told[name]), name) for name, _ in shared.most_common(8)]
        alike, name = max(measured, key=lambda pair: pair[0], default=(0.0, ""))
        return (name, alike) if alike >= RETOLD else ("", 0.0)

    def _same_details(self, text: str, day: int) -> tuple[str, list[str]]:
        told = details(text)
        shared: defaultdict[str, list[str]] = defaultdict(list)
        for detail in told:
            names = self._with_detail.get(detail, ())
            for name in names if len(names) < RARE else ():
                shared[name].append(detail)
        name, same = max(shared.items(), key=lambda item: len(item[1]), default=("", []))
        other_day, count = self._details.get(name, (0, 0))
        enough = len(same) >= max(FEWEST_DETAILS, SHARE_OF_DETAILS * min(count, len(told)))
        return (name, same) if enough and abs(other_day - day) <= NEAR else ("", [])


@lru_cache(maxsize=1)  # a text is taken in right after it was asked about
def _runs(text: str) -> tuple[Shingles, tuple[int, ...]]:
    """Return the runs of five words of a text, and those by which it is found."""
    found = shingles(text)
    return found, tuple(sorted(found)[:SKETCH])


@lru_cache(maxsize=1)
def details(text: str) -> dict[str, None]:
    """Return the names of two words or more, the longer figures, and how quotations begin."""
    names = (_SMALL.sub("", found[0]) for found in _NAME.finditer(text))
    figures = (found[0].strip(".,") for found in _FIGURE.finditer(text))
    quotes = (" ".join(found[1].split()[:_WORDS_OF_QUOTE]) for found in _QUOTE.finditer(text))
    telling = chain((n for n in names if " " in n), (f for f in figures if len(f) >= _LONG_FIGURE), quotes)
    return dict.fromkeys(telling)
