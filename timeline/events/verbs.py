"""Verb groups: which words of a sentence are its verbs, in which tense and mood, denied or not.

`find_groups(tokens, times, language)` gives them in order. "had not been told" is one group: past perfect,
passive, negated. A form that may be a past tense or a participle ("troops stationed in Niger") is marked as
not `sure`; the clause reader decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.historic_forms import HistoricForms
from timeline.events.inversions import Inversions
from timeline.events.language import Language
from timeline.events.past_forms import PastForms
from timeline.events.present_forms import PresentForms
from timeline.events.tokens import Token, phrase_at
from timeline.events.verb_group import Mood, VerbGroup


def find_groups(
    tokens: Sequence[Token], times: frozenset[int], language: Language, *, historic: bool = False
) -> list[VerbGroup]:
    """Return the verb groups of a sentence in order.

    `times` are the tokens that belong to time expressions; `historic` tells that it is in the historical
    present.
    """
    reader = _Reader(tokens, times, language)
    reader.is_historic = historic
    groups = _walk(reader, tokens, times)
    if not any(g.is_finite for g in groups):  # a sentence has a verb: "Voting ends on Sunday"
        reader.is_lenient = True
        groups = _walk(reader, tokens, times)
    elif reader.may_be_participle(groups):  # "A report published on Monday clears the captain"
        reader.is_lenient = True
        again = _walk(reader, tokens, times)
        later = [g for g in again if g.is_finite and g.mood is Mood.PRESENT and g.first > groups[0].last]
        groups = again if later else groups
    described = _first_relative(tokens, groups, language)
    if described > 0:  # "The strike hit suppliers of the firm, which shut two plants": whose verb is "shut"?
        reader.is_lenient = True
        again = _walk(reader, tokens, times)
        if any(g.is_finite and g.first < described for g in again):
            return again
    return groups


def _first_relative(tokens: Sequence[Token], groups: Sequence[VerbGroup], language: Language) -> int:
    """Return the relative pronoun behind a comma that the only finite verb stands behind; 0 elsewhere."""
    finite = [g.first for g in groups if g.is_finite]
    before = finite[0] - 1 if len(finite) == 1 else 0
    while before > 0 and tokens[before].low not in language.words["relatives"]:
        before -= 1
    opens = before > 1 and tokens[before].low in language.words["relatives"] and tokens[before - 1].low == ","
    return before if opens else 0


def _walk(reader: _Reader, tokens: Sequence[Token], times: frozenset[int]) -> list[VerbGroup]:
    groups = reader.groups = []
    reader.turned = None
    index = 0
    while index < len(tokens):
        group = None if index in times else reader.at(index)
        if group:
            groups.append(group)
        index = group.last + 1 if group else index + 1
    return groups


class _Reader(Inversions, PastForms, PresentForms, HistoricForms):
    """Reads one verb group at a time; holds the sentence and the language."""

    def may_be_participle(self, groups: Sequence[VerbGroup]) -> bool:
        """Tell whether the only verb wants an object and has none: "A report published on Monday"."""
        finite = [g for g in groups if g.is_finite]
        first = finite[0]
        if len(finite) > 1 or first.sure or first.lemma not in self.words["verbs.wanting_object"]:
            return False
        at = first.last + 1
        return at in self.times or (at < len(self.tokens) and self.low(at) in self.words["prepositions"])

    def at(self, index: int) -> VerbGroup | None:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
        if self.turned is not None:  # inside a subject, behind its auxiliary
            return self._turned_verb(index)
        word = self.low(index)
        if word in self.words["turning"] and (group := self._turned_at(index)):
            self.turned = group
            return None
        if word == self.language.data["possessive"]:
            is_verb = self.low(index - 1) in self.words["is_after"]
            return self._after_be(index, Mood.PRESENT) if is_verb else None
        if word in self.words["had_or_would"] and self._is_had(index):
            return self._after_have(index, "past")
        if word in self.modal and not (self.tokens[index].is_capital and index):
            return self._after_modal(index)
        if word in self.have and self.have[word] in {"present", "past"}:
            return self._after_have(index, self.have[word])
        if word in self.be and self.be[word] in {"present", "past"}:
            return self._after_be(index, Mood.PAST if self.be[word] == "past" else Mood.PRESENT)
        if word in self.do and self.do[word] != "base":
            return self._after_do(index)
        if phrase_at(self.tokens, index, self.language.phrases["infinitive_marks"]):
            return self._infinitive(index)
        return self._full_verb(index)

    def _infinitive(self, index: int) -> VerbGroup | None:
        at, negated = self.skip(index + 1)
        denied = negated or self.low(index - 1) in self.words["negations"]
        if self.be.get(self.low(at)) == "base":
            return replace(
                self._passive_or_not(index, at, Mood.INFINITIVE, negated=denied), mood=Mood.INFINITIVE
            )
        if (
            self.have.get(self.low(at)) == "present"
            and (done := self._after_have(at, "present"))
            and not done.copula
        ):
            return replace(
                done, first=index, mood=Mood.INFINITIVE, negated=denied or done.negated
            )  # "to have left"
        lemma = self.form(at, "base") or (self._open_base(at) if self._is_object(at + 1) else "")
        due = lemma and self._shared_modal(index)  # "is to leave and to land"
        return VerbGroup(index, at, at, lemma, due or Mood.INFINITIVE, negated=denied) if lemma else None

    def _full_verb(self, index: int) -> VerbGroup | None:  # noqa: PLR0911, PLR0912, C901 - a ladder of cases, each told apart in a line
        if not self.tokens[index].is_word:
            return None
        if self.be.get(self.low(index)) == "participle" and (mood := self._shared_perfect(index)):
            return self._passive_or_not(index, index, mood, negated=False)
        if self.be.get(self.low(index)) == "base" and self.groups:  # "ordered that it be closed"
            mood = self._shared_modal(index) or (
                Mood.INFINITIVE if self._is_bare_infinitive(index) else Mood.MUST
            )
            return self._passive_or_not(index, index, mood, negated=False)
        past = self.form(index, "past")
        shared = self._shared_modal(index)
        if shared and (lemma := self.form(index, "base")) and past in {"", lemma}:
            return VerbGroup(index, index, index, lemma, shared)  # "will open and run", "and put it right"
        participle = self.form(index, "participle")
        seeming = past or self.form(index, "third", "base")
        if seeming in self.words["verbs.seeming"]:
            return self._seeming(index, seeming, past=bool(past))
        if past or participle:
            if (
                not past
                and self.is_lenient
                and (lemma := self.form(index, "base"))
                and self._is_left(index, lemma)
            ):
                return VerbGroup(index, index, index, lemma, Mood.PRESENT)  # "The ministers come together"
            return self._past_form(index, past, participle)
        if lemma := self.form(index, "gerund"):
            return self._gerund(index, lemma)
        if not self.readings[index] and (lemma := self._open_present(index)):
            return VerbGroup(index, index, index, lemma, Mood.PRESENT)
        if lemma := self.form(index, "third"):
            return (
                VerbGroup(index, index, index, lemma, Mood.PRESENT)
                if self._is_present(index, lemma) or self._is_historic_third(index, lemma)
                else None
            )
        lemma = self.form(index, "base")
        if lemma in self.words["due"]:
            return None  # "bonds due on 15 October"
        if lemma and self._is_auxiliary(index + 1) and self.low(index - 1) not in self.words["nominative"]:
            return None  # "that traffic was diverted"
        if lemma and self._is_bare_infinitive(index):
            return VerbGroup(index, index, index, lemma, Mood.INFINITIVE)
        only_verb = lemma in self.words["never_nouns"] and not self._is_closed_before(self._before(index))
        only_verb = only_verb or (bool(lemma) and self._is_left(index, lemma))
        only_verb = only_verb or (bool(lemma) and self._goes_with_plural(index))
        only_verb = only_verb or self._is_historic_base(index, lemma)
        only_verb = only_verb or (bool(lemma) and self._claims_deed(index, lemma))
        plural = only_verb or (
            lemma
            and self._after_plural(index)
            and (
                lemma not in self.words["verbs.also_nouns"]
                or self._governs(index)
                or self._is_only_verb(index)
                or self._leads_on(index)
            )
        )
        return VerbGroup(index, index, index, lemma, Mood.PRESENT) if plural else None

    def _gerund(self, index: int, lemma: str) -> VerbGroup:
        """Read "having hidden", "being held" as one."""
        at, negated = self.skip(index + 1)
        at += self.low(at) in self.words["order_adverbs"]  # "having last cleaned it"
        auxiliary = self.have.get(self.low(index)) or self.be.get(self.low(index))
        if auxiliary and self.be.get(self.low(at)) == "participle":
            at, more = self.skip(at + 1)
            negated = negated or more
        participle = self.form(at, "participle") if auxiliary else ""
        if participle:
            return VerbGroup(index, at, at, participle, Mood.GERUND, negated=negated)
        denied = self.low(index - 1) in self.words["negations"]
        return VerbGroup(index, index, index, lemma, Mood.GERUND, negated=denied)
