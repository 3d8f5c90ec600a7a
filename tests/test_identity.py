"""Ids follow from the evidence; fingerprints forgive a typo and nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.identity import candidate_id, distance, fingerprint, is_close, normal

SENTENCE = "The last American soldiers left Airbase 101 in Niamey on Sunday, the two countries said."


def test_an_id_is_fixed_for_ever() -> None:
    # Written down in people's files: this value may never change.
    assert candidate_id("afp-2024-07-07", SENTENCE, 0) == "e-5w0mfzfdxw"


def test_an_id_has_its_form() -> None:
    made = candidate_id("a", "b", 0)
    assert made.startswith("e-")
    assert len(made) == 12
    assert not set(made[2:]) - set("0123456789abcdefghjkmnpqrstvwxyz")


@pytest.mark.parametrize(
    ("article", "sentence", "occurrence", "same"),
    [
        ("a", "The  base\nwas CLOSED.", 0, True),
        ("a", "The base was closed.", 0, True),
        ("a", "The base was \u2460 closed.", 0, False),
        ("a", "The base was closed.", 1, False),
        ("b", "The base was closed.", 0, False),
        ("a", "The base was opened.", 0, False),
    ],
)
def test_what_an_id_depends_on(article: str, sentence: str, occurrence: int, *, same: bool) -> None:
    first = candidate_id("a", "The base was closed.", 0)
    assert (candidate_id(article, sentence, occurrence) == first) is same


@pytest.mark.parametrize(
    "mended",
    [
        SENTENCE.replace("soldiers", "soldeirs"),
        SENTENCE.replace("Niamey", "Niamy"),
        SENTENCE.replace("101", "102"),
        SENTENCE.replace("Sunday,", "Sunday —"),
        SENTENCE.upper(),
        SENTENCE.replace(" ", "\n"),
        SENTENCE.replace("American soldiers", "American soldiers and airmen"),
    ],
)
def test_a_mended_sentence_is_close(mended: str) -> None:
    assert is_close(fingerprint(SENTENCE), fingerprint(mended))


@pytest.mark.parametrize(
    "other",
    [
        "A delegation of the United States met the junta in Niamey in mid-March.",
        "Russian military personnel have entered an air base in Niger that is hosting U.S. troops.",
        "The ministry said the two countries would publish a joint statement later.",
        "",
        "…",
    ],
)
def test_another_sentence_is_not(other: str) -> None:
    assert not is_close(fingerprint(SENTENCE), fingerprint(other))


@given(st.text(max_size=400))
def test_a_fingerprint_says_nothing_but_its_bits(text: str) -> None:
    made = fingerprint(text)
    assert made == "" or (len(made) == 32 and int(made, 16) >= 0)
    assert made == fingerprint(normal(text))
    assert made == "" or distance(made, made) == 0


def test_a_very_long_sentence_does_not_run_over() -> None:
    assert fingerprint("a" * 500_000) == fingerprint("a" * 20_000)
