"""What a headline lacks of what belongs together: what was told or ordered, a noun, the other half of a pair.

Where only the complement at its end is lacking, the fault is mild: such a headline is true, but a reader
waits for more. It is taken where no other is whole.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.clauses import Role
from timeline.events.seams import Seams
from timeline.events.verb_group import VerbGroup

_PAIR = 8  # words from "both" to its "and", at the most
_NEAR = 8  # words from "told" to "that", at the most
_ORDERS = ("verbs.telling", "verbs.ordering", "verbs.causing")


class Complements(Seams):
    """Looks at what the words at the end of a headline govern in the sentence."""

    def lost_order(self) -> bool:
        """Read "will order the relatives[ to leave]": the infinitive behind whoever is to do it went."""
        last = self.body[-1]
        lost = self._following(last)
        verb = self.clause.verb
        if verb.passive and verb.last == last and verb.lemma in self.holds(*_ORDERS):
            own = (g.first for g in self.parse.infinitives if self.parse.owners[g.first] == self.clause.index)
            return any(first > last for first in own)  # "has been asked[ by the firm to leave]"
        opens = any(g.first == lost for g in self.parse.infinitives)
        group = self._governing(last) if opens and last == max(self.body) else None
        if group is None or group.lemma not in self.holds(*_ORDERS) or group.last == last:
            return False
        between = range(group.last + 1, last + 1)
        governed = any(self.is_in(i, "prepositions") and not self.is_in(i, "of") for i in between)
        return group.passive or not governed

    def _governing(self, last: int) -> VerbGroup | None:
        """Return the verb whose object or doer may end at a token."""
        near = (self.verb_at(i) for i in range(last, max(last - _NEAR, -1), -1))
        return next((g for g in near if g is not None), None)

    def lost_what_was_told(self) -> bool:
        """Read "urged them to tell the owners[ that the mine is safe]"."""
        last = self.body[-1]
        clause = next((c for c in self.parse.clauses if c.first == last + 1), None)
        if clause is None or clause.group is None or clause.group.last in self.kept:
            return False
        told = clause.connector in self.holds("content_words", "asking_words")
        told = told and clause.role in {Role.CONTENT, Role.RELATIVE}
        group = self._governing(last)
        return told and group is not None and group.lemma in self.holds("verbs.telling_that")

    def wants_its_noun(self) -> bool:
        """Read "seek legal[ and political means]": an adjective, and "and" with another adjective."""
        last = self.body[-1]
        joint = last + 1
        if joint + 2 >= len(self.parse.tokens) or not self.is_in(joint, "coordinators"):
            return False
        other, noun = self.parse.tokens[joint + 1], self.parse.tokens[joint + 2]
        closed = self.holds("determiners", "prepositions", "pronouns", "number_words", "auxiliary_words")
        bare = all(t.is_word and not t.is_capital and t.low not in closed for t in (other, noun))
        adjective = bool(self.language.patterns["adjective"].fullmatch(self.low(last)))
        return adjective and bare and not other.text[0].isdigit() and not self.language.verb(other.low)

    def is_half_a_pair(self) -> bool:
        """Read "Both the mayor[ and his deputy] left": "and" went with what it joins."""
        for n, index in enumerate(self.body):
            joint = self.language.data["pairs"].get(self.low(index))
            if joint is not None and self.low(self.body[min(n + 1, len(self.body) - 1)]) == joint:
                return True  # "in both[ 1990] and 1991"
            if joint is None or any(self.low(i) == joint for i in self.body[n:]):
                continue
            run = [t.low for t in self.parse.tokens[index : index + _PAIR]]
            if joint in (run[: run.index(",")] if "," in run else run):
                return True
        return False

    def lost_half_its_subject(self) -> bool:
        """Read "City[ and state police] have asked": a plural verb, and half of its subject gone."""
        if not self.is_in(self.clause.verb.first, "plural_auxiliaries"):
            return False
        return any(
            j > i + 1 and i + 1 not in self.gone and not self.verb_at(i) and self._joins(i, j)
            for i, j in pairwise(self.body[: self.at_verb + 1])
        )

    def _joins(self, i: int, j: int) -> bool:
        """Tell whether what was left out between two tokens joined more to a singular noun."""
        if self.is_in(i + 1, "coordinators"):
            return True
        many = self.language.patterns["plural"].fullmatch(self.low(i)) or self.is_in(
            i, "anybody", "number_words"
        )
        listed = self.low(i + 1) == "," and any(self.is_in(n, "coordinators") for n in range(i + 1, j))
        return listed and not many and all(self.finite_at(n) < 0 for n in range(i + 1, j))
