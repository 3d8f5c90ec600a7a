"""Deeds whose day another deed behind them has: "ran aground shortly after leaving port on 2 April".

What is done minutes after, or shortly after somebody set out, was done on the same day; "a day after it
sailed on 3 February" is counted from that day. "Soon after taking office on 1 March" may be weeks later and
"hours after" the next day, so that they date nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.language import Language
from timeline.events.offsets import counted_length, start_of_length
from timeline.events.verb_group import DONE, Mood
from timeline.temporal import Mention

_BEHIND = frozenset({Role.ADVERBIAL, Role.PARTICIPLE})


def soon_after(
    parse: Parse, clauses: dict[int, list[Dated]], mentions: Sequence[Mention], language: Language
) -> dict[int, Dated]:
    """Return the times of clauses that follow, or come before, a dated deed behind them, by clause index.

    `clauses` are the times that clauses have of their own.
    """
    found: dict[int, Dated] = {}
    turns = language.data["counting_words"]
    for inner in parse.clauses:
        if inner.role not in _BEHIND or inner.connector not in turns or inner.parent < 0:
            continue
        above, times = parse.clauses[inner.parent], clauses.get(inner.index, [])
        if len(times) != 1 or clauses.get(above.index) or not _are_done(above, inner):
            continue
        day = times[0]
        if day.when.first is None or day.when.first != day.when.last or inner.first < 1:
            continue
        if _is_at_once(parse, inner, language):
            first = _start(parse, inner.first - 1, mentions, language)
            if first >= 0:
                found[above.index] = replace(day, said=f"{inner.connector} {day.said}", first=first)
        elif dated := counted_length(parse, inner, day.when, mentions, turns[inner.connector], language):
            found[above.index] = replace(dated, last=inner.first - 1)
    return found


def _are_done(above: Clause, inner: Clause) -> bool:
    """Tell whether both deeds were done, the second one told behind the first."""
    if above.group is None or inner.group is None or above.verb.negated or inner.first < above.verb.last:
        return False
    done = inner.verb.mood in DONE or inner.verb.mood is Mood.GERUND
    return above.verb.mood is Mood.PAST and done


def _is_at_once(parse: Parse, inner: Clause, language: Language) -> bool:
    """Read "minutes after landing", "shortly after it left port"."""
    low, words = parse.tokens[inner.first - 1].low, language.words
    if low in words["at_once"]:
        return True
    if low not in words["close"] or inner.verb.lemma not in words["departing"]:
        return False
    return not any(parse.tokens[i].low in words["long_held"] for i in parse.owned(inner))


def _start(parse: Parse, last: int, mentions: Sequence[Mention], language: Language) -> int:
    """Return where "20 minutes" begins, or "shortly"; -1 in "scored on 63 minutes, before …"."""
    if last not in parse.times:
        return last
    first = start_of_length(parse, last, mentions, language)
    return -1 if first < 1 or parse.tokens[first - 1].low in language.words["prepositions"] else first
