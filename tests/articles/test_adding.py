"""Articles taken in: from a file to `content/articles/ID.md`, and read again."""

import hashlib
import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from taking_in import DAY, STORY, articles, one, take_in

from timeline.articles import accept, check_originals, propose, propose_all, read_articles
from timeline.articles.inputs import Source
from timeline.articles.originals import check_left_over
from timeline.config import Settings
from timeline.problems import CannotStart, Severity


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


def test_an_original_whose_article_was_deleted_is_told(settings: Settings) -> None:
    for name in ("one", "two", "three"):
        take_in(settings, f"{STORY} {name}".encode(), id=name, **DAY)
    assert check_left_over(tuple(articles(settings).values()), settings) == ()
    folder = settings.content / "articles"
    (folder / "one.md").unlink()
    (problem,) = check_left_over(tuple(articles(settings).values()), settings)
    assert (str(problem.where), problem.severity) == ("content/originals/one.txt", Severity.NOTE)
    assert problem.hint.endswith("rm content/originals/one.txt")
    broken = (folder / "two.md").read_text().replace("published:", "publsihed:")
    (folder / "two.md").write_text(broken)  # not read, and still there
    (folder / "three.md").unlink()
    (problem,) = check_left_over(read_articles(settings)[0], settings)
    assert problem.message.endswith("nor from three.txt")


def test_an_original_that_was_changed_is_told(settings: Settings) -> None:
    take_in(settings, STORY.encode(), id="story", **DAY)
    (article,) = articles(settings).values()
    path = settings.content / article.original
    path.write_text("changed")
    (problem,) = check_originals((article,), settings)
    assert problem.severity is Severity.WARNING
    path.unlink()
    assert check_originals((article,), settings) == ()


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
