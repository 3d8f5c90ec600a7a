"""From what a reader found to a proposal: what counts, what is asked, and what the project has already.

Values count in this order: the command line, the catalogue, what the file itself states. What a reader only
found by looking is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import PurePath

from timeline.articles.credit import NEAR_DAYS, Credit, credits_of, dateline_day, short_name
from timeline.articles.fields import KEYS, Wrong
from timeline.articles.folder import short_slug
from timeline.articles.inputs import Input
from timeline.articles.markdown_text import PlainText, one_paragraph_a_line
from timeline.articles.masthead import without_masthead
from timeline.articles.originals import digest
from timeline.articles.proposal import (
    Original,
    Proposal,
    Question,
    credit_question,
    language_question,
    made_id,
    not_a_value,
    plain_value,
    publication_question,
    published_day,
    publisher_question,
    rewrite_question,
)
from timeline.articles.readers import FOREIGN
from timeline.articles.readers.piece import Piece, Words
from timeline.articles.readers.plain import without_title
from timeline.articles.rewrites import Retellings
from timeline.articles.spoken import another_language
from timeline.identity import bare_address
from timeline.model import Article
from timeline.problems import Problem, Severity, Where
from timeline.temporal.edtf import When

# From here a wrong value is a mistake for the person to mend; elsewhere it is only not taken over.
_FROM_A_PERSON = ("your command", "its row", "its record", "its front matter")


@dataclass(slots=True)
class Known:
    """What the project has: ids that are taken, files and texts that came in, reports by publisher."""

    paths: dict[str, str] = field(default_factory=dict)  # id: path
    files: dict[str, str] = field(default_factory=dict)  # hash of the file that it was made from: path
    records: dict[tuple[str, str], str] = field(default_factory=dict)  # … and of the text, for tables: path
    origins: dict[str, str] = field(default_factory=dict)  # id: the report that it rewrites
    reports: dict[tuple[str, int], str] = field(default_factory=dict)  # publisher and day: id
    numbers: dict[str, int] = field(default_factory=dict)  # id: the number that the next of its name may get
    addresses: dict[str, str] = field(default_factory=dict)  # the address of an article: its path
    told: Retellings = field(default_factory=Retellings)
    publishers: set[str] = field(default_factory=set)

    def learn(self, article: Article) -> None:
        """Take in an article that is there."""
        self.paths[article.id] = article.path
        self.addresses.setdefault(bare_address(article.url), article.path)
        if article.sha256:
            self.files[article.sha256] = article.path
            self.records[article.sha256, digest(article.text.encode())] = article.path
        self._told(article.id, article.text, article.origin, article.publisher, article.published)

    def expect(self, proposal: Proposal) -> None:
        """Take in an article that is about to be there, if nothing is wrong with it."""
        if any(problem.is_error for problem in proposal.problems):
            return
        values = proposal.values
        self.paths[proposal.id] = proposal.name
        self.addresses.setdefault(bare_address(values.get("url", "")), proposal.name)
        # Of a table, two rows may well hold the same text, as two papers printed it.
        if proposal.original and not proposal.original.shared:
            self.files[proposal.original.sha256] = proposal.name
        day = published_day(values.get("published", ""))
        self._told(proposal.id, proposal.text, values.get("origin", ""), values.get("publisher", ""), day)

    def _told(self, name: str, text: str, origin: str, publisher: str, published: When | None) -> None:
        self.told.add(name, text, published.first.ordinal if published and published.first else None)
        if origin:
            self.origins[name] = origin
        self.publishers |= {publisher} - {""}
        if publisher and published and published.first:
            key = short_name(publisher)
            self.reports.setdefault((key, published.first.ordinal), name)

    def free_id(self, wanted: str) -> str:
        """Return the id, with a number where it is taken."""
        if wanted not in self.paths:
            return wanted
        first = self.numbers.get(wanted, 2)  # of many records without a name, each would try all before it
        number = next(n for n in count(first) if f"{wanted}-{n}" not in self.paths)
        self.numbers[wanted] = number
        return f"{wanted}-{number}"

    def retold(self, text: str, published: When | None) -> tuple[str, str]:
        """Return the origin of the article that a text seems to retell, and why; ("", "") where none is."""
        day = published.first.ordinal if published and published.first else None
        found = self.told.find(text, day)
        if found is None:
            return "", ""
        return self.origins.get(found.name, found.name), f"it may retell {found.name}: {found.why}"

    def report_by(self, credit: Credit, published: When | None) -> str:
        """Return the id of the credited agency's own report of these days, "" where the project has none."""
        if published is None or published.first is None:
            return ""
        days = sorted(range(-NEAR_DAYS, NEAR_DAYS + 1), key=abs)
        near = (self.reports.get((credit.name, published.first.ordinal + day), "") for day in days)
        return next(filter(None, near), "")


def understood(piece: Piece, given: Input, flags: Mapping[str, str], known: Known, language: str) -> Proposal:
    """Return what is known of a piece, and what has to be asked."""
    piece, masthead = without_masthead(piece, flags.get("language", language), known.publishers)
    fields, problems = _fields(piece, given, flags, language)
    title = fields["title"].value if "title" in fields else ""
    plain = one_paragraph_a_line(PlainText(piece.text, piece.pages))
    if title and not plain.pages and not piece.markdown:
        plain = PlainText(without_title(plain.text, title))
    copy_of = _already_there(given.original, plain.text, known)
    problems = [*piece.problems, *problems, *_told_already(copy_of, given.name)]
    problems += _same_address(fields.get("url", Words("", "")).value, given.name, known)
    if not plain.text and fields.get("body", Words("", "")).value != "withheld" and not piece.problems:
        problems.append(
            Problem("no text was found in it", Where(given.name), "give the text, or body: withheld")
        )
    spoken = fields["language"].value if "language" in fields else language
    said = _said_id(piece, given, flags, titled="title" in fields)
    proposal = Proposal(
        name=given.name,
        id=known.free_id(said or made_id({key: words.value for key, words in fields.items()}) or "article"),
        is_named_by_fields=not said,
        text=plain.text,
        markdown=piece.markdown,
        pages=plain.pages,
        fields=tuple(fields.items()),
        problems=tuple(problems),
        original=given.original,
        found=tuple((masthead | piece.proposed).items()),
        language=spoken,
        copy_of=copy_of,
    )
    return _with_questions(proposal, known)


def _fields(
    piece: Piece, given: Input, flags: Mapping[str, str], language: str
) -> tuple[dict[str, Words], list[Problem]]:
    """Lay the command line over the catalogue over what the file states, and read the values."""
    said = {key: Words(value, "your command") for key, value in flags.items() if key != "id"}
    wanted = piece.stated | {k: w for k, w in given.row.items() if k != "id"} | said
    language = wanted["language"].value if "language" in wanted else language
    fields, problems = {}, []
    for key in (key for key in KEYS if key in wanted):
        words = wanted[key]
        try:
            fields[key] = Words(plain_value(key, words.value, language), words.origin)
        except Wrong as wrong:
            if words.origin in _FROM_A_PERSON or words is given.row.get(key):
                place = f"--{key}" if key in said else f"{given.name} ({words.origin})"
                problems.append(not_a_value(place, words.value, wrong))
    return {key: words for key, words in fields.items() if words.value}, problems


def _with_questions(proposal: Proposal, known: Known) -> Proposal:
    if any(problem.is_error for problem in proposal.problems):
        return proposal
    values = proposal.values
    questions = []
    if "published" not in values:
        found = dict(proposal.found)
        questions.append(publication_question(found.get("published"), found.get("made")))
    if "publisher" not in values and (named := dict(proposal.found).get("publisher")):
        questions.append(publisher_question(named))
    if "language" not in values and (other := another_language(proposal.text, proposal.language)):
        questions.append(language_question(other))
    if "origin" not in values:
        questions += _origin(proposal, known)
    return replace(proposal, questions=tuple(questions)).with_dateline()


def _origin(proposal: Proposal, known: Known) -> list[Question]:
    """Ask whether it rewrites a report: a text that is much the same goes before a credit line."""
    origin, why = known.retold(proposal.text, proposal.published())
    if origin:
        return [rewrite_question(origin, why)]
    credited = credits_of(proposal.text, proposal.values.get("publisher", ""), known.publishers)
    if not credited:
        return []
    published = proposal.published()
    day, _ = dateline_day(proposal.text, published.first if published else None, proposal.language)
    return [
        credit_question(credited[0], known.report_by(credited[0], published), day or str(published or ""))
    ]


def _already_there(original: Original, text: str, known: Known) -> str:
    key = original.sha256, digest(text.encode())
    return (known.records.get(key) if original.shared else known.files.get(original.sha256)) or ""


def _told_already(path: str, name: str) -> list[Problem]:
    if not path:
        return []
    return [
        Problem(f"this is in the project already: {path}", Where(name), "edit that file, or delete it first")
    ]


def _same_address(url: str, name: str, known: Known) -> list[Problem]:
    """Tell that a page is here already: it may be what its publisher made of it since."""
    path = known.addresses.get(bare) if (bare := bare_address(url)) else None
    if path is None:
        return []
    hint = "a later version may stand beside it: what the first one told is not added again; a copy may go"
    return [Problem(f"{path} has the same address", Where(name), hint, Severity.WARNING)]


def _said_id(piece: Piece, given: Input, flags: Mapping[str, str], *, titled: bool) -> str:
    """Return the name that an article is given, or its file's; "" where one is to be made.

    Browsers and word processors name the files of their forms as they like; what a catalogue lists is known
    by its file's name.
    """
    said = flags.get("id", "") or piece.name
    named = given.original.suffix not in FOREIGN or bool(given.row) or not titled
    if not said and named and not given.original.shared and given.name != "pasted text":
        said = PurePath(given.name).stem
    return short_slug(said)
