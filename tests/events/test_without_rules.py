from __future__ import annotations

import pytest

from tests.events.conftest import Read


def test_a_language_without_rules_offers_dated_sentences_as_they_stand(read: Read) -> None:
    extraction = read("Les soldats ont quitté le pays le 22 décembre 2023. Ils sont partis.", language="fr")
    assert [(c.title, str(c.when)) for c in extraction.candidates] == [
        ("Les soldats ont quitté le pays le 22 décembre 2023", "2023-12-22")
    ]


@pytest.mark.parametrize(
    ("sentence", "title", "kind"),
    [
        (
            "Les soldats quitteront le pays le 12 septembre.",
            "Les soldats quitteront le pays le 12 septembre",
            "planned",
        ),
        ("Ils partiront avant le 15 septembre 2024.", "Ils partiront avant le 15 septembre 2024", "planned"),
        ("En 2012, les deux pays ont signé un accord.", "Les deux pays ont signé un accord", "happened"),
        ("Le 3 mars 2023, la mine a fermé.", "La mine a fermé", "happened"),
        ("Le maire, le 12 avril, a démissionné.", "Le maire, le 12 avril, a démissionné", "happened"),
        ("Depuis 2018, la base est fermée.", "La base est fermée", "happened"),
    ],
)
def test_what_a_sentence_tells_without_rules(sentence: str, title: str, kind: str, read: Read) -> None:
    (one,) = read(sentence, language="fr").candidates
    assert (one.title, str(one.kind)) == (title, kind)


@pytest.mark.parametrize(
    "dateline",
    [
        "MELBRIDGE, 12 avril - ",
        "MELBRIDGE, 12 avril 2024 — ",
        "Melbridge, le 12 avril (AFP) - ",
        "Paris, 1er avril – ",
    ],
)
def test_a_date_line_dates_no_event_in_any_language(dateline: str, read: Read) -> None:
    (one,) = read(f"{dateline}Le maire a démissionné jeudi dernier.", language="fr").candidates
    assert (one.title, str(one.when)) == ("Le maire a démissionné jeudi dernier", "2024-05-02")


def test_a_day_in_a_sentence_is_no_date_line(read: Read) -> None:
    (one,) = read("Le maire, le 12 avril – un jour de fête – a démissionné.", language="fr").candidates
    assert (one.title[:8], str(one.when)) == ("Le maire", "2024-04-12")
