"""Deeds: which kinds of deed the verb or the noun of an event may tell.

The kinds are those of the language's `deeds`; a word may be of several. "Walked out" is a strike, "seized
power" a coup, "the strike began" a strike, "the deal was struck" an agreement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.events.verb_group import VerbGroup

# Verbs whose object may be the deed: "held a vote", "opened an inquiry", "announced the closure".
_TELLING_BY_NOUN = ("verbs.light", "verbs.state", "verbs.frame", "verbs.announce", "openers", "holders")
_REACH = 4  # words behind a verb that may make its deed: "take full control", "burst into flames"


@dataclass(frozen=True, slots=True)
class Deed:
    """The verb of an event (`group`), or its noun alone."""

    lemma: str
    group: VerbGroup | None = None


@dataclass(frozen=True, slots=True)
class Kinds:
    """The kinds of a deed, where its word stands (`at`), and the word that makes it with it."""

    names: tuple[str, ...]
    at: int
    used: str = ""


def kinds_of(deed: Deed, tokens: Sequence[Token], language: Language) -> Kinds:
    """Return the kinds of the deed that these tokens tell; the stem of its word where none is known."""
    at = _place_of(deed, tokens, language)
    if deed.group is None or not deed.lemma:
        return Kinds(_or_stem(deed.lemma, language, verb=False), at)
    verb = tokens[at].low if at >= 0 else deed.lemma
    used, phrase = _phrasal(tokens, at, verb, language, passive=deed.group.passive)
    if used:
        return Kinds(phrase, at, used)
    noun = _deed_noun(tokens, at, deed.lemma, language, passive=deed.group.passive)
    return Kinds(_or_stem(noun or verb, language, verb=not noun), at, noun)


def _place_of(deed: Deed, tokens: Sequence[Token], language: Language) -> int:
    """Return where the word of a deed stands; -1 where it does not."""
    if deed.group is None:
        return next((n for n, t in enumerate(tokens) if t.low == deed.lemma), -1)
    named = (n for n, t in enumerate(tokens) if any(f.lemma == deed.lemma for f in language.verb(t.low)))
    return next(named, -1) if deed.lemma else -1


def _or_stem(word: str, language: Language, *, verb: bool) -> tuple[str, ...]:
    return language.deeds(word, verb=verb) or ((language.stem(word),) if word else ())


def _phrasal(
    tokens: Sequence[Token], at: int, verb: str, language: Language, *, passive: bool
) -> tuple[str, tuple[str, ...]]:
    """Return the word that makes a deed together with a verb, and the kinds of that deed.

    In the passive it may stand before the verb. What a deed does is another: "the strike stopped work".
    """
    phrases = language.deed_phrases(verb)
    if not phrases:
        return "", ()
    making = [word for word in _beside(tokens, at, language) if word in phrases]
    if not making and not passive:  # nearly always: no need to look at the subject
        return "", ()
    subject = _to_preposition(tokens[: max(at, 0)], language)
    making += [t.low for t in reversed(subject) if passive and t.low in phrases]
    used = next((w for w in making if w not in language.words["prepositions"]), next(iter(making), ""))
    doing = {kind for t in subject for kind in language.deeds(t.low, verb=False)}
    happens = used in language.words["separable"] and not _has_object(tokens[at + 2 :], language)
    if happens and not doing.isdisjoint(phrases[used]):  # "a fire broke out"
        return used, tuple(kind for kind in phrases[used] if kind in doing)
    found = tuple(kind for kind in phrases.get(used, ()) if passive or kind not in doing)
    return (used, found) if found else ("", ())


def _beside(tokens: Sequence[Token], at: int, language: Language) -> list[str]:
    """Return the words behind a verb that may belong to it: a preposition only where it follows directly."""
    if at < 0:
        return []
    behind = tokens[at + 1 :]
    end = next((n for n, t in enumerate(behind) if not (t.is_word or t.text[0].isdigit())), len(behind))
    near = [t.low for _, t in _within_reach(behind[:end], language)]
    bound, separable = language.words["prepositions"], language.words["separable"]
    return [low for n, low in enumerate(near) if n == 0 or low not in bound or low in separable]


def _within_reach(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, Token]]:
    """Yield the words near enough; names and articles lengthen the way: "gave Per Dahl the boot"."""
    left = _REACH
    for number, token in enumerate(tokens):
        left -= not (token.is_capital or token.low in language.words["articles"])
        if left < 0:
            return
        yield number, token


def _deed_noun(tokens: Sequence[Token], at: int, lemma: str, language: Language, *, passive: bool) -> str:
    """Return the noun that tells the deed where the verb does not: "the strike began", "held a vote"."""
    if lemma in language.union("beginnings", "endings"):
        behind = _has_object(tokens[at + 1 :], language)
        told = tokens[at + 1 :] if behind else tokens[: max(at, 0)]
    elif lemma in language.words["happening"]:
        told = tokens[: max(at, 0)]
    elif lemma in language.union(*_TELLING_BY_NOUN) and lemma not in language.words["undoing"]:
        told = tokens[: max(at, 0)] if passive else tokens[at + 1 : at + 2 + _REACH]
    else:
        return ""
    first = told[0].low if told else ""
    threatens = lemma in language.words["verbs.threatening"]
    if first in language.words["company"] or (threatens and first in language.words["infinitive_words"]):
        return ""  # "burst with a report", "threatened to kill": beside the deed, or only meant
    phrase = _to_preposition(told, language)
    if passive:  # "the vote was held"
        phrase = [
            t
            for t in phrase
            if t.low not in language.words["auxiliary_words"] and not language.is_adverb(t.low)
        ]
    heads = phrase[-1:] if passive else phrase[::-1]
    return next((t.low for t in heads if language.deeds(t.low, verb=False)), "")


def _to_preposition(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """Return tokens up to the first preposition or mark: the head of the phrase stands before it."""
    end = next(
        (
            n
            for n, t in enumerate(tokens)
            if not t.is_word or (t.low in language.words["prepositions"] and n > 0)
        ),
        len(tokens),
    )
    return tokens[:end]


def _has_object(behind: Sequence[Token], language: Language) -> bool:
    """Tell whether words behind a verb begin with what it is done to."""
    return bool(behind) and behind[0].is_word and behind[0].low not in language.words["prepositions"]


def phases(lemma: str, used: str, language: Language) -> list[str]:
    """Return whether a deed is a beginning or an end: "began", "opened an inquiry"."""
    begins = lemma in language.words["beginnings"]
    begins = begins or (lemma in language.words["openers"] and used in language.words["event_nouns"])
    return ["beginnings"] if begins else ["endings"] if lemma in language.words["endings"] else []


def noun_deeds(tokens: Sequence[Token], language: Language) -> list[str]:
    """Return the kinds of deed that the nouns of a text name."""
    return [deed for token in tokens for deed in language.deeds(token.low, verb=False)]


def verb_deeds(tokens: Sequence[Token], language: Language) -> list[str]:
    """Return the kinds of deed that the verbs of a text may tell whose clauses were not read."""
    found: list[str] = []
    alone, phrases = language.data["deeds_of"], language.data["deed_phrases"]
    for number, token in enumerate(tokens):
        low = token.low
        if (low in alone or low in phrases) and _is_verb(tokens, number, language):
            used, phrase = _phrasal(tokens, number, low, language, passive=False)
            found += phrase if used else language.deeds(low, verb=True)
    return found


def told_by(tokens: Sequence[Token], kinds: Collection[str], language: Language) -> str:
    """Return the first word of a text that may tell one of these kinds of deed, with what makes it one.

    "died", "took over", "taken … custody"; "" where there is none.
    """
    for number, token in enumerate(tokens):
        used, phrase = _phrasal(tokens, number, token.low, language, passive=False)
        if used and not set(kinds).isdisjoint(phrase):
            follows = number + 1 < len(tokens) and tokens[number + 1].low == used
            return f"{token.text} {used}" if follows else f"{token.text} … {used}"
        told = {*language.deeds(token.low, verb=True), *language.deeds(token.low, verb=False)}
        if (token.is_word and not told.isdisjoint(kinds)) or language.stem(token.low) in kinds:
            return token.text
    return ""


def _is_verb(tokens: Sequence[Token], number: int, language: Language) -> bool:
    """Tell whether a word is a verb by its form, or by the auxiliary before it."""
    forms = {form.form for form in language.verb(tokens[number].low)}
    helpers = language.words["auxiliary_words"], language.words["infinitive_words"]
    if not forms or any(tokens[number].low in words for words in helpers):
        return False
    before = tokens[number - 1].low if number else ""
    return forms != {"base"} or any(before in words for words in helpers)
