"""A small project in a folder, and a reader of articles simple enough to foresee what it finds.

Each sentence that begins with `On` or `Event` is an event; two clauses joined by `; and` are two events of
one sentence. Words after `On` up to the comma are its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import store
from timeline.config import Settings
from timeline.identity import candidate_id, fingerprint
from timeline.model import (
    Article,
    Candidate,
    Event,
    Extraction,
    Merge,
    NewEvent,
    NewSource,
    Source,
    Status,
    Timeline,
)
from timeline.store.files import State
from timeline.store.plan import Plan
from timeline.temporal.edtf import EdtfError, When

DAY = When.parse("2024-05-02")

MET = "On 2024-03-12, the delegation of the United States met the generals in Niamey."
LEFT = "On 2024-04-01, the last soldiers left the base in the north of the country."
FELL = "On 2024-05-01, the price of bread fell by half in all markets of the capital."
TEXT = f"{MET} The weather was fine. {LEFT} {FELL}"
MET_TITLE = "The delegation of the united states met the generals in niamey"
LEFT_TITLE = "The last soldiers left the base in the north of the country"


def article(name: str, text: str, **more: object) -> Article:
    return replace(Article(name, f"content/articles/{name}.md", text, published=DAY), **more)


def extract(read: Article, *, joined: bool = False) -> Extraction:
    """Find events in an article; `joined` is a reader that takes all of it for one sentence."""
    found: list[Candidate] = []
    seen: dict[str, int] = {}
    for match in re.finditer(r"(?s)On .*" if joined else r"(?:On|Event) [^.]*\.", read.text):
        sentence = match[0]
        for clause in sentence.rstrip(".").split("; and "):
            occurrence = seen.get(sentence, 0)
            seen[sentence] = occurrence + 1
            said = clause[3 : clause.find(",")] if clause.startswith("On ") and "," in clause else ""
            words = [w.casefold() for w in re.findall(r"[A-Za-z]{5,}", clause)]
            found.append(
                Candidate(
                    id=candidate_id(read.id, sentence, occurrence),
                    article=read.id,
                    sentence=sentence,
                    start=match.start(),
                    end=match.end(),
                    occurrence=occurrence,
                    fingerprint=fingerprint(sentence),
                    title=clause.partition(", ")[2].capitalize() or clause,
                    text=sentence,
                    when=_when(said),
                    said=said,
                    cues=(*(f"word:{w}" for w in dict.fromkeys(words)), *_names(clause)),
                )
            )
    return Extraction(read.id, tuple(found))


def _names(clause: str) -> list[str]:
    """Take words with a capital inside of a sentence for names."""
    return [f"place:{w.casefold()}" for w in re.findall(r"(?<=[a-z] )[A-Z]\w+", clause)]


def _when(said: str) -> When | None:
    try:
        return When.parse(said)
    except EdtfError:
        return None


def merge(unseen: Iterable[Candidate], timeline: Timeline) -> Merge:
    """Join candidates to entries whose quote says the same from another article; the rest is new."""
    by_sentence = {s.quote: e for e in timeline.events for s in e.sources if s.quote}
    fresh: dict[tuple[str, str], list[Candidate]] = {}
    sources = []
    for candidate in unseen:
        entry = by_sentence.get(candidate.sentence)
        source = Source(article=candidate.article, quote=candidate.sentence, said=candidate.said)
        cited = (
            {timeline.articles[s.article].id for s in entry.sources if s.article in timeline.articles}
            if entry
            else set()
        )
        if entry and candidate.article not in cited:
            sources.append(NewSource(entry.id, source, candidate))
        else:
            fresh.setdefault((candidate.title, candidate.said), []).append(candidate)
    return Merge(tuple(_new(group) for group in fresh.values()), tuple(sources))


def _new(group: Sequence[Candidate]) -> NewEvent:
    first = group[0]
    sources = tuple(Source(article=c.article, quote=c.sentence, said=c.said) for c in group)
    event = Event(
        first.id,
        first.title,
        date=first.when,
        text=first.text,
        status=Status.DRAFT,
        actors=("Niger",),
        sources=sources,
    )
    return NewEvent(event, tuple(group))


@dataclass
class Story:
    """A project folder with its articles; `run` takes in what is new, as `timeline extract` does."""

    folder: Path
    articles: dict[str, Article] = field(default_factory=dict)
    limit: int | None = 100
    new_events: str = "events.yaml"
    joined: bool = False

    def __post_init__(self) -> None:
        (self.folder / "content").mkdir(exist_ok=True)

    @property
    def settings(self) -> Settings:
        return Settings(self.folder, new_events=self.new_events)

    def add(self, name: str, text: str, **more: object) -> None:
        self.articles[name] = article(name, text, **more)

    def load(self) -> State:
        return store.load(self.settings, tuple(self.articles.values()))

    def plan(self) -> Plan:
        state = self.load()
        errors = [p for p in state.problems if p.is_error]
        assert not errors, errors
        fresh = store.articles_to_read(state, tuple(self.articles.values()))
        seen = store.unseen(state, [extract(a, joined=self.joined) for a in fresh])
        return store.plan(state, seen, merge(seen.candidates, state.timeline), limit=self.limit)

    def run(self) -> Plan:
        made = self.plan()
        store.write(made)
        return made

    def check(self, today: str = "2026-11-20", *, sources: bool = False) -> list[str]:
        """Check the story; that entries of a small story have no source is told only when asked for."""
        from timeline.temporal.days import Day

        found = store.check(self.load(), self.settings, Day.parse(today))
        told = [f"{p.where}: {p.severity}: {p.message} | {p.hint}" for p in found]
        return told if sources else [one for one in told if "has no source" not in one]

    @property
    def file(self) -> Path:
        return self.folder / "content" / self.new_events

    @property
    def text(self) -> str:
        return self.file.read_bytes().decode()

    @text.setter
    def text(self, text: str) -> None:
        self.file.parent.mkdir(exist_ok=True)
        self.file.write_bytes(text.encode())

    def edit(self, old: str, new: str) -> None:
        assert old in self.text, f"{old!r} is not in\n{self.text}"
        self.text = self.text.replace(old, new, 1)

    def events(self) -> tuple[Event, ...]:
        return self.load().timeline.events

    def delete(self, title: str) -> None:
        """Take an entry out, as a person would: from its dash to the next."""
        self.delete_with(f"title: {title}")

    def delete_with(self, line: str) -> None:
        """Take out the entry that has these words."""
        parts = re.split(r"(?m)^(?=  - )", self.text)
        kept = [p for p in parts if line not in p]
        assert len(kept) == len(parts) - 1
        self.text = "".join(kept)


def titles(story: Story) -> list[str]:
    """Return the titles of the entries in the files."""
    return [e.title for e in story.events()]
