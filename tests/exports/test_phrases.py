"""What machines are told of a date is what the page says of it: `timeline.wording` is tested for itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline.config import Settings
from timeline.exports.phrases import phrase, phrase_of, status_of, words_of
from timeline.model import Kind, Status
from timeline.public import PublicEvent
from timeline.temporal.edtf import When


@pytest.mark.parametrize(
    ("language", "edtf", "expected"),
    [
        ("en", "[2024-03-11..2024-03-20]", "mid-March 2024"),
        ("en", "[..2024-05-02]", "before 3 May 2024"),
        ("fr", "[..2024-05-02]", "avant le 3 mai 2024"),
        ("de-AT", "2024-03-11", "11. März 2024"),
        ("ar", "2018/..", "منذ 2018"),
        ("xx", "2024-03", "March 2024"),
    ],
)
def test_dates(settings: Settings, language: str, edtf: str, expected: str) -> None:
    assert phrase(When.parse(edtf), words_of(replace(settings, language=language))) == expected


def test_an_entry_without_a_date_is_said_to_be_reported(settings: Settings) -> None:
    words = words_of(settings)
    assert phrase_of(PublicEvent("e", "T", reported=When.parse("2024-05-03")), words) == "reported 3 May 2024"
    assert phrase_of(PublicEvent("e", "T"), words) == "no date"


def test_what_a_reader_must_know_in_the_language_of_the_site(settings: Settings) -> None:
    words = words_of(replace(settings, language="fr"))
    event = PublicEvent("e", "T", kind=Kind.PLANNED, status=Status.WITHDRAWN)
    assert status_of(event, words) == (words.ui("planned"), words.ui("withdrawn"))
    assert status_of(PublicEvent("e", "T"), words) == ()


def test_a_draft_says_who_wrote_it(settings: Settings) -> None:
    words = words_of(settings)
    own = PublicEvent("e", "T", status=Status.DRAFT)
    assert status_of(own, words) == ("Draft, not yet reviewed",)
    assert status_of(replace(own, is_found=True), words) == (
        "Found by the program, not yet read by a person",
    )


def test_a_project_may_have_words_of_its_own(settings: Settings) -> None:
    folder = settings.project / "theme" / "languages"
    folder.mkdir(parents=True)
    (folder / "en.yaml").write_text("ui: {planned: Foreseen}\n", encoding="utf-8")
    assert status_of(PublicEvent("e", "T", kind=Kind.PLANNED), words_of(settings)) == ("Foreseen",)
