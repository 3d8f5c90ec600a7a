"""Cues: what two tellings of one event are compared by.

Each is "kind:value": `actor:`, `place:`, `trigger:` (the concept of the verb or noun), `phase:` (whether it
begins or ends), `patient:` and `agent:` (whom it befell, who did it), `number:`, `word:` (stems of all
words that tell something).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.names import gazetteer
from timeline.events.tokens import Token
from timeline.events.verbs import VerbGroup
from timeline.model import Place


@dataclass(frozen=True, slots=True)
class Deed:
    """The verb of an event (`group`), or its noun alone."""

    lemma: str
    group: VerbGroup | None = None


def cues_of(
    parse: Parse,
    indexes: Sequence[int],
    deed: Deed,
    actors: Sequence[str],
    places: Sequence[Place],
    language: Language,
) -> tuple[str, ...]:
    """Return the cues of an event told by these tokens."""
    tokens = [parse.tokens[i] for i in indexes if i not in parse.times]
    concept, used = _deed(tokens, deed.lemma, language)
    found = [f"trigger:{concept}"] if deed.lemma else []
    found += [f"phase:{name}" for name in _phases(deed.lemma, used, language)]
    roles = _roles(parse, indexes, deed.group, language) if deed.group else ["noun:yes"]
    skipped = {language.concept(w.casefold()) for p in places for w in p.name.split()}  # where, not whom
    skipped |= {language.concept(used)} if used else set()
    found += [role for role in roles if role.partition(":")[2].rstrip("^") not in skipped]
    found += [f"actor:{a.casefold()}" for a in actors]
    found += [f"place:{p.name.casefold()}" for p in places]
    found += [f"site:{p.name.casefold()}" for p in places if not gazetteer().country(p.name)]
    found += ["singular:yes"] if concept in language.words["singular"] else []
    found += word_cues(tokens, language)
    return tuple(dict.fromkeys(found))


def _roles(parse: Parse, indexes: Sequence[int], group: VerbGroup, language: Language) -> list[str]:
    """Return whom the deed befell and who did it: of "X was seized by Y" and "Y seized X" the same."""
    told = [i for i in indexes if i not in parse.times]
    subject = _phrase(parse, [i for i in told if i < group.first], language)
    behind = _phrase(parse, [i for i in told if i > group.last], language)
    if group.passive:
        by = next(
            (
                n
                for n, i in enumerate(told)
                if i > group.last and parse.tokens[i].low == language.data["agent"]
            ),
            len(told),
        )
        return _named("patient", subject) + _named("agent", _phrase(parse, told[by + 1 :], language))
    return _named("patient", behind or subject) + _named("agent", subject)


def _phrase(parse: Parse, indexes: Sequence[int], language: Language) -> list[str]:
    """Return the words of a phrase up to its first preposition; names are marked with "^"."""
    tokens = []
    for index in indexes:
        token = parse.tokens[index]
        ends = (
            token.low in language.words["prepositions"]
            or token.low in language.words["infinitive_words"]
            or token.low == ","
        )
        if ends and token.low not in language.words["of"]:
            break
        tokens.append(token)
    named = {language.concept(t.low) for t in tokens if t.is_capital}
    words = [cue.partition(":")[2] for cue in word_cues(tokens, language) if cue.startswith("word:")]
    return [f"{word}^" if word in named else word for word in words]


def _named(role: str, words: Sequence[str]) -> list[str]:
    return [f"{role}:{word}" for word in words]


def _deed(tokens: Sequence[Token], trigger: str, language: Language) -> tuple[str, str]:
    """Return the kind of deed, and the word that it uses up.

    "walked out" is a strike, "seized power" a coup, "the strike began" a strike.
    """
    at = next((n for n, t in enumerate(tokens) if any(f.lemma == trigger for f in language.verb(t.low))), -1)
    behind = tokens[at + 1].low if 0 <= at < len(tokens) - 1 else ""
    phrasal = language.data["phrasal"]
    reach = 4  # "take full control", "burst into flames"
    after = [t.low for t in tokens[at + 1 : at + 1 + reach]] if at >= 0 else []
    used = next((w for w in (behind, *after) if f"{trigger}-{w}" in phrasal), "")
    deed = phrasal[f"{trigger}-{used}"] if used else trigger
    if used and deed not in language.words["beginnings"]:
        return language.concept(deed), used
    if deed in language.words["beginnings"] | language.words["endings"]:
        told = (
            tokens[at + 1 :] if _has_object(tokens[at + 1 :], language) else [*reversed(tokens[: max(at, 0)])]
        )
        nouns = [t.low for t in told if t.low in language.words["event_nouns"]]
    elif (
        trigger
        in language.words["verbs.light"]
        | language.words["verbs.state"]
        | language.words["openers"]
        | language.words["holders"]
    ):
        nouns = [w for w in after if w in language.words["event_nouns"]]
    else:
        nouns = []
    if nouns:
        return language.concept(nouns[0]), nouns[0]
    return str(language.data["deeds"].get(trigger) or language.concept(trigger)), ""


def _has_object(behind: Sequence[Token], language: Language) -> bool:
    """Tell whether words behind a verb begin with what it is done to."""
    return bool(behind) and behind[0].is_word and behind[0].low not in language.words["prepositions"]


def _phases(lemma: str, used: str, language: Language) -> list[str]:
    """Return whether a deed is a beginning or an end: "began", "opened an inquiry"."""
    begins = lemma in language.words["beginnings"]
    begins = begins or (lemma in language.words["openers"] and used in language.words["event_nouns"])
    return ["beginnings"] if begins else ["endings"] if lemma in language.words["endings"] else []


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
    return [f"number:{w}" if w[0].isdigit() else f"word:{w}" for w in words if len(w) > 3 or w[0].isdigit()]  # noqa: PLR2004 - digits, words and lines are counted as people count them
