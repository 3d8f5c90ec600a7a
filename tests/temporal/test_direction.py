"""Which way a bare weekday, month or day looks: made sentences, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find

DAY = "2024-05-03"


DIRECTIONS = [
    # the tense of the clause decides where a bare weekday, month or day lies
    ("The ministers met on Monday.", "2024-04-29"),
    ("The ministers will meet on Monday.", "2024-05-06"),
    ("Talks are scheduled for Tuesday in Niamey.", "2024-05-07"),
    ("They agreed to resume talks by Wednesday.", "2024-05-08"),
    ("The base was handed over in September.", "2023-09"),
    ("The base will be handed over in September.", "2024-09"),
    ("Troops are expected to leave in March.", "2025-03"),
    ("He has lived there since January.", "2024-01"),
    ("A general said Friday that it was over.", "2024-05-03"),
    ("Friday's vote was postponed.", "2024-05-03"),
    ("Wednesday's ruling would be appealed.", "2024-05-01"),
    # what is fixed is told in the present, simple or progressive
    ("Talks resume Tuesday in Geneva.", "2024-05-07"),
    ("The two leaders are meeting Tuesday in Oslo.", "2024-05-07"),
    ("The minister arrives Monday.", "2024-05-06"),
    ("The ferry helped to open the port on Monday.", "2024-04-29"),
    ("The shop did not open on Monday.", "2024-04-29"),
    ("She could not be reached Thursday.", "2024-05-02"),
    ("He had been due to leave Monday.", "2024-04-29"),
    ("They vowed to return in August.", "2024-08"),
    # "Friday's" is past, but after before, at and the like the verb tells
    ("They hope to agree before Monday's summit.", "2024-05-06"),
    ("He will speak at Monday's rally.", "2024-05-06"),
    ("He was hurt in Monday's attack.", "2024-04-29"),
    # what one is ahead of, gets ready for, calls or puts off lies ahead, even where it is told in the past
    ("Shares fell ahead of Tuesday's vote.", "2024-05-07"),
    ("Rents rose ahead of the 15 May deadline.", "2024-05-15"),
    ("Rents had risen ahead of Tuesday's vote.", "2024-04-30"),
    ("Shops were preparing for Sunday's march.", "2024-05-05"),
    ("Kovac is doubtful for Sunday's match.", "2024-05-05"),
    ("Kovac missed Wednesday's match.", "2024-05-01"),
    ("The drivers called a strike for Wednesday.", "2024-05-08"),
    ("The king called an election for July 4.", "2024-07-04"),
    ("She won the election in November.", "2023-11"),
    ("She is seeking re-election in November.", "2024-11"),
    ("The hearing was pushed back to October.", "2024-10"),
    ("Her flight was rebooked for Sunday.", "2024-05-05"),
    ("Her flight had been rebooked for Sunday.", "2024-04-28"),
    ("The hearing was moved in October.", "2023-10"),
    ("Oil for July delivery rose a cent.", "2024-07"),
    ("Oil fell in July.", "2023-07"),
    # what opens a sentence leaves its clause to tell
    ("Until Monday, nobody knew.", "2024-04-29"),
    ("They waited. By Monday the water was knee-deep.", "2024-04-29"),
    ("By Monday the dam must be empty.", "2024-05-06"),
    ("By Monday, officials said, power will be back.", "2024-05-06"),
    # in the present
    ("They left for a recess that ends Monday.", "2024-05-06"),
    ("The ban on lorries lifts Monday.", "2024-05-06"),
    ("The ferry sails Wednesday from Hull.", "2024-05-08"),
    ("Banks are closed Monday.", "2024-05-06"),
    ("Banks closed Monday.", "2024-04-29"),
    ("Court to rule Tuesday on the dam", "2024-05-07"),
    ("On the way to the court Tuesday", "2024-04-30"),
    ("Roads to Leeds Tuesday", "2024-04-30"),
    ("The bank reports results on Tuesday.", "2024-05-07"),
    # a month's figures are of one that is over
    ("Analysts expect a rise in March figures.", "2024-03"),
    ("Analysts expect a rise in March.", "2025-03"),
    # the quarter of a forecast
    ("The sale will close in the fourth quarter.", "2024-Q4"),
    ("The firm will publish first-quarter figures.", "2024-Q1"),
    ("Sales fell in the fourth quarter.", "2023-Q4"),
    # a name is no verb
    ("The kitchen of old Will on Monday.", "2024-04-29"),
    # a day and month is the nearest, unless the tense points to the other and that is not far
    ("The deadline is 15 May.", "2024-05-15"),
    ("The accord was signed on Dec. 2.", "2023-12-02"),
    ("The letter was dated April 28.", "2024-04-28"),
    # the weekday beside it says which one
    ("Polls are open on Sunday, December 8.", "2024-12-08"),
    # early in May, the middle of May is that of this year
    ("A festival in mid-May.", "2024-05"),
]


@pytest.mark.parametrize(("text", "value"), DIRECTIONS)
def test_direction(text: str, value: str) -> None:
    assert [one.value for one in find(text, published=DAY)] == [value]


def test_the_direction_can_be_seen() -> None:
    (met,) = find("They met on Monday.", published=DAY)
    (will,) = find("They will meet on Monday.", published=DAY)
    assert (met.direction, will.direction) == ("past", "future")
    assert "direction past (tense of 'met')" in met.assumed
    assert "direction future (tense of 'will')" in will.assumed
    assert "anchor 2024-05-03" in met.assumed


def test_a_sentence_does_not_lend_its_tense_to_the_next() -> None:
    text = "He will resign.\n\nThe council met on Monday. Mr. Ali will stay."
    assert [(one.text, one.value) for one in find(text, published=DAY)] == [("Monday", "2024-04-29")]


def test_a_month_is_the_nearest_where_nothing_around_tells_of_the_past() -> None:
    values = [
        find(f"Summer camp, July. {rest}", published=DAY)[-1].value
        for rest in ("", "It was fun.", "\n\nIt was fun.")
    ]
    assert values == ["2024-07", "2023-07", "2024-07"]


@pytest.mark.parametrize(
    ("said", "value"),
    [("2024-04-29", "2024-W17-WE"), ("2024-05-01", "2024-W17-WE"), ("2024-05-03", "2024-W18-WE")],
)
def test_a_weekend_without_a_tense_is_the_nearest(said: str, value: str) -> None:
    assert [one.value for one in find("Lovely weekend!", published=said)] == [value]
