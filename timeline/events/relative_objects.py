"""What a relative clause is about, put back as its object: "[the council that] Vass had set up".

"the title she won" has no pronoun of its own: the noun stands right before its subject.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.clauses import Clause, Role
from timeline.events.openings import Openings
from timeline.events.wishes import is_alternative


class RelativeObjects(Openings):
    """Gives a relative clause its object."""

    def _with_object(  # noqa: PLR0911 - a ladder of cases, each told apart in a line
        self, body: list[int]
    ) -> list[int]:
        """Put what a relative clause is about where it belongs ("[the council that] Vass had set up")."""
        clause, group = self.clause, self.clause.group
        if clause.role is Role.RELATIVE and len(body) > 1 and self._low(body[1]) in self.words["relatives"]:
            if (
                clause.antecedent >= 0 and self._low(body[0]) in self.words["prepositions"]
            ):  # "to which he came"
                rest = self._without_marks(body[2:])
                return [*rest, body[0], *self._meant()]
            return body
        names = self.language.union("relatives", "relative_that")
        if clause.role is not Role.RELATIVE or group is None or group.passive:
            return body
        if clause.connector not in names and not self._is_bare_relative(clause):
            return body
        own = [i for i in self.parse.owned(clause) if i < group.first and self.parse.tokens[i].is_word]
        subject = [i for i in own if self._low(i) not in names and not self.language.is_adverb(self._low(i))]
        behind = [i for i in body if i > group.last]
        governed = bool(own) and self._low(own[0]) in self.words["prepositions"]
        if not subject or governed or clause.antecedent < 0 or clause.connector in self.words["possessors"]:
            return body
        if behind and self._is_nominal(behind[0]):
            gives = group.lemma in self.words["verbs.giving"] and not any(
                self._low(i) in self.words["prepositions"] for i in behind
            )
            return [*body, *self._meant()] if gives else body
        at = body.index(group.last) + 1 if group.last in body else len(body)
        while at < len(body) and self._low(body[at]) in self.words["verbs.particles"]:
            if at + 1 < len(body) and self._is_nominal(body[at + 1]):
                break  # "took[ a holiday] in Madeira"
            at += 1
        return body[:at] + self._meant() + body[at:]

    def with_shared_object(self, body: list[int]) -> list[int]:
        """Read "excavated and returned the remains", "has until May to confirm or overturn it"."""
        group = self.clause.group
        second = next(
            (c for c in self.parse.clauses if c.shares_subject == self.clause.index and c.group), None
        )
        if group is None or group.passive or not body or second is None or second.verb.first != body[-1] + 2:
            return body
        either = is_alternative(second, self.language)
        wants = group.lemma in self.words["verbs.wanting_object"] and body[-1] == group.last
        if not (either or wants):
            return body
        return [*body, body[-1] + 1, *[i for i in self.parse.owned(second) if i not in self.dated]]

    def _without_comma_of_time(self, body: list[int]) -> list[int]:
        """Drop the mark behind a time that went ("Tension rose[ in January,] when he left")."""
        when = self.words["simultaneous"] & self.words["relative_places"]
        body = [i for n, i in enumerate(body) if not self._closes_date(body, n)]
        marks = {
            i
            for i, j in pairwise(body)
            if self._low(i) == "," and i - 1 in self.dated and self._low(j) in when
        }
        return [i for i in body if i not in marks or self._ends_span(i - 1)]

    def _closes_date(self, body: list[int], n: int) -> bool:
        """Read "gave up[ on 9 April 1865], at the inn", "on April 9, 1865," where the comma is the date's."""
        index = body[n]
        behind = 0 < n < len(body) - 1 and self._low(index) == "," and index - 1 in self.dated
        if not behind or body[n - 1] < self.clause.verb.last:
            return False
        date = range(body[n - 1] + 1, index)
        marked = any(self._low(i) == "," for i in date)
        return marked and self._low(body[n + 1]) in self.words["prepositions"]

    def _without_degree(self, body: list[int]) -> list[int]:
        """Drop "well into" at the end, whose time is gone."""
        if len(body) < 3 or not self._has_lost_time(body[-1]):  # noqa: PLR2004 - a clause and two words
            return body
        stressed = self._low(body[-2]) in self.words["degree_adverbs"]
        return body[:-2] if stressed else body

    def _has_lost_time(self, index: int) -> bool:
        group = self.clause.group
        free = group is not None and index - 1 != group.last  # "was voted in", "hauled it off"
        governs = free and self._low(index) in self.language.difference("prepositions", "separable", "due")
        return governs and (index + 1 in self.dated or index + 1 in self.parse.times)

    def _ends_span(self, last: int) -> bool:
        """Tell whether the time that ends at a token is a beginning or an end ("since 3 May")."""
        spans = self.language.union("origins_of_time", "until")
        while last > 0 and last in self.dated and self._low(last) not in spans:
            last -= 1
        return self._low(last) in spans

    def _meant(self) -> list[int]:
        """Return what a relative clause is about; for "the one" the noun that it stands for."""
        at = self._antecedent()
        if self._low(at) not in self.words["noun_substitutes"]:
            return self.noun_phrase(at)
        noun = self._stood_for(self.parse.clauses[self.clause.parent])
        return [at - 1, noun] if noun >= 0 else []

    def _stood_for(self, above: Clause) -> int:
        """Read "The price is above the one that", "built a bridge in place of the one that"; -1 for none."""
        if above.group is None:
            return -1
        own = [i for i in self.parse.owned(above) if i > above.verb.last]
        own = self.subject_of(above) if above.verb.copula else own
        own = own[next((n for n, i in enumerate(own) if self._is_nominal(i)), 0) :]
        end = next((n for n, i in enumerate(own) if not self._is_nominal(i)), len(own))
        head = own[end - 1] if end else -1
        named = head >= 0 and self.parse.tokens[head].is_capital
        return -1 if named or head < 0 or self._low(head) in self.words["noun_substitutes"] else head

    def _antecedent(self) -> int:
        """Return the last token of what a relative clause is about, before a time that stands between."""
        at = self.clause.antecedent
        fillers = self.words["date_fillers"] | {","}
        while at > 1 and (at in self.parse.times or self._low(at) in fillers):
            at -= 1
        return at if at in range(self.clause.antecedent + 1) else self.clause.antecedent

    def _without_marks(self, body: list[int]) -> list[int]:
        end = len(body)
        while end and not self.parse.tokens[body[end - 1]].is_word:
            end -= 1
        return body[:end]

    def _is_nominal(self, index: int) -> bool:
        token = self.parse.tokens[index]
        listed = self.language.union("prepositions", "coordinators", "subordinators", "infinitive_words")
        closed = token.low in listed
        return token.is_word and not closed and not self.language.is_adverb(token.low)

    def _is_bare_relative(self, clause: Clause) -> bool:
        """Read "the title she won", "the car the thief took": a new subject stands right behind the noun."""
        first = clause.first
        behind = clause.role is Role.RELATIVE and not clause.connector and 0 <= clause.antecedent == first - 1
        openers = self.language.union("nominative", "dummy_subjects", "articles")
        pronoun = first < clause.verb.first and self._low(first) in openers
        noun = behind and self.parse.tokens[first - 1].is_word and not self._low(first - 1)[0].isdigit()
        return pronoun and noun and first - 1 not in self.parse.times
