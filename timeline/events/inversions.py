"""Verbs whose auxiliary stands before their subject: "Not until Tuesday was the road opened".

What opens the sentence ("only", "not until", "nor") puts it there; the group stands where its verb is.
"""

from __future__ import annotations

from timeline.events.auxiliaries import Auxiliaries
from timeline.events.verb_group import Mood, VerbGroup

_REACH = 9  # words of a subject between its auxiliary and its verb


class Inversions(Auxiliaries):
    """Reads groups that their subject parts."""

    def _turned_at(self, index: int) -> VerbGroup | None:
        """Return the group that an auxiliary at `index` opens before its subject; None for any other."""
        names = self._forms_behind(self.low(index))
        if self.groups or not index or not names or not self._is_after_opener(index):
            return None
        if not (self._subject_opens(index + 1) or (names == ("participle",) and self._is_people(index + 1))):
            return None
        for at in range(index + 2, min(index + 2 + _REACH, len(self.tokens))):
            if not self.tokens[at].is_word:
                return None
            if self._completes(at, names):
                return self._turned_group(index, at, names)
        return None

    def _turned_verb(self, index: int) -> VerbGroup | None:
        """Return the group whose auxiliary was read, where its verb stands."""
        group = self.turned
        if group is None or index < group.first:
            return None
        self.turned = None
        return group

    def _forms_behind(self, auxiliary: str) -> tuple[str, ...]:
        """Return the forms of the verb that an auxiliary leaves for behind the subject."""
        if self.do.get(auxiliary) == "past" or auxiliary in self.modal:
            return ("base",)
        if self.be.get(auxiliary) == "past" or self.have.get(auxiliary) == "past":
            return ("participle",)
        return ()

    def _subject_opens(self, index: int) -> bool:
        low = self.low(index)
        return index < len(self.tokens) and (
            low in self.words["determiners"]
            or low in self.words["nominative"]
            or low in self.language.data["subject_pronouns"]
            or self.tokens[index].is_capital
        )

    def _is_people(self, index: int) -> bool:
        """Tell whether a bare noun may be a subject: "Not until 1928 were women admitted"."""
        return self._is_noun_like(index) and not self.form(index, "participle")

    def _is_after_opener(self, index: int) -> bool:
        """Tell whether "only", "not until" stands before; with "was", a time or preposition behind it."""
        opener = next((i for i in range(index) if self.low(i) in self.words["inverting"]), -1)
        if opener < 0 or self.low(index) in self.do or self.low(index) in self.modal:
            return opener >= 0
        if self.low(opener) in self.words["denying_inversions"]:
            return opener + 1 == index  # "Nor was the pilot told"; but "Hardly anybody was"
        opens = self.language.union("prepositions", "subordinators", "until", "inverting_times")
        return opener + 1 < index and (opener + 1 in self.times or self.low(opener + 1) in opens)

    def _completes(self, index: int, names: tuple[str, ...]) -> bool:
        """Tell whether the verb of a subject stands here, and no noun or adjective inside the subject."""
        if not self.form(index, *names):
            return False
        behind_article = self.low(index - 1) in self.words["determiners"]
        if self.low(index - 1) in self.words["nominative"] or not behind_article:
            later = names == ("base",) and bool(self.form(index + 1, "base"))
            return not later  # "did the port authority get": but "did the port get"
        return False

    def _turned_group(self, auxiliary: int, head: int, names: tuple[str, ...]) -> VerbGroup:
        opener = (self.low(i) for i in range(auxiliary))
        denied = any(low in self.words["denying_inversions"] for low in opener)
        low = self.low(auxiliary)
        passive = low in self.be
        mood = Mood.PAST_PERFECT if low in self.have else Mood.FUTURE if low in self.modal else Mood.PAST
        if mood is Mood.FUTURE and self.be.get(self.low(head)):
            return self._passive_or_not(head, head, mood, negated=denied)  # "will the road be opened"
        return VerbGroup(head, head, head, self.form(head, *names), mood, passive=passive, negated=denied)
