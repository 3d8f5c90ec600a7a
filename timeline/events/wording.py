"""Words put together: tokens joined as they stood, gaps closed, titles cut between words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.clauses import Parse

LONGEST = 90  # characters of a headline
_GAPS = tuple(
    (re.compile(pattern), put_in)
    for pattern, put_in in (
        (r"``|(?<!')''(?=\w)", "“"),  # the quotation marks of old wires
        (r"''(?!\w)", "”"),
        (r"\s+([,.;:!?%)\]’”»])", r"\1"),
        (r"([(\[“«])\s+", r"\1"),
        (r"([$€£])\s+(?=\d)", r"\1"),
        (r"[\"“]\s*[\"”]", ""),
        (r"(?:,\s*)+,", ","),
        (r",\s*([.;:])", r"\1"),
    )
)
# Most headlines have no gap: one look tells.
_UNTIDY = re.compile("|".join(pattern.pattern for pattern, _ in _GAPS))
_SINGLE = frozenset({"'", "‘"})
_OPENED = re.compile(r"(?<![\w.,!?)])['‘](?=[^\W\d_]{2})")  # "'Stop", and not "the '90s", "fish 'n' chips"
_CLOSED = re.compile(r"\w[,.!?]?['’](?!\w)")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}$")
_FULL_STOP = re.compile(r"(?<![A-Z])[.]+$")


@dataclass(frozen=True, slots=True)
class Words:
    """What a headline is made of: tokens by index, and words put in by rule ("was")."""

    parse: Parse
    opening: frozenset[str] = frozenset()  # words that have a capital only at the head of a sentence

    def text(
        self,
        indexes: Sequence[int],
        put_in: Callable[[int], str] = lambda _index: "",
        instead: Mapping[int, str] | None = None,
    ) -> str:
        """Join tokens as they stood, closing gaps.

        `put_in(i)` is set before token i, `instead[i]` in its place.
        """
        instead = instead or {}
        out = ""
        last = -2
        for index in indexes:
            token = self.parse.tokens[index]
            glued = index == last + 1 and self.parse.tokens[last].end == token.start
            moved = bool(out) and index == 0 and (token.low in self.opening or self._opens_with_verb())
            word = instead.get(index, token.low if moved else token.text)
            out += ("" if glued or not out else " ") + put_in(index) + word
            last = index
        return tidy(out)

    def _opens_with_verb(self) -> bool:
        """Tell whether the first word is a verb, as in "Knighted in 1986, he left"."""
        return any(c.group is not None and c.group.first == 0 for c in self.parse.clauses)


def shortened(title: str) -> str:
    """Return a headline cut between words where it is too long."""
    return title if len(title) <= LONGEST else title[: title.rindex(" ", 0, LONGEST + 1)].rstrip(" ,;:")


def capitalised(text: str) -> str:
    """Return the text with a capital first letter."""
    return text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """Close the gaps that dropped words leave: spaces before marks, marks in a row, marks at the ends."""
    text = " ".join(text.split())
    if _UNTIDY.search(text):
        for pattern, put_in in _GAPS:
            text = pattern.sub(put_in, text)
    text = text.strip(" ,;:—–-…_")
    text = _without_stop(_balanced(_without_stop(text).strip(" ,;:—–-_")))
    return " ".join(text.split()).strip(" ,")


def _without_stop(text: str) -> str:
    """Drop the full stop of a sentence; that of an abbreviation stays."""
    return _FULL_STOP.sub("", text) if text.endswith(".") and not _INITIALS.search(text) else text


def _balanced(text: str) -> str:
    """Drop quotation marks and brackets that lost their partner."""
    if text.count('"') % 2:
        text = text.replace('"', "")
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if len(_OPENED.findall(text)) > len(_CLOSED.findall(text)):
        text = _OPENED.sub("", text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    return text
