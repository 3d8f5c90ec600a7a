"""Seams of a headline: where words of the sentence were left out, and whether a phrase is torn there.

What stands on the two sides of a gap is compared with what stood there in the sentence: a noun has lost the
noun behind it, a verb its object or its particle, or two verbs have come together that had a word between.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.gerunds import is_active_gerund
from timeline.events.language import Language
from timeline.events.verb_group import Mood, VerbGroup

_PHRASE_OPENERS = (
    "prepositions",
    "coordinators",
    "subordinators",
    "relatives",
    "relative_that",
    "content_words",
    "determiners",
    "pronouns",
    "infinitive_words",
    "auxiliary_words",
    "relative_places",
)
_AFTER_VERBS = ("prepositions", "coordinators", "subordinators", "relatives")
_WHOLE = frozenset({Role.MAIN, Role.COORDINATE})


class Seams:
    """The words of a headline, and the gaps between them.

    `gone` are the tokens of its own time, which no phrase needs.
    """

    def __init__(
        self, parse: Parse, clause: Clause, body: Sequence[int], gone: Collection[int], language: Language
    ) -> None:
        self.parse, self.clause, self.language = parse, clause, language
        self.words = language.words
        self.body, self.kept, self.gone = list(body), frozenset(body), gone
        verb = clause.verb.first
        self.at_verb = self.body.index(verb) if verb in self.kept else len(self.body)
        self.holds = language.union

    def low(self, index: int) -> str:
        """Return the lower-case word at an index."""
        return self.parse.tokens[index].low

    def is_in(self, index: int, *names: str) -> bool:
        """Tell whether a word is in one of these sets of words."""
        return self.parse.tokens[index].low in self.holds(*names)

    def is_adverb(self, index: int) -> bool:
        """Tell whether a word may be an adverb."""
        return self.language.is_adverb(self.low(index))

    def verb_at(self, index: int) -> VerbGroup | None:
        """Return the verb group that ends at a token."""
        of_clauses = (c.group for c in self.parse.clauses if c.group and c.group.last == index)
        return next(of_clauses, None) or next((g for g in self.parse.infinitives if g.last == index), None)

    def finite_at(self, index: int) -> int:
        """Return the clause whose finite verb a token is part of; -1 where it is of none."""
        for clause in self.parse.clauses:
            group = clause.group
            if group and group.first <= index <= group.last and group.is_finite:
                return clause.index
        return -1

    def is_torn_at_end(self) -> bool:
        """Tell whether the last phrase goes on in the sentence."""
        last = self.body[-1]
        if last != max(self.body):
            return False
        lost = self._following(last)
        if self.low(last) == self.language.data["possessive"] and lost < len(self.parse.tokens):
            closed = self.is_in(lost, *_PHRASE_OPENERS) and not self.is_in(lost, "coordinators")
            return (
                self.parse.tokens[lost].is_word and not closed
            )  # "the bank's[ 1989 loss]", "its[ operating loss]"
        group = self.clause.verb
        wants = not group.passive and group.last < last + 1 < lost + 1 <= len(self.parse.tokens)
        timed = all(
            i in self.parse.times or self.is_in(i, "date_fillers") for i in range(group.last + 1, lost)
        )
        if wants and timed and self.is_in(min(lost, len(self.parse.tokens) - 1), "infinitive_words"):
            return True  # "agreed on Monday[ to sell it]"
        return self._is_torn(last, lost) or self._is_half_a_name(last)

    def _is_half_a_name(self, last: int) -> bool:
        """Read "the Migration[ and Asylum Office]": "and" inside a name with one article."""
        tokens, joint = self.parse.tokens, last + 1
        if joint + 2 >= len(tokens) or not self.is_in(joint, "coordinators"):
            return False
        capitals = all(tokens[i].is_capital for i in (last, joint + 1, joint + 2))
        many = self.language.patterns["plural"].fullmatch(self.low(last))
        return capitals and not many and self.is_in(last - 1, "definite_articles")

    def is_torn_inside(self) -> bool:
        """Tell whether what was left out between two words takes a part of a phrase with it."""
        for i, j in pairwise(self.body):
            lost = self._following(i) if j > i + 1 else j
            if lost < j and (
                self._is_torn(i, lost) or self._lost_its_opener(j) or self._joins_wrongly(i, lost, j)
            ):
                return True
            if j > i + 1 and self._lost_what_was_set(i, j):
                return True
        return False

    def _lost_what_was_set(self, verb: int, following: int) -> bool:
        """Read "set[ Friday] as the deadline": the time was the object."""
        group = self.verb_at(verb)
        active = group is not None and not group.passive and group is self.clause.group
        return active and self.is_in(following, "as_said") and following - 1 in self.parse.times

    def _following(self, index: int) -> int:
        """Return the next token that is of no time."""
        at = index + 1
        while at < len(self.parse.tokens) and (at in self.gone or at in self.parse.times):
            at += 1
        return at

    def _is_torn(self, kept: int, lost: int) -> bool:
        """Tell whether a phrase is torn between a token that is kept and the one behind it, which is not."""
        tokens = self.parse.tokens
        if lost != kept + 1 or lost >= len(tokens) or kept in self.gone or kept in self.parse.times:
            return False
        if not tokens[kept].is_word or not tokens[lost].is_word:
            return False
        group = self.verb_at(kept)
        if group is not None:
            wants = ("infinitive_words", *(("prepositions",) if group.mood is Mood.GERUND else ()))
            if group is not self.clause.group and self.is_in(lost, *wants):
                return True  # "a measure designed[ to stop it]", "a charge bordering[ on theft]"
            return self._lacks_particle(lost) or (not group.passive and self._is_object(lost))
        if self.is_in(lost, "comparing", "comparing_in") and self._is_measured(kept, lost):
            return True
        adverb = self.is_adverb(kept) and not self.is_in(kept - 1, "determiners")  # "the cowardly[ attack]"
        return not self._begins_phrase(lost) and not adverb

    def _is_measured(self, kept: int, lost: int) -> bool:
        """Read "received more[ than eight thousand]", "as much[ as ten pounds]"."""
        before = kept > 0 and self.is_in(kept - 1, "comparing", "comparing_in")
        return self.is_in(lost, "comparing") or self.is_in(kept, "measured") or before

    def _lacks_particle(self, index: int) -> bool:
        """Read "stood[ down]", and "went[ by before …]", where a preposition governs nothing."""
        if self.is_in(index, "verbs.particles", "separable") and not self.is_in(index, "locatives"):
            return True
        if not self.is_in(index, "prepositions"):
            return False
        after = index + 1
        ends = after >= len(self.parse.tokens) or not self.parse.tokens[after].is_word
        return ends or self.is_in(after, "subordinators")

    def _is_object(self, index: int) -> bool:
        if self.is_in(index, "infinitive_words"):
            return True
        after = index + 1 < len(self.parse.tokens) and self.parse.tokens[index + 1].text[0].isdigit()
        if after and self.is_in(index, "measuring_prepositions") and not self.is_in(index, "locatives"):
            return True  # "as having given[ about 274,500 marks]"
        return not self.is_in(index, *_AFTER_VERBS) and not self.is_adverb(index)

    def _begins_phrase(self, index: int) -> bool:
        """Tell whether a word opens a phrase or clause of its own."""
        if self.is_in(index, *_PHRASE_OPENERS) or self.is_adverb(index):
            return True
        if is_active_gerund(self.parse.tokens, index, self.language):
            return True  # "an advert[ starring a golfer]"
        begun = (c for c in self.parse.clauses if c.first == index or (c.group and c.group.first == index))
        if any(c.group is None or c.verb.mood is not Mood.GERUND for c in begun):
            return True
        return self.finite_at(index) >= 0 or any(g.first == index for g in self.parse.infinitives)

    def _lost_its_opener(self, index: int) -> bool:
        """Tell whether a noun has lost its article or preposition ("written[ about] choked filters")."""
        before = index - 1
        times = before in self.gone or before in self.parse.times
        if times or before in self.kept or index == self.clause.verb.first:
            return False
        return self.is_in(before, "prepositions", "articles") and not self.is_in(before, "verbs.particles")

    def _joins_wrongly(self, before: int, lost: int, after: int) -> bool:
        """Tell whether two words have come together that no gap may join: two verbs, or two subjects."""
        verbs = [self.finite_at(n) for n in range(lost, after)]
        if self._lost_what_it_describes(after):
            return True
        listed = self.low(lost) == "," and after in self.kept and after < self.clause.verb.first
        if listed and self.low(before) != "," and self.is_in(after, "indefinite", "articles"):
            return True  # "Ann Roe[, her brother,] a dozen friends and a dog left"
        if self.is_in(after, "relatives"):  # "the autumn[, which was wet, and the head] who took the chair"
            return self.low(lost) != "," or max(verbs) >= 0
        verb = self.clause.verb
        while after in self.kept and after < verb.first and self.is_adverb(after):
            after += 1
        first, second = self.finite_at(before), self.finite_at(after)
        if first >= 0 <= second and first != second:
            return True  # "apologised[ in a video and] promised"
        if verbs[0] < 0 or second >= 0 or verb.first <= after <= verb.last:
            return False
        described = self.parse.clauses[verbs[0]].role is Role.RELATIVE
        is_word = self.parse.tokens[after].is_word
        return not described and is_word and not self.is_in(after, "prepositions", "coordinators")

    def _lost_what_it_describes(self, index: int) -> bool:
        """Read "heard the opening[ of the trial of a builder] charged with it": whose it is went."""
        return any(
            c.role is Role.PARTICIPLE
            and c.first == index
            and c.antecedent == index - 1
            and index - 1 not in self.kept
            and index - 1 not in self.gone
            and index - 1 not in self.parse.times
            and self.parse.tokens[index - 1].is_word
            and c.index != self.clause.index
            for c in self.parse.clauses
        )

    def is_spliced(self) -> bool:
        """Read "They are silent, all eyes are on him[, and …]": two clauses with a comma between."""
        last = self.clause.verb.last
        return any(
            c.role in _WHOLE
            and c.group is not None
            and c.group.first > last
            and c.group.first in self.kept
            and c.shares_subject < 0
            and c.connector in {"", ","}
            and self.low(c.first - 1) == ","
            for c in self.parse.clauses
        )
