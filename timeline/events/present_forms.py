"""Present forms: which words are verbs in the present, though most of them may be nouns.

The place decides: behind a relative pronoun or an apposition, before an object, or where nothing else can be
the verb.
"""

from __future__ import annotations

from timeline.events.saying_forms import SayingForms


class PresentForms(SayingForms):
    """Tells verbs in the present from nouns."""

    def _is_present(self, index: int, lemma: str) -> bool:  # noqa: PLR0911, PLR0912, C901 - a ladder of cases, each told apart in a line
        if index == 0:
            return False
        before = self._before(index)
        if lemma in self.words["verbs.also_nouns"] and self._is_auxiliary(index + 1):
            return False  # "that claims will be paid"
        opens = self.low(before) in self.language.union("relative_that", "subordinators")
        if opens and (self.form(index + 1, "past") or self.form(index + 1, "base")):
            return False  # "says that prices fell", "while talks go on"
        if self._ends_as_tail(index, lemma) or self._is_as_told(index, lemma):
            return True
        if self._names_many(index):
            return False
        if self.groups and self.groups[-1].last == before:  # "made casts"
            return False
        word = self.low(before)
        subject = self.language.union("relatives", "relative_that", "nominative")
        if self._closes_apposition(before) or word in subject:
            return True
        if word in self.words["quote_marks"] and self.low(before - 1) == ",":
            return lemma in self.words["verbs.frame"]
        if word in self.words["quote_marks"] and self.tokens[before - 1].is_capital:  # '"Tosca" opens'
            before -= 1
            word = self.low(before)
        blocked = (
            word in self.language.union("articles", "prepositions", "other")
            or word == self.language.data["possessive"]
        )
        if before < 0 or blocked or not self.tokens[before].is_word:
            return False
        scaled = word in self.language.data["scales"] and self.low(before - 1)[:1].isdigit()  # "74m crowns"
        if word[0].isdigit() or word in self.words["number_words"] or scaled:
            return False
        if self._is_counted(index):
            return False
        if lemma not in self.words["verbs.also_nouns"]:
            return True
        if self.is_lenient or self._says(index, lemma):
            return True
        if self._is_only_verb(index) or self._shares_present(index):
            return True
        governs = self._governs(index)
        alone = self.low(index + 1) in self.words["infinitive_words"] and not self._has_auxiliary()
        return governs and (alone or self.tokens[before].is_capital or word in self.words["pronouns"])

    def _names_many(self, index: int) -> bool:
        """Read "all Balkan states to sign", "these city plans": of many, a form in "-s" is no verb."""
        many = self.words["of_many"] & {self.low(index - 1), self.low(index - 2)}
        return bool(many) and bool(self.form(index, "third")) and self.tokens[index - 1].is_word

    def _is_counted(self, index: int) -> bool:
        """Read "at least three takeover attempts": a number before plain words counts a noun."""
        at = index - 1
        while at > index - 3 and at > 0 and self.tokens[at].text.isalpha() and not self._is_closed(at):
            if self.tokens[at].is_capital or at in self.times or self.low(at) in self.words["number_words"]:
                break
            at -= 1
        counts = self.low(at) in self.words["number_words"] or self.tokens[at].text.isdigit()
        return (
            counts and at < index - 1 and at not in self.times and not self.tokens[max(at - 1, 0)].is_capital
        )

    def _closes_apposition(self, index: int) -> bool:
        """Tell whether a comma is the second of "The runner-up, Ada Rowe, claims": a verb has to follow."""
        if self.low(index) != "," or self.low(0) in self.words["prepositions"]:
            return False
        marks = self.words["clause_marks"]
        opens = next((i for i in range(index - 1, 0, -1) if self.low(i) in marks), 0)
        commas = [i for i in range(opens + 1, index) if self.tokens[i].low == ","]
        first = next((i for i in commas if self._opens_relative(i + 1)), commas[-1] if commas else 0)
        if not first or any(g.is_finite and opens <= g.first < first for g in self.groups):
            return False
        if self._opens_relative(first + 1):
            return sum(g.is_finite and g.first > opens for g in self.groups) == 1
        if self.form(first + 1, "participle"):
            return all(not g.sure for g in self.groups if g.is_finite and g.first > opens)
        finite = any(g.is_finite and g.first > opens for g in self.groups)
        described = self.low(first + 1) in self.words["indefinite"] and self.tokens[first - 1].is_capital
        alone = described and len(commas) == 1 and not self._has_verb(range(index + 2, len(self.tokens)))
        named = alone and first < index - 1  # "Ada Rowe, a lawyer, takes charge"
        return (self.tokens[first + 1].is_capital or named) and not finite

    def _open_present(self, index: int) -> str:
        """Read "She chairs the league", "farmers distrust the plan": an unlisted word between nouns.

        No noun has a noun before it and an article behind it. The word takes the form that fits its subject.
        """
        token, before = self.tokens[index], self._before(index)
        if not token.text.isalpha() or token.is_capital or before < 0 or not self._opens_object(index + 1):
            return ""
        word = self.low(before)
        ending = self.language.patterns["third"].fullmatch(token.low)
        if ending and self._is_governed_noun(index):
            return ""
        if ending and self._closes_apposition(before):
            return ending[1]
        if (
            self._is_closed(index)
            or self._is_closed_before(before)
            or not self.tokens[before].is_word
            or before in self.times
            or self.readings[before]
        ):
            return ""
        if ending:
            one = self.tokens[before].is_capital or word in self.language.union("relatives", "nominative")
            return ending[1] if one else ""
        many = bool(self.language.patterns["plural"].fullmatch(word))
        return token.low if many or word in self.words["plural_pronouns"] else ""

    def _is_governed_noun(self, index: int) -> bool:
        """Read "to charge Varnian lorries a fee": plain words behind a verb are its object, not a clause."""
        last = self.groups[-1] if self.groups else None
        if last is None or any(last.lemma in self.words[f"verbs.{n}"] for n in ("frame", "distance", "mind")):
            return False
        names = (
            "prepositions",
            "coordinators",
            "relatives",
            "subordinators",
            "relative_that",
            "content_words",
        )
        between = range(last.last + 1, index)
        plain = (
            self.tokens[i].is_word and not any(self.low(i) in self.words[n] for n in names) for i in between
        )
        return len(between) > 0 and all(plain)

    def _opens_object(self, index: int) -> bool:
        low = self.low(index)
        return low in self.words["articles"] or low in self.words["content_words"]

    def _is_closed_before(self, index: int) -> bool:
        """Tell whether a word cannot end a subject; a pronoun can."""
        listed = self.language.union(
            "prepositions", "determiners", "coordinators", "subordinators", "number_words"
        )
        relative = self.low(index) in self.language.union("relatives", "relative_that")
        return not relative and self.low(index) in listed

    def _opens_relative(self, index: int) -> bool:
        """Tell whether "who" or "in which" stands here."""
        governed = self.low(index) in self.words["prepositions"]
        return self.low(index + governed) in self.words["relatives"]

    def _is_only_verb(self, index: int) -> bool:
        """Read "Its members vote on Thursday, and": a time follows, and nothing around can be the verb."""
        at = index + 1
        for words in (self.words["verbs.particles"], self.words["due_prepositions"]):
            at += self.low(at) in words and at not in self.times
        timed = at in self.times and self.low(at) not in self.words["of"]
        return timed and not self._has_verb(self._stretch(index))

    def _stretch(self, index: int) -> range:
        """Return the words around one up to the next marks and conjunctions."""
        first = next((i for i in range(index, 0, -1) if self._parts(i - 1)), 0)
        last = next((i for i in range(index + 1, len(self.tokens)) if self._parts(i)), len(self.tokens))
        return range(first, last)

    def _parts(self, index: int) -> bool:
        listed = self.language.union("coordinators", "subordinators", "relatives")
        low = self.low(index)
        return (not self.tokens[index].is_word or low in listed) and index not in self.times

    def _has_verb(self, stretch: range) -> bool:
        """Tell whether a word in a stretch is an auxiliary or a past form."""
        if any(g.first in stretch for g in self.groups if g.is_finite):
            return True
        tables = (self.be, self.have, self.do, self.modal)
        return any(
            any(self.low(i) in table for table in tables) or self.form(i, "past")
            for i in stretch
            if i not in self.times
        )

    def _has_auxiliary(self) -> bool:
        """Tell whether the sentence has a plain finite verb.

        Then "the council plans to sell" may be a noun phrase.
        """
        tables = (self.be, self.have, self.do)
        finite = {word for table in tables for word, tense in table.items() if tense in {"present", "past"}}
        return any(t.low in finite or t.low in self.modal for t in self.tokens)

    def _after_plural(self, index: int) -> bool:
        before = self._before(index)
        if before < 0 or before in self.times or not self.tokens[before].is_word:
            return False
        word = self.low(before)
        if word in self.words["plural_pronouns"]:
            return True
        closed = word in self.words["determiners"] or word in self.words["prepositions"]
        past = any(form.form == "past" for form in self.language.verb(word))
        if "-" in word and self.low(before - 1) in self.words["indefinite"]:
            return False  # "a shareholder-rights plan"
        return not closed and not past and bool(self.language.patterns["plural"].fullmatch(word))

    def _governs(self, index: int) -> bool:
        """Tell whether an object, what is said, or an infinitive follows."""
        low = self.low(index + 1)
        if low in self.words["infinitive_words"]:
            base = self.form(index + 2, "base") or self._open_base(index + 2)
            return bool(base) or self.be.get(self.low(index + 2)) == "base"
        if low in self.words["relative_that"] and self._is_told_of(index + 2):
            return False  # "results that came back"
        listed = self.language.union("determiners", "content_words", "object_pronouns", "nominative")
        return low in listed

    def _is_told_of(self, index: int) -> bool:
        """Tell whether a finite verb stands right behind "that", which is its subject then."""
        return self._is_auxiliary(index) or bool(self.form(index, "past")) or bool(self.form(index, "third"))

    def _is_auxiliary(self, index: int) -> bool:
        """Tell whether a word is a finite auxiliary: "will", "are", "had"."""
        low = self.low(index)
        tables = (self.be, self.have, self.do)
        return low in self.modal or any(table.get(low) in {"present", "past"} for table in tables)

    def _is_left(self, index: int, lemma: str) -> bool:
        """Tell whether a base form is the only verb left for a plural subject.

        "Schools stay closed"; where the sentence has no other verb, "Children in the capital go back".
        """
        if lemma in self.words["linking"] and self.form(index + 1, "participle"):
            return self._after_plural(index)
        if not self.is_lenient or self.groups or lemma in self.words["verbs.also_nouns"]:
            return False
        before = [self.low(i) for i in range(index) if i not in self.times]
        first = next((n for n, low in enumerate(before) if low in self.words["prepositions"]), len(before))
        plural = self.language.patterns["plural"]
        closed = self._is_closed_before(self._before(index))
        return not closed and 0 < first < len(before) and bool(plural.fullmatch(before[first - 1]))

    def _goes_with_plural(self, index: int) -> bool:
        """Read "Forces crossed the river and still hold four villages": the verb shares a plural subject."""
        before = self._before(index)
        first = next((g for g in self.groups if g.is_finite), None)
        if first is None or self.low(before) not in self.words["coordinators"] or not first.first:
            return False
        subject = self.low(first.first - 1)
        plural = bool(self.language.patterns["plural"].fullmatch(subject))
        number = self.low(index + 1) in self.words["number_words"] or self.low(index + 1)[:1].isdigit()
        return (plural or subject in self.words["plural_pronouns"]) and (number or self._governs(index))

    def _leads_on(self, index: int) -> bool:
        """Read "The Blues travel to Farrow on Saturday": nothing else is the verb, and more follows."""
        low = self.low(index + 1)
        follows = low in self.words["prepositions"] or low in self.words["verbs.particles"]
        return self.is_lenient and not self.groups and follows and low not in self.words["of"]

    def _is_bare_infinitive(self, index: int) -> bool:
        """Read "let the weeds grow", "saw two boys run": the verb hangs on the one before."""
        last = self.groups[-1] if self.groups else None
        if last is None or last.lemma not in self.words["verbs.letting"]:
            return False
        reach = 6
        return index - last.last <= reach and self.low(index - 1) not in self.words["articles"]
