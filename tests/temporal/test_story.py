"""What was spoken of last, and what leans on it: made texts, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find

DAY = "2024-05-03"


STORIES = [
    # what was spoken of last is the anchor of what leans on it
    (
        "On 5 March 2020 it fell. The next day it burned. Two weeks later they left. That year was bad.",
        ["2020-03-05", "2020-03-06", "2020-W12", "2020"],
    ),
    # a history: incomplete dates go by the story, not by the day of writing
    (
        "War came in 1914. In August the army crossed the river. On 5 September it turned. It ended in 1918.",
        ["1914", "1914-08", "1914-09-05", "1918"],
    ),
    # a year in a name is not what the story has come to
    (
        "In May 1801 he signed. The rules of 1614 were old. On 3 June he left. In 1802 he came back.",
        ["1801-05", "1614", "1801-06-03", "1802"],
    ),
    # a year from which the dates that follow come back did not move the story
    (
        "In May 1916 he came. His house of the year 1902 had burned in 1910. In June he built another. "
        "In 1916 and 1917 he worked.",
        ["1916-05", "1902", "1910", "1916-06", "1916", "1917"],
    ),
    # nor what has gone on since then, nor the year before
    (
        "In May 1916 he came. The law of the previous year stood. In June it fell, as had been feared since "
        "March 1910. On 3 July he left.",
        ["1916-05", "1915", "1916-06", "1910-03", "1916-07-03"],
    ),
    # one full date that opens a text is enough, a year alone is not
    (
        "The siege began on 28 July 1714. On 4 August it rained. On the 12th they dug. The same evening "
        "they left. By March of the next year it was over.",
        ["1714-07-28", "1714-08-04", "1714-08-12", "1714-08-12TEV", "1715-03"],
    ),
    ("The firm, founded in 1893, was sold. In March it grew.", ["1893", "2024-03"]),
    # what would happen lies ahead; "at night" is any night, "the evening" that of the day
    (
        "He was crowned on 5 March 1801. He would die on 2 October. They marched at night. "
        "On 7 April 1801 he spoke; in the evening he slept.",
        ["1801-03-05", "1801-10-02", "XXXX-XX-XXTNI", "1801-04-07", "1801-04-07TEV"],
    ),
    # news: incomplete dates go by the day of publication
    (
        "He was jailed in 1999. He was freed on Monday. In April he met the press.",
        ["1999", "2024-04-29", "2024-04"],
    ),
]


@pytest.mark.parametrize(("text", "values"), STORIES)
def test_narrative_anchor(text: str, values: list[str]) -> None:
    assert [one.value for one in find(text, published=DAY)] == values


def test_narrative_can_be_told() -> None:
    text = "War broke out in 1914. In August the army crossed the river."
    assert [one.value for one in find(text, published=DAY, narrative="history")] == ["1914", "1914-08"]
    assert [one.value for one in find(text, published=DAY, narrative="news")] == ["1914", "2023-08"]


def test_the_quarter_is_the_one_that_the_report_is_about() -> None:
    text = "Net fell in the third quarter to $3 from $4 a year earlier. Sales grew in the quarter."
    values = [one.value for one in find(text, published="1989-10-26")]
    assert values == ["1989-Q3", "1988-Q3", "1989-Q3"]


def test_a_time_of_day_does_not_change_the_day_spoken_of() -> None:
    text = "On 14 January 2022 the hall burnt down. It was noon. Two days later it was pulled down."
    assert [one.value for one in find(text, published=DAY, narrative="news")][-1] == "2022-01-16"
