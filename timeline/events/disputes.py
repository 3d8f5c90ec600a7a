"""Whose word a neutral frame carries: what is pleaded, sworn or disputed is the claim of who says it.

"Said" leaves what it frames a fact of the report. Not so where a side of a trial speaks ("prosecutors said he
moved the money", "the lawsuit says"), where somebody gives evidence ("testified that", "told the jury that"),
or where the text tells at once that others say otherwise (", a claim that the army denied", ", which the crew
dispute", "; the company disputed this"). What a court found, and the steps of the law, are facts.
"""

from __future__ import annotations

import itertools

from timeline.events.attribution import (
    Attribution,
    Strength,
    accusing,
    attributions,
    doer_of,
    is_somebody,
    speaker,
)
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.verb_group import DONE, Mood

_AHEAD = frozenset({Mood.FUTURE, Mood.DUE})
_TURNED_DOWN = 9  # words behind "an account" in which it is told that others say otherwise


def frames_of(parse: Parse, clause: Clause, language: Language, *, named: bool = False) -> list[Attribution]:
    """Return the frames around a clause, the nearest at a distance where what it says is contested.

    `named` tells that the next sentence calls it a claim ("The firm denied the allegation").
    """
    frames = accusing(parse, clause, attributions(parse, clause, language), language)
    if _only_disputes(parse, clause, language):
        return [Attribution(clause, Strength.DENIED)]
    if not frames or clause.group is None or clause.group.mood not in DONE:
        return frames
    first, words = frames[0], language.words
    if first.strength > Strength.ANNOUNCED or clause.group.lemma in words["verbs.procedure"]:
        return frames
    group = first.clause.group
    if group is not None and group.mood in _AHEAD and group.lemma in words["verbs.testifying"]:
        return [Attribution(first.clause, Strength.HYPOTHETICAL), *frames[1:]]  # "will testify that"
    claims = _claims(parse, clause, first, language, named=named)
    return [Attribution(first.clause, Strength.DISTANT), *frames[1:]] if claims else frames


def _claims(parse: Parse, clause: Clause, frame: Attribution, language: Language, *, named: bool) -> bool:
    """Tell whether who speaks is a side or a witness, or others say otherwise; a court speaks as neither."""
    whose = _who(parse, frame, language)
    if _is_pleading(parse, frame, whose, language):
        return True
    if not whose or whose & language.words["adjudicators"]:
        return False
    return (
        named
        or _sworn(parse, frame, language)
        or _accuses(parse, clause, whose, language)
        or _disputed(parse, clause, frame, language)
    )


def _who(parse: Parse, frame: Attribution, language: Language) -> frozenset[str]:
    """Return the words for who speaks, up to what says more of it ("prosecutors [in the capital]")."""
    words = speaker(parse, frame.clause, language).lower().split()
    end = next((n for n, word in enumerate(words) if word in language.words["prepositions"]), len(words))
    return frozenset(words[:end])


def _sworn(parse: Parse, frame: Attribution, language: Language) -> bool:
    """Read "testified that", "told the jury that", "said in testimony that": evidence, whoever gives it."""
    group, words = frame.clause.group, language.words
    if group is None or group.passive:
        return False
    heard = {parse.tokens[i].low for i in range(group.last + 1, min(group.last + 5, len(parse.tokens)))}
    told = group.lemma in words["verbs.telling"] and bool(heard & words["hearers"])
    said_in = any(parse.tokens[i].low in words["testimony"] for i in parse.owned(frame.clause))
    return told or said_in or group.lemma in language.union("verbs.testifying", "verbs.charging")


def _is_pleading(parse: Parse, frame: Attribution, whose: frozenset[str], language: Language) -> bool:
    """Read "the indictment says", "court papers show", "said in an affidavit"; no filing of accounts."""
    words = language.words
    if whose & words["pleadings"] or (whose & words["filings"] and whose & words["adjudicators"]):
        return True
    last = frame.clause.group.last if frame.clause.group else len(parse.tokens)
    behind = [parse.tokens[i].low for i in parse.owned(frame.clause) if i > last]
    filed = any(
        one in words["filings"] and other in words["adjudicators"]
        for other, one in itertools.pairwise(behind)
    )
    return filed or any(word in words["pleadings"] for word in behind)


def _accuses(parse: Parse, clause: Clause, whose: frozenset[str], language: Language) -> bool:
    """Read "prosecutors said he moved the money": what a side of a trial says that somebody else did."""
    words = language.words
    if not whose & words["accusers"] or clause.verb.passive or clause.verb.lemma in words["verbs.undisputed"]:
        return False
    doer = doer_of(parse, clause, language)
    lows = {parse.tokens[i].low for i in doer}
    many = any(language.patterns["plural"].fullmatch(word) for word in whose & words["accusers"])
    mine = {word for word, number in language.data["personal"].items() if (number == "many") is many}
    own = lows & mine or lows & words["accusers"] or lows & words["combatants"]
    return not own and is_somebody(parse, doer, language)


def _disputed(parse: Parse, clause: Clause, frame: Attribution, language: Language) -> bool:
    """Tell whether the rest of the sentence calls it a claim, or tells that others say otherwise."""
    begins = max(clause.verb.last, frame.clause.group.last if frame.clause.group else 0) + 1
    if any(_is_called_claim(parse, i, language) for i in range(begins, len(parse.tokens))):
        return True
    later = (c for c in parse.clauses if c.group is not None and c.verb.first >= begins)
    return any(_turns_down(parse, c, clause, language) for c in later)


def called_claim(
    parse: Parse, clause: Clause, language: Language, frame: Attribution | None
) -> frozenset[int]:
    """Return the tokens behind a clause that only call it a claim, from the comma on."""
    behind = range(clause.verb.last + 1, len(parse.tokens)) if frame else range(0)
    noun = next((i for i in behind if _is_called_claim(parse, i, language)), 0)
    mark = next((i for i in range(noun - 1, noun - 4, -1) if not parse.tokens[i].is_word), noun)
    return frozenset(range(mark, len(parse.tokens))) if noun else frozenset()


def _is_called_claim(parse: Parse, index: int, language: Language) -> bool:
    """Read ", a claim that the army denied", ", an account disputed by the crew" behind what was said."""
    words, tokens = language.words, parse.tokens
    noun = tokens[index].low
    if noun not in words["accusations"] and noun not in words["versions"]:
        return False
    article = next((i for i in (index - 1, index - 2) if tokens[i].low in words["articles"]), -1)
    if article < 1 or tokens[article - 1].is_word:
        return False
    behind = [t.low for t in tokens[index + 1 : index + 1 + _TURNED_DOWN]]
    if noun in words["accusations"]:
        return not behind or behind[0] not in words["noun_complements"]
    lemmas = {form.lemma for word in behind for form in language.verb(word)}
    return bool(lemmas & words["verbs.disputing"])


def _only_disputes(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read ", an account the council denied": it says of what was said before that it is contested."""
    group = clause.group
    if group is None or group.lemma not in language.words["verbs.disputing"]:
        return False
    return any(_is_called_claim(parse, i, language) for i in parse.owned(clause) if 1 < i < group.first)


def _turns_down(parse: Parse, other: Clause, clause: Clause, language: Language) -> bool:
    """Read "; witnesses dispute this", ", which the crew deny": not a permit that was denied."""
    words, group = language.words, other.verb
    if group.negated or group.passive or group.lemma not in words["verbs.disputing"]:
        return False
    refused = any(parse.tokens[i].low in words["refusable"] for i in range(clause.first, other.first))
    if other.role is Role.RELATIVE:
        gap = other.first < group.first - 1 and not _has_noun_behind(parse, group.last, language)
        return gap and group.lemma in words["verbs.denial"] and not refused
    joined = other.role is Role.COORDINATE or other.connector in words["coordinators"]
    if not joined or other.shares_subject >= 0:
        return False
    meant = _meant(parse, group.last + 1, language)
    return meant == "claim" or (meant == "said" and not refused and group.lemma in words["verbs.denial"])


def _has_noun_behind(parse: Parse, last: int, language: Language) -> bool:
    token = parse.tokens[last + 1] if last + 1 < len(parse.tokens) else None
    closed = language.words["prepositions"] | language.words["coordinators"]
    return token is not None and token.is_word and last + 1 not in parse.times and token.low not in closed


def _meant(parse: Parse, at: int, language: Language) -> str:
    """Return what stands behind a verb: "claim" for "the allegation", "said" for "this", "" for all else."""
    words, tokens = language.words, parse.tokens
    first = tokens[at].low if at < len(tokens) else ""
    ends = at + 1 >= len(tokens) or not _has_noun_behind(parse, at, language)
    if first in words["pointing_back"] and ends:
        return "said"
    if first not in words["determiners"]:
        return ""
    nouns = (t.low in words["accusations"] or t.low in words["versions"] for t in tokens[at + 1 : at + 3])
    return "claim" if any(nouns) and not _spelt_out(parse, at, language) else ""


def _spelt_out(parse: Parse, at: int, language: Language) -> bool:
    """Read "the claim that it had paid": then it is that which is denied, and not what was said before."""
    return any(t.low in language.words["content_words"] for t in parse.tokens[at + 2 : at + 4])


def names_claim(parse: Parse, language: Language) -> bool:
    """Tell whether a sentence turns down what the one before it said, and calls it a claim.

    "The firm denied the allegation", "He called the claim absurd"; "He denied it" names nothing.
    """
    verbs = language.words["verbs.disputing"] | language.words["verbs.calling"]
    return any(
        c.group is not None
        and c.role in {Role.MAIN, Role.COORDINATE}
        and c.verb.lemma in verbs
        and not (c.verb.negated or c.verb.passive)
        and _meant(parse, c.verb.last + 1, language) == "claim"
        for c in parse.clauses
    )
