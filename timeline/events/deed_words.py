"""The words that tell kinds of deed, as the data file of a language lists them.

A line of `deeds` begins with the name of a kind. Behind it stand words and phrases, each with a mark where
it holds of some uses only: "verb-word" wants the word behind the verb, "verb-word&other" another word of its
clause as well, and "|" stands between words of which each will do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from timeline.events.inflection import forms_of

_AS_VERB, _AS_NOUN = "v", "n"  # marks of a word that tells a deed only as the one or the other
_DONE_TO, _DONE = "t", "i"  # marks of a verb that tells it only with an object, or only without one
_ADDS = "a"  # mark of a phrase that tells a deed beside those of its verb alone ("shut the border")
_NOT_OF = {True: _DONE, False: _DONE_TO, None: ""}  # the mark that having an object or none rules out


class Use(NamedTuple):
    """A kind of deed that a verb tells with a word behind it, and with one of `objects` where any are."""

    deed: str
    mark: str
    objects: frozenset[str]


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
) -> tuple[dict[str, tuple[tuple[str, str], ...]], dict[str, dict[str, tuple[Use, ...]]]]:
    """Read the kinds of deed: of each word form with its mark, and of verbs with a word behind."""
    single: dict[str, dict[tuple[str, str], None]] = {}
    uses: dict[str, dict[str, tuple[Use, ...]]] = {}
    for first, *others in (line.split() for line in data["deeds"]):
        name = first.partition("/")[0]
        for told in (first, *others):
            word, _, mark = told.partition("/")
            verbs, _, behind = word.partition("-")
            afters, _, objects = behind.partition("&")
            use = Use(name, mark, frozenset(objects.split("|")) - {""})
            for form in _all_forms_of(verbs.split("|"), data, words):
                if not behind:
                    single.setdefault(form, {})[name, mark] = None
                    continue
                known = uses.setdefault(form, {})
                for after in afters.split("|"):
                    known[after] = (*known.get(after, ()), use)
    return {form: tuple(found) for form, found in single.items()}, uses


def by_word(uses: Mapping[str, Sequence[Use]]) -> dict[str, tuple[str, ...]]:
    """Return the kinds that a verb tells with each of some words, whatever stands beside."""
    told = {
        word: tuple(dict.fromkeys(u.deed for u in known if not u.objects)) for word, known in uses.items()
    }
    return {word: deeds for word, deeds in told.items() if deeds}


def _all_forms_of(
    verbs: Iterable[str], data: Mapping[str, Any], words: Mapping[str, frozenset[str]]
) -> list[str]:
    """Return each verb with its forms, once."""
    return list(dict.fromkeys(form for verb in verbs for form in (verb, *forms_of(verb, data, words))))
