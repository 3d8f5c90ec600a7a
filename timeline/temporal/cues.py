"""The words of a language that tell the tense of a clause, as `tense` looks them up.

They are data of the language (`cue-past`, `cue-future`, `cue-break` and the like in its grammar file).
"""

from dataclasses import dataclass
from functools import lru_cache

from timeline.temporal.grammar import load
from timeline.temporal.language import Grammar
from timeline.temporal.mention import Direction

SENTENCE_ENDS = {".", "!", "?"}


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a language that tell the tense."""

    forms: dict[tuple[str, ...], Direction]
    endings: tuple[tuple[str, Direction], ...]
    before: dict[tuple[str, ...], Direction]
    after: dict[tuple[str, ...], Direction]
    present: frozenset[tuple[str, ...]]
    infinitive: frozenset[str]
    perfect: frozenset[str]
    determiners: frozenset[str]
    adverbs: frozenset[str]
    progressive: frozenset[str]
    participles: frozenset[str]
    reports: frozenset[str]
    clause_decides: frozenset[tuple[str, ...]]
    yielding: frozenset[tuple[str, ...]]  # those after that yield to the clause
    breaks: frozenset[str]
    abbreviations: frozenset[str]
    lengths: dict[
        str, tuple[int, ...]
    ]  # how many words the forms have, by their last word, the longest first
    lengths_before: dict[str, tuple[int, ...]]  # the same of those before
    lengths_after: dict[str, tuple[int, ...]]  # those after, by their first word
    telling: frozenset[str]  # the words that alone may tell something to the dates around them
    silent: frozenset[str]  # those of them that open a clause and tell nothing else


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
    endings.sort(key=lambda ending: -len(ending[0]))  # "erait" tells more than "ait"
    present = frozenset(grammar.forms("cue-present"))
    forms |= dict.fromkeys(present, "future")
    before: dict[tuple[str, ...], Direction] = {}
    after: dict[tuple[str, ...], Direction] = {}
    for direction in directions:
        before |= dict.fromkeys(grammar.forms(f"cue-{direction}-before"), direction)
        after |= dict.fromkeys(grammar.forms(f"cue-{direction}-thing"), direction)
        after |= dict.fromkeys(grammar.forms(f"cue-{direction}-after"), direction)
    lengths = _lengths(forms, -1)
    breaks, participles = _firsts(grammar, "cue-break"), _firsts(grammar, "cue-participle")
    verbal = tuple(ending for ending, _ in endings)
    return Cues(
        forms,
        tuple(endings),
        before,
        after,
        present,
        _firsts(grammar, "cue-infinitive"),
        _firsts(grammar, "cue-perfect"),
        _firsts(grammar, "cue-determiner"),
        _firsts(grammar, "cue-adverb"),
        _firsts(grammar, "cue-progressive"),
        participles,
        _firsts(grammar, "cue-report"),
        frozenset(grammar.forms("cue-clause-before")),
        frozenset(grammar.forms("cue-past-after")),
        breaks,
        _firsts(grammar, "abbreviation"),
        lengths,
        _lengths(before, -1),
        _lengths(after, 0),
        frozenset({*lengths, *breaks, *participles, *SENTENCE_ENDS}),
        frozenset(
            one for one in breaks - lengths.keys() - participles - SENTENCE_ENDS if not one.endswith(verbal)
        ),
    )


def _firsts(grammar: Grammar, name: str) -> frozenset[str]:
    return frozenset(form[0] for form in grammar.forms(name))


def _lengths(forms: dict[tuple[str, ...], Direction], at: int) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for form in forms:
        found.setdefault(form[at], set()).add(len(form))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}
