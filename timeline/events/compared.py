"""Times that something is measured by: "more than in 2019", "above the price before the weekend"."""

from __future__ import annotations

from timeline.events.clauses import Parse
from timeline.events.dated import Dated
from timeline.events.language import Language

_REACH = 8  # words between a record and its "since"
_ADJECTIVES = 4  # words of "the average closing"


def is_record(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "the first direct hit since 1921": how long there was none."""
    if parse.tokens[dated.first].low not in language.words["ongoing"]:
        return False
    singled, noun = language.words["records"], language.union("articles", "possessive_marks")
    for index in range(dated.first - 1, max(-1, dated.first - _REACH), -1):
        if any(c.group is not None and c.group.is_finite and c.group.last == index for c in parse.clauses):
            return False
        if parse.tokens[index].low in singled:
            return index > 0 and parse.tokens[index - 1].low in noun
    return False


def is_compared(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "more than in 2019", "no earlier than 1923", "as many as last year", "compared with March"."""
    at = _before_prepositions(parse, dated, language)
    low = parse.tokens[at].low if at > 0 else ""
    topic = dated.first if parse.tokens[dated.first].low in language.words["topical"] else at
    if parse.tokens[topic].low in language.words["topical"] and _is_of_talk(parse, topic, language):
        return True
    if low in language.words["comparing"]:
        return not _names_limit(parse, at, language)
    if at < dated.first - 1 and low in language.words["comparing_in"]:
        return True
    return low in language.words["company_of_comparing"] and (
        parse.tokens[at - 1].low in language.words["compared"]
    )


def closes_period(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "in the six months ended 1 October", "for the year to 30 June": which months, which year."""
    if dated.first < 2:  # noqa: PLR2004 - a length and its participle
        return False
    low = parse.tokens[dated.first - 1].low
    ends = low in language.words["infinitive_words"]
    ends = ends or any(f.lemma in language.words["endings"] for f in language.verb(low))
    return ends and parse.tokens[dated.first - 2].low in language.words["periods"]


def is_set_against(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "lost 6 million, against a profit of 2 million the year before", ", up 3% on last year"."""
    first = parse.clauses[parse.owners[dated.first]].verb.last
    comma = next((i for i in range(dated.first - 1, first, -1) if parse.tokens[i].low == ","), -1)
    return comma >= 0 and parse.tokens[comma + 1].low in language.words["set_against"]


def is_of_price(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "a tenth above the price before the weekend", "a premium to the closing price on Friday"."""
    at = _before_prepositions(parse, dated, language)
    if at <= 0 or parse.tokens[at].low not in language.words["market_levels"]:
        return False
    articles = (i for i in range(at - 1, max(0, at - _ADJECTIVES), -1) if _is_article(parse, i, language))
    article = next(articles, 0)
    return article > 0 and parse.tokens[article - 1].low in language.words["measured_against"]


def is_extent(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "asked for an extension to 3 May", "so close to Christmas": how far, and not when.

    So is "named her its chief, effective 3 May": in force from then on. What is put off or set is so to a day
    ("put the hearing back to 3 May").
    """
    at, words = dated.first - 1, language.words
    group = parse.clauses[parse.owners[dated.first]].group
    if at > 0 and parse.tokens[at].low in words["in_force_on"]:
        return True
    if (
        at > 1
        and parse.tokens[at].low in words["lasting_for"]
        and parse.tokens[at - 1].low in words["estimates"]
    ):
        return True  # "is cutting its estimate for next year"
    if at < 1 or parse.tokens[at].low not in words["infinitive_words"] or group is None:
        return False
    moves = language.union(
        "verbs.arranging", "verbs.scheduled", "rescheduling", "calling_off", "verbs.until_then"
    )
    before = parse.tokens[at - 1]
    verb = group.first <= at - 1 <= group.last or before.low in language.union("verb_particles")
    return before.is_word and at - 1 not in parse.times and not verb and group.lemma not in moves


def _before_prepositions(parse: Parse, dated: Dated, language: Language) -> int:
    """Return the token before a time and the prepositions that lead to it ("[more than] in 2019")."""
    at = dated.first - 1
    while at > 0 and parse.tokens[at].low in language.words["time_noun_prepositions"]:
        at -= 1
    return at


def _is_article(parse: Parse, index: int, language: Language) -> bool:
    return parse.tokens[index].low in language.union("articles", "possessive_marks")


def _is_of_talk(parse: Parse, at: int, language: Language) -> bool:
    """Read "met to talk about 2027"."""
    said = language.union("verbs.frame", "verbs.mind", "talking")
    return any(form.lemma in said for form in language.verb(parse.tokens[at - 1].low))


def _names_limit(parse: Parse, at: int, language: Language) -> bool:
    """Read "no later than 5 May": a deadline."""
    return parse.tokens[at - 1].low in language.words["limiting"]
