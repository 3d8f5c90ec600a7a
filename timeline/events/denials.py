"""Denials outside the verb: "No one was hurt", "gave no answer"; and "no fewer than six", which is none.

Also who denies: a telling of "the navy denied sinking the boat" is none of the sinking.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.gerunds import is_gerund
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.events.verb_group import Mood

_NEAR = 4  # words behind "rejected" among which what is rejected stands


def is_denied(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether something outside its verb denies a clause."""
    return (
        denied_subject(parse, clause, language)
        or denied_object(parse, clause, language)
        or _called_untrue(parse, clause, language)
        or _shares_denial(parse, clause, language)
        or _is_not_assured(parse, clause)
        or parse.tokens[clause.verb.first - 1].low in language.words["never_words"]  # "never rains in July"
    )


def _shares_denial(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "had not admitted it or named anyone": "or" hands on the denial of the verb before it."""
    if clause.connector in language.words["negations"] and clause.shares_subject >= 0:
        return True  # "neither paid nor called"
    if clause.shares_subject < 0 or clause.connector not in language.words["alternatives"]:
        return False
    first = parse.clauses[clause.shares_subject]
    return first.group is not None and (first.verb.negated or _shares_denial(parse, first, language))


def _is_not_assured(parse: Parse, clause: Clause) -> bool:
    """Read "The ruling does not mean that he will go": what lies ahead is not said.

    What is done stays so: "did not know that he had gone".
    """
    above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    ahead = clause.verb.mood in {Mood.FUTURE, Mood.BACKSHIFT} and clause.role is Role.CONTENT
    return ahead and above is not None and above.negated


def _called_untrue(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "It is not true that they sank her", "Reports that they sank her are false"."""
    above = parse.clauses[clause.parent] if clause.parent >= 0 else None
    if above is None or above.group is None or not above.group.copula:
        return False
    if not clause.connector or clause.connector not in language.words["content_words"]:
        return False
    last = [parse.tokens[i] for i in parse.owned(above) if parse.tokens[i].is_word][-1]
    return last.low in language.words["truths" if above.group.negated else "untruths"]


def denies(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a verb denies: "denied sinking her", "rejected claims that"; not "denied bail"."""
    words = language.words
    lemmas = {form.lemma for form in language.verb(tokens[at].low)} if at >= 0 else set()
    behind = [t.low for t in tokens[at + 1 :]]
    if lemmas & words["verbs.rejecting"]:
        said = (n for n, low in enumerate(behind[:_NEAR]) if low in words["claim_nouns"])
        return any(n + 1 < len(behind) and behind[n + 1] in words["content_words"] for n in said)
    return bool(lemmas & words["verbs.denial"]) and words["refusable"].isdisjoint(behind)


def dates_denial(parse: Parse, clause: Clause, at: int, language: Language) -> bool:
    """Tell whether a time behind a denial is that of denying: "denied the claim on Monday".

    Not so behind a deed that was denied: "denied sinking her on Monday", "denied the attack on Monday".
    """
    between = [parse.tokens[i].low for i in range(clause.verb.last + 1, at)]
    deed = any(low in language.words["event_nouns"] or is_gerund(low, language) for low in between)
    return bool(between) and not deed


def denied_subject(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "No one was hurt", "none of the ships left"."""
    subject = [parse.tokens[i].low for i in parse.owned(clause) if i < clause.verb.first]
    return any(
        word in language.words["denying_subjects"]
        and not _is_bound(subject[n + 1 : n + 3], language)
        and not (n and subject[n - 1] in language.union("prepositions", "indefinite"))  # "a few hundred"
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
