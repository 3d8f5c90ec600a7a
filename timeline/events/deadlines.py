"""Terms that were set in the past: "In March he was ordered to clear the site by the end of August".

A time without its year behind an order, a promise or a forecast lies ahead of those, and not of the report:
told in November, that August is over. Where no day of the order is named, what had been ordered, or was to be
done, has the nearest such time, before the report or after it. A term that may be either is nobody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline import temporal
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.language import Language
from timeline.events.turning import stepped
from timeline.events.verb_group import Mood
from timeline.temporal import Expression, Mention, When

_SET = frozenset({Mood.PAST, Mood.PAST_PERFECT})
_MONTHS = 92  # days
_MOST = 100  # years or weeks back


def terms_from_orders(
    parse: Parse,
    clauses: dict[int, list[Dated]],
    mentions: Sequence[Mention],
    anchor: When | None,
    language: Language,
) -> dict[int, list[Dated]]:
    """Return the times of clauses with the terms of past orders counted from the orders."""
    if anchor is None or anchor.first is None or anchor.last is None:
        return clauses
    terms = _Terms(parse, clauses, mentions, anchor, language)
    counted = {
        index: [terms.placed(parse.clauses[index], d) for d in times] for index, times in clauses.items()
    }
    return {index: [d for d in times if d is not None] for index, times in counted.items()}


@dataclass(frozen=True, slots=True)
class _Terms:
    """A sentence, and all that its terms are counted by."""

    parse: Parse
    clauses: dict[int, list[Dated]]
    mentions: Sequence[Mention]
    anchor: When
    language: Language

    def placed(self, clause: Clause, dated: Dated) -> Dated | None:
        """Return a time, counted from the order that it is the term of where it is one; None where unsure."""
        ahead = dated.when.last is not None and not _is_over(dated.when, self.anchor)
        mention = next((m for m in self.mentions if self._is_of(dated, m)), None)
        order = self._order(clause, dated)
        if dated.is_full or not ahead or mention is None or order is None:
            return dated
        base = self._day(order, dated)
        if base is None:
            return self._nearest(order, dated, mention)
        if mention.expression is not None and _is_relative(mention.expression):
            return self._within(dated, base)
        return self._after(dated, base, mention) if mention.is_turned_by_tense else dated

    def _is_of(self, dated: Dated, mention: Mention) -> bool:
        tokens = self.parse.tokens
        return mention.start < tokens[dated.last].end and mention.end > tokens[dated.first].start

    def _order(self, clause: Clause, dated: Dated) -> Clause | None:
        """Return the clause of the order or promise that a time is the term of; None for other times."""
        order = clause
        while order.role is Role.CONTENT and order.parent >= 0:
            order = self.parse.clauses[order.parent]
        if order.group is None:
            return None
        if order.verb.mood is Mood.WAS_DUE:
            return order
        inside = order is not clause or any(
            order.verb.last < g.first < dated.first and self.parse.owners[g.first] == order.index
            for g in self.parse.infinitives
        )
        return order if inside and order.verb.mood in _SET else None

    def _day(self, order: Clause, dated: Dated) -> When | None:
        """Return the one time of an order; None where none is named, or several."""
        times = [d.when for d in self.clauses.get(order.index, []) if d is not dated]
        if len(times) != 1 or times[0].first is None or times[0].last is None:
            return None
        return times[0] if _is_over(times[0], self.anchor) else None

    def _nearest(self, order: Clause, dated: Dated, mention: Mention) -> Dated | None:
        """Read "had been ordered to leave by the end of August", "was to end by Sunday".

        Of two that are both months away nobody knows which was meant.
        """
        told = order.verb.mood in {Mood.PAST_PERFECT, Mood.WAS_DUE} and mention.is_turned_by_tense
        earlier = stepped(dated.when, mention, -1, self.language)
        if not told or earlier.last is None or dated.when.last is None or self.anchor.first is None:
            return dated
        today = self.anchor.first.ordinal
        back = today - earlier.last.ordinal < dated.when.last.ordinal - today
        if not back and dated.when.last.ordinal - today > _MONTHS:
            return None
        return replace(dated, when=earlier) if back else dated

    def _within(self, dated: Dated, base: When) -> Dated | None:
        """Read "In 2021 it was told to pay by the end of the year": of that year."""
        edges = [
            temporal.find(dated.said, published=When.of_day(day)) for day in (base.first, base.last) if day
        ]
        found = {str(one.when): one.when for edge in edges for one in edge}
        when = next(iter(found.values())) if len(found) == 1 else None
        return replace(dated, when=when) if when is not None else None

    def _after(self, dated: Dated, base: When, mention: Mention) -> Dated | None:
        """Return the first such time after the order; None where the order may have been later itself."""
        weekly = any(rule in self.language.words["weekday_rules"] for rule in mention.rules)
        if weekly and base.first != base.last:
            return None  # "In March they were told to leave by Friday"
        when = dated.when
        for _ in range(_MOST):
            earlier = stepped(when, mention, -1, self.language)
            if earlier.last is None or base.first is None or base.last is None or earlier == when:
                break
            if earlier.last <= base.last:
                return replace(dated, when=when) if earlier.last < base.first else None
            when = earlier
        return replace(dated, when=when)


def _is_over(when: When, anchor: When) -> bool:
    return when.last is not None and anchor.first is not None and when.last < anchor.first


def _is_relative(said: Expression) -> bool:
    """Tell whether a time is of the month, week or year that is spoken of ("the end of the year")."""
    inner = [a for a in said.arguments if isinstance(a, Expression)]
    return (said.operator == "the" and not inner) or any(_is_relative(a) for a in inner)
