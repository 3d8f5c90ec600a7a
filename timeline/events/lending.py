"""Whether a clause lends its time to the one that "and" joins to it.

"The minister flew to Orlo on Monday and promised help": both on Monday. "He bought the club in 2019 and
twice tried to sell it": only the first was in 2019. A clause that says for itself how much later it was, that
goes on, or that stands behind a comma and belongs to the clause above takes no time from beside it.
"""

from __future__ import annotations

from itertools import pairwise

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import Dated
from timeline.events.language import Language
from timeline.events.tokens import phrase_at
from timeline.events.verb_group import Mood

_WEEK = 7  # days


def is_lent(parse: Parse, clause: Clause, other: Clause, dated: Dated, language: Language) -> bool:
    """Tell whether a time of `other` also holds for `clause`, which is joined to it."""
    apart = _is_habit(parse, clause, language) or _is_aim(parse, other, dated, language)
    if apart or is_later(parse, clause, dated, language) or _goes_on(clause, other, dated, language):
        return False
    if _has_own_occasion(parse, clause, dated, language) or _tells_age(parse, clause, dated, language):
        return False
    of_frame = clause.role is Role.CONTENT is other.role
    of_frame = of_frame and _is_of_frame(parse, clause, other, dated, language)
    if of_frame or _is_reduced(parse, clause, language):
        return False
    if _begins_stretch(parse, other, language) and not is_short(dated):
        return False
    if any(
        dated.last < i < clause.first and other.verb.last < parse.clauses[parse.owners[i]].first
        for i in parse.times
        if parse.owners[i] != other.index and _comes_between(parse, parse.clauses[parse.owners[i]], clause)
    ):
        return False  # "sacked one coach in May, brought back another two weeks later and came third"
    in_front = dated.first < other.verb.first
    apart = clause.shares_subject < 0 and _is_parted(parse, clause, language)
    return not (apart and not (in_front and is_short(dated)))


def _has_own_occasion(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "left in July and was held when he came back in the autumn", "and died before she was 30".

    And "withdrew its grant in 2019 and restored half of it during the war".
    """
    bounds = language.words["until"]
    lows = (parse.tokens[i].low for i in parse.owned(clause) if i > clause.verb.last)
    if not is_short(dated) and any(low in language.words["own_occasion"] for low in lows):
        return True
    for inner in parse.clauses:
        if inner.parent != clause.index or inner.role is not Role.ADVERBIAL or inner.first < clause.verb.last:
            continue
        timed = inner.connector in language.union("simultaneous", "occasioning", "until")
        if timed and any(i in parse.times for i in parse.owned(inner)):
            return True
        if inner.connector in bounds and not is_short(dated):
            return True
    return False


def _is_habit(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "made her debut on 4 March and sang there every season": not on that day."""
    each, lengths = language.words["each"], language.words["deed_lengths"]
    owned = [parse.tokens[i].low for i in parse.owned(clause)]
    return any(one in each and two in lengths for one, two in pairwise(owned))


def _is_aim(parse: Parse, other: Clause, dated: Dated, language: Language) -> bool:
    """Read "was fixed for October, but was put back": it was not put back in October."""
    fixed = other.verb.lemma in language.union("verbs.arranging", "verbs.scheduled")
    return fixed and dated.first > 0 and parse.tokens[dated.first - 1].low in language.words["lasting_for"]


def opens(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Tell whether a time opens its clause: nothing but little words stand before it."""
    little = language.union("time_noun_prepositions", "date_fillers", "coordinators", "articles")
    before = (parse.tokens[i] for i in range(clause.first, dated.first) if i not in parse.times)
    return dated.first < clause.verb.first and all(
        not t.is_word or t.low in little or language.is_adverb(t.low) for t in before
    )


def _is_reduced(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "The crew, all of them laid off on Friday, raked the field": a comma alone joins no two deeds."""
    if clause.connector != "," or clause.shares_subject < 0:
        return False
    return not any(
        c.shares_subject == clause.index and c.connector in language.words["coordinators"]
        for c in parse.clauses
    )


def _comes_between(parse: Parse, inner: Clause, clause: Clause) -> bool:
    """Tell whether a clause with a time of its own is one of the row that ends with `clause`."""
    behind_comma = inner.role is Role.PARTICIPLE and parse.tokens[inner.first - 1].low == ","
    joined = inner.role is Role.COORDINATE and inner.shares_subject >= 0
    return behind_comma or (joined and inner is not clause)


def _begins_stretch(parse: Parse, other: Clause, language: Language) -> bool:
    """Read "was founded in 1931 and made hats", "took office in 2008 and won two wars": from then on."""
    at = other.verb.last + 1
    taken = (
        at < len(parse.tokens) and f"{other.verb.lemma}-{parse.tokens[at].low}" in language.words["offices"]
    )
    return taken or other.verb.lemma in language.union("lives", "beginnings")


def _tells_age(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "was born in Orlo in 1931 and left school at 14": years lie between the two."""
    if is_short(dated):
        return False
    for index in range(clause.verb.last + 1, len(parse.tokens) - 1):
        token, after = parse.tokens[index], parse.tokens[index + 1]
        if parse.owners[index] != clause.index:
            return False
        number = after.text.isdigit() or after.low in language.words["number_words"]
        if (token.low in language.words["appearing"] and number and _ends(parse, index + 1)) or (
            token.low in language.words["ages"]
        ):
            return True
    return False


def _ends(parse: Parse, index: int) -> bool:
    """Tell whether a phrase ends with a token: a mark or "and" stands behind it."""
    return index + 1 >= len(parse.tokens) or not parse.tokens[index + 1].is_word or index + 1 in parse.times


def is_short(dated: Dated) -> bool:
    """Tell whether a time is short enough for two deeds of somebody to be of one occasion."""
    first, last = dated.when.first, dated.when.last
    return first is not None and last is not None and last.ordinal - first.ordinal < _WEEK


def is_later(parse: Parse, clause: Clause, dated: Dated, language: Language) -> bool:
    """Read "and later sold it", "and within months had left", "and on their second day walked out"."""
    words = language.words
    owned = [i for i in parse.owned(clause) if i not in range(dated.first, dated.last + 1)]
    lows = {parse.tokens[i].low for i in owned if i not in parse.times}
    if lows & words["later_on"] or any(_is_after_that(parse, i, language) for i in owned):
        return True
    follows = language.phrases["following_it"]  # "and went bankrupt in the slump that followed"
    if any(c.parent == clause.index and phrase_at(parse.tokens, c.first, follows) for c in parse.clauses):
        return True
    return any(_tells_length(parse, clause, i, language) for i in owned)


def _is_after_that(parse: Parse, index: int, language: Language) -> bool:
    """Read "won it in 2006 and was put up for it twice after that"."""
    turns: dict[str, str] = language.data["counting_words"]
    after = parse.tokens[index + 1].low if index + 1 < len(parse.tokens) else ""
    return parse.tokens[index].low in turns and after in language.words["relative_that"]


def _tells_length(parse: Parse, clause: Clause, index: int, language: Language) -> bool:
    """Tell whether a word for a length says when a deed was ("within months", "on the last day of it")."""
    words = language.words
    if parse.tokens[index].low not in words["deed_lengths"]:
        return False
    before = [parse.tokens[i].low for i in range(max(clause.first, index - 3), index)]
    if before and before[-1] in words["within"]:  # "rejected the offer within hours"
        return True
    if words["occasioning"].intersection(before):  # "walked out on 4 May and returned after three days"
        return True
    if any(low in words["ordinals"] for low in before):
        return any(low in words["time_noun_prepositions"] for low in before)
    return index < clause.verb.first and any(low in words["counting_on"] for low in before)


def _goes_on(clause: Clause, other: Clause, dated: Dated, language: Language) -> bool:
    """Read "cut the road on Sunday and was moving on", "broke in on 3 May and spent a week there"."""
    lasting = language.words["verbs.filling_time"]
    if clause.verb.lemma in lasting or (other.verb.lemma in lasting and not is_short(dated)):
        return True
    back = (
        clause.verb.mood is Mood.PAST_PERFECT and other.verb.mood is not Mood.PAST_PERFECT
    )  # had been before
    return back or (
        clause.verb.mood is Mood.PAST_PROGRESSIVE and other.verb.mood is not Mood.PAST_PROGRESSIVE
    )


def _is_of_frame(parse: Parse, clause: Clause, other: Clause, dated: Dated, language: Language) -> bool:
    """Read "said he had been sacked on Monday, and apologised": who said it apologised.

    So is it without a comma where the verb cannot share the auxiliary ("said a letter had been sent on
    Monday and accused them of fraud"). Where the auxiliary is said again, the deed is told apart ("had seen
    it in May and had been ignored").
    """
    at = clause.first - 1
    while at > 0 and parse.tokens[at].low in language.words["coordinators"]:
        at -= 1
    again = clause.verb.first < clause.verb.head
    alone = other.verb.passive and other.verb.mood is Mood.PAST_PERFECT and clause.verb.mood is Mood.PAST
    told = alone and not clause.verb.passive and _has_object(parse, clause, language)
    return parse.tokens[at].low == "," or told or (again and not is_short(dated))


def _has_object(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a noun stands right behind a verb."""
    at = clause.verb.last + 1
    return at < len(parse.tokens) and (
        parse.tokens[at].low in language.words["determiners"] or parse.tokens[at].is_capital
    )


def _is_parted(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a semicolon or the like, but no colon, stands before a clause."""
    marks = language.difference("clause_marks", "label_marks")
    return parse.tokens[clause.first].low in marks or parse.tokens[clause.first - 1].low in marks
