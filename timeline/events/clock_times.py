"""Clock times and parts of days that name no day, and the day or days that a time gives.

"At 4 a.m.", "the night" and "the evening of the 3rd" are of a day that other words tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline import temporal
from timeline.events.clauses import Parse
from timeline.events.dated import operators_of
from timeline.events.language import Language
from timeline.temporal import Mention, When

_NAMELESS = frozenset({"clock", "zoned", "daypart", "part", "mod", "of", "the"})  # these name no day
_CLOSE = 4  # words between "the evening" and the day that it is of


def names_noun(parse: Parse, mention: Mention, language: Language) -> bool:
    """Read "the 4 a.m. closure", "the morning of the ban", "spent the night in a gym": no deed's hour."""
    inside = [i for i, t in enumerate(parse.tokens) if mention.start <= t.start < mention.end]
    if not inside or not inside[0]:
        return False
    words, last = language.words, inside[-1] + 1
    before = parse.tokens[inside[0] - 1]
    after = parse.tokens[last : last + 3]
    if parse.tokens[inside[0]].low not in words["articles"]:
        modifies = bool(after) and after[0].is_word and after[0].low not in words["prepositions"]
        return modifies and before.low in words["articles"]
    of = bool(after) and after[0].low in words["of"]
    if of and not any(last + n in parse.times for n in range(1, len(after))):
        return True
    placing = language.union("time_noun_prepositions", "since", "of")
    return before.is_word and before.low not in placing


def is_night_of(parse: Parse, mention: Mention, waiting: Sequence[Mention], language: Language) -> bool:
    """Read "queued overnight on Tuesday": the night is of the day behind it."""
    if not waiting or mention.type != "TIME" or mention.expression is None or not names_day(waiting[0]):
        return False
    nameless = operators_of(mention.expression) <= _NAMELESS | {"this"}
    return nameless and is_next(parse, mention, waiting[0], language)


def names_day(mention: Mention) -> bool:
    """Tell whether a time names its day, or a range of days."""
    return not is_bare_clock(mention) and (day_of(mention) is not None or mention.range is not None)


def is_next(parse: Parse, one: Mention, two: Mention, language: Language) -> bool:
    """Tell whether only little words part two times ("at 4 a.m. on Monday", "the evening of the 3rd")."""
    little = language.union("date_fillers", "of", "articles") | {","}
    between = [t.low for t in parse.tokens if one.end <= t.start < two.start]
    return len(between) < _CLOSE and all(low in little for low in between)


def is_bare_clock(mention: Mention) -> bool:
    """Tell whether a time names a clock time, "the night" or "the day" and no day."""
    if mention.expression is None or (mention.type != "TIME" and day_of(mention) is None):
        return False
    return operators_of(mention.expression) <= _NAMELESS


def alone(mention: Mention, anchor: When | None, language: Language) -> Mention:
    """Return a day as it is without the range that it seemed to end."""
    again = temporal.find(mention.text, published=anchor, language=language.code)
    return mention._replace(when=again[0].when if len(again) == 1 else None, range=None)


def _plain(mention: Mention) -> When | None:
    try:
        return When.parse(mention.value.partition("T")[0])
    except ValueError:
        return None


def day_of(mention: Mention) -> When | None:
    """Return the day of a time that gives just one, alone or as the beginning or end of what it bounds."""
    time = time_of(mention)
    return time if time is not None and is_day(time) else None


def time_of(mention: Mention) -> When | None:
    """Return the days of a time that begins and ends, alone or as the beginning or end of what it bounds."""
    when = mention.when
    if when is None:
        return None
    if when.first is not None and when.first == when.last:
        return When.of_day(when.first)
    if mention.signal:
        plain = _plain(mention)
        return plain if plain is not None and plain.first is not None and is_day(plain) else None
    return when if when.first is not None and when.last is not None else None


def is_day(time: When) -> bool:
    """Tell whether a time is one day."""
    return time.first == time.last


def is_over(day: When | None, anchor: When | None) -> bool:
    """Tell whether a day lies before the report: "The search will resume at noon" is not of it."""
    first = anchor.first if anchor is not None else None
    return day is not None and day.last is not None and first is not None and day.last < first
