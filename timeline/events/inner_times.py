"""Times behind the verb of a clause that are not the verb's, but those of words within the clause.

"was fined for paying a banned player in March", "had promised to open by 2021", "five have died, the last of
them on Friday", "sold twice as many as in 2019": a time is that of the gerund, the infinitive, the apposition
or the comparison that it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import Clause, Parse
from timeline.events.compared import (
    closes_period,
    is_compared,
    is_extent,
    is_of_price,
    is_record,
    is_set_against,
)
from timeline.events.dated import Dated
from timeline.events.gerunds import may_be_gerund
from timeline.events.language import Language
from timeline.events.lending import opens
from timeline.events.report_time import is_to_come
from timeline.events.verb_group import Mood
from timeline.temporal import When

_REACH = 8  # words of an apposition up to its time
_SHORT = 20  # days


def is_inner(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Tell whether a time of a clause that tells a deed is that of other words in it."""
    group = clause.group
    if group is None:
        return False
    if dated.first <= group.last:
        return is_of_subject(parse, clause, dated, language)
    return (
        _is_base(parse, clause, dated, language)
        or _is_of_reason(parse, clause, dated, language)
        or is_reduced(parse, clause, dated, language)
        or _is_of_promise(parse, clause, dated)
        or _is_of_apposition(parse, clause, dated, language)
    )


def is_lost(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "cut its forecast for 2016": where a clause has no use for its time, none beside it has."""
    if dated.first <= clause.verb.last:
        return False
    aimed = parse.tokens[dated.first - 1].low in language.words["lasting_for"] and not is_short_time(dated)
    return aimed or is_reduced(parse, clause, dated, language) or is_named_only(parse, dated, language)


def is_named_only(parse: Parse, dated: Dated, language: Language) -> bool:
    """Tell whether a time is only compared with, talked about or the end of a period."""
    return (
        is_compared(parse, dated, language)
        or closes_period(parse, dated, language)
        or _is_rescheduled(parse, dated, language)
        or _is_aside_of_state(parse, dated, language)
        or is_record(parse, dated, language)
        or is_set_against(parse, dated, language)
        or is_of_price(parse, dated, language)
        or is_extent(parse, dated, language)
    )


def _is_rescheduled(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "delayed its launch from February to April", "delayed from May": then it was to be."""
    group = parse.clauses[parse.owners[dated.first]].group
    moved = group is not None and group.lemma in language.words["rescheduling"] and group.last < dated.first
    opens = {dated.first, dated.first - 1} - {-1}
    ranged = any(parse.tokens[i].low in language.words["from"] for i in opens)
    within = any(parse.tokens[i].low in language.words["infinitive_words"] for i in _inside(dated))
    beside = group is not None and dated.first <= group.last + 2
    return moved and ranged and (within or beside)


def _inside(dated: Dated) -> range:
    return range(dated.first + 1, dated.last + 1)


def _is_aside_of_state(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "A fund set up after the crash, in March, has 9,000 members": what is so now is not of then."""
    group = parse.clauses[parse.owners[dated.first]].group
    if group is None or group.mood is not Mood.PRESENT or dated.last + 1 >= group.first:
        return False
    at = dated.first - 1
    while at > 0 and parse.tokens[at].low in language.words["time_noun_prepositions"]:
        at -= 1
    commas = parse.tokens[at].low == "," == parse.tokens[dated.last + 1].low
    return at > 0 and commas and parse.clauses[parse.owners[dated.first]].first < at


def is_target(parse: Parse, clause: Clause, dated: Dated, anchor: When | None, language: Language) -> bool:
    """Read "rebooked her flight for Friday", "withdrew its forecast for 2021": what a time is meant for.

    Of what is still to come, and of "was planned for Friday", the time is the event's own.
    """
    group = clause.verb
    planned = group.passive and group.lemma in language.union("verbs.scheduled", "verbs.plan")
    at = dated.first - 1
    at -= at > 0 and parse.tokens[at].low in language.words["articles"]
    meant = at > 0 and parse.tokens[at].low in language.words["lasting_for"]
    return meant and not planned and not is_to_come(dated.when, anchor)


def _is_base(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "rose to 235 million from 144 million last year": the time is that of what it rose from."""
    if is_short_time(dated):
        return False
    for index in range(dated.first - 1, clause.verb.last, -1):
        token = parse.tokens[index]
        if token.low in language.words["comparing_from"]:
            after = parse.tokens[index + 1]
            amount = after.text[0].isdigit() or after.low in language.words["currency_marks"]
            return amount and index + 1 not in parse.times
        if index in parse.times or token.low in language.words["infinitive_words"]:
            return False  # "from 60% to 85% in April"
    return False


def is_short_time(dated: Dated) -> bool:
    """Tell whether a time is of some days."""
    first, last = dated.when.first, dated.when.last
    return first is not None and last is not None and last.ordinal - first.ordinal < _SHORT


def is_reduced(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "its record, set on 6 August", "with the rest arriving on Tuesday": the participle's time."""
    at = dated.first - 1
    while at > clause.verb.last and parse.tokens[at].low in language.words["time_noun_prepositions"]:
        at -= 1
    before = parse.tokens[at - 1]
    if at <= clause.verb.last + 1 or parse.owners[at] != clause.index or not before.is_word:
        return False
    read = language.verb(parse.tokens[at].low)
    forms = {f.form for f in read}
    if forms == {"gerund"}:
        company = language.words["company"]
        commas = (i for i in range(clause.verb.last + 1, at) if parse.tokens[i].low == ",")
        return any(parse.tokens[i + 1].low in company for i in commas)
    nouns = language.union(
        "auxiliary_words",
        "prepositions",
        "determiners",
        "coordinators",
        "infinitive_words",
        "possessive_marks",
    )  # "reviewed the owner's bid on Monday"
    same = len({f.lemma for f in read}) == 1  # "set", and not "ground"
    allowed = {"base", "past", "participle"} if same else {"past", "participle"}
    return "participle" in forms <= allowed and before.low not in nouns


def _is_of_reason(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "was fined for paying a banned player in March": when they fielded him."""
    for index in range(dated.first - 1, clause.verb.last, -1):
        token = parse.tokens[index]
        if parse.owners[index] != clause.index or token.low == ",":
            return False
        if token.low in language.words["lasting_for"]:
            between = [parse.tokens[i].low for i in range(index + 2, dated.first)]
            bare = all(low in language.words["time_noun_prepositions"] for low in between)
            deed = may_be_gerund(parse.tokens[index + 1].low, language)
            return deed and not bare  # "cautioned for speeding on Monday"
    return False


def is_of_subject(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "The match on Saturday has been called off", "A fund set up by the bank on Monday had paid".

    What has happened has no day of its own; an apposition or a participle keeps its time to itself.
    """
    if dated.last >= clause.verb.first or opens(parse, clause, dated, language):
        return False
    if clause.verb.mood is Mood.PERFECT and dated.when.first is not None and dated.when.last is not None:
        return True
    return _is_in_commas(parse, clause, dated, language) or _is_of_participle(parse, clause, dated, language)


def _is_in_commas(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "Vidal, champion in 2023, was beaten": more than a time, or "in Orlo in 2023", in commas."""
    before = next((i for i in range(dated.first - 1, clause.first, -1) if parse.tokens[i].low == ","), -1)
    behind = range(dated.last + 1, clause.verb.first)
    after = next((i for i in behind if parse.tokens[i].low == ","), -1)
    if before < 0 or after < 0:
        return False
    first = parse.tokens[before + 1]
    little = language.union("prepositions", "date_fillers", "time_noun_prepositions", "coordinators")
    named = before + 1 < dated.first and first.low not in little and not language.is_adverb(first.low)
    more = (parse.tokens[i].is_word and i not in parse.times for i in range(dated.last + 1, after))
    return named or any(more)


def _is_of_participle(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "A fund set up by the bank on Monday had paid out", "A suit filed in Orlo on Monday names"."""
    for index in range(clause.first + 1, dated.first):
        if parse.owners[index] != clause.index or not parse.tokens[index - 1].is_word:
            continue
        forms = {f.form for f in language.verb(parse.tokens[index].low)}
        agent = any(parse.tokens[i].low in language.words["agent"] for i in (index + 1, index + 2))
        noun = parse.tokens[index - 1].low not in language.union(
            "determiners", "prepositions", "coordinators"
        )
        if noun and "participle" in forms and (agent or forms <= {"past", "participle"}):
            return not parse.tokens[index].is_capital
    return False


def _is_of_promise(parse: Parse, clause: Clause, dated: Dated) -> bool:
    """Read "had promised to build a wall by 2021": by then it was to be built."""
    if dated.when.first is not None or dated.when.last is None:
        return False
    return any(
        clause.verb.last < g.first < dated.first and parse.owners[g.first] == clause.index
        for g in parse.infinitives
    )


def is_hired(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "bribed a guard to open the gate", "paid Holt 500 crowns to lose": somebody else is to do it."""
    group, words = clause.verb, language.words
    if group.lemma in words["hiring"]:
        return not group.passive
    if group.lemma not in words["verbs.money"] or group.passive:
        return False
    paid = next((g.first for g in parse.infinitives if g.first > group.last), group.last)
    behind = [parse.tokens[i] for i in range(group.last + 1, paid)]
    amounts = [i for i, t in enumerate(behind) if t.text[0].isdigit() or t.low in words["currency_marks"]]
    return bool(behind) and bool(amounts) and amounts[0] > 0


def _is_of_apposition(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "five have died, the last of them on Friday": when the last died."""
    return apposition_of(parse, clause, dated, language) >= 0


def appositions(parse: Parse, clause: Clause, inner: Sequence[Dated], language: Language) -> frozenset[int]:
    """Return the tokens of the appositions that times stand in: they tell another event."""
    starts = [(apposition_of(parse, clause, d, language), d) for d in inner if d.first > clause.verb.last]
    return frozenset(i for comma, d in starts if comma >= 0 for i in range(comma, d.last + 1))


def apposition_of(parse: Parse, clause: Clause, dated: Dated, language: Language) -> int:
    """Return the comma before an apposition that a time stands in; -1 where there is none."""
    start = max(clause.verb.last, dated.first - _REACH)
    comma = next((i for i in range(dated.first - 1, start, -1) if parse.tokens[i].low == ","), -1)
    if comma < 0 or comma + 1 in parse.times:
        return -1
    words = [parse.tokens[i].low for i in range(comma + 1, dated.first)]
    words = [low for low in words if low not in language.words["articles"]]
    singled = bool(words) and words[0] in language.words["singling_out"]
    return comma if singled and not any(language.is_adverb(low) for low in words) else -1
