"""Chronologies: texts whose lines open with a date ("Oct. 2: The trial begins. Four days later he quits").

Three such lines make one. What a line tells is of its date or behind it, and its present tense is the
historical present: it tells what was done, up to the day of the report. Dates that name no year stand in the
order of the lines, upwards or downwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate, pairwise

from timeline.events.clauses import Clause, Parse
from timeline.events.clock_times import is_bare_clock
from timeline.events.hours import hour_of
from timeline.events.language import Language
from timeline.events.sentences import Piece
from timeline.events.spans import NEWS_DAYS
from timeline.events.turning import stepped
from timeline.events.verb_group import Mood
from timeline.temporal import Day, Grain, Mention, When
from timeline.temporal.narrative import is_deictic, spoken_year

_LINES = 3  # that open with a date
_BULLET = 4  # characters that may stand at the head of a line before its date
_YEARS = 100  # that a date may be moved back by
_MARKS = " \t#*_.:"  # what may stand around a date that is all of its line
_OPENS = re.compile(
    r"[.:]?\s+[\"“‘(]?([^\W\d_])"
)  # behind a date without a mark: "12 May 1998 A tanker sank"
_DASHES = frozenset({",", "-", "–"})  # these too part the times of one label: "Friday, 5 June", "3 – 5 May"
_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The times of a text (`mentions`), what opens a line on the day that the order of the lines gives.

    `entries` has the time of its line for each sentence of a line, by the offset at which it begins, `labels`
    what a line opens with, by that of its first sentence.
    """

    mentions: tuple[Mention, ...]
    entries: dict[int, When] = field(default_factory=dict)
    labels: dict[int, Mention] = field(default_factory=dict)

    def time_of(self, piece: Piece) -> When | None:
        """Return the time that the line of a sentence opens with; None outside chronologies."""
        return self.entries.get(piece.start)

    def kept(self, piece: Piece, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Return the mentions of a sentence with its label on the day that the order of the lines gives."""
        label = self.labels.get(piece.start)
        return tuple(label if label and m.start == label.start else m for m in mentions)


def read_chronicle(
    text: str, pieces: Iterable[Piece], mentions: Sequence[Mention], anchor: When | None, language: Language
) -> Chronicle:
    """Find the lines of a text that open with a date, and read their dates in order."""
    read = [piece for piece in pieces if not piece.furniture]
    labels = _labels(text, read, mentions, language)
    if len(labels) < _LINES:
        return Chronicle(tuple(mentions))
    days = _in_order([mentions[n] for n in labels.values()], anchor, language)
    moved = list(mentions)
    for number, when in zip(labels.values(), days, strict=True):
        label = mentions[number]
        if when != label.when or _is_open(label, language):  # what was told elsewhere moves it no more
            moved[number] = label._replace(when=when, value=str(when), assumed=(), expression=None)
    lines = dict(zip(labels, days, strict=True))
    placed = {start: moved[number] for start, number in labels.items()}
    return Chronicle(tuple(moved), _entries(text, read, lines), placed)


def with_date_lines(text: str, pieces: Sequence[Piece], mentions: Sequence[Mention]) -> list[Piece]:
    """Join lines that are only a date to the sentence below, where there are enough for a chronology."""
    dates = {mention.start: mention.end for mention in mentions if mention.when is not None}
    alone: dict[int, int] = {}  # the offset of the date, by the index of its line
    for n, (piece, following) in enumerate(pairwise(pieces)):
        line = text[piece.start : piece.end]
        start = piece.start + len(line) - len(line.lstrip(_MARKS))
        if start in dates and not following.furniture and not text[dates[start] : piece.end].strip(_MARKS):
            alone[n] = start
    if len(alone) < _LINES:
        return list(pieces)
    return [
        Piece(alone[n - 1], piece.end, "", alone[n - 1]) if n - 1 in alone else piece
        for n, piece in enumerate(pieces)
        if n not in alone
    ]


def _labels(
    text: str, pieces: Iterable[Piece], mentions: Sequence[Mention], language: Language
) -> dict[int, int]:
    """Return which time each line opens with: by the offset of its sentence, the index of the mention."""
    marks = _pattern(language.union("label_marks", "chronicle_marks"), r"\s*(?:{})\s")
    joints = _pattern(language.union("infinitive_words", "coordinators") | _DASHES, r"\s*(?:{})?\s*")
    by_start = {mention.start: n for n, mention in enumerate(mentions)}
    found: dict[int, int] = {}
    for piece in pieces:
        first = number = by_start.get(piece.first, -1)
        while number >= 0 and (joint := joints.match(text, mentions[number].end)):
            if joint.end() not in by_start:
                break
            number = by_start[joint.end()]
        end = mentions[number].end if number >= 0 else 0
        if number >= 0 and (marks.match(text, end) or _heads_line(text, piece, end)):
            known = [n for n in range(first, number + 1) if mentions[n].when is not None]
            if known:
                found[piece.start] = known[-1]
    return found


def _heads_line(text: str, piece: Piece, end: int) -> bool:
    """Tell whether a date with a number stands at the head of a line, before the first word of a sentence."""
    if piece.is_below_date:
        return True
    start = piece.first
    heads = start < _BULLET or _BREAK.search(text, start - _BULLET, start) is not None
    opens = _OPENS.match(text, end)
    return heads and any(c.isdigit() for c in text[start:end]) and opens is not None and opens[1].isupper()


@lru_cache(maxsize=8)
def _pattern(marks: frozenset[str], around: str) -> re.Pattern[str]:
    return re.compile(around.format("|".join(re.escape(mark) for mark in sorted(marks))))


def _in_order(labels: Sequence[Mention], anchor: When | None, language: Language) -> list[When]:
    """Return the times of lines; one that names no year, in a year that the lines around it allow.

    That is the year of the line before, unless the lines name every year but that of the report.
    """
    days = [when for mention in labels if (when := mention.when) is not None]
    is_open = [_is_open(mention, language) for mention in labels]
    limit = anchor.last.ordinal if anchor is not None and anchor.last is not None else None
    if limit is None:
        return days
    order = list(range(len(days)))[:: -1 if _fall(days, is_open) else 1]
    named = Counter(
        day.first.year for day, is_one in zip(days, is_open, strict=True) if day.first and not is_one
    )
    bounds = accumulate((limit if is_open[n] else min(limit, _first(days[n])) for n in reversed(order)), min)
    behind = list(bounds)[::-1]  # the earliest date with its year from each line on
    for place, n in enumerate(order):
        if is_open[n]:
            before = _first(days[order[place - 1]]) if place else 0
            years = _between(days[n], labels[n], before, behind[place], language)
            days[n] = years[0] if not place or max(named.values(), default=0) > 1 else years[-1]
    return _with_hours(labels, days)


def _with_hours(labels: Sequence[Mention], days: list[When]) -> list[When]:
    """Put lines that open with an hour alone on the day of the line before, or the next behind midnight."""
    for n in range(1, len(days)):
        before, hour, day = hour_of(labels[n - 1]), hour_of(labels[n]), days[n - 1].first
        told = before[1:2].isdigit() and hour[1:2].isdigit()  # no "night" or "morning"
        if told and is_bare_clock(labels[n]) and day is not None and day == days[n - 1].last:
            there = Day.from_ordinal(day.ordinal + 1) if hour < before else day
            days[n] = When.parse(there.iso)
    return days


def _fall(days: Sequence[When], is_open: Sequence[bool]) -> bool:
    """Tell whether the latest line comes first; of a line that names no year, month and day tell."""
    steps = [_in_year(two) < _in_year(one) for one, two in pairwise(days)]
    for n, (one, two) in enumerate(pairwise(days)):
        if not (is_open[n] or is_open[n + 1]):
            steps[n] = _first(two) < _first(one)
    return sum(steps) > len(steps) / 2


def _in_year(when: When) -> tuple[int, int]:
    day = when.first or when.last
    return (day.month, day.day) if day is not None else (0, 0)


def _is_open(label: Mention, language: Language) -> bool:
    """Tell whether a line opens with a month, or a day of one, without its year."""
    said, rules = label.expression, language.words["weekday_rules"]
    if said is None or said.operator == "day" or is_deictic(said) or is_bare_clock(label):
        return False
    if any(rule in rules for rule in label.rules):
        return False
    fine = label.grain is not None and label.grain < Grain.YEAR
    return fine and spoken_year(said) is None


def _between(when: When, label: Mention, before: int, behind: int, language: Language) -> list[When]:
    """Return a time in all years that the order of the lines allows, the last first; else as it is."""
    when = _moved(when, label, behind, language)
    years = [when]
    while _first(years[-1]) > before > 0 and len(years) < _YEARS:
        years.append(stepped(years[-1], label, -1, language))
    return [year for year in years if before <= _first(year) <= behind] or [when]


def _moved(when: When, label: Mention, limit: int, language: Language) -> When:
    """Return a time in the last year in which it begins by the limit."""
    for _ in range(_YEARS):
        later = stepped(when, label, 1, language)
        if _first(later) > limit or later == when:
            break
        when = later
    for _ in range(_YEARS):
        if _first(when) <= limit:
            break
        when = stepped(when, label, -1, language)
    return when


def _first(when: When) -> int:
    day = when.first or when.last
    return day.ordinal if day is not None else 0


def _entries(text: str, pieces: Sequence[Piece], lines: dict[int, When]) -> dict[int, When]:
    """Return the time of its line for each sentence of a line."""
    found: dict[int, When] = {}
    time: When | None = None
    end = 0
    for piece in pieces:
        if piece.start in lines:
            time = lines[piece.start]
        elif time is not None and _BREAK.search(text, end, piece.start):
            time = None
        if time is not None:
            found[piece.start] = time
        end = piece.end
    return found


def is_over(entry: When | None, anchor: When | None) -> bool:
    """Tell whether the line of a chronology tells of a time up to the report."""
    if entry is None or anchor is None or anchor.last is None:
        return entry is not None
    return _first(entry) <= anchor.last.ordinal


def is_long_ago(entry: When | None, anchor: When | None) -> bool:
    """Tell whether a line tells of a time too long before the report for that to place its deeds."""
    if entry is None or anchor is None or anchor.last is None or entry.last is None:
        return False
    return anchor.last.ordinal - entry.last.ordinal > NEWS_DAYS


def is_toll(entry: When | None, parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "7 May: The roof falls in. Six people die": what the deed of the line cost is no second deed."""
    if entry is None or clause.verb.passive or clause.verb.lemma not in language.words["tolls"]:
        return False
    subject = [parse.tokens[i].low for i in parse.owned(clause) if i < clause.verb.first]
    return any(low[:1].isdigit() or low in language.words["number_words"] for low in subject)


def historic(parse: Parse) -> Parse:
    """Return a parse whose present tense tells what was done: "Voss resigns in a one-line email"."""
    clauses = tuple(
        replace(clause, group=replace(clause.group, mood=Mood.PAST))
        if clause.group is not None and clause.group.mood is Mood.PRESENT and not clause.quoted
        else clause
        for clause in parse.clauses
    )
    return replace(parse, clauses=clauses)
