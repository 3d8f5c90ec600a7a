"""Reads a phrase that is nothing but a time, such as a person writes for a date ("early April 2024")."""

from timeline.temporal.edtf import When
from timeline.temporal.grammar import grammar_code, languages, load
from timeline.temporal.language import split
from timeline.temporal.mention import Mention
from timeline.temporal.search import find


def read(phrase: str, *, published: When | str | None, language: str = "en") -> Mention | None:
    """Read a phrase that is nothing but a time, such as a person writes for a date.

    None where any word of it stays unread.

    The mention covers the whole phrase: "from 10 to 12 March" comes back as one, with the joined EDTF.
    """
    mentions = find(phrase, published=published, language=language)
    single, pair = len(mentions) == 1, len({one.range for one in mentions} - {None}) == 1
    if not single and not pair:
        return None
    if any(one.unread for one in mentions) or not _covers(phrase, mentions, language):
        return None
    words = phrase.strip()
    start = phrase.index(words)
    return mentions[0]._replace(start=start, end=start + len(words), text=words, range=None)


def _covers(phrase: str, mentions: tuple[Mention, ...], language: str) -> bool:
    """Whether nothing is left of a phrase but its mentions, their signals and the words that join them."""
    rest = phrase
    for one in reversed(mentions):
        rest = rest[: one.start] + " " + rest[one.end :]
        if one.signal is not None and one.signal_start is not None:
            rest = rest[: one.signal_start] + " " + rest[one.signal_start + len(one.signal) :]
    if grammar_code(language) not in languages():
        return not rest.strip()
    grammar = load(grammar_code(language))
    harmless = {
        form
        for name in ("lead", "joint-range", "joint-list", "joint-between")
        for form in grammar.forms(name)
    }
    return all((form,) in harmless for form in split(rest))
