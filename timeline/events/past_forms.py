"""Past forms: a finite verb, a participle or an adjective ("left", "troops stationed there", "expected")."""

from __future__ import annotations

from timeline.events.verb_group import Mood, VerbGroup
from timeline.events.verb_words import VerbWords

_REACH = 7  # words from "keep" to what something is kept


class PastForms(VerbWords):
    """Reads forms that may be a past tense or a participle."""

    def _past_form(  # noqa: PLR0911 - a ladder of cases, each told apart in a line
        self, index: int, past: str, participle: str
    ) -> VerbGroup | None:
        before = self._before(index)
        if self.low(index) in self.words["verbs.not_past"]:
            return None
        if participle and self._opens_sentence(index):
            return VerbGroup(index, index, index, participle, Mood.PARTICIPLE)
        if (
            self._is_adjective(index, before)
            or (participle and self._is_complement(index))
            or self._is_of_object(index, before)
            or (participle and self._is_attributive(index, before))
        ):
            return None
        negated = any(self.low(i) in self.words["negations"] for i in range(before + 1, index))
        if not past:
            return VerbGroup(index, index, index, participle, Mood.PARTICIPLE)
        of = self.low(index + 1) in self.words["of"] and past in self.words["verbs.distance"]
        of = of or (
            past in self.words["verbs.accusing"] and self.low(index + 1) in self.words["held_against"]
        )
        of = of or (
            past in self.words["verbs.charging"] and self.low(index + 1) in self.words["charged_with"]
        )
        if participle and of:
            return VerbGroup(index, index, index, past, Mood.PARTICIPLE)
        at = index + 1 + (self.low(index + 1) in self.words["held_as"])  # "held hostage by rebels"
        by = self.low(at) == self.language.data["agent"] and at + 1 not in self.times
        if participle and by and not self._is_active(past):
            return VerbGroup(index, index, index, past, Mood.PARTICIPLE)
        sure = not participle or past in self.words["verbs.intransitive"] or self._tells_that(index, past)
        sure = sure or past in self.words["verbs.frame"] or past in self.words["verbs.distance"]
        sure = sure or self._has_pronoun(before)
        return VerbGroup(index, index, index, past, Mood.PAST, negated=negated, sure=sure)

    def _opens_sentence(self, index: int) -> bool:
        """Read "Knighted in 1986, he left": a form that opens the sentence, with a comma behind."""
        by = self.low(index + 1) == self.language.data["agent"]  # "Hit by a bullet, he died"
        if index or (not by and self.form(index, "base", "third")):
            return False
        commas = (i for i, t in enumerate(self.tokens) if t.low == "," and i not in self.times)
        comma = next(commas, 0)
        if not comma or comma + 1 >= len(self.tokens):
            return False
        subject = self.tokens[comma + 1]
        named = subject.is_capital or subject.low in self.language.union(
            "determiners", "nominative", "dummy_subjects"
        )
        loose = comma == 1 or 1 in self.times or self.low(1) in self.words["prepositions"]
        return named and (loose or any(i in self.times for i in range(1, comma)))

    def _tells_that(self, index: int, past: str) -> bool:
        """Read "Rowe announced on Monday that": what is announced stands behind its time."""
        if past not in self.words["verbs.announce"]:
            return False
        at = index + 1
        while at < len(self.tokens) and (
            at in self.times or self._leads_to_time(at) or self.language.is_adverb(self.low(at))
        ):
            at += 1
        return self.low(at) in self.words["relative_that"]

    def _is_complement(self, index: int) -> bool:
        """Read "to keep the pool shut", "to have the car towed": what something is kept or made."""
        last = self.groups[-1] if self.groups else None
        if last is None or not 1 < index - last.last < _REACH or self._is_object(index + 1):
            return False
        keeps = last.lemma in self.words["verbs.keeping"]
        makes = last.lemma in self.words["verbs.having_done"] and last.mood is Mood.INFINITIVE
        if not (keeps or makes) or last.passive:
            return False
        inside = range(last.last + 1, index)
        names = ("prepositions", "coordinators", "relatives", "subordinators", "relative_that")
        opens = self._is_object(last.last + 1) or self._is_noun_like(last.last + 1)
        return opens and all(
            self.tokens[i].is_word
            and i not in self.times
            and not any(self.low(i) in self.words[n] for n in names)
            for i in inside
        )

    def _is_of_object(self, index: int, before: int) -> bool:
        """Read "sold seized drugs": right behind a verb, before a noun, it says which."""
        last = self.groups[-1] if self.groups else None
        right_behind = last is not None and last.is_finite and last.last == before == index - 1
        which = any(f.lemma in self.words["verbs.saying_which"] for f in self.language.verb(self.low(index)))
        which = which or self.low(index) in self.words["verbs.of_offences"]  # "denied attempted murder"
        return right_behind and which and self._is_noun_like(index + 1)

    def _is_attributive(self, index: int, before: int) -> bool:
        """Read "carries heightened risks", "hit newly built homes": behind a verb, before a noun, no verb.

        Not so where a clause still wants its verb: "those who left sold homes", "the men she saw hit cars".
        """
        last = self.groups[-1] if self.groups else None
        if last is None or last.last != before or last.passive or last.copula or not last.is_finite:
            return False
        listed = self.language.union(
            "linking", "verbs.intransitive", "verbs.frame", "verbs.distance", "verbs.announce", "verbs.mind"
        )
        noun = index + 1 < len(self.tokens) and self._is_noun_like(index + 1)
        noun = noun and (before < index - 1 or not self._is_object(index + 1))
        return noun and last.lemma not in listed and not self._wants_verb(last.first)

    def _wants_verb(self, verb: int) -> bool:
        """Tell whether a verb may stand in a clause inside another, whose verb is to come."""
        openers = self.language.union(
            "relatives", "relative_that", "subordinators", "content_words", "relative_places", "quote_marks"
        )
        if self.low(verb - 1) in self.words["nominative"] and verb > 1:
            return True
        return any(self.low(at) in openers for at in range(verb))

    def _has_pronoun(self, index: int) -> bool:
        """Tell whether a word can only be a subject: "they", or "it" that no verb or preposition governs."""
        if self.low(index) in self.words["nominative"]:
            return True
        if self.low(index) not in self.language.data["subject_pronouns"]:
            return False
        before = self.low(index - 1)
        opens = self.language.union("subordinators", "content_words", "relative_that", "coordinators")
        return index == 0 or before in opens

    def _is_active(self, lemma: str) -> bool:
        return lemma in self.words["verbs.by_active"] or lemma in self.words["verbs.intransitive"]

    def _is_adjective(self, index: int, before: int) -> bool:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
        """Tell whether a past form stands before its noun.

        "the expected arrival", or after a preposition.
        """
        if before < 0:
            return index == 0
        if self._describes_subject(index, before):
            return True
        word = self.low(before)
        if any(i in self.times for i in range(before, index)):
            return False
        if self._is_started(before) and self._is_noun_like(index + 1):
            return True
        counts = self.language.difference("determiners", "pronouns", "relative_that")
        if self.low(index - 1) in counts and self._is_noun_like(index + 1):
            return True  # "all planned operations"
        if word in self.words["articles"] or word == self.language.data["possessive"]:
            return not (
                word == self.language.data["possessive"] and self.low(before - 1) in self.words["is_after"]
            )
        loose = (
            word in self.words["loose_particles"]
            and any(
                g.last == before - 1
                and self.low(g.first - 1) not in self.words["articles"]  # "a warning about"
                for g in self.groups[-1:]
            )
        )
        if (
            word in self.words["prepositions"] and not loose
        ):  # "about blocked filters"; not "came about helped"
            return True
        if self._names_offence(index, before):
            return True
        nominal = self.low(index) in self.words["verbs.also_nouns"] and not self.is_lenient
        if nominal and self._in_noun_phrase(index):
            return True
        counted = word[0].isdigit() or word in self.words["number_words"]
        named = before > 0 and self.tokens[before - 1].is_capital  # "Flight 6 reached orbit"
        named = named and not (before == 1 and self._is_closed(0))  # but "Some 90 stranded crews"
        counted = counted and not named
        return counted and self._is_noun_like(index + 1) and not self.low(index + 1)[0].isdigit()

    def _describes_subject(self, index: int, before: int) -> bool:
        """Read "On Thursday jailed banker Tom Rees appealed", "and sacked keeper Ann Roe got two years"."""
        if not self._is_noun_like(index + 1) or self.tokens[index].is_capital:
            return False
        fillers = self.words["date_fillers"]
        if all(i in self.times or self.low(i) in fillers or self.low(i) == "," for i in range(index)):
            return any(i in self.times for i in (index - 1, index - 2))
        if self.low(before) not in self.words["coordinators"] or before != index - 1:
            return False
        at = index + 1
        while at < len(self.tokens) and self.tokens[at].text.isalpha() and not self.tokens[at].is_capital:
            at += 1
        named = at
        while named < len(self.tokens) and self.tokens[named].is_capital:
            named += 1
        full_name = named - at > 1
        return index + 1 < at and full_name and bool(self.form(named, "past"))

    def _is_started(self, before: int) -> bool:
        """Read "will begin handing out bottled water": a gerund behind such a verb is no subject."""
        particle = self.low(before) in self.words["verbs.particles"]
        if len(self.groups) < 2:  # noqa: PLR2004 - the verb and its gerund
            return False
        verb, gerund = self.groups[-2:]
        starts = verb.lemma in self.words["beginnings"] and verb.last == gerund.first - 1
        return starts and gerund.mood is Mood.GERUND and gerund.last == before - particle

    def _names_offence(self, index: int, before: int) -> bool:
        """Tell whether "attempted" stands names an offence in a list ("of arson and attempted murder")."""
        if self.low(index) not in self.words["verbs.of_offences"] or not self._is_noun_like(index + 1):
            return False
        if self.low(before) not in self.words["coordinators"]:
            return False
        reach = 6  # words: "with kidnapping, armed robbery and"
        for at in range(before - 1, max(-1, before - reach), -1):
            if self.low(at) in self.words["prepositions"]:
                return True
            if self.low(at) in self.language.union("determiners", "pronouns"):
                return False
        return False

    def _in_noun_phrase(self, index: int) -> bool:
        """Tell whether "bid" or "cut" is a noun here.

        An article stands shortly before it, and no object follows.
        """
        token = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        follows = token is not None and (
            token.low in self.words["determiners"]
            or token.low in self.words["object_pronouns"]
            or token.is_capital
            or token.text[0].isdigit()
            or token.low in self.words["number_words"]
            or token.low in self.words["verb_particles"]  # "the insurer set aside"
        )
        if follows:
            return False
        for at in range(index - 1, max(-1, index - 5), -1):
            if self.low(at) in self.words["articles"]:
                return True
            if self.low(at) in self.words["currency_marks"]:
                continue  # "the $1.77 billion bid"
            if not self.tokens[at].is_word or self.low(at) in self.words["prepositions"]:
                return False
        return False
