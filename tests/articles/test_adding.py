"""Articles taken in: from a file to `content/articles/ID.md`, and read again."""

import hashlib
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from timeline.articles import Proposal, accept, check_originals, propose, propose_all, read_articles
from timeline.articles.inputs import Source
from timeline.config import Settings
from timeline.model import Article, Body
from timeline.problems import CannotStart, Severity

STORY = (
    "The last soldiers left the base in the north of the country on Monday and handed it to the army, "
    "officials in the capital said, after talks that had lasted for five days in the middle of May."
)
DAY = {"published": "2024-05-03"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "project" / "content").mkdir(parents=True)
    return Settings(project=tmp_path / "project")


def take_in(settings: Settings, *sources: Source, metadata: Path | None = None, **given: str) -> list[Path]:
    proposals = propose_all(sources, settings=settings, given=given, metadata=metadata)
    return [accept(proposal, settings) for proposal in proposals]


def one(settings: Settings, source: Source, **given: str) -> Proposal:
    (proposal,) = propose_all([source], settings=settings, given=given)
    return proposal


def articles(settings: Settings) -> dict[str, Article]:
    found, problems = read_articles(settings)
    assert problems == ()
    return {article.id: article for article in found}


def test_a_text(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    data = f"Troops leave Niger\r\n\r\n{STORY}\r\n".encode()
    source = make.write(tmp_path / "Troops Leave.txt", data)
    (path,) = take_in(
        settings, source, published="2 May 2024", publisher="Post: the daily", origin="reuters-1"
    )
    assert path == settings.content / "articles" / "troops-leave.md"
    digest = hashlib.sha256(data).hexdigest()
    assert path.read_text(encoding="utf-8") == (
        '---\ntitle: Troops leave Niger\npublisher: "Post: the daily"\npublished: 2024-05-02\n'
        f"origin: reuters-1\noriginal: originals/troops-leave.txt\nsha256: {digest}\n---\n\n{STORY}\n"
    )
    assert (settings.content / "originals" / "troops-leave.txt").read_bytes() == data
    article = articles(settings)["troops-leave"]
    assert (article.text, article.title, str(article.published)) == (
        STORY,
        "Troops leave Niger",
        "2024-05-02",
    )
    assert check_originals((article,), settings) == ()


FORMS = [
    "story.txt",
    "story.md",
    "page.html",
    "page.mhtml",
    "page.webarchive",
    "r.pdf",
    "r.docx",
    "a.tml",
    "a.jsonl",
    "a.csv",
]


@pytest.mark.parametrize("name", FORMS)
def test_every_form(settings: Settings, tmp_path: Path, make: SimpleNamespace, name: str) -> None:
    html = make.page()
    content = {
        "story.txt": STORY,
        "story.md": f"# {STORY}\n\n*{STORY}*",
        "page.html": html,
        "page.mhtml": make.mhtml(html, "https://x.example/a"),
        "page.webarchive": make.webarchive(html, "https://x.example/a"),
        "r.pdf": make.pdf([[STORY[:60], STORY[60:]], [STORY[:60], STORY[60:]]]),
        "r.docx": make.docx(["Title", STORY]),
        "a.tml": f"<TimeML><TEXT>{STORY}</TEXT></TimeML>",
        "a.jsonl": json.dumps({"text": STORY}),
        "a.csv": f'text\n"{STORY}"\n',
    }[name]
    source = make.write(tmp_path / name, content)
    (path,) = take_in(settings, source, **DAY)
    (article,) = articles(settings).values()
    assert "left the base in the north" in article.text
    assert str(article.published) == "2024-05-03"
    kept = settings.content / article.original
    assert kept.read_bytes() == source.read_bytes()
    assert kept.suffix == source.suffix
    assert article.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert path.stem == article.id


def test_pages_come_through(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    words = "There are enough words on this page, and"
    source = make.write(tmp_path / "r.pdf", make.pdf([[f"{words} on"], ["Monday they ended."]], labels="4"))
    (path,) = take_in(settings, source, **DAY)
    article = articles(settings)["r"]
    assert "and on <!-- page 5 -->Monday they" in path.read_text(encoding="utf-8")
    assert article.page_at(article.text.index("enough")) == "4"
    assert article.page_at(article.text.index("Monday")) == "5"


# the publication day is never guessed


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
    ],
)
def test_a_day_above_the_text_is_proposed(settings: Settings, head: str, title: str, day: str) -> None:
    proposal = one(settings, f"{head}{STORY}".encode())
    assert proposal.values["title"] == title
    assert [q.proposed for q in proposal.questions if q.key == "published"] == [day]


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


# datelines and origins


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


# nothing is overwritten


def test_a_name_that_is_taken_gets_a_number(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    first = make.write(tmp_path / "a" / "story.txt", "One thing happened in the north.")
    second = make.write(tmp_path / "b" / "story.txt", "Another thing happened in the south.")
    paths = take_in(settings, first, second, **DAY)
    assert [path.name for path in paths] == ["story.md", "story-2.md"]
    make.write(settings.content / "articles" / "deep" / "talks.md", "---\nid: other\npublished: 2024\n---\nx")
    third = make.write(tmp_path / "c" / "other.txt", "A third thing happened.")
    assert take_in(settings, third, **DAY)[0].name == "other-2.md"


def test_files_that_appear_in_between_are_kept(settings: Settings, make: SimpleNamespace) -> None:
    proposal = one(settings, STORY.encode(), id="story", **DAY)
    theirs = make.write(settings.content / "articles" / "story.md", "theirs")
    original = make.write(settings.content / "originals" / "story-2.txt", "theirs")
    assert accept(proposal, settings).name == "story-2.md"
    assert (theirs.read_text(), original.read_text()) == ("theirs", "theirs")
    assert "originals/story-2-2.txt" in (settings.content / "articles" / "story-2.md").read_text()


def test_the_same_file_twice_is_told(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    source = make.write(tmp_path / "story.txt", STORY)
    take_in(settings, source, **DAY)
    written = settings.content / "articles" / "story.md"
    written.write_text(written.read_text().replace("soldiers", "soldiers and sailors"))
    (problem,) = one(settings, source, **DAY).problems
    assert problem.is_error
    assert "content/articles/story.md" in problem.message
    proposals = list(propose_all([source.rename(tmp_path / "x.txt")] * 2, settings=settings, given=DAY))
    assert all(proposal.problems for proposal in proposals)


def test_nothing_is_written_outside_the_project(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    (tmp_path / "elsewhere").mkdir()
    make.link(settings.content / "articles", tmp_path / "elsewhere")
    with pytest.raises(CannotStart, match="out of the project"):
        accept(one(settings, STORY.encode(), **DAY), settings)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_original_that_was_changed_is_told(settings: Settings) -> None:
    take_in(settings, STORY.encode(), id="story", **DAY)
    (article,) = articles(settings).values()
    path = settings.content / article.original
    path.write_text("changed")
    (problem,) = check_originals((article,), settings)
    assert problem.severity is Severity.WARNING
    path.unlink()
    assert check_originals((article,), settings) == ()


# many at once


def test_records_keep_one_original(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    rows = [
        {"id": f"R {n}", "date": f"2024-05-0{n}", "text": f"Thing number {n} happened."} for n in (1, 2, 3)
    ]
    source = make.write(tmp_path / "dump.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    take_in(settings, source)
    found = articles(settings)
    assert sorted(found) == ["r-1", "r-2", "r-3"]
    assert {article.original for article in found.values()} == {"originals/dump.jsonl"}
    assert str(found["r-2"].published) == "2024-05-02"
    again = list(propose_all([source], settings=settings, given={}))
    assert all("already" in proposal.problems[0].message for proposal in again)


def test_a_folder_with_a_catalogue(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    box = tmp_path / "box"
    make.write(box / "0001.txt", "One thing happened.")
    make.write(box / "sub" / "0002.txt", "Another thing happened.")
    make.write(box / "0003.txt", "A third thing happened.")
    make.write(box / "photo.jpg", "x")
    make.write(box / "page.html", make.page())
    make.write(box / "page_files" / "frame.html", make.page())
    catalogue = make.write(
        box / "catalogue.csv",
        "File,Date,Source,Collection,Shelf\n0001.txt,1914-03?,Gazette,Box 4,x\n"
        "sub/0002.txt,1914-04,Gazette,Box 4,x\n0003,unknown,,,\nnowhere.txt,1914,,,\npage,2024-05-02,,,\n",
    )
    proposals = []
    for proposal in propose_all([box], settings=settings, given={"language": "en"}, metadata=catalogue):
        proposals.append(proposal)
        if not proposal.missing and not any(problem.is_error for problem in proposal.problems):
            accept(proposal, settings)
    found = articles(settings)
    assert sorted(found) == ["0001", "0002", "0003", "page"]
    assert [(str(a.published), a.publisher, a.collection) for a in found.values()] == [
        ("1914-03?", "Gazette", "Box 4"),
        ("1914-04", "Gazette", "Box 4"),
        ("None", "", ""),
        ("2024-05-02", "The Sahel Post", ""),
    ]
    told = [problem.message for proposal in proposals for problem in proposal.problems]
    assert told == [
        "columns that are not used: Shelf",
        "files of other kinds are left: 1 .jpg",
        "no file was found for 'nowhere.txt'",
    ]


def test_the_command_line_goes_before_the_catalogue(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    source = make.write(tmp_path / "a.md", f"---\ntitle: file\npublisher: file\nauthor: file\n---\n{STORY}")
    catalogue = make.write(tmp_path / "c.csv", "file,title,publisher,published\na.md,row,row,2024-05-01\n")
    take_in(settings, source, metadata=catalogue, title="command")
    article = articles(settings)["a"]
    assert (article.title, article.publisher, article.author) == ("command", "row", "file")


@pytest.mark.parametrize("content", ["", "title,date\nx,2024\n", "\0"])
def test_a_catalogue_that_cannot_be_read(
    settings: Settings, tmp_path: Path, make: SimpleNamespace, content: str
) -> None:
    catalogue = make.write(tmp_path / "c.csv", content)
    (proposal,) = propose_all([STORY.encode()], settings=settings, given=DAY, metadata=catalogue)
    assert proposal.problems[0].is_error


def test_summaries_and_withheld_texts(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    rows = [
        {"id": "s", "published": "2024", "body": "summary", "text": STORY},
        {"id": "w", "published": "2024", "body": "withheld", "text": STORY},
    ]
    take_in(settings, make.write(tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows))))
    found = articles(settings)
    assert (found["s"].body, found["s"].text) == (Body.SUMMARY, STORY)
    assert (found["w"].body, found["w"].text) == (Body.WITHHELD, "")


# what cannot be taken in


@pytest.mark.parametrize(
    ("source", "words", "hint"),
    [
        ("https://example.org/story", "not fetched", "--url https://example.org/story"),
        ("www.example.org", "not fetched", "Ctrl-S"),
        (b" https://example.org/story\n", "not fetched", "Ctrl-S"),
        ("no-such-file.txt", "no such file", "timeline add -"),
        (b"  \n", "no text was pasted", "timeline add -"),
    ],
)
def test_what_is_answered_with_what_to_do(settings: Settings, source: Source, words: str, hint: str) -> None:
    proposal = one(settings, source, **DAY)
    assert (proposal.missing, proposal.questions) == ((), ())
    assert words in proposal.problems[0].message
    assert hint in proposal.problems[0].hint
    with pytest.raises(CannotStart):
        accept(proposal, settings)


def test_a_scan(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    proposal = one(settings, make.write(tmp_path / "scan.pdf", make.pdf([[]])), **DAY)
    assert "ocrmypdf scan.pdf" in proposal.problems[0].hint


def test_an_empty_folder_and_an_empty_file(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    (tmp_path / "box").mkdir()
    assert one(settings, tmp_path / "box").problems[0].is_error
    assert one(settings, make.write(tmp_path / "a.txt", "")).problems[0].is_error


PAGE_ID = "the-sahel-post-2024-05-03-troops-leave-niger"


def test_saved_pages_and_documents_are_not_called_by_what_a_program_called_their_file(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    """But a catalogue knows them by that name, and so does the person where the file tells no title."""
    page = make.write(tmp_path / "Document (3) - final.html", make.page())
    assert one(settings, page, **DAY).id == PAGE_ID
    text = make.write(tmp_path / "my-notes.txt", STORY)
    assert one(settings, text, **DAY).id == "my-notes"
    catalogue = make.write(tmp_path / "c.csv", "file,date\nDocument (3) - final.html,2024-05-03\n")
    (listed,) = propose_all([page], settings=settings, given={}, metadata=catalogue)
    assert listed.id == "document-3-final"
    asked = one(settings, page)
    assert asked.id == "the-sahel-post-troops-leave-niger"
    assert asked.answered("published", "2024-05-03T10:00+02:00").id == PAGE_ID
    assert one(settings, text).answered("published", "2024-05-03").id == "my-notes"
    bare = make.write(
        tmp_path / "bare.html", "<html><body><p>Troops left Niamey on Monday.</p></body></html>"
    )
    assert one(settings, bare, **DAY).id == "bare"


def test_the_first_row_of_a_chronology_is_no_masthead(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    rows = "The Gazette | 3 March 2025\n\nThe bridge of Varde closed.\n"
    assert (
        dict(one(settings, make.write(tmp_path / "one.txt", rows)).found)["published"].value == "2025-03-03"
    )
    rows = "Prepared for the council.\n\n2 February 2025 | A fire began\n\n3 February 2025 | It was put out\n"
    assert "published" not in dict(one(settings, make.write(tmp_path / "two.txt", rows)).found)


def test_pasted_pages_and_texts(settings: Settings, make: SimpleNamespace) -> None:
    assert one(settings, make.page().encode(), **DAY).values["title"] == "Troops leave Niger"
    assert propose(make.page().encode(), settings=settings, given=DAY, name="p.html").id == PAGE_ID
    proposal = propose(STORY.encode(), settings=settings, given=DAY | {"publisher": "The Post"})
    assert proposal.id == "the-post-2024-05-03"


def test_long_names_are_cut_between_words(settings: Settings, tmp_path: Path, make: SimpleNamespace) -> None:
    source = make.write(tmp_path / f"{'long name ' * 12}.txt", STORY)
    assert one(settings, source, **DAY).id == "-".join(["long-name"] * 6)


def test_markdown_is_kept_as_it_was_written(
    settings: Settings, tmp_path: Path, make: SimpleNamespace
) -> None:
    source = make.write(
        tmp_path / "a.md", "---\npublished: 2024-05-02\n---\n\n# Title\n\nWith *emphasis* and [a link](x).\n"
    )
    (path,) = take_in(settings, source)
    assert path.read_text(encoding="utf-8").endswith("---\n\n# Title\n\nWith *emphasis* and [a link](x).\n")
