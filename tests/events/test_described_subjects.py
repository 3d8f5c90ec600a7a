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
        (
            "Two tugs belonging to the firm Brandt & Keele, which was hired on Tuesday, dropped anchor on "
            "Thursday.",
            [
                "The firm Brandt & Keele was hired",
                "Two tugs belonging to the firm Brandt & Keele dropped anchor",
            ],
        ),
        ("£22m was stolen on Monday.", ["£22m was stolen"]),
        (
            "For the record, since this page is at times accused of forgetting it: Selma won Sunday's final "
            "80-74 after extra time, in front of their own people and with a little help from the referees.",
            ["Since this page is at times accused of forgetting it: Selma won Sunday's final 80-74"],
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


@pytest.mark.parametrize(
    ("sentence", "titles"),
    [
        (
            "The residents of the home, which closed in June, moved to Arl on Monday.",
            ["The home closed", "The residents of the home moved to Arl"],
        ),
        (
            "The firm laid off the workers of the mill, which shut in June.",
            ["The firm laid off the workers of the mill", "The mill shut"],
        ),
        (
            "The strike hit suppliers of the mill, which shut in June.",
            ["The strike hit suppliers of the mill", "The mill shut"],
        ),
        (
            "The head of the party, which won in April, resigned on Monday.",
            ["The party won", "The head of the party resigned"],
        ),
        # somebody, and things that are many
        (
            "The owners of the ship, who were fined in June, fled on Monday.",
            ["The owners of the ship were fined", "The owners of the ship fled"],
        ),
        (
            "Two tugs of the firm, which were sold in June, sank on Monday.",
            ["Two tugs of the firm were sold", "Two tugs of the firm sank"],
        ),
    ],
)
def test_nobody_is_a_which(read: Read, sentence: str, titles: list[str]) -> None:
    assert [c.title for c in read(sentence).candidates] == titles


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "By the time the bailiffs came on Friday, the families had left.",
            [("The bailiffs came", "2024-05-03"), ("The families left", "[..2024-05-03]")],
        ),
        (
            "The moment the gates opened on Friday, hundreds ran in.",
            [("The gates opened", "2024-05-03"), ("Hundreds ran in", None)],
        ),
        (
            "The line will stay closed until Sunday at the earliest.",
            [("The line will stay closed", "../2024-05-05")],
        ),
        (
            "The report will be published by Friday at the latest.",
            [("The report will be published", "[..2024-05-03]")],
        ),
        ("Divers were told on the 2nd that training was cancelled.", [("Training was cancelled", None)]),
        # a length that lost what it is measured by
        (
            "Rowe lost her post in the weeks that followed.",
            [("Rowe lost her post", None)],
        ),
        # a place that somebody passes over, and no event of that day
        ("The minister flew over the wreck on Monday.", [("The minister flew over the wreck", "2024-04-29")]),
        ("A drone hovered over the fire on Monday.", [("A drone hovered over the fire", "2024-04-29")]),
        # a second verb of "will be"
        (
            "The pool will be taken down in June and rebuilt in Arl.",
            [("The pool will be taken down", "2024-06"), ("The pool will be rebuilt in Arl", "2024-06")],
        ),
        (
            "The city said the pool would be taken down in June and rebuilt.",
            [("The pool will be taken down", "2024-06"), ("The pool will be rebuilt", "2024-06")],
        ),
    ],
)
def test_what_opens_and_what_goes_on(read: Read, sentence: str, found: list[tuple[str, str | None]]) -> None:
    assert [(c.title, c.when and c.when.edtf) for c in read(sentence).candidates] == found
