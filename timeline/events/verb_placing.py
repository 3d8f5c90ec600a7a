"""Where a verb goes while a sentence is read: into the innermost clause that lacks one, or into a new one.

A verb where the open clause has one already is coordination ("and left"), a frame behind a comma (", police
said"), speech without "that", or a relative clause without a pronoun.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clauses import Role
from timeline.events.second_verbs import SecondVerbs
from timeline.events.verb_group import Mood, VerbGroup


class VerbPlacing(SecondVerbs):
    """Places finite verbs."""

    def _verb(self, group: VerbGroup) -> None:
        self._drop_finished(group)
        if self.top.group is None:
            if self.top.role is Role.PARENTHESIS and not group.sure and not self._has_object(group):
                self._push(Role.PARTICIPLE, group.first, antecedent=self.top.first - 1)
                self._fill(self.open[-1], replace(group, mood=Mood.PARTICIPLE, passive=True))
            elif self._is_parenthetical(group):
                self._parenthetical(group)
            elif self._is_aside(group):
                self._aside(group)
            elif self._opens_bare_relative(group, self._own_first()):
                self._zero_relative(group, self.top.first)
            else:
                self._fill(self.open[-1], group)
        elif self._completes_state(group, self.top.verb.last):
            return  # "Rowe, who was declared wanted, left"
        elif self._lacks() and not self._joined(group):
            first = self._subject_behind_time(group)
            self._back_to_waiting()
            self._fill(self.open[-1], group)
            self.owners[first:] = [self.open[-1]] * (len(self.owners) - first)
        else:
            self._second_verb(group)

    def _drop_finished(self, group: VerbGroup) -> None:
        while len(self.open) > 1 and self.top.role in {Role.PARTICIPLE, Role.ATTRIBUTION}:
            if self._is_told(group):
                break
            if (
                self.coordinator > self.top.first
                and not group.sure
                and not (self.top.role is Role.PARTICIPLE and self._has_object(group))
                and self._directly_after(self.coordinator, group)
            ):
                break
            self.open.pop()

    def _is_told(self, group: VerbGroup) -> bool:
        """Read ", saying the firm had closed": what a gerund of saying says, with its subject before it."""
        gerund = self.top.group
        speaks = gerund is not None and gerund.mood is Mood.GERUND and self._speaks(gerund)
        if gerund is None or not speaks or self.comma > gerund.last or self.coordinator > gerund.last:
            return False
        return not self._lacks() and self._past_adverbs(gerund.last + 1) < group.first

    def _joined(self, group: VerbGroup) -> bool:
        """Tell whether "and" binds the verb to the one just read ("who came and went")."""
        last = self.top.group.last if self.top.group else -1
        directly = self._directly_after(self.coordinator, group)
        return self.coordinator > last and (directly or self._goes_on_in_front(group, last))

    def _goes_on_in_front(self, group: VerbGroup, since: int) -> bool:
        """Read "When the roof fell and two men were hurt, the pit was closed": two deeds in front."""
        hangs = self.top.role in {Role.ADVERBIAL, Role.CONDITION} and self.comma < self.top.first
        comma = self._next_comma(group.last + 1)
        goes_on = comma < self._next_break(group.last) and self._finite_between(comma, len(self.tokens))
        return hangs and goes_on and self.coordinator > since
