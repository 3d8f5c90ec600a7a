"""What the program knows of a language beyond its time words.

One data file, read once, when a new article needs it.

`load("en")` gives the `Language` of `languages/en.yaml`; None where there is no such file. A value of words
becomes a set, a list becomes phrases (tuples of words), the verbs become a table of all their forms. No
word of any language stands in Python.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

from timeline.events.deed_words import Use, kinds_of_uses, kinds_of_word, of_plain_uses, read_deeds
from timeline.events.furniture import Furniture
from timeline.events.inflection import Form, all_forms, by_rule, compiled, forms_of

_BENT = frozenset({"past", "participle"})  # forms that may have another stem than the base form


@dataclass(frozen=True)
class Language:
    """The words, phrases, verb forms and patterns of one language.

    `words` maps the dotted name of a value to its words ("verbs.act"), `phrases` that of a list to its
    phrases by their first word, `last_words` the words that they end with; `data` is the file itself.
    """

    code: str
    words: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]
    forms: Mapping[str, tuple[Form, ...]]
    data: Mapping[str, Any]
    patterns: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    last_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    furniture: Furniture = field(default_factory=lambda: Furniture.read(()))
    # What was worked out before, of words and of names of values: articles ask for the same again and again.
    concepts_met: dict[str, str] = field(default_factory=dict, compare=False)
    known_cues: dict[str, str] = field(default_factory=dict, compare=False)
    forms_met: dict[str, tuple[Form, ...]] = field(default_factory=dict, compare=False)
    readings_met: dict[str, Mapping[str, str]] = field(default_factory=dict, compare=False)
    adverbs_met: dict[str, bool] = field(default_factory=dict, compare=False)
    phrases_met: dict[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict, compare=False)
    unions_met: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False)
    differences_met: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def union(self, *names: str) -> frozenset[str]:
        """Return the words of several values as one set."""
        found = self.unions_met.get(names)
        if found is None:
            found = self.unions_met[names] = frozenset[str]().union(*(self.words[name] for name in names))
        return found

    def difference(self, *names: str) -> frozenset[str]:
        """Return the words of the first of some values that none of the others has."""
        found = self.differences_met.get(names)
        if found is None:
            found = self.differences_met[names] = self.words[names[0]] - self.union(*names[1:])
        return found

    def verb(self, word: str) -> tuple[Form, ...]:
        """Return the readings of a lower-case word as a verb.

        A regular past of an unknown verb counts as one.
        """
        found = self.forms_met.get(word)
        if found is None:
            known = self.forms.get(word)
            found = self.forms_met[word] = _unknown_past(self, word) if known is None else known
        return found

    def past(self, lemma: str) -> str:
        """Return the past form of a base form; the base form itself where none is known."""
        found: Mapping[str, str] = self.data["past_of"]
        return found.get(lemma, lemma)

    def readings(self, word: str) -> Mapping[str, str]:
        """Return the base form for each verb form that a lower-case word may be."""
        found = self.readings_met.get(word)
        if found is None:
            found = self.readings_met[word] = {form.form: form.lemma for form in reversed(self.verb(word))}
        return found

    def is_adverb(self, word: str) -> bool:
        """Tell whether a lower-case word may stand inside a verb group without changing its tense."""
        found = self.adverbs_met.get(word)
        if found is None:
            ends_so = bool(self.patterns["adverb"].fullmatch(word)) and word not in self.words["not_adverb"]
            listed = word in self.union("adverbs", "hedges", "possibly")
            found = self.adverbs_met[word] = listed or ends_so
        return found

    def deeds(self, word: str, *, verb: bool, done_to: bool | None = None) -> tuple[str, ...]:
        """Return the kinds of deed that a lower-case word may tell, as a verb or as a noun.

        `done_to`: whether the verb is done to something; None where that is not known.
        """
        marked = self.data["deeds_of"].get(word)
        return kinds_of_word(marked, verb=verb, done_to=done_to) if marked else ()  # of few words

    def deed_phrases(self, word: str) -> Mapping[str, tuple[str, ...]]:
        """Return the kinds of deed that a verb tells together with one of these words behind it."""
        found = self.phrases_met.get(word)
        if found is None:
            found = self.phrases_met[word] = of_plain_uses(self.data["deed_uses"].get(word, {}))
        return found

    def deed_uses(
        self, verb: str, word: str, others: Collection[str], *, done_to: bool | None
    ) -> tuple[str, ...]:
        """Return the kinds that a verb tells with a word behind it, and others of its clause."""
        uses: Sequence[Use] = self.data["deed_uses"].get(verb, {}).get(word, ())
        plain = self.deeds(verb, verb=True, done_to=done_to)
        return kinds_of_uses(uses, others, plain, done_to=done_to)

    def stem(self, word: str) -> str:
        """Return the word without its ending, as words are compared across articles."""
        return _stem(self, word)

    def concept(self, word: str) -> str:
        """Return the name of the kind of thing or people that a word means, else its stem."""
        found = self.concepts_met.get(word)
        if found is None:
            bent = next((f.lemma for f in self.forms.get(word, ()) if f.form in _BENT), word)
            found = self.concepts_met[word] = str(self.data["concept_of"].get(word) or self.stem(bent))
        return found


@lru_cache(maxsize=8)
def load(code: str) -> Language | None:
    """Return the language of a BCP 47 code, by its first part; None where no data file exists."""
    import yaml

    name = code.partition("-")[0].partition("_")[0].lower()
    if not re.fullmatch(r"[a-z]{2,3}", name):
        return None
    file = resources.files(__package__) / "languages" / f"{name}.yaml"
    if not file.is_file():
        return None
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return _made(yaml.load(file.read_text("utf-8"), Loader=loader))  # noqa: S506 - our own or a test file; BaseLoader only makes text


def _made(data: dict[str, Any]) -> Language:
    words = {name: frozenset(value.split()) for name, value in _leaves(data) if isinstance(value, str)}
    listed = {
        name: tuple(tuple(item.split()) for item in value)
        for name, value in _leaves(data)
        if isinstance(value, list) and all(isinstance(item, str) for item in value)
    }
    data["irregular_of"] = {parts[0]: parts[1:] for parts in (line.split() for line in data["irregular"])}
    data["inflection"] = compiled(data["inflection"])
    forms = all_forms(data, words)
    patterns = {
        "adverb": re.compile(data["adverb_pattern"]),
        "dateline": re.compile(data["dateline"]),
        "dateline_capitals": re.compile(data["dateline_capitals"]),
        "asking_label": re.compile(data["asking_label"]),
        "plural": re.compile(data["headline"]["plural_pattern"]),
        "attributive_place": re.compile(data["attributive_place"]),
        "name": re.compile(data["headline"]["name_pattern"]),
        "adjective": re.compile(data["headline"]["adjective_pattern"]),
        "doers": re.compile(data["headline"]["doers_pattern"]),
        "abstract": re.compile(data["headline"]["abstract_pattern"]),
        "past": re.compile(data["unknown_past"]),
        "third": re.compile(data["unknown_third"]),
        "gerund": re.compile(data["unknown_gerund"]),
    }
    plurals = (by_rule(data["inflection"]["third"], noun) for noun in words["event_nouns"])
    words["event_nouns"] |= frozenset(plurals) - words["plain_plurals"]
    words["gendered"] = frozenset(w for titles in data["other_gender"].values() for w in titles.split())
    data["stem_order"] = tuple(sorted((e for (e,) in listed["stem_endings"]), key=lambda e: (-len(e), e)))
    data["kept_tuple"] = tuple(sorted(words["kept_beginnings"]))
    data["country_of"] = _adjectives(data["demonyms"])
    data["government_of"] = _adjectives(data["governments"])
    data["concept_of"], data["state_word"] = {}, {}
    phrases = {name: _by_first(items) for name, items in listed.items()}
    data["past_of"] = {}
    for text, readings in forms.items():
        for form in readings:
            if form.form == "past":
                data["past_of"].setdefault(form.lemma, text)
    last_words = {name: frozenset(phrase[-1] for phrase in items) for name, items in listed.items()}
    furniture = Furniture.read(data["furniture"])
    language = Language(data["language"], words, phrases, forms, data, patterns, last_words, furniture)
    for name, *others in (line.split() for line in data["concepts"]):
        for word in (name, *others):
            for form in (word, *forms_of(word, data, words)):
                data["concept_of"].setdefault(form, name)
    for word, country in (*data["country_of"].items(), *data["government_of"].items()):
        data["state_word"][language.stem(word)] = language.stem(country.split()[-1].casefold())
    data["deeds_of"], data["deed_uses"] = read_deeds(data, words)
    words["alternating_forms"] = frozenset(
        form for verb in words["alternating"] for form in (verb, *forms_of(verb, data, words))
    )
    data["opposite_of"] = _both_ways(line.split() for line in data["opposites"])
    data["kin_of"] = _both_ways([one, o] for one, *others in map(str.split, data["kindred"]) for o in others)
    words["deed_names"] = frozenset(line.split()[0].partition("/")[0] for line in data["deeds"])
    return language


def _both_ways(pairs: Iterable[list[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each word of a pair the words that it is paired with."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: tuple(sorted(others)) for word, others in found.items()}


def _by_first(items: tuple[tuple[str, ...], ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """File phrases under their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in items:
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for first, phrases in found.items()}


def _adjectives(demonyms: Mapping[str, str]) -> dict[str, str]:
    """Return the country of each adjective or short name, case-folded; a hyphen stands for a space."""
    return {
        word.replace("-", " ").casefold(): country
        for country, words in demonyms.items()
        for word in words.split()
    }


def _leaves(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _unknown_past(language: Language, word: str) -> tuple[Form, ...]:
    if word in language.words["verbs.not_past"] or word.startswith(language.data["undone"]):
        return ()
    prefix: str = language.data["again"]
    if word.startswith(prefix) and (bare := language.forms.get(word[len(prefix) :])):
        return tuple(Form(prefix + form.lemma, form.form) for form in bare)  # "re-entered"
    found = language.patterns["past"].fullmatch(word)
    return (Form(found[1], "past"), Form(found[1], "participle")) if found else ()


def _stem(language: Language, word: str) -> str:
    shortest = 3
    for ending in language.data["stem_order"]:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: -len(ending)]
    return word
