"""Official steps that look like speech or a state."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Behind a sentence of no news; published on Friday 3 May 2024.
STEPS = [
    ("Prosecutors are investigating both firms over the blast.", "happened"),
    ("The mayor is being investigated by the county.", "happened"),
    ("The agency is examining loans worth 85 million.", "happened"),
    ("A man of 33 was cautioned.", "happened"),
    ("The driver was cautioned for speeding on Monday.", "happened 2024-04-29"),
    ("An inspector cited the yard in 2015 for skipping tests.", "happened 2015"),
    ("The court cited him for contempt on Monday.", "happened 2024-04-29"),
    ("The first cases were reported to the county on 11 April.", "happened 2024-04-11"),
    ("The trust wrote to the owner on 9 April offering two million.", "happened 2024-04-09"),
    ("On Tuesday the envoy was seen boarding the night train.", "happened 2024-04-30"),
    ("The directors have recommended that owners accept the offer.", "happened"),
    ("The union is planning a march from the square to the port.", "planned"),
    ("The port is planning a strike ballot on 9 May.", "planned 2024-05-09"),
    ("The firm said it would pay each family 20,000 pounds within a month.", "planned"),
    ("The bank said it would buy back its own shares by June.", "planned [..2024-06]"),
    ("The council decides on the quarry later this month.", "planned [2024-05-03..2024-05-31]"),
    ("The firm used dogs to search the yard on Monday.", "happened 2024-04-29"),
]

NOTHING = [
    "Scientists are examining how birds sleep.",
    "The museum is examining.",
    "The union is planning for the worst.",
    "The minister cited a lack of staff on Monday.",
    "The study was cited for years.",
    "The doctor cautioned against haste on Monday.",
    "The clerk wrote on Monday that he was ill.",
    "The report was written to please the minister on Monday.",
    "The firm was known for building ships in 1990.",
    "The board recommends a lower dividend.",
    "The firm said it would be happy to help.",
    "The mayor runs the shop later this month.",
    "Ann Roe used to sell coffee on the bridge before 7 April.",
    "The number of cases stood at 104 on Monday.",
]


@pytest.mark.parametrize(("sentence", "entry"), STEPS)
def test_an_official_step_is_an_entry(read: Read, sentence: str, entry: str) -> None:
    found = read(f"It was late. {sentence}").candidates
    assert [f"{c.kind.value} {c.when or ''}".strip() for c in found] == [entry]


@pytest.mark.parametrize("sentence", NOTHING)
def test_speech_and_states_are_none(read: Read, sentence: str) -> None:
    assert not read(f"It was late. {sentence}").candidates
