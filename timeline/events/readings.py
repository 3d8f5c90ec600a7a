"""The sentences of an article as they were read: their clauses, their times, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline import temporal
from timeline.events.attach import Timing, attach, time_tokens
from timeline.events.chronicle import historic, is_over, read_chronicle
from timeline.events.clause_reader import read_clauses
from timeline.events.clauses import Parse
from timeline.events.counting import with_that
from timeline.events.dated import names_kind, repeats_date
from timeline.events.disputes import names_claim
from timeline.events.language import Language
from timeline.events.led_years import names_year
from timeline.events.narrative import follow
from timeline.events.sentences import Piece
from timeline.events.story_day import Story
from timeline.events.tokens import tokenise
from timeline.model import Article
from timeline.temporal import Expression, Mention, When
from timeline.temporal.narrative import is_deictic, spoken_year

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_OLD = 5  # years
_DOZEN = 12
_MARKS = ".,;:!?()'’"


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence that was read: its clauses and times.

    `position` is 0 at the head of the article and 1 at its end.
    """

    piece: Piece
    parse: Parse
    timing: Timing
    mentions: tuple[Mention, ...]
    position: float
    lead: bool
    is_contested: bool = False  # the next sentence calls what it says a claim
    entry: When | None = None  # the time that its line of a chronology opens with


def find_times(article: Article, known: Language | None = None) -> tuple[Mention, ...]:
    """Find the times of an article: what speaks of today, or foretells, is news, whatever years it names.

    Not so where years long past outnumber all else, as in a long history that ends with what stands today.
    """
    found = temporal.find(article.text, published=article.anchor, language=article.language, narrative="news")
    told = [m.expression for m in found if m.expression is not None]
    if _is_long_history(told, article.anchor):
        return temporal.find(article.text, published=article.anchor, language=article.language)
    if any(is_deictic(said) for said in told) or not any(spoken_year(said) for said in told):
        return found
    if known is not None and _foretells(article.text, known):
        return found
    return temporal.find(article.text, published=article.anchor, language=article.language)


def _is_long_history(told: Sequence[Expression], anchor: When | None) -> bool:
    """Tell whether a text names a dozen years long past for each time that goes by its own day."""
    if anchor is None or anchor.first is None:
        return False
    years = [year for said in told if (year := spoken_year(said)) is not None]
    old = sum(year <= anchor.first.year - _OLD for year in years)
    return old >= _DOZEN * (1 + sum(is_deictic(said) for said in told))


def _foretells(text: str, known: Language) -> bool:
    """Tell whether a text says outside quotes what will be, as no history does; not in "his will"."""
    words = (word.strip(_MARKS) for word in _QUOTED.sub(" ", text).split())
    return any(
        two in known.words["foretelling"] and one.lower() not in known.words["determiners"]
        for one, two in pairwise(words)
    )


def read_all(
    article: Article, pieces: Sequence[Piece], mentions: Sequence[Mention], known: Language
) -> dict[Piece, Reading]:
    """Return the reading of each sentence that is part of the news, in order."""
    read = [p for p in pieces if not p.furniture]
    chronicle = read_chronicle(article.text, read, mentions, article.anchor, known)
    mentions = chronicle.mentions
    readings: dict[Piece, Reading] = {}
    story = Story(named=tuple(m for m in mentions if names_year(m)))
    then: When | None = None  # the time told last in the paragraph
    at = 0
    for number, piece in enumerate(read):
        while at < len(mentions) and mentions[at].start < piece.first:
            at += 1
        inside: list[Mention] = []
        while at < len(mentions) and mentions[at].start < piece.end:
            inside.append(mentions[at])
            at += 1
        tokens = tokenise(article.text[piece.first : piece.end], piece.first, known)
        dating = [m for m in inside if not (names_kind(tokens, m, known) or repeats_date(m, known))]
        told = with_that(tokens, dating, known)
        entry = chronicle.time_of(piece)
        is_told = is_over(entry, article.anchor)
        parse = read_clauses(tokens, time_tokens(tokens, told), known, historic=is_told)
        parse = historic(parse) if is_told else parse
        before = story.day if "\n\n" not in article.text[story.end : piece.first] else None
        if number and "\n\n" in article.text[read[number - 1].end : piece.first]:
            then = None
        placed, story = follow(article.text, parse, told, story, article.anchor, known)
        placed = chronicle.kept(piece, placed)
        timing = attach(parse, placed, article.text, article.anchor, known, before, then)
        if any(m.when is not None for m in placed):
            then = None if story.told.passed else story.told.time
        readings[piece] = Reading(
            piece, parse, timing, placed, number / max(len(read), 1), lead=number == 0, entry=entry
        )
        if number and names_claim(parse, known):
            readings[read[number - 1]] = replace(readings[read[number - 1]], is_contested=True)
    return readings
