"""Near-identical texts."""

# ruff: noqa: S311 - made-up stories need no secrets

import os
import random
import subprocess
import sys
import time

from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.twins import ALIKE, TwinIndex, likeness, shingles, twin_leaders

VOCABULARY = [f"word{n}" for n in range(4000)]


def story(seed: int, words: int = 200) -> list[str]:
    return random.Random(seed).choices(VOCABULARY, k=words)


def changed(words: list[str], share: float, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(VOCABULARY) if chance.random() < share else word for word in words]


def test_likeness_is_jaccard_over_runs_of_five_words() -> None:
    one = "a b c d e f g h i j k l"
    assert likeness(one, one) == 1
    assert likeness(one, one.replace("l", "x")) == 7 / 9
    assert likeness(one, one.upper().replace(" ", ", ")) == 1
    assert likeness(one, "m n o p q r s t u v w x") == 0
    assert likeness("too few words", "too few words") == 0


def test_rewritten_words_are_found_again() -> None:
    for seed in range(200):
        words = story(seed)
        other = changed(words, 0.04, seed)
        texts = {"one": " ".join(words), "other": " ".join(other)}
        alike = likeness(texts["one"], texts["other"]) >= ALIKE
        assert twin_leaders(texts.items()) == ({"other": "one"} if alike else {}), seed


def test_every_pair_is_found_as_by_comparing_all() -> None:
    texts = []
    for n in range(20):
        words = story(n)
        texts += [(f"{n}-{m}", " ".join(changed(words, 0.02 * m, m))) for m in range(4)]
    random.Random(1).shuffle(texts)
    leaders = twin_leaders(texts)
    for n, (name, text) in enumerate(texts):
        before = [other for other, told in texts[:n] if likeness(text, told) >= ALIKE]
        assert (name in leaders) == bool(before)
        assert {leaders.get(other, other) for other in before} >= ({leaders[name]} if before else set())


def test_a_group_holds_together_through_its_members() -> None:
    one = story(1)
    texts = [(str(n), " ".join(story(2, 40 * n) + one[40 * n :])) for n in range(3)]
    assert likeness(texts[0][1], texts[1][1]) >= ALIKE
    assert likeness(texts[0][1], texts[2][1]) < ALIKE <= likeness(texts[1][1], texts[2][1])
    assert twin_leaders(texts) == {"1": "0", "2": "0"}


def test_a_publishers_furniture_makes_no_twins() -> None:
    furniture = " ".join(story(0, 60))
    texts = [(str(n), " ".join(story(n, 150)) + furniture) for n in range(1, 300)]
    assert twin_leaders(texts) == {}
    assert twin_leaders([*texts, ("again", texts[200][1])]) == {"again": "201"}


def test_a_text_is_looked_up_without_taking_it_in() -> None:
    index = TwinIndex()
    index.add("one", " ".join(story(1)))
    assert index.find(" ".join(changed(story(1), 0.02, 3))) == "one"
    assert index.find(" ".join(story(2))) == ""
    assert index.find("short") == ""


@given(st.lists(st.sampled_from("abcdefgh"), max_size=30), st.lists(st.sampled_from("abcdefgh"), max_size=30))
def test_likeness_is_even_handed(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 1


def test_the_answer_does_not_hang_on_the_hash_seed() -> None:
    program = (
        "from timeline.articles.twins import shingles; print(sorted(shingles('a b c d e f g h i j k l m')))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert answers == {f"{sorted(shingles('a b c d e f g h i j k l m'))}\n"}


def test_many_texts_take_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        texts = [(str(n), " ".join(story(n % (count // 2), 120))) for n in range(count)]
        begin = time.process_time()
        twin_leaders(texts)
        return time.process_time() - begin

    assert seconds(2000) < max(0.5, 8 * seconds(500))
