from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.events.language import Language, load
from timeline.events.sentences import split


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("[Photo Credit: By somebody, CC BY 3.0]", "photo credit"),
        ("Photo: Standard / Ole Brandt", "photo credit"),
        ("[READ MORE: Ten things that you missed]", "link to other pieces"),
        ("Read more: the week in pictures.", "link to other pieces"),
        ("To make it unique, I will rewrite the article in my own words.", "leaked prompt"),
        ("Sure! Here is a rewritten version of the article:", "leaked prompt"),
        ("By Jonas Kerr and Lea Onwu", "byline"),
        ("Reporting by Ada Lund; editing by Tom Reik.", "byline"),
        ("© 2024 The Gazette. All rights reserved.", "rights"),
        ("Sign up for our newsletter to get the news in your inbox.", "newsletter"),
        ("Subscribe to The Gazette today.", "newsletter"),
        ("Watch: the moment the bridge fell", "link to other pieces"),
        ("Listen to our podcast on the strike.", "link to other pieces"),
        ("Related: Bridge falls in Arl.", "link to other pieces"),
        ("Promoted content", "advertisement"),
        ("Correction: an earlier version gave a wrong age.", "correction box"),
        ("Chapter one ........ 12", "table of contents"),
        ("Share | Tweet | Email", "share buttons"),
        ("https://example.org/story", "address"),
        ("Russian Troops Move Into the Base While Others Stay", "a heading"),
        ("# Background", "a heading"),
        ("Date | What happened", "a heading"),
        ("Old bridge at Quellmoor closed to lorries | The Gazette", "a heading"),
        ("Report 12 | Gazette", "a heading"),
    ],
)
def test_furniture_is_told_apart_with_its_reason(line: str, what: str, english: Language) -> None:
    (piece,) = split(line, english)
    assert piece.furniture == what


@pytest.mark.parametrize(
    "line",
    [
        "The photo of the minister was published on Monday.",
        "By Monday the river had fallen.",
        "Read out in parliament, the letter caused an outcry.",
        "The newsroom was closed in 2019.",
        "Watch giants Telmont pulled the plug on Monday.",
        "Sponsored by a brewer, the club won the cup in 1998.",
        "Promoted to captain in 2010, he left the army in 2014.",
        "A cookie factory burned down on Monday.",
        "Thousands had to sign up for aid in March.",
        "Related charges were dropped in April.",
        "Trending fashions were banned in 1932.",
        "12 March 2024 | The council closed the old bridge to lorries",
        "The council closed the old bridge to lorries | 12 March 2024",
        "5 April 2024 | Engineers found cracks in two piers | Gazette",
    ],
)
def test_news_is_no_furniture(line: str, english: Language) -> None:
    assert [p.furniture for p in split(line, english)] == [""]


def test_initials_behind_a_sentence_make_no_heading_of_its_line(english: Language) -> None:
    pieces = split("A fresh date will be announced in a day or two, officials said. NNT SKR", english)
    assert pieces[0].furniture == ""


def test_a_line_break_ends_a_sentence_and_a_wrapped_line_does_not(english: Language) -> None:
    broken = "The dam failed.\nNobody was hurt, the mayor said."
    wrapped = (
        "The dam above the town failed on Monday morning after three days of\n"
        "rain, and the water reached the market square within an hour of the\n"
        "first alarm. Nobody was hurt."
    )
    assert len(split(broken, english)) == 2
    first, second = split(wrapped, english)
    assert wrapped[first.start : first.end].endswith("first alarm.")
    assert wrapped[second.start : second.end] == "Nobody was hurt."


def test_abbreviations_end_no_sentence_and_small_words_do(english: Language) -> None:
    text = "Gen. Tiani met Dr. Smith of the U.S. Army last month. President Bazoum was overthrown last July."
    assert [text[p.start : p.end] for p in split(text, english)] == [
        "Gen. Tiani met Dr. Smith of the U.S. Army last month.",
        "President Bazoum was overthrown last July.",
    ]


def test_a_date_line_is_passed_over(english: Language) -> None:
    text = "HONOLULU, May 2 (AP) — The ship left on Thursday."
    (piece,) = split(text, english)
    assert text[piece.first : piece.end] == "The ship left on Thursday."


@given(st.text(max_size=300))
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for piece in split(text, load("en")):
        assert end <= piece.start <= piece.first <= piece.end <= len(text)
        end = piece.end


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Am 15. September gehen sie. Niemand blieb.", ["Am 15. September gehen sie.", "Niemand blieb."]),
        ("Den 3. Mai blev bron stängd.", ["Den 3. Mai blev bron stängd."]),
        ("Es waren 2015. Danach kam er.", ["Es waren 2015.", "Danach kam er."]),
    ],
)
def test_an_ordinal_ends_no_sentence_where_the_language_has_no_rules(text: str, sentences: list[str]) -> None:
    assert [text[p.start : p.end] for p in split(text, None)] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The ship struck at 2:15 p.m. Helicopters came at once.", 2),
        ("She left at 10 a.m. Police found her at noon.", 2),
        ("The trial opened at 10 a.m. Judge Ode spoke first.", 2),
        ("It opens at 2 p.m. Its head is Ann Roe.", 2),
        # the time goes on, or nothing was told before it
        ("The polls close at 8 p.m. Friday in the north.", 1),
        ("It begins at 9 a.m. Eastern time on Sunday.", 1),
        ("He was shot at 9 p.m. Arl time on Sunday.", 1),
        ("Doors open at 7 p.m. Christmas Eve.", 1),
        ("He came at 6 p.m. Dec. 24 with two men.", 1),
        ("At 2 p.m. Roe rang the police.", 1),
    ],
)
def test_a_time_of_day_ends_a_sentence_where_another_begins(text: str, sentences: int) -> None:
    assert len(split(text, load("en"))) == sentences


@pytest.mark.parametrize("many", ["word ", "Word ", "word\n", "a, ", "word. Word\n", '" ', "- "])
def test_long_lines_and_many_lines_cost_no_more_than_their_length(many: str, english: Language) -> None:
    """A speech without a full stop, or a list of a word a line, as machines write them down."""

    def cost(count: int) -> float:
        begun = process_time()
        split(many * count, english)
        return process_time() - begun

    cost(100)  # what is loaded once
    assert cost(40_000) < 12 * cost(10_000) + 1
