"""Past or future: which way an incomplete date looks, by the verbs of its clause.

The words that tell are data of the language (`cue-past`, `cue-future`, `cue-break` and the like in its
grammar file). The nearest cue wins; words that begin another clause keep cues beyond them at a distance.
"""

from dataclasses import dataclass
from functools import lru_cache

from timeline.temporal.grammar import load
from timeline.temporal.language import Grammar
from timeline.temporal.mention import Direction
from timeline.temporal.words import Words

_LEFT, _RIGHT = 24, 16  # words looked at on either side
_BREAK_COST = 6
_RIGHT_COST = 2
_AUXILIARY = 3  # words before a verb among which its auxiliary is looked for
_SHORTEST_VERB = 4
_SENTENCE_ENDS = {".", "!", "?"}


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a language that tell the tense."""

    forms: dict[tuple[str, ...], Direction]
    endings: tuple[tuple[str, Direction], ...]
    before: dict[tuple[str, ...], Direction]
    after: dict[tuple[str, ...], Direction]
    breaks: frozenset[str]
    abbreviations: frozenset[str]
    longest: int


@lru_cache(maxsize=16)
def cues(language: str) -> Cues:
    """Give the cues of a language."""
    grammar: Grammar = load(language)
    forms: dict[tuple[str, ...], Direction] = {}
    endings: list[tuple[str, Direction]] = []
    directions: tuple[Direction, Direction] = ("past", "future")
    for direction in directions:
        for form in grammar.forms(f"cue-{direction}"):
            forms[form] = direction
        endings += [("".join(form), direction) for form in grammar.forms(f"cue-{direction}-ending")]
    before: dict[tuple[str, ...], Direction] = {}
    after: dict[tuple[str, ...], Direction] = {}
    for direction in directions:
        before |= dict.fromkeys(grammar.forms(f"cue-{direction}-before"), direction)
        after |= dict.fromkeys(grammar.forms(f"cue-{direction}-after"), direction)
    return Cues(
        forms,
        tuple(endings),
        before,
        after,
        frozenset(form[0] for form in grammar.forms("cue-break")),
        frozenset(form[0] for form in grammar.forms("abbreviation")),
        max(map(len, [*forms, *before, *after]), default=1),
    )


def direction(language: str, known: Words, start: int, end: int) -> tuple[Direction, str]:
    """Give the direction of the clause around some words, and the word that told it."""
    found = cues(language)
    for length in range(found.longest, 0, -1):
        left, right = known.forms[max(0, start - length) : start], known.forms[end : end + length]
        told = found.before.get(left) or found.after.get(right)
        if told:
            return told, " ".join(left if left in found.before else right)
    best: tuple[float, Direction, str] = (1e9, "", "")
    for step, limit, cost in ((-1, _LEFT, 0), (1, _RIGHT, _RIGHT_COST)):
        best = min(best, _nearest(found, known, start - 1 if step < 0 else end, step, limit, cost))
    return best[1], best[2]


def _nearest(
    found: Cues, known: Words, at: int, step: int, limit: int, cost: float
) -> tuple[float, Direction, str]:
    for distance in range(limit):
        where = at + step * distance
        if not 0 <= where < len(known.forms) or _sentence_ends(found, known, where):
            break
        beyond = where if step > 0 else where + 1
        if 0 < beyond < len(known.forms) and known.paragraph_ends(beyond):
            break
        form = known.forms[where]
        if form in found.breaks:
            cost += _BREAK_COST
        told = _cue(found, known, where)
        if told:
            return distance + cost, told, form
    return (1e9, "", "")


def _cue(found: Cues, known: Words, at: int) -> Direction:
    """Tell what the word says, with the words before it where a form has several ("is to")."""
    for length in range(min(found.longest, at + 1), 0, -1):
        told = found.forms.get(known.forms[at + 1 - length : at + 1])
        if told:
            return _auxiliary(found, known, at + 1 - length) or told if told == "past" else told
    raw = known.raw(at)
    if raw[0].islower() and len(raw) >= _SHORTEST_VERB:
        for ending, told in found.endings:
            if raw.endswith(ending):
                return _auxiliary(found, known, at) or told
    return ""


def _auxiliary(found: Cues, known: Words, at: int) -> Direction:
    """Let the auxiliary right before a verb decide: "will be announced", "to be held"."""
    for back in range(1, _AUXILIARY + 1):
        where = at - back
        if where < 0 or _sentence_ends(found, known, where) or known.forms[where] in found.breaks:
            break
        for length in range(found.longest, 0, -1):
            if found.forms.get(known.forms[max(0, where + 1 - length) : where + 1]) == "future":
                return "future"
    return ""


def _sentence_ends(found: Cues, known: Words, at: int) -> bool:
    """Whether a sentence ends at this sign: not after an abbreviation, nor where the next word is small."""
    if known.forms[at] not in _SENTENCE_ENDS:
        return False
    before = known.forms[at - 1] if at else ""
    if known.glued(at) and (before in found.abbreviations or (len(before) == 1 and before.isalpha())):
        return False
    follows = known.raw(at + 1)[0] if at + 1 < len(known.forms) else "A"
    return not (follows.islower() or follows.isdigit() or follows == ",")
