"""The records that travel between the parts of the program.

An `Article` is what somebody published. A `Candidate` is what the program reads in one of its sentences. An
`Event` is an entry of the timeline as it stands in a person's YAML, with its `Source`s. `Merge` says what new
candidates mean for the entries that are there. All records are frozen, hold tuples, and are replaced, never
changed. A `Where` takes no part in equality.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from timeline.problems import Problem, Where
from timeline.temporal.edtf import When


class Kind(StrEnum):
    """Whether something took place, is meant to, or is only said to have."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CLAIMED = "claimed"


class Status(StrEnum):
    """How far an entry is on its way to the public."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    HIDDEN = "hidden"
    WITHDRAWN = "withdrawn"


class Body(StrEnum):
    """What the text of an article is: the publisher's words, ours, or kept back."""

    VERBATIM = "verbatim"
    SUMMARY = "summary"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Retraction:
    """The publisher took the article back."""

    date: When | None
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One published piece. `text` is plain text (offsets are code points into it).

    `where` is the first line of its body.
    """

    id: str
    path: str
    text: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: When | None = None
    published_minute: str = ""  # the moment with its zone as written ("2024-05-02T14:05+02:00")
    written: When | None = None  # the dateline's day, when it differs
    timezone: str = ""
    url: str = ""
    archived: str = ""
    language: str = "en"
    licence: str = ""
    rights: str = ""
    identifier: str = ""
    collection: str = ""
    body: Body = Body.VERBATIM
    origin: str = ""  # the report that this one rewrites, as the person wrote it
    twin_of: str = ""  # id of the first article with near-identical text, found by the program
    retracted: Retraction | None = None
    original: str = ""
    sha256: str = ""
    ocr: bool = False
    where: Where = field(default=Where(""), compare=False)
    hemisphere: str = "north"  # or "south": which way round the seasons of the text are
    pages: tuple[tuple[int, str], ...] = ()  # where pages begin in `text`, and their names; empty = not known
    absent: bool = False  # its file is not here: what is known of it stands in the lock

    @property
    def is_withheld(self) -> bool:
        """Whether its text is not at hand: a person keeps it back, or its file is not here."""
        return self.absent or self.body is Body.WITHHELD

    @property
    def anchor(self) -> When | None:
        """The date against which relative words are read: the dateline's day, else the publication day."""
        return self.written or self.published

    def page_at(self, offset: int) -> str:
        """Return the name of the page that holds an offset of `text`, "" where pages are not known."""
        names = [name for start, name in self.pages if start <= offset]
        return names[-1] if names else ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by name, with coordinates in degrees (WGS 84) where they are known."""

    name: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an entry; `src` is a path below `content/images/`."""

    src: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    licence: str = ""
    where: Where = field(default=Where(""), compare=False)  # of the path


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction of an entry that readers are told of."""

    date: When | None
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """What an entry rests on: an article of the project (by id), or a publication described on the spot."""

    article: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    publisher: str = ""
    published: When | None = None
    archived: str = ""
    identifier: str = ""
    collection: str = ""
    licence: str = ""
    language: str = ""  # of the publication, where it is not that of the page
    quote: str = ""
    said: str = ""
    date: When | None = None  # what this source says, where sources differ
    page: str = ""
    translation: str = ""
    translator: str = ""
    is_new: bool = False  # `status: new`: added by the program to a reviewed entry, neither shown nor counted
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the timeline, as a person (or, as a draft, the program) wrote it.

    `id` is never empty once read: where the file has none it is a slug of date and title (`id_given` is then
    False). `date` is the finished value; `date_words` is the scalar as it stands in the file.
    """

    id: str
    title: str
    date: When | None = None
    date_words: str = ""
    as_of: When | None = None
    date_note: str = ""
    text: str = ""
    kind: Kind = Kind.HAPPENED
    claimed_by: str = ""
    status: Status = Status.REVIEWED
    notice: str = ""
    withdrawn: When | None = None  # the day on which it was taken back
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: Image | None = None
    corrections: tuple[Correction, ...] = ()
    merged: tuple[str, ...] = ()
    see: tuple[str, ...] = ()  # ids of entries that this one points at (the plan and its fulfilment)
    different_from: tuple[str, ...] = ()  # ids of like entries that are another event (owl:differentFrom)
    private: str = ""
    sources: tuple[Source, ...] = ()
    id_given: bool = True
    is_found: bool = field(default=False, compare=False)  # made by the program, as the lock tells
    file: str = ""
    where: Where = field(default=Where(""), compare=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that the program read in one clause of one article.

    `sentence` is the evidence, verbatim from `Article.text[start:end]`; `occurrence` tells equal sentences of
    one article apart. `when` is None where the text gives no usable time: the entry is then placed by its
    report. `cues` are what merging compares, each "kind:value" (actor:, place:, trigger:, number:, word:).
    """

    id: str
    article: str
    sentence: str
    start: int
    end: int
    occurrence: int = 0
    fingerprint: str = ""  # similarity hash of the sentence, without its words
    title: str = ""
    text: str = ""
    when: When | None = None
    said: str = ""
    kind: Kind = Kind.HAPPENED
    claimed_by: str = ""
    places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    importance: float = 0.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """What became of one sentence of an article: for `timeline explain FILE` and the report of a run."""

    text: str
    start: int
    end: int
    times: tuple[str, ...] = ()  # each "words -> EDTF"
    taken: tuple[str, ...] = ()  # ids of the candidates made from it
    why: str = ""  # why nothing was taken, or what was decided


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the program read in one article; a pure function of (article, settings)."""

    article: str
    candidates: tuple[Candidate, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An entry to be added.

    `event` as it is to be written, and the candidates that it takes up (first the one that gave its id).
    """

    event: Event
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class NewSource:
    """One more source for an entry that is there."""

    event_id: str
    source: Source
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entries that are possibly the same; `reason` in words for the person."""

    first: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What unseen candidates mean.

    Entries to add (most important first), sources to add, and what is only suggested; candidates (by id) that
    tell an entry which a person deleted.
    """

    new_events: tuple[NewEvent, ...] = ()
    new_sources: tuple[NewSource, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    retold: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Era:
    """A named stretch of the story, shown behind its entries."""

    name: str
    date: When


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything a person has in hand: the entries in the order of their files, and the articles by id."""

    events: tuple[Event, ...] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)
