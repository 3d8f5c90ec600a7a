"""Headlines that stop where a reader waits for more, though each of their words is in place.

Each is a mild fault: one that stops elsewhere, or leaves out something else, is taken where there is one.

| what is left | what went | name |
|---|---|---|
| "ability will be enhanced through" | "[ a venture]" | leads nowhere |
| "made them wonder just how strong" | "[ the firm will be]" | opens no clause |
| "a body to find out" | "[ how it was lost]" | asks nothing |
| "an attempt to keep holders" | "[ from selling]" | is kept from nothing |
| "drove the raiders", "forced the troops" | "[ out of Arl]", "[ from Arl]" | goes nowhere |
| "to build mission-critical" | "[, fast systems]" | a quality of nothing |
| "bodies of two guards, 38, were found" | "[ Ada Roe, 51, and Hemi Paki]" | an age of nobody |
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.gerunds import is_active_gerund
from timeline.events.remnants import Remnants


class Unfinished(Remnants):
    """Looks at what the last words of a headline wait for."""

    def unfinished(self) -> tuple[tuple[str, Callable[[], bool]], ...]:
        """Return what a reader may wait for, each with its test."""
        return (
            ("leads nowhere", self.leads_nowhere),
            ("opens no clause", self.opens_no_clause),
            ("asks nothing", self.asks_nothing),
            ("is kept from nothing", self.is_kept_from_nothing),
            ("goes nowhere", self.goes_nowhere),
            ("a quality of nothing", self.is_a_quality_of_nothing),
            ("an age of nobody", self.is_an_age_of_nobody),
        )

    def _lost(self) -> int:
        """Return the token right behind the headline's last, where the sentence goes on; -1 elsewhere."""
        lost = self.body[-1] + 1
        goes_on = lost < len(self.parse.tokens) and lost not in self.gone and lost not in self.parse.times
        return lost if goes_on and self.body[-1] >= self.clause.verb.last else -1

    def leads_nowhere(self) -> bool:
        """Tell whether a preposition or particle at the end has its noun behind it."""
        lost = self._lost()
        return (
            lost >= 0
            and self.is_in(self.body[-1], "prepositions", "verbs.particles")
            and self.is_in(lost, "determiners")
        )

    def opens_no_clause(self) -> bool:
        """Tell whether a word behind the verb opens a clause of which the verb is not here."""
        for n, index in enumerate(self.body):
            behind = self.body[n + 1 :]
            if index <= self.clause.verb.last or not self._opens(index) or not behind:
                continue
            if not any(self.finite_at(i) >= 0 or self.verb_at(i) is not None for i in behind):
                return self._lost() >= 0
        return False

    def _opens(self, index: int) -> bool:
        if self.is_in(index, "relative_that"):
            return index + 1 in self.kept and self.is_in(index + 1, "prepositions")
        return self.is_in(index, "asking_words")

    def asks_nothing(self) -> bool:
        """Tell whether an infinitive stands at the end of which the object is a clause."""
        last = self.body[-1] - self.is_in(self.body[-1], "verbs.particles")
        verb = self.verb_at(last)
        other = self.is_in(last - 1, "infinitive_words") if verb is None else verb is not self.clause.group
        return other and self._lost() >= 0 and self.is_in(self._lost(), "content_words")

    def is_kept_from_nothing(self) -> bool:
        """Tell whether an -ing form behind "from" or "into" says what somebody is kept from, or led to."""
        lost = self._lost()
        return (
            0 <= lost < len(self.parse.tokens) - 1
            and self.is_in(lost, "led_to_deeds")
            and is_active_gerund(self.parse.tokens, lost + 1, self.language)
        )

    def goes_nowhere(self) -> bool:
        """Tell whether somebody is driven or forced, and where to is not here."""
        lost = self._lost()
        group = self._governing(self.body[-1])
        if lost < 0 or group is None or group.passive or group.last == self.body[-1]:
            return False
        behind = range(group.last + 1, lost)
        if any(self.is_in(i, "prepositions") or self.low(i) == "," for i in behind):
            return False
        after = lost + 1 < len(self.parse.tokens) and self.is_in(lost + 1, "prepositions")
        away = self.is_in(lost, "separable") and after
        caused = group.lemma in self.words["verbs.causing"] and self.is_in(lost, "led_to_deeds", "removing")
        return away or caused

    def is_a_quality_of_nothing(self) -> bool:
        """Tell whether an adjective stands for a noun that another adjective goes on to."""
        lost, last = self._lost(), self.body[-1]
        if not 0 <= lost < len(self.parse.tokens) - 2 or self.low(lost) != ",":
            return False
        verb = self.verb_at(last - 1)
        governed = verb is not None and not verb.copula and not verb.passive
        closed = self.holds("determiners", "prepositions", "coordinators", "pronouns", "auxiliary_words")
        following = self.parse.tokens[lost + 1 : lost + 3]
        noun = all(t.is_word and t.low not in closed for t in following) and not self.is_adverb(lost + 1)
        return governed and noun and self.language.patterns["adjective"].fullmatch(self.low(last)) is not None

    def is_an_age_of_nobody(self) -> bool:
        """Tell whether a number between commas, as an age stands, has lost the name before it."""
        tokens, body = self.parse.tokens, self.body
        for n in range(2, len(body)):
            before, comma, age = body[n - 2], body[n - 1], body[n]
            is_age = self.low(comma) == "," and self.low(age).isdigit() and age not in self.parse.times
            torn = before + 1 != comma or comma + 1 != age
            closed = n + 1 == len(body) or self.low(body[n + 1]) == ","
            if is_age and torn and closed and not tokens[before].is_capital:
                return True
        return False
