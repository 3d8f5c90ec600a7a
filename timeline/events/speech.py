"""Speech without "that": where what is said begins, and what goes back to who says it.

"said the mayor and his deputy left", "The dam, they say, has failed", "ruled that he must go, and fined him".
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clauses import Clause, Role
from timeline.events.participles import Participles
from timeline.events.verb_group import BARE_FORM, Mood, VerbGroup


class Speech(Participles):
    """Places the verbs of what is said."""

    def _is_of_speaker(self, group: VerbGroup, first: int) -> bool:
        """Read "insists it is open, and claims that it was mined": who said the first says the second."""
        above = self.clauses[self.top.parent].group if self.top.parent >= 0 else None
        if self.top.role is not Role.CONTENT or above is None or self.open[-2:-1] != [self.top.parent]:
            return False
        says = group.lemma in self.language.union("verbs.frame", "verbs.distance")
        told = group.last + 1 < len(self.tokens) and (
            self.tokens[group.last + 1].low in self.words["relative_that"]
        )
        parted = self.parting >= 0 and first == self.parting + 1
        apart = parted or self.top.verb.mood is not group.mood
        shared = self._directly_after(first - 1, group) and above.mood is group.mood
        return says and told and apart and shared and self._speaks(above)

    def _content(self, group: VerbGroup, first: int) -> None:
        clause = Clause(
            len(self.clauses), Role.CONTENT, first, self.open[-1], group=group, quoted=self.in_quote
        )
        self._reassign(clause, first)
        self.open.append(clause.index)

    def _subject_start(self, group: VerbGroup, since: int) -> int:
        """Return where the subject of what is said begins.

        Behind the verb of saying, its time and its addressee.
        """
        start = since + 1
        while start < group.first and start in self.times:
            start += 1
        if (
            self.tokens[start].low == self.language.data["possessive"]
        ):  # "said November's wages had been paid"
            start -= 1
        for index in range(group.first - 1, since, -1):
            if index in self.times and self.tokens[index + 1].low != self.language.data["possessive"]:
                return self._determined(index, since)
            low = self.tokens[index].low
            starts = low in self.words["determiners"] or low in self.words["pronouns"]
            if starts and self.tokens[index - 1].low not in self.words["prepositions"]:
                return index
        return start

    def _quotes_follow(self) -> bool:
        speaks = self.top.group is not None and self._speaks(self.top.group)
        return speaks and any(
            self.tokens[i].low in self.words["quote_marks"] for i in range(self.comma, len(self.owners))
        )

    def _is_parenthetical(self, group: VerbGroup) -> bool:
        """Read "The dam, they say, has failed": who says it between commas, before the verb of the clause."""
        says = group.lemma in self.language.union(
            "verbs.frame", "verbs.distance", "verbs.mind", "verbs.learning"
        )
        says = says and (group.passive or group.lemma in self.language.union("verbs.frame", "verbs.distance"))
        says = says and (not group.passive or self._is_dummy(group))
        subject = range(self.comma + 1, group.first)
        at = self._past_hearer(group)
        closed = at < len(self.tokens) - 1 and self.tokens[at].low == ","
        if not (says and closed and subject and self.top.first < self.comma):
            return False
        follows = self.tokens[at + 1].low
        listed = self.language.union(
            "coordinators", "content_words", "relatives", "relative_that", "prepositions"
        )
        return (
            all(
                self.tokens[i].is_word and self.tokens[i].low not in self.words["prepositions"]
                for i in subject
            )
            and follows not in listed
            and self._finite_between(at + 1, self._next_break(at + 1))
        )

    def _past_hearer(self, group: VerbGroup) -> int:
        """Read ", he told parliament on Monday, was": return where the comma behind who hears it stands."""
        at, comma = group.last + 1, self._next_comma(group.last + 1)
        tells = group.lemma in self.words["verbs.telling"] and not group.passive
        verb = self.groups.get(self._past_adverbs(comma + 1)) if comma > at else None
        waits = verb is not None and verb.is_finite and verb.sure and not self._finite_between(at, comma)
        opens = any(self.tokens[i].low in self.words["content_words"] for i in range(at, comma))
        return comma if tells and waits and not opens else at

    def _parenthetical(self, group: VerbGroup) -> None:
        clause = Clause(len(self.clauses), Role.TAIL, self.comma + 1, -1, group=group, quoted=self.in_quote)
        self._reassign(clause, self.comma + 1)
        self.open.append(clause.index)

    def _determined(self, index: int, since: int) -> int:
        """Read "said the current system was changed": a time between an article and its noun is no mark."""
        first = index
        while first - 1 > since and first - 1 in self.times:
            first -= 1
        article = first - 1 > since and self.tokens[first - 1].low in self.words["determiners"]
        governed = self.tokens[first - 2].low in self.words["prepositions"]
        return first - 1 if article and not governed else index + 1

    def _tells_of_both(self, group: VerbGroup, since: int) -> bool:
        """Read "said the mayor and his deputy left": "and" joins two subjects of what is said."""
        joint = self.coordinator
        if self.top.verb.lemma not in self.words["verbs.only_said"] or self.top.verb.passive:
            return False
        if not since < self.comma < joint and since + 1 < joint and not self._directly_after(joint, group):
            first = self._subject_start(replace(group, first=joint), since)
            between = range(first, joint)
            listed = self.language.union(
                "pronouns", "prepositions", "plural_pronouns", "clause_marks", "quote_marks"
            )
            return bool(between) and all(
                self.tokens[i].is_word and self.tokens[i].low not in listed for i in between
            )
        return False

    def _subject_behind_time(self, group: VerbGroup) -> int:
        """Read "Since it stopped on Monday the firm has": what stands behind the time is the next subject.

        Return where it begins; the number of words read where nothing does.
        """
        embedded = self.top.role is Role.ADVERBIAL and self.comma < self.top.verb.last
        first = self._subject_start(group, self.top.verb.last) if embedded else 0
        timed = first - 1 in self.times and first < group.first
        return first if timed else len(self.owners)

    def _opens_bare_relative(self, group: VerbGroup, first: int) -> bool:
        """Read "the men he called up were sent home", "The plants the navy raided were closed".

        A pronoun or an article behind a noun, and another verb to come.
        """
        aside = first < self.comma < group.first  # "The final, the last game the town will see, drew 8,000"
        first = self.comma + 1 if aside else first
        pronoun = group.first - 1
        while pronoun > first and self.language.is_adverb(self.tokens[pronoun].low):
            pronoun -= 1
        if self.tokens[pronoun].low not in self.language.union("nominative", "dummy_subjects"):
            pronoun = self._second_noun(group, first)
        if pronoun <= first + 1:
            return False
        noun = self.tokens[pronoun - 1]
        links = ("prepositions", "coordinators", "subordinators", "pronouns", "relative_that")
        closed = (*links, "content_words", "lengths")  # "at the same time it reported"
        if not noun.is_word or pronoun - 1 in self.times or noun.low in self.language.union(*closed):
            return False
        determined = self.tokens[first].low in self.words["determiners"] and first not in self.times
        later = next((f for f in self.finite if f > group.last), -1)
        stops = self.language.union("coordinators", "relatives", "subordinators", "clause_marks")
        between = [i for i in range(group.last + 1, later - aside) if not self._is_noun_in_time(i)]
        return (
            determined
            and later > 0
            and not any(self.tokens[i].low in stops or self.tokens[i].low == "," for i in between)
        )

    def _is_noun_in_time(self, index: int) -> bool:
        """Read "for a while": behind an article no word opens a clause."""
        return self.tokens[index - 1].low in self.words["articles"]

    def _second_noun(self, group: VerbGroup, first: int) -> int:
        """Return where the second noun phrase before a verb begins, with its article; -1 where none does."""
        at = group.first - 1
        closed = self.language.union("prepositions", "coordinators", "relatives", "determiners")
        while (
            at > first
            and self.tokens[at].is_word
            and at not in self.times
            and self.tokens[at].low not in closed
        ):
            at -= 1
        opens = at < group.first - 1 and self.tokens[at].low in self.words["determiners"]
        active = not (group.passive or group.copula or self._has_object(group))
        noun = (
            at > first
            and at - 1 not in self.times
            and self.tokens[at - 1].is_word
            and self.tokens[at - 1].low not in closed
            and not self.language.is_adverb(self.tokens[at - 1].low)
        )
        return at if opens and noun and active and not self._is_verb_form(at - 1) else -1

    def _is_verb_form(self, index: int) -> bool:
        """Tell whether a word is read as a verb: "saw the navy"."""
        return any(g.first <= index <= g.last for g in self.groups.values())

    def _zero_relative(self, group: VerbGroup, since: int) -> None:
        first = max(self._subject_start(group, since), self._second_noun(group, since))
        self._relate(group, first, max(first - 1, 0))

    def _relate(self, group: VerbGroup, first: int, antecedent: int) -> None:
        """Open a relative clause without a pronoun."""
        clause = Clause(
            len(self.clauses),
            Role.RELATIVE,
            first,
            self.open[-1],
            "",
            group,
            antecedent=antecedent,
            quoted=self.in_quote,
        )
        self._reassign(clause, first)
        self.open.append(clause.index)

    def _own_first(self) -> int:
        """Return where the clause begins, behind what opens it."""
        return self.top.first + (self.tokens[self.top.first].low == self.top.connector != "")

    def _says_of_described(self, group: VerbGroup, since: int) -> bool:
        """Read "said the men he called up were sent home": what is said begins before the pronoun."""
        first = self._after_time(since + 1)
        return first < group.first and self._opens_bare_relative(group, first)

    def _say_of_described(self, group: VerbGroup, since: int) -> None:
        first = self._after_time(since + 1)
        clause = Clause(len(self.clauses), Role.CONTENT, first, self.open[-1], quoted=self.in_quote)
        self._reassign(clause, first)
        self.open.append(clause.index)
        self._zero_relative(group, first)

    def _after_time(self, index: int) -> int:
        while index < len(self.tokens) and index in self.times:
            index += 1
        return index

    def _tell_of_both(self, group: VerbGroup, since: int) -> None:
        self._content(group, self._subject_start(replace(group, first=self.coordinator), since))

    def _leaves_speech(self, group: VerbGroup, first: int) -> bool:
        """Read "ruled that he must go, and fined him": a bare form would go on with what must be."""
        above = self.clauses[self.top.parent].group if self.top.parent >= 0 else None
        if self.top.role is not Role.CONTENT or above is None or self.open[-2:-1] != [self.top.parent]:
            return False
        must = self.top.verb.mood in BARE_FORM and group.mood is Mood.PAST and above.mood in _TELLING
        parted = self.tokens[first - 2].low == ","  # "ruled that it must go, and set Friday as the day"
        must = must and (parted or not self._goes_on_bare(group, self.top.verb))
        return (
            must
            and self._directly_after(first - 1, group)
            and (self._has_object(group) or self._fixes(group))
        )

    def _goes_on_bare(self, group: VerbGroup, first: VerbGroup) -> bool:
        """Tell whether a form that is past or bare goes on behind "will": "will close and cut"."""
        readings = self.language.verb(self.tokens[group.first].low)
        bare = any(f.form == "base" and f.lemma == group.lemma for f in readings)
        return bare and group.first == group.last and group.mood is Mood.PAST and first.mood in BARE_FORM

    def _fixes(self, group: VerbGroup) -> bool:
        """Read "set Friday as the deadline": the time is what is set."""
        at = group.last + 1
        while at < len(self.tokens) and at in self.times:
            at += 1
        timed = at > group.last + 1 and at < len(self.tokens)
        return timed and self.tokens[at].low in self.words["as_said"]

    def _is_dummy(self, group: VerbGroup) -> bool:
        """Read ", it was announced on Sunday"."""
        return (
            self.tokens[group.first - 1].low in self.words["dummy_subjects"] and self.comma == group.first - 2
        )


_TELLING = frozenset({Mood.PAST, Mood.PAST_PERFECT, Mood.PERFECT})
