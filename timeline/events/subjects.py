"""Subjects: whose deed a clause tells, also where it only shares or relates to a subject."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.agreement import was
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.described import Described
from timeline.events.language import Language
from timeline.events.tokens import Token, phrase_at
from timeline.events.verb_group import Mood
from timeline.events.wording import Words

_ASIDE = 2  # commas of "a bomb in Arl, a spa,"
_LENGTH = 5  # words of "just over three weeks after"


class Subjects(Described):
    """Finds the words around the verb of one clause."""

    def __init__(self, parse: Parse, clause: Clause, dated: set[int], language: Language) -> None:
        super().__init__(parse, clause, dated, language)
        self.joiner = Words(parse, self.words["determiners"])
        self.verbs = {c.group.first for c in parse.clauses if c.group and c.group.is_finite}

    def _is_kept(self, token: Token) -> bool:
        return token.low in self.words["kept_words"] or token.low.startswith(self.language.data["kept_tuple"])

    def _keeps_any(self, indexes: Sequence[int]) -> bool:
        """Tell whether words that keep a claim a claim are among these; "in charge" is no charge."""
        phrases = self.language.phrases["not_kept"]
        harmless = {i + n for i in indexes for n in range(phrase_at(self.parse.tokens, i, phrases))}
        return any(self._is_kept(self.parse.tokens[i]) for i in indexes if i not in harmless)

    def _subject(self) -> list[int]:
        """Return a subject from elsewhere in the sentence, for a clause that shares or relates to one."""
        group = self.clause.group
        if group is None or self._has_subject(group.first):
            return []
        if self.clause.shares_subject >= 0:
            told = self._told_subject(self.clause)
            return told or self.subject_of(self.parse.clauses[self.clause.shares_subject])
        hangs = self.clause.role is Role.PARTICIPLE and self.clause.parent >= 0
        joined = self.clause.antecedent >= 0 and self._is_coordinator(self.clause.antecedent)
        if hangs and (group.mood is Mood.GERUND or self.clause.antecedent < 0 or joined):
            return self.subject_of(self.parse.clauses[self.clause.parent])
        if self.clause.antecedent < 0:
            return []
        whole = [] if self._is_person_in_it() else self._whole_subject()
        whole = whole if self._thing_in(whole) == whole else []
        return whole if whole and self._agrees(whole) else self._described()

    def _described(self) -> list[int]:
        """Return what a relative clause is about: for "who" somebody ("a clerk in the office, who")."""
        phrase = self._of_the_many(self.noun_phrase(self.clause.antecedent))
        phrase = self._thing_in(self._person_in(phrase))
        if self.clause.connector in self.words["relative_that"]:
            phrase = self._before_place(phrase)
        if self.clause.connector in self.words["relatives_of_people"] and self._is_of_named(phrase):
            return self._named_before(phrase[0] - 1)
        if self.clause.connector in self.words["relatives_of_people"] and self._is_of_place(phrase):
            return [*self.noun_phrase(phrase[0] - 2), phrase[0] - 1, *phrase]
        if self.clause.connector not in self.words["relatives_of_people"] or len(phrase) < 2:  # noqa: PLR2004 - an article and a noun
            return phrase
        head = self.parse.tokens[phrase[-1]]
        somebody = (
            head.is_capital
            or head.low in self.words["people"]
            or self.language.patterns["plural"].fullmatch(head.low)
        )
        before = phrase[0] - 1
        if somebody or before < 1 or self.parse.tokens[before].low not in self.words["locatives"]:
            return phrase
        return self.noun_phrase(before - 1)

    def _person_in(self, phrase: list[int]) -> list[int]:
        """Return "the singer Nadia Verhoek" for "a clip of the singer Nadia Verhoek, who"."""
        of = next((n for n, i in enumerate(phrase) if n and self._low_in(i, "of")), 0)
        behind, people = phrase[of + 1 :], self.words["people"]
        named = bool(behind) and self.parse.tokens[behind[-1]].is_capital
        named = named and any(self.parse.tokens[i].low in people for i in behind[:-1])
        somebody = of and self.parse.tokens[phrase[of - 1]].low in people
        who = self.clause.connector in self.words["relatives_of_people"]
        return behind if of and who and named and not somebody else phrase

    def _thing_in(self, phrase: list[int]) -> list[int]:
        """Return "the mill" for "the workers of the mill, which": nobody is a "which"."""
        of = next((n for n, i in enumerate(phrase) if n and self._low_in(i, "of")), 0)
        people = self.language.union("people", "actors_generic", "anybody", "never_things")
        low = self.parse.tokens[phrase[of - 1]].low if of else ""
        somebody = bool(people & {low, low.removesuffix("s")})
        return (
            phrase[of + 1 :]
            if somebody and self.clause.connector in self.words["relatives_of_things"]
            else phrase
        )

    def _is_of_named(self, phrase: list[int]) -> bool:
        """Read "Joan Brown of the Council of Churches, who": a full name stands before "of"."""
        return len(self._named_before(phrase[0] - 1 if phrase else 0)) > 1

    def _named_before(self, of: int) -> list[int]:
        """Return the name before the first "of" of a row ("Joan Brown[ of the Council of Churches]")."""
        tokens, names = self.parse.tokens, list[int]()
        while of > 0 and tokens[of].low in self.words["of"]:
            at = of - 1
            while at >= 0 and (tokens[at].is_capital or tokens[at].low in self.words["articles"]):
                at -= 1
            names, of = list(range(at + 1, of)), at
        plain = all(
            tokens[i].text.isalpha() and tokens[i].low not in self.words["determiners"] for i in names
        )
        bodies = self.language.union("titles.organisation", "titles.place")
        return names if plain and not any(tokens[i].low in bodies for i in names) else []

    def _of_the_many(self, phrase: list[int]) -> list[int]:
        """Return "two men" for "one of two men who were sought": the verb says that many were."""
        many = self.parse.tokens[self.clause.verb.first].low in self.words["plural_auxiliaries"]
        one = len(phrase) > 2 and self.parse.tokens[phrase[1]].low in self.words["of"]  # noqa: PLR2004 - "one of" and more
        first = self.parse.tokens[phrase[0]].low if phrase else ""
        single = first in self.words["quantifiers"] and first in self.words["pronouns"]
        return phrase[2:] if many and one and single else phrase

    def _is_of_place(self, phrase: list[int]) -> bool:
        """Read "a mayor of Arl who left", with no comma: the mayor did."""
        first = phrase[0] if phrase else 0
        names = first > 1 and all(self.parse.tokens[i].is_capital for i in phrase)
        after = self.parse.tokens[phrase[-1] + 1].low if phrase else ","
        return names and after != "," and self.parse.tokens[first - 1].low in self.words["of"]

    def _is_person_in_it(self) -> bool:
        """Read "A clip of the singer Nadia Verhoek, who gave": the singer did, not the clip."""
        if self.clause.connector not in self.words["relatives_of_people"]:
            return False
        phrase = self.noun_phrase(self.clause.antecedent)
        before = self.parse.tokens[phrase[0] - 1].low if phrase and phrase[0] else ""
        named = any(self.parse.tokens[i].is_capital for i in phrase[1:])
        return named and before in self.words["of"]

    def _agrees(self, subject: list[int]) -> bool:
        """Tell whether a verb may be that of a subject: "two tugs of the firm, which was hired"."""
        forms = self.language.data["headline"]["passive"].values()
        verb = self.parse.tokens[self.clause.verb.first].low
        return verb not in forms or verb == was(self.parse, subject, self.language)

    def _told_subject(self, clause: Clause) -> list[int]:
        """Return "the fate of the town" for "Envoys said the fate of the town, …, was left open"."""
        above = self.parse.clauses[clause.shares_subject]
        told = (
            clause.connector == ","
            and above.group is not None
            and above.group.lemma in self.words["verbs.frame"]
        )
        if not told:
            return []
        behind = [i for i in self.parse.owned(above) if i > above.verb.last]
        end = next((n for n, i in enumerate(behind) if not self.parse.tokens[i].is_word), len(behind))
        nominal = bool(behind) and self.parse.tokens[behind[0]].low in self.language.difference(
            "determiners", "relative_that"
        )
        return behind[:end] if nominal else []

    def _whole_subject(self) -> list[int]:
        """Return "Peace talks in Arl" for ", suspended in May,": an aside describes a whole subject."""
        clause, tokens = self.clause, self.parse.tokens
        above = self.parse.clauses[clause.parent].group if clause.parent >= 0 else None
        mark = max(clause.first - 1, 0)
        if (
            above is None
            or clause.antecedent > above.first
            or "," not in {tokens[mark].low, tokens[clause.antecedent + 1].low}
        ):
            return []
        if self._acts_itself(above.first):
            return []
        subject = [i for i in self.subject_of(self.parse.clauses[clause.parent]) if i <= clause.antecedent]
        commas = [n for n, i in enumerate(subject) if tokens[i].low == ","]
        return subject[commas[-1] + 1 :] if commas else subject

    def _is_coordinator(self, index: int) -> bool:
        return self.parse.tokens[index].low in self.words["coordinators"]

    def _has_subject(self, first: int) -> bool:
        skip = self.language.union("relatives", "relative_that", "coordinators", "gerund_prepositions")
        above = self.parse.clauses[self.clause.parent].group if self.clause.parent >= 0 else None
        cleft = above is not None and above.copula  # "it was Ann Roe, a clerk, who in April told them"
        for index in self.parse.owned(self.clause):
            token = self.parse.tokens[index]
            if index >= first:
                return False
            if index == first - 1 and token.low in self.words["dummy_subjects"] and self._is_there(first):
                return True  # "and since 1990 there has been peace"
            if (
                not token.is_word
                or index in self.parse.times
                or token.low in skip
                or (token.low in self.words["date_fillers"] and index + 1 in self.parse.times and not cleft)
                or self.language.is_adverb(token.low)
            ):
                continue
            return True
        return False

    def _is_there(self, first: int) -> bool:
        group = self.clause.group
        return group is not None and group.first == first and group.copula

    def subject_of(self, clause: Clause) -> list[int]:
        """Return the tokens of a clause's subject.

        What stands before its verb, behind the last comma after a fronted phrase.
        """
        group = clause.group
        if group is None:
            return []
        if not any(self.parse.tokens[i].is_word and i < group.first for i in self.parse.owned(clause)):
            shared = clause.shares_subject
            return (
                self.subject_of(self.parse.clauses[shared]) if shared >= 0 and shared != clause.index else []
            )
        before = [
            i for i in self.parse.owned(clause) if clause.first <= i < group.first and i not in self.dated
        ]
        before = self._behind_time(self._behind_fronted(self._behind_turned(before)))
        while before and self._is_loose(before[0]):
            before = before[1:]
        while before and (
            self.language.is_adverb(self.parse.tokens[before[-1]].low)
            or not (self.parse.tokens[before[-1]].is_word or self._closes_apposition(before))
        ):
            before = before[:-1]
        if clause.role is Role.RELATIVE and len(before) <= 1 and clause.antecedent >= 0:
            return self.noun_phrase(clause.antecedent)
        if not before and clause.shares_subject >= 0:
            return self.subject_of(self.parse.clauses[clause.shares_subject])
        return before

    def _behind_turned(self, before: list[int]) -> list[int]:
        """Read "Not until May did the firm tell them": the subject behind the auxiliary."""
        lows = [self.parse.tokens[i].low for i in before]
        opens = next((n for n, low in enumerate(lows) if low in self.words["inverting"]), len(lows))
        at = next((n for n, low in enumerate(lows) if n > opens and low in self.words["turning"]), -1)
        return before[at + 1 :]

    def _behind_time(self, before: list[int]) -> list[int]:
        """Read "On Monday the two firms": the words behind a time that opens the clause."""
        at = 0
        while at < len(before) and self.parse.tokens[before[at]].low in self.words["date_fillers"]:
            at += 1
        timed = at
        while timed < len(before) and before[timed] in self.parse.times:
            timed += 1
        measured = timed < len(before) and self.parse.tokens[before[timed]].low in self.words["prepositions"]
        return before[timed:] if timed > at and before[timed:] and not measured else before

    def _closes_apposition(self, before: list[int]) -> bool:
        """Tell whether the last mark is the second comma of "The owner, Norcobre,"."""
        commas = [i for i in before if self.parse.tokens[i].low == ","]
        is_pair = len(commas) == 2 and commas[-1] == before[-1]  # noqa: PLR2004 - a pair
        return is_pair and before[-2] != commas[0]

    def _is_loose(self, index: int) -> bool:
        token = self.parse.tokens[index]
        openers = self.language.union(
            "leading", "relative_places", "subordinators", "content_words", "coordinators"
        )
        counts = any(t.low in self.words["countable"] for t in self.parse.tokens[index + 1 : index + 2])
        is_mark = not token.is_word and token.low not in self.words["currency_marks"]  # "£22m was drawn"
        return is_mark or index in self.parse.times or (token.low in openers and not counts)

    def _behind_fronted(self, before: list[int]) -> list[int]:
        """Read "In a vote that lasted all night, the council".

        The words behind the comma, where a preposition opens the clause.
        """
        first = next((i for i in before if self.parse.tokens[i].is_word), None)
        commas = [i for i in before if self.parse.tokens[i].low == ","]
        if first is None or not commas:
            return before
        if self._is_length_from(
            before[before.index(first) :]
        ):  # "a week after the vote, a bomb in Arl, a spa,"
            behind = commas[-3] if commas[-1] == before[-1] and len(commas) > _ASIDE else commas[0]
            return [i for i in before if i > behind]
        fronted = (
            self.parse.tokens[first].low in self.words["prepositions"]
            or first in self.parse.times
            or self.clause.first < first
        )
        return [i for i in before if i > commas[-1]] if fronted and commas[-1] < before[-1] else before

    def _is_length_from(self, before: list[int]) -> bool:
        """Tell whether words begin with how long after or before something else: "a week after the vote"."""
        lows = [self.parse.tokens[i].low for i in before[:_LENGTH]]
        listed = self.language.union("number_words", "determiners", "length_words", "date_fillers")
        at = next((n for n, low in enumerate(lows) if low in self.words["lengths"]), 0)
        counted = all(low in listed or low[0].isdigit() for low in lows[:at])
        return 0 < at < len(lows) - 1 and counted and lows[at + 1] in self.words["may_be_prepositions"]
