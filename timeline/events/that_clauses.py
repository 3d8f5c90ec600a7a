"""What "that" opens: what is said, a clause that says which, or nothing, where it only points.

"said that it left", "the council that left", "It is true that it left", "That council left".
"""

from __future__ import annotations

from timeline.events.clause_mending import Mending
from timeline.events.clauses import Role
from timeline.events.verb_group import VerbGroup


class ThatClauses(Mending):
    """Reads "that"."""

    def _that(self, index: int, low: str) -> None:
        """Read "that" after a verb of saying opens what is said.

        After a noun and before a verb it is relative.
        """
        after = self._past_adverbs(index + 1)
        if index + 1 < len(self.tokens) and self.tokens[index + 1].low in self.words["coordinators"]:
            return  # "rejected that and ordered a recount"
        if not any(t.is_word for t in self.tokens[:index]) and after in self.groups:
            return  # "That was two days later"
        if not self._opens(index + 1) or (index and self.tokens[index - 1].low in self.words["prepositions"]):
            return  # "in that coup"
        if self._points_back(index):
            return
        if after not in self.groups and self._has_dummy_subject():
            self._push(Role.CONTENT, index, low)  # "It is true that the boat sank"
            return
        saying = self.top.group is not None and self._governs_content(self.top.group, index)
        of_noun = not saying and index > 0 and self._is_plain_noun(index - 1)
        acts = after in self.groups and self.groups[after].is_finite  # but "said that training was off"
        if of_noun or (acts and not (saying and self.top.verb.last == index - 1)):
            self._push(Role.RELATIVE, index, low, antecedent=index - 1)
        elif saying or after not in self.groups:
            if self.top.role is Role.CONTENT and self.top.group and self.coordinator == index - 1:
                self.open.pop()
            self._push(Role.CONTENT, index, low)

    def _points_back(self, index: int) -> bool:
        """Read "That trial opened", "but that ruling was upheld": "that" shows the noun behind it."""
        noun = self.tokens[index + 1]
        bare = noun.is_word and not noun.is_capital and index + 1 not in self.times
        closed = ("determiners", "pronouns", "plural_pronouns", "prepositions", "subordinators")
        if not bare or noun.low in self.language.union(*closed):
            return False
        if self.language.patterns["plural"].fullmatch(noun.low) or self.language.is_adverb(noun.low):
            return False
        told = self.top.role is Role.CONTENT or any(
            c.role is Role.CONTENT and c.parent == self.top.index for c in self.clauses
        )
        joined = index > 0 and self.tokens[index - 1].low in self.words["coordinators"] and not told
        return joined or not any(t.is_word for t in self.tokens[:index])

    def _has_dummy_subject(self) -> bool:
        """Tell whether the clause so far is "it is clear", "it is a pity": what is so comes behind "that"."""
        group = self.top.group
        before = self.tokens[group.first - 1].low if group is not None and group.first else ""
        return group is not None and group.copula and before in self.words["dummy_subjects"]

    def _is_plain_noun(self, index: int) -> bool:
        """Tell whether "that" behind a word says which ("the council that"; not "the claim that")."""
        token = self.tokens[index]
        listed = self.language.union(
            "claim_nouns", "content_nouns", "prepositions", "coordinators", "subordinators", "pronouns"
        )
        named = token.low in self.words["noun_substitutes"]
        named = named and index > 0 and self.tokens[index - 1].low in self.words["articles"]  # "the one that"
        closed = (token.low in listed and not named) or self.language.is_adverb(token.low)
        return token.is_word and not closed and index not in self.times and not self._is_verb(index)

    def _is_verb(self, index: int) -> bool:
        return any(g.first <= index <= g.last for g in self.groups.values())

    def _governs_content(self, group: VerbGroup, index: int) -> bool:
        """Tell whether the words between a verb and "that" leave it the verb's.

        Times, prepositional phrases, an addressee.
        """
        listed = self.language.union(
            "verbs.frame", "verbs.distance", "verbs.announce", "verbs.mind", "verbs.denial"
        )
        speaks = group.lemma in listed and not self._says_which(group, index)
        return speaks or index == group.last + 1

    def _says_which(self, group: VerbGroup, index: int) -> bool:
        """Read "cited an illness that he had hidden", "is above the one that it refused"."""
        at = index - 1
        if self.tokens[at].low in self.words["noun_substitutes"]:
            return self.tokens[at - 1].low in self.words["articles"]
        object_first = group.last + 1
        told = self.language.union("verbs.telling_that", "verbs.telling", "verbs.addressing_that")
        opens = self.tokens[object_first].low in self.words["indefinite"] and object_first < at
        somebody = self.tokens[at].low in self.language.union("people", "bodies", "titles.organisation")
        return opens and not somebody and group.lemma not in told and self._is_plain_noun(at)

    def _opens(self, index: int) -> bool:
        """Tell whether a finite verb follows before the clause could be over.

        With something to be its subject.
        """
        stops = self.language.union("coordinators", "clause_marks", "relatives")
        index = self._past_aside(index)
        for at in range(index, len(self.tokens)):
            if at in self.groups and self.groups[at].is_finite:
                if self._is_joined_to_earlier(at, index):
                    return False
                return at > index or self.tokens[index - 1].low in self.words["relative_that"]
            low = self.tokens[at].low
            if low == "," and at > index:
                return self._opens_behind_apposition(at) or self._opens_behind_list(at)
            that = (
                low in self.words["relative_that"]
                and self.top.group is not None
                and self._speaks(self.top.group)
            )
            parts = low in stops and low not in self.words["coordinators"]
            if (parts or that) and at not in self.times and at > index:  # "said after the vote that he would"
                return self._opens_after_relative(at)
        return False

    def _is_joined_to_earlier(self, verb: int, first: int) -> bool:
        """Read "shut the baths as a precaution and left": the verb shares an earlier subject."""
        before = verb - 1
        while before > first and self.language.is_adverb(self.tokens[before].low):
            before -= 1
        return before > first and self.tokens[before].low in self.words["coordinators"]

    def _opens_behind_apposition(self, comma: int) -> bool:
        """Read "that its head, Ada Rowe, would": the verb stands right behind the second comma."""
        second = self._next_comma(comma + 1)
        described = self.tokens[min(comma + 1, len(self.tokens) - 1)].low in self.words["relatives"]
        described = described or self._opens_reduced(comma)
        if second == len(self.tokens) or (self._finite_between(comma, second) and not described):
            return False
        if self._next_comma(second + 1) == second + 2 and self.tokens[second + 1].text[0].isdigit():
            second += 2  # "after the victim, Ada Rowe, 35, had"
        verb = self.groups.get(self._past_adverbs(second + 1))
        return verb is not None and verb.is_finite

    def _opens_reduced(self, comma: int) -> bool:
        """Read "that the scheme, first mooted in 1951, will": a form right behind the comma, no object."""
        group = self.groups.get(self._past_adverbs(comma + 1))
        return group is not None and not group.sure and not self._has_object(group)

    def _opens_behind_list(self, comma: int) -> bool:
        """Read "fell after the mayor, his wife and a clerk left": behind a main verb a list is a subject."""
        verb = next((f for f in self.finite if f > comma), 0)
        joint = next(
            (i for i in range(verb - 1, comma + 1, -1) if self.tokens[i].low in self.words["going_on"]), 0
        )
        words = [self.tokens[i] for i in range(comma + 1, verb) if i != joint]
        closed = self.language.union("prepositions", "relatives", "subordinators", "coordinators")
        plain = all(t.is_word and t.low not in closed for t in words)
        told = self.top.group is not None and bool(joint) and joint < verb - 1 and plain
        return told and self.groups[verb].lemma not in self.words["verbs.frame"]

    def _past_aside(self, index: int) -> int:
        """Read "that, in March 2022, the firm": an aside between commas opens nothing."""
        if index >= len(self.tokens) or self.tokens[index].low != ",":
            return index
        closing = (i for i in range(index + 1, len(self.tokens)) if self.tokens[i].low == ",")
        return next(closing, index - 1) + 1

    def _opens_after_relative(self, index: int) -> bool:
        """After a relative pronoun a second verb has to come ("after the men who ran it had left")."""
        return sum(f > index for f in self.finite) > 1
