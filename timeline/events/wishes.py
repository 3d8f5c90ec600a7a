"""What is only wished or offered as an alternative: "demanded that he go", "to confirm or overturn it"."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.verb_group import AHEAD, Mood


def is_wished(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "demanded that he go", "a request that he be freed": what is asked for is not done.

    An order stays ("ordered that it be closed"), and so does what is seen to be ("suggests that it fell").
    """
    top = clause
    while top.shares_subject >= 0 and top.shares_subject != top.index:
        top = parse.clauses[top.shares_subject]
    above = parse.clauses[top.parent].group if top.parent >= 0 else None
    bare = top.role is Role.RELATIVE and not top.connector and above is not None
    bare = bare and above is not None and top.antecedent == above.last  # "demanded the league quit"
    if not (top.role is Role.CONTENT or bare) or not _is_bare(parse, clause, language):
        return False
    demanding = language.words["verbs.demanding"]
    asked = above is not None and above.lemma in demanding
    before = language.verb(parse.tokens[top.first - 1].low)  # "wrote to him demanding that it be mended"
    to_ask = any(g.last == top.first - 1 for g in parse.infinitives)  # "voted to ask that it be closed"
    forms = {"gerund", "base"} if to_ask else {"gerund"}
    asked = asked or any(f.form in forms and f.lemma in demanding for f in before)
    at = top.first - 1
    while at > 0 and (at in parse.times or parse.tokens[at].low in language.words["date_fillers"]):
        at -= 1
    return asked or (top.connector != "" and parse.tokens[at].low in language.words["demands"])


def _is_bare(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the verb stands in its bare form, as "be", "go", "quit" do."""
    group = clause.verb
    token = parse.tokens[group.first].low
    if token in language.words["bare_be"]:
        return True
    before = language.verb(parse.tokens[group.first - 1].low) if group.first else ()
    if not group.sure and any(f.form == "base" for f in before):
        return True  # "require that the firm achieve specified levels"
    is_base = any(f.form == "base" and f.lemma == group.lemma for f in language.verb(token))
    return group.first == group.last and is_base and group.mood in {Mood.PRESENT, Mood.PAST}


def wants_of(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "expected the firm to earn more", "wanted them to leave": a wish of what others will do."""
    group = clause.verb
    wants = group.lemma in language.words["verbs.wanting"] & language.words["verbs.causing"]
    if not wants or group.passive:
        return False
    behind = [g.first for g in parse.infinitives if parse.owners[g.first] == clause.index]
    return any(first > group.last + 1 for first in behind) and group.last + 1 not in behind


def is_alternative(clause: Clause, language: Language) -> bool:
    """Read "has until 3 May to confirm or overturn it": of two ways one will be taken, and not both."""
    shared = clause.shares_subject >= 0 and clause.connector in language.words["alternatives"]
    return shared and clause.verb.mood in AHEAD


def was_meant(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "had planned to sell it", "was originally due to open in May": a plan that came to nothing."""
    group, words = clause.verb, language.words
    if group.mood is Mood.PAST_PERFECT and not group.passive:
        meant = group.lemma in language.difference("verbs.plan", "verbs.vowing") | words["verbs.wanting"]
        return meant and any(g.first == group.last + 1 for g in parse.infinitives)
    fixes = group.lemma in language.union("verbs.scheduled", "verbs.arranging")
    due = group.mood is Mood.WAS_DUE or (group.passive and fixes)
    at_first = (parse.tokens[i].low in words["at_first"] for i in range(group.first, group.head))
    return due and group.mood in {Mood.WAS_DUE, Mood.PAST, Mood.PAST_PERFECT} and any(at_first)
