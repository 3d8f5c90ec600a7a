"""What is fixed for a day to come, and what only looks like it: made sentences, read on Friday 3 May 2024."""

import pytest

from timeline.temporal import find

AHEAD = [
    # what stands in a calendar, told in the passive of the present
    ("The appeal of the mayor is heard in October.", "2024-10"),
    ("The new council is sworn in Tuesday.", "2024-05-07"),
    ("Local polls are held in September.", "2024-09"),
    # a noun and what it is about
    ("They announced an agreement to sell the port in January.", "2025-01"),
    ("Sponsors back a bid to raise the wreck in August.", "2024-08"),
    ("A dividend goes to holders of record June 21.", "2024-06-21"),
    # a participle before its noun is no verb
    ("It would begin on a still unspecified date in January.", "2025-01"),
    ("The ministry will name the elected councillors in December.", "2024-12"),
    ("The lease expires Monday.", "2024-05-06"),
    ("A summit in October is meant to end the row.", "2024-10"),
    ("The team plays Milan on Monday.", "2024-05-06"),
    ("The vote was put off until Monday.", "2024-05-06"),
    ("He has been suspended until October.", "2024-10"),
    ("They're meeting Monday in Oslo.", "2024-05-06"),
    ("They had to leave by Monday.", "2024-05-06"),
    ("They had until Monday to leave.", "2024-05-06"),
    ("They had been told to leave by Monday.", "2024-05-06"),
    ("The bridge could open as soon as Tuesday.", "2024-05-07"),
    ("The team lost on a muddy pitch but could still win on Sunday.", "2024-05-05"),
    ("The deal, long announced, is subject to a vote on 14 June.", "2024-06-14"),
    ("They play Leeds on Saturday.", "2024-05-04"),
    ("Monday is a holiday.", "2024-05-06"),
    ("Mr Brandt leaves for Geneva to-morrow.", "2024-05-04"),
    # what has an end is told with its verb
    ("The contract runs out in December.", "2024-12"),
    ("Her visa expires in March.", "2025-03"),
    ("The licence lapses in February.", "2025-02"),
    ("His term ends in January.", "2025-01"),
    ("The sale comes to an end on Sunday.", "2024-05-05"),
    ("Polls open at 7 a.m. on Sunday.", "2024-05-05T07:00"),
    ("The country goes to the polls on Thursday.", "2024-05-09"),
    ("The chairman steps down in August.", "2024-08"),
    ("The singer turns 80 on Monday.", "2024-05-06"),
    ("The lease comes up for renewal in October.", "2024-10"),
    ("The anniversary falls on Tuesday.", "2024-05-07"),
]
BEHIND = [
    ("The mayor is accused of taking bribes in October.", "2023-10"),
    ("The song is based on a letter found in September.", "2023-09"),
    ("She stayed until Tuesday.", "2024-04-30"),
    ("By mid-April the team had traced the wall.", "2024-04"),
    ("The team had traced the wall by mid-April.", "2024-04"),
    ("The hospital cancelled all planned operations on Tuesday.", "2024-04-30"),
    ("Crews worked through Tuesday.", "2024-04-30"),
    ("The siege lasted until October.", "2023-10"),
    ("Before Monday's meeting, the ministers dined.", "2024-04-29"),
    ("It meant the end of the club in October.", "2023-10"),
    ("The appeal of the mayor was heard in October.", "2023-10"),
    ("The accused mayor fled in October.", "2023-10"),
    ("The ban was to have ended in March.", "2024-03"),
    ("The gates were to have opened on Monday.", "2024-04-29"),
    ("Until Monday, nobody had noticed.", "2024-04-29"),
    ("By Tuesday, all had left.", "2024-04-30"),
    ("Anyone who saw the fire on Monday is asked to call.", "2024-04-29"),
    ("The bill goes to the Senate after passing the House on Thursday.", "2024-05-02"),
    ("The contract ran out in December.", "2023-12"),
    ("Rents fell due on Monday.", "2024-04-29"),
    ("The siege came to an end in January.", "2024-01"),
    ("The town fell on Tuesday.", "2024-04-30"),
    ("The lease had been due to expire Monday.", "2024-04-29"),
    ("The lease expired Monday.", "2024-04-29"),
    ("The company raised its stake in October.", "2023-10"),
    ("The proposed sale failed in September.", "2023-09"),
]


@pytest.mark.parametrize(("text", "value"), [*AHEAD, *BEHIND])
def test_what_is_fixed_lies_ahead(text: str, value: str) -> None:
    assert [one.value for one in find(text, published="2024-05-03")] == [value]
