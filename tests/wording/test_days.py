from __future__ import annotations

import pytest

from timeline.wording.days import roman


@pytest.mark.parametrize(
    ("number", "figures"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (20, "XX"), (21, "XXI")]
)
def test_roman(number: int, figures: str) -> None:
    assert roman(number) == figures
