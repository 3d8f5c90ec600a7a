"""What hangs at the end of a headline and belongs to words that are not in it.

"in civil suits previously[ filed by …]", "met him in Arl and then[ in Ode]", "a pact, pursuant[ to which …]".
"""

from __future__ import annotations

from timeline.events.clauses import Role
from timeline.events.relative_objects import RelativeObjects


class LooseEnds(RelativeObjects):
    """Drops what hangs at the end of a headline."""

    def _without_time_leader(self, body: list[int]) -> list[int]:
        """Drop what led to a time before the last marks ("will go on into[ 1990]." and a closing quote)."""
        marks = next((n for n in range(1, len(body)) if self.parse.tokens[body[-n]].is_word), len(body))
        return body[:-marks] if 1 < marks < len(body) and self._has_lost_time(body[-marks]) else body

    def _without_loose_end(self, body: list[int]) -> list[int]:
        group = self.clause.group
        if group is None or len(body) < 3 or body[-1] <= group.last + 1:  # noqa: PLR2004 - a clause and a word
            return body
        last, before = body[-1], body[-2]
        lost = last + 1
        if lost >= len(self.parse.tokens) or not self.parse.tokens[lost].is_word or self._keeps_any([last]):
            return body
        if self.language.is_adverb(self._low(last)):
            if self._low(before) in self.words["coordinators"] and before > group.last:
                return body[:-2]
            owned = self._low(before) in self.words["possessive_marks"]
            return body[:-1] if self._begins_participle(lost) and not owned else body
        leads = self._low(before) == "," and self._low(lost) in self.words["infinitive_words"]
        return body[:-2] if leads and lost not in self.dated else body

    def _begins_participle(self, index: int) -> bool:
        return any(
            c.role is Role.PARTICIPLE and c.group is not None and index in {c.first, c.group.first}
            for c in self.parse.clauses
            if c.index != self.clause.index
        )
