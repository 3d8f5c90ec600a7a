"""Days that are counted from what the text has told: "the same day", "two days later", "a day after that".

The temporal engine counts from what was named last, whatever it was; here it is the deed that was told last.
`counted(parse, mention, told, anchor, language)` gives a mention on its day, or without one where the text
does not say which it is: a day is never counted from a month, nor into the time after the report for what
has been done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline import temporal
from timeline.events.clauses import Clause, Parse, Role
from timeline.events.dated import operators_of
from timeline.events.language import Language
from timeline.events.tokens import Token
from timeline.events.turning import turned
from timeline.events.verb_group import DONE, Mood
from timeline.temporal import Expression, Grain, Mention, When

LOOKS_AHEAD = frozenset({Mood.FUTURE, Mood.DUE, Mood.MUST, Mood.BACKSHIFT, Mood.WISH, Mood.POSSIBLE})
_LATER = frozenset({"later", "following"})  # operators of expressions that count from what was told
_SAME = frozenset({"same", "earlier", "previous"})  # so do these, where they tell days and weeks
_LONG_UNITS = frozenset(g.name for g in Grain if g > Grain.WEEK)
_SHORT_UNITS = frozenset(g.name for g in Grain if g <= Grain.WEEK)
_ROUND = frozenset({"DECADE", "CENTURY"})
_TOLD = "(spoken of last)"
_TELLING = frozenset({Role.RELATIVE, Role.ADVERBIAL})


@dataclass(frozen=True, slots=True)
class Told:
    """What the text has told so far: the `day` of the deed told last, None where it was of a longer time.

    `time` is what was told last, of whatever length; `passed` says that another was only named since then
    ("a letter of 2 June"). `said` is the day spoken of last, in passing or not. `unsure` are TIMEX3 values of
    times that may be of another year, from which nothing is counted.
    """

    day: When | None = None
    vague: bool = False
    time: When | None = None
    passed: bool = False
    said: When | None = None
    unsure: frozenset[str] = frozenset()


def counted(parse: Parse, mention: Mention, told: Told, anchor: When | None, language: Language) -> Mention:
    """Return a mention counted from what was told; other mentions as they are."""
    at = first_token(parse, mention)
    clause = parse.clauses[parse.owners[at]] if at < len(parse.owners) else None
    ahead = clause is not None and clause.group is not None and clause.group.mood in LOOKS_AHEAD
    if that := _from_that(parse, mention, told.said if ahead else told.day, language):
        return that
    if _is_of_today(mention, anchor) or any(f"anchor {v} {_TOLD}" in mention.assumed for v in told.unsure):
        return mention._replace(when=None)
    if ahead or mention.signal or not (_counts(mention) or (told.passed and _is_earlier(mention))):
        return mention
    placed = _placed(parse, clause, mention, told, anchor, language)
    open_end = placed.when is not None and None in (placed.when.first, placed.when.last)
    if open_end and _counts(mention):
        return placed._replace(when=None)  # "less than a fortnight later"
    impossible = clause is not None and _is_impossible(parse, clause, placed, anchor)
    return placed._replace(when=None) if impossible else placed


def _is_of_today(mention: Mention, anchor: When | None) -> bool:
    """Read "has traded since 1884 and shuts today. It was opened in that year": not this year."""
    same = mention.expression is not None and "same" in operators_of(mention.expression)
    same = same and not _is_fine(mention)
    today = (
        f"anchor {anchor.first} {_TOLD}" if same and anchor is not None and anchor.first is not None else ""
    )
    return bool(today) and today in mention.assumed


def _is_earlier(mention: Mention) -> bool:
    """Read "A year earlier she had turned back": from what was told, not from her birth."""
    return mention.expression is not None and "earlier" in operators_of(mention.expression)


def _is_of_undated(parse: Parse, clause: Clause | None) -> bool:
    """Read "won a scholarship at 16 and graduated five years later": from a deed that has no time."""
    if clause is None or clause.shares_subject < 0:
        return False
    before = parse.clauses[clause.shares_subject]
    return before.verb.mood is Mood.PAST and not any(i in parse.times for i in parse.owned(before))


def _placed(
    parse: Parse, clause: Clause | None, mention: Mention, told: Told, anchor: When | None, language: Language
) -> Mention:
    """Return "the same day" or "two days later" counted from the day of the deed told last.

    None of its own where no day was told; "the following year" counts from what was not named in passing.
    """
    base = next((said for said in mention.assumed if said.endswith(_TOLD)), "")
    if not _is_fine(mention):
        if _is_of_undated(parse, clause):
            return mention._replace(when=None)
        first = told.time.first if told.time is not None and told.passed else None
        return _counted_from(mention, When.of_day(first), language) if first is not None else mention
    if told.day is None:
        is_day = base.count("-") >= 2 and not told.vague  # noqa: PLR2004 - no month, no year
        is_day = is_day and str(anchor) not in base  # "On the morning of the wedding … The day before …"
        return mention if is_day else mention._replace(when=None)
    return mention if str(told.day) in base else _counted_from(mention, told.day, language)


def _counted_from(mention: Mention, time: When, language: Language) -> Mention:
    again = temporal.find(mention.text, published=time, language=language.code)
    return mention._replace(value=again[0].value, when=again[0].when) if len(again) == 1 else mention


def with_that(tokens: Sequence[Token], mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """Take "after that" into the length before it ("four days after that"): together they are a time."""
    return [_widened(tokens, m, language) if m.type == "DURATION" else m for m in mentions]


def _widened(tokens: Sequence[Token], mention: Mention, language: Language) -> Mention:
    at = next((i for i, t in enumerate(tokens) if t.start >= mention.end), len(tokens))
    after = [*tokens[at : at + 3], None, None, None]
    turn, that, follower = after[0], after[1], after[2]
    if turn is None or that is None or turn.low not in language.data["counting_words"]:
        return mention
    pronoun = that.low in language.words["relative_that"] and not _is_noun_of(follower, language)
    return mention._replace(end=that.end) if pronoun else mention


def _is_noun_of(token: Token | None, language: Language) -> bool:
    """Tell whether a word takes the "that" before it as its article ("after that meeting")."""
    if token is None or not token.is_word or token.is_capital:
        return False
    little = ("prepositions", "coordinators", "auxiliary_words", "determiners", "pronouns")
    return not any(token.low in language.words[name] for name in little)


def _from_that(parse: Parse, mention: Mention, day: When | None, language: Language) -> Mention | None:
    """Count "four days after that" from a day; None for other mentions."""
    if mention.type != "DURATION" or mention.end - mention.start == len(mention.text):
        return None
    turns: dict[str, str] = language.data["counting_words"]
    behind = (t for t in parse.tokens if t.start >= mention.start + len(mention.text))
    said = f"{mention.text} {turns[next(behind).low]}"
    again = temporal.find(said, published=day, language=language.code) if day else ()
    if len(again) != 1 or again[0].type != "DATE":
        return mention
    return again[0]._replace(start=mention.start, end=mention.end, assumed=())


def _counts(mention: Mention) -> bool:
    """Tell whether a time is counted from another that the text has told."""
    operators = operators_of(mention.expression) if mention.expression else frozenset()
    return bool(operators & _LATER) or (_is_fine(mention) and bool(operators & _SAME))


def _is_fine(mention: Mention) -> bool:
    """Tell whether a time is counted in weeks or less ("3 May of that year" is counted in years)."""
    if mention.expression is None:
        return mention.grain is None or mention.grain <= Grain.WEEK
    units = _units(mention.expression)
    short = mention.grain is None or mention.grain <= Grain.WEEK or bool(units & _SHORT_UNITS)
    return short and not units & _LONG_UNITS


def _units(expression: Expression) -> frozenset[str]:
    """Return the names of the units in an expression."""
    inner = [_units(a) if isinstance(a, Expression) else {str(a)} for a in expression.arguments]
    return frozenset().union(*inner)


def _is_impossible(parse: Parse, clause: Clause, mention: Mention, anchor: When | None) -> bool:
    """Tell whether what is done would have to be done after the report."""
    first = mention.when.first if mention.when else None
    if clause.group is None or first is None or anchor is None or anchor.last is None:
        return False
    group = clause.group
    if (
        group.mood is Mood.PARTICIPLE and clause.antecedent < 0 <= clause.parent
    ):  # "Freed two years later, he left"
        group = parse.clauses[clause.parent].group or group
    return group.mood in DONE and first > anchor.last


def first_token(parse: Parse, mention: Mention) -> int:
    """Return the first token of a mention."""
    return next((i for i, t in enumerate(parse.tokens) if t.end > mention.start), len(parse.tokens))


def definite(parse: Parse, mention: Mention, language: Language) -> Mention:
    """Take the day from "on a Wednesday in April", "on a Friday night": it may have been any."""
    at = first_token(parse, mention)
    said = mention.expression
    if said is not None and said.operator == "last" and said.arguments[0] in _ROUND:
        return mention._replace(when=None)  # "in the last decade" are the ten years up to now
    open_words = language.union("indefinite", "ordinals")  # "on the second Sunday of Advent"
    if not is_weekday(said) or not at or parse.tokens[at - 1].low not in open_words:
        return mention
    return mention._replace(when=None)


def is_weekday(said: Expression | None) -> bool:
    """Tell whether an expression is a weekday or a part of one ("Monday morning")."""
    if said is not None and said.operator == "of":
        part, day = said.arguments
        is_part = isinstance(part, Expression) and part.operator == "daypart"
        said = day if is_part and isinstance(day, Expression) else None
    return said is not None and said.operator == "weekday"


def turned_by_clause(parse: Parse, mention: Mention, anchor: When | None, language: Language) -> Mention:
    """Turn a time to the side on which its clause looks."""
    at = first_token(parse, mention)
    if mention.when is None or mention.signal or at >= len(parse.owners):
        return mention
    when = turned(mention.when, mention, parse, parse.clauses[parse.owners[at]], anchor, language)
    return mention if when is mention.when else mention._replace(when=when, value=str(when))


def looks_back(parse: Parse, mention: Mention) -> bool:
    """Read "The others had voted a day earlier", "had been missing since Friday": the story stays there."""
    at = first_token(parse, mention)
    group = parse.clauses[parse.owners[at]].group if at < len(parse.owners) else None
    back = mention.expression is not None and "earlier" in operators_of(mention.expression)
    back = back or (
        mention.when is not None and mention.when.last is None and not _is_told_how(parse, mention)
    )
    return back and group is not None and group.mood is Mood.PAST_PERFECT


def _is_told_how(parse: Parse, mention: Mention) -> bool:
    """Read "had been building since 17 October, when the paper …": the day has a deed of its own."""
    behind = [n for n, token in enumerate(parse.tokens) if token.start >= mention.end][:2]
    return any(clause.first in behind and clause.role in _TELLING for clause in parse.clauses)


def is_named_with(parse: Parse, at: int, language: Language) -> bool:
    """Read "a letter of 2 June", "a photo from 2 June", "on the 26th, a Monday": not when, but which."""
    if parse.tokens[at - 1].low in language.words["articles"] and at > 2 and at - 3 in parse.times:  # noqa: PLR2004 - "26th", "," and "a"
        return parse.tokens[at - 2].low == ","
    if at < 2 or at - 1 in parse.times:  # noqa: PLR2004 - a noun and its preposition
        return False
    words = language.words
    link, noun = parse.tokens[at - 1].low, parse.tokens[at - 2]
    parts = language.union("parts_of_time", "date_fillers", "lengths")
    parts |= words["event_nouns"]  # "after the bombing of 2 June"
    return (
        link in language.union("of", "from")
        and noun.is_word
        and at - 2 not in parse.times
        and noun.low not in parts
    )
