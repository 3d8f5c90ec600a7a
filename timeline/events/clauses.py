"""Clauses: which words of a sentence belong to which verb, and how the clauses hang together.

`read_clauses(tokens, times, language)` gives a `Parse`: the clauses and, for each token, the clause that owns it. It goes through the
sentence once with a stack: a relative pronoun or a conjunction opens a clause, a comma closes it, a verb fills the innermost clause that
still lacks one. What a clause embeds is not its own, so that its own words are what a headline may keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from timeline.events.language import Language
from timeline.events.tokens import Token, phrase_at
from timeline.events.verbs import Mood, VerbGroup, find_groups


class Role(StrEnum):
    """How a clause hangs on the one above it."""

    MAIN = "main"
    COORDINATE = "coordinate"
    CONTENT = "content"  # what is said, thought, decided
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    CONDITION = "condition"
    PARTICIPLE = "participle"
    TAIL = "tail"  # ", the ministry said"
    PARENTHESIS = "parenthesis"
    ATTRIBUTION = "attribution"  # "according to the ministry"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its verb group, the token where it begins, and the clause above (`parent`, -1 for none)."""

    index: int
    role: Role
    first: int
    parent: int = -1
    connector: str = ""
    group: VerbGroup | None = None
    shares_subject: int = -1  # the clause whose subject it shares ("arrived and met"), -1 for none
    antecedent: int = -1  # the token before a relative clause or a participle
    quoted: bool = False  # its verb stands in quotation marks


@dataclass(frozen=True, slots=True)
class Parse:
    """The clauses of a sentence; `owners[i]` is the index of the clause that owns token i."""

    tokens: tuple[Token, ...]
    clauses: tuple[Clause, ...]
    owners: tuple[int, ...]
    infinitives: tuple[VerbGroup, ...]
    times: frozenset[int] = field(default_factory=frozenset)

    def owned(self, clause: Clause) -> list[int]:
        """Return the tokens of a clause, without those of the clauses inside it."""
        return [i for i, owner in enumerate(self.owners) if owner == clause.index]

    def chain(self, clause: Clause) -> list[Clause]:
        """Return the clauses above, nearest first."""
        above = []
        while clause.parent >= 0:
            clause = self.clauses[clause.parent]
            above.append(clause)
        return above


def read_clauses(tokens: tuple[Token, ...], times: frozenset[int], language: Language) -> Parse:
    """Read the clauses of a sentence; `times` are the tokens that belong to time expressions."""
    return _Stack(tokens, times, language).read()


_CLOSED_BY_COMMA = frozenset(
    {Role.RELATIVE, Role.ADVERBIAL, Role.CONDITION, Role.PARTICIPLE, Role.ATTRIBUTION}
)


class _Stack:
    """The reader: `open` are the indexes of the clauses now open, innermost last."""

    def __init__(self, tokens: tuple[Token, ...], times: frozenset[int], language: Language) -> None:
        self.tokens, self.times, self.language = tokens, times, language
        self.words, self.phrases = language.words, language.phrases
        groups = find_groups(tokens, times, language)
        self.groups = {g.first: g for g in groups}
        self.finite = sorted(g.first for g in groups if g.is_finite)
        self.infinitives = [g for g in groups if g.mood is Mood.INFINITIVE]
        self.clauses: list[Clause] = [Clause(0, Role.MAIN, 0)]
        self.owners: list[int] = []
        self.open = [0]
        self.coordinator = self.comma = (
            self.parting
        ) = -1  # the last of each; `parting` is a conjunction behind a comma
        self.closed = -1  # the comma that last closed a clause
        self.in_quote = False

    def read(self) -> Parse:
        index = 0
        while index < len(self.tokens):
            index = self._step(index)
        return Parse(
            self.tokens, tuple(self.clauses), tuple(self.owners), tuple(self.infinitives), self.times
        )

    # -- one token ---------------------------------------------------------------------------------------------------

    def _step(self, index: int) -> int:
        low = self.tokens[index].low
        if index in self.times:
            return self._own(index)
        group = self.groups.get(index)
        if group and group.is_finite:
            self._verb(group)
            return self._own(index, group.last)
        if group and group.mood in {Mood.PARTICIPLE, Mood.GERUND}:
            self._participle(group)
            return self._own(index, group.last)
        length = self._attribution(index)
        if length:
            return self._own(index, index + length - 1)
        self._mark(index, low)
        return self._own(index)

    def _mark(self, index: int, low: str) -> None:
        if low in self.words["quote_marks"]:
            self.in_quote = not self.in_quote if low not in self.words["opening_quotes"] else True
        elif low == ",":
            self._comma(index)
        elif low in self.words["clause_marks"]:
            self._break(index)
        elif low in self.language.data["brackets"]:
            self._push(Role.PARENTHESIS, index)
        elif low in self.language.data["brackets"].values():
            self._close_bracket()
        elif low in self.words["coordinators"]:
            self.coordinator = index
            if self.comma == index - 1:
                self.parting = index
        else:
            self._connector(index, low)

    def _own(self, index: int, last: int = -1) -> int:
        last = max(index, last)
        self.owners.extend([self.open[-1]] * (last + 1 - len(self.owners)))
        return last + 1

    # -- opening and closing -----------------------------------------------------------------------------------------

    @property
    def top(self) -> Clause:
        return self.clauses[self.open[-1]]

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

    def _comma(self, index: int) -> None:
        self.comma = index
        waiting = self._waiting()
        if len(self.open) > 1 and self.top.group:
            self.closed = index
        if self.top.role is Role.ATTRIBUTION or (self.top.group and waiting):
            while len(self.open) > 1 and self.open[-1] != waiting:
                closed = self.clauses[self.open.pop()]
                if closed.role is Role.ATTRIBUTION:
                    break
            return
        if self.top.group and self.top.role in _CLOSED_BY_COMMA and not self._goes_on(index):
            self.open.pop()

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

    def _waiting(self) -> int:
        """Return the innermost open clause that still lacks its verb, below the top one; 0 also where none does."""
        for index in reversed(self.open[:-1]):
            clause = self.clauses[index]
            if clause.group is None and clause.role is not Role.PARENTHESIS:
                return index
        return 0

    def _lacks(self) -> bool:
        return any(
            self.clauses[i].group is None and self.clauses[i].role is not Role.PARENTHESIS
            for i in self.open[:-1]
        )

    def _break(self, index: int) -> None:
        """A semicolon, colon or dash: what follows stands for itself where it has a verb before the next break."""
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

    def _close_bracket(self) -> None:
        roles = [self.clauses[i].role for i in self.open]
        if Role.PARENTHESIS in roles:
            self._own(len(self.owners))
            del self.open[roles.index(Role.PARENTHESIS) :]

    def _next_break(self, index: int) -> int:
        marks = self.words["clause_marks"]
        return next(
            (i for i in range(index, len(self.tokens)) if self.tokens[i].low in marks), len(self.tokens)
        )

    def _finite_between(self, first: int, last: int) -> bool:
        return any(first <= f < last for f in self.finite)

    # -- words that open a clause ------------------------------------------------------------------------------------

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
        elif length := phrase_at(self.tokens, index, self.phrases["conditions"]):
            if self._opens(index + length) or self._elliptic(index + length):
                self._own(index - 1) if index else None
                self._push(Role.CONDITION, index, low)
        elif (
            low in self.words["relative_places"]
            and index
            and self.tokens[index - 1].is_word
            and self._opens(index + 1)
        ):
            role = Role.ADVERBIAL if low in self.words["subordinators"] else Role.RELATIVE
            self._push(role, index, low, antecedent=index - 1)
        elif (
            low in self.words["content_words"]
            and self.top.group
            and self._speaks(self.top.group)
            and self._opens(index + 1)
        ):
            self._push(Role.CONTENT, index, low)
        elif low in self.words["subordinators"] and index + 1 not in self.times and self._opens(index + 1):
            self._push(Role.ADVERBIAL, index, low)

    def _elliptic(self, index: int) -> bool:
        """ "If convicted, he could": a participle stands for the clause."""
        group = self.groups.get(index)
        return group is not None and not group.sure

    def _relative(self, index: int, low: str) -> None:
        before = index - 1
        while before > 0 and (
            self.tokens[before].low == "," or self.tokens[before].low in self.words["prepositions"]
        ):
            before -= 1
        if self.top.role is Role.PARTICIPLE:
            self.open.pop()
        self._push(Role.RELATIVE, index, low, antecedent=before)

    def _that(self, index: int, low: str) -> None:
        """ "that" after a verb of saying opens what is said; after a noun and before a verb it is relative."""
        after = self._past_adverbs(index + 1)
        if not self._opens(index + 1):
            return
        saying = self.top.group is not None and self._governs_content(self.top.group, index)
        if after in self.groups and not saying:
            self._push(Role.RELATIVE, index, low, antecedent=index - 1)
        elif saying or after not in self.groups:
            if self.top.role is Role.CONTENT and self.top.group and self.coordinator == index - 1:
                self.open.pop()
            self._push(Role.CONTENT, index, low)

    def _governs_content(self, group: VerbGroup, index: int) -> bool:
        """Tell whether the words between a verb and "that" leave it the verb's: times, prepositional phrases, an addressee."""
        names = ("frame", "distance", "announce", "mind", "denial")
        speaks = any(group.lemma in self.words[f"verbs.{name}"] for name in names)
        return speaks or index == group.last + 1

    def _past_adverbs(self, index: int) -> int:
        while index < len(self.tokens) and (
            index in self.times or self.language.is_adverb(self.tokens[index].low)
        ):
            if index in self.groups:
                break
            index += 1
        return index

    def _opens(self, index: int) -> bool:
        """Tell whether a finite verb follows before the clause could be over, with something to be its subject."""
        stops = self.words["coordinators"] | self.words["clause_marks"] | self.words["relatives"]
        for at in range(index, len(self.tokens)):
            if at in self.groups and self.groups[at].is_finite:
                return at > index or self.tokens[index - 1].low in self.words["relative_that"]
            low = self.tokens[at].low
            if low == "," and at > index + 1:
                return False
            if low in stops and at not in self.times and at > index and low not in self.words["coordinators"]:
                return self._opens_after_relative(at)
        return False

    def _opens_after_relative(self, index: int) -> bool:
        """After a relative pronoun a second verb has to come ("after the men who ran it had left")."""
        return sum(f > index for f in self.finite) > 1

    # -- verbs ---------------------------------------------------------------------------------------------------------

    def _verb(self, group: VerbGroup) -> None:
        self._drop_finished(group)
        if self.top.group is None:
            if self._is_aside(group):
                self._aside(group)
            else:
                self._fill(self.open[-1], group)
        elif self._lacks() and not self._joined(group):
            waiting = self._waiting()
            while self.open[-1] != waiting:
                self.open.pop()
            self._fill(waiting, group)
        else:
            self._second_verb(group)

    def _drop_finished(self, group: VerbGroup) -> None:
        while len(self.open) > 1 and self.top.role in {Role.PARTICIPLE, Role.ATTRIBUTION}:
            if (
                self.coordinator > self.top.first
                and not group.sure
                and self._directly_after(self.coordinator, group)
            ):
                break
            self.open.pop()

    def _is_aside(self, group: VerbGroup) -> bool:
        """A past form right behind a comma, before the clause has its verb: "The base, built in 2016, is closed"."""
        if group.sure or not self._finite_between(group.last + 1, len(self.tokens)):
            return False
        if self.comma > 0 and self._directly_after(self.comma, group):
            return self.closed != self.comma and not self._has_object(group)
        return self._in_fronted_phrase(group)

    def _in_fronted_phrase(self, group: VerbGroup) -> bool:
        """ "In a statement read on television, the general said": the form belongs to the phrase in front of the subject."""
        first = self.top.first
        while first < group.first and not self.tokens[first].is_word:
            first += 1
        opens = self.tokens[first].low in self.words["prepositions"] and first not in self.times
        comma = next((i for i in range(group.last, len(self.tokens)) if self.tokens[i].low == ","), 0)
        return (
            opens
            and self.comma < first
            and bool(comma)
            and self._finite_between(comma, len(self.tokens))
            and not self._has_object(group)
        )

    def _aside(self, group: VerbGroup) -> None:
        behind_comma = self._directly_after(self.comma, group) and self.comma > 0
        self._push(Role.PARTICIPLE, group.first, antecedent=(self.comma if behind_comma else group.first) - 1)
        self._fill(self.open[-1], replace(group, mood=Mood.PARTICIPLE, passive=True))

    def _joined(self, group: VerbGroup) -> bool:
        """Tell whether "and" binds the verb to the one just read ("who came and went")."""
        last = self.top.group.last if self.top.group else -1
        return self.coordinator > last and self._directly_after(self.coordinator, group)

    def _directly_after(self, mark: int, group: VerbGroup) -> bool:
        return mark >= 0 and self._past_adverbs(mark + 1) >= group.first

    def _second_verb(self, group: VerbGroup) -> None:
        """A verb where the open clause has one already: coordination, a frame behind a comma, speech without "that"."""
        top = self.top
        assert top.group is not None  # noqa: S101 - the caller asked
        since = top.group.last
        if top.group.lemma in self.words["linking"] and not group.sure and self._directly_after(since, group):
            return  # "stayed closed" is one state
        if self._reduced_aside(group, since):
            self._push(Role.PARTICIPLE, group.first, antecedent=self.comma - 1)
            self._fill(self.open[-1], replace(group, mood=Mood.PARTICIPLE, passive=True))
        elif self._is_tail(group, since):
            self._tail(group)
        elif self._is_absolute(group, since):
            self._push(Role.PARTICIPLE, group.first, antecedent=group.first - 1)
            self._fill(self.open[-1], replace(group, mood=Mood.PARTICIPLE, passive=True))
        elif self.coordinator > since:
            self._coordinate(group, self._conjunction(group, since) + 1)
        elif self.comma > since and self._quotes_follow():
            self._content(group, self.comma + 1)
        elif self.comma > since:
            self._coordinate(group, self.comma + 1)
        elif self._speaks(top.group):
            self._content(group, self._subject_start(group, since))
        elif not top.group.sure and not self._has_object(top.group):
            self._demote(group)
        elif not group.sure and self._object_like(group):
            self._push(Role.PARTICIPLE, group.first, antecedent=group.first - 1)
            self._fill(self.open[-1], replace(group, mood=Mood.PARTICIPLE, passive=True))
        else:
            self._zero_relative(group, since)

    def _conjunction(self, group: VerbGroup, since: int) -> int:
        """Return the conjunction that joins the clauses: one behind a comma, unless a later one stands right before the verb."""
        if self.parting > since and not self._directly_after(self.coordinator, group):
            return self.parting
        return self.coordinator

    def _reduced_aside(self, group: VerbGroup, since: int) -> bool:
        """ ", built in 2016" rather than ", arrested the mayor": no object follows."""
        if group.sure or not (self.comma > since and self._directly_after(self.comma, group)):
            return False
        if self.top.group and self.top.group.passive and self._list_goes_on(group):
            return False
        return self.coordinator < self.comma and not self._has_object(group)

    def _list_goes_on(self, group: VerbGroup) -> bool:
        """ "was founded in 1856, floated in 1987 and rescued in 2008": a further form follows behind a conjunction."""
        for index in range(group.last + 1, len(self.tokens) - 1):
            if (
                self.tokens[index].low in self.words["coordinators"]
                and self._past_adverbs(index + 1) in self.groups
            ):
                return True
        return False

    def _is_absolute(self, group: VerbGroup, since: int) -> bool:
        """ ", with a force deployed there": a preposition opens the words behind the comma, and no object follows."""
        if group.sure or self.comma <= since or self.coordinator > self.comma or self._has_object(group):
            return False
        return self.tokens[self.comma + 1].low in self.words["prepositions"]

    def _has_object(self, group: VerbGroup) -> bool:
        at = group.last + 1
        if at >= len(self.tokens) or at in self.times:
            return False
        token = self.tokens[at]
        closed = ("prepositions", "coordinators", "subordinators", "infinitive_words")
        return (
            token.is_word
            and not any(token.low in self.words[name] for name in closed)
            and not self.language.is_adverb(token.low)
        )

    def _object_like(self, group: VerbGroup) -> bool:
        return not self._has_object(group) and group.mood is Mood.PAST

    def _is_tail(self, group: VerbGroup, since: int) -> bool:
        """ ", the ministry said" at the end of a sentence or before the rest of a quotation."""
        says = any(group.lemma in self.words[f"verbs.{name}"] for name in ("frame", "distance", "announce"))
        if not says or self.comma <= since or (group.passive and not self._is_dummy(group)):
            return False
        if self.coordinator > self.comma and self._directly_after(self.coordinator, group):
            return False
        if group.lemma in self.words["verbs.announce"] and self._has_object(group):
            return False
        after = self._after_times(group.last + 1)
        return after >= len(self.tokens) or not self.tokens[after].is_word or self._inverted(group)

    def _is_dummy(self, group: VerbGroup) -> bool:
        """ ", it was announced on Sunday"."""
        return (
            self.tokens[group.first - 1].low in self.words["dummy_subjects"] and self.comma == group.first - 2
        )

    def _inverted(self, group: VerbGroup) -> bool:
        return self.comma >= group.first - 2

    def _after_times(self, index: int) -> int:
        """Pass over times, prepositional phrases and adverbs behind a verb of saying."""
        while index < len(self.tokens) and self.tokens[index].is_word:
            index += 1
        return index

    def _tail(self, group: VerbGroup) -> None:
        first = self.comma + 1
        clause = Clause(len(self.clauses), Role.TAIL, first, -1, group=group)
        self._reassign(clause, first)
        self.open = [self.open[0], clause.index]

    def _reassign(self, clause: Clause, first: int) -> None:
        self.clauses.append(clause)
        for index in range(first, len(self.owners)):
            if self.owners[index] == self.open[-1]:
                self.owners[index] = clause.index

    def _coordinate(self, group: VerbGroup, first: int) -> None:
        top = self.top
        shares = self._directly_after(first - 1, group)
        if shares and top.group and top.group.passive and not group.sure and not self._has_object(group):
            group = replace(group, passive=True)
        role = (
            top.role
            if top.role in {Role.CONTENT, Role.RELATIVE, Role.ADVERBIAL, Role.CONDITION}
            else Role.COORDINATE
        )
        clause = Clause(
            len(self.clauses),
            role,
            first,
            top.parent,
            self.tokens[first - 1].low,
            group,
            shares_subject=top.index if shares else -1,
            antecedent=top.antecedent,
            quoted=self.in_quote,
        )
        self._reassign(clause, first)
        self.open[-1] = clause.index

    def _quotes_follow(self) -> bool:
        speaks = self.top.group is not None and self._speaks(self.top.group)
        return speaks and any(
            self.tokens[i].low in self.words["quote_marks"] for i in range(self.comma, len(self.owners))
        )

    def _speaks(self, group: VerbGroup) -> bool:
        names = ("frame", "distance", "announce", "mind", "asking")
        return any(group.lemma in self.words[f"verbs.{name}"] for name in names)

    def _content(self, group: VerbGroup, first: int) -> None:
        clause = Clause(
            len(self.clauses), Role.CONTENT, first, self.open[-1], group=group, quoted=self.in_quote
        )
        self._reassign(clause, first)
        self.open.append(clause.index)

    def _subject_start(self, group: VerbGroup, since: int) -> int:
        """Return where the subject of what is said begins: behind the verb of saying, its time and its addressee."""
        start = since + 1
        while start < group.first and start in self.times:
            start += 1
        for index in range(group.first - 1, since, -1):
            if index in self.times:
                return index + 1
            low = self.tokens[index].low
            starts = low in self.words["determiners"] or low in self.words["pronouns"]
            if starts and self.tokens[index - 1].low not in self.words["prepositions"]:
                return index
        return start

    def _demote(self, group: VerbGroup) -> None:
        """The form read as the verb was a participle ("troops stationed in Niger left"): embed it, and take the new verb."""
        top = self.top
        assert top.group is not None  # noqa: S101 - the caller asked
        first = top.group.first
        clause = Clause(
            len(self.clauses),
            Role.PARTICIPLE,
            first,
            top.index,
            group=replace(top.group, mood=Mood.PARTICIPLE, passive=True),
            antecedent=first - 1,
        )
        self._reassign(clause, first)
        self._fill(top.index, group)

    def _zero_relative(self, group: VerbGroup, since: int) -> None:
        first = self._subject_start(group, since)
        clause = Clause(
            len(self.clauses),
            Role.RELATIVE,
            first,
            self.open[-1],
            "",
            group,
            antecedent=max(first - 1, 0),
            quoted=self.in_quote,
        )
        self._reassign(clause, first)
        self.open.append(clause.index)

    def _comma_before_verb(self, group: VerbGroup) -> bool:
        """Tell whether a gerund at the head of a sentence is cut off by a comma; else it is the subject ("Trading was suspended")."""
        comma = next((i for i, t in enumerate(self.tokens) if t.low == ","), len(self.tokens))
        after = group.last + 1
        if after < len(self.tokens) and self.tokens[after].low in self.words["content_words"]:
            return comma < len(self.tokens)
        return not self._finite_between(group.last + 1, comma) and comma < len(self.tokens)

    def _participle(self, group: VerbGroup) -> None:
        """A participle or gerund: behind a comma or at the head of the sentence a clause of its own, behind a noun embedded."""
        first = group.first
        before = first - 1
        while before > 0 and self.language.is_adverb(self.tokens[before].low) and before not in self.times:
            before -= 1
        low = self.tokens[before].low if before >= 0 else ""
        if group.mood is Mood.GERUND and low in self.words["gerund_prepositions"]:
            self._push(Role.PARTICIPLE, before, low)
        elif before < 0 and group.mood is Mood.GERUND and not self._comma_before_verb(group):
            return
        elif before < 0 or low == ",":
            self._push(Role.PARTICIPLE, first, antecedent=before - 1)
        elif (
            self.top.group
            and self.top.group.lemma in self.words["linking"]
            and self._directly_after(self.top.group.last, group)
        ):
            return
        elif (
            group.mood is Mood.PARTICIPLE
            and self.tokens[before].is_word
            and low not in self.words["prepositions"]
        ):
            self._push(Role.PARTICIPLE, first, antecedent=before)
        else:
            return
        if low in self.words["gerund_prepositions"] and before >= 0 and len(self.owners) > before:
            self.owners[before] = self.open[-1]
        passive = group.mood is Mood.PARTICIPLE
        self._fill(self.open[-1], replace(group, passive=passive))
