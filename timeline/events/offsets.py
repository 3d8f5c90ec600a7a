"""Deeds dated by how far they lie from another: "on 18 May, three days before the ministry banned it".

The length stands right before "after" or "before", and the clause behind it has no day of its own. Counted is
from the one day of the clause above, or, where that only points ("The arrest came two days after the gang
had"), from the day of the deed told last. What is no whole number of days, months or years ("hours after",
"less than a month after") dates nothing, nor do weeks: "two weeks after" may be twelve days or sixteen.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import temporal
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.language import Language
from timeline.events.tokens import phrase_at
from timeline.events.verb_group import Mood
from timeline.temporal import Mention, When

_DONE = frozenset({Mood.PAST, Mood.PAST_PERFECT})
_WEEK = 7  # days


def counted_clauses(
    parse: Parse,
    clauses: dict[int, list[Dated]],
    mentions: Sequence[Mention],
    told: When | None,
    language: Language,
) -> dict[int, Dated]:
    """Return the times of clauses that are counted from the clause above them, by clause index.

    `clauses` are the times that clauses have of their own, `told` is the day of the deed told last.
    """
    found: dict[int, Dated] = {}
    turned = language.data["counted_back"]
    for clause in parse.clauses:
        if clause.role is not Role.ADVERBIAL or clause.connector not in turned or clauses.get(clause.index):
            continue
        if clause.group is None or clause.verb.mood not in _DONE or clause.parent < 0:
            continue
        if _counts_from_that(parse, clause, language):
            continue
        base = _base(parse.clauses[clause.parent], clauses, told, language)
        turn = turned[clause.connector]
        if base and (dated := counted_length(parse, clause, base, mentions, turn, language)):
            found[clause.index] = dated
    return found


def since_then(
    parse: Parse, clauses: dict[int, list[Dated]], then: When | None, language: Language
) -> dict[int, Dated]:
    """Return the times of clauses that go on since what was told before: "has been shut since then".

    That is the last time before it in the sentence, else `then`, the time told last.
    """
    found: dict[int, Dated] = {}
    for index, token in enumerate(parse.tokens[:-1]):
        clause = parse.clauses[parse.owners[index]]
        ongoing = (
            clause.group is not None and clause.verb.mood is Mood.PERFECT and not clauses.get(clause.index)
        )
        since = (
            token.low in language.words["ongoing"] and parse.tokens[index + 1].low in language.words["then"]
        )
        if not since or not ongoing:
            continue
        before = [d for times in clauses.values() for d in times if d.last < index]
        base = max(before, key=lambda d: d.last).when if before else then
        if base is not None and base.first is not None and base.last is not None:
            said = f"{token.text} {parse.tokens[index + 1].text}"
            found[clause.index] = Dated(When.of_interval(base.first, None), said, index, index + 1)
    return found


def _counts_from_that(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "a day after that they closed the baths": "that" is the deed told before."""
    following = [t.low for t in parse.tokens[clause.first + 1 : clause.first + 3]]
    starts = language.words["determiners"] | language.words["pronouns"]
    return len(following) > 1 and following[0] in language.words["relative_that"] and following[1] in starts


def _base(
    above: Clause, clauses: dict[int, list[Dated]], told: When | None, language: Language
) -> When | None:
    """Return the one time from which a clause counts; None where there is none, or several."""
    if above.group is None or above.verb.mood not in _DONE:
        return None
    times = {str(d.when): d.when for d in clauses.get(above.index, [])}
    points = above.verb.copula or above.verb.lemma in language.words["verbs.empty"]
    if not times and points and above.role is Role.MAIN:
        return told
    when = next(iter(times.values())) if len(times) == 1 else None
    return when if when is not None and when.first is not None and when.last is not None else None


def counted_length(
    parse: Parse, clause: Clause, base: When, mentions: Sequence[Mention], turn: str, language: Language
) -> Dated | None:
    """Count the length before a clause from a day, `turn` ("before") it or after it."""
    words = language.words
    last = clause.first - 1
    exact = _is_to_the_day(parse, last, language)
    last -= 3 * exact
    first = start_of_length(parse, last, mentions, language)
    if first < 0 or parse.tokens[last].low not in words["counted_units"]:
        return None
    if is_stretch(parse, first, last, language):
        return None
    length = " ".join(t.text for t in parse.tokens[first : last + 1])
    again = temporal.find(f"{length} {turn}", published=base, language=language.code)
    when = again[0].when if len(again) == 1 and again[0].start == 0 and "X" not in again[0].value else None
    if when is None or when.first is None or when.last is None:
        return None
    if is_loose(when) and not exact:
        return None
    if exact and base.first is not None:
        when = When.of_day(when.first.plus((base.first.ordinal - when.first.ordinal) % _WEEK))
    said = f"{length} {clause.connector}"
    return Dated(when, said, first, clause.first)


def is_loose(when: When) -> bool:
    """Tell whether a day was counted in weeks: "two weeks after" is no week of the calendar, and no day."""
    return (
        when.first is not None
        and when.last is not None
        and when.last.ordinal - when.first.ordinal == _WEEK - 1
    )


def start_of_length(parse: Parse, last: int, mentions: Sequence[Mention], language: Language) -> int:
    """Return where the length begins that ends at a token; -1 where none does, or no whole number.

    "Three weeks", "the morning"; not "Sunday night", "nearly three weeks".
    """
    if last > 0 and parse.tokens[last - 1].low in language.words["definite_articles"]:
        return last - 1
    end = parse.tokens[last].end
    length = next((m for m in mentions if m.end == end and m.type == "DURATION" and _is_whole(m)), None)
    return next((i for i, t in enumerate(parse.tokens) if length and t.start == length.start), -1)


def is_stretch(parse: Parse, first: int, last: int, language: Language) -> bool:
    """Read "in the week after the walkout began": the days from then on, and no day counted from it."""
    before = parse.tokens[first - 1].low if first else ""
    return before in language.words["counting_on"] and (
        parse.tokens[last].low in language.words["deed_lengths"]
    )


def _is_whole(length: Mention) -> bool:
    """Tell whether a length is one of whole units, said without "nearly" or "and a half"."""
    return not length.mod and "." not in length.value


def _is_to_the_day(parse: Parse, last: int, language: Language) -> bool:
    """Read "a week to the day after": the same day of the week."""
    at = last - 2
    return at > 0 and phrase_at(parse.tokens, at, language.phrases["to_the_day"]) == last + 1 - at
