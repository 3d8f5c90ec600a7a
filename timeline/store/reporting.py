"""What a run says at its end: a line for each article that was read, and what a person may do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from timeline.model import Article, Body, NewEvent, Sentence
from timeline.store.choosing import Chosen
from timeline.store.lock import CandidateLine
from timeline.store.unseen import Unseen

_QUOTED = 12  # words of a deleted sentence that say which one it was


def report(seen: Unseen, chosen: Chosen, articles: Mapping[str, Article]) -> Iterator[str]:
    """Yield the lines: for each article what became of its findings, then what waits for a person."""
    events = _count(chosen.events)
    sources = Counter(s.candidate.article for s in chosen.sources) + _joined(chosen.events)
    left, told = _count(chosen.left), _count(new for new, _ in chosen.retold)
    known = Counter(line.article for line in seen.lines)
    moved = Counter(line.article for line in seen.lines if line.before)
    for extraction in seen.extractions:
        name = extraction.article
        parts = [
            _some(events[name], "new entry", "new entries"),
            _some(
                sources[name],
                "source for an entry of another article",
                "sources for entries of other articles",
            ),
            _some(left[name], "left out for now", "left out for now"),
            _some(told[name], "tells a deleted entry", "tell deleted entries"),
            _some(known[name], "known already", "known already"),
            _some(moved[name], "with another date than before", "with other dates than before"),
            *_known_elsewhere(name, seen),
            _some(_passed_over(extraction.sentences), "sentence passed over", "sentences passed over"),
        ]
        yield f"{name}: {', '.join(filter(None, parts)) or _nothing(articles.get(name))}"
    if len(seen.extractions) > 1:
        parts = [
            _some(sum(events.values()), "new entry", "new entries"),
            _some(sum(sources.values()), "further source", "further sources"),
            _some(sum(left.values()), "left out for now", "left out for now"),
        ]
        yield f"{len(seen.extractions)} articles: {', '.join(filter(None, parts)) or 'nothing new'}"
    yield from _afterwards(seen, chosen, articles)


def _known_elsewhere(name: str, seen: Unseen) -> Iterator[str]:
    """Say what an earlier version of the same piece has told already."""
    for other, count in Counter(first for own, first in seen.elsewhere if own == name).items():
        yield f"{count} known from {other}"


def _afterwards(seen: Unseen, chosen: Chosen, articles: Mapping[str, Article]) -> Iterator[str]:
    for new, line in chosen.retold:
        first = new.candidates[0]
        again = line.event or first.id
        order = f"timeline restore {again}" if line.event else f"timeline take {again}"
        yield f"{first.article}: {new.event.title}"
        yield f"    tells what you deleted{_words_of(line, articles)}: `{order}` brings it back"
    if chosen.left:
        count = len(chosen.left)
        yield f"{count} more were left out: `timeline candidates` lists them, `timeline take ID` adds one"
    if seen.proposed:
        count = len(seen.proposed)
        yield (
            f"the lock was lost and is made again from the files; {count} findings are in no entry, and are "
            "not added, because they may have been deleted: `timeline candidates` lists them, `timeline take "
            "ID` adds one"
        )


def _nothing(article: Article | None) -> str:
    withheld = article is not None and article.body is Body.WITHHELD
    return "its text is withheld, nothing was read" if withheld else "nothing found"


def _words_of(line: CandidateLine, articles: Mapping[str, Article]) -> str:
    """Quote the beginning of the sentence that a deleted entry was made from, where its article is there."""
    article = articles.get(line.article)
    words = article.text[line.start : line.end].split() if article else []
    more = " …" if len(words) > _QUOTED else ""
    return f" (“{' '.join(words[:_QUOTED])}{more}” in {line.article})" if words else ""


def _count(news: Iterable[NewEvent]) -> Counter[str]:
    return Counter(new.candidates[0].article for new in news)


def _joined(news: Iterable[NewEvent]) -> Counter[str]:
    """Count the articles that tell a new entry after the one that it was made from."""
    return Counter(
        name for new in news for name in {c.article for c in new.candidates} - {new.candidates[0].article}
    )


def _passed_over(sentences: Iterable[Sentence]) -> int:
    return sum(not sentence.taken for sentence in sentences)


def _some(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}" if count else ""
