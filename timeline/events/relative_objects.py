"""What a relative clause is about, put back as its object: "[the council that] Vass had set up".

"the title she won" has no pronoun of its own: the noun stands right before its subject.
"""

from __future__ import annotations

from timeline.events.clauses import Clause, Role
from timeline.events.openings import Openings


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
                return [*rest, body[0], *self.noun_phrase(self._antecedent())]
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
            return [*body, *self.noun_phrase(self._antecedent())] if gives else body
        at = body.index(group.last) + 1 if group.last in body else len(body)
        while at < len(body) and self._low(body[at]) in self.words["verbs.particles"]:
            if at + 1 < len(body) and self._is_nominal(body[at + 1]):
                break  # "took[ a holiday] in Madeira"
            at += 1
        return body[:at] + self.noun_phrase(self._antecedent()) + body[at:]

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
