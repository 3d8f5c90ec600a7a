"""Denials outside the verb: "No one was hurt", "gave no answer"; and "no fewer than six", which is none."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language


def denied_subject(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "No one was hurt", "none of the ships left"."""
    subject = [parse.tokens[i].low for i in parse.owned(clause) if i < clause.verb.first]
    return any(
        word in language.words["denying_subjects"]
        and not _is_bound(subject[n + 1 : n + 3], language)
        and not (n and subject[n - 1] in language.words["prepositions"])
        for n, word in enumerate(subject)
    )


def _is_bound(behind: list[str], language: Language) -> bool:
    """Read "No fewer than six left": the words behind "no" measure."""
    bounding, prepositions = language.words["bounding"], language.words["prepositions"]
    return len(behind) > 1 and behind[0] in bounding and behind[1] in prepositions


def denied_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "gave no answer", "found nothing": what is denied stands right behind the verb."""
    at = clause.verb.last + 1
    denied = at < len(parse.tokens) and parse.tokens[at].low in language.words["denying_objects"]
    follows = parse.tokens[at + 1].low if denied and at + 1 < len(parse.tokens) else ""
    lemma = clause.verb.lemma
    phrase = denied and lemma in language.words["verbs.frame"]  # "said no"
    phrase = phrase and parse.tokens[at].low in language.deed_phrases(lemma)
    return denied and not phrase and not clause.verb.copula and follows not in language.words["bounding"]
