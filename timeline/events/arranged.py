"""What is set for a day without a word of the future: arranged, promised, timetabled, soon in force."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import Clause, Parse
from timeline.events.dated import Dated
from timeline.events.language import Language
from timeline.events.proceedings import is_habitual, takes_over
from timeline.events.report_time import begins_now, is_of_today, is_to_come, lies_ahead
from timeline.events.turning import convenes
from timeline.events.verb_group import Mood, VerbGroup
from timeline.temporal import When


def arranged(
    parse: Parse, clause: Clause, own: Sequence[Dated], anchor: When | None, language: Language
) -> Dated | None:
    """Read "called a ballot for 3 June", "put back to Friday": a day ahead that something is fixed for."""
    group = clause.group
    if group is None or not group.is_finite:
        return None
    return next((d for d in own if lies_ahead(d.when, anchor) and _is_fixed(parse, group, d, language)), None)


def _is_fixed(parse: Parse, group: VerbGroup, dated: Dated, language: Language) -> bool:
    """Tell whether something is fixed or promised for a time, or somebody invited to it."""
    words = language.words
    if convenes(parse, group, dated.first, language):
        return True
    if group.lemma not in words["verbs.arranging"]:
        return False
    if words["aims"] & {parse.tokens[i].low for i in (dated.first - 2, dated.first - 1, dated.first)}:
        return True
    behind = [parse.tokens[i].low for i in range(group.last + 1, dated.first)]
    invited = group.lemma in words["verbs.inviting"] and bool(words["infinitive_words"] & set(behind))
    promised = group.lemma in words["verbs.promising"]
    fixed = group.lemma in words["verbs.pencilling"] and words["verbs.particles"].issuperset(behind)
    return group.mood is Mood.PERFECT and (invited or promised or fixed)


def _is_each_year(parse: Parse, group: VerbGroup, dated: Dated, language: Language) -> bool:
    """Read "The airline flies there in summer": in each, where no verb of timetables tells which."""
    tokens, words = parse.tokens, language.words
    bare = tokens[dated.last].low in words["seasons"] and dated.last - dated.first < 2  # noqa: PLR2004 - "in summer"
    governed = tokens[dated.last - 1].low in words["time_noun_prepositions"]
    return group.mood is Mood.PRESENT and bare and governed and group.lemma not in words["verbs.opening"]


def is_set(
    parse: Parse, clause: Clause, own: Sequence[Dated], anchor: When | None, language: Language
) -> bool:
    """Tell whether words without a future tense tell what is to come.

    "it takes effect on 1 November", "talks set for Monday".
    """
    group = clause.verb
    timeless = group.mood in {Mood.PRESENT, Mood.PROGRESSIVE, Mood.PARTICIPLE, Mood.GERUND}
    timeless = timeless and not (group.mood is Mood.PARTICIPLE and clause.antecedent < 0)  # "Held in May, it"
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
    habit = any(parse.tokens[i].low in language.words["habitual_words"] for i in parse.owned(clause))
    habit = habit or is_habitual(parse, clause, language)
    habit = habit or any(_is_each_year(parse, group, d, language) for d in own)
    return timeless and not habit and bool(own) and all(is_to_come(d.when, anchor) for d in own)
