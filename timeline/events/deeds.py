"""Deeds: which kinds of deed the verb or the noun of an event may tell.

The kinds are those of the language's `deeds`; a word may be of several. "Walked out" is a strike, "seized
power" a coup, "the strike began" a strike, "the deal was struck" an agreement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.events.deed_words import DOER
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.events.verb_group import VerbGroup

# Verbs whose object may be the deed: "held a vote", "opened an inquiry", "announced the closure".
_TELLING_BY_NOUN = ("verbs.light", "verbs.state", "verbs.frame", "verbs.announce", "openers", "holders")
_NO_OBJECTS = ("prepositions", "subordinators", "coordinators", "relatives", "infinitive_words")
_SEVERAL = 2
_MEASURED = 2  # words: a number and its unit
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
        return Kinds(_or_stem(language.deeds(deed.lemma, verb=False), deed.lemma, language), at)
    verb = tokens[at].low if at >= 0 else deed.lemma
    passive = deed.group.passive
    used, phrase = _phrasal(tokens, at, verb, language, passive=passive)
    if not used or used in language.words["prepositions"]:
        by_doer = _by_its_doer(tokens, at, verb, language, passive=passive)
        used, phrase = by_doer if by_doer[0] else (used, phrase)
    if used:  # "closed the border", where "closed" alone tells the same: the border makes no deed of it
        is_idiom = set(phrase).isdisjoint(language.deeds(verb, verb=True))
        return Kinds(phrase, at, used if is_idiom else "")
    noun = _deed_noun(tokens, at, deed.lemma, language, passive=passive)
    if noun:
        return Kinds(_or_stem(language.deeds(noun, verb=False), noun, language), at, noun)
    done_to = passive or _has_object(_past_particles(tokens[at + 1 :], language), language)
    alone = language.deeds(verb, verb=True, done_to=done_to) or language.deeds(verb, verb=True)
    return Kinds(_or_stem(_of_its_doer(alone, tokens, at, language, passive=passive), verb, language), at)


def _of_its_doer(
    kinds: tuple[str, ...], tokens: Sequence[Token], at: int, language: Language, *, passive: bool
) -> tuple[str, ...]:
    """Return those of several kinds that what does the deed is of: "the storm hit", "hit by the storm"."""
    if len(kinds) < _SEVERAL or at < 0:
        return kinds
    doer = _doer(tokens, at, language, passive=passive)
    named = {kind for t in doer for kind in language.deeds(t.low, verb=False)}
    return tuple(kind for kind in kinds if kind in named) or kinds


def _by_its_doer(
    tokens: Sequence[Token], at: int, verb: str, language: Language, *, passive: bool
) -> tuple[str, tuple[str, ...]]:
    """Return what does a deed, marked, and the kinds that the verb tells of it: "measles hit the town"."""
    phrases: Mapping[str, object] = language.data["deed_uses"].get(verb, {})
    if not phrases or at < 0:
        return "", ()
    doers = (f"{DOER}{t.low}" for t in reversed(_doer(tokens, at, language, passive=passive)))
    known = [doer for doer in doers if doer in phrases]
    if not known:
        return "", ()
    done_to = passive or _has_object(_past_particles(tokens[at + 1 :], language), language)
    near = _beside(tokens, at, language)
    told = ((doer, language.deed_uses(verb, doer, near, done_to=done_to)) for doer in known)
    doer, kinds = next(((doer, kinds) for doer, kinds in told if kinds), ("", ()))
    names_it = not set(kinds).isdisjoint(language.deeds(doer.removeprefix(DOER), verb=False))
    return (doer.removeprefix(DOER) if names_it else doer), kinds  # "the strike began": the noun is the deed


def _doer(tokens: Sequence[Token], at: int, language: Language, *, passive: bool) -> Sequence[Token]:
    """Return what does the deed of the verb at a place: before it, or in the passive behind its "by"."""
    if not passive:
        return _to_preposition(tokens[:at], language)
    by = next((n for n in range(at, len(tokens)) if tokens[n].low in language.words["agent"]), len(tokens))
    return _to_preposition(tokens[by + 1 :], language)


def _place_of(deed: Deed, tokens: Sequence[Token], language: Language) -> int:
    """Return where the word of a deed stands; -1 where it does not."""
    if deed.group is None:
        return next((n for n, t in enumerate(tokens) if t.low == deed.lemma), -1)
    if not deed.lemma:
        return -1
    named = (n for n, t in enumerate(tokens) if any(f.lemma == deed.lemma for f in language.verb(t.low)))
    unknown = (n for n, t in enumerate(tokens) if t.low.startswith(deed.lemma))  # "circling"
    return next(named, next(unknown, -1))


def _or_stem(kinds: tuple[str, ...], word: str, language: Language) -> tuple[str, ...]:
    return kinds or ((language.stem(word),) if word else ())


def _phrasal(
    tokens: Sequence[Token], at: int, verb: str, language: Language, *, passive: bool
) -> tuple[str, tuple[str, ...]]:
    """Return the word that makes a deed together with a verb, and the kinds of that deed.

    In the passive it may stand before the verb. What a deed does is another: "the strike stopped work".
    """
    phrases: Mapping[str, object] = language.data["deed_uses"].get(verb, {})
    if not phrases or not (passive or any(t.low in phrases for t in tokens[at + 1 :])):
        return "", ()  # nearly always
    near = _beside(tokens, at, language)
    by = next((n for n, low in enumerate(near) if passive and low in language.words["agent"]), len(near))
    making = [word for word in near[:by] if word in phrases]
    alternates = not making and verb in language.words["alternating_forms"]
    if not (making or passive or alternates):  # nearly always: no need to look at the subject
        return "", ()
    subject = _to_preposition(tokens[: max(at, 0)], language)
    done_to = passive or _has_object(_past_particles(tokens[at + 1 :], language), language)
    befalls = passive or not done_to  # "the slope was brought down", "the slope came down"
    if passive or (alternates and befalls):  # "trading was stopped", "trading stopped"
        making += [t.low for t in reversed(subject) if t.low in phrases]
    others = {*near[:by], *(t.low for t in subject if befalls)}
    others.update(f"{DOER}{low}" for low in (near[by:] if passive else (t.low for t in subject)))
    told = {
        word: language.deed_uses(verb, word, others, done_to=done_to)
        for word in (*making, *(word for word in near[by:] if word in phrases))
    }
    bare = language.words["prepositions"]
    chosen = (*(w for w in making if w not in bare), *making, *near[by:])
    used = next((word for word in chosen if told.get(word)), "")
    if used not in making:  # "hit by a bullet"
        return (near[by], told[used]) if used else ("", ())
    kinds = told[used]
    doing = {kind for t in subject for kind in language.deeds(t.low, verb=False)}
    if doing and not passive and not language.words["phase_deeds"].isdisjoint(kinds):
        phases_told = language.words["phase_deeds"].intersection(kinds)
        return used, (*sorted(doing), *sorted(phases_told))  # "the march got under way" tells the march
    happens = used in language.words["separable"] and not _has_object(tokens[at + 2 :], language)
    happens = happens or used in language.words["locatives"]
    if happens and not doing.isdisjoint(kinds):  # "a fire broke out", "fire swept through the hotel"
        return used, tuple(kind for kind in kinds if kind in doing)
    found = tuple(kind for kind in kinds if passive or kind not in doing)
    return (used, found) if found else ("", ())


def _beside(tokens: Sequence[Token], at: int, language: Language) -> list[str]:
    """Return the words behind a verb that may belong to it: a preposition only where it follows directly."""
    if at < 0:
        return []
    behind = tokens[at + 1 :]
    end = next((n for n, t in enumerate(behind) if not (t.is_word or t.text[0].isdigit())), len(behind))
    near = [t.low for _, t in _within_reach(behind[:end], language)]
    bound = language.difference("prepositions", "separable", "agent")
    return [low for n, low in enumerate(near) if n == 0 or low not in bound]


def _past_particles(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """Return what stands behind the particles and adverbs of a verb: "shut | down the plant"."""
    separable = language.words["separable"]
    first = (n for n, t in enumerate(tokens) if t.low not in separable and not language.is_adverb(t.low))
    return tokens[next(first, len(tokens)) :]


def _within_reach(tokens: Sequence[Token], language: Language) -> Iterator[tuple[int, Token]]:
    """Yield the words near enough; names, articles and figures lengthen the way: "gave Per Dahl the boot"."""
    left = _REACH
    for number, token in enumerate(tokens):
        passed = token.is_capital or token.text[0].isdigit() or token.low in language.words["articles"]
        left -= not passed
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
            if (not t.is_word and t.text not in language.words["possessive_marks"])
            or (t.low in language.words["prepositions"] and n > 0)
        ),
        len(tokens),
    )
    return tokens[:end]


def _has_object(behind: Sequence[Token], language: Language) -> bool:
    """Tell whether words behind a verb begin with what it is done to: no measure ("fell 3 metres")."""
    if not behind or not behind[0].is_word or behind[0].low in language.union(*_NO_OBJECTS):
        return False
    units = (
        language.union("measures", "prepositions")
        if behind[0].text[0].isdigit()
        else language.words["measures"]
    )
    return len(behind) < _MEASURED or behind[1].low not in units


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
    alone, phrases = language.data["deeds_of"], language.data["deed_uses"]
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
