"""Where a headline that no phrase can be taken from is cut: at the border of a phrase, else between words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.events.clauses import Clause, Role
from timeline.events.cut_lists import closed_lists
from timeline.events.gerunds import is_active_gerund, may_be_gerund
from timeline.events.set_phrases import SetPhrases
from timeline.events.verb_group import Mood
from timeline.events.wellformed import fault


class Cutting(SetPhrases):
    """Cuts the headline of one clause; `is_mild` where a headline is taken that wants something more."""

    is_mild = False

    def joined(self, body: list[int], put_in: Callable[[int], str], instead: Mapping[int, str]) -> str:
        """Return the words joined; what is left of a list is closed ("Arl and Bern[, Ede …]")."""
        return self.joiner.text(body, put_in, {**instead, **closed_lists(self.parse, body, self.language)})

    def at_border(
        self, body: list[int], room: int, put_in: Callable[[int], str], instead: Mapping[int, str]
    ) -> tuple[list[int], str]:
        """Return the longest beginning that fits and ends with a whole phrase, and joined.

        Both are empty where there is none.
        """
        loose: tuple[list[int], str] = [], ""  # without a whole phrase that holds a word of claiming
        group = self.clause.group
        for end in range(len(body) - 1, 1, -1):
            if group is None or body[end - 1] < group.last or not self._is_border(body, end):
                continue
            head = self.without_rests(body[:end])
            text = self.joined(head, put_in, instead)
            if len(text) > room or self.fault_of(head):
                continue
            of = self._low(body[len(head)]) in self.words["of"]
            if not of and not self._keeps_any(self._own_part(body[len(head) :])):
                return head, text
            if (
                of
                and self._low(head[-1])
                in self.words["quantifiers"] | self.words["measures"] | self.words["number_words"]
            ):
                continue
            loose = loose if loose[0] or not self._hangs(body[len(head)]) else (head, text)
        return loose

    def _hangs(self, index: int) -> bool:
        """Tell whether a word opens what only says more ("arraigned[ over an alleged fraud]")."""
        names = ("prepositions", "subordinators", "relatives", "infinitive_words")
        at = index + 1 if self._low(index) == "," else index
        return any(self._low(at) in self.words[name] for name in names)

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
        opens = any(c.first == body[end] and not self._is_noun(c) for c in self.parse.clauses)
        opens = opens or self._opens_gerund(body[end])
        if not (closed or opens) or self.is_inside(body, end):
            return False
        if self._parts_adjectives(body, end) or self._parts_name(body, end):
            return False
        head = set(body[:end])
        begun = [
            c for c in self.parse.clauses if c.group and c.index != self.clause.index and c.first in head
        ]
        whole = all(c.verb.last in head and c.verb.first in head for c in begun)
        return whole and not any(c.verb.last == body[end - 1] for c in begun)  # "…, alleging[ that …]"

    def _parts_adjectives(self, body: list[int], end: int) -> bool:
        """Tell whether a cut would leave half of two adjectives ("to seek legal[ and other means]")."""
        joins = self._low(body[end]) in self.words["coordinators"] and not self.opens_phrase(body, end + 1)
        many = self.language.patterns["plural"].fullmatch(self._low(body[end - 1]))
        return joins and not many and end > 1 and self._is_verb(body[end - 2])

    def _parts_name(self, body: list[int], end: int) -> bool:
        """Read "First[ of America]", "the Bank[ of Arl]": a name is not cut."""
        of = self._low(body[end]) in self.words["of"]
        after = body[end] + 1
        return (
            of
            and after < len(self.parse.tokens)
            and self.parse.tokens[after].is_capital
            and self.parse.tokens[body[end - 1]].is_capital
        )

    def parts_one_name(self, body: list[int], start: int) -> bool:
        """Read "The Economic[ and Financial Crimes Commission]": "and" inside a name."""
        joint = self._low(body[start]) in self.words["coordinators"] and start + 1 < len(body)
        if not joint or not all(self.parse.tokens[body[n]].is_capital for n in (start - 1, start + 1)):
            return False
        opens = start - 1
        while opens > 0 and self.parse.tokens[body[opens - 1]].is_capital:
            opens -= 1
        before = self._low(body[opens - 1]) if opens else ""
        first = self._low(body[opens])  # "The Economic", "the National Abortion", "Immigration"
        return start == 1 or bool({before, first} & self.words["articles"])

    def _is_noun(self, clause: Clause) -> bool:
        """Read "a sum of emergency[ funding to pay for it]": an -ing form that seemed a clause."""
        gerund = clause.group is not None and clause.verb.mood is Mood.GERUND
        return gerund and not is_active_gerund(self.parse.tokens, clause.first, self.language)

    def _opens_gerund(self, index: int) -> bool:
        """Tell whether a phrase begins with an -ing form ("an advert[ starring a golfer]")."""
        governed = any(self._low(index - 1) in self.words[name] for name in ("prepositions", "determiners"))
        return not governed and is_active_gerund(self.parse.tokens, index, self.language)

    def _without_described(self, body: list[int]) -> list[int]:
        """Return the words without a relative clause in the subject, which would push the verb out."""
        group = self.clause.group
        inside = {c.index for c in self.parse.clauses if c.role is Role.RELATIVE} - {self.clause.index}
        inside |= {c.index for c in self.parse.clauses if c.parent in inside}
        if group is None:
            return body
        kept = [i for i in body if i > group.first or self.parse.owners[i] not in inside]
        return self._without_gaps(kept) if len(kept) < len(body) else body

    def completes_verb(self, body: list[int], position: int) -> bool:
        """Read "troops stationed[ in Arl]", "accused of gunning[ down his boss]": it needs its phrase."""
        before = body[position - 1]
        governs = self._low(body[position]) in self.words["prepositions"]
        unknown = self._low(before - 1) in self.words["prepositions"]
        unknown = unknown and may_be_gerund(self._low(before), self.language)
        return governs and body[position] == before + 1 and (self._is_verb(before) or unknown)

    def fault_of(self, body: list[int]) -> str:
        """Return what is wrong with a headline of these words; "" if nothing is."""
        return fault(self.parse, self.clause, body, self.dated, self.language, mildly=self.is_mild)

    def is_unfinished(self, body: list[int]) -> bool:
        """Tell whether a headline is whole, and a reader only waits for more."""
        return not fault(self.parse, self.clause, body, self.dated, self.language, mildly=True)
