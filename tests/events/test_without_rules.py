from __future__ import annotations

import pytest

from tests.events.conftest import Read
from timeline.events.wording import LONGEST


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


@pytest.mark.parametrize(
    ("sentence", "language", "title"),
    [
        (
            "Le maire de Melbridge, Jean Dupont, a démissionné le 12 avril après "
            "la parution d'un rapport sévère.",
            "fr",
            "Le maire de Melbridge a démissionné le 12 avril après la parution d'un rapport sévère",
        ),
        (
            "La centrale a été arrêtée le 3 mars 2024 (la deuxième fois en un "
            "mois) après une fuite d'eau mineure.",
            "fr",
            "La centrale a été arrêtée le 3 mars 2024 après une fuite d'eau mineure",
        ),
        (
            "L'entreprise – filiale du groupe Norvane – a déposé le bilan le 4 "
            "avril 2024 devant le tribunal de Lorne.",
            "fr",
            "L'entreprise a déposé le bilan le 4 avril 2024 devant le tribunal de Lorne",
        ),
        (
            "Les rebelles ont attaqué le village de Tamou mardi 9 avril, tuant "
            "douze soldats et blessant des civils.",
            "fr",
            "Les rebelles ont attaqué le village de Tamou mardi 9 avril",
        ),
        (
            "Les trains de Paris, Lyon, Marseille et Lille ont été arrêtés le 12 "
            "avril 2024 par une grève nationale.",
            "fr",
            "Les trains de Paris, Lyon, Marseille et Lille ont été arrêtés le 12 avril…",
        ),
        (
            "Selon le ministère, qui n'a rien précisé, douze personnes ont été "
            "arrêtées le 9 avril 2024 en banlieue.",
            "fr",
            "Selon le ministère, qui n'a rien précisé, douze personnes ont été arrêtées le 9 avril…",
        ),
        (
            "Am 3. März 2024 brach im Keller des alten Rathauses ein Feuer aus, "
            "das erst nach Stunden gelöscht wurde.",
            "de",
            "Am 3. März 2024 brach im Keller des alten Rathauses ein Feuer aus",
        ),
        (
            "Die Polizei teilte am 9. April 2024 mit, dass sie zwei Männer nach "
            "dem Überfall in Lorn festgenommen habe.",
            "de",
            "Die Polizei teilte am 9. April 2024 mit, dass sie zwei Männer nach dem Überfall in Lorn…",
        ),
    ],
)
def test_a_long_sentence_loses_its_asides_or_ends_at_a_mark(
    sentence: str, language: str, title: str, read: Read
) -> None:
    (one,) = read(sentence, language=language).candidates
    assert one.title == title
    assert len(title) <= LONGEST


def test_a_sentence_without_marks_is_cut_between_words(read: Read) -> None:
    (one,) = read(f"Le 3 mars 2024 {'mouvement ' * 30}.", language="fr").candidates
    assert len(one.title) <= LONGEST + 1
    assert one.title.endswith("mouvement…")


def test_a_time_between_dashes_is_not_that_of_the_sentence(read: Read) -> None:
    (one,) = read("La mine – fermée en 2019 – a rouvert le 4 avril 2024.", language="fr").candidates
    assert str(one.when) == "2024-04-04"
