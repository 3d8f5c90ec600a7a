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
    main = {c.index for c in told if c.role is not Role.ADVERBIAL}
    behind = {c.index for c in told if c.role is Role.ADVERBIAL and c.parent in main and _follows(parse, c)}
    return [c for c in told if c.shares_subject < 0 and c.index not in behind]


def _follows(parse: Parse, clause: Clause) -> bool:
    """Tell whether a clause stands behind the one that it hangs on: its subject is not taken up."""
    above = parse.clauses[clause.parent]
    return above.group is not None and above.verb.last < clause.first


def names_others(parse: Parse, first: int, last: int, language: Language) -> bool:
    """Tell whether somebody, or a name that may be somebody's, stands between two tokens."""
    known = language.union("people", "nominative", "object_pronouns")
    if any(parse.tokens[i].low in known for i in range(first, last)):
        return True
    return names_somebody(parse, first, last, language)


def names_somebody(parse: Parse, first: int, last: int, language: Language) -> bool:
    """Tell whether a name that may be one person's stands between two tokens."""
    return any(_may_be_somebody(parse, run, language) for run in _names(parse, first, last))


def _names(parse: Parse, first: int, last: int) -> list[range]:
    """Return the runs of words with a capital between two tokens."""
    runs, at = list[range](), first
    while at < last:
        end = at
        while end < last and parse.tokens[end].is_capital and end not in parse.times:
            end += 1
        if end > at:
            runs.append(range(at, end))
        at = max(end, at + 1)
    return runs


def _may_be_somebody(parse: Parse, run: range, language: Language) -> bool:
    """Tell whether a name may be one person's: no body, no people, nothing named for where it is.

    "the Labour Party", "the Turks", "to Arl", "in the Caucasus", "a French garrison" are none.
    """
    tokens, words = parse.tokens, language.words
    lows = [tokens[i].low for i in run]
    if language.union("titles.organisation", "bodies", "prepositions").intersection(lows):
        return False
    name = " ".join(tokens[i].text for i in run)
    if gazetteer().country(language.data["country_of"].get(name.casefold(), name)):
        return False
    at = run.start - 1
    definite = at >= 0 and tokens[at].low in words["definite_articles"]
    if definite and language.patterns["plural"].fullmatch(lows[-1]):
        return False
    return tokens[at - definite].low not in words["locatives"]


def as_somebody(topic: Topic) -> Topic:
    """Return a lone name as one that may be a person's, unless it is a country's."""
    lone = topic.kind == "thing" and topic.text.isalpha() and topic.text[:1].isupper()
    return replace(topic, kind=NAME) if lone and not gazetteer().country(topic.text) else topic
