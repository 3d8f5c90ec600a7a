"""A plan and what came of it point at each other, and no plan at what only sounds like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.config import Settings
from timeline.events import extract, merge
from timeline.model import Article, Kind, Timeline

Make = Callable[..., Article]

FULFILLED = [
    (
        "Norland's troops will leave Sudland by 15 May.",
        "The last troops of Norland left Sudland on 14 May 2024.",
    ),
    ("The council is to vote on 8 May.", "The town council of Varde voted on 8 May 2024 to close the docks."),
    ("Envoys of Norland will meet in Varde on 9 May.", "Envoys of Norland met in Varde on 9 May 2024."),
    (
        "Aquanord will reopen the Hollin bridge on 10 May.",
        "Aquanord reopened the Hollin bridge on 12 May 2024.",
    ),
    ("The court in Varde will hear Per Holm on 13 May.", "The court in Varde heard Per Holm on 13 May 2024."),
]
ANOTHER = [
    # What happens at one base is not what was planned for the country, nor is it at another base.
    (
        "U.S. troops will leave Niger by 15 May.",
        "U.S. troops left their base at Agadez in Niger on 7 May 2024.",
    ),
    ("U.S. troops will leave Agadez on 9 May.", "U.S. troops left Niamey on 7 May 2024."),
    ("French troops will leave Niger by 15 May.", "French troops left Chad on 7 May 2024."),
    # Nor is the beginning the end.
    (
        "U.S. troops will complete their withdrawal from Niger by 15 May.",
        "U.S. troops began to leave Niger on 7 May 2024.",
    ),
    ("The council is to vote on 8 May.", "The miners of Hollin voted on 15 May 2024 to strike."),
]


def seen(plan: str, done: list[str], article: Make, settings: Settings) -> tuple[list[int], list[str]]:
    """Return which of the reports (by number) the plan points at, and what kinds of entries there are."""
    articles = {"plan": article(plan, "plan")}
    articles |= {
        f"done-{n}": article(text, f"done-{n}", published="2024-05-20") for n, text in enumerate(done)
    }
    found = [c for a in articles.values() for c in extract(a, settings).candidates]
    made = [new.event for new in merge(found, Timeline((), articles), settings).new_events]
    numbers = {e.id: int(e.sources[0].article[-1]) for e in made if e.kind is Kind.HAPPENED}
    pointed = [numbers[name] for e in made if e.kind is Kind.PLANNED for name in e.see]
    return sorted(pointed), sorted({str(e.kind) for e in made})


@pytest.mark.parametrize(("plan", "done"), FULFILLED)
def test_a_plan_points_at_what_came_of_it(plan: str, done: str, article: Make, settings: Settings) -> None:
    assert seen(plan, [done], article, settings) == ([0], ["happened", "planned"])


@pytest.mark.parametrize(("plan", "done"), ANOTHER)
def test_a_plan_does_not_point_at_something_else(
    plan: str, done: str, article: Make, settings: Settings
) -> None:
    assert seen(plan, [done], article, settings) == ([], ["happened", "planned"])


def test_of_several_the_nearest_day_is_meant(article: Make, settings: Settings) -> None:
    plan = "U.S. troops will leave the base at Agadez on 10 May."
    done = [
        "A first aircraft with U.S. troops left the base at Agadez on 20 April 2024.",
        "U.S. troops left the base at Agadez on 11 May 2024.",
    ]
    assert seen(plan, done, article, settings)[0] == [1]
