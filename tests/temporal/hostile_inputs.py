"""Short inputs for fuzzing: words of a grammar in any order, broken news sentences, and any Unicode at all.

`made(seed)` gives one input of up to 200 characters and the settings to read it with, and `answer` reads it.
The fuzzer counts up its seeds, the tests let hypothesis choose them.
"""

from __future__ import annotations

import hashlib
import re
import sys
from functools import lru_cache
from importlib import resources
from random import Random
from typing import Any, NamedTuple

from hostile_lines import KINDS
from news_sentences import PUBLISHED, phrase, sentence

from timeline.temporal import Mention, find

LONGEST = 200
_WORD = re.compile(r"\w+(?:['’.]\w+)*\.?")
_GLUE = (
    " ",
    " ",
    " ",
    " ",
    "",
    "-",
    "–",
    ", ",
    ". ",
    "/",
    " (",
    ") ",
    "\n",
    "\r\n",
    "  ",
    " ",
    ": ",
    "'",
    "’s ",
    "—",
    "…",
    " and ",
    " to ",
)
_ODD = (
    "\ufeff", "\u200d", "\u0301", "\u202e", "\x00", "\x85", "\u2028", "٣", "３", "²", "½", "Ⅻ", "İ", "ſ",
    "ẞ", "ﬁ", "🗓️", "👩‍👩‍👧", "𝟐𝟎𝟐𝟒", "𒀀", "\u0130", "„", "“", "‘", "$", "€", "#", "@", "%", "_", "\t",
    "\u00a0", "1e9", "0x1F", "00", "0000", "9999999999999", "29 February 1900", "31 June", "February 30",
    "24:00", "25:61", "year 0", "99999 BC", "W53", "Q5", "-0001",
)  # fmt: skip


class Input(NamedTuple):
    """What `find` is called with."""

    text: str
    published: str | None
    narrative: str
    hemisphere: str


def made(seed: int, language: str = "en") -> Input:
    """Make the input of a number."""
    return make(Random(seed), language)  # noqa: S311 -- nothing is kept secret here


def answer(one: Input, language: str = "en") -> tuple[Mention, ...]:
    """Read an input."""
    settings: dict[str, Any] = {"narrative": one.narrative, "hemisphere": one.hemisphere}
    return find(one.text, published=one.published, language=language, **settings)


def digest(inputs: int) -> str:
    """Give one figure for the answers to the first so many inputs."""
    told = "\n".join(repr(answer(made(seed))) for seed in range(inputs))
    return hashlib.sha256(told.encode()).hexdigest()


@lru_cache(maxsize=4)
def vocabulary(language: str = "en") -> tuple[str, ...]:
    """Give the words that the grammar file of a language holds, capitals and points included."""
    text = (
        resources.files("timeline.temporal")
        .joinpath("languages", f"{language}.grammar")
        .read_text(encoding="utf-8")
    )
    return tuple(sorted(set(_WORD.findall(text))))


def make(random: Random, language: str = "en") -> Input:
    """Make one input."""
    text = random.choice(_MAKERS)(random, language)[:LONGEST]
    published = random.choice(PUBLISHED) if random.random() < 0.9 else None
    return Input(
        text, published, random.choice(("auto", "news", "history")), random.choice(("north", "south"))
    )


def _words(random: Random, language: str) -> str:
    words = vocabulary(language)
    return "".join(_word(random, words) + random.choice(_GLUE) for _ in range(random.randint(1, 30)))


def _word(random: Random, words: tuple[str, ...]) -> str:
    chance = random.random()
    if chance < 0.7:
        return random.choice(words)
    if chance < 0.9:
        return str(random.randint(0, 10 ** random.randint(1, 5)))
    return random.choice(_ODD) if chance < 0.95 else random.choice(words).swapcase()


def _times(random: Random, language: str) -> str:
    del language
    return "".join(phrase(random) + random.choice(_GLUE) for _ in range(random.randint(1, 8)))


def _news(random: Random, language: str) -> str:
    del language
    return " ".join(sentence(random) for _ in range(random.randint(1, 3)))


def _broken_news(random: Random, language: str) -> str:
    """A sentence with letters and words cut, doubled, swapped or replaced."""
    text = _news(random, language)[:LONGEST]
    for _ in range(random.randint(1, 6)):
        text = random.choice(_MUTATIONS)(random, text or " ", language)
    return text


def _cut(random: Random, text: str, _language: str) -> str:
    at = random.randrange(len(text))
    return text[:at] + text[at + random.randint(1, 12) :]


def _double(random: Random, text: str, _language: str) -> str:
    at = random.randrange(len(text))
    end = at + random.randint(1, 25)
    return text[:end] + text[at:end] + text[end:]


def _insert(random: Random, text: str, language: str) -> str:
    at = random.randrange(len(text))
    return text[:at] + _word(random, vocabulary(language)) + text[at:]


def _insert_odd(random: Random, text: str, _language: str) -> str:
    at = random.randrange(len(text))
    return text[:at] + random.choice(_ODD) + text[at:]


def _swap(random: Random, text: str, _language: str) -> str:
    words = text.split(" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _respell(random: Random, text: str, _language: str) -> str:
    return random.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _digit(random: Random, text: str, _language: str) -> str:
    return re.sub(r"\d", lambda found: found[0] if random.random() < 0.7 else str(random.randint(0, 9)), text)


def _any_unicode(random: Random, language: str) -> str:
    """Code points from the whole range, surrogates left out, with words between."""
    letters = []
    for _ in range(random.randint(1, 60)):
        number = random.choice(
            (random.randrange(0x80), random.randrange(0x3000), random.randrange(sys.maxunicode + 1))
        )
        letters.append("\ufffd" if 0xD800 <= number <= 0xDFFF else chr(number))
        if random.random() < 0.2:
            letters.append(f" {random.choice(vocabulary(language))} ")
    return "".join(letters)


def _hostile(random: Random, language: str) -> str:
    """A piece of one of the hostile lines, and some words after it."""
    line = random.choice(tuple(KINDS.values()))(LONGEST)
    return line[: random.randint(1, LONGEST)] + random.choice(_GLUE) + _words(random, language)


_MUTATIONS = (_cut, _double, _insert, _insert, _insert_odd, _swap, _respell, _digit)
_MAKERS = (
    _words,
    _words,
    _words,
    _times,
    _times,
    _news,
    _broken_news,
    _broken_news,
    _broken_news,
    _any_unicode,
    _hostile,
)
