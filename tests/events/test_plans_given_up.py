"""Plans that came to nothing, wishes and habits, which are no events; and what has been called for a day."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024.
NOTHING = [
    # A plan of before.
    "The two firms had planned to merge by Friday.",
    "The group had intended to list its shipping arm this autumn.",
    "The club had hoped to sell the ground by June.",
    "The school was to have been renovated next summer.",
    "The airline was to have had three of the aircraft in service by next spring.",
    "The bridge was originally due to open on 9 May.",
    "The match was initially scheduled for 11 May.",
    "The fair was first planned for June.",
    # Not done so far, or not quite.
    "The company has yet to name a successor.",
    "The tower is yet to be repaired.",
    "Ministers stopped short of banning the drug on Tuesday.",
    # Asked for, thought, and hanging on a condition.
    "She wrote to the court asking that he be freed on Monday.",
    "Villagers want a wall, asking that it be built by Monday.",
    "The council is understood to be considering a payout.",
    "The commissioner is believed to favour the festival.",
    "If parliament is dissolved, a vote must be held within 60 days.",
    # Habits.
    "The airline flies there in summer.",
    "The museum closes in winter.",
    "Demand typically picks up in June.",
    "The choir usually sings at the fair in June.",
]

TOLD = [
    ("She had vowed to appeal by Friday.", "planned", "[..2024-05-03]", "She vowed to appeal"),
    (
        "The minister is said to have asked for a loan.",
        "claimed",
        "",
        "The minister is said to have asked for a loan",
    ),
    ("The show opens in autumn.", "planned", "2024-23", "The show opens"),
    ("The bridge is due to open on 9 May.", "planned", "2024-05-09", "The bridge is due to open"),
    ("The team flies to Rome on Monday.", "planned", "2024-05-06", "The team flies to Rome"),
    # What has been called, and what was.
    (
        "Shopkeepers have called a bandh on Tuesday.",
        "planned",
        "2024-05-07",
        "Shopkeepers have called a bandh",
    ),
    (
        "Rail unions have called a 24-hour strike on 14 May.",
        "planned",
        "2024-05-14",
        "Rail unions have called a 24-hour strike",
    ),
    (
        "The club has called an extraordinary meeting on Monday.",
        "planned",
        "2024-05-06",
        "The club has called an extraordinary meeting",
    ),
    (
        "Two parties have organised a march on Saturday.",
        "planned",
        "2024-05-04",
        "Two parties have organised a march",
    ),
    (
        "The union has announced elections on 9 June.",
        "planned",
        "2024-06-09",
        "The union has announced elections",
    ),
    ("The party called a rally on Sunday.", "happened", "2024-04-28", "The party called a rally"),
    (
        "Teachers have called off a strike on Tuesday.",
        "happened",
        "2024-04-30",
        "Teachers have called off a strike",
    ),
    # Steps under way.
    ("The firm is recalling 400 cars.", "happened", "", "The firm is recalling 400 cars"),
    ("Alden said it was recalling 400 boards.", "happened", "", "Alden was recalling 400 boards"),
    ("Two growers are suing the dam's owner.", "happened", "", "Two growers are suing the dam's owner"),
    # What stands before a noun, behind "let", behind "will".
    (
        "Wray had denied attempted murder but was convicted in April.",
        "happened",
        "2024-04",
        "Wray was convicted",
    ),
    (
        "The council refused on Monday to let a fair be held next month.",
        "happened",
        "2024-04-29",
        "The council refused to let a fair be held next month",
    ),
    ("The play will open on 14 May and run until 20 June.", "planned", "../2024-06-20", "The play will run"),
    (
        "The mayor will visit the site and put it right by Monday.",
        "planned",
        "[..2024-05-06]",
        "The mayor will put it right",
    ),
    (
        "Some 900 stranded crews left the port on Monday.",
        "happened",
        "2024-04-29",
        "Some 900 stranded crews left the port",
    ),
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_it_gives_no_event(sentence: str, read: Read) -> None:
    assert not [(c.kind, c.title) for c in read(sentence).candidates]


@pytest.mark.parametrize(("sentence", "kind", "day", "title"), TOLD)
def test_it_is_told(sentence: str, kind: str, day: str, title: str, read: Read) -> None:
    told = [(c.kind, c.when.edtf if c.when else "", c.title) for c in read(sentence).candidates]
    assert (kind, day, title) in told
