"""What a relative clause describes: the noun before it, or one farther off."""

from __future__ import annotations

from timeline.events.clauses import Role
from timeline.events.time_phrases import TimePhrases


class Described(TimePhrases):
    """Finds what the relative clause of one clause is about."""

    def _low_in(self, index: int, name: str) -> bool:
        return self.parse.tokens[index].low in self.words[name]

    def _before_place(self, phrase: list[int]) -> list[int]:
        """Return "a firm" for "a firm based in Marsk that has run it": "that" tells of no bare name."""
        tokens, before = self.parse.tokens, phrase[0] - 1 if phrase else 0
        names = bool(phrase) and all(tokens[i].is_capital for i in phrase)
        if not names or before < 1 or not self._low_in(before, "locatives"):
            return phrase
        described = next(
            (c for c in self.parse.clauses if c.role is Role.PARTICIPLE and c.verb.last == before - 1), None
        )
        return self.noun_phrase(described.antecedent if described else before - 1) or phrase

    def _acts_itself(self, verb: int) -> bool:
        """Read "talks with the Lending Fund, which froze its credit": the fund did, and not the talks."""
        phrase = self.noun_phrase(self.clause.antecedent)
        group, first = self.clause.verb, phrase[0] if phrase else 0
        body = bool(phrase) and any(self._low_in(i, "titles.organisation") for i in phrase)
        named = body and self.parse.tokens[phrase[-1]].is_capital and self._low_in(first - 1, "with_somebody")
        behind = self.parse.tokens[group.last + 1 : group.last + 2]
        governs = not group.passive and any(t.low in self.words["determiners"] for t in behind)
        return first > 0 and named and governs and self.clause.antecedent < verb
