"""What an article says now where an entry quotes other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_story import FELL, TEXT, Story

from timeline.store.rewording import differences, now_reads

ARTICLE = """A boiler burst late on Monday and flooded two streets, the water board said.

The board lodged an appeal on Tuesday against the fine. Dr. Pell will hear the case in late August, Ms. Oru \
said. \
The pool was closed over the weekend. About 65,000 litres ran into the cellars of Mill Lane.

L’usine a rouvert ses portes le 4 mai après une grève de deux semaines."""


@pytest.mark.parametrize(
    ("quote", "now", "changed"),
    [
        (
            "The board lodged an appeal on Wednesday against the fine.",
            "The board lodged an appeal on Tuesday against the fine.",
            [("Wednesday", "Tuesday")],
        ),
        (
            "Dr. Pell will hear the case in early July, Ms. Oru said.",
            "Dr. Pell will hear the case in late August, Ms. Oru said.",
            [("early July", "late August")],
        ),
        ("40,000 litres ran into the cellars", "65,000 litres ran into the cellars", [("40,000", "65,000")]),
        (
            "A boiler burst on Monday and flooded two streets",
            "A boiler burst late on Monday and flooded two streets",
            [("", "late")],
        ),
        (
            "About 65,000 litres of oil ran into the cellars of Mill Lane.",
            "About 65,000 litres ran into the cellars of Mill Lane.",
            [("of oil", "")],
        ),
        (
            "A boiler burst late on Sunday … flooded three streets, the water board said.",
            "A boiler burst late on Monday and flooded two streets, the water board said.",
            [("Sunday", "Monday"), ("three", "two")],
        ),
        (
            "L’usine a rouvert ses portes le 3 mai après une grève de deux semaines.",
            "L’usine a rouvert ses portes le 4 mai après une grève de deux semaines.",
            [("3", "4")],
        ),
        # Another sentence of the same form, words in common by chance, or too little to tell:
        ("The tank was emptied over the weekend.", "", []),
        ("The council said that it had lodged a complaint with the police.", "", []),
        ("a boiler blew", "", []),
        ("…", "", []),
    ],
)
def test_reworded(quote: str, now: str, changed: list[tuple[str, str]]) -> None:
    assert now_reads(quote, ARTICLE) == now
    assert not now or list(differences(quote, now)) == changed


def test_many_changes_are_not_listed() -> None:
    assert not differences("one two three four five six seven", "1 two 3 four 5 six 7")


LATER = TEXT.replace("2024-05-01", "2024-05-02")


def test_a_corrected_day_is_told_until_it_is_settled(story: Story) -> None:
    story.add("a", LATER)
    (line,) = story.run().lines
    assert "1 with another date than before" in line
    before = story.text
    told = story.check()
    assert [one for one in told if "this quote is not in a: “2024-05-01” is “2024-05-02” there" in one]
    (moved,) = (one for one in told if "a gave this by" in one)
    assert "'2024-05-01' (2024-05-01); its sentence has '2024-05-02' now (2024-05-02)" in moved
    assert story.run().empty
    assert story.text == before
    story.edit("date: 2024-05-01", "date: 2024-05-02")
    assert not [one for one in story.check() if "gave this by" in one]


def test_a_corrected_day_is_settled_by_accepting_it(story: Story) -> None:
    from timeline import store

    story.add("a", LATER)
    story.run()
    (event,) = (e for e in story.events() if "bread" in e.title)
    assert "is read as 2024-05-02" in store.accept(story.load(), [event.id])[0]
    assert not [one for one in story.check() if "gave this by" in one]
    assert story.run().empty


def test_a_corrected_day_that_is_taken_back(story: Story) -> None:
    for text in (LATER, TEXT):
        story.add("a", text)
        story.run()
    assert not [one for one in story.check() if "gave this by" in one]


@pytest.mark.parametrize("cite", ["beside", "instead", "no"])
def test_another_version_that_has_other_words(tmp_path: Path, cite: str) -> None:
    story = Story(tmp_path)
    story.add("a", TEXT, url="https://example.org/x")
    story.run()
    story.add("a-2", LATER, url="https://example.org/x?update=1")
    story.run()
    message = "a-2, another version of a, has other words: “2024-05-01” is “2024-05-02” there"
    assert [one for one in story.check() if message in one]
    other = f"- article: a-2\n        quote: {FELL.replace('2024-05-01', '2024-05-02')}"
    old = f"- article: a\n        quote: {FELL}"
    if cite != "no":
        story.edit(old, other if cite == "instead" else f"{other}\n      {old}")
    assert bool([one for one in story.check() if "another version" in one]) is (cite == "no")
