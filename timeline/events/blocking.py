"""Which tellings are worth comparing.

An index by days and words, so that no telling is held against all others.

Tellings are filed under month and word; those that span more than two years or have no end, under the word
alone. What is filed under very many is no help and is passed over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

from timeline.events.spans import DAY, Span
from timeline.events.tellings import DEED, Telling

_LONG = 750  # days: more months than that are not listed one by one
_CROWDED = 100  # tellings under one key that are still looked through
_MOST = 16  # tellings compared with one
_MONTH_DAYS = 30
_RARE = 12  # tellings of a deed in a month, or of a day: so few are worth comparing for that alone


class Index:
    """Tellings in the order in which they were added."""

    def __init__(self, asked: Collection[str] | None = None) -> None:
        """Make an index that will be asked for these features only; None: for any."""
        self.asked = None if asked is None else frozenset(asked)
        self.tellings: list[Telling] = []
        self._last: tuple[Telling, frozenset[str]] | None = None  # a telling is filed once its like are known
        self._months: dict[str, dict[int, list[int]]] = defaultdict(dict)
        self._long: dict[str, list[int]] = defaultdict(list)
        self._all: dict[str, list[int]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        """File a telling."""
        number = len(self.tellings)
        self.tellings.append(telling)
        months = _months(telling.span)
        found = self._features(telling)
        features = found if self.asked is None else found & self.asked
        for feature in features:
            self._all[feature].append(number)
            if months is None:
                self._long[feature].append(number)
                continue
            filed = self._months[feature]
            for month in months:
                filed.setdefault(month, []).append(number)

    def alike(self, telling: Telling, *, same_kind: bool = False) -> list[Telling]:
        """Return filed tellings that share days and at least two words or names.

        Those that share most first.
        """
        features = self._features(telling)
        found = list(self._lists(features, _months(telling.span)))
        rare = (f for feature, f in found if len(f) <= _RARE and feature.startswith((DEED, DAY)))
        shared = Counter(chain(chain.from_iterable(f for _, f in found), chain.from_iterable(rare)))
        least = 2 if len(features) > 3 else 1  # noqa: PLR2004 - digits, words and lines are counted as people count them
        best = sorted([(-count, n) for n, count in shared.items() if count >= least])
        likest = (self.tellings[n] for _, n in best)
        fitting = (other for other in likest if not same_kind or other.kind is telling.kind)
        return list(islice(fitting, _MOST))

    def _features(self, telling: Telling) -> frozenset[str]:
        if self._last is None or self._last[0] is not telling:
            self._last = telling, telling.features
        return self._last[1]

    def _lists(self, features: Iterable[str], months: range | None) -> Iterator[tuple[str, Collection[int]]]:
        """Yield what is filed under each feature in these months (None: in any), but for crowds."""
        for feature in features:
            if months is None:
                lists = [self._all[feature]] if feature in self._all else []
            else:
                filed = self._months.get(feature, {})
                lists = [filed[month] for month in months if month in filed]
                lists += [self._long[feature]] if feature in self._long else []
            lists = [found for found in lists if len(found) <= _CROWDED]
            if lists:
                yield feature, lists[0] if len(lists) == 1 else set().union(*lists)


def _months(span: Span) -> range | None:
    """Return the months that a span touches; None where they are too many."""
    if span.first is None or span.last is None or span.last - span.first > _LONG:
        return None
    return range(span.first // _MONTH_DAYS, span.last // _MONTH_DAYS + 1)
