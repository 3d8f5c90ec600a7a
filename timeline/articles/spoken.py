"""Which language a text is in, told by its most frequent words.

The words come with jusText: for a hundred languages, those most frequent in their Wikipedias, the most
frequent first. A word counts for a language the more, the fewer languages share it (inverse document
frequency), so that "de" tells little and "avec" much. `another_language` answers only where the evidence is
plain: a wrong guess would be told of a text that is in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from itertools import islice
from math import log
from pathlib import Path

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 400  # words of a text that are enough to tell
_FEWEST = 25  # words below which nothing is told
_LISTED = 250  # words of each language: the lists are of very different lengths
_SHARE = 0.33  # of the words of a text, that its language must know at least
_SURELY = 0.42  # … and beyond which it is that language: a neighbour knows less of it
_PLAIN = 2.0  # times as much must speak for the language as for the one that is assumed
_ODD = {"Norwegian_Bokmal": "nb", "Haitian": "ht", "Bengali": "bn"}  # named otherwise by Unicode's CLDR


def another_language(text: str, assumed: str) -> str:
    """Return the code (ISO 639) of the language that a text is plainly in where it is not the assumed one.

    "" where it is, where the text is too short, or where nothing is known of the assumed language.
    """
    words = [found.group().lower() for found in islice(_WORD.finditer(text), _LOOKED_AT)]
    assumed = assumed.partition("-")[0].lower()
    if len(words) < _FEWEST or assumed not in _names():
        return ""
    told = Counter(words)
    if _known(told, assumed) >= _SURELY * len(words):
        return ""  # without a look at ninety other lists
    best = max(sorted(_names()), key=lambda code: _evidence(told, code))
    if _known(told, best) < _SHARE * len(words) or _evidence(told, best) < _PLAIN * _evidence(told, assumed):
        return ""
    return best


def _known(told: Mapping[str, int], code: str) -> int:
    """Return how many words are among the most frequent of a language."""
    return sum(n for word, n in told.items() if word in _frequent(code))


def _evidence(told: Mapping[str, int], code: str) -> float:
    words, weights = _frequent(code), _weights()
    return sum(n * weights[word] for word, n in sorted(told.items()) if word in words)


@cache
def _names() -> Mapping[str, str]:
    """Return the names under which jusText keeps its lists, by the code of the language."""
    from babel import Locale

    codes = {name: code for code, name in Locale("en").languages.items()}
    named = {path.stem: _ODD.get(path.stem) or codes.get(path.stem, "") for path in _lists().glob("*.txt")}
    return {code: name for name, code in named.items() if code}


@cache
def _lists() -> Path:
    """Return the folder of jusText's lists; to import jusText would take longer than reading them."""
    found = find_spec("justext")
    package = found.submodule_search_locations if found else None
    return Path(package[0] if package else "justext", "stoplists")


@cache
def _frequent(code: str) -> frozenset[str]:
    """Return the most frequent words of a language."""
    text = (_lists() / f"{_names()[code]}.txt").read_text("utf-8")
    words = (word.lower() for word in text.split() if _WORD.fullmatch(word))
    return frozenset(islice(dict.fromkeys(words), _LISTED))


@cache
def _weights() -> Mapping[str, float]:
    """Return how much each word tells: the logarithm of how few of the lists hold it."""
    counts = Counter(word for code in _names() for word in _frequent(code))
    return {word: log(1 + len(_names()) / count) for word, count in counts.items()}
