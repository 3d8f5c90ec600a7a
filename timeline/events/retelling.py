"""What a headline is made of where its own words do not make a clause.

In this order: without a phrase before what was said, the clause as it stands, what it describes ("A report
was published"), the sentence, its beginning. The farther down, the more of the source's own sentence.
"""

from __future__ import annotations

from timeline.events.agreement import was
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.trimming import Trimming
from timeline.events.verb_group import Mood
from timeline.events.wording import LONGEST, capitalised

_PART = 3  # words of "the last", "all but two"
_OPENING = 6  # words of a phrase before the subject, at the most
_OTHERS = frozenset({Role.COORDINATE, Role.TAIL, Role.MAIN})  # clauses that stand for themselves


class Retelling(Trimming):
    """Chooses other words for the headline of one clause, of at most `room` characters."""

    def __init__(
        self, parse: Parse, clause: Clause, dated: set[int], language: Language, room: int = LONGEST
    ) -> None:
        super().__init__(parse, clause, dated, language)
        self.room = room

    def sentence(self) -> str:
        """Return the whole sentence where it fits and is whole; "" elsewhere."""
        words = self._unmarked(list(range(len(self.parse.tokens))))
        text = self.joiner.text(words)
        return capitalised(text) if len(text) <= self.room and not self.fault_of(words) else ""

    def beginning(self) -> str:
        """Return as much of the sentence as fits, without its time and asides; "" where nothing is whole."""
        words = [i for i in range(len(self.parse.tokens)) if i not in self.dated or self._owns(i)]
        words = self._unmarked(words)
        words = self._without_aside(self._behind_opening(words))
        text = self.joiner.text(words)
        if len(text) <= self.room and not self.fault_of(words):
            return capitalised(text)
        return capitalised(self.at_border(words, self.room, lambda _index: "", {})[1])

    def _owns(self, index: int) -> bool:
        """Tell whether a time is whose something is: "won Sunday's final"."""
        after = index + 1
        while after in self.dated and self._low(after) != self.language.data["possessive"]:
            after += 1
        return after < len(self.parse.tokens) and self._low(after) == self.language.data["possessive"]

    def _behind_opening(self, words: list[int]) -> list[int]:
        """Drop "Upon closing," at the head of a sentence."""
        comma = next((n for n, i in enumerate(words[:_OPENING]) if self._low(i) == ","), 0)
        opens = bool(words) and self._low(words[0]) in self.words["prepositions"]
        return words[comma + 1 :] if opens and comma and not self._keeps_any(words[:comma]) else words

    def of_some_of_them(self) -> str:
        """Return "The last of them went home" for ", the last of whom went home on 8 June"."""
        clause = self.clause
        whom = next((i for i in self.parse.owned(clause) if self._low(i) == clause.connector), 0)
        first = whom - 1
        if clause.role is not Role.RELATIVE or not 1 < first < whom < clause.verb.first:
            return ""
        among = self._low(first) in self.words["of"] and self._low(whom) in self.words["relatives"]
        if not among or any(
            self.parse.tokens[i].is_word and not self.language.is_adverb(self._low(i))
            for i in range(whom + 1, clause.verb.first)
        ):
            return ""
        start = next((i for i in range(first - 1, 0, -1) if self._low(i) == ","), -1) + 1
        words = [
            *range(start, whom + 1),
            *[i for i in self.parse.owned(clause) if i > whom and i not in self.dated],
        ]
        if not start or first - start > _PART:
            return ""
        put_in, instead = self.changes(self._own(clause))
        text = self.joiner.text(
            self.without_rests(words), put_in, {**instead, whom: self.language.data["headline"]["them"]}
        )
        return capitalised(text) if len(text) <= self.room else ""

    def of_what_it_describes(self, body: list[int]) -> str:
        """Return "A report was published" for "in a report published on Monday"."""
        body, group = self.body(), self.clause.group
        if (
            group is None
            or group.first not in body
            or group.mood is not Mood.PAST
            or group.first < group.last
        ):
            return ""
        at = body.index(group.first)
        opens = (
            at > 1
            and self._low(body[0]) in self.words["prepositions"]
            and self._low(body[1]) in self.words["articles"]
        )
        behind = body[at + 1 : at + 2]
        governed = bool(behind) and self._is_nominal(behind[0])
        if not opens or governed or group.passive or group.lemma in self.words["verbs.intransitive"]:
            return ""
        was_done = f"{was(self.parse, body[1:at], self.language)} "
        said = [i for i in body[1 : at + 1] if i == group.first or i not in self.verbs]
        texts = (
            self.joiner.text(words, lambda i: was_done if i == group.first else "")
            for words in ([*said, *body[at + 1 :]], said)
        )
        return capitalised(next((t for t in texts if len(t) <= self.room), ""))

    def opens_with_relative(self, body: list[int]) -> bool:
        """Tell whether a relative clause has no noun, or one that is nobody ("at which", "anyone who")."""
        clause = self.clause
        if clause.role is Role.RELATIVE and clause.antecedent >= 0 and clause.connector:
            named = self._low(clause.antecedent)
            if named in self.words["whoever"] and body[0] == clause.antecedent:
                return True
        return self._low(body[0]) in self.words["relatives"]

    def describes_no_noun(self) -> bool:
        """Read "the one that it refused", "demanded that he go, which": what is meant has no name there."""
        at = self.clause.antecedent
        pronouns = self.language.union("relatives", "relative_that")
        if self.clause.role is not Role.RELATIVE or at < 0 or self.clause.connector not in pronouns:
            return False
        verbs = (c.group for c in self.parse.clauses if c.group is not None and c.group.is_finite)
        nameless = self._low(at) in self.words["noun_substitutes"] and not self._meant()
        return nameless or any(g.first <= at <= g.last for g in verbs)

    def with_content(self, body: list[int]) -> list[int]:
        """Return the words without a phrase before what is said ("admitted[ in court] that …")."""
        group, said = self.clause.group, self._content()
        if group is None or said < 0:
            return []
        return [i for i in body if not group.last < i < said]

    def _content(self) -> int:
        """Return where the clause of what is said begins, behind a phrase; -1 where there is none."""
        group = self.clause.group
        inner = next(
            (
                c
                for c in self.parse.clauses
                if c.parent == self.clause.index and c.role is Role.CONTENT and c.connector
            ),
            None,
        )
        if group is None or inner is None or inner.first <= group.last + 1:
            return -1
        opens = self._low(group.last + 1) in self.words["prepositions"] or group.last + 1 in self.dated
        between = range(group.last + 1, inner.first)
        return inner.first if opens and not self._keeps_any(between) else -1

    def as_it_stands(self) -> list[int]:
        """Return the words of the clause with all that hangs on it, its subject in front."""
        group = self.clause.group
        if group is None:
            return []
        inside = {self.clause.index}
        for inner in self.parse.clauses:
            if inner.parent in inside and inner.role not in _OTHERS:
                inside.add(inner.index)
        words = [i for i, owner in enumerate(self.parse.owners) if owner in inside]
        first = next((i for i in words if self.parse.owners[i] == self.clause.index), group.first)
        words = self._without_lead([i for i in words if i >= min(first, group.first)])
        return words if self._has_subject(group.first) else [*self._subject(), *words]
