"""Noun phrases: where one begins that ends at a known word ("the boot of [a car] that …")."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language

# Words of these values are no noun, whatever stands before them.
NO_NOUNS = (
    *("prepositions", "coordinators", "subordinators", "relatives", "relative_that"),
    *("determiners", "pronouns", "auxiliary_words"),
)


class NounPhrases:
    """Finds the noun phrases of a sentence."""

    def __init__(self, parse: Parse, language: Language) -> None:
        self.parse, self.language = parse, language
        self.words = language.words

    def noun_phrase(self, last: int) -> list[int]:
        """Return the noun phrase that ends at a token: back to its determiner, through "of"."""
        owner = self.parse.owners[last]
        group = self.parse.clauses[owner].group
        index = last
        while (
            index > 0
            and not self._before_name(index - 1)
            and (
                self._joins_names(index - 1)
                or self._in_phrase(
                    index - 1, owner, group.first if group else -1, group.last if group else -1
                )
            )
        ):
            index -= 1
            if self.parse.tokens[index].low in self.words["determiners"] and not self._goes_on_before(index):
                break
            if self._is_number_of(index) or self._opens_with_sum(index):
                break
        while index < last and self.parse.tokens[index].low in self.words["prepositions"]:
            index += 1
        if self._is_second_half(index, last):
            return [*self.noun_phrase(index - 2), *range(index - 1, last + 1)]
        return [i for i in range(index, last + 1) if not self._tells_time(i)]

    def _joins_names(self, index: int) -> bool:
        """Read "Brandt & Keele, which was hired": the sign stands inside one name."""
        tokens = self.parse.tokens
        joins = not tokens[index].is_word and tokens[index].low in self.words["join_names_with"]
        return joins and index > 0 and tokens[index - 1].is_capital and tokens[index + 1].is_capital

    def _is_whoever(self, inner: Clause) -> bool:
        """Read "Anyone who wants it back must apply": without the clause it is everybody."""
        low = self.parse.tokens[inner.antecedent].low if inner.antecedent >= 0 else ""
        return low in self.words["whoever"] and inner.antecedent == inner.first - 1

    def _tells_way(self, inner: Clause) -> bool:
        """Read "changed the way homes are taxed": without the clause nobody knows which way."""
        low = self.parse.tokens[inner.antecedent].low if inner.antecedent >= 0 else ""
        return low in self.words["ways"] and not inner.connector

    def _is_second_half(self, first: int, last: int) -> bool:
        """Read "the rebel and poet who", "the Savings and Loan bank which": a bare word behind "and"."""
        tokens = self.parse.tokens
        if first < 2 or tokens[first - 1].low not in self.words["coordinators"]:  # noqa: PLR2004 - a noun and "and"
            return False
        if not tokens[first - 2].is_word or self.parse.owners[first - 2] != self.parse.owners[first]:
            return False
        single = not self.language.patterns["plural"].fullmatch(tokens[last].low)
        bare = first == last and not tokens[first].is_capital and tokens[first].low in self.words["people"]
        name = first < last and tokens[first].is_capital and tokens[first - 2].is_capital
        return single and (bare or (name and not tokens[last].is_capital))

    def _tells_time(self, index: int) -> bool:
        """Tell whether a word is of a time; the length in "a three-year contract" says what it is."""
        return index in self.parse.times and not any(mark in self.parse.tokens[index].text for mark in "-‐‑")

    def _opens_with_sum(self, index: int) -> bool:
        """Read "to finance $5 million of it": before a sum only an owner or an article goes on."""
        owners = self.words["determiners"] | {self.language.data["possessive"]}
        mark = self.parse.tokens[index].low in self.words["currency_marks"]
        return mark and index > 0 and self.parse.tokens[index - 1].low not in owners

    def _is_number_of(self, index: int) -> bool:
        """Read "the names of 11 people killed": the people were, not the names."""
        token = self.parse.tokens[index]
        number = token.text[0].isdigit() or token.low in self.words["number_words"]
        if not number or index < 2 or self.parse.tokens[index - 1].low not in self.words["of"]:  # noqa: PLR2004 - a noun and "of"
            return False
        return self.parse.tokens[index - 2].low not in self.language.union("quantifiers", "number_words")

    def _goes_on_before(self, index: int) -> bool:
        """Tell whether a phrase goes on before "of": "the head of the firm", not "the boot of a car"."""
        if index and self.parse.tokens[index - 1].low == self.language.data["possessive"]:
            return True  # "the bureau's most wanted list"
        if index < 2 or self.parse.tokens[index - 1].low not in self.words["of"]:  # noqa: PLR2004 - a noun and "of"
            return False
        counted = self.parse.tokens[index - 2].low in self.language.union("quantifiers", "number_words")
        return counted or self.parse.tokens[index].low not in self.words["indefinite"]

    def _before_name(self, index: int) -> bool:
        """Read "the collapse of Dunmore Building Society, which": a name behind "of" stands for itself."""
        following = self.parse.tokens[index + 1 : index + 3]  # "a clip of soprano Nadia Verhoek, who"
        return self.parse.tokens[index].low in self.words["of"] and any(t.is_capital for t in following)

    def _in_phrase(self, index: int, owner: int, first: int, last: int) -> bool:
        token = self.parse.tokens[index]
        if self.parse.owners[index] != owner or first <= index <= last or self._tells_time(index):
            return False
        if token.low in self.words["prepositions"]:
            return token.low in self.words["of"]
        if token.low in self.words["object_pronouns"] and self.parse.tokens[index + 1].is_word:
            owns = self.parse.tokens[index + 1].low not in self.words["of"]  # "stripped her of the title"
            return (
                owns and token.low in self.words["determiners"]
            )  # "among them Rowe's cousin", but "her cousin"
        return (
            token.is_word
            or token.low == self.language.data["possessive"]
            or token.low in self.words["currency_marks"]
        ) and token.low not in self.words["coordinators"]
