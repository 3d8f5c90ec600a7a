"""An event as it was read, and the candidate that it becomes: with an id, its evidence and its weight."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from timeline.events import importance
from timeline.events.sentences import Piece
from timeline.identity import candidate_id, fingerprint, normal
from timeline.model import Article, Candidate, Kind, Place
from timeline.temporal import When


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as read, before it has an id."""

    title: str
    kind: Kind
    when: When | None
    said: str
    claimed_by: str
    places: tuple[Place, ...]
    actors: tuple[str, ...]
    cues: tuple[str, ...]
    noun: bool = False


def candidate_of(
    article: Article, piece: Piece, draft: Draft, seen: Counter[str], *, position: float, lead: bool
) -> Candidate:
    """Return the candidate of a draft; `seen` counts the sentences of the article that are alike so far.

    `position` is 0 at the head of the article and 1 at its end.
    """
    text = article.text[piece.start : piece.end]
    key = normal(text)
    occurrence = seen[key]
    seen[key] += 1
    return Candidate(
        id=candidate_id(article.id, text, occurrence),
        article=article.id,
        sentence=text,
        start=piece.start,
        end=piece.end,
        occurrence=occurrence,
        fingerprint=fingerprint(text),
        title=draft.title,
        text=" ".join(article.text[piece.first : piece.end].split()),
        when=draft.when,
        said=draft.said,
        kind=draft.kind,
        claimed_by=draft.claimed_by,
        places=draft.places,
        actors=draft.actors,
        cues=draft.cues,
        importance=importance.of_candidate(
            draft.kind,
            draft.when,
            importance.Standing(lead, position, article.anchor),
            noun=draft.noun,
            named=bool(draft.actors or draft.places),
        ),
    )
