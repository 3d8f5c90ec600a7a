"""What a verb tells: a deed fit for a chronology, a state, or only who says it.

`no_deed` returns why the verb of a clause is no deed, `is_act` whether it may stand without a day.
"""

from __future__ import annotations

from timeline.events.announcing import is_told_with_its_day, orders_only, vouches
from timeline.events.attach import Timing
from timeline.events.attribution import attributions, distant
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.everyday import changes, in_known_phrase, makes_deed
from timeline.events.generic import stirs
from timeline.events.language import Language
from timeline.events.named_times import points_at
from timeline.events.objects import (
    gerund_follows,
    has_definite_object,
    has_event_object,
    has_matter,
    has_object,
    is_named,
    sees_change,
)
from timeline.events.phrasal import has_particle, is_carried, is_idle, is_phrasal
from timeline.events.proceedings import (
    addresses,
    censures,
    has_terms,
    is_probed,
    is_silent,
    requests,
    speaks_alone,
    takes_over,
    was_habit,
    was_witnessed,
)
from timeline.events.states import exists, is_bounded_state, is_return, lasted
from timeline.events.undertakings import is_undertaken, meets
from timeline.events.verb_group import AHEAD, DONE, Mood
from timeline.events.wishes import wants_of

_ONGOING = frozenset({Mood.PROGRESSIVE, Mood.PAST_PROGRESSIVE})


def no_deed(parse: Parse, clause: Clause, timing: Timing, language: Language) -> str:  # noqa: PLR0911, C901 - a ladder of cases, each told apart in a line
    """Return why the verb of a clause is no deed; "" where it is one."""
    group, words = clause.verb, language.words
    lemma = group.lemma
    has_content = any(c.parent == clause.index and c.role is Role.CONTENT for c in parse.clauses)
    if clause.role is Role.TAIL:
        return "who says it"
    if group.mood is Mood.RUMOUR:
        return "an opinion or a wish" if _is_thought(parse, clause, language) else ""
    orders = not has_content and _orders(parse, clause, language)
    own = orders or _is_own_deed(parse, clause, timing, language, has_content=has_content)
    if lemma in words["verbs.frame"] and not own:
        return "who says it"
    if is_idle(parse, clause, language):
        return "no deed"
    if vouches(parse, clause, language):
        return "who says it"
    if why := _only_points(parse, clause, timing, language):
        return why
    commands = has_content and orders_only(parse, clause, timing, language)
    if has_content and (
        lemma in words["verbs.distance"] | words["verbs.pleading"]
        or (lemma in words["verbs.announce"] and not (timing.clauses.get(clause.index) or commands))
        or (lemma in words["verbs.making_known"] and is_told_with_its_day(parse, clause, timing))
    ):
        return "who says it"
    claimed = clause.role is Role.CONTENT and distant(attributions(parse, clause, language))
    known = in_known_phrase(parse, clause, language) or was_witnessed(parse, clause, language)
    known = known or sees_change(parse, clause, language)
    known = known or (meets(parse, clause, language) and bool(timing.clauses.get(clause.index)))
    known = known or (group.mood in {Mood.DUE, Mood.FUTURE} and lemma in words["verbs.deliberating"])
    befell = group.passive and lemma in words["verbs.act"]
    seen = group.passive and lemma in words["verbs.witnessing"] and group.mood in DONE
    befell = befell or (seen and bool(timing.clauses.get(clause.index)))  # "was last seen in August 2009"
    felt = is_named(parse, clause, language) or stirs(clause, language)
    felt = (felt or wants_of(parse, clause, language)) and not timing.clauses.get(clause.index)
    if felt or (lemma in words["verbs.mind"] and not (known or claimed or befell)):
        return "an opinion or a wish"
    if was_habit(parse, clause, language):
        return "a habit"
    if is_silent(parse, clause, language) or speaks_alone(parse, clause, language):
        return "who says it"
    fails = lemma in words["verbs.failing"] and not _refuses(parse, clause, language)
    if fails and (infinitive_follows(parse, clause) or lemma not in words["verbs.act"]):
        return "a negation"
    alleged = claimed and group.mood is Mood.PAST_PERFECT and not group.copula
    state = not alleged and _is_state(parse, clause, timing, language, orders=orders)
    return "a state" if state else ""


def _is_state(parse: Parse, clause: Clause, timing: Timing, language: Language, *, orders: bool) -> bool:
    """Tell whether a verb says how things are or were, and not that they changed."""
    group, words = clause.verb, language.words
    times = timing.clauses.get(clause.index, [])
    held = bool(times) and has_event_object(parse, clause, language)
    held = held or exists(parse, clause, language) or (bool(times) and is_return(parse, clause, language))
    if group.copula and not held and not is_bounded_state(parse, clause, timing, language):
        return True
    if lasted(parse, clause, timing, language):
        return True
    bounded = all(d.when.first and d.when.last for d in times)
    if group.lemma in words["verbs.lingering"] and group.mood in _ONGOING and bounded:
        return True
    told = group.mood in {Mood.FUTURE, Mood.BACKSHIFT} and not times
    if told and group.lemma in words["verbs.benefiting"] and not group.passive:
        return True  # "said the scheme would create 90 jobs"
    state = group.lemma in words["verbs.state"] and not (orders or times)
    return state and not is_act(parse, clause, language)


def _is_thought(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "is understood to be considering a sale", "is said to favour it"; not "is said to have asked"."""
    group = clause.verb
    have = language.data["auxiliaries"]["have"]
    done = any(parse.tokens[i].low in have for i in range(group.first, group.head))
    return not done and not group.passive and group.lemma in language.union("verbs.mind", "verbs.wanting")


def _only_points(parse: Parse, clause: Clause, timing: Timing, language: Language) -> str:
    """Return why a verb only points at another deed, behind "when" or in an infinitive; "" elsewhere."""
    words, lemma = language.words, clause.verb.lemma
    starts = lemma in words["beginnings"]  # "the run began on Monday, when": a deed as well
    if not starts and points_at(parse, clause, timing, language):
        return "points at the deed behind it"
    threatens = lemma in words["verbs.threatening"] and infinitive_follows(parse, clause)
    idle = threatens and not timing.clauses.get(clause.index) and not has_terms(parse, clause)
    return "a possibility or a wish" if idle else ""


def _orders(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "told residents to leave": somebody and an infinitive make telling an order."""
    group = clause.verb
    if group.lemma not in language.words["verbs.telling"]:
        return False
    behind = [g for g in parse.infinitives if g.first > group.last and parse.owners[g.first] == clause.index]
    if group.passive and group.lemma in language.words["verbs.bidding"]:
        return infinitive_follows(parse, clause)
    if not behind or group.passive or behind[0].first == group.last + 1:
        return False
    return (
        parse.tokens[behind[0].first - 1].low not in language.words["nouns_with_infinitive"]
    )  # "of a plan to rob"


def _is_own_deed(  # noqa: PLR0911, C901 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, timing: Timing, language: Language, *, has_content: bool
) -> bool:
    """Tell whether a verb of saying is the deed itself.

    "the inspection found faulty cables", "it is to report by 30 June", "alleged that he showed the offer".
    """
    group = clause.verb
    timed = bool(timing.clauses.get(clause.index))
    if group.mood in AHEAD and (timed or (not has_content and clause.role is not Role.CONTENT)):
        return True
    addressed = timed and addresses(parse, clause, language)
    if is_carried(parse, clause, language) or requests(parse, clause, language):
        return True
    steps = addressed or censures(parse, clause, language) or is_phrasal(parse, clause, language)
    if not has_content and steps:
        return True
    if not has_content and in_known_phrase(parse, clause, language):
        return True
    if has_content and timed and group.mood is Mood.PAST and _is_examined(parse, clause, language):
        return True
    if has_content and timed and group.lemma in language.words["verbs.owning_up"]:
        return group.mood is Mood.PAST and not group.passive  # "admitted on Thursday that"
    if not has_content and group.lemma in language.words["verbs.owning_up"]:
        return has_object(parse, clause, language) or gerund_follows(parse, clause)
    if not has_content and timed and group.lemma in language.words["verbs.finding_things"]:
        behind = parse.tokens[group.last + 1].low if group.last + 1 < len(parse.tokens) else ""
        done = group.passive or has_object(parse, clause, language)
        return group.mood in DONE and (done or behind in language.words["object_pronouns"])
    if not has_content and timed and group.lemma in language.words["verbs.learning"]:
        return group.passive or has_matter(parse, clause, language)
    if not has_content and group.mood is Mood.BACKSHIFT and clause.role is Role.CONTENT:
        return True
    if not has_content and clause.role is Role.CONTENT and has_object(parse, clause, language):
        return True
    return group.lemma in language.words["verbs.act"] and not has_content


def _is_examined(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "In 2018 an audit found that": an examination and its day; no newspaper, no expert."""
    words = language.words
    finds = clause.verb.lemma in words["verbs.finding_things"] | words["verbs.judging"]
    subject = [parse.tokens[i].low for i in parse.owned(clause) if i < clause.verb.first]
    that = any(c.parent == clause.index and c.connector in words["relative_that"] for c in parse.clauses)
    return finds and that and not clause.verb.passive and not words["examinations"].isdisjoint(subject)


def _refuses(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "declined the request": what was asked for was refused; "declined to comment" tells nothing."""
    behind = parse.tokens[clause.verb.last + 1 : clause.verb.last + 4]
    return any(t.low in language.words["refusable"] for t in behind) and not infinitive_follows(parse, clause)


def infinitive_follows(parse: Parse, clause: Clause) -> bool:
    """Tell whether an infinitive stands right behind the verb ("plans to sell")."""
    return any(g.first == clause.verb.last + 1 for g in parse.infinitives)


def is_act(parse: Parse, clause: Clause, language: Language) -> bool:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    """Tell whether a verb is a deed fit for a chronology: it is listed, and a common one has its particle."""
    group = clause.group
    if group is None:
        return False
    if _is_marked(parse, clause, language) or makes_deed(parse, clause, language):
        return True
    if group.lemma in language.words["verbs.owning_up"] and group.mood in DONE | {Mood.PERFECT}:
        return has_object(parse, clause, language) or gerund_follows(parse, clause)
    if group.lemma not in language.words["verbs.act"]:
        listed = group.lemma in language.union(
            "verbs.state",
            "verbs.mind",
            "verbs.frame",
            "verbs.failing",
            "verbs.light",
            "verbs.everyday",
            "verbs.asking",
        )
        return (not listed and (group.passive or has_object(parse, clause, language))) or is_phrasal(
            parse, clause, language
        )
    if group.lemma not in language.words["verbs.light"] or is_phrasal(parse, clause, language):
        return True
    after = group.last + 1
    if group.passive and group.lemma not in language.words["verbs.state"]:
        return True
    if has_event_object(parse, clause, language) or has_definite_object(parse, clause, language):
        return True
    return after < len(parse.tokens) and parse.tokens[after].low in language.words["verbs.particles"]


def _is_marked(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the words around a verb make it a deed, whichever verb it is."""
    return (
        _orders(parse, clause, language)
        or censures(parse, clause, language)
        or is_carried(parse, clause, language)
        or has_particle(parse, clause, language)
        or _is_to_be_done(clause, language)
        or exists(parse, clause, language)
        or changes(parse, clause, language)
        or _is_known(parse, clause, language)
        or requests(parse, clause, language)
        or takes_over(parse, clause, language)
        or is_undertaken(parse, clause, language)
        or is_probed(parse, clause, language)
        or sees_change(parse, clause, language)
        or (clause.verb.lemma in language.words["verbs.threatening"] and has_terms(parse, clause))
    )


def _is_known(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "reported a loss": a phrase that tells a deed; coming to know something needs a day."""
    group = clause.verb
    told = group.mood in DONE | {Mood.PERFECT} and group.lemma not in language.words["verbs.learning"]
    return told and (in_known_phrase(parse, clause, language) or was_witnessed(parse, clause, language))


def _is_to_be_done(clause: Clause, language: Language) -> bool:
    """Read "will pay 212 million", "is to look into it": a habit or a state in the present, a deed ahead."""
    group, words = clause.verb, language.words
    if group.mood is Mood.DUE and not group.copula:
        listed = language.union("verbs.mind", "verbs.scheduled")
        deliberates = group.lemma in words["verbs.deliberating"]
        return deliberates or group.lemma not in listed
    told = group.mood is Mood.BACKSHIFT and clause.role is Role.CONTENT  # "said it would pay"
    if group.mood is not Mood.FUTURE and not told:
        return False
    if group.lemma in words["verbs.attempting"]:
        return True
    befalls = group.passive and group.lemma not in language.union("verbs.mind", "verbs.describing")
    return befalls or group.lemma in words["verbs.doing"] | words["verbs.probing"]


def is_common(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a verb is too common to be news without a day, and no words behind it make it rarer."""
    definite = has_definite_object(parse, clause, language) or has_event_object(parse, clause, language)
    rarer = definite or has_particle(parse, clause, language) or is_phrasal(parse, clause, language)
    common = clause.verb.lemma in language.words["verbs.light"]
    told = is_carried(parse, clause, language) or makes_deed(parse, clause, language)
    told = told or is_undertaken(parse, clause, language)
    return common and not rarer and not told


def is_listed_act(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a verb is listed as an act and is not one of the common ones.

    Or has become one with a word behind it.
    """
    lemma = clause.verb.lemma
    plain = lemma in language.words["verbs.act"] and lemma not in language.words["verbs.light"]
    return plain or is_phrasal(parse, clause, language)
