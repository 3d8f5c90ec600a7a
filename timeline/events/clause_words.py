"""Which words of a clause its headline is made of.

Without its date, what leads in, and what is embedded; with its subject in front.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.clauses import Clause, Role
from timeline.events.gerunds import is_gerund
from timeline.events.subjects import Subjects
from timeline.events.tokens import phrase_at
from timeline.events.verb_group import Mood

_PARTED = 3  # commas of "With the yacht behind him, Roe, a lawyer, opened it"


class ClauseWords(Subjects):
    """Chooses the words of one clause."""

    def body(self) -> list[int]:
        """Return the tokens of the clause that are worth keeping, in order, with its subject in front."""
        indexes = [i for i in self._own(self.clause) if i not in self.dated and not self._is_orphan(i)]
        indexes = self._without_focus(self._without_aside_word(indexes))
        indexes = self._without_lead(self._without_fronted(self._unmarked(indexes)))
        indexes = self._without_fronted(indexes)
        while indexes and self.parse.tokens[indexes[-1]].low in self.words["coordinators"] | {","}:
            indexes.pop()
        indexes = self._without_time_tail(self.without_bare_length(self._without_gaps(indexes)))
        indexes = self._without_stranded(indexes)
        return [*self._subject(), *self._deed_before(), *self._denial_before(), *indexes]

    def _without_aside_word(self, indexes: list[int]) -> list[int]:
        """Drop ", however," inside the verb."""
        group = self.clause.group
        inside = range(group.first, group.last) if group is not None else range(0)
        commas = [i for i in inside if self.parse.tokens[i].low == ","]
        return [i for i in indexes if not commas[0] <= i <= commas[-1]] if commas else indexes

    def _without_time_tail(self, indexes: list[int]) -> list[int]:
        """Drop the rest of a length that lost its clause ("stepped down, three days [after …]")."""
        comma = next(
            (n for n in range(len(indexes) - 1, 0, -1) if self.parse.tokens[indexes[n]].low == ","), 0
        )
        tail = indexes[comma + 1 :]
        group = self.clause.group
        behind = group is not None and comma > 0 and indexes[comma] > group.last
        return indexes[:comma] if behind and tail and self._is_length(tail) else indexes

    def _is_length(self, tail: list[int]) -> bool:
        """Tell whether words end in a time or are a bare length ("not long")."""
        listed = self.language.union(
            "lengths", "negations", "number_words", "determiners", "adverbs", "date_fillers"
        )
        bare = all(self.parse.tokens[i].low in listed for i in tail)
        return tail[-1] in self.parse.times or bare

    def _without_stranded(self, indexes: list[int]) -> list[int]:
        """Drop prepositions at the end that lost what they led; particles and those of the verb stay."""
        group = self.clause.group
        while len(indexes) > 1 and group is not None and indexes[-1] > group.last + 1:
            low = self.parse.tokens[indexes[-1]].low
            if low not in self.words["prepositions"] or low in self.words["verbs.particles"]:
                break
            indexes = indexes[:-1]
        return indexes

    def lacks_subject(self, indexes: list[int]) -> bool:
        """Tell whether nothing that could be a subject stands before the verb of a headline's words."""
        group = self.clause.group
        if group is None or group.first not in indexes:
            return False
        before = [self.parse.tokens[i] for i in indexes[: indexes.index(group.first)]]
        empty = self.language.union("order_adverbs", "coordinators", "adverbs")
        empty -= self.words["dummy_subjects"]
        return not any(t.is_word and t.low not in empty for t in before)

    def _without_gaps(self, indexes: list[int]) -> list[int]:
        """Drop the two commas that held an aside which is dropped ("The base, built in 2016, was closed").

        The comma that closes an apposition stays: "The guard, Alf Rowe, [who is 70,] left".
        """
        commas = [i for i in indexes if self.parse.tokens[i].low == ","]
        gone: set[int] = set()
        for first, second in pairwise(commas):
            if second > first + 1 and indexes.index(second) == indexes.index(first) + 1:
                before = [i for i in commas if i < first and i not in gone]
                gone |= {second} if len(before) % 2 else {first, second}
        return [i for i in indexes if i not in gone]

    def _is_orphan(self, index: int) -> bool:
        """Note that the possessive ending of a time that is dropped ("last July's ouster")."""
        if self._leads_in_verb(index):
            return True
        return self.parse.tokens[index].low == self.language.data["possessive"] and index - 1 in self.dated

    def _leads_in_verb(self, index: int) -> bool:
        """Read "was on Thursday arraigned": the preposition goes with its time."""
        group = self.clause.group
        inside = group is not None and group.first < index < group.head and index + 1 in self.dated
        return inside and self.parse.tokens[index].low in self.words["prepositions"]

    def _own(self, clause: Clause) -> list[int]:
        """Return the clause's tokens and those of embedded clauses that a headline keeps."""
        kept = {clause.index}
        for inner in self.parse.clauses:
            shares = inner.shares_subject  # "sentenced him after they found him sane and[ cleared him of it]"
            alone = shares < 0 or shares in kept
            if inner.parent in kept and inner.index != clause.index and alone and self._keeps(inner):
                kept.add(inner.index)
        return [i for i, owner in enumerate(self.parse.owners) if owner in kept]

    def _keeps(self, inner: Clause) -> bool:
        if inner.role in {Role.ATTRIBUTION, Role.PARENTHESIS, Role.TAIL}:
            return False
        if inner.role is Role.CONTENT or self.tells_occasion(inner):
            return True
        if (
            inner.role is Role.ADVERBIAL
            and inner.group
            and inner.group.last < (self.clause.group.first if self.clause.group else 0)
        ):
            return False  # "When the council refused, the firm left"
        if inner.role is Role.RELATIVE:  # "who is accused of …" stays, "which failed in 2019" goes
            group = self.clause.group
            subject = group is not None and inner.first < group.first
            needed = self._tells_way(inner) or (subject and self._is_whoever(inner))
            return needed or any(
                self.parse.tokens[i].low in self.words["kept_in_relatives"] for i in self.parse.owned(inner)
            )
        if self._keeps_any(self.parse.owned(inner)):
            return True
        return inner.role is Role.PARTICIPLE and self._keeps_participle(inner)

    def _keeps_participle(self, inner: Clause) -> bool:
        group = self.clause.group
        if group is not None and inner.first == group.last + 1 and inner.parent == self.clause.index:
            return True  # "was declared wanted", "was found dead"
        described = inner.antecedent >= 0 and self.parse.tokens[inner.first - 1].is_word
        return described and not self._has_time(inner)

    def tells_occasion(self, inner: Clause) -> bool:
        """Tell whether the clause inside gave this one its day ("died when the roof fell in on Sunday")."""
        inside = inner.role is Role.ADVERBIAL and inner.parent == self.clause.index
        together = inner.connector in self.words["simultaneous"]
        return inside and together and any(i in self.dated for i in self.parse.owned(inner))

    def _has_time(self, clause: Clause) -> bool:
        return any(i in self.parse.times for i in self.parse.owned(clause))

    def _unmarked(self, indexes: list[int]) -> list[int]:
        opening = self.language.union("quote_marks", "currency_marks")
        marks = (
            n
            for n, i in enumerate(indexes)
            if self.parse.tokens[i].is_word or self.parse.tokens[i].low in opening
        )
        return indexes[next(marks, len(indexes)) :]

    def _without_lead(self, indexes: list[int]) -> list[int]:
        """Drop connectives, conjunctions and marks in front of the clause."""
        openers = self.language.union("leading", "subordinators", "content_words", "relative_places")
        while indexes:
            token = self.parse.tokens[indexes[0]]
            length = phrase_at(self.parse.tokens, indexes[0], self.language.phrases["leading_phrases"])
            if indexes[0] == self.clause.first:
                length += phrase_at(self.parse.tokens, indexes[0], self.language.phrases["opening_phrases"])
            if self._governs_of(indexes[0] + (length or 1)) and token.low in self.words["prepositions"]:
                break  # "As a result of the raid, …": a phrase in front, and no connective
            if length:
                indexes = indexes[length:]
            elif (
                (not token.is_word and token.low not in self.language.union("quote_marks", "currency_marks"))
                or (token.low in openers and not self._is_subject(indexes) and not self._points(indexes[0]))
                or (
                    self.clause.role is Role.RELATIVE
                    and token.low in self.language.union("relatives", "relative_that")
                )
            ):
                indexes = indexes[1:]
            else:
                break
        return indexes

    def _without_fronted(self, indexes: list[int]) -> list[int]:
        """Drop a phrase that a preposition or a participle puts before the subject.

        "After the coup, the army …".
        """
        group = self.clause.group
        if group is None or not indexes or indexes[0] >= group.first:
            return indexes
        commas = [n for n, i in enumerate(indexes) if self.parse.tokens[i].low == "," and i < group.first]
        orders = self._low_of(indexes[0]) in self.language.phrases["order_prepositions"]
        if not commas or (self._keeps_any(indexes[: commas[-1]]) and not orders):
            return indexes  # but "After a week of accusations, the talks began"
        token = self.parse.tokens[indexes[0]]
        opens = token.low in self.words["prepositions"] or is_gerund(token.low, self.language)
        opens = opens or self._opens_with_participle(indexes, commas)
        behind = [i for i in indexes[commas[-1] + 1 :] if i < group.first]
        last = commas[-1] if behind else commas[0]  # "On closing, the head, Ann Roe, will leave"
        short = commas[0] <= 2  # noqa: PLR2004 - words of "On closing"
        parted = len(commas) == _PARTED and commas[-1] > commas[1] + 1
        named = behind or ((short or parted) and len(commas) > 1)
        return self._without_lead(indexes[last + 1 :]) if opens and named else indexes

    def _opens_with_participle(self, indexes: list[int], commas: list[int]) -> bool:
        """Read "Rated low by Roe, the bond was sold", "Knighted in 1986, he left"."""
        first, second = indexes[0], indexes[1]
        forms = {f.form for f in self.language.verb(self._low_of(first))}
        if (
            "participle" not in forms
            or forms & {"base", "third"}
            or any(self.parse.tokens[i].is_word for i in range(first))
        ):
            return False
        subject = indexes[commas[-1] + 1] if commas[-1] + 1 < len(indexes) else first
        named = self.parse.tokens[subject].is_capital or self._low_of(subject) in self.language.union(
            "determiners", "nominative", "dummy_subjects"
        )
        loose = self._low_of(second) == "," or second != first + 1
        return named and (loose or self._low_of(second) in self.words["prepositions"] or len(commas) == 1)

    def _low_of(self, index: int) -> str:
        return self.parse.tokens[index].low

    def _denial_before(self) -> list[int]:
        """Read "No one was hurt when the crane fell": the denial above an occasion stays in its headline."""
        clause = self.clause
        parent = self.parse.clauses[clause.parent] if clause.parent >= 0 else None
        if (
            clause.role is not Role.ADVERBIAL
            or parent is None
            or parent.group is None
            or clause.connector not in self.words["simultaneous"]
        ):
            return []
        owned = [i for i in self.parse.owned(parent) if i not in self.parse.times]
        denied = any(
            self.parse.tokens[i].low in self.language.union("denying_subjects", "negations") for i in owned
        )
        stirs = parent.group.lemma in self.language.union("verbs.mind", "verbs.stirring")
        if stirs:  # "Few were surprised when they came to terms"
            return []
        if not denied or not owned or owned[0] > clause.first:
            return []
        return [*[i for i in owned if i < clause.first], clause.first]

    def _deed_before(self) -> list[int]:
        """Read ", using it since 2018".

        A gerund with a time of its own needs the deed it hangs on to be a whole clause.
        """
        group = self.clause.group
        if (
            group is None
            or group.mood is not Mood.GERUND
            or self.clause.role is not Role.PARTICIPLE
            or self.clause.parent < 0
        ):
            return []
        above = self.parse.clauses[self.clause.parent]
        if above.group is None:
            return []
        owned = [
            i
            for i in self.parse.owned(above)
            if above.group.first <= i < self.clause.first and i not in self.parse.times
        ]
        end = next(
            (
                n
                for n, i in enumerate(owned)
                if i > above.group.last + 1 and self.parse.tokens[i].low in self.words["prepositions"]
            ),
            len(owned),
        )
        comma = [self.clause.first - 1] if self.parse.tokens[self.clause.first - 1].low == "," else []
        return [*[i for i in owned[:end] if i not in comma], *comma]

    def _governs_of(self, index: int) -> bool:
        return index < len(self.parse.tokens) and self.parse.tokens[index].low in self.words["of"]

    def _points(self, index: int) -> bool:
        """Tell whether "that" at the head of a sentence points back ("That decline went on")."""
        if self.parse.tokens[index].low not in self.words["relative_that"]:  # but "as many as 64"
            return any(t.low in self.words["countable"] for t in self.parse.tokens[index + 1 : index + 2])
        if self.clause.role is Role.COORDINATE and self.parse.tokens[index + 1].is_word:
            return self._low_of(index - 1) in self.words["coordinators"]  # "but that ruling was upheld"
        return self.clause.role is Role.MAIN and not any(t.is_word for t in self.parse.tokens[:index])

    def _is_subject(self, indexes: list[int]) -> bool:
        group = self.clause.group
        return (
            len(indexes) > 1
            and group is not None
            and indexes[1] == group.first
            and self.clause.role is not Role.RELATIVE
        )
