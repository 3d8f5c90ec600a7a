"""Languages without a grammar go to dateparser, on short spans and with its grain."""

import pytest

from timeline.temporal import find

CASES = [
    # language, text, what is found: words, value, EDTF
    ("de", "3. März 2024", [("3. März 2024", "2024-03-03", "2024-03-03")]),
    ("de", "März 2024", [("März 2024", "2024-03", "2024-03")]),
    ("de", "gestern", [("gestern", "2024-05-02", "2024-05-02")]),
    ("es", "3 de mayo de 2024", [("3 de mayo de 2024", "2024-05-03", "2024-05-03")]),
    ("de", "Er ging nach Hause", []),
    ("xx", "3. März 2024", []),
    (
        "de",
        "Das Abkommen wurde am 3. März 2019 unterzeichnet und gilt seit jenem Tag überall.",
        [("3. März 2019", "2019-03-03", "2019-03-03")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_dateparser_reads_spans(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find(text, published="2024-05-03", language=language)
    assert [(one.text, one.value, str(one.when)) for one in found] == expected
    assert all(one.rules == ("dateparser",) for one in found)


def test_what_depends_on_the_anchor_says_so() -> None:
    (relative,) = find("gestern", published="2024-05-03", language="de")
    (unknown,) = find("gestern", language="de")
    (absolute,) = find("3. März 2024", language="de")
    assert relative.assumed == ("anchor 2024-05-03",)
    assert (unknown.value, unknown.when) == ("XXXX-XX-XX", None)
    assert (absolute.assumed, str(absolute.when)) == ((), "2024-03-03")


NOT_TOLD = [
    ("de", "10 Uhr"),
    ("de", "24 Stunden"),
    ("es", "20 minutos"),
    ("es", "10"),
    ("it", "7"),
    ("de", "1:0"),
    ("es", "Según el número 7 de 2024 de la revista, que salió en la capital del país."),
]


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_no_day_is_made_up(language: str, text: str) -> None:
    assert find(text, published="2024-05-03", language=language) == ()


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "10. März", "2024-03-10"),
        ("es", "domingo", "2024-04-28"),
        ("de", "vor drei Tagen", "2024-04-30"),
        ("de", "nächste Woche", "2024-W19"),
        ("it", "1º maggio 2024", "2024-05-01"),
    ],
)
def test_short_spans_seen_from_the_anchor(language: str, text: str, value: str) -> None:
    assert [one.value for one in find(text, published="2024-05-03", language=language)] == [value]


IN_SENTENCES = [
    # language, text, what is found: words, value, EDTF
    (
        "de",
        "Die Stadt wurde am Montag geschlossen, nachdem der Rat letzte Woche warnte; gestern die Brücke.",
        [
            ("Montag", "2024-04-29", "2024-04-29"),
            ("letzte Woche", "2024-W17", "[2024-04-22..2024-04-28]"),
            ("gestern", "2024-05-02", "2024-05-02"),
        ],
    ),
    (
        "de",
        "Am 8. März begann der Streik, und am 5. November soll das Gericht darüber entscheiden, sagte sie.",
        [("8. März", "2024-03-08", "2024-03-08"), ("5. November", "XXXX-11-05", "None")],
    ),
    (
        "de",
        "Der Vertrag wurde am Freitag, den 8. März unterzeichnet und am 6. Mai 2023 vom Rat gebilligt.",
        [
            ("Freitag, den 8. März", "2024-03-08", "2024-03-08"),
            ("6. Mai 2023", "2023-05-06", "2023-05-06"),
        ],
    ),
    (
        "es",
        "La junta cerró el puerto el lunes, dijo ayer el ministro, que llegó el 8 de marzo a la capital.",
        [
            ("lunes", "2024-04-29", "2024-04-29"),
            ("ayer", "2024-05-02", "2024-05-02"),
            ("8 de marzo", "2024-03-08", "2024-03-08"),
        ],
    ),
    (
        "ru",
        "Президент заявил в понедельник, что 10 марта войска ушли из страны и больше не вернутся туда.",
        [("понедельник", "2024-04-29", "2024-04-29"), ("10 марта", "2024-03-10", "2024-03-10")],
    ),
    (
        "de",
        "Die drei Brüder aus dem Dorf haben lange gestritten, mo und mar sind keine Tage.",
        [],
    ),
    ("../de", "Die Stadt wurde am Montag geschlossen, nachdem der Rat in der Woche davor gewarnt hatte.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), IN_SENTENCES)
def test_days_are_found_in_sentences(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = find(text, published="2024-05-03", language=language)
    assert [(one.text, one.value, str(one.when)) for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)
