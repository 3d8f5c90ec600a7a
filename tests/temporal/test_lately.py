"""The day of a month that is not named. Made texts, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "She gave in in the first week of March, and on the 14th Kovac left.",
            "2024-03-14",
        ),
        ("The strike began on 28 February. They gave in on the 2nd.", "2024-03-02"),
        ("The strike began in March. On the 25th some 300 women marched.", "2024-03-25"),
        ("They came on 5 March and fled on the night of the 7th.", "2024-03-07TNI"),
        # the tense tells against it, or a far year
        ("It was signed on 5 March. They will meet again on the 16th.", "2024-05-16"),
        ("On Monday they spoke of the firm, founded on 5 March 1980. It closed on the 16th.", "2024-04-16"),
        # nothing was spoken of
        ("They gave in on the 2nd.", "2024-05-02"),
    ],
)
def test_the_month_spoken_of_last(text: str, value: str) -> None:
    assert find(text, published="2024-05-03")[-1].value == value
