"""Times turned to the side on which their clause looks.

The temporal engine reads the tense from the words around "on Friday" or "in May"; the parse knows the verb. A
clause in the past takes the one before the report, a plan the one after it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.events.clauses import Clause, Parse
from timeline.events.language import Language
from timeline.events.verb_group import Mood, VerbGroup
from timeline.temporal import Mention, When

_BACK = frozenset({Mood.PAST, Mood.PERFECT, Mood.PAST_PERFECT, Mood.PAST_PROGRESSIVE, Mood.RUMOUR})
_ON = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.PRESENT})
_WEEK = 7  # days
_SOON = 270  # days ahead of which the present tense tells: "The fair opens in May"
_LISTED = 60  # days ahead of which a chronology may tell what is still to come
_PHRASE = 6  # words of "to a second round of talks on" [Friday]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"\d{4}(?=$|[^\d])")


def turned(
    when: When, mention: Mention, parse: Parse, clause: Clause, anchor: When | None, language: Language
) -> When:
    """Return the days of a mention, a week or a year earlier or later where its clause looks there."""
    if clause.group is None or anchor is None or anchor.first is None:
        return when
    before = _before(parse, mention)
    if _is_listed(when, mention, clause.verb, anchor) and _opens_a_chronicle(parse, before, language):
        return stepped(when, mention, -1, language)
    if not mention.is_turned_by_tense:
        return when
    weekly = any(rule in language.words["weekday_rules"] for rule in mention.rules)
    step = _step(when, parse, clause, anchor, before, language)
    told = clause.group.mood is Mood.PAST and not weekly
    if step > 0 and told:  # "put it up for sale on 20 August", in October
        return when
    if not step or _opens_a_chronicle(parse, before, language):
        return when
    there = stepped(when, mention, step, language)
    far = there.first is not None and there.first.ordinal - anchor.first.ordinal > _SOON
    return when if far and clause.group.mood is Mood.PRESENT else there


def stepped(when: When, mention: Mention, step: int, language: Language) -> When:
    """Return a time a week, a month or a year (as its words leave open) later, `step` 1, or earlier, -1."""
    if mention.expression is not None and mention.expression.operator == "day":
        return _in_months(when, step)  # "on the 24th"
    weekly = any(rule in language.words["weekday_rules"] for rule in mention.rules)
    return _in_weeks(when, step) if weekly else _in_years(when, step)


def _step(when: When, parse: Parse, clause: Clause, anchor: When, before: int, language: Language) -> int:
    """Return 1 where the clause looks ahead of a time that is over, -1 where it looks back, 0 else."""
    group, first, last = clause.verb, when.first or when.last, when.last
    words = language.words
    if anchor.first is None or anchor.last is None or first is None:
        return 0
    if last is None:  # "receive more from January"
        begins = before >= 0 and parse.tokens[before].low in words["from"]
        forbids = group.mood is Mood.PERFECT and group.lemma in language.union("calling_off", "forbidding")
        return int(begins and (group.mood in _ON or forbids) and first < anchor.first)
    if group.mood in _ON and last < anchor.first:
        says = group.lemma in language.union("verbs.frame", "verbs.mind")
        alleges = group.lemma in language.union(
            "verbs.distance", "verbs.rumour"
        )  # "is suspected of having left in May"
        return 0 if group.mood is Mood.PRESENT and (says or alleges) else 1
    fixes = group.lemma in language.union("verbs.arranging", "verbs.scheduled", "verbs.plan")
    fixes = fixes or convenes(parse, group, before + 1, language)
    moved = of_object(parse, group, before, language)
    rumoured = group.mood is Mood.RUMOUR and not fixes  # "is said to have worked there until March"
    aimed = moved or (_is_aimed(parse, group, before, language) and not rumoured)
    if (fixes or moved) and aimed and last < anchor.first and group.mood is not Mood.PAST_PERFECT:
        return 1  # "has been pencilled in for September"
    infinitive = any(
        group.last < g.first <= before
        and parse.owners[g.first] == clause.index
        and parse.tokens[g.first - 1].low not in words["singling_out"]  # "was the first to leave"
        for g in parse.infinitives
    )
    by_then = when.first is None and group.mood not in {Mood.PAST_PERFECT, Mood.RUMOUR}
    scheduled = group.passive and group.lemma in words["verbs.scheduled"]
    if group.mood not in _BACK or aimed or infinitive or by_then or scheduled:
        return 0
    return -1 if first.ordinal > anchor.last.ordinal else 0


def _is_listed(when: When, mention: Mention, group: VerbGroup, anchor: When) -> bool:
    """Read "1 March: Students strike", told in November: a chronology looks back, but for the next weeks."""
    open_year = mention.is_turned_by_tense or "the nearest" in mention.assumed
    if not open_year or group.mood not in _BACK | {Mood.PRESENT} or when.first is None or anchor.last is None:
        return False
    return when.first.ordinal - anchor.last.ordinal > _LISTED


def _opens_a_chronicle(parse: Parse, before: int, language: Language) -> bool:
    """Read "Friday, 5 June: the airport shuts": the day stands first, with a colon behind it."""
    at = before + 1
    joints = language.union("infinitive_words", "coordinators") | {","}  # "20 May to 7 June: …"
    while at < len(parse.tokens) and (at in parse.times or parse.tokens[at].low in joints):
        at += 1
    marked = at < len(parse.tokens) and parse.tokens[at].low in language.union(
        "label_marks", "chronicle_marks"
    )
    words = (i for i in range(before + 1) if parse.tokens[i].is_word and i not in parse.times)
    return marked and all(parse.tokens[i].low in joints for i in words)


def _is_aimed(parse: Parse, group: VerbGroup, before: int, language: Language) -> bool:
    """Tell whether words before a time aim at it ("put back to Friday", "invited to talks on Friday")."""
    words = language.words
    if before < 0 or parse.tokens[before].low in words["aiming"]:
        return before >= 0 and not is_not_until(parse, before, language)
    behind = [parse.tokens[i].low for i in range(group.last + 1, before + 1)]
    if (
        group.lemma in words["verbs.inviting"]
        and group.mood is Mood.PERFECT
        and words["infinitive_words"] & set(behind)
    ):
        return True  # "has summoned both sides to a meeting at her office on Wednesday"
    if convenes(parse, group, before + 1, language):
        return True
    if group.lemma in words["verbs.pencilling"] and words["verbs.particles"].issuperset(behind):
        return True  # "have pencilled in 4 December"
    for index in range(before - 1, max(group.last, before - _PHRASE), -1):
        low = parse.tokens[index].low
        if low in words["prepositions"]:
            return low in words["aiming"] and parse.tokens[before - 1].low in words["event_nouns"]
    return False


def convenes(parse: Parse, group: VerbGroup, before: int, language: Language) -> bool:
    """Read "have called a strike on Tuesday": what has been called is to come on that day."""
    words = language.words
    behind = [parse.tokens[i].low for i in range(group.last + 1, before)]
    gives = group.lemma in words["verbs.giving"] and bool(words["demands"].intersection(behind))
    calls = group.lemma in words["verbs.convening"] or gives  # "have given a call for a strike"
    if group.mood is not Mood.PERFECT or group.passive or not calls or not behind:
        return False
    off = behind[0] in words["verb_particles"]  # "have called off a strike"
    return not off and not words["callable"].isdisjoint(behind)


def is_not_until(parse: Parse, until: int, language: Language) -> bool:
    """Read "Not until Tuesday was it opened", "It was not until Tuesday that": it was opened then."""
    words, tokens = language.words, parse.tokens
    if tokens[until].low not in words["until"] or tokens[until - 1].low not in words["plain_denials"]:
        return False
    after = next((i for i in range(until + 1, len(tokens)) if i not in parse.times), until)
    opens = not any(t.is_word for t in tokens[: until - 1])
    return until > 0 and (opens or tokens[after].low in words["relative_that"])


def of_object(parse: Parse, group: VerbGroup, before: int, language: Language) -> bool:
    """Read "have called a strike on Tuesday", "has cancelled its concerts on Sunday": that of the object.

    What has been done has no day in English; one behind the object is that of what is set or called off.
    `before` is the preposition of the time.
    """
    words = language.words
    moves = language.union("verbs.arranging", "verbs.scheduled", "calling_off", "forbidding")
    while (
        before > group.last
        and parse.tokens[before].low in words["coordinators"]
        and before - 1 in parse.times
    ):
        before -= 1  # "on Monday and Tuesday"
        while before in parse.times:
            before -= 1
    if group.mood is not Mood.PERFECT or group.lemma not in moves or before <= group.last:
        return False
    if parse.tokens[before].low not in words["time_noun_prepositions"]:
        return False
    behind = parse.tokens[group.last + 1 : before]
    if not behind:
        return group.passive  # "have been cancelled on Tuesday"
    listed = words["verb_particles"]  # "have called off a strike on Tuesday"
    return all(token.is_word for token in behind) and not {behind[0].low, behind[-1].low} & listed


def _before(parse: Parse, mention: Mention) -> int:
    """Return the token before a mention; -1 where none stands before it."""
    return sum(token.end <= mention.start for token in parse.tokens) - 1


def _in_weeks(when: When, step: int) -> When:
    def moved(found: re.Match[str]) -> str:
        return (date.fromisoformat(found[0]) + timedelta(days=_WEEK * step)).isoformat()

    return When.parse(_DAY.sub(moved, str(when)))


def _in_months(when: When, step: int) -> When:
    def moved(found: re.Match[str]) -> str:
        year, month, day = (int(part) for part in found[0].split("-"))
        months = year * 12 + month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}-{day:02}"

    try:
        return When.parse(_DAY.sub(moved, str(when)))
    except ValueError:  # 30 February
        return when


def _in_years(when: When, step: int) -> When:
    moved = _YEAR.sub(lambda found: f"{int(found[0]) + step:04}", str(when))
    try:
        return When.parse(moved)
    except ValueError:  # 29 February
        return when
