from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sample

from timeline.public import PublicEvent
from timeline.render.derivation import accounts, bounds, derive, spoken_words
from timeline.render.source_views import count_reports
from timeline.render.wording import Wording
from timeline.temporal.edtf import When
from timeline.wording.dates import Dates
from timeline.wording.strings import load_strings

ENGLISH = load_strings("en")
WORDING = Wording(sample.settings(Path()), ENGLISH, Dates(ENGLISH))
REUTERS = replace(sample.WIRE, publisher="Reuters", published=When.parse("2024-05-02"), said="mid-March")


def told(date: str, *sources: object) -> PublicEvent:
    return sample.event("e-x", "x", date, sources=tuple(sources))


BOUNDS = [
    ("[2024-03-11..2024-03-20]", "Between 11 and 20 March 2024"),
    ("2024-03-11", "11 March 2024"),
    ("2024-03", "Between 1 and 31 March 2024"),
    ("2024", "Between 1 January and 31 December 2024"),
    ("2024-03-10/2024-03-12", "From 10 March 2024 to 12 March 2024"),
    ("2018/..", "From 1 January 2018, with no end given"),
    ("[2018..]", "Not before 1 January 2018"),
    ("[..2024-05-02]", "Before 3 May 2024"),
    ("2018~", "About 2018"),
    ("[2024-03-11,2024-03-13]", "11 March 2024 or 13 March 2024"),
]


@pytest.mark.parametrize(("edtf", "said"), BOUNDS)
def test_bounds(edtf: str, said: str) -> None:
    assert bounds(When.parse(edtf), WORDING) == said


def test_one_source_gives_one_line() -> None:
    derivation = derive(told("[2024-03-11..2024-03-20]", REUTERS), WORDING)
    assert derivation.lead == "Between 11 and 20 March 2024: “mid-March” in Reuters, 2 May 2024"
    assert derivation.words == ()


def test_several_sources_give_their_words_below() -> None:
    other = replace(sample.LA_VOIX, said="en mars", says=When.parse("2024-03"))
    derivation = derive(told("[2024-03-11..2024-03-20]", REUTERS, other), WORDING)
    assert derivation.lead == "Between 11 and 20 March 2024, worked out from:"
    assert derivation.words == (
        "“mid-March” in Reuters, 2 May 2024",
        "“en mars” in La Voix du Port, November 2023 gives March 2024",
    )


def test_a_retracted_source_explains_only_what_nothing_else_does() -> None:
    alone = derive(told("2024-01-08", sample.RETRACTED), WORDING)
    assert sample.RETRACTED.said in alone.lead
    assert "Retracted by the publisher" in alone.lead
    beside = derive(told("2024-01-08", sample.RETRACTED, REUTERS), WORDING)
    assert sample.RETRACTED.said not in beside.lead


def test_an_entry_of_retracted_sources_alone_counts_no_reports() -> None:
    assert count_reports(told("2024-01-08", sample.RETRACTED), WORDING) == "1 retracted, not counted"
    beside = count_reports(told("2024-01-08", sample.RETRACTED, REUTERS), WORDING)
    assert beside == "1 report, 1 retracted, not counted"


def test_no_time_in_the_sources_is_said() -> None:
    lead = derive(told("", REUTERS), WORDING).lead
    assert lead == (
        "No time for this could be worked out from the sources. "
        "It stands where it was first reported: Reuters, 2 May 2024."
    )


def test_conflicting_dates_stand_side_by_side() -> None:
    event = replace(told("2019-11-01", replace(REUTERS, says=When.parse("2018/.."))), conflict=True)
    assert [(a.source, a.date, a.is_ours) for a in accounts(event, WORDING)] == [
        ("", "1 November 2019", True),
        ("Reuters, 2 May 2024", "since 2018", False),
    ]


def test_words_that_run_the_other_way_are_kept_apart() -> None:
    assert "\u2068في يناير\u2069" in spoken_words((sample.SAHIFA,), WORDING)


CONTACTS = [
    ("", ""),
    ("desk@paper.example", "mailto:desk@paper.example?subject=a%20%26%20b&body=c%0Ad"),
    ("mailto:desk@paper.example", "mailto:desk@paper.example?subject=a%20%26%20b&body=c%0Ad"),
    ("https://github.com/o/r", "https://github.com/o/r/issues/new?title=a%20%26%20b&body=c%0Ad"),
    ("https://github.com/o/r/issues", "https://github.com/o/r/issues/new?title=a%20%26%20b&body=c%0Ad"),
    (
        "https://gitlab.com/o/r",
        "https://gitlab.com/o/r/-/issues/new?issue[title]=a%20%26%20b&issue[description]=c%0Ad",
    ),
    ("https://paper.example/ask", "https://paper.example/ask"),
    ("javascript:alert(1)", ""),
]


@pytest.mark.parametrize(("contact", "link"), CONTACTS)
def test_challenge_links(contact: str, link: str) -> None:
    from timeline.render.wording import contact_link

    assert contact_link(contact, "a & b", "c\nd") == link
