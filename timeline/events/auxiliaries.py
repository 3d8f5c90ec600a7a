"""Verb groups that an auxiliary opens: "had been told", "is expected to leave", "has until May to decide"."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.tokens import phrase_at
from timeline.events.verb_group import Mood, VerbGroup
from timeline.events.verb_words import VerbWords


class Auxiliaries(VerbWords):
    """Reads groups from their auxiliary on."""

    def _after_modal(self, index: int) -> VerbGroup | None:
        moods = {
            "future": Mood.FUTURE,
            "backshift": Mood.BACKSHIFT,
            "possible": Mood.POSSIBLE,
            "must": Mood.MUST,
            "wish": Mood.WISH,
        }
        mood = moods[self.modal[self.low(index)]]
        at, negated = self.skip(index + 1)
        marks = self.language.phrases["infinitive_marks"]
        if at < len(self.tokens) and mood is Mood.WISH and phrase_at(self.tokens, at, marks):
            at += 1  # "ought never to have"
        if self.have.get(self.low(at)) == "present" and (
            lemma := self._after_to(at + 1)
        ):  # "may have to leave"
            return VerbGroup(index, at + 2, at + 2, lemma, mood, negated=negated)
        if self.have.get(self.low(at)) == "present":  # "will have left"
            at, more = self.skip(at + 1)
            negated = negated or more
            mood = mood if mood is Mood.FUTURE else Mood.POSSIBLE if mood is not Mood.BACKSHIFT else Mood.WISH
        if self.be.get(self.low(at)) in {"base", "participle"}:
            return self._passive_or_not(index, at, mood, negated=negated)
        lemma = self.form(at, "base", "past", "participle") or self._open_base(at)
        return VerbGroup(index, at, at, lemma, mood, negated=negated) if lemma else None

    def _is_had(self, index: int) -> bool:
        """Tell whether "'d" is "had": a form follows that can stand behind "had" alone ("he'd asked")."""
        at, _ = self.skip(index + 1)
        been = self.be.get(self.low(at)) == "participle"
        return been or bool(self.form(at, "participle") and not self.form(at, "base"))

    def _after_deadline(self, index: int) -> str:
        """Read "has until 3 May to decide": the verb that is to be done by then; "" elsewhere."""
        if self.low(index) not in self.words["until"]:
            return ""
        at = index + 1
        little = self.language.union("articles", "due_prepositions")
        while at < len(self.tokens) and (at in self.times or self.low(at) in little):
            at += 1
        return self._after_to(at) if at > index + 1 else ""

    def _after_have(self, index: int, tense: str) -> VerbGroup | None:
        if tense == "present" and (lemma := self._after_deadline(index + 1)):
            return VerbGroup(index, index, index, lemma, Mood.DUE)
        mood = Mood.PAST_PERFECT if tense == "past" else Mood.PERFECT
        at, negated = self.skip(index + 1)
        if self.be.get(self.low(at)) == "participle":
            due = self._due(at) if tense == "past" else None  # "had been due to open"
            if due is not None and due.mood is Mood.DUE:
                return replace(due, first=index, mood=Mood.HAD_BEEN_DUE, negated=negated or due.negated)
            return self._passive_or_not(index, at, mood, negated=negated)
        if lemma := self.form(at, "participle"):
            return VerbGroup(index, at, at, lemma, mood, negated=negated)
        if phrase_at(self.tokens, at, self.language.phrases["infinitive_marks"]) and self.form(
            at + 1, "base"
        ):
            must = Mood.MUST if tense == "present" else Mood.PAST
            if any(i in self.times for i in range(index + 1, at)):  # "have two weeks to appeal"
                must = Mood.POSSIBLE
            return VerbGroup(index, at + 1, at + 1, self.form(at + 1, "base"), must, negated=negated)
        simple = Mood.PAST if tense == "past" else Mood.PRESENT
        return VerbGroup(index, index, index, "have", simple, negated=negated, copula=True)

    def _after_be(self, index: int, tense: Mood) -> VerbGroup:
        group = self._due(index) or self._passive_or_not(index, index, tense, negated=False)
        if group.mood is Mood.DUE and tense is Mood.PAST:
            missed = any(self.low(i) in self.have for i in range(index, group.head))  # "was to have opened"
            return replace(group, mood=Mood.HAD_BEEN_DUE if missed else Mood.WAS_DUE)
        return group

    def _due(self, index: int) -> VerbGroup | None:
        """Read "is to leave", "was due to leave", "is expected to leave", "is believed to have left"."""
        at, negated = self.skip(index + 1)
        marks = self.language.phrases["infinitive_marks"]
        participle = ""
        if at < len(self.tokens) and not phrase_at(self.tokens, at, marks):
            participle = self.form(at, "participle") or self.low(at)
            if participle in self.words["verbs.finding"] and (done := self._found_to_have(index, at)):
                return done
            scheduled = (
                participle in self.words["verbs.scheduled"]
                or self.low(at) in self.words["verbs.scheduled"]
                or self.low(at) in self.words["imminent"]
            )
            if not (scheduled or participle in self.words["verbs.rumour"] or self.form(at, "gerund") == "go"):
                return None
            head = at
            at, more = self.skip(at + 1)
            negated = negated or more
            if scheduled and self._is_set_for(head):
                return VerbGroup(index, head, head, participle, Mood.DUE, passive=True, negated=negated)
        if at >= len(self.tokens) or not phrase_at(self.tokens, at, marks):
            return None
        at, more = self.skip(at + 1)
        negated = negated or more
        return self._due_verb(index, at, participle, negated=negated)

    def _found_to_have(self, index: int, head: int) -> VerbGroup | None:
        """Read "was found to have lied": what somebody was found to have done was done."""
        at = head + 1
        if not phrase_at(self.tokens, at, self.language.phrases["infinitive_marks"]):
            return None
        done = self._after_have(at + 1, "present") if self.have.get(self.low(at + 1)) == "present" else None
        return replace(done, first=index, mood=Mood.PAST) if done and not done.copula else None

    def _is_set_for(self, head: int) -> bool:
        """Tell whether a day follows "is scheduled for", "is due on", "is due from the mainland by"."""
        if head + 1 in self.times:
            return True
        if self.low(head) in self.words["due"] and self._time_behind(head + 1):
            return True
        return (
            self.low(head + 1) in self.words["due_prepositions"]
            and head + 2 < len(self.tokens)
            and self._time_from(head + 2)
        )

    def _time_behind(self, index: int) -> bool:
        """Tell whether only words that are no infinitive stand between here and a time."""
        reach = 8
        for at in range(index, min(index + reach, len(self.tokens))):
            cause = self.low(at) in self.words["infinitive_words"] and at - index <= 1
            if cause and (at == index or self.language.patterns["adverb"].fullmatch(self.low(index))):
                return False  # "is due mostly to payments in May"
            if at in self.times:
                return True
            if not self.tokens[at].is_word or (
                self.low(at) in self.words["infinitive_words"] and self.form(at + 1, "base")
            ):
                return False
        return False

    def _due_verb(self, index: int, at: int, participle: str, *, negated: bool) -> VerbGroup | None:
        rumoured = (
            participle in self.words["verbs.rumour"] and participle not in self.words["verbs.scheduled"]
        )
        mood = Mood.RUMOUR if rumoured else Mood.DUE
        if self.have.get(self.low(at)) == "present":
            at, more = self.skip(at + 1)
            negated = negated or more
            mood = Mood.RUMOUR if participle in self.words["verbs.rumour"] else mood
            if self.be.get(self.low(at)) == "participle":
                return self._passive_or_not(index, at, mood, negated=negated)
            lemma = self.form(at, "participle")
        elif self.be.get(self.low(at)) == "base":
            return self._passive_or_not(index, at, mood, negated=negated)
        else:
            many = at < len(self.tokens) and self.language.patterns["plural"].fullmatch(self.low(at))
            lemma = self.form(at, "base") or ("" if many else self._open_base(at))  # "is due to payments"
        if not lemma:
            return None
        return VerbGroup(index, at, at, lemma, mood, negated=negated)

    def _passive_or_not(self, first: int, be: int, mood: Mood, *, negated: bool) -> VerbGroup:
        """Read what follows a form of "be": a participle, a gerund, or neither (a copula)."""
        at, more = self.skip(be + 1)
        at += self.low(at) in self.words["order_adverbs"] and bool(self.form(at + 1, "participle"))
        negated = negated or more
        being = self.be.get(self.low(at)) == "gerund"
        if being:
            at, more = self.skip(at + 1)
            negated = negated or more
        if lemma := self.form(at, "participle"):
            given = lemma in self.words["verbs.giving"] and self._after_deadline(at + 1)
            if given:  # "have been given until Friday to leave"
                return VerbGroup(first, at, at, given, Mood.DUE, negated=negated)
            return VerbGroup(
                first, at, at, lemma, _ongoing(mood) if being else mood, passive=True, negated=negated
            )
        if lemma := self.form(at, "gerund") or self._open_gerund(at):
            return VerbGroup(first, at, at, lemma, _ongoing(mood), negated=negated)
        last = at - 1 if negated else be
        return VerbGroup(first, last, be, "be", mood, negated=negated, copula=True)

    def _open_gerund(self, index: int) -> str:
        """Read "is examining loans": behind "is", an unlisted word with the ending and an object."""
        if not 0 <= index < len(self.tokens) or index in self.times or self.tokens[index].is_capital:
            return ""
        found = self.language.patterns["gerund"].fullmatch(self.low(index))
        plain = found and self.low(index) not in self.words["not_gerund"]
        return found[1] if found and plain and self._is_noun_like_or_object(index + 1) else ""

    def _is_noun_like_or_object(self, index: int) -> bool:
        return self._is_object(index) or self._is_noun_like(index)

    def _after_do(self, index: int) -> VerbGroup | None:
        at, negated = self.skip(index + 1)
        past = self.do[self.low(index)] == "past"
        lemma = self.form(at, "base") or (self._open_base(at) if negated else "")  # "do not guarantee it"
        if lemma:
            return VerbGroup(index, at, at, lemma, Mood.PAST if past else Mood.PRESENT, negated=negated)
        return VerbGroup(index, index, index, "do", Mood.PAST if past else Mood.PRESENT, negated=negated)

    def _seeming(self, index: int, lemma: str, *, past: bool) -> VerbGroup:
        """Read "seems to have left", "appeared before a judge"."""
        at, negated = self.skip(index + 1)
        if lemma in self.words["verbs.intransitive"] and self.low(index + 1) in self.words["appearing"]:
            return VerbGroup(index, index, index, lemma, Mood.PAST if past else Mood.PRESENT)
        if at < len(self.tokens) and phrase_at(self.tokens, at, self.language.phrases["infinitive_marks"]):
            at, more = self.skip(at + 1)
            group = self._due_verb(index, at, self.low(index), negated=negated or more)
            if group:
                return replace(group, mood=Mood.RUMOUR)
        return VerbGroup(
            index, index, index, "be", Mood.PAST if past else Mood.PRESENT, negated=negated, copula=True
        )


def _ongoing(mood: Mood) -> Mood:
    return {Mood.PAST: Mood.PAST_PROGRESSIVE, Mood.PRESENT: Mood.PROGRESSIVE}.get(mood, mood)
