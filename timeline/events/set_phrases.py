"""Phrases that no headline may be cut in: a verb and its particle, "in return for", "four to seven".

Shortening and cutting ask `is_inside` before they part two words.
"""

from __future__ import annotations

from timeline.events.gerunds import is_gerund
from timeline.events.pruning import Pruning
from timeline.events.tokens import phrase_at
from timeline.events.verb_group import Mood

_NEAR = 3  # words of "with all fares"
_BOUND = 2  # words of "in return" before "for"


class SetPhrases(Pruning):
    """Knows which words of one clause stay together."""

    def is_inside(self, body: list[int], position: int) -> bool:
        """Tell whether a word goes on with the phrase of the one before it, which is no phrase without it."""
        index = body[position]
        if not position or body[position - 1] != index - 1:
            return False
        return (
            self._is_particle(index)
            or self._is_bound(index)
            or self._is_wanted(index)
            or self._is_between_numbers(index)
            or self._is_of_gerund(index - 1)
            or self._is_of_participle(index - 1)
        )

    def _is_particle(self, index: int) -> bool:
        """Read "plans to spin[ off its mills]"."""
        verb = self.language.verb(self._low(index - 1))
        infinitive = index > 1 and self._low(index - 2) in self.words["infinitive_words"]
        if infinitive and not self.parse.tokens[index - 1].is_capital:  # "a plan to ward[ off bidders]"
            return self._low(index) in self.words["verb_particles"]
        if self._low(index - 1) in self.language.union("reflexives", "object_pronouns"):
            return self._low(index) in self.words["telling_particles"]  # "gave himself[ up]"
        return bool(verb) and self._low(index) in self.words["verb_particles"] and self._is_verb(index - 1)

    def _is_verb(self, index: int) -> bool:
        groups = (c.group for c in self.parse.clauses if c.group)
        return any(g.last == index for g in (*groups, *self.parse.infinitives)) or is_gerund(
            self._low(index), self.language
        )

    def _is_bound(self, index: int) -> bool:
        """Read "in return[ for the contract]", "in connection[ with a theft]"."""
        first = index - _BOUND
        phrases = self.language.phrases["bound_prepositions"]
        return first >= 0 and phrase_at(self.parse.tokens, first, phrases) == _BOUND + 1

    def _is_wanted(self, index: int) -> bool:
        """Read "in an attempt[ to flee]", "in the search[ for oil]": the noun says nothing alone."""
        opens = self._low(index) in self.words["infinitive_words"] | self.words["prepositions"]
        noun = index - 1
        if not opens or noun < _BOUND or self._low(noun) not in self.words["purposes"]:
            return False
        before = noun - 1 - (self._low(noun - 1) in self.words["articles"])
        return self._low(before) in self.words["inside"]

    def _is_between_numbers(self, index: int) -> bool:
        """Read "boys aged four[ to seven]"."""
        if self._low(index) not in self.words["infinitive_words"] or index + 1 >= len(self.parse.tokens):
            return False
        return self._is_number(index - 1) and self._is_number(index + 1)

    def _is_number(self, index: int) -> bool:
        return self._low(index)[0].isdigit() or self._low(index) in self.words["number_words"]

    def _is_of_gerund(self, index: int) -> bool:
        """Read "guilty of driving[ under the influence]", "barred from recommending[ or backing it]"."""
        before = index - 1
        while before > 0 and before in self.parse.times:
            before -= 1
        while before < index - 1 and self._low(before) in self.words["date_fillers"]:
            before -= 1  # "was found on Monday clinging[ to it]"
        group = self.clause.group
        found = group is not None and before == group.last
        if before < 0 or not (found or self._low(index - 1) in self.words["prepositions"]):
            return False
        return is_gerund(self._low(index), self.language)

    def _is_of_participle(self, index: int) -> bool:
        """Read "a bulletin sent[ by the office]", "a charge associated[ with it]"."""
        return any(
            c.group is not None
            and c.group.last == index
            and c.index != self.clause.index
            and c.group.mood in {Mood.PARTICIPLE, Mood.GERUND}
            for c in self.parse.clauses
        )

    def _opens_infinitive(self, index: int) -> bool:
        at = index + 1
        while at < len(self.parse.tokens) and self.language.is_adverb(self._low(at)):
            at += 1
        base = at < len(self.parse.tokens) and any(
            f.form == "base" for f in self.language.verb(self._low(at))
        )
        read = any(g.first == index for g in self.parse.infinitives)  # also of verbs that no list has
        return read or (base and self._low(index) in self.words["infinitive_words"])

    def _follows_verb(self, index: int) -> bool:
        group = self.clause.group
        return group is not None and index > group.last + 1

    def is_said_of_company(self, body: list[int], position: int) -> bool:
        """Read "with fares[ capped at 90 crowns]": the form says what is so of what stands behind "with"."""
        before = [self._low(i) for i in body[max(0, position - _NEAR) : position]]
        return any(low in self.words["company"] for low in before) and "," not in before[-1:]

    def opens_phrase(self, body: list[int], position: int) -> bool:
        """Tell whether a conjunction joins whole phrases rather than two adjectives."""
        if position >= len(body):
            return True
        token = self.parse.tokens[body[position]]
        listed = self.language.union("determiners", "prepositions", "name_prefixes")
        closed = token.low in listed
        return closed or token.is_capital or bool(self.language.verb(token.low))
