"""Mending what a walk through a sentence got wrong at its beginning, once all of it has been read.

A main clause that lacks its verb takes that of the clause "after" seemed to open; a cleft ("It was Rowe who
left") is the statement inside it.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clauses import Clause, Role
from timeline.events.verb_placing import VerbPlacing


class Mending(VerbPlacing):
    """Puts the main clause right."""

    def _mend_main(self) -> None:
        """Read "Hours after the vote Rowe resigned": what "after" seemed to open is the main clause."""
        main = self.clauses[0]
        inner = [c for c in self.clauses if c.parent == 0 and c.group]
        if main.group or len(inner) != 1 or inner[0].role is not Role.ADVERBIAL:
            return
        listed = self.language.union(
            "lengths", "number_words", "date_fillers", "determiners", "prepositions", "adverbs"
        )
        own = [
            t for i, t in enumerate(self.tokens) if self.owners[i] == 0 and t.is_word and i not in self.times
        ]
        if not all(t.low in listed or self.language.is_adverb(t.low) for t in own):
            return
        self._fill(0, inner[0].verb)
        self.clauses[inner[0].index] = replace(inner[0], group=None)
        self.owners = [0 if owner == inner[0].index else owner for owner in self.owners]
        self._hand_over(inner[0].index)

    def _mend_cleft(self) -> None:
        """Read "It was in May that it closed", "It was Rowe who left": the inner clause is the statement.

        The words that only point at it go to a clause without a verb.
        """
        main = self.clauses[0]
        inner = next((c for c in self.clauses if c.parent == 0 and self._is_pointed_at(c)), None)
        if inner is None or not self._points(main, inner):
            return
        frame = Clause(len(self.clauses), Role.PARENTHESIS, 0, 0)
        self.clauses.append(frame)
        pointing = {*range(main.verb.last + 1), inner.first}
        self.owners = [
            frame.index if i in pointing and i not in self.times else 0 if owner == inner.index else owner
            for i, owner in enumerate(self.owners)
        ]
        self._fill(0, inner.verb)
        self.clauses[inner.index] = replace(inner, group=None)
        self._hand_over(inner.index)

    def _hand_over(self, index: int) -> None:
        """Hang what hung on a clause that gave its verb away on the main clause."""
        for c in self.clauses:
            if c.parent == index:
                self.clauses[c.index] = replace(c, parent=0)
            elif c.shares_subject == index:
                self.clauses[c.index] = replace(c, parent=-1, role=Role.COORDINATE, shares_subject=0)

    def _is_pointed_at(self, clause: Clause) -> bool:
        words = self.language.union("relatives", "relative_that")
        return (
            clause.role in {Role.RELATIVE, Role.CONTENT}
            and clause.group is not None
            and clause.connector in words
        )

    def _points(self, main: Clause, inner: Clause) -> bool:
        """Tell whether a main clause only says when, where or who: "it was" and a time, place or name."""
        group = main.group
        until = group is not None and self.tokens[group.last + 1].low in self.words["until"]
        denied = group is not None and group.negated and not until  # but "It was not until May that"
        if group is None or not group.copula or denied or inner.first <= group.last:
            return False
        before = [t.low for t in self.tokens[: group.first] if t.is_word]
        if not before or before[-1] not in self.words["dummy_subjects"]:
            return False
        behind = range(group.last + 1, inner.first)
        if inner.connector in self.words["relative_that"]:
            opens = bool(behind) and self.tokens[behind[0]].low in self.words["prepositions"]
            return opens or self._opens_with_time(behind)
        at = self._past_adverbs(group.last + 1)
        return at in behind and (
            self.tokens[at].is_capital or self.tokens[at].low in self.words["nominative"]
        )

    def _opens_with_time(self, indexes: range) -> bool:
        """Tell whether words begin with a time: "only on Monday", but not "clear on Monday"."""
        at = next((i for i in indexes if i in self.times), -1)
        little = self.language.union("prepositions", "date_fillers", "articles", "time_focus", "lengths")
        before = (self.tokens[i].low for i in range(indexes.start, at))
        return at >= 0 and all(low in little or self.language.is_adverb(low) for low in before)
