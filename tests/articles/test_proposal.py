"""What a proposal knows and asks: no publication day is guessed, datelines and origins are proposed."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from taking_in import DAY, STORY, articles, one, take_in

from timeline.articles import accept, propose_all
from timeline.config import Settings
from timeline.problems import CannotStart


def test_a_day_in_the_page_is_only_proposed(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    source = make.write(tmp_path / "page.html", make.page())
    proposal = one(settings, source)
    assert proposal.missing == ("published",)
    assert [(q.key, q.proposed) for q in proposal.questions] == [("published", "2024-05-02T23:30-04:00")]
    assert "published  2024-05-02T23:30-04:00?  (the page (JSON-LD datePublished))" in proposal.shown()
    assert "pass --published 2024-05-02" in proposal.unanswered().hint
    with pytest.raises(CannotStart, match="nobody said"):
        accept(proposal, settings)
    assert list(settings.content.iterdir()) == []
    accept(proposal.answered("published", proposal.questions[0].proposed), settings)
    (article,) = articles(settings).values()
    assert (str(article.published), article.published_minute) == ("2024-05-02", "2024-05-02T23:30-04:00")


@pytest.mark.parametrize(
    ("head", "title", "day"),
    [
        ("Sunday Monitor, 2 March 2025\n\nOwner was warned\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned\n\nThe Monitor — March 2, 2025\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned on 2 March 2025\n\n", "Owner was warned on 2 March 2025", ""),
        ("Owner was warned\n\n", "Owner was warned", ""),
        ("Owner was warned\n\nPublished: 2 March 2025 at 14:05\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned\n\nMar 2, 2025, 2:05 PM EST\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned\n\nBy Jo Marsh March 2, 2025\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned\n\nPosted Mar 2 2025\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned\n\nPosted Mar 2, 2025 | Updated 9:14 a.m.\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned\n\nTHE MONITOR Sunday 2 March 2025 Page 7\n\n", "Owner was warned", "2025-03-02"),
        ("Owner was warned\n\nThe bridge shut 2 March 2025 at dawn\n\n", "Owner was warned", ""),
        ("Owner was warned\n\nJo Marsh left on March 2, 2025.\n\n", "Owner was warned", ""),
        ("Owner was warned\n\nIt began on 2 March 2025\n\n", "Owner was warned", ""),
        ("Owner Warned On March 2 2025\n\n", "Owner Warned On March 2 2025", ""),
    ],
)
def test_a_day_above_the_text_is_proposed(settings: Settings, head: str, title: str, day: str) -> None:
    proposal = one(settings, f"{head}{STORY}".encode())
    assert proposal.values["title"] == title
    assert [q.proposed for q in proposal.questions if q.key == "published"] == [day]


@pytest.mark.parametrize(
    ("head", "title", "publisher", "day"),
    [
        (
            "The Monitor, 2 March 2025\n\nOwner was warned\n\n",
            "Owner was warned",
            "The Monitor",
            "2025-03-02",
        ),
        (
            "Owner was warned\n\nTHE MONITOR | 2 March 2025\n\n",
            "Owner was warned",
            "The Monitor",
            "2025-03-02",
        ),
        (
            "The Monitor\n\n2 March 2025\n\nOwner was warned\n\n",
            "Owner was warned",
            "The Monitor",
            "2025-03-02",
        ),
        ("Owner was warned\n\nThe Monitor\n\n", "Owner was warned", "The Monitor", ""),
        ("Owner was warned by The Monitor\n\n", "Owner was warned by The Monitor", "", ""),
        ("Owner was warned\n\nThe Gazette, 2 March 2025\n\n", "Owner was warned", "", "2025-03-02"),
    ],
)
def test_a_publisher_of_the_project_above_the_text_is_proposed(
    settings: Settings, head: str, title: str, publisher: str, day: str
) -> None:
    take_in(settings, b"Something else was said, and somewhere else.", publisher="The Monitor", **DAY)
    proposal = one(settings, f"{head}{STORY}".encode())
    assert proposal.values["title"] == title
    asked = {question.key: question.proposed for question in proposal.questions}
    assert asked.get("publisher", "") == publisher
    assert asked["published"] == day
    if publisher:
        assert proposal.answered("publisher", publisher).values["publisher"] == publisher
        assert "publisher" not in proposal.answered("publisher", "-").values


def test_the_day_on_which_a_file_was_made_is_told_and_not_proposed(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make.docx([STORY]))
    (proposal,) = propose_all([path], settings=settings, given={})
    (question,) = [q for q in proposal.questions if q.key == "published"]
    assert question.proposed == ""
    assert "the day the document was made is 2024-05-04" in question.text
    assert (
        "the day the document was made is 2024-05-04, which need not be the day" in proposal.unanswered().hint
    )


def test_front_matter_that_cannot_be_read_is_shown_with_its_line(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Glen : a story\n---\nText.\n", encoding="utf-8")
    (proposal,) = propose_all([path], settings=settings, given={})
    (problem,) = proposal.problems
    assert problem.where is not None
    assert (problem.where.line, problem.where.column) == (2, 13)
    assert "quotation marks" in problem.hint


def test_a_page_without_a_day(settings: Settings) -> None:
    proposal = one(settings, STORY.encode())
    assert [(q.key, q.proposed) for q in proposal.questions] == [("published", "")]
    assert "--published unknown" in proposal.unanswered().hint
    assert accept(proposal.answered("published", "unknown"), settings).is_file()
    (article,) = articles(settings).values()
    assert article.published is None


@pytest.mark.parametrize("answer", ["5/2/2024", "yesterday", "2024-04-31"])
def test_an_answer_that_cannot_be_read(settings: Settings, answer: str) -> None:
    proposal = one(settings, STORY.encode()).answered("published", answer)
    assert proposal.problems[-1].is_error
    assert proposal.missing == ()
    with pytest.raises(CannotStart):
        accept(proposal, settings)


def test_a_wrong_day_on_the_command_line(settings: Settings) -> None:
    proposal = one(settings, STORY.encode(), published="2024-04-31")
    (problem,) = proposal.problems
    assert (str(problem.where), problem.excerpt) == ("--published:1:9", "2024-04-31")
    assert proposal.questions == ()


def test_a_dateline_is_proposed(settings: Settings) -> None:
    proposal = one(settings, f"NIAMEY, May 2 (Reuters) — {STORY}".encode(), publisher="Post", **DAY)
    assert [(q.key, q.proposed) for q in proposal.questions] == [
        ("written", "2024-05-02"),
        ("origin", "reuters-2024-05-02"),
    ]
    for question in proposal.questions:
        proposal = proposal.answered(question.key, question.proposed)
    accept(proposal, settings)
    (article,) = articles(settings).values()
    assert (str(article.written), article.origin) == ("2024-05-02", "reuters-2024-05-02")


def test_the_year_of_a_dateline_follows_the_answer(settings: Settings) -> None:
    proposal = one(settings, f"NIAMEY, Dec. 30 — {STORY}".encode())
    proposal = proposal.answered("published", "2020-01-02")
    assert [(q.key, q.proposed) for q in proposal.questions] == [("written", "2019-12-30")]


def test_a_proposal_may_be_declined(settings: Settings) -> None:
    proposal = one(settings, f"NIAMEY, May 2 (Reuters) — {STORY}".encode(), **DAY)
    for question in proposal.questions:
        proposal = proposal.answered(question.key, "-")
    accept(proposal, settings)
    (article,) = articles(settings).values()
    assert (article.written, article.origin) == (None, "")


def test_another_language_is_proposed_and_then_used(settings: Settings) -> None:
    text = (
        "NIAMEY, 2 mai (AFP) — Le gouvernement a annoncé jeudi que les troupes quitteraient le pays avant le "
        "15 "
        "septembre, après une semaine de discussions avec une délégation qui était arrivée dans la capitale."
    )
    proposal = one(settings, text.encode(), publisher="Le Journal", published="2024-05-03")
    assert proposal.questions[0].key == "language"
    assert proposal.questions[0].proposed == "fr"
    proposal = proposal.answered("language", "fr")
    assert ("written", "2024-05-02") in [(q.key, q.proposed) for q in proposal.questions], "read as French"
    for question in proposal.questions:
        proposal = proposal.answered(question.key, "-")
    accept(proposal, settings)
    (article,) = articles(settings).values()
    assert article.language == "fr"


def test_nearly_the_same_text_proposes_its_origin(settings: Settings) -> None:
    take_in(settings, f"{STORY} That was all.".encode(), publisher="Wire", id="wire-1", **DAY)
    proposal = one(settings, f"{STORY} So it ended.".encode(), publisher="Post", **DAY)
    assert [(q.key, q.proposed) for q in proposal.questions] == [("origin", "wire-1")]
    path = accept(proposal.answered("origin", "wire-1"), settings)
    third = one(settings, f"{STORY} It ended so.".encode(), publisher="Other", **DAY)
    assert [(q.key, q.proposed) for q in third.questions] == [("origin", "wire-1")]
    assert path.is_file()


def test_a_credit_names_the_report_that_is_there(settings: Settings) -> None:
    take_in(
        settings,
        b"Something quite different was told here.",
        publisher="Reuters",
        id="r",
        published="2024-05-02",
    )
    proposal = one(settings, f"{STORY} It was first reported by Reuters.".encode(), publisher="Post", **DAY)
    assert [(q.key, q.proposed) for q in proposal.questions] == [("origin", "r")]


@pytest.mark.parametrize(
    ("url", "is_told"),
    [
        ("https://example.org/a", True),
        ("https://example.org/a/", True),
        ("https://www.example.org/a?from=mail#comments", True),
        ("http://example.org/", False),
        ("https://example.org/ab", False),
        ("", False),
    ],
)
def test_a_page_whose_address_is_here_already_is_told(settings: Settings, url: str, *, is_told: bool) -> None:
    first = {**DAY, "url": "https://example.org/a"}
    take_in(settings, b"The quay was closed on Monday, the board said.", **first)
    given = {**DAY, "url": url} if url else DAY
    (proposal,) = propose_all([STORY.encode()], settings=settings, given=given)
    said = [p.message for p in proposal.problems]
    assert any("has the same address" in text for text in said) == is_told
    assert not any(p.is_error for p in proposal.problems)
    accept(proposal, settings)
    assert len(articles(settings)) == 2


def test_a_text_that_is_shown_whole_has_no_mark_of_more(settings: Settings) -> None:
    short, long = one(settings, b"The quay was closed on Monday."), one(settings, STORY.encode() * 3)
    assert short.shown().endswith("The quay was closed on Monday.")
    assert long.shown().endswith(" …")
