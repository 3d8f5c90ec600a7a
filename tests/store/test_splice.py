"""Splicing keeps every byte, changes nothing that a file says, and adds exactly what was asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model import Event, Kind, Place, Source, Status
from timeline.store.dump import as_data, source_data
from timeline.store.splice import Addition, said, splice
from timeline.temporal.edtf import When
from timeline.yamltext import Mapping, Sequence, parse

EVENT = Event(
    "e-7k2m9qx4ta",
    "A delegation: of the # United States",
    date=When.parse("[2024-03-11..2024-03-20]"),
    text="A delegation of the United States met the junta in Niamey in mid-March, said the ministry. It left "
    "without having met the head of it, which was what it had come for.",
    kind=Kind.PLANNED,
    status=Status.DRAFT,
    places=(Place("Niamey"), Place("Airbase 201", 16.95, 8.01)),
    actors=("United States", "Niger, Republic of"),
    sources=(Source(article="reuters-2024-05-02", quote='A "delegation" — it\'s.', said="mid-March"),),
)
ENTRY = Addition((as_data(EVENT),))
PLAIN = (
    '  - id: e-7k2m9qx4ta\n    date: "[2024-03-11..2024-03-20]"\n'
    '    title: "A delegation: of the # United States"\n    text: |\n'
    "      A delegation of the United States met the junta in Niamey in mid-March, said the ministry. It "
    "left\n"
    "      without having met the head of it, which was what it had come for.\n"
    "    kind: planned\n    status: draft\n"
    "    places: [Niamey, {name: Airbase 201, lat: 16.95, lon: 8.01}]\n"
    '    actors: [United States, "Niger, Republic of"]\n    sources:\n'
    '      - article: reuters-2024-05-02\n        quote: A "delegation" — it\'s.\n        said: mid-March\n'
)
SHORT = Addition(({"title": "New", "date": "2024"},))
SOURCE = Addition(({"article": "b", "quote": "said so"},), "sources", 0)

# A file, and what it is with the entry SHORT added.
FILES = [
    ("", "events:\n  - title: New\n    date: 2024\n"),
    ("# mine\n", "# mine\nevents:\n  - title: New\n    date: 2024\n"),
    ("# no line end", "# no line end\nevents:\n  - title: New\n    date: 2024\n"),
    ("---\n", "---\nevents:\n  - title: New\n    date: 2024\n"),
    ("---\n...\n", "---\nevents:\n  - title: New\n    date: 2024\n...\n"),
    ("events:\n", "events:\n  - title: New\n    date: 2024\n"),
    ("events: # none yet\n\n# end\n", "events: # none yet\n  - title: New\n    date: 2024\n\n# end\n"),
    ("events:\n  # inside\n# below\n", "events:\n  # inside\n  - title: New\n    date: 2024\n# below\n"),
    ("events: []\n", "events: [{title: New, date: 2024}]\n"),
    ("events: [ # none\n  ]\n", "events: [ # none\n  {title: New, date: 2024}]\n"),
    ("{events: }", "{events:  [{title: New, date: 2024}]}"),
    (
        "events: [{title: a, date: 1}, ]",
        "events: [{title: a, date: 1}, {title: New, date: 2024} ]",
    ),
    (
        "events: [\n  {title: a, date: 1} # last\n]\n",
        "events: [\n  {title: a, date: 1}, {title: New, date: 2024} # last\n]\n",
    ),
    (
        "events:\n- title: a\n  date: 1\n",
        "events:\n- title: a\n  date: 1\n\n- title: New\n  date: 2024\n",
    ),
    (
        "events:\n- title: a\n  date: 1\n- title: b\n  date: 1\n",
        "events:\n- title: a\n  date: 1\n- title: b\n  date: 1\n- title: New\n  date: 2024\n",
    ),
    (
        "events:\n    -   title: a\n        date: 1",
        "events:\n    -   title: a\n        date: 1\n\n    -   title: New\n        date: 2024\n",
    ),
    (
        "events:\r\n  - title: a\r\n    date: 1\r\nx-own: 1\r\n",
        "events:\r\n  - title: a\r\n    date: 1\r\n\r\n  - title: New\r\n    date: 2024\r\nx-own: 1\r\n",
    ),
    (
        "events:\n  - title: a\n    date: 1 # why\n\n  # of the list\n\n# of what follows\nx-own: 1\n",
        "events:\n  - title: a\n    date: 1 # why\n\n  # of the list\n\n  - title: New\n    date: 2024\n"
        "\n# of what follows\nx-own: 1\n",
    ),
    (
        "events:\n  - title: a\n    text: |+\n      kept\n\n\n",
        "events:\n  - title: a\n    text: |+\n      kept\n\n\n  - title: New\n    date: 2024\n",
    ),
    (
        "events:\n  - title: a\n    text: |+\n      kept\n",
        "events:\n  - title: a\n    text: |+\n      kept\n  - title: New\n    date: 2024\n",
    ),
    (
        "events:\n  - title: a\n    text: |\n      cut off",
        "events:\n  - title: a\n    text: |\n      cut off\n\n  - title: New\n    date: 2024\n",
    ),
    (
        "events:\n  - title: a\n    date: 1\n...\n",
        "events:\n  - title: a\n    date: 1\n\n  - title: New\n    date: 2024\n...\n",
    ),
    (
        "events: &all\n  # first\n  - &one {title: a, date: 1}\n",
        "events: &all\n  # first\n  - &one {title: a, date: 1}\n\n  - title: New\n    date: 2024\n",
    ),
    (
        "events:\n  -\n    title: a\n    date: 1\n",
        "events:\n  -\n    title: a\n    date: 1\n\n  - title: New\n    date: 2024\n",
    ),
]


@pytest.mark.parametrize(("old", "new"), FILES)
def test_an_entry_goes_where_a_person_would_put_it(old: str, new: str) -> None:
    result = splice(old.encode(), "e.yaml", [SHORT])
    assert not result.problems
    assert result.data.decode() == new


def test_what_is_written_is_pleasant_to_edit() -> None:
    assert splice(b"events:\n", "e.yaml", [ENTRY]).data.decode() == f"events:\n{PLAIN}"


def test_a_long_entry_in_flow_style_has_a_line_a_key() -> None:
    made = splice(b"events: []\n", "e.yaml", [ENTRY]).data.decode()
    assert made.startswith('events: [{\n    id: e-7k2m9qx4ta,\n    date: "[2024-03-11..2024-03-20]",\n')
    assert made.endswith("said: mid-March}]\n  }]\n")


def test_a_byte_order_mark_stays() -> None:
    made = splice(b"\xef\xbb\xbfevents:\n", "e.yaml", [SHORT]).data
    assert made == b"\xef\xbb\xbfevents:\n  - title: New\n    date: 2024\n"


# An entry, and what it is with one more source.
ENTRIES = [
    (
        "  - title: a\n    sources:\n      - article: a\n    tags: [x]\n",
        "sources:\n      - article: a\n      - article: b",
    ),
    ("  - title: a\n    sources:\n    - article: a\n", "sources:\n    - article: a\n    - article: b"),
    (
        "  - title: a\n    sources:\n    tags: [x]\n",
        "sources:\n      - article: b\n        quote: said so\n    tags",
    ),
    ("  - title: a\n    sources: []\n", "sources: [{article: b, quote: said so}]\n"),
    (
        "  - title: a\n    sources: [{article: a}]\n",
        "sources: [{article: a}, {article: b, quote: said so}]\n",
    ),
    ("  - {title: a, date: 1}\n", "{title: a, date: 1, sources: [{article: b, quote: said so}]}\n"),
    (
        "  - title: a\n    date: 1\n    # note\n",
        "# note\n    sources:\n      - article: b\n        quote: said so\n",
    ),
    ("  - title: a\n    sources:\n      - article: a\n        # why\n", "# why\n      - article: b\n"),
]


@pytest.mark.parametrize(("entry", "part"), ENTRIES)
@pytest.mark.parametrize("rest", ["", "\n  - title: other\n    sources:\n      - article: c\n", "x-own: 1\n"])
def test_a_source_goes_to_its_entry(entry: str, part: str, rest: str) -> None:
    result = splice(f"events:\n{entry}{rest}".encode(), "e.yaml", [SOURCE])
    assert not result.problems
    assert part in result.data.decode()


def test_entries_and_sources_at_once() -> None:
    old = b"events:\n  - title: a\n    sources:\n      - article: a\n"
    made = splice(old, "e.yaml", [SHORT, SOURCE]).data.decode()
    assert made == (
        "events:\n  - title: a\n    sources:\n      - article: a\n      - article: b\n"
        "        quote: said so\n\n  - title: New\n    date: 2024\n"
    )


REFUSALS = [
    ("x-own: 1\n", "e.yaml:1:1", "add the line `events:`"),
    ("events: ~\n", "e.yaml:1:9", "leave nothing behind `events:`"),
    ("events: soon\n", "e.yaml:1:9", "write a list there"),
    ("events:\n  - title: a\n    text: |+\n      cut off", "e.yaml:2:3", "end the file with an empty line"),
    ("a: b: c\n", "e.yaml:1:5", "quotation marks"),
    ("events: []\n---\nevents: []\n", "e.yaml:2:1", "one document"),
    ("events: []\nevents: []\n", "e.yaml:2:1", "keep one"),
    ("x-all: &a []\nevents: *a\n", "e.yaml:2:9", "write the value itself"),
    ("- a\n", "e.yaml:1:1", "add the line `events:`"),
]


@pytest.mark.parametrize(("old", "place", "hint"), REFUSALS)
def test_where_nothing_can_be_proved_nothing_is_written(old: str, place: str, hint: str) -> None:
    result = splice(old.encode(), "e.yaml", [SHORT])
    assert result.data == old.encode()
    assert result.refused == (SHORT,)
    assert str(result.problems[0].where) == place
    assert hint in result.problems[0].hint


def test_one_refusal_does_not_stop_the_others() -> None:
    old = b"events:\n  - title: a\n    sources: none\n"
    result = splice(old, "e.yaml", [SHORT, SOURCE])
    assert result.refused == (SOURCE,)
    assert b"title: New" in result.data


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(lambda t: t.strip())


@given(
    title=TEXTS,
    text=TEXTS,
    quote=TEXTS,
    actors=st.lists(TEXTS, max_size=3),
    flow=st.booleans(),
    newline=st.sampled_from(["\n", "\r\n"]),
)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_whatever_is_asked_reads_back(
    title: str, text: str, quote: str, actors: list[str], *, flow: bool, newline: str
) -> None:
    event = Event("e-1", title, text=text, actors=tuple(actors), sources=(Source(article="a", quote=quote),))
    data = as_data(event)
    old = f"events: {'[]' if flow else ''}{newline}# tail{newline}"
    result = splice(old.encode(), "e.yaml", [Addition((data,))])
    assert not result.problems
    root = parse(result.data, "e.yaml").root
    assert isinstance(root, Mapping)
    entries = root.get("events")
    assert isinstance(entries, Sequence)
    assert said(entries.items[0]) == data
    assert source_data(event.sources[0]) == data.get("sources", [{}])[0]


def test_a_wrong_place_is_caught_by_the_proof() -> None:
    # A text that keeps its blank lines reaches to the next key: only below them can the list go on.
    old = "events:\n  - text: |+\n      kept\n\n\nx-own: 1\n"
    made = splice(old.encode(), "e.yaml", [SHORT]).data.decode()
    assert made == "events:\n  - text: |+\n      kept\n\n\n  - title: New\n    date: 2024\nx-own: 1\n"
