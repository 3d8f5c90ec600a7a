"""Verbs that share a clause: "and left", "was inspected and found sound", ", police said" at its end."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clauses import Clause, Role
from timeline.events.speech import Speech
from timeline.events.verb_group import BARE_FORM, Mood, VerbGroup


class Coordination(Speech):
    """Joins a verb to the clause before it."""

    def _conjunction(self, group: VerbGroup, since: int) -> int:
        """Return the conjunction that joins the clauses.

        One behind a comma, unless a later one stands right before the verb.
        """
        if self._is_behind_aside(since):
            return self.coordinator  # "crossed it but the guards, having lost two men, were driven back"
        if self.comma > self.coordinator and self._directly_after(self.comma, group):
            return self.comma  # "dug with a boy and a barrow, found a brooch"
        if self.parting > since and not self._directly_after(self.coordinator, group):
            return self.parting
        return self.coordinator

    def _is_behind_aside(self, since: int) -> bool:
        """Tell whether the comma before a verb closes an aside on a subject that "and" or "but" opened."""
        opens = next((i for i in range(self.coordinator + 1, self.comma) if self.tokens[i].low == ","), 0)
        subject = range(self.coordinator + 1, opens)
        led = len(subject) > 0 and self.tokens[subject[0]].low in self.words["determiners"]
        led = led or (len(subject) > 0 and self.tokens[subject[0]].is_capital)
        parted = self.parting == self.coordinator  # behind a comma "and" may join two deeds of one
        return self.coordinator > since and self.closed == self.comma and opens > 0 and led and not parted

    def _coordinate(self, group: VerbGroup, first: int) -> None:
        if self._is_of_speaker(group, first) or self._leaves_speech(group, first):
            self.open.pop()
        top = self.top
        ordered = self.words["order_adverbs"]  # "was built in 1961 and last raised in 1985"
        only_ordered = all(self.tokens[i].low in ordered for i in range(first, group.first))
        shares = only_ordered or self._directly_after(first - 1, group)
        acts = self._has_object(group) or self._takes_particle(group) or self._goes_away(group)
        acts = acts or self._resolves(group)
        joined = shares and not group.sure and not acts
        joined = joined or (shares and self._is_judged(group))
        if shares and not group.sure and top.group and top.group.mood in {Mood.PERFECT, Mood.PAST_PERFECT}:
            group = replace(
                group, mood=top.group.mood
            )  # "has destroyed 80 houses and forced 4,000 people out"
        if shares and top.group and self._goes_on_bare(group, top.group):
            group = replace(group, mood=top.group.mood)  # "would write off five million and cut 60 jobs"
        if top.group and top.group.passive and (joined or self._is_gapped(group, first)):
            mood = top.group.mood if top.group.mood in BARE_FORM else group.mood
            group = replace(group, passive=True, mood=mood)  # "will be taken down and rebuilt"
        role = (
            top.role
            if top.role in {Role.CONTENT, Role.RELATIVE, Role.ADVERBIAL, Role.CONDITION, Role.PARTICIPLE}
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

    def _is_judged(self, group: VerbGroup) -> bool:
        """Read "was inspected and found sound": what something was found to be, and no object."""
        at = group.last + 1
        judged = group.lemma in self.words["verbs.with_result"] and group.first == group.last
        if not judged or at + 1 >= len(self.tokens) or at in self.times or not self.tokens[at].is_word:
            return False
        bare = not self.tokens[at].is_capital and self.tokens[at].low not in self.language.union(
            "determiners", "pronouns", "object_pronouns", "number_words", "prepositions", "content_words"
        )
        ends = not self.tokens[at + 1].is_word or self.tokens[at + 1].low in self.words["prepositions"]
        plural = self.language.patterns["plural"].fullmatch(self.tokens[at].low)
        return bare and ends and not plural and not self.tokens[at].text[0].isdigit()

    def _goes_away(self, group: VerbGroup) -> bool:
        """Read "was told of it and pulled out": with such a particle the verb is active."""
        after = self.tokens[group.last + 1].low if group.last + 1 < len(self.tokens) else ""
        return f"{group.lemma}-{after}" in self.words["verbs.going_away"]

    def _resolves(self, group: VerbGroup) -> bool:
        """Read "was questioned but refused to name him": with an infinitive such a verb is active."""
        behind = any(g.first == group.last + 1 for g in self.infinitives)
        return behind and group.lemma in self.words["verbs.resolving"]

    def _is_gapped(self, group: VerbGroup, first: int) -> bool:
        """Read "Six were killed and 23 injured": a count and a bare form share the auxiliary before them."""
        softened = self.words["softening"] | self.words["length_words"]  # "at least 14 injured"
        counts = (self.tokens[i].low for i in range(first, group.first) if self.tokens[i].low not in softened)
        subject = next(counts, self.tokens[first].low)
        counted = subject[0].isdigit() or subject in self.language.union("number_words", "quantifiers")
        bare = group.first == group.last and not group.sure and not self._has_object(group)
        return counted and bare and self.comma < first - 1

    def _is_tail(self, group: VerbGroup, since: int) -> bool:
        """Read ", the ministry said" at the end of a sentence or before the rest of a quotation."""
        if self._is_behind_quotation(group) or self._named_speaker(group, since) > 0:
            return True
        says = group.lemma in self.language.union("verbs.frame", "verbs.distance", "verbs.announce")
        if not says or self.comma <= since or (group.passive and not self._is_dummy(group)):
            return False
        if self.coordinator == self.comma + 1:
            return False
        if group.lemma in self.words["verbs.announce"] and self._has_object(group):
            return False
        if self.comma == group.first - 1 and group.lemma not in self.words["verbs.inverted"]:
            return False
        after = self._after_times(group.last + 1)
        return after >= len(self.tokens) or not self.tokens[after].is_word or self._inverted(group)

    def _is_behind_quotation(self, group: VerbGroup) -> bool:
        """Read '… for nothing," sighed a lady': whatever the verb is, it speaks."""
        mark = group.first - 1
        closed = mark > 0 and self.tokens[mark].low in self.words["quote_marks"] and not self.in_quote
        return closed and self.tokens[mark - 1].low == "," and mark - 1 == self.comma

    def _inverted(self, group: VerbGroup) -> bool:
        return self.comma >= group.first - 2

    def _after_times(self, index: int) -> int:
        """Pass over times, prepositional phrases and adverbs behind a verb of saying."""
        while index < len(self.tokens) and self.tokens[index].is_word:
            index += 1
        return index

    def _tail(self, group: VerbGroup) -> None:
        named = self._named_speaker(group, self.top.verb.last)
        first = named if named > 0 else self.comma + 1
        clause = Clause(len(self.clauses), Role.TAIL, first, -1, group=group)
        self._reassign(clause, first)
        self.open = [self.open[0], clause.index]
