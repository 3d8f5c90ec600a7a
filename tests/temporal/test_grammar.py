"""What a grammar file may hold, and what it is told when it holds something else."""

import pytest

from timeline.temporal.expression import Expression
from timeline.temporal.grammar import GrammarError, languages, load, read_grammar
from timeline.temporal.language import Grammar
from timeline.temporal.matcher import Island

HEAD = """language xx
light
    the of
words month
    3: Martius, mar.
    4: aprilis
words number
    n: 1..31
words padded
    n: 00..59
"""
RULE = """
rule month
    month                      = (month $month)
    2024-05-03  [Martius]      -> 2024-03
"""


def grammar(text: str) -> Grammar:
    return read_grammar(HEAD + text, "xx.grammar")


def readings(language: Grammar, text: str) -> list[tuple[int, str]]:
    island = Island(language, text)
    return [(one.end, str(one.pieces[0].expression)) for one in island.candidates(0)]


BROKEN = [
    ("rule month\n    month = (month $month)\n", "xx.grammar:11: the rule month has no example"),
    (
        "rule month\n    month = (month $month)\n    2024-05-03  March -> nothing\n",
        "the rule month has no example",
    ),
    (
        "rule month\n    moth = (month 3)\n    2024-05-03  a -> 1\n",
        "moth is neither a word class nor a phrase",
    ),
    ("rule month\n    month = (mouth $month)\n    2024-05-03  a -> 1\n", "there is no operator 'mouth'"),
    (
        'rule a\n    "a" month? = (month $month)\n    2024-05-03  a -> 1\n',
        "not every way through the pattern has month",
    ),
    (
        'rule a\n    "a" = (month $month)\n    2024-05-03  a -> 1\n',
        "not every way through the pattern has month",
    ),
    ('phrase a\n    a "b" = 3\n', "the phrase a can begin with itself"),
    ('phrase a\n    b "x" = 3\nphrase b\n    a "y" = 3\n', "can begin with itself"),
    ("phrase month\n    number = $number\n", "the name month is taken"),
    ("colour month\n", "begins no section"),
    ("words more\n    only forms\n", "value: form, form"),
    ("rule a\n    month (month 3)\n", "neither a pattern"),
    ('rule a\n    ( "a" = 3\n    2024-05-03  a -> 1\n', "a bracket is not closed"),
    ('rule a\n    "a" = (month 3\n    2024-05-03  a -> 1\n', "a bracket is not closed"),
    (
        "rule a\n    month = (month $month)\n    unless after: nobody\n    2024-05-03  a -> 1\n",
        "nobody is neither",
    ),
    ("nothing\n    2024-05-03\n", "a line that must give nothing"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_mistake_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(GrammarError, match=r"^xx\.grammar:\d+: ") as caught:
        grammar(text)
    assert message in str(caught.value)


def test_longest_match_first_then_order_in_the_file() -> None:
    language = grammar(
        RULE
        + """
rule day
    month number               = (of (day $number) (month $month))
    2024-05-03  [Martius 3]    -> 2024-03-03
rule other
    month                      = (month 12)
    2024-05-03  [aprilis]      -> 2024-12
"""
    )
    assert readings(language, "aprilis 3") == [
        (2, "(of (day 3) (month 4))"),
        (1, "(month 4)"),
        (1, "(month 12)"),
    ]


def test_capitals_are_asked_for_where_the_form_has_one() -> None:
    language = grammar(RULE)
    assert readings(language, "Martius")
    assert readings(language, "MARTIUS")
    assert not readings(language, "martius")
    assert readings(language, "Aprilis")


def test_forms_of_several_words_and_figures() -> None:
    language = grammar(
        RULE
        + """
rule day
    month "-"? number          = (of (day $number) (month $month))
    month ":" _ padded         = (of (day $padded) (month $month))
    2024-05-03  [mar. 3]       -> 2024-03-03
"""
    )
    assert readings(language, "mar. 3")[0] == (3, "(of (day 3) (month 3))")
    assert not readings(language, "mar 3")
    assert readings(language, "aprilis-31")[0][0] == 3
    assert readings(language, "aprilis 32")[0][0] == 1
    assert readings(language, "aprilis:05")[0] == (3, "(of (day 5) (month 4))")
    assert readings(language, "aprilis:5")[0][0] == 1
    assert readings(language, "aprilis: 05")[0][0] == 1


def test_a_trap_takes_its_words_and_gives_nothing() -> None:
    language = grammar(RULE + 'trap hare\n    month "hare"\n    2024-05-03  Martius hare -> nothing\n')
    (first, *_) = Island(language, "Martius hare").candidates(0)
    assert (first.end, first.pieces) == (2, ())


def test_pieces_cover_the_words_that_they_name() -> None:
    language = grammar(
        RULE
        + """
rule days
    a:number "-" b:number month = [a] (of (day $a) (month $month)) to [b month] (of (day $b) (month $month))
    2024-05-03  [3]-[5 aprilis] -> 2024-04-03 ; 2024-04-05
"""
    )
    (first, *_) = Island(language, "3-5 aprilis").candidates(0)
    assert [(one.start, one.end) for one in first.pieces] == [(0, 1), (2, 4)]
    assert first.alternative.joint == "to"


def test_numbers_are_computed_while_an_expression_is_built() -> None:
    language = grammar(
        RULE + 'rule y\n    number "x" = (year (+ (* $number 10) (/ 6 2)))\n    - [3 x] -> 0033\n'
    )
    (first, *_) = Island(language, "3 x").candidates(0)
    assert first.pieces[0].expression == Expression("year", (33,))


def test_the_languages_that_have_a_file_load() -> None:
    assert "en" in languages()
    for language in languages():
        assert load(language).language == language
        assert load(language).examples


def test_a_meaning_may_ask_for_an_order() -> None:
    language = grammar(
        "rule order\n    a:number of b:number = (given (< $a $b) (day $a))\n"
        "    2024-05-03  [3 of 5] -> 2024-05-03\n"
        'phrase of\n    "of" = x\n'
    )
    assert readings(language, "3 of 5") == [(3, "(day 3)")]
    assert readings(language, "5 of 3") == []
