"""The least risky of several headlines that fit.

Shortening drops phrases from the end on, and mostly that is right. Where what it dropped may have been needed
(`risks`), other phrases are left out instead, one, two or three of them, and the headline is taken that
risks least and is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from timeline.events.clauses import Clause, Role
from timeline.events.risks import risk
from timeline.events.shortening import Shortening

_SINGLE, _PAIRED, _TRIPLED = 24, 9, 7  # phrases that are tried alone, in twos, and in threes
_TRIED = 8  # headlines that are looked at closely, at the most


class Trimming(Shortening):
    """Weighs the headlines that the words of one clause may give."""

    def risk_of(self, body: list[int]) -> int:
        """Return what a headline of these words risks by what it leaves out."""
        return risk(self.parse, self.clause, body, self.dated, self.language)

    def trimmed(self, words: list[int], room: int, most: int) -> tuple[list[int], str]:
        """Return the words of the least risky headline that fits and is whole, and joined.

        Both are empty where none risks less than `most`.
        """
        choices = (body for some in self._bases(words) for body in self._choices(some, room))
        found = sorted((self.risk_of(body), -len(body), n, body) for n, body in enumerate(choices))
        for risked, _, _, body in found[:_TRIED]:
            if risked >= most:
                break
            text = self.joined(body, *self.changes(body))
            if len(text) <= room and not self.fault_of(body):
                return body, text
        return [], ""

    def _bases(self, words: list[int]) -> list[list[int]]:
        """Return the words, and those of the clause alone where it hangs on another that tells nothing."""
        own = [i for i in words if i >= self.clause.first]
        whole = self.clause.role is not Role.ADVERBIAL or own == words
        return [words] if whole else [words, own[self._low(own[0]) == self.clause.connector :]]

    def _choices(self, words: list[int], room: int) -> Iterator[list[int]]:
        """Yield the words without one, two or three of their phrases, where they may fit."""
        parts = list(self._parts(words))[:_SINGLE]
        sizes: tuple[tuple[int, list[frozenset[int]]], ...] = (
            (0, []),
            (1, parts),
            (2, parts[:_PAIRED]),
            (3, parts[:_TRIPLED]),
        )
        for size, some in sizes:
            for left_out in combinations(some, size):
                gone = frozenset[int]().union(*left_out)
                if len(gone) == sum(map(len, left_out)):
                    rest = [i for i in words if i not in gone]
                    body = self.without_rests(self._without_loose_comma(rest))
                    if self._is_about(body, room):
                        yield body

    def _is_about(self, body: list[int], room: int) -> bool:
        """Tell whether words are short enough, by the characters that they hold."""
        return sum(len(self.parse.tokens[i].text) + 1 for i in body) <= room + _SLACK

    def _parts(self, words: list[int]) -> Iterable[frozenset[int]]:
        """Yield phrases that may be left out, the last first.

        The rest of the sentence, an aside between commas, a phrase of the subject: what stood behind any
        other would be read with the words before it.
        """
        group = self.clause.group
        if group is None:
            return
        seams = [n for n in range(1, len(words)) if self._is_seam(words, n) or self._opens_more(words[n])]
        for start in reversed(seams):
            if words[start] < group.first and self.completes_verb(words, start):
                continue  # "managers staying[ with the firm]"
            for end in self._ends(words, start):
                part = words[start:end]
                verbal = any(group.first <= i <= group.last for i in part)
                if not verbal and not self._keeps_any(self._of_the_deed(part)):
                    yield frozenset(part)

    def _of_the_deed(self, part: list[int]) -> list[int]:
        """Return words without those of clauses that tell the occasion: what they deny is not the deed."""
        occasions = {c.index for c in self.parse.clauses if c.role is Role.ADVERBIAL or self._tells_aim(c)}
        occasions -= {self.clause.index}
        return self._plain([i for i in part if self.parse.owners[i] not in occasions])

    def _tells_aim(self, clause: Clause) -> bool:
        """Read "so that it would not be sold": no content of anything."""
        return clause.role is Role.CONTENT and clause.first > 0 and self._opens_more(clause.first - 1)

    def _ends(self, words: list[int], start: int) -> Iterator[int]:
        """Yield where a phrase that begins at a position may end."""
        verb = self.clause.verb
        if words[start] > verb.last:
            yield len(words)
        if words[start] > verb.last:
            return
        at_verb = self._at_verb(words)
        commas = [n for n in range(at_verb) if self._low(words[n]) == ","]
        if self._low(words[start]) == ",":
            whole = commas[:1] == [start] and len(commas) > 1
            yield from (
                n + (whole and n == commas[-1])
                for n in commas
                if n > start and not self._is_listed(words[n : commas[-1]])
            )
        elif self._low(words[start]) in self.words["prepositions"]:
            yield from (n for n in (*commas, at_verb) if n > start)

    def _is_listed(self, rest: list[int]) -> bool:
        """Read "Odecraft[, a maker of lifts], tractors and ships, left": a list goes with its head."""
        return any(self._low(i) in self.words["coordinators"] for i in rest)

    def _opens_more(self, index: int) -> bool:
        """Tell whether a word opens a clause, or says whose something is."""
        if self._low(index) in self.language.union("subordinators", "of"):
            return True
        that = index + 1 < len(self.parse.tokens) and self._low(index + 1) in self.words["relative_that"]
        return that and self.language.is_adverb(self._low(index))  # "so that", "now that"

    def _at_verb(self, words: list[int]) -> int:
        first = self.clause.verb.first
        return next((n for n, i in enumerate(words) if i == first), 0)


_SLACK = 6  # characters that marks and spaces may save
