"""Past or future: which way an incomplete date looks, by the verbs of its clause.

The words that tell are data of the language (`cue-past`, `cue-future`, `cue-break` and the like in its
grammar file). The nearest cue wins; words that begin another clause keep cues beyond them at a distance.
"""

from bisect import bisect_left, bisect_right
from typing import Literal

from timeline.temporal.cues import SENTENCE_ENDS, cues
from timeline.temporal.mention import Direction
from timeline.temporal.words import Words

_LEFT, _RIGHT = 24, 16  # words looked at on either side
_AROUND = 60  # words looked at on either side for any past tense
_BREAK_COST = 6
_RIGHT_COST = 2
_PERFECT = 12  # words on either side among which the verb of what was done is looked for
_AUXILIARY = 3  # words before a verb among which its auxiliary is looked for
_SHORTEST_VERB = 4
_FAR_AWAY = 1e9
_Sign = Literal["past", "future", "wall", ""]  # what a word tells to the dates around it
_WALL: Literal["wall"] = "wall"  # the end of a sentence, beyond which nobody looks
_NOTHING: tuple[Direction, str] = "", ""
_NOWHERE: tuple[float, Direction, str] = _FAR_AWAY, *_NOTHING


class Clauses:
    """The clauses of one text. What a word tells is worked out once, however many dates stand around it.

    The words that can tell nothing, nearly all, are left out, and what the others tell is worked out when
    somebody looks at them. Those that after all tell nothing are passed over in one step the second time, so
    that looking around costs the same in any text.
    """

    def __init__(self, language: str, words: Words) -> None:
        self.cues = cues(language)
        self.words = words
        self.all = 0, len(words.forms)  # the paragraph, in a text of one
        self.endings = tuple(ending for ending, _ in self.cues.endings)
        telling, endings = self.cues.telling, self.endings
        tails = {ending[-1] for ending in endings}  # which tell nearly all words apart, and sooner
        # The words that may tell something or keep it at a distance, and beside them what they do tell.
        self.places = [
            at
            for at, form in enumerate(words.forms)
            if form in telling or (form[-1] in tails and form.endswith(endings))
        ]
        self.signs: list[_Sign | None] = [None] * len(self.places)
        opening = self.cues.breaks
        self.breaks = [
            at for at in self.places if words.forms[at] in opening
        ]  # those that open another clause
        # For a place the nearest one that tells: before it, after it, and before it of the past.
        self.before: dict[int, int] = {-1: -1}
        self.after: dict[int, int] = {len(self.places): len(self.places)}
        self.pasts: dict[int, int] = {-1: -1}

    def direction(self, start: int, end: int, *, verbs_only: bool = False) -> tuple[Direction, str]:
        """Give the direction of the clause around some words, and the word that told it.

        In a history a date is not ahead because it stands after "by": only the verbs tell.
        """
        beside = self._beside(start, end)
        if beside[0] and not verbs_only:
            if beside[0] == "past":
                return beside
            if self.is_done(start, end):
                return "past", beside[1]
            if not self._opens_with(start, beside[1]):
                return beside
            _, way, verb = self._ahead(end, min(end + _RIGHT, self.words.paragraph(start, end)[1]))
            return (way, verb) if (verb,) in self.cues.forms and verb not in self.cues.reports else beside
        first, last = self.words.paragraph(start, end) if self.words.paragraphs else self.all
        left = self._behind(start, max(start - _LEFT, first))
        right = self._ahead(end, min(end + _RIGHT, last))
        told = min(left, right)[1:]
        return told if told[0] else self._intended(start, max(start - _LEFT, first))

    def _intended(self, start: int, first: int) -> tuple[Direction, str]:
        """Read a headline without a verb: "Court to rule Tuesday"."""
        forms, cues_ = self.words.forms, self.cues
        for at in range(start - 2, first, -1):
            if forms[at] in SENTENCE_ENDS or forms[at] in cues_.breaks:
                break
            if forms[at] in cues_.infinitive:
                is_verb = forms[at + 1].isalpha() and forms[at + 1] not in cues_.determiners
                is_verb = is_verb and self.words.raw(at + 1)[0].islower()
                return ("future", forms[at]) if is_verb else _NOTHING
        return _NOTHING

    def _opens_with(self, start: int, cue: str) -> bool:
        """Whether a cue right before a date opens the sentence: "By Monday the water was knee-deep".

        What follows is then the clause, whose verb tells more than the cue.
        """
        before = start - 1 - cue.count(" ")
        return before <= 0 or self.words.forms[before - 1] in SENTENCE_ENDS

    def tells_past(self, start: int, end: int) -> bool:
        """Whether any word of the paragraph around tells of the past, as far as one looks."""
        first, last = self.words.paragraph(start, end) if self.words.paragraphs else self.all
        index = bisect_left(self.places, min(end + _AROUND, last)) - 1
        index = (
            self.pasts[index]
            if index in self.pasts
            else self._pass_over(index, -1, self.pasts, past_alone=True)
        )
        return index >= 0 and first <= self.places[index] >= start - _AROUND

    def _pass_over(self, index: int, step: int, known: dict[int, int], *, past_alone: bool = False) -> int:
        """Find the nearest of the places, from this one on, that tells something; an end where none does."""
        at, signs, size = index, self.signs, len(self.signs)
        while 0 <= at < size and at not in known:
            sign = signs[at]
            sign = self._sign(at) if sign is None else sign
            if sign and (sign == "past" or not past_alone):
                known[at] = at
                break
            at += step
        found = known.get(at, at)
        for passed in range(index, at, step):
            known[passed] = found
        return found

    def _beside(self, start: int, end: int) -> tuple[Direction, str]:
        """Look right before and right after the words, where some cues tell more than any verb."""
        forms, cues_ = self.words.forms, self.cues
        for length in cues_.lengths_before.get(forms[start - 1], ()):
            left = forms[max(0, start - length) : start]
            if told := cues_.before.get(left):
                return told, " ".join(left)
        for length in cues_.lengths_after.get(forms[end], ()) if end < len(forms) else ():
            right = forms[end : end + length]
            told = cues_.after.get(right)
            if told and not (right in cues_.yielding and self._clause_decides(start)):
                return told, " ".join(right)
        return _NOTHING

    def _clause_decides(self, start: int) -> bool:
        """Whether the verb of the clause tells when "before Friday's vote" is."""
        forms, decides = self.words.forms, self.cues.clause_decides
        return any(forms[max(0, start - length) : start] in decides for length in (1, 2))

    def is_done(self, start: int, end: int) -> bool:
        """Whether it was all over by then: "by Monday they had left", not "they had to leave by Monday"."""
        cues_, forms = self.cues, self.words.forms
        ahead = end + (forms[end : end + 1] == (",",))  # "by Friday, they had left"
        left = range(start - 2, max(-1, start - _PERFECT), -1)
        for places in (left, range(ahead, min(len(forms), end + _PERFECT))) if cues_.perfect else ():
            for at in places:
                if forms[at] in cues_.perfect:
                    return (
                        at + 1 != start - 1
                        and forms[at + 1 : at + 2][:1] != ()
                        and forms[at + 1] not in cues_.infinitive
                    )
                if forms[at] in cues_.breaks or forms[at] in cues_.infinitive or self.ends_sentence(at):
                    break
        return False

    def _behind(self, start: int, first: int) -> tuple[float, Direction, str]:
        """Find the nearest cue before a word; words that begin another clause keep it at a distance."""
        begin = bisect_left(self.places, start)
        index = begin - 1
        index = self.before[index] if index in self.before else self._pass_over(index, -1, self.before)
        sign = self.signs[index] if index >= 0 and self.places[index] >= first else _WALL
        if sign is None or sign == _WALL:
            return _NOWHERE
        at = self.places[index]
        cost = _BREAK_COST * (bisect_left(self.breaks, start) - bisect_left(self.breaks, at))
        return start - 1 - at + cost, sign, self.words.forms[at]

    def _ahead(self, end: int, last: int) -> tuple[float, Direction, str]:
        """Find the nearest cue from a word on, which is a little farther off than one before."""
        begin = bisect_left(self.places, end)
        index = self.after[begin] if begin in self.after else self._pass_over(begin, 1, self.after)
        sign = self.signs[index] if index < len(self.places) and self.places[index] < last else _WALL
        if sign is None or sign == _WALL:
            return _NOWHERE
        at = self.places[index]
        cost = _BREAK_COST * (bisect_right(self.breaks, at) - bisect_left(self.breaks, end))
        return at - end + cost + _RIGHT_COST, sign, self.words.forms[at]

    def _sign(self, index: int) -> _Sign:
        """Tell what one of the places means to the dates around it."""
        at = self.places[index]
        form = self.words.forms[at]
        if form in self.cues.silent:
            sign: _Sign = ""
        else:
            sign = _WALL if form in SENTENCE_ENDS and self._sentence_ends(at) else self._work_out(at)
        self.signs[index] = sign
        return sign

    def _work_out(self, at: int) -> Direction:
        """Tell what the word says, with the words before it where a cue has several ("is to")."""
        forms, cues_ = self.words.forms, self.cues
        if self._is_name(at):
            return ""
        for length in cues_.lengths.get(forms[at], ()):
            said = forms[max(0, at + 1 - length) : at + 1]
            told = cues_.forms.get(said)
            if told and said in cues_.present:
                return self._present(at + 1 - length)
            if (
                told == "future"
                and length == 1
                and forms[at].endswith(self.endings)
                and self._is_attribute(at)
            ):
                return ""
            if told:
                return self._auxiliary(at + 1 - length, "future") or told if told == "past" else told
        if len(forms[at]) >= _SHORTEST_VERB and self.words.raw(at)[0].islower():
            for ending, told in cues_.endings:
                if forms[at].endswith(ending):
                    return "" if self._is_attribute(at) else self._auxiliary(at, "future") or told
        return "future" if forms[at] in cues_.participles and self._is_progressive(at) else ""

    def _is_name(self, at: int) -> bool:
        """Whether a word is capitalised in the middle of a sentence: Will Smith, in May."""
        words = self.words
        return (
            at > 0 and words.text[words.starts[at]].isupper() and words.text[words.starts[at - 1]].islower()
        )

    def _present(self, at: int) -> Direction:
        """Read a present tense as ahead, unless a verb governs it: "did not open", "helped to open"."""
        if at and self.words.forms[at - 1] in self.cues.infinitive:
            return ""
        return "" if self._auxiliary(at, "past") or self._auxiliary(at, "future") else "future"

    def _is_attribute(self, at: int) -> bool:
        """Whether a participle stands before its noun: "a still unspecified date"."""
        forms = self.words.forms
        before = at - 2 if at > 1 and forms[at - 1] in self.cues.adverbs else at - 1
        return before >= 0 and forms[before] in self.cues.determiners

    def _is_progressive(self, at: int) -> bool:
        """Whether the auxiliary of a progressive stands before a participle: "is now flying"."""
        return not self.cues.progressive.isdisjoint(self.words.forms[max(0, at - 2) : at])

    def _auxiliary(self, at: int, wanted: Direction) -> Direction:
        """Let the auxiliary right before a verb decide: "will be announced", "to be held", "did not open"."""
        forms, breaks = self.words.forms, self.cues.breaks
        first = at if forms[at] in breaks else self.words.paragraph(at, at + 1)[0]
        for where in range(at - 1, max(first - 1, at - 1 - _AUXILIARY), -1):
            if self.ends_sentence(where) or forms[where] in breaks:
                break
            for length in self.cues.lengths.get(forms[where], ()):
                told = self.cues.forms.get(forms[max(0, where + 1 - length) : where + 1])
                if told and (told == wanted or length > 1):
                    return wanted if told == wanted else ""  # "was to have ended": not "was to"
        return ""

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends at this sign."""
        return self.words.forms[at] in SENTENCE_ENDS and self._sentence_ends(at)

    def _sentence_ends(self, at: int) -> bool:
        """Whether a full stop ends more than an abbreviation, and the next word is not small."""
        words = self.words
        before = words.forms[at - 1] if at else ""
        if words.glued(at) and (before in self.cues.abbreviations or (len(before) == 1 and before.isalpha())):
            return False
        follows = words.raw(at + 1)[0] if at + 1 < len(words.forms) else "A"
        return not (follows.islower() or follows.isdigit() or follows == ",")
