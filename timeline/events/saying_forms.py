"""Verbs of saying in the present: "claims", "reports" and their like are nouns as often as verbs."""

from __future__ import annotations

from timeline.events.verb_words import VerbWords


class SayingForms(VerbWords):
    """Tells verbs of saying in the present from nouns."""

    def _says(self, index: int, lemma: str) -> bool:
        """Tell whether a word that may be a noun says something here."""
        return (
            self._claims_that(index, lemma) or self._says_he(index, lemma) or self._claims_deed(index, lemma)
        )

    def _ends_as_tail(self, index: int, lemma: str) -> bool:
        """Read ", a recording published on Tuesday shows.": the sentence ends in who says it."""
        ends = all(not token.is_word for token in self.tokens[index + 1 :])
        behind_comma = any(token.low == "," for token in self.tokens[:index])
        plain = self.low(index - 1) not in self.language.union("determiners", "prepositions")
        return lemma in self.words["verbs.frame"] and ends and behind_comma and plain

    def _claims_that(self, index: int, lemma: str) -> bool:
        """Read "The union claims that": the first verb of a sentence that opens with an article."""
        if (
            lemma not in self.words["verbs.distance"]
            or self.low(index + 1) not in self.words["content_words"]
        ):
            return False
        before = self._before(index)
        if self.low(before) in self.words["coordinators"] and any(g.is_finite for g in self.groups):
            return self._is_told_about(index + 2)  # "insists it is closed, and claims that he left"
        finite = any(f.form == "past" for i in range(index) for f in self.language.verb(self.low(i)))
        return not finite and not self._has_auxiliary_before(index) and self.low(0) in self.words["articles"]

    def _says_he(self, index: int, lemma: str) -> bool:
        """Read "A former rider claims he was handed pills": behind a noun no subject pronoun follows."""
        says = lemma in self.words["verbs.distance"] or lemma in self.words["verbs.frame"]
        behind = self.low(index + 2)
        auxiliary = behind in self.be or behind in self.have or behind in self.modal
        subject = (
            self.low(index + 1) in self.language.data["subject_pronouns"] and auxiliary
        )  # "claims it was"
        return says and (subject or self.low(index + 1) in self.words["nominative"])

    def _is_told_about(self, index: int) -> bool:
        """Tell whether a subject begins behind "that"."""
        return self._is_object(index) or self._is_noun_like(index)

    def _has_auxiliary_before(self, index: int) -> bool:
        return any(self.low(i) in table for i in range(index) for table in (self.be, self.have, self.do))

    def _claims_deed(self, index: int, lemma: str) -> bool:
        """Read "The guard claims a door was locked", "Rebels claim the army shelled it": a clause follows.

        Somebody says it, and no verb stands before; not "The claims a lawyer made were false".
        """
        if lemma not in self.words["verbs.distance"] or any(g.is_finite for g in self.groups):
            return False
        before = self.tokens[index - 1]
        somebody = before.is_capital or before.low in self.language.union(
            "people", "bodies", "sayers", "titles.organisation"
        )
        many = bool(self.language.patterns["plural"].fullmatch(before.low)) and not before.is_capital
        if not (somebody or many) or many is not bool(self.form(index, "base")):
            return False
        if self.low(index + 1) in self.words["content_words"] or not self._opens_clause(index + 1):
            return False
        return self._finite_from(index + 2)

    def _opens_clause(self, index: int) -> bool:
        """Tell whether a subject may begin here."""
        return self._is_object(index) or (self._is_noun_like(index) and not self.form(index, "past"))

    def _finite_from(self, index: int) -> bool:
        """Tell whether exactly one verb follows before the next mark or conjunction."""
        stops = self.language.union("coordinators", "relatives", "subordinators", "clause_marks")
        tables = (self.be, self.have, self.modal)
        verbs = 0
        for at in range(index, len(self.tokens)):
            low = self.low(at)
            if low in stops or low == ",":
                break
            auxiliary = any(low in table for table in tables)
            joined = verbs and any(self.low(at - 1) in table for table in tables)
            verbs += (auxiliary or bool(self.form(at, "past"))) and not joined
        return verbs == 1

    def _is_as_told(self, index: int, lemma: str) -> bool:
        """Read "as Ada Rowe reports,": behind "as" and a name, before a comma, it says who tells it."""
        if lemma not in self.words["verbs.frame"] or self.low(index + 1) != ",":
            return False
        at = index - 1
        while at > 0 and self.tokens[at].is_word and self.low(at) not in self.words["as_said"]:
            at -= 1
        return at < index - 1 and self.low(at) in self.words["as_said"] and self.tokens[index - 1].is_capital
