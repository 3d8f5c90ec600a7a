"""What a clause is: something that happened, is planned or is claimed; or nothing for a timeline, and why.

`judge(parse, clause, timing, language)` gives a `Verdict`. Negation, conditions, questions, wishes and
opinions give no event; saying is a frame, except where the saying is the act (to order, to sign, to
charge).
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.events.attach import Timing
from timeline.events.attribution import Attribution, Strength, accusing, attributions, hangs_on_noun, speaker
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.tokens import phrase_at
from timeline.events.verbs import Mood
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


_AHEAD = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.WAS_DUE})
_TO_COME = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.PRESENT})  # with a time ahead: the time decides
_DONE = frozenset({Mood.PAST, Mood.PERFECT, Mood.PAST_PERFECT, Mood.PAST_PROGRESSIVE})


def judge(parse: Parse, clause: Clause, timing: Timing, language: Language) -> Verdict:
    """Return what a clause with a verb is."""
    frames = accusing(parse, clause, attributions(parse, clause, language), language)
    if why := _nothing(parse, clause, frames, timing, language):
        return Verdict(None, why)
    if why := _no_deed(parse, clause, timing, language):
        return Verdict(None, why)
    kind, claim = _kind(parse, clause, frames, language)
    if kind is None:
        return Verdict(None, "neither done nor planned")
    who = speaker(parse, claim.clause, language) if claim else ""
    group = clause.group
    if kind is Kind.CLAIMED and not who and group and group.lemma in language.words["verbs.distance"]:
        who = speaker(parse, clause, language, only_agent=group.passive)
    news = _is_news(parse, clause, kind, frames, language)
    return Verdict(
        kind, "", who, tuple(frames), news=news, act=news and not _is_common(parse, clause, language)
    )


def is_question(parse: Parse) -> bool:
    """Tell whether the sentence asks."""
    return any(t.text == "?" for t in parse.tokens[-3:])


def _nothing(  # noqa: PLR0911, C901 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, frames: list[Attribution], timing: Timing, language: Language
) -> str:
    """Return why a clause states nothing; "" where it does."""
    group = clause.group
    if group is None:
        return "no verb"
    if is_question(parse) or _exclaims(parse, clause, language):
        return "a question"
    if _counts(parse, clause, language):
        return "counts how often"
    who = "singular_first" if clause.quoted else "narrator"
    if any(parse.tokens[i].low in language.words[who] for i in parse.owned(clause)):
        return "a quotation" if clause.quoted else "the writer's own doings"
    of_speaker = clause.role is Role.RELATIVE and any(c.role is Role.TAIL for c in parse.chain(clause))
    if of_speaker and not _is_listed_act(parse, clause, language):
        return "describes who speaks"
    if clause.role is Role.CONDITION or any(c.role is Role.CONDITION for c in parse.chain(clause)):
        return "a condition"
    if group.mood in {Mood.BACKSHIFT, Mood.FUTURE} and _has_condition(parse, clause, language):
        return "a hypothesis"
    if group.negated or _denied_subject(parse, clause, language):
        return "a negation"
    expected = group.mood is Mood.WISH and group.passive and timing.clauses.get(clause.index)
    if group.mood in {Mood.POSSIBLE, Mood.WISH} and not expected:
        return "a possibility or a wish"
    if why := _hangs_on(parse, clause, timing, language):
        return why
    strongest = max((f.strength for f in frames), default=Strength.NEUTRAL)
    if _told_by_announcement(parse, clause, timing, language):
        return "told by the announcement"
    return {
        Strength.OPINION: "an opinion",
        Strength.DENIED: "denied",
        Strength.HYPOTHETICAL: "a hypothesis",
    }.get(strongest, "")


def _told_by_announcement(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Tell whether an announcement with a day holds what has none: then the announcing is the entry."""
    above = parse.clauses[clause.parent] if clause.parent >= 0 else None
    return (
        clause.role is Role.CONTENT
        and above is not None
        and above.group is not None
        and above.group.lemma in language.words["verbs.announce"]
        and above.role is not Role.TAIL
        and clause.verb.mood in _AHEAD | {Mood.BACKSHIFT, Mood.PAST_PERFECT}
        and bool(timing.clauses.get(above.index))
        and not timing.clauses.get(clause.index)
    )


def _exclaims(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "How different things had looked": a sentence that opens with a word of asking."""
    opens = next((t.low for t in parse.tokens if t.is_word), "")
    return clause.parent < 0 and opens in language.words["exclaiming"]


def _counts(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "It is the third time that the vote was annulled": how often, not what happened."""
    above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    before = parse.tokens[clause.first - 1].low if clause.first else ""
    return above is not None and above.copula and before in language.words["time_of_counting"]


def is_occasion(parse: Parse, clause: Clause, timing: Timing, language: Language) -> bool:
    """Tell whether a clause gives the deed above it the day that it has not: one event, told in two clauses.

    "Four people died when the roof fell in on Sunday".
    """
    above = parse.clauses[clause.parent] if clause.parent >= 0 else None
    if above is None or above.group is None or clause.role is not Role.ADVERBIAL:
        return False
    together = clause.connector in language.words["simultaneous"] and clause.verb.mood in _DONE
    deed = not _no_deed(parse, above, timing, language) and not above.group.negated
    return together and deed and above.group.mood in _DONE and not timing.clauses.get(above.index)


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


def _denied_subject(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "No one was hurt", "none of the ships left"."""
    subject = [parse.tokens[i].low for i in parse.owned(clause) if i < clause.verb.first]
    return any(
        word in language.words["denying_subjects"]
        and not (n and subject[n - 1] in language.words["prepositions"])
        for n, word in enumerate(subject)
    )


def _no_deed(parse: Parse, clause: Clause, timing: Timing, language: Language) -> str:  # noqa: PLR0911, C901 - a ladder of cases, each told apart in a line
    """Return why the verb of a clause is no deed; "" where it is one."""
    group, words = clause.verb, language.words
    lemma = group.lemma
    has_content = any(c.parent == clause.index and c.role is Role.CONTENT for c in parse.clauses)
    if clause.role is Role.TAIL:
        return "who says it"
    if group.mood is Mood.RUMOUR:
        return ""
    orders = not has_content and _orders(parse, clause, language)
    own = orders or _is_own_deed(parse, clause, timing, language, has_content=has_content)
    if lemma in words["verbs.frame"] and not own:
        return "who says it"
    if _is_idle(parse, clause, language):
        return "no deed"
    if _vouches(parse, clause, language):
        return "who says it"
    if has_content and (
        lemma in words["verbs.distance"]
        or (lemma in words["verbs.announce"] and not timing.clauses.get(clause.index))
    ):
        return "who says it"
    claimed = clause.role is Role.CONTENT and _distant(attributions(parse, clause, language))
    if lemma in words["verbs.mind"] and not claimed and not (group.passive and lemma in words["verbs.act"]):
        return "an opinion or a wish"
    if lemma in words["verbs.failing"] and _infinitive_follows(parse, clause):
        return "a negation"
    if lemma in words["verbs.failing"] and lemma not in words["verbs.act"]:
        return "a negation"
    held = bool(timing.clauses.get(clause.index)) and _has_event_object(parse, clause, language)
    if group.copula and not held and not _is_bounded_state(clause, timing):
        return "a state"
    if (
        lemma in words["verbs.state"]
        and not orders
        and not _is_act(parse, clause, language)
        and not timing.clauses.get(clause.index)
    ):
        return "a state"
    return ""


def _orders(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "told residents to leave": somebody and an infinitive make telling an order."""
    group = clause.verb
    if group.lemma not in language.words["verbs.telling"]:
        return False
    behind = [g for g in parse.infinitives if g.first > group.last and parse.owners[g.first] == clause.index]
    if not behind or group.passive or behind[0].first == group.last + 1:
        return False
    return (
        parse.tokens[behind[0].first - 1].low not in language.words["nouns_with_infinitive"]
    )  # "of a plan to rob"


def _is_own_deed(
    parse: Parse, clause: Clause, timing: Timing, language: Language, *, has_content: bool
) -> bool:
    """Tell whether a verb of saying is the deed itself.

    "the inspection found faulty cables", "it is to report by 30 June", "alleged that he showed the offer".
    """
    group = clause.verb
    if group.mood in _AHEAD and timing.clauses.get(clause.index):
        return True
    if _is_carried(parse, clause, language):
        return True
    if not has_content and clause.role is Role.CONTENT and _has_object(parse, clause, language):
        return True
    return group.lemma in language.words["verbs.act"] and not has_content


def _is_bounded_state(clause: Clause, timing: Timing) -> bool:
    """Tell whether a state is to come on a day, or has a beginning ("has been closed since Friday")."""
    group, times = clause.verb, timing.clauses.get(clause.index, [])
    told = clause.role in {Role.MAIN, Role.COORDINATE, Role.CONTENT} and group.mood is Mood.PERFECT
    begun = told and any(d.when.first and d.when.last is None for d in times)
    return begun or (group.mood in _TO_COME and bool(times))


def _vouches(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read ", as the firm announced yesterday": only who says it."""
    announces = clause.verb.lemma in language.words["verbs.announce"]
    as_said = clause.role is Role.ADVERBIAL and clause.connector in language.words["as_said"]
    return announces and as_said and not _has_object(parse, clause, language)


def _is_idle(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the word behind a verb makes it no deed ("called for calm")."""
    group = clause.verb
    behind = parse.tokens[group.last + 1].low if group.last + 1 < len(parse.tokens) else ""
    if _is_phrasal(parse, clause, language):
        return False
    return (group.lemma, behind) in language.phrases["idle"].get(group.lemma, ())


def _infinitive_follows(parse: Parse, clause: Clause) -> bool:
    return any(g.first == clause.verb.last + 1 for g in parse.infinitives)


def _is_act(parse: Parse, clause: Clause, language: Language) -> bool:  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    """Tell whether a verb is a deed fit for a chronology: it is listed, and a common one has its particle."""
    group = clause.group
    if group is None:
        return False
    if _orders(parse, clause, language) or _is_carried(parse, clause, language):
        return True
    if _has_particle(parse, clause, language) or _is_to_be_done(clause, language):
        return True
    if group.lemma not in language.words["verbs.act"]:
        listed = any(
            group.lemma in language.words[f"verbs.{name}"]
            for name in ("state", "mind", "frame", "failing", "light", "asking")
        )
        return (not listed and (group.passive or _has_object(parse, clause, language))) or _is_phrasal(
            parse, clause, language
        )
    if group.lemma not in language.words["verbs.light"] or _is_phrasal(parse, clause, language):
        return True
    after = group.last + 1
    if group.passive and group.lemma not in language.words["verbs.state"]:
        return True
    if _has_event_object(parse, clause, language) or _has_definite_object(parse, clause, language):
        return True
    return after < len(parse.tokens) and parse.tokens[after].low in language.words["verbs.particles"]


def _is_carried(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "were taken to schools": a common verb in the passive, and where to."""
    group = clause.verb
    at = group.last + 1
    where = parse.tokens[at].low if at < len(parse.tokens) else ""
    carried = group.lemma in language.words["verbs.carrying"]
    return carried and group.passive and where in language.words["directions"]


def _has_particle(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "the roof caved in", "ran aground": with a particle right behind it, a verb tells a deed."""
    group, words = clause.verb, language.words
    at = group.last + 1
    particle = at < len(parse.tokens) and parse.tokens[at].low in words["telling_particles"]
    names = ("mind", "frame", "failing", "asking", "lasting")
    return particle and group.mood in _DONE and not any(group.lemma in words[f"verbs.{n}"] for n in names)


def _is_to_be_done(clause: Clause, language: Language) -> bool:
    """Read "will pay 212 million": what is a habit in the present is a deed when it lies ahead."""
    group = clause.verb
    return group.mood in {Mood.FUTURE, Mood.DUE} and group.lemma in language.words["verbs.doing"]


def _is_common(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a verb is too common to be news without a day, and no words behind it make it rarer."""
    definite = _has_definite_object(parse, clause, language) or _has_event_object(parse, clause, language)
    rarer = definite or _has_particle(parse, clause, language) or _is_phrasal(parse, clause, language)
    common = clause.verb.lemma in language.words["verbs.light"]
    return common and not rarer and not _is_carried(parse, clause, language)


def _is_listed_act(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a verb is listed as an act and is not one of the common ones.

    Or has become one with a word behind it.
    """
    lemma = clause.verb.lemma
    plain = lemma in language.words["verbs.act"] and lemma not in language.words["verbs.light"]
    return plain or _is_phrasal(parse, clause, language)


def _is_phrasal(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a common verb makes a deed with a word shortly behind it.

    "lost their lives", "took control".
    """
    at = clause.verb.last + 1
    reach = 4
    behind = [t.low for t in parse.tokens[at : at + reach]]
    return any(f"{clause.verb.lemma}-{word}" in language.data["phrasal"] for word in behind)


def _has_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether something stands behind a verb that it may have been done to."""
    at = clause.verb.last + 1
    if at >= len(parse.tokens) or at in parse.times or not parse.tokens[at].is_word:
        return False
    low = parse.tokens[at].low
    closed = (
        "prepositions",
        "coordinators",
        "subordinators",
        "infinitive_words",
        "content_words",
        "pronouns",
    )
    return not any(low in language.words[name] for name in closed) and not language.is_adverb(low)


def _is_inverted(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Then came the match": what stands behind the verb is its subject."""
    before = [parse.tokens[i] for i in parse.owned(clause) if i < clause.verb.first and i not in parse.times]
    subject = [t for t in before if t.is_word and not language.is_adverb(t.low)]
    return clause.shares_subject < 0 and not subject


def _has_definite_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a common verb that tells no state is done to something definite.

    "took its ships out of service".
    """
    group = clause.verb
    at = group.last + 1
    if not _has_object(parse, clause, language) or _is_inverted(parse, clause, language):
        return False
    away = any(parse.tokens[i].low in language.words["removing"] for i in parse.owned(clause) if i > at)
    if group.lemma in language.words["measuring"] and not away:
        return False
    token = parse.tokens[at]
    return token.low in language.words["articles"] or token.is_capital


def _has_event_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the object of a common verb is an event noun: "hold elections", "make a landing"."""
    reach = 4  # "hold a second presidential election"
    for index in range(clause.verb.last + 1, min(clause.verb.last + 1 + reach, len(parse.tokens))):
        low = parse.tokens[index].low
        if low in language.words["event_nouns"] | language.words["occasions"]:
            return True
        if low in language.words["prepositions"] or not parse.tokens[index].is_word:
            return False
    return False


def _kind(  # noqa: PLR0911 - a ladder of cases, each told apart in a line
    parse: Parse, clause: Clause, frames: list[Attribution], language: Language
) -> tuple[Kind | None, Attribution | None]:
    """Return the kind of a clause, and the frame that makes it a claim."""
    group = clause.verb
    distant = next((f for f in frames if f.strength is Strength.DISTANT), None)
    if _guessed(parse, clause, language):
        return None, None
    if group.mood in _AHEAD or _is_plan(parse, clause, frames, language):
        claimed = _is_claim(parse, clause, language) or distant is not None
        return (Kind.CLAIMED, distant) if claimed else (Kind.PLANNED, None)
    if group.mood is Mood.WISH:  # "should be finished by June"
        return Kind.PLANNED, None
    if group.mood is Mood.BACKSHIFT:
        return None, None
    if distant or group.mood is Mood.RUMOUR or _is_claim(parse, clause, language):
        return Kind.CLAIMED, distant
    if group.mood in _DONE or (group.mood is Mood.PARTICIPLE) or group.mood is Mood.GERUND:
        return Kind.HAPPENED, None
    if group.mood in {Mood.PRESENT, Mood.PROGRESSIVE}:
        return Kind.HAPPENED, None
    return None, None


def _is_plan(parse: Parse, clause: Clause, frames: list[Attribution], language: Language) -> bool:
    group = clause.verb
    framed = any(f.clause.group is not None for f in frames)
    if group.mood is Mood.BACKSHIFT:
        return framed
    done = group.mood in {Mood.PAST, Mood.PAST_PERFECT, Mood.PERFECT} and not group.passive
    wanted = group.lemma in language.words["verbs.plan"] or group.lemma in language.words["verbs.wanting"]
    return (
        wanted
        and _infinitive_follows(parse, clause)
        and not (done and group.lemma in language.words["verbs.state"])
    )


def _is_claim(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether the clause itself keeps its distance.

    "reportedly", "an apparent leak", "accused the mayor of".
    """
    if clause.verb.lemma in language.words["verbs.distance"]:
        return True
    words = {parse.tokens[i].low for i in parse.owned(clause)}
    return bool(words & (language.words["hedges"] | language.words["hedging_adjectives"]))


def _guessed(parse: Parse, clause: Clause, language: Language) -> bool:
    return any(parse.tokens[i].low in language.words["possibly"] for i in parse.owned(clause))


def _is_news(parse: Parse, clause: Clause, kind: Kind, frames: list[Attribution], language: Language) -> bool:
    """Tell whether a clause without a day is a development that a chronology would hold."""
    group = clause.verb
    if clause.role not in {Role.MAIN, Role.COORDINATE, Role.CONTENT} or clause.quoted:
        return False
    if clause.role is Role.CONTENT and hangs_on_noun(parse, clause, language):
        return False
    unsure = group.mood is Mood.RUMOUR or group.lemma in language.words["verbs.distance"]
    if kind is Kind.CLAIMED and (unsure or _distant(frames)):
        return not group.copula
    framed = any(f.clause.group is not None for f in frames)
    reported = framed or (_is_listed_act(parse, clause, language) and clause.role is not Role.CONTENT)
    reported = reported and not any(
        parse.tokens[i].low in language.words["ongoing"] for i in parse.owned(clause)
    )
    told = {Mood.PAST, Mood.PERFECT, Mood.RUMOUR} | ({Mood.PAST_PERFECT} if reported else set())
    if kind is not Kind.PLANNED and group.mood not in told:
        return False
    meant = kind is Kind.PLANNED and _plans_act(parse, clause, language)
    return (meant or _is_act(parse, clause, language)) and not _is_habit(parse, clause, language)


def _plans_act(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "plans to march", "has promised to form a cabinet": the deed stands in the infinitive."""
    words = language.words
    acts = words["verbs.act"] - words["verbs.light"]
    behind = next((g for g in parse.infinitives if g.first == clause.verb.last + 1), None)
    return clause.verb.lemma in words["verbs.plan"] and behind is not None and behind.lemma in acts


def _distant(frames: list[Attribution]) -> bool:
    return any(f.strength is Strength.DISTANT for f in frames)


def _is_habit(parse: Parse, clause: Clause, language: Language) -> bool:
    return any(
        phrase_at(parse.tokens, i, language.phrases["habits"])
        for i in parse.owned(clause)
        if i not in parse.times
    )
