"""Which kinds of deed a sentence tells: tables of sentences."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.events.cues import by_kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A fire broke out in the depot on Monday.", {"fire"}),
        ("War broke out on Monday.", {"war"}),
        ("Measles broke out in the camp on Monday.", {"infect", "fire", "war", "escape"}),
        ("The vote was held on Monday.", {"vote"}),
        ("The hearing has now been held, on Monday.", {"trial"}),
        ("The hostages were held on Monday.", {"kidnap"}),
        ("Their report is due on Monday.", {"publish"}),
        ("The verdict is due on Monday.", {"convict", "rule"}),
        ("The indictment followed on Monday.", {"charge"}),
        (
            "The disaster happened on Monday.",
            {"crash", "collapse", "explode", "fire", "flood", "sink", "landslide", "quake"},
        ),
        ("The radio went dead on Monday.", {"miss"}),
        ("The company cut the electricity on Monday.", {"blackout"}),
        ("The strike stopped work on Monday.", {"suspend"}),
        ("Norair dropped its appeal on Monday.", {"sack", "lift", "cancel", "fall", "relegate"}),
        ("Norair made an appeal on Monday.", {"appeal"}),
        ("The crews accepted the agreement on Monday.", {"accept", "approve"}),
        ("The crews reached an agreement on Monday.", {"agree"}),
    ],
)
def test_the_kinds_of_deed_that_a_sentence_tells(text: str, kinds: set[str], read: Read) -> None:
    one = read(text).candidates[0]
    assert by_kind(one.cues)["trigger"] == kinds
