"""What stands between a subject or an object and the verb it seems to be: reduced clauses, states found."""

from __future__ import annotations

import pytest

from tests.events.conftest import Read


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "The ministry said on Monday that the dam, first proposed in 1951, will be built.",
            ["The dam will be built"],
        ),
        (
            "The council announced on Monday that the tram, first put forward in 1990, is to be built.",
            ["The council announced that the tram is to be built"],
        ),
        (
            "The ministry said that the road, damaged in June and closed since, will reopen on Friday.",
            ["The road was damaged", "The road will reopen"],
        ),
        (
            "Police said the boat, stolen in May, was found on Monday.",
            ["The boat was stolen", "The boat was found"],
        ),
        ("Plans put forward last year were rejected on Monday.", ["Plans were rejected"]),
        ("The minister put forward a plan on Monday.", ["The minister put forward a plan"]),
        # a verb of its own, and no description
        (
            "The ministry said on Monday that the dam, which burst in 1951, will be rebuilt.",
            ["The dam burst", "The dam will be rebuilt"],
        ),
        (
            "The mayor, who put forward the plan, left on Monday.",
            ["The mayor left"],
        ),
    ],
)
def test_a_form_behind_a_comma_describes_the_subject(read: Read, sentence: str, titles: list[str]) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "On Monday divers found the car submerged in the canal.",
            "Divers found the car submerged in the canal",
        ),
        ("On Monday police found the house ransacked.", "Police found the house ransacked"),
        (
            "On Monday deputies found his pickup abandoned near the state line.",
            "Deputies found his pickup abandoned near the state line",
        ),
        (
            "On Monday a guard discovered the gate forced with a crowbar.",
            "A guard discovered the gate forced with a crowbar",
        ),
        # what was found is told by a clause of its own
        ("On Monday the court found the law broke the treaty.", "The law broke the treaty"),
        ("On Monday the court found that the law broke the treaty.", "The law broke the treaty"),
        # the object of the form behind it
        ("On Monday the inquiry found the firm misled its clients.", "The firm misled its clients"),
    ],
)
def test_how_something_was_found_belongs_to_the_finding(read: Read, sentence: str, title: str) -> None:
    assert [c.title for c in read(sentence).candidates] == [title]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "A runaway ex-constable accused of gunning down his former chief gave himself up at a motorway "
            "café on Monday.",
            "A runaway ex-constable accused of gunning down his former chief gave himself up",
        ),
        (
            "Gunners of the fourth regiment stationed in the northern garrison town of Karawe mutinied over "
            "unpaid wages and bad food on Monday.",
            "Gunners of the fourth regiment mutinied over unpaid wages and bad food",
        ),
    ],
)
def test_a_form_keeps_the_phrase_that_completes_it(read: Read, sentence: str, title: str) -> None:
    assert [c.title for c in read(sentence).candidates] == [title]
