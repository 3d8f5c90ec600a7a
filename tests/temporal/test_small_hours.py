"""Small hours told after an evening are those of the next day."""

from __future__ import annotations

import pytest

from timeline.temporal import find

# Published on Monday 17 October 1983: the value of the last expression of each text.
TOLD = [
    (
        "Police sealed the road at 11 p.m. on Saturday. At 2 a.m. the first shot was heard.",
        "1983-10-16T02:00",
    ),
    ("The guests left at 10pm on Saturday and the fire was noticed at 3am.", "1983-10-16T03:00"),
    ("On Saturday evening the crowd grew. At 1.30 a.m. windows broke.", "1983-10-16T01:30"),
    (
        "The last tram ran late on Friday night. At 4 in the morning workers found the crack.",
        "1983-10-15T04:00",
    ),
    ("The ball begins at 9 p.m. on Friday. The last bus leaves at 1 a.m.", "1983-10-22T01:00"),
    # What had been done by then was done before.
    ("The vote ended at 9 p.m. on Saturday. The first count had begun at 3 a.m.", "1983-10-15T03:00"),
    # No small hours, or no evening before them; "midnight on Saturday" may be either end of it.
    ("The vote ended at 9 p.m. on Saturday. Polls opened at 6 a.m.", "1983-10-15T06:00"),
    ("At noon on Saturday the talks began. They ended at 3 a.m.", "1983-10-15T03:00"),
    ("The order came at midnight on Saturday. Sixty men went in at 4.40 a.m.", "1983-10-15T04:40"),
    ("The guests left at 10 p.m. on Saturday. On Sunday at 3 a.m. the fire was seen.", "1983-10-16T03:00"),
    # Of the day of the report nothing that was done can be ahead.
    ("The doors shut at 10 p.m. on Monday. The fire was seen at 3 a.m.", "1983-10-17T03:00"),
]


@pytest.mark.parametrize(("text", "value"), TOLD, ids=[t for t, _ in TOLD])
def test_small_hours_after_an_evening(text: str, value: str) -> None:
    assert find(text, published="1983-10-17")[-1].value == value
