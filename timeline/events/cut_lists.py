"""A list of which a headline keeps only the beginning: its last comma becomes the word that the list had.

"opened mills in Arl, Bern[, Ede and the port of Ode]" is no sentence, and "in Arl and Bern" is true. What
stands between commas is a list where what follows the conjunction is of the same make: names, or nouns with
or without an article. An apposition is none ("Ann Roe, a lawyer, and Ben Ode"), nor is a town with its
country.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.events.clauses import Parse
from timeline.events.gazetteer import gazetteer
from timeline.events.language import Language

_MEMBERS, _WORDS = 8, 6  # members of a list behind the cut, and words of one, at the most
_BREAKS = (
    *("prepositions", "subordinators", "relatives", "relative_that", "infinitive_words", "negations"),
    *("auxiliary_words", "nominative", "object_pronouns", "content_words", "relative_places"),
)


def closed_lists(parse: Parse, body: Sequence[int], language: Language) -> Mapping[int, str]:
    """Return the word that stands for the last comma of each list that a headline keeps the beginning of.

    `body` are the tokens of the headline, in order; the keys are commas among them.
    """
    kept, tokens = frozenset(body), parse.tokens
    goes_on = language.words["coordinators"] | {","}
    cut = [i for i in body if i + 1 < len(tokens) and i + 1 not in kept and tokens[i + 1].low in goes_on]
    if not cut or all(tokens[i].low != "," for i in body):
        return {}
    reader = _Lists(parse, language)
    found = (reader.list_cut_behind(i, kept) for i in cut)
    return {comma: f" {tokens[joint].low}" for comma, joint in found if comma >= 0}


class _Lists:
    """Reads lists of nouns in one sentence."""

    def __init__(self, parse: Parse, language: Language) -> None:
        self.parse, self.language = parse, language
        self.closed = language.union(*_BREAKS)
        self.joints = language.difference("coordinators", "negating")
        self.verbs = frozenset(
            i
            for c in parse.clauses
            if c.group and (c.group.is_finite or c.group.first == c.first)
            for i in range(c.group.first, c.group.last + 1)
        )

    def low(self, index: int) -> str:
        return self.parse.tokens[index].low

    def list_cut_behind(self, last: int, kept: frozenset[int]) -> tuple[int, int]:
        """Return the last comma that is kept of a list that goes on behind `last`, and its conjunction.

        Both are -1 where there is none.
        """
        lost, first = last + 1, self._member_before(last)
        comma, joint = first - 1, self._joint(lost)
        whole = comma > 0 and self.low(comma) == "," and {comma, comma - 1, first} <= kept
        if not whole or joint < 0 or joint in kept or self._is_placed(first, comma, lost, joint):
            return -1, -1
        if self.parse.owners[joint + 1] != self.parse.owners[last]:  # ", and a girl waved"
            return -1, -1
        make = self._make(first, last)
        alike = make and make == self._make(joint + 1, self._member_end(joint + 1))
        return (comma, joint) if alike and make in self._makes_before(comma) else (-1, -1)

    def _makes_before(self, comma: int) -> set[str]:
        """Return what the member before a comma may be: "production of guns", or "guns"."""
        first = self._member_before(comma - 1)
        ofs = [i for i in range(first, comma) if self.low(i) in self.language.words["of"]]
        makes = {self._make(at, comma - 1) for at in (first, *(i + 1 for i in ofs))}
        return makes | {"bare"} if "given" in makes else makes  # "the food, drink and tents"

    def _goes_on(self, index: int) -> bool:
        return self.low(index) == "," or self.low(index) in self.joints

    def _joint(self, lost: int) -> int:
        """Return the conjunction before the last member of a list that goes on at a token; -1 for none."""
        at = lost
        for _ in range(_MEMBERS):
            if at < len(self.parse.tokens) and self.low(at) == ",":
                at += 1
            if at < len(self.parse.tokens) and self.low(at) in self.joints:
                return at if self._member_end(at + 1) > at else -1
            end = self._member_end(at)
            if end < at or end + 1 >= len(self.parse.tokens) or not self._goes_on(end + 1):
                return -1
            at = end + 1
        return -1

    def _member_end(self, first: int) -> int:
        """Return the last token of a noun phrase that begins at a token; the one before where none does."""
        at = first
        while at < min(first + _WORDS, len(self.parse.tokens)) and self._is_inside(at):
            at += 1
        return at - 1

    def _member_before(self, last: int) -> int:
        """Return the first token of a noun phrase that ends at a token."""
        at = last
        while at > max(last - _WORDS, 0) and self._is_inside(at - 1):
            at -= 1
        return at

    def _is_inside(self, index: int) -> bool:
        token = self.parse.tokens[index]
        plain = token.is_word or token.low == self.language.data["possessive"]
        of = token.low in self.language.words["of"]
        timed = index in self.parse.times or index in self.verbs
        return plain and not timed and not self._goes_on(index) and (of or token.low not in self.closed)

    def _make(self, first: int, last: int) -> str:
        """Return what a member is: "name", or a noun with an article, or without; "" for no noun."""
        if last < first or self.low(first)[0].isdigit():
            return ""
        if self.parse.tokens[last].is_capital:
            return "name"
        if any(self.parse.tokens[i].is_capital for i in range(first + 1, last)):
            return "name"  # "the Bank of the north"
        return "given" if self.low(first) in self.language.words["determiners"] else "bare"

    def _is_placed(self, first: int, comma: int, lost: int, joint: int) -> bool:
        """Read "in Arl, Norway[, and Bern]": one comma, and a country behind a name."""
        before = self._member_before(comma - 1) - 1
        pair = joint == lost + 1 and self.low(lost) == "," and self.low(max(before, 0)) != ","
        return pair and first == comma + 1 and bool(gazetteer().country(self.parse.tokens[first].text))
