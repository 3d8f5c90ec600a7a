"""Whom a pronoun means that stands for the subject of a clause before it in its sentence.

"The mill was sold in March, and it reopened on Monday": the subject of one clause is as a rule that of the
next. In doubt there is none.
"""

from __future__ import annotations

from dataclasses import replace

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.gazetteer import gazetteer
from timeline.events.language import Language
from timeline.events.topic_words import NAME
from timeline.events.topics import Topic

_BESIDE = frozenset({Role.MAIN, Role.COORDINATE, Role.ADVERBIAL})
_WITHIN = frozenset({Role.RELATIVE, Role.PARTICIPLE, Role.PARENTHESIS})


def clauses_before(parse: Parse, clause: Clause) -> list[Clause]:
    """Return the clauses whose subject a pronoun at the head of another may stand for, the last one last.

    None where something is said or supposed before it: who says it and of whom it is said may be two.
    """
    told = [c for c in parse.clauses if c.group and c.group.last < clause.verb.first and c is not clause]
    told = sorted((c for c in told if c.role not in _WITHIN), key=lambda c: c.verb.first)
    if any(c.role not in _BESIDE or c.quoted for c in told):
        return []
    return [c for c in told if c.shares_subject < 0]


def names_others(parse: Parse, first: int, last: int, language: Language) -> bool:
    """Tell whether somebody, or a name that may be somebody's, stands between two tokens."""
    known = language.union("people", "nominative", "object_pronouns")
    return any(
        parse.tokens[i].low in known
        or (parse.tokens[i].is_capital and i not in parse.times and not _is_placed(parse, i, language))
        for i in range(first, last)
    )


def _is_placed(parse: Parse, index: int, language: Language) -> bool:
    """Tell whether a capital is that of a place or a body ("to Arl", "the Labour Party")."""
    bodies = language.union("titles.organisation", "bodies", "prepositions")
    return parse.tokens[index].low in bodies or parse.tokens[index - 1].low in language.words["locatives"]


def as_somebody(topic: Topic) -> Topic:
    """Return a lone name as one that may be a person's, unless it is a country's."""
    lone = topic.kind == "thing" and topic.text.isalpha() and topic.text[:1].isupper()
    return replace(topic, kind=NAME) if lone and not gazetteer().country(topic.text) else topic
