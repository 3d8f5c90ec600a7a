"""Why tellings were joined or not, as people are told: from the numbers that decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from timeline.config import Settings
from timeline.events import Tie, extract, merge, ties
from timeline.events.grouping import Refusal, Verdict
from timeline.events.merging import filed
from timeline.events.reasons import decided
from timeline.events.similarity import Comparison, Likeness
from timeline.model import Article, Timeline
from timeline.wording.reasons import WORDS, reason

Make = Callable[..., Article]

PAIRS = yaml.safe_load((Path(__file__).parent / "same_event.yaml").read_text("utf-8"))
CASES = [  # two articles, whether their first tellings are one entry, and what is said of them
    (
        "Minister Anton Hedrik resigned on Monday after the walkout of his coalition partner.",
        "Anton Hedrik handed in his resignation on 29 April over the coalition walkout.",
        True,
        ("same day 29 April 2024", "same deed: resigned, handed … resignation;", "Hedrik", "enough, "),
    ),
    (
        "The tanker Ebba ran aground off Cape Holm on Monday.",
        "The Ebba, a tanker, struck a reef near Cape Holm in April.",
        True,
        ("29 April 2024 lies within April 2024", "both name Cape Holm, Ebba", "same place", "enough, "),
    ),
    (
        "Police arrested the banker Hugo Stahl in Lemburg on Monday.",
        "Hugo Stahl, a banker, was taken into custody in Lemburg on 29 April.",
        True,
        ("same deed: arrested, taken … custody;", "both name", "Stahl", "enough, "),
    ),
    (
        "Police in Lemburg have arrested the banker Hugo Stahl. Stahl ran the Ostra bank.",
        "Hugo Stahl of the Ostra bank was taken into custody in Lemburg on 29 April.",
        True,
        (
            "only one gives a time",
            "one opens its article, which came out within days of the other",
            "enough, ",
        ),
    ),
    (
        "The ferry Hollin sank off Varde on Tuesday.",
        "The ferry Hollin sank off Varde on 1 May.",
        False,
        ("the days differ: 30 April 2024, 1 May 2024", "their times do not allow one event"),
    ),
    (
        "Forty passengers were hurt in a rail crash at Varn Junction on 30 April.",
        "Two trains collided near Varn Junction on Tuesday, injuring forty.",
        True,
        ("one tells what the other tells beside: hurt, collided", "the numbers differ"),
    ),
    (
        "A cargo plane of Norair crashed near Tamsel on Tuesday.",
        "The crash of a Norair freighter near Tamsel on 30 April killed the crew.",
        True,
        ("one tells the deed that the other names: crash", "same doer: Norair"),
    ),
    (
        "The coastguard rescued 31 people from the trawler Asta on Monday.",
        "All 31 aboard the Asta were saved by the coastguard on 29 April.",
        True,
        ("same numbers", "same doer: coastguard"),
    ),
    (
        "The council of Elm must publish its accounts by 15 May.",
        "The council of Elm must publish its accounts by 31 May.",
        True,
        ("before 16 May 2024 and before June 2024 may be one time", "same deed: "),
    ),
    (
        "U.S. diplomats left Brennhaven on Monday.",
        "The diplomats of the United States left Brennhaven on 29 April.",
        True,
        ("same day 29 April 2024", "both name Brennhaven, ", "United States"),
    ),
    (
        "On Monday Tessland closed its border.",
        "On Monday Corvia closed its border.",
        False,
        (
            "same deed: close",
            "it is not clear that the articles tell one story",
            "who did it or whom it befell differs",
            "not enough, 3.3 of 3.8",
        ),
    ),
    (
        "Prosecutors charged Ned Farrow with fraud on Tuesday.",
        "Prosecutors searched Ned Farrow's house on Tuesday.",
        False,
        ("other deeds: ", "both name Ned Farrow", "not enough, "),
    ),
    (
        "The council of Harwick approved a new school on Monday.",
        "The council of Harwick has approved a bypass.",
        False,
        ("only one gives a time: 29 April 2024", "not enough, "),
    ),
    (
        "The council of Elm must publish its accounts by 31 May.",
        "The council of Elm must publish its accounts by 30 November.",
        False,
        ("only overlap", "their times do not allow one event"),
    ),
]


def told(first: str, second: str, article: Make, settings: Settings) -> tuple[Tie, ...]:
    """Return what the first telling of the first article was joined with, and what it is like."""
    articles = [article(first, "one", publisher="A"), article(second, "two", publisher="B")]
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    return ties(candidates, Timeline((), {a.id: a for a in articles}), settings)[candidates[0].id]


def words(tie: Tie) -> str:
    return "; ".join(reason(r.key, r.values) for r in tie.reasons)


@pytest.mark.parametrize(("first", "second", "is_joined", "said"), CASES)
def test_people_are_told_why(
    first: str, second: str, is_joined: bool, said: tuple[str, ...], article: Make, settings: Settings
) -> None:
    tie = told(first, second, article, settings)[0]
    assert tie.other.article == "two"
    assert tie.is_joined is is_joined
    for phrase in said:
        assert phrase in words(tie)


@pytest.mark.parametrize(("domain", "first", "second"), [*PAIRS["same"], *PAIRS["two"]])
def test_what_is_told_is_what_was_decided(
    domain: str, first: str, second: str, article: Make, settings: Settings
) -> None:
    articles = [article(first, "one", publisher="A"), article(second, "two", publisher="B")]
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    timeline = Timeline((), {a.id: a for a in articles})
    weighed = filed(candidates, timeline, settings).weighed
    together = [{c.id for c in new.candidates} for new in merge(candidates, timeline, settings).new_events]
    for one, found in ties(candidates, timeline, settings).items():
        for tie in found:
            pair = (min(one, tie.other.id), max(one, tie.other.id))
            assert tie.is_joined == any({*pair} <= ids for ids in together), domain
            assert pair not in weighed or tie.score == weighed[pair].score, domain
            decided = tie.reasons[-1]
            if decided.key == "enough":
                assert tie.score >= float(str(decided.values["needed"])), domain


def test_an_article_that_tells_much_of_a_day_is_said_to(article: Make, settings: Settings) -> None:
    """One thing among many of a day is less surely the one that another article tells."""
    first = "On Monday Tessland closed its border."
    crowd = (
        "On Monday Corvia closed its border. On Monday Ida Brandt visited Tasna. On Monday Norair went bust."
    )
    said = [words(tie) for tie in told(first, crowd, article, settings) if not tie.is_joined]
    assert said
    assert all("an article tells much else of that time" in one for one in said)


DECIDED = [  # evidence, the best of a rival, why it was refused, and what is said
    (3.9, 3.8, Refusal.RIVAL, "not enough beside another that comes near, 3.9 of 4.7"),
    (4.9, 5.6, Refusal.RIVAL, "not joined: another telling is nearer, 4.9 against 5.6"),
    (5.2, 4.9, Refusal.ENTRIES, "enough, 5.2 of 4.7, but they belong to two entries that are there"),
    (5.2, 4.9, Refusal.DAYS, "enough, 5.2 of 4.7, but the days of all that would be joined do not agree"),
    (
        4.0,
        0.0,
        Refusal.OTHERS,
        "enough, 4.0 of 3.8, but something joined to one of them contradicts the other",
    ),
]


@pytest.mark.parametrize(("score", "rival", "refusal", "said"), DECIDED)
def test_a_refusal_is_told(score: float, rival: float, refusal: Refusal, said: str) -> None:
    found = Comparison(Likeness.SAME, score, may_join=True)
    told = decided(found, Verdict(rival, refusal), score, is_joined=False)
    assert reason(told.key, told.values) == said


def test_scores_that_would_read_the_same_have_more_digits() -> None:
    assert reason("too_little", {"score": 3.79, "needed": 3.8}) == "not enough, 3.79 of 3.80"
    assert reason("enough", {"score": 3.8, "needed": 3.8}) == "enough, 3.8 of 3.8"


def test_every_reason_has_words() -> None:
    source = Path(ties.__code__.co_filename).read_text("utf-8")
    source = source[source.index("class _Told") :]
    keys = set(re.findall(r'"([a-z]+_[a-z_]+)"|Reason\("([a-z]+)"', source))
    phrases = yaml.safe_load(WORDS.read_text("utf-8"))
    assert {one or other for one, other in keys} <= set(phrases)
    assert {f"refused_{refusal}" for refusal in Refusal if refusal != Refusal.RIVAL} <= set(phrases)


def test_tellings_of_three_papers_are_each_told_of(article: Make, settings: Settings) -> None:
    """What a third brought in is told too, with the sentence and its article."""
    texts = (CASES[0][0], CASES[0][1], "Anton Hedrik stepped down as minister on Monday.")
    articles = [article(text, f"paper-{n}", publisher=f"P{n}") for n, text in enumerate(texts)]
    candidates = [c for a in articles for c in extract(a, settings).candidates]
    found = ties(candidates, Timeline((), {a.id: a for a in articles}), settings)
    for candidate in candidates:
        others = {c.article for c in candidates} - {candidate.article}
        assert {tie.other.article for tie in found[candidate.id] if tie.is_joined} == others
