"""The matcher takes short ways: what it leaves out would have come to nothing."""

import pytest
from hostile_inputs import made
from hostile_lines import KINDS

from timeline.temporal.grammar import languages, load
from timeline.temporal.language import Grammar
from timeline.temporal.matcher import Island
from timeline.temporal.recognise import _island, _islands, _trimmed, recognise
from timeline.temporal.tree import NOTHING
from timeline.temporal.words import Words, cut

LONGEST = 40


def texts(language: str) -> list[str]:
    examples = [one.text for one in load(language).examples]
    return [
        *examples,
        *(made(seed, language).text for seed in range(1500)),
        *(kind(400) for kind in KINDS.values()),
    ]


def told(island: Island) -> list[list[tuple[int, tuple[object, ...], tuple[str, ...]]]]:
    return [
        [(one.end, one.pieces, one.rules) for one in island.candidates(at)] for at in range(len(island.forms))
    ]


@pytest.mark.parametrize("language", languages())
def test_looking_ahead_loses_no_reading(language: str) -> None:
    """An island that takes every next word for one that fits has the same candidates."""
    grammar = load(language)
    read, wrong = 0, []
    for text in texts(language):
        words = cut(text)
        for start, end in _islands(grammar, words):
            said = text[words.starts[start] : words.ends[end - 1]]
            island, blind = Island(grammar, said), Island(grammar, said)
            blind.masks = [-1] * len(blind.forms) + [NOTHING]
            wrong += [said] if told(island) != told(blind) else []
            read += sum(map(len, told(island)))
    assert wrong == []
    assert read > 1000


@pytest.mark.parametrize("language", languages())
def test_what_an_island_leaves_out_at_its_ends_is_in_no_reading(language: str) -> None:
    """Without the light words around it ("of the last week, the") it reads the same, at the same words."""
    grammar = load(language)
    shorter, wrong = 0, []
    for text in texts(language):
        words = cut(text)
        for start, end in _islands(grammar, words):
            first, last = _trimmed(grammar, words, start, end)
            said = text[words.starts[start] : words.ends[end - 1]]
            wrong += (
                [said] if placed(grammar, words, start, end) != placed(grammar, words, first, last) else []
            )
            shorter += (first, last) != (start, end)
    assert wrong == []
    assert shorter > 500


def placed(grammar: Grammar, words: Words, start: int, end: int) -> list[tuple[int, int, object]]:
    """Give all candidates of some words: where each begins and ends in the text, and by which alternative."""
    if start == end:
        return []
    island = Island(grammar, words.text[words.starts[start] : words.ends[end - 1]])
    every = [one for at in range(end - start) for one in island.candidates(at)]
    return [(start + one.start, start + one.end, one.alternative) for one in every]


@pytest.mark.parametrize("language", languages())
def test_a_number_opens_by_its_size_what_its_leaves_open(language: str) -> None:
    grammar = load(language)
    read, wrong = 0, []
    for form in {str(number).zfill(width) for number in range(0, 2400, 7) for width in range(1, 5)}:
        quick = grammar.opening_of_number(form)
        slow = grammar.opening(grammar.leaves(form, capital=False))
        same = quick is None or all(set(quick.leaves[one]) == set(slow.leaves[one]) for one in slow.leaves)
        wrong += [] if same and (quick is None or quick.kind.mask == slow.kind.mask) else [form]
        read += quick is not None
    assert wrong == []
    assert read > 300


@pytest.mark.parametrize("language", languages())
def test_a_remembered_island_answers_wherever_it_stands(language: str) -> None:
    """It forgets what it never gives; what its neighbours decide it keeps."""
    grammar = load(language)
    texts_ = [one.text.replace("[", "").replace("]", "") for one in grammar.examples]
    for around in ("{}", "$ {} %", "the {} x", "{}", "- {}-based"):
        together = [recognise(grammar, around.format(text))[1] for text in texts_]
        _island.cache_clear()
        assert [recognise(grammar, around.format(text))[1] for text in texts_] == together


def plain_islands(grammar: Grammar, words: Words) -> list[tuple[int, int]]:
    """Find the islands word by word."""
    found, begin, heavy = [], 0, False
    for at in range(len(words.forms) + 1):
        ends = at == len(words.forms) or not grammar.knows(words.forms[at])
        if ends or at in words.paragraphs or at - begin == LONGEST:
            found += [(begin, at)] if heavy else []
            begin, heavy = at + ends, False
        heavy = heavy or (not ends and not is_light(grammar, words, at, begin))
    return found


def is_light(grammar: Grammar, words: Words, at: int, begin: int) -> bool:
    """Whether a word alone never tells a time; figures below 1000 may when letters follow directly (80s).

    They may also behind a word of the island that French has for it (le 16).
    """
    form, following = words.forms[at], words.forms[at + 1 : at + 2]
    has_unit = bool(following) and words.glued(at + 1) and following[0][0].isalpha()
    is_heralded = at > begin and words.forms[at - 1 : at] in grammar.forms("figures-after")
    has_marks = form[0].isdigit() and "," in form  # 1,000
    return (
        form in grammar.light
        or has_marks
        or (form.isdigit() and len(form) <= 3 and not has_unit and not is_heralded)
    )


@pytest.mark.parametrize("language", languages())
def test_islands_are_those_found_word_by_word(language: str) -> None:
    grammar = load(language)
    words = [cut(text) for text in (*texts(language), "\n\n".join(texts(language)))]
    wrong = [one.text for one in words if list(_islands(grammar, one)) != plain_islands(grammar, one)]
    assert wrong == []
