"""Entries are read as they stand, and every slip is named with its place and its mend."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from timeline.model import Article, Correction, Event, Image, Kind, Place, Source, Status
from timeline.problems import Severity
from timeline.store import schema_text
from timeline.store.dump import as_data
from timeline.store.entries import (
    CORRECTION_KEYS,
    EVENT_KEYS,
    IMAGE_KEYS,
    read_entries,
    slug,
)
from timeline.store.sources import SOURCE_KEYS, Library
from timeline.store.splice import Addition, splice
from timeline.temporal.edtf import When
from timeline.yamltext import parse

DAY = When.parse("2024-05-02")
ARTICLES = {
    "reuters-2024-05-02": Article("reuters-2024-05-02", "r.md", "", published=DAY),
    "undated": Article("undated", "u.md", ""),
}
LIBRARY = Library(ARTICLES, {"old-name": "undated"})


def read(text: str) -> tuple[tuple[Event, ...], list[str]]:
    document = parse(text.encode(), "e.yaml")
    entries, problems = read_entries(document, LIBRARY)
    shown = [f"{p.where}: {p.severity}: {p.message} | {p.hint}" for p in (*document.problems, *problems)]
    return tuple(e.event for e in entries), shown


WHOLE = """\
events:
  - id: e-7k2m9qx4ta
    date: [2024-03-11..2024-03-20]
    as_of: 2024-05-03
    date_note: no
    title: 1998
    text: |
      Two

      paragraphs.
    kind: claimed
    claimed_by: the junta
    status: withdrawn
    notice: It was wrong.
    withdrawn: 2024-06
    places: [Niamey, {name: Airbase 201, lat: 16.95, lon: 8.01}]
    actors:
      - United States
      - Niger
    tags: [yes, 12:30]
    image: {src: a/b.jpg, alt: A gate, caption: c, credit: d, licence: CC}
    corrections: [{date: 2024-06-01, text: Was 12.}]
    merged: [e-1]
    see: [e-2]
    different_from: [e-3]
    private: mine
    x-own: {anything: [goes]}
    sources:
      - article: reuters-2024-05-02
        quote: >-
          over two
          lines
        said: mid-March
        date: 2018/..
        page: 4
        translation: t
        translator: me
        status: new
      - {title: A book, url: "https://example.org", publisher: P, published: "1914-03?",
         archived: a, identifier: i, collection: c}
"""


def test_everything_that_an_entry_may_say() -> None:
    (event,), problems = read(WHOLE)
    assert not problems
    assert event == Event(
        id="e-7k2m9qx4ta",
        title="1998",
        date=When.parse("[2024-03-11..2024-03-20]"),
        date_words="[2024-03-11..2024-03-20]",
        as_of=When.parse("2024-05-03"),
        date_note="no",
        text="Two\n\nparagraphs.",
        kind=Kind.CLAIMED,
        claimed_by="the junta",
        status=Status.WITHDRAWN,
        notice="It was wrong.",
        withdrawn=When.parse("2024-06"),
        places=(Place("Niamey"), Place("Airbase 201", 16.95, 8.01)),
        actors=("United States", "Niger"),
        tags=("yes", "12:30"),
        image=Image("a/b.jpg", "A gate", "c", "d", "CC"),
        corrections=(Correction(When.parse("2024-06-01"), "Was 12."),),
        merged=("e-1",),
        see=("e-2",),
        different_from=("e-3",),
        private="mine",
        sources=(
            Source(
                article="reuters-2024-05-02",
                quote="over two lines",
                said="mid-March",
                date=When.parse("2018/.."),
                page="4",
                translation="t",
                translator="me",
                is_new=True,
            ),
            Source(
                title="A book",
                url="https://example.org",
                publisher="P",
                published=When.parse("1914-03?"),
                archived="a",
                identifier="i",
                collection="c",
            ),
        ),
        file="e.yaml",
    )
    assert event.where.line == 2
    assert event.sources[0].where.line == 29


def test_an_article_that_is_gone_is_told_once() -> None:
    _, told = read(
        "events:\n" + "".join(f"  - {{title: T{n}, sources: [article: gone]}}\n" for n in range(3))
    )
    assert len(told) == 1
    assert "there is no article 'gone', which 3 sources in this file name" in told[0]
    assert told[0].startswith("e.yaml:2:")


def test_what_we_write_is_read_as_it_was_meant() -> None:
    (event,), _ = read(WHOLE)
    written = splice(b"events:\n", "e.yaml", [Addition((as_data(event),))]).data.decode()
    (again,), problems = read(written)
    assert not problems
    assert replace(again, date_words="") == replace(event, date_words="")


def entry(lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines.split("\n"))
    return f"events:\n  - title: T\n{body}"


SLIPS = [
    ("events: soon\n", "1:9: error: a list is expected here"),
    ("evnets: []\n", "1:1: error: an events file has no key 'evnets' | did you mean `events`?"),
    ("events: [soon]\n", "1:10: error: an entry is expected here"),
    ("- title: x\n  date: 2024\n", "1:1: error: this file has no key `events` | write `events:` on a line"),
    ("\u00a0events: []\n", "1:1: error: this line is indented with an odd kind of space"),
    (entry("tilte: x\ndate: 2024"), "3:5: error: an entry has no key 'tilte' | did you mean `title`?"),
    (entry("date: 2024\ntitle: twice"), "4:5: error: the key 'title' is given twice, first on line 2"),
    (entry("date: 2024-04-31"), "3:19: error: there is no 2024-04-31"),
    (entry("date: '2024-04-31'"), "3:20: error: there is no 2024-04-31"),
    (entry("date: 2024-13"), "3:16: error: there is no month 13"),
    (
        entry("date: when pigs fly"),
        "3:11: error: 'when pigs fly' cannot be read as a date | write it as EDTF",
    ),
    (
        entry("date: mid-March"),
        "3:11: error: 'mid-March' needs a day to be read against, and this entry has no",
    ),
    (
        entry("date: mid-March\nsources: [{article: undated}, {title: x}]"),
        "3:11: error: 'mid-March' needs a day to be read against, and this entry has 2 sources",
    ),
    (
        entry("date: mid-March\nsources: [{article: undated}]"),
        "3:11: error: 'mid-March' needs a day to be read against, and its source has no publication day",
    ),
    (entry("text: no source"), "2:5: error: this entry has neither a source nor a date"),
    ("events:\n  - date: 2024\n", "2:5: error: this entry has no `title`"),
    (
        entry("date: 2024\nkind: plannd"),
        "4:11: error: 'plannd' is not known here | did you mean `planned`? it is one of",
    ),
    (
        entry("date: 2024\nstatus: done"),
        "4:13: error: 'done' is not known here | it is one of draft, reviewed",
    ),
    (
        entry("date: 2024\nplaces: Agadez, Zinder"),
        "4:13: error: a list is expected here | write it as [Agadez, Zinder]",
    ),
    (
        entry("date: 2024\nplaces: {name: Agadez}"),
        "4:13: error: a list is expected here | write it as [Niamey, Agadez]",
    ),
    (entry("date: 2024\nplaces: [{name: x, lat: 91, lon: 1}]"), "4:29: error: '91' is not a coordinate"),
    (entry("date: 2024\nplaces: [{name: x, lat: 9}]"), "4:14: error: this place has no `lon`"),
    (entry("date: 2024\nplaces: [{lat: 9, lon: 1}]"), "4:14: error: this place has no name"),
    (entry("date: 2024\nid: a/b"), "4:9: error: 'a/b' cannot be an id"),
    (entry("date: 2024\ntext: [a]"), "4:11: error: a text is expected here"),
    (entry("date: 2024\nimage: a.jpg"), "4:12: error: an image has keys"),
    (entry("date: 2024\nimage: {src: ../a.jpg, alt: x}"), "4:18: error: this image cannot be found"),
    (entry("date: 2024\nimage: {src: a.jpg}"), "4:12: warning: this image has no `alt`"),
    (entry("date: 2024\ncorrections: [{date: 2024}]"), "4:19: error: this correction has no `text`"),
    (entry("date: 2024\nstatus: withdrawn"), "4:13: warning: this withdrawn entry has no notice"),
    (entry("date: 2024\nwithdrawn: 2024-06-01"), "4:16: warning: this entry is not withdrawn"),
    (entry("date: 2024\nclaimed_by: me"), "4:17: warning: only a claim is claimed by somebody"),
    (
        entry("sources:\n  - article: reuters-2024-05-20"),
        "4:18: error: there is no article 'reuters-2024-05-20' | did you mean `reuters-2024-05-02`?",
    ),
    (
        entry("sources:\n  - article: old-name"),
        "4:18: warning: the article 'old-name' is now called 'undated' | write `article: undated`",
    ),
    (entry("date: mid-March\nsources: [{article: nope}]"), "4:25: error: there is no article 'nope'"),
    (
        entry("sources:\n  - article: undated.md"),
        "4:18: error: there is no article 'undated.md' | did you mean `undated`?",
    ),
    (entry("sources: [undated]"), "3:15: error: a source is expected here | write `{article: undated}`"),
    (entry("sources: [unadted.txt]"), "3:15: error: a source is expected here | write `{article: undated}`"),
    (
        entry("sources: undated"),
        "3:14: error: a list is expected here | write it as a dash before each source",
    ),
    (entry("sources: []"), "2:5: error: this entry has neither a source nor a date"),
    (entry("sources:\n  - quote: x"), "4:9: error: this source names nothing"),
    (entry("sources:\n  - title: x\n    status: old"), "5:17: error: the status of a source cannot be 'old'"),
    (
        entry("sources:\n  - title: x\n    qoute: y"),
        "5:9: error: a source has no key 'qoute' | did you mean `quote`?",
    ),
    (entry("sources:\n  - title: x\n    published: 2024-02-30"), "5:28: error: there is no 2024-02-30"),
    (entry("sources:\n  - article: undated\n    url: x"), "5:14: warning: `url` is the article's"),
    (entry("date: &d 2024\nas_of: *d"), "4:12: error: an alias stands here"),
]


@pytest.mark.parametrize(("text", "said"), SLIPS)
def test_slips(text: str, said: str) -> None:
    _, problems = read(text)
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"e.yaml:{said}")
    assert problems[0].split(" | ")[1]


def test_the_caret_stands_under_the_wrong_part_of_a_date() -> None:
    document = parse(entry("date: '[2024-03-11..2024-04-31]'").encode(), "e.yaml")
    _, (problem,) = read_entries(document, LIBRARY)
    assert problem.where
    assert problem.excerpt[problem.where.column - 1 :].startswith("31]")


def test_one_wrong_thing_does_not_hide_the_next() -> None:
    _, problems = read(entry("date: 2024-13\nkind: x\nplaces: y\nsources:\n  - article: z"))
    assert len(problems) == 4


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        ("date: mid-March\nas_of: 2024-05-03", "[2024-03-11..2024-03-20]"),
        ("date: mid-March\nsources: [{article: reuters-2024-05-02}]", "[2024-03-11..2024-03-20]"),
        ("date: mid-March\nsources: [{title: x, published: 2023-05-02}]", "[2023-03-11..2023-03-20]"),
        ("date: 3 May 2024", "2024-05-03"),
        ("date: last Friday\nas_of: 2024-05-03", "2024-04-26"),
    ],
)
def test_words_for_a_date(lines: str, date: str) -> None:
    (event,), problems = read(entry(lines))
    assert not problems
    assert str(event.date) == date


@pytest.mark.parametrize(
    ("date", "title", "address"),
    [
        (
            "2024-03-11",
            "U.S. delegation meets the junta's men",
            "2024-03-11-us-delegation-meets-the-juntas-men",
        ),
        ("", "Été à Niamey", "ete-a-niamey"),
        ("[..2024-05-02]", "Before", "2024-05-02-before"),
        ("2024", "x" * 200, "2024-aa20c23e"),
        ("", "", "entry"),
    ],
)
def test_the_address_of_an_entry_without_id(date: str, title: str, address: str) -> None:
    assert slug(date, title) == address


def test_a_title_in_another_script_still_has_an_address_of_its_own() -> None:
    one, other = slug("2024", "انقلاب النيجر"), slug("2024", "الانقلاب")
    assert one != other
    assert one.startswith("2024-")


def test_an_empty_value_is_a_value_not_given() -> None:
    (event,), problems = read(entry("date: 2024\nkind:\nplaces:\nsources:\n  -\ntext:"))
    assert not problems
    assert event == Event(
        "2024-t", "T", date=When.parse("2024"), date_words="2024", id_given=False, file="e.yaml"
    )


def test_the_schema_for_editors_knows_the_same_keys() -> None:
    schema = json.loads(schema_text())
    event = schema["definitions"]["event"]["properties"]
    assert set(event) == set(EVENT_KEYS)
    assert set(schema["definitions"]["source"]["properties"]) == set(SOURCE_KEYS)
    assert set(event["image"]["properties"]) == set(IMAGE_KEYS)
    assert set(event["corrections"]["items"]["properties"]) == set(CORRECTION_KEYS)
    assert event["kind"]["enum"] == [str(k) for k in Kind]
    assert event["status"]["enum"] == [str(s) for s in Status]
    assert all("description" in value for value in event.values()), "every key has a text for hovering"


def test_the_schema_takes_what_we_read_and_refuses_what_we_refuse() -> None:
    import jsonschema
    import yaml

    validator = jsonschema.Draft7Validator(json.loads(schema_text()))
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text()))
    loaded = json.loads(json.dumps(yaml.safe_load(WHOLE), default=str))
    assert not list(validator.iter_errors(loaded))
    for wrong in (entry("tilte: x\ndate: 2024"), entry("date: 2024\nkind: plannd"), entry("text: no source")):
        assert list(validator.iter_errors(yaml.safe_load(wrong)))


def test_warnings_do_not_stop_the_reading() -> None:
    document = parse(entry("date: 2024\nstatus: withdrawn").encode(), "e.yaml")
    entries, (problem,) = read_entries(document, LIBRARY)
    assert problem.severity is Severity.WARNING
    assert len(entries) == 1
