"""The days of one time with the words right before it: "from Monday", "by the 15 May deadline".

The temporal engine knows the signals that bound a time; here stand those that need the words around it: an
hour bounds no days ("after 8 a.m." is still that day), and "just before Christmas" is no time at all.
"""

from __future__ import annotations

import re
from datetime import date

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.tokens import phrase_at
from timeline.events.turning import is_not_until
from timeline.temporal import Day, Mention, When

_QUARTER = re.compile(r"-Q([1-4])$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_FIRST_QUARTER = 32  # EDTF writes the quarters 33 to 36
_EFFECT = 3  # words of "with immediate effect" [from]


def days_and_start(
    parse: Parse, mention: Mention, when: When, first: int, language: Language
) -> tuple[When, int]:
    """Return the days of a single time, and the offset at which its words begin.

    `first` is its first token, that of its signal where it has one.
    """
    when = _whole_night(mention, when, language)
    if mention.signal and is_not_until(parse, first, language):
        return _turning_point(parse, mention, when, first)
    return _bounded(parse, mention, when, first, language)


def is_usable(when: When | None) -> bool:
    """Tell whether a time gives at least one day."""
    return when is not None and (when.first is not None or when.last is not None)


def is_shortly(parse: Parse, mention: Mention, first: int, language: Language) -> bool:
    """Read "just before Christmas": near it, and neither on it nor at any time before."""
    signal = parse.tokens[first].low in language.words["clock_signals"] and mention.signal is not None
    return (
        signal
        and mention.type == "DATE"
        and first > 0
        and parse.tokens[first - 1].low in language.words["close"]
    )


def _whole_night(mention: Mention, when: When, language: Language) -> When:
    """Return both days of "the night of 3 to 4 May"."""
    is_night = bool(set(mention.rules) & language.words["night_rules"]) and mention.signal is None
    return When.of_interval(when.first, when.first.plus(1)) if is_night and when.first else when


def _bounded(parse: Parse, mention: Mention, when: When, first: int, language: Language) -> tuple[When, int]:
    """Mend the bounds of a single time: "from Monday" goes on; "after 8 a.m." is still that day."""
    signal = parse.tokens[first].low if first < len(parse.tokens) else ""
    if mention.type == "TIME" and signal in language.words["clock_signals"] and "T" in mention.value:
        try:
            return When.of_day(Day.parse(mention.value.partition("T")[0])), mention.start
        except ValueError:
            return when, parse.tokens[first].start
    before = parse.tokens[first - 1] if first else None
    if (
        mention.signal is None
        and before is not None
        and before.low in language.words["from"] | language.words["starting"]
        and when.first is not None
    ):
        return When.of_interval(when.first, None), parse.tokens[_in_force(parse, first - 1, language)].start
    if mention.mod == "END" and signal in language.words["clock_signals"] and when.first is None:
        return _to_end(mention, when), parse.tokens[first].start
    governor = _governor(parse, first, language)
    if mention.signal is None and governor >= 0 and when.last is not None:
        return When.parse(f"[..{when.last.iso}]"), parse.tokens[governor].start
    return when, parse.tokens[first].start


def _in_force(parse: Parse, at: int, language: Language) -> int:
    """Return where "with effect from 1 May" begins; the token "from" itself where nothing leads to it."""
    starts = (i for i in range(max(0, at - _EFFECT), at))
    opens = language.phrases["in_force"]
    return next((i for i in starts if phrase_at(parse.tokens, i, opens) == at - i), at)


def _turning_point(parse: Parse, mention: Mention, when: When, first: int) -> tuple[When, int]:
    """Return the days of "Not until Tuesday" as a time of their own, with its "not" where that opens."""
    day = When.of_day(when.last) if when.last else when
    return plain_days(mention) or day, parse.tokens[first if parse.owners[first - 1] else first - 1].start


def _to_end(mention: Mention, when: When) -> When:
    """Return the days before the end of a time: "before the end of May" is by its last day."""
    plain = plain_days(mention)
    return When.parse(f"[..{plain.last.iso}]") if plain is not None and plain.last is not None else when


def _governor(parse: Parse, first: int, language: Language) -> int:
    """Return the token "by" of "by the 15 September deadline", "until at least 3 May"; -1 for none."""
    at = first - 1
    while at > 0 and parse.tokens[at].low in language.union("articles", "softening"):
        at -= 1
    return at if 0 <= at < first - 1 and parse.tokens[at].low in language.words["until"] else -1


def plain_days(mention: Mention) -> When | None:
    """Return the days of the words alone: in "after July's coup" the signal governs the coup, not July."""
    if week := _WEEK.fullmatch(mention.value):
        monday = Day.parse(date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat())
        return When.parse(f"[{monday.iso}..{monday.plus(6).iso}]")
    try:
        when = When.parse(_QUARTER.sub(lambda found: f"-{_FIRST_QUARTER + int(found[1])}", mention.value))
    except ValueError:
        return None
    return when if is_usable(when) else None
