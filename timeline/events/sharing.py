"""Which clauses share an occasion, and so a time that only one of them names."""

from __future__ import annotations

from dataclasses import replace

from timeline.events.attach import Timing
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.gerunds import is_gerund
from timeline.events.inner_times import is_lost
from timeline.events.language import Language
from timeline.events.lending import is_lent, is_short, opens
from timeline.events.named_times import named_before, opener_of, points_at
from timeline.events.states import had_lasted
from timeline.events.tokens import phrase_at
from timeline.events.verb_group import Mood, VerbGroup
from timeline.events.wishes import was_meant
from timeline.temporal import When

_DONE = frozenset({Mood.PAST, Mood.PERFECT, Mood.PAST_PERFECT, Mood.PAST_PROGRESSIVE, Mood.RUMOUR})


def inherited(parse: Parse, clause: Clause, timing: Timing, language: Language) -> list[Dated]:
    """Return the times of a clause that this one shares an occasion with."""
    vague = any(parse.owners[i] == clause.index for i in timing.vague)  # "the week after that", "recently"
    if vague or clause.index in timing.counted or _takes_years(parse, clause, language):
        return []
    if named := named_before(parse, clause, timing, language):
        return [named]
    if begun := _begun(parse, clause, timing, language):
        return [begun]
    for other in _sharing(parse, clause, timing, language):
        own = [] if was_meant(parse, other, language) else timing.clauses.get(other.index, [])
        times = [d for d in own if not is_lost(parse, other, d, language)]
        if (
            other.role is Role.PARTICIPLE
        ):  # the result has the day of the deed, but "using it since 2018" is no result
            times = [d for d in times if d.when.first is not None and d.when.last is not None]
        if clause.parent == other.index:  # "since June 2023, when he signed": he did not go on signing
            times = [replace(d, when=d.plain) if d.plain and d.when.last is None else d for d in times]
        elif other.parent != clause.index:
            times = [d for d in times if is_lent(parse, clause, other, d, language)]
        if clause.role is Role.RELATIVE and clause.parent == other.parent:
            times = [d for d in times if is_short(d)]  # "who came here in 2006 and led the campaign"
        if times:
            return times
    return []


def _begun(parse: Parse, clause: Clause, timing: Timing, language: Language) -> Dated | None:
    """Read "have quarrelled since they parted in 1991": from then on.

    And "18,000 tonnes had escaped by the time the slick came ashore on Thursday": until then.
    """
    if clause.verb.mood is Mood.PERFECT:
        since = (c for c in parse.clauses if c.parent == clause.index and c.role is Role.ADVERBIAL)
        since = (c for c in since if c.connector in language.words["since"] and c.group is not None)
        told = [d for c in since if c.verb.mood is Mood.PAST for d in timing.clauses.get(c.index, [])]
        if len(told) == 1 and told[0].when.first is not None and told[0].when.last is not None:
            return replace(told[0], when=When.of_interval(told[0].when.first, None))
    if clause.verb.mood is Mood.PAST_PERFECT:
        by_then = language.phrases["by_then"]
        then = (c for c in parse.clauses if c.parent == clause.index and c.role is Role.ADVERBIAL)
        then = (c for c in then if phrase_at(parse.tokens, c.first, by_then))
        told = [d for c in then for d in timing.clauses.get(c.index, [])]
        if len(told) == 1 and told[0].when.last is not None:
            return replace(told[0], when=When.parse(f"[..{told[0].when.last.iso}]"))
    return None


def _takes_years(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "came in 2016 and doubled the sales in three years": not all of it was in 2016.

    And "was fined on Monday and lost his post in the weeks that followed".
    """
    words, later = language.words, language.phrases["that_followed"]
    return any(
        i in parse.times
        and (
            parse.tokens[i].low in words["long_lengths"]
            or (parse.tokens[i].low in words["lengths"] and phrase_at(parse.tokens, i + 1, later))
        )
        and any(parse.tokens[n].low in words["span_of_work"] for n in range(max(i - 3, clause.first), i))
        for i in parse.owned(clause)
        if i > clause.verb.last
    )


def inside(parse: Parse, clause: Clause, timing: Timing, language: Language) -> list[Dated]:
    """Return the times of the clauses inside a claim: "is said to have paid for a trip he made in May".

    A participle or a relative clause says which thing was bought, hidden or ignored, and not when.
    """
    inner = (
        c
        for c in parse.clauses
        if c.parent == clause.index
        and c.first > clause.verb.last  # "Rowe, who has led it since 2020, accuses them of …"
        and (
            _is_seen(parse, clause, c, language)
            if c.role is Role.PARTICIPLE
            else c.role is Role.RELATIVE and _is_paid_for(parse, clause, c, language)
        )
    )
    return [d for c in inner for d in timing.clauses.get(c.index, [])]


def _is_seen(parse: Parse, clause: Clause, inner: Clause, language: Language) -> bool:
    """Read "is said to have seen two boys run away on Monday": what was seen was then, and who saw it."""
    seen = clause.verb.lemma in language.words["verbs.witnessing"]
    forms = {form.form for form in language.verb(parse.tokens[inner.verb.head].low)}
    return inner.verb.mood is Mood.GERUND or (seen and "base" in forms)


def _is_paid_for(parse: Parse, clause: Clause, inner: Clause, language: Language) -> bool:
    """Read "paid for a holiday that he took in May": one pays for what somebody has then.

    Not behind a comma ("paid for the letter, with which he came in May").
    """
    told = inner.group is not None and inner.group.mood in {Mood.PAST, Mood.PAST_PERFECT}
    at = clause.verb.last + 1
    paid = clause.verb.lemma in language.words["verbs.money"]
    paid = paid and parse.tokens[at].low in language.words["lasting_for"]
    return told and paid and not any(parse.tokens[i].low == "," for i in range(at, inner.first))


def _sharing(parse: Parse, clause: Clause, timing: Timing, language: Language) -> list[Clause]:
    group = clause.group
    if group is None:
        return []
    found = []
    for other in parse.clauses:
        if other.index == clause.index or other.group is None:
            continue
        if _is_joined(parse, clause, other, timing, language):
            found.append(other)
    return sorted(found, key=lambda other: abs(other.index - clause.index))  # the nearest first


def _is_joined(  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, other: Clause, timing: Timing, language: Language
) -> bool:
    same_tense = _level(clause.verb) == _level(other.verb)
    points = other.verb.copula or points_at(parse, other, timing, language)
    if clause.parent == other.index and points:  # "It was on Sunday when the rope broke"
        return opener_of(parse, clause, language) in language.words["simultaneous"] and same_tense
    if _is_gapped(other) and other.index == clause.index + 1 and clause.verb.passive:
        return True
    relative = clause.role is Role.RELATIVE and other.role is not Role.RELATIVE  # "who quit in May and left"
    if _root(parse, clause) == _root(parse, other) and clause.role is not Role.PARTICIPLE and not relative:
        both = clause.role is not Role.ADVERBIAL and other.role is not Role.ADVERBIAL
        return same_tense and both and other.index < clause.index  # a time said last holds for the last alone
    if other.parent == clause.index and other.role is Role.ADVERBIAL:
        says = other.verb.lemma in language.words["verbs.frame"]  # "as the monitors conceded on Monday"
        broken_into = had_lasted(parse, clause, language)  # "had leaked for months when it burst on Monday"
        return other.connector in language.words["simultaneous"] and same_tense and not (says or broken_into)
    if (
        other.role is Role.ADVERBIAL
        and other.connector in language.words["simultaneous"]
        and other.parent > clause.index
    ):
        sibling = parse.clauses[
            other.parent
        ]  # "four were killed and nineteen were injured when a tram caught fire on Monday"
        return same_tense and sibling.role is Role.COORDINATE and clause.role in {Role.MAIN, Role.COORDINATE}
    if other.parent == clause.index and other.role is Role.PARTICIPLE:
        complement = other.first == clause.verb.last + 1 and other.verb.mood is not Mood.GERUND
        if complement or _is_held(parse, clause, other, language):
            return True  # "was declared wanted on Monday"
        series = (
            other.verb.lemma in language.words["beginnings"]
        )  # "six plays, starting with Tosca on 12 May"
        after = other.first > clause.verb.last and _is_together(parse, clause, other, language) and not series
        return other.verb.mood is Mood.GERUND and after
    reached = _is_reached(parse, clause, other, language)
    if reached or _goes_on(parse, clause, other, language) or _is_spelt_out(clause, other, language):
        return True
    coordinated = (
        clause.role in {Role.COORDINATE, Role.CONTENT}
        and other.role is not Role.TAIL
        and other.index < clause.index
    )
    if (
        coordinated
        and same_tense
        and other.parent == clause.parent
        and clause.role in {other.role, Role.COORDINATE}
    ):
        return any(opens(parse, other, d, language) for d in timing.clauses.get(other.index, []))
    return False


def _is_reached(parse: Parse, clause: Clause, other: Clause, language: Language) -> bool:
    """Read "marched to the hall, where windows were smashed": what was done where they went, as they came.

    Not what goes with another time ("flown to Oslo, where she was born").
    """
    words = language.words
    opener = opener_of(parse, clause, language)
    inside = clause.role is Role.RELATIVE and clause.parent == other.index
    if not inside or opener not in words["relative_places"] - words["pointing"]:
        return False
    at = other.verb.last + 1
    goes = at < len(parse.tokens) and parse.tokens[at].low in words["directions"]
    common = clause.verb.lemma in words["verbs.light"] and not clause.verb.passive
    acts = clause.verb.lemma in words["verbs.act"] and not common
    own = clause.verb.lemma in words["verbs.of_a_life"]
    return goes and acts and not own and _level(clause.verb) == _level(other.verb)


def _is_together(parse: Parse, clause: Clause, other: Clause, language: Language) -> bool:
    """Read "was caught while crossing the border on Monday", not "fined for phoning while crossing"."""
    if not other.connector:
        return True
    between = range(clause.verb.last + 1, other.first)
    inner = any(
        parse.tokens[i - 1].low in language.words["prepositions"] and is_gerund(parse.tokens[i].low, language)
        for i in between
    )
    return other.connector in language.words["meanwhile"] and not inner


def _is_held(parse: Parse, clause: Clause, other: Clause, language: Language) -> bool:
    """Read "The inquest, held in June, ended without a verdict": when it was held, that came of it.

    So of "In a ruling read out on Monday, the court annulled the vote".
    """
    noun = parse.tokens[other.antecedent].low if other.antecedent >= 0 else ""
    if other.first > clause.verb.first:
        return False
    if other.verb.mood is Mood.GERUND:
        return other.verb.lemma in language.words["gathering"]  # "The jury, meeting in May, let him go"
    held = other.verb.passive and other.verb.lemma in language.words["verbs.holding"]
    if held and noun in language.words["event_nouns"]:
        return True
    opens = parse.tokens[clause.first].low in language.words["scene"]
    return opens and other.verb.passive and noun in language.union("event_nouns", "time_nouns")


def _goes_on(parse: Parse, clause: Clause, other: Clause, language: Language) -> bool:
    """Read "The players walked out on Friday, and the guests were sent home": the same occasion goes on."""
    first = parse.tokens[clause.first - 1].low if clause.first else ""
    plain = clause.verb.mood is other.verb.mood is Mood.PAST and first in language.words["going_on"]
    before = max(
        (c.index for c in parse.clauses if c.index < clause.index and c.parent == -1 and c.group), default=-1
    )
    group = clause.verb
    comes = any(
        group.lemma in language.words[f"verbs.{n}"] for n in ("intransitive", "changing", "occurring")
    )
    at = group.last + 1
    enters = at < len(parse.tokens) and parse.tokens[at].low in language.words["goals"]
    comes = comes and not enters  # "and the radio broke into a play"
    befalls = group.passive or comes  # "and state television read out a list" need not be of that day
    return plain and befalls and clause.role is Role.COORDINATE and other.index == before


def _is_spelt_out(clause: Clause, other: Clause, language: Language) -> bool:
    """Read "Ostland answered yesterday: the ambassador was expelled": behind the colon is the same deed."""
    same = clause.verb.mood is Mood.PAST and other.verb.mood in {Mood.PAST, Mood.PERFECT}
    beside = other.index == clause.index - 1 and other.role is not Role.RELATIVE
    return same and beside and clause.connector in language.words["label_marks"]


def _is_gapped(clause: Clause) -> bool:
    """Tell whether a clause lends its auxiliary from the one before it ("and 23 injured on Sunday")."""
    group = clause.verb
    own_subject = clause.role is Role.COORDINATE and clause.shares_subject < 0
    return own_subject and group.passive and group.first == group.last and group.mood is Mood.PAST


def _level(group: VerbGroup) -> str:
    """Return which time a verb looks at: what "has" happened shares no day with what happened then."""
    if group.mood in {Mood.PERFECT, Mood.RUMOUR}:
        return Mood.PERFECT
    return Mood.PAST if group.mood in _DONE else Mood.FUTURE


def _root(parse: Parse, clause: Clause) -> int:
    """Return the first of the clauses that share a subject with this one."""
    while clause.shares_subject >= 0 and clause.shares_subject != clause.index:
        clause = parse.clauses[clause.shares_subject]
    return clause.index
