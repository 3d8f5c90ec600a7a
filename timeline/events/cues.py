"""Cues: what two tellings of one event are compared by.

Each is "kind:value": `actor:`, `place:`, `trigger:` (the concept of the verb or noun), `phase:` (whether it begins or ends), `number:`,
`word:` (stems of what is left).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.model import Place


def cues_of(
    parse: Parse, indexes: Sequence[int], trigger: str, actors: Sequence[str], places: Sequence[Place], language: Language
) -> tuple[str, ...]:
    """Return the cues of an event told by these tokens."""
    tokens = [parse.tokens[i] for i in indexes if i not in parse.times]
    found = [f"trigger:{_deed(tokens, trigger, language)}"] if trigger else []
    found += [f"phase:{name}" for name in ("beginnings", "endings") if trigger in language.words[name]]
    found += [f"actor:{a.casefold()}" for a in actors]
    found += [f"place:{p.name.casefold()}" for p in places]
    found += word_cues(tokens, language)
    return tuple(dict.fromkeys(found))


def _deed(tokens: Sequence[Token], trigger: str, language: Language) -> str:
    """Return the kind of deed: with its particle ("walked out" is a strike), and of a noun that begins, the noun ("the strike began")."""
    at = next((n for n, t in enumerate(tokens) if any(f.lemma == trigger for f in language.verb(t.low))), -1)
    behind = tokens[at + 1].low if 0 <= at < len(tokens) - 1 else ""
    phrasal = language.data["phrasal"].get(f"{trigger}-{behind}")
    if trigger in language.words["beginnings"] | language.words["endings"]:
        nouns = [t.low for t in (*reversed(tokens[: max(at, 0)]), *tokens[at + 1 :]) if t.low in language.words["event_nouns"]]
        if nouns:
            return language.concept(nouns[0])
    return language.concept(phrasal or trigger)


def word_cues(tokens: Sequence[Token], language: Language) -> list[str]:
    """Return the number and word cues of tokens; number words count as numbers."""
    values = language.data["number_values"]
    found = []
    for token in tokens:
        if token.text[0].isdigit():
            found.append(f"number:{token.text.replace(',', '').rstrip('.%')}")
        elif token.low in values:
            found.append(f"number:{values[token.low]}")
        elif token.is_word and len(token.low) > 1 and token.low not in language.words["common_words"]:
            found.append(f"word:{language.concept(token.low)}")
    return found


def plain_cues(text: str) -> list[str]:
    """Return the cues of a text in a language that the program has no words of."""
    words = dict.fromkeys(w.casefold() for w in re.findall(r"\w+", text))
    return [f"number:{w}" if w[0].isdigit() else f"word:{w}" for w in words if len(w) > 3 or w[0].isdigit()]  # noqa: PLR2004
