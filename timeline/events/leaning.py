"""Leads that tell their news beside the main clause: "who has died, was the first"."""

from __future__ import annotations

from timeline.events.attach import Timing
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.kinds import judge
from timeline.events.language import Language
from timeline.events.verb_group import DONE, Mood
from timeline.model import Kind


def leans(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Tell whether the main clause, which tells no deed itself, leans on a deed behind "after" or "when".

    Or behind "who", where that somebody has died: so obituaries open.
    """
    above = parse.clauses[clause.parent] if clause.parent >= 0 else None
    if above is None or above.role not in {Role.MAIN, Role.COORDINATE}:
        return False
    verdict = judge(parse, clause, timing, language)
    if clause.role is Role.RELATIVE:
        ended = clause.verb.mood is Mood.PERFECT and clause.verb.lemma in language.words["verbs.ending_lives"]
        return ended and verdict.kind is Kind.HAPPENED
    if clause.role is not Role.ADVERBIAL:
        return False
    occasion = clause.connector in language.words["occasioning"] and clause.verb.mood in DONE
    return (
        occasion and verdict.kind is Kind.HAPPENED and clause.verb.lemma not in language.words["verbs.state"]
    )
