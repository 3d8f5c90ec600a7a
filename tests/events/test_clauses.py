from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.events.clauses import Parse


def told(parse: Parse) -> list[tuple[str, str, str]]:
    """Role, verb and own words of each clause that has a verb."""
    return [
        (c.role.value, c.group.lemma, " ".join(parse.tokens[i].text for i in parse.owned(c)))
        for c in parse.clauses
        if c.group
    ]


@pytest.mark.parametrize(
    ("sentence", "verbs"),
    [
        ("The army left.", [("main", "leave")]),
        (
            "The ministry said on Thursday that the last troops will leave by mid-September.",
            [("main", "say"), ("content", "leave")],
        ),
        ("Officials said Friday the man had confessed.", [("main", "say"), ("content", "confess")]),
        ("Troops who arrived in 2013 will leave soon.", [("main", "leave"), ("relative", "arrive")]),
        ("The troops will leave, the Pentagon said on Monday.", [("main", "leave"), ("tail", "say")]),
        (
            "The base, built in 2016, was closed after the junta ended the pact.",
            [("main", "close"), ("participle", "build"), ("adverbial", "end")],
        ),
        (
            "Soldiers stormed the palace, arrested the president and closed the borders.",
            [("main", "storm"), ("coordinate", "arrest"), ("coordinate", "close")],
        ),
        ("The troops stationed in Niger left.", [("main", "leave"), ("participle", "station")]),
        ("Trading in its shares was suspended.", [("main", "suspend")]),
        ("The firm said that its head, Ada Rowe, would leave.", [("main", "say"), ("content", "leave")]),
        ("It sank after its largest ship, the Vega, ran aground.", [("main", "sink"), ("adverbial", "run")]),
        ("The dam, officials said, had failed.", [("main", "fail"), ("tail", "say")]),
        (
            "They jeered the man who, they say, ruined it.",
            [("main", "jeer"), ("relative", "ruin"), ("tail", "say")],
        ),
        ("The runner-up, Ada Rowe, claims that he resigned.", [("main", "claim"), ("content", "resign")]),
        ("The first fire, near Arl, started and spread.", [("main", "start"), ("coordinate", "spread")]),
        ("In the week that began badly they sold it.", [("main", "sell"), ("relative", "begin")]),
        ("She told Norcel, the firm that runs it, to stop.", [("main", "tell"), ("relative", "run")]),
        (
            "The court annulled the vote held in May and ordered a new one.",
            [("main", "annul"), ("participle", "hold"), ("coordinate", "order")],
        ),
        ("Effie Rowe, who chairs the league, resigned.", [("main", "resign"), ("relative", "chair")]),
        ("Farmers distrust the plan.", [("main", "distrust")]),
        ("It will run the line and take charge.", [("main", "run"), ("coordinate", "take")]),
        ("Buyers may have to look elsewhere.", [("main", "look")]),
        (
            "He dug a trench, found a brooch, and stopped.",
            [("main", "dig"), ("coordinate", "find"), ("coordinate", "stop")],
        ),
        ("If convicted, he could face prison.", [("main", "face"), ("condition", "convict")]),
    ],
)
def test_each_verb_has_its_clause(
    sentence: str, verbs: list[tuple[str, str]], parse: Callable[[str], Parse]
) -> None:
    assert [(role, verb) for role, verb, _ in told(parse(sentence))] == verbs


def test_a_clause_owns_its_words_without_those_inside_it(parse: Callable[[str], Parse]) -> None:
    found = told(parse("The court, which opened in 1961, is expected to rule on Friday."))
    assert found == [
        ("main", "rule", "The court , , is expected to rule on Friday ."),
        ("relative", "open", "which opened in 1961"),
    ]


def test_each_token_has_an_owner(parse: Callable[[str], Parse]) -> None:
    for sentence in ("", "No verb here", "((", '"', "and and and", "that that that is", "who, which, whose"):
        read = parse(sentence)
        assert len(read.owners) == len(read.tokens)
        assert all(0 <= owner < len(read.clauses) for owner in read.owners)
