"""What it tells that two tellings allow one time."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.events.evidence import evidence
from timeline.events.rarity import Rarity
from timeline.events.tellings import of_candidate


@pytest.mark.parametrize(
    ("one", "other", "weight"),
    [
        ("Norair will leave Pell on 15 June.", "Norair will leave Pell on 15 June.", 1.5),
        ("Norair will leave Pell by 15 June.", "Norair will leave Pell by the middle of June.", 0.75),
        ("Norair will leave Pell by 15 June.", "Norair will leave Pell by 30 June.", 0.75),
        ("Norair will leave Pell by 15 June.", "Norair will leave Pell by 30 November.", -1.5),
        ("The council will decide by 15 June.", "The council will decide by 30 June.", -1.5),
        ("Norair left Pell in March.", "Norair left Pell in March.", 2.0),
        ("Norair left Pell on Monday.", "Norair left Pell in March.", 0.0),
    ],
)
def test_how_much_two_times_tell(one: str, other: str, weight: float, read: Read) -> None:
    a, b = (of_candidate(read(text, published="2024-05-03").candidates[0], {}) for text in (one, other))
    rarity = Rarity((a, b), {})
    assert evidence(a, b, rarity).time == pytest.approx(weight)
    assert evidence(b, a, rarity).time == evidence(a, b, rarity).time
