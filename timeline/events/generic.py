"""Clauses that tell nothing of their own: whom a sentence speaks to, why, and what people felt."""

from __future__ import annotations

from timeline.events.clauses import Clause, Parse, Role
from timeline.events.language import Language
from timeline.events.verb_group import Mood


def is_generic(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "Anyone who worked at the mill before 2009": whoever it was, and not somebody."""
    if clause.role is not Role.RELATIVE or clause.antecedent < 0:
        return False
    return parse.tokens[clause.antecedent].low in language.words["whoever"]


def gives_reason(clause: Clause, language: Language) -> bool:
    """Read ", blaming fuel prices and the strike in the spring": why, said beside the deed."""
    beside = clause.role is Role.PARTICIPLE and clause.verb.mood is Mood.GERUND
    return beside and clause.verb.lemma in language.words["verbs.accusing"]


def stirs(clause: Clause, language: Language) -> bool:
    """Read "The results surprised their authors", "The squad were touched": what somebody felt."""
    return clause.verb.lemma in language.words["verbs.stirring"] and clause.verb.mood is not Mood.GERUND


def sums_up(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read ", a move that will raise prices": what the deed before the comma means, in one noun."""
    noun = clause.antecedent
    if (
        clause.role is not Role.RELATIVE
        or noun < 1
        or parse.tokens[noun].low not in language.words["summing_up"]
    ):
        return False
    at = noun
    while at > 1 and parse.tokens[at].is_word and parse.tokens[at].low not in language.words["indefinite"]:
        at -= 1
    return parse.tokens[at].low in language.words["indefinite"] and parse.tokens[at - 1].low == ","


def is_asked(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "asked how the money was spent": what somebody wants to know is not told."""
    above = parse.clauses[clause.parent].group if clause.parent >= 0 else None
    words = language.words
    when = clause.role is Role.ADVERBIAL and clause.connector in words["pointing"]  # "know when he left"
    if when and above is not None and clause.first == above.last + 1:
        return above.lemma in language.union("verbs.mind", "verbs.asking", "verbs.frame", "verbs.knowing")
    asks = above is not None and above.lemma in language.words["verbs.asking"] and clause.role is Role.CONTENT
    return asks and clause.connector in language.phrases["questions"]


def guesses_why(parse: Parse, clause: Clause, hedge: int, language: Language) -> bool:
    """Read "bought shares, apparently to fend off a bid": only why it was done is not sure."""
    after = parse.tokens[hedge + 1].low if hedge + 1 < len(parse.tokens) else ""
    parted = hedge > clause.verb.last + 1 and parse.tokens[hedge - 1].low == ","
    return parted and after in language.union("infinitive_words", "subordinators", "prepositions")


def is_hedged(parse: Parse, clause: Clause, language: Language) -> bool:
    """Tell whether a word as "reportedly" keeps a distance from the deed itself."""
    hedges = (i for i in parse.owned(clause) if parse.tokens[i].low in language.words["hedges"])
    return any(not guesses_why(parse, clause, i, language) for i in hedges)


def is_of_speaker(parse: Parse, clause: Clause) -> bool:
    """Read ", said the man, who owns a mill": a clause that says more of who speaks."""
    aside = clause.role in {Role.RELATIVE, Role.PARTICIPLE}
    return aside and any(c.role is Role.TAIL for c in parse.chain(clause))


def exclaims(parse: Parse, clause: Clause, language: Language) -> bool:
    """Read "How different things had looked": a sentence that opens with a word of asking."""
    opens = next((t.low for t in parse.tokens if t.is_word), "")
    return clause.parent < 0 and opens in language.words["exclaiming"]
