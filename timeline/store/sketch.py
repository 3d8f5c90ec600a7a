"""Knowing an article again by its address, the file it came from, or its text, whatever it is called now.

A sketch is the smallest 24 hashes of a text's runs of five words (a bottom-k sketch, Broder 1997); of two
sketches the share of common values estimates how alike the texts are. It goes into the lock, which holds no
words.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields

from timeline.identity import EXTRACTION_VERSION, bare_address
from timeline.model import Article
from timeline.store.facts import facts_of
from timeline.store.lock import ArticleLine, short_hash

ALIKE = 0.6
_UPDATED = 0.2  # of what has the same headline, publisher and day: an update under another name
_NAMING = ("title", "publisher", "published")
_KEPT = 24
_RUN = 5
_FEWEST_WORDS = 12
# What nobody reads events from: the same article with another licence holds the same events.
_NOT_READ = frozenset(
    {"id", "path", "where", "twin_of", "url", "archived", "licence", "rights", "identifier", "collection"}
    | {"retracted", "original", "sha256", "absent"}
)


def line_of(article: Article, was: Iterable[str] = ()) -> ArticleLine:
    """Return the article's line for the lock."""
    return ArticleLine(
        article=article.id,
        content=content_hash(article),
        text=short_hash(article.text),
        reader=EXTRACTION_VERSION,
        sketch=sketch(article.text),
        url=address(article.url),
        original=article.sha256[:16],
        was=tuple(sorted({*was} - {article.id})),
    )


def content_hash(article: Article) -> str:
    """Return a hash of all that finding events in an article may depend on."""
    said = {f.name: str(getattr(article, f.name)) for f in fields(article) if f.name not in _NOT_READ}
    return short_hash(json.dumps(said, sort_keys=True))


def sketch(text: str) -> str:
    """Return the sketch of a text, eight hexadecimal digits a value; "" for a text of a few words."""
    words = re.findall(r"\w+", text.casefold())
    if len(words) < _FEWEST_WORDS:
        return ""
    runs = {
        zlib.crc32(" ".join(words[i : i + _RUN]).encode("utf-8", "surrogatepass"))
        for i in range(len(words) - _RUN + 1)
    }
    return "".join(f"{value:08x}" for value in sorted(runs)[:_KEPT])


def likeness(one: str, other: str) -> float:
    """Estimate the Jaccard likeness of two texts from their sketches, 0 to 1."""
    first, second = _values(one), _values(other)
    if not first or not second:
        return 0.0
    smallest = sorted(first | second)[:_KEPT]
    return sum(v in first and v in second for v in smallest) / len(smallest)


def address(url: str) -> str:
    """Return a hash of an address, "" where it is none that tells one page from others."""
    bare = bare_address(url)
    return short_hash(bare) if bare else ""


def renamed(articles: Mapping[str, Article], known: Mapping[str, ArticleLine]) -> dict[str, str]:
    """Return the articles of the lock that are gone, each with the new article that it is now.

    Only an article that the lock does not know can be one that it knew by another name.
    """
    gone = [line for name, line in known.items() if name not in articles]
    fresh = [a for name, a in articles.items() if name not in known]
    if not gone or not fresh:
        return {}
    marks = _Marks(fresh)
    found: dict[str, str] = {}
    for line in sorted(gone, key=lambda x: x.article):
        now = marks.find(line, taken=found.values())
        if now:
            found[line.article] = now
    return found


class _Marks:
    """An index of new articles by address, original file and values of their sketches."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.exact: dict[str, str] = {}
        self.sketches: dict[str, str] = {}
        self.holders: dict[str, list[str]] = {}
        self.headed: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for article in articles:
            self.headed[_heading(facts_of(article))].append(article.id)
            for mark in _exact_marks(line_of(article)):
                self.exact.setdefault(mark, article.id)
            self.sketches[article.id] = own = sketch(article.text)
            for value in _values(own):
                self.holders.setdefault(value, []).append(article.id)

    def find(self, line: ArticleLine, taken: Collection[str]) -> str:
        """Return the id of the article that a line is of, "" where there is none."""
        for mark in _exact_marks(line):
            if (name := self.exact.get(mark, "")) and name not in taken:
                return name
        likely = {name for value in _values(line.sketch) for name in self.holders.get(value, ())} - {*taken}
        scored = sorted((-likeness(line.sketch, self.sketches[name]), name) for name in likely)
        best, name = (-scored[0][0], scored[0][1]) if scored else (0.0, "")
        heading = _heading(line.facts)
        is_headed_so = all(heading) and self.headed.get(heading) == [name]
        return name if best >= (_UPDATED if is_headed_so else ALIKE) else ""


def _heading(facts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(facts.get(key, "") for key in _NAMING)


def _exact_marks(line: ArticleLine) -> list[str]:
    """Return what only the same article has, the surest first."""
    marks = (("original", line.original), ("text", line.text if line.sketch else ""), ("url", line.url))
    return [f"{kind}:{value}" for kind, value in marks if value]


class Publications:
    """An index of the lock's articles by address and original file."""

    def __init__(self, known: Mapping[str, ArticleLine]) -> None:
        self._names: defaultdict[str, list[str]] = defaultdict(list)
        for name, line in known.items():
            for mark in _publication_marks(line):
                self._names[mark].append(name)

    def same(self, line: ArticleLine) -> list[str]:
        """Return the ids of other articles that are the same publication as this one."""
        found = dict.fromkeys(n for mark in _publication_marks(line) for n in self._names.get(mark, ()))
        return [name for name in found if name != line.article]


def _publication_marks(line: ArticleLine) -> list[str]:
    return [f"{kind}:{value}" for kind, value in (("url", line.url), ("original", line.original)) if value]


def _values(joined: str) -> frozenset[str]:
    return frozenset(joined[i : i + 8] for i in range(0, len(joined), 8))
