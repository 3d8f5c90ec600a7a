"""What stands behind a verb: an object, a definite one, an event noun, what somebody came to know."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language
from timeline.events.verb_group import Mood

_OBJECT = 7  # words of an object, at the most, before what it is called or does


def has_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether something stands behind a verb that it may have been done to."""
    at = clause.verb.last + 1
    if at < len(parse.tokens) and parse.tokens[at].low in language.words["currency_marks"]:
        return True  # "has repaid £61,000"
    if at >= len(parse.tokens) or at in parse.times or not parse.tokens[at].is_word:
        return False
    low = parse.tokens[at].low
    closed = language.union(
        "prepositions", "coordinators", "subordinators", "infinitive_words", "content_words", "pronouns"
    )
    counts = low in language.words["determiners"]  # "toured all 23 areas"
    return low not in closed and (counts or not language.is_adverb(low))


def is_inverted(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Then came the match": what stands behind the verb is its subject."""
    before = [parse.tokens[i] for i in parse.owned(clause) if i < clause.verb.first and i not in parse.times]
    empty = language.union("coordinators", "leading")
    subject = [t for t in before if t.is_word and not language.is_adverb(t.low) and t.low not in empty]
    return clause.shares_subject < 0 and not subject


def has_definite_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a common verb that tells no state is done to something definite.

    "took its ships out of service".
    """
    group = clause.verb
    at = group.last + 1
    if not has_object(parse, clause, language) or is_inverted(parse, clause, language):
        return False
    away = any(parse.tokens[i].low in language.words["removing"] for i in parse.owned(clause) if i > at)
    if group.lemma in language.words["measuring"] and not away:
        return False
    token = parse.tokens[at]
    return token.low in language.words["articles"] or token.is_capital


def has_event_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the object of a common verb is an event noun: "hold elections", "make a landing"."""
    first, words = clause.verb.last + 1, language.words
    scene = any(t.low in words["scenes"] for t in parse.tokens[first : first + 3])
    reach = 6 if scene else 4  # "was the scene of a fatal explosion", "hold a second presidential election"
    caused = clause.verb.lemma in words["verbs.resulting"] and first < len(parse.tokens)
    first += caused and parse.tokens[first].low in words["infinitive_words"]  # "led to a strike"
    for index in range(first, min(first + reach, len(parse.tokens))):
        low = parse.tokens[index].low
        if low in language.union("event_nouns", "occasions"):
            return True
        of = low in words["of"] and parse.tokens[index - 1].low in words["scenes"]
        if (low in words["prepositions"] and not of) or not parse.tokens[index].is_word:
            return False
    return False


def is_named(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "called the ruling a disgrace": behind the object stands what it is called."""
    group = clause.verb
    if group.lemma not in language.words["verbs.dubbing"] or group.passive:
        return False
    if not (has_object(parse, clause, language) or _has_pronoun(parse, clause, language)):
        return False
    marks = language.words["indefinite"] | language.words["quote_marks"]
    for index in range(group.last + 2, min(group.last + 2 + _OBJECT, len(parse.tokens))):
        low = parse.tokens[index].low
        if low in marks:
            return True
        if low in language.words["prepositions"] or index in parse.times:
            return False
    return False


def _has_pronoun(parse: Parse, clause: Clause, language: Language) -> bool:
    at = clause.verb.last + 1
    return at < len(parse.tokens) and parse.tokens[at].low in language.words["object_pronouns"]


def sees_change(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "saw its shares drop": what somebody saw happen to what is theirs."""
    group, words = clause.verb, language.words
    if group.lemma not in words["verbs.witnessing"] or group.mood not in {Mood.PAST, Mood.PERFECT}:
        return False
    at = group.last + 1
    own = at < len(parse.tokens) and parse.tokens[at].low in words["possessive_determiners"]
    acts = (words["verbs.act"] - words["verbs.light"]) | words["verbs.changing"]
    return own and any(
        0 < g.first - group.last <= _OBJECT and g.first == g.last and g.lemma in acts
        for g in parse.infinitives
    )


def has_matter(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "learned of the danger", "noticed a crack": what somebody came to know stands behind the verb."""
    at = clause.verb.last + 1
    of = at < len(parse.tokens) and parse.tokens[at].low in language.words["of"]
    return of or has_object(parse, clause, language)


def gerund_follows(parse: Parse, clause: Clause) -> bool:
    """Tell whether a gerund stands right behind the verb ("admitted stealing")."""
    behind = (c.group for c in parse.clauses if c.group is not None and c.group.mood is Mood.GERUND)
    return any(g.first == clause.verb.last + 1 for g in behind)
