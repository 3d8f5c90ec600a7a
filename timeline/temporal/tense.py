"""Past or future: which way an incomplete date looks, by the verbs of its clause.

The words that tell are data of the language (`cue-past`, `cue-future`, `cue-break` and the like in its
grammar file). The nearest cue wins; words that begin another clause keep cues beyond them at a distance.
"""

from dataclasses import dataclass
from functools import lru_cache

from timeline.temporal.grammar import load
from timeline.temporal.language import Grammar
from timeline.temporal.mention import Direction
from timeline.temporal.words import Words

_LEFT, _RIGHT = 24, 16  # words looked at on either side
_AROUND = 60  # words looked at on either side for any past tense
_BREAK_COST = 6
_RIGHT_COST = 2
_AUXILIARY = 3  # words before a verb among which its auxiliary is looked for
_SHORTEST_VERB = 4
_FAR_AWAY = 1e9
_SENTENCE_ENDS = {".", "!", "?"}
_Sign = tuple[float, Direction]  # how far a word keeps what stands beyond it, and what it tells
_NOTHING: _Sign = (0, "")
_WALL: _Sign = (_FAR_AWAY, "")


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a language that tell the tense."""

    forms: dict[tuple[str, ...], Direction]
    endings: tuple[tuple[str, Direction], ...]
    before: dict[tuple[str, ...], Direction]
    after: dict[tuple[str, ...], Direction]
    present: frozenset[tuple[str, ...]]
    infinitive: frozenset[str]
    determiners: frozenset[str]
    adverbs: frozenset[str]
    progressive: frozenset[str]
    participles: frozenset[str]
    clause_decides: frozenset[tuple[str, ...]]
    breaks: frozenset[str]
    abbreviations: frozenset[str]
    lasts: frozenset[str]
    beside: frozenset[str]  # the last words of those before, the first words of those after
    telling: frozenset[str]  # the words that alone may tell something to the dates around them
    longest: int


@lru_cache(maxsize=16)
def cues(language: str) -> Cues:
    """Give the cues of a language."""
    grammar: Grammar = load(language)
    forms: dict[tuple[str, ...], Direction] = {}
    endings: list[tuple[str, Direction]] = []
    directions: tuple[Direction, Direction] = ("past", "future")
    for direction in directions:
        for form in grammar.forms(f"cue-{direction}"):
            forms[form] = direction
        endings += [("".join(form), direction) for form in grammar.forms(f"cue-{direction}-ending")]
    present = frozenset(grammar.forms("cue-present"))
    forms |= dict.fromkeys(present, "future")
    before: dict[tuple[str, ...], Direction] = {}
    after: dict[tuple[str, ...], Direction] = {}
    for direction in directions:
        before |= dict.fromkeys(grammar.forms(f"cue-{direction}-before"), direction)
        after |= dict.fromkeys(grammar.forms(f"cue-{direction}-after"), direction)
    lasts = frozenset(form[-1] for form in forms)
    breaks, participles = _firsts(grammar, "cue-break"), _firsts(grammar, "cue-participle")
    return Cues(
        forms,
        tuple(endings),
        before,
        after,
        present,
        _firsts(grammar, "cue-infinitive"),
        _firsts(grammar, "cue-determiner"),
        _firsts(grammar, "cue-adverb"),
        _firsts(grammar, "cue-progressive"),
        participles,
        frozenset(grammar.forms("cue-clause-before")),
        breaks,
        _firsts(grammar, "abbreviation"),
        lasts,
        frozenset([*(form[-1] for form in before), *(form[0] for form in after)]),
        frozenset({*lasts, *breaks, *participles, *_SENTENCE_ENDS}),
        max(map(len, [*forms, *before, *after]), default=1),
    )


def _firsts(grammar: Grammar, name: str) -> frozenset[str]:
    return frozenset(form[0] for form in grammar.forms(name))


class Clauses:
    """The clauses of one text. What a word tells is worked out once, however many dates stand around it."""

    def __init__(self, language: str, words: Words) -> None:
        self.cues = cues(language)
        self.words = words
        self.verb_endings = tuple(ending for ending, _ in self.cues.endings)
        self.signs: list[_Sign | None] = [None] * len(words.forms)  # None: not looked at yet

    def direction(self, start: int, end: int, *, verbs_only: bool = False) -> tuple[Direction, str]:
        """Give the direction of the clause around some words, and the word that told it.

        In a history a date is not ahead because it stands after "by": only the verbs tell.
        """
        beside = self._beside(start, end)
        if beside[0] and not verbs_only:
            return beside
        first, last = self.words.paragraph(start, end)
        left = self._nearest(range(start - 1, max(first, start - _LEFT) - 1, -1), 0)
        right = self._nearest(range(end, min(last, end + _RIGHT)), _RIGHT_COST)
        nearest = min(left, right)
        return nearest[1], nearest[2]

    def tells_past(self, start: int, end: int) -> bool:
        """Whether any word of the paragraph around tells of the past, as far as one looks."""
        first, last = self.words.paragraph(start, end)
        around = range(max(first, start - _AROUND), min(last, end + _AROUND))
        return any((self.signs[at] or self._sign(at))[1] == "past" for at in around)

    def _beside(self, start: int, end: int) -> tuple[Direction, str]:
        """Look right before and right after the words, where some cues tell more than any verb."""
        forms = self.words.forms
        if self.cues.beside.isdisjoint(forms[max(0, start - 1) : start] + forms[end : end + 1]):
            return "", ""
        lefts = [forms[max(0, start - length) : start] for length in range(self.cues.longest, 0, -1)]
        after = {} if self.cues.clause_decides.intersection(lefts) else self.cues.after
        for length, left in zip(range(self.cues.longest, 0, -1), lefts, strict=True):
            right = forms[end : end + length]
            told = self.cues.before.get(left) or after.get(right)
            if told:
                return told, " ".join(left if left in self.cues.before else right)
        return "", ""

    def _nearest(self, places: range, cost: float) -> tuple[float, Direction, str]:
        """Find the nearest cue on one side; words that begin another clause keep it at a distance."""
        for distance, at in enumerate(places):
            sign = self.signs[at] or self._sign(at)
            if sign is _NOTHING:
                continue
            if sign is _WALL:
                break
            cost += sign[0]
            if sign[1]:
                return distance + cost, sign[1], self.words.forms[at]
        return _FAR_AWAY, "", ""

    def _sign(self, at: int) -> _Sign:
        """Tell what a word means to the dates around it."""
        form, sign = self.words.forms[at], _NOTHING
        if form in self.cues.telling or form.endswith(self.verb_endings):
            told = (_BREAK_COST if form in self.cues.breaks else 0, self._work_out(at))
            sign = _WALL if self.ends_sentence(at) else told if told != _NOTHING else _NOTHING
        self.signs[at] = sign
        return sign

    def _work_out(self, at: int) -> Direction:
        """Tell what the word says, with the words before it where a cue has several ("is to")."""
        forms, cues_ = self.words.forms, self.cues
        if self._is_name(at):
            return ""
        for length in range(min(cues_.longest, at + 1) if forms[at] in cues_.lasts else 0, 0, -1):
            said = forms[at + 1 - length : at + 1]
            told = cues_.forms.get(said)
            if told and said in cues_.present:
                return self._present(at + 1 - length)
            if told:
                return self._auxiliary(at + 1 - length, "future") or told if told == "past" else told
        if len(forms[at]) >= _SHORTEST_VERB and self.words.raw(at)[0].islower():
            for ending, told in cues_.endings:
                if forms[at].endswith(ending):
                    return "" if self._is_attribute(at) else self._auxiliary(at, "future") or told
        return "future" if forms[at] in cues_.participles and self._is_progressive(at) else ""

    def _is_name(self, at: int) -> bool:
        """Whether a word is capitalised in the middle of a sentence: Will Smith, in May."""
        if not (self.words.raw(at)[0].isupper() and at):
            return False
        return self.words.raw(at - 1)[0].islower()

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
        forms = self.words.forms
        first, _ = self.words.paragraph(at, at + 1)
        for where in range(at - 1, max(first - 1, at - 1 - _AUXILIARY), -1):
            if self.ends_sentence(where) or forms[where] in self.cues.breaks:
                break
            for length in range(self.cues.longest, 0, -1):
                if self.cues.forms.get(forms[max(0, where + 1 - length) : where + 1]) == wanted:
                    return wanted
        return ""

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends at this sign."""
        return self.words.forms[at] in _SENTENCE_ENDS and self._sentence_ends(at)

    def _sentence_ends(self, at: int) -> bool:
        """Whether a full stop ends more than an abbreviation, and the next word is not small."""
        words = self.words
        before = words.forms[at - 1] if at else ""
        if words.glued(at) and (before in self.cues.abbreviations or (len(before) == 1 and before.isalpha())):
            return False
        follows = words.raw(at + 1)[0] if at + 1 < len(words.forms) else "A"
        return not (follows.islower() or follows.isdigit() or follows == ",")
