"""What was understood of an article that is to be taken in, before anything is written.

The command line shows a `Proposal`, asks its questions, and hands the answered one to `accept`. What was
found by looking (a day in the page, a dateline, a credit line) is only ever a question: without an answer it
is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from timeline.articles.credit import Credit, dateline_day
from timeline.articles.dates import Publication
from timeline.articles.fields import KEYS, Wrong, read_value
from timeline.articles.folder import short_slug
from timeline.articles.readers.piece import Words
from timeline.articles.writing import retraction
from timeline.model import Retraction
from timeline.problems import Problem, Where
from timeline.temporal.edtf import When

ASKED = ("language", "publisher", "published", "written", "origin")
NONE = {"", "-", "no", "none"}  # answers that say no to a proposal
_NAMING = ("publisher", "published", "title")
_SHOWN = 100  # characters of the text


@dataclass(frozen=True, slots=True)
class Question:
    """Something only a person can say; `proposed` is what was found ("" = nothing), `why` where."""

    key: str
    text: str
    proposed: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Original:
    """The file as it came in: its bytes, their SHA-256, and the name to keep it under.

    `shared` with other articles.
    """

    data: bytes = field(repr=False)
    sha256: str
    name: str
    suffix: str
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """One article as it was understood.

    `fields` is its front matter, each value with the place that it comes from.
    """

    name: str
    id: str = ""
    text: str = field(default="", repr=False)
    markdown: str = field(default="", repr=False)
    pages: tuple[tuple[int, str], ...] = ()
    fields: tuple[tuple[str, Words], ...] = ()
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
    original: Original | None = None
    found: tuple[tuple[str, Words], ...] = ()  # what was found by looking
    language: str = "en"
    is_named_by_fields: bool = False  # whether its id is made of its front matter
    copy_of: str = ""  # the article of the project that was made from the same file; then also a problem

    @property
    def values(self) -> Mapping[str, str]:
        """The front matter by key."""
        return {key: words.value for key, words in self.fields}

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that it cannot do without; none where it cannot be read at all."""
        failed = any(problem.is_error for problem in self.problems)
        return () if failed or "published" in self.values else ("published",)

    def answered(self, key: str, value: str) -> Proposal:
        """Return the proposal with an answer taken in; an answer that cannot be read becomes a problem."""
        questions = tuple(q for q in self.questions if q.key != key)
        if value.strip().casefold() in NONE:
            return replace(self, questions=questions)
        if problem := check_answer(key, value, self.language):
            return replace(self, problems=(*self.problems, problem))
        plain = plain_value(key, value, self.language)
        fields = (*(pair for pair in self.fields if pair[0] != key), (key, Words(plain, "your answer")))
        answered = replace(self, fields=fields, questions=questions)
        if key == "language":
            answered = replace(answered, language=plain)
        if key in {"publisher", "published"} and self.is_named_by_fields:
            answered = replace(answered, id=made_id(answered.values))
        return answered.with_dateline() if key in {"language", "published"} else answered

    def with_dateline(self) -> Proposal:
        """Ask about the dateline again, for the publication day as it is now known."""
        questions = tuple(q for q in self.questions if q.key != "written")
        if "written" not in self.values:
            found = dateline_question(self.text, self.published(), self.language)
            questions += (found,) if found else ()
        return replace(self, questions=tuple(sorted(questions, key=lambda q: ASKED.index(q.key))))

    @property
    def line(self) -> str:
        """What was understood in one line, for when there are many."""
        told = [self.values[key] for key in ("publisher", "published", "title") if key in self.values]
        return f"{self.name}: {', '.join([*told, f'{len(self.text.split())} words'])}"

    def unanswered(self) -> Problem:
        """Say what to pass where nobody can be asked."""
        words = dict(self.found).get("published")
        hint = "pass --published DAY (2024-05-02, 2024-05, …); `--published unknown` is allowed"
        if words:
            day = words.value.partition("T")[0]
            hint = f"{words.origin} says {day}: if that is right, pass --published {day}"
            hint += ", or --yes for all that has a question mark"
        elif made := dict(self.found).get("made"):
            hint += f"; {made.origin} is {made.value}, which need not be the day"
        return Problem("not added: nobody said when this was published", Where(self.name), hint)

    def shown(self) -> str:
        """Return what was understood, for a person to read."""
        if not self.fields and not self.text:
            return f"{self.name}: nothing could be taken in"
        words = len(self.text.split())
        pages = f", {len(self.pages)} pages" if len(self.pages) > 1 else ""
        lines = [f"{self.name}: {words} words{pages}"]
        order = {key: n for n, key in enumerate(KEYS)}
        for key, value in sorted(self.fields, key=lambda pair: order[pair[0]]):
            lines.append(f"  {key:<10} {value.value}  ({value.origin})")
        lines += [f"  {q.key:<10} {q.proposed}?  ({q.why})" for q in self.questions if q.proposed]
        shown = " ".join(self.text[: 2 * _SHOWN].split())
        cut = len(shown) > _SHOWN or len(self.text) > 2 * _SHOWN
        lines.append(f"  {'text':<10} {shown[:_SHOWN]}{' …' if cut else ''}".rstrip())
        return "\n".join(lines)

    def published(self) -> When | None:
        """Return the publication day as it is known or, until then, as it was found."""
        return published_day(
            self.values.get("published") or dict(self.found).get("published", Words("", "")).value
        )


def made_id(values: Mapping[str, str]) -> str:
    """Return an id made of publisher, day and title; "" where none of them is known."""
    told = dict(values) | {"published": values.get("published", "").partition("T")[0]}
    return short_slug("-".join(filter(None, (told.get(key, "") for key in _NAMING))))


def check_answer(key: str, value: str, language: str = "en") -> Problem | None:
    """Return what is wrong with an answer, None where it can be read: for asking again."""
    if value.strip().casefold() in NONE:
        return None
    try:
        plain_value(key, value, language)
    except Wrong as wrong:
        return not_a_value(f"--{key}", value, wrong)
    return None


def plain_value(key: str, value: str, language: str) -> str:
    """Return a value of front matter as it is to be written. Raises Wrong."""
    found = read_value(key, value, language)
    if isinstance(found, Publication):
        return found.minute or str(found.when or "unknown")
    if isinstance(found, Retraction):
        return retraction(found)
    if isinstance(found, bool):
        return "true" if found else "false"
    return str(found)


def not_a_value(place: str, value: str, wrong: Wrong) -> Problem:
    """Return a problem that points into a value from the command line, a table or an answer."""
    where = Where(place, 1, wrong.offset + 1) if place.startswith("--") else Where(place)
    return Problem(
        wrong.message,
        where,
        wrong.hint,
        excerpt=value,
        length=wrong.length or max(1, len(value) - wrong.offset),
    )


def published_day(value: str) -> When | None:
    """Return a publication day that was already read once."""
    found = read_value("published", value, "en") if value else None
    return found.when if isinstance(found, Publication) else None


def publication_question(found: Words | None, made: Words | None = None) -> Question:
    """Ask for the publication day; the day on which a file was made is told, and proposes nothing."""
    if found is None:
        hint = f"; {made.origin} is {made.value}" if made else ""
        return Question("published", f"when was it published? (2024-05-02, 2024-05, … or unknown{hint})")
    return Question("published", f"published (found in {found.origin})", found.value, found.origin)


def publisher_question(found: Words) -> Question:
    """Ask whether the paper named above the text published it."""
    return Question(
        "publisher", f"publisher (found in {found.origin}; - for none)", found.value, found.origin
    )


def language_question(code: str) -> Question:
    """Ask whether it is in the language of its most frequent words."""
    why = "its most frequent words"
    return Question("language", f"language ({why}; - for that of the project)", code, why)


def dateline_question(text: str, published: When | None, language: str) -> Question | None:
    """Ask whether the day of the dateline counts, where it differs from the publication day."""
    day, words = dateline_day(text, published.first if published else None, language)
    if not day or (published and day == str(published)):
        return None
    why = f'its dateline, "{words}"'
    return Question("written", f"written ({why}; - for none)", day, why)


def rewrite_question(origin: str, why: str) -> Question:
    """Ask whether it shares the origin of a text in the project that is much the same."""
    return Question("origin", f"origin ({why}; - for none)", origin, why)


def credit_question(credit: Credit, report: str, day: str) -> Question:
    """Ask whether it rewrites the report that it credits; `report` is its id where the project has it."""
    why = f'its text says "{credit.words}"'
    return Question("origin", f"origin ({why}; - for none)", report or f"{credit.name}-{day}".strip("-"), why)
