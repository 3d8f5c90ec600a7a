"""How far a headline may stray from its sentence: what each gap in it risks.

Leaving out ", which …" or a place at the end costs a reader nothing; leaving out "of the mine" or half of a
list may turn the sentence into another one. `risk(parse, clause, body, gone, language)` adds up what was left
out. It says which of several headlines to take, where `wellformed.fault` says which not to take at all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.gerunds import is_gerund
from timeline.events.language import Language
from timeline.events.seams import Seams

# What a gap costs. Figures only rank: each step is "rather leave out this than that".
_NOTHING = 0  # ", a maker of tyres,", "while …", a second phrase behind the verb
_PHRASE = 1  # a phrase behind the object: "a deal[ in Arl]"
_MORE = 2  # "the head[ at the mine]", "a strike on Arl[ and on a camp]", "gave it[ to the town]"
_BOUND = 5  # a phrase right behind the verb, "an invasion[ of Arl]", "told them[ to go]", half a list
_HALF = 6  # half of two: "Rowe[ and Ode] signed it"; "the reports[ of thefts]"
_LOST = 8  # "its inability[ to pay]"
_FALSE = 9  # "left[ or died]", "the Bank[ of Arl]"
RISKY = 4  # from here on another headline is looked for


def risk(parse: Parse, clause: Clause, body: Sequence[int], gone: Collection[int], language: Language) -> int:
    """Return what a headline made of the tokens `body` risks by what it leaves out; 0 for nothing."""
    return _Risks(parse, clause, body, gone, language).total()


class _Risks(Seams):
    """The gaps of one headline."""

    def total(self) -> int:
        """Return what all gaps cost together."""
        follows = self._end_of_sentence(self.body[-1])
        pairs = (*pairwise(self.body), (self.body[-1], follows))
        gaps = [(i, j) for i, j in pairs if j > i + 1]
        return sum(self._of_gap(i, j) for i, j in gaps) + self._of_open_aside()

    def _end_of_sentence(self, last: int) -> int:
        """Return where what follows the last word ends: at the next clause that stands for itself."""
        starts = (c.first for c in self.parse.clauses if c.role in _APART and c.first > last)
        return min(starts, default=len(self.parse.tokens))

    def _of_gap(self, i: int, j: int) -> int:
        lost = self._lost(i, j)
        if not lost:
            return _NOTHING
        comma = any(self.low(n) == "," for n in range(i + 1, lost[0]))
        opening = self._of_torn_list(lost) if comma else self._of_opening(i, lost[0])
        return opening + self._of_what_follows(i, lost, j)

    def _tells(self, index: int) -> bool:
        """Tell whether a word is of no time: "on", "early in" and "night" beside one are of it."""
        return self.parse.tokens[index].is_word and not (
            self._leads_to_time(index, 1) or self._leads_to_time(index, -1)
        )

    def _leads_to_time(self, index: int, step: int) -> bool:
        at = index
        while 0 <= at < len(self.parse.tokens) and abs(at - index) < _NEAR and self.is_in(at, "date_fillers"):
            at += step
        return 0 <= at < len(self.parse.tokens) and (at in self.gone or at in self.parse.times)

    def _lost(self, i: int, j: int) -> list[int]:
        """Return the words between two tokens that tell something, without those in brackets."""
        pairs, closing = self.language.data["brackets"], ""
        lost: list[int] = []
        for n in range(i + 1, j):
            low = self.low(n)
            if closing:
                closing = "" if low.startswith(closing) else closing
            elif low[0] in pairs:
                closing = pairs[low[0]]
            elif self._tells(n):
                lost.append(n)
        return lost

    def _of_torn_list(self, lost: Sequence[int]) -> int:
        """Read "Arl[, Bern, Ede and Ode]": a list and no verb; ", Karel Dost, and two" may be an aside."""
        joint = next((n for n in lost if self.is_in(n, "coordinators")), -1)
        commas = any(self.low(n) == "," for n in range(lost[0], joint))
        verbal = any(self._is_verbal(n) for n in lost if n <= joint + 1)
        closed = joint > 0 and self.low(joint - 1) == ","
        return _BOUND if commas and not (verbal or closed) else _NOTHING

    def _is_verbal(self, index: int) -> bool:
        groups = (c.group for c in self.parse.clauses if c.group)
        return any(g.first <= index <= g.last for g in groups)

    def _of_opening(self, i: int, first: int) -> int:
        """Return what a gap without a comma costs, by the word that it opens with."""
        if self.is_in(first, "of"):
            return self._of_whose(i)
        if self.is_in(first, "coordinators"):
            return self._of_joint(i, first)
        if self._opens_infinitive(first):
            return self._of_infinitive(i)
        if self.is_in(first, "prepositions") and not self._opens_clause(first):
            return self._of_preposition(i, first)
        return _NOTHING if self._opens_clause(first) else _PHRASE

    def _of_whose(self, i: int) -> int:
        tokens, bodies = self.parse.tokens, ("titles.organisation", "titles.place")
        if tokens[i].is_capital and tokens[i - 1].is_capital and not self.is_in(i, *bodies):
            return _BOUND  # "Ida Roe[ of Arl]"
        if tokens[i].is_capital or self.is_in(i, "quantifiers", "measures", "number_words"):
            return _FALSE
        return _BOUND if self.is_in(i - 1, "indefinite") else _HALF

    def _opens_infinitive(self, index: int) -> bool:
        """Read "to use", "to not use"."""
        if not self.is_in(index, "infinitive_words"):
            return False
        at = index + 1
        while at + 1 < len(self.parse.tokens) and (self.is_in(at, "negations") or self.is_adverb(at)):
            at += 1
        return at < len(self.parse.tokens) and any(f.form == "base" for f in self.language.verb(self.low(at)))

    def _of_joint(self, i: int, first: int) -> int:
        """Return what half of two costs: a verb of its own goes, "the fall[ and flight of Rowe]" stays."""
        if i < self.clause.verb.first:
            return _HALF
        if self._has_verb_at(first + 1):
            return _NOTHING
        if self.is_in(first, "alternatives"):
            return _FALSE
        shared = self.is_in(i - 1, "determiners", "prepositions")
        apart = self.is_in(first + 1, "determiners") or self._leads_on(first + 1)
        return _BOUND if shared and not apart else _MORE

    def _leads_on(self, index: int) -> bool:
        """Read "in Arl[ and then with the mayor]": a preposition of its own, and no half of a noun."""
        at = index + self.is_adverb(index)
        return at < len(self.parse.tokens) and self.is_in(at, "prepositions")

    def _has_verb_at(self, index: int) -> bool:
        """Tell whether a verb stands here, or begins a clause shortly behind."""
        tokens = self.parse.tokens
        near = range(index, min(index + _NEAR, len(tokens)))
        opens = (n for n in near if n == index or self.is_adverb(n - 1))
        bare = any(self.language.verb(self.low(n)) and not tokens[n].is_capital for n in opens)
        return bare or any(self.finite_at(n) >= 0 for n in near)

    def _of_preposition(self, i: int, first: int) -> int:
        if i < self.clause.verb.first:
            return _MORE
        if self.verb_at(i) is not None or self.is_in(i, "purposes"):
            return _BOUND
        if self.is_in(first, "infinitive_words"):
            return _MORE
        return _NOTHING if self._is_governed(i) else _PHRASE

    def _of_infinitive(self, i: int) -> int:
        """Read "told them[ to go]"; in "sent troops[ to take the fort]" it only says what for."""
        if self.is_in(i, "wanting_infinitive"):
            return _LOST  # "its refusal[ to pay]"
        verb = self._verb_before(i + 1)
        lemma = self._lemma(verb)
        wants = verb == i or lemma in self.holds(*_WANTING)
        return _BOUND if wants and not self._is_governed(i) else _PHRASE

    def _is_governed(self, index: int) -> bool:
        """Tell whether a preposition stands between a word and the verb before it."""
        between = range(self._verb_before(index) + 1, index)
        return any(self.is_in(n, "prepositions") and not self._opens_infinitive(n) for n in between)

    def _verb_before(self, index: int) -> int:
        """Return where the verb before a word ends, be it a gerund."""
        at = index - 1
        while (
            at > self.clause.verb.last
            and self.verb_at(at) is None
            and not is_gerund(self.low(at), self.language)
        ):
            at -= 1
        return at

    def _lemma(self, verb: int) -> str:
        group = self.verb_at(verb)
        forms = self.language.verb(self.low(verb))
        return group.lemma if group else next((f.lemma for f in forms), "")

    def _opens_clause(self, index: int) -> bool:
        """Tell whether a clause begins here, or behind an adverb ("so that")."""
        starts = (index, index + 1) if self.is_adverb(index) else (index,)
        return any(c.first in starts or (c.group and c.group.first == index) for c in self.parse.clauses)

    def _of_what_follows(self, i: int, lost: Sequence[int], j: int) -> int:
        """Read "quashed a coup[ that …, then,] with its help": the phrase went with what is not here."""
        if j not in self.kept or i < self.clause.verb.last:
            return _NOTHING
        aside = self.low(i + 1) == ","
        if self.is_in(j, "coordinators") or (self.is_in(j, "of") and not aside):
            return _FALSE
        if not self.is_in(j, "prepositions", "subordinators"):
            return _NOTHING
        broken = any(self.low(n) == "," for n in range(lost[0], lost[-1]))
        return _BOUND if broken or self.is_in(j, "subordinators") else _PHRASE

    def _of_open_aside(self) -> int:
        """Read "a dog named Rex, a gift[ from his uncle]": an aside is left open at the end."""
        last = self.body[-1]
        comma = next((n for n in range(len(self.body) - 1, 0, -1) if self.low(self.body[n]) == ","), 0)
        tail = self.body[comma + 1 :]
        if not comma or not tail or self.body[comma] < self.clause.verb.last:
            return _NOTHING
        open_end = last + 1 < len(self.parse.tokens) and self._tells(last + 1)
        bare = not any(self._is_verbal(i) or self.is_in(i, "coordinators") for i in tail)
        return _HALF if open_end and bare and self.is_in(tail[0], "articles") else _NOTHING


# Verbs with an infinitive behind their object.
_WANTING = tuple(
    f"verbs.{name}"
    for name in ("telling", "causing", "ordering", "bidding", "asking", "with_result", "naming", "promising")
)
_NEAR = 6  # words from "and" to the verb that it joins
_APART = frozenset({Role.MAIN, Role.COORDINATE, Role.TAIL, Role.ATTRIBUTION})
