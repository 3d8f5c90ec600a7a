"""What `timeline check` shows, each with its place and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_story import Story

from timeline import store
from timeline.model import Body, Retraction
from timeline.problems import CannotStart
from timeline.store.lock import LOCK_FILE
from timeline.store.quotes import is_found, quotes, shortened, words_in

TEXT = (
    'On 2024-03-12, the "delegation" met the junta.\n'
    "The govern-\nment in Niamey — so it said — agreed. Later all left."
)


@pytest.fixture
def story(tmp_path: Path) -> Story:
    made = Story(tmp_path)
    made.add("a", TEXT)
    return made


def entry(lines: str) -> str:
    body = "".join(f"    {line}\n" for line in lines.split("\n"))
    return f"events:\n  - id: one\n    title: T\n{body}"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("the “delegation” met the junta", True),
        ("The  government\nin Niamey", True),
        ("The\u00a0government\u2028in\x85Niamey", True),
        ("The govern-ment in Niamey", True),
        ("in Niamey - so it said - agreed", True),
        ("the junta. … in Niamey", True),
        ("the junta. [...] agreed", True),
        ("the junta. ... agreed", True),
        ("[The] delegation", True),
        ('[They said] the "delegation" met [with] the junta', True),
        ("agreed … the junta", False),
        ("the Junta", False),
        ("the delegation left", False),
        ("…", True),
    ],
)
def test_a_quote_is_found_by_its_pieces(quote: str, *, found: bool) -> None:
    assert is_found(quote, TEXT) is found


def test_the_words_of_a_quote_are_the_sources() -> None:
    assert words_in("U.S. troops, 12,000 of them, don't [as he put it] “leave” …") == 7
    assert shortened("one two three four", 4) == "one two three four"
    assert shortened("one two, three four", 2) == "one two …"
    assert is_found(shortened(TEXT, 6), TEXT)


def test_a_quote_tells_its_sentence() -> None:
    sentence = "The last soldiers left the base in the north."
    assert quotes("soldiers left the base", sentence, "")
    assert not quotes("the north", sentence, "")
    assert not quotes("The president resigned on live television.", sentence, "0" * 32)


CHECKS = [
    (
        "sources:\n  - article: a\n    quote: the delegations met",
        "5:16: warning: this quote is not in a | copy the words from content/articles/a.md",
    ),
    (
        "sources:\n  - article: a\n    quote: the junta … went home",
        "5:16: warning: this quote is not in a | part 2 of 2",
    ),
    (
        "kind: planned\ndate: 2024-05",
        "4:11: note: this was planned for 2024-05, which has passed | did it happen?",
    ),
    (
        "kind: planned\ndate: 2025-21",
        "4:11: note: this was planned for 2025-21 (2025-05-31 at the latest), which has passed | did it",
    ),
    (
        'kind: planned\ndate: "[..2025-03-20]"',
        "4:11: note: this was planned for 2025-03-20 at the latest, which has passed | did it",
    ),
    ("kind: claimed\ndate: 2024", "4:11: note: this claim does not say whose it is | add `claimed_by:`"),
    ("date: 2024\nsee: [two]", "5:11: warning: there is no entry 'two' | take it out"),
    ("date: 2024\ndifferent_from: [two]", "5:22: warning: there is no entry 'two' | take it out"),
    (
        "sources:\n  - article: a\n    status: new",
        "5:17: note: this source was added by the program, and is not shown yet | read it; take out",
    ),
]


def test_an_article_that_was_read_and_is_gone(story: Story) -> None:
    story.run()
    del story.articles["a"]
    assert "warning: the file of a is not here" in story.check()[0]
    lock = story.folder / "content/timeline.lock"
    lock.write_text(re.sub(r', "facts": {[^}]*}', "", lock.read_text()))  # of a program that kept none
    (gone,) = (p for p in story.load().problems if p.is_error)
    assert "there is no article 'a' any more" in gone.message
    assert "put its file back, write its new name, or take out" in gone.hint


@pytest.mark.parametrize("key", ["see", "different_from"])
def test_a_pointer_at_what_was_deleted_is_a_note(story: Story, key: str) -> None:
    story.run()
    (gone,) = story.events()
    story.text = f"events:\n  - {{id: one, title: T, date: 2024, {key}: [{gone.id}]}}\n"
    (found,) = (one for one in story.check() if gone.id in one)
    assert f": note: this names '{gone.id}', which was deleted | take it out; or bring" in found


@pytest.mark.parametrize(("count", "notes"), [(3, 3), (4, 1), (40, 1)])
def test_the_plans_of_a_story_long_over_are_one_note(story: Story, count: int, notes: int) -> None:
    story.text = "events:\n" + "".join(
        f"  - {{id: plan-{n}, title: T {n}, kind: planned, date: 2024-05-{n % 28 + 1:02}}}\n"
        for n in range(count)
    )
    found = story.check()
    assert len(found) == notes
    assert all(f"plan-{n}" in " ".join(found) for n in range(min(count, 6)))
    assert (f"{count - 1} other plans" in found[0]) is (notes == 1)


@pytest.mark.parametrize(("count", "notes"), [(3, 3), (4, 1), (50, 1)])
def test_many_entries_without_an_id_are_one_note(story: Story, count: int, notes: int) -> None:
    story.text = "events:\n" + "".join(f"  - {{title: T {n}, date: 2024}}\n" for n in range(count))
    found = story.check()
    assert len(found) == notes
    assert all("add `id: e-" in one for one in found)
    assert (f"nor have {count - 1} others: 2024-t-1, 2024-t-2" in found[0]) is (notes == 1)


def test_an_entry_without_a_source(story: Story) -> None:
    story.text = entry("date: 2024")
    (found,) = story.check(sources=True)
    assert found.startswith("content/events.yaml:3:12: note: this entry has no source")
    story.text = entry("date: 2024\nstatus: hidden")
    assert not story.check(sources=True)


@pytest.mark.parametrize(
    "text",
    [
        "events:\n  - title: T\n    id: t\n    sources: a\n",
        "events:\n  - title: T\n    id: t\n    sources: [x]\n",
        "events:\n  - title: T\n    id: t\n",
        "events:\n  - date: 2024\n    id: t\n    sources: [{article: a}]\n",
    ],
)
def test_what_an_error_says_is_not_said_again(story: Story, text: str) -> None:
    story.text = text
    assert len(story.load().problems) == 1
    assert story.check(sources=True) == []


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("The tribunal #1 of inquiry", True),
        ("The tribunal # of inquiry", False),  # a comment
        ("The tribunal#1 of inquiry", False),  # no comment to YAML either
        ('"The tribunal #1 of inquiry"', False),
    ],
)
def test_a_value_that_a_number_sign_cuts_off(story: Story, title: str, *, cut: bool) -> None:
    story.text = entry("date: 2024").replace("title: T", f"title: {title}")
    assert [("for a comment" in found) for found in story.check()] == [True] * cut


def test_what_a_merge_leaves_behind(tmp_path: Path) -> None:
    story = Story(tmp_path)
    story.add("a", "On 2024-04-01, rebels attacked the airport of Agadez.")
    story.add("b", 'On 2024-04-02, men called "the hawks" raided a depot in Tamou.')
    story.run()
    first, second = story.events()
    story.delete_with(f"id: {second.id}")
    story.edit(f"id: {first.id}\n", f"id: {first.id}\n    merged: [{second.id}]\n")
    (found,) = story.check()
    article = second.sources[0].article
    assert f"note: {article} told {second.id} too, and is not cited here" in found
    line = found.partition("add below `sources:` ")[2]
    story.edit("    sources:\n", f"    sources:\n      {line}\n")
    assert not story.check(), "the line that it offers settles it"
    story.edit(second.id, f"{second.id[:-1]}u")
    assert any(f"did you mean {second.id}?" in one for one in story.check())


@pytest.mark.parametrize(("lines", "said"), CHECKS)
def test_checks(story: Story, lines: str, said: str) -> None:
    story.text = entry(lines)
    (found,) = story.check()
    line = int(said.split(":", maxsplit=1)[0])
    assert found.startswith(
        f"content/events.yaml:{line + (1 if 'article' in lines else 0)}:{said.partition(':')[2]}"
    )


def test_a_plan_that_came_true_is_settled(story: Story) -> None:
    story.text = (
        entry("kind: planned\ndate: 2024-05\nsee: [two]") + "  - {id: two, title: U, date: 2024-05-03}\n"
    )
    assert not story.check()
    story.text = (
        entry("kind: planned\ndate: 2024-05") + "  - {id: two, title: U, date: 2024-05-03, see: [one]}\n"
    )
    assert not story.check()
    story.text = entry("kind: planned\ndate: 2124-05")
    assert not story.check()


def test_quotes_that_are_too_long(story: Story) -> None:
    story.add("a", f"{TEXT} {'word ' * 400}")
    story.text = entry(f"sources:\n  - article: a\n    quote: {'word ' * 41}")
    (found,) = story.check()
    assert "this quote has 41 words, more than 40 | shorten it" in found
    eight = [f"{'word ' * 40}{'again ' * n}" for n in range(8)]
    story.text = "events:\n" + "".join(
        f"  - id: n{n}\n    title: T\n    sources:\n      - article: a\n        quote: {quote.strip()}\n"
        for n, quote in enumerate(eight)
    )
    assert any("more than 300 words of a are quoted" in found for found in story.check())
    story.text = story.text.replace(" again", "")
    assert not story.check(), "the same sentence, eight times"


def test_the_quotes_of_a_withheld_text_are_not_checked(story: Story) -> None:
    story.add("a", "", body=Body.WITHHELD)
    story.text = entry("sources:\n  - article: a\n    quote: anything at all")
    (found,) = story.check()
    assert "note: this quote of a is not checked: its text is withheld" in found
    story.text = entry("sources:\n  - {article: a, quote: one thing}\n  - {article: a, quote: another}")
    (found,) = story.check()
    assert "note: 2 quotes of a are not checked" in found


def test_an_entry_that_rests_on_a_retracted_article_alone(story: Story) -> None:
    story.add("a", TEXT, retracted=Retraction(None))
    story.text = entry("sources:\n  - article: a")
    (found,) = story.check()
    assert "rests only on what its publisher took back (a) |" in found
    story.text = entry("sources:\n  - article: a") + "".join(
        f"  - {{id: e{n}, title: Another {n}, sources: [{{article: a}}]}}\n" for n in range(7)
    )
    (found,) = story.check()
    assert "took back (a); so do e0, e1, e2, e3, e4 and 2 more |" in found
    story.text = entry("sources:\n  - article: a\n  - title: another")
    assert not story.check()


def test_an_entry_without_id_is_offered_one(story: Story) -> None:
    story.text = "events:\n  - {title: T, date: 2024}\n"
    (found,) = story.check()
    assert "its address 2024-t changes with its date and title | add `id: e-" in found
    offered = found.split("`id: ")[1].split("`")[0]
    story.text = f"events:\n  - {{title: T, date: 2024, id: {offered}}}\n"
    assert not story.check()


def test_a_name_that_is_misspelt_once(story: Story) -> None:
    rows = ("Niamey", "Niamey", "Naimey", "Airbase 101", "Airbase 201", "Airbase 201")
    story.text = "events:\n" + "".join(
        f"  - {{id: n{n}, title: T, date: 2024, places: [{name}]}}\n" for n, name in enumerate(rows)
    )
    (found,) = story.check()
    assert (
        "'Naimey' stands here alone, and 'Niamey' in 2 entries | if they are the same, write Niamey" in found
    )


# readings that changed


def test_words_keep_what_they_were_accepted_to_mean(story: Story) -> None:
    story.articles = {}
    story.text = entry("date: mid-March\nas_of: 2024-05-03")
    story.run()
    lock = story.folder / LOCK_FILE
    lock.write_text(lock.read_text().replace("[2024-03-11..2024-03-20]", "[2024-03-14..2024-03-16]"))
    (event,) = story.events()
    assert str(event.date) == "[2024-03-14..2024-03-16]"
    (found,) = story.check()
    assert "'mid-March' was accepted as [2024-03-14..2024-03-16]; this program reads [2024-03-11" in found
    assert "`timeline accept one`" in found
    assert story.run().empty
    assert store.accept(story.load(), ["one"])
    assert str(story.events()[0].date) == "[2024-03-11..2024-03-20]"
    assert not story.check()


def test_other_words_are_read_anew(story: Story) -> None:
    story.articles = {}
    story.text = entry("date: mid-March\nas_of: 2024-05-03")
    story.run()
    story.edit("mid-March", "late March")
    assert str(story.events()[0].date) == "[2024-03-21..2024-03-31]"
    assert not story.check()


def test_a_sentence_that_is_read_otherwise_is_shown_and_changes_nothing(story: Story) -> None:
    story.run()
    (event,) = story.events()
    before = story.text
    lock = story.folder / LOCK_FILE
    lock.write_text(
        lock.read_text()
        .replace('"when": "2024-03-12"', '"when": "2024-03"')
        .replace('"reader": "1"', '"reader": "0"')
    )
    story.run()
    assert story.text == before
    (found,) = [line for line in story.check() if "gave" in line]
    assert "'2024-03-12' in a gave 2024-03 when this entry was made; this program reads 2024-03-12" in found
    store.accept(story.load(), [event.id])
    assert not [line for line in story.check() if "gave" in line]
    assert story.run().empty


# decisions on what is not there


def test_restore_brings_a_deleted_entry_back(story: Story) -> None:
    story.run()
    (event,) = story.events()
    before = story.text
    story.text = "events:\n"
    assert [*story.run().files] == [LOCK_FILE]  # nobody cites the article now: its facts go
    assert story.run().empty
    assert "the next run adds it" in store.restore(story.load(), [event.id])[0]
    assert story.run().added == 1
    assert [e.id for e in story.events()] == [event.id]
    assert story.text.strip().splitlines()[1:] == before.strip().splitlines()[2:]
    assert story.run().empty


@pytest.mark.parametrize("call", [store.restore, store.take, store.accept])
def test_an_unknown_id_stops(story: Story, call: object) -> None:
    story.run()
    for name in ("e-nothing", story.events()[0].id):
        with pytest.raises(CannotStart) as stop:
            call(story.load(), [name])
        assert stop.value.problem.hint
