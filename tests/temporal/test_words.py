"""Words: nothing but spaces lies between them, and each is cut alike whatever stands around it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.temporal.words import WORD, cut, fold

SEVERAL = settings(max_examples=500, deadline=None, derandomize=True)
signs = st.sampled_from("aZéß1٣½,.'’-–_ \t\r\n\x1f\x85\u2028\u00a0́İſ🗓")
texts = st.one_of(st.text(max_size=60), st.text(signs, max_size=60))


@given(texts)
@SEVERAL
def test_nothing_but_spaces_lies_between_words(text: str) -> None:
    words = cut(text)
    assert len(words.forms) == len(words.starts) == len(words.ends)
    bounds = [0, *(bound for span in zip(words.starts, words.ends, strict=True) for bound in span), len(text)]
    assert bounds == sorted(bounds)
    assert not any(text[end:start].strip() for end, start in zip(bounds[::2], bounds[1::2], strict=True))
    assert [fold(words.raw(at)) for at in range(len(words.forms))] == list(words.forms)


@given(st.text(st.characters(max_codepoint=127), max_size=60))
@SEVERAL
def test_a_letter_from_elsewhere_changes_no_word(text: str) -> None:
    """Text in ASCII alone takes a shorter way."""
    plain, other = cut(text), cut(f"{text} é")
    assert (*plain.forms, "é") == other.forms
    assert plain.starts == other.starts[:-1]
    assert plain.ends == other.ends[:-1]


@given(st.one_of(texts, st.lists(st.text(signs, max_size=4), max_size=12).map(" ".join)))
@SEVERAL
def test_words_are_those_of_the_whole_text_cut_by_one_pattern(text: str) -> None:
    """What stands between two spaces is cut by itself, and runs of letters without the pattern."""
    words = cut(text)
    assert list(zip(words.starts, words.ends, strict=True)) == [one.span() for one in WORD.finditer(text)]


@given(texts)
@SEVERAL
def test_a_paragraph_begins_after_an_empty_line(text: str) -> None:
    words = cut(text)
    ends = (0, *words.ends)
    for at, start in enumerate(words.starts):
        assert (at in words.paragraphs) == (text.count("\n", ends[at], start) > 1)
        first, last = words.paragraph(at, at + 1)
        assert first <= at < last
        assert not any(first < one < last for one in words.paragraphs)
