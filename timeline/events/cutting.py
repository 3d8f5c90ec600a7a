"""Where a headline that no phrase can be taken from is cut: at the border of a phrase, else between words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from timeline.events.clauses import Role
from timeline.events.pruning import Pruning
from timeline.events.verb_group import Mood
from timeline.events.wording import tidy


class Cutting(Pruning):
    """Cuts the headline of one clause."""

    def at_border(
        self, body: list[int], room: int, put_in: Callable[[int], str], instead: Mapping[int, str]
    ) -> str:
        """Return the longest beginning that fits and ends with a whole phrase; "" where there is none."""
        group = self.clause.group
        for end in range(len(body) - 1, 1, -1):
            if group is None or body[end - 1] < group.last or not self._is_border(body, end):
                continue
            head = self.without_rests(body[:end])
            text = self.joiner.text(head, put_in, instead)
            whole = group.last in head and (head[-1] > group.last or group.passive)
            if len(text) <= room and whole and not self._keeps_any(self._own_part(body[len(head) :])):
                return text
        return ""

    def _own_part(self, indexes: list[int]) -> list[int]:
        """Return words without those of ", insisting that …": what else was said does not touch the deed."""
        said = {
            c.index
            for c in self.parse.clauses
            if c.role is Role.PARTICIPLE and c.parent == self.clause.index and c.verb.mood is Mood.GERUND
        }
        said |= {c.index for c in self.parse.clauses if c.parent in said}
        return [i for i in indexes if self.parse.owners[i] not in said]

    def _is_border(self, body: list[int], end: int) -> bool:
        """Tell whether a phrase ends before `body[end]`, and no clause loses its verb there."""
        token = self.parse.tokens[body[end]]
        listed = self.language.union(
            "prepositions", "coordinators", "relatives", "subordinators", "infinitive_words", "content_words"
        )
        closed = token.low == "," or token.low in listed
        opens = any(c.first == body[end] for c in self.parse.clauses)
        if not (closed or opens) or token.low in self.words["of"]:
            return False
        head = set(body[:end])
        begun = [
            c for c in self.parse.clauses if c.group and c.index != self.clause.index and c.first in head
        ]
        whole = all(c.verb.last in head and c.verb.first in head for c in begun)
        return whole and not any(c.verb.last == body[end - 1] for c in begun)  # "…, alleging[ that …]"

    def cut(self, text: str, room: int) -> str:
        """Cut between words, and drop function words that would dangle."""
        if len(text) <= room:
            return text
        at = text.rfind(" ", 0, room + 1)
        words = (text[:at] if at > 0 else text).split()
        dangling = self.language.union("prepositions", "determiners", "coordinators", "content_words")
        dangling |= self.language.union("relatives", "subordinators", "infinitive_words", "auxiliary_words")
        rest = text[at:].split()
        while len(words) > 1 and (words[-1].strip(",;:").lower() in dangling or _parts_name(words[-1], rest)):
            rest.insert(0, words.pop())
        if words[-1][-1].isdigit() and rest and rest[0].strip(",").lower() in self.words["number_words"]:
            words.pop()  # "an alleged N1.2[ billion]"
            while len(words) > 1 and words[-1].lower() in dangling | self.words["hedging_adjectives"]:
                words.pop()
        return tidy(" ".join(words))


def _parts_name(last: str, rest: Sequence[str]) -> bool:
    """Tell whether a cut would fall inside a name."""
    return bool(rest) and last[:1].isupper() and rest[0][:1].isupper() and last[-1].isalnum()
