"""How telling it is that two tellings share a word.

`Rarity(tellings, articles)` counts once. `of(words, a, b)` compares how often two tellings of one event share
a word with how often it would be met by chance in the articles of both: the logarithm of that ratio (a
likelihood ratio, Fellegi and Sunter 1969). The name of the town tells nothing between two reports of its
flood, and much between two papers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from math import fsum, log

from timeline.events.spans import Span
from timeline.events.stories import Stories
from timeline.events.tellings import DEED, Telling
from timeline.model import Article

_SHARED = 0.5  # how often two tellings of one event share a word that one of them has
_PRIOR = 6  # tellings of the two articles that weigh as much as all others together
_LEAST = 0.02  # no word is rarer than that
_OPENING = 200  # characters before what stands under a headline, at the most: a dateline, a greeting
_SMOOTHING = 20  # tellings added, so that few say little


class Rarity:
    """The words and times of the tellings at hand, in all and by article."""

    def __init__(self, tellings: Iterable[Telling], articles: Mapping[str, Article], others: int = 0) -> None:
        """Count in how many tellings each word stands, and how much each article tells of each time.

        `others` is how many more there are that have none of the words that will be asked for.
        """
        self.total = others
        self.all: Counter[str] = Counter()
        self.sizes: Counter[str] = Counter()
        self.words: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.stories = Stories(articles)
        self.spans: Counter[tuple[str, str, Span]] = Counter()
        self.days: Counter[tuple[str, str, int]] = Counter()
        self.crowds: dict[
            int, tuple[Telling, int]
        ] = {}  # by identity, which lasts as long as it is kept here
        self.first: dict[str, int] = {}
        self.sentences: defaultdict[tuple[str, int], list[Telling]] = defaultdict(list)
        for telling in tellings:
            self.total += 1
            self.first[telling.article] = min(telling.start, self.first.get(telling.article, telling.start))
            if telling.start >= 0:
                self.sentences[telling.article, telling.start].append(telling)
            features = (*telling.around, *(DEED + kind for kind in telling.triggers), *telling.deeds_of_day)
            self.all.update(features)
            self.sizes[telling.article] += 1
            self.words[telling.article].update(features)
            self.spans[telling.article, telling.kind, telling.span] += 1
            self.days.update((telling.article, telling.kind, day) for day in telling.span.ordinals)

    def of(self, words: Collection[str], a: Telling, b: Telling) -> float:
        """Return the weight of words that two tellings share; an exact sum, whatever their order."""
        if not words:
            return 0.0
        is_one = a.article == b.article
        mine, theirs = self.words[a.article], {} if is_one else self.words[b.article]
        size = self.sizes[a.article] + (0 if is_one else self.sizes[b.article]) - 2
        everywhere, others, least = self.all, self.total - size, max(size, 0)
        weights = []
        for word in words:  # a plain loop: this is where most of the time of merging goes
            here = mine.get(word, 0) + theirs.get(word, 0) - 2
            elsewhere = everywhere.get(word, 0) - here - 2
            weights.append(_ratio(here, least, elsewhere, others))
        return fsum(weights)

    def story(self, a: Telling, b: Telling) -> int:
        """Return 1 where two tellings stand in articles of one story, -1 where of two, 0 if unclear."""
        return self.stories.shared(a.article, b.article)

    def share_names(self, a: Telling, b: Telling) -> bool:
        """Tell whether two tellings stand in articles that name the same people and places."""
        return self.stories.share_names(a.article, b.article)

    def leads(self, telling: Telling) -> bool:
        """Tell whether a telling is of the first sentence of its article that tells something."""
        return telling.start >= 0 and telling.start == self.first[telling.article]

    def is_told_beside(self, deeds: frozenset[str], telling: Telling) -> bool:
        """Tell whether another telling of its sentence tells one of these deeds: it is meant there."""
        there = self.sentences.get((telling.article, telling.start), ())
        return any(other is not telling and not deeds.isdisjoint(other.triggers) for other in there)

    def leading(self, article: str) -> list[Telling]:
        """Return the tellings of the first sentence of an article that tells something."""
        return self.sentences.get((article, self.first.get(article, -1)), [])

    def tells_alone(self, telling: Telling) -> bool:
        """Tell whether no other clause of its sentence tells something for itself."""
        there = self.sentences.get((telling.article, telling.start), ())
        return not any(other.tense and other.owner != telling.owner for other in there)

    def is_told_once(self, telling: Telling) -> bool:
        """Tell whether nothing else in its article tells the deed of a telling."""
        counts = self.words[telling.article]
        return all(counts[DEED + deed] <= 1 for deed in telling.triggers)

    def is_in_headline(self, telling: Telling, lead: Telling) -> bool:
        """Tell whether the headline over what an article opens with tells it in the words of another telling.

        Nothing, where the headline tells the deed of the opening itself: "breaks" is no damage there.
        """
        if not lead.tense or lead.start > _OPENING or not self.leads(lead) or not self.tells_alone(lead):
            return False
        told = self.stories.headline_deeds(lead.article)
        return lead.triggers.isdisjoint(told) and not telling.triggers.isdisjoint(told)

    def least_told(self, a: Telling, b: Telling) -> int:
        """Return how many things the less talkative of two articles tells."""
        return min(self.sizes[a.article], self.sizes[b.article])

    def crowding(self, a: Telling, b: Telling) -> int:
        """Return how many things the more talkative of two articles tells of the time of its telling."""
        return max(1, self._crowd(a), self._crowd(b))

    def _crowd(self, telling: Telling) -> int:
        """Return how much the article of a telling tells of its time, worked out once for each."""
        known = self.crowds.get(id(telling))
        if known is None:
            known = self.crowds[id(telling)] = telling, self._crowd_of(telling)
        return known[1]

    def _crowd_of(self, telling: Telling) -> int:
        if not telling.span.is_sharp:
            return self.spans[telling.article, telling.kind, telling.span]
        days = telling.span.ordinals
        return max((self.days[telling.article, telling.kind, day] for day in days), default=0)


@lru_cache(maxsize=1 << 14)
def _ratio(here: int, size: int, elsewhere: int, others: int) -> float:
    general = max((elsewhere + 0.5) / (others + _SMOOTHING), _LEAST)
    return max(0.0, log(_SHARED / ((max(here, 0) + _PRIOR * general) / (size + _PRIOR))))
