"""Sources: from the items under an entry's `sources:` to `Source` records, and the articles that they name.

A `SourceFields` reads those of one file and remembers which articles are missing, so that an article that
many sources name is told of once. The keys that a source may have stand here once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from timeline.model import Article, Source
from timeline.problems import Severity
from timeline.store.dates import Anchor, read_date
from timeline.store.fields import Fields
from timeline.temporal.edtf import When
from timeline.yamltext import Document, Node, Scalar, nearest

SOURCE_KEYS = dict.fromkeys((  # in the order in which they are told
    "article", "title", "author", "url", "publisher", "published", "archived", "identifier", "collection",
    "licence", "language", "quote", "said", "date", "page", "translation", "translator", "status",
))  # fmt: skip
_ALONE_KEYS = (
    "title", "author", "url", "publisher", "published", "archived", "identifier", "collection", "licence",
    "language",
)  # fmt: skip
_LINES_OF_SOURCE = frozenset({
    "article", "title", "author", "url", "publisher", "archived", "identifier", "collection", "licence",
    "language", "said", "page", "translator", "quote", "translation",
})  # fmt: skip
_MEANT = "did you mean "
_MANY = 5  # articles that are not there of which each is told of
_NONE_HERE = (
    "an article's id is the name of its file in content/articles/ without .md. Where a repository keeps the "
    "files out, content/timeline.lock tells what is needed of them: `timeline render` writes that where they "
    "are, then commit it"
)
SUFFIXES = (".md", ".txt")  # of the files of articles, which are no part of their ids


@dataclass(frozen=True)
class Library:
    """The articles by id, and the ids that articles had before their files were renamed."""

    articles: MappingABC[str, Article]
    renamed: MappingABC[str, str]
    folder: Path | None = None
    read_before: Collection[str] = ()  # ids of articles that were read in an earlier run
    found: Collection[str] = ()  # ids of entries that the program made, as the lock tells

    def get(self, name: str) -> Article | None:
        """Return an article by its id, or by the one that it had."""
        return self.articles.get(self.renamed.get(name, name))

    def is_unreadable(self, name: str) -> bool:
        """Tell whether there is a file for an article that was left out for a mistake of its own."""
        return name in self._named_by_files

    @cached_property
    def _named_by_files(self) -> frozenset[str]:
        files = self.folder.rglob("*") if self.folder and self.folder.is_dir() else ()
        return frozenset(re.sub(r"[^a-z0-9]+", "-", f.stem.casefold()).strip("-") for f in files)

    def is_read(self, name: str) -> bool:
        """Tell whether an article was read, or is known though its file is not here."""
        article = self.articles.get(name)
        return article is not None and not (article.absent and self.is_unreadable(name))


class SourceFields(Fields):
    """Reads the sources of one document; `library` are the articles that they may name."""

    def __init__(self, document: Document, library: Library) -> None:
        super().__init__(document)
        self.library = library
        self._missing: dict[str, int] = {}  # name of an article that is not there: the problem that says so
        self._naming: Counter[str] = Counter()  # how many sources name it

    def source(self, node: Node) -> Source | None:
        """Read one source of an entry."""
        if isinstance(node, Scalar) and node.value:
            self.complain(
                node, "a source is expected here", f"write `{{article: {self._meant(node.value)}}}`"
            )
            return None
        given = self.mapping(node, SOURCE_KEYS, "a source")
        if given is None:
            return None
        article = self.line_of(given, "article")
        if article:
            self._check_article(article, given)
        elif not any(key in given for key in ("title", "url", "identifier")):
            hint = (
                "write `article:` with the id of an article, or describe it: title, publisher, published, url"
            )
            self.complain(node, "this source names nothing", hint)
        lines = {k: self.line_of(given, k) for k in given if k in _LINES_OF_SOURCE}
        return Source(
            **lines,
            published=self._published(given["published"]) if "published" in given else None,
            date=self._source_date(given["date"], article) if "date" in given else None,
            is_new=self._is_new(given["status"]) if "status" in given else False,
            where=node.where,
        )

    def _check_article(self, name: str, given: MappingABC[str, Node]) -> None:
        node = given["article"]
        if self.library.is_read(name):
            twice = [key for key in _ALONE_KEYS if key in given]
            if twice:
                hint = "take it out here: it is read from the article's front matter"
                self.complain(given[twice[0]], f"`{twice[0]}` is the article's", hint, Severity.WARNING)
        elif now := self.library.renamed.get(name):
            hint = f"write `article: {now}`, or give the article `id: {name}` in its front matter"
            self.complain(node, f"the article {name!r} is now called {now!r}", hint, Severity.WARNING)
        elif self.library.is_unreadable(name):
            hint = "mend the article first: its own problem says how"
            message = f"the article {name!r} could not be read"
            self.complain(node, message, hint, Severity.WARNING)
        else:
            self._no_article(node, name)

    def count_missing(self) -> None:
        """Say of an article that is not there how many sources name it: one message, not one for each."""
        for name, first in self._missing.items():
            if (count := self._naming[name]) > 1:
                told = self.problems[first]
                message = f"{told.message}, which {count} sources in this file name"
                self.problems[first] = replace(told, message=message)
        self._gather([first for first in self._missing.values() if not self._is_meant(first)])

    def _is_meant(self, index: int) -> bool:
        """Tell whether a problem names an article that is meant."""
        return self.problems[index].hint.startswith(_MEANT)

    def _gather(self, missing: Sequence[int]) -> None:
        """Make one problem of many articles that are not there: then none of the files is."""
        if len(missing) <= _MANY:
            return
        gone = {index: name for name, index in self._missing.items() if index in missing}
        first, *others = missing
        named = ", ".join(gone[index] for index in others[: _MANY - 1])
        message = f"{self.problems[first].message}, nor {len(others)} others: {named} …"
        self.problems[first] = replace(self.problems[first], message=message, hint=_NONE_HERE)
        self.problems = [p for n, p in enumerate(self.problems) if n not in others]

    def _no_article(self, node: Node, name: str) -> None:
        self._naming[name] += 1
        if self._naming[name] > 1:
            return
        self._missing[name] = len(self.problems)
        close = self._meant(name) if self._meant(name) in self.library.articles else ""
        hint = f"{_MEANT}`{close}`? " if close else ""
        if name in self.library.read_before:
            hint += "it was read before: put its file back, write its new name, or take out what names it"
            self.complain(node, f"there is no article {name!r} any more", hint)
            return
        hint += "an article's id is the name of its file without .md; `timeline add FILE` takes one in"
        self.complain(node, f"there is no article {name!r}", hint)

    def _meant(self, name: str) -> str:
        """Return the id of the article that a name seems to mean, a file's name among them, else the name."""
        stem = PurePosixPath(name).stem if name.endswith(SUFFIXES) else name
        return stem if stem in self.library.articles else nearest(stem, self.library.articles) or name

    def _published(self, node: Node) -> When | None:
        written = self.raw_date(node) or ""
        if written.casefold() == "unknown":
            return None
        return read_date(self, node, Anchor(None))[0]

    def _source_date(self, node: Node, article: str) -> When | None:
        found = self.library.get(article)
        anchor = Anchor(found.anchor, found.language) if found else Anchor(None)
        return read_date(self, node, anchor)[0]

    def _is_new(self, node: Node) -> bool:
        value = self.line(node)
        if value not in ("new", None):
            self.complain(
                node, f"the status of a source cannot be {value!r}", "write `new`, or take the line out"
            )
        return value == "new"
