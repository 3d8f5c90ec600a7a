"""Events in a language that has no data file: each sentence with a day is offered as it stands.

Nothing is known of verbs, claims or names there. What can be told without words of a language is told: a day
that lies wholly after the report is a plan, and a time in front, parted by a comma, is left out of the
headline, because the date column shows it. A sentence that is too long for a headline loses what stands
between brackets, dashes or commas first, then what stands behind its last mark; only one without marks is cut
inside a clause, at a phrase, with "…".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from timeline.events.bounds import is_usable
from timeline.events.drafts import Draft, candidate_of
from timeline.events.sentences import Piece, split
from timeline.events.word_cues import plain_cues
from timeline.events.wording import LONGEST, capitalised, tidy
from timeline.model import Article, Candidate, Extraction, Kind, Sentence
from timeline.temporal import Mention, When

_LEAST = 40  # characters before a mark that may be a headline: less is an opening phrase
_ENOUGH = 60  # and behind an opening phrase
_SHORT = 4  # letters of a word that mostly only joins others
_BRACKETS = re.compile(r"\s*\([^()]*\)|\s*\[[^][]*\]")
_DASHES = re.compile(r"\s+[–—-]\s+[^–—]{1,80}?\s+[–—-](?=\s)|\s*[–—][^–—]{1,80}?[–—]\s*(?=\w)")
# A name or an office between two commas, and the sentence goes on; no item of a list, no word behind a quote.
_ASIDE = re.compile(r"(?<![»”\"“]),\s(?=[^,]*[^\W\d_a-zà-ÿ])(?:[^\s,;:]+\s){0,5}[^\s,;:]+,(?=\s[a-zà-ÿ])")
_MARK = re.compile(r"[,;:]\s|\s[–—-]\s")
_INTRODUCED = 2  # words that may stand before a time in front of its sentence ("d'ici le", "Am")


def extract_plainly(article: Article, mentions: Sequence[Mention]) -> Extraction:
    """Return a candidate for each sentence with a usable time, and what became of each sentence."""
    candidates: list[Candidate] = []
    sentences: list[Sentence] = []
    seen: Counter[str] = Counter()
    pieces = split(article.text, None)
    for number, piece in enumerate(pieces):
        text = article.text[piece.start : piece.end]
        inside = [m for m in mentions if piece.first <= m.start < piece.end]
        usable = _time_of(article.text[piece.first : piece.end], inside, piece.first)
        times = tuple(f"{m.text} -> {m.when}" if m.when else m.text for m in inside)
        made: tuple[str, ...] = ()
        if usable and not piece.furniture:
            draft = _draft(article, piece, usable)
            position = number / len(pieces)
            candidates.append(
                candidate_of(article, piece, draft, seen, position=position, lead=position == 0)
            )
            made = (candidates[-1].id,)
        lacks = "no day is plain" if inside else "no time"
        why = "" if made else piece.furniture or f"{lacks}, and no rules for this language"
        sentences.append(Sentence(text, piece.start, piece.end, times, made, why))
    return Extraction(article.id, tuple(candidates), tuple(sentences))


def _time_of(sentence: str, mentions: Sequence[Mention], start: int) -> Mention | None:
    """Return the first usable time, one outside brackets and dashes before one in them."""
    usable = [m for m in mentions if is_usable(m.when)]
    asides = [m.span() for pattern in (_BRACKETS, _DASHES) for m in pattern.finditer(sentence)]
    plain = (m for m in usable if not any(first <= m.start - start < end for first, end in asides))
    return next(plain, usable[0] if usable else None)


def _draft(article: Article, piece: Piece, time: Mention) -> Draft:
    sentence = article.text[piece.first : piece.end]
    kind = Kind.PLANNED if _lies_ahead(time.when, article.anchor) else Kind.HAPPENED
    title = _headline(_without_time_in_front(sentence, time, piece.first))
    return Draft(title, kind, time.when, time.text, "", (), (), tuple(plain_cues(sentence)))


def _lies_ahead(when: When | None, anchor: When | None) -> bool:
    """Tell whether all that a time allows comes after the report, or it is open up to a day after it."""
    if when is None or anchor is None or anchor.last is None:
        return False
    starts_after = when.first is None or when.first > anchor.last
    return starts_after and when.last is not None and when.last > anchor.last


def _headline(sentence: str) -> str:
    """Return a sentence as a headline: whole, else without its asides, else up to a mark."""
    text = tidy(" ".join(sentence.split()))
    for aside in (_BRACKETS, _DASHES, _ASIDE):
        while len(text) > LONGEST and (found := _last(aside, text)):
            text = tidy(f"{text[: found.start()]} {text[found.end() :]}")
    if len(text) > LONGEST:
        text = _cut(text)
    return capitalised(text)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match: what stands first tells most."""
    return max(pattern.finditer(text), key=lambda match: match.start(), default=None)


def _cut(text: str) -> str:
    """Cut at the last mark that leaves enough; where there is none, before the words that lead on."""
    marks = [match.start() for match in _MARK.finditer(text, 0, LONGEST + 2)]
    if marks and marks[-1] >= (_LEAST if len(marks) == 1 else _ENOUGH):
        return tidy(text[: marks[-1]])
    words = text[: LONGEST + 1].split(" ")[:-1]
    while len(words) > 1 and len(words[-1]) <= _SHORT and not words[-1][0].isupper():
        words.pop()
    return f"{tidy(' '.join(words))}…" if words else text


def _without_time_in_front(sentence: str, time: Mention, start: int) -> str:
    before, after = sentence[: time.start - start], sentence[time.end - start :].lstrip()
    if len(before.split()) > _INTRODUCED or not after.startswith(","):
        return sentence
    return after[1:].lstrip()
