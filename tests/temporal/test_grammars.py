"""Runs every example of every grammar file; when one fails, its derivation is printed."""

import re
from typing import NamedTuple

import pytest

from timeline.temporal import Mention, explain, find, languages
from timeline.temporal.grammar import load
from timeline.temporal.language import Example
from timeline.temporal.matcher import Island
from timeline.temporal.timex import is_well_formed

MODS = {
    "START", "MID", "END", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN",
    "EQUAL_OR_LESS", "EQUAL_OR_MORE", "APPROX",
}  # fmt: skip
TYPES = {"DATE", "TIME", "DURATION", "SET"}


class Expected(NamedTuple):
    """What one example promises: only what it names is compared."""

    value: str
    type: str | None = None
    mod: str | None = None
    edtf: str | None = None
    quant: str | None = None
    freq: str | None = None


def read_expected(text: str) -> list[Expected]:
    return [_one(piece.split()) for piece in text.split(" ; ")] if text.strip() != "nothing" else []


def _one(words: list[str]) -> Expected:
    kind = words.pop(0) if words[0] in TYPES else None
    value = words.pop(0)
    mod = words.pop(0) if words and words[0] in MODS else None
    named = dict(zip(words[::2], words[1::2], strict=True))
    return Expected(value, kind, mod, named.get("edtf"), named.get("quant"), named.get("freq"))


def unmarked(text: str) -> tuple[str, list[str]]:
    """Take the square brackets out: the plain text, and the spans that they marked (none: the whole text)."""
    return text.replace("[", "").replace("]", ""), re.findall(r"\[(.*?)\]", text) or [text]


def examples() -> list[tuple[str, Example]]:
    return [(language, one) for language in languages() for one in load(language).examples]


def fits(mention: Mention, expected: Expected) -> bool:
    return (
        mention.value == expected.value
        and (expected.type or mention.type) == mention.type
        and mention.mod == expected.mod
        and (expected.edtf is None or str(mention.when) == expected.edtf)
        and (expected.quant is None or mention.quant == expected.quant)
        and (expected.freq is None or mention.freq == expected.freq)
    )


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
