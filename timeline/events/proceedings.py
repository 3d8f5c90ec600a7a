"""Official steps that look like speech or a state: inquiries under way, reprimands, letters to somebody."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language
from timeline.events.objects import has_object
from timeline.events.verb_group import Mood

_TOLD = frozenset({Mood.PAST, Mood.PERFECT, Mood.PAST_PERFECT})


def is_probed(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Police are investigating the firm": an inquiry under way is news, as its opening was."""
    group = clause.verb
    probes = group.mood is Mood.PROGRESSIVE and group.lemma in language.words["verbs.probing"]
    return probes and (group.passive or has_object(parse, clause, language))


def censures(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "was cautioned", "cited the firm for skipping tests"; not "cited a lack of staff"."""
    group, words = clause.verb, language.words
    if group.lemma not in words["verbs.censuring"] or group.mood not in _TOLD:
        return False
    rebuked = group.passive and group.lemma in words["verbs.rebuking"]
    behind = (i for i in parse.owned(clause) if i > group.last and i not in parse.times)
    lasts = language.union("lengths", "determiners")  # "was cited for years"
    return rebuked or any(
        parse.tokens[i].low in words["blamed_for"]
        and i + 1 not in parse.times
        and parse.tokens[i + 1].low not in lasts
        for i in behind
    )


def addresses(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "wrote to the mayor", "was reported to the county": who got it stands behind the verb.

    Evidence is given to whoever sits ("testified for three hours").
    """
    if clause.verb.lemma in language.words["verbs.testifying"]:
        return True
    at = clause.verb.last + 1
    to = at < len(parse.tokens) and parse.tokens[at].low in language.words["infinitive_words"]
    to = to and not any(g.first == at for g in parse.infinitives)  # "was written to please"
    return to and clause.verb.lemma in language.words["verbs.addressing"]


def was_habit(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "used to sell coffee" as a habit of former times; "used dogs to search the yard" is a deed."""
    group = clause.verb
    used = group.lemma in language.words["verbs.habitual"] and group.mood is Mood.PAST and not group.passive
    return used and any(g.first == group.last + 1 for g in parse.infinitives)


def was_witnessed(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "was seen boarding the train": what somebody was seen doing was done."""
    at = clause.verb.last + 1
    following = parse.tokens[at].low if at < len(parse.tokens) else ""
    return clause.verb.passive and any(form.form == "gerund" for form in language.verb(following))
