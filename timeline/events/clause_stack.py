"""The stack of open clauses while a sentence is read.

What opens one, what closes one, and who owns each token.

`ClauseStack` is the ground on which `Participles`, `VerbPlacing` and the reader itself are built, each a
step of the same walk.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clauses import Clause, Role
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.events.verb_group import Mood, VerbGroup
from timeline.events.verbs import find_groups

_CLOSED_BY_COMMA = frozenset(
    {Role.RELATIVE, Role.ADVERBIAL, Role.CONDITION, Role.PARTICIPLE, Role.ATTRIBUTION}
)


class ClauseStack:
    """The open clauses of a sentence: `open` are their indexes, innermost last."""

    def __init__(
        self,
        tokens: tuple[Token, ...],
        times: frozenset[int],
        language: Language,
        *,
        historic: bool = False,
    ) -> None:
        self.tokens, self.times, self.language = tokens, times, language
        self.words, self.phrases = language.words, language.phrases
        groups = find_groups(tokens, times, language, historic=historic)
        self.groups = {g.first: g for g in groups}
        self.finite = sorted(g.first for g in groups if g.is_finite)
        self.infinitives = [g for g in groups if g.mood is Mood.INFINITIVE]
        self.clauses: list[Clause] = [Clause(0, Role.MAIN, 0)]
        self.owners: list[int] = []
        self.open = [0]
        self.coordinator = self.comma = (
            self.parting
        ) = -1  # the last of each; `parting` is a conjunction behind a comma
        self.closed = (
            self.verbless
        ) = -1  # the comma that last closed a clause; that closes one without a verb
        self.in_quote = self._goes_on_quoting()

    @property
    def top(self) -> Clause:
        """The innermost open clause."""
        return self.clauses[self.open[-1]]

    def _goes_on_quoting(self) -> bool:
        """Tell whether the first mark of quotation closes what an earlier sentence opened.

        "They were filed," she said: a mark that leans on the word before it.
        """
        marks = self.words["quote_marks"]
        first = next((i for i, t in enumerate(self.tokens) if t.low in marks), 0)
        if not first or self.tokens[first].low in self.words["opening_quotes"]:
            return False
        following = self.tokens[first + 1] if first + 1 < len(self.tokens) else None
        return following is None or following.start > self.tokens[first].end

    def _own(self, index: int, last: int = -1) -> int:
        last = max(index, last)
        self.owners.extend([self.open[-1]] * (last + 1 - len(self.owners)))
        return last + 1

    def _push(self, role: Role, first: int, connector: str = "", antecedent: int = -1) -> Clause:
        parent = self.open[-1]
        clause = Clause(
            len(self.clauses), role, first, parent, connector, antecedent=antecedent, quoted=self.in_quote
        )
        self.clauses.append(clause)
        self.open.append(clause.index)
        return clause

    def _fill(self, index: int, group: VerbGroup) -> None:
        self.clauses[index] = replace(self.clauses[index], group=group, quoted=self.in_quote)

    def _reassign(self, clause: Clause, first: int) -> None:
        """Append a clause that takes over the top one's words from `first` on, and the clauses in them."""
        top = self.open[-1]
        self.clauses.append(clause)
        for index in range(first, len(self.owners)):
            if self.owners[index] == top:
                self.owners[index] = clause.index
        for inner in self.clauses[top + 1 : clause.index]:
            if inner.parent == top and inner.first > first:
                self.clauses[inner.index] = replace(inner, parent=clause.index)

    def _waiting(self) -> int:
        """Return the innermost open clause that still lacks its verb, below the top one.

        0 also where none does.
        """
        for index in reversed(self.open[:-1]):
            clause = self.clauses[index]
            if clause.group is None and clause.role is not Role.PARENTHESIS:
                return index
        return 0

    def _back_to_waiting(self) -> None:
        waiting = self._waiting()
        while self.open[-1] != waiting:
            self.open.pop()

    def _lacks(self) -> bool:
        return any(
            self.clauses[i].group is None and self.clauses[i].role is not Role.PARENTHESIS
            for i in self.open[:-1]
        )

    def _comma(self, index: int) -> None:
        if self._lists_years(index):
            return
        self.comma = index
        if index == self.verbless:
            self._back_to_waiting()
            return
        if self.top.role is Role.TAIL and (self._lacks() or self._says_it()):
            self.open.pop()
            return
        waiting = self._waiting()
        if len(self.open) > 1 and self.top.group:
            self.closed = index
        if self.top.role is Role.ATTRIBUTION or (self.top.group and waiting):
            while len(self.open) > 1 and self.open[-1] != waiting:
                closed = self.clauses[self.open.pop()]
                if closed.role is Role.ATTRIBUTION:
                    break
            return
        goes_on = bool(self.top.group) and (self._goes_on(index) or self._lists_deeds(index))
        if self.top.group and self.top.role in _CLOSED_BY_COMMA and not goes_on:
            self.open.pop()

    def _says_it(self) -> bool:
        """Read ", it is said,": who says it is nobody, and the clause before it goes on."""
        group = self.top.group
        return (
            group is not None
            and group.passive
            and len(self.open) > 1
            and self.tokens[group.first - 1].low in self.words["dummy_subjects"]
            and self.tokens[group.first - 2].low == ","
        )

    def _lists_years(self, index: int) -> bool:
        """Read ", born in 2003, 2006 and 2008": the comma parts figures of one list of times."""
        if index - 1 not in self.times or not {index + 1, index + 3} <= self.times:
            return False
        figures = [self.tokens[i].text for i in (index - 1, index + 1, index + 3)]
        return all(text.isdigit() for text in figures) and (
            self.tokens[index + 2].low in self.words["coordinators"]
        )

    def _lists_deeds(self, index: int) -> bool:
        """Read ", which damaged the church, broke its roof and felled a tower": three verbs of "which"."""
        second = self.groups.get(self._past_adverbs(index + 1))
        if self.top.role is not Role.RELATIVE or second is None or not self.top.connector:
            return False
        alike = second.mood is self.top.verb.mood is Mood.PAST and self._has_object(second)
        third = next((f for f in self.finite if f > second.last), 0)
        joined = third > 0 and self.tokens[third - 1].low in self.words["coordinators"]
        parted = any(self.tokens[i].low == "," for i in range(second.last, third))
        return alike and joined and not parted and self._is_behind(self.top.antecedent)

    def _is_behind(self, antecedent: int) -> bool:
        """Tell whether what a relative clause is about stands behind the verb of the clause above it."""
        above = self.clauses[self.top.parent].group
        return above is not None and antecedent > above.last

    def _goes_on(self, index: int) -> bool:
        """Tell whether a comma in a restrictive clause only parts a list: no verb before the next comma."""
        following = next(
            (i for i in range(index + 1, len(self.tokens)) if self.tokens[i].low == ","), len(self.tokens)
        )
        return (
            self.top.role is Role.PARTICIPLE
            and not any(index < f < following for f in self.finite)
            and following < len(self.tokens)
        )

    def _break(self, index: int) -> None:
        """Note that a semicolon, colon or dash.

        What follows stands for itself where it has a verb before the next break.
        """
        if not self._finite_between(index + 1, self._next_break(index + 1)):
            return
        if not self.clauses[self.open[0]].group:
            return
        self._own(index)
        clause = Clause(
            len(self.clauses), Role.COORDINATE, index + 1, -1, self.tokens[index].text, quoted=self.in_quote
        )
        self.clauses.append(clause)
        self.open = [clause.index]

    def _dash(self, index: int) -> bool:
        """Read "The bridge — it was built in 1954 — was closed": two dashes hold an aside, as brackets do.

        Return whether the dash was one of such a pair.
        """
        if not self._is_dash(index):
            return False
        asides = [i for i in self.open if self.clauses[i].role is Role.PARENTHESIS]
        if asides and self._is_dash(self.clauses[asides[-1]].first):
            self._close_bracket()
            return True
        closing = next((i for i in range(index + 2, len(self.tokens)) if self._is_dash(i)), 0)
        if not closing or any(self.tokens[i].low == ";" for i in range(index, closing)):
            return False
        goes_on = not self._finite_between(closing, self._next_break(closing + 1))
        if self.top.group is None or goes_on:
            self._push(Role.PARENTHESIS, index)
            return True
        return False

    def _is_dash(self, index: int) -> bool:
        """Tell whether a mark is a dash; one that may be a hyphen has spaces around it."""
        token = self.tokens[index]
        if token.low not in self.words["dashes"] or not 0 < index < len(self.tokens) - 1:
            return False
        apart = self.tokens[index - 1].end < token.start and token.end < self.tokens[index + 1].start
        return apart or token.low in self.words["long_dashes"]

    def _close_bracket(self) -> None:
        roles = [self.clauses[i].role for i in self.open]
        if Role.PARENTHESIS in roles:
            del self.open[roles.index(Role.PARENTHESIS) + 1 :]
            self._own(len(self.owners))
            self.open.pop()

    def _next_break(self, index: int) -> int:
        marks = self.words["clause_marks"]
        return next(
            (i for i in range(index, len(self.tokens)) if self.tokens[i].low in marks), len(self.tokens)
        )

    def _finite_between(self, first: int, last: int) -> bool:
        return any(first <= f < last for f in self.finite)

    def _past_adverbs(self, index: int) -> int:
        while index < len(self.tokens) and (
            index in self.times
            or self.language.is_adverb(self.tokens[index].low)
            or (index + 1 in self.times and self.tokens[index].low in self.words["prepositions"])
        ):
            if index in self.groups:
                break
            index += 1
        return index

    def _directly_after(self, mark: int, group: VerbGroup) -> bool:
        return mark >= 0 and self._past_adverbs(mark + 1) >= group.first

    def _has_object(self, group: VerbGroup) -> bool:
        at = self._behind_time(group.last + 1)
        follows = self.groups.get(at)
        if (
            at >= len(self.tokens)
            or at in self.times
            or (follows and follows.mood in {Mood.PAST, Mood.PARTICIPLE})
        ):
            return False
        token = self.tokens[at]
        late = token.low in self.words["halves_of_day"] and self.times & {at + 1, at + 2}
        if late or token.low in self.language.union("result_words", "verb_particles"):
            return False  # "announced late on Monday", "two cars set alight", "a plan put forward"
        closed = self.language.union("prepositions", "coordinators", "subordinators", "infinitive_words")
        if token.low in self.words["currency_marks"]:
            return True
        return token.is_word and token.low not in closed and not self.language.is_adverb(token.low)

    def _behind_time(self, index: int) -> int:
        """Read "signed on Friday a plan": the object behind a time; the same index where none follows."""
        at = index + (index + 1 in self.times and self.tokens[index].low in self.words["scene"])
        while at < len(self.tokens) and at in self.times:
            at += 1
        if not index < at < len(self.tokens) - 1 or at + 1 in self.groups:
            return index
        later = next((f for f in self.finite if f > at), -1)  # "built in 1954 two miles off was closed"
        nominal = self.tokens[at].low in self.language.union("determiners", "number_words")
        says = later > 0 and self.groups[later].lemma in self.words["verbs.frame"]
        return at if nominal and not says and (later < 0 or not self.groups[later].sure) else index

    def _takes_particle(self, group: VerbGroup) -> bool:
        """Read "put out the flames", done by somebody: an object stands behind the particle of the verb."""
        at = group.last + 2
        return (
            at < len(self.tokens)
            and at not in self.times
            and self.tokens[at - 1].low in self.words["verb_particles"]
            and self.tokens[at].low in self.language.union("determiners", "possessive_determiners")
        )

    def _speaks(self, group: VerbGroup) -> bool:
        listed = self.language.union(
            "verbs.frame", "verbs.distance", "verbs.announce", "verbs.mind", "verbs.asking"
        )
        return group.lemma in listed and group.lemma not in self.words["verbs.accusing"]
