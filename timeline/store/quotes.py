"""Whether a quotation stands in a text: its pieces, in order, whatever the line breaks and quotation marks.

A person may leave words out (`…`, `[…]`, `...`) and put words in (`[the minister]`); what stands between
has to be found. White space and hyphens at line ends do not count, and typographic signs count as the plain
ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from timeline.identity import fingerprint, is_close

LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.+|\(\.\.\.\)|\(…\)")
_SIGNS = str.maketrans("‘’‚“”„«»–—‑−", '\'\'\'"""""----', "")
_SIGNS |= {ord("\u00ad"): None, ord("\u200b"): None}
_LINE_END_HYPHEN = re.compile(r"-[ \t]*\n\s*")
_FEWEST = 12  # characters of a quote that say which sentence it is from


def pieces(quote: str) -> list[str]:
    """Return what has to be found, in order."""
    return [piece for part in LEFT_OUT.split(quote) if (piece := _bare(part)).strip("-,.;:'\"")]


def is_found(quote: str, text: str) -> bool:
    """Tell whether all pieces of a quote stand in a text, in order."""
    wanted = pieces(quote)
    return found_pieces(wanted, text) == len(wanted)


def found_pieces(wanted: Sequence[str], text: str) -> int:
    """Return how many pieces of a quote stand in a text before one does not."""
    return max(_run(wanted, within) for within in _forms(text))


@lru_cache(maxsize=1 << 14)  # quotes: measured one by one, and then those of each article together
def words_in(quote: str) -> int:
    """Return how many of the source's words a quote holds."""
    return len(re.findall(r"[^\W_](?:[\w'’.,-]*\w)?", LEFT_OUT.sub(" ", quote)))


def quotes(quote: str, sentence: str, sentence_print: str) -> bool:
    """Tell whether a quote in an entry is of this sentence, or of a part of it."""
    return quotes_words(quote, sentence) or is_close(fingerprint(quote), sentence_print)


def quotes_words(quote: str, sentence: str) -> bool:
    """Tell whether a quote is of this very sentence, word for word, or of a part of it."""
    if len(_bare(quote)) >= _FEWEST and is_found(quote, sentence):
        return True
    return len(_bare(sentence)) >= _FEWEST and is_found(sentence, quote)


def quotes_print(quote: str, sentence_print: str) -> bool:
    """Tell whether a quote is of a sentence of which only the fingerprint is known."""
    return bool(quote) and is_close(fingerprint(quote), sentence_print)


def _run(wanted: Sequence[str], text: str) -> int:
    at = 0
    for count, piece in enumerate(wanted):
        at = text.find(piece, at)
        if at < 0:
            return count
        at += len(piece)
    return len(wanted)


@lru_cache(maxsize=1 << 12)  # articles: entries of one stand apart in the files
def _forms(text: str) -> tuple[str, ...]:
    """Return a text without white space: with the hyphens at its line ends, and without."""
    plain = _bare(text)
    return (
        (plain,)
        if "-\n" not in text and "- \n" not in text
        else (plain, _bare(_LINE_END_HYPHEN.sub("", text)))
    )


def _bare(text: str) -> str:
    if text.isascii():  # all that the next line does besides is done to other signs
        return "".join(text.split())
    return "".join(unicodedata.normalize("NFKC", text).translate(_SIGNS).split())


def shortened(quote: str, most: int) -> str:
    """Return a quote of at most so many words; what is cut off is marked by `…`."""
    if words_in(quote) <= most:
        return quote
    words = quote.split()
    kept = words[:most]
    while kept and words_in(" ".join(kept)) > most:
        kept.pop()
    return f"{' '.join(kept).rstrip(',;:—– ')} …"
