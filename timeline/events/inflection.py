"""Inflection: the forms of a verb, by the rules and the irregular verbs of a language's file.

`all_forms(data, words)` gives the table of all verbs that the file names, `forms_of(word, data, words)` the
forms of one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Rules = tuple[tuple[re.Pattern[str], str], ...]
_EITHER = "/"  # parts two forms that are as good as each other


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word as a verb.

    Its base form, and which form it is (base, third, past, participle, gerund).
    """

    lemma: str
    form: str


def all_forms(data: Mapping[str, Any], words: Mapping[str, frozenset[str]]) -> dict[str, tuple[Form, ...]]:
    """Inflect every verb that the file names."""
    irregular = data["irregular_of"]
    lemmas = set(irregular).union(*(value for name, value in words.items() if name.startswith("verbs.")))
    lemmas -= words["verbs.particles"] | (words["verbs.not_past"] - set(irregular))
    forms: dict[str, list[Form]] = {}
    for lemma in sorted(lemmas):
        for name, text in _inflected(lemma, irregular.get(lemma), data, words):
            forms.setdefault(text, []).append(Form(lemma, name))
    return {text: tuple(readings) for text, readings in forms.items()}


def forms_of(word: str, data: Mapping[str, Any], words: Mapping[str, frozenset[str]]) -> list[str]:
    """Return the forms of a word as a verb; its plural as a noun is the third person's."""
    return [text for _, text in _inflected(word, data["irregular_of"].get(word), data, words)]


def _inflected(
    lemma: str, irregular: list[str] | None, data: Mapping[str, Any], words: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    inflection, stems = data["inflection"], _stems(lemma, words)
    past = irregular[0] if irregular else _EITHER.join(by_rule(inflection["past"], stem) for stem in stems)
    yield "base", lemma
    yield "third", by_rule(inflection["third"], lemma)
    yield from (("past", form) for form in past.split(_EITHER))
    yield from (("participle", form) for form in (irregular[-1] if irregular else past).split(_EITHER))
    yield from (("gerund", by_rule(inflection["gerund"], stem)) for stem in stems)


def _stems(lemma: str, words: Mapping[str, frozenset[str]]) -> list[str]:
    """Return what stands before -ed and -ing: "cancell", and "cancel" as well."""
    doubled = lemma + lemma[-1]
    if lemma in words["doubling_or_not"]:
        return [doubled, lemma]
    return [doubled if lemma in words["doubling"] else lemma]


def compiled(inflection: Mapping[str, Iterable[Iterable[str]]]) -> dict[str, Rules]:
    """Return the rules of each form, as they stand in the file, ready to be tried on many words."""
    return {
        form: tuple((re.compile(pattern), replacement) for pattern, replacement in rules)
        for form, rules in inflection.items()
    }


def by_rule(rules: Rules, word: str) -> str:
    """Return a word changed by the first of some rules (pattern, what takes its place) that fits it."""
    pattern, replacement = next(rule for rule in rules if rule[0].search(word))
    return pattern.sub(replacement, word, count=1)
