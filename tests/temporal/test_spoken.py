"""Days of a list or range that are spoken of again, and parts of the day named by the light.

Made texts, read on Friday 3 May 2024.
"""

import pytest

from timeline.temporal import find

DAY = "2024-05-03"
NAMED = [
    ("Talks ran from Monday to Wednesday. On the second of those days he left.", "2024-04-30"),
    ("Shops shut on 24, 25 and 26 December 2022; the last of those three days was mild.", "2022-12-26"),
    ("It hailed on 3 and 4 April. On the first of those days it also froze.", "2024-04-03"),
    (
        "The fair ran from 30 May to 2 June 2021. On the third of the four days a stand burned down.",
        "2021-06-01",
    ),
    (
        "He met them on 3 and 4 April. On the first of those days he ate; on the last of these days he ran.",
        "2024-04-04",
    ),
    # which days is not told, or there are not so many
    ("On the first of those days he ate.", "XXXX-XX-XX"),
    ("He met them on 3 April. On the first of those days he ate.", "XXXX-XX-XX"),
    ("It hailed on 3 and 4 April. It snowed on 9 April. On the first of those days it froze.", "XXXX-XX-XX"),
    ("It hailed on 3 and 4 April. On the third of those days it froze.", "XXXX-XX-XX"),
    ("The siege went on from March to June 2021. On the first of those days he fled.", "XXXX-XX-XX"),
]
LIGHT = [
    ("The bridge was blown up at dawn on Tuesday.", ["2024-04-30TMO"]),
    ("Dawn Kovac and her sister set sail on Tuesday.", ["2024-04-30"]),
    ("Tanks rolled in just before daybreak Friday.", ["2024-05-03TMO"]),
    ("They met on 5 March at dusk.", ["2024-03-05TEV"]),
    ("Polls opened at sunrise and closed at sunset on 12 March 2023.", ["2024-05-03TMO", "2023-03-12TEV"]),
    ("On 5 March the crew rose. At first light they sailed.", ["2024-03-05", "2024-03-05TMO"]),
    ("On Monday dawn raids were carried out in three towns.", ["2024-04-29"]),
    ("The senate let the tax sunset; it is the dawn of an era.", []),
    ("He lives on Sunset Boulevard and works from dawn to dusk.", []),
    ("The fires burned until dawn.", ["XXXX-XX-XXTMO"]),
    ("At the dawn of 2019 the firm had one boat.", ["2019"]),
]
BOUNDED = [
    # what lies before noon on Monday may lie on Monday
    ("He was freed before noon on Monday.", "[..2024-04-29]"),
    ("Roads shut after 5 p.m. on Monday.", "[2024-04-29..]"),
    ("He was freed before Monday.", "[..2024-04-28]"),
    # and what lies more than an hour away
    ("Less than two hours ago he left.", "2024-05-03"),
    ("Just over an hour later it sank.", "2024-05-03"),
    ("They fled at least ten minutes earlier.", "2024-05-03"),
    ("It was hit on 3 May 2024. More than two days later it sank.", "[2024-05-06..]"),
    # of a year or week, what lies within it too
    ("The mayor quit nearly two years ago.", "[2022-05-03..]"),
    ("The mayor quit almost two weeks ago.", "[2024-04-19..]"),
    ("The mayor quit less than three days ago.", "[2024-04-30..]"),
    ("The mayor quit more than four decades ago.", "[..1984-05-03]"),
    ("The mayor quit more than two years ago.", "[..2022-05-03]"),
    ("The mayor quit more than two days ago.", "[..2024-04-30]"),
    ("It burned on 3 May 2024. Nearly a year later the mill closed.", "[..2025-12-31]"),
    # before an end, after a beginning
    ("It must shut before the end of the month.", "[..2024-05-31]"),
    ("It must shut before year-end.", "[..2024-12-31]"),
    ("It must shut before the middle of June.", "[..2024-06-10]"),
    ("It opens after the beginning of June.", "[2024-06-01..]"),
    ("It opens after the end of June.", "[2024-07-01..]"),
    ("The lake is open May through September.", "2024-05/2024-09"),
    ("It rained from March through May 2021.", "2021-03/2021-05"),
    ("The shots of Dec. 31/Jan. 1 woke the street.", "2023-12-31/2024-01-01"),
    ("The night of 31 March/1 April 2023 was calm.", "2023-03-31/2023-04-01"),
]


@pytest.mark.parametrize(("text", "value"), NAMED)
def test_the_days_that_were_named(text: str, value: str) -> None:
    assert find(text, published=DAY)[-1].value == value


@pytest.mark.parametrize(("text", "values"), LIGHT)
def test_parts_of_the_day_named_by_the_light(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text, published=DAY)] == values


@pytest.mark.parametrize(("text", "edtf"), BOUNDED)
def test_bounds(text: str, edtf: str) -> None:
    when = find(text, published=DAY)[-1].when
    assert when is not None
    assert when.edtf == edtf
