"""What a headline loses beyond its date: rests of phrases whose other half is gone.

"walked out, an hour [before the premiere]", "began at, when …", "an aria for those [who …]", "charged; all
deny it", "Background: …".
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.clauses import Role
from timeline.events.generic import guesses_why
from timeline.events.loose_ends import LooseEnds


class Pruning(LooseEnds):
    """Drops what would dangle in the headline of one clause."""

    def body(self) -> list[int]:
        """Return the tokens of a headline, without rests."""
        body = self._behind_heading(self._behind_label(super().body()))
        body = self._up_to_break(self._without_lone_adverbs(self._without_that(body)))
        body = self._without_guess(body)
        body = self._without_distance(self._behind_length(self._without_stranded_inside(body)))
        body = self._without_robbed_aside(self._without_open_aside(body))
        body = self._without_speaker(self._without_torn(body))
        body = self._without_verbless(self._without_robbed(self._without_lost_apposition(body)))
        body = self._without_comma_of_time(self._without_loose_comma(self.without_rests(body)))
        body = self._with_object(body)
        return self.without_rests(self.with_shared_object(body))

    def _without_guess(self, body: list[int]) -> list[int]:
        """Drop ", apparently to fend off a bid": why it was done, and not sure."""
        group = self.clause.group
        hedge = next(
            (
                n
                for n, i in enumerate(body)
                if n
                and group
                and self._low(i) in self.words["hedges"]
                and guesses_why(self.parse, self.clause, i, self.language)
            ),
            0,
        )
        return body[: hedge - 1] if hedge else body

    def without_rests(self, body: list[int]) -> list[int]:
        """Drop what dangles at the end."""
        before: list[int] = []
        body = self._without_time_leader(body)
        while body != before:  # one rest may hide another
            before = body
            body = self._without_degree(body)
            body = self._without_loose_end(self._without_last_rest(body))
        return body

    def _without_open_aside(self, body: list[int]) -> list[int]:
        """Drop ", the firm[ which two men founded, ]sold it" in the subject: its end went with a clause."""
        group = self.clause.group
        if group is None or group.first not in body:
            return body
        verb = body.index(group.first)
        commas = [n for n in range(verb) if self._low(body[n]) == ","]
        lost = group.first - 1 not in body and self._low(group.first - 1) == ","
        if len(commas) != 1 or not lost or not commas[0]:
            return body
        aside = body[commas[0] : verb]
        return body if self._keeps_any(aside) else body[: commas[0]] + body[verb:]

    def _without_robbed_aside(self, body: list[int]) -> list[int]:
        """Drop ", a handful[ whom they trusted], left": without its clause it says nothing of the subject."""
        commas = [n for n, i in enumerate(body) if i < self.clause.verb.first and self._low(i) == ","]
        aside = body[commas[0] + 1 : commas[-1]] if len(commas) > 1 else []
        if not aside or not commas[0] or self._low(aside[0]) not in self.words["determiners"]:
            return body
        lost = any(c.first == aside[-1] + 1 and c.role is Role.RELATIVE for c in self.parse.clauses)
        listed = self.language.union("prepositions", "coordinators", "clause_marks")
        bare = not any(self._low(i) in listed or self.parse.tokens[i].is_capital for i in aside)
        return body[: commas[0]] + body[commas[-1] + 1 :] if lost and bare else body

    def _without_torn(self, body: list[int]) -> list[int]:
        """Drop ", Tessa Holm" behind the verb where what it belongs to is gone."""
        group = self.clause.group
        for n in range(len(body) - 1, 0, -1):
            before = body[n] - 1
            torn = self._low(body[n]) == "," and before not in body and before not in self.dated
            if not torn or group is None or body[n - 1] < group.last or before in self.parse.times:
                continue
            end = next((m for m in range(n + 1, len(body)) if self._low(body[m]) == ","), len(body))
            tail = body[n + 1 : end]
            while tail and end < len(body) - 1 and self._low(body[end + 1]) in self.words["prepositions"]:
                end = next((m for m in range(end + 1, len(body)) if self._low(body[m]) == ","), len(body))
            named = bool(tail) and (self.parse.tokens[tail[0]].is_capital or self._is_bare(tail))
            named = named or self._is_of_lost(tail, body[n - 1] + 1)
            if named and not self._keeps_any(body[n:end]) and not any(i in self.verbs for i in tail):
                body = body[:n] + body[end:]
        return body

    def _is_of_lost(self, tail: list[int], lost: int) -> bool:
        """Read "freed[ after the captain paid in Oslo], a port", "$18[, while Crane fell $1], to $21".

        What stands behind the comma goes with what was left out between it and the deed.
        """
        opens = self._low(tail[0]) if tail else ""
        clause = self.parse.clauses[self.parse.owners[lost + (self._low(lost) == ",")]]
        joined = any(self._low(i) in self.words["coordinators"] for i in tail)
        if opens in self.words["alternatives"]:
            return True  # "$6, or 39 cents a share[, compared with $9], or 62 cents"
        if clause.index == self.clause.index or joined:
            return False
        described = opens in self.words["articles"] and self._low(lost) != ","
        return described or (clause.role is Role.ADVERBIAL and opens in self.words["prepositions"])

    def _without_lost_apposition(self, body: list[int]) -> list[int]:
        """Drop "the Nordic group" behind "[, beating a bid from Norrholm, ]", which it says more of."""
        group = self.clause.group
        for n in range(1, len(body)):
            comma = body[n] - 1
            lost = comma > 0 and self._low(comma) == "," and comma not in body and comma - 1 not in body
            timed = comma - 1 in self.dated or comma - 1 in self.parse.times
            if group is None or not lost or timed or body[n - 1] <= group.last:
                continue
            if self._low(body[n]) in self.words["alternatives"] and not self._keeps_any(body[n:]):
                return body[: n - (self._low(body[n - 1]) == ",")]  # "$6[, compared with $9], or 62 cents"
            listed = self._is_nominal(body[n]) and self._low(body[n]) not in self.words["determiners"]
            if self._is_nominal(body[n]) and not self._keeps_any(body[n:]):
                commas = () if listed else range(n, len(body))  # "the plan[, which is for coal,] oil and gas"
                end = next((m for m in commas if self._low(body[m]) == ","), len(body))
                verbal = any(i in self.verbs for i in body[n:end])
                return body if verbal else body[:n] + body[end:]
        return body

    def _without_robbed(self, body: list[int]) -> list[int]:
        """Drop ", a step[ that …]", ", each[ holding …]" at the end: they need their clause."""
        group = self.clause.group
        comma = next((n for n in range(len(body) - 1, 0, -1) if self._low(body[n]) == ","), 0)
        tail = body[comma + 1 :]
        if group is None or not comma or body[comma] < group.last or not tail:
            return body
        lost = any(
            c.first == tail[-1] + 1 and c.role in {Role.RELATIVE, Role.PARTICIPLE} and c.first not in body
            for c in self.parse.clauses
        )
        listed = any(self._low(i) in self.words["coordinators"] for i in tail)
        verbal = any(c.group and c.group.first in tail for c in self.parse.clauses)
        return body[:comma] if lost and not listed and not verbal and not self._keeps_any(tail) else body

    def _without_verbless(self, body: list[int]) -> list[int]:
        """Drop ", and the results[ …]" at the end: the subject of a clause that is not here."""
        group = self.clause.group
        joint = next(
            (n for n in range(len(body) - 1, 0, -1) if self._low(body[n]) in self.words["coordinators"]), 0
        )
        if group is None or not joint or body[joint] < group.last or self._low(body[joint - 1]) != ",":
            return body
        tail = body[joint + 1 :]
        verbal = any(c.group and c.group.first in tail for c in self.parse.clauses)
        follows = tail[-1] + 1 if tail else 0
        cut_off = any(
            c.first in {follows, follows + 1} and c.index != self.clause.index and c.first not in body
            for c in self.parse.clauses
        )
        return body[: joint - 1] if tail and cut_off and not verbal and not self._keeps_any(tail) else body

    def _is_bare(self, tail: list[int]) -> bool:
        return all(self._low(i) in self.words["length_words"] for i in tail)

    def _without_speaker(self, body: list[int]) -> list[int]:
        """Drop ", their commander, Piers Aldane,[ told the paper]" behind what he told."""
        group = self.clause.group
        telling = self.words["verbs.frame"]
        tells = any(
            c.shares_subject == self.clause.index
            and c.connector == ","
            and c.group is not None
            and c.group.lemma in telling
            and c.first == c.group.first
            for c in self.parse.clauses
        )
        comma = next(
            (n for n, i in enumerate(body) if group and i > group.last and self._low(i) == ","), len(body)
        )
        return body[:comma] if tells and not self._keeps_any(body[comma:]) else body

    def _without_lone_adverbs(self, body: list[int]) -> list[int]:
        """Drop ", originally," whose phrase is gone."""
        lone = [
            n
            for n in range(1, len(body) - 1)
            if self._low(body[n - 1]) == "," == self._low(body[n + 1])
            and self.language.is_adverb(self._low(body[n]))
        ]
        gone = {n + step for n in lone for step in (-1, 0, 1)}
        return [i for n, i in enumerate(body) if n not in gone]

    def _up_to_break(self, body: list[int]) -> list[int]:
        """Stop at a semicolon, colon or dash behind the verb."""
        group = self.clause.group
        if group is None:
            return body
        marks = self.words["clause_marks"]
        return body[
            : next((n for n, i in enumerate(body) if i > group.last and self._low(i) in marks), len(body))
        ]

    def _behind_length(self, body: list[int]) -> list[int]:
        """Drop "Three days[ after the fire], …" in front of the subject."""
        group = self.clause.group
        comma = next((n for n, i in enumerate(body) if self._low(i) == ","), 0)
        if not comma or group is None or body[comma] > group.first:
            return body
        head = body[:comma]
        return body[comma + 1 :] if self._is_bare_length(head) and body[comma + 1 :] else body

    def _is_bare_length(self, indexes: list[int]) -> bool:
        listed = self.language.union("number_words", "determiners", "length_words")
        known = all(
            self._low(i)[0].isdigit() or self._low(i) in self.words["lengths"] or self._low(i) in listed
            for i in indexes
        )
        return known and any(self._low(i) in self.words["lengths"] for i in indexes)

    def _without_stranded_inside(self, body: list[int]) -> list[int]:
        """Drop a preposition that a comma follows ("began at, when …")."""
        group = self.clause.group
        last = group.last if group else -1
        return [
            i
            for n, i in enumerate(body)
            if not (
                i > last
                and n + 1 < len(body)
                and self._low(body[n + 1]) == ","
                and body[n + 1] != i + 1
                and self._low(i) in self.language.difference("prepositions", "verbs.particles")
            )
        ]

    def _without_distance(self, body: list[int]) -> list[int]:
        """Drop ", an hour before the premiere": how far from another event says when, too."""
        group = self.clause.group
        commas = [
            n for n, i in enumerate(body) if self._low(i) == "," and group is not None and i > group.last
        ]
        for comma, following in pairwise([*commas, len(body)]):
            orders = [
                n
                for n in range(comma + 2, following)
                if self._low(body[n]) in self.language.difference("may_be_prepositions", "length_words")
            ]
            if orders and self._is_bare_length(body[comma + 1 : orders[0]]):
                return body[:comma] + body[following:]
        return body

    def _without_last_rest(self, body: list[int]) -> list[int]:
        """Drop a preposition, an article, "for those" or a length without its clause at the end."""
        group = self.clause.group
        if group is None or len(body) < 2 or body[-1] <= group.last:  # noqa: PLR2004 - a word and one before it
            return body
        stresses = self._low(body[-1]) in self.words["time_focus"] and self._is_lost(body[-1] + 1, body)
        if stresses or body[-1] == group.last + 1:
            return body[:-1] if stresses else body  # "was withdrawn shortly[ before the meeting]"
        last, low = body[-1], self._low(body[-1])
        torn = last - 1 not in body and last - 1 not in self.dated
        if self._low(body[-2]) == "," and self.language.is_adverb(low) and not self._keeps_any([last]):
            return (
                body[:-2] if last - 1 == body[-2] and self._is_lost(last + 1, body) else body
            )  # ", largely[ …]"
        particle = low in self.words["verbs.particles"] or low in self.words["directions"]
        if (
            low in self.words["articles"]
            or low == ","
            or (torn and low in self.words["quantifiers"])  # "the stalls[, killing four,] most[ of whom …]"
            or (low in self.words["prepositions"] and not particle)
        ):
            return body[:-1]
        if low in self.words["demonstratives"] and self._low(body[-2]) in self.words["prepositions"]:
            return body[:-2]
        start = next((n for n in range(len(body) - 1, -1, -1) if not self._is_bare_length(body[n:])), -1) + 1
        run = body[start:]
        lost = last + 1 < len(self.parse.owners) and self.parse.owners[last + 1] != self.parse.owners[last]
        opened = lost and self._low(last + 1) in self.words["may_be_prepositions"]
        governed = not group.passive and run and run[0] == group.last + 1  # "lasted two days"
        return body[:start] if run and opened and run[0] > group.last and not governed else body

    def _is_lost(self, index: int, body: list[int]) -> bool:
        """Tell whether a word stands in the sentence and not in the headline."""
        return index < len(self.parse.tokens) and self.parse.tokens[index].is_word and index not in body

    def _without_loose_comma(self, body: list[int]) -> list[int]:
        """Drop the only mark before the verb, where it stands right before it ("The line, was rebuilt")."""
        group = self.clause.group
        if group is None or group.first not in body:
            return body
        at = body.index(group.first)
        marks = self.words["dashes"] | {","}
        commas = [n for n in range(at) if self._low(body[n]) in marks]
        return body[: at - 1] + body[at:] if commas == [at - 1] else body
