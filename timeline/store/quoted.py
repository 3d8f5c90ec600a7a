"""Whether quotes stand in their articles as they are quoted, and how much is quoted.

What a publisher has corrected since, in the same file or in a later version beside it, is told with the words
that stand there now: the entry may rest on a fact that nobody holds to any more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from timeline.identity import bare_address
from timeline.model import Article, Body, Event, Source, Status
from timeline.problems import Problem, Severity
from timeline.store.look import SHOWN, Look, source_node
from timeline.store.quotes import found_pieces, is_found, pieces, words_in
from timeline.store.rewording import differences, now_reads


def quotes(look: Look, event: Event) -> Iterator[Problem]:
    """Find each quote in its article again, and measure it."""
    for source in event.sources:
        article = look.article(source)
        if not source.quote or article is None:
            continue
        if article.is_withheld:
            continue  # all of them are told of at once, see `not_checked`
        if article.body is Body.VERBATIM and (count := words_in(source.quote)) > look.settings.quote_words:
            most = look.settings.quote_words
            message = f"this quote has {count} words, more than {most}"
            hint = "shorten it with …, or raise `quote_words` in content/timeline.yml"
            yield _of_quote(look, event, source, message, hint, Severity.WARNING)
        yield from _not_found(look, event, source, article)


def _not_found(look: Look, event: Event, source: Source, article: Article) -> Iterator[Problem]:
    """Say where a quote is not found: which words the article has in its place, or which piece is missing."""
    wanted = pieces(source.quote)
    found = found_pieces(wanted, article.text)
    if found == len(wanted):
        return
    message = f"this quote is not in {article.id}"
    hint = f"copy the words from {article.path}; mark what you leave out with …, and your own words with [ ]"
    if now := now_reads(source.quote, article.text):
        message += _instead(source.quote, now)
        hint = f"if the article was corrected, correct the entry too; its words are now: {_on_a_line(now)}"
    elif len(wanted) > 1 and found:
        hint = (
            f"part {found + 1} of {len(wanted)} (between the …) is not found after the part before it; {hint}"
        )
    yield _of_quote(look, event, source, message, hint, Severity.WARNING)


def _instead(quote: str, now: str) -> str:
    """Name the words that differ, where they are few."""
    told = [_difference(old, new) for old, new in differences(quote, now)]
    return f": {'; '.join(told)}" if told else ", which has like words"


def _difference(old: str, new: str) -> str:
    if not old:
        return f"there it has “{_on_a_line(new)}” as well"
    return f"“{_on_a_line(old)}” is {f'“{_on_a_line(new)}” there' if new else 'left out there'}"


def _on_a_line(words: str) -> str:
    return " ".join(words.split())


def other_versions(look: Look) -> Iterator[Problem]:
    """Look for quotes that another version of their article, at the same address, has in other words.

    An entry that cites both has been seen to, and so has one that cites the other in place of the first.
    """
    by_address: defaultdict[str, list[Article]] = defaultdict(list)
    for article in look.state.articles.values():
        if not article.is_withheld and (address := bare_address(article.url)):
            by_address[address].append(article)
    for event in look.state.timeline.events:
        for source in event.sources if event.status in SHOWN else ():
            cited = look.article(source)
            versions = by_address.get(bare_address(cited.url), ()) if cited and source.quote else ()
            for other in versions:
                if cited and _may_be_later(other, cited) and not _is_known(look, event, other):
                    yield from _reworded(look, event, source, other)


def _may_be_later(other: Article, article: Article) -> bool:
    """Tell whether a file may hold a later version; one publication day says nothing of which was first."""
    days = [a.published.first.ordinal if a.published and a.published.first else 0 for a in (article, other)]
    return other.id != article.id and days[0] <= days[1]


def _is_known(look: Look, event: Event, article: Article) -> bool:
    """Tell whether an entry cites an article, or was made of it and cites another since."""
    lines = look.state.lock.by_event.get(event.id, ())
    return article.id in {s.article for s in event.sources} | {line.article for line in lines}


def _reworded(look: Look, event: Event, source: Source, other: Article) -> Iterator[Problem]:
    now = "" if is_found(source.quote, other.text) else now_reads(source.quote, other.text)
    if not now:
        return
    message = f"{other.id}, another version of {source.article}, has other words"
    message += _instead(source.quote, now).removesuffix(", which has like words")
    hint = (
        f"correct the entry, and cite {other.id} in it, beside {source.article} or in its place; its words "
        f"are: {_on_a_line(now)}"
    )
    yield _of_quote(look, event, source, message, hint, Severity.WARNING)


def _of_quote(
    look: Look, event: Event, source: Source, message: str, hint: str, severity: Severity
) -> Problem:
    return look.at(event, source_node(look, event, source, "quote"), message, hint, severity)


def quoted_much(look: Look) -> Iterator[Problem]:
    """Add up what is quoted of each article over the site; a sentence that two entries quote counts once."""
    most = look.settings.quote_words_article
    totals: Counter[str] = Counter()
    told: set[str] = set()
    counted: set[tuple[str, str]] = set()
    for event in look.state.timeline.events:
        shown = event.status is Status.REVIEWED or (
            event.status is Status.DRAFT and look.settings.publish == "drafts"
        )
        for source in event.sources if shown else ():
            article = look.article(source)
            if article is None or article.body is Body.SUMMARY or source.is_new:
                continue
            if (article.id, source.quote) in counted:
                continue
            counted.add((article.id, source.quote))
            totals[article.id] += words_in(source.quote)
            if totals[article.id] > most and article.id not in told:
                told.add(article.id)
                message = f"with this quote more than {most} words of {article.id} are quoted over the site"
                hint = "shorten some, or raise `quote_words_article` in content/timeline.yml"
                yield _of_quote(look, event, source, message, hint, Severity.WARNING)
