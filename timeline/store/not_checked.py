"""Articles whose texts are not at hand, so that nobody can find their quotes again.

A person may keep a text back (`body: withheld`), or the file is not here, as in a copy of a repository that
keeps texts out of git: the entry renders all the same, from what the lock knows of the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from timeline.model import Article, Event, Source
from timeline.problems import Problem, Severity
from timeline.store.look import Look, source_node

_NAMED = 5  # articles that a message names
# Rules of git that leave out the folder of articles or what stands in it.
_KEPT_OUT = re.compile(r"^/?content/(?:articles/?(?:\*+)?)?$", re.MULTILINE)


def withheld(look: Look) -> Iterator[Problem]:
    """Count the quotes of texts that a person keeps back, and show the first of each article."""
    firsts: dict[str, tuple[Event, Source]] = {}
    counts: Counter[str] = Counter()
    for event, source, article in _cited(look):
        if source.quote and article.is_withheld and not article.absent:
            firsts.setdefault(article.id, (event, source))
            counts[article.id] += 1
    for name, (event, source) in firsts.items():
        many = f"{counts[name]} quotes of {name} are" if counts[name] > 1 else f"this quote of {name} is"
        message = f"{many} not checked: its text is withheld"
        node = source_node(look, event, source, "quote")
        yield look.at(event, node, message, "compare with your copy", Severity.NOTE)


def absent(look: Look) -> Iterator[Problem]:
    """Name the cited articles whose files are not here: one problem for all of them.

    A note where the project keeps texts out of git, else a warning: then somebody deleted a file.
    """
    found = [(event, source, article) for event, source, article in _cited(look) if article.absent]
    if not found:
        return
    names = list(dict.fromkeys(article.id for _, _, article in found))
    quotes = sum(bool(source.quote) for _, source, _ in found)
    event, source, _ = found[0]
    meant = _keeps_texts_out(look)
    node = source_node(look, event, source, "article")
    yield look.at(event, node, _message(names, quotes), _hint(meant=meant), _severity(meant=meant))


def _message(names: list[str], quotes: int) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    listed = ", ".join(names[:_NAMED]) + more
    one, many = f"the file of {listed} is", f"the files of {len(names)} articles ({listed}) are"
    known = "title, publisher and day come from content/timeline.lock"
    return f"{one if len(names) == 1 else many} not here: {known}; {_unchecked(quotes)}"


def _unchecked(quotes: int) -> str:
    if not quotes:
        return "nothing of them is quoted"
    return "1 quote is not checked" if quotes == 1 else f"{quotes} quotes are not checked"


def _hint(*, meant: bool) -> str:
    if meant:
        return (
            "nothing to mend: .gitignore keeps texts out of this repository. "
            "Whoever has the files puts them into content/articles/ to check the quotes"
        )
    return "put the files back into content/articles/, or take out the sources that name them"


def _severity(*, meant: bool) -> Severity:
    return Severity.NOTE if meant else Severity.WARNING


def _keeps_texts_out(look: Look) -> bool:
    """Tell whether git leaves article texts out here, so that a copy has none of them."""
    try:
        rules = (look.settings.project / ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return bool(_KEPT_OUT.search(rules.replace("\r", "")))


def _cited(look: Look) -> Iterator[tuple[Event, Source, Article]]:
    for event in look.state.timeline.events:
        for source in event.sources:
            if article := look.article(source):
                yield event, source, article
