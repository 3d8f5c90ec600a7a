"""Laws of the temporal engine on inputs nobody wrote; `bench/fuzz_temporal.py` reads a million of them."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hostile_inputs import LONGEST, Input, answer, digest, made, vocabulary
from hypothesis import given, settings
from hypothesis import strategies as st
from news_sentences import PUBLISHED
from timex3_laws import faults, is_value, survives_pickling

from timeline.temporal import Mention
from timeline.temporal.timex import is_well_formed

GOOD = [
    ("DATE", "2024-03-12 2024-03 2024 199 19 2 BC0044 BC0044-03-15 1998-W23 1998-W23-WE 1998-W23-5 2001-SU"),
    ("DATE", "XXXX-XX-XX XXXX-12-25 XXXX-WXX-2 XXXX-WXX-WE XXXX-SP 1999-Q3 1999-QX 1999-H2 199X 19XX FY1998"),
    ("DATE", "PAST_REF PRESENT_REF FUTURE_REF 2024-02-29 2001-WI FY1998-Q2"),
    ("TIME", "1998-01-08T20:00 1998-01-08TEV XXXX-XX-XXT09 1998-01-08T24:00 T14:30 1998-01-08T15:00Z"),
    ("TIME", "1998-W02-5TNI PRESENT_REF 1998-01-08T08:30:15 1998-01-08T15:00-05"),
    ("DURATION", "P3D PXY P1.5Y P1Y6M PT24H PT1H30M P2W P1DE PXCE P1WE P3Q P1DT12H PT2NI"),
    ("SET", "P1D XXXX-WXX-1 XXXX-10 XXXX-XX-XXTMO PT1H"),
]
BAD = [
    ("DATE", "2024-13 2024-00-10 2023-02-29 2024-02-30 24-03-12 2024-3-1 2024-W54 2024-W10-8 P3D 2024-Q5"),
    (
        "DATE",
        "2024/03 REF X024 2024-03-12T20:00 2024- 20240312 XXXXX ２０２４ 1X24 past_ref now 2024-XX-XX-XX",
    ),
    ("TIME", "2024-03-12 2024-03-12T25:00 2024-03-12T20:60 2024-03-12T 2024-03T10:00 2024-03-12T24:01"),
    ("TIME", "2024-02-30T10:00 20:00 T T7:30"),
    ("DURATION", "P PT P3 3D P3D4 PT3D D P-1D P1.Y PTX 2024 PRESENT_REF"),
    ("SET", "weekly P 2024-13 PAST_REF"),
    ("EVENT", "2024"),
]
SEVERAL = settings(max_examples=1200, deadline=None, derandomize=True)
SOME = settings(max_examples=400, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in GOOD for value in values.split()]
)
def test_value_of_timex3(kind: str, value: str) -> None:
    assert is_value(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind, values in BAD for value in values.split()]
)
def test_no_value_of_timex3(kind: str, value: str) -> None:
    assert not is_value(kind, value)


seeds = st.integers(0, 2**40)
glue = st.sampled_from((" ", " ", " ", "", "-", ", ", ". ", "–", "/", "\n", " the ", " of ", " and "))
words = st.one_of(st.sampled_from(vocabulary()), st.integers(0, 99_999).map(str))
phrases = st.lists(st.tuples(words, glue), min_size=1, max_size=14).map(
    lambda pairs: "".join(word + joint for word, joint in pairs)[:LONGEST]
)
days = st.one_of(st.none(), st.sampled_from(PUBLISHED), st.dates().map(str))
narratives = st.sampled_from(("auto", "news", "history"))
hemispheres = st.sampled_from(("north", "south"))
spoken = st.builds(Input, phrases, days, narratives, hemispheres)
anything = st.builds(Input, st.text(max_size=LONGEST), days, narratives, hemispheres)
between = st.builds(
    Input,
    st.tuples(st.text(max_size=8), phrases, st.text(max_size=8)).map(" ".join),
    days,
    narratives,
    hemispheres,
)


def holds(one: Input) -> None:
    found = answer(one)
    assert faults(one.text, found) == []
    assert answer(one) == found
    assert survives_pickling(found)
    assert all(is_well_formed(mention.value) for mention in found)


@given(spoken)
@SEVERAL
def test_words_of_the_grammar_in_any_order(one: Input) -> None:
    holds(one)


@given(seeds)
@SEVERAL
def test_broken_news(seed: int) -> None:
    holds(made(seed))


@given(anything)
@SOME
def test_any_unicode(one: Input) -> None:
    holds(one)


@given(between)
@SOME
def test_words_between_any_unicode(one: Input) -> None:
    holds(one)


@given(seeds)
@SOME
def test_a_paragraph_before_moves_the_offsets_alone(seed: int) -> None:
    """What a paragraph means does not hang on a timeless one before it."""
    one = made(seed)._replace(narrative="news")
    before = "The council heard him.\n\n"

    def told(found: tuple[Mention, ...], shift: int) -> list[object]:
        return [(m.start - shift, m.text, m.type, m.value, m.when, m.signal, m.range) for m in found]

    after = answer(one._replace(text=before + one.text))
    assert told(after, len(before)) == told(answer(one), 0)


def test_threads_answer_alike() -> None:
    inputs = [made(seed) for seed in range(300)]
    alone = [answer(one) for one in inputs]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(answer, inputs)) == alone
        assert list(threads.map(answer, reversed(inputs))) == alone[::-1]


TELL = """
import sys
sys.path.insert(0, sys.argv[1])
from hostile_inputs import digest
print(digest(200))
"""


@pytest.mark.parametrize(
    ("seed", "zone", "locale"),
    [("1", "UTC", "C"), ("2", "Pacific/Kiritimati", "C.UTF-8"), ("3", "America/New_York", "tr_TR.UTF-8")],
)
def test_no_surrounding_changes_an_answer(seed: str, zone: str, locale: str) -> None:
    """Neither the order of sets, nor the clock's zone, nor the locale of the process."""
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    command = [sys.executable, "-c", TELL, str(Path(__file__).parent)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
    assert told.stdout.strip() == digest(200)
