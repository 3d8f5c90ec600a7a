"""Feasts of saints, days of nations and bank holidays; and names that only look like them."""

import pytest

from timeline.temporal import find

# Read on Friday 3 May 2024.
FEASTS = [
    (
        "Bonfires burned on St John's Eve and the harbour was shut on St John's Day.",
        ["2023-06-23", "2023-06-24"],
    ),
    ("The mine will reopen on St. Andrew's Day.", ["2024-11-30"]),
    ("The choir sang on St David's Day, in the rain.", ["2024-03-01"]),
    ("On St Nicholas' Day 1951 the river froze.", ["1951-12-06"]),
    ("Rents fell due at Michaelmas.", ["2023-09-29"]),
    ("A haggis was piped in on Burns Night.", ["2024-01-25"]),
    ("Shops stayed shut on Whit Monday 1968.", ["1968-06-03"]),
    ("She rang home on Mothering Sunday 2010.", ["2010-03-14"]),
    ("Wreaths were laid on Remembrance Sunday 2018.", ["2018-11-11"]),
    ("They raised 900 pounds on Giving Tuesday 2023.", ["2023-11-28"]),
    ("The bar was full on Super Bowl Sunday.", []),
    ("She works on Small Business Saturday.", []),
    ("The carnival ended on Rose Monday.", ["2024-02-12"]),
    ("Ferries were full on the August bank holiday.", ["2023-08-28"]),
    ("The dam was opened on Canada Day.", ["2023-07-01"]),
    ("Flags flew on Europe Day 2019.", ["2019-05-09"]),
    ("Marchers met on Indigenous Peoples' Day.", ["2023-10-09"]),
    ("The treaty was signed on the feast of the Assumption.", ["2023-08-15"]),
    ("They buried him on Orthodox Good Friday 2021.", ["2021-04-30"]),
    ("Hogmanay was cancelled.", ["2023-12-31"]),
    ("Lady Day 1605 was wet.", ["1605-03-25"]),
]
NO_FEASTS = [
    "St Andrew's beat St John's by four goals.",
    "Pupils of St Joseph's Day School won.",
    "John Day and Andrew Day own the mill.",
    "Lady Rose Burns wrote to Peter.",
    "She plays Saint Lucy in a film.",
    "Lucy's Day Nursery has closed.",
    "The German press is free.",
    "Guy Holiday and Victory Freedom sang.",
    "United Nations workers left.",
    "It happened on the feast of a saint whom nobody knows.",
]


@pytest.mark.parametrize(("text", "values"), FEASTS)
def test_feast(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text, published="2024-05-03")] == values


@pytest.mark.parametrize("text", NO_FEASTS)
def test_name_that_is_no_feast(text: str) -> None:
    assert find(text, published="2024-05-03") == ()


@pytest.mark.parametrize("name", ["James", "Andrew", "Martin", "Rose", "King"])
def test_a_name_of_a_feast_is_still_a_surname(name: str) -> None:
    """April James is a person, though St James's Day is a day."""
    assert find(f"April {name} won the race.", published="2024-05-03") == ()
    assert [one.value for one in find(f"{name} won in April.", published="2024-05-03")] == ["2024-04"]
