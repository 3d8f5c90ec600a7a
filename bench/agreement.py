"""What other engines promise, phrase by phrase, beside what this one says.

    python bench/agreement.py FOLDER                the table, in Markdown
    python bench/agreement.py FOLDER --show KIND    the cases of a kind (or all) on which the two differ

The lists of cases are not part of this project; `temporal_cases/records.py` tells their form. Compared are
the first and the last day, the clock time where one is wanted, and the TIMEX3 value of lengths and
repetitions. A difference gets the first reason that holds of it. A case that needs a day of saying and has
none is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from temporal_cases.kinds import kind_of  # noqa: E402
from temporal_cases.records import Case, Wanted, read  # noqa: E402

from timeline.temporal import find  # noqa: E402
from timeline.temporal.edtf import EdtfError, When  # noqa: E402
from timeline.temporal.grammar import load  # noqa: E402
from timeline.temporal.mention import Mention  # noqa: E402
from timeline.temporal.words import cut  # noqa: E402

ALIKE, WIDER, OTHERWISE, UNFOUND = "agree", "holds it", "otherwise", "not found"
_HOLDS = "ours keeps its own grain, which holds theirs"
_DAYS_OFF = (7, 14)
_FEAST = "a feast that we do not know"
_JOINTS = ("signal", "joint-range", "joint-list", "joint-between", "lead")


class Verdict(NamedTuple):
    """How one expected phrase came out."""

    case: Case
    wanted: Wanted | None
    found: tuple[Mention, ...]
    kind: str
    outcome: str
    reason: str


def verdicts(case: Case) -> list[Verdict]:
    """Judge a case: one verdict for each phrase expected of it, or one for the nothing that it must give."""
    published = case.moment.date().isoformat() if case.moment else None
    found = find(case.text, published=published)
    if not case.wanted:
        reason = "a text that is nothing but a time" if found else ""
        return [_verdict(case, None, found, OTHERWISE if found else ALIKE, reason)]
    return [_judged(case, one, found) for one in case.wanted if not _needs_a_day(case, one)]


def _needs_a_day(case: Case, wanted: Wanted) -> bool:
    """Whether nobody can say what was meant without knowing when."""
    return case.moment is None and wanted.first is not None and "year" not in wanted.said


def _verdict(
    case: Case, wanted: Wanted | None, found: tuple[Mention, ...], outcome: str, reason: str
) -> Verdict:
    return Verdict(case, wanted, found, kind_of(wanted), outcome, reason)


def _judged(case: Case, wanted: Wanted, every: tuple[Mention, ...]) -> Verdict:
    found = tuple(one for one in every if one.start < wanted.end and wanted.start < one.end)
    if not found:
        return _verdict(case, wanted, found, UNFOUND, _unfound(wanted))
    if _agree(wanted, found):
        return _verdict(case, wanted, found, ALIKE, "")
    reason = _difference(wanted, found)
    return _verdict(case, wanted, found, WIDER if reason == _HOLDS else OTHERWISE, reason)


# --- agreement ------------------------------------------------------------------------------------


def _agree(wanted: Wanted, found: tuple[Mention, ...]) -> bool:
    if wanted.value and wanted.first is None:
        return any(one.value == wanted.value for one in found)
    days = _days(found)
    if days == (None, None):
        return False
    return _same_days(wanted, days) and _same_clock(wanted, found)


def _days(found: tuple[Mention, ...]) -> tuple[date | None, date | None]:
    """Give the first and the last day of the mentions together; None is an open or an unknown side."""
    told = [one.when for one in found if one.when]
    if len(found) == 1 and found[0].range is not None:
        told = [_own(found[0])]
    if not told:
        return None, None
    firsts, lasts = [one.first for one in told], [one.last for one in told]
    first = None if None in firsts else min(one for one in firsts if one)
    last = None if None in lasts else max(one for one in lasts if one)
    return _date(first), _date(last)


def _own(one: Mention) -> When:
    """Give what one end of a range says by itself."""
    try:
        return When.parse(one.value.partition("T")[0])
    except EdtfError:
        return one.when or When.parse("..")


def _date(day: object) -> date | None:
    try:
        return date.fromisoformat(str(day)) if day else None
    except ValueError:  # before our era
        return None


def _same_days(wanted: Wanted, days: tuple[date | None, date | None]) -> bool:
    first, last = days
    if None in days or wanted.first is None or wanted.last is None:  # the side that both close
        ours, theirs = last if first is None else first, wanted.last if wanted.first is None else wanted.first
        return ours is not None and theirs is not None and abs((ours - theirs).days) <= 1
    if wanted.grain in {"", "second", "minute", "hour"}:
        return wanted.first == first
    return days == (wanted.first, wanted.last)


def _same_clock(wanted: Wanted, found: tuple[Mention, ...]) -> bool:
    clock = next((one.value.partition("T")[2] for one in found if one.type == "TIME"), "")
    if wanted.minute is None or not clock[:1].isdigit():
        return wanted.minute is None or bool(clock)  # the hours of an evening are a convention
    minute = int(clock[:2]) * 60 + int(clock[3:5] or 0)
    return (minute - wanted.minute) % 60 == 0 if len(clock) > len("12:00") else minute == wanted.minute


# --- why not --------------------------------------------------------------------------------------


def _difference(wanted: Wanted, found: tuple[Mention, ...]) -> str:
    types = {one.type for one in found}
    first, last = _days(found)
    if _is_part(wanted, found):
        return _FEAST if wanted.holiday else "only a part of the phrase is read"
    if types == {"DURATION"} and wanted.first is not None:
        return "a length stays a length (they add it to the moment)"
    if types <= {"SET", "DURATION"}:
        return "a repetition, or a length of another form"
    if first is None and last is None:
        return "a reference without a date, or a date that needs the story"
    if wanted.first is None:
        return "marked otherwise"
    return _of_days(wanted, (first or last, last or first))


def _is_part(wanted: Wanted, found: tuple[Mention, ...]) -> bool:
    """Whether words of the phrase stay outside that are more than prepositions and articles."""
    words, grammar = cut(wanted.text), load("en")
    joints = {form for name in _JOINTS for form in grammar.forms(name)}
    return any(
        form[0].isalnum() and form not in grammar.light and (form,) not in joints
        for form, start, end in zip(words.forms, words.starts, words.ends, strict=True)
        if not any(one.start <= wanted.start + start and wanted.start + end <= one.end for one in found)
    )


def _of_days(wanted: Wanted, days: tuple[date | None, date | None]) -> str:
    first, last = days
    until = wanted.last or wanted.first
    begin = wanted.first or wanted.last
    if first is None or last is None or begin is None or until is None:
        return "an open side"
    if (first, last) == (begin, until) or (first == begin and wanted.minute is not None):
        return "another clock time, or none"
    if first <= begin and until <= last:
        return _HOLDS
    if begin <= first and last <= until:
        return "ours lies in theirs"
    return _of_direction(begin, first)


def _of_direction(theirs: date, ours: date) -> str:
    weeks = abs((theirs - ours).days) in _DAYS_OFF
    years = (theirs.month, theirs.day) == (ours.month, ours.day) or abs(theirs.year - ours.year) == 1
    side = "they look ahead, news looks back" if ours < theirs else "they look back, ours ahead"
    return side if weeks or years else "other days"


def _unfound(wanted: Wanted) -> str:
    grammar, forms = load("en"), cut(wanted.text).forms
    if wanted.holiday:
        return _FEAST
    if not any(form.isalpha() for form in forms):
        return "figures alone, whose meaning the text does not tell"
    if wanted.minute is not None and wanted.grain != "second" and any(form.isdigit() for form in forms):
        return "a clock time without the signs of one"
    if all(grammar.knows(form) or form in grammar.light for form in forms):
        return "known words in no known order"
    return "words that we do not know"


# --- the tables -----------------------------------------------------------------------------------


def table(judged: list[Verdict]) -> str:
    """Write the figures as Markdown: by kind of phrase, then by reason."""
    kinds = Counter(one.kind for one in judged)
    rows = [
        "| kind of phrase | cases | agree | holds it | otherwise | not found |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    rows += [_row(kind, [one for one in judged if one.kind == kind]) for kind, _ in kinds.most_common()]
    rows += [_row("all", judged), "", "| difference | cases |", "|---|---:|"]
    reasons = Counter(f"{one.outcome}: {one.reason}" for one in judged if one.outcome != ALIKE)
    return "\n".join([*rows, *(f"| {reason} | {count} |" for reason, count in reasons.most_common())])


def _row(kind: str, judged: list[Verdict]) -> str:
    told = Counter(one.outcome for one in judged)
    figures = [len(judged), *(told[outcome] for outcome in (ALIKE, WIDER, OTHERWISE, UNFOUND))]
    return f"| {kind} | {' | '.join(map(str, figures))} |"


def _line(one: Verdict) -> str:
    ours = "; ".join(f"{each.text!r} {each.value} {each.when or ''}" for each in one.found)
    want = one.wanted
    theirs = (
        f"{want.text!r} {want.value or ''} {want.first}..{want.last} {want.minute}" if want else "nothing"
    )
    said = f"{one.case.text[:200]!r} ({one.case.moment})"
    return "\n    ".join([f"{one.kind} | {one.reason}", said, theirs, ours])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", metavar="KIND", help="the cases of this kind that differ; all: of any kind")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.json")) if options.folder.is_dir() else []
    if not files:
        print(f"{options.folder} holds no lists of cases (*.json): nothing to compare", file=sys.stderr)
        return 2
    judged = [one for path in files for case in read(path) for one in verdicts(case)]
    if options.show:
        shown = (one for one in judged if one.outcome != ALIKE and options.show in {"all", one.kind})
        print("\n".join(map(_line, shown)))
    print(table(judged))
    return 0


if __name__ == "__main__":
    sys.exit(main())
