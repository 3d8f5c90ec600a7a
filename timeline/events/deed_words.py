"""The words that tell kinds of deed, as the data file of a language lists them.

A line of `deeds` begins with the name of a kind. Behind it stand words and phrases, each with a mark where
it holds of some uses only: "verb-word" wants the word behind the verb, "verb-word&other" another word of its
clause as well, "verb-@word" the word as what does it, and "|" stands between words of which each will do.
"_" is a hyphen of the word itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from timeline.events.inflection import forms_of

_AS_VERB, _AS_NOUN = "v", "n"  # marks of a word that tells a deed only as the one or the other
_DONE_TO, _DONE = "t", "i"  # marks of a verb that tells it only with an object, or only without one
_ADDS = "a"  # mark of a phrase that tells a deed beside those of its verb alone ("shut the border")
DOER = "@"  # mark of words that do the deed of a verb, and do not stand behind it
_NOT_OF = {True: _DONE, False: _DONE_TO, None: ""}  # the mark that having an object or none rules out


class Use(NamedTuple):
    """A kind of deed that a verb tells with a word behind it, and with one of `objects` where any are."""

    deed: str
    mark: str
    objects: frozenset[str]


Marked = tuple[tuple[str, str], ...]  # the kinds that a word tells alone, each with its mark
Uses = Mapping[str, tuple[Use, ...]]  # those of a verb with each of some words
T = TypeVar("T")


def kinds_of_word(
    marked: Iterable[tuple[str, str]], *, verb: bool, done_to: bool | None = None
) -> tuple[str, ...]:
    """Return the kinds that a word tells as a verb or a noun; `done_to`: whether the verb has an object."""
    others = (_AS_NOUN, _NOT_OF[done_to] or _AS_NOUN) if verb else (_AS_VERB, _DONE_TO, _DONE)
    return tuple(dict.fromkeys(deed for deed, mark in marked if mark not in others))


def kinds_of_uses(
    uses: Sequence[Use], others: Collection[str], plain: Iterable[str], *, done_to: bool | None
) -> tuple[str, ...]:
    """Return the kinds that a verb tells with a word behind it, and others of its clause.

    Where the verb is known with both ("cut off" with "water"), what it tells with the one is not meant.
    `plain`: what the verb tells alone.
    """
    fitting = [use for use in uses if not use.mark or use.mark != _NOT_OF[done_to]]
    both = [use for use in fitting if not use.objects.isdisjoint(others)]
    told = both or [use for use in fitting if not use.objects]
    adds = any(use.mark == _ADDS for use in told)
    return tuple(dict.fromkeys((*(use.deed for use in told), *(plain if adds else ()))))


def read_deeds(
    data: Mapping[str, Any], words: Mapping[str, frozenset[str]]
) -> tuple[dict[str, Marked], dict[str, Uses]]:
    """Read the kinds of deed: of each word form with its mark, and of verbs with a word behind."""
    single: dict[str, dict[tuple[str, str], None]] = {}
    uses: dict[str, dict[str, list[Use]]] = {}
    for first, *others in (line.split() for line in data["deeds"]):
        name = first.partition("/")[0]
        for told in (first, *others):
            word, _, mark = told.partition("/")
            verbs, _, behind = word.partition("-")
            afters, _, objects = behind.partition("&")
            use = Use(name, mark, frozenset(_words_of(objects)) - {""})
            for verb in verbs.split("|"):
                if not behind:
                    single.setdefault(verb.replace("_", "-"), {})[name, mark] = None
                    continue
                known = uses.setdefault(verb, {})
                for after in _words_of(afters):
                    known.setdefault(after, []).append(use)
    forms = {verb: dict.fromkeys((verb, *forms_of(verb, data, words))) for verb in {**single, **uses}}
    marked = {verb: tuple(found) for verb, found in single.items()}
    phrases = {verb: {word: tuple(u) for word, u in found.items()} for verb, found in uses.items()}
    return _of_forms(marked, forms, _all_marked), _of_forms(phrases, forms, _all_uses)


def _words_of(listed: str) -> list[str]:
    """Return the words between the strokes of a list; the mark before the first is one of each."""
    mark = DOER if listed.startswith(DOER) else ""
    return [mark + word for word in listed.removeprefix(mark).split("|")]


def of_plain_uses(known: Uses) -> dict[str, tuple[str, ...]]:
    """Return the kinds that a verb tells with each of some words, whatever stands beside."""
    told = {word: tuple(dict.fromkeys(u.deed for u in uses if not u.objects)) for word, uses in known.items()}
    return {word: deeds for word, deeds in told.items() if deeds}


def _of_forms(
    of_verbs: Mapping[str, T], forms: Mapping[str, Iterable[str]], joined: Callable[[T, T], T]
) -> dict[str, T]:
    """Return what is known of each form, given that of the verbs, which a form may be of several."""
    found: dict[str, T] = {}
    for verb, known in of_verbs.items():
        for form in forms[verb]:
            found[form] = joined(found[form], known) if form in found else known
    return found


def _all_marked(one: Marked, other: Marked) -> Marked:
    return tuple(dict.fromkeys((*one, *other)))


def _all_uses(one: Uses, other: Uses) -> Uses:
    return {**one, **{word: (*one.get(word, ()), *uses) for word, uses in other.items()}}
