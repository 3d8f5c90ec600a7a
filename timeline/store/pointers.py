"""What entries say of other entries: ids that are not there, sources that a merge left behind.

And values that end where nobody meant them to, at a number sign that YAML takes for a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timeline.model import Event
from timeline.problems import Problem, Severity
from timeline.store.lock import CandidateLine, Fate
from timeline.store.look import Look
from timeline.store.quotes import shortened
from timeline.yamltext import Mapping, Node, Scalar, nearest
from timeline.yamltext import Sequence as List

_ENOUGH = 3  # sources of an entry from which on a passing mention elsewhere is no loss
_BEHIND = 80  # characters behind a value in which the number sign is looked for
_TAKEN_FOR_COMMENT = re.compile(r"[ \t]+#[^\s#]")
_SIGN_BEHIND_SPACE = re.compile(r"[ \t]#[^\s#]")  # what holds it: few entries do


def pointers(look: Look, event: Event) -> Iterator[Problem]:
    """Look for pointers to entries that are not there."""
    for key, number, name in (
        *(("see", n, name) for n, name in enumerate(event.see)),
        *(("different_from", n, name) for n, name in enumerate(event.different_from)),
    ):
        node = look.node(event, key, number)
        if name not in look.live and name in look.state.lock.by_event:
            hint = f"take it out; or bring the entry back: `timeline restore {name}`"
            yield look.at(event, node, f"this names {name!r}, which was deleted", hint, Severity.NOTE)
        elif name not in look.live:
            close = nearest(name, look.live)
            hint = f"did you mean {close}?" if close else "take it out, or write the id of an entry"
            yield look.at(event, node, f"there is no entry {name!r}", hint, Severity.WARNING)


def merged(look: Look, event: Event) -> Iterator[Problem]:
    """Look at what an entry took over: misspelt ids, and articles that told it and are not cited."""
    for number, name in enumerate(event.merged):
        node = look.node(event, "merged", number)
        told = look.state.lock.by_event.get(name)
        if told is None:
            gone = [one for one in look.state.lock.by_event if one not in look.live]
            if close := nearest(name, gone):
                message = f"no entry was ever called {name!r}"
                yield look.at(event, node, message, f"did you mean {close}?", Severity.WARNING)
            continue
        for article, hint in _left_behind(look, event, [line for line in told if line.candidate == name]):
            message = f"{article} told {name} too, and is not cited here"
            yield look.at(event, node, message, hint, Severity.NOTE)


def _left_behind(look: Look, event: Event, told: Iterable[CandidateLine]) -> Iterator[tuple[str, str]]:
    """Yield the article from which an entry was made that another took over, and the line that would cite it.

    Not those that told it later: where the editor has other sources, these are no loss.
    """
    cited = {look.state.renamed.get(s.article, s.article) for s in event.sources}
    if len(cited) >= _ENOUGH:
        return
    for line in told:
        name = look.state.renamed.get(line.article, line.article)
        article = look.state.articles.get(name)
        if line.fate is not Fate.OFFERED or article is None or article.absent or name in cited:
            continue
        cited.add(name)
        words = " ".join(article.text[line.start : line.end].split())
        quote = shortened(words, look.settings.quote_words).replace("\\", "\\\\").replace('"', '\\"')
        source = f'- {{article: {name}, quote: "{quote}"}}'
        yield name, f"if it tells the same, add below `sources:` {source}"


def comments(look: Look, event: Event) -> Iterator[Problem]:
    """Look for values that a number sign cuts off ("the tribunal #1 of inquiry")."""
    node = look.node(event)
    if node is None or not _SIGN_BEHIND_SPACE.search(node.page.text, node.start, node.end + _BEHIND):
        return
    for scalar in _plain(node):
        page = scalar.page
        behind = page.text[scalar.end : scalar.end + _BEHIND].partition("\n")[0]
        if _TAKEN_FOR_COMMENT.match(behind):
            message = f"YAML takes what stands behind {scalar.value[-20:]!r} for a comment"
            hint = "put the whole value in quotation marks; or, if it is a comment, a space behind the #"
            yield look.at(event, scalar, message, hint, Severity.WARNING)


def _plain(node: Node) -> Iterator[Scalar]:
    """Yield the values of an entry that stand without quotation marks."""
    if isinstance(node, Scalar):
        if not node.style and node.value:
            yield node
    elif isinstance(node, List):
        for item in node.items:
            yield from _plain(item)
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            if not key.value.startswith("x-"):
                yield from _plain(value)
