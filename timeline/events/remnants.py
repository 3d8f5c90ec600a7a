"""Remnants: words of a headline whose other half went with what was left out.

A verb without the object that it must have, a gerund of saying without what is said, a comma behind "and", or
an aside of a time that the headline does without.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.clauses import Role
from timeline.events.complements import Complements
from timeline.events.gerunds import may_be_gerund
from timeline.events.verb_group import NOT_FINITE


class Remnants(Complements):
    """Looks at what stands alone in a headline, and did not in the sentence."""

    def is_left_saying(self) -> bool:
        """Read "signed a letter demanding[ that he go]", "filed it, claiming the men[ … had left]"."""
        last = self.body[-1]
        goes_on = last + 1 < len(self.parse.tokens) and self.parse.tokens[last + 1].is_word
        gerund = next((f.lemma for f in self.language.verb(self.low(last)) if f.form == "gerund"), "")
        speaks = gerund in self.holds(*_SPEAKING) and not self.is_in(last - 1, "determiners", "prepositions")
        if speaks and goes_on and not self.is_in(last + 1, "prepositions", "coordinators"):
            return True
        if any(self._lost_its_clause(i, j) for i, j in pairwise(self.body)):
            return True
        return any(
            c.role is Role.CONTENT
            and c.group is not None
            and c.parent not in {-1, self.clause.index}
            and self._tells(c.parent)
            and c.group.last not in self.kept
            and (c.first in self.kept or not c.connector)
            for c in self.parse.clauses
        )

    def _lost_its_clause(self, verb: int, that: int) -> bool:
        """Read "demanding that the mayor[ and his wife leave]": the verb behind "that" is not kept."""
        if not self.is_in(that, "relative_that") or that != verb + 1:
            return False
        says = any(f.lemma in self.holds(*_SPEAKING) for f in self.language.verb(self.low(verb)))
        verbs = (c.group.last for c in self.parse.clauses if c.group is not None and c.group.first > that)
        cut = self.body[-1] + 1 < len(self.parse.tokens) and self.parse.tokens[self.body[-1] + 1].is_word
        return says and cut and not any(i in self.kept for i in verbs)

    def _tells(self, index: int) -> bool:
        """Tell whether the verb of a clause is kept, and says something by a gerund."""
        group = self.parse.clauses[index].group
        return group is not None and group.mood in NOT_FINITE and group.last in self.kept

    def lacks_object(self) -> bool:
        """Read "North Korea excavated[ and returned the remains]": the object stands behind the second."""
        verb = self.clause.verb
        if verb.passive or verb.copula or verb.lemma not in self.words["verbs.wanting_object"]:
            return False
        at = self.body.index(verb.last) + 1 if verb.last in self.kept else len(self.body)
        joined = verb.last + 1 < len(self.parse.tokens) and self.is_in(verb.last + 1, "coordinators")
        return joined and (at >= len(self.body) or self.low(self.body[at]) == ",")

    def opens_with_lost_aside(self) -> bool:
        """Read "Meeting no one[, the troops who came from Arl] held the hills": a gerund for a subject."""
        first, verb = self.body[0], self.clause.verb.first
        gerund = may_be_gerund(self.low(first), self.language)
        marks = [i for i in range(first, verb) if self.low(i) == ","] if first < verb else []
        return gerund and bool(marks) and not any(i in self.kept for i in marks)

    def is_left_pointing(self) -> bool:
        """Read "a bridge in place of the one[ that the sea carried off]"."""
        last = self.body[-1]
        behind = self.parse.tokens[last + 1 : last + 2]
        stands_in = self.is_in(last, "noun_substitutes") and self.is_in(last - 1, "articles")
        return stands_in and bool(behind) and behind[0].is_word

    def has_loose_mark(self) -> bool:
        """Read "truces, in 2023 and[ in 2024], collapsed", "certain until[ Monday], when he left"."""
        return any(
            self.low(j) == "," and j > i + 1 and self.is_in(i, "coordinators", "until", "origins_of_time")
            for i, j in pairwise(self.body)
        )

    def has_aside_of_time(self) -> bool:
        """Read "filed her case[ on 3 May], a Friday", "was sought[ since May], when he fled"."""
        for i, j in pairwise(self.body):
            mark = j - 1 in self.gone and j > i + 1 and self.low(j) == ","
            following = next((n for n in self.body if n > j), -1)
            if mark and j > self.clause.verb.last and following == j + 1 and self._looks_at_time(following):
                return True
        return False

    def _looks_at_time(self, index: int) -> bool:
        when = self.is_in(index, "relative_places") and self.is_in(index, "simultaneous")
        named = self.is_in(index, "indefinite") and self.is_in(index + 1, "weekdays")
        return named or (when and self._is_of_span(index - 2))

    def _is_of_span(self, last: int) -> bool:
        """Tell whether the time that ends at a token is a beginning or an end ("since 3 May")."""
        while last > 0 and last in self.gone and not self.is_in(last, "origins_of_time", "until"):
            last -= 1
        return self.is_in(last, "origins_of_time", "until")

    def lost_its_predicate(self) -> bool:
        """Read "The checks are well[ under way]": behind "to be" only an adverb is left."""
        verb, last = self.clause.verb, self.body[-1]
        behind = [i for i in self.body if i > verb.last]
        bare = verb.copula and bool(behind) and all(self.is_in(i, "degree_adverbs") for i in behind)
        return bare and last + 1 < len(self.parse.tokens) and self.parse.tokens[last + 1].is_word


_SPEAKING = ("verbs.frame", "verbs.announce", "verbs.distance", "verbs.telling_that", "verbs.demanding")
