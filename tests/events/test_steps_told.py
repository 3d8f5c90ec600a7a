"""Verbs and phrases that tell an event in spite of their looks, beside those that look alike and do not."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read

# Published on Friday 3 May 2024.
TOLD = [
    # "declared wanted" is one state; "last" stands inside the verb.
    (
        "Rowe, who was declared wanted in May last year, was held.",
        "happened",
        "2023-05",
        "Rowe was declared wanted",
    ),
    ("The boy was found dead on Monday.", "happened", "2024-04-29", "The boy was found dead"),
    ("She was last seen in the town in August 2009.", "happened", "2009-08", "She was last seen in the town"),
    ("A wolf was seen near the farm on Monday.", "happened", "2024-04-29", "A wolf was seen near the farm"),
    # Numbers with "as many as".
    (
        "As many as 64 persons, including 22 women, were taken into custody.",
        "happened",
        "",
        "As many as 64 persons were taken into custody",
    ),
    # Two verbs in the present.
    (
        "An exhibition opens on 11 October and runs until 30 November.",
        "planned",
        "2024-10-11",
        "An exhibition opens",
    ),
    (
        "An exhibition opens on 11 October and runs until 30 November.",
        "planned",
        "../2024-11-30",
        "An exhibition runs",
    ),
    # What was an examination, a scene, a cause.
    (
        "In 2018 an audit found that the main was leaking.",
        "happened",
        "2018",
        "An audit found that the main was leaking",
    ),
    (
        "The colliery was the scene of an explosion in April 1909.",
        "happened",
        "1909-04",
        "The colliery was the scene of an explosion",
    ),
    (
        "The jetty was the scene of a fatal collapse in 1996.",
        "happened",
        "1996",
        "The jetty was the scene of a fatal collapse",
    ),
    ("The review led to three closures in 2019.", "happened", "2019", "The review led to three closures"),
    # Put off to a day, called for one.
    ("The drive has been pushed to October 24.", "planned", "2024-10-24", "The drive has been pushed"),
    (
        "The vote has been brought forward to 9 May.",
        "planned",
        "2024-05-09",
        "The vote has been brought forward",
    ),
    (
        "Two parties have given a call for a strike in the city on Tuesday.",
        "planned",
        "2024-05-07",
        "Two parties have given a call for a strike in the city",
    ),
    ("Monday will be a day of mourning.", "planned", "2024-05-06", "Monday will be a day of mourning"),
    # An order whose content has no day, and one whose content has.
    (
        "The judge granted bail and ordered that he be remanded.",
        "happened",
        "",
        "The judge ordered that he be remanded",
    ),
    (
        "The court ordered that the mine be closed.",
        "happened",
        "",
        "The court ordered that the mine be closed",
    ),
    (
        "The court ordered that the mine be closed by 9 May.",
        "planned",
        "[..2024-05-09]",
        "The mine must be closed",
    ),
    # A return with its day.
    ("The ferry was back in service on Tuesday.", "happened", "2024-04-30", "The ferry was back in service"),
    # An obituary's lead.
    (
        "Harriet Vane, who has died aged 88, was the first woman to conduct the band.",
        "happened",
        "",
        "Harriet Vane has died aged 88",
    ),
    ("The slope gave way in the night to Sunday.", "happened", "2024-04-28", "The slope gave way"),
    (
        "The retrial had first been fixed for March, but was put back in June 2023.",
        "happened",
        "2023-06",
        "The retrial was put back",
    ),
]

NOT_TOLD = [
    "Tomorrow will be dry and bright.",
    "The road leads to the harbour.",
    "A newspaper found in 2018 that most readers were over fifty.",
    "The retrial had first been fixed for March.",
    "Ann Rowe, who has won three titles, was the first to conduct the band.",
    "The village was the scene of much talk in April.",
    "Police do not know when the boy left home.",
    "She remembered when the mill shut.",
    "The mayor is thinking of standing again next year.",
    "It never rains here in July.",
    "The firm says the scheme would create 90 jobs.",
    "The ferry was back in service.",
    "Two men who were back at work on Tuesday sang.",
    "That led to a strike on Monday.",
    "Its forecast of 2016 sales is low.",
]


@pytest.mark.parametrize(("sentence", "kind", "day", "title"), TOLD)
def test_it_is_told(sentence: str, kind: str, day: str, title: str, read: Read) -> None:
    told = [(c.kind, c.when.edtf if c.when else "", c.title) for c in read(sentence).candidates]
    assert (kind, day, title) in told


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_it_is_not(sentence: str, read: Read) -> None:
    assert not [(c.kind, c.title) for c in read(sentence).candidates]


def test_a_plan_given_up_lends_no_day(read: Read) -> None:
    told = read(
        "The retrial had first been fixed for March, but was put back when counsel fell ill."
    ).candidates
    assert [(c.when, c.title) for c in told] == [(None, "The retrial was put back")]
