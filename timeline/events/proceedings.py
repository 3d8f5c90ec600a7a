"""Official steps that look like speech or a state: inquiries under way, reprimands, letters to somebody."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.gerunds import is_gerund
from timeline.events.language import Language
from timeline.events.objects import has_object
from timeline.events.tokens import phrase_at
from timeline.events.verb_group import Mood

_TOLD = frozenset({Mood.PAST, Mood.PERFECT, Mood.PAST_PERFECT})


def is_probed(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Police are investigating the firm": an inquiry under way is news, as its opening was."""
    group = clause.verb
    if group.mood not in {Mood.PROGRESSIVE, Mood.PAST_PROGRESSIVE}:
        return False
    said = group.mood is Mood.PAST_PROGRESSIVE and clause.role is Role.CONTENT  # "said it was suing them"
    steps = language.union("verbs.probing", "verbs.stepping")
    if (said or group.mood is Mood.PROGRESSIVE) and group.lemma in steps:
        return group.passive or has_object(parse, clause, language)
    return (group.lemma, _behind(parse, clause)) in language.phrases["looking_into"].get(group.lemma, ())


def takes_over(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Rowe takes over as coach": an office is handed over in the present tense."""
    group = clause.verb
    office = (group.lemma, _behind(parse, clause)) in language.phrases["taking_office"].get(group.lemma, ())
    return office and group.mood is Mood.PRESENT


def requests(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "has asked to be relieved", "has written to the minister": a step that was taken."""
    group = clause.verb
    if group.mood is not Mood.PERFECT or group.passive:
        return False
    asks = group.lemma in language.words["verbs.asking"]
    return (asks and any(g.first == group.last + 1 for g in parse.infinitives)) or addresses(
        parse, clause, language
    )


def promises(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "has been promised a house", "has promised to bear the cost": what was promised is to come."""
    group = clause.verb
    if group.lemma not in language.words["verbs.promising"] or group.mood is not Mood.PERFECT:
        return False
    given = group.passive and has_object(parse, clause, language)
    return given or any(g.first == group.last + 1 for g in parse.infinitives)


def has_terms(parse: Parse, clause: Clause) -> bool:
    """Read "threatened to kill them unless they were paid": a threat that names its terms was made."""
    told = clause.verb.mood in {Mood.PAST, Mood.PERFECT}
    return told and any(c.role is Role.CONDITION and c.parent == clause.index for c in parse.clauses)


def is_silent(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "refused to comment", "refused to say whether": nothing was told, and nothing done."""
    refuses = clause.verb.lemma in language.words["verbs.refusing"]
    silent = language.words["verbs.remarking"]
    return refuses and any(g.first == clause.verb.last + 1 and g.lemma in silent for g in parse.infinitives)


def speaks_alone(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Rowe declared.", behind what she said: nothing stands with the verb but a time."""
    group = clause.verb
    listed = language.union("verbs.making_known", "verbs.threatening")
    if group.lemma not in listed or group.passive or group.mood not in _TOLD:
        return False
    behind = (i for i in range(group.last + 1, len(parse.tokens)) if i not in parse.times)
    return not any(parse.tokens[i].is_word for i in behind)


def is_alleged(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read ", who is alleged to have carried the cash,": beside the deed of the sentence, an accusation."""
    comma = clause.first - 1
    aside = clause.role is Role.RELATIVE and comma > 0 and parse.tokens[comma].low == ","
    if not aside or clause.verb.mood is not Mood.RUMOUR:
        return False
    said = (parse.tokens[i].low for i in range(clause.verb.first, clause.verb.last))
    return any(f.lemma in language.words["verbs.distance"] for low in said for f in language.verb(low))


def _behind(parse: Parse, clause: Clause) -> str:
    at = clause.verb.last + 1
    return parse.tokens[at].low if at < len(parse.tokens) and parse.owners[at] == clause.index else ""


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
    return clause.verb.passive and is_gerund(following, language)


def plans_act(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "plans to march", "has promised to form a cabinet": the deed stands in the infinitive."""
    words = language.words
    acts = language.difference("verbs.act", "verbs.light")
    behind = next((g for g in parse.infinitives if g.first == clause.verb.last + 1), None)
    return clause.verb.lemma in words["verbs.plan"] and behind is not None and behind.lemma in acts


def is_habitual(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether words such as "usually" make a clause a habit."""
    return any(
        phrase_at(parse.tokens, i, language.phrases["habits"])
        for i in parse.owned(clause)
        if i not in parse.times
    )
