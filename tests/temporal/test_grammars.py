"""Runs every example of every grammar file; when one fails, its derivation is printed."""

import pytest
from marked import fits, read_expected, unmarked

from timeline.temporal import explain, find, languages
from timeline.temporal.grammar import load
from timeline.temporal.language import Example
from timeline.temporal.matcher import Island
from timeline.temporal.timex import is_well_formed


def examples() -> list[tuple[str, Example]]:
    return [(language, one) for language in languages() for one in load(language).examples]


@pytest.mark.parametrize(
    ("language", "example"), [pytest.param(lang, one, id=f"{lang}:{one.line}") for lang, one in examples()]
)
def test_example(language: str, example: Example) -> None:
    text, spans = unmarked(example.text)
    expected = read_expected(example.expected)
    found = find(text, published=example.published, language=language)
    derivation = "\n".join(explain(text, published=example.published, language=language).lines())
    if not expected:
        assert found == (), derivation
        return
    assert [one.text for one in found] == spans, derivation
    assert len(found) == len(expected), derivation
    for mention, one in zip(found, expected, strict=True):
        assert fits(mention, one), f"{one}\n{mention}\n{derivation}"
    assert all(is_well_formed(one.value) for one in found), derivation
    assert all(one.unread is None for one in found), derivation


@pytest.mark.parametrize(
    ("language", "example"), [pytest.param(lang, one, id=f"{lang}:{one.line}") for lang, one in examples()]
)
def test_example_has_one_meaning(language: str, example: Example) -> None:
    """Two readings of the same words that say different things are an error of the grammar."""
    _, spans = unmarked(example.text)
    if example.expected.strip() == "nothing":
        return
    for span in spans:
        grammar = load(language)
        island = Island(grammar, span)
        whole = [
            one
            for one in island.candidates(0)
            if one.end == len(island.forms) and not limited(one.alternative.context)
        ]
        meanings = {tuple(piece.expression for piece in one.pieces): one.alternative for one in whole}
        rules = [f"{one.rule} (line {one.line})" for one in meanings.values()]
        assert len(meanings) <= 1, f"{span!r} is read by {' and by '.join(rules)}: {[*map(str, meanings)]}"


def limited(context: object) -> bool:
    """Whether a rule names neighbours that it needs or shuns: it may then share words with another rule."""
    return any(
        getattr(context, name) for name in ("unless_after", "unless_before", "only_after", "only_before")
    )


@pytest.mark.parametrize("language", languages())
def test_every_rule_is_the_one_that_reads_an_example_of_its_own(language: str) -> None:
    """A rule that another rule always hides would be dead."""
    grammar = load(language)
    read: dict[str, set[str]] = {}
    for one in grammar.examples:
        text, _ = unmarked(one.text)
        for mention in find(text, published=one.published, language=language):
            read.setdefault(one.rule, set()).add(mention.rules[0])
    rules = {one.rule for one in grammar.examples if one.rule and one.expected.strip() != "nothing"}
    assert {rule for rule in rules if rule not in read.get(rule, set())} == set()
