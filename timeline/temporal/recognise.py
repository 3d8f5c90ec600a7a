"""Finds the time expressions of a text, without saying yet what they mean.

An island is a run of words that the grammar knows and that holds at least one word that is not light ("the",
"of" and single numbers are light: alone they never tell a time). Only islands are parsed; of overlapping
readings the leftmost wins, then the longest, then the first in the grammar file.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from timeline.temporal.expression import Expression
from timeline.temporal.grammar import load
from timeline.temporal.language import FIGURES, HEAVY, LIGHT, UNKNOWN, Grammar
from timeline.temporal.matcher import Candidate, Island, Trace
from timeline.temporal.words import Words, cut

_LONGEST_ISLAND = 40  # words; a longer one is read in pieces
_REMEMBERED = 512  # islands whose candidates are kept: news repeats itself, and soon
_FARTHEST = 4  # words that may stand between a word of time and the mention that it is tied to
_NUMBER_JOINTS = ".,:/-"
_DEEP = 2  # words on either side, and so at least as many signs, are all that a candidate looks at
_FIGURES_OF_YEAR = 4
_CLINGING = "$£€¥₹#@&_"
_EDGE = "EDGE"


class Reading(NamedTuple):
    """A time expression found: the words that it covers, what it says, and the derivation.

    `joint` groups ranges and lists.
    """

    start: int
    end: int
    expression: Expression
    rules: tuple[str, ...]
    trace: Trace | None = (
        None  # kept where somebody wants to look at it: it takes more room than all the rest
    )
    joint: str = ""
    group: int | None = None
    offset: int = 0  # of the trace's word numbers


def recognise(grammar: Grammar, text: str, *, traced: bool = False) -> tuple[Words, tuple[Reading, ...]]:
    """Find all time expressions of a text; also give its words, which the readings count."""
    words = cut(text)
    readings: list[Reading] = []
    for island in _islands(grammar, words):
        start, end = _trimmed(grammar, words, *island)
        for one in _read(grammar, words, start, end, traced=traced):
            readings += _readings(one, start, one.trace if traced else None)
    return words, tuple(readings)


# A run of known words of which one may tell a time. It begins where no light word stands before it, so that a
# run of nothing but light words is gone through only once.
_RUN = re.compile(f"(?<!{LIGHT}){LIGHT}*[{HEAVY}{FIGURES}][{LIGHT}{HEAVY}{FIGURES}]*")


def _islands(grammar: Grammar, words: Words) -> Iterator[tuple[int, int]]:
    """Find the runs of known words that hold a word which is not light."""
    sign, other = grammar.signs.get, grammar.sign_of_figures
    signs = "".join([sign(form) or (other(form) if form < ":" else UNKNOWN) for form in words.forms])
    for run in _RUN.finditer(signs):
        begin = run.start()
        for end in _cuts(words, begin, run.end()):
            if HEAVY in signs[begin:end] or _has_figures_of_time(grammar, words, signs, begin, end):
                yield begin, end
            begin = end


def _cuts(words: Words, begin: int, end: int) -> Iterator[int]:
    """Say where a run of known words is cut: at empty lines, and where it grows too long."""
    paragraphs = words.paragraphs
    inside = paragraphs[bisect_right(paragraphs, begin) : bisect_left(paragraphs, end)]
    for stop in (*inside, end):
        yield from range(begin + _LONGEST_ISLAND, stop, _LONGEST_ISLAND)
        yield stop
        begin = stop


def _has_figures_of_time(grammar: Grammar, words: Words, signs: str, begin: int, end: int) -> bool:
    """Whether letters follow figures directly (80s, 5pm, 2nd), or a word before them may make them a day."""
    heralds, forms = grammar.forms("figures-after"), words.forms
    return any(
        signs[at] == FIGURES
        and (
            (at + 1 < len(forms) and words.glued(at + 1) and forms[at + 1][0].isalpha())
            or (bool(heralds) and at > begin and forms[at - 1 : at] in heralds)
        )
        for at in range(begin, end)
    )


def _trimmed(grammar: Grammar, words: Words, begin: int, end: int) -> tuple[int, int]:
    """Leave out the words at both ends of an island that are in no reading; what is left comes more often."""
    forms, first, last = words.forms, grammar.never_first, grammar.never_last
    while begin < end and forms[begin] in first:
        begin += 1
    while begin < end and forms[end - 1] in last:
        end -= 1
    return begin, end


@lru_cache(maxsize=_REMEMBERED)
def _island(language: str, text: str) -> Island:
    """Give the reading of an island; news repeats itself."""
    return Island(load(language), text)


def _read(grammar: Grammar, words: Words, start: int, end: int, *, traced: bool) -> list[Candidate]:
    """Choose what an island says, in its order."""
    found: list[Candidate] = []
    if start == end:
        return found
    text = words.text[words.starts[start] : words.ends[end - 1]]
    island = Island(grammar, text) if traced else _island(grammar.language, text)
    at, size = 0, len(island.forms)
    begins = island.begins
    while at < size:
        if not begins[at]:
            at += 1
            continue
        chosen = None
        for one in island.found.get(at) or island.candidates(at):
            if _fits(grammar, one, words, start, size) and one.is_told:
                chosen = one
                break
        if chosen is None:
            at += 1
            continue
        found.append(chosen)
        at = chosen.end
    if not traced:
        island.settle()
    return found


def _readings(chosen: Candidate, offset: int, trace: Trace | None) -> list[Reading]:
    pieces, rules, joint = chosen.pieces, chosen.rules, chosen.alternative.joint
    if len(pieces) == 1:
        start, end, expression = pieces[0]
        return [Reading(start + offset, end + offset, expression, rules, trace, joint, None, offset)]
    group = chosen.start + offset
    return [
        Reading(start + offset, end + offset, expression, rules, trace, joint, group, offset)
        for start, end, expression in pieces
    ]


def _fits(grammar: Grammar, candidate: Candidate, words: Words, offset: int, size: int) -> bool:
    """Whether a candidate may stand between its neighbours; `size` is that of its island, in words.

    What lies so deep inside an island that all its neighbours do is looked at once.
    """
    fits = candidate.fits
    if fits is not None:
        return fits
    if candidate.start >= _DEEP and candidate.end <= size - _DEEP:
        candidate.fits = _stands_free(grammar, candidate, words, offset)
        return candidate.fits
    return _stands_free(grammar, candidate, words, offset)


def _stands_free(grammar: Grammar, candidate: Candidate, words: Words, offset: int) -> bool:
    start, end = candidate.start + offset, candidate.end + offset
    if candidate.alternative.has_context:
        context = candidate.alternative.context
        if not (
            _allowed(grammar, words, start - 1, context.unless_after, context.only_after)
            and _allowed(grammar, words, end, context.unless_before, context.only_before)
        ):
            return False
    return _whole_numbers(words.text, words.starts[start], words.ends[end - 1])


def _whole_numbers(text: str, begin: int, stop: int) -> bool:
    """Whether a stretch of text is not a piece of a longer number, amount or address."""
    before = text[begin - 1] if begin else " "
    after = text[stop] if stop < len(text) else " "
    if before == after == " ":
        return True
    last = text[stop - 1]
    if before in _CLINGING or before.isalnum() or (after.isalnum() and last.isalnum()):
        return False
    if after in "_@" or (after == "." and text[stop + 1 : stop + 2].islower()):
        return False
    if begin > 1 and text[begin].isdigit() and _continues(before, text[begin - 2]):
        return False
    return not (last.isdigit() and (after == "%" or _continues(after, text[stop + 1 : stop + 2])))


def _continues(joint: str, beyond: str) -> bool:
    """Whether a number goes on beyond a sign: 1.5, 3-2; after a slash also letters do (a path)."""
    return (joint in _NUMBER_JOINTS and beyond.isdigit()) or (joint == "/" and beyond.isalnum())


def _allowed(grammar: Grammar, words: Words, at: int, unless: frozenset[str], only: frozenset[str]) -> bool:
    """Whether a context allows a neighbouring word, which it may tell by its form or by its kind."""
    if not unless and not only:
        return True
    form = words.forms[at] if 0 <= at < len(words.forms) else _EDGE
    kind = _kind(grammar, form, words.text[words.starts[at]]) if form != _EDGE else _EDGE
    if form in unless or kind in unless:
        return False
    return not only or form in only or kind in only


def _kind(grammar: Grammar, form: str, letter: str) -> str:
    """Give the kind of a word with its first letter as it is written; words of time have none."""
    if letter.isdigit():
        return "NUMBER"
    if letter.isalpha():
        is_known = grammar.knows(form) or form in grammar.light
        if is_known and not (letter.isupper() and (form,) in grammar.forms("proper-name")):
            return ""
        return "CAPITAL" if letter.isupper() else "LOWER"
    return _EDGE if letter in ".!?" else ""


def unread(grammar: Grammar, words: Words, free: int, start: int) -> str | None:
    """Give the words before a mention that seem to belong to it and were not understood.

    They are words of time that a word such as "of" ties to the mention, and that no other mention has read.
    """
    if start <= free or (words.forms[start - 1],) not in grammar.forms("tie"):
        return None
    first = None
    for at in range(start - 2, max(free, start - 2 - _FARTHEST) - 1, -1):
        if not grammar.knows(words.forms[at]):
            break
        if words.forms[at] not in grammar.light:
            first = at
    if first is None:
        return None
    return words.text[words.starts[first] : words.ends[start - 1]]
