"""Phrasal verbs: what the word behind a verb makes of it ("caved in", "took control", "called for calm")."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language
from timeline.events.objects import has_event_object
from timeline.events.verb_group import DONE


def is_idle(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the word behind a verb makes it no deed ("called for calm")."""
    group = clause.verb
    behind = parse.tokens[group.last + 1].low if group.last + 1 < len(parse.tokens) else ""
    if is_phrasal(parse, clause, language):
        return False
    if _brings_about(parse, clause, language):
        return False
    name = "idle_passive" if group.passive else "idle"
    return (group.lemma, behind) in language.phrases[name].get(group.lemma, ())


def _brings_about(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "The review led to three closures in 2019": what came of it, with its time."""
    group, words = clause.verb, language.words
    if group.lemma not in words["verbs.resulting"] or not has_event_object(parse, clause, language):
        return False
    pronouns = language.union("pronouns", "relatives", "relative_that")  # but "That led to a strike"
    owned = parse.owned(clause)
    named = any(i < group.first and parse.tokens[i].low not in pronouns for i in owned)
    return named and any(i in parse.times for i in owned if i > group.last)


def is_carried(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "were taken to schools": a common verb in the passive, and where to."""
    group = clause.verb
    at = group.last + 1
    where = parse.tokens[at].low if at < len(parse.tokens) else ""
    carried = group.lemma in language.words["verbs.carrying"]
    return carried and group.passive and where in language.words["directions"]


def has_particle(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "the roof caved in", "ran aground": with a particle right behind it, a verb tells a deed."""
    group, words = clause.verb, language.words
    at = group.last + 1
    particles = words["telling_particles"]
    if at < len(parse.tokens) and parse.tokens[at].low in words["object_pronouns"]:
        at, particles = at + 1, words["separable"]  # "rolled it back"
    particle = at < len(parse.tokens) and parse.tokens[at].low in particles
    listed = language.union("verbs.mind", "verbs.frame", "verbs.failing", "verbs.asking", "verbs.lasting")
    return particle and group.mood in DONE and group.lemma not in listed


def is_phrasal(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a common verb makes a deed with a word shortly behind it.

    "lost their lives", "took control".
    """
    at = clause.verb.last + 1
    reach = 4
    behind = [t.low for t in parse.tokens[at : at + reach]]
    return any(f"{clause.verb.lemma}-{word}" in language.data["phrasal"] for word in behind)
