"""Reading the clauses of a sentence: once through its tokens with a stack.

`read_clauses(tokens, times, language)` gives a `Parse`. A relative pronoun or a conjunction opens a clause,
a comma closes it, a verb fills the innermost clause that still lacks one.
"""

from __future__ import annotations

from timeline.events.clauses import Parse, Role
from timeline.events.language import Language
from timeline.events.that_clauses import ThatClauses
from timeline.events.tokens import Token, phrase_at
from timeline.events.verb_group import BARE_FORM, Mood


def read_clauses(
    tokens: tuple[Token, ...], times: frozenset[int], language: Language, *, historic: bool = False
) -> Parse:
    """Read the clauses of a sentence; `times` are the tokens that belong to time expressions.

    `historic` tells that it stands in a chronology, which tells what was done in the present tense.
    """
    return _Reader(tokens, times, language, historic=historic).read()


class _Reader(ThatClauses):
    """Walks through the tokens of one sentence."""

    def read(self) -> Parse:
        index = 0
        while index < len(self.tokens):
            index = self._step(index)
        self._mend_main()
        self._mend_cleft()
        return Parse(
            self.tokens, tuple(self.clauses), tuple(self.owners), tuple(self.infinitives), self.times
        )

    def _step(self, index: int) -> int:
        low = self.tokens[index].low
        if index in self.times:
            return self._own(index)
        group = self.groups.get(index)
        if group and group.is_finite:
            self._verb(group)
            return self._own(index, group.last)
        if group and group.mood in {Mood.PARTICIPLE, Mood.GERUND}:
            if self._is_had_done(group, self.top.group.last if self.top.group else -1):
                self._have_done(group, -1)
            else:
                self._participle(group)
            return self._own(index, group.last)
        length = self._attribution(index)
        if length:
            return self._own(index, index + length - 1)
        self._mark(index, low)
        return self._own(index)

    def _mark(self, index: int, low: str) -> None:  # noqa: C901 - a ladder of cases, each told apart in a line
        if low in self.words["quote_marks"]:
            self.in_quote = not self.in_quote if low not in self.words["opening_quotes"] else True
        elif low == "," and (index in self.times or self._is_in_noun_phrase(index)):
            return  # "on May 3, 1945, he", "the May 3, 1945, bombing"
        elif low == ",":
            self._comma(index)
        elif low in self.words["dashes"] and self._dash(index):
            return
        elif low in self.words["clause_marks"]:
            self._break(index)
        elif low in self.language.data["brackets"]:
            self._push(Role.PARENTHESIS, index)
        elif low in self.language.data["brackets"].values():
            self._close_bracket()
        elif low in self.words["coordinators"]:
            if self._joins_times(index):
                return
            self.coordinator = index
            if self.comma == index - 1:
                self.parting = index
        elif self._resumes(index):
            self._back_to_waiting()
        else:
            self._connector(index, low)

    def _is_in_noun_phrase(self, comma: int) -> bool:
        """Read "the Dec. 21, 1988, bombing": the second comma goes with the first, in the date."""
        at = comma - 1
        while at >= 0 and at in self.times:
            at -= 1
        inside = any(self.tokens[i].low == "," for i in range(at + 1, comma))
        return inside and at >= 0 and self.tokens[at].low in self.words["determiners"]

    def _joins_times(self, index: int) -> bool:
        """Read "the storms of July 4 and 5 carried it off": two times, and no subject behind them."""
        at = index + 1
        while at in self.times:
            at += 1
        group = self.groups.get(at)
        joined = index - 1 in self.times and index + 1 in self.times
        bare = joined and self.tokens[index + 1].text[0].isdigit()  # but "came on Monday and today left"
        joined = joined and (bare or self.top.group is None)
        return joined and group is not None and group.is_finite

    def _resumes(self, index: int) -> bool:
        """Read "In the week that began on Monday they left": the pronoun is the subject of what waits."""
        verb = self.groups.get(self._past_adverbs(index + 1))
        pronoun = self.tokens[index].low
        is_subject = pronoun in self.words["nominative"] and verb is not None and verb.is_finite
        embedded = self.top.role in {Role.PARTICIPLE, Role.RELATIVE} and self.top.group is not None
        if pronoun in self.words["dummy_subjects"]:  # "once he lands in Rome it will begin"
            is_subject = verb is not None and verb.mood in BARE_FORM and self.top.role is Role.ADVERBIAL
            embedded = is_subject and self.top.group is not None
        return is_subject and embedded and self.top.verb.last < index - 1 and self._lacks()

    def _attribution(self, index: int) -> int:
        """Open "according to the ministry"; return how many words of it name it."""
        length = phrase_at(self.tokens, index, self.phrases["attribution_phrases"])
        if length:
            self._push(Role.ATTRIBUTION, index)
        return length

    def _connector(self, index: int, low: str) -> None:
        if low in self.words["relatives"]:
            self._relative(index, low)
        elif low in self.words["relative_that"]:
            self._that(index, low)
        elif (length := phrase_at(self.tokens, index, self.phrases["opening_phrases"])) and self._opens(
            index + length
        ):
            self._push(Role.ADVERBIAL, index, low)
        elif length := phrase_at(self.tokens, index, self.phrases["conditions"]):
            asks = (
                self.tokens[min(index + length, len(self.tokens) - 1)].low in self.words["infinitive_words"]
            )
            if not asks and (
                self._opens(index + length)
                or self._elliptic(index + length)
                or self._is_without_verb(index, index + length)
            ):
                self._own(index - 1) if index else None
                self._push(Role.CONDITION, index, low)
        elif (
            low in self.words["relative_places"]
            and index
            and (self.tokens[index - 1].is_word or low not in self.words["subordinators"])
            and self._opens(index + 1)
        ):
            role = Role.ADVERBIAL if low in self.words["subordinators"] else Role.RELATIVE
            self._push(role, index, low, antecedent=index - 1)
        elif low in self.words["free_relatives"] and self._is_free_relative(index):
            self._relative(index, low)
        elif (
            low in self.words["content_words"]
            and self.top.group
            and (self._speaks(self.top.group) or self._has_dummy_subject() or self._is_to_know(index))
            and self._opens(index + 1)
        ):
            self._push(Role.CONTENT, index, low)
        elif (
            low in self.words["subordinators"]
            and self._follows_clause(index + 1)
            and not self._names_a_part(index, low)
            and not self._is_governed(index)
        ):
            self._push(Role.ADVERBIAL, index, low)

    def _is_to_know(self, index: int) -> bool:
        """Read "set up a panel to ascertain how the men were sent": an infinitive asks for what follows."""
        asking = self.language.union("verbs.knowing", "verbs.asking")
        return any(g.last == index - 1 and g.lemma in asking for g in self.infinitives[-1:])

    def _is_free_relative(self, index: int) -> bool:
        """Read "during what they called a test", "What broke the deadlock was": "what" is "that which"."""
        opens = not any(t.is_word for t in self.tokens[:index])
        governed = index > 1 and self.tokens[index - 1].low in self.words["prepositions"]
        if not opens and (not governed or self._is_verb(index - 2)):  # "sealed off what they called"
            return False
        at = self._past_adverbs(index + 1)
        return self._opens(index + 1) or (at in self.groups and self.groups[at].is_finite)

    def _names_a_part(self, index: int, low: str) -> bool:
        """Read "whose recognition as a centre was withdrawn": "as" inside a subject opens no clause."""
        inside = low in self.words["as_said"] and self.top.group is None and index > self.top.first
        return inside and self.tokens[index - 1].is_word and index - 1 not in self.times

    def _is_governed(self, index: int) -> bool:
        """Read "at once and put", "as early as May": the word opens nothing."""
        compared = self.language.words["comparing_in"]
        if index > 0 and self.tokens[index - 1].low in self.language.words["articles"]:
            return True  # "a once proud maker of toys"
        counted = self.words["countable"] & {t.low for t in self.tokens[max(index - 1, 0) : index + 2]}
        if counted and compared & {t.low for t in self.tokens[max(index - 2, 0) : index : 2]}:
            return True  # "as many [as] 64"
        if counted and len(self.tokens) > index + 2 and self.tokens[index + 2].low in compared:
            return True  # "[as] many as 64"
        alike = [t.low in compared for t in self.tokens[index : index + 3 : 2]]
        if len(alike) > 1 and all(alike) and index + 3 in self.times:
            return True
        return index > 0 and phrase_at(self.tokens, index - 1, self.phrases["not_opening"]) > 1

    def _follows_clause(self, index: int) -> bool:
        """Tell whether a clause and no time follows ("after they left"; not "since then", "after May")."""
        end = self._times_end(index)
        if end > index and end in self.groups and self.tokens[index - 1].low in self.words["simultaneous"]:
            return self.groups[end].is_finite  # "as Easter week began"; but "had worked since 1926 had left"
        if (
            index >= len(self.tokens)
            or index in self.times
            or self.tokens[index].low in self.words["not_openers"]
            or self.tokens[index].low in self.words["of"]  # "because of"
            or (self.tokens[index].low == "," and self._is_alone(index - 1))
        ):
            return False
        return self._opens(index)

    def _is_alone(self, index: int) -> bool:
        return self.tokens[index].low in self.words["alone_before_comma"]

    def _times_end(self, index: int) -> int:
        while index < len(self.tokens) and index in self.times:
            index += 1
        return index

    def _elliptic(self, index: int) -> bool:
        """Read "If convicted, he could": a participle stands for the clause."""
        group = self.groups.get(index)
        return group is not None and not group.sure

    def _is_without_verb(self, index: int, after: int) -> bool:
        """Read "If the rebels win, he will have lost": a condition up to its comma, verb or no verb."""
        if after < len(self.tokens) and self.tokens[after].low in self.words["nominative"]:
            return not self._finite_between(after, len(self.tokens))  # "will strike if they boost prices"
        comma = self._next_comma(after)
        opens = not any(t.is_word for t in self.tokens[:index]) and comma > after
        self.verbless = comma if opens and self._finite_between(comma, len(self.tokens)) else -1
        return self.verbless > 0

    def _relative(self, index: int, low: str) -> None:
        before = index - 1
        if before > 2 and self.tokens[before].low == "," == self.tokens[before - 2].low:  # noqa: PLR2004 - "Rowe, 56, who"
            before -= 2 if self.tokens[before - 1].text[0].isdigit() else 0
        while before > 0 and (
            self.tokens[before].low == ","
            or self.tokens[before].low in self.words["prepositions"]
            or self.tokens[before].low in self.language.data["brackets"]
            or self.tokens[before].low in self.words["dashes"]
        ):
            before -= 1
        if self.top.role is Role.PARTICIPLE:
            self.open.pop()
        governed = index > 0 and self.tokens[index - 1].low in self.words["prepositions"]
        self._push(Role.RELATIVE, index, low, antecedent=before)
        if governed and len(self.owners) == index:  # "to which", "for whom"
            self.owners[index - 1] = self.open[-1]
