"""A text of today that looks back: bare days are of the year told of. Made texts, read on 26 May 2018."""

import pytest

from timeline.temporal import find

LOOKING_BACK = "Today he keeps bees. He was born in 1970, married in 1994, and retired in 2010.\n\n"


def values(text: str, published: str = "2018-05-26") -> dict[str, str]:
    return {one.text: one.value for one in find(text, published=published)}


@pytest.mark.parametrize(
    ("text", "said", "value"),
    [
        # a year that opens a sentence, through its paragraph
        (
            "In 2004 the bank lent him the money. He left the country on 12 September.",
            "12 September",
            "2004-09-12",
        ),
        ("In March 2004 the bank failed. In May he fled. On 3 June he was found.", "3 June", "2004-06-03"),
        # a step from day to day, through the paragraphs
        (
            "The car was stopped in 1998. Nine days later all was over.\n\nThe hotel was searched on 27 May.",
            "27 May",
            "1998-05-27",
        ),
        # what is said from where one stands ends it
        (
            "In 2004 the bank failed. Last week he spoke of it. On 3 May he was honoured.",
            "3 May",
            "2018-05-03",
        ),
        ("In 2004 the bank failed. He will speak of it on 3 June.", "3 June", "2018-06-03"),
        # the next paragraph
        ("In 2004 the bank failed.\n\nOn 3 May he was honoured.", "3 May", "2018-05-03"),
        # a year in passing
        ("The yard, founded in 1987, closed on 3 May.", "3 May", "2018-05-03"),
    ],
)
def test_a_day_of_the_year_that_is_told_of(text: str, said: str, value: str) -> None:
    assert values(LOOKING_BACK + text)[said] == value


def test_news_with_a_background_does_not_turn_back() -> None:
    text = "On Monday the court met. In 2004 it had freed him. The minister resigned on 3 May."
    assert values(text)["3 May"] == "2018-05-03"


def test_a_day_of_that_year() -> None:
    text = "He opened it in the early summer of 2007. On 12 September of that year he wrote to the dean."
    assert values(text)["12 September of that year"] == "2007-09-12"
