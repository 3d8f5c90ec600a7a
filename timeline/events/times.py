"""Which of the times around a clause is the event's.

A clause has its own time, or takes that of a clause it shares a subject or an occasion with. What is done
lies before the report, what is planned lies ahead: "agreed to leave by mid-September" is an agreement
without a day and a plan with one.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.attach import Timing
from timeline.events.chosen import Chosen, several_of
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.denials import dates_denial
from timeline.events.inner_times import appositions, is_inner, is_named_only
from timeline.events.kinds import Verdict
from timeline.events.language import Language
from timeline.events.proceedings import is_probed, takes_over
from timeline.events.report_time import (
    begins_now,
    is_endless,
    is_near,
    is_of_today,
    is_only_ahead,
    is_to_come,
    lies_ahead,
)
from timeline.events.sharing import inherited, inside
from timeline.events.states import exists
from timeline.events.verb_group import AHEAD, Mood, VerbGroup
from timeline.model import Kind
from timeline.temporal import When


def choose(  # noqa: C901 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, verdict: Verdict, timing: Timing, anchor: When | None, language: Language
) -> list[Chosen]:
    """Return the events of a clause.

    Usually one, two where it tells a deed and what is to come of it, none where only background.
    """
    own = [d for d in timing.clauses.get(clause.index, []) if not is_named_only(parse, d, language)]
    denial = language.difference("verbs.denial", "verbs.rejecting")
    if clause.group and clause.group.lemma in denial:
        own = [
            d for d in own if _is_next_to(clause.group, d) or dates_denial(parse, clause, d.first, language)
        ]
    if verdict.kind is Kind.PLANNED or (clause.group and clause.group.mood in AHEAD):
        # "It will be the first since 1979"
        own = [d for d in own if parse.tokens[d.first].low not in language.words["ongoing"]]
        return [_planned(clause, own or inherited(parse, clause, timing, language), anchor)]
    if verdict.kind is Kind.HAPPENED and clause.group and _is_set(parse, clause, own, anchor, language):
        above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
        moved = language.union("calling_off", "verbs.arranging")
        if above is not None and above.lemma in moved:
            return [Chosen(None, why="called off")]
        return [Chosen(own[0], Kind.PLANNED)]
    distant = bool(clause.group and clause.group.lemma in language.words["verbs.distance"])
    if clause.group and clause.group.mood is Mood.PAST and not (clause.group.passive or distant):
        own = [d for d in own if parse.tokens[d.first].low not in language.words["ongoing"]]
    asked = bool(clause.group and clause.group.lemma in language.words["verbs.telling"])
    own = [
        d
        for d in own
        if not (asked and _infinitive_before(parse, clause, d, language) and is_near(d.when, anchor))
    ]
    ahead = [
        d
        for d in own
        if _infinitive_before(parse, clause, d, language)
        and lies_ahead(d.when, anchor)
        and (d.when.last is not None or is_to_come(d.when, anchor))  # "the worst to strike since 1987"
    ]
    inner = []
    if verdict.kind is Kind.HAPPENED:
        inner = [d for d in own if d not in ahead and is_inner(parse, clause, d, language)]
        own = [d for d in own if d not in inner]
    own = [d for d in own if verdict.kind is not Kind.HAPPENED or not is_endless(d)]
    done = [d for d in own if d not in ahead and not is_only_ahead(d, anchor)]
    if not own or (
        not done and not ahead
    ):  # "named a mediator on Monday and invited them to talks on Friday"
        done = [d for d in inherited(parse, clause, timing, language) if not is_only_ahead(d, anchor)]
    if not done and verdict.kind is Kind.CLAIMED:
        done = [d for d in inside(parse, clause, timing, language) if not is_only_ahead(d, anchor)]
    if len(done) > 1 and (several := several_of(parse, clause, done, language)):
        return several
    if verdict.kind is Kind.HAPPENED and (fixed := _arranged(parse, clause, own, anchor, language)):
        return [Chosen(fixed, Kind.PLANNED)] if not done else [Chosen(done[0]), Chosen(fixed, Kind.PLANNED)]
    ordered = bool(clause.group and clause.group.lemma in language.words["verbs.ordering"])
    chosen = (
        []
        if ahead and ordered and not done and verdict.kind is Kind.HAPPENED
        else [
            Chosen(
                _best(parse, clause, done, language) if done else None,
                why=_background(parse, clause, verdict, done, language),
                skip=appositions(parse, clause, inner, language),
            )
        ]
    )
    if ahead and verdict.kind is Kind.HAPPENED:
        infinitive = _infinitive_before(parse, clause, ahead[-1], language)
        chosen.append(Chosen(ahead[-1], Kind.PLANNED, infinitive.lemma if infinitive else ""))
    return chosen


def _arranged(
    parse: Parse, clause: Clause, own: Sequence[Dated], anchor: When | None, language: Language
) -> Dated | None:
    """Read "called a ballot for 3 June", "put back to Friday": a day ahead that something is fixed for."""
    group = clause.group
    if group is None or not group.is_finite or group.lemma not in language.words["verbs.arranging"]:
        return None
    return next((d for d in own if lies_ahead(d.when, anchor) and _is_fixed(parse, group, d, language)), None)


def _is_fixed(parse: Parse, group: VerbGroup, dated: Dated, language: Language) -> bool:
    """Tell whether something is fixed or promised for a time, or somebody invited to it."""
    words = language.words
    if words["aims"] & {parse.tokens[i].low for i in (dated.first - 2, dated.first - 1, dated.first)}:
        return True
    behind = [parse.tokens[i].low for i in range(group.last + 1, dated.first)]
    invited = group.lemma in words["verbs.inviting"] and bool(words["infinitive_words"] & set(behind))
    promised = group.lemma in words["verbs.promising"]
    fixed = group.lemma in words["verbs.pencilling"] and words["verbs.particles"].issuperset(behind)
    return group.mood is Mood.PERFECT and (invited or promised or fixed)


def _is_set(
    parse: Parse, clause: Clause, own: Sequence[Dated], anchor: When | None, language: Language
) -> bool:
    """Tell whether words without a future tense tell what is to come.

    "it takes effect on 1 November", "talks set for Monday".
    """
    group = clause.verb
    timeless = group.mood in {Mood.PRESENT, Mood.PROGRESSIVE, Mood.PARTICIPLE, Mood.GERUND}
    timeless = timeless or (group.passive and group.lemma in language.words["verbs.scheduled"])
    lasts = group.mood is Mood.PRESENT and group.lemma in language.words["verbs.until_then"]
    if lasts and any(d.when.first is None and lies_ahead(d.when, anchor) for d in own):
        return True
    lives = group.lemma in language.words["verbs.state"]  # "he runs a shop today"
    lives = lives and not takes_over(parse, clause, language)
    if group.mood is Mood.PRESENT and not lives and own and all(is_of_today(d.when, anchor) for d in own):
        return True
    if group.mood is Mood.PRESENT and not lives and own and all(begins_now(d.when, anchor) for d in own):
        return True
    return timeless and bool(own) and all(is_to_come(d.when, anchor) for d in own)


def _planned(clause: Clause, times: Sequence[Dated], anchor: When | None) -> Chosen:
    """Note that a plan takes a time that is not over when it is reported.

    A plan whose time is over is background.
    """
    if not times:
        was = clause.group is not None and clause.group.mood in {Mood.WAS_DUE, Mood.WISH}
        return Chosen(None, why="had been planned" if was else "")
    for dated in times:
        if (
            anchor is None
            or anchor.first is None
            or dated.when.last is None
            or dated.when.last >= anchor.first
        ):
            return Chosen(dated)
    return Chosen(None, why="a plan whose day had passed")


def _background(  # noqa: PLR0911, C901 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, verdict: Verdict, done: Sequence[Dated], language: Language
) -> str:
    """Return why a clause is background in spite of its deed; "" where it is not."""
    group = clause.group
    if group is None or verdict.kind is not Kind.HAPPENED:
        return ""
    planned = language.union("verbs.scheduled", "verbs.plan")
    had_been = group.mood is Mood.PAST_PERFECT and group.passive and clause.role is Role.RELATIVE
    aimed = any(d.first and parse.tokens[d.first - 1].low in language.words["lasting_for"] for d in done)
    had_been = had_been or (group.mood is Mood.PAST and group.passive and aimed)  # "was promised for May"
    if (had_been or group.mood is Mood.PARTICIPLE) and group.lemma in planned:
        return "had been planned"
    begun = group.mood is Mood.PERFECT and any(d.when.last is None for d in done)
    if group.copula and not (begun or exists(parse, clause, language)):
        return "a state"
    if group.mood is Mood.PAST_PROGRESSIVE and clause.role is Role.ADVERBIAL:
        return "the scene of another deed"  # "while crews were flushing the mains on Saturday"
    if not done and clause.role in {Role.RELATIVE, Role.ADVERBIAL, Role.PARTICIPLE} and not verdict.act:
        return "background without a time"
    news = verdict.act and (is_probed(parse, clause, language) or takes_over(parse, clause, language))
    if not done and not news and group.mood in {Mood.PRESENT, Mood.PROGRESSIVE, Mood.PAST_PROGRESSIVE}:
        return "going on, without a time"
    if group.mood in {Mood.PRESENT, Mood.PROGRESSIVE} and (done or not news):
        if any(is_label(parse, d, language) for d in done):
            return ""
        return "" if any(d.when.first is None or d.when.last is None for d in done) else "a state or a habit"
    if (
        group.mood is Mood.PARTICIPLE
        and parse.tokens[clause.first - 1].low not in language.words["coordinators"]
        and group.lemma in language.union("verbs.light", "verbs.state")
    ):
        return "says more of a noun"
    if group.mood is Mood.GERUND and not any(d.when.last is None for d in done):
        return "tells the result of another deed"
    return ""


def is_label(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "Friday, 5 June: the airport shuts": a day in front of a colon, as in a chronology."""
    at = dated.last + 1
    return at < len(parse.tokens) and parse.tokens[at].low in language.words["label_marks"]


def _is_next_to(group: VerbGroup, dated: Dated) -> bool:
    """Tell whether a time stands before a verb or right behind it.

    What is denied may have a time of its own.
    """
    return dated.first < group.first or dated.first <= group.last + 2


def _infinitive_before(parse: Parse, clause: Clause, dated: Dated, language: Language) -> VerbGroup | None:
    """Return the infinitive of the clause that stands before a time: the time may be its own.

    That of "plans to halve the herd" is the noun's.
    """
    group = clause.group
    if group is None:
        return None
    between = [
        g
        for g in parse.infinitives
        if group.last < g.first < dated.first
        and parse.owners[g.first] == clause.index
        and parse.tokens[g.first - 1].low not in language.words["nouns_with_infinitive"]
    ]
    return between[-1] if between else None


def _best(parse: Parse, clause: Clause, times: Sequence[Dated], language: Language) -> Dated:
    """Return the time nearest to the verb; of an accusation the last, which is that of the alleged deed."""
    group = clause.verb
    if group.lemma in language.words["verbs.distance"]:
        return times[-1]
    if label := next((d for d in times if is_label(parse, d, language)), None):
        return label
    lengths = [d for d in times if d.first and parse.tokens[d.first - 1].low in language.words["lasting_for"]]
    times = [d for d in times if d not in lengths] or times  # "rose for the summer on 14 July"
    bounded = [d for d in times if d.when.last is not None] if group.mood is Mood.PAST else []
    return min(
        bounded or times,  # "in force since the 19th, ended on the 26th"
        key=lambda d: (abs(d.first - group.last) if d.first > group.last else group.first - d.last, d.first),
    )
