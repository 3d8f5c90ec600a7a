"""What is written into an article's file is read back the same."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.front_matter import read_fields, split
from timeline.articles.markdown_text import PlainText, one_paragraph_a_line, plain_text
from timeline.articles.writing import body, front_matter, scalar

SCALARS = [
    # value, as it stands in the file
    ("Troops leave Niger", "Troops leave Niger"),
    ("2024-05-02", "2024-05-02"),
    ("2024-05-02T14:05+02:00", "2024-05-02T14:05+02:00"),
    ("1914-03?", "1914-03?"),
    ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("https://example.org/a?b=c&d=é", "https://example.org/a?b=c&d=é"),
    ("unknown", "unknown"),
    ("true", "true"),
    ("no", '"no"'),
    ("Null", '"Null"'),
    ("1984", "1984"),
    ("1984: a novel", '"1984: a novel"'),
    ("Coup: what we know", '"Coup: what we know"'),
    ("Coup, ratio 3:1", "Coup, ratio 3:1"),
    ("No. #1", '"No. #1"'),
    ('He said "no"', 'He said "no"'),
    ('"No," he said', '"\\"No,\\" he said"'),
    ("ends with:", '"ends with:"'),
    ("[Photo]", '"[Photo]"'),
    ("- dash", '"- dash"'),
    ("*star", '"*star"'),
    ("a\u2028b\u00a0c", '"a\\u2028b\\u00a0c"'),
    ("Niger’s junta — an état", "Niger’s junta — an état"),
]


@pytest.mark.parametrize(("value", "written"), SCALARS)
def test_scalars(value: str, written: str) -> None:
    assert scalar(value) == written


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_title_comes_back(title: str) -> None:
    title = " ".join(title.split())
    written = front_matter({"title": title, "published": "2024"})
    fields = read_fields(split(written).yaml or "", "one.md", "en")
    assert fields.problems == []
    assert fields.values.get("title", "") == title


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_other_readers_of_yaml_see_a_text(value: str) -> None:
    value = " ".join(value.split())
    found = yaml.safe_load(f"key: {scalar(value)}")["key"]
    assert str(found) == value or not isinstance(found, str)
    assert isinstance(found, str) or value[:4].isdigit() or value in {"true", "false"}


WORDS = st.text(alphabet=st.sampled_from("ab1.)#*_`[]()<>&!\\~|-+= \n:^/;'\"é"), max_size=60)


@given(WORDS, st.lists(st.integers(0, 60), max_size=3))
def test_every_text_and_its_pages_come_back(words: str, starts: list[int]) -> None:
    text = one_paragraph_a_line(plain_text(words, is_markdown=False)).text
    begins = [n for n in range(len(text)) if not text[n].isspace() and (n == 0 or text[n - 1].isspace())]
    offsets = sorted({begins[n % len(begins)] for n in starts}) if begins else []
    plain = PlainText(text, tuple((offset, str(n)) for n, offset in enumerate(offsets, 3)))
    assert plain_text(body(plain)) == plain


def test_a_page_within_a_paragraph_stays_in_it() -> None:
    plain = PlainText("They met in Niamey.\n\nThey left.", ((0, "4"), (12, "5"), (21, "6")))
    written = "<!-- page 4 -->\nThey met in <!-- page 5 -->Niamey.\n\n<!-- page 6 -->\nThey left."
    assert body(plain) == written


def test_words_are_left_as_they_are_where_they_can_be() -> None:
    text = (
        "[Photo: A] 5 * 3, a_b, R&D, #1, -5 degrees, C# and “quotes” (so).\n\n1984 was a year. 3) is no list"
    )
    assert body(PlainText(text)) == text
