"""Whether the words chosen for a headline make a clause: the check of what shortening has done.

A headline is a selection of the words of a sentence. It can be broken in two ways: what is left is no clause
("In a video promised every customer a refund"), which this module finds, or a phrase is torn where words
were left out ("attacked the last[ convoy]"), which `seams` finds. `fault(parse, clause, body, gone,
language)` names the first fault; "" where there is none. It knows nothing of how the words were chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.unfinished import Unfinished
from timeline.events.verb_group import Mood


def fault(
    parse: Parse,
    clause: Clause,
    body: Sequence[int],
    gone: Collection[int],
    language: Language,
    *,
    mildly: bool = False,
) -> str:
    """Return what is wrong with a headline made of the tokens `body`, in their order; "" if nothing is.

    `gone` are the tokens of its own time, which a headline does without; `mildly` overlooks what a reader
    only waits for.
    """
    if clause.group is None or clause.group.head not in body:
        return "no finite verb"
    check = _Check(parse, clause, body, gone, language)
    tests = check.tests() if mildly else (*check.tests(), *check.mild_tests())
    return next((name for name, is_so in tests if is_so()), "")


class _Check(Unfinished):
    """The headline of one clause under examination."""

    def tests(self) -> tuple[tuple[str, Callable[[], bool]], ...]:
        """Return what may be wrong, each with its test."""
        return (
            ("no subject", self.lacks_subject),
            ("an aside for a verb", self.leaves_aside_open),
            ("a participle for a subject", self.has_participle_for_subject),
            ("opens like a part", self.opens_as_part),
            ("ends like a part", self.ends_as_part),
            ("torn at the end", self.is_torn_at_end),
            ("torn inside", self.is_torn_inside),
            ("half a pair", self.is_half_a_pair),
            ("half its subject", self.lost_half_its_subject),
            ("lost what was said", self.lost_what_was_said),
            ("lost a verb", self.lost_a_verb),
            ("a comma for a conjunction", self.is_spliced),
            ("left saying", self.is_left_saying),
            ("opens with an aside", self.opens_with_lost_aside),
            ("left pointing", self.is_left_pointing),
            ("a loose mark", self.has_loose_mark),
            ("an aside of a time", self.has_aside_of_time),
            ("lost its predicate", self.lost_its_predicate),
            ("lacks its object", self.lacks_object),
        )

    def mild_tests(self) -> tuple[tuple[str, Callable[[], bool]], ...]:
        """Return what a reader only waits for."""
        return (
            ("lost an order", self.lost_order),
            ("lost what was told", self.lost_what_was_told),
            ("an adjective without its noun", self.wants_its_noun),
            *self.unfinished(),
        )

    def lacks_subject(self) -> bool:
        """Tell whether nothing before the verb can be its subject."""
        before = [i for i in self.body[: self.at_verb] if self.parse.tokens[i].is_word]
        if not before or self._is_inverted():
            return not before
        while len(before) > 1 and self._stresses(before[0]) and self._is_preposition(before[1]):
            before = before[1:]  # "Just ahead of the visit"
        if not self._is_preposition(before[0]):
            return not self._names_any(before)
        at = next((n for n, i in enumerate(before) if not self.is_in(i, "date_fillers")), len(before))
        if at < len(before) and before[at] in self.parse.times:  # "At dawn police raided it"
            before = [i for i in before[at:] if i not in self.parse.times]
            return not before or (self._is_preposition(before[0]) and not self._names_behind(before))
        return not self._names_behind([i for i in self.body[: self.at_verb] if i >= before[0]])

    def _stresses(self, index: int) -> bool:
        """Tell whether an adverb only stresses the phrase behind it; "half of the staff" is a subject."""
        return self.is_adverb(index) and not self.is_in(index + 1, "of")

    def leaves_aside_open(self) -> bool:
        """Read "The firm, a maker of tyres[ …], based in Arl": one comma, and the verb of an aside."""
        region = self.body[: self.at_verb]
        marks = [n for n, i in enumerate(region) if self.is_in(i, "clause_marks")]
        region = region[marks[-1] + 1 :] if marks else region
        commas = [n for n, i in enumerate(region) if self.low(i) == ","]
        if len(commas) != 1 or not 0 < commas[0] < len(region) - 1:
            return False
        first, after = region[0], region[commas[0] + 1]
        fronted = self.is_in(first, *_FRONTED) or self.is_adverb(first) or first in self.parse.times
        if (
            fronted
            or self._is_verbal(first)
            or any(self.is_in(i, "coordinators") for i in region[commas[0] :])
        ):
            return False
        return self.is_in(after, "determiners", "prepositions")

    def _is_verbal(self, index: int) -> bool:
        """Tell whether a word is a form without a subject ("Exploiting it,", "Knighted in May,")."""
        forms = {f.form for f in self.language.verb(self.low(index))}
        gerund = bool(self.language.patterns["gerund"].fullmatch(self.low(index)))
        return gerund or bool(forms & {"gerund", "participle"})

    def has_participle_for_subject(self) -> bool:
        """Read "Rescued by fishermen[, the boy] has become", "Presumed was killed", "Being found"."""
        region = self.body[: self.at_verb + 1]
        if len(region) < 2 or any(self.low(i) == "," for i in region):  # noqa: PLR2004 - a word and the verb
            return False
        forms = {f.form for f in self.language.verb(self.low(region[0]))}
        if self.clause.verb.mood is Mood.PARTICIPLE and self.body[0] == region[0] and forms == {"gerund"}:
            return True  # "Letting letters go[ unanswered]"
        bent = "participle" in forms and not forms & {"base", "third"}
        return bent and (self.is_in(region[1], "prepositions") or region[1] == self.clause.verb.first)

    def _is_inverted(self) -> bool:
        """Read "Then came the arrest": the subject stands behind the verb."""
        group = self.clause.verb
        turns = group.lemma in self.words["verbs.inverting"]
        return turns and group.last + 1 in self.body and self.is_in(group.last + 1, "determiners")

    def _is_preposition(self, index: int) -> bool:
        text = self.parse.tokens[index].text
        return self.is_in(index, "prepositions") and not (len(text) > 1 and text.isupper())

    def _names_any(self, before: Sequence[int]) -> bool:
        """Tell whether a word may be a noun; the bare figures of a time are none."""
        return any(
            (i not in self.parse.times or self.parse.tokens[i].text.isalpha())
            and (self.is_in(i, *_NAMERS) or not (self.is_adverb(i) or self.is_in(i, *_NO_SUBJECTS)))
            for i in before
        )

    def _names_behind(self, before: Sequence[int]) -> bool:
        """Tell whether a subject follows a phrase that stands first ("In Skarrel the sea broke through")."""
        words = [i for i in before if self.parse.tokens[i].is_word]
        while len(words) > 2 and self.is_in(words[1], "prepositions"):  # noqa: PLR2004 - "up to" and a word
            words = words[1:]
        following = words[1:2]
        if following and self.is_in(words[0], "measuring_prepositions") and self._measures(following[0]):
            return True
        if any(self.low(i) == "," for i in before[1:-1]):
            return True
        return any(self._begins_subject(i, j) for i, j in pairwise(words[1:]) if self._are_beside(i, j))

    def _measures(self, index: int) -> bool:
        digits = self.parse.tokens[index].text[0].isdigit()
        return digits or self.is_in(index, "number_words", "determiners", "softening")

    def _are_beside(self, i: int, j: int) -> bool:
        return all(self.parse.tokens[n].is_word for n in range(i, j)) if i < j else True

    def _begins_subject(self, before: int, index: int) -> bool:
        """Tell whether a noun phrase begins at `index`, behind one that is whole."""
        if self.is_in(before, "prepositions", "determiners", "coordinators"):
            return False
        token = self.parse.tokens[index]
        owner = self.parse.tokens[min(index + 1, len(self.parse.tokens) - 1)].low
        named = token.is_capital and not self.parse.tokens[before].is_capital
        named = named and owner != self.language.data["possessive"]
        return named or token.text[0].isdigit() or self.is_in(index, *_SUBJECT_OPENERS)

    def opens_as_part(self) -> bool:
        """Tell whether the first word opens a clause that hangs on another, or joins it to one."""
        first = self.body[0]
        if self.is_in(first, *_NEVER_FIRST):
            return True
        if self.is_in(first, "of") and not any(self.low(i) == "," for i in self.body[: self.at_verb]):
            return True  # "[As ]of Friday the border moved"
        if not self.is_in(first, *_HANGING_OPENERS):
            return False
        if self.is_in(first, "relative_that") and self._shows(first):
            return False  # "That will cost jobs", "That ruling was upheld"
        return not any(
            c.role is Role.MAIN and c.group and c.group.first > first and c.group.last in self.kept
            for c in self.parse.clauses
        )

    def _shows(self, that: int) -> bool:
        """Tell whether "that" points at something: it is the subject, or its article."""
        opened = any(c.first == that and c.connector == self.low(that) for c in self.parse.clauses)
        return that + 1 == self.clause.verb.first or not opened

    def ends_as_part(self) -> bool:
        """Tell whether the last word wants another behind it."""
        last = next((i for i in reversed(self.body) if self.parse.tokens[i].is_word), self.body[-1])
        if self.is_in(last, "order_adverbs") and last + 1 in self.parse.times:
            return True  # "as high as last[ year's]"
        if self.is_in(last, "softening", "attributive") and not self._closes(last):
            return True  # "must wait at least[ until noon]", "a new[, faster] line"
        if self.is_in(last, *_NEVER_LAST) or any(
            c.first == last and c.connector == self.low(last) and c.group and c.group.last not in self.kept
            for c in self.parse.clauses
        ):
            return True
        if self.low(last) in self.language.difference("articles", "object_pronouns", "negations", "anybody"):
            return True
        timed = (
            self.is_in(last, "scene") and last + 1 in self.parse.times and last > self.clause.verb.last + 1
        )
        if timed and last + 1 not in self.gone:
            return True  # "headed home from a corner on[ 63 minutes]"
        return self._governs(last) and not self.is_in(last, *_LAST_PREPOSITIONS)

    def _governs(self, index: int) -> bool:
        """Tell whether a preposition has something behind it in the sentence; "is due[ in May]" has not."""
        if not self.is_in(index, "prepositions") or index + 1 >= len(self.parse.tokens):
            return False
        return self.parse.tokens[index + 1].is_word and not self.is_in(index + 1, "prepositions")

    def _closes(self, last: int) -> bool:
        """Tell whether the sentence ends behind a word."""
        return all(not t.is_word for t in self.parse.tokens[last + 1 :])

    def lost_what_was_said(self) -> bool:
        """Read "Staff noticed at dawn[ that the files had gone]"."""
        group = self.clause.verb
        if group.passive or not any(group.lemma in self.words[f"verbs.{name}"] for name in _SAYING):
            return False
        lost = any(
            c.parent == self.clause.index
            and c.role is Role.CONTENT
            and c.group
            and c.first > group.last
            and c.group.last not in self.kept
            for c in self.parse.clauses
        )
        bare = self.body[-1] == group.last or group.lemma in self.words["verbs.only_said"]
        unsaid = bare and group.lemma not in self.words["verbs.said_alone"]
        return (lost or unsaid) and self._has_no_object(group.last)

    def _has_no_object(self, verb: int) -> bool:
        at = self.body.index(verb) + 1
        if at >= len(self.body):
            return True
        index = self.body[at]
        if self.is_in(index, "measuring_prepositions") and self._measures(index + 1):
            return False  # "claimed at least 200 lives"
        return self.is_in(index, "prepositions") or index in self.parse.times or self.is_adverb(index)

    def lost_a_verb(self) -> bool:
        """Tell whether a clause is begun and its verb left half ("the files that had been[ lost]")."""
        return any(
            c.group is not None
            and c.group.is_finite
            and c.index != self.clause.index
            and c.group.last not in self.kept
            and (
                any(i in self.kept for i in range(c.group.first, c.group.last))
                or (c.first in self.kept and bool(c.connector) and self.low(c.first) == c.connector)
            )
            for c in self.parse.clauses
        )


_SUBJECT_OPENERS = (
    "determiners",
    "nominative",
    "dummy_subjects",
    "bodies",
    "people",
    "actors_generic",
    "titles.organisation",
)
_NAMERS = ("dummy_subjects", "determiners", "pronouns")
_NO_SUBJECTS = ("order_adverbs", "coordinators")
_NEVER_FIRST = ("reflexives", "relatives", "coordinators", "negating", "perfect_gerunds")
_HANGING_OPENERS = ("content_words", "relative_places", "subordinators", "hypothetical")
_NEVER_LAST = ("coordinators", "relatives", "conjunctions", "infinitive_words", "negating", "asking_words")
_LAST_PREPOSITIONS = (
    "verbs.particles",
    "directions",
    "locatives",
    "adverbs",
    "separable",
    "loose_particles",
    "due",
)
_FRONTED = ("prepositions", "subordinators", "hypothetical", "leading", "relative_places")
_SAYING = ("frame", "announce", "distance", "learning", "mind")
