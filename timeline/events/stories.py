"""Whether two articles tell one story: by the names that they have in common, else by their words.

A name is a capitalised word inside a sentence that is no office, day or kind of body. Where few are named,
articles of one story share nearly a fifth of the words that few articles have. What the articles themselves
do not hold (an entry without its article) is known by the names of its tellings alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from timeline.events import language
from timeline.events.titles import Title, told_in
from timeline.model import Article

_CAPITAL = re.compile(r"(?:(?<=[^\W\d_]\s)|(?<=[^\W\d_][,;:]\s))[^\W\d_]\w{2,}")
_SHARED = 2  # names that two articles of one story have in common at least
_ENOUGH = 3  # where both have as many
_PART = 0.3  # and this share of the names of the one that has fewer
_SEVERAL = 5  # names, from which on two articles that share next to none tell two stories
_STRAY = 0.1  # share of names that any two articles may have in common
_BY_NAME = 2  # how it is kept that names told; words alone are 1
_WORDS = 0.18  # share of the words of the one that has fewer
_COMMON = 0.1  # share of the articles that have a word, from which on it tells no story
_SAMPLE = 100  # articles read to know such words
_FEW_ARTICLES = 4  # so many may always have it
_FEWEST_WORDS = 30  # words, from which on their share tells something
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYING_LITTLE = ("common_words", "prepositions", "adverbs")
_NO_NAMES = (
    "not_names",
    "titles.person",
    "titles.organisation",
    "titles.place",
    "actors_generic",
    "honorifics",
)


class Stories:
    """The articles at hand; names are looked up when two of them are first compared."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        """Keep the articles, by their ids."""
        self.articles = articles
        self.names: dict[str, frozenset[str]] = {}
        self.words: dict[str, frozenset[str]] = {}
        self.headlines: dict[str, frozenset[str]] = {}
        self.common: frozenset[str] | None = None
        self.found: dict[tuple[str, str], int] = {}

    def shared(self, one: str, other: str) -> int:
        """Return 1 where two articles tell one story, -1 where they tell two, 0 where neither is clear."""
        found = self._compared(one, other)
        return (found > 0) - (found < 0)

    def share_names(self, one: str, other: str) -> bool:
        """Tell whether two articles name the same, and so surely tell one story."""
        return self._compared(one, other) == _BY_NAME

    def headline_deeds(self, article: str) -> frozenset[str]:
        """Return the kinds of deed that a headline tells, those of its nouns where it has no verb."""
        if article not in self.headlines:
            known = self.articles.get(article)
            told = told_in(known.title, known.language) if known else Title()
            self.headlines[article] = told.deeds or told.nouns  # "Strike at Lindau"
        return self.headlines[article]

    def _compared(self, one: str, other: str) -> int:
        """Compare two articles: ±`_BY_NAME` where their names tell, 1 where only their words do, else 0."""
        pair = (one, other) if one < other else (other, one)
        found = self.found.get(pair)
        if found is None:
            found = _BY_NAME * _compared(self._names(one), self._names(other))
            found = found or int(_share_words(self._words(one), self._words(other)))
            self.found[pair] = found
        return found

    def _names(self, article: str) -> frozenset[str]:
        if article not in self.names:
            known = self.articles.get(article)
            self.names[article] = names_in(known.text, known.language) if known else frozenset()
        return self.names[article]

    def _words(self, article: str) -> frozenset[str]:
        if article not in self.words:
            self.words[article] = self._read(article) - self._common()
        return self.words[article]

    def _read(self, article: str) -> frozenset[str]:
        known = self.articles.get(article)
        return words_in(known.text, known.language) if known else frozenset()

    def _common(self) -> frozenset[str]:
        """Return the words that many articles have, by a sample of them spread evenly."""
        if self.common is None:
            sample = sorted(self.articles)[:: 1 + len(self.articles) // _SAMPLE]
            met = Counter(word for article in sample for word in self._read(article))
            most = max(_FEW_ARTICLES, _COMMON * len(sample))
            self.common = frozenset(word for word, count in met.items() if count > most)
        return self.common


def _compared(mine: frozenset[str], theirs: frozenset[str]) -> int:
    shared, least = len(mine & theirs), min(len(mine), len(theirs))
    if shared >= max(_SHARED, min(_ENOUGH, least), _PART * least):
        return 1
    return -1 if least >= _SEVERAL and shared <= _STRAY * least else 0


def _share_words(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    least = min(len(mine), len(theirs))
    return least >= _FEWEST_WORDS and len(mine & theirs) >= _WORDS * least


def words_in(text: str, code: str) -> frozenset[str]:
    """Return the words of a text that tell something, without their endings where the language is known."""
    known = language.load(code)
    found = frozenset(_WORD.findall(text.casefold()))
    if known is None:
        return found
    found -= known.union(*_SAYING_LITTLE)
    return frozenset(known.concept(word) for word in found)


def names_in(text: str, code: str) -> frozenset[str]:
    """Return the words of the names in a text, case-folded."""
    known = language.load(code)
    others = known.union(*_NO_NAMES) if known else frozenset()
    found = {word.casefold() for word in _CAPITAL.findall(text) if word[0].isupper()}
    return frozenset(found - others)
