"""In a long file an addition is proved on the entries around it, with the same answer as on all of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.store import splice
from timeline.store.nearby import near
from timeline.store.places import Insert, places
from timeline.store.splice import Addition
from timeline.yamltext import parse

ENTRY = Addition(({"title": "New", "date": "2024"},))
SOURCE: dict[str, splice.Data] = {"article": "b", "quote": "said so"}
FORMS = (
    "  - title: a{n}\n    sources:\n      - article: a\n",
    "  - title: a{n}\n    sources:\n      - article: a\n\n",
    "  - title: a{n}\n    sources: []   # none yet\n",
    "  - {{title: a{n}, sources: [{{article: a}}]}}\n",
    "  - sources:\n      - article: a\n    text: |+\n      kept\n\n\n",
    "  # before\n  - title: a{n}\n    text: |\n      - one: 'dash\n      - two\n  # behind\n",
    "  - title: 'it''s a{n}'\n    x-own: &a{n} [1, 2]\n    sources:\n    - article: a\n",
)


def a_file(forms: list[int], tail: str = "") -> str:
    return "x-head: 1\nevents:\n" + "".join(FORMS[f].format(n=n) for n, f in enumerate(forms)) + tail


@given(
    forms=st.lists(st.integers(0, len(FORMS) - 1), min_size=4, max_size=14),
    entries=st.lists(st.integers(0, 13), max_size=3, unique=True),
    newline=st.sampled_from(["\n", "\r\n"]),
    tail=st.sampled_from(["", "x-tail: 1\n", "# the end\n", "...\n"]),
    wrong=st.sampled_from(["", "'", '"', "[", "  - title: b\n", "x: y\n", "  ", "|\n", "*a1\n", "# "]),
)
@settings(max_examples=400, deadline=None, derandomize=True)
def test_a_part_proves_what_the_whole_proves(
    forms: list[int], entries: list[int], newline: str, tail: str, wrong: str
) -> None:
    whole = parse(a_file(forms, tail).replace("\n", newline).encode(), "e.yaml")
    asked = [Addition((SOURCE,), "sources", n) for n in sorted(entries) if n < len(forms)] + [ENTRY]
    found = [places(whole, one.items, one.key, one.entry) for one in asked]
    inserts = [replace(one[0], text=one[0].text + wrong) for one in found if one]
    asked = [one for one, place in zip(asked, found, strict=True) if place]
    data = whole.text.encode()
    on_all = splice.reads_back(whole, splice.with_inserts(data, whole, inserts), asked)
    part = near(whole, (one.entry for one in asked), inserts)
    if part is not None:
        moved = [replace(one, entry=part.number(one.entry)) for one in asked]
        changed = splice.with_inserts(part.document.text.encode(), part.document, part.inserts)
        assert splice.reads_back(part.document, changed, moved) == on_all
    assert on_all or wrong


def test_the_entries_around_an_addition_are_kept() -> None:
    whole = parse(a_file([0] * 9, "x-tail: 1\n").encode(), "e.yaml")
    (place, *_) = places(whole, [SOURCE], "sources", 3)
    part = near(whole, [3], [place])
    assert part is not None
    assert part.numbers == (3, 4, 8)
    assert part.number(4) == 1
    assert (
        part.document.text
        == "x-head: 1\nevents:\n" + "".join(FORMS[0].format(n=n) for n in (3, 4, 8)) + "x-tail: 1\n"
    )
    assert part.document.text[part.inserts[0].offset :].startswith("  - title: a4")


CANNOT_BE_CUT = [
    "events: [{title: a}, {title: b}, {title: c}, {title: d}, {title: e}, {title: f}]\n",
    "events:\n" + "  -\n    title: a\n" * 8,
    "events:\n" + "  -\ttitle: a\n" * 8,
    "- title: a\n" * 8,
    "x-own: 1\n",
    "events:\n" + "  - title: a\n",  # too few to be worth it
]


@pytest.mark.parametrize("text", CANNOT_BE_CUT)
def test_what_cannot_be_cut_is_read_whole(text: str) -> None:
    whole = parse(text.encode(), "e.yaml")
    assert near(whole, [None], [Insert(len(text), "  - title: b\n")]) is None


def test_an_alias_of_what_is_left_out_is_read_whole() -> None:
    entries = ["  - title: a\n    x-own: &a [1]\n", *["  - title: b\n"] * 8, "  - title: c\n    x-own: *a\n"]
    text = "events:\n" + "".join(entries)
    whole = parse(text.encode(), "e.yaml")
    assert not whole.problems
    assert near(whole, [None], [Insert(len(text), "  - title: d\n")]) is None


def test_a_file_may_grow_to_its_bound_and_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = parse(a_file([0] * 20).encode(), "e.yaml")
    grown = splice.splice(whole.text.encode(), "e.yaml", [ENTRY])
    count = parse(grown.data, "e.yaml").events
    monkeypatch.setattr(splice, "MOST_EVENTS", count - 1)
    assert splice.splice(whole.text.encode(), "e.yaml", [ENTRY]).refused == (ENTRY,)
    monkeypatch.setattr(splice, "MOST_EVENTS", count)
    assert splice.splice(whole.text.encode(), "e.yaml", [ENTRY]).data == grown.data


def test_a_document_that_was_read_before_serves_as_well() -> None:
    whole = parse(a_file([0] * 20).encode(), "e.yaml")
    data = whole.text.encode()
    assert splice.splice(data, "e.yaml", [ENTRY], whole) == splice.splice(data, "e.yaml", [ENTRY])
