"""The historical present: verbs of a chronology where news has the past ("April 2022: A jury acquits Holt").

The tense being known, a word that is a noun more often is the verb where the sentence has no other.
"""

from __future__ import annotations

from timeline.events.verb_words import VerbWords


class HistoricForms(VerbWords):
    """Tells verbs in the historical present from nouns, where `is_historic` says that it may be expected."""

    def _is_historic_third(self, index: int, lemma: str) -> bool:
        """Read ", a bank teller, wins the race", "A jury that sat for nine weeks acquits Holt"."""
        if not self.is_historic:
            return False
        behind_time = index - 1 in self.times and lemma not in self.words["verbs.also_nouns"]
        if behind_time and any(g.is_finite for g in self.groups):
            return True
        return self._closes_aside(self._before(index))

    def _is_historic_base(self, index: int, lemma: str) -> bool:
        """Read "Two auditors on a visit find the drawer empty", ", all of them miners, offer $3m"."""
        if not self.is_historic or not lemma or any(g.is_finite and g.sure for g in self.groups):
            return False
        before = self._before(index)
        if self._closes_aside(before):
            return True
        listed = ("prepositions", "determiners", "coordinators", "subordinators", "number_words")
        word = self.low(before)
        closed = any(word in self.words[name] for name in listed) or not self.tokens[before].is_word
        return before >= 0 and before not in self.times and not closed and self._has_object(index + 1)

    def _has_object(self, index: int) -> bool:
        listed = self.language.union("determiners", "object_pronouns", "number_words", "currency_marks")
        return self.low(index) in listed or self.low(index)[:1].isdigit()

    def _closes_aside(self, index: int) -> bool:
        """Tell whether a comma is the second of two that part a subject from its verb."""
        if self.low(index) != "," or any(g.is_finite and g.sure for g in self.groups):
            return False
        marks = self.words["label_marks"] | self.words["chronicle_marks"]
        opens = next((i for i in range(index - 1, -1, -1) if self.low(i) in marks), -1)
        commas = [i for i in range(opens + 1, index) if self.low(i) == "," and i not in self.times]
        return bool(commas) and commas[0] > opens + 1
