"""The time that was chosen for an event, and the events of several times that share one verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.language import Language
from timeline.events.verb_group import Mood
from timeline.model import Kind
from timeline.temporal import When

_TWO = 2  # times that may be those of two deeds which share a verb


@dataclass(frozen=True, slots=True)
class Chosen:
    """A time for an event of a clause (None: none of its own).

    `kind` and `lemma` where they are not the clause's.
    """

    dated: Dated | None
    kind: Kind | None = None
    lemma: str = ""
    why: str = ""  # why there must be no event at all
    skip: frozenset[int] = frozenset()  # tokens of the clause that tell another event


def several_of(parse: Parse, clause: Clause, done: Sequence[Dated], language: Language) -> list[Chosen]:
    """Return the events of several times that share one verb; none where it is one event."""
    return listed_of(parse, done, language) or _gapped(parse, clause, done, language)


def listed_of(parse: Parse, done: Sequence[Dated], language: Language) -> list[Chosen]:
    """Return an event for each time of "in 1994, 2003 and 2009"; none where other words part them."""
    if len(done) <= _TWO:
        return []
    times = sorted(done, key=lambda d: d.first)
    idle = language.union("coordinators", "date_fillers") | {","}
    span = range(times[0].first, times[-1].last + 1)
    told = {i for d in times for i in range(d.first, d.last + 1)}
    if any(parse.tokens[i].low not in idle for i in span if i not in told):
        return []
    return [Chosen(d, skip=frozenset(i for i in span if not d.first <= i <= d.last)) for d in times]


def _gapped(parse: Parse, clause: Clause, done: Sequence[Dated], language: Language) -> list[Chosen]:
    """Return the two events of "left Mali last year and Burkina Faso this year"; none where it is one."""
    first, second = sorted(done, key=lambda d: d.first)[:2]
    owned = parse.owned(clause)
    joint = next(
        (
            i
            for i in owned
            if first.last < i < second.first and parse.tokens[i].low in language.words["coordinators"]
        ),
        -1,
    )
    if joint < 0 or first.first < clause.verb.last:
        return []
    rest = frozenset(i for i in owned if i >= joint)
    if (
        clause.role is Role.RELATIVE
        and clause.group
        and any(clause.first < i < clause.group.first for i in owned)
    ):
        # "which Chile banned in 1970 and Brazil in 2019": the second name did it, and nothing was done to it.
        return [Chosen(first, skip=rest)]
    between = [i for i in owned if joint < i < second.first]
    told = [i for i in between if parse.tokens[i].low not in language.words["date_fillers"]]
    opens = parse.tokens[joint + 1]
    fits = (
        opens.low in language.words["prepositions"]
        or opens.low in language.words["articles"]
        or opens.is_capital
    )
    if not told:
        return [Chosen(first, skip=frozenset(range(joint, second.last + 1)))]  # "twice, in 2020 and 2022"
    if not fits:
        return []
    before = frozenset(i for i in owned if clause.verb.last < i <= joint)
    return [Chosen(first, skip=rest), Chosen(second, skip=before)]


def planned(clause: Clause, times: Sequence[Dated], anchor: When | None) -> Chosen:
    """Note that a plan takes a time that is not over when it is reported.

    A plan whose time is over is background.
    """
    if not times:
        was = clause.group is not None and clause.group.mood in {Mood.WAS_DUE, Mood.WISH}
        return Chosen(None, why="had been planned" if was else "")
    for dated in times:
        if (
            anchor is None
            or anchor.first is None
            or dated.when.last is None
            or dated.when.last >= anchor.first
        ):
            return Chosen(dated)
    return Chosen(None, why="a plan whose day had passed")


def without_lengths(parse: Parse, times: Sequence[Dated], language: Language) -> list[Dated]:
    """Leave out "for the first quarter" beside another time of its clause."""
    lasting = language.words["lasting_for"]
    return [d for d in times if not (d.first and parse.tokens[d.first - 1].low in lasting)] or list(times)
