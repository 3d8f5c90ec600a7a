"""Chronologies: lines that open with a date, in the historical present."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.model import Kind
from timeline.temporal import When

BRIDGE = """How the bridge came down

March 2015: Haldon council, then under Labour control, votes to build a footbridge.

April 9: The surveyor, Ian Mallet, leaks a memo. He resigns a week later.

June 2016: Work begins. A crane topples, injuring a fitter.

Sept. 2, 2017 - The bridge opens.

2018: A crack appears in the eastern pier.

Jan. 14: The bridge is closed to the public. Three days later the council sacks the contractor, which sues.

May 6: Voters throw out the council leader. Her successor, a retired judge, orders an inquiry the same day.

Oct. 30: A jury that sat for nine weeks acquits the contractor.

Dec. 12, 2019: Ministers decide on a grant.

What happens next: The civil case opens on December 20.
"""
TANKER = """12 January 1998 — A tanker, the Orsa, runs aground off Cape Lune and spills 9,000 tonnes of oil.
15 January — The government declares a state of emergency. Fishermen are told to stay ashore.
2 February — The owners, a company registered in Liberia, offer $3m.
20 December — A pair of divers on a survey find the wreck's bell. It is worth little.
1999 — A court in Port Lune convicts the captain of negligence.
March 2000 — The appeal court halves the sentence. The captain goes home to Piraeus the following month.
"""
LATEST_FIRST = """• May 2: The strike ends.
• Jan. 9: Drivers walk out.
• Nov. 11: The firm cuts its routes.
• Oct. 3, 2018: The firm is sold.
"""
TWO_OCTOBERS = """Oct. 18, 2016: A banker is picked as her successor.

Feb. 23, 2017: A grand jury indicts her.

Oct. 2: The trial begins. Four days later Haines takes the stand.
"""
ROOF = """28 April: Engineers find a crack in the roof of the market.

29 April: The roof falls in. Six people drown in the basement. The owner is arrested.

1 May: The mayor resigns.
"""
DATE_LINES = """## 12 January 1998

A tanker, the Orsa, runs aground off Cape Lune.

## 15 January 1998

The government declares a state of emergency. Its navy tows the wreck away the next day.

## 2 February 1998

The owners offer $3m.
"""
WITHOUT_MARKS = """January 3 Floods cut off the town of Sarn for four days.
February 17 The council elects its first woman leader, Ada Moss.
April 2 The last bank branch closes.
May 30 A jury acquits the baker.
"""
MONTHS = """January. Snow closes the pass.

July. The museum burns down. Two boys are charged a fortnight later.

October. The mill closes.
"""
ONE_NIGHT = """Thursday, 9:05 p.m.: A fire breaks out in the boiler room.

9:41 p.m.: Three engines arrive.

12:30 a.m.: The roof collapses.

4 a.m.: Firefighters put the blaze out.
"""
YEARS_NAMED = """Feb. 3, 2017: Prosecutors charge the treasurer.

Aug. 20, 2017: She goes on trial.

Sept. 2, 2017: The jury convicts her.

Jan. 14: The appeal court frees her.
"""

# A chronology, the day of its report, words of a headline, its day ("": none), its kind; no kind: no entry.
LINES = [
    (BRIDGE, "2019-11-20", "votes to build", "2015-03", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "leaks a memo", "2015-04-09", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "resigns", "[2015-04-13..2015-04-19]", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "Work begins", "2016-06", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "crane", "", None),
    (BRIDGE, "2019-11-20", "bridge opens", "2017-09-02", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "crack", "2018", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "closed to the public", "2018-01-14", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "sacks", "2018-01-17", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "throw out", "2018-05-06", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "orders an inquiry", "2018-05-06", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "A jury acquits", "2018-10-30", Kind.HAPPENED),
    (BRIDGE, "2019-11-20", "Ministers decide", "2019-12-12", Kind.PLANNED),
    (BRIDGE, "2019-11-20", "The civil case opens", "2019-12-20", Kind.PLANNED),
    (BRIDGE, "2020-01-20", "Jan", "", None),
    (TANKER, "2003-08-02", "runs aground", "1998-01-12", Kind.HAPPENED),
    (TANKER, "2003-08-02", "state of emergency", "1998-01-15", Kind.HAPPENED),
    (TANKER, "2003-08-02", "Fishermen", "", None),
    (TANKER, "2003-08-02", "offer $3m", "1998-02-02", Kind.HAPPENED),
    (TANKER, "2003-08-02", "find the wreck's bell", "1998-12-20", Kind.HAPPENED),
    (TANKER, "2003-08-02", "worth", "", None),
    (TANKER, "2003-08-02", "convicts the captain", "1999", Kind.HAPPENED),
    (TANKER, "2003-08-02", "goes home", "2000-04", Kind.HAPPENED),
    (TANKER, "1998-02-05", "Fishermen", "none", Kind.HAPPENED),
    (TWO_OCTOBERS, "2017-12-09", "trial begins", "2017-10-02", Kind.HAPPENED),
    (TWO_OCTOBERS, "2017-12-09", "takes the stand", "2017-10-06", Kind.HAPPENED),
    (ROOF, "2024-05-03", "roof falls in", "2024-04-29", Kind.HAPPENED),
    (ROOF, "2024-05-03", "Six people", "", None),
    (ROOF, "2024-05-03", "arrested", "none", Kind.HAPPENED),
    (DATE_LINES, "2003-08-02", "runs aground", "1998-01-12", Kind.HAPPENED),
    (DATE_LINES, "2003-08-02", "state of emergency", "1998-01-15", Kind.HAPPENED),
    (DATE_LINES, "2003-08-02", "tows the wreck", "1998-01-16", Kind.HAPPENED),
    (DATE_LINES, "2003-08-02", "offer $3m", "1998-02-02", Kind.HAPPENED),
    (WITHOUT_MARKS, "2021-06-04", "cut off the town", "2021-01-03", Kind.HAPPENED),
    (WITHOUT_MARKS, "2021-06-04", "elects", "2021-02-17", Kind.HAPPENED),
    (WITHOUT_MARKS, "2021-06-04", "branch closes", "2021-04-02", Kind.HAPPENED),
    (WITHOUT_MARKS, "2021-06-04", "acquits", "2021-05-30", Kind.HAPPENED),
    (MONTHS, "1989-12-30", "Snow closes the pass", "1989-01", Kind.HAPPENED),
    (MONTHS, "1989-12-30", "museum burns down", "1989-07", Kind.HAPPENED),
    (MONTHS, "1989-12-30", "mill closes", "1989-10", Kind.HAPPENED),
    (ONE_NIGHT, "2021-06-04", "breaks out", "2021-06-03", Kind.HAPPENED),
    (ONE_NIGHT, "2021-06-04", "engines arrive", "2021-06-03", Kind.HAPPENED),
    (ONE_NIGHT, "2021-06-04", "roof collapses", "2021-06-04", Kind.HAPPENED),
    (ONE_NIGHT, "2021-06-04", "blaze out", "2021-06-04", Kind.HAPPENED),
    (YEARS_NAMED, "2019-11-20", "frees her", "2019-01-14", Kind.HAPPENED),
    (YEARS_NAMED, "2019-11-20", "convicts her", "2017-09-02", Kind.HAPPENED),
    (LATEST_FIRST, "2019-05-04", "strike ends", "2019-05-02", Kind.HAPPENED),
    (LATEST_FIRST, "2019-05-04", "walk out", "2019-01-09", Kind.HAPPENED),
    (LATEST_FIRST, "2019-05-04", "cuts its routes", "2018-11-11", Kind.HAPPENED),
    (LATEST_FIRST, "2019-05-04", "is sold", "2018-10-03", Kind.HAPPENED),
]


@pytest.mark.parametrize(
    ("text", "published", "words", "day", "kind"), LINES, ids=[f"{p} {w}" for _, p, w, _, _ in LINES]
)
def test_the_lines_of_a_chronology(
    text: str, published: str, words: str, day: str, kind: Kind | None, read: Read
) -> None:
    found = [(c.when, c.kind) for c in read(text, published=published).candidates if words in c.title]
    when = None if day == "none" else When.parse(day) if day else None
    assert found == ([(when, kind)] if kind else [])


NO_CHRONOLOGIES = [
    "The club plays on Friday.\n\nSaturday: The pool opens at noon.",
    "Monday: The pool is open to members.\n\nTuesday: The pool is closed.",
    "On 3 May: a fair. The mayor, a keen rider, rides to work.",
]


@pytest.mark.parametrize("text", NO_CHRONOLOGIES)
def test_what_is_no_chronology_keeps_its_present(text: str, read: Read) -> None:
    assert not [c.title for c in read(text).candidates if c.kind is Kind.HAPPENED]


PROSE = """The council closed the bridge on 3 March 1998. Two days later, the surveyor resigned. The next
day, divers found a crack. A week later, the mayor left Orlo, and on 19 March 1998 a judge opened an inquiry.
Last year, a plaque was unveiled. Two months later, it was stolen."""


def test_sentences_that_open_with_a_time_make_no_chronology(read: Read) -> None:
    found = {c.title: str(c.when or "") for c in read(PROSE).candidates}
    days = {word: [when for title, when in found.items() if word in title] for word in ("resigned", "crack")}
    assert days == {"resigned": ["1998-03-05"], "crack": ["1998-03-06"]}
