"""Times that say which one, not when: "a deadline of 3 May", "Patients with appointments on Tuesday"."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.language import Language
from timeline.events.verb_group import Mood

_YEAR = 364  # days


def says_which(parse: Parse, dated: Dated, language: Language) -> bool:
    """Tell whether a time only says more of a noun beside it."""
    return (
        _follows_of(parse, dated, language)
        or _is_of_company(parse, dated, language)
        or _is_named(parse, dated, language)
        or is_counted_from(parse, dated, language)
        or _is_of_saying(parse, dated, language)
        or _describes_subject(parse, dated, language)
        or _is_adjective(parse, dated, language)
        or _is_due(parse, dated, language)
        or _is_in_apposition(parse, dated, language)
    )


def closed_by(parse: Parse, dated: Dated, owner: Clause, language: Language) -> Clause | None:
    """Read "In the week after it began, on 17 April, schools shut": a day in commas says when it began.

    Return the clause before the commas; None for other times.
    """
    at = dated.first - 1
    while at > 0 and parse.tokens[at].low in language.words["time_noun_prepositions"]:
        at -= 1
    behind = dated.last + 1
    in_commas = (
        0 < at < dated.first - 1
        and behind < len(parse.tokens)
        and parse.tokens[at].low == parse.tokens[behind].low == ","
    )
    before = parse.clauses[parse.owners[at - 1]] if in_commas else owner
    opens = owner.group is not None and dated.last < owner.group.first and before.parent == owner.index
    fronted = opens and before.role is Role.ADVERBIAL and before.group is not None
    told = fronted and before.verb.mood in {Mood.PAST, Mood.PAST_PERFECT} and before.first < at
    told = told and before.connector in language.union("simultaneous", "occasioning", "since", "until")
    alone = told and not any(i in parse.times for i in parse.owned(before))
    return before if alone else None


def _is_in_apposition(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "Roe, a director since 2006, has been appointed": since then a director."""
    group = parse.clauses[parse.owners[dated.first]].group
    at, words = dated.first - 1, language.words
    ends = dated.last + 1 < len(parse.tokens) and parse.tokens[dated.last + 1].low == ","
    if group is None or not ends or dated.last > group.first or dated.when.last is not None:
        return False
    while at > 0 and parse.tokens[at].low != ",":
        at -= 1
    opener = parse.tokens[at + 1]
    noun = opener.low in words["articles"] or (opener.is_word and opener.low not in words["prepositions"])
    return 0 < at < dated.first - 1 and noun and at + 1 not in parse.times and at + 1 < dated.first


def _is_due(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "sold bonds due on 15 October": the day says when the bonds fall due, not when they were sold."""
    at = dated.first - 1
    at -= at > 0 and parse.tokens[at].low in language.words["due_prepositions"]
    due = at > 0 and parse.tokens[at].low in language.words["due"]
    groups = (c.group for c in parse.clauses if c.group is not None)
    return due and not any(g.first <= at <= g.last for g in groups)


def is_adjective(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "overnight rain", beside another time: which rain."""
    at = dated.last + 1
    after = parse.tokens[at] if at < len(parse.tokens) else None
    if parse.tokens[dated.last].low not in language.words["adjectives_of_time"] or after is None:
        return False
    closed = language.union("prepositions", "coordinators", "subordinators", "determiners", "pronouns")
    groups = (c.group for c in parse.clauses if c.group is not None)
    is_verb = any(g.first <= at <= g.last for g in groups)
    return after.is_word and after.low not in closed and not is_verb and at not in parse.times


def _is_adjective(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "the ruined 11th century temple", "its 2015 target": a long time before its noun says which."""
    first, last = dated.when.first, dated.when.last
    long = first is not None and last is not None and last.ordinal - first.ordinal >= _YEAR
    at = dated.last + 1
    if not long or dated.first <= 1 or at >= len(parse.tokens):
        return False
    noun, adjective = parse.tokens[at], parse.tokens[dated.first - 1]
    closed = language.union(
        "prepositions", "coordinators", "subordinators", "determiners", "pronouns", "relatives"
    )
    groups = (c.group for c in parse.clauses if c.group is not None)
    owned = adjective.low in language.union("possessive_marks", "possessive_determiners")
    is_verb = any(g.first <= dated.first - 1 <= g.last for g in groups)
    is_verb = is_verb or (bool(language.verb(noun.low)) and not owned)
    plain = all(t.is_word and t.low not in closed for t in (noun, adjective)) and not is_verb
    plain = plain and not language.is_adverb(noun.low) and noun.low not in language.words["auxiliary_words"]
    articles = language.words["articles"]
    return plain and (owned or parse.tokens[dated.first - 2].low in articles)


def _is_of_company(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "Patients with appointments on Tuesday were told": the day says more of the subject."""
    clause = parse.clauses[parse.owners[dated.first]]
    if clause.group is None or clause.group.first < dated.first:
        return False
    governors = [
        i
        for i in range(clause.first + 1, dated.first)
        if parse.tokens[i].low in language.words["prepositions"] and i + 1 not in parse.times
    ]
    own = [t.low for t in parse.tokens[clause.first : governors[-1] if governors else clause.first]]
    if not own or own[0] in language.words["prepositions"]:
        return False
    is_event = any(low in language.words["event_nouns"] for low in own)  # "Talks with investors on 15 June"
    return not is_event and parse.tokens[governors[-1]].low in language.words["company"]


def _is_named(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "declared Monday a day of mourning": the day is what something is made of it."""
    group = parse.clauses[parse.owners[dated.first]].group
    if group is None or group.last + 1 != dated.first or dated.last + 1 >= len(parse.tokens):
        return False
    return (
        group.lemma in language.words["verbs.naming"]
        and parse.tokens[dated.last + 1].low in language.words["articles"]
    )


def _is_of_saying(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "As announced on 3 May, the firm closes its shop": the day of the announcement."""
    at = dated.first - 1
    while at > 0 and parse.tokens[at].low in language.words["date_fillers"]:
        at -= 1
    said = language.union("verbs.frame", "verbs.announce")
    named = at > 0 and any(f.lemma in said and f.form != "base" for f in language.verb(parse.tokens[at].low))
    return named and parse.tokens[at - 1].low in language.words["as_said"]


def is_counted_from(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "on the Monday after the vote": which Monday that is the vote says, not the report."""
    before = parse.tokens[dated.first - 1].low if dated.first else ""
    after = parse.tokens[dated.last + 1].low if dated.last + 1 < len(parse.tokens) else ""
    counted = after in language.words["counting_from"] and before in language.words["articles"]
    return counted and not dated.is_full


def _describes_subject(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "In a sample from Monday the laboratory found": where from, and not since when."""
    clause = parse.clauses[parse.owners[dated.first]]
    signal, before = parse.tokens[dated.first].low, parse.tokens[dated.first - 1] if dated.first else None
    if clause.group is None or dated.when.last is not None or before is None or dated.first <= clause.first:
        return False
    noun = (
        before.is_word
        and dated.first - 1 not in parse.times
        and before.low not in language.words["coordinators"]
    )
    return noun and signal in language.words["from"] and dated.last < clause.group.first


def _follows_of(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "a deadline of 3 May", "the games of 2014": the time says which, not when."""
    at = dated.first - 1
    while at > 0 and (parse.tokens[at].low in language.words["articles"] or at in parse.times):
        at -= 1  # "a deadline of noon on 3 May"
    if at < 1 or parse.tokens[at].low not in language.words["of"]:
        return False
    noun = parse.tokens[at - 1]
    if noun.low in language.words["limits"]:
        return True
    if _is_of_paper(parse, dated, at - 1, language):
        return False
    if dated.first - 1 in parse.times:
        return False  # "sacked her coach of five years yesterday"
    times = language.union("lengths", "date_fillers")
    group = parse.clauses[parse.owners[dated.first]].group
    if group is None or group.last > at:  # "The session of 3 May", but "ignored a report of 2016"
        times |= language.words["time_nouns"]
    plain = noun.is_word and not noun.is_capital and at - 1 not in parse.times
    start = at - 1
    while (
        start > 0
        and parse.tokens[start].is_word
        and parse.tokens[start].low not in language.words["articles"]
    ):
        start -= 1
    if start and parse.tokens[start - 1].low in language.words["time_noun_prepositions"]:
        return False  # "in the run-off of 3 May"
    if not _is_undergone(parse, dated, start, language):  # "struck down the vote of May"
        times |= language.words["event_nouns"]
    return plain and noun.low not in times | language.words["parts_of_time"]


def _is_of_paper(parse: Parse, dated: Dated, noun: int, language: Language) -> bool:
    """Read "A letter of 2 June 1990 asked for help": it did so when it was written."""
    clause = parse.clauses[parse.owners[noun]]
    wrote = parse.tokens[noun].low in language.union("papers", "studies")
    told = clause.group is not None and clause.verb.mood is Mood.PAST and not clause.verb.passive
    opens = clause.role is Role.MAIN and noun - clause.first in {1, 2}
    return wrote and told and opens and not clause.verb.copula and clause.verb.first - dated.last in {1, 2}


def _is_undergone(parse: Parse, dated: Dated, start: int, language: Language) -> bool:
    """Tell whether a phrase that begins at a token is what is done to an earlier event.

    Not one that one takes part in ("won the election of 2019"), or of which somebody is accused.
    """
    group = parse.clauses[parse.owners[dated.first]].group
    if group is None or group.last >= start or group.copula:
        return False
    return group.lemma not in language.union("taking_part", "verbs.distance")


def dates_subject(parse: Parse, dated: Dated, language: Language) -> bool:
    """Tell whether a time before the noun of a subject is also that of the deed."""
    return _is_of_owner(parse, dated, language) or _is_of_study(parse, dated, language)


def is_attended(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "boycotted Friday's sitting", "lost last year's final": one takes part in it when it is.

    Not "condemned Sunday's attack", nor "lost Friday's gains".
    """
    group = parse.clauses[parse.owners[dated.first]].group
    at = dated.last + 2
    if group is None or at >= len(parse.tokens) or dated.first != group.last + 1 or group.passive:
        return False
    after = parse.tokens[at]
    return group.lemma in language.words["attending"] and after.low not in language.words["never_attended"]


def _is_of_study(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "A 1993 report recommended tugs": it was made and said so in that year."""
    clause = parse.clauses[parse.owners[dated.first]]
    told = clause.group is not None and clause.verb.mood is Mood.PAST and not clause.verb.copula
    opens = dated.first == clause.first + 1 and clause.role is Role.MAIN
    if not (told and opens) or clause.verb.passive or clause.verb.first <= dated.last + 1:
        return False
    return parse.tokens[dated.last + 1].low in language.words["studies"]


def _is_of_owner(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "Sunday's match was called off": the day of the subject is that of the deed."""
    clause = parse.clauses[parse.owners[dated.first]]
    group = clause.group
    owner = parse.tokens[dated.last + 1].low == language.data["possessive"]
    a_day = dated.when.first is not None and dated.when.first == dated.when.last
    if group is None or group.copula or not owner or not a_day or group.first < dated.last:
        return False
    lows = [parse.tokens[i].low for i in range(clause.first, dated.first)]
    return not any(low in language.words["prepositions"] for low in lows)
