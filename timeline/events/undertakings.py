"""Steps that common verbs tell: what is offered, begun, or to be talked over with somebody."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language
from timeline.events.objects import has_object
from timeline.events.verb_group import Mood

_POST = 6  # words behind "became" within which the post is named
_DONE = frozenset({Mood.PAST, Mood.PERFECT})
_TO_BE_DONE = frozenset({Mood.DUE, Mood.FUTURE, Mood.BACKSHIFT})


def is_undertaken(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a common verb tells a step that was taken."""
    return (
        offers(parse, clause, language)
        or starts(parse, clause, language)
        or takes_post(parse, clause, language)
    )


def takes_post(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "became chief executive of the bank", "will become its chairman"; not "became a rich man"."""
    group, words = clause.verb, language.words
    if group.lemma not in words["verbs.becoming"] or group.mood not in _DONE | _TO_BE_DONE:
        return False
    ahead = group.mood in _TO_BE_DONE and group.last + 1 < len(parse.tokens)
    if ahead and parse.tokens[group.last + 1].is_capital:
        return True  # "will become Norbank"
    for index in range(group.last + 1, min(group.last + 1 + _POST, len(parse.tokens))):
        token = parse.tokens[index]
        if not token.is_word or token.low in words["prepositions"]:
            return False
        if token.low in words["posts"]:
            return True
    return False


def offers(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "have offered seats to passengers", "offered to resign"; not "offered little"."""
    group = clause.verb
    if group.lemma not in language.words["verbs.offering"]:
        return False
    begun = (g for g in parse.infinitives if g.first == group.last + 1)
    if group.mood is Mood.PAST and not group.passive:
        deeds = language.words["verbs.act"] - language.words["verbs.light"]
        return any(g.lemma in deeds for g in begun)
    if group.mood is not Mood.PERFECT:
        return False
    to_do = any(begun)
    return group.passive or to_do or has_object(parse, clause, language)


def starts(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "has begun interviewing pilots", "began to search the wreck": what was begun is a deed."""
    group, words = clause.verb, language.words
    if group.lemma not in words["beginnings"] or group.passive or group.mood not in _DONE:
        return False
    at = group.last + 1
    gerunds = language.verb(parse.tokens[at].low) if at < len(parse.tokens) else ()
    begun = [g.lemma for g in parse.infinitives if g.first == at]
    begun += [form.lemma for form in gerunds if form.form == "gerund"]
    lemma = next(iter(begun), "")
    if group.mood is Mood.PERFECT:
        return bool(lemma) and lemma not in language.union("verbs.mind", "verbs.frame", "verbs.state")
    return lemma in words["verbs.act"] - words["verbs.light"]


def meets(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "is to see the minister on Tuesday": ahead, with a day, seeing somebody is meeting them."""
    group = clause.verb
    ahead = group.mood in _TO_BE_DONE and not group.passive
    return ahead and group.lemma in language.words["verbs.receiving"] and has_object(parse, clause, language)
