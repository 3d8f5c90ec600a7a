"""Time phrases: the words that a time takes up with its preposition ("on Monday", "over the weekend").

A headline drops them, for the entry has its date.
"""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language
from timeline.events.noun_phrases import NO_NOUNS, NounPhrases
from timeline.events.tokens import phrase_at

_DAYS = 31  # of a month, at the most
_LENGTH = 3  # words of "in the days"


class TimePhrases(NounPhrases):
    """Finds the time phrases of one clause.

    `dated` are the tokens that its date takes up, by their indexes.
    """

    def __init__(self, parse: Parse, clause: Clause, dated: set[int], language: Language) -> None:
        super().__init__(parse, language)
        self.clause = clause
        self.dated = self._with_fillers(dated)

    def _with_fillers(self, dated: set[int]) -> set[int]:
        """Take in the little words before a time ("on", "in the"), which would dangle without it."""
        dated = {i for i in dated if not self._is_own(i)}
        whole = set(dated)
        if self._is_given_until():
            return set()
        for index in sorted(dated):
            last = index
            while last + 1 in dated:
                last += 1
            while last + 1 in self.parse.times:
                last += 1  # "on Sunday[ morning]"
                whole.add(last)
            if self._describes(last) and self.parse.tokens[index].low in self.words["prepositions"]:
                whole.discard(index)  # "hurt by overnight losses", read as a deadline
            if index - 1 in dated or self._describes(last):
                continue
            whole |= self._length_behind(last) | self._joint_behind(last) | self._limit_behind(last)
            listed = self._days_before(index)
            whole |= listed
            at = min((index, *listed)) - 1
            while at >= 0 and at not in whole and self._is_filler(at) and not self._is_governed(at, whole):
                whole.add(at)
                at -= 1
            if at >= 0 and at not in whole and self._focuses(at):
                whole.add(at)
                at -= 1
            if at >= 0 and self.parse.tokens[at].low in self.words["span_fillers"] and self._spans(at):
                whole.add(at)
        return whole

    def without_bare_length(self, indexes: list[int]) -> list[int]:
        """Drop "in the days" of "bought them in the days that followed", which lost the rest."""
        if len(indexes) < _LENGTH or indexes[-1] + 1 >= len(self.parse.tokens):
            return indexes
        preposition, article, length = (self.parse.tokens[i].low for i in indexes[-_LENGTH:])
        bare = length in self.words["lengths"] and article in self.words["articles"]
        cut = phrase_at(self.parse.tokens, indexes[-1] + 1, self.language.phrases["that_followed"])
        return indexes[:-_LENGTH] if bare and cut and preposition in self.words["span_of_work"] else indexes

    def _is_given_until(self) -> bool:
        """Read "have been given until noon on Monday to leave": without its time it is no sentence."""
        group = self.clause.group
        if group is None or group.last + 1 >= len(self.parse.tokens):
            return False
        forms = self.language.verb(self.parse.tokens[group.last].low)
        given = any(f.lemma in self.words["verbs.giving"] and f.lemma != group.lemma for f in forms)
        return given and self.parse.tokens[group.last + 1].low in self.words["until"]

    def _is_own(self, index: int) -> bool:
        """Tell whether a time is an object, or says which: "spent Monday night there", "morning prayer"."""
        group = self.clause.group
        at = index
        while group is not None and at > group.last and (at in self.parse.times or self._leads(at)):
            at -= 1
        taken = group is not None and at == group.last and group.lemma in self.words["verbs.taking_time"]
        if taken and group is not None and not group.passive:
            return True  # "will take until May"
        last = len(self.parse.tokens) - 1
        part = self.parse.tokens[index].low in self.words["parts_of_day"] and 0 < index < last
        closed = self.language.union(*NO_NOUNS, "number_words", "quantifiers")
        after = self.parse.tokens[min(index + 1, last)]
        noun = after.is_word and after.low not in closed and index + 1 not in self.parse.times
        bare = index - 1 not in self.parse.times and self._is_preposition(index - 1)
        return part and noun and bare and not self.language.is_adverb(after.low)

    def _leads(self, index: int) -> bool:
        return self.parse.tokens[index].low in self.language.union("until", "articles", "of")

    def _is_preposition(self, index: int) -> bool:
        return self.parse.tokens[index].low in self.words["prepositions"]

    def _without_focus(self, indexes: list[int]) -> list[int]:
        """Drop "only" from "had only returned[ in April]": it belongs to the time."""
        group = self.clause.group
        inside = range(group.first + 1, group.head) if group is not None else range(0)
        timed = group is not None and any(group.last < i <= group.last + 3 for i in self.dated)
        focus = self.words["only_words"]
        return [i for i in indexes if not (timed and i in inside and self.parse.tokens[i].low in focus)]

    def _days_before(self, index: int) -> set[int]:
        """Return "8, 14 and" of "on 8, 14 and 21 June"."""
        at = index - 1
        joints = self.words["coordinators"] | {","}
        while at > 0 and (self.parse.tokens[at].low in joints or self._is_day(at)):
            at -= 1
        opens = at >= 0 and self.parse.tokens[at].low in self.words["date_fillers"]
        return set(range(at + 1, index)) if opens and self._is_day(at + 1) and at + 1 < index else set()

    def _is_day(self, index: int) -> bool:
        text = self.parse.tokens[index].text
        return text.isdigit() and 0 < int(text) <= _DAYS

    def _joint_behind(self, last: int) -> set[int]:
        """Return "of this year" of "on 3 May of this year"."""
        end = last + 2
        while end < len(self.parse.tokens) and end in self.parse.times:
            end += 1
        joined = end > last + 2 and self.parse.tokens[last + 1].low in self.words["of"]
        return set(range(last + 1, end)) if joined else set()

    def _length_behind(self, last: int) -> set[int]:
        """Return "' time" of "in three weeks' time", "local time" of "at midnight local time"."""
        mark, noun = [*[t.low for t in self.parse.tokens[last + 1 : last + 3]], "", ""][:2]
        owned = mark in self.language.union("possessive_marks", "zones")
        return {last + 1, last + 2} if owned and noun in self.words["time_of_counting"] else set()

    def _limit_behind(self, last: int) -> set[int]:
        """Return "at the latest" of "by Friday at the latest"."""
        limits = self.language.phrases["time_limits"]
        length = phrase_at(self.parse.tokens, last + 1, limits) if last + 1 < len(self.parse.tokens) else 0
        return set(range(last + 1, last + 1 + length))

    def _is_governed(self, at: int, whole: set[int]) -> bool:
        """Tell whether a word is no part of a time: "agreed with this on Tuesday"."""
        names = self.language.difference("determiners", "all_of")
        return (
            self.parse.tokens[at].low in names
            and self.parse.tokens[at + 1].low in self.words["prepositions"]
            and (at + 1 in whole)
        )

    def _is_weekday(self, index: int) -> bool:
        return self.parse.tokens[index].low in self.words["weekdays"]

    def _focuses(self, at: int) -> bool:
        """Tell whether a word only stresses the time behind it ("only on 6 May", "already next week")."""
        group = self.clause.group
        inside = group is not None and group.first <= at <= group.last
        return self.parse.tokens[at].low in self.words["time_focus"] and not inside

    def _spans(self, at: int) -> bool:
        """Tell whether a time follows directly ("over the weekend"; not "handed the base over on Monday")."""
        group = self.clause.group
        direct = at + 1 in self.parse.times  # "arrived over the weekend", but "took over the Monday show"
        behind_verb = group is not None and at == group.last + 1
        if (
            behind_verb
            and f"{self.clause.verb.lemma}-{self.parse.tokens[at].low}" in self.language.data["phrasal"]
        ):
            return False  # "takes over today"
        return direct or (not behind_verb and self.parse.tokens[at + 1].low in self.words["articles"])

    def _describes(self, last: int) -> bool:
        """Tell whether a time stands before a noun ("in a 1 November statement").

        The little words are then the noun's.
        """
        after = self.parse.tokens[last + 1] if last + 1 < len(self.parse.tokens) else None
        if after is not None and after.low == self.language.data["possessive"]:
            return True
        if after is None or not after.is_word:
            return False
        closed = self.language.union(*NO_NOUNS)
        group = self.clause.group
        is_verb = group is not None and last + 1 == group.first
        if "-" in self.parse.tokens[last].text and not is_verb:  # "a gain in third-quarter income"
            return after.low not in closed and not self.language.is_adverb(after.low)
        adjective = self.parse.tokens[last].low in self.words["adjectives_of_time"]  # "hit by recent attacks"
        return not is_verb and after.low not in closed and (adjective or self._has_article(last))

    def _has_article(self, last: int) -> bool:
        first = last
        while first > 0 and first - 1 in self.parse.times:
            first -= 1
        return first > 0 and self.parse.tokens[first - 1].low in self.words["articles"]

    def _is_filler(self, at: int) -> bool:
        low = self.parse.tokens[at].low
        if low not in self.words["date_fillers"] or low in self.words["coordinators"]:
            return False
        if at in self.parse.times and self.parse.tokens[at - 1].low not in self.words["date_fillers"]:
            return False  # "for six hours on Thursday", but "in the early hours of Thursday"
        group = self.clause.group
        if group is not None and group.first <= at <= group.last:
            return False  # "will last until Friday"
        if low in self.words["never_before_weekdays"] and self._is_weekday(at + 1):
            return False  # "will be sworn in Friday"
        behind_verb = group is not None and at == group.last + 1 and low in self.words["verbs.particles"]
        article = self.parse.tokens[at + 1].low in self.words["articles"] and at + 2 in self.parse.times
        return not (behind_verb and at + 1 not in self.parse.times and not article)  # "went on until 2019"
