"""Participles and gerunds while a sentence is read.

Clauses of their own, asides, or what seemed to be the verb.

"Troops stationed in Niger left": the first form was no verb. "The base, built in 2016, is closed": an aside
with a deed of its own.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clause_stack import ClauseStack
from timeline.events.clauses import Clause, Role
from timeline.events.verb_group import Mood, VerbGroup


class Participles(ClauseStack):
    """Places past forms and gerunds that carry no clause of their own."""

    def _is_had_done(self, group: VerbGroup, since: int) -> bool:
        """Read "had him jailed", "had Rowe thrown out": who had it done did it; not "had houses built"."""
        verb = self.top.group
        if verb is None or verb.lemma not in self.words["verbs.having_done"] or verb.passive:
            return False
        between = [self.tokens[i] for i in range(since + 1, group.first)]
        done = group.mood in {Mood.PARTICIPLE, Mood.PAST} and group.first == group.last and not group.sure
        done = done or group.mood is Mood.PARTICIPLE
        persons = self.words["object_pronouns"]
        return done and bool(between) and all(t.is_capital or t.low in persons for t in between)

    def _have_done(self, group: VerbGroup, _since: int) -> None:
        """Take "had" and the participle behind its object as one verb."""
        verb = self.top.verb
        made = replace(verb, last=group.last, head=group.head, lemma=group.lemma, sure=True, copula=False)
        self._fill(self.top.index, made)

    def _is_aside(self, group: VerbGroup) -> bool:
        """Note that a past form right behind a comma, before the clause has its verb.

        "The base, built in 2016, is closed".
        """
        if group.sure or not self._finite_between(group.last + 1, len(self.tokens)):
            return False
        if self.comma > 0 and self._directly_after(self.comma, group):
            closing = self._next_comma(group.last + 1)
            verb_follows = self._finite_between(closing, len(self.tokens)) and not self._only_says(closing)
            return self.closed != self.comma and not self._has_object(group) and verb_follows
        return self._in_fronted_phrase(group)

    def _only_says(self, comma: int) -> bool:
        """Tell whether the last verb, behind a comma, only tells who says it (", the paper said")."""
        verbs = [i for i in self.finite if i > comma]
        first = self.groups[verbs[0]]
        says = first.lemma in self.words["verbs.frame"] and first.first > comma + 1
        return says and len(verbs) == 1 and not self.tokens[min(first.last + 1, len(self.tokens) - 1)].is_word

    def _next_comma(self, index: int) -> int:
        """Return the next comma; the end of the sentence where there is none."""
        return next(
            (i for i in range(index, len(self.tokens)) if self.tokens[i].low == "," and i not in self.times),
            len(self.tokens),
        )

    def _in_fronted_phrase(self, group: VerbGroup) -> bool:
        """Read "In a statement read on television, the general said".

        The form belongs to the phrase in front of the subject.
        """
        first = self.top.first
        while first < group.first and not self.tokens[first].is_word:
            first += 1
        opens = self.tokens[first].low in self.words["prepositions"] and first not in self.times
        counts = first + 1 < len(self.tokens) and self.tokens[first + 1].text[0].isdigit()
        opens = opens and not (counts and self.tokens[first].low in self.words["measuring_prepositions"])
        opens = opens and not self._is_time_alone(first + 1, group.first)  # "In 2012 the firm accepted"
        comma = next((i for i in range(group.last, len(self.tokens)) if self.tokens[i].low == ","), 0)
        return (
            opens
            and self.comma < first
            and bool(comma)
            and self._finite_between(comma, len(self.tokens))
            and not self._has_object(group)
        )

    def _is_time_alone(self, index: int, end: int) -> bool:
        """Tell whether a time stands behind a preposition and a subject follows it without a mark."""
        while index < end and (index in self.times or self.tokens[index].low in self.words["articles"]):
            if index in self.times and index + 1 not in self.times:
                return index + 1 < end and self.tokens[index + 1].low not in self.words["possessors"]
            index += 1
        return False

    def _aside(self, group: VerbGroup) -> None:
        behind_comma = self._directly_after(self.comma, group) and self.comma > 0
        self._push(Role.PARTICIPLE, group.first, antecedent=(self.comma if behind_comma else group.first) - 1)
        self._fill(self.open[-1], replace(group, mood=Mood.PARTICIPLE, passive=True))

    def _reduced_aside(self, group: VerbGroup, since: int) -> bool:
        """Read ", built in 2016" rather than ", arrested the mayor": no object follows."""
        if group.sure or not (self.comma > since and self._directly_after(self.comma, group)):
            return False
        if self._named_speaker(group, since) > 0:
            return False
        if self.top.group and self.top.group.passive and self._list_goes_on(group):
            return False
        return self.coordinator < self.comma and not self._has_object(group)

    def _named_speaker(self, group: VerbGroup, since: int) -> int:
        """Return where ", its president, Ada Rowe, announced on Monday." names who says it; -1 elsewhere."""
        commas = [i for i in range(since + 1, group.first) if self.tokens[i].low == ","]
        says = group.lemma in self.language.union("verbs.frame", "verbs.announce", "verbs.distance")
        if not says or len(commas) < 3 or commas[-1] != group.first - 1:  # noqa: PLR2004 - before, inside and behind
            return -1
        first, name = commas[-3] + 1, range(commas[-2] + 1, commas[-1])
        person = self.tokens[commas[-2] - 1].low in self.words["people"]
        named = 0 < len(name) <= 3 and all(self.tokens[i].is_capital for i in name)  # noqa: PLR2004 - of a name
        opens = self.tokens[first].low in self.words["determiners"]
        ends = all(t.is_word for t in self.tokens[group.last + 1 : -1])
        return first if person and named and opens and ends else -1

    def _list_goes_on(self, group: VerbGroup) -> bool:
        """Read "was founded in 1856, floated in 1987 and rescued in 2008".

        A further form follows behind a conjunction.
        """
        for index in range(group.last + 1, len(self.tokens) - 1):
            if (
                self.tokens[index].low in self.words["coordinators"]
                and self._past_adverbs(index + 1) in self.groups
            ):
                return True
        return False

    def _is_absolute(self, group: VerbGroup, since: int) -> bool:
        """Read ", with a force deployed there".

        A preposition opens the words behind the comma, and no object follows.
        """
        if group.sure or self.comma <= since or self.coordinator > self.comma or self._has_object(group):
            return False
        return self.tokens[self.comma + 1].low in self.words["prepositions"]

    def _object_like(self, group: VerbGroup) -> bool:
        return not self._has_object(group) and group.mood is Mood.PAST

    def _describes_object(self, group: VerbGroup) -> bool:
        """Read "hinted at talks in remarks made in May": a form behind a governed noun."""
        noun = group.first - 1
        if group.sure or self._has_object(group) or noun in self.times or self.tokens[noun].is_capital:
            return False
        at = noun - 1
        if self.tokens[at].low in self.words["articles"]:
            at -= 1
        return self.tokens[at].low in self.words["prepositions"] and self._is_word_of_object(at)

    def _is_word_of_object(self, preposition: int) -> bool:
        """Tell whether an object stands before a preposition: "said in Rome troops moved" has none."""
        first = self.top.verb.last + 1
        return first < preposition and self.tokens[first].low not in self.words["prepositions"]

    def _is_in_apposition(self, group: VerbGroup) -> bool:
        """Read "Orda, a firm based in Arl, is": the form stands in an aside, the verb behind it."""
        verb, comma = self.top.verb, self.comma
        if verb.sure or self._has_object(verb) or not self._directly_after(comma, group):
            return False
        opens = next((i for i in range(verb.first - 1, self.top.first, -1) if self.tokens[i].low == ","), 0)
        return opens > 0 and verb.last < comma and self.tokens[opens + 1].low in self.words["indefinite"]

    def _is_of_apposition(self, group: VerbGroup) -> bool:
        """Read "Sunway, a firm based in Arl", "two fields expected to shrink": no verb of its own."""
        first, at = self.comma + 1, group.last + 1
        if group.sure or self._has_object(group) or self.top.verb.passive or self.coordinator > self.comma:
            return False
        token = self.tokens[first]
        opens = token.low in self.language.union("indefinite", "number_words") or token.text[0].isdigit()
        follows = self.tokens[at].low if at < len(self.tokens) else ""
        says_more = follows in self.language.union("prepositions", "infinitive_words")
        moves = group.lemma in self.language.union("verbs.intransitive", "verbs.changing", "verbs.by_active")
        return opens and says_more and not moves and first < group.first - 1

    def _demote(self, group: VerbGroup) -> None:
        """Note that the form read as the verb was a participle ("troops stationed in Niger left").

        Embed it, and take the new verb.
        """
        top = self.top
        first = top.verb.first
        clause = Clause(
            len(self.clauses),
            Role.PARTICIPLE,
            first,
            top.index,
            group=replace(top.verb, mood=Mood.PARTICIPLE, passive=True),
            antecedent=first - 1,
        )
        self._reassign(clause, first)
        self._fill(top.index, group)

    def _comma_before_verb(self, group: VerbGroup) -> bool:
        """Tell whether a gerund at the head of a sentence is cut off by a comma.

        Else it is the subject ("Trading was suspended").
        """
        comma = next((i for i, t in enumerate(self.tokens) if t.low == ","), len(self.tokens))
        after = group.last + 1
        if after < len(self.tokens) and self.tokens[after].low in self.words["content_words"]:
            return comma < len(self.tokens)
        return not self._finite_between(group.last + 1, comma) and comma < len(self.tokens)

    def _opens_time(self, group: VerbGroup) -> bool:
        """Read "Beginning May 18, dealers will": before a time the gerund is no verb."""
        starts = group.mood is Mood.GERUND and group.lemma in self.words["beginnings"]
        at = group.last + 1
        at += at < len(self.tokens) and self.tokens[at].low in self.words["due_prepositions"]
        return starts and at in self.times

    def _is_gerund_subject(self, group: VerbGroup) -> bool:
        """Read "After the crash, testing was stopped": a verb right behind the gerund, and none before it."""
        verb = self.groups.get(self._past_adverbs(group.last + 1))
        is_bare = group.mood is Mood.GERUND and group.first == group.last and self.top.group is None
        return is_bare and verb is not None and verb.is_finite and (verb.sure or self._has_object(verb))

    def _is_agent(self, group: VerbGroup) -> bool:
        """Read "was cut off by rising water": of a verb without an object the form describes its noun."""
        passive = self.top.group is not None and self.top.group.passive
        listed = self.language.union("verbs.intransitive", "verbs.changing")
        of_noun = group.mood is Mood.GERUND and group.lemma in listed and self._has_object(group)
        return passive and of_noun

    def _participle(self, group: VerbGroup) -> None:
        """Note that a participle or gerund.

        Behind a comma or at the head of the sentence a clause of its own, behind a noun embedded.
        """
        first = group.first
        before = first - 1
        while before > 0 and self.language.is_adverb(self.tokens[before].low) and before not in self.times:
            before -= 1
        low = self.tokens[before].low if before >= 0 else ""
        opens_time = self._opens_time(group) and (before < 0 or self.top.group is not None)
        if opens_time or (low == self.language.data["agent"] and self._is_agent(group)):
            return
        if low == "," and self._is_gerund_subject(group):
            return
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
