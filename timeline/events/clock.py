"""Clock times without a day.

"at 9 p.m." is of the day that the paragraph speaks of, never of the day of the report.

`settle(text, mentions, rules)` gives the mentions with such times on their day, or without one where the
paragraph names none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.temporal import Mention, When

_NEXT_TO = 6  # characters between "at 4 a.m." and "Monday" ("on ", ", ")


def settle(text: str, mentions: Sequence[Mention], rules: frozenset[str]) -> list[Mention]:
    """Return the mentions with each bare clock time put on its day.

    `rules` begin the names of the grammar's clock rules.
    """
    settled: list[Mention] = []
    for number, mention in enumerate(mentions):
        if not is_bare_clock(mention, rules):
            settled.append(mention)
            continue
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        if (
            following is not None
            and following.start - mention.end <= _NEXT_TO
            and (_day(following) or following.range)
        ):
            settled.append(replace(mention, when=None, range=None))  # "at 4 a.m. on Monday": the day says it
            continue
        day = (
            next((_day(m) for m in reversed(settled) if _day(m)), None)
            if _same_paragraph(text, settled, mention)
            else None
        )
        settled.append(replace(mention, when=day, range=None, signal=None, signal_start=None))
    return settled


def is_bare_clock(mention: Mention, rules: frozenset[str]) -> bool:
    """Tell whether a time names a clock time, "the night" or "the day" and no day."""
    if mention.type != "TIME" and _day(mention) is None:
        return False
    names = {rule if mention.type != "TIME" else rule.partition("-")[0] for rule in mention.rules}
    return names <= rules or set(mention.rules) <= rules


def _day(mention: Mention) -> When | None:
    when = mention.when
    if when is None or when.first is None or when.first != when.last:
        return None
    return When.of_day(when.first)


def _same_paragraph(text: str, settled: Sequence[Mention], mention: Mention) -> bool:
    dated = next((m for m in reversed(settled) if _day(m)), None)
    return dated is not None and "\n\n" not in text[dated.end : mention.start]
