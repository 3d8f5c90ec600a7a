"""The lock says the same when it is read back, and holds no words of an article."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_story import Story, article

from timeline.problems import CannotStart
from timeline.store.lock import (
    ArticleLine,
    CandidateLine,
    Fate,
    Lock,
    ReadingLine,
    cue_set,
    hashed_cues,
    read_lock,
    write_lock,
)
from timeline.store.sketch import ALIKE, address, content_hash, likeness, line_of, renamed, sketch

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
CANDIDATES = st.builds(
    CandidateLine,
    candidate=TEXTS,
    article=TEXTS,
    event=TEXTS,
    fate=st.sampled_from(Fate),
    print=TEXTS,
    start=st.integers(0, 10**6),
    end=st.integers(0, 10**6),
    said=TEXTS,
    when=TEXTS,
    cues=TEXTS,
)
LOCKS = st.builds(
    lambda articles, candidates, readings: Lock(
        {a.article: a for a in articles},
        {c.candidate: c for c in candidates},
        {r.reading: r for r in readings},
        found=bool(candidates),
    ),
    st.lists(st.builds(ArticleLine, TEXTS, TEXTS, TEXTS, was=st.lists(TEXTS).map(tuple)), max_size=4),
    st.lists(CANDIDATES, max_size=4),
    st.lists(st.builds(ReadingLine, TEXTS, TEXTS, TEXTS, TEXTS), max_size=4),
)


@given(LOCKS)
def test_what_is_written_reads_back(lock: Lock) -> None:
    data = write_lock(lock)
    again, problems = read_lock(data)
    assert not problems
    assert again == lock
    assert write_lock(again) == data


def test_no_file_is_no_lock() -> None:
    assert read_lock(None) == (Lock(), ())


def test_a_format_of_the_future_stops() -> None:
    with pytest.raises(CannotStart) as stop:
        read_lock(b'{"format": 2}\n')
    assert "newer version" in stop.value.problem.hint


def test_a_line_that_is_no_record_is_named() -> None:
    _, problems = read_lock(b'{"format": 1}\n{"candidate": "e-1"}\n[]\n{"fate": "lost"}\n')
    assert [p.where.line for p in problems if p.where] == [2, 3, 4]


def test_what_one_branch_offered_stays_offered() -> None:
    left = json.dumps({"candidate": "e-1", "article": "a", "fate": "left"})
    offered = json.dumps({"candidate": "e-1", "article": "a", "fate": "offered", "event": "e-1"})
    for lines in ((left, offered), (offered, left)):
        lock, problems = read_lock("\n".join(('{"format": 1}', *lines)).encode())
        assert not problems
        assert lock.candidates["e-1"].fate is Fate.OFFERED


def test_cues_are_comparable_and_not_readable() -> None:
    made = hashed_cues(["Niamey", "attack", "niamey"])
    assert cue_set(made) == cue_set(hashed_cues(["attack", "niamey"]))
    assert len(cue_set(made)) == 2
    assert "niamey" not in made


def test_the_lock_holds_no_words_of_an_article(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", "On 2024-03-12, the delegation of the United States met the generals in Niamey.")
    story.run()
    lock = (tmp_path / "content/timeline.lock").read_text().casefold()
    assert not [word for word in ("delegation", "united", "generals", "niamey") if word in lock]


# articles known again

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
LONG = " ".join(f"{a} {b}" for a in NUMBERS for b in NUMBERS)


def test_a_sketch_estimates_likeness() -> None:
    assert likeness(sketch(LONG), sketch(LONG)) == 1
    assert likeness(sketch(LONG), sketch(LONG.replace("seven eight", "seven and eight"))) >= ALIKE
    assert likeness(sketch(LONG), sketch(" ".join(reversed(LONG.split())))) < ALIKE
    assert sketch("too short to tell") == ""
    assert likeness("", "") == 0


@pytest.mark.parametrize(
    ("now", "is_same"),
    [
        ({"text": LONG}, True),
        ({"text": LONG.replace("nine ten", "nine, then ten")}, True),
        ({"text": "all new words", "url": "https://example.org/a"}, True),
        ({"text": "all new words", "sha256": "ab" * 32}, True),
        ({"text": "all new words"}, False),
        ({"text": "all new words", "url": "https://example.org/"}, False),
        ({"text": "all new words", "url": "https://example.org/b", "sha256": "cd" * 32}, False),
    ],
)
def test_an_article_is_known_again(now: dict[str, str], *, is_same: bool) -> None:
    was = article("was", LONG, url="http://www.example.org/a/", sha256="ab" * 32)
    text = now.pop("text")
    made = article("made", text, **now)
    other = article("other", "something else altogether, " * 10)
    found = renamed({"made": made, "other": other}, {"was": line_of(was)})
    assert found == ({"was": "made"} if is_same else {})


def test_a_publishers_front_page_is_no_address() -> None:
    assert address("https://www.example.org/") == address("https://example.org") == ""
    assert address("https://www.example.org/a?from=mail#top") == address("http://example.org/a/") != ""


def test_only_what_matters_is_read_again() -> None:
    one = article("a", "text", licence="x", url="https://example.org", path="p")
    assert content_hash(one) == content_hash(article("b", "text", licence="y"))
    for change in ({"title": "t"}, {"language": "fr"}, {"published": None}, {"hemisphere": "south"}):
        assert content_hash(one) != content_hash(article("a", "text", **change))
