"""What stands at the head of a sentence and is no part of its deed: a label, a heading, a lone "that"."""

from __future__ import annotations

from timeline.events.clause_words import ClauseWords

_LABEL = 3  # words of a label before a colon, at the most


class Openings(ClauseWords):
    """Drops what stands before the words of one clause."""

    def _low(self, index: int) -> str:
        return self.parse.tokens[index].low

    def _behind_label(self, body: list[int]) -> list[int]:
        """Drop "Background:" in front."""
        group = self.clause.group
        colon = next(
            (n for n, i in enumerate(body[: _LABEL + 1]) if self._low(i) in self.words["label_marks"]), 0
        )
        labels = colon and group is not None and body[colon] < group.first
        return body[colon + 1 :] if labels else body

    def _behind_heading(self, body: list[int]) -> list[int]:
        """Drop "About Acme" of "About Acme Acme was founded in 1961": a heading run into its paragraph."""
        opens = len(body) > _LABEL and self._low(body[0]) in self.words["prepositions"]
        for size in range(1, _LABEL + 1) if opens else ():
            first, again = body[1 : size + 1], body[size + 1 : 2 * size + 1]
            if [self._low(i) for i in first] == [self._low(i) for i in again]:
                return body[size + 1 :]
        return body

    def _without_that(self, body: list[int]) -> list[int]:
        """Drop "that" before a name: it opens what is said, and points at nothing ("that Rowe, who left")."""
        that = len(body) > 1 and self._low(body[0]) in self.words["relative_that"]
        return body[1:] if that and self.parse.tokens[body[1]].is_capital else body
