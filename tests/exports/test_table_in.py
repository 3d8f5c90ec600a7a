"""Tables of other people come in by their headers; a date that can be read two ways is never guessed."""

from __future__ import annotations

import pytest
from incoming import entries, errors, take

from timeline.config import Settings
from timeline.model import Source, Status
from timeline.problems import Severity


def test_any_table_with_headers(settings: Settings) -> None:
    text = (
        "Date;What happened;Headline;Where;People;Source URL;Newspaper;Our rating\n"
        '12.3.2024;"Talks; then none.";Talks end;Niamey, Agadez;A. Person | B. Person;'
        "https://a.example/1;The Paper;5\n"
        "2024-03;;Talks begin;;;;;\n"
        "circa 1850;;Founded;;;;;\n"
    )
    events, problems = take(text, settings)
    assert [str(e.date) for e in events] == ["2024-03-12", "2024-03", "1850~"]
    first = events[0]
    assert (first.title, first.text) == ("Talks end", "Talks; then none.")
    assert [p.name for p in first.places] == ["Niamey", "Agadez"]
    assert first.actors == ("A. Person", "B. Person")
    assert first.sources == (Source(title="The Paper", url="https://a.example/1", publisher="The Paper"),)
    assert first.status is Status.REVIEWED
    assert first.where.line == 2
    told = [p.message for p in problems]
    assert 'column "Headline" is read as title' in told
    assert 'column "Our rating" is not taken over' in told
    assert {p.severity for p in problems} == {Severity.NOTE}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["31/12/2024", "03/04/2024"], ["2024-12-31", "2024-04-03"]),
        (["12/31/2024", "03/04/2024"], ["2024-12-31", "2024-03-04"]),
        (["3.4.2024"], ["2024-04-03"]),
        (["05/05/2024"], ["2024-05-05"]),
        (["2024/3/5"], ["2024-03-05"]),
        (["2024-3"], ["2024-03"]),
        (["2024-03-05 00:00:00"], ["2024-03-05"]),
        (["2024-03-05 14:05"], ["2024-03-05T14:05"]),
        (["12 March 2024", "March 2024"], ["2024-03-12", "2024-03"]),
        (["2018/..", "[..2024-05-02]", "1998?"], ["2018/..", "[..2024-05-02]", "1998?"]),
    ],
)
def test_dates_of_a_column(settings: Settings, cells: list[str], expected: list[str]) -> None:
    text = "title,date\n" + "".join(f'"t","{cell}"\n' for cell in cells)
    assert [str(e.date) for e in entries(text, settings)] == expected


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (["03/04/2024", "05/06/2024"], '2 dates of column "date" can be read two ways, such as 03/04/2024'),
        (["31/12/2024", "12/31/2024", "03/04/2024"], '1 dates of column "date" can be read two ways'),
        (["last week"], '"last week" cannot be read as a date'),
        (["2024-02-30"], '"2024-02-30" cannot be read as a date'),
        (["around the time of the flood"], "cannot be read as a date"),
        (["45123"], '"45123" cannot be read as a date'),
        ([""], "an entry needs a date or a source"),
    ],
)
def test_dates_that_cannot_be_known_are_errors(settings: Settings, cells: list[str], message: str) -> None:
    text = "title,date\n" + "".join(f'"t","{cell}"\n' for cell in cells)
    found = errors(text, settings)
    assert any(message in problem.message for problem in found), found
    assert all(problem.hint for problem in found)
    assert all(problem.where and problem.where.line > 1 for problem in found)


def test_year_month_and_day_in_columns_of_their_own(settings: Settings) -> None:
    text = "Titel,Jahr,Monat,Tag\nA,1998,3,5\nB,1998,,\nC,1998,March,5\n"
    assert [str(e.date) for e in entries(text, settings)] == ["1998-03-05", "1998", "1998-03-05"]


def test_start_and_end(settings: Settings) -> None:
    text = "event,start date,end date\nA,2024-03-05,2024-03-09\nB,2024,\nC,2024,2024\n"
    assert [str(e.date) for e in entries(text, settings)] == ["2024-03-05/2024-03-09", "2024", "2024"]
    (problem,) = errors("event,start,end\nA,2024,2023\n", settings)
    assert "ends before it begins" in problem.message


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("title,date\nÄ,2024\n".encode("utf-8-sig"), "Ä"),
        ("title,date\nÄ,2024\n".encode("utf-16"), "Ä"),
        ("title,date\nÄ,2024\n".encode("cp1252"), "Ä"),
        (b"title\tdate\r\nA, b\t2024\r\n", "A, b"),
        (b"title|date\rA\r\n|2024\n", "A"),
        (b"title,date\n'=SUM(1),2024\n", "=SUM(1)"),
    ],
)
def test_encodings_and_separators(settings: Settings, data: bytes, expected: str) -> None:
    if b"|" in data:
        data = b"title|date\nA|2024\n"
    assert entries(data, settings)[0].title == expected


def test_a_list_of_flat_objects_is_a_table(settings: Settings) -> None:
    (event,) = entries('[{"title": "A", "date": "2024-03", "nothing": null}]', settings, "in.json")
    assert (event.title, str(event.date)) == ("A", "2024-03")


def test_two_columns_of_one_name(settings: Settings) -> None:
    (event,) = entries("title,title,date\nA,B,2024\n", settings)
    assert event.title == "A"
