"""Publication days in any form."""

import subprocess
import sys

import pytest

from timeline.articles.dates import NotADate, read_publication

READ = [
    # text, language, day, moment
    ("2024-05-02", "en", "2024-05-02", ""),
    (" 2024-05-02 ", "en", "2024-05-02", ""),
    ("2024-05", "en", "2024-05", ""),
    ("1914-03?", "en", "1914-03?", ""),
    ("[2024-05-01..2024-05-03]", "en", "[2024-05-01..2024-05-03]", ""),
    ("2024-05-02T14:05+02:00", "en", "2024-05-02", "2024-05-02T14:05+02:00"),
    ("2024-05-02 14:05:33 UTC", "en", "2024-05-02", "2024-05-02T14:05Z"),
    ("2024-05-02T23:05:33.123-07:00", "en", "2024-05-02", "2024-05-02T23:05-07:00"),
    ("Thu, 02 May 2024 23:05:00 -0700", "en", "2024-05-02", "2024-05-02T23:05-0700"),
    ("Thu, 02 May 2024 00:05:00 +0900", "en", "2024-05-02", "2024-05-02T00:05+0900"),
    ("May 2, 2024 2:05 PM EDT", "en", "2024-05-02", "2024-05-02T14:05"),
    ("May 2, 2024", "en", "2024-05-02", ""),
    ("02 MAY 2024", "en", "2024-05-02", ""),
    ("2nd May, 2024", "en", "2024-05-02", ""),
    ("2 mai 2024", "fr", "2024-05-02", ""),
    ("2. Mai 2024", "de", "2024-05-02", ""),
    ("May 2, 2024", "fr", "2024-05-02", ""),
    ("May 2, 2024", "xx", "2024-05-02", ""),
    ("May 2024", "en", "2024-05", ""),
    ("2024/05/02", "en", "2024-05-02", ""),
    ("2024-5-2", "en", "2024-05-02", ""),
    ("02.05.2024", "de", "2024-05-02", ""),
    ("13/2/2024", "en", "2024-02-13", ""),
    ("2/13/2024", "en", "2024-02-13", ""),
    ("2/2/2024", "en", "2024-02-02", ""),
]

REFUSED = [
    # text, words of the message, offset
    ("2024-04-31", "2024-04 has 30 days", 8),
    ("2023-02-29", "2023-02 has 28 days", 8),
    ("31.04.2024", "2024-04 has 30 days", 8),
    ("2024-13", "there is no month 13", 5),
    ("2024-05-02T25:05Z", "25:05", 11),
    ("5/2/2024", "can be 2024-05-02 or 2024-02-05", 0),
    ("05-02-2024", "can be 2024-05-02 or 2024-02-05", 0),
    ("5/2/24", "two figures", 0),
    ("yesterday", "not a date", 0),
    ("Tuesday", "not a date", 0),
    ("May 2", "not a date", 0),
    ("Q1 2024", "not a date", 0),
    ("soon", "not a date", 0),
    ("1714658400", "not a date", 4),
    ("", "missing", 0),
    ("2024" * 100, "too long", 0),
]


@pytest.mark.parametrize(("text", "language", "day", "moment"), READ)
def test_read(text: str, language: str, day: str, moment: str) -> None:
    found = read_publication(text, language)
    assert (str(found.when), found.minute) == (day, moment)


@pytest.mark.parametrize("text", ["unknown", "Unknown"])
def test_unknown_is_an_answer(text: str) -> None:
    assert read_publication(text).when is None


@pytest.mark.parametrize(("text", "message", "offset"), REFUSED)
def test_refused(text: str, message: str, offset: int) -> None:
    with pytest.raises(NotADate) as error:
        read_publication(text)
    assert message in error.value.message
    assert error.value.offset == offset
    assert error.value.hint


def test_plain_days_do_not_wait_for_dateparser() -> None:
    program = (
        "import sys; from timeline.articles.dates import read_publication as r;"
        "r('2024-05-02'); r('2024-05'); r('1914-03?'); r('2024-05-02T14:05Z'); r('unknown');"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
