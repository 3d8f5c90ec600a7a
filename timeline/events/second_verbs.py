"""Where a verb goes in a clause that has one: a table of what it may be, and what is then made of it.

Coordination ("and left"), a frame behind a comma (", police said"), speech without "that", a relative clause
without a pronoun, a participle.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.events.clauses import Role
from timeline.events.coordination import Coordination
from timeline.events.verb_group import Mood, VerbGroup

_Test = Callable[[VerbGroup, int], bool]
_Place = Callable[[VerbGroup, int], object]


class SecondVerbs(Coordination):
    """Places a second verb."""

    def _second_verb(self, group: VerbGroup) -> None:
        """Place a verb where the open clause has one already, by the first row of the table that applies."""
        since = self.top.verb.last
        next(place for applies, place in self._rows() if applies(group, since))(group, since)

    def _rows(self) -> tuple[tuple[_Test, _Place], ...]:
        """Return what a second verb may be, each with where it goes; the order is that of certainty."""
        return (
            (self._completes_state, self._leave),
            (self._is_had_done, self._have_done),
            (self._reduced_aside, self._describe_before_comma),
            (self._is_tail, self._end_with),
            (self._tells_the_way, self._tell_way),
            (self._describes_noun, self._describe),
            (self._tells_of_each, self._tell_of_both),
            (self._is_joined, self._coordinate_joined),
            (self._ends_apposition, self._give_up_verb),
            (self._opens_quotation, self._quote),
            (self._describes_apposition, self._describe),
            (self._is_behind_comma, self._coordinate_behind_comma),
            (self._is_main_after_all, self._give_up_verb),
            (self._is_of_described, self._say_of_described),
            (self._speaks_of_what, self._zero_relative),
            (self._speaks_of_noun, self._zero_relative),  # "found the car the thief had left"
            (self._is_speech, self._say),
            (self._was_participle, self._give_up_verb),
            (self._is_behind_noun, self._describe),
            (self._always, self._zero_relative),
        )

    def _always(self, _group: VerbGroup, _since: int) -> bool:
        return True

    def _completes_state(self, group: VerbGroup, since: int) -> bool:
        """Read "stayed closed": one state."""
        verb = self.top.verb
        links = verb.lemma in self.words["linking"]
        links = links or (verb.passive and verb.lemma in self.words["verbs.with_result"])  # "declared wanted"
        return links and not group.sure and self._directly_after(since, group)

    def _leave(self, _group: VerbGroup, _since: int) -> None:
        """Leave a verb where it stands."""

    def _describe_before_comma(self, group: VerbGroup, _since: int) -> None:
        self._describe_from(group, self.comma - 1)

    def _describe(self, group: VerbGroup, _since: int) -> None:
        self._describe_from(group, group.first - 1)

    def _describe_from(self, group: VerbGroup, antecedent: int) -> None:
        """Make a verb the participle that says more of a noun."""
        self._push(Role.PARTICIPLE, group.first, antecedent=antecedent)
        self._fill(self.open[-1], replace(group, mood=Mood.PARTICIPLE, passive=True))

    def _end_with(self, group: VerbGroup, _since: int) -> None:
        self._tail(group)

    def _describes_noun(self, group: VerbGroup, since: int) -> bool:
        return (
            self._is_absolute(group, since)
            or self._is_of_alternative(group, since)
            or self._is_of_inverted_speaker(group)
            or self._is_as_found(group, since)
        )

    def _is_joined(self, _group: VerbGroup, since: int) -> bool:
        return self.coordinator > since

    def _tells_of_each(self, group: VerbGroup, since: int) -> bool:
        return self.coordinator > since and self._tells_of_both(group, since)

    def _coordinate_joined(self, group: VerbGroup, since: int) -> None:
        self._coordinate(group, self._conjunction(group, since) + 1)

    def _is_behind_comma(self, _group: VerbGroup, since: int) -> bool:
        return self.comma > since

    def _coordinate_behind_comma(self, group: VerbGroup, _since: int) -> None:
        self._coordinate(group, self.comma + 1)

    def _ends_apposition(self, group: VerbGroup, since: int) -> bool:
        return self.comma > since and self._is_in_apposition(group)

    def _give_up_verb(self, group: VerbGroup, _since: int) -> None:
        self._demote(group)

    def _opens_quotation(self, _group: VerbGroup, since: int) -> bool:
        return self.comma > since and self._quotes_follow()

    def _quote(self, group: VerbGroup, _since: int) -> None:
        self._content(group, self.comma + 1)

    def _describes_apposition(self, group: VerbGroup, since: int) -> bool:
        return self.comma > since and self._is_of_apposition(group)

    def _was_participle(self, _group: VerbGroup, _since: int) -> bool:
        """Tell whether the verb of the clause may have been a participle: it has no object."""
        return not self.top.verb.sure and not self._has_object(self.top.verb)

    def _is_main_after_all(self, group: VerbGroup, since: int) -> bool:
        return self._was_participle(group, since) and self._lacks_subject(group, since)

    def _is_of_described(self, group: VerbGroup, since: int) -> bool:
        return self._speaks(self.top.verb) and self._says_of_described(group, since)

    def _speaks_of_noun(self, group: VerbGroup, since: int) -> bool:
        return self._speaks(self.top.verb) and self._second_noun(group, since + 1) > since + 1

    def _speaks_of_what(self, group: VerbGroup, since: int) -> bool:
        """Read "is remembered for the mills he built", "told of the day they left": which of a noun."""
        pronoun = self.tokens[group.first - 1].low in self.words["nominative"]
        topical = self.tokens[since + 1].low in self.words["speaking_of"] and since + 2 not in self.times
        noun = self.tokens[group.first - 2]
        listed = self.language.union("prepositions", "subordinators", "coordinators", "content_words")
        return pronoun and topical and group.first > since + 4 and noun.is_word and noun.low not in listed

    def _is_speech(self, group: VerbGroup, _since: int) -> bool:
        if not self._speaks(self.top.verb) or self._describes_object(group):
            return False
        return not (self._makes_known(self.top.verb) and self._is_behind_noun(group, _since))

    def _makes_known(self, verb: VerbGroup) -> bool:
        """Read "announced rules designed to cut waste": what is announced is more often a thing."""
        return verb.lemma in self.words["verbs.making_known"] and self._has_object(verb)

    def _say(self, group: VerbGroup, since: int) -> None:
        self._content(group, self._subject_start(group, since))

    def _is_behind_noun(self, group: VerbGroup, _since: int) -> bool:
        return not group.sure and self._object_like(group)

    def _tells_the_way(self, group: VerbGroup, since: int) -> bool:
        """Read "a plan to change the way houses are taxed", "the reason they left": a clause says which."""
        return self._way_before(group, since) > 0

    def _way_before(self, group: VerbGroup, since: int) -> int:
        """Return where "way" stands between two verbs, right before a noun; 0 where it does not."""
        closed = self.language.union("prepositions", "relatives", "infinitive_words", "subordinators")
        for at in range(group.first - 2, since + 1, -1):
            if not self.tokens[at].is_word or self.tokens[at].low in self.words["coordinators"]:
                return 0
            if self.tokens[at].low in self.words["ways"]:
                led = self.tokens[at - 1].low in self.words["articles"]
                return at if led and self.tokens[at + 1].low not in closed else 0
        return 0

    def _tell_way(self, group: VerbGroup, since: int) -> None:
        way = self._way_before(group, since)
        self._relate(group, way + 1, way)

    def _is_of_alternative(self, group: VerbGroup, since: int) -> bool:
        """Read "earned $2 million, or 24 cents a share adjusted for the split": "or" joins two nouns."""
        joins = self.coordinator > since and self.tokens[self.coordinator].low in self.words["alternatives"]
        return (
            joins
            and not group.sure
            and self._object_like(group)
            and not self._directly_after(self.coordinator, group)
        )

    def _is_of_inverted_speaker(self, group: VerbGroup) -> bool:
        """Read ", says one official involved in it": behind the verb stands who speaks, and no clause."""
        top = self.top
        inverted = not any(t.is_word for t in self.tokens[top.first : top.verb.first])
        return top.role is Role.TAIL and inverted and not group.sure and not self._has_object(group)

    def _is_as_found(self, group: VerbGroup, since: int) -> bool:
        """Read "found the car submerged in the canal": how the object was when it was found."""
        finds = self.top.verb.lemma in self.words["verbs.found_so"] and not self.top.verb.passive
        own = self._has_object(self.top.verb) and max(self.coordinator, self.comma) < since
        return finds and own and not group.sure and self._object_like(group)

    def _lacks_subject(self, group: VerbGroup, since: int) -> bool:
        """Read "The emergency declared on Friday was lifted": only a time or a place stands between."""
        at = self._past_adverbs(since + 1)
        return at >= group.first or self.tokens[at].low in self.words["prepositions"]
