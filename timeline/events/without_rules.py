"""Events in a language that has no data file: each sentence with a day is offered as it stands.

Nothing is known of verbs, claims or names there. What can be told without words of a language is told: a day
that lies wholly after the report is a plan, and a time in front, parted by a comma, is left out of the
headline, because the date column shows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline.events.attach import is_usable
from timeline.events.drafts import Draft, candidate_of
from timeline.events.sentences import Piece, split
from timeline.events.word_cues import plain_cues
from timeline.events.wording import plain_headline
from timeline.model import Article, Candidate, Extraction, Kind, Sentence
from timeline.temporal import Mention, When

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
        usable = next((m for m in inside if is_usable(m.when)), None)
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


def _draft(article: Article, piece: Piece, time: Mention) -> Draft:
    sentence = article.text[piece.first : piece.end]
    kind = Kind.PLANNED if _lies_ahead(time.when, article.anchor) else Kind.HAPPENED
    title = plain_headline(_without_time_in_front(sentence, time, piece.first))
    return Draft(title, kind, time.when, time.text, "", (), (), tuple(plain_cues(sentence)))


def _lies_ahead(when: When | None, anchor: When | None) -> bool:
    """Tell whether all that a time allows comes after the report, or it is open up to a day after it."""
    if when is None or anchor is None or anchor.last is None:
        return False
    starts_after = when.first is None or when.first > anchor.last
    return starts_after and when.last is not None and when.last > anchor.last


def _without_time_in_front(sentence: str, time: Mention, start: int) -> str:
    before, after = sentence[: time.start - start], sentence[time.end - start :].lstrip()
    if len(before.split()) > _INTRODUCED or not after.startswith(","):
        return sentence
    return after[1:].lstrip()
