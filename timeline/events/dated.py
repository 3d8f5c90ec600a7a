"""A time of a sentence that gives days, and days that are said together ("on 13 and 14 June")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.clauses import Parse
from timeline.events.language import Language
from timeline.events.noun_phrases import NO_NOUNS
from timeline.events.tokens import Token
from timeline.temporal import Expression, Mention, When
from timeline.temporal.narrative import spoken_year


@dataclass(frozen=True, slots=True)
class Dated:
    """A time of a sentence that gives days.

    The words with their signal, and the tokens `first` to `last` that they take up.
    """

    when: When
    said: str
    first: int
    last: int
    direction: str = ""
    is_full: bool = False  # nothing of it was assumed
    plain: When | None = None  # the days without the signal ("June 2023" of "since June 2023")


_KINDS = frozenset(
    {"season", "daypart", "quarter", "half", "feast", "the", "of", "part"}
)  # operators of "winter", "the night", "early morning", "Christmas"
_PARTS_OF_GAMES = frozenset({"quarter", "half"})
_WEEK, _MONTH, _YEAR = 6, 31, 364  # days from the first to the last
_LONGEST_END = 6  # words of "until her sudden death in"
_SPORT = 4  # words of sport that make a report on it
_NAMING = frozenset({"season", "daypart", "quarter", "half", "feast"})


def repeats_date(mention: Mention, language: Language) -> bool:
    """Read "4 May, the day after the vote": that 4 May again; the vote is counted from it."""
    is_beside = bool(set(mention.rules) & language.words["beside_rules"])
    return is_beside and mention.expression is not None and "spoken" in operators_of(mention.expression)


def names_kind(tokens: Sequence[Token], mention: Mention, language: Language) -> bool:
    """Read "the winter carnival", "third-quarter results": the words say which kind, and not when.

    When "the financial year" begins is for everybody to say.
    """
    if set(mention.rules) & language.words["fiscal_rules"]:
        return True
    operators = operators_of(mention.expression) if mention.expression else frozenset()
    if not operators <= _KINDS or not operators & _NAMING:
        return False
    first = next((i for i, t in enumerate(tokens) if t.end > mention.start), len(tokens))
    after = next((t for t in tokens if t.start >= mention.end), None)
    before = tokens[first - 1].low if first else ""
    if _is_thing(tokens, first, mention, language):
        return True
    if after is None or after.is_capital:
        return _is_in_name(after, mention, operators)
    hyphenated = mention.text[mention.text.rfind(" ") + 1 :].count("-") == 1  # "in third-quarter income"
    if before in language.words["time_noun_prepositions"] and not hyphenated:
        return False
    return after.is_word and not after.text[0].isdigit() and _is_noun(after.low, language)


def _is_thing(tokens: Sequence[Token], first: int, mention: Mention, language: Language) -> bool:
    """Read "the dose spring", "a share price fall": a noun right before it makes it a thing."""
    if mention.text.lower() not in language.words["season_things"] or not first:
        return False
    before = tokens[first - 1]
    return before.is_word and not before.is_capital and before.low in language.words["things"]


def _is_in_name(after: Token | None, mention: Mention, operators: frozenset[str]) -> bool:
    """Read "the Winter Lights parade": a season with a capital before another word with one."""
    season = mention.text.split()[-1]
    return operators == {"season"} and after is not None and season[:1].isupper() and not season.isupper()


def without_games(text: str, mentions: tuple[Mention, ...], language: Language) -> tuple[Mention, ...]:
    """Leave out the quarters and halves of a report on sport: they are those of a game.

    "in the third quarter" is a time of the year where no text on coaches, goals and the like says it.
    """
    played = [m for m in mentions if m.expression and _is_part_of_game(m.expression)]
    if not played:
        return mentions
    words = Counter(low for low in text.lower().split() if low.strip(".,;:!?\"'") in language.words["sport"])
    return tuple(m for m in mentions if m not in played) if words.total() >= _SPORT else mentions


def _is_part_of_game(said: Expression) -> bool:
    return bool(operators_of(said) & _PARTS_OF_GAMES) and spoken_year(said) is None


def _is_noun(low: str, language: Language) -> bool:
    """Tell whether a word behind a time must be its noun: no little word, and no verb in the past."""
    closed = low in language.union(*NO_NOUNS)
    forms = language.verb(low)
    verb = any(form.form in {"past", "third"} for form in forms)
    noun = any(form.lemma in language.words["verbs.also_nouns"] for form in forms)
    noun = noun or low in language.words["event_nouns"]
    return not closed and not language.is_adverb(low) and not (verb and not noun)


def operators_of(expression: Expression) -> frozenset[str]:
    """Return the operators of an expression of time."""
    inner = [operators_of(a) for a in expression.arguments if isinstance(a, Expression)]
    return frozenset({expression.operator}).union(*inner)


def is_label(parse: Parse, dated: Dated, language: Language) -> bool:
    """Read "Friday, 5 June: the airport shuts", "2015 – She founds a firm", as in a chronology."""
    at = dated.last + 1
    opens = not any(parse.tokens[i].is_word and i not in parse.times for i in range(dated.first))
    marks = language.union("label_marks", "chronicle_marks") if opens else language.words["label_marks"]
    return at < len(parse.tokens) and parse.tokens[at].low in marks


def joined_days(
    parse: Parse, found: list[tuple[Dated | None, Mention]], language: Language
) -> list[tuple[Dated | None, Mention]]:
    """Join the days of "on 13 and 14 June", "between 3 and 9 May" and "on 3 or 10 May" into one time."""
    joined: list[tuple[Dated | None, Mention]] = []
    for dated, mention in found:
        before = joined[-1][0] if joined else None
        if dated and before and _is_apposition(parse, before, dated, language):
            joined[-1] = (replace(before, last=dated.last), joined[-1][1])
            continue
        if dated and before and (whole := _span_of(parse, before, dated, language)):
            joined[-1] = (whole, joined[-1][1])
        else:
            joined.append((dated, mention))
    return joined


def _is_apposition(parse: Parse, one: Dated, two: Dated, language: Language) -> bool:
    """Read "on the 26th, a Monday, …": the second time only says more of the first."""
    between = [parse.tokens[i].low for i in range(one.last + 1, two.first)]
    articles = language.words["articles"]
    return len(between) > 1 and between[0] == "," and all(low in articles for low in between[1:])


def _are_months_in_turn(one: Dated, two: Dated) -> bool:
    """Read "in June and early July": one month, or part of one, goes on into the next."""
    spans = (one.when.first, one.when.last), (two.when.first, two.when.last)
    lengths = [last.ordinal - first.ordinal for first, last in spans if first and last]
    end, start = one.when.last, two.when.first
    in_turn = end is not None and start is not None and start.ordinal - end.ordinal == 1
    return in_turn and len(lengths) == len(spans) and all(_WEEK < days < _MONTH for days in lengths)


def _are_years_of_subject(parse: Parse, one: Dated, two: Dated) -> bool:
    """Read "The strike, in 2007 and 2008, cost the port half its trade": it went on from year to year."""
    spans = [(d.when.first, d.when.last) for d in (one, two)]
    years = [first.year for first, last in spans if first and last and first.year == last.year]
    whole = all(first and last and last.ordinal - first.ordinal >= _YEAR for first, last in spans)
    group = parse.clauses[parse.owners[two.first]].group
    before = (
        group is not None
        and two.last < group.first
        and one.first > parse.clauses[parse.owners[one.first]].first + 1
    )
    return before and whole and len(years) == len(spans) and years[1] - years[0] == 1


def _span_of(parse: Parse, one: Dated, two: Dated, language: Language) -> Dated | None:
    """Return the time from one day to another that a conjunction joins to it; None where they are two."""
    between = [parse.tokens[i].low for i in range(one.last + 1, two.first)]
    joint = {w for w in between if w in language.words["coordinators"] or w == ","}
    plain = all(w in joint or w in language.words["time_noun_prepositions"] for w in between)
    first, last, later = one.when.first, one.when.last, two.when.last
    together = parse.owners[one.first] == parse.owners[two.first]
    if not (together and joint and plain and first and last and later and two.when.first and first <= later):
        return None
    next_day = two.when.first.ordinal - last.ordinal == 1 and first == last and two.when.first == later
    next_day = next_day or _are_months_in_turn(one, two) or _are_years_of_subject(parse, one, two)
    next_day = next_day and joint != {","}  # "on Monday, Tuesday and Friday" are three
    either = bool(joint & language.words["alternatives"])
    spans = one.first > 0 and parse.tokens[one.first - 1].low in language.words["between"]
    if not (next_day or either or spans):
        return None
    said = f"{one.said} {' '.join(between)} {two.said}"
    when = When.of_interval(first, later)
    if _are_years_of_subject(parse, one, two):
        when = When.parse(f"{first.year}/{later.year}")
    return replace(one, when=when, said=said, last=two.last)


def closed_ranges(parse: Parse, times: Sequence[Dated], language: Language) -> list[Dated]:
    """Join the two times of "from 1968 until her death in 1999": it went on from the one to the other."""
    joined: list[Dated] = []
    for dated in times:
        before = joined[-1] if joined else None
        whole = _closed(parse, before, dated, language) if before is not None else None
        if whole is None:
            joined.append(dated)
        else:
            joined[-1] = whole
    return joined


def _closed(parse: Parse, one: Dated, two: Dated, language: Language) -> Dated | None:
    at, first, last = one.last + 1, one.when.first, two.when.last
    until = at < two.first and parse.tokens[at].low in language.words["until"]
    if not until or one.when.last is not None or first is None or last is None or last < first:
        return None
    if two.first - at > _LONGEST_END or any(not parse.tokens[i].is_word for i in range(at, two.first)):
        return None
    return replace(one, when=When.of_interval(first, last), said=f"{one.said} … {two.said}", last=two.last)
