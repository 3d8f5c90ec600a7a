"""What a clause is: something that happened, is planned or is claimed; or nothing for a timeline, and why.

`judge(parse, clause, timing, language)` gives a `Verdict`. Negation, conditions, questions, wishes and
opinions give no event; saying is a frame, except where the saying is the act (to order, to sign, to
charge).
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.acts import infinitive_follows, is_act, is_common, is_listed_act, no_deed
from timeline.events.announcing import told_by_announcement
from timeline.events.attach import Timing
from timeline.events.attribution import Attribution, Strength, distant, hangs_on_noun, speaker
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.denials import denied_subject, is_denied
from timeline.events.disputes import called_claim, frames_of
from timeline.events.generic import (
    exclaims,
    gives_reason,
    is_asked,
    is_generic,
    is_hedged,
    is_of_speaker,
    sums_up,
)
from timeline.events.language import Language
from timeline.events.objects import has_event_object
from timeline.events.proceedings import (
    is_alleged,
    is_habitual,
    is_probed,
    plans_act,
    promises,
    requests,
    takes_over,
)
from timeline.events.states import had_lasted, is_due_by
from timeline.events.verb_group import AHEAD, DONE, Mood
from timeline.events.wishes import is_alternative, is_wished, was_meant
from timeline.model import Kind


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kind` is None where there is no event; `why` says it in words.

    `news`: fit to stand without a day of its own, as the news of the article; `act`: fit to, wherever it
    stands.
    """

    kind: Kind | None
    why: str = ""
    claimed_by: str = ""
    frames: tuple[Attribution, ...] = ()
    news: bool = False
    act: bool = False
    aside: frozenset[int] = frozenset()  # words that only say that it is contested


def judge(
    parse: Parse, clause: Clause, timing: Timing, language: Language, *, named: bool = False
) -> Verdict:
    """Return what a clause with a verb is; `named` tells that the next sentence calls it a claim."""
    frames = frames_of(parse, clause, language, named=named)
    if why := _nothing(parse, clause, frames, timing, language):
        return Verdict(None, why)
    if why := no_deed(parse, clause, timing, language):
        return Verdict(None, why)
    kind, claim = _kind(parse, clause, frames, language)
    if kind is None:
        return Verdict(None, "neither done nor planned")
    who = speaker(parse, claim.clause, language) if claim else ""
    group = clause.group
    if kind is Kind.CLAIMED and not who and group and group.lemma in language.words["verbs.distance"]:
        who = speaker(parse, clause, language, only_agent=group.passive)
    news = _is_news(parse, clause, kind, frames, language)
    act = news and not is_common(parse, clause, language)
    aside = called_claim(parse, clause, language, claim)
    return Verdict(kind, "", who, tuple(frames), news, act, aside)


def is_question(parse: Parse) -> bool:
    """Tell whether the sentence asks."""
    return any(t.text == "?" for t in parse.tokens[-3:])


def _nothing(  # noqa: PLR0911, PLR0912, C901 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, frames: list[Attribution], timing: Timing, language: Language
) -> str:
    """Return why a clause states nothing; "" where it does."""
    group = clause.group
    if group is None:
        return "no verb"
    if is_question(parse) or exclaims(parse, clause, language):
        return "a question"
    if _counts(parse, clause, language):
        return "counts how often"
    if is_asked(parse, clause, language):
        return "a question"
    who = "singular_first" if clause.quoted else "narrator"
    if any(parse.tokens[i].low in language.words[who] for i in parse.owned(clause)):
        return "a quotation" if clause.quoted else "the writer's own doings"
    timed = bool(timing.clauses.get(clause.index))
    if is_generic(parse, clause, language) or gives_reason(clause, language):
        return "says who is meant, or why"
    if not timed and sums_up(parse, clause, language):
        return "says what a deed means"
    if is_of_speaker(parse, clause) and not is_listed_act(parse, clause, language):
        return "describes who speaks"
    if clause.role is Role.CONDITION or any(c.role is Role.CONDITION for c in parse.chain(clause)):
        return "a condition"
    if group.mood in {Mood.BACKSHIFT, Mood.FUTURE, Mood.MUST} and _has_condition(parse, clause, language):
        return "a hypothesis"
    if group.negated or is_denied(parse, clause, language):
        return "a negation"
    if is_wished(parse, clause, language) or is_alternative(clause, language):
        return "a possibility or a wish"
    if was_meant(parse, clause, language):
        return "had been planned"
    timetabled = group.passive or group.lemma in language.words["verbs.timetabled"]
    expected = (group.mood is Mood.WISH and timetabled and timed) or is_due_by(clause, timing)
    urged = group.mood is Mood.MUST and clause.quoted and not timed  # '"He must go," she said'
    if urged or (group.mood in {Mood.POSSIBLE, Mood.WISH} and not expected):
        return "a possibility or a wish"
    if why := _hangs_on(parse, clause, timing, language):
        return why
    strongest = max((f.strength for f in frames), default=Strength.NEUTRAL)
    if told_by_announcement(parse, clause, timing, language):
        return "told by the announcement"
    return {
        Strength.OPINION: "an opinion",
        Strength.DENIED: "denied",
        Strength.HYPOTHETICAL: "a hypothesis",
    }.get(strongest, "")


def _counts(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "It is the third time that the vote was annulled": how often, not what happened."""
    above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    before = parse.tokens[clause.first - 1].low if clause.first else ""
    counts = above is not None and (above.copula or above.lemma in language.words["verbs.marking"])
    return counts and before in language.words["time_of_counting"]


def is_occasion(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Tell whether a clause gives the deed above it the day that it has not: one event, told in two clauses.

    "Four people died when the roof fell in on Sunday".
    """
    above = parse.clauses[clause.parent] if clause.parent >= 0 else None
    if above is None or above.group is None or clause.role is not Role.ADVERBIAL:
        return False
    if had_lasted(parse, above, language):
        return False
    together = clause.connector in language.words["simultaneous"] and clause.verb.mood in DONE
    denied = above.group.negated or denied_subject(parse, above, language)
    deed = not no_deed(parse, above, timing, language) and not denied
    return together and deed and above.group.mood in DONE and not timing.clauses.get(above.index)


def _hangs_on(parse: Parse, clause: Clause, timing: Timing, language: Language) -> str:
    """Return why a clause that only tells the occasion of another is no event of its own.

    "are feared dead after the shaft fell in".
    """
    parent = parse.clauses[clause.parent] if clause.parent >= 0 else None
    if parent is None or parent.group is None:
        return ""
    if clause.role is Role.ADVERBIAL and clause.connector in language.words["simultaneous"]:
        unsure = parent.group.mood is Mood.RUMOUR or _is_claim(parse, parent, language)
        if unsure:
            return "the occasion of a claim"
        return "told with the deed" if is_occasion(parse, clause, timing, language) else ""
    return "beside a negation" if clause.role is Role.PARTICIPLE and parent.group.negated else ""


def _has_condition(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a condition hangs on a clause; "will decide whether" states none."""
    conditions = (c for c in parse.clauses if c.role is Role.CONDITION and c.parent == clause.index)
    return any(c.connector not in language.words["content_words"] for c in conditions)


def _kind(  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, frames: list[Attribution], language: Language
) -> tuple[Kind | None, Attribution | None]:
    """Return the kind of a clause, and the frame that makes it a claim."""
    group = clause.verb
    distant = next((f for f in frames if f.strength is Strength.DISTANT), None)
    if _guessed(parse, clause, language):
        return None, None
    ahead = group.mood in AHEAD or promises(parse, clause, language)
    if ahead or _is_plan(parse, clause, frames, language):
        claimed = _is_claim(parse, clause, language) or distant is not None
        return (Kind.CLAIMED, distant) if claimed else (Kind.PLANNED, None)
    if group.mood is Mood.WISH:  # "should be finished by June"
        return Kind.PLANNED, None
    if group.mood is Mood.BACKSHIFT:
        return None, None
    if distant or group.mood is Mood.RUMOUR or _is_claim(parse, clause, language):
        return Kind.CLAIMED, distant
    if group.mood in DONE or (group.mood is Mood.PARTICIPLE) or group.mood is Mood.GERUND:
        return Kind.HAPPENED, None
    if group.mood in {Mood.PRESENT, Mood.PROGRESSIVE}:
        return Kind.HAPPENED, None
    return None, None


def _is_plan(parse: Parse, clause: Clause, frames: list[Attribution], language: Language) -> bool:
    group = clause.verb
    above = [f.clause.group for f in frames if f.clause.group is not None]
    framed = any(not g.copula and g.mood is not Mood.PRESENT for g in above)
    if group.mood is Mood.BACKSHIFT:  # "said it would close"; not "it was clear that", "says that it would"
        return framed
    if requests(parse, clause, language):
        return False
    done = group.mood in {Mood.PAST, Mood.PAST_PERFECT, Mood.PERFECT} and not group.passive
    wants = group.lemma in language.words["verbs.wanting"] and not group.passive  # "are asked to wear"
    wanted = group.lemma in language.words["verbs.plan"] or wants
    now = group.mood in {Mood.PRESENT, Mood.PROGRESSIVE} and not group.passive
    if now and group.lemma in language.words["verbs.preparing"] and has_event_object(parse, clause, language):
        return True
    return (
        wanted
        and infinitive_follows(parse, clause)
        and not (done and group.lemma in language.words["verbs.state"])
    )


def _is_claim(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the clause itself keeps its distance.

    "reportedly", "an apparent leak", "accused the mayor of".
    """
    if clause.verb.lemma in language.words["verbs.distance"]:
        behind = range(clause.verb.last + 1, min(clause.verb.last + 6, len(parse.tokens)))
        seizes = any(parse.tokens[i].low in language.words["claimed_things"] for i in behind)
        return clause.verb.lemma not in language.words["verbs.claiming"] or not seizes  # "claimed victory"
    owned = parse.owned(clause)
    if is_hedged(parse, clause, language):
        return True
    doubted = (i for i in owned if parse.tokens[i].low in language.words["hedging_adjectives"])
    return any(not _is_ground(parse, clause, i, language) for i in doubted)


def _is_ground(parse: Parse, clause: Clause, index: int, language: Language) -> bool:
    """Read "was arraigned over an alleged fraud": what is doubted is the ground of a step of the law."""
    procedure = clause.verb.lemma in language.words["verbs.procedure"]
    before = range(max(clause.verb.last + 1, index - 3), index)
    governed = any(parse.tokens[i].low in language.words["prepositions"] for i in before)
    return procedure and index > clause.verb.last and governed


def _guessed(parse: Parse, clause: Clause, language: Language) -> bool:
    return any(parse.tokens[i].low in language.words["possibly"] for i in parse.owned(clause))


def _is_news(parse: Parse, clause: Clause, kind: Kind, frames: list[Attribution], language: Language) -> bool:
    """Tell whether a clause without a day is a development that a chronology would hold."""
    group = clause.verb
    lies_ahead = clause.role is Role.RELATIVE and kind is Kind.PLANNED
    lies_ahead = lies_ahead and group.mood in {Mood.FUTURE, Mood.DUE}
    lies_ahead = lies_ahead and not _names_a_point(parse, clause, language)
    told_in = clause.role in {Role.MAIN, Role.COORDINATE, Role.CONTENT} or lies_ahead
    told_in = told_in or is_alleged(parse, clause, language)
    if not told_in or clause.quoted:
        return False
    if clause.role is Role.CONTENT and (hangs_on_noun(parse, clause, language) or _is_weighed(parse, clause)):
        return False
    unsure = group.mood is Mood.RUMOUR or group.lemma in language.words["verbs.distance"]
    if kind is Kind.CLAIMED and (unsure or distant(frames)):
        return not group.copula
    framed = any(f.clause.group is not None for f in frames)
    reported = framed or (is_act(parse, clause, language) and clause.role is not Role.CONTENT)
    reported = reported and not any(
        parse.tokens[i].low in language.words["ongoing"] for i in parse.owned(clause)
    )
    told = {Mood.PAST, Mood.PERFECT, Mood.RUMOUR} | ({Mood.PAST_PERFECT} if reported else set())
    told |= {Mood.FUTURE, Mood.DUE} if kind is Kind.CLAIMED else set()
    if is_probed(parse, clause, language) or takes_over(parse, clause, language):
        told |= {Mood.PROGRESSIVE, Mood.PAST_PROGRESSIVE, Mood.PRESENT}
    if kind is not Kind.PLANNED and group.mood not in told:
        return False
    plans = plans_act(parse, clause, language) or promises(parse, clause, language)
    meant = kind is Kind.PLANNED and plans
    return (meant or is_act(parse, clause, language)) and not is_habitual(parse, clause, language)


def _is_weighed(parse: Parse, clause: Clause) -> bool:
    """Tell whether the sentence only says what to think of something ("It was a shame that they left")."""
    above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    return above is not None and above.copula


def _names_a_point(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "at which point she will leave": the pronoun stands before a noun, and nothing is its subject."""
    behind = parse.tokens[clause.first + 1].low if clause.first + 1 < len(parse.tokens) else ""
    return behind in language.words["points"]
