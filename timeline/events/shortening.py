"""Shortening a clause to a headline.

Phrases go from the end on, never a word that keeps a claim a claim, and no word is cut.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline.events.agreement import was
from timeline.events.clauses import Role
from timeline.events.cutting import Cutting
from timeline.events.own_tense import in_own_tense
from timeline.events.verb_group import BARE_FORM, Mood, VerbGroup

_LOOSE = frozenset({Role.RELATIVE, Role.PARTICIPLE, Role.ADVERBIAL})


class Shortening(Cutting):
    """Shortens the words of one clause."""

    def shortened(self, body: list[int], room: int) -> tuple[list[int], str]:
        """Return the words without phrases from the end on until they fit `room` characters, and joined.

        Both are empty where they do not fit.
        """
        put_in, instead = self.changes(body)
        text = self.joined(body, put_in, instead)
        while len(text) > room:
            shorter = self._drop_one(body)
            if shorter is None:
                bare = self._without_described(body)
                if len(bare) < len(body):
                    body, text = bare, self.joined(bare, put_in, instead)
                    continue
                found = self.at_border(body, room, put_in, instead)
                shorter = None if found[0] else self.drop_before(body, self._verb_end(), loosely=True)
                if shorter is None:
                    return found
            body = self.without_rests(shorter)
            text = self.joined(body, put_in, instead)
        return body, text

    def changes(self, body: list[int]) -> tuple[Callable[[int], str], Mapping[int, str]]:
        """Return what is put in before a token, and what stands instead of one."""
        agreeing = was(self.parse, self._agreeing(body), self.language)
        return self._put_in(body), in_own_tense(self.parse, self.clause, body, agreeing, self.language)

    def _drop_one(self, body: list[int]) -> list[int] | None:
        """Drop the last phrase that may go.

        Behind a comma, from a conjunction, or from a preposition behind the verb's object.
        """
        verb = self._verb_end()
        seams = [n for n, i in enumerate(body) if self._is_seam(body, n) and i > verb + 1]
        for start in reversed(seams):
            ends = (
                self.verbs if self.parse.tokens[body[start]].low not in self.words["infinitive_words"] else ()
            )
            end = next((n for n, i in enumerate(body) if n > start and (n in seams or i in ends)), len(body))
            end = self._whole_clause(body, start, end)
            if (
                start < end - 1
                and end < len(body)
                and self.parse.tokens[body[end - 1]].low in self.words["coordinators"]
            ):
                end -= 1  # "to withdraw guns[ by Friday] and to free the men"
            listed = self.parse.tokens[body[start]].low == "," and end < len(body) and body[end] in self.verbs
            if (
                not listed
                and not self._is_needed(body[start])
                and not self._keeps_any(self._plain(body[start:end]))
            ):
                return body[:start] + body[end:]
        bare = self._without_aside(body)
        if len(bare) < len(body):
            return bare
        adverb = next((n for n, i in enumerate(body) if n and self._is_idle_adverb(i)), 0)
        if adverb:
            return body[:adverb] + body[adverb + 1 :]
        return self.drop_before(body, verb)

    def _verb_end(self) -> int:
        return self.clause.group.last if self.clause.group else -1

    def drop_before(self, body: list[int], verb: int, *, loosely: bool = False) -> list[int] | None:
        """Drop a phrase of the subject; half of two subjects only where nothing else can go.

        `loosely`: also one that a participle needs ("managers not staying[ with the firm]").
        """
        joints = self.words["coordinators"]
        group = self.clause.group
        seams = [n for n, i in enumerate(body) if n and i < verb and self._is_seam(body, n)]
        seams = [n for n in seams if loosely or not self.completes_verb(body, n)]
        halves = [n for n in seams if self._low(body[n]) in joints]
        end = next((n for n, i in enumerate(body) if group is None or i >= group.first), len(body))
        whole = [n for n in seams if n not in halves and n < end - 1]
        if self._low(body[end - 1]) == ",":  # an aside goes with both of its commas
            whole = [n for n in whole if self._low(body[n]) == ","] or whole
        for start in (*whole[-1:], *halves[-1:]):
            listed = self._low(body[start]) == "," and any(self._low(i) in joints for i in body[start:end])
            first = next((n for n in range(1, start) if self._low(body[n]) == ","), 0)
            fronted = first and self.language.is_adverb(self._low(body[0]))
            if start in halves and first and not fronted and not self._keeps_any(body[first:end]):
                return body[:first] + body[end:]  # "Rowe[, Lund and Ode] signed it"
            listed = listed or self.parts_one_name(body, start)
            if end > start and not listed and not self._keeps_any(self._plain(body[start:end])):
                return body[:start] + body[end:]
        return None

    def _without_aside(self, body: list[int]) -> list[int]:
        """Drop what stands between two commas in the subject ("Mr Voss, the firm's head, left")."""
        verb = self._verb_end()
        commas = [n for n, i in enumerate(body) if self.parse.tokens[i].low == "," and i < verb]
        if len(commas) > 1 and not self._keeps_any(body[commas[0] : commas[-1]]):
            return body[: commas[0]] + body[commas[-1] + 1 :]
        return body

    def _whole_clause(self, body: list[int], start: int, end: int) -> int:
        """Let a dropped phrase take the rest of a clause that it opens, or that describes it, with it."""
        opened = {
            c.index
            for c in self.parse.clauses
            if c.role in _LOOSE and start < len(body) and c.first == body[start]
        }
        described = {
            c.index
            for c in self.parse.clauses
            if c.role in {Role.RELATIVE, Role.PARTICIPLE} and c.antecedent in body[start:end]
        }
        begun = {c.index for c in self.parse.clauses if c.role is Role.CONTENT and c.first in body[start:end]}
        gone = (opened | described | begun) - {self.clause.index}
        inside = gone | {c.index for c in self.parse.clauses if c.parent in gone}
        while end < len(body) and self.parse.owners[body[end]] in inside:
            end += 1
        return end

    def _plain(self, indexes: list[int]) -> list[int]:
        """Return words without those of relative clauses: they say of somebody else what must be kept."""
        relatives = {
            c.index
            for c in self.parse.clauses
            if c.role is Role.RELATIVE
            or (c.role is Role.PARTICIPLE and c.antecedent == c.first - 1 and self._follows_verb(c.first))
        } - {self.clause.index}
        described = any(self.parse.owners[i] not in relatives for i in indexes)
        return [i for i in indexes if self.parse.owners[i] not in relatives] if described else indexes

    def _is_needed(self, index: int) -> bool:
        """Tell whether an infinitive is what the verb orders or plans ("told residents to leave")."""
        group = self.clause.group
        following = self.parse.tokens[index + 1].low if index + 1 < len(self.parse.tokens) else ""
        accused = group is not None and group.lemma in self.words["verbs.distance"]
        if accused and self.parse.tokens[index].low == "," and following in self.words["of"]:
            return True  # "accused the two, at large, of taking the money"
        if group is None or not self._opens_infinitive(index):
            return False  # "set a deadline for his return[ to Arl]"
        listed = self.language.union(
            "verbs.telling",
            "verbs.plan",
            "verbs.announce",
            "verbs.ordering",
            "verbs.failing",
            "verbs.wanting",
            "verbs.seeming",
        )
        return group.lemma in listed

    def _is_idle_adverb(self, index: int) -> bool:
        token = self.parse.tokens[index]
        group = self.clause.group
        if group is None or not group.first - 1 <= index < group.head:
            return False  # "nearly 1,000" is not 1,000
        return (
            bool(self.language.patterns["adverb"].fullmatch(token.low))
            and self.language.is_adverb(token.low)
            and not self._is_kept(token)
        )

    def _is_seam(self, body: list[int], position: int) -> bool:
        token = self.parse.tokens[body[position]]
        if token.low == ",":
            return True
        if self.is_inside(body, position):
            return False
        before = self.parse.tokens[body[position - 1]].low if position else ""
        if token.low in self.words["coordinators"]:
            return before != "," and self.opens_phrase(body, position + 1)
        is_preposition = token.low in self.words["prepositions"] and token.low not in self.words["of"]
        infinitive = token.low in self.words["infinitive_words"]
        inner = any(
            c.first == body[position] and c.role in _LOOSE and c.index != self.clause.index
            for c in self.parse.clauses
        ) and not self.is_said_of_company(body, position)
        return (
            (is_preposition or infinitive or inner)
            and before != ","
            and before not in self.words["prepositions"]
        )

    def _put_in(self, body: list[int]) -> Callable[[int], str]:
        """Return what is set before which token: an auxiliary, whose it is, an article for a lost day."""
        auxiliary = self._auxiliary()
        first = body[0] if body else -1
        owner = self._possessor()
        article = str(self.language.data["headline"]["definite"]) + " "

        def text(index: int) -> str:
            orphan = index > 0 and self._is_orphan(index - 1) and not owner
            lead = (owner if index == first else "") or (article if orphan else "")
            return lead + auxiliary(index)

        return text

    def _possessor(self) -> str:
        """Return "The office's " for "whose": what the relative clause hangs on, as an owner."""
        clause = self.clause
        if clause.role is not Role.RELATIVE or clause.connector not in self.words["possessors"]:
            return ""
        owner = self.joiner.text(self.noun_phrase(clause.antecedent)) if clause.antecedent >= 0 else ""
        return f"{owner}{self.language.data['possessive']} " if owner else ""

    def _auxiliary(self) -> Callable[[int], str]:
        """Return what puts "was" or "were" before a participle that has to stand as a finite verb."""
        group = self.clause.group
        if group is None:
            return lambda _index: ""
        text = ""
        bare = self.parse.tokens[group.first].low in self.words["bare_be"]
        if bare and self.clause.shares_subject >= 0:
            text = self._shared_auxiliary()
        elif bare and group.mood is Mood.MUST:
            text = self.language.data["headline"]["must"] + " "
        elif group.mood is Mood.PARTICIPLE and not self._says_what(group):
            text = was(self.parse, self._subject(), self.language) + " "
        elif self.clause.shares_subject >= 0 and (
            group.first == group.last or self._low(group.first) in self.words["infinitive_words"]
        ):
            text = self._shared_auxiliary()
        elif (
            group.passive
            and group.mood is Mood.PAST
            and group.first == group.last
            and not self._has_auxiliary(group.first)
        ):  # "and 23 injured"
            text = was(self.parse, self.subject_of(self.clause), self.language) + " "
        at = group.first
        if group.mood is Mood.MUST and at and self._low(at - 1) in self.words["negating"]:
            at -= 1  # "that he [must ]not be denied"
        return lambda index: text if index == at else ""

    def _says_what(self, group: VerbGroup) -> bool:
        """Read "announced that …": a verb with what is said behind it is active."""
        saying = self.language.union("verbs.frame", "verbs.announce")
        following = self.parse.tokens[group.last + 1 : group.last + 2]
        return group.lemma in saying and bool(following) and following[0].low in self.words["relative_that"]

    def _has_auxiliary(self, verb: int) -> bool:
        """Tell whether a form of "to be" stands before a participle ("were last cleared in 2019")."""
        before = next((i for i in range(verb - 1, -1, -1) if not self._is_between(i)), -1)
        return before >= 0 and self._low(before) in self.language.data["auxiliaries"]["be"]

    def _is_between(self, index: int) -> bool:
        return self.language.is_adverb(self._low(index)) or self._low(index) in self.words["order_adverbs"]

    def _shared_auxiliary(self) -> str:
        """Read "were arrested and charged": the second verb takes the auxiliaries of the first."""
        clause = self.clause
        while clause.shares_subject >= 0 and clause.shares_subject != clause.index:
            clause = self.parse.clauses[clause.shares_subject]
        first = clause.group
        group = self.clause.group
        if first is None or group is None:
            return ""
        if (
            first.mood is Mood.DUE is group.mood
            and self.parse.tokens[group.first].low in self.words["infinitive_words"]
        ):
            return self.parse.tokens[first.first].text + " "  # "is to leave and to come back"
        bare = first.mood is group.mood and group.mood in BARE_FORM
        if not bare and not (first.passive and group.passive):
            return ""
        ahead = self.language.data["headline"]["backshifted"] if first.mood is Mood.BACKSHIFT else {}
        texts = [
            ahead.get(self.parse.tokens[i].low, self.parse.tokens[i].text)
            for i in range(first.first, first.head)
            if i not in self.parse.times and not (bare and self.language.is_adverb(self.parse.tokens[i].low))
        ]
        return " ".join(texts) + " " if texts else ""

    def _agreeing(self, body: list[int]) -> list[int]:
        """Return the subject that the verb of a headline agrees with."""
        group = self.clause.group
        own = self._subject() or self.subject_of(self.clause)
        return own or [i for i in body if group and i < group.first]
