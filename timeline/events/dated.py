"""A time of a sentence that gives days, and days that are said together ("on 13 and 14 June")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.temporal import Mention, When


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of a sentence that gives days.

    The words with their signal, and the tokens `first` to `last` that they take up.
    """

    when: When
    said: str
    first: int
    last: int
    direction: str = ""
    is_full: bool = False  # nothing of it was assumed


def joined_days(
    parse: Parse, found: list[tuple[Dated | None, Mention]], language: Language
) -> list[tuple[Dated | None, Mention]]:
    """Join the days of "on 13 and 14 June", "between 3 and 9 May" and "on 3 or 10 May" into one time."""
    joined: list[tuple[Dated | None, Mention]] = []
    for dated, mention in found:
        before = joined[-1][0] if joined else None
        if dated and before and _is_apposition(parse, before, dated, language):
            joined[-1] = (replace(before, last=dated.last), joined[-1][1])
            continue
        if dated and before and (whole := _span_of(parse, before, dated, language)):
            joined[-1] = (whole, joined[-1][1])
        else:
            joined.append((dated, mention))
    return joined


def _is_apposition(parse: Parse, one: Dated, two: Dated, language: Language) -> bool:
    """Read "on the 26th, a Monday, …": the second time only says more of the first."""
    between = [parse.tokens[i].low for i in range(one.last + 1, two.first)]
    articles = language.words["articles"]
    return len(between) > 1 and between[0] == "," and all(low in articles for low in between[1:])


def _span_of(parse: Parse, one: Dated, two: Dated, language: Language) -> Dated | None:
    """Return the time from one day to another that a conjunction joins to it; None where they are two."""
    between = [parse.tokens[i].low for i in range(one.last + 1, two.first)]
    joint = {w for w in between if w in language.words["coordinators"] or w == ","}
    plain = all(w in joint or w in language.words["time_noun_prepositions"] for w in between)
    first, last, later = one.when.first, one.when.last, two.when.last
    together = parse.owners[one.first] == parse.owners[two.first]
    if not (together and joint and plain and first and last and later and two.when.first and first <= later):
        return None
    next_day = two.when.first.ordinal - last.ordinal == 1 and first == last and two.when.first == later
    either = bool(joint & language.words["alternatives"])
    spans = one.first > 0 and parse.tokens[one.first - 1].low in language.words["between"]
    if not (next_day or either or spans):
        return None
    said = f"{one.said} {' '.join(between)} {two.said}"
    return replace(one, when=When.of_interval(first, later), said=said, last=two.last)
